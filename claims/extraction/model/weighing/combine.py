"""Rules and model weighed together: each candidate position gets the probability it is right.

A candidate is a position of the rules, a reading of the model, or both where they agree
(spans that overlap by half the shorter, the same value, the same party). A logistic
regression over what each side says of it (fitted on articles that the model was not
trained on) gives its probability; candidates below ``model.json``'s floors fall out.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.cues.taking_back import stands_by
from claims.extraction.model.logistic import chances
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.network.shape import VALUES
from claims.extraction.model.weighing.agreeing import gold_value, match_readings, worth_weighing
from claims.extraction.model.weighing.bystanders import is_bystander
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.model.weighing.contrary import read_claimed
from claims.extraction.model.weighing.lifting import (
    SURER,
    UNSURE,
    lift_answered,
    lift_denied_that,
    lift_gone_on,
    lift_joint,
    lift_last_said,
    lift_negated,
    lift_reported,
    lift_said_outright,
    lift_said_too,
    rules_are_surer,
    settle_confirmed,
    settle_contradicted,
    word_negated,
)
from claims.extraction.model.weighing.neighbours import weigh_neighbours
from claims.extraction.model.weighing.of_verdicts import NEAR, as_described
from claims.extraction.model.weighing.overrunning import cut_quote
from claims.extraction.model.weighing.own_names import keep_names_apart
from claims.extraction.model.weighing.passing import may_be_one
from claims.extraction.model.weighing.seeming import as_put_forward, only_sounds_so, told_alike
from claims.extraction.model.weighing.speaking_for import for_oneself
from claims.extraction.model.weighing.voicing import voices_of_reading
from claims.extraction.position import (
    CHANGED,
    CONTESTED,
    NOBODY,
    REJECTING,
    RELATIVE,
    Position,
    is_plain,
    same_voice,
)
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.nearby import Nearby, overlaps
from claims.extraction.voice import Voice, is_one_of_two
from claims.extraction.wording.checkable import is_checkable
from claims.extraction.wording.joining import is_negative
from claims.model import Mode, Stance

FEATURES = (
    "always", "model", "model_logit", "rule", "rule_alone", "rule_seen", "both",
    "unattributed", "elsewhere", "contested", "rule_unattributed", "party",
    "model_contested", "rule_contested", "logit_contested",
    "confirms", "denies", "neither_confirms_nor_denies", "doubts",
    "rival", "rival_model", "rival_contested", "rival_rule", "repeat", "repeated",
    "anonymous", "other_voice", "told", "likely", "likely_contested",
)  # fmt: skip
"""The order of the regression's weights in ``model.json``."""

NAMED = 0.8
"""Probability of a party from which the reader tells better than the rules whom "she" or "the
company" means: where they part, it is right in 15, the rules in 7 (held back: in 3 and none)."""
SUREST = 0.9
"""What is told in so many words, as a report called false: what else it may seem comes after."""


def gather(
    done: Attributed, rules: Sequence[Position], readings: Sequence[Reading]
) -> list[Candidate]:
    """Every candidate, rules' positions first matched with the readings they agree with."""
    readings = worth_weighing(rules, readings)
    voiced = _voiced(done, [cut_quote(done, reading) for reading in readings])
    matches = match_readings(rules, voiced)
    answers, others = _put_forward(done, rules, voiced, matches)
    taken = {*matches.values(), *answers.values(), *others}
    found: list[Candidate] = []
    for at, position in enumerate(rules):
        number = answers.get(at, matches.get(at))
        if number is None:
            found.append(Candidate(as_described(position, voiced), None, True))
            continue
        reading, voice = voiced[number]
        if at in answers and position.stance is not Stance.ALLEGES:
            reading = replace(reading, value=position.stance.value)
        elif at in answers:
            # what it answers is another claim: nothing that was seen of it may put it on that
            reading = replace(reading, value=Stance.ALLEGES.value, told="", vector=None)
        if position.stance is Stance.DOUBTS and not told_alike(position, reading.told):
            reading = replace(reading, told="", told_else=())
        found.append(Candidate(_joined(position, reading, voice), reading, True))
    for number, (reading, voice) in enumerate(voiced):
        if number not in taken:
            told, worded = read_claimed(done, reading, voice)
            if worded is not None and _may_be_claim(worded):
                found.append(Candidate(worded, told, False))
    spots = Nearby()
    for at, position in enumerate(rules):
        spots.add(at, (position.start - NEAR, position.end + NEAR))

    def is_beside(each: Candidate) -> bool:
        around = [rules[at] for at in spots.near((each.position.start, each.position.end))]
        return is_bystander(done, each, rules, around)

    found = [each for each in found if not (only_sounds_so(done, each.position) or is_beside(each))]
    for each in found:
        if each.position.stance is Stance.ALLEGES and stands_by(each.position.claim):
            each.position = replace(each.position, points=True)  # it tells its story once more
    by_rule = [each for each in found if each.from_rule]
    named = keep_names_apart([each.position for each in by_rule])
    for each, position in zip(by_rule, named, strict=True):
        each.position = position
    weigh_neighbours(found)
    return found


