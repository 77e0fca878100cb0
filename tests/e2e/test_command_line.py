"""The main job through the real command line, the real Prefect and a real SQLite."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[3] / "shared"
SEED = SHARED / "gold" / "texts" / "seed-article.txt"
SAMPLES = Path(__file__).parents[2] / "flows" / "samples"

pytestmark = pytest.mark.e2e


def positions(item: Any) -> dict[str, str]:
    """Each party's latest stance on a claim, by the party's key."""
    return {each["party"]["key"]: each["value"] for each in item["positions"]}


def test_the_demo_and_what_is_ingested_after_it(onrecord: Any, tmp_path: Path) -> None:
    """One record for all of it: the server of each run takes longer than what is asked of it."""
    said = onrecord.run("demo", "--home", onrecord.home)
    board = onrecord.board()

    assert "5 new documents" in said
    assert "What to type next" in said
    for row in ("neither confirms nor denies", "✗ North Korea", "Who says what"):
        assert row in said
    shown = (line for line in said.splitlines() if str(onrecord.home) not in line)
    assert max(map(len, shown)) <= 80

    article = tmp_path / "a.txt"
    article.write_text("Chad denied on Tuesday that it had bought tanks from Germany.")
    what_fails_is_kept_and_the_same_again_changes_nothing(onrecord, article)
    assert onrecord.board() == board
    what_failed_is_retried(onrecord)
    assert "The ledger holds" in onrecord.run("ledger", "verify")
    onrecord.require_quiet()


def what_fails_is_kept_and_the_same_again_changes_nothing(onrecord: Any, article: Path) -> None:
    onrecord.env["ONRECORD_EXTRACTION_TIMEOUT_SECONDS"] = "0.0001"
    status, out, _ = onrecord.try_to("ingest", SAMPLES, article, "--json")
    del onrecord.env["ONRECORD_EXTRACTION_TIMEOUT_SECONDS"]

    report = json.loads(out)
    assert (status, report["documents"], report["known"], report["failures"]) == (1, 0, 5, 1)
    (failure,) = onrecord.read("failures")
    assert failure["reason"] == "extraction took longer than 0.0001 s"


def what_failed_is_retried(onrecord: Any) -> None:
    report = onrecord.read("retry")

    assert (report["documents"], report["stances"], report["failures"]) == (1, 1, 0)
    assert "No failures." in onrecord.run("failures")


def test_a_missing_file_is_one_sentence_and_no_traceback(onrecord: Any, tmp_path: Path) -> None:
    missing = tmp_path / "nothing.txt"

    status, out, err = onrecord.try_to("ingest", missing)

    assert (status, out) == (1, "")
    assert err == f"onrecord: {missing} does not exist: check the spelling and the current folder\n"


@pytest.mark.shared
@pytest.mark.skipif(not SEED.exists(), reason="needs the wire report in ../shared/gold")
def test_the_dispatch_of_the_design(onrecord: Any) -> None:
    onrecord.run("ingest", SEED)
    board = onrecord.board()

    def find(*words: str) -> Any:
        (found,) = [item for item in board if all(word in item["text"] for word in words)][:1]
        return found

    gift = find("received a car", "gift")
    assert gift["status"] == "acknowledged"
    assert positions(gift)["kremlin"] == "confirms"
    assert positions(gift)["kcna"] == "alleges"
    supply = find("artillery, rockets and ballistic missiles", "Russia")
    assert (supply["status"], supply["flags"]) == ("unverified", ["denied", "unattributed_only"])
    assert positions(supply) == {"north-korea": "denies", "unattributed": "alleges"}
    use = find("North Korean-made weapons")
    assert (use["status"], use["flags"]) == ("unverified", ["no_position_taken"])
    assert positions(use) == {"kremlin": "neither_confirms_nor_denies"}
    smuggled = find("smuggled in")
    assert (smuggled["status"], smuggled["commitment"]) == ("unverified", "probable")
    sanctions = find("HS Code 86")
    page = onrecord.read("claim", sanctions["claim_id"])
    (row,) = page["matrix"]["rows"]
    assert row["party"]["key"] == "south-korea-foreign-ministry"
    assert row["days"][0]["cells"][0]["speaker"]["name"] == "Lim Soo-suk"
    assert all(item["status_basis"] == "suggested" for item in board)
