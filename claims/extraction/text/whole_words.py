"""Where words stand whole in a text.

A pattern of the words would have to be made anew for each of them, which takes longer than
looking for them.
"""

from __future__ import annotations

from collections.abc import Iterator


def find_whole(words: str, text: str) -> Iterator[int]:
    """Where ``words`` begin in ``text`` and are no part of a longer word."""
    at = text.find(words)
    while words and at >= 0:
        end = at + len(words)
        before, behind = text[at - 1 : at], text[end : end + 1]
        if not (_goes_on(before, words[0]) or _goes_on(behind, words[-1])):
            yield at
        at = text.find(words, at + 1)


def stands_whole(words: str, text: str) -> bool:
    """Whether ``words`` stand in ``text`` and are no part of a longer word there."""
    return next(find_whole(words, text), None) is not None


def _goes_on(beside: str, edge: str) -> bool:
    """Whether the letter beside the words is of the same word as the one at their edge."""
    return _is_in_word(beside) and _is_in_word(edge)


def _is_in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def to_whole_words(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span with the whole of the words in which it starts and ends: "(check)ers"."""
    start, end = span
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end