def _put_forward(
    done: Attributed,
    rules: Sequence[Position],
    voiced: Sequence[tuple[Reading, Voice]],
    matches: Mapping[int, int],
) -> tuple[dict[int, int], set[int]]:
    """By positions that no reading surely agrees with, the reading that takes each for a denial, a
    doubt or a refusal, and is none (``seeming.as_put_forward``); and what others do so, too, and
    those beside a reading that surely agrees."""
    places = Nearby()
    sure = {at for at, number in matches.items() if voiced[number][0].probability >= UNSURE}
    for at, position in enumerate(rules):
        places.add(at, (position.start, position.end))
    taken = set(matches.values())
    found: dict[int, int] = {}
    others: set[int] = set()
    for number, (reading, voice) in enumerate(voiced):
        if number not in taken:
            here = places.near(reading.quote)
            answer = as_put_forward(done, rules, here, reading, voice)
            if answer in sure or (
                answer is not None and found.setdefault(answer, number) != number
            ):
                others.add(number)
    return found, others


def describe(candidate: Candidate) -> list[float]:
    """The regression's features, in the order of ``FEATURES``."""
    reading, position = candidate.reading, candidate.position
    logit = 0.0
    if reading is not None:
        chance = min(max(reading.probability, 0.01), 0.99)
        logit = math.log(chance / (1.0 - chance))
    has, rule = float(reading is not None), float(candidate.from_rule)
    told = float(reading is not None and bool(reading.told))
    likely = max(-2.0, reading.told_likely) if reading is not None else 0.0
    contested = float(position.stance in CONTESTED)
    nobody = float(position.voice.party == NOBODY.party)
    value = gold_value(position.stance)
    return [
        1.0, has, logit, rule, (1.0 - has) * rule * position.confidence,
        has * rule * position.confidence, has * rule, nobody,
        float(reading is not None and reading.kind == "elsewhere"), contested, rule * nobody,
        reading.party_probability if reading is not None else 0.0,
        has * contested, rule * contested, logit * contested,
        *(float(value == each) for each in VALUES[1:]),
        candidate.rival, candidate.rival * has, candidate.rival * contested,
        float(candidate.rival_rule), candidate.repeat, float(candidate.repeat > 0.0),
        float(position.voice.anonymous), candidate.other_voice,
        told, likely, likely * contested,
    ]  # fmt: skip


def weigh(
    candidates: list[Candidate], weights: Sequence[float], floors: tuple[float, float]
) -> list[Candidate]:
    """Candidates that reach their floor, without the weaker of two that exclude each other.

    ``floors`` are for allegations and for stances on what others put forward: the second
    are rarer and matter more, so they may stay in at a lower probability. That somebody did
    not answer is no stance to weigh, and stays with the rules' confidence.
    """
    unanswered = Stance.NO_RESPONSE
    weighed = [c for c in candidates if c.position.stance is not unanswered]
    likely = chances([describe(candidate) for candidate in weighed], weights)
    for candidate in candidates:
        if candidate.position.stance is unanswered:
            candidate.probability = candidate.position.confidence
    for candidate, probability in zip(weighed, likely, strict=True):
        candidate.probability = probability
        if is_plain(candidate.position):
            candidate.probability = max(candidate.probability, SUREST)
        elif rules_are_surer(candidate):
            candidate.probability = max(candidate.probability, SURER)
    lift_joint(candidates)
    lift_negated(candidates)
    lift_answered(candidates)
    lift_gone_on(candidates)
    lift_said_too(candidates)
    lift_denied_that(candidates)
    settle_contradicted(candidates)
    settle_confirmed(candidates)
    lift_said_outright(candidates)
    word_negated(candidates)
    lift_reported(candidates)
    lift_last_said(candidates, floors[0])
    kept: list[Candidate] = []
    places = Nearby()
    for candidate in sorted(candidates, key=lambda c: -c.probability):
        position = candidate.position
        span = (position.start, position.end)
        if position.stance is not Stance.NO_RESPONSE:
            if candidate.probability < floors[position.stance in CONTESTED]:
                continue
            if any(_excludes(kept[number], candidate) for number in places.near(span)):
                continue
        places.add(len(kept), span)
        kept.append(candidate)
    return sorted(kept, key=lambda c: (c.position.sentence, c.position.start, c.position.end))


