"""A reading that the rules did not find, as a position with a worded claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.weighing.calling import state_called
from claims.extraction.model.weighing.elsewhere import (
    behind_denial,
    cites,
    is_elsewhere,
    only_declines,
    says_another,
    says_beside,
    tells_no_price,
)
from claims.extraction.model.weighing.hearers import hearer_tokens
from claims.extraction.model.weighing.region import bounds, find_region, told_from
from claims.extraction.model.weighing.stance import stance_of
from claims.extraction.model.weighing.theirs import find_theirs, named_by_source
from claims.extraction.position import BESIDE, CONTESTED, NOBODY, Position, commitment_of
from claims.extraction.positions.accusing import is_reciprocal
from claims.extraction.positions.judge import (
    judge,
    names_false_report,
)
from claims.extraction.sources.acting import who_acted
from claims.extraction.text.asides import before_aside
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.nearby import overlaps
from claims.extraction.text.quality import may_be_finite, sentence_quality
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.text.verb_groups import BE, is_telling
from claims.extraction.voice import Voice
from claims.extraction.wording.affirm import affirm
from claims.extraction.wording.charged import find_charge
from claims.extraction.wording.checkable import says_nothing
from claims.extraction.wording.clauses import answer_known, binding_opening, opens_beside
from claims.extraction.wording.crimes import is_court, state_cleared, state_crime
from claims.extraction.wording.expletive import state_impossible
from claims.extraction.wording.open_ends import close_end
from claims.extraction.wording.reword import reword
from claims.extraction.wording.ruled_out import RULED_OUT, state_ruled_out
from claims.extraction.wording.rumours import state_reported, without_comment, without_predicate
from claims.extraction.wording.saying_so import (
    is_no_claim,
    is_told_by,
    state_blamed,
    state_passive,
    without_teller,
)
from claims.extraction.wording.sentence import finish, state_nominal
from claims.extraction.wording.stating import (
    ACCUSES,
    BLAMES,
    split_accusation,
    state_blame,
    state_naming,
    state_responsible,
    state_shown,
    state_witnessed,
)
from claims.extraction.wording.targets import settle_target, tells_no_comment
from claims.extraction.wording.thinking_so import end_of_thought
from claims.extraction.wording.unhedged import without_put_at, without_reported
from claims.model import Commitment, Mode, Stance

FEWEST_WORDS = 3
"""A claim of fewer content words is no sentence: the stance is on a claim told elsewhere."""
WHOLE = 0.5
"""Quality from which the words of a denial or a refusal may be a claim themselves."""
_JOINS = frozenset(["and", "but", "while"])
_SUBJECT = 8
"""Words behind an "and" that may hold the subject of what follows."""
_CLAUSE_OPENERS = frozenset(["that", "whether", "if"])


def word_reading(done: Attributed, reading: Reading, voice: Voice) -> Position | None:
    """The reading as a position. None when its quote holds no word."""
    found = find_theirs(done, reading) or find_region(done, reading)
    if found is None:
        return None
    sentence, first, last = found
    first, last = _behind_as(sentence, first, last, reading)
    if last < len(sentence.tokens) and sentence.tokens[last - 1].lower == "what":
        ends = (n for n, t in enumerate(sentence.tokens) if t.end >= reading.quote[1])
        last = max(last, next(ends, last - 1) + 1)  # "dismissed for what (the bank said was theft)"
    first = _from_noun(sentence.tokens, _from_opening(done, sentence, first), last)
    heard = {*hearer_tokens(done, sentence.index)}  # "told TMZ (she is ill)"
    first = next((at for at in range(first, last) if at not in heard), first)
    first = _with_subject(done, sentence, first, reading)
    last = end_of_thought(sentence.tokens, first, last)
    if _is_anothers(done, sentence, first, voice) or is_reciprocal(sentence.tokens[first:last]):
        return None
    if _is_told_before(done, sentence, first, last, reading):
        return None
    if reading.source is None and says_another(done, sentence.tokens[first:last], voice):
        return None
    tokens = sentence.tokens[first:last]
    hedged = voice.party == NOBODY.party
    quoted = sum(done.page.quote_at(t.start) is not None for t in tokens) * 2 > len(tokens)
    teller = _who_told(done, sentence, first, reading, voice)
    words = reword(done, sentence, tokens, first, teller, direct=quoted or hedged)
    points, features = False, tuple[str, ...]()
    said = done.page.text[tokens[0].start : tokens[-1].end]
    if _is_accused(sentence, first) or " accused " in words:
        charge = find_charge(words)
        words = charge.told if charge and charge.beside else split_accusation(words)
    elif first > 0 and sentence.tokens[first - 1].lower in BLAMES:
        words = state_blame(words) or words
    words = behind_denial(words)
    known = answer_known(words)
    asked = known == words and _is_asked(sentence, last)
    words = close_end(words) if known == words else finish(known)
    if not asked:
        words = without_comment(words, done.page.text, sentence.start, tokens[-1].end)
    verdict = judge(words)
    stance = stance_of(done, reading, verdict, words, hedged=hedged)
    if stance is None or (stance is Stance.ALLEGES and cites(words)):
        return None
    if stance is Stance.ALLEGES and (is_no_claim(words, voice.names) or says_nothing(words)):
        return None
    if stance is Stance.NEITHER and tells_no_price(done.page.text[slice(*reading.quote)]):
        return None
    if hedged and is_told_by(done.page.text[slice(*reading.quote)]):
        return None  # by whom it is told is named there
    cleared = state_cleared(words) if is_court(voice.party) else ""
    if cleared:
        stance, words = Stance.DENIES, cleared
    elif stance is Stance.ALLEGES and hedged and names_false_report(words) and verdict is not None:
        words, points = _target(verdict.target, voice.party, clause=False, owned=False)
    elif stance is Stance.ALLEGES:
        words = _alleged(done, sentence, first, reading, voice, words)
    else:
        if stance is Stance.NEITHER:  # "not aware of any leak, and that its systems were safe"
            words = finish(words.partition(" and that ")[0])
        few = sum(token.is_word for token in tokens) < FEWEST_WORDS
        opening = sentence.tokens[max(0, first - 1) : first + 1]
        clause = any(token.lower in _CLAUSE_OPENERS for token in opening)
        owned = _is_owned(done, sentence, first)
        words, actor = state_impossible(words), who_acted(done.register, voice)
        pleads = owned and stance is Stance.DENIES
        crime = _crime_or_cause(sentence, first, said, words, actor, denied=pleads)
        words, points = _target(words, actor, clause=clause, owned=owned)
        points, told_first = points or few, words
        words, points = (crime, False) if crime else (words, points)
        if stance is Stance.DENIES and not _is_governed(done, sentence, first):
            if opens_beside(words):
                return None  # "if P, then Q shows how they do not": no denial that P
            words, points = _turn_round(words, points, voice)
            if words == told_first and verdict is None and not points:
                denied = _denied_beside(done, sentence, reading, voice, direct=quoted)
                words, features = (denied, (BESIDE,)) if denied else (words, features)
    silent = stance in (Stance.NEITHER, Stance.DECLINES) and only_declines(
        done.page.text[slice(*reading.quote)]
    )
    asked = asked or silent or (stance in _HELD_BACK and tells_no_comment(words))
    if asked or is_elsewhere(stance, words, voice) or says_beside(stance, sentence, first):
        words, points = "", True  # what is asked is told elsewhere, or not at all
    mode = Mode.HEDGED if hedged else Mode.DIRECT if quoted else Mode.INDIRECT
    return Position(
        sentence=reading.sentence, start=reading.quote[0], end=reading.quote[1], voice=voice,
        stance=stance, claim=words, points=points, mode=mode,
        commitment=Commitment.PROBABLE if hedged else commitment_of(said, ""),
        confidence=reading.probability, features=features,
    )  # fmt: skip


def _who_told(
    done: Attributed, sentence: Sentence, first: int, reading: Reading, voice: Voice
) -> Voice:
    """Whose words start at the token ``first``: another's whom the voice answers behind them, as
    Lima's in "Lima said it had shot down a drone, something Quito disputed"."""
    if reading.source is None:
        return voice
    first += sentence.tokens[first].lower in _CLAUSE_OPENERS
    told = [
        each
        for each in done.sentences[sentence.index].attributions
        if each.content is not None and each.content.first <= first < each.content.last
    ]
    nearest = max(told, key=lambda each: each.cue.first, default=None)
    if nearest is None or nearest.content is None or len(nearest.voices) != 1:
        return voice
    behind = max(nearest.content.last, nearest.cue.last + 1)
    answers = sentence.tokens[behind - 1].end <= reading.source[0] < sentence.end
    return nearest.voices[0] if answers and nearest.voices[0].party != voice.party else voice


