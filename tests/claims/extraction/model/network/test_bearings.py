"""What each piece is to a stance: rows that the writer weighs."""

from dataclasses import replace

import numpy as np
import pytest
from tokenizers import Tokenizer

from claims.extraction.model.network.bearings import BEARINGS, describe_bearings
from claims.extraction.model.network.hooks import FloatArray, Hook
from claims.extraction.model.network.shape import LINKS
from claims.extraction.model.network.windows import Window, cut_windows
from claims.extraction.text.segment import segment

TEXT = "The mill burned.\nAda Brook said it. Leith burned, too. So did 12 barns. All saw it."


@pytest.fixture
def window(small_tokenizer: Tokenizer) -> Window:
    return next(cut_windows(segment(TEXT), small_tokenizer))


def piece(window: Window, word: str) -> int:
    return int(np.flatnonzero(window.starts == TEXT.index(word))[0])


def hook_at(window: Window, word: str, **ends: str) -> Hook:
    """A hook at ``word`` with its quote there; each link points at the piece of a word."""
    links: dict[str, FloatArray] = {}
    for name in LINKS:
        links[name] = np.full(len(window.ids), -30.0, np.float32)
        links[name][piece(window, ends[name]) if name in ends else 0] = 30.0
    at = piece(window, word)
    return Hook(at, 0, (at, at + 1), links)


def row(window: Window, hook: Hook, name: str) -> FloatArray:
    found: FloatArray = describe_bearings(window, [hook])[0, BEARINGS.index(name)]
    return found


def marked(window: Window, hook: Hook, name: str) -> set[int]:
    """The sentences whose pieces the row marks."""
    return set(window.sentence[row(window, hook, name) > 0.5].tolist()) - {-1}


@pytest.mark.parametrize(
    ("name", "sentences"),
    [
        ("here", {2}), ("before", {1}), ("two_before", {0}), ("earlier", set()), ("after", {3}),
        ("later", {4}), ("opening", {0}), ("slot", {0, 1, 2, 3, 4}), ("always", {0, 1, 2, 3, 4}),
    ],
)  # fmt: skip
def test_where_a_piece_stands(window: Window, name: str, sentences: set[int]) -> None:
    assert marked(window, hook_at(window, "Leith"), name) == sentences


def test_a_name_goes_from_its_start_to_its_end(window: Window) -> None:
    hook = hook_at(window, "said", party_start="Ada", party_end="Brook")

    within = row(window, hook, "party")

    first, last = piece(window, "Ada"), piece(window, "Brook")
    assert np.flatnonzero(within > 0.5).tolist() == list(range(first, last + 1))


def test_a_link_to_the_windows_start_marks_no_word(window: Window) -> None:
    assert np.flatnonzero(row(window, hook_at(window, "said"), "speaker") > 0.5).tolist() == [0]


def test_quote_and_content(window: Window) -> None:
    hook = hook_at(window, "said", content="mill")
    assert np.flatnonzero(row(window, hook, "quoted")).tolist() == list(hook.quote)
    assert np.flatnonzero(row(window, hook, "likely") > 0.5).tolist() == [piece(window, "mill")]
    assert row(window, hook, "content").max() == 2.0, "cut off at a logit of 8, in units of 4"


@pytest.mark.parametrize(
    ("surface", "names"),
    [
        (0, set()), (1, {"capital"}), (2, {"capitals"}), (3, {"digits"}), (4, {"quotes"}),
        (13, {"capital", "quotes"}),
    ],
)  # fmt: skip
def test_what_a_piece_looks_like(window: Window, surface: int, names: set[str]) -> None:
    window = replace(window, features=np.full(len(window.ids), surface))
    hook = hook_at(window, "said")
    looks = ("capital", "capitals", "digits", "quotes")
    assert {name for name in looks if row(window, hook, name).all()} == names


def test_how_far_a_piece_stands(window: Window) -> None:
    hook = hook_at(window, "said")
    away = row(window, hook, "away")
    assert away[hook.at] == 0.0
    assert away[hook.at + 3] == pytest.approx(0.03)
    assert row(window, hook, "ahead").sum() == hook.at


def test_no_hooks(window: Window) -> None:
    assert describe_bearings(window, []).shape == (0, len(BEARINGS), len(window.ids))
