"""Train the comparer (``model.network.comparing``) over the trained encoder's states.

The encoder stands still: its 8-bit states of the articles that it learned from, at the stances
that it reads there, each with the annotated claim of the label on its words. Several networks
that differ in their seed are trained, and the mean of their log-odds is shipped.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from claims.extraction.model.linking.linked import AROUND
from claims.extraction.model.network.comparing import Vector, opening
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.network.reader import Encoder
from claims.extraction.model.network.shape import WIDTH
from claims.extraction.text.segment import segment
from claims.extraction.training.arrays import central_claims
from claims.extraction.training.export import export_part
from claims.extraction.training.matching import label_at
from claims.extraction.training.records import Record

KEY, INNER, JUDGED = 128, 256, 64
"""Sizes of one network: a stance's key, the layer before it, the layer before an answer."""
LEAST_DEVIATION = 1e-3


@dataclass(frozen=True)
class ComparerPlan:
    """How to train. ``central`` is what centrality counts beside pairs, ``drop`` the dropout."""

    seeds: Sequence[int] = (0, 1, 2, 3)
    epochs: int = 24
    batch: int = 32
    rate: float = 1e-3
    decay: float = 1e-2
    central: float = 0.5
    drop: float = 0.4


@dataclass(frozen=True)
class Article:
    """The N stances that the encoder reads in one article and that a label lies on."""

    vectors: NDArray[np.float32]
    """(N, 3 * WIDTH), see ``stance_vector``."""
    opening: NDArray[np.float32]
    labels: Sequence[int]
    """The number of the label that each lies on."""
    claims: Sequence[str]
    central: frozenset[str]


@dataclass(frozen=True)
class Batch:
    """The stances of several articles and which of them make pairs."""

    vectors: Tensor
    opening: Tensor
    article: Tensor
    left: Tensor
    right: Tensor
    together: Tensor
    on_central: Tensor
    judged: Tensor
    """1.0 where the article has a central claim."""


class Judge(nn.Module):
    """One network: keys from vectors, centrality from keys, likeness from two keys."""

    def __init__(self, mean: Tensor, deviation: Tensor, drop: float) -> None:
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("deviation", deviation)
        self.key = nn.Sequential(
            nn.Dropout(drop), nn.Linear(3 * WIDTH, INNER), nn.GELU(),
            nn.Dropout(drop), nn.Linear(INNER, KEY),
        )  # fmt: skip
        self.together = _answer(3 * KEY, drop)
        self.central = _answer(7 * KEY, drop)

    def keys(self, vectors: Tensor) -> Tensor:
        """(N, KEY) of vectors (N, 3 * WIDTH)."""
        keys: Tensor = self.key((vectors - self.mean) / self.deviation)
        return keys

    def rate_pairs(self, a: Tensor, b: Tensor) -> Tensor:
        """Log-odds (N,) that two keys are on one claim; the same with the two exchanged."""
        answer: Tensor = self.together(torch.cat([a * b, (a - b).abs(), a + b], -1))
        return answer[:, 0]

    def rate_central(self, keys: Tensor, whole: Tensor, start: Tensor) -> Tensor:
        """Log-odds (N,) of being on the central claim, beside the document's and its opening's
        mean key (1 or N rows)."""
        whole, start = whole.expand_as(keys), start.expand_as(keys)
        beside = [
            keys, keys * whole, (keys - whole).abs(), keys * start, (keys - start).abs(),
            whole, start,
        ]  # fmt: skip
        answer: Tensor = self.central(torch.cat(beside, -1))
        return answer[:, 0]


def _answer(width: int, drop: float) -> nn.Sequential:
    return nn.Sequential(
        nn.Linear(width, JUDGED), nn.GELU(), nn.Dropout(drop), nn.Linear(JUDGED, 1)
    )


class KeysPart(nn.Module):
    """Keys of every judge side by side, and their mean log-odds of centrality, of one document."""

    def __init__(self, judges: Sequence[Judge]) -> None:
        super().__init__()
        self.judges = nn.ModuleList(judges)

    def forward(self, vectors: Tensor, opening: Tensor) -> tuple[Tensor, Tensor]:
        share = (opening / opening.sum())[None]
        keys, rated = [], []
        for judge in self.judges:
            own = judge.keys(vectors)
            keys.append(own)
            rated.append(judge.rate_central(own, own.mean(0, keepdim=True), share @ own))
        return torch.cat(keys, -1), torch.stack(rated).mean(0)


class PairsPart(nn.Module):
    """The judges' mean log-odds that two keys are on one claim, for N pairs of keys."""

    def __init__(self, judges: Sequence[Judge]) -> None:
        super().__init__()
        self.judges = nn.ModuleList(judges)

    def forward(self, left: Tensor, right: Tensor) -> Tensor:
        parts = zip(self.judges, left.split(KEY, -1), right.split(KEY, -1), strict=True)
        return torch.stack([judge.rate_pairs(a, b) for judge, a, b in parts]).mean(0)


def read_articles(encoder: Encoder, records: Sequence[Record]) -> list[Article]:
    """What ``encoder`` reads in the records whose labels were put on claims."""
    read = (_read_article(encoder, record) for record in records if record.linked)
    return [article for article in read if article is not None]


