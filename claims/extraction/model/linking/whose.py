"""Of whom the writer tells what the words of a position leave to a pronoun: not of who speaks.

The writer copies a name where it finds one near, and that is often the name of who tells it.
What the words say of "it" or "she" in their own quotation, or keep "it" for, is told of another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from claims.extraction.model.linking.linked import Linked
from claims.extraction.position import Position
from claims.extraction.text.verb_groups import AUXILIARIES
from claims.extraction.wording.joining import claim_key
from claims.extraction.wording.persons import gender_of, head_of, third_person
from claims.model import Mode

_OPENS = re.compile(r"(?:It|They|He|She|There|His|Her|Its|Their|This|That|These|Those)\b")
"""The start of a claim that leaves open of whom it tells."""
_MAN = re.compile(r"\b(?:he|him|his|himself)\b", re.I)
_WOMAN = re.compile(r"\b(?:she|hers?|herself)\b", re.I)
_NAME = re.compile(r"\b[A-Z]\w+\b")
_PERSON = ("He ", "She ", "His ", "Her ")
_WORD = re.compile(r"\w+")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|did|does)\b")
_OPENING = 6
"""Words among which who is told of stands: "The vet Ada Orr"."""


def drop_others(linked: Iterable[Linked]) -> None:
    """Take what tells of another than its position off the writer's sentences, and let the verbs
    of the rest fit their subject as those of the position's words do.

    Only once the positions are linked: for telling which claim they are on it serves as well.
    """
    for each in linked:
        each.told = _fit(each.told, each)
        each.told_words = claim_key(each.told)
        others = (_fit(text, each) for text in each.told_else)
        each.told_else = {text: claim_key(text) for text in others if text}


def _fit(text: str, each: Linked) -> str:
    if not text or tells_of_another(text, each.position, each.words):
        return ""
    own = set(_WORD.findall(each.position.claim))
    return _WORD.sub(lambda match: _agreeing(match, own), text)


def _agreeing(match: re.Match[str], own: Collection[str]) -> str:
    """The verb as the words of a position have it: "attracts" for "attract" of "I attract"."""
    word = match[0]
    if word in own or (third := third_person(word)) not in own:
        return word
    before = match.string[: match.start()].split()[-1:]
    helped = bool(before) and (before[0].lower() in AUXILIARIES or before[0].lower() == "to")
    return word if helped else third


def tells_of_another(text: str, position: Position, words: str) -> bool:
    """Whether the writer's ``text`` tells of somebody else than the position, whose quote has
    these ``words``: of who speaks, or of a woman what is told of a man."""
    return (
        _tells_of_teller(text, position)
        or _tells_of_owner(text, position)
        or _swaps_gender(text, position, f"{words} {position.claim}")
        or _doubles_name(text, position)
    )


def _tells_of_teller(text: str, position: Position) -> bool:
    """Whether it opens with who speaks where the position's own words do not name them."""
    claim = position.claim
    if position.points or not _OPENS.match(claim) or _names_own(claim, position):
        return False
    if position.mode is not Mode.DIRECT:
        unsure = claim.startswith(_PERSON) and not head_of(position.voice.party)
        return not unsure and _opens_with_own(text, position)
    return _names_own(" ".join(text.split()[:_OPENING]), position)


def _opens_with_own(text: str, position: Position) -> bool:
    """Whether the party's name, or the noun that tells what it is, is the subject of a text, or
    stands in it: "Reuters and Kellmark were ..."."""
    subject, *rest = _VERB.split(text.lower(), maxsplit=1)
    before = subject.split()
    for name in (position.voice.party, position.voice.name):
        words = name.lower().split()
        if words[-1] in (before if rest else before[: len(words) + 1]):
            return True
    return False


def _doubles_name(text: str, position: Position) -> bool:
    """Whether it has a name twice that the position's words have once, and so somebody do
    something to themself: "Kellmark asked Kellmark"."""
    counts = Counter(_NAME.findall(text))
    own = Counter(_NAME.findall(position.claim))
    doubled = (name for name, count in counts.items() if count > 1)
    return not position.points and any(own[name] == 1 for name in doubled)


def _names_own(text: str, position: Position) -> bool:
    return any(name in text for name in (position.voice.party, position.voice.name))


def _tells_of_owner(text: str, position: Position) -> bool:
    """Whether it tells of somebody what is told of who speaks for them, or of what is theirs:
    "Orr's driver left" as "Orr left"."""
    party, speaker = position.voice.party, position.voice.speaker or ""
    if speaker and position.claim.startswith(speaker) and not speaker.startswith(party):
        return text.startswith(party)
    for name in position.voice.names:
        if position.claim.startswith((f"{name}'s ", f"{name}' ")) and not position.points:
            whose = text.removeprefix(name)
            return whose != text and whose[:1] not in "'’"
    return False


def _swaps_gender(text: str, position: Position, words: str) -> bool:
    """Whether it has a "her" or a "his" that the words have not, and who speaks is none."""
    own = gender_of(position.voice)
    pairs = (("m", _MAN), ("f", _WOMAN))
    return any(p.search(text) and not p.search(words) and own != which for which, p in pairs)
