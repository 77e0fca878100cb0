"""Which articles the network learns from, and which are kept to calibrate on."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from claims.extraction.training.records import (
    Record,
    read_gold,
    read_offsets,
    read_pool,
    read_texts,
)

EXCLUDED = ("pol-",)
"""Documents whose id starts so are no training material: their texts state no licence."""
ANNOTATIONS = Path(__file__).with_name("annotations")
HELD = 6
"""Every so many-th article is kept from the network, to calibrate on."""


def gather_records(shared: Path) -> list[Record]:
    """Gold training articles and annotated pool articles, in the order of their ids."""
    texts = read_texts(shared / "gold" / "texts")
    pool = read_pool(shared / "data" / "pool" / "articles.jsonl")
    records = {r.doc: r for r in read_gold(shared / "gold" / "train.jsonl", texts)}
    for path in sorted(ANNOTATIONS.glob("*.jsonl")):
        records |= {r.doc: r for r in read_offsets(path, pool)}
    return [records[doc] for doc in sorted(records) if not doc.startswith(EXCLUDED)]


def split(records: Sequence[Record], seed: int) -> tuple[list[Record], list[Record]]:
    """(for training, for calibration); the same for the same records and seed."""
    order = sorted(records, key=lambda r: r.doc)
    random.Random(seed).shuffle(order)
    return [r for i, r in enumerate(order) if i % HELD], order[::HELD]