def settled(candidate: Candidate) -> Position:
    """The candidate's position with its calibrated confidence and who saw it."""
    position = candidate.position
    reasons = list(position.reasons)
    if candidate.reading is not None:
        reasons.append(
            f"the trained reader sees it too ({candidate.reading.probability:.2f})"
            if candidate.from_rule
            else f"seen by the trained reader ({candidate.reading.probability:.2f})"
        )
    own = for_oneself(position, "" if position.points else position.claim)
    return replace(own, confidence=round(candidate.probability, 3), reasons=reasons)


def _voiced(done: Attributed, readings: Sequence[Reading]) -> list[tuple[Reading, Voice]]:
    """Readings with their voices; a slot that names nobody takes the speaker before it."""
    found: list[tuple[Reading, Voice]] = []
    seen: dict[tuple[int, str, str], int] = {}
    last: Voice | None = None
    for reading in sorted(readings, key=lambda r: (r.sentence, r.quote)):
        voices = voices_of_reading(done, reading)
        if voices is None:
            voices = [last] if last is not None and may_be_one(done, reading, last) else []
        for voice in voices:
            if voice.party != NOBODY.party and reading.probability >= 0.4:
                last = voice
            key = (reading.unit, reading.value, voice.party)
            if key not in seen:
                seen[key] = len(found)
                found.append((reading, voice))
            elif reading.probability > found[seen[key]][0].probability:
                found[seen[key]] = (reading, voice)
    return _without_offices(done.page.text, found)


def _without_offices(
    text: str, found: Sequence[tuple[Reading, Voice]]
) -> list[tuple[Reading, Voice]]:
    """Without what is seen at a body, too, whose speaker it is seen at: "Ada Lund, head of the
    mill, said" is one who speaks. Of "Ada Lund, who heads the mill," both stay: for whom she
    speaks, only the second tells."""
    own = {
        (reading.unit, reading.value, reading.speaker)
        for reading, voice in found
        if voice.speaker is not None and reading.source == reading.speaker
    }

    def is_office(reading: Reading, voice: Voice) -> bool:
        source, speaker = reading.source, reading.speaker
        if voice.speaker is not None or source is None or speaker is None or source == speaker:
            return False
        seen = (reading.unit, reading.value, speaker) in own
        return seen and " who " not in text[speaker[1] : source[0]]

    return [each for each in found if not is_office(*each)]


def _bear_one_name(one: Voice, other: Voice) -> bool:
    """Whether two voices are one by their own names, whatever else they are called."""
    return same_voice(replace(one, aliases=()), replace(other, aliases=()))


def _may_be_claim(position: Position) -> bool:
    """Whether the rules' bar for claims lets through what only the reader sees."""
    if position.stance in CONTESTED:
        return True
    words = position.claim.rstrip(".").split(" ")
    if len(words) < 2:
        return False  # "it was confident of that (assessment)"
    named, called = words[-2].lower(), words[-1].lower()
    if named in word_set("report_nouns") and called in word_set("hoax_words"):
        return False  # "called (the bribery charges baseless)"
    return is_checkable(position.claim, spoken=position.mode is Mode.DIRECT)


