"""Everything there is on one party, now or as held on a past day; and the list of parties."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlmodel import Session, col, func, or_, select

from claims.model import AFFIRMING, OPPOSING, Stance
from claims.store import Store, resolve_parties
from claims.store.facts import Party
from claims.store.projections import MatrixCell, PartyCount
from claims.store.reading import read_rows
from claims.views.cells import read_refs, refer
from claims.views.cursor import read_cursor, write_cursor
from claims.views.matrix import trace_path
from claims.views.moments import find_cut
from claims.views.names import find_party
from claims.views.party_lines import PartyLine, Word, read_lines, read_past_lines
from claims.views.party_names import PARTY_NAME
from claims.views.shapes import (
    Contradiction,
    PartyPage,
    PartyPosition,
    PartyRow,
    SpokeFor,
)
from claims.views.values import Page, PartyRef

CONTRADICTED_SHOWN = 20
LOOKED_AT = 400
"""Claims, the last changed first, over which a party's turns, speakers and opponents are
counted: a great power has a position on a tenth of a large record."""


def party(store: Store, name_or_key: str, as_of: date | None = None, limit: int = 200) -> PartyPage:
    """The page of one party, by key, name or a further name.

    A party merged into another gives that one. NotOnRecord for an unknown
    name, with names near it.
    """
    with store.read() as session:
        cut = find_cut(session, as_of)
        ref = find_party(session, name_or_key, cut)
        lines = (
            read_lines(session, ref.id, LOOKED_AT)
            if as_of is None
            else read_past_lines(session, ref.id, as_of)
        )
        row = session.get_one(Party, ref.id)
        merged = _read_merged(session, ref.id, cut)
        lines.sort(key=lambda line: (line.words[-1].day, line.claim_id), reverse=True)
        return PartyPage(
            party=ref,
            kind=row.kind,
            as_of=as_of,
            catalogued=row.catalogued,
            note=row.note,
            part_of=row.part_of,
            organ_of=row.organ_of,
            names=_read_names(session, [ref.id, *(other.id for other in merged)], cut, ref.name),
            merged=merged,
            claims=_count_claims(session, ref.id) if as_of is None else len(lines),
            looked_at=len(lines),
            positions=tuple(make_position(line) for line in lines[:limit]),
            changes_of_mind=tuple(make_position(line) for line in lines if _has_turned(line)),
            speakers=_list_speakers(session, ref.id, lines),
            contradicted_by=_list_contradictions(session, ref.id, lines),
        )


def _count_claims(session: Session, party_id: int) -> int:
    counted = session.get(PartyCount, party_id)
    return 0 if counted is None else counted.claims


def parties(store: Store, cursor: str | None = None, limit: int = 50) -> Page[PartyRow]:
    """One page of the parties that took a position, those on the most claims first.

    CursorError for a cursor that is not ours.
    """
    last_day = (
        select(func.max(MatrixCell.day))
        .where(MatrixCell.party_id == PartyCount.party_id)
        .scalar_subquery()
    )
    query = select(Party, PartyCount.claims, PartyCount.stances, last_day).join(
        PartyCount, col(PartyCount.party_id) == col(Party.id)
    )
    claims, party_id = col(PartyCount.claims), col(PartyCount.party_id)
    if cursor is not None:
        number, after = read_cursor(cursor, "parties", 2)
        # As a range first: of two conditions joined by "or", no index is asked.
        query = query.where(claims <= number, or_(claims < number, party_id > after))
    query = query.order_by(claims.desc(), party_id).limit(limit + 1)
    with store.read() as session:
        rows = [_list_party(*row) for row in session.exec(query)]
    last = rows[limit - 1] if len(rows) > limit else None
    following = write_cursor((last.claims, last.party.id), "parties") if last else None
    return Page(items=tuple(rows[:limit]), next=following)


def _list_party(row: Party, claims: int, stances: int, day: date | None) -> PartyRow:
    return PartyRow(
        party=refer(row),
        kind=row.kind,
        catalogued=row.catalogued,
        claims=claims,
        stances=stances,
        last_day=day,
    )


def _has_turned(line: PartyLine) -> bool:
    return len(line.words) > 1 and len(trace_path(line.words)) > 1


def make_position(line: PartyLine) -> PartyPosition:
    """Where the party stands on a claim: its last word, and how it came there."""
    last = line.words[-1]
    return PartyPosition(
        claim_id=line.claim_id,
        text=line.text,
        status=line.status,
        status_basis=line.basis,
        value=last.value,
        commitment=last.commitment,
        day=last.day,
        stances=len(line.words),
        path=trace_path(line.words),
    )


def _read_merged(session: Session, party_id: int, cut: int | None) -> tuple[PartyRef, ...]:
    roots = resolve_parties(session, [party_id], cut)
    same = {other for other, root in roots.items() if root == party_id and other != party_id}
    return tuple(sorted(read_refs(session, same).values(), key=lambda ref: ref.id))


def _read_names(
    session: Session, party_ids: Sequence[int], cut: int | None, known: str
) -> tuple[str, ...]:
    found = read_rows(session, [PARTY_NAME.c.name], PARTY_NAME.c.party_id, party_ids, cut)
    return tuple(sorted({row.name for row in found} - {known}))


def _list_speakers(
    session: Session, party_id: int, lines: Iterable[PartyLine]
) -> tuple[SpokeFor, ...]:
    """Who spoke for the party, the most frequent first; itself is not its speaker."""
    spoken: defaultdict[int, list[Word]] = defaultdict(list)
    for line in lines:
        for word in line.words:
            if word.speaker_id is not None and word.speaker_id != party_id:
                spoken[word.speaker_id].append(word)
    refs = read_refs(session, set(spoken))
    listed = [
        SpokeFor(
            speaker=refs[speaker_id],
            stances=len(words),
            first_day=min(word.day for word in words),
            last_day=max(word.day for word in words),
        )
        for speaker_id, words in spoken.items()
    ]
    return tuple(sorted(listed, key=lambda spoke: (-spoke.stances, spoke.speaker.name)))


def _list_contradictions(
    session: Session, party_id: int, lines: Iterable[PartyLine]
) -> tuple[Contradiction, ...]:
    """Who affirms what the party denies, or the other way round."""
    against: defaultdict[int, list[int]] = defaultdict(list)
    for line in lines:
        for other in _find_opponents(line.words[-1].value, line.others):
            if other != party_id:
                against[other].append(line.claim_id)
    most = Counter({other: len(claims) for other, claims in against.items()})
    shown = most.most_common(CONTRADICTED_SHOWN)
    refs = read_refs(session, {other for other, _ in shown})
    return tuple(
        Contradiction(party=refs[other], claims=count, claim_ids=tuple(sorted(against[other])))
        for other, count in shown
    )


def _find_opponents(value: Stance, others: Mapping[int, Stance]) -> list[int]:
    if value in AFFIRMING:
        return [other for other, said in others.items() if said in OPPOSING]
    if value in OPPOSING:
        return [other for other, said in others.items() if said in AFFIRMING]
    return []
