"""One claim as its page opens: what a person sees first, however much is told on it.

A claim that five thousand articles tell about opens as fast as any other one: the
matrix is counted from the projection without reading a quote, the history holds its
newest entries. ``cell_quotes`` gives the words of one cell; ``claim`` gives everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from sqlmodel import select

from claims.model import Stance
from claims.policy import order_words
from claims.store import Store
from claims.store.merges import load_claim_forest
from claims.store.projections import MatrixCell
from claims.views.balance import OriginGroup
from claims.views.cells import Held, read_cells
from claims.views.claim import claim as whole_claim
from claims.views.history import HistoryEntry
from claims.views.matrix import Cell, find_turns
from claims.views.now import Dot, read_now
from claims.views.shapes import ClaimPage, MergedClaim, ProposalView
from claims.views.standing import Standing
from claims.views.values import PartyRef


class FrontDay(NamedTuple):
    """A party's stances of one day that take one position: how many, and whether one turns."""

    value: Stance
    stances: int
    turned: bool


class FrontRow(NamedTuple):
    """One party's line of the matrix, by day: whoever denies and confirms has two positions."""

    party: PartyRef
    days: Mapping[date, tuple[FrontDay, ...]]
    """In the order in which they were first taken that day."""


class Turn(NamedTuple):
    """A party that changed its position: the stances that took each new one, at least two."""

    party: PartyRef
    steps: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class ClaimFront:
    """What a claim's page opens with. Plain: its parts are checked values already."""

    claim_id: int
    asked_id: int
    text: str
    as_of: date | None
    opened_at: datetime
    standing: Standing
    days: tuple[date, ...]
    rows: tuple[FrontRow, ...]
    """Parties with the most stances first."""
    turns: tuple[Turn, ...]
    """Most steps first."""
    evidence: tuple[OriginGroup, ...]
    merged: tuple[MergedClaim, ...]
    split_from: int | None
    split_into: tuple[int, ...]
    proposals: tuple[ProposalView, ...]
    history: tuple[HistoryEntry, ...]
    """The newest entries, oldest first."""
    head: int
    """Ledger entry of the last change: what a form sends back."""


NEWEST = 15
"""Entries of the history that a page opens with."""


def claim_front(
    store: Store, claim_id: int, as_of: date | None = None, history: int = NEWEST
) -> ClaimFront:
    """What the page of one claim opens with; a merged claim gives the one it counts under.

    ``history``: how many of its newest entries. NotOnRecord as ``claim`` has it. A past
    day is computed from the facts, in the time that ``claim`` takes.
    """
    if as_of is not None:
        return _cut_down(whole_claim(store, claim_id, as_of), history)
    with store.read(by_key=True) as session:
        now = read_now(session, claim_id, history)
    lines = _line_up(now.dots, now.parties)
    return ClaimFront(
        claim_id=now.claim_id,
        asked_id=claim_id,
        text=now.text,
        as_of=None,
        opened_at=now.opened_at,
        standing=now.standing,
        days=tuple(sorted({dot.day for dot in now.dots})),
        rows=tuple(_build_row(party, held) for party, held in lines),
        turns=_list_turns(lines),
        evidence=now.evidence,
        **now.lineage._asdict(),
        proposals=now.proposals,
        history=now.history,
        head=now.head,
    )


def cell_quotes(
    store: Store, claim_id: int, party_id: int, day: date, as_of: date | None = None
) -> tuple[Cell, ...]:
    """The stances of one cell of the matrix with their words, in the order taken.

    Empty where the cell is. NotOnRecord for an unknown claim on a past day.
    """
    if as_of is not None:
        rows = whole_claim(store, claim_id, as_of).matrix.rows
        days = (each for row in rows if row.party.id == party_id for each in row.days)
        return next((each.cells for each in days if each.day == day), ())
    with store.read() as session:
        root = load_claim_forest(session, [claim_id], None).roots[claim_id].claim_id
        found = session.exec(
            select(MatrixCell.stance_id, MatrixCell.value).where(
                MatrixCell.claim_id == root,
                MatrixCell.party_id == party_id,
                MatrixCell.day == day,
            )
        )
        held = [Held(stance_id, root, party_id, Stance(value)) for stance_id, value in found]
        return tuple(sorted(read_cells(session, held), key=lambda cell: cell.stance_id))


def _cut_down(page: ClaimPage, history: int) -> ClaimFront:
    """The front of a page that was read whole."""
    dots = [
        Dot(cell.stance_id, cell.party.id, cell.value, cell.day, cell.document_id)
        for row in page.matrix.rows
        for day in row.days
        for cell in day.cells
    ]
    lines = _line_up(dots, {row.party.id: row.party for row in page.matrix.rows})
    same = {field.name for field in fields(ClaimFront)} & ClaimPage.model_fields.keys()
    return ClaimFront(
        **{name: getattr(page, name) for name in same - {"history"}},
        days=page.matrix.days,
        rows=tuple(_build_row(party, held) for party, held in lines),
        turns=_list_turns(lines),
        history=page.history[-history:],
    )


Line = tuple[PartyRef, list[Dot]]


def _line_up(dots: Iterable[Dot], refs: Mapping[int, PartyRef]) -> list[Line]:
    """The stances by party, in the order taken; parties with the most come first."""
    by_party: dict[int, list[Dot]] = {}
    for dot in sorted(dots, key=lambda dot: order_words(dot.day, dot.value, dot.stance_id)):
        by_party.setdefault(dot.party_id, []).append(dot)
    lines = [(refs[party_id], line) for party_id, line in by_party.items()]
    return sorted(lines, key=lambda line: (-len(line[1]), line[0].name))


def _build_row(party: PartyRef, line: Sequence[Dot]) -> FrontRow:
    turned = {dot.stance_id for dot in find_turns(line)[1:]}
    days = {}
    for day, run in groupby(line, key=lambda dot: dot.day):
        held: dict[Stance, list[int]] = {}
        for dot in run:
            held.setdefault(dot.value, []).append(dot.stance_id)
        days[day] = tuple(
            FrontDay(value, len(ids), not turned.isdisjoint(ids)) for value, ids in held.items()
        )
    return FrontRow(party, days)


def _list_turns(lines: Iterable[Line]) -> tuple[Turn, ...]:
    turns = [Turn(party, tuple(find_turns(line))) for party, line in lines]
    return tuple(sorted((t for t in turns if len(t.steps) > 1), key=lambda t: -len(t.steps)))
