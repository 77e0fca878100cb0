"""One document and what extraction found in it, onto the record, in one transaction.

Success leaves the capture, the document, its reading, parties, claims and
stances, all under one ledger entry. Failure leaves nothing. The same bytes
read by the same extractor a second time change nothing, and neither does an
item that another capture told already (a feed, polled again); read by another
extractor, they replace what the earlier machine reading said (``rereading``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlmodel import Session, col, select

from claims.desk.documents import add_document, find_document, was_read
from claims.desk.failures import (
    STEPS,
    failure_key,
    open_failures,
    refuse_finding,
    settle_failures,
)
from claims.desk.placing import Placed, load_told_claims, place_claims
from claims.desk.positions import DocumentPass, build_stances, link_parties, split_held
from claims.desk.rereading import (
    EarlierReadings,
    Spot,
    compare_readings,
    load_earlier,
    withdraw_unfound,
)
from claims.desk.values import Material, Recorded
from claims.model import ClaimDraft, Extraction, Finding
from claims.parties import Catalogue, load_catalogue
from claims.settings import Settings, load_settings
from claims.status import Actor
from claims.store import Store, Transaction
from claims.store.facts import Reading, StanceRow


def record_document(
    store: Store,
    actor: Actor,
    material: Material,
    extraction: Extraction,
    *,
    settings: Settings | None = None,
    catalogue: Catalogue | None = None,
) -> Recorded:
    """Record one document with its findings.

    ``catalogue`` defaults to the party catalogue of the package. A finding
    whose span does not stand in the text is refused: it becomes a failure on
    the record and never a stance. Call ``assess_claims`` on the returned
    ``claim_ids`` afterwards (once for a batch).
    """
    with store.read() as session:
        before = find_recorded(session, material, extraction.extractor)
    if before is not None:
        return before
    limit = (settings or load_settings()).match_candidates
    catalogue = catalogue or load_catalogue()
    with store.write(actor=actor.name, action="record_document", note=material.name) as tx:
        before = find_recorded(tx.session, material, extraction.extractor)
        if before is not None:  # another process was quicker
            return before
        reading, new = open_reading(tx, actor, catalogue, material, extraction.extractor)
        return _record_findings(reading, extraction, new, limit)


def open_reading(
    tx: Transaction, actor: Actor, catalogue: Catalogue, material: Material, extractor: str
) -> tuple[DocumentPass, bool]:
    """The document's row, added where the record lacks it, and whether it was added.

    Failures of the same input are answered: it is worked through now.
    """
    held = find_document(tx.session, material)
    settle_failures(tx, actor, material)
    new = held is None
    held = held or add_document(tx, catalogue, material)
    return DocumentPass(tx, actor, catalogue, material, held, extractor), new


def _record_findings(
    reading: DocumentPass, extraction: Extraction, new: bool, limit: int
) -> Recorded:
    findings, refused = sift_findings(reading, extraction.findings)
    before = {} if new else load_told_claims(reading.tx, reading.held.id)
    earlier = EarlierReadings() if new else load_earlier(reading.tx, reading.held.id)
    placed, rows = place_findings(
        reading, extraction.claims, findings, limit, before, earlier.settled
    )
    compared = compare_readings(rows, earlier)
    withdraw_unfound(reading.tx, compared.drop, reading.extractor, reading.actor.name)
    claim_ids = [place.claim_id for place in placed.places.values()] + sorted(earlier.claims)
    rows = compared.add
    add_reading(reading, rows, extraction.skipped)
    return Recorded(
        document_id=reading.held.id,
        new=True,
        claim_ids=tuple(dict.fromkeys(claim_ids)),
        claims_opened=placed.opened,
        claims_joined=placed.joined,
        proposals=placed.proposals,
        stances=len(rows),
        failures=tuple(refused),
        origin=reading.held.origin_key,
    )


def find_known(
    store: Store, actor: Actor, materials: Iterable[Material], extractors: Collection[str]
) -> dict[tuple[str, str], int]:
    """Which of these one of the extractors has read, in whatever capture it was told: the
    document's number by (SHA-256, item). What failed of them before is settled.

    ``views.known_items`` finds what was told by the same bytes, and many at once.
    """
    known: dict[tuple[str, str], int] = {}
    failed: list[Material] = []
    with store.read() as session:
        for material in materials:
            held = find_document(session, material)
            if held is None or not any(was_read(session, held.id, each) for each in extractors):
                continue
            sha256, item = material.capture.sha256, material.item
            known[sha256, item] = held.id
            if open_failures(session, [failure_key(step, sha256, item) for step in STEPS]):
                failed.append(material)
    for material in failed:
        with store.write(actor=actor.name, action="settle_failures", note=material.name) as tx:
            settle_failures(tx, actor, material)
    return known


def sift_findings(
    reading: DocumentPass, findings: Sequence[Finding]
) -> tuple[list[Finding], list[str]]:
    """Findings whose quotes stand in the text, and why the others were refused."""
    holding, failing = split_held(reading.material.document.text, findings)
    refused = [
        refuse_finding(reading.tx, reading.material, finding, reading.extractor)
        for finding in failing
    ]
    return holding, refused


def place_findings(
    reading: DocumentPass,
    drafts: Sequence[ClaimDraft],
    findings: Sequence[Finding],
    limit: int,
    told_before: Mapping[str, int] | None = None,
    settled: frozenset[Spot] = frozenset(),
) -> tuple[Placed, list[StanceRow]]:
    """Claims joined or opened, parties linked, and the stance rows, not yet added.

    What is found at a ``settled`` spot is left out: no claim is opened for it.
    """
    linked = link_parties(reading, findings)
    findings = [each for each in findings if linked.spot_of(each) not in settled]
    placed = place_claims(reading.tx, drafts, findings, reading.held.id, limit, told_before)
    return placed, build_stances(reading, findings, linked, placed.places)


def add_reading(
    reading: DocumentPass, rows: Sequence[StanceRow], skipped: str | None = None
) -> None:
    """Add the stance rows and that this extractor read the document; tell the outbox."""
    tx = reading.tx
    tx.add(
        Reading(
            document_id=reading.held.id,
            extractor=reading.extractor,
            skipped=skipped,
            findings=len(rows),
            recorded_at=tx.now,
        )
    )
    by_claim: dict[int, list[int]] = {}
    for row_id, row in zip(tx.add_many(rows), rows, strict=True):
        by_claim.setdefault(row.claim_id, []).append(row_id)
    for claim_id, stance_ids in by_claim.items():
        payload = {"claim_id": claim_id, "stance_ids": stance_ids}
        tx.emit("stance.recorded", f"claim:{claim_id}", payload)


def find_recorded(session: Session, material: Material, extractor: str) -> Recorded | None:
    """What is recorded of this document by this extractor; None where nothing is."""
    held = find_document(session, material)
    if held is None or not was_read(session, held.id, extractor):
        return None
    claim_ids = session.exec(
        select(StanceRow.claim_id)
        .where(col(StanceRow.document_id) == held.id)
        .order_by(col(StanceRow.id))
    )
    return Recorded(
        document_id=held.id,
        new=False,
        claim_ids=tuple(dict.fromkeys(claim_ids)),
        origin=held.origin_key,
    )
