"""Claims that count under another one: who asks the board for the stage ``merged`` is shown them.

They have no line of their own in the projection: each is read from its merge and from the claim
that it counts under, today as on a past day, the latest merge first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import Row, func, select
from sqlmodel import Session

from claims.model import Stage
from claims.store import load_claims
from claims.store.facts import ActKind
from claims.store.merges import CLAIM_MERGE, load_claim_forest
from claims.store.refresh import summarise_all
from claims.store.standing import CLAIM
from claims.views.board_keys import Key, put_in_order
from claims.views.board_past import Line, Test, make_test
from claims.views.cells import chunk
from claims.views.moments import find_cut, last_moment
from claims.views.shapes import BoardFilters, MergedInto, Order


def read_merged_lines(
    session: Session,
    filters: BoardFilters,
    after: Key | None,
    limit: int,
    as_of: date | None,
    order: Order,
) -> list[Line]:
    """Lines of the merged claims after ``after``, as held now or at the end of a day (UTC).

    The filters look at what the line shows: at the claim's own sentence and the moment of its
    merge, else at the claim that it counts under.
    """
    cut = find_cut(session, as_of)
    fits = make_test(session, filters, cut)
    merges = _read_merges(session, after, cut, order)
    lines = (
        line for some in chunk(merges) for line in _write_lines(session, some, fits, cut, as_of)
    )
    return list(islice(lines, limit))


def _read_merges(
    session: Session, after: Key | None, cut: int | None, order: Order
) -> Sequence[Row[Any]]:
    """The merges that hold: of each claim the latest, unless it undid the one before."""
    latest = select(func.max(CLAIM_MERGE.c.id)).group_by(CLAIM_MERGE.c.claim_id)
    if cut is not None:
        latest = latest.where(CLAIM_MERGE.c.seq <= cut)
    names = ("claim_id", "at", "actor", "reason")
    query = (
        select(*(CLAIM_MERGE.c[name] for name in names), CLAIM.c.text, CLAIM.c.opened_at)
        .join(CLAIM, CLAIM.c.id == CLAIM_MERGE.c.claim_id)
        .where(CLAIM_MERGE.c.id.in_(latest), CLAIM_MERGE.c.act == ActKind.DO)
    )
    key = (CLAIM_MERGE.c.at, CLAIM_MERGE.c.claim_id)
    return session.execute(put_in_order(query, key, after, order)).all()


def _write_lines(
    session: Session, merges: Sequence[Row[Any]], fits: Test, cut: int | None, as_of: date | None
) -> Iterator[Line]:
    claim_ids = [merge.claim_id for merge in merges]
    roots = load_claim_forest(session, claim_ids, cut).roots
    states = load_claims(session, claim_ids, last_moment(as_of))
    shown = []
    for merge in merges:
        into = states[roots[merge.claim_id].claim_id]
        own = replace(
            into,
            claim_id=merge.claim_id,
            text=merge.text,
            stage=Stage.MERGED,
            opened_at=merge.opened_at,
            last_change=merge.at,
        )
        if fits(own):
            shown.append((merge, into, own))
    lines = summarise_all(session, [own for _, _, own in shown])
    for (merge, into, _), line in zip(shown, lines, strict=True):
        told = MergedInto(
            claim_id=into.claim_id,
            text=into.text,
            opposite=roots[merge.claim_id].opposite,
            by=merge.actor,
            reason=merge.reason,
        )
        yield {**line, "merged_into": told}
