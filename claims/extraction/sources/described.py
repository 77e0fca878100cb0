"""Who may be what a description says: "the airline", "the mayor", "the paper", "the report"."""

from __future__ import annotations

import re

from claims.extraction.names.entities import Register
from claims.extraction.names.entity import Entity
from claims.extraction.names.mentions import ORGANISATION, PLACE
from claims.extraction.names.words import TRADES, is_firm, is_outlet
from claims.extraction.sources.fitting import is_described
from claims.extraction.text.lexicon import roles_of_others, word_set
from claims.extraction.text.segment import Sentence
from claims.extraction.voice import Voice

OUTLETS = word_set("coref_outlets")
WRITTEN = word_set("coref_written")
"""Documents that may be of whoever was cited before; a film or a survey is its own witness."""
_NO_MEDIA = word_set("coref_no_media")
_NO_PLACES = _NO_MEDIA | OUTLETS | {"airline", "charity", "foundation", "club", "union"}
ANY_BODY = frozenset({"group", "organisation", "organization", "agency", "body", "office"})
"""What a body of whatever sort is called, and a body of many: "the militants", "the group"."""
_TOLD_ROLES = word_set("coref_told_roles")
"""Whoever is one of these is told to be so before."""


def is_of_that_sort(register: Register, head: str, voice: Voice) -> bool:
    """Whether somebody is told to be an outlet, or in business as "the company" is."""
    if head in OUTLETS:
        return is_outlet_of(register, voice)
    if head not in TRADES or voice.entity is None:
        return False
    return is_firm(voice.party, register.entities[voice.entity].roles)


def only_holder(register: Register, role: str, sentence: Sentence) -> Entity | None:
    """The one person whom a page names as "the mother" or "the senator", or by "the 26-year-old",
    if there is one."""
    if role.endswith("-year-old"):
        aged = of_that_age(register, role, sentence)
        return register.entities[aged] if aged is not None else None
    if role not in word_set("person_roles") - _ANYBODY:
        return None
    holders = [each for each in register.entities if each.is_person and role in each.roles]
    return holders[0] if len(holders) == 1 else None


_ANYBODY = frozenset(
    ["source", "official", "man", "woman", "boy", "girl", "person", "user", "insider", "witness",
     "eyewitness", "resident", "neighbour", "neighbor", "employee", "worker", "executive", "aide",
     "spokesman", "spokeswoman", "spokesperson", "representative", "victim", "suspect", "officer",
     "friend", "reporter", "journalist", "fan", "critic", "caller", "guard", "lawyer", "judge"]
)  # fmt: skip
"""What a text calls many beside the one whom it names as such."""


def of_that_age(register: Register, head: str, sentence: Sentence) -> int | None:
    """Who was told of as "Ada Orr, 26," before they are "the 26-year-old", if only one was."""
    age = head.partition("-")[0]
    found = set()
    for index in range(max(0, sentence.index - _AGED), sentence.index + 1):
        tokens = register.page.sentences[index].tokens
        for place in register.places[index]:
            behind = [token.text for token in tokens[place.last : place.last + 2]]
            before = tokens[place.first - 1].lower if place.first else ""
            if behind == [",", age] or before == head:
                found.add(place.entity)
    return found.pop() if len(found) == 1 and age.isdigit() else None


_AGED = 12
"""Sentences back in which somebody's age is told."""


def tells_report(sentence: Sentence) -> bool:
    """Whether a sentence tells that somebody reported something, which is then "the report"."""
    return any(token.lower in _REPORTS for token in sentence.tokens)


_REPORTS = frozenset(["report", "reports", "reported", "reporting"])


def reporter_before(register: Register, sentence: Sentence) -> Entity | None:
    """The one outlet of whose report the sentence or two before tell: "a report from the Star",
    "as the Star reports"."""
    found = {}
    for index in range(max(0, sentence.index - _REPORTED), sentence.index):
        tokens = register.page.sentences[index].tokens
        for place in register.places[index]:
            entity = register.entities[place.entity]
            after = tokens[place.last].lower if place.last < len(tokens) else ""
            before = [t.lower for t in tokens[max(0, place.first - 3) : place.first]]
            before = [word for word in before if word not in ("the", "a")]
            from_it = before[-2:] in (["report", "from"], ["report", "by"], ["report", "in"])
            if (from_it or after in ("reports", "reported")) and not entity.is_person:
                found[entity.index] = entity
        if any(t.lower in ("report", "study", "survey") for t in tokens) and not found:
            return None
    return next(iter(found.values())) if len(found) == 1 else None


_REPORTED = 2
"""Sentences back in which a report is told of."""


def head_of(mention: str) -> str:
    """The noun that words for somebody are about: "company" of "a coal company in Soma"."""
    return _LINKED.split(mention.lower(), maxsplit=1)[0].rpartition(" ")[2]


_LINKED = re.compile(r" (?:of|in|for|at|from|with|on|to|who|which|that)\b|,")


def told_alone(voice: Voice) -> bool:
    """Whether a voice is a person's who has no name and speaks for nobody."""
    return voice.person and voice.speaker in (None, voice.party)


def is_outlet_of(register: Register, voice: Voice) -> bool:
    """Whether somebody is an outlet by their name, or told to be one: "the site Orsk Now"."""
    roles = register.entities[voice.entity].roles if voice.entity is not None else set()
    return is_outlet(voice.party) or not OUTLETS.isdisjoint(roles)


def _is_place(register: Register, voice: Voice) -> bool:
    return voice.entity is not None and register.entities[voice.entity].sort == PLACE


def may_hold(register: Register, role: str, voice: Voice) -> bool:
    """Whether somebody named may be "the mayor" or "the gunman", as nobody is of whom that was
    not told, or "the girl", as no man is."""
    if voice.gender is not None and role in roles_of_others(voice.gender):
        return False
    if voice.entity is None:
        return role not in _TOLD_ROLES
    entity = register.entities[voice.entity]
    if role in word_set("titles") | _TOLD_ROLES:
        return role in entity.roles
    return entity.sort not in (ORGANISATION, PLACE)


def may_be_thing(register: Register, head: str, voice: Voice) -> bool:
    """Whether a voice may be what "the airline" or "it" (no head) stands for."""
    named_so = is_outlet_of(register, voice)
    client = register.find(voice.party) if head in WRITTEN and voice.person else None
    if client is not None and client.is_person:
        return False  # "the story" is none of the actor whose agent spoke
    if head in _NO_MEDIA and named_so:
        return False
    if head in _NO_PLACES and _is_place(register, voice):
        return False
    if head and voice.entity is None and is_described(voice):
        return False  # "police" or "players" told something: "the airline" is none of them
    if _is_of_another_sort(register, head, voice):
        return False
    # an outlet is one that told something, not whatever is named
    return head not in OUTLETS | WRITTEN or named_so or bool(voice.mention)


def _is_of_another_sort(register: Register, head: str, voice: Voice) -> bool:
    """Whether a voice was told of as what no "bank" is: "a hacker group", "two websites"."""
    if not head or head in WRITTEN | ANY_BODY:
        return False
    if voice.plural and voice.entity is None:
        return True
    roles = set(voice.mention.lower().split())
    if voice.entity is not None:
        roles |= register.entities[voice.entity].roles
    roles &= word_set("org_roles")
    alike = TRADES if head in TRADES else OUTLETS if head in OUTLETS else {head}
    return bool(roles) and roles.isdisjoint(alike)
