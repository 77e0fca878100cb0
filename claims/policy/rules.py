"""The six rules, first match wins, and the flags beside them (DESIGN section 1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from claims.model import Commitment, Flag, Relation, Status
from claims.policy.positions import Positions, read_positions
from claims.policy.values import ClaimInput, EvidenceInput, StanceInput

INDEPENDENT_ORIGINS = 2
"""Strong supporting origins that make a claim ``supported``."""
_STRENGTH = (Commitment.CERTAIN, Commitment.PROBABLE, Commitment.POSSIBLE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run of the rules says, before asking what would change it."""

    status: Status
    rule: int
    flags: tuple[Flag, ...]
    reasons: tuple[str, ...]
    rests_on: tuple[str, ...]
    commitment: Commitment | None


@dataclass(frozen=True, slots=True)
class _Verdict:
    status: Status
    reason: str
    stances: tuple[StanceInput, ...] = ()
    evidence: tuple[EvidenceInput, ...] = ()


_Rule = Callable[[ClaimInput, Positions], _Verdict | None]


def judge(claim: ClaimInput) -> Outcome:
    """Run the rules once."""
    positions = read_positions(claim)
    number, verdict = _first_match(claim, positions)
    return Outcome(
        status=verdict.status,
        rule=number,
        flags=_flags(number, claim, positions),
        reasons=(verdict.reason, *_remarks(claim, positions)),
        rests_on=_refs(verdict),
        commitment=_commitment(positions),
    )


def _first_match(claim: ClaimInput, positions: Positions) -> tuple[int, _Verdict]:
    for number, rule in enumerate(RULES, start=1):
        verdict = rule(claim, positions)
        if verdict is not None:
            return number, verdict
    return len(RULES) + 1, _undecided(claim, positions)


def _refuted(claim: ClaimInput, positions: Positions) -> _Verdict | None:
    if not positions.undermining or positions.supporting:
        return None
    reason = f"Strong evidence undermines it ({_labels(positions.undermining)}), none supports it."
    return _Verdict(Status.REFUTED, reason, evidence=positions.undermining)


def _evidence_divided(claim: ClaimInput, positions: Positions) -> _Verdict | None:
    if not (positions.undermining and positions.supporting):
        return None
    reason = (
        f"Strong evidence stands on both sides: for it {_labels(positions.supporting)}, "
        f"against it {_labels(positions.undermining)}."
    )
    return _Verdict(Status.CONTESTED, reason, evidence=positions.supporting + positions.undermining)


def _supported(claim: ClaimInput, positions: Positions) -> _Verdict | None:
    count = len(positions.supporting)
    if count < INDEPENDENT_ORIGINS:
        return None
    reason = f"{count} independent strong origins support it: {_labels(positions.supporting)}."
    return _Verdict(Status.SUPPORTED, reason, evidence=positions.supporting)


def _acknowledged(claim: ClaimInput, positions: Positions) -> _Verdict | None:
    """Every side must speak: one side's word about another's deed acknowledges nothing."""
    if not claim.implicated or positions.denying:
        return None
    words = [positions.affirmed_by(side) for side in sorted(claim.implicated)]
    if not all(words):
        return None
    rows = tuple({row.id: row for word in words for row in word}.values())
    reason = f"All whom it implicates affirm it ({_voices(rows)}), and nobody named denies it."
    return _Verdict(Status.ACKNOWLEDGED, reason, stances=rows)


def _parties_divided(claim: ClaimInput, positions: Positions) -> _Verdict | None:
    if not (positions.affirming and positions.denying):
        return None
    reason = (
        f"{_voices(positions.affirming)} affirm{_s(positions.affirming)} it, "
        f"{_voices(positions.denying)} den{_ies(positions.denying)} it, and nothing decides."
    )
    return _Verdict(Status.CONTESTED, reason, stances=positions.affirming + positions.denying)


RULES: tuple[_Rule, ...] = (
    _refuted,
    _evidence_divided,
    _supported,
    _acknowledged,
    _parties_divided,
)
"""Rules 1 to 5 in order; rule 6 is what remains."""


