"""Everything there is on one claim, now or as held on a past day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from claims.model import Flag
from claims.store import ClaimState, Member, Store, load_claims
from claims.store.facts import Claim, ClaimMerge
from claims.store.reading import read_rows
from claims.store.standing import CLAIM
from claims.views.balance import group_by_origin, weigh
from claims.views.cells import Held, read_cells
from claims.views.errors import NotOnRecord
from claims.views.history import read_history
from claims.views.matrix import build_matrix
from claims.views.moments import find_cut, last_moment, read_head, up_to
from claims.views.pieces import read_items
from claims.views.proposals import read_proposals
from claims.views.shapes import ClaimPage, MergedClaim
from claims.views.standing import (
    Standing,
    read_decision,
    read_publication,
    read_since,
    read_suggestion,
)


def claim(store: Store, claim_id: int, as_of: date | None = None) -> ClaimPage:
    """The page of one claim; a claim merged away gives the one that it counts under.

    NotOnRecord for an unknown id, and for a claim opened after ``as_of``.
    """
    with store.read(by_key=as_of is None) as session:
        state = load_state(session, claim_id, as_of)
        cut = find_cut(session, as_of)
        members = [member.claim_id for member in state.members]
        held = [
            Held(stance.id, stance.claim_id, stance.party_id, stance.value)
            for stance in state.stances
        ]
        groups = group_by_origin(
            read_items(session, {piece.id: piece.relation for piece in state.evidence})
        )
        return ClaimPage(
            claim_id=state.claim_id,
            asked_id=claim_id,
            text=state.text,
            as_of=as_of,
            opened_at=state.opened_at,
            last_change=state.last_change,
            standing=read_standing(session, state, cut),
            matrix=build_matrix(read_cells(session, held)),
            evidence=groups,
            balance=weigh(groups),
            merged=read_merged(session, state.claim_id, state.members, cut),
            split_from=read_split_from(session, state.claim_id),
            split_into=read_split_into(session, members, cut),
            proposals=read_proposals(session, members, cut),
            history=read_history(session, members, cut),
            head=read_head(session),
        )


def load_state(session: Session, claim_id: int, as_of: date | None) -> ClaimState:
    """How a claim stood at the end of a day. NotOnRecord where it was not on record."""
    states = load_claims(session, [claim_id], last_moment(as_of))
    if not states:
        opened = session.exec(select(Claim.opened_at).where(Claim.id == claim_id)).first()
        note = "" if opened is None else f"on {as_of}: it was opened on {opened:%Y-%m-%d}"
        raise NotOnRecord("claim", claim_id, note=note)
    (state,) = states.values()
    return state


def read_standing(session: Session, state: ClaimState, cut: int | None) -> Standing:
    """How the claim stands, with the suggestion's and the decision's reasons."""
    suggestion, decided = state.suggestion, state.decision is not None
    return Standing(
        status=state.status,
        basis=state.status_basis,
        since=read_since(session, state.claim_id, cut),
        stage=state.stage,
        assignee=state.assignee,
        flags=tuple(Flag(flag) for flag in suggestion.flags) if suggestion else (),
        commitment=suggestion.commitment if suggestion else None,
        suggestion=read_suggestion(session, state.claim_id, cut) if suggestion else None,
        decision=read_decision(session, state.claim_id, cut) if decided else None,
        published=read_publication(session, state.claim_id, cut) if decided else None,
    )


def read_merged(
    session: Session, root_id: int, members: Sequence[Member], cut: int | None
) -> tuple[MergedClaim, ...]:
    """The claims that count under ``root_id``, each with the merge that holds."""
    opposite = {member.claim_id: member.opposite for member in members}
    inside = [claim_id for claim_id in opposite if claim_id != root_id]
    if not inside:
        return ()
    found = session.exec(
        select(ClaimMerge, Claim.text)
        .join(Claim, col(Claim.id) == col(ClaimMerge.claim_id))
        .where(col(ClaimMerge.claim_id).in_(inside), up_to(ClaimMerge, cut))
        .order_by(col(ClaimMerge.id))
    )
    latest = {row.claim_id: (row, text) for row, text in found}
    return tuple(
        MergedClaim(
            claim_id=row.claim_id,
            text=text,
            opposite=opposite[row.claim_id],
            by=row.actor,
            reason=row.reason,
            at=row.at,
        )
        for row, text in latest.values()
    )


def read_split_from(session: Session, claim_id: int) -> int | None:
    """The claim that it was split from, None where it was not."""
    return session.exec(select(Claim.split_from).where(Claim.id == claim_id)).first()


def read_split_into(session: Session, claim_ids: Sequence[int], cut: int | None) -> tuple[int, ...]:
    """The claims that were split from these."""
    return tuple(
        row.id for row in read_rows(session, [CLAIM.c.id], CLAIM.c.split_from, claim_ids, cut)
    )
