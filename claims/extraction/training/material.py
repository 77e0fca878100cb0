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
LATE = tuple(f"pool-{number}" for number in range(4, 13))
"""Annotations that came after the first stages: not in them, and none is held back."""
LATEST = tuple(f"pool-{number}" for number in range(5, 13))
"""Of these, what the second stage saw without annotations."""


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
    late = documents_in(LATE)
    order = sorted((r for r in records if r.doc not in late), key=lambda r: r.doc)
    random.Random(seed).shuffle(order)
    learned = [r for i, r in enumerate(order) if i % HELD]
    return learned + [r for r in records if r.doc in late], order[::HELD]


def documents_in(names: Sequence[str]) -> frozenset[str]:
    """The ids of the documents annotated in ``annotations/<name>.jsonl``."""
    paths = (ANNOTATIONS / f"{name}.jsonl" for name in names)
    return frozenset(doc for path in paths for doc in read_ids(path))


def read_unlabelled(shared: Path, known: Sequence[Record]) -> dict[str, str]:
    """The pool's texts by id, without those of ``known`` and any that opens like one."""
    ids = {r.doc for r in known}
    openings = {_opening(text) for text in read_texts(shared / "gold" / "texts").values()}
    openings |= {_opening(r.text) for r in known}
    pool = read_pool(shared / "data" / "pool" / "articles.jsonl")
    return {d: t for d, t in pool.items() if d not in ids and _opening(t) not in openings}


def _opening(text: str) -> str:
    return " ".join(text.split()[:12]).lower()
