"""What is fitted from annotated articles of our own: the denial belongs to what it denies."""

import numpy as np
import pytest

from claims.extraction.model.linking.link import LinkWeights, link
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.position import Position
from claims.extraction.positions.sides import Sides
from claims.extraction.text.segment import segment
from claims.extraction.training.linkage import LinkSet, fit_linkage, teach_linkage
from claims.extraction.training.records import Label, Record
from claims.extraction.training.regression import fit_logistic
from claims.extraction.voice import Voice
from claims.model import Commitment, Mode, Stance

PLACES = ["Leith", "Perth", "Oban", "Wick", "Ayr", "Stirling", "Dundee", "Elgin"]


def article(place: str) -> LinkSet:
    text = (
        f"A ferry sank off {place} on Friday, the radio reported. "
        f"The mayor denied that a ferry had sunk off {place}. "
        "The price of herring rose by a third, a grocer said."
    )
    page = segment(text)
    rows = [("c1", "radio", Stance.ALLEGES), ("c1", "mayor", Stance.DENIES),
            ("c2", "grocer", Stance.ALLEGES)]  # fmt: skip
    candidates, labels = [], []
    for sentence, (claim, party, stance) in zip(page.sentences, rows, strict=True):
        words = text[sentence.start : sentence.end]
        position = Position(
            sentence.index, sentence.start, sentence.end, Voice(party, None, ()), stance, words,
            False, Mode.INDIRECT, Commitment.CERTAIN,
        )  # fmt: skip
        candidates.append(Candidate(position, None, True))
        labels.append(Label(claim, party, (), None, stance.value, sentence.start, sentence.end))
    record = Record(place, text, {"c1": "A ferry sank.", "c2": "Herring rose."}, tuple(labels))
    return LinkSet(page, candidates, {0: 0, 1: 1, 2: 2}, record)


def test_what_is_fitted_links_an_article_that_it_has_not_seen() -> None:
    sets = [article(place) for place in PLACES]
    card = fit_linkage(teach_linkage(sets[:5]), sets[5:7], None) | {"least_chance": 0.5}
    last = sets[7]
    weights = LinkWeights.of_card(card)
    _, groups = link(last.page, last.candidates, Sides(last.page.text), weights, None)
    assert groups[0] == groups[1] != groups[2]


@pytest.mark.parametrize(("ridge", "within"), [(0.01, (1.0, 9.0)), (1e6, (-0.01, 0.01))])
def test_a_prior_holds_as_firmly_as_its_ridge_says(
    ridge: float, within: tuple[float, float]
) -> None:
    rows = np.array([[1.0, x] for x in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)])
    wanted = np.array([0.0, 0.0, 1.0, 0.0, 1.0, 1.0])
    found = fit_logistic(rows, wanted, prior=[0.0, 0.0], ridge=ridge)
    assert within[0] < found[1] < within[1]


def test_a_regression_finds_what_tells() -> None:
    rows = np.array([[1.0, x, 1.0 - x] for x in (0.0, 0.1, 0.9, 1.0)])
    found = fit_logistic(rows, np.array([0.0, 0.0, 1.0, 1.0]), ridge=0.1)
    assert found[1] > 1.0 > -1.0 > found[2]
