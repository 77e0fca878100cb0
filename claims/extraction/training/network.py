"""The joint network in torch: an encoder, cue-and-source labels, and links between pieces.

Encoders: BERT (the shipped student, all-MiniLM-L6-v2) and MPNet (the teacher,
all-mpnet-base-v2), written out here so that training needs torch alone.
Links follow biaffine scoring (Dozat and Manning 2017): a hook piece and its label ask, and
every piece of the window answers, once for each kind of link.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from claims.extraction.model.shape import (
    FEATURES,
    LABEL_COLUMNS,
    LABELS,
    LINK_SIZE,
    LINKS,
    TOPIC_SIZE,
)


@dataclass(frozen=True)
class EncoderShape:
    """Sizes of an encoder; ``relative`` for MPNet's position buckets, 0 for BERT."""

    vocab: int
    width: int
    layers: int
    heads: int
    positions: int
    first_position: int
    relative: int
    epsilon: float


MINILM = EncoderShape(30522, 384, 6, 12, 512, 0, 0, 1e-12)
MPNET = EncoderShape(30527, 768, 12, 12, 514, 2, 32, 1e-5)


class Layer(nn.Module):
    def __init__(self, shape: EncoderShape, dropout: float) -> None:
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.norm1 = nn.LayerNorm(width, eps=shape.epsilon)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.norm2 = nn.LayerNorm(width, eps=shape.epsilon)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = x.shape
        size = width // self.heads

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, self.heads, size).transpose(1, 2)

        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        # no dropout inside attention: torch's fast CPU kernel has none
        mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, shape: EncoderShape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocab, shape.width)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.surface = nn.Embedding(FEATURES, shape.width)
        nn.init.zeros_(self.surface.weight)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList([Layer(shape, dropout) for _ in range(shape.layers)])
        self.relative = nn.Embedding(shape.relative, shape.heads) if shape.relative else None

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        length = ids.shape[1]
        at = torch.arange(length, device=ids.device)
        x = self.words(ids) + self.places(at + self.shape.first_position)[None]
        x = self.drop(self.norm(x + self.surface(features)))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        if self.relative is not None:
            buckets = _buckets(at[None, :] - at[:, None], self.shape.relative)
            bias = bias + self.relative(buckets).permute(2, 0, 1)[None]
        for layer in self.layers:
            x = layer(x, bias)
        return x


def _buckets(relative: Tensor, count: int, farthest: int = 128) -> Tensor:
    """MPNet's (T5's) bidirectional relative position buckets."""
    back = -relative
    half = count // 2
    found = (back < 0).long() * half
    back = back.abs()
    exact = half // 2
    log = torch.log(back.float().clamp(min=1) / exact) / math.log(farthest / exact)
    far = (exact + (log * (half - exact)).long()).clamp(max=half - 1)
    return found + torch.where(back < exact, back, far)


class Network(nn.Module):
    """Outputs for each piece; see ``claims.extraction.model.shape`` for their layout."""

    def __init__(self, shape: EncoderShape, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(shape, dropout)
        self.drop = nn.Dropout(dropout)
        self.labels = nn.Linear(shape.width, LABEL_COLUMNS)
        self.asks = nn.Linear(shape.width, len(LINKS) * LINK_SIZE)
        self.answers = nn.Linear(shape.width, len(LINKS) * LINK_SIZE)
        self.by_label = nn.Embedding(LABELS, len(LINKS) * LINK_SIZE)
        self.topics = nn.Linear(shape.width, TOPIC_SIZE)
        self.scale = nn.Parameter(torch.tensor([5.0, -2.0]))
        nn.init.constant_(self.labels.bias, -4.0)
        nn.init.normal_(self.by_label.weight, std=0.02)

    def forward(
        self, ids: Tensor, features: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        hidden = self.drop(self.encoder(ids, features, mask))
        return (
            self.labels(hidden), self.asks(hidden), self.answers(hidden), self.topics(hidden),
        )  # fmt: skip
