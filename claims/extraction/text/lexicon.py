"""The word lists of ``lexicon.yaml`` and ``names.yaml``, read once and indexed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from claims.extraction.text.inflect import inflect, inflect_irregular

VERB_GROUPS = ("affirm", "confirm", "deny", "doubt", "withhold", "decline")
PREPOSITIONS = frozenset(["of", "for", "from", "by", "with", "in", "at", "on"])
"""Those that may stand inside a source's phrase."""
SPOKESMEN = frozenset(["spokesman", "spokeswoman", "spokesperson"])


class VerbForm(NamedTuple):
    """One reading of a word form: what verb it is of and which group that is in."""

    lemma: str
    sort: str
    group: str


class Lexicon(NamedTuple):
    """Verb forms by group, and sets of words (all lower case)."""

    verbs: dict[str, dict[str, VerbForm]]
    """Group -> form -> reading."""
    sets: dict[str, frozenset[str]]
    demonyms: dict[str, str]
    idioms: dict[str, list[str]]
    """Stance -> phrases, the verb first by its lemma."""


@cache
def load_lexicon() -> Lexicon:
    """Read the word lists. KeyError or yaml.YAMLError only where the package is broken."""
    words: dict[str, Any] = {}
    for name in ("lexicon.yaml", "names.yaml", "words.yaml"):
        source = files("claims.extraction.text").joinpath(name).read_text("utf-8")
        words.update(yaml.safe_load(source))
    verbs = {group: _verb_forms(group, words.pop(group)) for group in VERB_GROUPS}
    demonyms, idioms = words.pop("demonyms"), words.pop("idioms")
    sets = {name: frozenset(text.split()) for name, text in words.items()}
    return Lexicon(verbs, sets, demonyms, idioms)


def _verb_forms(group: str, entries: list[str | dict[str, str]]) -> dict[str, VerbForm]:
    forms: dict[str, VerbForm] = {}
    for entry in entries:
        if isinstance(entry, dict):
            ((lemma, irregular),) = entry.items()
            sorts = inflect_irregular(lemma, irregular)
        else:
            lemma, sorts = entry, inflect(entry)
        for form, sort in sorts.items():
            forms.setdefault(form, VerbForm(lemma, sort, group))
    return forms


@cache
def word_set(name: str) -> frozenset[str]:
    """One word list by its name in the YAML files."""
    return load_lexicon().sets[name]


@cache
def agent_words() -> frozenset[str]:
    """What they are who speak for a client or a body."""
    return word_set("client_roles") | word_set("spokes_roles")


def answers_claim(lower: str) -> bool:
    """Whether a lower-case word is a verb that denies, doubts or bears out something."""
    verbs = load_lexicon().verbs
    return lower in _CONTESTS or any(lower in verbs[g] for g in ("deny", "doubt", "confirm"))


_CONTESTS = frozenset(["contest", "contests", "contested", "challenge", "challenges", "challenged"])


@cache
def people_words() -> frozenset[str]:
    """What people are called who have no name: "a nurse", "villagers", "a source"."""
    return word_set("person_roles") | word_set("plural_people") | word_set("anonymous_heads")


@cache
def roles_of(gender: str) -> frozenset[str]:
    """What a man (``m``) or a woman (``f``) is called who has no name: "the widow"."""
    return word_set("entities_male_roles" if gender == "m" else "entities_female_roles")


def roles_of_others(gender: str) -> frozenset[str]:
    """What nobody of that gender is called."""
    return roles_of("f" if gender == "m" else "m")


@cache
def near_words() -> frozenset[str]:
    """What they are who are told of by whose they are."""
    return agent_words() | word_set("kin") | word_set("near_ones")


@cache
def given_names() -> frozenset[str]:
    """First names of men and women, in lower case."""
    return word_set("male") | word_set("female")


@cache
def body_words() -> frozenset[str]:
    """Words for bodies, as roles ("the ministry") or inside names."""
    return word_set("org_roles") | word_set("org_words")
