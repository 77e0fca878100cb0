"""The claims of a past day that changed since, computed from the facts by the code that keeps
today's board.

A claim that was not changed since stands today as it stood then: its line is today's, and is
found by index. So a past day costs what came after it, and not the whole record.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from datetime import date
from operator import gt, lt
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from claims.store import ClaimState, load_claims
from claims.store.facts import Claim
from claims.store.fulltext import MAX_WORDS, PREFIX_CHARS
from claims.store.refresh import summarise_all
from claims.views.board_keys import BOARD, Key, sort_by
from claims.views.moments import end_of_day, find_cut, last_moment, start_of_day, up_to
from claims.views.names import find_outlet, find_party
from claims.views.shapes import BoardFilters, Order
from claims.words import fold_words

Line = dict[str, Any]
Test = Callable[[ClaimState], bool]
AT_ONCE = 500
"""Claims read at once: a page is kept of all that there are."""


def read_changed_lines(
    session: Session,
    filters: BoardFilters,
    after: Key | None,
    limit: int,
    as_of: date,
    order: Order,
) -> list[Line]:
    """The board's lines after ``after`` of the claims that changed since, as held at the end of
    ``as_of`` (UTC).

    NotOnRecord where the filters name an unknown party or outlet.
    """
    fits = make_test(session, filters, find_cut(session, as_of))
    newest = order is Order.NEWEST
    comes_after = lt if newest else gt

    def place(state: ClaimState) -> tuple[Any, ...]:
        return sort_by((state.last_change, state.claim_id), order)

    last = None if after is None else sort_by(after, order)
    found = (
        state
        for state in read_changed(session, as_of)
        if (last is None or comes_after(place(state), last)) and fits(state)
    )
    first = heapq.nlargest if newest else heapq.nsmallest
    return summarise_all(session, first(limit, found, key=place))


def stands_since(as_of: date) -> ColumnElement[bool]:
    """Whether a line of the board says what it said at the end of ``as_of``: each row of the
    facts bears the moment of its entry, and these only go up."""
    return BOARD.c.last_change < end_of_day(as_of)


def read_changed(session: Session, as_of: date) -> Iterator[ClaimState]:
    """The claims that changed after ``as_of``, as they stood at its end, ``AT_ONCE`` in memory, by
    number; those merged away then are not among them, those merged away since are."""
    cut = find_cut(session, as_of)
    query = (
        select(Claim.id)
        .outerjoin(BOARD, BOARD.c.claim_id == Claim.id)
        .where(up_to(Claim, cut), BOARD.c.claim_id.is_(None) | ~stands_since(as_of))
        .order_by(col(Claim.id))
    )
    last = 0
    while True:
        claim_ids = session.exec(query.where(col(Claim.id) > last).limit(AT_ONCE)).all()
        if not claim_ids:
            return
        states = load_claims(session, [row or 0 for row in claim_ids], last_moment(as_of))
        # A claim merged into another one gives that one, which comes in its own turn.
        yield from (states[row] for row in claim_ids if row in states)
        last = claim_ids[-1] or 0


def make_test(session: Session, filters: BoardFilters, cut: int | None) -> Test:
    """Whether a claim as it stood by ledger entry ``cut`` fits the filters.

    NotOnRecord where they name an unknown party or outlet.
    """
    party = None if filters.party is None else find_party(session, filters.party, cut).id
    outlet = None if filters.outlet is None else find_outlet(session, filters.outlet)
    words = None if filters.words is None else fold_words(filters.words)[:MAX_WORDS]

    def list_answers(state: ClaimState) -> Iterator[bool]:
        yield not filters.status or state.status in filters.status
        yield not filters.stage or state.stage in filters.stage
        flags = state.suggestion.flags if state.suggestion else ()
        yield all(flag.value in flags for flag in filters.flag)
        yield party is None or any(stance.party_id == party for stance in state.stances)
        yield outlet is None or any(stance.outlet_id == outlet for stance in state.stances)
        yield words is None or _holds(words, state.text)
        yield filters.since is None or state.last_change >= start_of_day(filters.since)
        yield filters.until is None or state.last_change < end_of_day(filters.until)

    return lambda state: all(list_answers(state))


def _holds(words: list[str], text: str) -> bool:
    """Whether the text holds every word; a long one also as a beginning, as today's search does."""
    held = set(fold_words(text))
    return bool(words) and all(
        word in held
        or (len(word) >= PREFIX_CHARS and any(other.startswith(word) for other in held))
        for word in words
    )
