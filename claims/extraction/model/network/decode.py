"""Network outputs to readings: stances with their quote, source, names and words.

Pure numpy over one window at a time; nothing here knows how the outputs were computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

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


class Pieces(NamedTuple):
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
        if self.pieces is None:
            return [0.0 for _ in spans]
        starts, ends, chances = (each.tolist() for each in self.pieces)
        count = len(starts)
        found = []
        at = 0
        for start, end in spans:
            while at < count and ends[at] <= start:
                at += 1
            here, chance = at, 0.0
            while here < count and starts[here] < end:
                chance = max(chance, chances[here])
                here += 1
            found.append(chance)
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
    readings = []
    for label in range(LABELS):
        cells = window.target & (window.slot if label >= len(VALUES) else ~window.slot)
        hit = cells & (chance[:, label] >= floors[label])
        for run in _runs(np.flatnonzero(hit), window.unit):
            at = int(run[int(np.argmax(chance[run, label]))])
            readings.append(_read(window, outputs, by_label, chance, at, run, label))
    return readings


def _runs(hits: NDArray[np.intp], unit: NDArray[np.int64]) -> list[NDArray[np.intp]]:
    """Neighbouring hits of one unit together; a gap of one piece does not part them."""
    if hits.size == 0:
        return []
    parts = np.flatnonzero((np.diff(hits) > 2) | (np.diff(unit[hits]) != 0)) + 1
    return list(np.split(hits, parts))


def _read(
    window: Window,
    outputs: Outputs,
    by_label: FloatArray,
    chance: FloatArray,
    at: int,
    run: NDArray[np.intp],
    label: int,
) -> Reading:
    links = ask_links(outputs, by_label, at, label)
    kind = KINDS[label // len(VALUES)]
    first, last = _quote(window, links["start"], links["end"], at)
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


def ask_links(outputs: Outputs, by_label: FloatArray, at: int, label: int) -> dict[str, FloatArray]:
    """The logits (L,) of each link of a stance at piece ``at`` with that label."""
    ask = (outputs.asks[at] + by_label[label]).reshape(len(LINKS), LINK_SIZE)
    answers = outputs.answers.reshape(-1, len(LINKS), LINK_SIZE)
    scores: FloatArray = np.einsum("kd,lkd->kl", ask, answers) / LINK_SIZE**0.5
    return dict(zip(LINKS, scores, strict=True))


def _quote(window: Window, start: FloatArray, end: FloatArray, at: int) -> tuple[int, int]:
    """The best pair of ends within the hook's sentence and its neighbours, one or two long."""
    sentence = int(window.sentence[at])
    near = np.flatnonzero((window.starts >= 0) & (np.abs(window.sentence - sentence) <= 1))
    own = near[window.sentence[near] == sentence]
    first = int(near[int(np.argmax(start[near]))])
    last = int(near[int(np.argmax(end[near]))])
    if last < first or window.sentence[last] - window.sentence[first] > 1:
        first = int(own[int(np.argmax(start[own]))])
        later = own[own >= first]
        last = int(later[int(np.argmax(end[later]))])
    return first, last


def _name(window: Window, start: FloatArray, end: FloatArray) -> tuple[Span | None, float]:
    """The name pointed at, with its probability; None when ``[CLS]`` wins."""
    weight = np.exp(start - start.max())
    weight /= weight.sum()
    first = int(np.argmax(weight))
    if window.starts[first] < 0:
        return None, float(weight[first])
    later = np.arange(first, min(first + LONGEST_NAME, len(start)))
    later = later[(window.sentence[later] == window.sentence[first]) & (window.starts[later] >= 0)]
    last = int(later[int(np.argmax(end[later]))])
    return (int(window.starts[first]), int(window.ends[last])), float(weight[first])
