"""Corrected positions, and answers to what the machine proposes."""

from __future__ import annotations

from sqlmodel import col, select

from claims.desk.assess import assess_in
from claims.desk.checks import REVIEWING, get_row, require_begun, require_reason, require_role
from claims.desk.claims import merge_in
from claims.desk.errors import AlreadyAnsweredError, RefusedInputError
from claims.desk.evidence import add_evidence, cut_span, require_standing
from claims.desk.linking import NameUse, link_name
from claims.desk.merging import effective_claims
from claims.desk.rows import ensure_parties
from claims.desk.values import EvidenceDraft, StanceCorrection
from claims.evidence import grade, read_basis
from claims.model import EvidenceKind, Relation, Reliability, Span
from claims.parties import load_catalogue
from claims.status import Actor
from claims.store import Store, Transaction
from claims.store.facts import (
    Document,
    Party,
    Proposal,
    ProposalAnswer,
    ProposalKind,
    StanceMove,
    StanceRow,
)
from claims.store.merges import load_claim_forest


def correct_stance(
    store: Store, actor: Actor, stance_id: int, correction: StanceCorrection, reason: str
) -> int:
    """Put a corrected row in the place of a position. Returns the new row's id.

    The old row stays on the record; the new one names it and carries the
    person and the reason. RefusedInputError for a day that has not begun.
    """
    require_role(actor, "correct a position", REVIEWING)
    said = require_reason(reason, "correct a position")
    if correction.said_on is not None:
        require_begun(correction.said_on, "The day of the position")
    with store.write(actor=actor.name, action="correct_stance", note=f"stance {stance_id}") as tx:
        old = get_row(tx, StanceRow, stance_id, "position")
        require_standing(tx, "stance", stance_id)
        moved = tx.session.exec(
            select(StanceMove.claim_id)
            .where(col(StanceMove.stance_id) == stance_id)
            .order_by(col(StanceMove.id).desc())
        ).first()
        claim_id = old.claim_id if moved is None else moved
        new_id = tx.add(_build_corrected(tx, old, claim_id, actor, correction, said))
        payload = {"claim_id": claim_id, "stance_id": new_id, "supersedes": stance_id}
        tx.emit("stance.corrected", f"claim:{claim_id}", payload)
        assess_in(tx, effective_claims(tx.session, [claim_id, old.claim_id]))
        return new_id


def _build_corrected(
    tx: Transaction,
    old: StanceRow,
    claim_id: int,
    actor: Actor,
    correction: StanceCorrection,
    reason: str,
) -> StanceRow:
    span = Span(start=old.start, end=old.end, exact=old.exact, prefix=old.prefix, suffix=old.suffix)
    if correction.start is not None and correction.end is not None:
        document = get_row(tx, Document, old.document_id, "document")
        span = cut_span(document.text, correction.start, correction.end, old.document_id)
    party_id = old.party_id
    if correction.party is not None:
        party_id = find_party(tx, correction.party)
    return StanceRow(
        claim_id=claim_id,
        party_id=party_id,
        speaker_id=old.speaker_id,
        told_as=old.told_as,
        value=correction.value or old.value,
        mode=correction.mode or old.mode,
        commitment=correction.commitment or old.commitment,
        anonymous=old.anonymous if correction.anonymous is None else correction.anonymous,
        document_id=old.document_id,
        start=span.start,
        end=span.end,
        exact=span.exact,
        prefix=span.prefix,
        suffix=span.suffix,
        said_on=correction.said_on or old.said_on,
        origin_id=old.origin_id,
        confidence=correction.confidence,
        reasons=[*old.reasons, f"Corrected by {actor.name}: {reason}"],
        recorded_by=actor.name,
        supersedes=old.id,
        recorded_at=tx.now,
    )


