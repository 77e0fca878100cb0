"""Who is named in a document: one entity per person or body, with all its names.

Linking is cautious: a surname joins the one earlier entity that ends in it, an
acronym the one whose initials it is; anything else makes an entity of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from claims.extraction.names.beside import is_possessed
from claims.extraction.names.entity import Entity, Place
from claims.extraction.names.forces import learn_force
from claims.extraction.names.mentions import (
    ADJECTIVE,
    ORGANISATION,
    PERSON,
    UNKNOWN,
    NameFinder,
    NameMention,
)
from claims.extraction.names.owners import owner_around, was_once
from claims.extraction.names.told_roles import learn_roles
from claims.extraction.names.words import is_firm, is_known_body, metonyms, nationalities, states
from claims.extraction.text.lexicon import given_names, load_lexicon, roles_of, word_set
from claims.extraction.text.segment import Page, Sentence
from claims.words import fold

_SMALL = frozenset(["of", "the", "for", "and", "in", "on", "at", "de", "al"])
_MALE_ROLES, _FEMALE_ROLES = roles_of("m"), roles_of("f")
_WHERE = frozenset(
    ["in", "at", "near", "from", "to", "of", "outside", "around", "across", "through"]
)


_HOUSES = frozenset(["banque", "banco", "banca", "groupe", "grupo", "gruppo", "compagnie"])
"""What stands before a firm's name in other tongues, and is left out of it later."""


