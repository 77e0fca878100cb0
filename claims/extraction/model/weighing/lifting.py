"""Candidates made likelier because the rules are surer of them than the reader, or by what is told
beside them: a joint stance, or the same denial put another way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.cues.naming import NAMING
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.position import (
    CONTESTED,
    CONTRADICTED,
    NOBODY,
    OUTRIGHT,
    OWNED_UP,
    REJECTING,
    SAID_PLAINLY,
    SAID_TOO,
    Position,
    same_voice,
)
from claims.extraction.text.lexicon import word_set
from claims.extraction.voice import is_one_of_two
from claims.extraction.wording.affirm import affirm
from claims.extraction.wording.joining import claim_key, is_negative
from claims.extraction.wording.persons import head_of
from claims.model import Stance

SURER = 0.6
"""Probability of what the rules alone are surest of, and up to which a candidate is lifted."""
UNSURE = 0.5
"""Probability below which a reading that agrees with a rule may be another's."""
SURE, LIKELY = 0.75, 0.6
"""A hedge of which the rules alone are so sure (the first), or what is contested in the same breath
(the second), is right so often (5 of 8 held back, 2 of 3 in 200 others): too rare to be learned."""


def rules_are_surer(candidate: Candidate) -> bool:
    """Whether it is what only the rules see, and are right in: a plea, a headline, a claim
    repeated, a hedge in so many words ("are likely smuggled in"), or what somebody contests in the
    same breath ("had seen the film but could not confirm its age")."""
    position = candidate.position
    if not candidate.from_rule:
        return False
    if NAMING in position.features and position.voice.pronoun == "it":
        return False  # "it identified the man as Orr": the video did
    if not SAID_PLAINLY.isdisjoint(position.features) and not speaks_as_somebody(position):
        return True
    if candidate.reading is not None:
        return False
    known = not position.voice.supposed and not is_somebody(position)
    if OUTRIGHT in position.features and not candidate.rival and known:
        return True
    if position.stance in CONTESTED:
        if _NUMBERED.match(position.voice.party) and not candidate.rival:
            return position.points and position.confidence >= LIKELY
        carried = {"inherited", "shape=finite"} <= {*position.features} and position.voice.mention
        return bool(carried) and not candidate.rival and position.confidence >= LIKELY
    return position.voice.party == NOBODY.party and position.confidence >= SURE


_NUMBERED = re.compile(r"No\.? ?10$")
"""A seat of government that the reader does not know for a name: "No 10 denied this"."""


def lift_joint(candidates: Sequence[Candidate]) -> None:
    """Who takes a stance jointly with another, by the rules, is as likely to as that one, up to
    ``SURER``: who contests it, or is named with the other in one breath."""
    best: dict[tuple[int, int, Stance, str], float] = {}
    joint = [c for c in candidates if c.from_rule and _may_be_joint(c.position)]
    for each in joint:
        best[_told(each)] = max(best.get(_told(each), 0.0), each.probability)
    for each in joint:
        each.probability = max(each.probability, min(best[_told(each)], SURER))


def _may_be_joint(position: Position) -> bool:
    return position.stance in CONTESTED or is_one_of_two(position.voice)


def lift_negated(candidates: Sequence[Candidate]) -> None:
    """What the reader takes for a denial of P, and the rules for "not P" put forward, both see."""
    told: dict[tuple[int, frozenset[str]], list[Position]] = {}
    for each in candidates:
        position = each.position
        alleges = each.from_rule and position.stance is Stance.ALLEGES
        if alleges and is_negative(position.claim):
            key = (position.sentence, claim_key(affirm(position.claim)))
            told.setdefault(key, []).append(position)
    for each in candidates:
        position, reading = each.position, each.reading
        if reading is None or each.from_rule or position.stance is not Stance.DENIES:
            continue
        rivals = told.get((position.sentence, claim_key(position.claim)), [])
        seen = reading.probability >= max(UNSURE, each.rival)
        if seen and any(same_voice(rival.voice, position.voice) for rival in rivals):
            each.probability = max(each.probability, SURER)


