"""The main job through the real command line, the real Prefect and a real SQLite."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[3] / "shared"
SEED = SHARED / "gold" / "texts" / "seed-article.txt"
SAMPLES = Path(__file__).parents[2] / "flows" / "samples"
KILLS = int(os.environ.get("ONRECORD_KILLS", "3"))

pytestmark = pytest.mark.e2e

Json = Any


def start(home: Path, *arguments: str) -> subprocess.Popen[str]:
    """An ``onrecord`` of its own, with a record of its own."""
    env = {**os.environ, "ONRECORD_HOME": str(home), "COLUMNS": "80"}
    for name in ("ONRECORD_DATABASE_URL", "PREFECT_API_URL"):
        env.pop(name, None)
    command = [sys.executable, "-m", "flows.cli", *arguments]
    return subprocess.Popen(
        command, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def run(home: Path, *arguments: str) -> str:
    """Standard output of a command that must succeed."""
    process = start(home, *arguments)
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, err
    return out


def read_board(home: Path) -> list[Json]:
    """The board's claims, the oldest first."""
    items: list[Json] = json.loads(run(home, "board", "--limit", "500", "--json"))["items"]
    return sorted(items, key=lambda item: item["claim_id"])


def positions(item: Json) -> dict[str, str]:
    """Each party's latest stance on a claim, by the party's key."""
    return {each["party"]["key"]: each["value"] for each in item["positions"]}


def timeless(items: list[Json]) -> list[Json]:
    """The board without the moments of recording, which no two runs share."""
    return [{k: v for k, v in item.items() if k != "last_change"} for item in items]


def test_the_same_material_twice_is_on_record_once(tmp_path: Path) -> None:
    first = json.loads(run(tmp_path, "ingest", str(SAMPLES), "--json"))
    board = read_board(tmp_path)
    second = json.loads(run(tmp_path, "ingest", str(SAMPLES), "--json"))
    assert first["documents"] == 5
    assert first["stances"] > 20
    assert (second["documents"], second["known"]) == (0, 5)
    assert read_board(tmp_path) == board
    assert "The ledger holds" in run(tmp_path, "ledger", "verify")


def test_a_missing_file_is_one_sentence_and_no_traceback(tmp_path: Path) -> None:
    process = start(tmp_path, "ingest", str(tmp_path / "nothing.txt"))
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "nothing.txt" in err.replace("\n", "")
    assert "Traceback" not in err


@pytest.mark.shared
@pytest.mark.skipif(not SEED.exists(), reason="needs the wire report in ../shared/gold")
def test_the_dispatch_of_the_design(tmp_path: Path) -> None:
    run(tmp_path, "ingest", str(SEED))
    board = read_board(tmp_path)

    def find(*words: str) -> Json:
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
    page = json.loads(run(tmp_path, "claim", str(sanctions["claim_id"]), "--json"))
    (row,) = page["matrix"]["rows"]
    assert row["party"]["key"] == "south-korea-foreign-ministry"
    assert row["days"][0]["cells"][0]["speaker"]["name"] == "Lim Soo-suk"
    assert all(item["status_basis"] == "suggested" for item in board)


def test_an_ingest_killed_at_any_instant_is_taken_up_by_the_next(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    began = time.monotonic()
    run(whole, "ingest", str(SAMPLES))
    lasted = time.monotonic() - began
    dice = random.Random(20240220)
    for number in range(KILLS):
        home = tmp_path / f"killed-{number}"
        process = start(home, "ingest", str(SAMPLES))
        time.sleep(dice.uniform(0.3, 1.0) * lasted)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        run(home, "ingest", str(SAMPLES))
        assert timeless(read_board(home)) == timeless(read_board(whole))
        assert "The ledger holds" in run(home, "ledger", "verify")