def _crime_or_cause(
    sentence: Sentence, first: int, said: str, words: str, actor: str, *, denied: bool
) -> str:
    """What is ruled out as a cause, or ``denied`` by the name of a crime, as a sentence; "" where
    the words from the token ``first`` on name neither."""
    before = " ".join(token.lower for token in sentence.tokens[max(0, first - 2) : first])
    if before == RULED_OUT:
        return state_ruled_out(said)
    return state_crime(words, actor) if denied else ""


def _alleged(
    done: Attributed, sentence: Sentence, first: int, reading: Reading, voice: Voice, words: str
) -> str:
    """What somebody puts forward, from the words of their claim, which start at ``first``."""
    told = (
        named_by_source(done, sentence, reading)  # "contradicting media reports of a fire"
        or state_called(done, sentence, first, words)
        or state_responsible(words, voice.party)
        or state_shown(words, done.page.text[slice(*reading.quote)], voice.party)
        or state_witnessed(words)
        or state_reported(_ON.sub("", f"{words[:1].lower()}{words[1:]}"), whole=True)
    )
    if told:
        return told
    start = min(sentence.start, reading.quote[0])
    words = without_predicate(words, done.page.text, start, max(reading.quote[1], sentence.end))
    words = without_teller(state_passive(without_put_at(words), voice.names), voice.names)
    if voice.party == NOBODY.party:
        words = without_reported(state_blamed(words))
    return state_naming(words)