def word_negated(candidates: Sequence[Candidate]) -> None:
    """What the reader takes for a denial of what is told elsewhere, and the rules see as "not P"
    put forward by the same party in the same words, is a denial of P: "its owner, Orr Coal, said it
    was not closing the pit"."""
    told: dict[int, list[Position]] = {}
    for each in candidates:
        position = each.position
        if each.from_rule and position.stance is Stance.ALLEGES and is_negative(position.claim):
            told.setdefault(position.sentence, []).append(position)
    for each in candidates:
        here = each.position
        if each.from_rule or here.stance is not Stance.DENIES or not here.points:
            continue
        for rival in told.get(here.sentence, ()):
            meets = rival.start < here.end and here.start < rival.end
            denied = affirm(rival.claim)
            whole = denied != rival.claim and not rival.claim.startswith(("That ", "This "))
            if meets and same_voice(rival.voice, here.voice) and whole:
                each.position = replace(here, claim=denied, points=False)


def lift_answered(candidates: Sequence[Candidate]) -> None:
    """Who is told by name to have said "not P" did so, where the next sentence answers it: "Lima
    said it had not attacked. Quito rejected that". Of such words the reader is seldom sure; of any
    that stand behind "said", where the answer tells nothing itself."""
    answered = {
        each.position.sentence - 1
        for each in candidates
        if each.position.points and each.position.stance in _ANSWERS
    }
    for each in candidates:
        position = each.position
        said = each.from_rule and each.reading is None and position.stance is Stance.ALLEGES
        if not said or each.rival or position.sentence not in answered:
            continue
        if not {"mode=indirect", "shape=finite"}.issubset(position.features):
            continue
        voice = position.voice
        told = voice.entity is not None or voice.mention.lower().startswith("the ")
        plain = _SAID.issubset(position.features) and not _SHORT.isdisjoint(position.features)
        plain = plain and head_of(voice.mention) not in word_set("source_documents")
        if told and not voice.note and (plain or is_negative(position.claim)):
            each.probability = max(each.probability, SURER)


def lift_reported(candidates: Sequence[Candidate]) -> None:
    """Whose claim it is by name that somebody surely contests put it forward: "the court rejected
    (the union)'s argument that P"."""
    contested = [
        each.position
        for each in candidates
        if each.position.stance in REJECTING and each.probability >= UNSURE
    ]
    for each in candidates if contested else ():
        here = each.position
        if "relation=reported" in here.features and not each.rival and each.from_rule:
            near = (p for p in contested if p.start < here.end and here.start < p.end)
            if any(not same_voice(p.voice, here.voice) for p in near):
                each.probability = max(each.probability, SURER)


def lift_last_said(candidates: Sequence[Candidate], least: float) -> None:
    """What was said last by somebody known, where the next sentence denies or doubts it and tells
    nothing itself, and nothing else that was put forward there is as likely as ``least``: an answer
    needs something that it is on. "It was planted," she said. The union called that shameful."""
    answers: dict[int, list[Position]] = {}
    for each in candidates:
        here = each.position
        if here.points and here.stance in REJECTING and _POINTER.match(here.claim):
            answers.setdefault(here.sentence - 1, []).append(here)
    told: dict[int, list[Candidate]] = {}
    for each in candidates if answers else ():
        denies = each.position.stance is Stance.DENIES and not each.position.points
        if each.position.sentence in answers and (each.position.stance is Stance.ALLEGES or denies):
            told.setdefault(each.position.sentence, []).append(each)
    for sentence, all_said in told.items():
        said = [
            each
            for each in all_said
            if any(not same_voice(each.position.voice, a.voice) for a in answers[sentence])
        ]
        if any(each.probability >= least for each in said):
            continue
        known = [each for each in said if each.from_rule and _is_said(each.position)]
        known = [each for each in known if each.position.stance is Stance.ALLEGES]
        if known:
            last = max(known, key=lambda each: each.position.start)
            last.probability = max(last.probability, SURER)


