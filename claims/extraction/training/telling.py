"""What the writer learns from: sentences as steps, and how likely it makes each right step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from claims.extraction.model.network.bearings import describe_bearings
from claims.extraction.model.network.hooks import Hook as ReadHook
from claims.extraction.model.network.shape import MEMORY_SIZE, START, WORDS
from claims.extraction.model.network.windows import Window
from claims.extraction.model.network.writing import SHUT, closed_pieces
from claims.extraction.training.arrays import Hook
from claims.extraction.training.writer import Writer, trace


@dataclass(frozen=True)
class Part:
    """The M steps of every sentence of one window of L pieces.

    ``own`` (M,) numbers the window's sentences, ``sentence`` (M,) the batch's, ``state`` (M,)
    the states as ``_go_through`` gives them; ``last`` (M,), ``written`` (M, L) and ``closed``
    (L,) as ``WriterStep`` takes them; ``right`` (M, L + words + 1) marks what may come next.
    ``hooks`` are the numbers of its sentences' hooks.
    """

    row: int
    hooks: Sequence[int]
    own: Tensor
    sentence: Tensor
    state: Tensor
    last: Tensor
    written: Tensor
    closed: Tensor
    right: Tensor


@dataclass(frozen=True)
class Wordings:
    """N sentences of up to T steps, those of most steps first, and their windows' parts.

    ``row``, ``at``, ``label`` and ``weight`` (N,) are their hooks'; ``last`` (N, T) is the piece
    that was copied before each step, or -1 - the word that was set; ``counts`` (T) says how many
    sentences have each step.
    """

    row: Tensor
    at: Tensor
    label: Tensor
    weight: Tensor
    last: Tensor
    counts: Sequence[int]
    parts: Sequence[Part]

    @property
    def total(self) -> Tensor:
        """How many steps there are, each counting by its sentence's weight."""
        each = torch.stack([self.weight[part.sentence].sum() for part in self.parts])
        return each.sum().clamp(min=1e-3)

    def to(self, device: torch.device) -> Wordings:
        """The same on ``device``."""
        return replace(_move(self, device), parts=[_move(part, device) for part in self.parts])


T = TypeVar("T", Part, Wordings)


def _move(whole: T, device: torch.device) -> T:
    tensors = {k: v for k, v in vars(whole).items() if isinstance(v, Tensor)}
    moved = {k: v.to(device, non_blocking=True) for k, v in tensors.items()}
    return replace(whole, **moved)


def collate_wordings(
    windows: Sequence[Window], hooks: Sequence[tuple[int, Hook]]
) -> Wordings | None:
    """The sentences of those hooks, each beside its window's number, that have steps."""
    chosen = [n for n, (_, hook) in enumerate(hooks) if hook.steps]
    if not chosen:
        return None
    chosen.sort(key=lambda n: -len(hooks[n][1].steps))
    rows, told = [hooks[n][0] for n in chosen], [hooks[n][1] for n in chosen]
    last = np.full((len(told), len(told[0].steps)), -1 - START, np.int64)
    for i, hook in enumerate(told):
        for t, step in enumerate(hook.steps[:-1], 1):
            last[i, t] = step.source if step.word < 0 else -1 - step.word
    counts = [sum(len(hook.steps) > t for hook in told) for t in range(last.shape[1])]
    begins = np.concatenate([[0], np.cumsum(counts)])
    inside = {row: [n for n, other in enumerate(rows) if other == row] for row in sorted({*rows})}
    return Wordings(
        torch.tensor(rows),
        torch.tensor([hook.at for hook in told]),
        torch.tensor([hook.label for hook in told]),
        torch.tensor([hook.weight for hook in told], dtype=torch.float32),
        torch.from_numpy(last),
        counts,
        [
            _part(row, windows[row], own, [chosen[n] for n in own], told, last, begins)
            for row, own in inside.items()
        ],
    )


def _part(
    row: int,
    window: Window,
    inside: Sequence[int],
    hooks: Sequence[int],
    told: Sequence[Hook],
    last: NDArray[np.int64],
    begins: NDArray[Any],
) -> Part:
    size = len(window.ids)
    steps = [(k, n, t) for k, n in enumerate(inside) for t in range(len(told[n].steps))]
    written = np.zeros((len(steps), size), np.float32)
    right = np.zeros((len(steps), size + len(WORDS) + 1), np.bool_)
    cells = np.array([last[n, t] for _, n, t in steps])
    for m, (_, n, t) in enumerate(steps):
        if t:
            written[m] = written[m - 1]
        if cells[m] >= 0:
            written[m, cells[m]] = 1.0
        step = told[n].steps[t]
        right[m, list(step.right) or [size + step.word]] = True
    return Part(
        row, hooks,
        own=torch.tensor([k for k, _, _ in steps]),
        sentence=torch.tensor([n for _, n, _ in steps]),
        state=torch.tensor([int(begins[t]) + n for _, n, t in steps]),
        last=torch.from_numpy(np.where(cells >= 0, cells, size - 1 - cells)),
        written=torch.from_numpy(written),
        closed=torch.from_numpy(closed_pieces(window)),
        right=torch.from_numpy(right),
    )  # fmt: skip


def describe_parts(
    windows: Sequence[Window], told: Wordings, read: Callable[[int], ReadHook]
) -> list[Tensor]:
    """By part its sentences' bearings; ``read`` gives the hook of a number with its links."""
    return [
        torch.from_numpy(describe_bearings(windows[part.row], [read(n) for n in part.hooks]))
        for part in told.parts
    ]


def wording_loss(
    writer: Writer, told: Wordings, bearings: Sequence[Tensor], hidden: Tensor
) -> Tensor:
    """Minus the log-probability of every right step, each counting by its sentence's weight.

    ``bearings`` come from ``describe_parts``, ``hidden``
    (B, L, WIDTH) the states of the B windows, padded to the longest.
    """
    hook, state = writer.start(hidden[told.row, told.at], told.label)
    memory = writer.remember(hidden)
    states = _go_through(writer, told, memory, state)
    losses = []
    for part, found in zip(told.parts, bearings, strict=True):
        scores = writer.score(
            hook[part.sentence], states[part.state],
            writer.lay_out(memory[part.row, : len(part.closed)]),
            found[part.own], trace(part.last, part.written), part.closed,
        )  # fmt: skip
        right = scores.log_softmax(-1).masked_fill(~part.right, SHUT).logsumexp(-1)
        losses.append(-(right * told.weight[part.sentence]).sum())
    return torch.stack(losses).sum()


def _go_through(writer: Writer, told: Wordings, memory: Tensor, state: Tensor) -> Tensor:
    """The state before each step: of all sentences before the first, then before the next."""
    places = told.row[:, None], told.last.clamp(min=0)
    # all at once: a slice in each step would fill a gradient of the whole memory in each
    fed = writer.feed(memory[..., -MEMORY_SIZE:][places], told.last)
    states = []
    for t, count in enumerate(told.counts):
        state = writer.cell(fed[:count, t], state[:count])
        states.append(state)
    return torch.cat(states)
