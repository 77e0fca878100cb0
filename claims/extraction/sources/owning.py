"""Whose "its spokesman" and "their lawyer" are, and for whom "spokesman Karl Orr" speaks: not for
the outlet that only reported of another, nor for the police who told of the men."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.names.mentions import ORGANISATION, PLACE
from claims.extraction.sources.coref import Discourse, Spoken, as_body, taken, voice_of
from claims.extraction.sources.reporting import (
    described_in,
    may_report,
    reported_of,
    reports,
    speaks_for_outlet,
    tells_of_itself,
)
from claims.extraction.sources.theirs import may_look_into, whose
from claims.extraction.text.lexicon import body_words
from claims.extraction.text.segment import Sentence
from claims.extraction.voice import Voice

_REACH = 6
"""Sentences back in which somebody spoke for whom a spokesman does."""


def last_body(discourse: Discourse, sentence: Sentence) -> Voice | None:
    """The body that a spokesman of whom no more is told speaks for: the last that spoke; of an
    outlet that reported something of another body, that one."""
    for_outlet = speaks_for_outlet(sentence.tokens, "")
    for index in range(sentence.index, max(-1, sentence.index - _REACH), -1):
        for spoken in reversed(discourse.told_in(index)):
            found = as_body(spoken.voice)
            if found is None or found.entity is None or found.plural:
                continue
            if not for_outlet:
                found = _past_reporter(discourse, spoken, found)
            if found is not None:
                note = f"spokesman taken as that of {found.party}"
                return replace(found, confidence=0.55, note=note)
    return None


def owner_of(
    discourse: Discourse, pronoun: str, sentence: Sentence, token: int, head: str
) -> Voice | None:
    """Who "his", "its" or "their" before a ``head`` stands for, told by the pronoun's form as a
    subject: of an outlet that reported something of a body, that body has "its spokesman"; and of
    people whom a body told of, they have "their lawyer"."""
    meant = discourse.pronoun(pronoun, sentence, token, owns=True)
    if pronoun == "they" and _tells_of_others(discourse, meant):
        page = discourse.register.page
        before = page.sentences[sentence.index - 1] if sentence.index else None
        return whose(before, sentence, token, head) or meant
    if pronoun != "it" or meant is None or meant.entity is None:
        return meant
    if speaks_for_outlet(sentence.tokens, head):
        return meant
    for index in range(sentence.index, max(-1, sentence.index - 2), -1):
        for spoken in reversed(discourse.told_in(index)):
            if spoken.voice.entity == meant.entity:
                owner = _past_reporter(discourse, spoken, meant)
                return taken(owner, pronoun) if owner is not None else None
    return meant


def _tells_of_others(discourse: Discourse, meant: Voice | None) -> bool:
    """Whether who "they" may be is a body, or people who look into what others did: not a family,
    which has a lawyer itself."""
    if meant is None or may_look_into(meant):
        return True
    if meant.entity is None:
        return meant.party.lower().rsplit(" ", 1)[-1] in body_words()
    return discourse.register.entities[meant.entity].sort in (ORGANISATION, PLACE)


def _past_reporter(discourse: Discourse, spoken: Spoken, body: Voice) -> Voice | None:
    """The body, or the one that it only reported something of; None where it reported something of
    nobody who is named."""
    if body.entity is None:
        return body
    told = discourse.register.page.sentences[spoken.sentence]
    if not may_report(told, spoken.token, body.party):
        return body
    other = reported_of(discourse.register, told, spoken.token, body.entity)
    if other is not None:
        return voice_of(discourse.register, other)
    found = described_in(told, spoken.token)
    if found is not None:
        return _described(discourse, told, *found)
    own = tells_of_itself(told, spoken.token) or not reports(told, spoken.token)
    return body if own else None


def _described(discourse: Discourse, told: Sentence, first: int, last: int) -> Voice:
    """Who "the startup" is, by name where the text told of one before."""
    opening, noun = told.tokens[first].lower, told.tokens[last - 1].lower
    known = discourse.body(noun, told, first) if opening == "the" else None
    surface = " ".join(token.text for token in told.tokens[first:last])
    return known or Voice(surface, None, (), confidence=0.5, mention=surface)
