"""Gathering, assessing, reviewing, rechecking: as Prefect flows over one record."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from prefect.artifacts import Artifact
from pydantic import ValidationError

from claims import desk, views
from claims.desk import Actor, Role
from claims.model import Status
from claims.store import Store
from flows.assess import assess
from flows.gather_evidence import find_evidence, gather_evidence
from flows.ingest import ingest
from flows.recheck import recheck
from flows.requests import (
    ClaimsRequest,
    GatherRequest,
    IngestRequest,
    RecheckRequest,
    ReviewRequest,
)
from flows.review import describe_waiting, review, triage_new

pytestmark = pytest.mark.usefixtures("prefect_server")

ANA = Actor(name="Ana", role=Role.REVIEWER)
BO = Actor(name="Bo", role=Role.APPROVER)
TANKS = "Germany said on Monday that Chad had bought forty Leopard tanks in Hamburg."
PORT = "Harbour records show that forty Leopard tanks for Chad left Hamburg in March, by train."


def put(folder: Path, *texts: str) -> None:
    """Ingest texts, an article each."""
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / f"{number}-{len(text)}.txt")
        paths[-1].write_text(text)
    asyncio.run(ingest(IngestRequest(inputs=[str(path) for path in paths])))


def read_description(key: str) -> str:
    """What Prefect's UI says above the last artifact of that key."""
    found: Any = Artifact.get(key)
    return str(found.description)


def test_gathering_proposes_passages_and_attaches_nothing(
    home: Path, held: Store, tmp_path: Path
) -> None:
    put(tmp_path, TANKS, PORT)
    (claim_id,) = [row.claim_id for row in views.board(held).items if "bought" in row.text]

    found = find_evidence(held, claim_id, 5)
    report = asyncio.run(gather_evidence(GatherRequest(claims=[claim_id])))

    assert [PORT[each.start : each.end] for each in found] == [PORT]
    assert report.proposals == 1
    told = "1 claim looked at, 1 proposal made; those below wait for a person's answer"
    assert read_description("evidence-proposals") == told
    assert "shares" in found[0].reasons[0]
    assert views.claim(held, claim_id).evidence == ()
    again = asyncio.run(gather_evidence(GatherRequest(claims=[claim_id])))
    assert again.proposals == 0


def test_a_second_assessment_changes_nothing(ingested: Path, held: Store) -> None:
    everything = len(views.open_claim_ids(held))

    report = asyncio.run(assess(ClaimsRequest()))

    assert (report.claims, report.suggested) == (everything, 0)


def test_a_claim_that_is_not_on_record_ends_the_run_at_once(ingested: Path) -> None:
    with pytest.raises(views.NotOnRecord, match="no claim 999 is on record"):
        asyncio.run(assess(ClaimsRequest(claims=[1, 999])))


def test_review_triages_and_tells_what_waits(ingested: Path, held: Store) -> None:
    new = views.claims_at(held, "new")

    report = asyncio.run(review(ReviewRequest()))

    assert report.triaged == len(new) > 0
    told = f"{report.describe()}; {report.notes[0].removesuffix(' (onrecord queue)')}"
    assert read_description("review-queue") == told
    assert report.claims == len(views.open_claim_ids(held))
    assert views.claims_at(held, "new") == []
    assert report.notes[0].startswith(f"{len(new)} claims")
    assert report.notes[0].endswith("wait for a person (onrecord queue)")


def test_a_claim_that_somebody_takes_meanwhile_keeps_no_other_from_triage(
    ingested: Path, held: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = views.claims_at(held, "new")
    desk.triage(held, ANA, new[0])  # as another run may
    desk.assign(held, ANA, new[1], "Cy")
    desk.park(held, ANA, new[2], "Nothing can be found out about it now.")
    monkeypatch.setattr(views, "claims_at", lambda *_, **__: new)

    assert triage_new(held) == len(new) - 3 > 0

    stages = [views.claim(held, claim_id).standing.stage.value for claim_id in new]
    assert stages == ["triaged", "assigned", "parked", *["triaged"] * (len(new) - 3)]


@pytest.mark.parametrize("asked", [{"status": "refuted", "rationale": "So."}, {"approve": True}])
def test_no_flow_decides_or_approves(asked: dict[str, object]) -> None:
    for request in (ClaimsRequest, GatherRequest, IngestRequest, RecheckRequest, ReviewRequest):
        with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
            request.model_validate({"actor": "Ana", **asked})


@pytest.mark.parametrize(
    ("claims", "waiting", "told"),
    [
        (1, {"triage": 1}, "1 claim waits for a person"),
        (17, {"triage": 9, "decide": 8}, "17 claims wait for a person"),
        (
            17,
            {"triage": 17, "answer proposal": 1, "look at failure": 2},
            "17 claims, 1 proposal, 2 failures wait for a person",
        ),
    ],
)
def test_what_waits_is_counted_each_for_itself(
    claims: int, waiting: dict[str, int], told: str
) -> None:
    assert describe_waiting(claims, waiting) == told


def test_recheck_looks_again_at_what_was_published(home: Path, held: Store, tmp_path: Path) -> None:
    put(tmp_path, TANKS, PORT)
    (claim_id,) = [row.claim_id for row in views.board(held).items if "bought" in row.text]
    desk.decide(held, ANA, claim_id, Status.UNVERIFIED, "Only one side has spoken so far.")
    desk.approve(held, BO, claim_id)
    desk.publish(held, BO, claim_id)

    assert asyncio.run(recheck(RecheckRequest())).claims == 0
    report = asyncio.run(recheck(RecheckRequest(older_than_days=0)))

    assert (report.claims, report.proposals) == (1, 1)
    assert read_description("recheck") == "1 claim looked at, 1 proposal made"
