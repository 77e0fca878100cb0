"""Rows of features as probabilities."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.model.logistic import chance, chances

NUMBERS = st.floats(-50, 50)


@pytest.mark.parametrize(
    ("log_odds", "probability"),
    [(0.0, 0.5), (math.log(3), 0.75), (-math.log(3), 0.25), (900.0, 1.0), (-900.0, 0.0)],
)
def test_chance(log_odds: float, probability: float) -> None:
    assert chance(log_odds) == pytest.approx(probability, abs=1e-9)


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS)), st.tuples(NUMBERS, NUMBERS, NUMBERS))
def test_a_row_is_weighed_by_itself(
    rows: list[tuple[float, float, float]], weights: tuple[float, float, float]
) -> None:
    alone = [chance(sum(w * x for w, x in zip(weights, row, strict=True))) for row in rows]
    assert chances(rows, weights) == pytest.approx(alone)


def test_rows_that_do_not_fit_the_weights() -> None:
    with pytest.raises(ValueError, match="mismatch"):
        chances([[1.0, 2.0]], [1.0, 2.0, 3.0])
