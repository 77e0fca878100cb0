"""A page as the encoder reads it: windows of word pieces with sentence slots.

A window is ``[CLS] s1 [SEP] s2 [SEP] ...``. The ``[SEP]`` behind a sentence is that
sentence's slot: it answers for stances whose source the sentence does not name. Windows
overlap (the text's first unit, left context, one unit of right context), and every sentence is
a target of exactly one window, so the work is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.extraction.segment import Page

MAX_PIECES = 384
"""Most word pieces in one window, special ones included."""
LEFT_PIECES = 64
"""Most word pieces of left context that a window repeats."""
LEAD_PIECES = 64
"""A first unit of at most so many pieces goes before every window: it names whom and what the
text is about."""
UNIT_PIECES = 120
"""A longer sentence is cut into units of this many pieces, each with its own slot."""
IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Window:
    """One encoder input of L pieces.

    ``starts``/``ends`` are character offsets into the text (-1 for special pieces),
    ``unit`` numbers the unit each piece belongs to (-1 for ``[CLS]``), ``slot`` marks the
    ``[SEP]`` pieces, ``target`` the pieces that this window answers for.
    """

    ids: IntArray
    features: IntArray
    starts: IntArray
    ends: IntArray
    unit: IntArray
    sentence: IntArray
    slot: NDArray[np.bool_]
    target: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Unit:
    sentence: int
    pieces: range


def cut_windows(page: Page, tokenizer: Tokenizer) -> list[Window]:
    """The windows of ``page`` in order. Empty when the page has no sentence."""
    found = tokenizer.encode(page.text, add_special_tokens=False)
    # each reading of these attributes copies the whole list: read them once
    offsets, ids = found.offsets, found.ids
    units = _cut_units(page, offsets)
    surface = _surface_features(page, offsets)
    pieces = [(ids[at], int(surface[at]), start, end) for at, (start, end) in enumerate(offsets)]
    cls, sep = _special(tokenizer, "[CLS]"), _special(tokenizer, "[SEP]")
    windows = []
    first = 0
    while first < len(units):
        left, last, end = _plan(units, first)
        lead = [0] if left and len(units[0].pieces) <= LEAD_PIECES else []
        chosen = [*lead, *range(left, end)]
        windows.append(_build(units, chosen, range(first, last), pieces, cls, sep))
        first = last
    return windows


def _special(tokenizer: Tokenizer, name: str) -> int:
    found = tokenizer.token_to_id(name)
    if found is None:
        raise ValueError(f"the tokenizer has no piece {name}: it does not belong to this model")
    return found


def _cut_units(page: Page, offsets: Sequence[tuple[int, int]]) -> list[_Unit]:
    units = []
    at = 0
    for sentence in page.sentences:
        while at < len(offsets) and offsets[at][1] <= sentence.start:
            at += 1
        begin = at
        while at < len(offsets) and offsets[at][0] < sentence.end:
            at += 1
        for cut in range(begin, at, UNIT_PIECES):
            units.append(_Unit(sentence.index, range(cut, min(cut + UNIT_PIECES, at))))
    return units


def _plan(units: list[_Unit], first: int) -> tuple[int, int, int]:
    """(first context unit, end of targets, end of window) for targets from ``first``."""
    size = len(units[0].pieces)
    lead = size + 1 if first and size <= LEAD_PIECES else 0
    left, used = first, 1 + lead
    while left > 0 and used - lead + len(units[left - 1].pieces) + 1 <= LEFT_PIECES:
        left -= 1
        used += len(units[left].pieces) + 1
    end = first
    while end < len(units) and used + len(units[end].pieces) + 1 <= MAX_PIECES:
        used += len(units[end].pieces) + 1
        end += 1
    last = end if end == len(units) or end - first < 2 else end - 1
    return left, last, end


def _build(
    units: list[_Unit],
    chosen: Sequence[int],
    targets: range,
    pieces: list[tuple[int, int, int, int]],
    cls: int,
    sep: int,
) -> Window:
    rows: list[tuple[int, int, int, int, int, int, bool, bool]] = [
        (cls, 0, -1, -1, -1, -1, False, False)
    ]
    for number in chosen:
        unit, hit = units[number], number in targets
        for at in unit.pieces:
            rows.append((*pieces[at], number, unit.sentence, False, hit))
        rows.append((sep, 0, -1, -1, number, unit.sentence, True, hit))
    table = np.array([row[:6] for row in rows], dtype=np.int64).T
    return Window(
        ids=table[0], features=table[1], starts=table[2], ends=table[3],
        unit=table[4], sentence=table[5],
        slot=np.array([row[6] for row in rows], dtype=np.bool_),
        target=np.array([row[7] for row in rows], dtype=np.bool_),
    )  # fmt: skip


def _surface_features(page: Page, offsets: Sequence[tuple[int, int]]) -> IntArray:
    """What an uncased vocabulary loses: case, quotation marks, paragraph starts."""
    text = page.text
    found = np.zeros(len(offsets), dtype=np.int64)
    openings = {page.paragraphs[s.paragraph][0]: s for s in page.sentences}
    leads = [(s.start, s.end) for start, s in openings.items() if s.start == start]
    lead = 0
    for at, (start, end) in enumerate(offsets):
        word = text[start:end]
        if word.isupper() and len(word) > 1:
            case = 2
        elif word[:1].isupper():
            case = 1
        else:
            case = 3 if word[:1].isdigit() else 0
        while lead < len(leads) and leads[lead][1] <= start:
            lead += 1
        is_lead = lead < len(leads) and leads[lead][0] <= start
        quoted = page.quote_at(start) is not None
        found[at] = case + 4 * quoted + 8 * is_lead
    return found
