"""The writer of claim sentences in torch: it copies pieces of the window, or sets a small word.

A pointer-generator (See, Liu and Manning 2017) over the reader's own memory of the window: a
recurrent state starts from the hook, is fed what was written last, and scores each piece of
the window and each word of ``shape.WORDS`` as the next. Going on with the piece behind the
last copied one, and what the reader takes for the claim's words, have weights of their own.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from claims.extraction.model.shape import LABELS, MEMORY_SIZE, WIDTH, WORDS

Memory = tuple[Tensor, Tensor, Tensor]
SHUT = -10000.0
"""The score of what cannot come next."""


class Writer(nn.Module):
    """One step for N sentences over memories of L pieces; see ``forward``."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.by_label = nn.Embedding(LABELS, WIDTH)
        self.hook = nn.Linear(WIDTH, WIDTH)
        self.begin = nn.Linear(WIDTH, WIDTH)
        self.words = nn.Embedding(len(WORDS) + 1, MEMORY_SIZE)  # the last: nothing yet
        self.cell = nn.GRUCell(MEMORY_SIZE, WIDTH)
        self.ask = nn.Linear(2 * WIDTH, MEMORY_SIZE)
        self.mix = nn.Linear(2 * WIDTH + MEMORY_SIZE, WIDTH)
        self.point = nn.Linear(WIDTH, MEMORY_SIZE)
        self.choose = nn.Linear(WIDTH, len(WORDS) + 1)
        self.go_on = nn.Linear(WIDTH, 1)
        self.copied = nn.Linear(WIDTH, 1)
        self.weights = nn.Parameter(torch.tensor([0.3, 0.5]))
        self.drop = nn.Dropout(dropout)
        nn.init.normal_(self.by_label.weight, std=0.02)

    def start(self, hidden: Tensor, label: Tensor) -> tuple[Tensor, Tensor]:
        """(hook (N, WIDTH), first state) of hooks with vectors ``hidden`` (N, WIDTH)."""
        hook = torch.tanh(self.hook(hidden) + self.by_label(label))
        return hook, torch.tanh(self.begin(hook))

    def feed(self, feeds: Tensor, word: Tensor, source: Tensor) -> Tensor:
        """What the state is fed: memories (..., MEMORY_SIZE) of the copied pieces.

        They count where ``source`` is not negative; else the word numbered ``word`` is fed.
        """
        return torch.where((source >= 0)[..., None], feeds, self.words(word))

    def lay_out(self, memory: Tensor) -> Memory:
        """What the writer looks at in memories (..., L, MEMORY_SIZES), ready to be multiplied.

        Keys (..., MEMORY_SIZE, L), values (..., L, MEMORY_SIZE) and what is copied
        (..., MEMORY_SIZE, L).
        """
        keys, values, answers = memory.split(MEMORY_SIZE, -1)
        scale = MEMORY_SIZE**0.5
        return keys.transpose(-1, -2) / scale, values, answers.transpose(-1, -2) / scale

    def lean(self, content: Tensor, quoted: Tensor, shut: Tensor) -> Tensor:
        """What speaks for each piece (..., L) at every step, whatever was written before.

        ``content`` and ``quoted`` are the reader's logits and the quote; ``shut`` marks what
        cannot be copied.
        """
        return self.weights[0] * content + self.weights[1] * quoted + SHUT * shut

    def score(
        self,
        hook: Tensor,
        state: Tensor,
        memory: Memory,
        leaning: Tensor,
        following: Tensor,
        written: Tensor,
    ) -> Tensor:
        """Scores (..., L + words + 1) of hooks and states, both (..., WIDTH).

        ``memory`` and ``leaning`` come from ``lay_out`` and ``lean``; ``following`` and
        ``written`` (..., L) mark the piece behind the last, and those copied.
        """
        keys, values, answers = memory
        both = self.drop(torch.cat([state, hook], -1))
        context = (self.ask(both) @ keys + leaning).softmax(-1) @ values
        mixed = self.drop(torch.tanh(self.mix(torch.cat([both, context], -1))))
        copies = self.point(mixed) @ answers + leaning
        copies = copies + self.go_on(mixed) * following + self.copied(mixed) * written
        return torch.cat([copies, self.choose(mixed)], -1)


class WriterStart(nn.Module):
    """Whatever of N sentences of one window no step changes, worked out once."""

    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self.writer = writer

    def forward(
        self,
        hidden: Tensor,
        label: Tensor,
        memory: Tensor,
        content: Tensor,
        quoted: Tensor,
        shut: Tensor,
    ) -> tuple[Tensor, ...]:
        """The first states (N, WIDTH), then what ``WriterStep`` is given as it stands.

        ``hidden`` (N, WIDTH) and ``label`` (N,) of the hooks, ``memory`` (L, MEMORY_SIZES),
        ``content`` and ``quoted`` (N, L), ``shut`` (L,). The last, ``feeds``, holds what the
        state is fed after each cell that ``WriterStep`` scores.
        """
        hook, state = self.writer.start(hidden, label)
        leaning = self.writer.lean(content, quoted, shut)
        feeds = torch.cat([memory[:, -MEMORY_SIZE:], self.writer.words.weight])
        return state, hook, leaning, *self.writer.lay_out(memory), feeds


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
        leaning: Tensor,
        keys: Tensor,
        values: Tensor,
        answers: Tensor,
        feeds: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """(log-probabilities (N, L + words + 1), states (N, WIDTH)) of N sentences of one window.

        ``state`` (N, WIDTH), ``last`` (N,), the cell that was chosen last, ``written`` (N, L);
        the rest is from ``WriterStart``.
        """
        state = self.writer.cell(feeds[last], state)
        at = torch.arange(values.shape[0])[None, :]
        following = (at == last[:, None] + 1).to(values.dtype)
        scores = self.writer.score(
            hook, state, (keys, values, answers), leaning, following, written
        )
        return scores.log_softmax(-1), state
