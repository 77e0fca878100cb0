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
from claims.extraction.model.network.decode import Pieces, Reading, Span, held_chances
from claims.extraction.model.telling.charges import with_charge
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
    NO_DEEDS,
    Deeds,
    find_deeds,
    full_names,
    mend,
)
from claims.extraction.model.telling.mere_phrases import point_back
from claims.extraction.model.telling.subjects import puts_another
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.model.weighing.hearers import tells_of_hearer
from claims.extraction.model.weighing.keeping import FUNCTION_WORDS, KEEP_FEATURES, keep_chances
from claims.extraction.model.weighing.wording import word_reading
from claims.extraction.position import NOBODY, RELATIVE, Position, same_voice, tells_of_what
from claims.extraction.positions.judge import judge, names_false_report
from claims.extraction.text.broken import is_broken_off, is_object_of, is_only_apposed
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import has_subject
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.voice import Voice
from claims.extraction.wording.affirm import without_any, without_clause_too
from claims.extraction.wording.joining import claim_key, document_words, is_negative, name_key
from claims.extraction.wording.rumours import hears_of_it, without_predicate
from claims.extraction.wording.sentence import finish, names_report
from claims.extraction.wording.something_meant import thing_at
from claims.extraction.wording.stating import ACCUSED_BESIDE
from claims.extraction.wording.targets import runs_on, tells_no_comment
from claims.model import AFFIRMING, Stance

CHOICE_FEATURES = (
    "always", "expected", "coverage", "density", "strong", "length", "long", "short", "from_rule",
    "from_reader", "finite", "participle", "bad_start", "adverbial_start", "pronoun_start",
    "small_start", "first_person", "subjects", "told", "open_end", *CUTS, "names", "commas",
    "dropped", "expected_direct", "length_direct", "expected_hedged", "length_hedged",
)  # fmt: skip
"""The order of the weights in ``wording.json``."""
_BESIDE = 200
"""Characters before and behind a quote that what is told of it is held against."""
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
        found = _mended(done, _retold(done, candidate, words, weights), names, deeds)
        found = with_charge(done, point_back(done.page.text, found))
        told.append(found if alleged else _put_forward(done, found, stories))
        alleged = alleged or told[-1].position.stance is Stance.ALLEGES
    return drop_repetitions(told)


def _put_forward(done: Attributed, candidate: Candidate, stories: frozenset[str]) -> Candidate:
    """As an allegation, who calls something false before anything is told: "the photographs are
    fake" denies nothing then, unless the ``stories`` that are told later share a word with it."""
    position, reading = candidate.position, candidate.reading
    if reading is None or not (position.points and position.stance is Stance.DENIES):
        return candidate
    if tells_of_what(position):
        return candidate
    verdict = judge(reading.told)
    denies = verdict is not None and verdict.stance is Stance.DENIES
    if not denies or names_false_report(reading.told) or not has_subject(reading.told):
        return candidate
    claim = finish(_without_teller(done, position, reading.told))
    if not has_subject(claim) or names_report(claim) or not stories.isdisjoint(claim_key(claim)):
        return candidate
    told = replace(position, stance=Stance.ALLEGES, claim=claim, points=False)
    return replace(candidate, position=told)


def _without_teller(done: Attributed, position: Position, told: str) -> str:
    """What is told without who says so, "it" by the thing with which the sentence before opens:
    "The bank said it was fake", of a video. No sentence of "The bank denied the claim"."""
    words = told.split(" ")
    verb = next((n for n, word in enumerate(words[:_TELLER]) if n and is_telling(word)), 0)
    if not verb or not is_report(told):
        return told
    rest = words[verb + 1 + (words[verb + 1 : verb + 2] == ["that"]) :]
    if rest[:1] == ["it"] and position.sentence:
        before = done.page.sentences[position.sentence - 1].tokens
        rest[0] = thing_at(before, 0) or "it"
    return " ".join(rest)


_TELLER = 8
"""Words in which stands who tells something, and that they do."""


def _with_what_shows(done: Attributed, told: str) -> str:
    """What is called false, with what shows it: "a clip that shows a shark is fake" does not tell
    that the shark is."""
    verdict = judge(told)
    if verdict is None or verdict.stance is not Stance.DENIES:
        return told
    text, bare = done.page.text, _ARTICLE.sub("", told.rstrip(" ."))
    at = text.find(bare)
    index = done.page.sentence_at(at)
    if index is None or not _SHOWS.search(text, done.page.sentences[index].start, at):
        return told
    return text[done.page.sentences[index].start : at + len(bare)]


