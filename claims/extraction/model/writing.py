"""The trained writer: a finding's claim as one sentence, copied together from the window.

The network points at one piece of the window after another, or sets one of a few small words
(``shape.WORDS``), until it ends the sentence. So a claim holds no name and no figure that its
article lacks. A word is copied whole or not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from claims.extraction.model.shape import END, START, WORDS
from claims.extraction.model.windows import Window

if TYPE_CHECKING:
    import onnxruntime

FloatArray = NDArray[np.float32]

MOST_STEPS = 44
"""Pieces that a sentence may take; one that has no end by then is none."""
BEAM = 2
"""Sentences of one hook that are followed side by side."""
SLACK = 0.1
"""A longer sentence is followed while it is so much less likely, a step, than the best."""
SHUT = np.float32(-10000.0)
_LINE_BREAKS = ("\n", "\r")


@dataclass(frozen=True)
class Hook:
    """Where a stance hangs in a window: its piece and label, its quote, the words' scores.

    ``content`` (L,) are the reader's logits that the claim holds each piece.
    """

    at: int
    label: int
    quote: tuple[int, int]
    content: FloatArray


class Written(NamedTuple):
    """A sentence without its full stop, and the mean log-probability of its steps."""

    text: str
    likely: float


def follows(window: Window, text: str, one: int, other: int) -> bool:
    """Whether piece ``other`` goes on with the word that piece ``one`` is of."""
    end = int(window.ends[one])
    if other != one + 1 or end != int(window.starts[other]) or end >= len(text):
        return False
    return text[end - 1].isalnum() and text[end].isalnum()


class Writer:
    """The two small networks that start and go on with sentences."""

    def __init__(
        self, start: onnxruntime.InferenceSession, step: onnxruntime.InferenceSession
    ) -> None:
        self._start = start
        self._step = step

    def write(
        self,
        text: str,
        window: Window,
        memory: FloatArray,
        hidden: FloatArray,
        hooks: Sequence[Hook],
    ) -> list[Written | None]:
        """A sentence for each hook, all of one window; None where none came to an end.

        ``memory`` (L, 3 * MEMORY_SIZE) and ``hidden`` (L, WIDTH) are the reader's.
        """
        if not hooks:
            return []
        length = len(window.ids)
        shut = (window.starts < 0).astype(np.float32)
        inner = np.array(
            [at > 0 and follows(window, text, at - 1, at) for at in range(length)], np.bool_
        )
        quoted = np.zeros((len(hooks), length), np.float32)
        for number, each in enumerate(hooks):
            quoted[number, each.quote[0] : each.quote[1] + 1] = 1.0
        at = np.array([each.at for each in hooks], np.int64)
        hook, state = self._start.run(
            None, {"hidden": hidden[at], "label": np.array([h.label for h in hooks], np.int64)}
        )
        fixed = {
            "memory": memory, "hook": hook, "quoted": quoted, "shut": shut,
            "content": np.stack([each.content for each in hooks]).astype(np.float32),
        }  # fmt: skip
        beams = self._follow(fixed, state, inner)
        return [_tell(text, window, beam) for beam in beams]

    def _follow(
        self, fixed: dict[str, FloatArray], state: FloatArray, inner: NDArray[np.bool_]
    ) -> list[_Beam]:
        """The likeliest sentences of each hook, step by step (beam search)."""
        count, length = fixed["quoted"].shape
        beams = [_Beam() for _ in range(count)]
        rows = np.arange(count)
        word = np.full(count, START, np.int64)
        source = np.full(count, -1, np.int64)
        written = np.zeros((count, length), np.float32)
        for _ in range(MOST_STEPS):
            each = {name: fixed[name][rows] for name in ("hook", "quoted", "content")}
            given = {"word": word, "source": source, "written": written, "state": state}
            scores, state = self._step.run(None, {**fixed, **each, **given})
            scores[:, :length][written > 0] = SHUT  # no place is copied twice
            _keep_whole(scores, source, inner)
            came_from, chosen, rows = _choose(beams, scores, rows, length)
            if not len(chosen):
                break
            copied = chosen < length
            source = np.where(copied, chosen, -1)
            word = np.where(copied, START, chosen - length)
            state, written = state[came_from], written[came_from]
            written[np.flatnonzero(copied), source[copied]] = 1.0
        return beams


@dataclass
class _Beam:
    """Sentences of one hook: open ones, likeliest first, and the best that came to an end.

    A sentence is its steps: copied pieces (0 and up) and set words (-1 - number).
    """

    open: list[tuple[float, tuple[int, ...]]] = field(default_factory=lambda: [(0.0, ())])
    best: tuple[float, tuple[int, ...]] | None = None
    """Mean log-probability of its steps, and the steps, the end among them."""

    def end(self, total: float, steps: tuple[int, ...]) -> None:
        """Keep an ended sentence where it is the likeliest so far."""
        mean = total / len(steps)
        if self.best is None or mean > self.best[0]:
            self.best = (mean, steps)


def _choose(
    beams: Sequence[_Beam], scores: FloatArray, rows: NDArray[np.intp], length: int
) -> tuple[NDArray[np.intp], NDArray[np.int64], NDArray[np.intp]]:
    """Take each beam one step on: (row it came from, cell chosen, hook) of what stays open.

    ``rows`` numbers the hook of each row of ``scores``, those of a hook one after another.
    """
    best = np.argpartition(scores, -BEAM, 1)[:, -BEAM:]
    came_from, chosen, hooks = [], [], []
    at = 0
    for number, beam in enumerate(beams):
        offers = []
        for total, steps in beam.open:
            for cell in best[at].tolist():
                offers.append((total + float(scores[at, cell]), at, cell, steps))
            at += 1
        beam.open = []
        for total, row, cell, steps in sorted(offers, reverse=True)[:BEAM]:
            longer = (*steps, cell if cell < length else length - 1 - cell)
            if cell == length + END:
                beam.end(total, longer)
            elif beam.best is None or total / (len(longer) + 1) > beam.best[0] - SLACK:
                beam.open.append((total, longer))
                came_from.append(row)
                chosen.append(cell)
                hooks.append(number)
    return np.array(came_from, np.intp), np.array(chosen, np.int64), np.array(hooks, np.intp)


def _keep_whole(scores: FloatArray, source: NDArray[np.int64], inner: NDArray[np.bool_]) -> None:
    """Let nothing come between the pieces of one word, and start none in its middle."""
    scores[:, : len(inner)][:, inner] = SHUT
    for number, last in enumerate(source.tolist()):
        if 0 <= last < len(inner) - 1 and inner[last + 1]:
            scores[number] = SHUT
            scores[number, last + 1] = 0.0


def _tell(text: str, window: Window, beam: _Beam) -> Written | None:
    if beam.best is None or len(beam.best[1]) < 3:
        return None
    likely, steps = beam.best
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
            before = text[int(window.ends[last]) : start] if step == last + 1 else " "
            glue = " " if any(mark in before for mark in _LINE_BREAKS) else before
            parts.append(glue + text[start:end])
        last = step if step >= 0 else -2
    return Written("".join(parts).strip(), likely)