_HELD_BACK = frozenset({Stance.NEITHER, Stance.DECLINES})
_ON = re.compile(r"^(?:on|about|over|of) ")
"""What may stand before a report's name: "drawn (on) reports of a rift"."""


def _denied_beside(
    done: Attributed, sentence: Sentence, reading: Reading, voice: Voice, *, direct: bool
) -> str:
    """What a quote denies in a clause of its own, where the reader took another for the claim.

    "We visited the mill and, while it has not been shut, ..." denies that it has been shut. ""
    where a word of denial tells what is denied, and where no clause is negative.
    """
    if any(a.cue.stance is Stance.DENIES for a in done.sentences[sentence.index].attributions):
        return ""
    start, end = reading.quote
    tokens = sentence.tokens
    inside = [at for at, token in enumerate(tokens) if token.end > start and token.start < end]
    starts, ends = bounds(done, sentence, inside[0], inside[-1] + 1)
    for first in starts:
        last = next((at for at in ends if at > first), first)
        if not any(map(_negates, tokens[first:last])):
            continue
        words = reword(done, sentence, tokens[first:last], first, voice, direct=direct)
        affirmed = affirm(words)
        if affirmed != words and sentence_quality(affirmed) >= WHOLE:
            return affirmed
    return ""


def _turn_round(words: str, points: bool, voice: Voice) -> tuple[str, bool]:
    """What is denied by "not P", and whether the words only point at it."""
    told = affirm(words)
    reported = _REPORTED.match(told)
    if reported is not None and reported["who"] in voice.names and told != words:
        told = state_nominal(reported["what"], "")  # "police reported no violence"
    if told != words and points and not _POINTS_BACK.match(told):
        points = sentence_quality(told) < WHOLE  # "not a single shell was fired" tells of a shell
    return (finish(told), False) if _SOMEBODY.match(told) else (told, points)


