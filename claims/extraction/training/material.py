"""Which articles the network learns from, and which are kept to calibrate on."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from claims.extraction.training.records import (
    Record,
    read_gold,
    read_ids,
    read_offsets,
    read_pool,
    read_texts,
)

EXCLUDED = ("pol-",)
"""Documents whose id starts so are no training material: their texts state no licence."""
ANNOTATIONS = Path(__file__).with_name("annotations")
HELD = 6
"""Every so many-th article is kept from the network, to calibrate on."""
FIRST = ("pool-0", "pool-1", "pool-2", "pool-3")
"""Annotations that articles are kept back from, besides the gold's: later ones are only
learned from, so that the articles kept stay the same and figures can be compared."""


def gather_records(shared: Path) -> list[Record]:
    """Gold training articles and annotated pool articles, in the order of their ids."""
    texts = read_texts(shared / "gold" / "texts")
    pool = read_pool(shared / "data" / "pool" / "articles.jsonl")
    records = {r.doc: r for r in read_gold(shared / "gold" / "train.jsonl", texts)}
    for path in sorted(ANNOTATIONS.glob("*.jsonl")):
        records |= {r.doc: r for r in read_offsets(path, pool)}
    return [records[doc] for doc in sorted(records) if not doc.startswith(EXCLUDED)]


def split(records: Sequence[Record], seed: int) -> tuple[list[Record], list[Record]]:
    """(for training, for calibration); the same for the same early records and seed."""
    late = documents_but(FIRST)
    order = sorted((r for r in records if r.doc not in late), key=lambda r: r.doc)
    random.Random(seed).shuffle(order)
    learned = [r for i, r in enumerate(order) if i % HELD]
    return learned + [r for r in records if r.doc in late], order[::HELD]


def documents_but(names: Sequence[str]) -> frozenset[str]:
    """The ids of the documents annotated in other files than ``annotations/<name>.jsonl``."""
    paths = (path for path in ANNOTATIONS.glob("*.jsonl") if path.stem not in names)
    return frozenset(doc for path in paths for doc in read_ids(path))
