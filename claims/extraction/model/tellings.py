"""How a claim is told: the best of what rules, reader and writer offer for its positions.

Several positions share a claim, and each may offer two sentences: the words of its own quote,
and what the writer copied together. A fitted score guesses how well each agrees with what an
annotator would write: how sure the writer was, how the sentence stands on its own, and how
much of it the other sentences say, too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claims.extraction.joining import is_negative
from claims.extraction.model.backdrop import Key
from claims.extraction.model.decode import Reading
from claims.extraction.model.ties import Linked
from claims.extraction.position import Position
from claims.extraction.quality import sentence_quality
from claims.extraction.sentence import finish

TELL_FEATURES = (
    "always", "told", "likely", "likely_alone", "quality", "quality_told", "agreement",
    "agreement_told", "with_claims", "with_told", "contested", "contested_told", "points",
    "length", "long", "short", "confidence", "depth", "several_told", "twin",
    "quoted", "quoted_contested", "unquoted_told", "names", "described",
)  # fmt: skip
"""The order of the weights in ``wording.json``."""
LEAST_QUOTED = 0.5
"""An allegation's sentence of which less stands in its quote tells something else."""
MOST_MEMBERS = 24
"""Positions of one claim whose sentences are compared; those further on say nothing new."""
_NAME = re.compile(r"\b[A-Z][\w.’'-]*")
_DESCRIBED = re.compile(
    r"(?:The|A|An|This|That|These|Those|His|Her|Its|Their) (?:[A-Z]\w*an )?[a-z]"
)
"""A subject that is described, not named: "the network", "the Korean leader"."""


@cache
def shipped_weights() -> tuple[float, ...]:
    """The weights of the package. KeyError naming a feature that the file lacks."""
    text = files("claims.extraction.model").joinpath("weights", "wording.json").read_text("utf-8")
    card = json.loads(text)["tell"]
    return tuple(card[name] for name in TELL_FEATURES)


@dataclass(frozen=True)
class Telling:
    """One sentence that a claim may be told by, offered for position ``member``."""

    member: int
    text: str
    words: Key
    by_writer: bool


def tell(reading: Reading, position: Position) -> str:
    """The writer's sentence for a position, "" where it says the opposite of its words."""
    if not reading.told or position.key:
        return ""
    text = finish(reading.told)
    if not text:
        return ""
    said = bool(position.claim) and not position.points and is_negative(position.claim)
    return text if is_negative(text) == said else ""


def list_tellings(linked: Sequence[Linked], members: Sequence[int]) -> list[Telling]:
    """Every sentence that the first ``MOST_MEMBERS`` of ``members`` offer."""
    found = []
    for member in members[:MOST_MEMBERS]:
        each = linked[member]
        if each.position.claim and not each.position.points and each.wording:
            found.append(Telling(member, each.position.claim, each.wording, by_writer=False))
        if each.told:
            found.append(Telling(member, each.told, each.told_words, by_writer=True))
    return found


def choose_telling(
    linked: Sequence[Linked], members: Sequence[int], weights: Sequence[float] | None = None
) -> str:
    """The sentence that a claim is told by; the first position's own where none is offered."""
    offers = list_tellings(linked, members)
    if not offers:
        return linked[members[0]].position.claim
    weights = shipped_weights() if weights is None else weights
    rows = describe_tellings(linked, offers)
    scores = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in rows]
    return offers[max(range(len(offers)), key=lambda n: (scores[n], -n))].text


def describe_tellings(linked: Sequence[Linked], offers: Sequence[Telling]) -> list[list[float]]:
    """A row of features in the order of ``TELL_FEATURES`` for each of ``offers``."""
    several = float(len({offer.member for offer in offers}) > 1)
    return [_describe(linked, offers, offer, several) for offer in offers]


def _describe(
    linked: Sequence[Linked], offers: Sequence[Telling], offer: Telling, several: float
) -> list[float]:
    each = linked[offer.member]
    told = float(offer.by_writer)
    likely = each.likely * told
    quality = sentence_quality(offer.text)
    claims = _agreement(offer, [o for o in offers if not o.by_writer])
    tellings = _agreement(offer, [o for o in offers if o.by_writer])
    both = _agreement(offer, offers)
    twins = [o for o in offers if o.member == offer.member and o is not offer]
    length = min(len(offer.words), 25) / 10.0
    contested = float(each.is_contested)
    quoted = len(offer.words & each.quote) / max(1, len(offer.words))
    return [
        1.0, told, likely, likely * (1.0 - several), quality, quality * told, both, both * told,
        claims, tellings, contested, contested * told, float(each.position.points), length,
        max(0.0, length - 1.2) ** 2, max(0.0, 0.5 - length), each.position.confidence,
        min(each.position.sentence, 20) / 20.0, several * told,
        _alike(offer.words, twins[0].words) if twins else 0.0,
        quoted, quoted * contested, told * (1.0 - contested) * (quoted < LEAST_QUOTED),
        min(len(_NAME.findall(offer.text)), 5) / 5.0, float(bool(_DESCRIBED.match(offer.text))),
    ]  # fmt: skip


def _agreement(offer: Telling, others: Sequence[Telling]) -> float:
    """How much of the other positions' sentences it says, too: mean F1 of words, 0 to 1."""
    found = [_alike(offer.words, o.words) for o in others if o.member != offer.member]
    return sum(found) / len(found) if found else 0.0


def _alike(a: Key, b: Key) -> float:
    return 2 * len(a & b) / max(1, len(a) + len(b))