_REPORTED = re.compile(r"(?P<who>.{2,60}?) (?:has |have |had )?(?:reported|recorded) (?P<what>.+)")
_POINTS_BACK = re.compile(r"(?:it|that|this|they|these|those|there|such)\b", re.I)
_SOMEBODY = re.compile(r"Some(?:body|one) ")
"""Of whom it is told what happened to nobody: that is told here, however short."""


def _negates(token: Token) -> bool:
    return token.lower in ("not", "never", "no") or token.lower.endswith(("n't", "n’t"))


def _is_asked(sentence: Sentence, last: int) -> bool:
    """Whether a question ends with the words before token ``last``; ".?" is a slip."""
    tokens = sentence.tokens
    return any(
        tokens[at].text == "?" and tokens[at - 1].text != "."
        for at in range(last - 1, min(last + 1, len(tokens)))
    )


def _is_anothers(done: Attributed, sentence: Sentence, first: int, voice: Voice) -> bool:
    """Whether the words tell what another person did: "..., and Minister Orr apologised"."""
    if sentence.tokens[first].lower not in _JOINS:
        return False
    people = (
        place.entity
        for place in done.register.in_tokens(sentence.index, first, first + _SUBJECT)
        if done.register.entities[place.entity].is_person
    )
    return next(people, voice.entity) != voice.entity


def _behind_as(sentence: Sentence, first: int, last: int, reading: Reading) -> tuple[int, int]:
    """The words, or those behind the source's verb where the words end before it: "Lima calls it a
    trawler as Quito insists (it was spying)"."""
    begun, tokens = told_from(sentence, reading), sentence.tokens
    if not begun or reading.source is None or last >= begun:
        return first, last
    at = next(n for n, token in enumerate(tokens) if token.end > reading.source[0])
    if at < last or tokens[at - 1].lower not in ("as", "while", "but", "though"):
        return first, last
    return begun, len(tokens)


def _from_noun(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the words begin: at a noun of which the "that" before them only tells more, "(the man
    that) police arrested is not the killer"."""
    if first < _NOUN or tokens[first - 1].lower != "that":
        return first
    noun, begun = tokens[first - 2], first - _NOUN
    if not noun.text.islower() or noun.lower in word_set("report_nouns") or is_telling(noun.lower):
        return first
    if begun > 1 and tokens[begun].lower not in word_set("sources_determiners"):
        begun -= tokens[begun - _TWO].lower not in BE | {"isn't", "wasn't"}
    if tokens[begun].lower not in word_set("sources_determiners"):
        return first
    heard = begun > 0 and is_telling(tokens[begun - 1].lower)  # "told the man that ..."
    verbs = sum(may_be_finite(token.lower) for token in tokens[first:last])
    return first if heard or verbs < _OF_BOTH else begun


def _from_opening(done: Attributed, sentence: Sentence, first: int) -> int:
    """Where the words begin: at the condition that they stand under, or what makes a wish of them:
    "(in the event that) P, Q", "(it is vital that) P"."""
    tokens, text = sentence.tokens, done.page.text
    for at in range(max(0, first - _OPENING), first - 1):
        if at and tokens[at - 1].is_word and tokens[at - 1].lower not in _BEFORE_OPENING:
            continue  # "even if"
        opening = text[tokens[at].start : tokens[first].start].strip()
        whole = f"{opening} {_STANDS_IN}"
        if binding_opening(whole) in (opening, whole):
            return at
    return first


