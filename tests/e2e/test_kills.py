"""``kill -9`` of an ingest, at any instant: the next one takes it up, nothing stays behind.

``ONRECORD_KILLS`` sets how many instants (two in the ordinary run). A record is killed at two:
one drawn over the whole run, and one while documents are being recorded.
"""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2 as sqlite
import pytest

pytestmark = pytest.mark.e2e

KILLS = int(os.environ.get("ONRECORD_KILLS", "2"))
DOCUMENTS = 48
COUNTRIES = ("Chad", "Peru", "Nepal", "Ghana", "Laos", "Malta", "Qatar", "Cuba")


def write_articles(folder: Path) -> Path:
    """Articles that meet under common claims, so that a lost one would show on the board."""
    folder.mkdir()
    for number in range(DOCUMENTS):
        buyer = COUNTRIES[number % len(COUNTRIES)]
        seller = COUNTRIES[(number + 1 + number // 16) % len(COUNTRIES)]
        verb = "denied" if number % 3 else "said"
        (folder / f"{number:03}.txt").write_text(
            f"{buyer} {verb} on Tuesday that it had bought tanks from {seller}.\n\n"
            f"The army of {seller} said in report {number} that it had sold nothing to {buyer}."
        )
    return folder


def count_documents(home: Path) -> int:
    """Documents recorded so far, looked at from outside."""
    try:
        record = sqlite.connect(f"file:{home / 'record.sqlite'}?mode=ro", uri=True)
    except sqlite.OperationalError:
        return 0
    try:
        return int(record.execute("SELECT count(*) FROM document").fetchone()[0])
    except sqlite.OperationalError:  # not migrated yet
        return 0
    finally:
        record.close()


def kill_after(process: Any, home: Path, seconds: float | None, documents: int) -> None:
    """SIGKILL after some seconds, or as soon as so many documents are recorded."""
    began = time.monotonic()
    while process.poll() is None:
        if seconds is not None:
            if time.monotonic() - began >= seconds:
                break
        elif count_documents(home) >= documents:
            break
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)


def test_an_ingest_killed_at_any_instant_is_taken_up_by_the_next(
    onrecord: Any, tmp_path: Path
) -> None:
    articles = write_articles(tmp_path / "articles")
    began = time.monotonic()
    onrecord.run("ingest", articles)
    lasted = time.monotonic() - began
    whole = onrecord.board()
    assert len(whole) > len(COUNTRIES)

    dice = random.Random(20240220)
    for number in range(KILLS // 2):
        killed = type(onrecord)(tmp_path / f"killed-{number}")
        kill_after(killed.start("ingest", articles), killed.home, dice.uniform(0.2, lasted), 0)
        documents = dice.randrange(1, DOCUMENTS)
        kill_after(killed.start("ingest", articles), killed.home, None, documents)
        assert count_documents(killed.home) >= documents

        report = killed.read("ingest", articles)
        assert report["documents"] + report["known"] == DOCUMENTS
        assert killed.board() == whole
        assert "The ledger holds" in killed.run("ledger", "verify")
        killed.require_quiet()
