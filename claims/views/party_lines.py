"""A party's words on each claim, with what the others say on it: from projections or a past day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select as core_select
from sqlmodel import Session, col, select

from claims.model import Commitment, Stance, Status
from claims.policy import order_words
from claims.store import ClaimState, load_claims, resolve_parties
from claims.store.among import among
from claims.store.facts import StanceMove, StanceRow
from claims.store.projections import Board, BoardParty, MatrixCell
from claims.store.reading import find_by_keys, read_rows
from claims.store.tables import table_of
from claims.views.cells import chunk
from claims.views.moments import find_cut, last_moment, up_to

# Columns and no objects: a party's page reads ten thousand rows.
CELL = table_of(MatrixCell)
STANCE = table_of(StanceRow)
BOARD = table_of(Board)
SAID = table_of(BoardParty)
_WORD = (CELL.c.day, CELL.c.stance_id, CELL.c.value, CELL.c.commitment)
_LINE = (BOARD.c.claim_id, BOARD.c.text, BOARD.c.status, BOARD.c.status_basis)
_SAID = (SAID.c.claim_id, SAID.c.party_id, SAID.c.value)


class Word(NamedTuple):
    """One stance of the party on one claim."""

    day: date
    stance_id: int
    value: Stance
    commitment: Commitment
    speaker_id: int | None


class PartyLine(NamedTuple):
    """A claim on which the party took a position."""

    claim_id: int
    text: str
    status: Status
    basis: str
    words: list[Word]
    """The party's stances in the order taken; at least one."""
    others: dict[int, Stance]
    """The latest stance of every party on this claim."""


def read_lines(session: Session, party_id: int, most: int) -> list[PartyLine]:
    """The claims on which the party has a position today: the ``most`` that changed last."""
    latest = session.exec(
        select(BoardParty.claim_id)
        .where(BoardParty.party_id == party_id)
        .order_by(col(BoardParty.last_change).desc(), col(BoardParty.claim_id).desc())
        .limit(most)
    )
    return read_lines_on(session, party_id, list(latest))


def read_lines_on(session: Session, party_id: int, claim_ids: Sequence[int]) -> list[PartyLine]:
    """The party's lines on those claims, by number; a claim without its word is left out."""
    words: defaultdict[int, list[Word]] = defaultdict(list)
    for ids in chunk(claim_ids):
        found = session.execute(
            core_select(CELL.c.claim_id, *_WORD, STANCE.c.speaker_id)
            .join(STANCE, STANCE.c.id == CELL.c.stance_id)
            .where(CELL.c.party_id == party_id, CELL.c.claim_id.in_(ids))
        )
        for claim_id, *word in found.all():
            words[claim_id].append(Word(*word))
    for said in words.values():
        said.sort(key=lambda word: order_words(word.day, word.value, word.stance_id))
    others = _read_others(session, words)
    lines = []
    for ids in chunk(sorted(words)):
        rows = session.execute(core_select(*_LINE).where(BOARD.c.claim_id.in_(ids)))
        for claim_id, told, status, basis in rows.all():
            said = words[claim_id]
            lines.append(PartyLine(claim_id, told, status, basis, said, others[claim_id]))
    return lines


def read_past_lines(session: Session, party_id: int, as_of: date) -> list[PartyLine]:
    """The claims on which the party had a position at the end of ``as_of`` (UTC)."""
    claim_ids = _find_claims(session, party_id, find_cut(session, as_of))
    states = load_claims(session, claim_ids, last_moment(as_of))
    lines = (_make_line(state, party_id) for state in states.values())
    return [line for line in lines if line.words]


def _read_others(session: Session, claim_ids: Iterable[int]) -> dict[int, dict[int, Stance]]:
    others: dict[int, dict[int, Stance]] = {claim_id: {} for claim_id in claim_ids}
    for ids in chunk(sorted(others)):
        found = session.execute(core_select(*_SAID).where(SAID.c.claim_id.in_(ids)))
        for claim_id, party_id, value in found.all():
            others[claim_id][party_id] = value
    return others


def _find_claims(session: Session, party_id: int, cut: int | None) -> set[int]:
    """Every claim under which a stance of the party, or of one merged with it, ever stood."""
    parties = resolve_parties(session, [party_id], cut)
    told = read_rows(session, [STANCE.c.claim_id], STANCE.c.party_id, parties, cut)
    statement = (
        select(StanceMove.claim_id)
        .join(StanceRow, col(StanceRow.id) == col(StanceMove.stance_id))
        .where(among(col(StanceRow.party_id)), up_to(StanceMove, cut))
    )
    return {*(row.claim_id for row in told), *find_by_keys(session, statement, parties)}


def _make_line(state: ClaimState, party_id: int) -> PartyLine:
    ordered = sorted(
        state.stances, key=lambda stance: order_words(stance.day, stance.value, stance.id)
    )
    words = [
        Word(stance.day, stance.id, stance.value, stance.commitment, stance.speaker_id)
        for stance in ordered
        if stance.party_id == party_id
    ]
    others = {stance.party_id: stance.value for stance in ordered}
    return PartyLine(state.claim_id, state.text, state.status, state.status_basis, words, others)
