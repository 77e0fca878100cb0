"""The policy run over claims: suggestions, the shown status, and challenges.

A person's decision is never overwritten. Where what came in since speaks
against it, the machine moves an approved or published claim to ``challenged`` and says why.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.desk.balance import Balance, build_input, load_balances, load_deniers
from claims.desk.contrary import AFFIRMATIVE, find_contrary
from claims.desk.merging import effective_claims, merged_catalogue
from claims.desk.moves import change_status, write_challenge
from claims.desk.state import SUGGESTED, DeskState, load_states
from claims.desk.values import AssessmentChange
from claims.model import Stage, Status
from claims.parties import Catalogue, load_catalogue
from claims.policy import Suggestion, suggest
from claims.status import Actor, MoveContext, Role
from claims.store import Store, Transaction
from claims.store.facts import Assessment, Decision, Fact

POLICY = Actor(name="machine:policy", role=Role.MACHINE)
"""Who suggests and challenges."""
CLAIMS_AT_ONCE = 200
"""Claims assessed in one transaction."""


def assess_claims(
    store: Store,
    actor: Actor,
    claim_ids: Sequence[int],
    *,
    catalogue: Catalogue | None = None,
) -> list[AssessmentChange]:
    """Run the policy over claims and write down what changed.

    Merged claims are assessed as those they count under. Returns one entry
    for each claim on which anything was written, by ascending claim id.
    """
    with store.read() as session:
        ids = effective_claims(session, claim_ids)
    changes: list[AssessmentChange] = []
    for start in range(0, len(ids), CLAIMS_AT_ONCE):
        batch = ids[start : start + CLAIMS_AT_ONCE]
        with store.write(actor=actor.name, action="assess", note=f"{len(batch)} claims") as tx:
            changes += assess_in(tx, batch, catalogue)
    return changes


def assess_in(
    tx: Transaction, claim_ids: Sequence[int], catalogue: Catalogue | None = None
) -> list[AssessmentChange]:
    """Assess effective claims inside a transaction."""
    known = merged_catalogue(tx.session, catalogue or load_catalogue())
    balances = load_balances(tx.session, known, claim_ids)
    rows: list[Fact] = []
    changes = []
    for state in load_states(tx.session, claim_ids):
        change, own = _assess_one(tx, known, state, balances[state.claim_id])
        rows += own
        changes += [change] if change else []
    tx.add_many(rows)
    return changes


def _assess_one(
    tx: Transaction, catalogue: Catalogue, state: DeskState, balance: Balance
) -> tuple[AssessmentChange | None, list[Fact]]:
    """What changed for a claim, and the rows that say so, not yet added."""
    found = suggest(build_input(catalogue, state.text, balance))
    rows: list[Fact] = []
    assessment = _build_assessment(tx, state, found)
    if state.assessment is None or _content(assessment) != _content(state.assessment):
        rows.append(assessment)
    shown, challenged = state.shown, None
    if state.decision is None:
        reason = " ".join(found.reasons)
        changed = change_status(tx, state, found.status, SUGGESTED, POLICY.name, reason)
        rows += [changed] if changed else []
        shown = found.status
    else:
        challenged = _challenge(tx, state, state.decision, found, balance)
    if not rows and challenged is None:
        return None, rows
    change = AssessmentChange(
        claim_id=state.claim_id,
        suggestion=found.status,
        rule=found.rule,
        shown_before=state.shown,
        shown_after=shown,
        first=state.assessment is None,
        challenged=challenged,
    )
    return change, rows


def _build_assessment(tx: Transaction, state: DeskState, found: Suggestion) -> Assessment:
    return Assessment(
        claim_id=state.claim_id,
        status=found.status,
        flags=[flag.value for flag in found.flags],
        commitment=found.commitment.value if found.commitment else None,
        rule=found.rule,
        reasons=list(found.reasons),
        rests_on=list(found.rests_on),
        would_change=[each.model_dump(mode="json") for each in found.would_change],
        at=tx.now,
    )


def _content(row: Assessment) -> tuple[object, ...]:
    return (
        Status(row.status),
        row.flags,
        row.commitment,
        row.rule,
        row.reasons,
        row.rests_on,
        row.would_change,
    )


def _challenge(
    tx: Transaction, state: DeskState, decision: Decision, found: Suggestion, balance: Balance
) -> str | None:
    """Challenge a decision that stands approved where new material contradicts it; why."""
    if state.stage not in (Stage.APPROVED, Stage.PUBLISHED):
        return None
    reason = _read_contrary(tx, decision, found, balance)
    if reason is not None:
        context = MoveContext(rationale=reason, contrary_material=True)
        write_challenge(tx, state, POLICY, context)
    return reason


def find_objection(tx: Transaction, state: DeskState) -> str | None:
    """Why what counts for a claim now speaks against its decision, None where it does not."""
    if state.decision is None:
        return None
    known = merged_catalogue(tx.session, load_catalogue())
    balance = load_balances(tx.session, known, [state.claim_id])[state.claim_id]
    found = suggest(build_input(known, state.text, balance))
    return _read_contrary(tx, state.decision, found, balance)


def _read_contrary(
    tx: Transaction, decision: Decision, found: Suggestion, balance: Balance
) -> str | None:
    decided = Status(decision.status)
    denied_then: frozenset[str] = frozenset()
    if decided in AFFIRMATIVE:  # no other decision is called into question by a denial
        denied_then = load_deniers(tx.session, decision.claim_id, decision.seq)
    before = _suggested_then(tx, decision)
    return find_contrary(decided, before, found.status, balance.stances, denied_then)


def _suggested_then(tx: Transaction, decision: Decision) -> Status | None:
    if decision.assessment_id is None:
        return None
    row = tx.session.get(Assessment, decision.assessment_id)
    return Status(row.status) if row else None
