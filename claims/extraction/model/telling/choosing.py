"""Which wording of one finding is told best: shorter ones are tried, a fitted score decides.

The score is a linear guess of how well a wording agrees with what an annotator would write
(token F1 within one finding's wordings), fitted on annotated articles. The best first wording
is shortened again until nothing gains. What is denied or affirmed never changes: a wording
that gains or loses a negation is not taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.cues.find import is_report
from claims.extraction.cues.naming import NAMING
from claims.extraction.model.network.decode import Pieces, Reading, Span, held_chances
from claims.extraction.model.telling.charges import with_charge
from claims.extraction.model.telling.cut_out import is_cut_out
from claims.extraction.model.telling.drafts import (
    CUTS,
    Draft,
    Offer,
    has_verb,
    make_draft,
    shorten,
    tokens_of,
)
from claims.extraction.model.telling.fitted import fitted
from claims.extraction.model.telling.mending import (
    ACCUSES_OF,
    find_deeds,
    full_names,
)
from claims.extraction.model.telling.mending_told import mend_told
from claims.extraction.model.telling.mere_phrases import point_back
from claims.extraction.model.telling.putting_forward import put_forward
from claims.extraction.model.telling.topics import with_topic
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.model.weighing.keeping import FUNCTION_WORDS, KEEP_FEATURES, keep_chances
from claims.extraction.model.weighing.wording import word_reading
from claims.extraction.position import ADMITTED, OWN_VERDICT, RELATIVE, Position, same_voice
from claims.extraction.text.broken import (
    is_broken_off,
    is_fragment,
    is_half_of,
    is_object_of,
    is_only_apposed,
    is_unclosed,
)
from claims.extraction.text.lexicon import word_set
from claims.extraction.voice import Voice
from claims.extraction.wording.joining import claim_key, document_words, is_negative, name_key
from claims.extraction.wording.rumours import hears_of_it, without_predicate
from claims.extraction.wording.targets import runs_on
from claims.model import Stance

CHOICE_FEATURES = (
    "always", "expected", "coverage", "density", "strong", "length", "long", "short", "from_rule",
    "from_reader", "finite", "participle", "bad_start", "adverbial_start", "pronoun_start",
    "small_start", "first_person", "subjects", "told", "open_end", *CUTS, "names", "commas",
    "dropped", "expected_direct", "length_direct", "expected_hedged", "length_hedged",
)  # fmt: skip
"""The order of the weights in ``wording.json``."""
ROUNDS = 4
"""Parts that are left out of one wording at most."""
BROKEN, WEAK = 0.15, 0.08
"""What a start or a verb that makes no sentence costs, over what the fit says of its words: the
measure counts words, a reader wants a sentence."""
_WORD = re.compile(r"\w+(?:[-‐‑&]\w+)*(?:['’](?!s\b)\w+)*")


@dataclass(frozen=True)
class WordingWeights:
    """The fitted weights, in the order of ``KEEP_FEATURES`` and ``CHOICE_FEATURES``."""

    keep: tuple[float, ...]
    choice: tuple[float, ...]


def shipped_weights() -> WordingWeights:
    """The weights of the package. KeyError naming a feature that the file lacks."""
    return WordingWeights(fitted("keep", KEEP_FEATURES), fitted("choice", CHOICE_FEATURES))


def retell(
    done: Attributed, candidates: Sequence[Candidate], weights: WordingWeights | None = None
) -> list[Candidate]:
    """The candidates, each with the best wording of its claim and what the writer told mended.

    One that repeats a likelier one falls out (``drop_repetitions``).
    """
    weights = weights or shipped_weights()
    words = document_words(done.page.text)
    names, deeds = full_names(done.register), find_deeds(done.page.text)
    told: list[Candidate] = []
    alleged = False
    stories = frozenset().union(
        *(claim_key(c.position.claim) for c in candidates if c.position.stance is Stance.ALLEGES)
    )
    for candidate in candidates:
        found = mend_told(done, _retold(done, candidate, words, weights), names, deeds)
        found = with_topic(done, with_charge(done, point_back(done.page.text, found)))
        told.append(found if alleged else put_forward(done, found, stories))
        alleged = alleged or told[-1].position.stance is Stance.ALLEGES
    return drop_repetitions(told)


def drop_repetitions(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those that repeat a likelier one.

    That is of the same party and stance at the same words, and tells hardly less or more: "a
    barn fell" beside "a mill burned and a barn fell".
    """
    kept: dict[tuple[int, int, Stance], list[tuple[Voice, frozenset[str]]]] = {}
    chosen = []
    for at in sorted(range(len(candidates)), key=lambda n: -candidates[n].probability):
        position = candidates[at].position
        key = claim_key(position.key or position.claim)
        beside = kept.setdefault((position.start, position.end, position.stance), [])
        if not any(
            _tells_hardly_more(key, other) and same_voice(position.voice, v) for v, other in beside
        ):
            beside.append((position.voice, key))
            chosen.append(at)
    return [candidates[at] for at in sorted(chosen)]


