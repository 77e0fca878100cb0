"""From an article to a published review, by commands alone, on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.e2e

CLAIM = "Germany said on Monday that Chad had bought tanks from Germany."
DENIAL = "Chad denied on Tuesday that it had bought tanks from Germany."
WHY = "Nobody independent saw the tanks."


def test_ingest_decide_publish(
    new_database: Callable[..., str], onrecord: Any, tmp_path: Path
) -> None:
    database = new_database(empty=True)
    onrecord.env["ONRECORD_DATABASE_URL"] = database
    for name, text in (("a.txt", CLAIM), ("b.txt", DENIAL)):
        (tmp_path / name).write_text(text)

    report = onrecord.read("ingest", tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "*.txt")

    assert (report["documents"], report["failures"]) == (2, 0)
    (item,) = [each for each in onrecord.board() if len(each["positions"]) > 1]
    number = item["claim_id"]
    assert {each["party"]["key"]: each["value"] for each in item["positions"]} == {
        "germany": "alleges",
        "chad": "denies",
    }
    assert item["status"] == "contested"
    onrecord.run("decide", number, "--status", "contested", "--rationale", WHY, "--by", "Ana")
    status, _, err = onrecord.try_to("approve", number, "--by", "Ana")
    assert (status, "another person" in err) == (1, True)
    onrecord.run("approve", number, "--by", "Bo")
    written = onrecord.read("run", "publish", number)["files"]
    review = json.loads(Path(written[0]).read_text())
    assert review["claimReviewed"] == item["text"]
    onrecord.run("rebuild")
    verified = onrecord.run("ledger", "verify")
    assert "The ledger holds" in verified
    assert "Dashboards read what the facts give" in verified
