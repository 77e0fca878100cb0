"""Ingest: material in, findings on record.

A task is a batch of documents. Documents are extracted on all cores and
recorded one transaction each, in the order in which they came, so that the
same material gives the same record however often it was interrupted. What
cannot be read, extracted or recorded is kept with its reason, and ``retry``
takes it again. Nothing here is remembered by Prefect: the record knows what it
holds, and a second run over the same bytes changes nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from prefect import flow, task
from prefect.artifacts import acreate_table_artifact
from prefect.cache_policies import NO_CACHE
from sqlalchemy.exc import DBAPIError

from claims import desk, views
from claims.desk import Actor, AssessmentChange, DeskError, FailureDraft, Role
from claims.model import Document, Extraction
from claims.settings import Settings, load_settings
from claims.store import Store, open_store
from flows.assess import tell_challenges
from flows.events import send_events
from flows.extraction_pool import ExtractionFailed
from flows.extractors import Extractor, open_extractor
from flows.failed import list_failed
from flows.intake import CAPTURE_PREFIX, Item, open_captures, read_items
from flows.progress import Progress
from flows.requests import IngestReport, IngestRequest, count
from flows.retries import refuses_rows, with_retries
from sources.archive import CaptureArchive
from sources.catalog import load_outlets
from sources.model import NOTHING_GIVEN, Given

MACHINE = Actor(name="machine:ingest", role=Role.MACHINE)
ROWS_SHOWN = 500
"""Documents listed in the artifact of a run."""
REASON_CHARS = 300
"""Of what a database says when it refuses a document."""
TITLE_CHARS = 80
"""Of a document's title, in a step."""


@dataclass
class Intake:
    """One ingest run: what it reads, where it records, what became of each document."""

    settings: Settings
    store: Store
    pool: Extractor
    rows: list[dict[str, Any]] = field(default_factory=list)
    tell: Callable[[str], None] = lambda _: None
    """Told of each step of a batch as it begins."""

    def read(self, request: IngestRequest) -> Iterator[Item | FailureDraft]:
        """Every item of the request that is not on record yet; known ones are counted only."""
        names = {key.removeprefix(CAPTURE_PREFIX): name for key, name in request.names.items()}
        yield from self._open(request.inputs, names, request.outlet, request.given)
        for failed in list_failed(self.store) if request.retry else ():
            known_as = {failed.source.removeprefix(CAPTURE_PREFIX): failed.name} | names
            yield from self._open([failed.source], known_as, failed.outlet, takes=failed.takes)

    def _open(
        self,
        inputs: Sequence[str],
        names: dict[str, str],
        outlet: str | None,
        given: Given = NOTHING_GIVEN,
        takes: Callable[[str], bool] = lambda _: True,
    ) -> Iterator[Item | FailureDraft]:
        """What the inputs hold. ``takes`` says which of the items of a capture are wanted."""
        archive = CaptureArchive(self.settings.archive_path)
        outlets = load_outlets()
        for capture in open_captures(inputs, archive, names):
            if isinstance(capture, FailureDraft):
                yield capture.model_copy(update={"outlet": outlet})
                continue
            for found in read_items(capture, outlets, outlet, given):
                if isinstance(found, FailureDraft):
                    if takes(found.item):
                        yield found.model_copy(update={"outlet": outlet})
                elif takes(found.material.item):
                    yield found

    def work_through(self, items: Sequence[Item | FailureDraft]) -> IngestReport:
        """Extract and record a batch, in order; then assess the claims it touched."""
        report = IngestReport()
        fresh = self._leave_out_known(items, report)
        documents = [item.material.document for item in fresh if isinstance(item, Item)]
        if documents:
            self.tell(f"looking for claims in {_name_documents(documents)}")
        outcomes = self.pool.extract_all(doc for doc in documents if not self._too_long(doc))
        for item in fresh:
            if isinstance(item, FailureDraft):
                self._keep_failure(item, report)
            else:
                too_long = self._too_long(item.material.document)
                self._record(item, too_long or next(outcomes), report)
        self.tell(f"{count(report.stances, 'position')} recorded; assessing claims")
        changes = desk.assess_claims(self.store, MACHINE, report.claim_ids)
        report.status_changes = sum(change.shown_before != change.shown_after for change in changes)
        report.add(IngestReport(news=tell_news(changes)))
        return report

    def _too_long(self, document: Document) -> Extraction | None:
        """What stands for the extraction of a document that is too long to be read."""
        most = self.settings.max_document_chars
        if len(document.text) <= most:
            return None
        why = (
            f"{len(document.text):,} characters, and at most {most:,} are read:"
            " ONRECORD_MAX_DOCUMENT_CHARS sets how many"
        )
        return Extraction(extractor=self.pool.extractor, skipped=why)

    def assess_left(self) -> int:
        """Assess what a killed run recorded and did not come to assess."""
        return len(desk.assess_claims(self.store, MACHINE, views.claims_behind(self.store)))

    def _leave_out_known(
        self, items: Sequence[Item | FailureDraft], report: IngestReport
    ) -> list[Item | FailureDraft]:
        digests = {item.material.capture.sha256 for item in items if isinstance(item, Item)}
        readers = (self.pool.extractor, desk.REVIEWS_READER)
        known = views.known_items(self.store, digests, readers)
        others = [each for each in items if isinstance(each, Item) and each.key not in known]
        # A text alone in its capture is told again by the same bytes only.
        one_of_many = (each.material for each in others if each.material.item)
        known |= desk.find_known(self.store, MACHINE, one_of_many, readers)
        fresh: list[Item | FailureDraft] = []
        for item in items:
            if isinstance(item, Item) and item.key in known:
                report.add(IngestReport(known=1, document_ids=[known[item.key]]))
            else:
                fresh.append(item)
        return fresh

    def _record(
        self, item: Item, outcome: Extraction | ExtractionFailed, report: IngestReport
    ) -> None:
        material = item.material
        if isinstance(outcome, ExtractionFailed):
            self._keep_failure(_failure_of(item, "extract", outcome.reason), report)
            return
        try:
            if item.reviews:
                recorded = desk.record_reviews(self.store, MACHINE, material, item.reviews)
            else:
                recorded = desk.record_document(self.store, MACHINE, material, outcome)
        except (DeskError, ValueError) as error:
            self._keep_failure(_failure_of(item, "record", str(error)), report)
            return
        except DBAPIError as error:
            if not refuses_rows(error):
                raise
            why = f"the database refuses it: {' '.join(str(error.orig).split())}"
            self._keep_failure(_failure_of(item, "record", why[:REASON_CHARS]), report)
            return
        report.add(IngestReport(document_ids=[recorded.document_id]))
        report.documents += recorded.new
        report.known += not recorded.new
        if outcome.skipped is not None and not item.reviews:
            not_read = [f"{material.name}: {outcome.skipped}"]
            report.add(IngestReport(not_extracted=1, not_read_reasons=not_read))
        if recorded.new and recorded.stances and material.document.published_at is None:
            report.undated += 1
        if outcome.fell_back is not None and not item.reviews:
            report.add(IngestReport(fell_back=1, fell_back_reasons=[outcome.fell_back]))
        report.stances += recorded.stances
        report.claims_opened += recorded.claims_opened
        report.claims_joined += recorded.claims_joined
        report.proposals += recorded.proposals
        lost = [f"{material.name}: {reason}" for reason in recorded.failures]
        report.add(IngestReport(failures=len(lost), failure_reasons=lost))
        report.claim_ids = sorted({*report.claim_ids, *recorded.claim_ids})
        note = outcome.skipped or outcome.fell_back or ""
        self._note(material.name, recorded.stances, len(recorded.claim_ids), note)

    def _keep_failure(self, failure: FailureDraft, report: IngestReport) -> None:
        desk.record_failure(self.store, MACHINE, failure)
        told = f"{failure.step} failed: {failure.reason}"
        name = views.name_failed(failure.name, failure.item)
        report.add(IngestReport(failures=1, failure_reasons=[f"{name}: {told}"]))
        self._note(failure.name, 0, 0, told)

    def _note(self, name: str, stances: int, claims: int, note: str) -> None:
        if len(self.rows) < ROWS_SHOWN:
            self.rows.append({"document": name, "stances": stances, "claims": claims, "note": note})


