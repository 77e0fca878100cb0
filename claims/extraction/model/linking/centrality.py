"""What tells that a position is on the document's central claim.

Most articles about a contested claim turn on one: it is told in the headline and the first
sentences, told again, and denied, doubted or left without comment.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from claims.extraction.model.linking.ties import Ties
from claims.extraction.model.network.shape import VALUES
from claims.extraction.model.weighing.agreeing import gold_value
from claims.extraction.position import NOBODY
from claims.extraction.text.sought import Sought
from claims.extraction.wording.joining import is_negative
from claims.model import Mode

CENTRE_FEATURES = (
    "always", *VALUES[1:], "points", "nobody", "anonymous", "direct", "probability",
    "depth", "first", "early", "place", "alleged_depth", "contested_share", "positions",
    "voice_share", "rules_main", "rules_size", "contested_main",
    "own_words", "on_itself",
    "wording_first", "quote_first", "wording_lead", "quote_lead", "wording_theme", "quote_theme",
    "wording_top", "quote_top", "before_lead", "before_top", "new_wording", "new_quote",
    "alleged_lead", "wording_length", "quote_length", "common", "negative", "report", "comment",
    "confirm", "number", "future", "alleged_report", "alleged_nobody",
    "wordings_mean", "wordings_most", "quotes_mean", "quotes_most", "contested_mean",
    "contested_most", "alleged_mean", "alleged_most",
)  # fmt: skip
"""The order of ``centre_weights`` in ``model.json``."""
_REPORT = Sought(
    r"\b(?:report|rumou?r|claim|stor(?:y|ies)|allegation|accusation|hoax|speculation|news|"
    r"assertion|account|suggestion)",
    re.I,
)
_NUMBER = re.compile(r"\d[\d,.]*")
_FUTURE = re.compile(r"\b(?:will|would|plans?|expects?|going to)\b")


def describe(ties: Ties, i: int) -> list[float]:
    """The features of position ``i``, in the order of ``CENTRE_FEATURES``."""
    return [*_stand(ties, i), *_content(ties, i), *_company(ties, i)]


def _stand(ties: Ties, i: int) -> list[float]:
    """Who takes which stance, and where in the document."""
    each = ties.linked[i]
    p, value = each.position, gold_value(each.position.stance)
    depth = math.log1p(p.sentence) / 4.0
    main = float(each.rules_claim == ties.rules_main)
    return [
        1.0,
        *(float(value == known) for known in VALUES[1:]),
        float(p.points),
        float(p.voice.party == NOBODY.party),
        float(p.voice.anonymous),
        float(p.mode is Mode.DIRECT),
        p.confidence,
        depth,
        float(p.sentence == 0),
        float(p.sentence <= 2),
        p.sentence / max(1, len(ties.backdrop.sentences)),
        depth * (not each.is_contested),
        ties.contested_share,
        min(len(ties.linked), 30) / 30.0,
        min(ties.voices[p.voice.party], 6) / 6.0,
        main,
        min(ties.rules_claims[each.rules_claim], 6) / 6.0,
        main * each.is_contested,
        float(each.is_contested and each.has_own_words),
        float(each.is_on_itself),
    ]


def _content(ties: Ties, i: int) -> list[float]:
    """How its words stand to the document's opening and to what runs through it."""
    each, back = ties.linked[i], ties.backdrop
    p, wording, quote = each.position, each.wording, each.quote
    sentences = back.sentences
    before = sentences[p.sentence - 1] if 0 < p.sentence <= len(sentences) else back.first
    lead = back.overlap(wording, back.lead)
    alleged = float(not each.is_contested)
    report = float(bool(_REPORT.search(each.words)))
    common = sum(math.log1p(back.frequency.get(word, 0)) for word in wording)
    return [
        back.overlap(wording, back.first),
        back.overlap(quote, back.first),
        lead,
        back.overlap(quote, back.lead),
        back.likeness(wording, back.lead),
        back.likeness(quote, back.lead),
        back.likeness(wording, back.top),
        back.likeness(quote, back.top),
        back.likeness(before, back.lead),
        back.likeness(before, back.top),
        back.novelty(wording, back.lead),
        back.novelty(quote, back.lead),
        lead * alleged,
        min(len(wording), 20) / 20.0,
        min(len(quote), 30) / 30.0,
        common / max(1, len(wording)),
        float(is_negative(p.claim)),
        report,
        float("comment" in each.words),
        float("confirm" in each.words.lower()),
        float(bool(_NUMBER.search(each.words))),
        float(bool(_FUTURE.search(p.claim))),
        alleged * report,
        alleged * (p.voice.party == NOBODY.party),
    ]


def _company(ties: Ties, i: int) -> list[float]:
    """How like it the other positions are."""
    others = [j for j in ties.around(i) if j != i]
    near = [ties.compare(i, j) for j in others]
    pairs = list(zip(others, near, strict=True))
    return [
        *_mean_and_most([found[0] for found in near]),
        *_mean_and_most([found[1] for found in near]),
        *_mean_and_most([found[1] for j, found in pairs if ties.linked[j].is_contested]),
        *_mean_and_most([found[2] for j, found in pairs if not ties.linked[j].is_contested]),
    ]


def _mean_and_most(values: Sequence[float]) -> tuple[float, float]:
    return (sum(values) / len(values), max(values)) if values else (0.0, 0.0)
