"""Whom the writer puts for a pronoun: nobody but a person is "he" or "she", and nobody else."""

from __future__ import annotations

import re

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.names.entities import Register
from claims.extraction.names.entity import Entity
from claims.extraction.names.mentions import PLACE, UNKNOWN
from claims.extraction.names.words import is_outlet
from claims.extraction.position import Position
from claims.extraction.text.lexicon import agent_words, word_set
from claims.extraction.text.segment import tokenize
from claims.extraction.voice import Voice
from claims.extraction.wording.of_oneself import is_own_feeling
from claims.extraction.wording.unmeant import GENDERS, cannot_be

_THING = re.compile(
    r"(?:the|an?|this|that) (?:[a-z]+ )?(?:film|video|report|story|article|plane|ship|deal|dam|"
    r"statement|claim|letter|post|photo|picture|image|attack|strike|raid|house|company|firm|book|"
    r"song|law|plan) (?:is|are|was|were|has|had|have|will|would|could|may|might|can)\b",
    re.I,
)
"""What is surely nobody, and does something."""
_MANY_DO = re.compile(r" (?:were|are|have)\b")
_WE, _THEY = re.compile(r"\bwe\b", re.I), re.compile(r"\b(?:they|it)\b", re.I)
_MOST_WORDS = 4
"""Words of a name that are looked up."""
_POSSESSED = re.compile(r"['’]s? ")
_JOINED = re.compile(r"(?:[A-Z][\w.'’-]*(?:,? | (?:al|bin|de|van|von) )){1,4}and ")
"""Several who are told of together: "Karl Orr and Ada Lund"."""
_OWNS = re.compile(r"['’]s?(?: |$)")
"""What makes a name the owner of who is told of: "Orr's son"."""


def puts_another(done: Attributed, told: str, position: Position) -> bool:
    """Whether a sentence tells of whom the position's pronoun cannot mean.

    That is a body, a place or whatever else is named for "he" or "she" ("Kellmark had lost his
    job"), a person for "it" or "they", a man for "she", and who ``unmeant`` tells is not meant. A
    single word that nothing tells the sort of counts as a body, unless it is who speaks.
    """
    subject = position.claim.split(" ", 1)[0].lower()
    register, voice = done.register, position.voice
    client = _CLIENT.match(position.claim)
    if client is not None and not told.startswith(client[0]):
        # "Ada Lund signed it" is no telling of "her client signed it"
        whose = client["whose"]
        if told.startswith(voice.names if whose.lower() in _WHOSE else whose):
            return True
    if subject in ("it", "they") or _AND_OTHERS.match(position.claim):
        entity = None if _JOINED.match(told) else opening_of(register, told)
        return entity is not None and _is_one_person(done, entity, told, position)
    wanted = GENDERS.get(subject)
    if wanted is None:
        return False
    if subject in ("he", "she") and _is_anyones_feeling(told, position):
        return True
    if subject in ("he", "she") and (_THING.match(told) or _tells_of_agent(told, voice)):
        return True
    if _is_whose_aide(done, told, position):
        return True
    owns = subject in ("his", "her")
    entity = _owner(register, told) if owns else opening_of(register, told)
    if entity is None:
        return False
    if not set(entity.names).isdisjoint(voice.names):
        return _tells_of_client(subject, voice) or (not voice.person and is_outlet(entity.name))
    if entity.is_person:
        return cannot_be(done, entity, voice, _place(done, position), wanted)
    return not owns and (entity.sort != UNKNOWN or " " not in entity.name)


def _is_anyones_feeling(told: str, position: Position) -> bool:
    """Whether "she was sorry" is left as it stands, for it may be told of who tells it as well, and
    another is put for "she"."""
    claim = position.claim
    feels = is_own_feeling(tokenize(claim, 0, len(claim)), 0)
    return feels and not told.startswith(position.voice.names)


