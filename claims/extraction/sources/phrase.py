"""A source's noun phrase in its document: its words, its head, the names inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.extraction.names.entities import Register
from claims.extraction.names.entity import Entity, Place
from claims.extraction.names.governments import government_of_page
from claims.extraction.names.mentions import ADJECTIVE
from claims.extraction.names.platforms import only_hosts
from claims.extraction.sources.coref import Discourse
from claims.extraction.sources.owning import owner_of
from claims.extraction.text.lexicon import agent_words, word_set
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.voice import GENDERS, POSSESSIVES, Voice

LINKS = frozenset(["by", "from", "in", "of", "on", "at", "for"])
"""Prepositions that join a noun to what it is of."""
ARTICLES = frozenset(["the", "a", "an", "this", "that"])
_HEAD_ENDS = LINKS | frozenset(
    ["who", "there", "here", "with", "close", "to", "familiar", ",", "contacted", "loyal", "linked"]
)
_TOLD = word_set("plural_people") | word_set("source_documents")
_SOME = frozenset(["several", "some", "many"])
_DONE = frozenset(["seen", "sent", "written", "shown", "put", "made", "given", "read"])
NO_CLIENTS = frozenset(
    ["judge", "magistrate", "prosecutor", "coroner", "sheriff", "detective", "policeman", "officer"]
)
"""Who has no lawyer in what they tell: "The judge said ... His lawyer said"."""
_LEADING = re.compile(r"^(?:the|a|an|both|even|only|also)\s+", re.I)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``first:last`` of a sentence, with an apposition to them if there is one."""

    register: Register
    discourse: Discourse
    sentence: Sentence
    first: int
    last: int
    apposition: tuple[int, int] | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens[self.first : self.last]

    @property
    def start(self) -> str:
        """The first word, lower case."""
        return self.sentence.tokens[self.first].lower

    @property
    def is_owned(self) -> bool:
        """Whether it names an owner with a mark: "the boy's mother", "the workers' union"."""
        return any(token.lower in ("'s", "'") for token in self.tokens)

    @property
    def surface(self) -> str:
        """The words as they stand."""
        tokens = self.sentence.tokens
        text = self.register.page.text[tokens[self.first].start : tokens[self.last - 1].end]
        return " ".join(text.split()).strip(" ,;:\"“”'")

    @property
    def bare(self) -> str:
        """The words without their article."""
        return _LEADING.sub("", self.surface)

    @property
    def head(self) -> str:
        """The noun that the phrase is about: its last word before a preposition."""
        return find_head(self.sentence.tokens, self.first, self.last, _HEAD_ENDS)

    @property
    def places(self) -> list[Place]:
        """Every name inside, nationalities included."""
        return self.register.in_tokens(self.sentence.index, self.first, self.last)

    @property
    def named(self) -> list[Place]:
        """The names inside that are no nationalities, nor sites where somebody posted."""
        return [
            place
            for place in self.places
            if self.entity(place).sort != ADJECTIVE
            and not only_hosts(self.sentence.tokens, self.first, place.first)
        ]

    def entity_of(self, index: int) -> Entity:
        return self.register.entities[index]

    def entity(self, place: Place) -> Entity:
        return self.register.entities[place.entity]

    def possessor(self) -> Voice | None:
        """Who the "his" or "its" is that the phrase starts with, if it does and anybody fits."""
        if self.start not in POSSESSIVES:
            return None
        owner = POSSESSIVES[self.start]
        meant = owner_of(self.discourse, owner, self.sentence, self.first, self.head)
        if meant is not None and meant.entity is not None and owner in GENDERS:
            person = self.entity_of(meant.entity)  # not the state for which he speaks
            if person.is_person and meant.party != person.name:
                meant = replace(meant, party=person.name, speaker=person.name)
        if meant is not None and meant.entity is None and self.head in agent_words():
            words = meant.party.lower().split()
            return None if not NO_CLIENTS.isdisjoint(words) else meant
        return meant

    def described(self, head: str | None = None) -> Voice | None:
        """Who "the ..." stands for, if the document told of such a one."""
        return self.discourse.description(head or self.head, self.sentence, self.first, self.start)

    def entity_voice(self, entity: Entity) -> Voice:
        """The voice of an entity named here, through the body it speaks for if it does."""
        names = (*entity.names, self.surface)
        if entity.is_person and entity.institution:
            body = self.register.find(entity.institution)
            more = tuple(body.names) if body is not None else ()
            return Voice(
                entity.institution, entity.name, others((*more, *names), entity.institution),
                person=True, gender=entity.gender, entity=entity.index, confidence=0.8,
                mention=self.surface,
            )  # fmt: skip
        return Voice(
            entity.name, entity.name if entity.is_person else None, others(names, entity.name),
            person=entity.is_person, gender=entity.gender, entity=entity.index, confidence=0.8,
            mention=self.surface,
        )  # fmt: skip

    def person_voice(self, place: Place) -> Voice:
        """The voice of a person named here; what the phrase says of their body is learnt."""
        entity = self.entity(place)
        if entity.institution is not None and entity.institution.lower() in word_set("org_roles"):
            entity.institution = self._told_body(entity)
        if entity.institution is None and self.apposition is not None:
            entity.institution = self._body_in(*self.apposition)
        return self.entity_voice(entity)

    def _told_body(self, entity: Entity) -> str | None:
        """The body that "Ministry spokesperson ..." means, told of before who is named so; None
        where none was."""
        assert entity.institution is not None
        word = entity.institution.lower()
        index, token = entity.first
        found = self.discourse.body(word, self.register.page.sentences[index], token)
        if found is not None and found.entity != entity.index and found.party.lower() != word:
            return found.party
        government = government_of_page(self.register) if word == "government" else None
        if government is not None:
            return government
        return entity.institution if word in word_set("coref_own_names") else None

    def _body_in(self, first: int, last: int) -> str | None:
        """The body that an apposition makes somebody speak for."""
        for at in range(first, last):
            if self.sentence.tokens[at].lower in word_set("spokes_roles"):
                found = self.register.owner_of(self.sentence, at)
                return found or self._told_owner(first, at)
        return None

    def _told_owner(self, first: int, role: int) -> str | None:
        """The body told of before whose officer somebody is: "Orr, the company's chief executive,";
        None where none is known."""
        words = [token.lower for token in self.sentence.tokens[first:role]]
        if words[:1] != ["the"] or words[2:3] != ["'s"] or words[1] not in word_set("org_roles"):
            return None
        found = self.discourse.body(words[1], self.sentence, first)
        found = found or self.discourse.only_firm(words[1], self.sentence, first)
        return found.party if found is not None and not found.person else None

    def surfaced(self, voice: Voice) -> Voice:
        return replace(voice, mention=self.surface)


