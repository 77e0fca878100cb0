"""The writer of claim sentences in torch: it copies pieces of the window, or sets a small word.

A pointer-generator (See, Liu and Manning 2017) over the encoder's states of the window: a
recurrent state starts from the hook, is fed what was written last, and scores each piece of
the window and each word of ``shape.WORDS`` as the next. What a piece is to the stance
(``model.bearings``) and to what was written so far (``TRACES``) has weights that each step
chooses anew: a name is wanted where a sentence begins, and what stands in the quote after it.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from claims.extraction.model.network.bearings import BEARINGS
from claims.extraction.model.network.shape import LABELS, MEMORY_SIZE, WIDTH, WORDS

Memory = tuple[Tensor, Tensor, Tensor]
STEPS = (1, 2, 3, -1)
"""A piece so many behind the one copied last has a trace of its own."""
TRACES = len(STEPS) + 1
"""Of each piece: how far behind the last copied one it stands, and whether it was copied."""
_AT_FIRST = {"content": 1.2, "quoted": 0.5}
"""Untrained, the writer leans on what the reader takes for the claim's words."""


class Writer(nn.Module):
    """One step for N sentences over windows of L pieces; see ``score``."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.by_label = nn.Embedding(LABELS, WIDTH)
        self.hook = nn.Linear(WIDTH, WIDTH)
        self.begin = nn.Linear(WIDTH, WIDTH)
        self.memory = nn.Linear(WIDTH, 3 * MEMORY_SIZE)
        self.words = nn.Embedding(len(WORDS) + 1, MEMORY_SIZE)  # the last: nothing yet
        self.cell = nn.GRUCell(MEMORY_SIZE, WIDTH)
        self.ask = nn.Linear(2 * WIDTH, MEMORY_SIZE)
        self.look = nn.Linear(2 * WIDTH, len(BEARINGS) + TRACES)
        self.mix = nn.Linear(2 * WIDTH + MEMORY_SIZE, WIDTH)
        self.point = nn.Linear(WIDTH, MEMORY_SIZE)
        self.lean = nn.Linear(WIDTH, len(BEARINGS) + TRACES)
        self.choose = nn.Linear(WIDTH, len(WORDS) + 1)
        self.drop = nn.Dropout(dropout)
        nn.init.normal_(self.by_label.weight, std=0.02)
        for layer in (self.look, self.lean):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)
            with torch.no_grad():
                for name, weight in _AT_FIRST.items():
                    layer.bias[BEARINGS.index(name)] = weight

    def start(self, hidden: Tensor, label: Tensor) -> tuple[Tensor, Tensor]:
        """(hook (N, WIDTH), first state) of hooks with states ``hidden`` (N, WIDTH)."""
        hook = torch.tanh(self.hook(hidden) + self.by_label(label))
        return hook, torch.tanh(self.begin(hook))

    def remember(self, hidden: Tensor) -> Tensor:
        """The memory (..., L, 3 * MEMORY_SIZE) of a window's states (..., L, WIDTH)."""
        memory: Tensor = self.memory(hidden)
        return memory

    def feed(self, feeds: Tensor, last: Tensor) -> Tensor:
        """What the state is fed after ``last``, (..., MEMORY_SIZE).

        That is ``feeds``, the copied piece's memory, and the word -1 - ``last`` where that is
        negative.
        """
        return torch.where((last >= 0)[..., None], feeds, self.words((-1 - last).clamp(min=0)))

    def lay_out(self, memory: Tensor) -> Memory:
        """What the writer looks at in a memory (..., L, 3 * MEMORY_SIZE), ready to be multiplied.

        Keys (..., MEMORY_SIZE, L), values (..., L, MEMORY_SIZE) and what is copied
        (..., MEMORY_SIZE, L).
        """
        keys, values, answers = memory.split(MEMORY_SIZE, -1)
        scale = MEMORY_SIZE**0.5
        return keys.transpose(-1, -2) / scale, values, answers.transpose(-1, -2) / scale

    def score(
        self,
        hook: Tensor,
        state: Tensor,
        memory: Memory,
        bearings: Tensor,
        traces: Tensor,
        closed: Tensor,
    ) -> Tensor:
        """Scores (R, L + words + 1) of R sentences' hooks and states, both (R, WIDTH).

        ``memory`` comes from ``lay_out``, of one window; ``bearings`` (R, len(BEARINGS), L) and
        ``traces`` (R, TRACES, L) say what each piece is to the stance and to what was written;
        ``closed`` (L,) comes from ``writing.closed_pieces``.
        """
        keys, values, answers = memory
        both = self.drop(torch.cat([state, hook], -1))
        looks = self.ask(both) @ keys + _weigh(self.look(both), bearings, traces) + closed
        context = looks.softmax(-1) @ values
        mixed = self.drop(torch.tanh(self.mix(torch.cat([both, context], -1))))
        copies = self.point(mixed) @ answers + _weigh(self.lean(mixed), bearings, traces) + closed
        return torch.cat([copies, self.choose(mixed)], -1)


def _weigh(weights: Tensor, bearings: Tensor, traces: Tensor) -> Tensor:
    """(R, L): the rows of both, each by its weight of ``weights`` (R, rows)."""
    to_stance, to_written = weights[:, None].split([len(BEARINGS), TRACES], -1)
    return (to_stance @ bearings + to_written @ traces)[:, 0]


def trace(last: Tensor, written: Tensor) -> Tensor:
    """(R, TRACES, L) of the cells ``last`` (R,) chosen last and the pieces ``written`` (R, L)."""
    at = torch.arange(written.shape[1], device=written.device)
    copied = torch.where(last < written.shape[1], last, -len(STEPS))
    steps = torch.tensor(STEPS, device=written.device)
    near = at == copied[:, None, None] + steps[:, None]
    return torch.cat([near.to(written.dtype), written[:, None]], 1)


class WriterStart(nn.Module):
    """Whatever of N sentences of one window no step changes, worked out once."""

    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self.writer = writer

    def forward(self, hidden: Tensor, at: Tensor, label: Tensor) -> tuple[Tensor, ...]:
        """The first states (N, WIDTH), then what ``WriterStep`` is given as it stands.

        ``hidden`` (L, WIDTH) are the window's states, ``at`` and ``label`` (N,) the hooks'. The
        last, ``feeds``, holds what the state is fed after each cell that ``WriterStep`` scores.
        """
        hook, state = self.writer.start(hidden[at], label)
        memory = self.writer.remember(hidden)
        feeds = torch.cat([memory[:, -MEMORY_SIZE:], self.writer.words.weight])
        return state, hook, *self.writer.lay_out(memory), feeds


class WriterStep(nn.Module):
    """One step as the package runs it: feed what was written, score what may come next."""

    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self.writer = writer

    def forward(
        self,
        state: Tensor,
        last: Tensor,
        written: Tensor,
        hook: Tensor,
        bearings: Tensor,
        closed: Tensor,
        keys: Tensor,
        values: Tensor,
        answers: Tensor,
        feeds: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """(log-probabilities (N, L + words + 1), states (N, WIDTH)) of N sentences of one window.

        ``state`` (N, WIDTH), ``last`` (N,), the cell that was chosen last, ``written`` (N, L);
        for the others see ``WriterStart`` and ``Writer.score``.
        """
        state = self.writer.cell(feeds[last], state)
        scores = self.writer.score(
            hook, state, (keys, values, answers), bearings, trace(last, written), closed
        )
        return scores.log_softmax(-1), state