def _is_said(position: Position) -> bool:
    """Whether somebody known says it, aloud or after "said"."""
    features = {*position.features}
    aloud = not features.isdisjoint(("speech=whole", "speech=part"))
    said = {"mode=indirect", "shape=finite", "lemma=say"} <= features
    voice = position.voice
    return (aloud or said) and not (voice.guessed or voice.vague or voice.note)


_POINTER = re.compile(
    r"(?:(?:that|this|it)(?: (?:accusation|allegation|claim|charge|suggestion|assertion|version|"
    r"account|statement|explanation))?|the (?:accusation|allegation|claim|charge))?\W*$",
    re.I,
)


def lift_gone_on(candidates: Sequence[Candidate]) -> None:
    """Who surely denied something in a sentence told what they said besides: "the bank denied it
    and said that Orr had been sacked"."""
    denied = {
        (each.position.sentence, each.position.voice.party)
        for each in candidates
        if each.position.stance is Stance.DENIES and each.probability >= SURER
    }
    for each in candidates:
        position = each.position
        alone = each.from_rule and each.reading is None and not each.rival
        if not alone or position.points or position.stance not in _SAYS:
            continue
        if not _OF_IT.isdisjoint(position.features):
            continue  # "denied the report and said it was based on old data"
        if (_WENT_ON.issubset(position.features) or _AND_DENIED.issubset(position.features)) and (
            (position.sentence, position.voice.party) in denied
        ):
            each.probability = max(each.probability, SURER)


def lift_said_too(candidates: Sequence[Candidate]) -> None:
    """Who surely took a stance in a sentence told what they say besides by a verb of its own:
    "confirmed the sale, but said that it was lawful". "It" or "they" may be either's there."""
    spoke = {
        (each.position.sentence, each.position.voice.party)
        for each in candidates
        if each.probability >= UNSURE and SAID_TOO not in each.position.features
    }
    for each in candidates:
        position = each.position
        alone = each.from_rule and each.reading is None and not each.rival
        if not alone or position.points or SAID_TOO not in position.features:
            continue
        told_of = position.claim.split(" ", 1)[0].lower()
        unknown = told_of in _SOMEBODY or not _OF_IT.isdisjoint(position.features)
        unknown = unknown and _CLEFT.match(position.claim) is None
        if unknown or (position.sentence, position.voice.party) not in spoke:
            continue
        each.probability = max(each.probability, SURER)


_CLEFT = re.compile(r"It (?:was|is|had been) [^,;]+? (?:who|that) \w", re.I)
"""What "it" is in "it was the mayor who called": nobody."""
_SOMEBODY = frozenset(["he", "she", "it", "they", "this", "that", "these", "those", "we", "i"])


def lift_denied_that(candidates: Sequence[Candidate]) -> None:
    """Who "denied that" something is so, in so many words, did so, though the reader does not see
    it: no annotated article has one that it did not see, and none can be anything else. "It" or
    "they" must have told something in the sentence before: else they may be another. Nor do they
    put that forward, whatever the reader sees."""
    spoke = {(each.position.sentence, each.position.voice.party) for each in candidates}
    for each in candidates:
        position = each.position
        features = {*position.features}
        if not features >= _DENIES_THAT or features.isdisjoint(_DENYING):
            continue
        for other in _seeming_told(each, candidates):
            other.probability = 0.0
        if each.reading is not None:
            continue
        near = (position.sentence - 1, position.voice.party) in spoke
        if not position.voice.guessed and (near or not position.voice.pronoun):
            each.probability = max(each.probability, SURER)


def settle_contradicted(candidates: Sequence[Candidate]) -> None:
    """Who told what the sentence tells the opposite of put it forward, whatever the reader sees:
    "contrary to what Orr said"."""
    for each in candidates:
        here = each.position
        if CONTRADICTED not in here.features or not each.from_rule:
            continue
        each.probability = max(each.probability, SURER)
        for other in candidates:
            beside = other.position
            meets = beside.start < here.end and here.start < beside.end
            if not other.from_rule and meets and same_voice(beside.voice, here.voice):
                other.probability = 0.0


