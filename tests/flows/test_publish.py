"""Files are written whole or not at all; a claim that may not be published keeps no other back."""

from __future__ import annotations

import asyncio
import csv
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest
from filelock import FileLock

from claims import desk, views
from claims.desk import Actor, MoveRefusedError, Role
from claims.model import Stage, Status
from claims.settings import Settings, load_settings
from claims.store import Store
from flows.publish import (
    EXPORT_LOCK,
    MACHINE,
    publish,
    publish_claim,
    tell_what_goes_out,
    write_exports,
    write_file,
    write_published,
)
from flows.requests import ClaimsRequest

ANA = Actor(name="Ana", role=Role.REVIEWER)
BO = Actor(name="Bo", role=Role.APPROVER)


def approve(store: Store, claim_id: int) -> None:
    desk.decide(store, ANA, claim_id, Status.CONTESTED, "Nobody independent saw it.")
    desk.approve(store, BO, claim_id)


def test_a_reader_never_sees_half_a_file(tmp_path: Path) -> None:
    path = tmp_path / "out" / "board.json"
    write_file(path, ["old"])

    def break_off() -> Iterator[str]:
        yield "new, but only ha"
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write_file(path, break_off())
    assert path.read_text() == "old"

    assert write_file(path, ["new ", "and whole"]) == str(path)
    assert path.read_text() == "new and whole"
    assert list(path.parent.iterdir()) == [path]


def test_two_who_write_one_file_each_write_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "board.json"

    def be_overtaken() -> Iterator[str]:
        yield "slow, "
        write_file(path, ["fast"])
        assert path.read_text() == "fast"
        yield "and whole"

    write_file(path, be_overtaken())
    assert path.read_text() == "slow, and whole"


def test_others_may_read_what_is_published(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    written = Path(write_file(tmp_path / "board.json", ["[]"]))
    assert written.stat().st_mode == plain.stat().st_mode


def test_publishing_goes_on_record_before_the_file_is_written(
    ingested: Path, held: Store, settings: Settings
) -> None:
    approve(held, 1)

    file = publish_claim(held, settings, 1, MACHINE)

    assert views.claim(held, 1).standing.stage is Stage.PUBLISHED
    review = json.loads(Path(file).read_text())
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == views.claim(held, 1).text


def test_a_lost_file_is_written_again_without_publishing_again(
    ingested: Path, held: Store, settings: Settings
) -> None:
    approve(held, 1)
    file = Path(publish_claim(held, settings, 1, MACHINE))
    before = len(views.claim(held, 1).history)
    file.unlink()

    publish_claim(held, settings, 1, MACHINE)

    assert file.exists()
    assert len(views.claim(held, 1).history) == before


def test_a_claim_that_another_run_publishes_meanwhile_is_written(
    ingested: Path, held: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    approve(held, 1)
    publish_now = desk.publish

    def be_overtaken(store: Store, actor: Actor, claim_id: int) -> object:
        publish_now(store, BO, claim_id)
        return publish_now(store, actor, claim_id)

    monkeypatch.setattr(desk, "publish", be_overtaken)

    assert Path(publish_claim(held, settings, 1, MACHINE)).exists()
    assert views.claim(held, 1).standing.stage is Stage.PUBLISHED


def test_exports_of_runs_side_by_side_come_one_after_another(
    ingested: Path, held: Store, settings: Settings
) -> None:
    """What a run that waits then writes holds what happened while it waited."""
    board = settings.home / "published" / "board.json"
    with ThreadPoolExecutor(1) as pool:
        with FileLock(settings.home / EXPORT_LOCK):
            waiting = pool.submit(write_published, held, settings)
            assert not wait([waiting], 0.5).done
            desk.triage(held, ANA, 1)
        waiting.result(60)

    stages = {row["claim_id"]: row["stage"] for row in json.loads(board.read_text())}
    assert stages[1] == "triaged"


def test_a_person_in_the_wrong_role_is_refused(
    ingested: Path, held: Store, settings: Settings
) -> None:
    approve(held, 1)
    with pytest.raises(MoveRefusedError):
        publish_claim(held, settings, 1, Actor(name="Cy", role=Role.CONTRIBUTOR))
    assert not (settings.home / "published").exists()


def test_exports_hold_every_claim_and_stance(
    ingested: Path, held: Store, settings: Settings, tmp_path: Path
) -> None:
    files = {Path(name).name: Path(name) for name in write_exports(held, settings, tmp_path)}

    claims = views.board(held, limit=500).items
    assert len(json.loads(files["board.json"].read_text())) == len(claims)
    rows = list(csv.DictReader(files["stances.csv"].read_text().splitlines()))
    assert len(rows) == sum(claim.stances for claim in claims)
    assert files["status-changes.atom"].read_text().startswith("<?xml")


def test_who_publishes_under_a_placeholder_is_told_which(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (_, told) = tell_what_goes_out(load_settings())
    assert "ONRECORD_ORGANISATION_URL (https://example.org/)" in told
    assert "ONRECORD_PUBLIC_URL (http://127.0.0.1:8420/)" in told

    monkeypatch.setenv("ONRECORD_ORGANISATION_NAME", "The Desk")
    monkeypatch.setenv("ONRECORD_ORGANISATION_URL", "https://desk.example/")
    monkeypatch.setenv("ONRECORD_PUBLIC_URL", "https://record.example/")
    assert len(tell_what_goes_out(load_settings())) == 1


def test_the_flow_publishes_what_is_approved_and_tells_what_it_may_not(
    prefect_server: None, ingested: Path, held: Store
) -> None:
    approve(held, 1)
    approve(held, 2)

    report = asyncio.run(publish(ClaimsRequest(claims=[1, 3, 2])))

    assert (report.claims, report.published, report.refused) == (3, 2, 1)
    assert report.notes[0] == "claim 3: it is new, not approved: decide and approve it first"
    assert "those that nobody reviewed" in report.notes[1]
    assert views.claims_at(held, "published") == [1, 2]
    assert asyncio.run(publish(ClaimsRequest())).claims == 0


def test_what_was_published_says_that_it_is_under_review_again(
    prefect_server: None, ingested: Path, held: Store
) -> None:
    approve(held, 1)
    file = ingested / "published" / "claims" / "1.jsonld"
    assert asyncio.run(publish(ClaimsRequest())).marked == 0
    desk.challenge(held, ANA, 1, "A new report contradicts it.")

    report = asyncio.run(publish(ClaimsRequest()))

    assert report.describe() == "0 claims looked at, 1 marked as under review again"
    assert json.loads(file.read_text())["creativeWorkStatus"] == "Under review"
    desk.reopen(held, ANA, 1, "A new report contradicts it.")
    assert asyncio.run(publish(ClaimsRequest())).marked == 0, "it says so already"

    approve(held, 1)
    assert asyncio.run(publish(ClaimsRequest())).published == 1
    assert "creativeWorkStatus" not in json.loads(file.read_text())


def test_a_claim_that_is_not_on_record_ends_the_run_before_anything_is_published(
    prefect_server: None, ingested: Path, held: Store
) -> None:
    approve(held, 1)
    with pytest.raises(views.NotOnRecord, match="no claim 999 is on record"):
        asyncio.run(publish(ClaimsRequest(claims=[1, 999])))
    assert views.claims_at(held, "published") == []
    assert not (ingested / "published").exists()
