"""Second pass: from attributions, speech and hedges to positions on worded claims."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed, Attribution, SentenceReading
from claims.extraction.attribution.content import Content
from claims.extraction.attribution.relatives import tells_what
from claims.extraction.cues.cue import Shape
from claims.extraction.cues.figures import puts_figure
from claims.extraction.cues.laying_claim import claims_in_vain
from claims.extraction.cues.naming import NAMING
from claims.extraction.position import (
    ADMITTED,
    AGAINST,
    CALLED_FALSE,
    CONTESTED,
    CONTRADICTED,
    NOBODY,
    OPINION_CUES,
    OUTRIGHT,
    REJECTING,
    Position,
    commitment_of,
)
from claims.extraction.positions.accusing import told_apart, word_accusation
from claims.extraction.positions.against import (
    deny_reports,
    doubt_in_own_voice,
    put_against,
)
from claims.extraction.positions.changing import take_back_own
from claims.extraction.positions.charges import answer_charge, put_on_charge
from claims.extraction.positions.confidence import confidence_of
from claims.extraction.positions.contesting import Asked, settle_contested
from claims.extraction.positions.ellipsis import leaves_out, on_question, read_ellipsis
from claims.extraction.positions.hedged import read_hedges
from claims.extraction.positions.judge import Judgement, clears, judge
from claims.extraction.positions.judged import read_rejoinders
from claims.extraction.positions.labelled import put_on_reports, put_verdicts
from claims.extraction.positions.left_open import put_left_open
from claims.extraction.positions.marks import (
    mark_features,
    span_of,
    told_when,
    voice_reasons,
)
from claims.extraction.positions.outdone import is_outdone
from claims.extraction.positions.outright import judged_open
from claims.extraction.positions.own_verdicts import (
    call_before_false,
    put_own_verdict,
    turn_out_false,
)
from claims.extraction.positions.relative import word_relative
from claims.extraction.positions.reported import read_as_claimed, read_reported
from claims.extraction.positions.speech import is_speech, points_back, read_speech
from claims.extraction.positions.verdicts import read_verdicts
from claims.extraction.sources.acting import who_acted
from claims.extraction.text.lexicon import word_set
from claims.extraction.voice import Voice
from claims.extraction.wording.affirm import affirm
from claims.extraction.wording.boasts import state_boast
from claims.extraction.wording.checkable import is_checkable
from claims.extraction.wording.crimes import state_guilty
from claims.extraction.wording.laid_claim import state_won
from claims.extraction.wording.naming import state_named
from claims.extraction.wording.report_names import names_report, unwrap_report
from claims.extraction.wording.reword import reword
from claims.extraction.wording.ruled_out import RULED_OUT
from claims.extraction.wording.rumours import what_is_contradicted
from claims.extraction.wording.saying_so import state_passive
from claims.extraction.wording.sentence import finish
from claims.extraction.wording.stating import (
    finish_infinitive,
    state_figure,
    state_having,
    state_responsible,
    state_shown,
)
from claims.extraction.wording.targets import (
    is_denial,
    is_question_put,
    split_clauses,
)
from claims.extraction.wording.unhedged import without_hedged_aside
from claims.model import AFFIRMING, Commitment, Mode, Stance

_SPLIT = AFFIRMING | {Stance.DENIES}
_REFERRING = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.NEITHER, Stance.CONFIRMS})


def read_positions(done: Attributed) -> list[Position]:
    """Every position of a document, in text order."""
    found: list[Position] = []
    for sentence in done.sentences:
        before, put = len(found), put_on_reports(sentence)
        tested = put_left_open(done, put_against(done, _by_whoever_tests(put)))
        reading, called = put_own_verdict(done, put_verdicts(tested, found))
        called = called or call_before_false(done, reading, found)
        called = called or turn_out_false(done, reading, found)
        called = called or deny_reports(done, reading)
        found.extend(called or doubt_in_own_voice(done, reading))
        for attribution in reading.attributions:
            if not attribution.voices:
                found.extend(answer_charge(done, reading, attribution))
                continue
            if is_outdone(reading, attribution):
                continue
            answers = read_ellipsis(done, reading, attribution, found)
            if not answers and not leaves_out(done, reading, attribution):
                answers = _read_attribution(done, reading, attribution)
            found.extend(take_back_own(reading, attribution, answers, found))
        hedged = read_hedges(done, reading)
        found.extend(read_rejoinders(done, reading, [*found[before:], *hedged]))
        calls = any(
            _is_quoted(each, reading) and leaves_out(done, reading, each)
            for each in reading.attributions
        )
        calls = calls or bool(called)
        if put is sentence and not calls:  # else what is said there is said of another's word
            found.extend(read_speech(done, reading))
        found.extend(hedged)
    checked = read_verdicts(done)
    found = [put_on_charge(done, position) for position in found]
    return sorted((*found, *checked), key=lambda p: p.sentence) if checked else found


def _by_whoever_tests(reading: SentenceReading) -> SentenceReading:
    """The sentence with what tests ruled out by whoever tells it: "officials said tests had ruled
    out measles"."""
    if all(each.cue.lemma != RULED_OUT for each in reading.attributions):
        return reading
    tests, tokens = word_set("evidence_tests"), reading.sentence.tokens
    told = list(reading.attributions)
    for at, each in enumerate(told):
        if each.cue.lemma != RULED_OUT or each.nested_in is None or each.source is None:
            continue
        words = {token.lower for token in tokens[each.source.first : each.source.last]}
        if voices := told[each.nested_in].voices if words & tests else []:
            told[at] = replace(each, voices=voices)
    return replace(reading, attributions=told)


