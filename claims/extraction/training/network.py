"""The joint network in torch: an encoder, cue-and-source labels, and links between pieces.

The encoder is BERT's (all-MiniLM-L6-v2), written out here so that training needs torch alone.
Links follow biaffine scoring (Dozat and Manning 2017): a hook piece and its label ask, and
every piece of the window answers, once for each kind of link.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from claims.extraction.model.network.shape import (
    FEATURES,
    LABEL_COLUMNS,
    LABELS,
    LINK_SIZE,
    LINKS,
    TOPIC_SIZE,
)
from claims.extraction.training.writer import Writer


@dataclass(frozen=True)
class EncoderShape:
    """Sizes of an encoder."""

    vocab: int
    width: int
    layers: int
    heads: int
    positions: int
    epsilon: float


MINILM = EncoderShape(30522, 384, 6, 12, 512, 1e-12)


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

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        mixed = self.attend(self.query(x), self.key(x), self.value(x), bias)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))

    def attend(self, query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None) -> Tensor:
        """What each piece takes from the others, (batch, length, width) as all that is given."""
        batch, length, width = query.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

        q, k, v = split(query), split(key), split(value)
        # no dropout inside attention: torch's fast CPU kernel has none
        with torch.autocast(query.device.type, enabled=False):
            # in 32 bits torch's kernel for CPUs takes half as long as in 16
            q, k, v = q.float(), k.float(), v.float()
            mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        return mixed.transpose(1, 2).reshape(batch, length, width)


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

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None) -> Tensor:
        length = ids.shape[1]
        at = torch.arange(length, device=ids.device)
        x = self.words(ids) + self.places(at)[None]
        x = self.drop(self.norm(x + self.surface(features)))
        bias = None if mask is None else (1.0 - mask[:, None, None, :].float()) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Network(nn.Module):
    """Outputs for each piece; see ``claims.extraction.model.network.shape`` for their layout.

    ``writer`` and ``topics`` teach the encoder and are not exported: the writer that ships is
    trained afterwards, over the encoder as it ships (``rewriting``).
    """

    def __init__(self, shape: EncoderShape, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(shape, dropout)
        self.drop = nn.Dropout(dropout)
        self.labels = nn.Linear(shape.width, LABEL_COLUMNS)
        self.asks = nn.Linear(shape.width, len(LINKS) * LINK_SIZE)
        self.answers = nn.Linear(shape.width, len(LINKS) * LINK_SIZE)
        self.by_label = nn.Embedding(LABELS, len(LINKS) * LINK_SIZE)
        self.topics = nn.Linear(shape.width, TOPIC_SIZE)
        self.writer = Writer(dropout)
        self.scale = nn.Parameter(torch.tensor([5.0, -2.0]))
        nn.init.constant_(self.labels.bias, -4.0)
        nn.init.normal_(self.by_label.weight, std=0.02)

    def forward(
        self, ids: Tensor, features: Tensor, mask: Tensor | None
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        hidden = self.drop(self.encoder(ids, features, mask))
        return (
            self.labels(hidden), self.asks(hidden), self.answers(hidden), self.topics(hidden),
            hidden,
        )  # fmt: skip