def _read_article(encoder: Encoder, record: Record) -> Article | None:
    found: list[tuple[Reading, Vector, int]] = []
    for _, _, readings in encoder.read(segment(record.text)):
        for reading in readings:
            label = label_at(reading.quote, reading.value, record)
            if label is not None and reading.vector is not None:
                found.append((reading, reading.vector, label))
    if not found:
        return None
    found.sort(key=lambda each: (each[0].quote, each[0].value))
    return Article(
        np.stack([vector for _, vector, _ in found]).astype(np.float32),
        opening([reading.sentence for reading, _, _ in found]),
        [label for _, _, label in found],
        [record.labels[label].claim for _, _, label in found],
        central_claims(record),
    )


def train_comparer(
    articles: Sequence[Article], plan: ComparerPlan, tell: Callable[[str], None] = print
) -> list[Judge]:
    """The judges, one a seed; the same for the same articles, plan and number of threads."""
    every = torch.from_numpy(np.concatenate([article.vectors for article in articles]))
    mean, deviation = every.mean(0), every.std(0) + LEAST_DEVIATION
    judges = []
    for seed in plan.seeds:
        began = time.monotonic()
        torch.manual_seed(seed)
        judge = Judge(mean, deviation, plan.drop)
        loss = _train_judge(judge, articles, plan, random.Random(seed))
        tell(f"comparer, seed {seed}: loss {loss:.3f}, {time.monotonic() - began:.0f} s")
        judges.append(judge.eval())
    return judges


def _train_judge(
    judge: Judge, articles: Sequence[Article], plan: ComparerPlan, dice: random.Random
) -> float:
    """Train in place; the mean loss of the last epoch."""
    optimizer = torch.optim.AdamW(judge.parameters(), plan.rate, weight_decay=plan.decay)
    steps = plan.epochs * -(-len(articles) // plan.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: max(0.05, 1.0 - s / steps))
    order, losses = list(articles), [0.0]
    judge.train()
    for _ in range(plan.epochs):
        dice.shuffle(order)
        losses = []
        for at in range(0, len(order), plan.batch):
            loss = _loss(judge, collate(order[at : at + plan.batch]), plan.central)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
    return sum(losses) / len(losses)


def _loss(judge: Judge, batch: Batch, central: float) -> Tensor:
    keys = judge.keys(batch.vectors)
    # index_select, as the gradient of keys[...] is summed in whichever order threads come
    rated = judge.rate_pairs(keys.index_select(0, batch.left), keys.index_select(0, batch.right))
    pairs = nn.functional.binary_cross_entropy_with_logits(rated, batch.together)
    whole = _means(keys, batch.article, torch.ones_like(batch.opening))
    start = _means(keys, batch.article, batch.opening)
    rated = judge.rate_central(keys, whole, start)
    cells = nn.functional.binary_cross_entropy_with_logits(
        rated, batch.on_central, reduction="none"
    )
    return pairs + central * (cells * batch.judged).sum() / batch.judged.sum().clamp(min=1)


def _means(keys: Tensor, article: Tensor, share: Tensor) -> Tensor:
    """(N, KEY): each stance's article's mean key, weighed by ``share`` (N,)."""
    count = int(article[-1]) + 1
    total = torch.zeros(count, keys.shape[1]).index_add(0, article, keys * share[:, None])
    means = total / torch.zeros(count).index_add(0, article, share)[:, None]
    return means.index_select(0, article)


def collate(articles: Sequence[Article]) -> Batch:
    """The articles' stances one after another; pairs only within one article, and not of two
    on one label (see ``linkage``)."""
    left, right, together = [], [], []
    begin = 0
    for article in articles:
        claims = article.claims
        for i in range(len(claims)):
            for j in range(max(0, i - AROUND), i):
                if article.labels[i] != article.labels[j]:
                    left.append(begin + j)
                    right.append(begin + i)
                    together.append(float(claims[i] == claims[j]))
        begin += len(claims)
    on = [float(claim in article.central) for article in articles for claim in article.claims]
    judged = [float(bool(article.central)) for article in articles for _ in article.claims]
    numbers = [n for n, article in enumerate(articles) for _ in article.claims]
    return Batch(
        torch.from_numpy(np.concatenate([article.vectors for article in articles])),
        torch.from_numpy(np.concatenate([article.opening for article in articles])),
        torch.tensor(numbers),
        torch.tensor(left, dtype=torch.long), torch.tensor(right, dtype=torch.long),
        torch.tensor(together), torch.tensor(on), torch.tensor(judged),
    )  # fmt: skip


def export_comparer(judges: Sequence[Judge], out: Path) -> None:
    """Write ``keys.onnx``, in 8 bits, and ``pairs.onnx``, in 32, into ``out``.

    So whether two are on one claim does not depend on what else one of them is compared with.
    """
    count = torch.export.Dim("count", min=2, max=65536)
    vectors, start = torch.randn(5, 3 * WIDTH), torch.ones(5)
    whole = KeysPart(judges)
    export_part(
        whole, (vectors, start), ("vectors", "opening"), ("keys", "central"),
        {"vectors": {0: count}, "opening": {0: count}}, out / "keys.onnx",
    )  # fmt: skip
    keys, _ = whole(vectors, start)
    export_part(
        PairsPart(judges), (keys, keys.flip(0)), ("left", "right"), ("together",),
        {"left": {0: count}, "right": {0: count}}, out / "pairs.onnx", quantised=False,
    )  # fmt: skip
