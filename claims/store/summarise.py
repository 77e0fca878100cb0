"""A claim's lines in the projections, computed from its state. No SQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from claims.model import Relation
from claims.policy import order_words, position_of, rank
from claims.policy.latest import Rank
from claims.store.effective import StanceState
from claims.store.standing import ClaimState, StandingState

Line = dict[str, Any]


def summarise(state: ClaimState, parties: Mapping[int, tuple[str, str]]) -> Line:
    """The line of the board. ``parties``: ``{id: (key, name)}`` of those with a stance."""
    relations = Counter(piece.relation for piece in state.evidence)
    days = [stance.day for stance in state.stances]
    return {
        **summarise_standing(state),
        "text": state.text,
        "positions": [
            {
                "party_id": stance.party_id,
                "party_key": parties[stance.party_id][0],
                "party": parties[stance.party_id][1],
                "value": stance.value.value,
                "commitment": stance.commitment.value,
                "day": stance.day.isoformat(),
                "stances": count,
            }
            for stance, count in _count(state, latest_words(state))
        ],
        "stances": len(state.stances),
        "documents": len({stance.document_id for stance in state.stances}),
        "origins": len({stance.origin_id for stance in state.stances}),
        "supports": relations[Relation.SUPPORTS],
        "undermines": relations[Relation.UNDERMINES],
        "context": relations[Relation.CONTEXT],
        "first_day": min(days, default=None),
        "last_day": max(days, default=None),
        "opened_at": state.opened_at,
    }


def summarise_standing(state: StandingState) -> Line:
    """What of the line of the board says how the claim stands."""
    suggestion = state.suggestion
    return {
        "claim_id": state.claim_id,
        "status": state.status,
        "status_basis": state.status_basis,
        "suggestion": suggestion.status if suggestion else None,
        "stage": state.stage,
        "flags": list(suggestion.flags) if suggestion else [],
        "commitment": suggestion.commitment if suggestion else None,
        "assignee": state.assignee,
        "proposals": state.open_proposals,
        "last_change": state.last_change,
        "published": state.decision is not None and state.decision.published,
    }


def latest_words(state: ClaimState) -> list[StanceState]:
    """The stances by which each party stands now, the latest word first.

    One a party; whoever denied and admitted on one day stands by both, each by the stance
    recorded last.
    """
    held: dict[int, dict[str, StanceState]] = {}
    for stance in sorted(state.stances, key=_order):
        words = held.setdefault(stance.party_id, {})
        if any(_rank(word) < _rank(stance) for word in words.values()):
            words.clear()
        words[position_of(stance.value)] = stance
    listed = [word for words in held.values() for word in words.values()]
    return sorted(listed, key=_order, reverse=True)


def _rank(stance: StanceState) -> Rank:
    return rank(stance.day, stance.value)


def _order(stance: StanceState) -> tuple[Rank, int]:
    return order_words(stance.day, stance.value, stance.id)


def _count(state: ClaimState, words: Iterable[StanceState]) -> list[tuple[StanceState, int]]:
    """Stances with how many their party has on the claim."""
    counts = Counter(stance.party_id for stance in state.stances)
    return [(stance, counts[stance.party_id]) for stance in words]


def party_lines(state: ClaimState) -> list[Line]:
    """The lines of the party filter: one a party, of several words that hold the last recorded."""
    last = {stance.party_id: stance for stance in reversed(latest_words(state))}
    return [
        {
            "claim_id": state.claim_id,
            "party_id": stance.party_id,
            "value": stance.value,
            "commitment": stance.commitment,
            "day": stance.day,
            "stances": count,
            "last_change": state.last_change,
        }
        for stance, count in _count(state, last.values())
    ]


def outlet_lines(state: ClaimState) -> list[Line]:
    """The lines of the outlet filter."""
    counts = Counter(stance.outlet_id for stance in state.stances if stance.outlet_id)
    return [
        {
            "claim_id": state.claim_id,
            "outlet_id": outlet_id,
            "stances": count,
            "last_change": state.last_change,
        }
        for outlet_id, count in sorted(counts.items())
    ]


def flag_lines(state: StandingState) -> list[Line]:
    """The lines of the flag filter."""
    flags = sorted(set(state.suggestion.flags)) if state.suggestion else []
    return [
        {"claim_id": state.claim_id, "flag": flag, "last_change": state.last_change}
        for flag in flags
    ]


def matrix_lines(state: ClaimState) -> list[Line]:
    """The cells of the matrix."""
    return [
        {
            "stance_id": stance.id,
            "claim_id": stance.claim_id,
            "party_id": stance.party_id,
            "day": stance.day,
            "value": stance.value,
            "mode": stance.mode,
            "commitment": stance.commitment,
            "anonymous": stance.anonymous,
            "document_id": stance.document_id,
            "outlet_id": stance.outlet_id,
            "origin_id": stance.origin_id,
        }
        for stance in state.stances
    ]


def evidence_lines(state: ClaimState) -> list[Line]:
    """The evidence that counts."""
    return [
        {"evidence_id": piece.id, "claim_id": piece.claim_id, "relation": piece.relation}
        for piece in state.evidence
    ]
