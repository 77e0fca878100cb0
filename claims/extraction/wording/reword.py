"""The claim's words from tokens of the document: names for pronouns and short names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.names.entity import Entity, Place
from claims.extraction.names.mentions import PERSON, UNKNOWN
from claims.extraction.names.words import is_known_body, is_outlet
from claims.extraction.sources.kin import name_kin
from claims.extraction.text.lexicon import given_names, word_set
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.voice import Voice
from claims.extraction.wording.addressed import find_addressed
from claims.extraction.wording.ages import name_aged
from claims.extraction.wording.by_office import name_by_office, name_pair
from claims.extraction.wording.institutional import body_of_officer
from claims.extraction.wording.left_out import find_left_out
from claims.extraction.wording.meant import Meant
from claims.extraction.wording.persons import head_of
from claims.extraction.wording.sentence import word_claim

_TITLES = frozenset(["mr", "mrs", "ms", "miss", "dr"])
_OURS = frozenset(["us", "our", "ours"])


def reword(
    done: Attributed,
    sentence: Sentence,
    tokens: Sequence[Token],
    base: int,
    voice: Voice,
    *,
    direct: bool,
) -> str:
    """The claim that ``tokens`` state, of which the first is the sentence's number ``base``.

    In reported speech (``direct`` false) a pronoun that fits the voice is the voice. "" where "I"
    of a quotation would be a body, which never says so: another speaks.
    """
    if direct and _is_no_body(done, tokens, voice):
        return ""
    renames = _full_names(done, sentence, base, base + len(tokens))
    renames |= name_by_office(done, sentence, base, base + len(tokens), voice)
    renames |= name_pair(done, sentence, base, base + len(tokens))
    if any(token.lower.endswith("-year-old") for token in tokens):
        renames |= name_aged(done, sentence, base, base + len(tokens), voice)
    kin = name_kin(done.register, tokens, voice, direct=direct)
    renames |= {base + at: (base + end, name) for at, (end, name) in kin.items()}
    span = (base, base + len(tokens))
    meant = Meant(
        done, sentence, span, voice, frozenset(name for _, name in kin.values()), direct=direct
    )
    subject = find_left_out(done, sentence, base, meant)
    addressed = _addressed(done, tokens) if direct else set()
    readers = frozenset(
        at
        for at, token in enumerate(tokens, base)
        if not direct and token.lower in _OURS and done.page.quote_at(token.start) is None
    )
    return word_claim(
        tokens, done.page.text, voice, meant.resolve, base, renames, addressed, subject, readers,
        whole=direct and not _leads(done, voice),
        body=body_of_officer(done, sentence, tokens, voice) if direct else "",
    )  # fmt: skip


def _is_no_body(done: Attributed, tokens: Sequence[Token], voice: Voice) -> bool:
    """Whether the tokens open with the "I" of a person, and a body is taken for who speaks."""
    if voice.speaker is not None or voice.person:
        return False
    opening = {token.lower.partition("'")[0] for token in tokens[:_OPENING]}
    if opening.isdisjoint(_I):
        return False
    if head_of(voice.party) in word_set("coref_written"):
        return True  # "I tried to save him, the statement said"
    entity = done.register.entities[voice.entity] if voice.entity is not None else None
    known = entity is not None and entity.sort not in (PERSON, UNKNOWN)
    return known or is_known_body(voice.party) or is_outlet(voice.party)


_I = frozenset(["i", "my"])
_OPENING = 12
"""Tokens in which a quotation tells that a person speaks."""


def _leads(done: Attributed, voice: Voice) -> bool:
    """Whether somebody speaks whose "we" may be whom they lead: "the group's leader"."""
    roles = done.register.entities[voice.entity].roles if voice.entity is not None else ()
    return not _LEADERS.isdisjoint(roles)


_LEADERS = frozenset(
    ["leader", "president", "minister", "chief", "secretary", "spokesman", "spokeswoman",
     "governor", "commander", "chairman", "general", "king", "director"]
)  # fmt: skip


def _addressed(done: Attributed, tokens: Sequence[Token]) -> set[int]:
    """Which of the tokens name whoever is spoken to: "I saw it, Ada, when it fell"."""
    if not tokens:
        return set()
    spans = list(find_addressed(done.page.text, tokens[0].start, tokens[-1].end + 2))
    return {
        at
        for at, token in enumerate(tokens)
        if any(start <= token.start < end for start, end in spans)
    }


def may_be_short(entity: Entity) -> bool:
    """Whether one word may stand for the entity: a person, or one named by two words or three."""
    return 2 <= len(entity.name.split()) <= (4 if entity.is_person else 3) and entity.sort in (
        PERSON,
        UNKNOWN,
    )


def short_names(entity: Entity) -> tuple[str, str, str]:
    """The words that may stand for an entity of two words or more: its first, its last, and that
    without the article ("Hamdani" for "Karim al-Hamdani")."""
    first, *_, last = entity.name.split()
    return first, last, last[3:] if last[:3].lower() in ("al-", "el-") else last


def _full_names(
    done: Attributed, sentence: Sentence, first: int, last: int
) -> dict[int, tuple[int, str]]:
    """Where a person stands by surname or first name, their full name."""
    found: dict[int, tuple[int, str]] = {}
    for place in done.register.in_tokens(sentence.index, first, last):
        entity = done.register.entities[place.entity]
        if place.last - place.first != 1 or not may_be_short(entity):
            continue
        words = entity.name.split()
        short = (*words, *short_names(entity)) if entity.is_person else words[-1:]
        if sentence.tokens[place.first].text not in short:
            continue
        if _is_no_short_name(done, sentence, place, entity):
            continue
        found[_title_start(sentence.tokens, first, place.first)] = (place.last, entity.name)
    return found


PARTICLES = frozenset(["a", "an", "al", "el", "bin", "ibn", "van", "von", "de", "del", "abu"])
"""Words before a name that is no one's short name there: "a Kessel", "Saja al Dulaimi"."""
_FAMILIES = frozenset(["family", "dynasty", "administration", "government", "regime", "line"])


def _is_no_short_name(done: Attributed, sentence: Sentence, place: Place, entity: Entity) -> bool:
    """Whether one word of a longer name tells of something else there: "Africa" where "West Africa"
    is named, "a Kessel family history"."""
    before, behind = sentence.tokens[place.first - 1 : place.first], sentence.tokens[place.last :]
    if before and before[0].lower in PARTICLES:
        return True
    if behind and behind[0].lower in _FAMILIES:
        return True
    first = entity.name.split(" ", 1)[0].lower()
    named = entity.is_person or first in given_names() or first.strip("-") in PARTICLES
    return not named and (first in _SIDES or _is_told(done.page.text, first))


@lru_cache(maxsize=4096)
def _is_told(text: str, word: str) -> bool:
    """Whether a word stands alone in a text, which is looked through once."""
    return f" {word} " in text


_SIDES = frozenset(
    ["west", "east", "north", "south", "central", "western", "eastern", "northern", "southern"]
)


def _title_start(tokens: Sequence[Token], first: int, at: int) -> int:
    """Where the title starts that a full name makes idle: "Mr", "Sgt." before ``at``."""
    while at > first:
        short = tokens[at - 1].text == "." and at - 1 > first
        titles = word_set("titles") if short else _TITLES
        if tokens[at - 1 - short].lower not in titles:
            break
        at -= 1 + short
    return at
