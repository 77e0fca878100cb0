"""A reading that the rules did not find, as a position with a worded claim."""

from __future__ import annotations

import re

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.weighing.calling import state_called
from claims.extraction.model.weighing.claim_words import find_words
from claims.extraction.model.weighing.elsewhere import (
    behind_denial,
    cites,
    is_elsewhere,
    only_declines,
    says_beside,
    tells_no_price,
)
from claims.extraction.model.weighing.region import bounds
from claims.extraction.model.weighing.stance import stance_of
from claims.extraction.model.weighing.theirs import named_by_source
from claims.extraction.position import BESIDE, CONTESTED, NOBODY, WITHHELD, Position, commitment_of
from claims.extraction.positions.judge import (
    judge,
    names_false_report,
)
from claims.extraction.sources.acting import who_acted
from claims.extraction.text.quality import sentence_quality
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.voice import Voice
from claims.extraction.wording.affirm import affirm
from claims.extraction.wording.charged import find_charge
from claims.extraction.wording.checkable import says_nothing
from claims.extraction.wording.clauses import answer_known, opens_beside
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
from claims.extraction.wording.unhedged import without_put_at, without_reported
from claims.model import Commitment, Mode, Stance

FEWEST_WORDS = 3
"""A claim of fewer content words is no sentence: the stance is on a claim told elsewhere."""
WHOLE = 0.5
"""Quality from which the words of a denial or a refusal may be a claim themselves."""
_CLAUSE_OPENERS = frozenset(["that", "whether", "if"])


def word_reading(done: Attributed, reading: Reading, voice: Voice) -> Position | None:
    """The reading as a position. None when its quote holds no word."""
    found = find_words(done, reading, voice)
    if found is None:
        return None
    sentence, first, last = found
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
    silent = stance in WITHHELD and only_declines(done.page.text[slice(*reading.quote)])
    asked = asked or silent or (stance in WITHHELD and tells_no_comment(words))
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
