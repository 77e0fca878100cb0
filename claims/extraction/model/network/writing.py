"""The trained writer: a finding's claim as one sentence, copied together from the window.

The network points at one piece of the window after another, or sets one of a few small words
(``shape.WORDS``), until it ends the sentence. So a claim holds no name and no figure that its
article lacks. A word is copied whole or not at all.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from claims.extraction.model.network.bearings import describe_bearings
from claims.extraction.model.network.hooks import FloatArray, Hook
from claims.extraction.model.network.shape import END, START, WORDS
from claims.extraction.model.network.windows import Window

if TYPE_CHECKING:
    import onnxruntime

MOST_STEPS = 44
"""Pieces that a sentence may take; one that has no end by then is none."""
LEAST_STEPS = 3
"""A sentence of fewer is none."""
BEAM = 2
"""Sentences of one hook that are followed side by side."""
SLACK = 0.05
"""A longer sentence is followed while it is so much less likely, a step, than the best. At 0.1
a twentieth more steps are taken, and what is told is no better."""
MARGIN = 2.0
"""An open sentence is followed while its log-probability is within this of its hook's likeliest
offer. Without it a sixth more steps of sentences are taken, and what is told is no better."""
MOST_ENDED = 2
"""Sentences of one hook that are told at most: a third changes no score."""
SHUT = -10000.0
"""The score of what cannot come next."""
_EACH = ("hook", "bearings")
"""What there is for each hook, and every step takes for each sentence of it."""
_SHARED = ("keys", "values", "answers", "feeds")
"""What the start gives for the window as a whole."""
_STEP = ("scores", "next")
"""What a step gives: the cells' log-probabilities and the states to go on from."""
_INSIDE_WORD = ("'", "’", "-")
"""Marks between two pieces of a word that the writer may pass over: "O'neal", "Jong-un"."""


class Written(NamedTuple):
    """A sentence without its full stop, and the mean log-probability of its steps.

    ``others`` are those that came to an end beside it, likeliest first.
    """

    text: str
    likely: float
    others: tuple[str, ...] = ()


def follows(window: Window, text: str, one: int, other: int) -> bool:
    """Whether piece ``other`` goes on with the word that piece ``one`` is of."""
    end = int(window.ends[one])
    if other != one + 1 or end != int(window.starts[other]) or end >= len(text):
        return False
    return text[end - 1].isalnum() and text[end].isalnum()


def inner_pieces(text: str, window: Window) -> NDArray[np.bool_]:
    """(L,): the pieces that go on with a word."""
    inner = np.zeros(len(window.ids), np.bool_)
    for at in np.flatnonzero(window.ends[:-1] == window.starts[1:]).tolist():
        inner[at + 1] = follows(window, text, at, at + 1)
    return inner


def closed_pieces(window: Window) -> FloatArray:
    """(L,): ``SHUT`` for each piece that nothing can be copied from, else 0."""
    return np.where(window.starts < 0, SHUT, 0.0).astype(np.float32)


class Writer:
    """The two small networks that start and go on with sentences."""

    def __init__(
        self, start: onnxruntime.InferenceSession, step: onnxruntime.InferenceSession
    ) -> None:
        self._start = start
        self._step = step

    def write(
        self, text: str, window: Window, hidden: FloatArray, hooks: Sequence[Hook]
    ) -> list[Written | None]:
        """A sentence for each hook, all of one window; None where none came to an end.

        ``hidden`` (L, WIDTH) are the encoder's states.
        """
        if not hooks:
            return []
        given = {
            "hidden": hidden,
            "at": np.array([each.at for each in hooks], np.int64),
            "label": np.array([each.label for each in hooks], np.int64),
        }
        state, hook, *shared = self._start.run(["state", "hook", *_SHARED], given)
        fixed = dict(zip(_SHARED, shared, strict=True))
        fixed |= {"hook": hook, "bearings": describe_bearings(window, hooks)}
        fixed["closed"] = closed_pieces(window)
        beams = self._follow(fixed, state, inner_pieces(text, window))
        return [_tell(text, window, beam) for beam in beams]

    def _follow(
        self, fixed: dict[str, FloatArray], state: FloatArray, inner: NDArray[np.bool_]
    ) -> list[_Beam]:
        """The likeliest sentences of each hook, step by step (beam search)."""
        count, length = len(state), len(inner)
        goes_on = begun_cells(inner)
        beams = [_Beam() for _ in range(count)]
        rows = list(range(count))
        each = {name: fixed[name] for name in _EACH}
        last = np.full(count, length + START, np.int64)
        written = np.zeros((count, length), np.float32)
        barred = np.tile(inner, (count, 1))  # no place is copied twice, no word begun inside
        for _ in range(MOST_STEPS):
            given = {"state": state, "last": last, "written": written}
            scores, state = self._step.run(_STEP, {**fixed, **each, **given})
            np.copyto(scores[:, :length], SHUT, where=barred)
            keep_whole(scores, last, goes_on)
            came_from, chosen, hooks = _choose(beams, scores, length)
            if not chosen:
                break
            if hooks != rows:
                each = {name: fixed[name][hooks] for name in _EACH}
            if came_from != list(range(len(last))):
                state, written, barred = state[came_from], written[came_from], barred[came_from]
            rows, last = hooks, np.array(chosen, np.int64)
            (copied,) = (last < length).nonzero()
            written[copied, last[copied]] = 1.0
            barred[copied, last[copied]] = True
        return beams


