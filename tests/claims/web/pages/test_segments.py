"""A text cut at its stances joins back to itself, and each stance's pieces to its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.web.pages.segments import Marked, cut_segments


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Marked]]:
    """Any text, with any spans in it: nested, overlapping, the same twice."""
    text = draw(st.text(min_size=1, max_size=60))
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = draw(st.lists(places.filter(lambda ends: ends[0] < ends[1]), max_size=12))
    return text, [Marked(number, *ends) for number, ends in enumerate(spans, 1)]


@given(marked_texts())
def test_segments_join_back_to_the_text(case: tuple[str, list[Marked]]) -> None:
    text, marks = case
    segments = cut_segments(text, marks)
    assert "".join(segment.text for segment in segments) == text
    assert all(segment.text == text[segment.start : segment.end] for segment in segments)
    assert all(segment.text for segment in segments)


@given(marked_texts())
def test_pieces_of_a_stance_join_to_its_words(case: tuple[str, list[Marked]]) -> None:
    text, marks = case
    segments = cut_segments(text, marks)
    for mark in marks:
        own = [segment for segment in segments if mark.stance_id in segment.stances]
        assert "".join(segment.text for segment in own) == text[mark.start : mark.end]
        assert [segment.start for segment in own if mark.stance_id in segment.opens] == [mark.start]


@given(marked_texts())
def test_the_innermost_stance_comes_last(case: tuple[str, list[Marked]]) -> None:
    text, marks = case
    length = {mark.stance_id: mark.end - mark.start for mark in marks}
    for segment in cut_segments(text, marks):
        lengths = [length[stance_id] for stance_id in segment.stances]
        assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("", [], []),
        ("plain", [], [("plain", ())]),
        ("a bc d", [Marked(1, 2, 4)], [("a ", ()), ("bc", (1,)), (" d", ())]),
        ("abcd", [Marked(1, 0, 4), Marked(2, 1, 3)], [("a", (1,)), ("bc", (1, 2)), ("d", (1,))]),
        ("abcd", [Marked(1, 0, 3), Marked(2, 2, 4)], [("ab", (1,)), ("c", (1, 2)), ("d", (2,))]),
        ("ab", [Marked(1, 0, 2), Marked(2, 0, 2)], [("ab", (1, 2))]),
        ("é\r\n😀x", [Marked(1, 3, 4)], [("é\r\n", ()), ("😀", (1,)), ("x", ())]),
    ],
)
def test_spans_may_nest_overlap_and_repeat(
    text: str, marks: list[Marked], expected: list[tuple[str, tuple[int, ...]]]
) -> None:
    cut = [(segment.text, segment.stances) for segment in cut_segments(text, marks)]
    assert [(words, sorted(told)) for words, told in cut] == [
        (words, sorted(told)) for words, told in expected
    ]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 5)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=r"stance 7 at .* lies outside a text of 4"):
        cut_segments("abcd", [Marked(7, start, end)])
