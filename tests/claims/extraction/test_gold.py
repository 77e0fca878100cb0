"""The acceptance case: the dispatch that the design was drawn for. Needs ../shared."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.extraction import By, extract
from claims.model import UNATTRIBUTED, Commitment, Document, Extraction, Finding, Stance

SEED = Path(__file__).resolve().parents[4] / "shared" / "gold" / "texts" / "seed-article.txt"
WHO: tuple[By, ...] = ("rules", "auto")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SEED.is_file(), reason=f"no article at {SEED}"),
]


@pytest.fixture(scope="module", params=WHO)
def seed(request: pytest.FixtureRequest) -> Extraction:
    return extract(Document(text=SEED.read_text("utf-8")), request.param)


def stands(seed: Extraction, party: str, stance: Stance, *words: str) -> Finding:
    """The one finding of that party and stance whose claim holds all the words."""
    texts = {claim.id: claim.text for claim in seed.claims}
    found = [
        finding
        for finding in seed.findings
        if party in (finding.party, *finding.aliases)
        and finding.stance is stance
        and all(word in texts[finding.claim] for word in words)
    ]
    assert len(found) == 1, [(f.party, f.stance, texts[f.claim]) for f in seed.findings]
    return found[0]


def test_no_position_on_the_use_of_weapons(seed: Extraction) -> None:
    found = stands(seed, "Kremlin", Stance.NEITHER, "Kremlin", "uses", "weapons")
    assert found.span.exact.startswith("The Kremlin")


def test_the_denial_is_on_the_unattributed_supply(seed: Extraction) -> None:
    supply = stands(
        seed, UNATTRIBUTED, Stance.ALLEGES, "North Korea", "ballistic missiles", "Russia"
    )
    denial = stands(seed, "North Korea", Stance.DENIES, "ballistic missiles")
    assert supply.claim == denial.claim
    assert supply.commitment is Commitment.PROBABLE


def test_the_gift_is_told_by_one_side_and_confirmed_by_the_other(seed: Extraction) -> None:
    told = stands(seed, "official media", Stance.ALLEGES, "car", "gift")
    confirmed = stands(seed, "Kremlin", Stance.CONFIRMS, "car")
    assert confirmed.speaker == "Dmitry Peskov"
    assert told.claim == confirmed.claim


def test_the_ministry_speaks_through_its_spokesperson(seed: Extraction) -> None:
    said = stands(seed, "South Korea's Foreign Ministry", Stance.ALLEGES, "sanctions")
    assert said.speaker == "Lim Soo-suk"


def test_smuggling_is_likely_and_nobody_says_so(seed: Extraction) -> None:
    found = stands(seed, UNATTRIBUTED, Stance.ALLEGES, "smuggled")
    assert found.commitment is Commitment.PROBABLE


def test_the_breach_is_a_possible_claim_of_its_own(seed: Extraction) -> None:
    found = stands(seed, UNATTRIBUTED, Stance.ALLEGES, "violation")
    assert found.commitment is Commitment.POSSIBLE
    assert found.claim != stands(seed, "official media", Stance.ALLEGES, "gift").claim
