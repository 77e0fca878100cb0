"""Ingest: what is known is left alone, what fails is kept and taken again, a kill is mended."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from psycopg.errors import AdminShutdown, ProgramLimitExceeded
from sqlalchemy.exc import OperationalError

from claims import desk, views
from claims.desk import Actor, Role
from claims.extraction import EXTRACTOR, extract
from claims.model import Document, Status
from claims.settings import Settings
from claims.store import Store, pending_outbox, verify_ledger
from flows.extraction_pool import ExtractionFailed, Outcome
from flows.failed import Failed
from flows.ingest import Intake, ingest
from flows.requests import IngestReport, IngestRequest

DENIAL = "Chad denied on Tuesday that it had bought tanks from Germany."
CLAIM = "Germany said on Monday that Chad had bought tanks from Germany."


class StandIn:
    """A pool whose answer a test chooses; reads for real by default."""

    extractor = EXTRACTOR

    def __init__(self) -> None:
        self.read: Callable[[Document], Outcome] = extract
        self.asked: list[str] = []

    def extract_all(self, documents: Iterator[Document]) -> Iterator[Outcome]:
        for document in documents:
            self.asked.append(document.text.strip())
            yield self.read(document)


@pytest.fixture
def pool() -> StandIn:
    return StandIn()


@pytest.fixture
def run(settings: Settings, held: Store, pool: StandIn) -> Callable[..., IngestReport]:
    """Ingests without Prefect: ``run("path", retry=True)``."""

    def ingest_here(*inputs: object, **more: object) -> IngestReport:
        intake = Intake(settings, held, pool)  # type: ignore[arg-type]
        asked = IngestRequest(inputs=[str(each) for each in inputs], **more)  # type: ignore[arg-type]
        return intake.work_through(list(intake.read(asked)))

    return ingest_here


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    def make(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text)
        return path

    return make


Run = Callable[..., IngestReport]
Write = Callable[[str, str], Path]


def test_an_article_becomes_stances_with_a_suggestion(run: Run, write: Write, held: Store) -> None:
    report = run(write("a.txt", DENIAL))

    assert (report.documents, report.stances, report.claims_opened) == (1, 1, 1)
    page = views.claim(held, report.claim_ids[0])
    assert page.standing.suggestion is not None
    assert "denied" in page.standing.flags


def test_the_same_bytes_again_change_nothing(run: Run, write: Write, held: Store) -> None:
    path = write("a.txt", DENIAL)
    run(path)
    before = verify_ledger(held).entries

    report = run(path)

    assert (report.known, report.documents, report.failures) == (1, 0, 0)
    assert verify_ledger(held).entries == before


def make_feed(*items: tuple[str, str]) -> str:
    """A feed of (guid, text), each item under an address of its own."""
    told = "".join(
        f"<item><guid>{guid}</guid><link>https://harbour.example/{guid}</link>"
        f"<title>T</title><description>{text}</description></item>"
        for guid, text in items
    )
    return f"<rss><channel><title>Harbour Daily</title>{told}</channel></rss>"


def test_a_feed_read_again_brings_its_new_items_only(
    run: Run, write: Write, held: Store, pool: StandIn
) -> None:
    run(write("feed.rss", make_feed(("1", DENIAL))))
    before = views.claim(held, 1).matrix

    report = run(write("feed.rss", make_feed(("2", CLAIM), ("1", DENIAL))))

    assert (report.known, report.documents) == (1, 1)
    assert pool.asked == [DENIAL, CLAIM]
    assert [row for row in views.claim(held, 1).matrix.rows if row in before.rows]
    changed = run(write("feed.rss", make_feed(("2", CLAIM), ("1", f"{DENIAL} It said so twice."))))
    assert (changed.known, changed.documents) == (1, 1)


def test_an_item_that_failed_and_came_with_a_later_poll_has_not_failed_any_more(
    run: Run, write: Write, held: Store, pool: StandIn
) -> None:
    pool.read = lambda _document: ExtractionFailed("took longer than 1 s")
    run(write("feed.rss", make_feed(("1", DENIAL))))
    pool.read = extract
    assert run(write("later.rss", make_feed(("1", DENIAL), ("2", CLAIM)))).documents == 2
    assert len(views.open_failures(held)) == 1

    assert run(retry=True).known == 1

    assert views.open_failures(held) == ()


def test_two_articles_on_one_matter_meet_under_one_claim(
    run: Run, write: Write, held: Store
) -> None:
    report = run(write("a.txt", CLAIM), write("b.txt", DENIAL))

    (claim_id,) = report.claim_ids
    parties = {row.party.name for row in views.claim(held, claim_id).matrix.rows}
    assert {"Chad", "Germany"} <= parties


def test_a_poisoned_document_is_kept_with_its_reason_and_the_rest_goes_on(
    run: Run, write: Write, held: Store, pool: StandIn
) -> None:
    poison = ExtractionFailed("killed its process")
    pool.read = lambda document: poison if "Chad" in document.text else extract(document)
    report = run(write("a.txt", DENIAL), write("b.txt", "Peru said on Monday that it had paid."))

    assert (report.documents, report.failures) == (1, 1)
    (failure,) = views.open_failures(held)
    assert (failure.step, failure.reason) == ("extract", "killed its process")


def test_what_failed_is_told_with_its_reason(run: Run, write: Write, pool: StandIn) -> None:
    pool.read = lambda _document: ExtractionFailed("killed its process")
    (told,) = run(write("a.txt", DENIAL)).failure_reasons
    assert told.endswith("a.txt: extract failed: killed its process")


def test_what_becomes_of_claims_on_record_is_told(run: Run, write: Write, held: Store) -> None:
    first = run(write("a.txt", CLAIM))
    (claim_id,) = first.claim_ids
    assert first.news == [], "a claim just opened is no news: it is counted"

    assert run(write("b.txt", DENIAL)).news == [f"claim {claim_id}: unverified → contested"]

    ana, bo = Actor(name="Ana", role=Role.REVIEWER), Actor(name="Bo", role=Role.APPROVER)
    desk.decide(held, ana, claim_id, Status.CONTESTED, "Each says the opposite.")
    desk.approve(held, bo, claim_id)
    admission = "Chad admitted on Friday that it had bought tanks from Germany."
    path = write("c.txt", "May 3, 2099\n\n" + admission)
    (told,) = run(path).news
    assert told.startswith(f"claim {claim_id} challenged: Decided contested when")


def test_retry_takes_a_failed_document_again_and_settles_it(
    run: Run, write: Write, held: Store, pool: StandIn
) -> None:
    pool.read = lambda _document: ExtractionFailed("took longer than 1 s")
    assert run(write("a.txt", DENIAL)).failures == 1
    pool.read = extract

    report = run(retry=True)

    assert (report.documents, report.stances) == (1, 1)
    assert views.open_failures(held) == ()
    assert [failure.outcome for failure in views.failures(held, answered=True)] == ["recovered"]


def test_retry_takes_a_file_again_that_could_not_be_read(
    run: Run, write: Write, held: Store, tmp_path: Path
) -> None:
    path = tmp_path / "late.txt"
    assert run(path).failures == 1
    write("late.txt", DENIAL)

    assert run(retry=True).documents == 1
    assert views.open_failures(held) == ()


SLOW = ExtractionFailed("took longer than 1 s")


def name_outlet(held: Store, number: int) -> str | None:
    (found,) = (row for row in views.documents(held).items if row.document_id == number)
    return found.outlet


@pytest.mark.parametrize("first", [None, "dpa"])
def test_retry_takes_it_under_the_outlet_said_last(
    run: Run, write: Write, held: Store, pool: StandIn, first: str | None
) -> None:
    path = write("a.txt", DENIAL)
    pool.read = lambda _document: SLOW
    for outlet in dict.fromkeys((first, "reuters")):
        run(path, outlet=outlet)
    run(retry=True)
    pool.read = extract

    (number,) = run(retry=True).document_ids

    assert name_outlet(held, number) == "Reuters"
    assert views.open_failures(held) == ()


def test_retry_takes_a_missing_file_under_its_outlet(
    run: Run, write: Write, held: Store, tmp_path: Path
) -> None:
    run(tmp_path / "late.txt", outlet="reuters")
    write("late.txt", DENIAL)

    (number,) = run(retry=True).document_ids

    assert name_outlet(held, number) == "Reuters"


def test_retry_leaves_what_a_person_left_and_what_did_not_fail(
    run: Run, write: Write, held: Store, pool: StandIn
) -> None:
    lines = [{"id": each, "text": f"Chad told us something on day {each}."} for each in "abc"]
    path = write("n.jsonl", "\n".join(map(json.dumps, lines)))
    pool.read = lambda document: extract(document) if "day c" in document.text else SLOW
    run(path)
    desk.answer_failure(held, Actor(name="Ana", role=Role.REVIEWER), 1)
    pool.asked.clear()

    report = run(retry=True)

    assert [text[-2] for text in pool.asked] == ["b"]
    assert (report.failures, report.known) == (1, 0)
    assert [(each.id, each.item) for each in views.open_failures(held)] == [(2, "b")]


@pytest.mark.parametrize(
    ("items", "left", "item", "taken", "why"),
    [
        ({"a"}, set(), "a", True, "it failed"),
        ({"a"}, set(), "b", False, "it did not fail"),
        ({"a"}, {"a"}, "a", True, "it failed again after somebody left it"),
        ({""}, set(), "", True, "it is alone in its capture"),
        ({""}, set(), "a", True, "nothing of the capture could be read"),
        ({""}, {"a"}, "a", False, "somebody left it"),
    ],
)
def test_which_items_a_retry_takes(
    items: set[str], left: set[str], item: str, taken: bool, why: str
) -> None:
    failed = Failed("capture:1", "a.txt", None, frozenset(items), frozenset(left))
    assert failed.takes(item) is taken, why


def test_the_same_failure_again_is_on_record_once(run: Run, tmp_path: Path, held: Store) -> None:
    run(tmp_path / "gone.txt")
    before = verify_ledger(held).entries

    run(tmp_path / "gone.txt")

    assert len(views.open_failures(held)) == 1
    assert verify_ledger(held).entries == before


@pytest.mark.parametrize(
    ("refusal", "reason"),
    [
        pytest.param(desk.RefusedInputError("two titles."), "two titles.", id="of the desk"),
        pytest.param(
            OperationalError("INSERT", None, ProgramLimitExceeded("index row\nsize 3080")),
            "the database refuses it: index row size 3080",
            id="of the database",
        ),
    ],
)
def test_a_refusal_fails_one_document(
    run: Run,
    write: Write,
    held: Store,
    monkeypatch: pytest.MonkeyPatch,
    refusal: Exception,
    reason: str,
) -> None:
    record = desk.record_document

    def refuse(*arguments: object) -> object:
        if arguments[2].name.endswith("a.txt"):  # type: ignore[attr-defined]
            raise refusal
        return record(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(desk, "record_document", refuse)
    report = run(write("a.txt", DENIAL), write("b.txt", CLAIM))

    assert (report.documents, report.failures) == (1, 1)
    assert [(each.step, each.reason) for each in views.open_failures(held)] == [("record", reason)]


def test_a_database_that_is_away_ends_the_batch(
    run: Run, write: Write, held: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(*_: object) -> None:
        raise OperationalError("INSERT", None, AdminShutdown("terminating connection"))

    monkeypatch.setattr(desk, "record_document", lose)
    with pytest.raises(OperationalError):
        run(write("a.txt", DENIAL))

    assert views.open_failures(held) == ()


def test_a_key_too_long_for_an_index_stops_no_other_record(
    settings: Settings, store: Store, pool: StandIn, write: Write
) -> None:
    odd = "".join(chr(0x4E00 + number * 7_919 % 20_000) for number in range(1_000))
    lines = [json.dumps({"id": key, "text": f"{DENIAL} {key}"}) for key in ("a", odd, "b")]
    intake = Intake(settings, store, pool)  # type: ignore[arg-type]
    path = str(write("news.jsonl", "\n".join(lines)))

    report = intake.work_through(list(intake.read(IngestRequest(inputs=[path]))))

    assert (report.documents, report.failures) == (3, 0)
    assert intake.work_through(list(intake.read(IngestRequest(inputs=[path])))).known == 3


@pytest.mark.parametrize(("dateline", "undated"), [("", 1), ("GENEVA, March 3, 2025 - ", 0)])
def test_positions_dated_for_want_of_a_date_are_counted(
    settings: Settings, held: Store, pool: StandIn, write: Write, dateline: str, undated: int
) -> None:
    intake = Intake(settings, held, pool)  # type: ignore[arg-type]
    request = IngestRequest(inputs=[str(write("a.txt", dateline + DENIAL))])

    assert intake.work_through(list(intake.read(request))).undated == undated
    assert intake.work_through(list(intake.read(request))).undated == 0, "known already"


def test_a_text_beyond_the_limit_is_kept_unread(
    settings: Settings, held: Store, pool: StandIn, write: Write
) -> None:
    tight = settings.model_copy(update={"max_document_chars": 1_000})
    intake = Intake(tight, held, pool)  # type: ignore[arg-type]
    paths = [str(write("long.txt", DENIAL * 30)), str(write("short.txt", DENIAL))]

    report = intake.work_through(list(intake.read(IngestRequest(inputs=paths))))

    assert (report.documents, report.not_extracted) == (2, 1)
    assert pool.asked == [DENIAL]
    assert "at most 1,000 are read" in intake.rows[0]["note"]
    assert "ONRECORD_MAX_DOCUMENT_CHARS" in report.not_read_reasons[0]


def test_what_a_killed_run_left_unassessed_is_assessed_by_the_next(
    settings: Settings, held: Store, pool: StandIn, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    intake = Intake(settings, held, pool)  # type: ignore[arg-type]
    items = list(intake.read(IngestRequest(inputs=[str(write("a.txt", DENIAL))])))
    with monkeypatch.context() as patch:
        patch.setattr(desk, "assess_claims", die)
        with pytest.raises(KeyboardInterrupt):
            intake.work_through(items)
    assert views.claims_behind(held) == [1]

    assert intake.assess_left() == 1
    assert views.claims_behind(held) == []
    assert views.claim(held, 1).standing.suggestion is not None
    assert intake.assess_left() == 0


def test_the_flow_through_prefect(
    prefect_server: None, home: Path, held: Store, write: Write, tmp_path: Path
) -> None:
    write("a.txt", CLAIM)
    write("b.txt", DENIAL)
    paths = [str(tmp_path / name) for name in ("a.txt", "b.txt", "gone.txt")]

    report = asyncio.run(ingest(IngestRequest(inputs=paths, batch_size=1)))

    assert (report.documents, report.failures, report.claims_opened) == (2, 1, 1)
    with held.read() as session:
        assert pending_outbox(session) == []


def test_past_the_limit_of_tasks_batches_go_without_one(
    prefect_server: None,
    home: Path,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("ONRECORD_MAX_BATCHES_PER_RUN", "1")
    write("a.txt", CLAIM)
    write("b.txt", DENIAL)
    inputs = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]

    report = asyncio.run(ingest(IngestRequest(inputs=inputs, batch_size=1)))

    assert report.documents == 2
