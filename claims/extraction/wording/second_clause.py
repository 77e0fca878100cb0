"""Whom a second clause is about that an "and" joins to the first: "said the drops kill germs and
that (they) were tested", "said he had a kit and that (it) would not start".

Within what somebody tells in one sentence the second clause goes on about the first one's
subject; where that is a person, "it" is the one thing that the first tells of besides.
"""

from __future__ import annotations

import re

from claims.extraction.names.mentions import possess
from claims.extraction.names.words import is_known_body
from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.lexicon import PREPOSITIONS, body_words, given_names, roles_of, word_set
from claims.extraction.text.nouns import are_many
from claims.extraction.text.quality import split_subject
from claims.extraction.voice import GENDERS, POSSESSIVES

_PRONOUN = re.compile(r"(?P<it>he|she|they|it|his|her|their|its)\b(?!['’])", re.I)
_TELLS_MORE = PREPOSITIONS | {"who", "which", "that", "and", "or", ",", "to"}
_ARTICLES = frozenset(["a", "an", "the", "this", "that", "these", "those", "one"])
_LONGEST = 6
"""Words that name a clause's subject at most."""
_NOBODY = frozenset(
    ["he", "she", "they", "it", "there", "nobody", "one", "this", "that", "i", "we"]
)


def name_again(clauses: list[str]) -> list[str]:
    """Clauses of one sentence, each with the first one's subject for a pronoun that opens it."""
    return [clauses[0], *(_name_again(clauses[0], each) for each in clauses[1:])]


def _name_again(first: str, second: str) -> str:
    """The second clause with the first one's subject for the pronoun that it opens with; as it is
    where that is somebody or something else, or nothing tells."""
    match = _PRONOUN.match(second)
    if match is None:
        return second
    lower = match["it"].lower()
    pronoun = POSSESSIVES.get(lower, lower)
    name = _whom(first, pronoun)
    if not name or (pronoun == "it" and _may_be_teller(second[match.end() :])):
        return second
    if pronoun != lower:
        name = possess(name)
    return f"{name[:1].upper()}{name[1:]}{second[match.end() :]}"


def _may_be_teller(rest: str) -> bool:
    """Whether what "it" does is what a body that tells it may do: "was checking it", "would
    appeal"."""
    return _ACTS.match(rest) is not None


_ACTS = re.compile(
    r" (?:(?:is|was|has been|had been) (?:\w+ly |still |now )?(?:\w+ing|about|set|due)\b|"
    r"(?:will|would) (?!not\b|never\b))"
)


def _whom(first: str, pronoun: str) -> str:
    """Whom a pronoun means behind a clause."""
    subject = _subject(first)
    words = subject.split()
    rest = first[len(subject) :]
    if not words or len(words) > _LONGEST or _may_be_another(rest, pronoun):
        return ""
    if pronoun in GENDERS:
        return subject if _is_person(subject, GENDERS[pronoun]) else ""
    if pronoun == "they":
        return _definite(words) if _are_several(words) else ""
    if _is_thing(words):
        return _definite(words) if _A_THING.search(rest) is None else ""
    person = any(_is_person(subject, gender) for gender in GENDERS.values())
    return _thing_in(rest) if person or words[0].lower() in GENDERS else ""


def _may_be_another(rest: str, pronoun: str) -> bool:
    """Whether what a clause tells of its subject names another whom the pronoun may mean."""
    if pronoun in GENDERS:
        roles = word_set("person_roles") | word_set("anonymous_heads")
        return _NAME.search(rest) is not None or not roles.isdisjoint(rest.lower().split())
    if pronoun == "they":
        return _MORE.search(rest) is not None
    return len(_A_THING.findall(rest)) > 1 or _THE_THING.search(rest) is not None


_NAME = re.compile(r" [A-Z][\w'’-]+ [A-Z]")
_MORE = re.compile(r"\b(?:the|their|his|her|its|two|three|four|some|many) (?:[a-z]+ )?[a-z]+s\b")
_THE_THING = re.compile(r"\b(?:the|this|that) [a-z]")


def _subject(first: str) -> str:
    """A clause's subject; where its verb is no sure one, the several with which it opens."""
    subject = split_subject(first)[0]
    words = subject.split()
    for at, word in enumerate(words[1:], 1):
        if word.islower() and may_be_past(word) and not word.endswith("ing"):
            return " ".join(words[:at])
    if subject and len(words) <= _LONGEST:
        return subject
    opening = first.split()[:2]
    return " ".join(opening) if opening[:1] == ["The"] and opening[-1].endswith("s") else ""


def _definite(words: list[str]) -> str:
    """The words with "the" for "a": "the kit" of "a kit"."""
    if words[0].lower() in ("a", "an"):
        words = ["the", *words[1:]]
    own = words[0].lower() in _ARTICLES or words[0].lower() in ("two", "three", "four")
    return " ".join([words[0].lower() if own else words[0], *words[1:]])


def _are_several(words: list[str]) -> bool:
    simple = _TELLS_MORE.isdisjoint(words) and words[-1].islower()
    return simple and words[0].lower() not in _NOBODY and are_many(" ".join(words))


def _is_thing(words: list[str]) -> bool:
    """Whether words name one thing: "the guide", no person and no body, which may be who tells
    it."""
    last = words[-1].lower()
    people = word_set("person_roles") | word_set("anonymous_heads") | word_set("plural_people")
    simple = words[0].lower() in _ARTICLES and words[-1].islower() and len(words) > 1
    return (
        simple
        and _TELLS_MORE.isdisjoint(words)
        and last not in people | body_words() | word_set("org_roles")
        and not last.endswith("s")
    )


def _thing_in(rest: str) -> str:
    """The one thing that a clause tells of behind its subject: the kit of "had a kit"."""
    things = list(_A_THING.finditer(rest))
    if len(things) != 1:
        return ""
    words = re.split(r"[,;]", things[0]["thing"])[0].split()
    end = next((n for n, word in enumerate(words) if word in _TELLS_MORE), len(words))
    return f"the {' '.join(words[:end])}" if end and _is_thing(["the", *words[:end]]) else ""


_A_THING = re.compile(r"\ban? (?P<thing>[a-zA-Z][^.]*)")


def _is_person(subject: str, gender: str) -> bool:
    """Whether words name one person who may be of a gender: "Karl Orr", "the clerk", "Orr's
    wife"."""
    words = subject.split()
    last, others = words[-1].lower(), roles_of({"m": "f", "f": "m"}[gender])
    if last in word_set("person_roles") - word_set("plural_people"):
        known = words[0].lower() in _ARTICLES or re.search(r"['’]s? \w+$", subject) is not None
        return known and last not in others and _TELLS_MORE.isdisjoint(words)
    named = all(word[:1].isupper() and word.isalpha() for word in words) and len(words) > 1
    if not named or is_known_body(subject):
        return False
    names = word_set("male" if gender == "m" else "female")
    return words[0].lower() in names or words[0].lower() not in given_names()
