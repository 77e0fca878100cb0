"""Annotated articles as arrays for training: one example a window.

Layout of the label axis everywhere: 0-4 a source token holding that stance value,
5-9 a slot with an unattributed stance, 10-14 a slot whose source stands elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.extraction.model.network.hooks import FloatArray
from claims.extraction.model.network.hooks import Hook as ReadHook
from claims.extraction.model.network.shape import LABELS, VALUES
from claims.extraction.model.network.windows import Window, cut_windows
from claims.extraction.text.segment import segment
from claims.extraction.training.copying import Step, Words, copy_steps, read_words
from claims.extraction.training.records import Record
from claims.extraction.training.supervise import Anchor, CharSpan, supervise

LEAST_LINKED = 0.3
"""A label of less weight says only that a stance may be there, nothing of its spans."""
BoolArray = NDArray[np.bool_]


@dataclass
class Hook:
    """One labelled stance in a window, all positions being pieces of that window."""

    at: int
    label: int
    weight: float
    start: list[int]
    end: list[int]
    content: list[int]
    scope: list[int]
    party_start: list[int]
    party_end: list[int]
    speaker_start: list[int]
    speaker_end: list[int]
    anonymous: bool
    claim: str
    central: bool = False
    linked: bool = True
    steps: list[Step] = field(default_factory=list)
    """How its claim is written; empty where the window lacks the claim's words."""

    def with_links(self, links: Mapping[str, FloatArray]) -> ReadHook:
        """The same hook as the package has it, with what the reader links it to."""
        return ReadHook(self.at, self.label, (self.start[0], self.end[0]), links)


@dataclass
class Example:
    """One window with its targets. ``open`` marks label cells that count in the loss."""

    doc: str
    window: Window
    wanted: NDArray[np.float32]
    open: NDArray[np.float32]
    more: NDArray[np.float32]
    hooks: list[Hook] = field(default_factory=list)


def build_examples(record: Record, tokenizer: Tokenizer) -> list[Example]:
    """The windows of one record with targets, in reading order."""
    page = segment(record.text)
    anchors = supervise(page, record)
    central = central_claims(record)
    examples = []
    for window in cut_windows(page, tokenizer):
        example = _blank(record.doc, window)
        words = read_words(window, record.text)
        for anchor in anchors:
            _add(example, anchor, record, central)
        if record.linked:
            _add_steps(example, record, words)
        examples.append(example)
    return examples


def central_claims(record: Record) -> frozenset[str]:
    """The claims with most stances; none where no claim has two."""
    counts = Counter(label.claim for label in record.labels)
    most = max(counts.values(), default=0)
    return frozenset(claim for claim, n in counts.items() if n == most and n > 1)


def _blank(doc: str, window: Window) -> Example:
    size = len(window.ids)
    allowed = np.zeros((size, LABELS), dtype=np.float32)
    allowed[window.target & ~window.slot, :5] = 1.0
    allowed[window.target & window.slot, 5:] = 1.0
    return Example(
        doc, window, np.zeros((size, LABELS), np.float32), allowed,
        np.zeros((size, LABELS), np.float32),
    )  # fmt: skip


def _add(example: Example, anchor: Anchor, record: Record, central: frozenset[str]) -> None:
    window, label = example.window, anchor.label
    value, before = VALUES.index(label.stance), len(example.hooks)
    if anchor.mention is None:
        column = value + (5 if label.party == "unattributed" else 10)
        at = np.flatnonzero(window.slot & window.target & (window.sentence == anchor.sentence))
        if at.size == 0:
            return
        chosen = [_slot_for(window, at, label.start, label.end)]
    else:
        column = value
        chosen = [i for i in _pieces(window, anchor.mention) if window.target[i]]
        for rival in anchor.rivals:
            cells = [i for i in _pieces(window, rival) if i not in chosen]
            cells = [i for i in cells if example.wanted[i, column] == 0]
            example.open[cells, column] = 0.0
    if not chosen:
        return
    for i in chosen:
        if example.wanted[i, column] > 0:
            example.more[i, column] = 1.0
        example.wanted[i, column] = max(label.weight, float(example.wanted[i, column]))
        example.open[i, column] = 1.0
    if label.weight >= LEAST_LINKED:
        _hook(example, anchor, chosen, column)
        for hook in example.hooks[before:]:
            hook.central, hook.linked = label.claim in central, record.linked


def _add_steps(example: Example, record: Record, words: Words) -> None:
    """How to write the claim of each stance, at the first of its hooks."""
    known: set[tuple[str, int]] = set()
    for hook in example.hooks:
        key = (hook.claim, hook.start[0])
        if key in known:
            continue
        known.add(key)
        claim = record.claims[hook.claim.rsplit("/", 1)[1]]
        quote = range(hook.start[0], hook.end[0] + 1)
        hook.steps = copy_steps(claim, words, example.window, quote) or []


def _hook(example: Example, anchor: Anchor, chosen: list[int], column: int) -> None:
    window, label = example.window, anchor.label
    quote = _pieces(window, (label.start, label.end))
    if not quote:
        return
    content = [i for span in anchor.content for i in _pieces(window, span)]
    party = [p for span in anchor.party if (p := _pieces(window, span))]
    speaker = [p for span in anchor.speaker if (p := _pieces(window, span))]
    for at in {chosen[0], chosen[-1]}:
        example.hooks.append(
            Hook(
                at=at, label=column, weight=label.weight / len({chosen[0], chosen[-1]}),
                start=[quote[0]], end=[quote[-1]], content=content,
                scope=_pieces(window, anchor.scope),
                party_start=[p[0] for p in party], party_end=[p[-1] for p in party],
                speaker_start=[p[0] for p in speaker] if label.speaker else [0],
                speaker_end=[p[-1] for p in speaker] if label.speaker else [0],
                anonymous=label.anonymous,
                claim=f"{example.doc}/{label.claim}",
            )
        )  # fmt: skip


def _slot_for(window: Window, at: NDArray[np.intp], start: int, end: int) -> int:
    """Of the slots of one (cut) sentence, the one whose unit holds most of the quote."""

    def held(slot: int) -> int:
        unit = (window.unit == window.unit[slot]) & (window.starts >= 0)
        return int(np.sum(unit & (window.starts >= start) & (window.ends <= end)))

    return int(max(at.tolist(), key=held))


def _pieces(window: Window, span: CharSpan) -> list[int]:
    hit = (window.starts >= 0) & (window.starts < span[1]) & (window.ends > span[0])
    return [int(i) for i in np.flatnonzero(hit)]
