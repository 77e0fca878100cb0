"""Who goes on: the letter that "it" stands for, the one of two of a family who is "he", and whom
"the group" means no longer, once another opens a sentence."""

from __future__ import annotations

from claims.extraction.names.entities import Register
from claims.extraction.names.entity import Entity, Place
from claims.extraction.names.mentions import ORGANISATION, UNKNOWN
from claims.extraction.sources.described import ANY_BODY
from claims.extraction.sources.starts import LINKS
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.text.verb_groups import BE
from claims.extraction.voice import GENDERS, Voice


def writing_before(register: Register, sentence: Sentence, token: int) -> Voice | None:
    """The letter or post that opens the sentence before, where "it" goes on: "A leaflet was handed
    out at the gates. It added". None where it is told by whom it is."""
    if token != 0 or sentence.index == 0 or sentence.tokens[1].lower not in _ADDING:
        return None
    before = register.page.sentences[sentence.index - 1]
    tokens = before.tokens
    if before.paragraph != sentence.paragraph or tokens[0].lower not in ("a", "an", "another"):
        return None
    head = next((at for at, t in enumerate(tokens[:_WRITING]) if _is_written(t)), len(tokens))
    if any(not t.is_word or t.lower in LINKS for t in tokens[1:head]) or head + 1 >= len(tokens):
        return None
    verb = next((at for at in range(head, len(tokens)) if tokens[at].lower in _BECAME), 0)
    owners = (p for p in register.places[before.index] if head < p.first < verb)
    if any(tokens[place.first - 1].lower in _WHOSE for place in owners) or not verb:
        return None
    surface = " ".join(each.text for each in tokens[: head + 1])
    return Voice(surface, None, (), anonymous=True, mention=surface)


def _is_written(token: Token) -> bool:
    return token.lower in word_set("source_documents") | _LEAFLETS


_LEAFLETS = frozenset(["leaflet", "flyer", "note", "poster"])
_ADDING = frozenset(["added", "adds", "also", "further", "continued", "claimed", "went"])
_BECAME = BE | {"had", "has"}
_WHOSE = frozenset(["by", "from", "of", "the"])
_WRITING = 4
"""Words of "a chain letter", at most."""


def is_overtaken(register: Register, head: str, told: Voice, sentence: Sentence) -> bool:
    """Whether "the group" is no more the one without a name whom the text once called so: the
    sentence before opens with another by name, "Orsk is thought to have lied. The group said"."""
    if told.entity is not None or head not in ANY_BODY | {"company", "firm"} or not sentence.index:
        return False
    before = register.page.sentences[sentence.index - 1]
    return before.paragraph == sentence.paragraph and any(
        place.first <= 1 and register.entities[place.entity].sort in (ORGANISATION, UNKNOWN)
        for place in register.places[before.index][:1]
    )


def namesake(register: Register, lower: str, place: Place) -> Entity | None:
    """The one of a family who is "he" where a surname alone would be hers: "Lund" of Per and Ada
    Lund; None where it may be hers, or two are he."""
    named, wanted = register.entities[place.entity], GENDERS.get(lower)
    other = named.is_person and named.gender not in (None, wanted)
    surname = named.name.rpartition(" ")[2]
    alone = register.page.sentences[place.sentence].tokens[place.last - 1].text == surname
    if wanted is None or not (other and alone) or place.last - place.first > 1:
        return None
    found = [
        each
        for each in register.entities
        if each.is_person and each.gender == wanted and each.name.endswith(f" {surname}")
    ]
    return found[0] if len(found) == 1 else None
