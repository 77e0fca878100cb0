"""What a person names becomes captures in the archive, then items for the desk."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.desk import FailureDraft
from claims.model import Document
from claims.settings import Settings
from flows.intake import (
    CAPTURE_PREFIX,
    Item,
    archive_file,
    archive_stdin,
    open_captures,
    read_files,
    read_items,
)
from sources.archive import CaptureArchive
from sources.catalog import load_outlets
from sources.model import Capture, Given
from sources.readers import InputError, capture_bytes

TEXT = "Chad denied on Tuesday that it had bought tanks from Germany, its army said."
NOWHERE = "0" * 64


@pytest.fixture
def archive(tmp_path: Path) -> CaptureArchive:
    return CaptureArchive(tmp_path / "archive")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "news" / "a.txt"
    path.parent.mkdir()
    path.write_text(TEXT)
    return path


def test_a_capture_is_archived_before_it_is_handed_on(
    archive: CaptureArchive, article: Path
) -> None:
    (capture,) = open_captures([str(article)], archive, {})

    assert isinstance(capture, Capture)
    assert archive.load(capture.sha256) == TEXT.encode()


def test_an_archived_capture_comes_back_under_its_first_name(archive: CaptureArchive) -> None:
    capture = capture_bytes(TEXT.encode(), "first.txt")
    archive.store(capture)

    (found,) = open_captures(
        [CAPTURE_PREFIX + capture.sha256], archive, {capture.sha256: "first.txt"}
    )

    assert isinstance(found, Capture)
    assert (found.name, found.data) == ("first.txt", capture.data)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param("gone.txt", "does not exist", id="a file that went away meanwhile"),
        pytest.param(CAPTURE_PREFIX + NOWHERE, "no capture", id="a capture not in the archive"),
        pytest.param(CAPTURE_PREFIX + "xyz", "not a SHA-256", id="a digest that is none"),
    ],
)
def test_what_cannot_be_had_is_a_failure_and_the_next_goes_on(
    archive: CaptureArchive, article: Path, path: str, reason: str
) -> None:
    failure, capture = open_captures([path, str(article)], archive, {})

    assert isinstance(failure, FailureDraft)
    assert reason in failure.reason
    assert (failure.name, failure.step) == (path, "read")
    assert isinstance(capture, Capture)


def test_a_file_whose_name_is_no_text_fails_like_any_other(archive: CaptureArchive) -> None:
    (failure,) = open_captures(["gone\udcff.txt"], archive, {})

    assert isinstance(failure, FailureDraft)
    assert (failure.name, failure.step) == ("gone\ufffd.txt", "read")


def test_a_folder_is_read_file_by_file(archive: CaptureArchive, article: Path) -> None:
    (article.parent / "b.txt").write_text(TEXT + " Again.")

    names = [Path(each.name).name for each in open_captures([str(article.parent)], archive, {})]

    assert names == ["a.txt", "b.txt"]


def test_changed_bytes_in_the_archive_fail_and_are_not_taken(
    archive: CaptureArchive, article: Path
) -> None:
    (capture,) = open_captures([str(article)], archive, {})
    assert isinstance(capture, Capture)
    stored = archive.locate(capture.sha256)
    stored.chmod(0o644)
    stored.write_bytes(b"other bytes")

    (failure,) = open_captures([CAPTURE_PREFIX + capture.sha256], archive, {})

    assert isinstance(failure, FailureDraft)
    assert "was changed" in failure.reason


def test_an_item_carries_its_outlets_grade_and_whose_organ_it_is() -> None:
    capture = capture_bytes(TEXT.encode(), "a.txt")

    (item,) = read_items(capture, load_outlets(), "kcna")

    assert isinstance(item, Item)
    assert item.key == (capture.sha256, "")
    assert item.material.document.outlet == "kcna"
    assert item.material.organ_of == "north-korea"
    assert item.material.outlet_reliability is not None


@pytest.mark.parametrize(
    ("told", "outlet"),
    [
        pytest.param({}, ("reuters", "Reuters"), id="nothing"),
        pytest.param({"outlet": "BBC"}, ("bbc", "BBC"), id="an outlet"),
        pytest.param({"outlet": "us-state-department"},
                     ("us-state-department", "U.S. Department of State site"), id="its id"),
        pytest.param({"outlet": "Daily Rumour"}, (None, "Daily Rumour"), id="one nobody lists"),
        pytest.param({"url": "https://daily-rumour.example/1"}, (None, None), id="an address"),
    ],
)  # fmt: skip
def test_the_outlet_given_counts_where_the_material_names_none(
    told: dict[str, str], outlet: tuple[str | None, str | None]
) -> None:
    capture = capture_bytes(json.dumps([{"text": TEXT, **told}]).encode(), "a.json")

    (item,) = read_items(capture, load_outlets(), "reuters")

    assert isinstance(item, Item)
    document = item.material.document
    assert (document.outlet, document.outlet_name) == outlet
    assert (item.material.outlet_reliability is not None) is (outlet[0] is not None)


def test_what_a_person_says_of_a_file_counts_where_it_does_not_say_itself() -> None:
    given = Given(
        title="A denial",
        url="https://example.org/a",
        published_at=datetime(2026, 2, 1, tzinfo=UTC),
    )
    dated = "A headline that is guessed\n\nGENEVA, March 3, 2026 (Reuters) - " + TEXT
    own = '{"text": "No.", "title": "Its own", "date": "2026-01-01"}'
    told = []
    for data, name in ((dated, "a.txt"), (own, "a.json")):
        capture = capture_bytes(data.encode(), name)
        (item,) = read_items(capture, load_outlets(), given=given)
        assert isinstance(item, Item)
        told.append(item.material.document)

    assert [each.title for each in told] == ["A denial", "Its own"]
    assert [str(each.published_at)[:10] for each in told] == ["2026-02-01", "2026-01-01"]
    assert {each.url for each in told} == {"https://example.org/a"}


def test_unreadable_bytes_are_a_failure_with_their_digest() -> None:
    capture = capture_bytes(b'{"claims": [', "broken.json")

    (failure,) = read_items(capture, load_outlets())

    assert isinstance(failure, FailureDraft)
    assert failure.capture_sha256 == capture.sha256


def test_files_are_read_with_no_archive(article: Path) -> None:
    ((name, document),) = read_files([str(article)])

    assert Path(name).name == "a.txt"
    assert isinstance(document, Document)
    assert document.text.strip() == TEXT


def test_standard_input_is_archived_and_named_for_the_flow(
    archive: CaptureArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))

    named = archive_stdin(archive)

    assert archive.load(named.removeprefix(CAPTURE_PREFIX)) == TEXT.encode()


def test_evidence_files_are_archived_or_refused_by_name(article: Path, settings: Settings) -> None:
    info = archive_file(article, settings)

    assert CaptureArchive(settings.archive_path).load(info.sha256) == TEXT.encode()
    with pytest.raises(InputError, match=r"missing\.pdf cannot be read"):
        archive_file(article.with_name("missing.pdf"), settings)