def tell_news(changes: Sequence[AssessmentChange]) -> list[str]:
    """What became of claims that were on record before, those called into question first."""
    turned = [
        f"claim {change.claim_id}: {change.shown_before.value} → {change.shown_after.value}"
        for change in changes
        if change.shown_before is not change.shown_after and not change.first
    ]
    return tell_challenges(changes) + turned


def _name_documents(documents: Sequence[Document]) -> str:
    if len(documents) > 1:
        return f"{len(documents)} documents"
    (document,) = documents
    named = document.title or " ".join(document.text[:TITLE_CHARS].split())
    return f"“{named[:TITLE_CHARS]}”, {count(len(document.text), 'character')}"


def _failure_of(item: Item, step: str, reason: str) -> FailureDraft:
    material = item.material
    return FailureDraft(
        name=material.name,
        item=material.item,
        step=step,
        reason=reason,
        capture_sha256=material.capture.sha256,
        outlet=item.default_outlet,
    )


@task(name="ingest batch", cache_policy=NO_CACHE)
async def ingest_batch(intake: Intake, items: Sequence[Item | FailureDraft]) -> IngestReport:
    """Work through one batch; a retry finds what was recorded and goes on after it."""
    return await asyncio.to_thread(intake.work_through, items)


@flow(name="ingest", persist_result=True, result_serializer="json")
async def ingest(request: IngestRequest) -> IngestReport:
    """Take in material: find the claims in it and each party's stance on each."""
    settings = load_settings()
    report = IngestReport()
    progress = Progress("ingest-progress")
    store = open_store(settings=settings)
    batch_task = with_retries(ingest_batch, settings)
    with open_extractor(settings, request.extractor) as pool:
        intake = Intake(settings, store, pool, tell=progress.from_thread())
        await progress.step(0, 0, "reading the material", at_once=True)
        await asyncio.to_thread(intake.assess_left)
        items = intake.read(request)
        size = request.batch_size or settings.batch_size
        seen = tasks = 0
        while batch := await asyncio.to_thread(lambda: list(islice(items, size))):
            tasks += 1
            # Prefect loses task records in bursts: past the limit a batch goes without one.
            work = batch_task if tasks <= settings.max_batches_per_run else ingest_batch.fn
            report.add(await work(intake, batch))
            seen += len(batch)
            await send_events(store, settings)
            told = f"{count(seen, 'document')}, {count(report.stances, 'stance')}"
            await progress.step(seen, 0, told)
        await progress.step(seen, seen, report.describe(), at_once=True)
    await acreate_table_artifact(intake.rows, "ingest", report.describe())
    return report