def settle_confirmed(candidates: Sequence[Candidate]) -> None:
    """Who "confirmed that A but denied that B" denies B alone, whatever the reader sees of A."""
    denied = [
        each.position
        for each in candidates
        if each.from_rule and _AND_DENIED.issubset(each.position.features)
    ]
    for each in candidates:
        here = each.position
        if not each.from_rule or here.stance is not Stance.CONFIRMS or here.points:
            continue
        if not any(d.sentence == here.sentence and d.start >= here.end for d in denied):
            continue
        told = claim_key(here.claim)
        for other in candidates:
            beside = other.position
            meets = beside.start < here.end and here.start < beside.end
            if other.from_rule or not meets or beside.stance is not Stance.DENIES:
                continue
            words = claim_key(beside.claim)
            if 2 * len(words & told) > len(words):
                other.probability = 0.0


def _seeming_told(denied: Candidate, candidates: Sequence[Candidate]) -> list[Candidate]:
    """What the reader sees the same party put forward in the words that it denies."""
    here = denied.position
    return [
        each
        for each in candidates
        if not each.from_rule
        and each.position.stance is Stance.ALLEGES
        and each.position.start < here.end
        and here.start < each.position.end
        and same_voice(each.position.voice, here.voice)
        and 2 * len(claim_key(each.position.claim) & claim_key(here.claim))
        > len(claim_key(here.claim))
    ]


_SAID = frozenset(["lemma=say", "relation=subject", "side=right"])
_SHORT = frozenset(f"mention={count}" for count in range(1, 5))
"""The marks of a source that is no more than a name: not "the Church's own delegate for youth"."""


def lift_said_outright(candidates: Sequence[Candidate]) -> None:
    """Who "admitted that" something is so did, though the reader does not see it, and who "did not
    know whether" it is left it open; "he" or "it" must have told something in the sentence before,
    or, in "said it did not know", before that in the same one: else they may be another."""
    spoke: dict[int, list[Position]] = {}
    for each in candidates:
        spoke.setdefault(each.position.sentence, []).append(each.position)
    for each in candidates:
        position = each.position
        alone = each.reading is None and not each.rival and is_somebody(position)
        if not (alone or (each.from_rule and speaks_as_somebody(position))):
            continue
        nested = "nested" in position.features
        before = spoke.get(position.sentence - (not nested), [])
        if any(p.start < position.start and same_voice(p.voice, position.voice) for p in before):
            each.probability = max(each.probability, SURER)


def is_somebody(position: Position) -> bool:
    """Whether it is "he" or "it" who admits something or leaves it open: whoever that is."""
    outright = not {OUTRIGHT, OWNED_UP}.isdisjoint(position.features)
    return outright and position.voice.pronoun != ""


def speaks_as_somebody(position: Position) -> bool:
    """Whether "she" says in quotation marks that she will not speak of it."""
    return _REFUSES_ALOUD.issubset(position.features) and position.voice.pronoun != ""


_REFUSES_ALOUD = frozenset(["mode=direct", "said=declines"])
_OF_IT = frozenset(f"indirect:first={word}" for word in ("it", "they"))
"""What may be told of something else: "denied the report and said it was old"."""
_DENIES_THAT = frozenset(["stance=denies", "shape=finite", "introduced=True"])
_DENYING = frozenset(["lemma=deny", "lemma=dispute"])


_SAYS = frozenset({Stance.ALLEGES, Stance.DENIES})
"""What somebody says, or "said it had not"."""
_AND_DENIED = frozenset(["inherited", "lemma=deny", "introduced=True"])
_WENT_ON = frozenset(["inherited", "shape=finite", "mode=indirect", "lemma=say"])
_ANSWERS = CONTESTED - {Stance.NO_RESPONSE}


def _told(candidate: Candidate) -> tuple[int, int, Stance, str]:
    position = candidate.position
    return position.start, position.end, position.stance, position.claim
