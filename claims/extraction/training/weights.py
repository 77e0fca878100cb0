"""The base encoder's published weights into the network of ``network.py``."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from claims.extraction.training.network import MINILM, Network

_BERT = {
    "attention.self.query": "query", "attention.self.key": "key",
    "attention.self.value": "value", "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm1", "intermediate.dense": "up",
    "output.dense": "down", "output.LayerNorm": "norm2",
}  # fmt: skip


def load_network(path: Path, dropout: float = 0.1) -> Network:
    """A network over MiniLM-L6's weights (a safetensors file); heads are random."""
    network = Network(MINILM, dropout)
    raw = load_file(path)
    found = _layers(raw)
    found["words.weight"] = raw["embeddings.word_embeddings.weight"]
    kinds = raw["embeddings.token_type_embeddings.weight"]
    found["places.weight"] = raw["embeddings.position_embeddings.weight"] + kinds[0]
    _fill(network, found, raw)
    return network


def _layers(raw: dict[str, Tensor]) -> dict[str, Tensor]:
    return {
        f"layers.{layer}.{new}.{part}": raw[f"encoder.layer.{layer}.{old}.{part}"]
        for layer in range(MINILM.layers)
        for old, new in _BERT.items()
        for part in ("weight", "bias")
    }


def _fill(network: Network, found: dict[str, Tensor], raw: dict[str, Tensor]) -> None:
    found["norm.weight"] = raw["embeddings.LayerNorm.weight"]
    found["norm.bias"] = raw["embeddings.LayerNorm.bias"]
    found["surface.weight"] = torch.zeros_like(network.encoder.surface.weight)
    network.encoder.load_state_dict({k: v.float() for k, v in found.items()})
