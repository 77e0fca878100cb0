"""What is in another language is kept, found by search, and shown as not read, with the reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from claims.settings import Settings
from claims.store import Store
from flows.extractors import open_extractor
from flows.ingest import Intake
from flows.requests import IngestReport, IngestRequest

FRENCH = (
    "Le ministère a démenti lundi avoir livré des missiles au Tchad. Selon un porte-parole,"
    " aucune arme n'a quitté le port de Marseille depuis le mois de janvier."
)
ENGLISH = "Chad denied on Tuesday that it had bought missiles from France."
WHY = "language 'fr' is not English; only English is read"
Type = Callable[..., object]


@pytest.fixture
def report(settings: Settings, held: Store, tmp_path: Path) -> IngestReport:
    """One document in French and one in English, read by the rules."""
    for name, words in (("fr.txt", FRENCH), ("en.txt", ENGLISH)):
        (tmp_path / name).write_text(words)
    request = IngestRequest(inputs=[str(tmp_path / "fr.txt"), str(tmp_path / "en.txt")])
    with open_extractor(settings, "rules") as rules:
        intake = Intake(settings, held, rules)
        return intake.work_through(list(intake.read(request)))


def test_it_is_counted_apart(report: IngestReport) -> None:
    assert (report.documents, report.not_extracted, report.failures) == (2, 1, 0)
    assert "1 kept but not read for claims" in report.describe()
    (told,) = report.not_read_reasons
    assert told.endswith(f"fr.txt: {WHY}")


def test_the_list_marks_it_with_the_reason(report: IngestReport, onrecord: Type) -> None:
    shown = onrecord("documents").out  # type: ignore[attr-defined]
    assert "not read" in shown
    assert "rules/1" in shown
    rows = json.loads(onrecord("documents", "--json").out)["items"]  # type: ignore[attr-defined]
    assert {row["not_read"] for row in rows} == {WHY, None}
    assert {row["read_by"] for row in rows} == {"rules/1"}


@pytest.mark.parametrize(
    ("asked", "languages"),
    [
        (["missiles"], {"fr", "en"}),
        (["Marseille", "port"], {"fr"}),
        (["--not-read"], {"fr"}),
        (["missiles", "--not-read"], {"fr"}),
        (["Lisbonne"], set()),
        (["100%"], set()),
    ],
)
def test_search_finds_it(
    report: IngestReport, onrecord: Type, asked: list[str], languages: set[str]
) -> None:
    said = onrecord("documents", *asked, "--json")
    rows = json.loads(said.out)["items"]  # type: ignore[attr-defined]
    assert {row["language"] for row in rows} == languages


def test_an_empty_search_says_so(report: IngestReport, onrecord: Type) -> None:
    assert "No such documents." in onrecord("documents", "Lisbonne").out  # type: ignore[attr-defined]


def test_bi_tools_see_it_too(report: IngestReport, held: Store) -> None:
    with held.read() as session:
        rows = session.connection().execute(
            text("SELECT language, read_by, not_read FROM v_documents ORDER BY document_id")
        )
        assert [tuple(row) for row in rows] == [("fr", "rules/1", WHY), ("en", "rules/1", None)]
