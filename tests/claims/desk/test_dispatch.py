"""One dispatch end to end: what each party says, and how each claim stands after it."""

from typing import Any

import pytest

from claims.desk import assess_claims, record_document
from claims.store import verify_ledger
from claims.store.facts import Assessment, StanceRow

TEXT = """SEOUL, Feb 21 (Reuters) - North Korea's ruler Kim Jong Un has been handed a limousine \
built in Russia, a present of President Vladimir Putin, KCNA said on Tuesday. The Kremlin \
confirmed the present a day later.
Handing over such a vehicle could breach the sanctions of the United Nations, which Moscow \
voted for.
North Korea is believed to ship ballistic missiles to Russia. Moscow and Pyongyang have \
denied the shipments.
Russia's defence ministry would neither confirm nor deny that its army fires the missiles \
at Ukrainian towns.
The ruler's foreign cars were likely smuggled in.
"""
GIFT = "Kim Jong Un received a limousine from Vladimir Putin as a gift."
SUPPLY = "North Korea supplies ballistic missiles to Russia."
USE = "Russia fires North Korean missiles at Ukraine."
BREACH = "Russia's gift of a limousine to Kim Jong Un breaches the United Nations sanctions."
SMUGGLED = "Kim Jong Un's foreign cars were smuggled into North Korea."

PROBABLE = {"mode": "hedged", "commitment": "probable"}
POSSIBLE = {"mode": "hedged", "commitment": "possible"}
TOLD = (
    (GIFT, "KCNA", "alleges", "KCNA said on Tuesday"),
    (GIFT, "Kremlin", "confirms", "The Kremlin confirmed the present", {"aliases": ("Moscow",)}),
    (BREACH, "unattributed", "alleges", "could breach the sanctions", POSSIBLE),
    (SUPPLY, "unattributed", "alleges", "is believed to ship ballistic missiles", PROBABLE),
    (SUPPLY, "Russia", "denies", "Moscow and Pyongyang have denied the shipments"),
    (SUPPLY, "North Korea", "denies", "Moscow and Pyongyang have denied the shipments"),
    (
        USE,
        "Russian defence ministry",
        "neither_confirms_nor_denies",
        "would neither confirm nor deny that its army fires the missiles",
    ),
    (SMUGGLED, "unattributed", "alleges", "were likely smuggled in", PROBABLE),
)


@pytest.fixture
def told(desk: Any) -> Any:
    """The desk after the dispatch, with its claims by sentence."""
    recorded = desk.put(TEXT, *TOLD, outlet="reuters", outlet_name="Reuters")
    desk.claims = dict(zip((GIFT, BREACH, SUPPLY, USE, SMUGGLED), recorded.claim_ids, strict=True))
    desk.recorded = recorded
    return desk


@pytest.mark.parametrize(
    ("claim", "status", "flags", "commitment"),
    [
        (GIFT, "acknowledged", set(), "certain"),
        (SUPPLY, "unverified", {"denied", "unattributed_only"}, "probable"),
        (USE, "unverified", {"no_position_taken"}, None),
        (BREACH, "unverified", {"unattributed_only"}, "possible"),
        (SMUGGLED, "unverified", {"unattributed_only"}, "probable"),
    ],
)
def test_how_each_claim_of_the_dispatch_stands(
    told: Any, claim: str, status: str, flags: set[str], commitment: str | None
) -> None:
    line = told.board(told.claims[claim])
    assert line.status == status
    assert flags <= set(line.flags)
    assert line.commitment == commitment
    assert line.status_basis == "suggested"


def test_nobody_is_put_down_for_what_nobody_said(told: Any) -> None:
    line = told.board(told.claims[SUPPLY])
    positions = {each["party_key"]: each["value"] for each in line.positions}
    assert positions == {"north-korea": "denies", "russia": "denies", "unattributed": "alleges"}


def test_the_organ_counts_as_its_state_and_as_its_own_origin(told: Any) -> None:
    assert told.board(told.claims[GIFT]).origins == 2  # KCNA's word, and what Reuters heard
    assert told.recorded.origin == "outlet:reuters"


def test_a_suggestion_says_what_would_change_it(told: Any) -> None:
    rows = [row for row in told.rows(Assessment) if row.claim_id == told.claims[SUPPLY]]
    assert rows[-1].would_change
    assert {"contested", "refuted"} <= {each["status"] for each in rows[-1].would_change}


def test_every_quote_stands_in_the_text(told: Any) -> None:
    rows = told.rows(StanceRow)
    assert len(rows) == len(TOLD)
    assert all(TEXT[row.start : row.end] == row.exact for row in rows)


def test_assessing_again_writes_nothing(told: Any) -> None:
    before = len(told.rows(Assessment))
    assert assess_claims(told.store, told.machine, told.recorded.claim_ids) == []
    assert len(told.rows(Assessment)) == before


def test_the_ledger_vouches_for_all_of_it(told: Any) -> None:
    assert verify_ledger(told.store).ok


def test_the_same_dispatch_twice_changes_nothing(told: Any, material: Any, extraction: Any) -> None:
    again = material(TEXT, name="text-1.txt", outlet="reuters", outlet_name="Reuters")
    found = extraction(TEXT, *TOLD)
    recorded = record_document(told.store, told.machine, again, found)
    assert not recorded.new
    assert recorded.claim_ids == told.recorded.claim_ids
    assert len(told.rows(StanceRow)) == len(TOLD)
