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

    def score(
        self,
        hook: Tensor,
        state: Tensor,
        memory: Memory,
        content: Tensor,
        quoted: Tensor,
        shut: Tensor,
        following: Tensor,
        written: Tensor,
    ) -> Tensor:
        """Scores (N, T, L + words + 1) of T states (N, T, WIDTH) of each hook.

        ``memory``: keys, values and what is copied, each (N or 1, L, MEMORY_SIZE). ``content``
        and ``quoted`` (N, 1, L) are the reader's logits and the quote; ``shut`` (N or 1, 1, L)
        marks what cannot be copied; ``following`` and ``written`` (N, T, L) the piece behind
        the last, and those copied.
        """
        keys, values, answers = memory
        hooks = hook[:, None].expand(-1, state.shape[1], -1)
        both = self.drop(torch.cat([state, hooks], -1))
        bias = self.weights[0] * content + self.weights[1] * quoted + SHUT * shut
        looked = self.ask(both) @ keys.transpose(-1, -2) / MEMORY_SIZE**0.5 + bias
        context = looked.softmax(-1) @ values
        mixed = self.drop(torch.tanh(self.mix(torch.cat([both, context], -1))))
        copies = self.point(mixed) @ answers.transpose(-1, -2) / MEMORY_SIZE**0.5 + bias
        copies = copies + self.go_on(mixed) * following + self.copied(mixed) * written
        return torch.cat([copies, self.choose(mixed)], -1)


class WriterStep(nn.Module):
    """One step as the package runs it: feed what was written, score what may come next."""

    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self.writer = writer

    def forward(
        self,
        memory: Tensor,
        hook: Tensor,
        state: Tensor,
        word: Tensor,
        source: Tensor,
        content: Tensor,
        quoted: Tensor,
        written: Tensor,
        shut: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """(log-probabilities (N, L + words + 1), states (N, WIDTH)) of N sentences of one window.

        ``memory`` (L, 3 * MEMORY_SIZE), ``hook`` and ``state`` (N, WIDTH), ``word`` and
        ``source`` (N,), the rest (N, L) but ``shut`` (L,).
        """
        keys, values, answers = memory.split(MEMORY_SIZE, -1)
        feeds = answers[source.clamp(min=0)]
        state = self.writer.cell(self.writer.feed(feeds, word, source), state)
        at = torch.arange(memory.shape[0])[None, :]
        following = ((at == source[:, None] + 1) & (source[:, None] >= 0)).to(memory.dtype)
        scores = self.writer.score(
            hook, state[:, None], (keys[None], values[None], answers[None]), content[:, None],
            quoted[:, None], shut[None, None], following[:, None], written[:, None],
        )[:, 0]  # fmt: skip
        return scores.log_softmax(-1), state


class WriterStart(nn.Module):
    """Hooks and first states of N hook pieces."""

    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self.writer = writer

    def forward(self, hidden: Tensor, label: Tensor) -> tuple[Tensor, Tensor]:
        """(hook, state), each (N, WIDTH), of ``hidden`` (N, WIDTH) and ``label`` (N,)."""
        return self.writer.start(hidden, label)
