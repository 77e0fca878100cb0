"""A suggestion: one run of the rules, and more runs with one input flipped."""

from __future__ import annotations

from collections.abc import Iterator

from claims.model import Credibility, Relation, Reliability, Stance
from claims.policy.positions import Positions, read_positions
from claims.policy.rules import judge
from claims.policy.values import ClaimInput, EvidenceInput, StanceInput, Suggestion, WhatIf

SUPPOSED = "supposed"
"""Prefix of the party and origin ids of rows that only a what-if holds."""
_SUPPOSED_ID = -1
_SUPPOSED_CREDIBILITY: Credibility = 1


def suggest(claim: ClaimInput) -> Suggestion:
    """Derive the suggested status of ``claim`` with reasons and what would change it.

    Never ``misleading`` or ``unverifiable``: those only people set. The same
    rows in another order, or repeated from the same origin, give the same answer.
    """
    outcome = judge(claim)
    would_change = []
    for change, changed in flips(claim):
        other = judge(changed)
        if other.status is not outcome.status:
            would_change.append(WhatIf(change=change, status=other.status, rule=other.rule))
    return Suggestion(
        status=outcome.status,
        flags=outcome.flags,
        rule=outcome.rule,
        reasons=outcome.reasons,
        rests_on=outcome.rests_on,
        would_change=tuple(would_change),
        commitment=outcome.commitment,
    )


def flips(claim: ClaimInput) -> Iterator[tuple[str, ClaimInput]]:
    """Every one-input change worth asking about: (the change in words, the changed input).

    Changes are told once each, in an order that does not depend on the rows' order.
    """
    positions = read_positions(claim)
    yield from _flip_sides(claim, positions)
    yield from _flip_parties(claim, positions)
    yield from _flip_evidence(claim, positions)


def _flip_sides(claim: ClaimInput, positions: Positions) -> Iterator[tuple[str, ClaimInput]]:
    for side in sorted(claim.implicated):
        name = claim.names.get(side, side)
        if not positions.affirmed_by(side):
            yield f"{name} affirms it", _speak(claim, side, Stance.CONFIRMS)
        if not positions.denied_by(side):
            yield f"{name} denies it", _speak(claim, side, Stance.DENIES)


def _flip_parties(claim: ClaimInput, positions: Positions) -> Iterator[tuple[str, ClaimInput]]:
    """Where several parties stand on a side, no single one of them tips it."""
    deniers = {row.party: row.name for row in positions.denying}
    if len(deniers) == 1:
        for party, name in deniers.items():
            yield f"{name} no longer denies it", _drop_party(claim, party)
    affirmers = {row.party: row.name for row in positions.affirming}
    if len(affirmers) == 1:
        for party, name in affirmers.items():
            yield f"{name} no longer affirms it", _drop_party(claim, party)
    if not positions.denying:
        yield "a named party denies it", _speak(claim, SUPPOSED, Stance.DENIES)
    if not positions.affirming:
        yield "a named party affirms it", _speak(claim, SUPPOSED, Stance.ALLEGES)


def _flip_evidence(claim: ClaimInput, positions: Positions) -> Iterator[tuple[str, ClaimInput]]:
    one_more = {
        "one more strong origin supports it": Relation.SUPPORTS,
        "one more strong origin undermines it": Relation.UNDERMINES,
    }
    for change, relation in one_more.items():
        row = EvidenceInput(
            id=_SUPPOSED_ID,
            relation=relation,
            reliability=Reliability.A,
            credibility=_SUPPOSED_CREDIBILITY,
            origin=f"{SUPPOSED}:{relation}",
        )
        yield change, claim.model_copy(update={"evidence": (*claim.evidence, row)})
    for row in (*positions.supporting, *positions.undermining):
        name = row.label or row.origin or "unknown origin"
        kept = tuple(
            other
            for other in claim.evidence
            if other.origin != row.origin or other.relation is not row.relation
        )
        change = f"the evidence of {name} that {row.relation} it falls away"
        yield change, claim.model_copy(update={"evidence": kept})


def _speak(claim: ClaimInput, side: str, stance: Stance) -> ClaimInput:
    """``side`` says ``stance``, and nothing else that counts as its word stands."""
    row = StanceInput(
        id=_SUPPOSED_ID,
        party=side,
        party_name=claim.names.get(side, side),
        stance=stance,
        origin=f"{SUPPOSED}:{side}",
    )
    others = (other for other in claim.stances if side not in other.counts_as)
    return claim.model_copy(update={"stances": (*others, row)})


def _drop_party(claim: ClaimInput, party: str) -> ClaimInput:
    kept = tuple(row for row in claim.stances if row.party != party)
    return claim.model_copy(update={"stances": kept})
