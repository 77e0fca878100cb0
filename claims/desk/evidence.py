"""Evidence on claims: attached by people, proposed by the machine, taken off again."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from sqlmodel import col, select

from claims.desk.assess import assess_in
from claims.desk.checks import CONTRIBUTING, REVIEWING, get_row, require_reason, require_role
from claims.desk.documents import add_capture, credited_beside, read_dateline
from claims.desk.errors import RefusedInputError
from claims.desk.merging import effective_claims
from claims.desk.origins import OriginLink, outlet_origin
from claims.desk.rows import ensure_origins
from claims.desk.sites import address_origin
from claims.desk.values import EvidenceDraft, EvidenceFound
from claims.model import Span
from claims.parties import load_catalogue
from claims.status import Actor
from claims.store import Store, Transaction
from claims.store.facts import (
    Claim,
    Document,
    Evidence,
    Proposal,
    ProposalKind,
    StanceMove,
    StanceRow,
    Withdrawal,
)
from claims.store.reading import read_rows
from claims.store.standing import PROPOSAL


def attach_evidence(store: Store, actor: Actor, claim_id: int, draft: EvidenceDraft) -> int:
    """Attach evidence to a claim and assess it. Returns the evidence's id.

    A span must stand in its document; its origin is the ``source`` named, else whom
    the text credits beside it, else the document's. Of anything else the origin is that
    of the document at its url, else the ``source`` named, else the outlet or site of the
    url, else the file itself. It stays what it was found to be that day, whatever rules
    and outlets become: who puts one right withdraws the piece and attaches it anew.
    """
    require_role(actor, "attach evidence", CONTRIBUTING)
    with store.write(actor=actor.name, action="attach_evidence", note=f"claim {claim_id}") as tx:
        get_row(tx, Claim, claim_id, "claim")
        evidence_id = add_evidence(tx, claim_id, draft, actor.name)
        assess_in(tx, effective_claims(tx.session, [claim_id]))
        return evidence_id


def add_evidence(
    tx: Transaction,
    claim_id: int,
    draft: EvidenceDraft,
    recorded_by: str,
    origin: OriginLink | None = None,
) -> int:
    """Add evidence inside a transaction; the caller assesses the claim.

    ``origin`` is where it really comes from, where that is neither the document's
    origin nor what the draft says.
    """
    span, origin_id = _read_source(tx, claim_id, draft, origin)
    if draft.capture is not None:
        add_capture(tx, draft.capture)
    row = Evidence(
        claim_id=claim_id,
        relation=draft.relation,
        kind=draft.kind,
        reliability=draft.reliability.value,
        credibility=draft.credibility,
        document_id=draft.document_id,
        start=span.start if span else None,
        end=span.end if span else None,
        exact=span.exact if span else None,
        capture_sha256=draft.capture.sha256 if draft.capture else None,
        url=draft.url,
        title=draft.title,
        note=draft.note,
        origin_id=origin_id,
        reasons=list(draft.reasons),
        recorded_by=recorded_by,
        recorded_at=tx.now,
    )
    evidence_id = tx.add(row)
    tx.emit(
        "evidence.recorded",
        f"claim:{claim_id}",
        {"claim_id": claim_id, "evidence_id": evidence_id, "relation": draft.relation.value},
    )
    return evidence_id


def _read_source(
    tx: Transaction, claim_id: int, draft: EvidenceDraft, origin: OriginLink | None
) -> tuple[Span | None, int]:
    """The span that the draft quotes, if it does, and the origin it counts under."""
    span = None
    document = None
    if draft.document_id is not None:
        document = get_row(tx, Document, draft.document_id, "document")
        if draft.start is not None and draft.end is not None:
            span = cut_span(document.text, draft.start, draft.end, draft.document_id)
    if document is not None and origin is None:
        # Of a passage that is quoted a person may know better than its text.
        origin = outlet_origin(load_catalogue(), None, draft.source)
    if document is not None and origin is None and span is not None:
        text, dateline = document.text, read_dateline(document.text)
        origin = credited_beside(load_catalogue(), text, dateline, span.start, span.end)
    if document is not None and origin is None:
        return span, document.origin_id
    found = origin or name_origin(tx, claim_id, draft)
    return span, ensure_origins(tx, [found])[found.key]


def cut_span(text: str, start: int, end: int, document_id: int) -> Span:
    """The span at those offsets of a document; RefusedInputError outside its text."""
    try:
        return Span.cut(text, start, end)
    except ValueError as error:
        raise RefusedInputError(f"Document {document_id}: {error}.") from error


def name_origin(tx: Transaction, claim_id: int, draft: EvidenceDraft) -> OriginLink:
    """The origin of evidence that quotes no document on the record."""
    if draft.url and not urlsplit(draft.url).hostname:
        raise RefusedInputError(f"{draft.url!r} is no address: write it as https://example.org/x.")
    named = address_origin(tx, load_catalogue(), claim_id, draft.url or "", draft.source)
    if named is not None:
        return named
    if draft.capture is not None:
        return OriginLink(f"file:{draft.capture.sha256}", draft.capture.name)
    raise RefusedInputError("Say where the evidence comes from: a source, a url or a file.")


def propose_evidence(store: Store, actor: Actor, found: Sequence[EvidenceFound]) -> int:
    """Put passages before a person as possible evidence. Returns how many are new.

    A passage proposed for a claim once is not proposed for it again, whatever
    the answer was.
    """
    if not found:
        return 0
    with store.write(actor=actor.name, action="propose_evidence") as tx:
        keys = {_dedup_key(each): each for each in found}
        known = read_rows(tx.session, [PROPOSAL.c.dedup_key], PROPOSAL.c.dedup_key, keys)
        held = {row.dedup_key for row in known}
        rows = [_build_proposal(tx, key, each) for key, each in keys.items() if key not in held]
        tx.add_many(rows)
        return len(rows)


def _dedup_key(found: EvidenceFound) -> str:
    return f"evidence:{found.claim_id}:{found.document_id}:{found.start}:{found.end}"


def _build_proposal(tx: Transaction, key: str, found: EvidenceFound) -> Proposal:
    document = get_row(tx, Document, found.document_id, "document")
    span = cut_span(document.text, found.start, found.end, found.document_id)
    return Proposal(
        kind=ProposalKind.EVIDENCE,
        claim_id=found.claim_id,
        document_id=found.document_id,
        start=span.start,
        end=span.end,
        exact=span.exact,
        relation=found.relation.value,
        score=found.score,
        reasons=list(found.reasons),
        dedup_key=key,
        at=tx.now,
    )


def withdraw(store: Store, actor: Actor, what: str, row_id: int, reason: str) -> None:
    """Take a position (``stance``) or a piece of ``evidence`` off the balance, with the reason."""
    require_role(actor, "withdraw", REVIEWING)
    if what not in ("stance", "evidence"):
        raise RefusedInputError(f"{what!r} cannot be withdrawn: name a stance or evidence.")
    said = require_reason(reason, "withdraw it")
    with store.write(actor=actor.name, action="withdraw", note=f"{what} {row_id}") as tx:
        claim_ids = _claims_of(tx, what, row_id)
        require_standing(tx, what, row_id)
        tx.add(Withdrawal(what=what, row_id=row_id, actor=actor.name, reason=said, at=tx.now))
        for claim_id in claim_ids:
            payload = {"claim_id": claim_id, f"{what}_id": row_id, "reason": said}
            tx.emit(f"{what}.withdrawn", f"claim:{claim_id}", payload)
        assess_in(tx, effective_claims(tx.session, claim_ids))


def require_standing(tx: Transaction, what: str, row_id: int) -> None:
    """RefusedInputError where a row was withdrawn, or a later row stands for it."""
    gone = tx.session.exec(
        select(Withdrawal).where(col(Withdrawal.what) == what, col(Withdrawal.row_id) == row_id)
    ).first()
    if gone is not None:
        raise RefusedInputError(f"{gone.actor} withdrew {what} {row_id} before: {gone.reason}")
    table = StanceRow if what == "stance" else Evidence
    newer = tx.session.exec(select(table.id).where(col(table.supersedes) == row_id)).first()
    if newer is not None:
        raise RefusedInputError(
            f"{what.capitalize()} {row_id} was corrected: {what} {newer} stands for it now."
        )


def _claims_of(tx: Transaction, what: str, row_id: int) -> list[int]:
    if what == "evidence":
        return [get_row(tx, Evidence, row_id, "evidence").claim_id]
    row = get_row(tx, StanceRow, row_id, "position")
    moved = tx.session.exec(select(StanceMove.claim_id).where(col(StanceMove.stance_id) == row_id))
    return sorted({row.claim_id, *moved})
