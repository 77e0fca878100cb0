"""What a stance is on that somebody takes on others' word: a claim told there, or one that is only
pointed at."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.extraction.attribution.attributed import Attribution, SentenceReading
from claims.extraction.cues.cue import Cue
from claims.extraction.cues.deeds import is_accusing
from claims.extraction.positions.judge import NO_EVIDENCE, Judgement
from claims.extraction.text.quality import has_finite
from claims.extraction.text.verb_groups import QUESTIONED
from claims.extraction.wording.admitting import OWNING_UP, state_admitted
from claims.extraction.wording.crimes import state_crime
from claims.extraction.wording.ruled_out import RULED_OUT, state_ruled_out, state_unproven
from claims.extraction.wording.targets import first_clause, settle_target, without_when
from claims.model import Stance


class Asked(NamedTuple):
    """What a stance may be on: the words that were ``said``, the ``words`` of one part of them as
    a sentence, and the ``claim`` among these; ``actor`` is who is said to have done it."""

    stance: Stance
    claim: str
    words: str
    said: str
    actor: str
    verdict: Judgement | None


class Contested(NamedTuple):
    """The claim, whether it is only pointed at, and whether somebody owned up to it by a noun."""

    claim: str
    points: bool
    admitted: bool


def settle_contested(reading: SentenceReading, attribution: Attribution, asked: Asked) -> Contested:
    """The claim of a denial, a doubt, an admission or a refusal."""
    cue, content = attribution.cue, attribution.content
    told = first_clause(asked.claim)
    named = _is_named(attribution, asked, told)
    # "Orr of theft" is told as a sentence, and so is "to stealing it": "Orr stole it"
    done = asked.verdict is None and asked.words.startswith(f"{asked.actor} ")
    whole = is_accusing(cue.lemma) or done
    nominal = named and not whole
    claim, points = settle_target(told, asked.actor, nominal=nominal, owned=_is_owned(cue))
    if asked.stance is Stance.DENIES and cue.group == "deny" and not whole:
        crime = state_crime(told, asked.actor)
        claim, points = (crime, False) if crime else (claim, points)
    if cue.lemma == RULED_OUT and (told_out := state_ruled_out(asked.said)):
        claim, points = told_out, False
    if points and asked.verdict is not None and asked.verdict.reason in NO_EVIDENCE:
        unproven = state_unproven(told)
        claim, points = (unproven, False) if unproven else (claim, points)
    admitted = ""
    if asked.stance is Stance.CONFIRMS and named and cue.lemma in OWNING_UP:
        admitted = state_admitted(told, asked.actor)
        claim, points = (admitted, False) if admitted else (claim, points)
    if content is not None and content.side == "left":
        opening = reading.sentence.tokens[content.first].lower
        points = points or (asked.stance is Stance.NEITHER and opening in QUESTIONED)
    question = told if asked.verdict is not None or content is None else asked.said
    if _ASKS.fullmatch(question.rstrip(".")):
        points = True  # "could not say whose they were" tells no claim
    return Contested(claim, points, bool(admitted))


def _is_named(attribution: Attribution, asked: Asked, told: str) -> bool:
    """Whether it is named by a noun phrase, and not told by a clause."""
    content, verdict = attribution.content, asked.verdict
    introduced = content is not None and content.introduced
    thing = told if introduced else without_when(told)
    judged = verdict is not None and f" that {verdict.target}" not in asked.words
    if thing != told or content is None or content.nominal or judged:
        return True
    # "denied using the money, after a paper had told of it": the verb is the tail's
    doing = told != asked.claim and told.split(" ", 1)[0].endswith("ing")
    return doing and not has_finite(told)


_ASKS = re.compile(
    r"(?:who|whom|whose|which|how many|how much)(?: (?:of|it|they|them|he|she|this|that|these|"
    r"those|had|has|have|been|was|were|is|are|did|could|might|be))+",
    re.I,
)
"""A question that only pronouns tell of."""


def _is_owned(cue: Cue) -> bool:
    """Whether what somebody admits or denies to do may follow: "admitted selling it"."""
    return cue.group in ("confirm", "deny")