def _tells_hardly_more(one: frozenset[str], two: frozenset[str]) -> bool:
    return 4 * len(one & two) >= 3 * min(len(one), len(two))


def _retold(
    done: Attributed, candidate: Candidate, words: Counter[str], weights: WordingWeights
) -> Candidate:
    position = candidate.position
    if position.points or position.key or not position.claim:
        return candidate
    if not {RELATIVE, NAMING, OWN_VERDICT}.isdisjoint(position.features):
        return candidate
    if ADMITTED in position.features and position.claim.startswith(("There was ", "There were ")):
        return candidate  # "admitted mistakes"
    drafts = draft_wordings(done, candidate, words, weights.keep)
    if not drafts:
        return candidate
    claim = best_offer(drafts, position.mode.value, weights.choice).words()
    if not claim or claim == position.claim or is_negative(claim) != is_negative(position.claim):
        return candidate
    if hears_of_it(position.claim) and not hears_of_it(claim):
        return candidate
    if leaves_report(position, claim) or is_only_apposed(claim):
        return candidate
    if _RELATIVE_HEDGE.search(claim) is not None and ", which " not in position.claim:
        return candidate  # "the video, which purportedly shows it, was staged"
    if position.claim.startswith("Neither ") and not claim.startswith("Neither "):
        return candidate  # "Orr nor Lund was there"
    return replace(candidate, position=replace(position, claim=claim))


_RELATIVE_HEDGE = re.compile(r", which (?:\w+ )?(?:purport|alleg|reported|suppos|apparent)\w*\b")


def first_wordings(done: Attributed, candidate: Candidate) -> list[tuple[str, str]]:
    """(wording, ``rule`` or ``reader``) as each side would tell the claim."""
    position, reading = candidate.position, candidate.reading
    found = [(position.claim, "rule" if candidate.from_rule else "reader")]
    if candidate.from_rule and reading is not None:
        worded = word_reading(done, reading, position.voice)
        if (
            worded is not None
            and _tells_the_same(worded.claim, position.claim)
            and not (runs_on(worded.claim, position.claim) or is_broken_off(worded.claim))
            and not is_object_of(worded.claim, position.claim)
            and not is_half_of(worded.claim, position.claim)
            and not is_cut_out(worded.claim.rstrip("."), position.claim)
            and (not is_fragment(worded.claim) or is_fragment(position.claim))
            and (not reports(worded.claim) or reports(position.claim))
            and not (leaves_report(position, worded.claim) or is_unclosed(worded.claim))
        ):
            found.append((worded.claim, "reader"))
    return found


def reports(claim: str) -> bool:
    """Whether a sentence tells who says it, or that somebody is accused of it."""
    return is_report(claim) or ACCUSES_OF.search(claim) is not None


def leaves_report(position: Position, told: str) -> bool:
    """Whether somebody denies having said or charged something, and it is told without that: who
    "denied having accused Orr of theft" does not deny that Orr stole."""
    if position.stance is not Stance.DENIES or position.points:
        return False
    said = reports(position.claim) or _SAYING.search(position.claim) is not None
    return said and not (reports(told) or _SAYING.search(told))


_SAYING = re.compile(
    r"\b(?:lying|lied|(?:claim|tell|say|alleg|suggest|insist|report)ing (?:\w+ ){0,3}?that|"
    r"misl(?:ed|ead)|told (?:\w+ ){1,3}that)\b"
)


def _tells_the_same(other: str, claim: str) -> bool:
    """Whether another wording is of the same words, and no neighbour's clause."""
    one, two = claim_key(other), claim_key(claim)
    named = name_key(other) | name_key(claim)
    if two - named and one & two <= named:
        return False  # "Orr had been a fool", "Orr stole the money", "Orr did"
    return other != claim and bool(one) and 2 * len(one & two) > min(len(one), len(two))


