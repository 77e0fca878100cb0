"""Looking near finds every overlap that looking at everything finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.text.nearby import BLOCK, Nearby

SPANS = st.tuples(st.integers(0, 5 * BLOCK), st.integers(0, 2 * BLOCK)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)


@given(st.lists(SPANS, max_size=30), SPANS)
def test_no_overlap_is_missed_and_the_order_is_kept(
    spans: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    nearby = Nearby()
    for number, span in enumerate(spans):
        nearby.add(number, span)
    found = nearby.near(asked)
    overlapping = [
        number
        for number, (start, end) in enumerate(spans)
        if min(end, asked[1]) > max(start, asked[0])
    ]
    assert set(overlapping) <= set(found)
    assert found == sorted(set(found))


def test_what_stands_far_away_is_not_looked_at() -> None:
    nearby = Nearby()
    for number in range(100):
        nearby.add(number, (number * BLOCK, number * BLOCK + 100))
    assert nearby.near((50 * BLOCK, 50 * BLOCK + 10)) == [50]
    assert nearby.near((200 * BLOCK, 200 * BLOCK + 10)) == []
