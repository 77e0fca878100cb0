"""With ``onrecord up`` running: an article in, a person decides, the review goes out by itself."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.e2e

DENIAL = "Chad denied on Tuesday that it had bought tanks from Germany."
LATER = "Peru said on Friday that Bolivia had moved troops to the border."
AGAIN = "Chad denied on Wednesday that it had bought tanks from Germany."
WHY = "Nobody independent saw the tanks."


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.2)


def test_up_from_its_start_to_its_kill(onrecord_up: Any, tmp_path: Path) -> None:
    """One ``up`` for all of it: to come up takes longer than what is asked of it."""
    publishes_what_is_decided_without_being_asked(onrecord_up, tmp_path / "denial.txt")
    serves_and_refuses(onrecord_up, tmp_path / "later.txt")
    leaves_nothing_behind_when_killed(onrecord_up)
    article = tmp_path / "denied-again.txt"
    article.write_text(AGAIN)
    assert onrecord_up.read("ingest", article)["documents"] == 1, "commands go on alone"


def publishes_what_is_decided_without_being_asked(onrecord_up: Any, article: Path) -> None:
    article.write_text(DENIAL)

    report = onrecord_up.read("ingest", article)
    (claim_id,) = report["claim_ids"]
    onrecord_up.run("decide", claim_id, "--status", "contested", "--rationale", WHY, "--by", "Ana")
    said = onrecord_up.run("approve", claim_id, "--by", "Bo")

    assert "the publish flow has been triggered" in said
    review = onrecord_up.home / "published" / "claims" / f"{claim_id}.jsonld"
    wait_for(review.exists)
    assert json.loads(review.read_text())["@type"] == "ClaimReview"
    wait_for(lambda: onrecord_up.board()[0]["stage"] == "published")


def serves_and_refuses(onrecord_up: Any, article: Path) -> None:
    up = json.loads((onrecord_up.home / "up.json").read_text())
    article.write_text(LATER)
    onrecord_up.run("ingest", article)

    assert httpx.get(f"{up['api']}/api/v1/claims", timeout=20).status_code == 401
    made = onrecord_up.read("tokens", "create", "--name", "t", "--person", "Ana", "--scope", "read")
    bearer = {"Authorization": f"Bearer {made['secret']}"}
    claims = httpx.get(f"{up['api']}/api/v1/claims", headers=bearer, timeout=20).json()
    assert len(claims["items"]) == len(onrecord_up.board())
    asked = f"{up['prefect_api']}/deployments/filter"
    assert httpx.post(asked, json={}, timeout=20).status_code == 401
    user, _, secret = (onrecord_up.home / "keys" / "prefect").read_text().strip().partition(":")
    assert len(httpx.post(asked, json={}, auth=(user, secret), timeout=20).json()) == 6
    assert httpx.get(up["prefect_ui"], timeout=20).is_success

    status, _, err = onrecord_up.try_to("up")
    assert (status, "runs already" in err) == (1, True)
    status, _, err = onrecord_up.try_to("run", "assess", 999)
    assert status == 1
    assert "no claim 999 is on record" in err


def leaves_nothing_behind_when_killed(onrecord_up: Any) -> None:
    up = json.loads((onrecord_up.home / "up.json").read_text())

    os.kill(up["pid"], signal.SIGKILL)

    wait_for(lambda: not [pid for pid in onrecord_up.processes() if pid != up["pid"]])
