"""Requests refuse what nobody declared; reports add up and read well."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from flows.requests import ClaimsRequest, IngestReport, IngestRequest, RecheckRequest, WorkReport


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        pytest.param(ClaimsRequest, {"claim": [1]}, id="a field with a typing mistake"),
        pytest.param(ClaimsRequest, {"claims": ["one"]}, id="a claim that is no number"),
        pytest.param(IngestRequest, {"inputs": ["a"], "batch_size": 0}, id="an empty batch"),
        pytest.param(IngestRequest, {"outlet": "reuterz"}, id="an outlet that nobody lists"),
        pytest.param(RecheckRequest, {"older_than_days": -1}, id="days before today"),
    ],
)
def test_requests_refuse(kind: type[ClaimsRequest], values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        kind.model_validate(values)


@pytest.mark.parametrize(
    ("named", "outlet"),
    [("reuters", "reuters"), ("The New York Times", "new-york-times"), ("", None), (None, None)],
)
def test_an_outlet_is_asked_for_by_id_or_name(named: str | None, outlet: str | None) -> None:
    assert IngestRequest(outlet=named).outlet == outlet


def test_reports_add_up_and_claims_are_counted_once() -> None:
    total = IngestReport(documents=2, stances=3, claim_ids=[1, 4])

    total.add(IngestReport(documents=1, known=5, stances=1, claim_ids=[2, 4]))

    assert (total.documents, total.known, total.stances) == (3, 5, 4)
    assert total.claim_ids == [1, 2, 4]


def test_work_reports_keep_every_line() -> None:
    total = WorkReport(claims=1, notes=["a"])

    total.add(WorkReport(claims=2, refused=1, notes=["b"], files=["f"]))

    assert (total.claims, total.refused, total.notes, total.files) == (3, 1, ["a", "b"], ["f"])


@pytest.mark.parametrize(
    ("report", "line"),
    [
        pytest.param(
            WorkReport(claims=4, triaged=3),
            "4 claims looked at, 3 triaged",
            id="triaging is no other change",
        ),
        pytest.param(WorkReport(claims=1), "1 claim looked at, nothing new", id="nothing to do"),
        pytest.param(
            WorkReport(claims=9, suggested=2, challenged=1, published=4, proposals=1, refused=5),
            "9 claims looked at, 2 with a new suggestion, 1 challenged, 4 published,"
            " 1 proposal made, 5 refused",
            id="each under its own name",
        ),
    ],
)
def test_a_work_report_says_what_happened(report: WorkReport, line: str) -> None:
    assert report.describe() == line


@pytest.mark.parametrize(
    ("report", "line"),
    [
        pytest.param(
            IngestReport(documents=1, stances=2, claims_opened=1),
            "1 new document, 0 known already, 2 stances, 1 claim opened, 0 joined",
            id="an ordinary run",
        ),
        pytest.param(
            IngestReport(known=9, failures=2, not_extracted=1),
            "0 new documents, 9 known already, 0 stances, 0 claims opened, 0 joined,"
            " 1 kept but not read for claims, 2 failed and kept (onrecord failures)",
            id="what was not read and what failed is told",
        ),
    ],
)
def test_a_report_in_a_line(report: IngestReport, line: str) -> None:
    assert report.describe() == line