def _joined(position: Position, reading: Reading, voice: Voice) -> Position:
    """The rules' position with the model's names added where they name the same party."""
    mine = position.voice
    if mine.party == NOBODY.party or is_one_of_two(mine):
        return position  # of "the bank and the mayor" the rules part the names
    described = mine.anonymous and not mine.mention.lower().startswith("the ")
    if described and not _bear_one_name(mine, voice):
        return position  # "a security official" is of no embassy that is told of beside
    if mine.supposed and not same_voice(mine, voice):
        return replace(position, voice=voice)  # "the company" that the reader names by nothing else
    if _says_no_more(mine, reading, voice):
        told = dict.fromkeys((*mine.aliases, voice.party))
        told.pop(mine.party, None)
        return replace(position, voice=replace(mine, aliases=tuple(told)))
    surely = mine.note and reading.party_probability >= NAMED and not _bear_one_name(mine, voice)
    if surely and (_is_nameless(voice) or not mine.pronoun):
        return replace(position, voice=voice)
    other = voice.entity is not None and mine.entity not in (None, voice.entity)
    himself = other and voice.speaker == voice.party  # who speaks for nobody, and is another
    owner = voice.speaker is not None and mine.party.startswith(
        (f"{voice.speaker}'", f"{voice.speaker}’")
    )
    speaker = mine.speaker or (None if himself or owner else voice.speaker)
    party = voice.party if mine.party == speaker == voice.speaker else mine.party
    names = dict.fromkeys([mine.party, *mine.aliases, voice.party, *voice.aliases])
    others = tuple(name for name in names if name != party)
    return replace(position, voice=replace(mine, party=party, aliases=others, speaker=speaker))


def _says_no_more(mine: Voice, reading: Reading, voice: Voice) -> bool:
    """Whether the reader takes a description by itself that the rules know by name, as told of
    before: "the paper" is the Post. In annotated articles that name is right in 28 of 30."""
    if not mine.note or mine.pronoun or mine.supposed or reading.party is None:
        return False
    if voice.party.rsplit(" ", 1)[-1].lower() in word_set("person_roles") and not mine.person:
        return False  # "the official" is no state
    return reading.party == reading.source and _is_nameless(voice)


def _is_nameless(voice: Voice) -> bool:
    """Whether no name of the text, and nobody who speaks, stands behind the voice."""
    return voice.entity is None and voice.speaker is None


def _is_one_quote(a: Position, b: Position) -> bool:
    """Whether two spans differ by no more than a mark or two at their ends."""
    return abs(a.start - b.start) <= _MARKS and abs(a.end - b.end) <= _MARKS


_MARKS = 2


def _reads_its_pronoun(kept: Candidate, other: Candidate) -> bool:
    """Whether the reader takes the very "he" for somebody else that opens what a rule sees."""
    mine, reading = kept.position, other.reading
    if other.from_rule or reading is None or not (kept.from_rule and mine.voice.pronoun):
        return False
    return reading.source == (mine.start, mine.start + len(mine.voice.mention))


def _excludes(kept: Candidate, other: Candidate) -> bool:
    a, b = kept.position, other.position
    told = kept.from_rule and not (a.stance in REJECTING and b.stance is Stance.ALLEGES)
    if b.voice.party == NOBODY.party and not other.from_rule and told:
        # a source that the rules name answers for the hedge in its sentence, but put forward no
        # rumour that it refuses: "laughed off claims that P"
        return a.voice.party != NOBODY.party and overlaps((a.start, a.end), (b.start, b.end))
    if _reads_its_pronoun(kept, other) and gold_value(a.stance) == gold_value(b.stance):
        return True
    if CHANGED in a.features and CHANGED in b.features:
        return False
    if RELATIVE in a.features and not other.from_rule and same_voice(a.voice, b.voice):
        return overlaps((a.start, a.end), (b.start, b.end))  # the reader tells the rest of it
    same, two = gold_value(a.stance) == gold_value(b.stance), a.claim != b.claim
    if same and "inherited" in a.features and not other.from_rule:
        # "Lima denied it, calling the claim false" has one who denies
        return overlaps((a.start, a.end), (b.start, b.end)) and b.stance in CONTESTED
    alike = (a.start, a.end) == (b.start, b.end) and is_negative(a.claim) != is_negative(b.claim)
    if same and two and not other.from_rule and b.stance in CONTESTED and _is_one_quote(a, b):
        return same_voice(a.voice, b.voice)  # "refused to say whether it had": by one of them
    apart = two and kept.from_rule and other.from_rule and not alike
    if apart or (same and (two or other.from_rule)):
        return False  # two things said in one breath, or by two that the rules tell apart
    return overlaps((a.start, a.end), (b.start, b.end)) and same_voice(a.voice, b.voice)