def draft_wordings(
    done: Attributed, candidate: Candidate, words: Counter[str], keep: Sequence[float]
) -> list[Draft]:
    """A draft for each first wording that holds a word."""
    chances = word_chances(done.page.text, candidate.reading)
    mode = candidate.position.mode.value
    drafts = []
    position = candidate.position
    start = min(position.start, done.page.sentences[position.sentence].start)
    for wording, source in first_wordings(done, candidate):
        text = without_predicate(wording, done.page.text, start, position.end)
        tokens = tokens_of(text)
        if any(token.is_word for token in tokens):
            likely = keep_chances(tokens, chances, words, mode, keep)
            drafts.append(make_draft(text, source, tokens, likely))
    return drafts


def word_chances(text: str, reading: Reading | None) -> Mapping[str, float]:
    """The reader's probability that the claim holds each word of its quote, lower case."""
    if reading is None:
        return {}
    return _word_chances(text, reading.quote, reading.pieces)


@lru_cache(maxsize=256)  # asked for where a claim is worded and where it is linked
def _word_chances(text: str, quote: Span, pieces: Pieces | None) -> Mapping[str, float]:
    matches = list(_WORD.finditer(text, *quote))
    chances = held_chances(pieces, (match.span() for match in matches))
    found: dict[str, float] = {}
    for match, chance in zip(matches, chances, strict=True):
        word = match[0].lower().replace("’", "'")
        if word not in FUNCTION_WORDS:
            found[word] = max(found.get(word, 0.0), chance)
    return found


def best_offer(drafts: Sequence[Draft], mode: str, weights: Sequence[float]) -> Offer:
    """The best wording that shortening the drafts step by step leads to."""
    whole = max(draft.sums["chance"][-1] for draft in drafts)

    def score(offer: Offer) -> float:
        features = describe_offer(offer, whole, mode)
        return sum(w * x for w, x in zip(weights, features, strict=True)) - _faults(offer)

    best: tuple[float, Offer] | None = None
    for draft in drafts:
        offer = draft.whole
        here = score(offer)
        for _ in range(ROUNDS):
            ranked = [(score(less), less) for less in shorten(offer)]
            then, less = max(ranked, key=lambda pair: pair[0], default=(here, offer))
            if then <= here:
                break
            here, offer = then, less
        if best is None or here > best[0]:
            best = (here, offer)
    if best is None:
        raise ValueError("no draft to choose from")
    return best[1]


def _faults(offer: Offer) -> float:
    starts = _starts(offer)
    broken = starts["bad_start"] + (not has_verb(offer))
    return BROKEN * broken + WEAK * (starts["adverbial_start"] + starts["pronoun_start"])


def _starts(offer: Offer) -> Mapping[str, float]:
    first = offer.first
    lower = first.lower
    bad = lower in word_set("quality_bad_starts") or lower in word_set("cues_auxiliaries")
    unresolved = lower in word_set("quality_subjects") | word_set("quality_demonstratives")
    return {
        "bad_start": float(bad),
        "adverbial_start": float(lower in word_set("quality_adverbial_starts")),
        "pronoun_start": float(unresolved),
        "small_start": float(lower == first.text and offer.kept[0][0] > 0),
    }


def describe_offer(offer: Offer, whole: float, mode: str) -> list[float]:
    """The features in the order of ``CHOICE_FEATURES``.

    ``whole`` is the number of words that the claim is expected to hold.
    """
    mass, count = offer.total("chance"), offer.total("content")
    everything = offer.draft.sums["content"][-1]
    expected = 2 * mass / (count + whole + 1.0)
    length = min(count, 30.0) / 10.0
    direct, hedged = float(mode == "direct"), float(mode == "hedged")
    return [
        1.0, expected, mass / (whole + 0.5), mass / (count + 0.5),
        offer.total("strong") / (count + 0.5), length, max(0.0, length - 1.4) ** 2,
        max(0.0, 0.6 - length), float(offer.draft.source == "rule"),
        float(offer.draft.source == "reader"),
        float(offer.total("finite", behind_first=True) > 0),
        float(offer.total("participle", behind_first=True) > 0), *_starts(offer).values(),
        float(offer.total("first_person") > 0),
        float(offer.total("subject", behind_first=True) > 0), float(offer.total("told") > 0),
        float(offer.last.lower in word_set("quality_open_ends")),
        *(float(sum(cut == kind for cut in offer.cuts)) for kind in CUTS),
        min(3.0, offer.total("name")) / 3.0, min(4.0, offer.total("comma")) / 4.0,
        (everything - count) / (everything + 0.5),
        expected * direct, length * direct, expected * hedged, length * hedged,
    ]  # fmt: skip
