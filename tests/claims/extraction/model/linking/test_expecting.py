"""What words a claim is expected to hold, and how well sentences agree with that."""

import pytest

from claims.extraction.model.linking.expected import Expected
from claims.extraction.model.linking.expecting import (
    WORD_FEATURES,
    bag,
    describe_expected,
    expect_words,
    look_around,
)
from claims.extraction.model.linking.linked import Linked
from claims.extraction.model.telling.fitted import fitted
from claims.extraction.position import Position
from claims.extraction.text.segment import segment
from claims.extraction.voice import Voice
from claims.extraction.wording.joining import claim_key
from claims.model import Commitment, Mode, Stance

PAGE = segment("The cook of the ferry Alba said that 12 left-hand boats of Marta Bell sank there.")
TOLD_ONLY = tuple(8.0 * (name == "told") - 4.0 * (name == "always") for name in WORD_FEATURES)
"""Weights by which the words that the writer tells are expected, and no others."""


def linked(claim: str, told: str = "", *, points: bool = False) -> Linked:
    position = Position(
        0, 0, 9, Voice("cook", None, ()), Stance.ALLEGES, claim, points, Mode.INDIRECT,
        Commitment.CERTAIN,
    )  # fmt: skip
    each = Linked(position, claim_key(claim), frozenset(), "12 left-hand boats sank", 0)
    each.told, each.told_words, each.likely = told, claim_key(told), -0.3
    each.chances = {"left-hand": 0.9, "boats": 0.2}
    return each


def test_function_words_do_not_count() -> None:
    assert bag("The boats, and the boats of Bell's!") == {"boats": 2, "bell": 1, "s": 1}


def test_each_word_is_described() -> None:
    around = look_around(PAGE)
    rows = describe_expected(linked("Boats sank.", "Boats of Bell sank."), around)
    told = {word: dict(zip(WORD_FEATURES, row, strict=True)) for word, row in rows.items()}
    assert set(told) == {"boats", "sank", "bell", "12", "left", "hand"}
    assert (told["boats"]["both"], told["bell"]["both"], told["bell"]["told"]) == (1, 0, 1)
    assert (told["bell"]["name"], told["boats"]["name"]) == (1, 0)
    assert told["left"]["reader"] > 0 > told["boats"]["reader"]
    assert told["12"]["number"] == told["12"]["unread"] == 1


def test_a_claim_that_is_only_pointed_at_tells_nothing() -> None:
    rows = describe_expected(linked("This report.", points=True), look_around(PAGE))
    assert "report" not in rows


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Boats of Bell sank.", "Boats sank."),
        ("Boats of Bell sank.", "Boats of Bell sank there at dawn today."),
        ("Boats of Bell sank.", "The cook left."),
        ("Boats sank.", ""),
    ],
)
def test_agreement_is_higher_the_more_is_expected_and_the_less_else(
    better: str, worse: str
) -> None:
    each = linked("Boats sank.", "Boats of Bell sank.")
    expect_words(PAGE, [each], TOLD_ONLY)
    assert each.expected is not None
    assert each.expected.agreement(bag(better)) > each.expected.agreement(bag(worse))


def test_nothing_expected_agrees_with_nothing() -> None:
    assert Expected({}).agreement(bag("")) == 0.0


def test_the_shipped_weights_fit_the_features() -> None:
    assert len(fitted("words", WORD_FEATURES)) == len(WORD_FEATURES)
    with pytest.raises(KeyError, match="depth"):
        fitted("words", ["depth"])
