"""Everything there is on one claim, now or as held on a past day."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session, select

from claims.model import Flag
from claims.store import ClaimState, Store, load_claims
from claims.store.facts import Claim
from claims.views.balance import group_by_origin, weigh
from claims.views.cells import Held, read_cells
from claims.views.errors import NotOnRecord
from claims.views.history import read_history
from claims.views.lineage import read_lineage
from claims.views.matrix import build_matrix
from claims.views.moments import find_cut, last_moment, read_head
from claims.views.now import read_now
from claims.views.pieces import read_items
from claims.views.proposals import read_proposals
from claims.views.shapes import ClaimPage
from claims.views.standing import Standing, read_reasons


def claim(store: Store, claim_id: int, as_of: date | None = None) -> ClaimPage:
    """The page of one claim; a claim merged away gives the one that it counts under.

    NotOnRecord for an unknown id, and for a claim opened after ``as_of``.
    """
    with store.read(by_key=as_of is None) as session:
        if as_of is None:
            return _tell_now(session, claim_id)
        return _tell_then(session, claim_id, as_of)


def _tell_now(session: Session, claim_id: int) -> ClaimPage:
    now = read_now(session, claim_id)
    held = [Held(dot.stance_id, now.claim_id, dot.party_id, dot.value) for dot in now.dots]
    return ClaimPage(
        claim_id=now.claim_id,
        asked_id=claim_id,
        text=now.text,
        as_of=None,
        opened_at=now.opened_at,
        last_change=now.last_change,
        standing=now.standing,
        matrix=build_matrix(read_cells(session, held)),
        evidence=now.evidence,
        balance=weigh(now.evidence),
        **now.lineage._asdict(),
        proposals=now.proposals,
        history=now.history,
        head=now.head,
    )


def _tell_then(session: Session, claim_id: int, as_of: date) -> ClaimPage:
    """The page as it was at the end of that day, computed from the facts."""
    state = load_state(session, claim_id, as_of)
    cut = find_cut(session, as_of)
    members = [member.claim_id for member in state.members]
    held = [
        Held(stance.id, stance.claim_id, stance.party_id, stance.value) for stance in state.stances
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
        **read_lineage(session, state.claim_id, state.members, cut)._asdict(),
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
    suggestion = state.suggestion
    return Standing(
        status=state.status,
        basis=state.status_basis,
        stage=state.stage,
        assignee=state.assignee,
        flags=tuple(Flag(flag) for flag in suggestion.flags) if suggestion else (),
        commitment=suggestion.commitment if suggestion else None,
        **read_reasons(session, state.claim_id, cut)._asdict(),
    )