_ARTICLE = re.compile(r"^(?:an?|the) ", re.I)
_SHOWS = re.compile(
    r"\b(?:show|shows|showing|showed|depicts?|depicting|featuring) (?:an? |the )?$", re.I
)


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


def _mended(
    done: Attributed, candidate: Candidate, names: Mapping[str, str], deeds: Deeds
) -> Candidate:
    reading = candidate.reading
    if reading is None or not reading.told:
        return candidate
    position = candidate.position
    start, end = reading.quote
    beside = done.page.text[max(0, start - _BESIDE) : end + _BESIDE]
    first = done.page.sentences[reading.sentence].start
    quote = done.page.text[start:end]
    only_accused = _tells_of_accused(position, quote)
    deeds = NO_DEEDS if only_accused else deeds

    def mended(told: str) -> str:
        if only_accused and ACCUSES_OF.search(told):
            return ""
        if tells_of_hearer(done, position.sentence, told, position.claim):
            return ""
        if puts_another(done, told, position) or _tells_besides(position, told, quote):
            return ""
        if _tells_of_teller(told, position.voice):
            return ""
        if " contradicting " in told:
            own = position.stance is Stance.ALLEGES and position.voice.party != NOBODY.party
            told = told.partition(" contradicting ")[0].rstrip(",") if own else ""
        told = mend(told, names, beside, deeds)
        if position.stance is Stance.DENIES:
            told = without_any(without_clause_too(told, beside))
        told = _with_what_shows(done, told)
        return without_predicate(told, done.page.text, min(first, start), end)

    told, others = mended(reading.told), tuple(map(mended, reading.told_else))
    if (told, others) == (reading.told, reading.told_else):
        return candidate
    return replace(candidate, reading=replace(reading, told=told, told_else=others))


def _tells_of_teller(told: str, voice: Voice) -> bool:
    """Whether it says of who speaks what they say of what was told ("Ada Orr is a lie"), sets an
    article before their name, or is no more than that they do not comment."""
    bare = told.rstrip(".")
    if tells_no_comment(bare) or _RATES.search(bare):
        return True
    called = any(_CALLED.match(bare, len(name)) for name in voice.names if bare.startswith(name))
    person = voice.speaker is not None and voice.speaker[:1].isupper() and " " in voice.speaker
    return called or (person and bare.lower().startswith(f"the {voice.speaker} ".lower()))


_RATES = re.compile(
    r"\b(?:rated|rates|called|calls|labell?ed|branded|dismissed|drawn on) (?:[\w'’-]+ ){0,3}?"
    r"(?:claims?|reports?|rumou?rs?|allegations?|accusations?|stor(?:y|ies))\b"
)
"""What somebody says of what was told: no words of what that was."""
_CALLED = re.compile(
    r" (?:(?!said|says|told)[a-z]+ ){0,2}(?:is|was) (?:\w+ly )?(?:an? )?(?:complete |total |pure )?"
    r"(?:lies?|true|false|fake|nonsense|rubbish|hoax|untrue|rumou?r|joke|fake news)\b"
)


def _tells_besides(position: Position, told: str, quote: str) -> bool:
    """Whether what is told stands behind the "and that" of who takes no position on what stands
    before it: "was not aware of any leak and that its systems were safe"."""
    if position.stance is not Stance.NEITHER or not position.points:
        return False
    before, _, behind = quote.partition(" and that ")
    own = claim_key(told) - claim_key(" ".join(position.voice.names))
    return bool(own) and own <= claim_key(behind) - claim_key(before)


def _tells_of_accused(position: Position, quote: str) -> bool:
    """Whether somebody tells something else of who "is accused of killing him": that he did, is
    not theirs to confirm there."""
    told = position.stance in AFFIRMING and not position.points
    return told and ACCUSED_BESIDE.search(quote) is not None


def _retold(
    done: Attributed, candidate: Candidate, words: Counter[str], weights: WordingWeights
) -> Candidate:
    position = candidate.position
    if position.points or position.key or not position.claim or RELATIVE in position.features:
        return candidate
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
    if position.claim.startswith("Neither ") and not claim.startswith("Neither "):
        return candidate  # "Orr nor Lund was there"
    return replace(candidate, position=replace(position, claim=claim))


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
            and (not reports(worded.claim) or reports(position.claim))
            and not leaves_report(position, worded.claim)
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
