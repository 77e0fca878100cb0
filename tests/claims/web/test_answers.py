"""The shape of every answer, pinned: a field that comes or goes shows here."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator
from lxml import etree
from pydantic import BaseModel

from claims.formats import BOARD_COLUMNS, schema, stream_csv
from claims.views import BoardRow, Page
from claims.web.api.examples import ANSWERS, BOARD_PAGE, CLAIMREVIEW, EXPORT_ROW

REF = {"id", "key", "name"}
BOARD_ROW = {
    *("claim_id", "text", "status", "status_basis", "suggestion", "stage", "flags"),
    *("commitment", "assignee", "positions", "stances", "documents", "origins", "supports"),
    *("undermines", "context", "open_proposals", "first_day", "last_day", "opened_at"),
    *("status_since", "last_change", "published", "merged_into"),
}
CLAIM = {
    *("claim_id", "asked_id", "text", "as_of", "opened_at", "last_change", "standing", "matrix"),
    *("evidence", "balance", "merged", "split_from", "split_into", "proposals", "history", "head"),
}
STANDING = {
    *("status", "basis", "since", "stage", "assignee", "flags", "commitment", "suggestion"),
    *("decision", "published"),
}
CELL = {
    *("stance_id", "claim_id", "party", "speaker", "told_as", "value", "said", "mode"),
    *("commitment", "anonymous", "day", "span", "document_id", "title", "outlet_id", "outlet"),
    *("url", "published_at", "origin_id", "origin", "confidence", "reasons", "recorded_by"),
    *("recorded_at", "supersedes"),
}
EVIDENCE = {
    *("evidence_id", "claim_id", "relation", "kind", "reliability", "credibility", "strong"),
    *("title", "note", "exact", "start", "end", "document_id", "url", "capture_sha256"),
    *("origin_id", "origin", "reasons", "recorded_by", "recorded_at", "supersedes"),
}
HISTORY = {"seq", "at", "kind", "who", "what", "why", "claim_id", "ref"}
PARTY = {
    *("party", "kind", "as_of", "catalogued", "note", "part_of", "organ_of", "names", "merged"),
    *("claims", "looked_at", "positions", "changes_of_mind", "speakers", "contradicted_by"),
}
POSITION = {
    *("claim_id", "text", "status", "status_basis", "value", "commitment", "day", "stances"),
    "path",
}
DOCUMENT_ROW = {
    *("document_id", "name", "title", "kind", "outlet_id", "outlet", "url", "language"),
    *("published_at", "recorded_at", "origin", "stances", "claims", "read_by", "not_read"),
}
DOCUMENT = {
    *("document", "text", "capture_sha256", "item", "media_type", "size_bytes", "captured_at"),
    *("outlet_reliability", "organ_of", "readings", "stances"),
}
HEALTH = {
    *("database", "revision", "ledger_head", "ledger_sha256", "last_entry_at"),
    "outbox_backlog",
}
QUEUE_ITEM = {
    *("act", "waits_for", "not_for", "claim_id", "ref_id", "text", "status", "since", "why"),
    "status_basis",
}
PROPOSAL = {
    *("proposal_id", "kind", "claim_id", "text", "other_claim_id", "other_text", "opposite"),
    *("document_id", "exact", "relation", "score", "reasons", "at"),
}
MATRIX = {"days", "rows", "changes"}
ROW = {"party", "latest", "commitment", "days", "path"}
CHANGE = {
    *("party", "day", "source", "target", "before_stance_id", "stance_id"),
    "document_id",
}
HELD = {"party", "value", "commitment", "day", "stances"}
SUGGESTION = {
    *("assessment_id", "status", "rule", "flags", "commitment", "reasons", "rests_on"),
    *("would_change", "at"),
}
DECISION = {"decision_id", "status", "rationale", "by", "at", "suggested_then"}
PAGE = {"items", "next", "as_of"}

SHAPES: list[tuple[str, str, set[str]]] = [
    ("claims", "", PAGE),
    ("claims", "items.1", BOARD_ROW),
    ("claims", "items.1.positions.0", HELD),
    ("claims", "items.1.positions.0.party", REF),
    ("claims/1", "", CLAIM),
    ("claims/1", "standing", STANDING),
    ("claims/1", "standing.suggestion", SUGGESTION),
    ("claims/1", "standing.suggestion.would_change.0", {"change", "status", "rule"}),
    ("claims/1", "standing.decision", DECISION),
    ("claims/1", "standing.published", {"decision_id", "by", "at"}),
    ("claims/1", "matrix", MATRIX),
    ("claims/1", "evidence.0", {"origin_id", "origin", "pieces"}),
    ("claims/1", "evidence.0.pieces.0", {"lead", "copies"}),
    ("claims/1", "evidence.0.pieces.0.lead", EVIDENCE),
    ("claims/1", "history.0", HISTORY),
    ("claims/1", "proposals.0", PROPOSAL),
    ("claims/1/stances", "", MATRIX),
    ("claims/1/stances", "rows.0", ROW),
    ("claims/1/stances", "rows.0.days.0", {"day", "value", "cells"}),
    ("claims/1/stances", "rows.0.days.0.cells.0", CELL),
    (
        "claims/1/stances",
        "rows.0.days.0.cells.0.span",
        {"start", "end", "exact", "prefix", "suffix"},
    ),
    ("claims/1/stances", "changes.0", CHANGE),
    ("parties", "items.0", {"party", "kind", "catalogued", "claims", "stances", "last_day"}),
    ("parties/southland", "", PARTY),
    ("parties/southland", "positions.0", POSITION),
    ("parties/northland", "speakers.0", {"speaker", "stances", "first_day", "last_day"}),
    ("documents", "items.0", DOCUMENT_ROW),
    ("documents/1", "", DOCUMENT),
    ("documents/1", "readings.0", {"extractor", "findings", "skipped", "at"}),
    ("documents/1", "stances.0", {"counts_for", "claim", "cell"}),
    ("status-counts", "", {"total", "by_status", "by_stage", "cells", "as_of"}),
    ("status-counts", "cells.0", {"status", "stage", "claims"}),
    ("status-over-time?since=2026-03-01&until=2026-03-02", "1", {"day", "counts", "total"}),
    ("search?words=north", "", {"words", "claims", "parties"}),
    ("search?words=north", "claims.0", {"claim_id", "text", "status", "status_basis"}),
    ("queue", "", PAGE),
    ("queue", "items.0", QUEUE_ITEM),
    ("health", "", HEALTH),
]


def step_in(value: Any, path: str) -> Any:
    for part in path.split(".") if path else ():
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


def test_shapes(member: TestClient, filled: dict[str, int]) -> None:
    """A part of an answer a row: its fields, no more and no fewer."""
    for address, path, fields in SHAPES:
        answer = member.get(f"/api/v1/{address}")
        assert answer.status_code == 200, address
        assert answer.headers["content-type"] == "application/json"
        assert set(step_in(answer.json(), path)) == fields, f"{address} at {path or 'the top'}"


def test_board_answers_filters_and_pages(client: TestClient, filled: dict[str, int]) -> None:
    def list_ids(**asked: Any) -> list[int]:
        answer = client.get("/api/v1/claims", params=asked)
        return [row["claim_id"] for row in answer.json()["items"]]

    grain, border = filled["grain"], filled["border"]
    assert list_ids() == [border, grain]
    assert list_ids(status=["refuted", "supported"], flag="denied") == [grain]
    assert list_ids(words="border") == [border]
    first = client.get("/api/v1/claims", params={"limit": 1}).json()
    rest = client.get("/api/v1/claims", params={"limit": 1, "cursor": first["next"]}).json()
    assert [row["claim_id"] for row in (*first["items"], *rest["items"])] == [border, grain]
    assert rest["next"] is None


def test_whoever_reads_every_claim_asks_for_the_oldest_first(
    client: TestClient, filled: dict[str, int]
) -> None:
    newest = client.get("/api/v1/claims").json()["items"]
    first = client.get("/api/v1/claims?order=oldest&limit=1").json()
    rest = client.get(f"/api/v1/claims?order=oldest&cursor={first['next']}").json()
    assert [*first["items"], *rest["items"]] == newest[::-1]
    assert client.get("/api/v1/claims?order=fastest").status_code == 422


def test_past_day(client: TestClient, filled: dict[str, int]) -> None:
    assert client.get("/api/v1/claims?as_of=2026-02-28").json()["items"] == []
    assert client.get("/api/v1/claims?as_of=2026-03-01").json()["as_of"] == "2026-03-01"
    assert client.get("/api/v1/claims/1?as_of=2026-02-28").status_code == 404
    assert client.get("/api/v1/parties/southland?as_of=2026-03-01").json()["claims"] == 1


def test_claimreview_is_json_ld_and_valid(client: TestClient, filled: dict[str, int]) -> None:
    answer = client.get("/api/v1/claims/1/claimreview")
    assert answer.headers["content-type"] == "application/ld+json"
    Draft202012Validator(schema()).validate(answer.json())
    draft = client.get("/api/v1/claims/2/claimreview?draft=true").json()
    assert draft["creativeWorkStatus"] == "Draft"


def test_annotations_are_json_ld(client: TestClient, filled: dict[str, int]) -> None:
    answer = client.get("/api/v1/claims/1/annotations")
    assert answer.headers["content-type"] == "application/ld+json"
    assert [annotation["type"] for annotation in answer.json()] == ["Annotation"] * 3


def test_csv_is_kept_under_a_name(client: TestClient, filled: dict[str, int]) -> None:
    answer = client.get("/api/v1/claims/1/stances?format=csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="claim-1-stances.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    assert [row["stance"] for row in rows] == ["alleges", "denies", "neither_confirms_nor_denies"]


@pytest.mark.parametrize("what", ["board", "stances", "evidence"])
def test_exports(client: TestClient, filled: dict[str, int], what: str) -> None:
    told = client.get(f"/api/v1/export/{what}.json").json()
    lines = client.get(f"/api/v1/export/{what}.csv").text
    assert len(list(csv.DictReader(io.StringIO(lines, newline="")))) == len(told) > 0


def test_feed_is_atom(client: TestClient, filled: dict[str, int]) -> None:
    answer = client.get("/api/v1/feed.atom?limit=1")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = etree.fromstring(answer.content)
    assert len(root.findall("{http://www.w3.org/2005/Atom}entry")) == 1


def test_examples_are_what_the_models_say() -> None:
    model: type[BaseModel] = Page[BoardRow]
    assert model.model_validate(BOARD_PAGE).model_dump(mode="json") == BOARD_PAGE
    Draft202012Validator(schema()).validate(CLAIMREVIEW)
    assert tuple(EXPORT_ROW) == BOARD_COLUMNS
    lines = "".join(stream_csv(BOARD_COLUMNS, [EXPORT_ROW])).splitlines()
    assert lines == ANSWERS["export"].splitlines()
