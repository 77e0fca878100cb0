"""Candidates made likelier by what is told beside them: a joint stance, or the same denial put
another way."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.position import CONTESTED, Position, same_voice
from claims.extraction.voice import is_one_of_two
from claims.extraction.wording.affirm import affirm
from claims.extraction.wording.joining import claim_key, is_negative
from claims.model import Stance

SURER = 0.6
"""Probability of what the rules alone are surest of, and up to which a candidate is lifted."""
UNSURE = 0.5
"""Probability below which a reading that agrees with a rule may be another's."""


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


def lift_answered(candidates: Sequence[Candidate]) -> None:
    """Who is told by name to have said "not P" did so, where the next sentence answers it: "Lima
    said it had not attacked. Quito rejected that". Of such words the reader is seldom sure."""
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
        if told and not voice.note and is_negative(position.claim):
            each.probability = max(each.probability, SURER)


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


def lift_denied_that(candidates: Sequence[Candidate]) -> None:
    """Who "denied that" something is so, in so many words, did so, though the reader does not see
    it: no annotated article has one that it did not see, and none can be anything else. "It" or
    "they" must have told something in the sentence before: else they may be another."""
    spoke = {(each.position.sentence, each.position.voice.party) for each in candidates}
    for each in candidates:
        position = each.position
        if each.reading is not None or not {*position.features} >= _DENIES_THAT:
            continue
        near = (position.sentence - 1, position.voice.party) in spoke
        if not position.voice.guessed and (near or not position.voice.pronoun):
            each.probability = max(each.probability, SURER)


_OF_IT = frozenset(f"indirect:first={word}" for word in ("it", "they"))
"""What may be told of something else: "denied the report and said it was old"."""
_DENIES_THAT = frozenset(["lemma=deny", "stance=denies", "shape=finite", "introduced=True"])


_SAYS = frozenset({Stance.ALLEGES, Stance.DENIES})
"""What somebody says, or "said it had not"."""
_AND_DENIED = frozenset(["inherited", "lemma=deny", "introduced=True"])
_WENT_ON = frozenset(["inherited", "shape=finite", "mode=indirect", "lemma=say"])
_ANSWERS = CONTESTED - {Stance.NO_RESPONSE}


def _told(candidate: Candidate) -> tuple[int, int, Stance, str]:
    position = candidate.position
    return position.start, position.end, position.stance, position.claim