def puts_answerer(done: Attributed, told: str, position: Position) -> bool:
    """Whether a sentence tells of who only answers in the sentence what another said there: "Quito
    lost a drone" of "Lima said it had lost a drone, something Quito disputes"."""
    for each in done.sentences[position.sentence].rejoinders:
        source = each.source
        for place in done.register.in_tokens(position.sentence, source.first, source.last):
            names = tuple(done.register.entities[place.entity].names)
            if told.startswith(names) and not position.claim.startswith(names):
                return True
    return False


_AND_OTHERS = re.compile(r".{2,60}? and (?:others|(?:his|her) family)\b")
"""What is put for the "we" of one person: "Ada Lund and others"."""
_WHOSE = frozenset(["his", "her", "their"])
_CLIENT = re.compile(
    r"(?P<whose>his|her|their|.{2,40}?)(?:['’]s?)? "
    r"(?:client|son|daughter|brother|sister|wife|husband)\b",
    re.I,
)


def _tells_of_client(subject: str, voice: Voice) -> bool:
    """Whether "his lawyer, Ada Lund," tells of "him", and not of herself."""
    whose, _, role = voice.mention.lower().partition(" ")
    own = {"he": "his", "she": "her"}.get(subject)
    return whose == own and role.rpartition(" ")[2] in agent_words() | word_set("kin")


def _tells_of_agent(told: str, voice: Voice) -> bool:
    """Whether a sentence tells of who speaks for the party: "Orr's spokesman is pregnant"."""
    whose, *rest = _POSSESSED.split(told, maxsplit=1)
    words = rest[0].split(" ", 2)[:2] if rest else []
    return whose.lower() in {name.lower() for name in voice.names} and not agent_words().isdisjoint(
        words
    )


def _is_whose_aide(done: Attributed, told: str, position: Position) -> bool:
    """Whether a sentence tells of the governor what is told of "an aide to the governor"."""
    opening = _DESCRIBED.match(told)
    if opening is None:
        return False
    sentence = done.page.sentences[position.sentence]
    aide = re.compile(
        rf"\W*\w+ (?:\w+ ){{1,3}}?(?:to|of|for|with) {re.escape(opening['who'])}\b", re.I
    )
    return aide.match(done.page.text, sentence.start, sentence.end) is not None


_DESCRIBED = re.compile(r"(?P<who>The [a-z]+)\b")


def _is_one_person(done: Attributed, entity: Entity, told: str, position: Position) -> bool:
    """Whether somebody is surely not "it" or "they": a person, one of whom "were" is told, or
    another than who says "we"."""
    if entity.is_person:
        return True
    if entity.sort == UNKNOWN and " " in entity.name and not entity.name.endswith("s"):
        return _MANY_DO.match(told, len(entity.name)) is not None
    ours = _WE.search(done.page.text, position.start, position.end) is not None
    theirs = _THEY.search(done.page.text, position.start, position.end) is not None
    others = set(entity.names).isdisjoint(position.voice.names) and entity.sort != PLACE
    return ours and not theirs and others


def _place(done: Attributed, position: Position) -> tuple[int, int]:
    """The sentence of a position, and the token where its words start."""
    tokens = done.page.sentences[position.sentence].tokens
    starts = (n for n, token in enumerate(tokens) if token.start >= position.start)
    return position.sentence, next(starts, 0)


def _owner(register: Register, told: str) -> Entity | None:
    """Who a sentence opens with by name as the owner of what it tells of: "Orr's son"."""
    name, *owned = _POSSESSED.split(told, maxsplit=1)
    return register.find(name) if owned else None


def opening_of(register: Register, told: str) -> Entity | None:
    """Who or what the sentence opens with by name; None where that only tells whose somebody is:
    "Kellmark's head", "the Peru envoy"."""
    words = told.removeprefix("the ").removeprefix("The ").split(" ")
    for size in range(min(_MOST_WORDS, len(words)), 0, -1):
        name = " ".join(words[:size])
        found = register.find(name)
        if found is not None:
            people = word_set("person_roles") | word_set("anonymous_heads")
            return None if people.intersection(words[size : size + 1]) else found
        if _OWNS.search(name):
            return None
    return None
