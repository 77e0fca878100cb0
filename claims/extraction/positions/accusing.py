"""What somebody is accused of by whom: "was accused by Lima of hiding it", "accused each other of
firing", "blamed Lima for the attack".

The deed is the claim, told of whom it is laid to; who lays it to them alleges it.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.attribution.attributed import Attributed, Attribution, SentenceReading
from claims.extraction.attribution.passives import find_whom
from claims.extraction.cues.cue import Shape
from claims.extraction.cues.deeds import find_deed, is_accusing, lays_on
from claims.extraction.position import NOBODY
from claims.extraction.positions.relative import word_relative
from claims.extraction.text.segment import Token
from claims.extraction.voice import Voice
from claims.extraction.wording.reword import reword
from claims.extraction.wording.stating import state_blame, state_charge

_RECIPROCAL = (("each", "other"), ("one", "another"))
_THE_OTHER = tuple(("the", "other", join) for join in ("of", "for"))


def word_accusation(
    done: Attributed, reading: SentenceReading, attribution: Attribution, voice: Voice
) -> str | None:
    """The claim of an accusation by ``voice``, "" where it is against nobody that is told.

    None where the words stand as those of any other report do: "accused Lima of hiding it".
    """
    cue, content = attribution.cue, attribution.content
    if content is None or not is_accusing(cue.lemma):
        return None
    tokens, sentence = reading.sentence.tokens, reading.sentence
    told = tokens[content.first : content.last]
    if cue.shape is Shape.PASSIVE:
        return _word_passive(done, reading, attribution)
    if attribution.noun is not None:
        words = word_relative(done, reading, attribution, voice)
    else:
        words = reword(done, sentence, told, content.first, voice, direct=False)
    one = is_reciprocal(told)
    if one:
        others = [each for each in attribution.voices if each is not voice]
        if len(others) != 1:
            return ""  # "the armies accused each other": which is which?
        words, one = f"{others[0].name} {words.split(' ', 2)[-1]}", not others[0].plural
    return state_blame(words, one=one) if cue.lemma == "blame" else state_charge(words)


def told_apart(reading: SentenceReading, attribution: Attribution, claim: str) -> str:
    """What tells the claims apart of two who accuse each other of the same: whom each is on."""
    if not _is_mutual(reading, attribution):
        return ""
    others = (voice.name for voice in attribution.voices if claim.startswith(voice.name))
    return next(others, "")


def names_both(reading: SentenceReading, attribution: Attribution) -> bool:
    """Whether an accusation tells by its form who is accused by whom: "accused by Lima of it"."""
    accused_by = attribution.cue.shape is Shape.PASSIVE and is_accusing(attribution.cue.lemma)
    return accused_by or _is_mutual(reading, attribution)


def _is_mutual(reading: SentenceReading, attribution: Attribution) -> bool:
    content = attribution.content
    if content is None or not is_accusing(attribution.cue.lemma):
        return False
    return is_reciprocal(reading.sentence.tokens[content.first : content.last])


def is_reciprocal(tokens: Sequence[Token]) -> bool:
    """Whether words start with "each other", or with "the other" of whom nothing more is told:
    "each accused (the other of firing first)"."""
    first, *behind = [token.lower for token in tokens[:3]] or [""]
    if (first, *behind[:1]) in _RECIPROCAL:
        return True
    return (first, *behind) in _THE_OTHER


def _word_passive(done: Attributed, reading: SentenceReading, attribution: Attribution) -> str:
    """ "Sudan has been accused by Lima of using gas" as "Sudan used gas", "the fire was blamed on
    Sudan by Lima" as "Sudan was responsible for the fire"."""
    tokens, sentence = reading.sentence.tokens, reading.sentence
    content, source = attribution.content, attribution.source
    deed = find_deed(tokens, attribution.cue.last + 1, attribution.cue.lemma)
    if content is None or source is None or deed is None:
        return ""
    whom = find_whom(tokens, attribution.cue, reading.quoted)
    if whom is None:
        return ""
    last = content.last if source.first < deed else source.first - 1
    parts = [
        reword(done, sentence, tokens[first:end], first, NOBODY, direct=True)
        for first, end in ((whom.first, whom.last), (deed, last))
    ]
    subject, of = (part.rstrip(".") for part in parts)
    join, told = ("for", state_blame) if attribution.cue.lemma == "blame" else ("of", state_charge)
    if lays_on(tokens, deed - 1, attribution.cue.lemma):
        return state_blame(f"{subject} on {of}.")
    return told(f"{subject} {join} {of[:1].lower()}{of[1:]}.")