def _is_quoted(attribution: Attribution, reading: SentenceReading) -> bool:
    content = attribution.content
    return content is not None and all(reading.quoted[content.first : content.last])


def _is_warned_of(verdict: Judgement | None) -> bool:
    """Whether it is said that it is "wrong to say that P", was "wrongly claimed" or "made up"."""
    return verdict is not None and verdict.reason.endswith(_SAID_WRONGLY)


_SAID_WRONGLY = ("wrong to say'", "said to be a lie'", "claimed wrongly'", "made up'")


def _read_attribution(
    done: Attributed, reading: SentenceReading, attribution: Attribution
) -> list[Position]:
    cue, content = attribution.cue, attribution.content
    spoken = content is not None and attribution.noun is None and is_speech(reading, content)
    if spoken and cue.stance is Stance.ALLEGES:
        return []  # read as speech, sentence by sentence
    if cue.lemma == "write" and content is not None and _is_under(reading, content):
        return []  # "writing under a pseudonym" tells nothing
    if cue.lemma == "claim" and claims_in_vain(done.page.text, *span_of(reading, attribution)):
        return []
    found: list[Position] = []
    for voice in attribution.voices:
        accusation = word_accusation(done, reading, attribution, voice)
        words, teller, boast = "", voice, ""
        if content is not None and accusation is None:
            words, teller, boast = _word_content(done, reading, attribution, content, voice)
        splits = cue.stance in _SPLIT and accusation is None
        parts = [accusation or words]
        if splits:
            parts = split_clauses(words, denied=cue.stance is Stance.DENIES)
        # a claim may leave the hedge out: "found what appears to be a bomb"
        whole = _told_words(reading, content) if content is not None and len(parts) == 1 else ""
        actor = who_acted(done.register, teller)
        for part in parts:
            position = _read_part(reading, attribution, teller, actor, part, whole or part)
            if position is not None:
                if position.stance is not cue.stance and part is not parts[-1]:
                    position.end = _end_before_that(done.page.text, position)
                position = on_question(done, reading, position)
                position.key = told_apart(reading, attribution, position.claim)
                if boast and position.stance in CONTESTED:
                    position.features = (*position.features, CALLED_FALSE)
                found.append(position)
    if found and cue.stance in _REFERRING:
        found.extend(read_reported(done, reading, attribution))
        found.extend(read_as_claimed(done, reading, attribution, found))
    return found


def _word_content(
    done: Attributed,
    reading: SentenceReading,
    attribution: Attribution,
    content: Content,
    voice: Voice,
) -> tuple[str, Voice, str]:
    """The content as a sentence, who tells it, and what of it is a boast."""
    cue, teller, boast = attribution.cue, voice, ""
    tokens = reading.sentence.tokens[content.first : content.last]
    if cue.stance in CONTESTED and points_back(tokens):
        words = tokens[0].text  # "denied it" is no denial of whoever "it" may be
    elif attribution.noun is not None or attribution.carried is not None:
        words = word_relative(done, reading, attribution, voice)
    else:
        boast = state_boast(done, reading.sentence, content.first, content.last)
        words = boast or reword(done, reading.sentence, tokens, content.first, voice, direct=False)
    words = without_hedged_aside(words)
    if cue.shape is Shape.PASSIVE:
        words = state_passive(words, voice.names)
    if cue.stance is Stance.DENIES:
        words = _DESPITE.sub(".", words)
    if cue.group == Stance.ALLEGES.value:
        words = finish(unwrap_report(words) or words)  # "repeated his claim that P"
    if cue.lemma == "claim":  # "claimed responsibility for the blast"
        told = state_having(words, voice.party) or state_responsible(words, voice.party)
        told = told or state_won(words, voice.party)
        words = told or words
    if tells_what(reading.sentence.tokens, cue, attribution.source, content):
        words = state_shown(words, _text_of(done, reading), voice.party)
    if cue.mark == NAMING:
        words = state_named(words, who_acted(done.register, voice))
    elif cue.main == cue.last and puts_figure(reading.sentence.tokens, cue.main):
        words = state_figure(words, now=cue.lemma.endswith("s"))
    heard = _HEARD.match(words) if cue.lemma == "hear" else None
    if heard is not None:
        words, teller = finish(heard["told"]), replace(NOBODY, mention=heard["what"])
    if cue.mark == AGAINST:
        words = affirm(words)
    if _is_contradicted(reading, attribution):
        told = affirm(words)
        words = "" if told == words else told
    if cue.lemma == "guilty":
        words = state_guilty(words, who_acted(done.register, voice))
    if cue.stance is not Stance.NO_RESPONSE:  # "to a request", not "to have seen it"
        words = finish_infinitive(words, who_acted(done.register, voice))
    return words, teller, boast


