"""Passages of a document that bear on a claim, and how they may bear on it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.model import Confidence, Relation, Value
from claims.words import (
    concept_of,
    content_stems,
    read_quantities,
    split_sentences,
    stem,
    tokenise,
)
from claims.words.lexicon import NEGATORS
from claims.words.stems import carries_content

K1 = 1.2
"""BM25's term saturation (Robertson and Zaragoza 2009)."""
B = 0.75
"""BM25's length normalisation."""
MIN_COVERAGE = 0.75
"""Share of the claim's concepts that one sentence must hold to be more than context."""
MIN_SHARED = 3
"""Concepts it must share at least."""
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_DENIAL = re.compile(
    r"\b(?:false|untrue|hoax|fake|fabricated|debunk\w*|baseless|unfounded"
    r"|no evidence|not true|incorrect|refut\w*|disprov\w*|myth|bogus|wrong)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:said|says|say|told|tells|stated|announced|according to|claim(?:s|ed|ing)?"
    r"|alleg(?:es?|ed|edly|ing|ations?)|accus(?:es?|ed|ing|ations?)|charg(?:es?|ed|ing) that"
    r"|reports? (?:that|of)|reported(?:ly)?|rumou?r(?:s|ed)?|insist(?:s|ed)?|assert(?:s|ed|ions?)?"
    r"|maintain(?:s|ed)? that|argu(?:es?|ed)|warn(?:s|ed|ings?)?|believ(?:es?|ed)|thinks?|thought"
    r"|suspected|suggest(?:s|ed|ions?)?|fear(?:s|ed)? that"
    r"|den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|doubt(?:s|ed|ing|ful)?"
    r"|confirm(?:s|ed|ing)?|admit(?:s|ted|ting)?|conced(?:es?|ed)|acknowledg(?:es?|ed|ing)"
    r"|retract(?:s|ed|ing)?|recant(?:s|ed)?"
    r"|may have|might have|could have|likely|possibly|if|whether)\b",
    re.IGNORECASE,
)
"""Words by which a sentence passes on somebody's word, or a possibility."""
_QUESTION = re.compile(r"\?[\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A window of sentences at exact offsets: ``text`` is ``document[start:end]``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ScoredPassage:
    """A passage with its score for a claim."""

    passage: Passage
    score: float
    """BM25, unbounded, higher is nearer; comparable within one collection only."""
    shared: tuple[str, ...]
    """Stems of the claim found in it, rarest first."""
    coverage: float
    """Share of the claim's different stems found in it, 0..1; comparable anywhere."""


class Proposal(Value):
    """How a passage may bear on a claim, for a person to judge."""

    relation: Relation
    confidence: Confidence
    reasons: tuple[str, ...]


def split_passages(text: str, window: int = 2) -> list[Passage]:
    """Split into windows of ``window`` sentences, each a sentence further than the last.

    No window reaches over a blank line: a headline or a date above the text is none of
    it. ValueError for a window under 1. A paragraph of fewer sentences is one passage.
    """
    if window < 1:
        raise ValueError(f"a passage has at least one sentence, not {window}")
    found = []
    for spans in _split_paragraphs(text):
        for i in range(max(len(spans) - window, 0) + 1):
            start, end = spans[i][0], spans[min(i + window, len(spans)) - 1][1]
            found.append(Passage(start, end, text[start:end]))
    return found


def _split_paragraphs(text: str) -> list[list[tuple[int, int]]]:
    """The sentences of each paragraph, at offsets of the whole text."""
    paragraphs: list[list[tuple[int, int]]] = []
    end = None
    for start, stop in split_sentences(text):
        if end is None or _PARAGRAPH.search(text, end, start):
            paragraphs.append([])
        paragraphs[-1].append((start, stop))
        end = stop
    return paragraphs


def score_passages(
    claim_text: str,
    passages: Sequence[Passage],
    df: Mapping[str, int] | None = None,
    total: int | None = None,
) -> list[ScoredPassage]:
    """Rank passages for a claim, best first; those that share nothing are left out.

    ``df`` maps a stem (``claims.words.content_stems``) to how many of ``total``
    passages hold it; without them the passages handed in are the collection.
    ValueError when only one of the two is given.
    """
    if (df is None) is not (total is None):
        raise ValueError("give df and total together, or neither")
    query = sorted(set(content_stems(claim_text)))
    bags = [Counter(content_stems(passage.text)) for passage in passages]
    if df is None or total is None:
        df, total = Counter(word for bag in bags for word in bag), len(bags)
    rarity = {word: _idf(df.get(word, 0), total) for word in query}
    mean = sum(bag.total() for bag in bags) / max(1, len(bags))
    scored = [
        _score(passage, bag, rarity, mean) for passage, bag in zip(passages, bags, strict=True)
    ]
    found = [each for each in scored if each.shared]
    return sorted(found, key=lambda each: (-each.score, each.passage.start))


def _score(
    passage: Passage, bag: Counter[str], rarity: Mapping[str, float], mean: float
) -> ScoredPassage:
    shared = sorted((word for word in rarity if word in bag), key=lambda word: -rarity[word])
    norm = K1 * (1 - B + B * bag.total() / mean) if mean else K1
    score = sum(rarity[word] * bag[word] * (K1 + 1) / (bag[word] + norm) for word in shared)
    return ScoredPassage(passage, score, tuple(shared), len(shared) / len(rarity) if rarity else 0)


def _idf(holding: int, total: int) -> float:
    return math.log(1 + (total - holding + 0.5) / (holding + 0.5))


def propose_relation(claim_text: str, passage_text: str) -> Proposal:
    """Propose supports, undermines or (by default) context, from words alone.

    Cautious: a passage that passes on somebody's word is a stance, not evidence,
    and stays context, as does one that asks, that holds too little of the claim, another
    figure, or its names the other way round. The confidence never exceeds 0.6: a person
    decides.
    """
    claim = _read_statement(claim_text)
    best = max(
        (_read_statement(passage_text[start:end]) for start, end in split_sentences(passage_text)),
        key=lambda sentence: _coverage(claim, sentence),
        default=None,
    )
    coverage = _coverage(claim, best) if best else 0.0
    if best is None or coverage < MIN_COVERAGE or len(claim.poles.keys() & best.poles) < MIN_SHARED:
        reason = f"no sentence holds enough of the claim ({coverage:.0%} of its words)"
        return Proposal(relation=Relation.CONTEXT, confidence=0.3, reasons=(reason,))
    doubt = _find_doubt(claim, best)
    if doubt is not None:
        return doubt
    turned = claim.turned ^ best.turned ^ _poles_differ(claim, best)
    relation = Relation.UNDERMINES if turned else Relation.SUPPORTS
    what = "states the opposite" if turned else "states it"
    return Proposal(
        relation=relation,
        confidence=round(0.6 * coverage, 2),
        reasons=(f"one sentence {what} in {coverage:.0%} of the claim's words",),
    )


def _find_doubt(claim: _Statement, best: _Statement) -> Proposal | None:
    """Why a sentence that holds the claim's words is context all the same; None if it is not."""
    names = [name for name in claim.names if name in best.names]
    for holds, confidence, reason in (
        (
            claim.figures and best.figures and claim.figures != best.figures,
            0.3,
            "it speaks of other figures",
        ),
        (
            best.reported - claim.reported,
            0.4,
            "it passes on somebody's word, which is a stance and no evidence",
        ),
        (best.asks, 0.3, "it asks, and states nothing"),
        (
            names != [name for name in best.names if name in names],
            0.3,
            "it has the claim's names in another order: who did it to whom may differ",
        ),
    ):
        if holds:
            return Proposal(relation=Relation.CONTEXT, confidence=confidence, reasons=(reason,))
    return None


@dataclass(frozen=True, slots=True)
class _Statement:
    poles: Mapping[str, int]
    """Concepts with their poles, 0 for those without an opposite."""
    figures: frozenset[float]
    turned: bool
    reported: frozenset[str]
    """Stems of the words by which it passes on somebody's word."""
    asks: bool
    names: tuple[str, ...]
    """Concepts written with a capital, in order."""


def _read_statement(text: str) -> _Statement:
    tokens = tokenise(text)
    told = [token for token in tokens if carries_content(token)]
    concepts = [concept_of(stem(token.lower)) for token in told]
    names = [each.name for token, each in zip(told, concepts, strict=True) if token.capital]
    turns = sum(token.lower in NEGATORS for token in tokens) + bool(_DENIAL.search(text))
    return _Statement(
        poles={concept.name: concept.pole for concept in reversed(concepts)},
        figures=frozenset(quantity.value for quantity in read_quantities(tokens)),
        turned=turns % 2 == 1,
        reported=frozenset(stem(word.lower()) for word in _REPORTED.findall(text)),
        asks=bool(_QUESTION.search(text)),
        names=tuple(dict.fromkeys(names)),
    )


def _coverage(claim: _Statement, sentence: _Statement) -> float:
    return len(claim.poles.keys() & sentence.poles.keys()) / max(1, len(claim.poles))


def _poles_differ(claim: _Statement, sentence: _Statement) -> bool:
    shared = claim.poles.keys() & sentence.poles.keys()
    return sum(claim.poles[name] * sentence.poles[name] < 0 for name in shared) % 2 == 1
