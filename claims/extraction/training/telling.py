"""What the writer learns from: sentences as steps, and how likely it makes each right step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from claims.extraction.model.shape import MEMORY_SIZE, START, WORDS
from claims.extraction.training.arrays import Example, Hook
from claims.extraction.training.writer import SHUT, Writer

if TYPE_CHECKING:
    from claims.extraction.training.learn import Batch


@dataclass(frozen=True)
class Wordings:
    """N sentences of up to T steps over L pieces (``right``: L + words + 1 cells).

    ``hook`` numbers the batch's hooks; ``source`` and ``word`` (N, T) are what was written
    before each step; ``open`` (N, T) marks steps that are there.
    """

    hook: Tensor
    source: Tensor
    word: Tensor
    right: Tensor
    open: Tensor
    quoted: Tensor
    shut: Tensor


def collate_wordings(
    examples: Sequence[Example],
    hooks: Sequence[tuple[int, Hook]],
    length: int,
    device: torch.device,
) -> Wordings:
    """The hooks that have steps, padded to the longest."""
    chosen = [n for n, (_, hook) in enumerate(hooks) if hook.steps]
    most = max((len(hooks[n][1].steps) for n in chosen), default=1)
    source = np.full((len(chosen), most), -1, np.int64)
    word = np.full((len(chosen), most), START, np.int64)
    right = np.zeros((len(chosen), most, length + len(WORDS) + 1), np.bool_)
    open_ = np.zeros((len(chosen), most), np.float32)
    quoted = np.zeros((len(chosen), length), np.float32)
    shut = np.ones((len(chosen), length), np.float32)
    for i, n in enumerate(chosen):
        row, hook = hooks[n]
        starts = examples[row].window.starts
        shut[i, : len(starts)] = starts < 0
        quoted[i, hook.start[0] : hook.end[0] + 1] = 1.0
        for t, step in enumerate(hook.steps):
            open_[i, t] = 1.0
            right[i, t, list(step.right) or [length + step.word]] = True
            if t + 1 < len(hook.steps):
                source[i, t + 1] = step.source
                word[i, t + 1] = step.word if step.word >= 0 else START
    arrays = (np.array(chosen, np.int64), source, word, right, open_, quoted, shut)
    return Wordings(*(torch.from_numpy(a).to(device, non_blocking=True) for a in arrays))


def wording_loss(
    writer: Writer, told: Wordings, batch: Batch, content: Tensor, memory: Tensor, hidden: Tensor
) -> Tensor:
    """Minus the mean log-probability of a right step, each sentence counting by its weight."""
    row, at = batch.row[told.hook], batch.at[told.hook]
    hook, state = writer.start(hidden[row, at], batch.label[told.hook])
    # all at once: a slice in each step would fill a gradient of the whole memory in each
    own = memory[row]
    places = torch.arange(len(row))[:, None], told.source.clamp(min=0)
    feeds = own[..., -MEMORY_SIZE:][places]
    fed = writer.feed(feeds, told.word, told.source)
    states = []
    for each in fed.unbind(1):
        state = writer.cell(each, state)
        states.append(state)
    following, written = _traces(told, content.shape[1])
    leaning = writer.lean(content[told.hook], told.quoted, told.shut)[:, None]
    scores = writer.score(
        hook[:, None].expand(-1, len(states), -1), torch.stack(states, 1),
        writer.lay_out(own), leaning, following, written,
    )  # fmt: skip
    right = scores.log_softmax(-1).masked_fill(~told.right, SHUT).logsumexp(-1)
    weight = batch.weight[told.hook][:, None] * told.open
    return -(right * weight).sum() / weight.sum().clamp(min=1e-3)


def _traces(told: Wordings, length: int) -> tuple[Tensor, Tensor]:
    """(the piece behind the last copied, the pieces copied so far), each (N, T, L)."""
    at = torch.arange(length, device=told.source.device)
    last = told.source[:, :, None]
    following = ((at == last + 1) & (last >= 0)).float()
    written = ((at == last) & (last >= 0)).float().cumsum(1).clamp(max=1.0)
    return following, written
