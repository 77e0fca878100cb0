"""A claim's lines in the projections, computed from its state. No SQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from claims.model import Relation
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
            for stance, count in latest_words(state)
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


def latest_words(state: ClaimState) -> list[tuple[StanceState, int]]:
    """Each party's latest stance with the number of its stances, the latest word first.

    Of one day's stances the last one recorded holds.
    """
    latest: dict[int, StanceState] = {}
    counts: Counter[int] = Counter()
    for stance in state.stances:
        counts[stance.party_id] += 1
        known = latest.get(stance.party_id)
        if known is None or (known.day, known.id) < (stance.day, stance.id):
            latest[stance.party_id] = stance
    words = sorted(latest.values(), key=lambda stance: (stance.day, stance.id), reverse=True)
    return [(stance, counts[stance.party_id]) for stance in words]


def party_lines(state: ClaimState) -> list[Line]:
    """The lines of the party filter."""
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
        for stance, count in latest_words(state)
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
