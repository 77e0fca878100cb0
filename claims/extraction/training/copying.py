"""How an annotated claim's sentence is copied together from the pieces of a window.

Nearly every word of a claim's sentence (97 of 100 in our annotations) stands in its article,
so the writer learns to copy: each word of the sentence is found in the window, words that
follow each other there being preferred, then those in the quote, then those near it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claims.extraction.model.network.shape import END, WORDS
from claims.extraction.model.network.windows import Window
from claims.extraction.model.network.writing import follows
from claims.extraction.training.supervise import stem

LEAST_COPIED = 0.7
"""Share of a claim's telling words that a window must hold to be learned from."""
MOST_STEPS = 48
_TOKEN = re.compile(r"\w+|[^\w\s]")
_KNOWN = {word: number for number, word in enumerate(WORDS)}
_BEAM = 12
_JUMP, _BACK, _SET, _INEXACT, _SKIP = 1.0, 0.3, 0.8, 1.0, 3.0
_LOOSE_FUNCTION = 0.6
"""What copying a function word from elsewhere costs over setting it."""


class Step(NamedTuple):
    """One piece of the sentence: copied from ``source``, or the word ``word`` (-1: the other).

    ``right`` are all the window's pieces that would be as right to copy.
    """

    source: int
    word: int
    right: tuple[int, ...]


@dataclass(frozen=True)
class Words:
    """A window's words: first and last piece of each, and where each word stands."""

    pieces: Sequence[tuple[int, int]]
    exact: Mapping[str, Sequence[int]]
    inexact: Mapping[str, Sequence[int]]


class _Path(NamedTuple):
    cost: float
    last: int
    """The word copied last, -2 before the first."""
    loose: bool
    """Something was set or skipped since."""
    taken: tuple[tuple[int, int], ...]
    """(word of the window or -1, number of ``WORDS`` or -1), a pair a claim word."""


def read_words(window: Window, text: str) -> Words:
    """The words of ``window``, pieces of one word joined."""
    pieces: list[tuple[int, int]] = []
    for at in range(len(window.ids)):
        if window.starts[at] < 0:
            continue
        if pieces and follows(window, text, pieces[-1][1], at):
            pieces[-1] = (pieces[-1][0], at)
        else:
            pieces.append((at, at))
    exact: dict[str, list[int]] = defaultdict(list)
    inexact: dict[str, list[int]] = defaultdict(list)
    for number, (first, last) in enumerate(pieces):
        word = text[window.starts[first] : window.ends[last]].lower()
        exact[word].append(number)
        inexact[stem(word)].append(number)
    return Words(pieces, exact, inexact)


def copy_steps(claim: str, words: Words, window: Window, quote: Sequence[int]) -> list[Step] | None:
    """The steps that write ``claim``, the end included; None where the window lacks its words."""
    wanted = [match[0].lower() for match in _TOKEN.finditer(claim.rstrip(" ."))]
    priors = _priors(words, window, quote)
    paths = [_Path(0.0, -2, True, ())]
    for word in wanted:
        paths = _extend(paths, word, words, priors)
    best = min(paths)
    telling = [n for n, word in enumerate(wanted) if word.isalnum() and word not in _KNOWN]
    copied = sum(best.taken[n][0] >= 0 for n in telling)
    if not telling or copied < LEAST_COPIED * len(telling):
        return None
    steps = _write_steps(best, wanted, words)
    return steps if 2 < len(steps) <= MOST_STEPS else None


def _priors(words: Words, window: Window, quote: Sequence[int]) -> list[float]:
    inside = set(quote)
    middle = int(window.sentence[quote[len(quote) // 2]])
    found = []
    for first, _ in words.pieces:
        away = min(8, abs(int(window.sentence[first]) - middle))
        found.append(0.0 if first in inside else 0.25 + 0.05 * away)
    return found


def _extend(
    paths: Sequence[_Path], word: str, words: Words, priors: Sequence[float]
) -> list[_Path]:
    exact = words.exact.get(word, ())
    places = exact or words.inexact.get(stem(word), ())
    extra = 0.0 if exact else _INEXACT
    known = _KNOWN.get(word, -1)
    best: dict[tuple[int, bool], _Path] = {}

    def offer(path: _Path) -> None:
        key = (path.last, path.loose)
        if key not in best or path < best[key]:
            best[key] = path

    for path in paths:
        for at in places:
            cost = path.cost + extra + priors[at] + _move(path, at, known >= 0)
            offer(_Path(cost, at, False, (*path.taken, (at, -1))))
        if known >= 0:
            offer(_Path(path.cost + _SET, path.last, True, (*path.taken, (-1, known))))
        else:
            offer(_Path(path.cost + _SKIP, path.last, True, (*path.taken, (-1, -1))))
    return sorted(best.values())[:_BEAM]


def _move(path: _Path, at: int, function: bool) -> float:
    if at == path.last + 1:
        return 0.2 * path.loose
    if path.loose and at == path.last + 2:
        return 0.3
    return _JUMP + _BACK * (at < path.last) + _LOOSE_FUNCTION * function


def _write_steps(path: _Path, wanted: Sequence[str], words: Words) -> list[Step]:
    steps: list[Step] = []
    for word, (at, known) in zip(wanted, path.taken, strict=True):
        if known >= 0:
            steps.append(Step(-1, known, ()))
        if at < 0:
            continue
        first, last = words.pieces[at]
        goes_on = bool(steps) and steps[-1].source == first - 1
        alike = [words.pieces[other][0] for other in words.exact.get(word, ())]
        steps.append(Step(first, -1, (first,) if goes_on else tuple({first, *alike})))
        steps += [Step(piece, -1, (piece,)) for piece in range(first + 1, last + 1)]
    return [*steps, Step(-1, END, ())]
