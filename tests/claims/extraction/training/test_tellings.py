"""The fit of wordings: agreement as the scorer counts it, and what it learns from."""

import json
from collections import Counter
from pathlib import Path

import pytest

from claims.extraction.attribution.attribute import attribute
from claims.extraction.model.linking.expecting import WORD_FEATURES
from claims.extraction.model.telling.choosing import CHOICE_FEATURES, WordingWeights, retell
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.model.weighing.keeping import KEEP_FEATURES
from claims.extraction.position import Position
from claims.extraction.text.segment import segment
from claims.extraction.training.tellings import (
    Telling,
    agreement,
    fit_wording,
    rate_sentence,
    write_wording,
)
from claims.extraction.voice import Voice
from claims.model import Commitment, Mode, Stance

SHIPS = ["Alba", "Berta", "Clara", "Dora", "Emma", "Frida", "Greta", "Hilda"]


@pytest.mark.parametrize(
    ("told", "wanted", "score"),
    [
        ("The ferry sank.", "A ferry sank", 1.0),
        ("The ferry sank off Leith.", "The ferry sank.", 4 / 5.999999999999999),
        ("The mill burned.", "The ferry sank.", 0.0),
        ("", "", 0.0),
    ],
)
def test_agreement(told: str, wanted: str, score: float) -> None:
    assert agreement(told, wanted) == pytest.approx(score, abs=0.15)


def test_a_sentence_is_worth_more_with_its_small_words_in_their_order() -> None:
    wanted = "The ferry sank off Leith."
    rates = [
        rate_sentence(told, wanted)
        for told in (wanted, "the ferry sank off Leith", "ferry sank Leith", "Leith sank ferry", "")
    ]
    assert rates[0] == rates[1] == pytest.approx(1.0)
    assert rates == sorted(rates, reverse=True)
    assert rates[2] > rates[3] > rates[4]


def test_a_name_that_people_did_not_tell_costs_more_than_another_word() -> None:
    wanted = "Orr sank the ferry off Leith."
    right, other, strange = (
        rate_sentence(f"{who} sank the ferry off Leith", wanted) for who in ("Orr", "who", "Brook")
    )
    assert right > other > strange


def telling(ship: str, claim: str) -> Telling:
    told = f"The ferry {ship}, which carried heavy lead from distant mines, sank off Leith."
    position = Position(
        0, 0, 9, Voice("board", None, ()), Stance.ALLEGES, told, False, Mode.INDIRECT,
        Commitment.CERTAIN,
    )  # fmt: skip
    return Telling(attribute(segment(told)), Counter(), Candidate(position, None, True), claim)


def test_asides_that_people_leave_out_go() -> None:
    tellings = [telling(ship, f"The ferry {ship} sank off Leith.") for ship in SHIPS] * 4
    weights = fit_wording(tellings)
    (found,) = retell(tellings[0].done, [tellings[0].candidate], weights)
    assert found.position.claim == "The ferry Alba sank off Leith."


def test_asides_that_people_keep_stay() -> None:
    tellings = [
        telling(ship, f"The ferry {ship}, which carried heavy lead from distant mines, sank.")
        for ship in SHIPS
    ] * 4
    (found,) = retell(tellings[0].done, [tellings[0].candidate], fit_wording(tellings))
    assert "heavy lead from distant mines" in found.position.claim


def test_weights_are_written_by_name(tmp_path: Path) -> None:
    weights = WordingWeights((1.0,) * len(KEEP_FEATURES), (2.0,) * len(CHOICE_FEATURES))
    write_wording(weights, (3.0,) * len(WORD_FEATURES), tmp_path / "wording.json")
    card = json.loads((tmp_path / "wording.json").read_text("utf-8"))
    assert card["keep"]["reader"] == 1.0
    assert card["choice"]["expected"] == 2.0
    assert card["words"]["likely"] == 3.0
