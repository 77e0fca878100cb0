"""The best wording is taken, and never one that says the opposite."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from claims.extraction.attribution.attribute import attribute
from claims.extraction.model.telling.choosing import (
    CHOICE_FEATURES,
    WordingWeights,
    best_offer,
    describe_offer,
    drop_repetitions,
    retell,
    shipped_weights,
)
from claims.extraction.model.telling.drafts import Draft, make_draft, tokens_of
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.model.weighing.keeping import KEEP_FEATURES, describe_words, keep_chances
from claims.extraction.position import Position
from claims.extraction.text.segment import segment
from claims.extraction.voice import Voice
from claims.model import Commitment, Mode, Stance

SHORT = tuple(-1.0 if name == "length" else 0.0 for name in CHOICE_FEATURES)
"""Weights to which only a short wording is good."""
KEEP = (0.0,) * len(KEEP_FEATURES)


def draft(text: str, source: str = "rule") -> Draft:
    tokens = tokens_of(text)
    return make_draft(text, source, tokens, [0.5] * len(tokens))


def candidate(claim: str) -> Candidate:
    position = Position(
        0, 0, 9, Voice("board", None, ()), Stance.ALLEGES, claim, False, Mode.INDIRECT,
        Commitment.CERTAIN,
    )  # fmt: skip
    return Candidate(position, None, True)


def test_features_have_their_names() -> None:
    offer = draft("The ferry Alba sank off Leith.").whole
    assert len(describe_offer(offer, 3.0, "direct")) == len(CHOICE_FEATURES)
    (row, *_) = describe_words(offer.draft.tokens, {}, Counter(), "direct")
    assert len(row) == len(KEEP_FEATURES)


def test_the_shipped_weights_fit_the_features() -> None:
    weights = shipped_weights()
    assert len(weights.keep) == len(KEEP_FEATURES)
    assert len(weights.choice) == len(CHOICE_FEATURES)


def test_a_whole_sentence_beats_a_fragment() -> None:
    drafts = [draft("Who had seen the ferry."), draft("Marta Bell had seen the ferry.", "reader")]
    flat = (0.0,) * len(CHOICE_FEATURES)
    assert best_offer(drafts, "indirect", flat).words() == "Marta Bell had seen the ferry."


def test_no_draft_is_an_error() -> None:
    with pytest.raises(ValueError, match="max"):
        best_offer([], "indirect", SHORT)


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("The ferry Alba, which carried lead, sank off Leith.", "The ferry Alba sank off Leith."),
        ("The ferry Alba sank off Leith and was not raised.",) * 2,
        ("", ""),
    ],
)
def test_retold(claim: str, told: str) -> None:
    done = attribute(segment("The ferry Alba sank off Leith."))
    (found,) = retell(done, [candidate(claim)], WordingWeights(KEEP, SHORT))
    assert found.position.claim == told


def test_what_points_at_another_claim_stays() -> None:
    done = attribute(segment("The ferry Alba sank off Leith."))
    pointing = candidate("That report, which they read, sank off Leith.")
    pointing.position = replace(pointing.position, points=True)
    assert retell(done, [pointing], WordingWeights(KEEP, SHORT)) == [pointing]


WHOLE, PART = "A mill burned and a barn fell.", "A barn fell."


@pytest.mark.parametrize(
    ("other", "changed", "kept"),
    [
        pytest.param(PART, {}, [WHOLE], id="tells no more"),
        pytest.param("A mill burned, a barn fell on Friday.", {}, [WHOLE], id="hardly more"),
        pytest.param("Two horses died.", {}, [WHOLE, "Two horses died."], id="something else"),
        pytest.param(PART, {"stance": Stance.DENIES}, [WHOLE, PART], id="of another stance"),
        pytest.param(PART, {"end": 7}, [WHOLE, PART], id="at other words"),
        pytest.param(PART, {"voice": Voice("mayor", None, ())}, [WHOLE, PART], id="of another"),
    ],
)
def test_what_repeats_a_likelier_finding_falls_out(
    other: str, changed: dict[str, Any], kept: list[str]
) -> None:
    one, two = candidate(WHOLE), candidate(other)
    one.probability, two.probability = 0.9, 0.4
    two.position = replace(two.position, **changed)
    assert [c.position.claim for c in drop_repetitions([one, two])] == kept
    assert [c.position.claim for c in drop_repetitions([two, one])] == kept[::-1]


def test_a_word_that_the_document_repeats_is_likelier() -> None:
    weights = [float(name == "in_document") for name in KEEP_FEATURES]
    tokens = tokens_of("The ferry sank.")
    chances = keep_chances(tokens, {}, Counter({"ferri": 9}), "indirect", weights)
    assert chances[0] == 0.0
    assert chances[1] > chances[2] == 0.5