_DESPITE = re.compile(
    r"(?<=\w),? (?:despite|in spite of|contrary to|even though|although) .+$", re.S
)
"""What others say against a denial: "denied blocking aid, despite reports that it had"."""


def _end_before_that(text: str, position: Position) -> int:
    """Where the words of a position end of whose teller tells more: "was not aware of any leak (and
    that its systems were safe)"."""
    found = text.find(" and that ", position.start, position.end)
    return position.end if found < 0 else found


def _text_of(done: Attributed, reading: SentenceReading) -> str:
    return done.page.text[reading.sentence.start : reading.sentence.end]


def _told_words(reading: SentenceReading, content: Content) -> str:
    return " ".join(t.text for t in reading.sentence.tokens[content.first : content.last])


def _is_contradicted(reading: SentenceReading, attribution: Attribution) -> bool:
    """Whether a sentence goes on with the opposite of what a source told: "Contrary to what the
    Courier reported, no meeting was planned"."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue.stance is not Stance.ALLEGES:
        return False
    before = [token.lower for token in reading.sentence.tokens[: source.first]]
    return _CONTRARY.search(" ".join(before)) is not None


_CONTRARY = re.compile(r"^\W*(?:contrary to|despite|unlike|in contrast to|in spite of) what$")


def _is_under(reading: SentenceReading, content: Content) -> bool:
    return reading.sentence.tokens[content.first].lower == "under"


_HEARD = re.compile(
    r"(?:\w+ )??(?P<what>talk|reports?|rumou?rs?|claims?|gossip|allegations?|suggestions?|whispers|"
    r"speculation|stories) that (?P<told>.+)",
    re.I | re.S,
)
"""What somebody only heard others tell: "had heard talk that the mill was sold"."""


def _read_part(
    reading: SentenceReading,
    attribution: Attribution,
    voice: Voice,
    actor: str,
    words: str,
    said: str,
) -> Position | None:
    """The position that the ``words`` of a claim take; how sure it is, ``said`` tells, and
    ``actor`` who is said to have done what somebody denies having done."""
    cue, content = attribution.cue, attribution.content
    stance, claim, points, admitted = cue.stance, words, False, False
    reasons = [cue.reason, *voice_reasons(attribution, voice)]
    verdict = judge(words) if stance in AFFIRMING and words else None
    if verdict is not None:
        stance, claim = verdict.stance, verdict.target
        if stance is Stance.DENIES and cue.lemma in OPINION_CUES:
            stance = Stance.DOUBTS
        reasons.append(verdict.reason)
    if cue.lemma == "contradict" and stance is Stance.DENIES:
        claim = what_is_contradicted(claim)
        if not claim:
            return None
    told = claim
    if stance in REJECTING and is_denial(told):
        return None
    if stance in CONTESTED:
        asked = Asked(stance, claim, words, said, actor, verdict)
        claim, points, admitted = settle_contested(reading, attribution, asked)
    elif content is None or is_question_put(words) or not is_checkable(words, spoken=False):
        return None
    if (not claim and not points) or (voice.vague and (stance is not Stance.ALLEGES or not claim)):
        return None
    mode, commitment = Mode.INDIRECT, commitment_of(said, cue.lemma)
    if voice.vague:
        reasons.append(f"'{voice.mention}' names nobody")
        voice, mode, commitment = NOBODY, Mode.HEDGED, Commitment.PROBABLE
    start, end = span_of(reading, attribution)
    features = mark_features(reading, attribution, voice, stance, mode)
    if admitted:
        features = (*features, ADMITTED)
    if _is_contradicted(reading, attribution):
        features = (*features, CONTRADICTED)
    plainly = cue.shape is Shape.FINITE and not voice.guessed
    if plainly and verdict is not None and judged_open(stance, [verdict.reason], words):
        features = (*features, OUTRIGHT)
    if _calls_false(stance, verdict, told, words, voice, points=points):
        features = (*features, CALLED_FALSE)
    return Position(
        reading.sentence.index, start, end, voice, stance, claim, points, mode, commitment,
        confidence_of(features), features, reasons, when=told_when(reading, attribution),
    )  # fmt: skip


def _calls_false(
    stance: Stance,
    verdict: Judgement | None,
    told: str,
    words: str,
    voice: Voice,
    *,
    points: bool,
) -> bool:
    """Whether the position on what is ``told`` says in so many words that a report is false."""
    if not (stance is Stance.DENIES or (stance is Stance.DOUBTS and verdict is not None)):
        return False
    called = not points and (unwrap_report(told) is not None or _is_warned_of(verdict))
    called = called or (verdict is not None and names_report(told))
    return called or (clears(words) and voice.opens(words))
