"""Real material that nobody here wrote reads without a failure, and as it should."""

from collections import Counter
from pathlib import Path

import pytest

from sources.catalog import OutletCatalogue
from sources.model import DocumentKind, ReadFailure, SourceDocument
from sources.readers import capture_file, find_inputs, read_capture

pytestmark = pytest.mark.shared


def read_all(path: Path, outlets: OutletCatalogue) -> list[SourceDocument | ReadFailure]:
    return [
        found
        for each in find_inputs([str(path)])
        if isinstance(each, Path)
        for found in read_capture(capture_file(each), outlets)
    ]


def test_gold_texts_are_what_the_scorer_reads(shared: Path, outlets: OutletCatalogue) -> None:
    texts = sorted((shared / "gold" / "texts").glob("*.txt"))
    assert texts
    for path in texts:
        (found,) = read_capture(capture_file(path), outlets)
        assert isinstance(found, SourceDocument)
        assert found.text == path.read_text("utf-8")


def test_the_seed_dispatch_has_its_date(shared: Path, outlets: OutletCatalogue) -> None:
    (found,) = read_all(shared / "gold" / "texts" / "seed-article.txt", outlets)
    assert isinstance(found, SourceDocument)
    assert str(found.published_at) == "2024-02-20 06:50:00+00:00"


def test_the_pool_reads_whole(shared: Path, outlets: OutletCatalogue) -> None:
    found = read_all(shared / "data" / "pool" / "articles.jsonl", outlets)
    documents = [each for each in found if isinstance(each, SourceDocument)]
    assert (len(found), len(documents), len({each.item for each in documents})) == (1392,) * 3
    assert Counter(each.language for each in documents)["en"] == 1390


def test_the_api_answers_read_whole(shared: Path, outlets: OutletCatalogue) -> None:
    found = read_all(shared / "data" / "factcheck_api", outlets)
    assert len(found) == 1762
    for each in found:
        assert isinstance(each, SourceDocument)
        assert each.kind is DocumentKind.FACT_CHECK
        assert each.reviews
    unknown = [each.name for each in found if not getattr(each, "outlet_id", None)]
    assert len(unknown) <= 10


@pytest.mark.parametrize(
    ("name", "count", "failures", "language"),
    [
        ("encoding.rss", 40, 0, "pt"),
        ("guardian.rss", 55, 0, "en"),
        ("heise.atom", 15, 0, "de"),
        ("reddit.rss", 24, 0, "en"),
        ("incomplete-fields.atom", 0, 1, None),
    ],
)
def test_feeds(
    shared: Path,
    outlets: OutletCatalogue,
    name: str,
    count: int,
    failures: int,
    language: str | None,
) -> None:
    found = read_all(shared / "data" / "feeds" / name, outlets)
    documents = [each for each in found if isinstance(each, SourceDocument)]
    assert (len(documents), len(found) - len(documents)) == (count, failures)
    languages = Counter(each.language for each in documents).most_common(1)
    assert [each for each, _ in languages] == ([language] if language else [])
    assert all(each.published_at for each in documents)


def test_latin_1_letters_come_right(shared: Path, outlets: OutletCatalogue) -> None:
    first = read_all(shared / "data" / "feeds" / "encoding.rss", outlets)[0]
    assert isinstance(first, SourceDocument)
    assert first.title.endswith("presidente da Raríssimas")
    assert first.outlet_id == "jn"


def test_archives_are_refused_by_name(shared: Path, outlets: OutletCatalogue) -> None:
    found = read_all(shared / "data" / "archives", outlets)
    assert found
    assert all(isinstance(each, ReadFailure) and "not" in each.reason for each in found)
