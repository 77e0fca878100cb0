"""The board of a past day, computed from the facts by the code that keeps today's.

Filters and order are the same as today's; the whole record of that day is read,
so this takes seconds where today's page takes milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from operator import gt, lt
from typing import Any

from sqlmodel import Session, select

from claims.store import ClaimState, load_claims
from claims.store.facts import Claim
from claims.store.fulltext import MAX_WORDS, PREFIX_CHARS
from claims.store.refresh import summarise_all
from claims.views.board_keys import Key
from claims.views.moments import end_of_day, find_cut, last_moment, start_of_day, up_to
from claims.views.names import find_party
from claims.views.shapes import BoardFilters, Order

Line = dict[str, Any]
_WORD = re.compile(r"\w+")


def read_past_lines(
    session: Session,
    filters: BoardFilters,
    after: Key | None,
    limit: int,
    as_of: date,
    order: Order,
) -> list[Line]:
    """The board's lines after ``after`` as held at the end of ``as_of`` (UTC).

    NotOnRecord where the filters name an unknown party.
    """
    fits = _make_test(session, filters, find_cut(session, as_of))
    states = [state for state in load_day(session, as_of).values() if fits(state)]
    states.sort(key=_key, reverse=order is Order.NEWEST)
    if after is not None:
        comes_after = lt if order is Order.NEWEST else gt
        states = [state for state in states if comes_after(_key(state), after)]
    return summarise_all(session, states[:limit])


def load_day(session: Session, as_of: date | None) -> dict[int, ClaimState]:
    """Every claim as it stood at the end of a day, by id; those merged away are not in it."""
    cut = find_cut(session, as_of)
    claim_ids = session.exec(select(Claim.id).where(up_to(Claim, cut))).all()
    return load_claims(session, [row or 0 for row in claim_ids], last_moment(as_of))


def _key(state: ClaimState) -> Key:
    return (state.last_change, state.claim_id)


def _make_test(
    session: Session, filters: BoardFilters, cut: int | None
) -> Callable[[ClaimState], bool]:
    party = None if filters.party is None else find_party(session, filters.party, cut).id
    words = None if filters.words is None else _WORD.findall(filters.words.casefold())[:MAX_WORDS]

    def list_answers(state: ClaimState) -> Iterator[bool]:
        yield not filters.status or state.status in filters.status
        yield not filters.stage or state.stage in filters.stage
        flags = state.suggestion.flags if state.suggestion else ()
        yield all(flag.value in flags for flag in filters.flag)
        yield party is None or any(stance.party_id == party for stance in state.stances)
        yield filters.outlet is None or any(
            stance.outlet_id == filters.outlet for stance in state.stances
        )
        yield words is None or _holds(words, state.text)
        yield filters.since is None or state.last_change >= start_of_day(filters.since)
        yield filters.until is None or state.last_change < end_of_day(filters.until)

    return lambda state: all(list_answers(state))


def _holds(words: list[str], text: str) -> bool:
    """Whether the text holds every word; a long one also as a beginning, as today's search does."""
    held = set(_WORD.findall(text.casefold()))
    return bool(words) and all(
        word in held
        or (len(word) >= PREFIX_CHARS and any(other.startswith(word) for other in held))
        for word in words
    )