def _undecided(claim: ClaimInput, positions: Positions) -> _Verdict:
    rows = positions.affirming + positions.denying + positions.unnamed
    if positions.affirming:
        who = f"{_voices(positions.affirming)} affirm{_s(positions.affirming)} it"
        missing = [
            claim.names.get(side, side)
            for side in sorted(claim.implicated)
            if not positions.affirmed_by(side)
        ]
        rest = f"; {_join(missing)}, whom it implicates too, did not" if missing else ""
        reason = f"{who}{rest}; no rule decides."
    elif positions.denying:
        who = f"{_voices(positions.denying)} den{_ies(positions.denying)} it"
        reason = f"{who}; nobody named affirms it."
    elif positions.unnamed:
        reason = "Only unattributed or anonymous voices affirm it."
    else:
        reason = "Nobody has affirmed or denied it."
    return _Verdict(Status.UNVERIFIED, reason, stances=rows, evidence=positions.supporting)


def _flags(rule: int, claim: ClaimInput, positions: Positions) -> tuple[Flag, ...]:
    """Flags in the order of ``Flag``. ``unattributed_only`` says more than ``single_origin``
    and ``hedged_only``, so these two look at named parties only."""
    affirming = positions.affirming
    own = claim.harmed & claim.implicated
    holds = {
        Flag.DENIED: bool(positions.denying),
        Flag.UNATTRIBUTED_ONLY: bool(positions.unnamed) and not affirming,
        Flag.SINGLE_ORIGIN: rule in (1, 6) and len(_origins(rule, positions)) == 1,
        Flag.NO_POSITION_TAKEN: bool(positions.silent),
        Flag.AGAINST_OWN_INTEREST: rule == 4 and bool(own),
        Flag.IN_OWN_INTEREST: rule == 4 and not own,
        Flag.HEDGED_ONLY: bool(affirming)
        and all(row.commitment is not Commitment.CERTAIN for row in affirming),
    }
    return tuple(flag for flag in Flag if holds[flag])


def _origins(rule: int, positions: Positions) -> frozenset[str]:
    if rule == 1:
        return frozenset(row.origin for row in positions.undermining)
    rows: Sequence[StanceInput | EvidenceInput] = (*positions.affirming, *positions.supporting)
    return frozenset(row.origin for row in rows)


def _remarks(claim: ClaimInput, positions: Positions) -> Iterable[str]:
    for side in positions.silent:
        yield f"{claim.names.get(side, side)} took no position, which moves no status."
    told: set[tuple[str, str]] = set()
    for before, after in positions.overtaken:
        key = (before.name, after.name)
        if key not in told:
            told.add(key)
            yield (
                f"{before.name} said otherwise on {before.said_on}; the later word of "
                f"{after.name} on {after.said_on} counts ({after.stance})."
            )
    if positions.doubting:
        yield f"{_voices(positions.doubting)} doubt{_s(positions.doubting)} it."


def _commitment(positions: Positions) -> Commitment | None:
    said = {row.commitment for row in (*positions.affirming, *positions.unnamed)}
    return next((step for step in _STRENGTH if step in said), None)


def _refs(verdict: _Verdict) -> tuple[str, ...]:
    stances = sorted({row.id for row in verdict.stances})
    evidence = sorted({row.id for row in verdict.evidence})
    return (*(f"stance:{i}" for i in stances), *(f"evidence:{i}" for i in evidence))


def _labels(rows: Iterable[EvidenceInput]) -> str:
    return _join(sorted({row.label or row.origin or _unnamed(row) for row in rows}))


def _unnamed(row: EvidenceInput) -> str:
    side = "for" if row.relation is Relation.SUPPORTS else "against"
    return f"evidence {side} it of unknown origin"


def _voices(rows: Iterable[StanceInput]) -> str:
    return _join(sorted({row.name for row in rows}))


def _join(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _s(rows: Sequence[StanceInput]) -> str:
    return "s" if len({row.name for row in rows}) == 1 else ""


def _ies(rows: Sequence[StanceInput]) -> str:
    return "ies" if len({row.name for row in rows}) == 1 else "y"