_OPENING = 6
"""Tokens of "it is really very important that"."""
_BEFORE_OPENING = frozenset(
    ["that", "and", "but", "said", "says", "told", "monday", "tuesday", "wednesday", "thursday",
     "friday", "saturday", "sunday", "today", "yesterday", "reporters"]
)  # fmt: skip
_STANDS_IN = "P,"
"""What stands for a clause, and the comma behind it."""
_TWO = 2
_NOUN = 3
"""Tokens of "the man that"."""
_OF_BOTH = 2
"""Verbs where the noun has one of its own."""


def _with_subject(done: Attributed, sentence: Sentence, first: int, reading: Reading) -> int:
    """Where the words begin: at the name of whom they tell, where they open with its verb: "told
    the Post (Orr) was not ill"."""
    behind = before_aside(sentence.tokens, first)
    if sentence.tokens[first].lower not in _OPENS_VERB and behind == first:
        return first
    places = done.register.places[sentence.index]
    name = next((place for place in places if place.last == behind), None)
    if name is None:
        return first
    start, end = sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end
    is_source = reading.source is not None and overlaps(reading.source, (start, end))
    return first if is_source else name.first


_OPENS_VERB = frozenset(
    ["is", "are", "was", "were", "has", "had", "have", "will", "would", "could", "did", "does"]
)


def _is_told_before(
    done: Attributed, sentence: Sentence, first: int, last: int, reading: Reading
) -> bool:
    """Whether the words end in a part before a semicolon, or are another's before ", but", behind
    which the source stands: "five died, the mayor said; the army put it at eight"."""
    if reading.source is None or not sentence.start <= reading.source[0] < sentence.end:
        return False
    between = [t.lower for t in sentence.tokens[last - 1 :] if t.start < reading.source[0]]
    if ";" in between[1:]:
        return True
    against = any(a == "," and b in _AGAINST for a, b in pairwise(between))
    return against and any(
        a.content is not None and a.content.first <= first < a.content.last and bool(a.voices)
        for a in done.sentences[sentence.index].attributions
        if a.source is not None and sentence.tokens[a.source.first].start < reading.source[0]
    )


_AGAINST = frozenset(["but", "while", "whereas", "although", "though"])


def _is_accused(sentence: Sentence, first: int) -> bool:
    """Whether the words tell what somebody is accused of: "accused Lima of hiding it"."""
    return any(token.lower in ACCUSES for token in sentence.tokens[max(0, first - 1) : first + 3])


def _is_governed(done: Attributed, sentence: Sentence, first: int) -> bool:
    """Whether a word of denial stands right before the words: "denied that it was not safe"."""
    return any(
        attribution.cue.stance is Stance.DENIES and first - 2 <= attribution.cue.last + 1 <= first
        for attribution in done.sentences[sentence.index].attributions
    )


def _is_owned(done: Attributed, sentence: Sentence, first: int) -> bool:
    """Whether what somebody admits or denies to do stands there: "admitted (selling it)"."""
    before = first - 1 - (sentence.tokens[first - 1].lower in ("to", "ever"))
    return any(
        attribution.cue.group in ("confirm", "deny") and attribution.cue.last == before
        for attribution in done.sentences[sentence.index].attributions
    )


def _target(words: str, speaker: str, *, clause: bool, owned: bool) -> tuple[str, bool]:
    """What a stance on others' word is on, and whether that is only pointed at.

    "There is no truth to it" and what is no sentence point at a claim told elsewhere.
    ``clause`` tells that the words stand behind a "that" or "whether".
    """
    verdict = judge(words)
    if verdict is not None and verdict.stance in CONTESTED:
        words = verdict.target
    nominal = not clause and sentence_quality(words) < WHOLE
    claim, points = settle_target(words, speaker, nominal=nominal, owned=owned)
    return claim, points or sentence_quality(claim) < WHOLE