class Register:
    """The entities of a page and where each is named."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.entities: list[Entity] = []
        self._by_name: dict[str, int] = {}
        self._by_end: dict[str, list[int]] = {}
        self._by_start: dict[str, list[int]] = {}
        self._by_middle: dict[str, list[int]] = {}
        self._by_initials: dict[str, int] = {}
        self.places: list[list[Place]] = [[] for _ in page.sentences]
        finder = NameFinder(page)
        for sentence in page.sentences:
            for mention in finder.find(sentence):
                entity = self._link(mention, sentence)
                place = Place(sentence.index, mention.first, mention.last, entity)
                self.places[sentence.index].append(place)
            learn_roles(self.entities, self.places[sentence.index], sentence)
        learn_force(page, self.entities, self.places)

    def in_tokens(self, sentence: int, first: int, last: int) -> list[Place]:
        """The names wholly inside tokens ``first:last`` of a sentence."""
        places = self.places[sentence]
        return [each for each in places if each.first >= first and each.last <= last]

    @cached_property
    def by_role(self) -> Mapping[str, Sequence[Entity]]:
        """The people whom the page calls by each role."""
        found: dict[str, list[Entity]] = {}
        for entity in self.entities:
            for role in entity.roles if entity.is_person else ():
                found.setdefault(role, []).append(entity)
        return found

    def find(self, name: str) -> Entity | None:
        """The entity of that exact name, any case."""
        index = self._by_name.get(_key(name))
        return None if index is None else self.entities[index]

    def _link(self, mention: NameMention, sentence: Sentence) -> int:
        index = self._known(mention, sentence)
        if index is None:
            index = self._acronym_in_brackets(mention, sentence)
        elif self._is_surname_of(index, mention, sentence):
            self.entities[index].sort = PERSON
        if index is None:
            first = (sentence.index, mention.first)
            sort = ORGANISATION if _is_page_of(mention.text) else mention.sort
            entity = Entity(len(self.entities), mention.text, sort, first=first)
            self.entities.append(entity)
            index = entity.index
        self._add_name(self.entities[index], mention)
        return index

    def _known(self, mention: NameMention, sentence: Sentence) -> int | None:
        key = _key(mention.text)
        exact = self._by_name.get(key)
        if exact is not None and not _is_of_another_gender(self.entities[exact], mention):
            return exact
        parts = key.split()
        if not parts or _is_page_of(mention.text):
            return None
        if len(parts) == 1:
            initials = self._by_initials.get(key) if mention.text.isupper() else None
            if initials is not None:
                return initials
            index = self._by_part(parts[0], mention)
            if index is None:
                return self._by_firm(parts[0], mention, sentence)
            return self._of_family(index, mention, sentence)
        if mention.sort in (ORGANISATION, ADJECTIVE):
            return None
        for index in reversed(self._by_end.get(parts[-1], [])):
            entity = self.entities[index]
            own = _key(entity.name).split()
            joined = own[0] == parts[0] or own[-len(parts) :] == parts
            joined = joined or (len(own) == 1 and not _is_of_kin(sentence, mention.first))
            if entity.sort in (PERSON, UNKNOWN) and joined:
                return index
        return self._by_family(parts[0])

    def _by_family(self, family: str) -> int | None:
        """Whom only a family name that comes first told of before: "Kim" of "Kim Jong Un"."""
        index = self._by_name.get(family) if family in word_set("family_first") else None
        if index is None:
            return None
        entity = self.entities[index]
        alone = _key(entity.name) == family and entity.sort in (PERSON, UNKNOWN)
        return index if alone else None

    def _by_part(self, part: str, mention: NameMention) -> int | None:
        """A lone surname or first name: the last person that carries it."""
        if mention.sort == ADJECTIVE or (mention.text.isupper() and len(mention.text) < 6):
            return None
        for table in (self._by_end, self._by_start, self._by_middle):
            for index in reversed(table.get(part, [])[-8:]):
                entity = self.entities[index]
                if _is_of_another_gender(entity, mention):
                    continue
                if entity.sort == PERSON:
                    return index
                house = _key(entity.name).split()[0] in _HOUSES and table is self._by_end
                if house and entity.sort == ORGANISATION:
                    return index  # "Delorme" of "Banque Delorme"
                given = part in given_names()
                named = given and len(entity.name.split()) == 2  # "Jonah" of "Jonah Vale"
                if entity.sort == UNKNOWN and (table is self._by_end or named):
                    return index
        return None

    def _by_firm(self, part: str, mention: NameMention, sentence: Sentence) -> int | None:
        """The firm whose name starts so, where it is no place: "Velora" of "Velora Pharma"."""
        before = sentence.tokens[mention.first - 1].lower if mention.first else ""
        if mention.sort != UNKNOWN or before in _WHERE or part in metonyms() | states():
            return None
        for index in reversed(self._by_start.get(part, [])[-8:]):
            entity = self.entities[index]
            own = entity.name.lower().split()
            if entity.sort != PERSON and len(own) in (2, 3) and is_firm(entity.name, ()):
                return index
        return None

    def _of_family(self, index: int, mention: NameMention, sentence: Sentence) -> int:
        """Whom a surname means that relatives share: not "his sister Ada Orr", of whom a text
        tells by her first name, unless she tells something there."""
        own = self.entities[index]
        if mention.titled or own.roles.isdisjoint(word_set("kin")):
            return index
        tokens, verbs = sentence.tokens, load_lexicon().verbs["affirm"]
        before, after = tokens[max(0, mention.first - 1)], tokens[mention.last :][:1]
        ends = not after or not after[0].is_word
        if (after and after[0].lower in verbs) or (ends and before.lower in verbs):
            return index
        others = (self.entities[at] for at in self._by_end.get(_key(mention.text), []))
        heads = [e for e in others if e.index != index and e.roles.isdisjoint(word_set("kin"))]
        named = [e.index for e in heads if e.is_person] or [
            e.index for e in heads if e.sort == UNKNOWN
        ]
        return named[0] if named else index

    def _is_surname_of(self, index: int, mention: NameMention, sentence: Sentence) -> bool:
        """Whether the last word of a name tells something by itself, as for people only."""
        entity = self.entities[index]
        parts = entity.name.lower().split()
        unknown = entity.sort == UNKNOWN and mention.sort in (UNKNOWN, PERSON)
        if not unknown or len(parts) not in (2, 3) or mention.text.lower() != parts[-1]:
            return False
        tokens, verbs = sentence.tokens, load_lexicon().verbs["affirm"]
        beside = (*tokens[max(0, mention.first - 1) : mention.first], *tokens[mention.last :][:1])
        if not any(token.lower in verbs for token in beside):
            return False
        known = beside[0].lower == "the" or parts[0] in nationalities()
        return not known and not is_known_body(entity.name)

    def _acronym_in_brackets(self, mention: NameMention, sentence: Sentence) -> int | None:
        """``al-Qaeda in the Arabian Peninsula (AQAP)``."""
        at = mention.first
        if at < 2 or sentence.tokens[at - 1].text != "(" or " " in mention.text:
            return None
        if at + 1 >= len(sentence.tokens) or sentence.tokens[at + 1].text != ")":
            return None
        before = [p for p in self.places[sentence.index] if p.last == at - 1]
        if not before or not mention.text[0].isupper() or not mention.text[-1].isupper():
            return None
        entity = self.entities[before[0].entity]
        return entity.index if entity.sort != PERSON else None

    def _add_name(self, entity: Entity, mention: NameMention) -> None:
        entity.count += 1
        if mention.text not in entity.names:
            entity.names.append(mention.text)
            self._index_name(entity, mention.text)
            longer = len(mention.text.split()) > len(entity.name.split())
            if longer or (entity.name.isupper() and not mention.text.isupper()):
                entity.name = mention.text
        if mention.sort == PERSON or (entity.sort == UNKNOWN and mention.sort == ORGANISATION):
            entity.sort = mention.sort if entity.sort in (UNKNOWN, PERSON) else entity.sort
        for word in mention.role.split():
            entity.roles.add(word)
        self._learn_gender(entity, mention)

    def _index_name(self, entity: Entity, name: str) -> None:
        parts = _key(name).split()
        if not parts:
            return
        self._by_name.setdefault(" ".join(parts), entity.index)
        self._by_end.setdefault(parts[-1], []).append(entity.index)
        self._by_start.setdefault(parts[0], []).append(entity.index)
        if parts[-1] in _GENERATIONS and len(parts) > 1:
            self._by_end.setdefault(parts[-2], []).append(entity.index)
        elif len(parts) == _TWO_SURNAMES and parts[1] not in given_names():
            self._by_middle.setdefault(parts[1], []).append(entity.index)
        big = [part for part in parts if part not in _SMALL]
        if len(big) > 1:
            self._by_initials.setdefault("".join(part[0] for part in big), entity.index)
            self._by_initials.setdefault("".join(part[0] for part in parts), entity.index)

    def _learn_gender(self, entity: Entity, mention: NameMention) -> None:
        roles = entity.roles
        first = fold((_key(mention.text).split() or [""])[0])
        if roles & _FEMALE_ROLES:
            entity.gender = "f"
        elif roles & _MALE_ROLES:
            entity.gender = "m"
        elif first in word_set("family_first"):
            return  # "Kim Yo Jong" is of the family Kim, and no man for that
        elif entity.gender is None and entity.sort in (PERSON, UNKNOWN) and " " in mention.text:
            male = first in word_set("male") or first == "abu"  # "father of"
            female = first in word_set("female") or first in ("umm", "um")
            if male != female:
                entity.gender = "m" if male else "f"

    def owner_of(self, sentence: Sentence, at: int) -> str | None:
        """The body named around a role word: "Apple spokeswoman", "spokesman for the Met"; None of
        a post that somebody held once."""
        if was_once(sentence.tokens, at):
            return None
        return owner_around(self.entities, self.places[sentence.index], sentence.tokens, at)


def _is_page_of(name: str) -> bool:
    """Whether a name is that of a page on somebody who is said to be dead: "R.I.P. Ada Orr"."""
    return name.replace(".", "").upper().startswith("RIP ")


def _is_of_another_gender(entity: Entity, mention: NameMention) -> bool:
    """Whether a title tells that somebody else of that name is meant: "Mrs Orr", not Karl Orr."""
    roles = frozenset(mention.role.split())
    told = "f" if roles & _FEMALE_ROLES else "m" if roles & _MALE_ROLES else None
    return told is not None and entity.gender not in (None, told)


def _is_of_kin(sentence: Sentence, first: int) -> bool:
    """Whether who is named there is told of as somebody's kin: "his wife, Ana Orr"."""
    at = first - 1 - (first > 0 and sentence.tokens[first - 1].text == ",")
    kin = at >= 1 and sentence.tokens[at].lower in _KIN
    return kin and is_possessed(sentence.tokens, at)


_KIN = frozenset(
    ["wife", "husband", "son", "daughter", "father", "mother", "brother", "sister", "widow",
     "widower", "ex-wife", "ex-husband", "stepson", "stepdaughter", "cousin", "nephew", "niece"]
)  # fmt: skip


_GENERATIONS = frozenset(["jr", "sr", "ii", "iii", "iv"])
_TWO_SURNAMES = 3
"""Words of a name with two surnames, of which the first is used alone: "Ana López García"."""


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    flat = name.lower().replace("’", "'").replace("-", " ").replace(".", "")
    return " ".join(flat.split()).removeprefix("the ")