def find_party(tx: Transaction, name: str) -> int:
    """The party of that key or name; a name new to the record becomes a party of its own."""
    held = tx.session.exec(select(Party.id).where(col(Party.key) == name)).first()
    if held is not None:
        return held
    link = link_name(load_catalogue(), NameUse(name))
    if link.note is not None:
        raise RefusedInputError(f"{link.note} Name the party by its key.")
    return ensure_parties(tx, [link])[link.key]


def answer_proposal(
    store: Store,
    actor: Actor,
    proposal_id: int,
    accepted: bool,
    reason: str = "",
    *,
    relation: Relation | None = None,
    reliability: Reliability | None = None,
    credibility: int | None = None,
) -> None:
    """Answer a proposal: an accepted merge merges, accepted evidence is attached.

    ``relation`` and the grades replace the machine's for evidence. A refusal
    is kept, so that the same pair or passage is not proposed again.
    """
    require_role(actor, "answer a proposal", REVIEWING)
    with store.write(actor=actor.name, action="answer_proposal", note=str(proposal_id)) as tx:
        row = get_row(tx, Proposal, proposal_id, "proposal")
        before = tx.session.exec(
            select(ProposalAnswer).where(col(ProposalAnswer.proposal_id) == proposal_id)
        ).first()
        if before is not None:
            verdict = "accepted" if before.accepted else "rejected"
            raise AlreadyAnsweredError("proposal", proposal_id, f"{verdict} by {before.actor}")
        tx.add(
            ProposalAnswer(
                proposal_id=proposal_id,
                accepted=accepted,
                actor=actor.name,
                reason=reason.strip(),
                at=tx.now,
            )
        )
        touched = [row.claim_id, *([row.other_claim_id] if row.other_claim_id else [])]
        if not accepted:
            return
        if ProposalKind(row.kind) is ProposalKind.SAME_CLAIM:
            _merge_proposed(tx, actor, row, reason)
        else:
            draft = _draft_proposed(tx, row, relation, reliability, credibility)
            add_evidence(tx, row.claim_id, draft, actor.name)
        assess_in(tx, effective_claims(tx.session, touched))


def _merge_proposed(tx: Transaction, actor: Actor, row: Proposal, reason: str) -> None:
    """Merge the pair, the newer claim into the older one, each as it counts now."""
    if row.other_claim_id is None:
        raise RefusedInputError(f"Proposal {row.id} names one claim only: refuse it.")
    roots = load_claim_forest(tx.session, [row.claim_id, row.other_claim_id], None).roots
    own, other = roots[row.claim_id], roots[row.other_claim_id]
    if own.claim_id == other.claim_id:
        raise RefusedInputError(
            f"Claims {row.claim_id} and {row.other_claim_id} are one already: refuse the proposal."
        )
    # What the machine noted made it ask a person: it is no reason for the merge.
    noted = f"; the machine had noted: {'; '.join(row.reasons)}" if row.reasons else ""
    said = reason.strip() or f"proposal {row.id} accepted{noted}"
    newer, older = max(own.claim_id, other.claim_id), min(own.claim_id, other.claim_id)
    opposite = row.opposite ^ own.opposite ^ other.opposite
    merge_in(tx, actor, newer, older, said, opposite=opposite)


def _draft_proposed(
    tx: Transaction,
    row: Proposal,
    relation: Relation | None,
    reliability: Reliability | None,
    credibility: int | None,
) -> EvidenceDraft:
    if row.document_id is None:
        raise RefusedInputError(f"Proposal {row.id} names no document: refuse it.")
    document = get_row(tx, Document, row.document_id, "document")
    outlet = Reliability(document.outlet_reliability) if document.outlet_reliability else None
    default = grade(outlet, read_basis(row.exact or ""))
    return EvidenceDraft(
        relation=relation or Relation(row.relation or Relation.CONTEXT),
        kind=EvidenceKind.SPAN,
        reliability=reliability or default.reliability,
        credibility=credibility or default.credibility,
        document_id=row.document_id,
        start=row.start,
        end=row.end,
        url=document.url,
        title=document.title,
        reasons=(*row.reasons, *default.reasons),
    )
