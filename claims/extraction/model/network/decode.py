"""Network outputs to readings: stances with their quote, source, names and words.

Pure numpy over one window at a time; nothing here knows how the outputs were computed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.extraction.model.network.comparing import Vector, stance_vector
from claims.extraction.model.network.hooks import FloatArray, Hook, sigmoid
from claims.extraction.model.network.shape import (
    ANONYMOUS,
    CENTRAL,
    LABELS,
    LINK_SIZE,
    LINKS,
    VALUES,
)
from claims.extraction.model.network.windows import Window

Span = tuple[int, int]

LONGEST_NAME = 16
"""Most pieces that a party's name may take."""


@dataclass(frozen=True)
class Outputs:
    """What the network says of one window; rows are pieces (see ``shape``)."""

    labels: FloatArray
    asks: FloatArray
    answers: FloatArray
    hidden: FloatArray


@dataclass(frozen=True, eq=False, slots=True)
class Pieces:
    """The pieces of a quote: where each starts and ends in the text, and the probability that
    the claim's words hold it. Arrays, as a long text has millions."""

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    chances: FloatArray


@dataclass(frozen=True)
class Reading:
    """One stance as the model reads it. Spans are character offsets into the text.

    ``kind`` is ``source`` (a mention in the sentence), ``unattributed`` or ``elsewhere``.
    ``party`` and ``speaker`` are None where the model points at no name. ``central`` is the
    probability that its claim is the one that the article says most of.
    """

    value: str
    kind: str
    sentence: int
    unit: int
    probability: float
    more: float
    anonymous: float
    central: float
    quote: Span
    source: Span | None
    party: Span | None
    party_probability: float
    speaker: Span | None
    pieces: Pieces | None = None
    hook: Hook | None = None
    """Where it hangs in its window; the reader drops it once the claim is written."""
    told: str = ""
    """The claim as the writer tells it, "" where it did not come to an end."""
    told_likely: float = 0.0
    """Mean log-probability of the writer's steps."""
    told_else: tuple[str, ...] = ()
    """Other sentences that the writer found for it, likeliest first."""
    vector: Vector | None = None
    """What the encoder made of it, for the comparer."""

    def chances(self, spans: Iterable[Span]) -> list[float]:
        """The probability that the claim's words hold each of ``spans``, given in their order.

        That of the likeliest piece in it; 0 where it lies outside the quote.
        """
        return held_chances(self.pieces, spans)


def held_chances(pieces: Pieces | None, spans: Iterable[Span]) -> list[float]:
    """``Reading.chances`` by the pieces of its quote; all 0 where there are none."""
    if pieces is None:
        return [0.0 for _ in spans]
    # lists: numpy takes longer over the few pieces of a quote
    starts, ends = pieces.starts.tolist(), pieces.ends.tolist()
    chances: list[float] = pieces.chances.tolist()
    found = []
    for begin, end in spans:
        first, behind = bisect_right(ends, begin), bisect_left(starts, end)
        found.append(max(chances[first:behind], default=0.0))
    return found


KINDS = ("source", "unattributed", "elsewhere")


def decode(
    window: Window, outputs: Outputs, by_label: FloatArray, floors: Sequence[float]
) -> list[Reading]:
    """Readings of the window's targets whose label probability reaches ``floors[label]``.

    ``by_label`` is (LABELS, len(LINKS) * LINK_SIZE). At most one reading a run of source
    pieces and value, one a slot and label.
    """
    chance = sigmoid(outputs.labels)
    found: list[tuple[int, int, NDArray[np.intp]]] = []
    for label in range(LABELS):
        cells = window.target & (window.slot if label >= len(VALUES) else ~window.slot)
        hit = cells & (chance[:, label] >= floors[label])
        for run in _runs(np.flatnonzero(hit), window.unit):
            found.append((int(run[int(np.argmax(chance[run, label]))]), label, run))
    hooks = [(at, label) for at, label, _ in found]
    links = ask_links(outputs, by_label, hooks)
    near = _Near(window)
    return [
        _read(window, outputs, chance, near, at, run, label, asked)
        for (at, label, run), asked in zip(found, links, strict=True)
    ]


def _runs(hits: NDArray[np.intp], unit: NDArray[np.int64]) -> list[NDArray[np.intp]]:
    """Neighbouring hits of one unit together; a gap of one piece does not part them."""
    if hits.size == 0:
        return []
    parts = np.flatnonzero((np.diff(hits) > 2) | (np.diff(unit[hits]) != 0)) + 1
    return list(np.split(hits, parts))


