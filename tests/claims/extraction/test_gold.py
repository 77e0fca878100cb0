"""Floors on the annotated training articles, and the acceptance case. Needs ../shared."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from claims.extraction import as_gold_line, extract, extract_by_rules
from claims.model import UNATTRIBUTED, Commitment, Document, Extraction, Finding, Stance

GOLD = Path(__file__).resolve().parents[4] / "shared" / "gold"
Extractor = Callable[[Document], Extraction]
RULES_ON_TRAIN = {"full": 0.565, "contested": 0.495, "claims": 0.31, "wording": 0.50}
WHOLE_ON_DEV = {"full": 0.605, "contested": 0.60, "claims": 0.38, "wording": 0.49}
"""A little under what is reached: a change that costs more must say so here. The trained
reader has seen the training articles, so the whole is measured on the development ones."""

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not GOLD.is_dir(), reason=f"no annotated articles at {GOLD}"),
]


def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(extractor: Extractor, doc: str) -> Extraction:
    return extractor(Document(text=(GOLD / "texts" / f"{doc}.txt").read_text("utf-8")))


@pytest.mark.parametrize(
    ("extractor", "gold", "floors"),
    [
        (extract_by_rules, "train.jsonl", RULES_ON_TRAIN),
        (extract, "dev.jsonl", WHOLE_ON_DEV),
    ],
    ids=["rules", "whole"],
)
def test_floors(
    extractor: Extractor,
    gold: str,
    floors: dict[str, float],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    scorer = load_scorer()
    docs = list(scorer.load(GOLD / gold))
    lines = [json.dumps(as_gold_line(doc, read(extractor, doc))) for doc in docs]
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("\n".join(lines), "utf-8")
    arguments = ["score.py", str(GOLD / gold), str(predicted), str(GOLD / "texts")]
    monkeypatch.setattr("sys.argv", arguments)
    scorer.main()
    report = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert {name: report[name] for name, floor in floors.items() if report[name] < floor} == {}


@pytest.fixture(scope="module", params=[extract_by_rules, extract], ids=["rules", "whole"])
def seed(request: pytest.FixtureRequest) -> Extraction:
    return read(request.param, "seed-article")


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
