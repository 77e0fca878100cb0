"""The facts of claims that count at a moment: now for the board, then for ``as_of``.

A stance or a piece of evidence counts unless a later row supersedes it or it
was withdrawn. It counts for the claim of its latest move, else its own, and
then for the claim into which that one is merged; an opposite merge turns it
round. Its party is the one into which that party is merged. Any moment is
answered by the same code: ``cut_at`` finds the last ledger entry up to it, and
rows of later entries are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Column, Row, Select, Table, bindparam, select
from sqlalchemy.orm import Session

from claims.model import Commitment, EvidenceKind, Mode, Relation, Stance
from claims.store.among import among
from claims.store.facts import Document, Evidence, StanceMove, StanceRow, Withdrawal
from claims.store.merges import (
    CLAIM_MERGE,
    PARTY_MERGE,
    ClaimForest,
    Member,
    load_party_homes,
)
from claims.store.reading import read_by_keys, read_rows
from claims.store.tables import table_of

STANCE = table_of(StanceRow)
EVIDENCE = table_of(Evidence)
MOVE = table_of(StanceMove)
DOCUMENT = table_of(Document)
WITHDRAWAL = table_of(Withdrawal)

_STANCE_COLUMNS = [
    column
    for column in STANCE.c
    if column.name not in {"seq", "told_as", "start", "end", "exact", "prefix", "suffix", "reasons"}
]
_EVIDENCE_COLUMNS = [
    column for column in EVIDENCE.c if column.name not in {"seq", "exact", "note", "reasons"}
]
"""What standing rests on; the texts are left where they are."""

_FLIPPED_STANCE = {
    Stance.ALLEGES: Stance.DENIES,
    Stance.CONFIRMS: Stance.DENIES,
    Stance.DENIES: Stance.ALLEGES,
}
_FLIPPED_RELATION = {
    Relation.SUPPORTS: Relation.UNDERMINES,
    Relation.UNDERMINES: Relation.SUPPORTS,
}


@dataclass(frozen=True, slots=True)
class StanceState:
    """A stance that counts, read for the claim and the party it counts for."""

    id: int
    claim_id: int
    told_claim_id: int
    """The claim it stands under, before merges."""
    party_id: int
    told_party_id: int
    speaker_id: int | None
    value: Stance
    """On ``claim_id``: turned round by an opposite merge."""
    told_value: Stance
    mode: Mode
    commitment: Commitment
    anonymous: bool
    document_id: int
    outlet_id: str | None
    origin_id: int
    day: date
    confidence: float
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class EvidenceState:
    """A piece of evidence that counts, read for the claim it counts for."""

    id: int
    claim_id: int
    told_claim_id: int
    relation: Relation
    told_relation: Relation
    kind: EvidenceKind
    reliability: str
    credibility: int
    document_id: int | None
    origin_id: int
    recorded_at: datetime


class Changes:
    """The last moment at which anything about each claim changed."""

    def __init__(self, start: Mapping[int, datetime]) -> None:
        self._last = dict(start)

    def note(self, claim_id: int, at: datetime) -> None:
        """Note a change of one claim."""
        if claim_id not in self._last or self._last[claim_id] < at:
            self._last[claim_id] = at

    def last(self, claim_id: int) -> datetime:
        """The last change noted. KeyError for a claim without any."""
        return self._last[claim_id]

    def last_or_none(self, claim_id: int) -> datetime | None:
        """The last change noted, None for a claim without any."""
        return self._last.get(claim_id)


@dataclass(frozen=True, slots=True)
class Counting:
    """What counts for one claim that is not merged away."""

    members: tuple[Member, ...]
    stances: list[StanceState]
    evidence: list[EvidenceState]
    last: datetime | None
    """The last change of these; None where there never was any."""


COUNTED_TABLES = frozenset(
    table.name for table in (STANCE, EVIDENCE, MOVE, WITHDRAWAL, CLAIM_MERGE, PARTY_MERGE)
)
"""A row of these changes what counts for some claim."""
KEPT = "counting"
"""Under this name a session may hold a ``{claim id: Counting}``: what was read is not read
again. Whoever writes a row of ``COUNTED_TABLES`` empties it."""


def load_counting(
    session: Session, forest: ClaimForest, changes: Changes, cut: int | None
) -> dict[int, Counting]:
    """What counts for each root of the forest, stances and evidence in order of id."""
    kept: dict[int, Counting] = session.info.get(KEPT, {}) if cut is None else {}
    known = {
        root: kept[root]
        for root, members in forest.members.items()
        if root in kept and kept[root].members == members
    }
    fresh = _read_counting(session, forest.without(known.keys()), cut)
    kept.update(fresh)
    found = {root: known.get(root) or fresh[root] for root in forest.members}
    for root, each in found.items():
        if each.last is not None:
            changes.note(root, each.last)
    return found


def _read_counting(session: Session, forest: ClaimForest, cut: int | None) -> dict[int, Counting]:
    if not forest.members:
        return {}
    changes = Changes({})
    stances = _load_stances(session, forest, changes, cut)
    evidence = _load_evidence(session, forest, changes, cut)
    return {
        root: Counting(members, stances[root], evidence[root], changes.last_or_none(root))
        for root, members in forest.members.items()
    }


def _load_stances(
    session: Session, forest: ClaimForest, changes: Changes, cut: int | None
) -> dict[int, list[StanceState]]:
    """The stances that count for each root of the forest, in order of id."""
    claims = [member.claim_id for members in forest.members.values() for member in members]
    rows = _read_stances(session, STANCE.c.claim_id, claims, cut)
    homes = _read_homes(session, claims, rows, changes, forest, cut)
    strangers = homes.keys() - {row.id for row in rows}
    rows += _read_stances(session, STANCE.c.id, strangers, cut)
    gone = _read_gone(session, STANCE, "stance", {row.id: row.claim_id for row in rows}, cut)
    parties = load_party_homes(session, {row.party_id for row in rows}, cut)
    counted: dict[int, list[StanceState]] = {root: [] for root in forest.members}
    for row in sorted(rows, key=lambda row: row.id):
        told = homes.get(row.id, row.claim_id)
        for claim_id in {told, row.claim_id} & forest.roots.keys():
            root = forest.roots[claim_id].claim_id
            changes.note(root, max(row.recorded_at, gone.get(row.id, row.recorded_at)))
        place = forest.roots.get(told)
        if row.id in gone or place is None or place.claim_id not in counted:
            continue
        if row.party_id in parties.changed:
            changes.note(place.claim_id, parties.changed[row.party_id])
        counted[place.claim_id].append(
            _read_stance(row, place.claim_id, told, parties.homes[row.party_id], place.opposite)
        )
    return counted


def _load_evidence(
    session: Session, forest: ClaimForest, changes: Changes, cut: int | None
) -> dict[int, list[EvidenceState]]:
    """The evidence that counts for each root of the forest, in order of id."""
    claims = [member.claim_id for members in forest.members.values() for member in members]
    rows = read_rows(session, _EVIDENCE_COLUMNS, EVIDENCE.c.claim_id, claims, cut)
    gone = _read_gone(session, EVIDENCE, "evidence", {row.id: row.claim_id for row in rows}, cut)
    counted: dict[int, list[EvidenceState]] = {root: [] for root in forest.members}
    for row in rows:
        place = forest.roots[row.claim_id]
        changes.note(place.claim_id, max(row.recorded_at, gone.get(row.id, row.recorded_at)))
        if row.id in gone:
            continue
        relation = row.relation
        counted[place.claim_id].append(
            EvidenceState(
                id=row.id,
                claim_id=place.claim_id,
                told_claim_id=row.claim_id,
                relation=flip_relation(relation) if place.opposite else relation,
                told_relation=relation,
                kind=row.kind,
                reliability=row.reliability,
                credibility=row.credibility,
                document_id=row.document_id,
                origin_id=row.origin_id,
                recorded_at=row.recorded_at,
            )
        )
    return counted


def flip_stance(value: Stance) -> Stance:
    """What a position on a claim says of its negation: doubt and no position stay."""
    return _FLIPPED_STANCE.get(value, value)


def flip_relation(relation: Relation) -> Relation:
    """How evidence on a claim bears on its negation."""
    return _FLIPPED_RELATION.get(relation, relation)


def _read_stances(
    session: Session, key: Column[Any], wanted: Iterable[int], cut: int | None
) -> list[Row[Any]]:
    return read_by_keys(session, _select_stances(key, cut is not None), wanted, cut)


@cache
def _select_stances(key: Column[Any], limited: bool) -> Select[Any]:
    statement = (
        select(*_STANCE_COLUMNS, DOCUMENT.c.outlet_id)
        .join(DOCUMENT, DOCUMENT.c.id == STANCE.c.document_id)
        .where(among(key))
    )
    return statement.where(STANCE.c.seq <= bindparam("cut")) if limited else statement


def _read_stance(
    row: Row[Any], claim_id: int, told: int, party_id: int, opposite: bool
) -> StanceState:
    return StanceState(
        id=row.id,
        claim_id=claim_id,
        told_claim_id=told,
        party_id=party_id,
        told_party_id=row.party_id,
        speaker_id=row.speaker_id,
        value=flip_stance(row.value) if opposite else row.value,
        told_value=row.value,
        mode=row.mode,
        commitment=row.commitment,
        anonymous=row.anonymous,
        document_id=row.document_id,
        outlet_id=row.outlet_id,
        origin_id=row.origin_id,
        day=row.said_on,
        confidence=row.confidence,
        recorded_at=row.recorded_at,
    )


def _read_homes(
    session: Session,
    claims: Iterable[int],
    rows: Iterable[Row[Any]],
    changes: Changes,
    forest: ClaimForest,
    cut: int | None,
) -> dict[int, int]:
    """The claim of each stance that was ever moved to or away from ``claims``."""
    columns = [MOVE.c.stance_id, MOVE.c.claim_id, MOVE.c.at]
    moved = {move[0] for move in read_rows(session, columns, MOVE.c.claim_id, claims, cut)}
    told = {row.id: row.claim_id for row in rows}
    homes: dict[int, int] = {}
    for stance_id, claim_id, at in read_rows(
        session, columns, MOVE.c.stance_id, moved | told.keys(), cut
    ):
        for place in (claim_id, homes.get(stance_id, told.get(stance_id))):
            if place in forest.roots:
                changes.note(forest.roots[place].claim_id, at)
        homes[stance_id] = claim_id
    return homes


def _read_gone(
    session: Session, table: Table, what: str, ids: Mapping[int, int], cut: int | None
) -> dict[int, datetime]:
    """Rows that no longer count, each with the moment since when."""
    gone: dict[int, datetime] = {}
    columns = [table.c.supersedes, table.c.recorded_at]
    for row_id, at in read_rows(session, columns, table.c.supersedes, ids, cut):
        gone[row_id] = at
    columns = [WITHDRAWAL.c.row_id, WITHDRAWAL.c.at, WITHDRAWAL.c.what]
    for row_id, at, told in read_rows(session, columns, WITHDRAWAL.c.row_id, ids, cut):
        if told == what:
            gone[row_id] = max(at, gone.get(row_id, at))
    return gone
