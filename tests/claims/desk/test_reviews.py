"""Published fact-checks: the claimant's position, the verdicts as evidence, once each."""

from datetime import UTC, datetime
from typing import Any

import pytest

from claims.desk import Review, assess_claims, record_reviews
from claims.desk.reviews import is_platform
from claims.store.facts import Claim, Evidence, Origin, Party, StanceRow

CLAIM = "The bridge at Elder mill collapsed last night."
TEXT = f"""Claim: {CLAIM}
Claimed by: Oskar Lund
Rating by Valley Check: False
Title: No, the bridge still stands
"""


def review(**changes: Any) -> Review:
    given = {
        "claim": CLAIM,
        "claimant": "Oskar Lund",
        "publisher": "Valley Check",
        "rating": "False",
        "title": "No, the bridge still stands",
        "url": "https://www.valleycheck.example/bridge",
        "claim_date": datetime(2024, 5, 3, 8, 0, tzinfo=UTC),
    }
    return Review(**{**given, **changes})


@pytest.fixture
def put(desk: Any, material: Any) -> Any:
    def put_reviews(text: str = TEXT, *reviews: Review, **changes: Any) -> Any:
        recorded = record_reviews(
            desk.store,
            desk.machine,
            material(text, kind="fact_check", **changes),
            reviews or (review(),),
        )
        assess_claims(desk.store, desk.machine, recorded.claim_ids)
        return recorded

    return put_reviews


def test_the_claimant_alleges_and_the_verdict_is_evidence(desk: Any, put: Any) -> None:
    recorded = put()
    assert (recorded.claims_opened, recorded.stances) == (1, 1)
    stance, verdict = desk.rows(StanceRow)[0], desk.rows(Evidence)[0]
    assert (stance.told_as, stance.value, stance.exact) == ("Oskar Lund", "alleges", CLAIM)
    assert stance.said_on.isoformat() == "2024-05-03"
    assert (verdict.kind, verdict.relation, verdict.exact) == ("fact_check", "undermines", "False")
    assert "Valley Check rates it: False" in verdict.note
    assert desk.rows(Claim)[0].text == CLAIM


def test_the_publisher_is_the_origin_of_its_verdict(desk: Any, put: Any) -> None:
    put()
    keys = {row.id: row.key for row in desk.rows(Origin)}
    assert keys[desk.rows(Evidence)[0].origin_id] == "site:valleycheck.example"


def test_a_second_time_changes_nothing(desk: Any, put: Any) -> None:
    first, second = put(), put()
    assert (first.new, second.new) == (True, False)
    assert second.claim_ids == first.claim_ids
    assert (len(desk.rows(StanceRow)), len(desk.rows(Evidence))) == (1, 1)


def test_two_publishers_are_two_pieces_of_evidence_and_one_position(desk: Any, put: Any) -> None:
    text = TEXT + "Rating by Coast Facts: Mostly true\n"
    other = review(publisher="Coast Facts", rating="Mostly true", url="https://coast.example/1")
    put(text, review(), other)
    assert len(desk.rows(StanceRow)) == 1
    assert len({row.origin_id for row in desk.rows(Evidence)}) == 2


def test_a_fact_check_joins_the_claim_it_checks(desk: Any, put: Any) -> None:
    claim = desk.say(CLAIM, "Mara Pohl", "alleges")
    recorded = put()
    assert recorded.claim_ids == (claim,)
    assert desk.board(claim).undermines == 1


def test_a_graded_publisher_refutes(desk: Any, put: Any) -> None:
    recorded = put(TEXT, review(reliability="A", publisher_outlet="reuters", publisher="Reuters"))
    line = desk.board(recorded.claim_ids[0])
    assert line.undermines == 1
    assert line.status in ("refuted", "unverified")


def test_a_claim_that_the_text_lacks_is_refused(desk: Any, put: Any) -> None:
    recorded = put("Claim: something else entirely\n")
    assert recorded.stances == 0
    assert recorded.failures
    assert desk.rows(Evidence) == []


@pytest.mark.parametrize(
    ("claimant", "platform"),
    [
        ("x.com", True),
        ("www.facebook.com", True),
        ("vt.tiktok.com", True),
        ("Social media users", True),
        ("multiple sources", True),
        ("منشورات الفيسبوك", True),
        ("مصادر عدّة", True),
        ("وسائل التواصل الاجتماعي", True),
        ("Oskar Lund", False),
        ("Refugees of the Valley", False),
        ("netflix.com", False),
        ("صحيفة الوادي", False),
    ],
)
def test_a_platform_is_nobody(claimant: str, platform: bool) -> None:
    assert is_platform(claimant) is platform


@pytest.mark.parametrize(
    ("claimant", "told_as", "kind"),
    [("x.com", "x.com", "anonymous"), (None, "unattributed", "unattributed")],
)
def test_who_cannot_stand_by_it_is_recorded_as_told(
    desk: Any, put: Any, claimant: str | None, told_as: str, kind: str
) -> None:
    recorded = put(TEXT, review(claimant=claimant))
    row = desk.rows(StanceRow)[0]
    assert (row.told_as, row.anonymous, desk.rows(Party)[0].kind) == (told_as, True, kind)
    assert "unattributed_only" in desk.board(recorded.claim_ids[0]).flags
