"""The shipped comparer, and what it is given of a stance."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.model.network import comparing
from claims.extraction.model.network.comparing import opening, stance_vector
from claims.extraction.model.network.hooks import Hook
from claims.extraction.model.network.reader import shipped_reader
from claims.extraction.model.network.shape import WIDTH
from claims.extraction.text.segment import segment

TEXT = (
    "The ferry Alba sank off Leith on Friday, a radio station reported.\n"
    "The harbour board denied that the Alba had sunk off Leith.\n"
    "Herring will cost a third more next year, a grocer said.\n"
)


def read_keys() -> dict[int, Any]:
    """The key of a stance of each sentence of ``TEXT``."""
    readings = shipped_reader().read(segment(TEXT))
    vectors = [r.vector for r in readings if r.vector is not None]
    keys, _ = shipped_reader().comparer.place(vectors, [r.sentence for r in readings])
    return {r.sentence: key for r, key in zip(readings, keys, strict=True)}


def test_a_denial_is_likelier_on_what_it_denies_than_on_something_else() -> None:
    keys = read_keys()
    pairs = [(keys[1], keys[0]), (keys[1], keys[2])]
    denied, else_ = shipped_reader().comparer.compare(pairs)
    assert denied > else_ + 1.0


@given(st.integers(0, 2**32 - 1), st.integers(1, 5))
def test_two_are_compared_alike_from_both_ends_and_in_any_company(seed: int, count: int) -> None:
    comparer = shipped_reader().comparer
    vectors = np.random.default_rng(seed).normal(size=(count + 1, 3 * WIDTH)).astype(np.float16)
    (key, *others), central = comparer.place(list(vectors), list(range(count + 1)))
    together = comparer.compare([(key, other) for other in others])
    assert np.isfinite([*together, *central]).all()
    assert len(together) == count
    for other, found in zip(others, together, strict=True):
        (back,) = comparer.compare([(other, key)])
        assert back == pytest.approx(found, abs=1e-3)


def test_one_stance_alone_has_a_key_and_nothing_to_be_compared_with() -> None:
    comparer = shipped_reader().comparer
    keys, central = comparer.place([np.zeros(3 * WIDTH, np.float16)], [0])
    assert len(keys) == len(central) == 1
    assert comparer.compare([]) == []


def test_many_are_placed_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    comparer = shipped_reader().comparer
    vectors = list(np.random.default_rng(5).normal(size=(7, 3 * WIDTH)).astype(np.float16))
    parts = [comparer.place(vectors[:4], [*range(4)]), comparer.place(vectors[4:], [4, 5, 6])]
    monkeypatch.setattr(comparing, "MOST_PLACED", 4)
    keys, central = comparer.place(vectors, [*range(7)])
    assert keys.tolist() == [key for part, _ in parts for key in part.tolist()]
    assert central == [rated for _, part in parts for rated in part]


def test_a_stance_is_its_source_and_its_quote() -> None:
    hidden = np.zeros((5, WIDTH), np.float32)
    hidden[0], hidden[2], hidden[3] = 1.0, 2.0, 4.0
    content = np.array([9.0, 9.0, -30.0, 30.0, 9.0], np.float32)
    hook = Hook(0, 0, (2, 3), {"content": content})
    source, weighed, plain = stance_vector(hidden, hook).reshape(3, WIDTH)
    assert (source == 1.0).all()
    assert weighed == pytest.approx(4.0, abs=0.01)
    assert (plain == 3.0).all()


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ([0, 4, 5], [1.0, 1.0, 0.0]),
        pytest.param([7, 9], [1.0, 1.0], id="none there"),
    ],
)
def test_the_opening(sentences: list[int], expected: list[float]) -> None:
    assert opening(sentences).tolist() == expected
