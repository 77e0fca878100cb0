"""Claims merged into one, the claim that it was split from, and those split from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, select
from sqlmodel import Session

from claims.store import Member
from claims.store.among import WANTED, among
from claims.store.merges import CLAIM_MERGE
from claims.store.reading import select_rows
from claims.store.standing import CLAIM
from claims.store.together import ask_together
from claims.views.shapes import MergedClaim


class Lineage(NamedTuple):
    """Where a claim comes from, what counts under it, and what became of it."""

    merged: tuple[MergedClaim, ...]
    split_from: int | None
    split_into: tuple[int, ...]


def read_lineage(
    session: Session, root_id: int, members: Sequence[Member], cut: int | None
) -> Lineage:
    """The lineage of the claim ``root_id``, of which ``members`` tells what it consists of."""
    asked = {WANTED: [member.claim_id for member in members], "cut": cut}
    answers = ask_together(session, write_lineage(cut=cut is not None), asked)
    return tell_lineage(root_id, members, answers)


@cache
def write_lineage(*, cut: bool) -> tuple[Select[Any], ...]:
    """What ``read_lineage`` asks of the claims ``WANTED``; ``cut``: with that parameter."""
    merges = (
        select(CLAIM_MERGE, CLAIM.c.text)
        .join(CLAIM, CLAIM.c.id == CLAIM_MERGE.c.claim_id)
        .where(among(CLAIM_MERGE.c.claim_id))
        .order_by(CLAIM_MERGE.c.id)
    )
    if cut:
        merges = merges.where(CLAIM_MERGE.c.seq <= bindparam("cut"))
    columns = (CLAIM.c.id, CLAIM.c.split_from)
    return (
        merges,
        select(*columns).where(among(CLAIM.c.id)),
        select_rows((CLAIM.c.id,), (CLAIM.c.split_from,), cut),
    )


def tell_lineage(
    root_id: int, members: Iterable[Member], answers: Sequence[Sequence[Any]]
) -> Lineage:
    """The lineage that the answers to ``write_lineage`` tell."""
    merges, own, split_into = answers
    opposite = {member.claim_id: member.opposite for member in members}
    latest = {row.claim_id: row for row in merges if row.claim_id != root_id}
    return Lineage(
        merged=tuple(
            MergedClaim(
                claim_id=row.claim_id,
                text=row.text,
                opposite=opposite[row.claim_id],
                by=row.actor,
                reason=row.reason,
                at=row.at,
            )
            for row in latest.values()
        ),
        split_from=next((row.split_from for row in own if row.id == root_id), None),
        split_into=tuple(sorted(row.id for row in split_into)),
    )