def _read(
    window: Window,
    outputs: Outputs,
    chance: FloatArray,
    near: _Near,
    at: int,
    run: NDArray[np.intp],
    label: int,
    links: dict[str, FloatArray],
) -> Reading:
    kind = KINDS[label // len(VALUES)]
    first, last = _quote(window, links["start"], links["end"], near.pieces(at))
    inside = np.arange(first, last + 1)
    inside = inside[window.starts[inside] >= 0]
    starts, ends = (each[inside].astype(np.int32) for each in (window.starts, window.ends))
    party, certainty = (None, 1.0)
    speaker = None
    if kind != "unattributed":
        party, certainty = _name(window, links["party_start"], links["party_end"])
        speaker, _ = _name(window, links["speaker_start"], links["speaker_end"])
    hook = Hook(at, label, (first, last), links)
    source = None
    if kind == "source":
        source = (int(window.starts[run[0]]), int(window.ends[run[-1]]))
    return Reading(
        value=VALUES[label % len(VALUES)], kind=kind, sentence=int(window.sentence[at]),
        unit=int(window.unit[at]), probability=float(chance[at, label]),
        more=float(chance[at, LABELS + label]), anonymous=float(chance[at, ANONYMOUS]),
        central=float(chance[at, CENTRAL]),
        quote=(int(window.starts[first]), int(window.ends[last])), source=source,
        party=party, party_probability=certainty, speaker=speaker,
        pieces=Pieces(starts, ends, sigmoid(links["content"][inside])),
        hook=hook, vector=stance_vector(outputs.hidden, hook),
    )  # fmt: skip


def ask_links(
    outputs: Outputs, by_label: FloatArray, hooks: Sequence[tuple[int, int]]
) -> list[dict[str, FloatArray]]:
    """The logits (L,) of each link of the stances at ``hooks``, each a piece and its label."""
    if not hooks:
        return []
    at, label = np.array(hooks).T
    asks = (outputs.asks[at] + by_label[label]).reshape(-1, len(LINKS), LINK_SIZE)
    answers = outputs.answers.reshape(-1, len(LINKS), LINK_SIZE)
    scores = asks.transpose(1, 0, 2) @ answers.transpose(1, 2, 0) / LINK_SIZE**0.5
    return [dict(zip(LINKS, scores[:, n], strict=True)) for n in range(len(hooks))]


class _Near:
    """The pieces of a window's sentences and of their neighbours."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._found: dict[int, tuple[NDArray[np.intp], NDArray[np.intp]]] = {}

    def pieces(self, at: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Those of the sentence that piece ``at`` is of, with those beside it, and its own."""
        sentence = int(self._window.sentence[at])
        if sentence not in self._found:
            away = np.abs(self._window.sentence - sentence)
            near = np.flatnonzero((self._window.starts >= 0) & (away <= 1))
            self._found[sentence] = near, near[away[near] == 0]
        return self._found[sentence]


def _quote(
    window: Window,
    start: FloatArray,
    end: FloatArray,
    pieces: tuple[NDArray[np.intp], NDArray[np.intp]],
) -> tuple[int, int]:
    """The best pair of ends within the hook's sentence and its neighbours, one or two long."""
    near, own = pieces
    first = int(near[int(np.argmax(start[near]))])
    last = int(near[int(np.argmax(end[near]))])
    if last < first or window.sentence[last] - window.sentence[first] > 1:
        first = int(own[int(np.argmax(start[own]))])
        later = own[own >= first]
        last = int(later[int(np.argmax(end[later]))])
    return first, last


def _name(window: Window, start: FloatArray, end: FloatArray) -> tuple[Span | None, float]:
    """The name pointed at, with its probability; None when ``[CLS]`` wins."""
    first = int(np.argmax(start))
    certainty = 1.0 / float(np.exp(start - start[first]).sum())
    if window.starts[first] < 0:
        return None, certainty
    later = np.arange(first, min(first + LONGEST_NAME, len(start)))
    later = later[(window.sentence[later] == window.sentence[first]) & (window.starts[later] >= 0)]
    last = int(later[int(np.argmax(end[later]))])
    return (int(window.starts[first]), int(window.ends[last])), certainty
