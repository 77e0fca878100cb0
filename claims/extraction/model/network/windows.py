"""A page as the encoder reads it: windows of word pieces with sentence slots.

A window is ``[CLS] s1 [SEP] s2 [SEP] ...``. The ``[SEP]`` behind a sentence is that
sentence's slot: it answers for stances whose source the sentence does not name. Windows
overlap (the text's first unit, left context, one unit of right context), and every sentence is
a target of exactly one window, so the work is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.extraction.text.segment import Page

MAX_PIECES = 384
"""Most word pieces in one window, special ones included."""
LEFT_PIECES = 32
"""Most word pieces of left context that a window repeats."""
LEAD_PIECES = 32
"""A first unit of at most so many pieces goes before every window: it names whom and what the
text is about."""
PART_CHARS = 50_000
"""Characters that are cut into pieces at once; an article is one part."""
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


def cut_windows(page: Page, tokenizer: Tokenizer) -> Iterator[Window]:
    """The windows of ``page`` in order; none when the page has no sentence."""
    cls, sep = _special(tokenizer, "[CLS]"), _special(tokenizer, "[SEP]")
    ids, starts, ends = _cut_pieces(page, tokenizer)
    units = _cut_units(page, starts, ends)
    pieces = np.stack([ids, _surface_features(page, starts, ends), starts, ends])
    first = 0
    while first < len(units):
        left, last, end = _plan(units, first)
        lead = [0] if left and len(units[0].pieces) <= LEAD_PIECES else []
        chosen = [*lead, *range(left, end)]
        yield _build(units, chosen, range(first, last), pieces, cls, sep)
        first = last


def _cut_pieces(page: Page, tokenizer: Tokenizer) -> IntArray:
    """Numbers in the vocabulary, starts and ends of the text's P word pieces, (3, P).

    A part of the text at a time: the tokenizer takes some sixty bytes for each character.
    """
    parts = [np.empty((3, 0), np.int64)]
    for start, end in _parts(page):
        found = tokenizer.encode(page.text[start:end], add_special_tokens=False)
        # each reading of these attributes copies the whole list: read them once
        offsets = np.array(found.offsets, dtype=np.int64).reshape(-1, 2).T + start
        parts.append(np.stack([np.array(found.ids, dtype=np.int64), *offsets]))
    return np.concatenate(parts, axis=1)


def _parts(page: Page) -> Iterator[tuple[int, int]]:
    """The text in parts of some ``PART_CHARS``, each but the first begun where a sentence is."""
    begun = 0
    for sentence in page.sentences:
        whole = page.text[sentence.start - 1 : sentence.start].isspace()
        if sentence.start - begun >= PART_CHARS and whole:
            yield begun, sentence.start
            begun = sentence.start
    yield begun, len(page.text)


def _special(tokenizer: Tokenizer, name: str) -> int:
    found = tokenizer.token_to_id(name)
    if found is None:
        raise ValueError(f"the tokenizer has no piece {name}: it does not belong to this model")
    return found


def _cut_units(page: Page, starts: IntArray, ends: IntArray) -> list[_Unit]:
    """The sentences' pieces, each once: they end behind its start and start before its end."""
    units = []
    begins = np.searchsorted(ends, [s.start for s in page.sentences], "right").tolist()
    stops = np.searchsorted(starts, [s.end for s in page.sentences], "left").tolist()
    before = 0
    for sentence, begin, stop in zip(page.sentences, begins, stops, strict=True):
        for cut in range(max(begin, before), stop, UNIT_PIECES):
            units.append(_Unit(sentence.index, range(cut, min(cut + UNIT_PIECES, stop))))
        before = max(stop, before)
    return units


def _plan(units: Sequence[_Unit], first: int) -> tuple[int, int, int]:
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
    units: Sequence[_Unit],
    chosen: Sequence[int],
    targets: range,
    pieces: IntArray,
    cls: int,
    sep: int,
) -> Window:
    """The window of the ``chosen`` units, each with its slot; ``pieces`` are the page's, (4, P)."""
    special = np.array([[sep], [0], [-1], [-1]])
    parts = [np.array([[cls], [0], [-1], [-1]])]
    sizes, numbers = [1], [-1]
    for number in chosen:
        inside = units[number].pieces
        parts += [pieces[:, inside.start : inside.stop], special]
        sizes.append(len(inside) + 1)
        numbers.append(number)
    ids, features, starts, ends = np.concatenate(parts, axis=1)
    sentences = [-1, *(units[number].sentence for number in chosen)]
    slot = np.zeros(len(ids), np.bool_)
    slot[np.cumsum(sizes)[1:] - 1] = True
    return Window(
        ids=ids, features=features, starts=starts, ends=ends,
        unit=np.repeat(numbers, sizes), sentence=np.repeat(sentences, sizes), slot=slot,
        target=np.repeat([number in targets for number in numbers], sizes),
    )  # fmt: skip


def _surface_features(page: Page, starts: IntArray, ends: IntArray) -> IntArray:
    """What an uncased vocabulary loses: case, quotation marks, paragraph starts."""
    openings = {page.paragraphs[s.paragraph][0]: s for s in page.sentences}
    leads = [(s.start, s.end) for start, s in openings.items() if s.start == start]
    spans = zip(starts.tolist(), ends.tolist(), strict=True)
    case: IntArray = np.array([_case(page.text[start:end]) for start, end in spans], np.int64)
    quotes = [(quote.start, quote.end) for quote in page.quotes]
    found: IntArray = case + 4 * _lie_in(starts, quotes) + 8 * _lie_in(starts, leads)
    return found


def _case(word: str) -> int:
    if word.islower() and word[0].isalpha():
        return 0  # most are
    if word.isupper() and len(word) > 1:
        return 2
    if word[:1].isupper():
        return 1
    return 3 if word[:1].isdigit() else 0


def _lie_in(places: IntArray, spans: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """Which of the places, in their order, lie in one of the spans, which do not overlap."""
    if not spans:
        return np.zeros(len(places), np.bool_)
    starts, ends = np.array(spans).T
    span = np.searchsorted(starts, places, "right") - 1
    inside: NDArray[np.bool_] = (span >= 0) & (places < ends[span])
    return inside