def for_whom(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where in ``tokens[first:last]`` whom somebody speaks for begins: "a spokesman for (the
    studio)"; None where nobody is told."""
    roles = word_set("spokes_roles")
    for at in range(first, last - 2):
        words = tokens[at + 1].lower, tokens[at + 2].lower
        named = words[1] == "the" or tokens[at + 2].is_capital
        if tokens[at].lower in roles and words[0] == "for" and named:
            return at + 2
    return None


def find_head(tokens: Sequence[Token], first: int, last: int, ends: frozenset[str]) -> str:
    """The last of tokens ``first:last`` before one of ``ends``, lower case."""
    ends_so = tokens[last - 1].lower in word_set("spokes_roles")
    if ends_so and tokens[first].lower in ("a", "an") and not for_whom(tokens, first, last):
        return tokens[last - 1].lower  # "a Ministry of Defence spokesman"
    for at in range(first + 1, last):
        lower, before = tokens[at].lower, tokens[at - 1].lower
        told = lower.endswith(("ing", "ed")) or lower in _DONE
        if before in _SOME and lower.endswith("ed"):
            continue  # "several unconfirmed reports"
        if lower in ends or (before in _TOLD and told):
            return before  # "experts studying the crater", "a video posted on the site"
    return tokens[last - 1].lower


def others(names: tuple[str, ...], party: str) -> tuple[str, ...]:
    """The names without the party's own and without repeats, in order."""
    return tuple(name for name in dict.fromkeys(names) if name and name != party)
