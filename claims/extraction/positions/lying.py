"""Who is said to lie, and on whose word that is: "Moss said that Dunn was lying"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extraction.position import Position, same_voice
from claims.extraction.text.sought import Sought
from claims.extraction.voice import GENDERS, Voice
from claims.model import AFFIRMING, Stance

_WHO = r"(?P<liar>he|she|they|(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)?)"
_UP = r"(?:it|this|that|things|everything)(?: all)? up"
_LIES = (
    r"(?:is|are|was|were)(?: \w+ly| just| simply)? "
    rf"(?:lying|an? (?:\w+ )?liars?|liars|telling lies|making {_UP})"
)
_LIED = rf"(?:has |have |had )?(?:lied|made {_UP})"
LYING = (
    rf"{_WHO} (?:{_LIES}|(?:is|are|was|were)(?: \w+ly| simply)? (?:mistaken|wrong|not telling "
    rf"the truth)|{_LIED}|(?:has |have |had )?invented (?:it|this|that))"
)
"""The words that say so, and of whom, as a clause."""
_NAME = r"[\w.’'-]+(?: [A-Z][\w’'-]+){0,2}"
_CALLED = Sought(
    rf"\b(?:call|brand|label)(?:s|ed|led|ing|ling) (?P<whom>{_NAME}) (?:an? |the )?"
    r"(?:[\w-]+ ){0,2}?liars?\b|"
    rf"\baccus(?:es|ed|ing) (?P<blamed>{_NAME}) of (?:lying|inventing|fabricating|making {_UP})\b|"
    rf"\b(?P<told>(?!(?:never|not|ever|nor)\b){_NAME}) (?:{_LIES}|{_LIED})\b",
)
_GENDERS = {**GENDERS, "him": GENDERS["he"], "her": GENDERS["she"]}


def called_liar(words: str) -> str:
    """Who is called a liar in the words; "" where nobody is."""
    match = _CALLED.search(words)
    return next(filter(None, match.groups()), "") if match is not None else ""


def only_calls_liar(claim: str) -> bool:
    """Whether a claim is no more than that "she made it up", whoever she is."""
    match = _LYING.fullmatch(claim.rstrip("."))
    return match is not None and match["liar"].lower() in ("he", "she", "they")


_LYING = re.compile(LYING, re.I)


def is_meant(liar: str, voice: Voice) -> bool:
    """Whether the voice may be who is said to lie: by a name, or by a pronoun of its gender."""
    lower = liar.lower()
    if lower in _GENDERS:
        return (voice.person or voice.gender is not None) and voice.gender in (
            None,
            _GENDERS[lower],
        )
    if lower in ("they", "them", "it"):
        return not voice.person
    last = liar.replace("’", "'").removesuffix("'s").rpartition(" ")[2]
    return any(last in name.split() for name in voice.names)


def word_of_liar(liar: str, voice: Voice, told: Sequence[Position]) -> tuple[str, Stance] | None:
    """The claim on which who is said to lie took a position just before, and the stance on it of
    whoever says so (``voice``): "he lied", of who denied it, affirms it. None where they took
    none."""
    for number in range(len(told) - 1, -1, -1):
        position = told[number]
        if same_voice(position.voice, voice) or not is_meant(liar, position.voice):
            continue
        if position.stance in AFFIRMING and not position.points:
            return position.claim, Stance.DENIES
        if position.stance is not Stance.DENIES:
            return None
        own = [p for p in told[: number + 1] if p.claim and not p.points]
        return (own[-1].claim, Stance.ALLEGES) if own else None
    return None