@dataclass
class _Beam:
    """Sentences of one hook: open ones, likeliest first, and those that came to an end.

    A sentence is its steps: copied pieces (0 and up) and set words (-1 - number).
    """

    open: list[tuple[float, tuple[int, ...]]] = field(default_factory=lambda: [(0.0, ())])
    ended: list[tuple[float, tuple[int, ...]]] = field(default_factory=list)
    """Mean log-probability of its steps, and the steps, the end among them."""
    best: float = -math.inf
    """The likeliest ended sentence's mean log-probability."""

    def end(self, total: float, steps: tuple[int, ...]) -> None:
        """Keep a sentence that came to an end."""
        mean = total / len(steps)
        self.ended.append((mean, steps))
        self.best = max(self.best, mean)


def _choose(
    beams: Sequence[_Beam], scores: FloatArray, length: int
) -> tuple[list[int], list[int], list[int]]:
    """Take each beam one step on: (row it came from, cell chosen, hook) of what stays open.

    The rows of ``scores`` are the open sentences, those of a hook one after another.
    """
    best = _best_cells(scores)
    came_from: list[int] = []
    chosen: list[int] = []
    hooks: list[int] = []
    at = 0
    for number, beam in enumerate(beams):
        if not beam.open:
            continue
        offers = [
            (total + each, row, cell, steps)
            for row, (total, steps) in enumerate(beam.open, at)
            for cell, each in best[row]
        ]
        at += len(beam.open)
        beam.open = []
        offers.sort(reverse=True)
        least = offers[0][0] - MARGIN
        for total, row, cell, steps in offers[:BEAM]:
            longer = (*steps, cell if cell < length else length - 1 - cell)
            if cell == length + END:
                beam.end(total, longer)
            elif total >= least and total / (len(longer) + 1) > beam.best - SLACK:
                beam.open.append((total, longer))
                came_from.append(row)
                chosen.append(cell)
                hooks.append(number)
    return came_from, chosen, hooks


def _best_cells(scores: FloatArray) -> list[tuple[tuple[int, float], ...]]:
    """The ``BEAM`` best cells of each row with their scores, which are spent in ``scores``."""
    ranked: list[Iterator[tuple[int, float]]] = []
    rows = np.arange(len(scores))
    for _ in range(BEAM):
        best = scores.argmax(1)
        ranked.append(zip(best.tolist(), scores[rows, best].tolist(), strict=True))
        scores[rows, best] = -np.inf
    return list(zip(*ranked, strict=True))


def begun_cells(inner: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(L + words + 1,): the cells whose word goes on with the piece behind, an ``inner`` one."""
    begun = np.zeros(len(inner) + END + 1, np.bool_)
    begun[: len(inner) - 1] = inner[1:]
    return begun


def keep_whole(scores: FloatArray, last: NDArray[np.int64], goes_on: NDArray[np.bool_]) -> None:
    """Let nothing come between the pieces of one word; ``goes_on`` are the ``begun_cells``."""
    (rows,) = goes_on[last].nonzero()
    if len(rows):
        scores[rows] = SHUT
        scores[rows, last[rows] + 1] = 0.0


def _tell(text: str, window: Window, beam: _Beam) -> Written | None:
    ended = sorted(beam.ended, key=lambda each: -each[0])
    if not ended or len(ended[0][1]) < LEAST_STEPS:
        return None
    texts = (spell(text, window, steps) for _, steps in ended if len(steps) >= LEAST_STEPS)
    best, *others = dict.fromkeys(islice(texts, MOST_ENDED))
    return Written(best, ended[0][0], tuple(others))


def spell(text: str, window: Window, steps: Sequence[int]) -> str:
    """The sentence that ``steps`` write, the end among them (see ``_Beam``)."""
    parts: list[str] = []
    last = -2
    for step in steps[:-1]:
        if step < 0:
            word = WORDS[-1 - step]
            parts.append(word if word in (",", "'s") else f" {word}")
        else:
            start, end = int(window.starts[step]), int(window.ends[step])
            if step == last + 1 and start < int(window.ends[last]):
                last = step  # a character of several pieces, as Hangul is: copied once
                continue
            before = text[int(window.ends[last]) : start] if last >= 0 else " "
            if step != last + 1 and before not in _INSIDE_WORD:
                before = " "
            glue = " " if "\n" in before or "\r" in before else before
            parts.append(glue + text[start:end])
        last = step if step >= 0 else -2
    return "".join(parts).strip()
