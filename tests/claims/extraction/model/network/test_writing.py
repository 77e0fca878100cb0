"""Sentences of the writer: whole words of the window and small ones, and an end."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from claims.extraction.model.network.hooks import Hook
from claims.extraction.model.network.reader import shipped_reader
from claims.extraction.model.network.shape import END, LINKS, WIDTH, WORDS
from claims.extraction.model.network.windows import Window, cut_windows
from claims.extraction.model.network.writing import (
    MARGIN,
    MOST_STEPS,
    Writer,
    Written,
    _Beam,
    _choose,
    follows,
)
from claims.extraction.text.segment import segment

TEXT = "The ferry Alba sank off Leith.\nHer owner, Ada Brook, denied it."


class Played:
    """Plays back choices: pieces by their number, words as ``END`` or a word's number below 0."""

    def __init__(
        self, choose: Callable[[int, int], Sequence[int]], ends: Sequence[int] = ()
    ) -> None:
        self.choose, self.ends, self.step = choose, ends, 0

    def run(self, _: object, given: dict[str, Any]) -> list[np.ndarray[Any, Any]]:
        if "hidden" in given:
            hooked = given["hidden"][given["at"]]
            return [hooked, hooked, *[given["hidden"]] * 4]
        count, length = given["written"].shape
        scores = np.full((count, length + len(WORDS) + 1), -9.0, np.float32)
        scores[:, -1] = -99.0
        for number, cell in enumerate(self.choose(self.step, length)):
            scores[number, cell] = -0.5
        if self.step in self.ends:
            scores[:, -1] = -0.6
        self.step += 1
        return [scores, given["state"]]


@pytest.fixture
def window(small_tokenizer: Tokenizer) -> Window:
    return next(cut_windows(segment(TEXT), small_tokenizer))


def write(
    window: Window, steps: Sequence[int], sentences: int = 1, ends: Sequence[int] = ()
) -> list[Written | None]:
    """``steps`` as pieces (0 and up) and set words (-1 - number), then the end; at the steps
    ``ends`` it may come before."""

    def choose(step: int, length: int) -> list[int]:
        cell = steps[step] if step < len(steps) else -1 - END
        return [cell if cell >= 0 else length - 1 - cell] * sentences

    size = len(window.ids)
    played: Any = Played(choose, ends)
    hook = Hook(1, 0, (1, 4), dict.fromkeys(LINKS, np.zeros(size, np.float32)))
    hidden = np.zeros((size, WIDTH), np.float32)
    return Writer(played, played).write(TEXT, window, hidden, [hook] * sentences)


def pieces(window: Window, words: str) -> list[int]:
    start = TEXT.index(words)
    return [i for i, at in enumerate(window.starts) if start <= at < start + len(words)]


def test_copied_words_keep_their_letters(window: Window) -> None:
    (found,) = write(window, pieces(window, "The ferry Alba sank"))
    assert found is not None
    assert found.text == "The ferry Alba sank"
    assert found.likely == pytest.approx(-0.5, abs=0.51)


def test_whatever_came_to_an_end_is_told_beside_the_likeliest(window: Window) -> None:
    steps = pieces(window, "The ferry Alba sank off Leith")
    (found,) = write(window, steps, ends=[len(pieces(window, "The ferry Alba sank"))])
    assert found is not None
    assert (found.text, found.others) == ("The ferry Alba sank off Leith", ("The ferry Alba sank",))


@pytest.mark.parametrize(("behind", "followed"), [(MARGIN - 0.1, 2), (MARGIN + 0.1, 1)])
def test_a_sentence_far_behind_is_left(behind: float, followed: int) -> None:
    length = 5
    scores = np.full((1, length + END + 1), -99.0, np.float32)
    scores[0, [1, 3]] = -0.5, -0.5 - behind
    beam = _Beam()
    _, cells, _ = _choose([beam], scores, length)
    assert cells == [1, 3][:followed]
    assert len(beam.open) == followed


def test_words_are_set_between(window: Window) -> None:
    of = -1 - WORDS.index("of")
    steps = [*pieces(window, "owner"), of, *pieces(window, "Alba"), *pieces(window, "sank")]
    (found,) = write(window, steps)
    assert found is not None
    assert found.text == "owner of Alba sank"


def test_a_word_once_begun_is_finished(window: Window) -> None:
    (found,) = write(window, [pieces(window, "Alba")[0], -1 - END, -1 - END, -1 - END, -1 - END])
    assert found is not None
    assert found.text == "Alba"


def test_a_sentence_without_an_end_is_none(window: Window) -> None:
    of = -1 - WORDS.index("of")
    assert write(window, [of] * (2 * MOST_STEPS)) == [None]


def test_no_place_is_copied_twice(window: Window) -> None:
    off = pieces(window, "off")
    (found,) = write(window, [*off, *off, *off])
    assert found is None or found.text.count("off") <= 1


def test_nothing_to_write(window: Window) -> None:
    assert write(window, [], sentences=0) == []


def test_words_end_where_letters_end(window: Window) -> None:
    ends = [follows(window, TEXT, at, at + 1) for at in pieces(window, "Leith.")]
    assert ends == [True] * 4 + [False, False]


@settings(max_examples=20)
@given(st.text(max_size=300))
@example("\ucd30")
def test_every_word_that_is_told_stands_in_the_text(text: str) -> None:
    told = [each.told for each in shipped_reader().read(segment(f"The board said: {text}"))]
    words = {word for each in told for word in each.lower().replace(",", " ").split()}
    known = {*WORDS, *f"the board said: {text}".lower().replace(",", " ").split()}
    assert all(any(w in k or w.removesuffix("'s") in k for k in known) for w in words)
