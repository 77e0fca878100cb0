"""Which body is "we" where one of its officers speaks by name: the ministry of "'We are examining
it,' said a spokeswoman, Ada Lund", where the ministry was told of just before."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.names.entity import Entity
from claims.extraction.names.mentions import ORGANISATION, UNKNOWN
from claims.extraction.names.words import is_known_body, is_outlet
from claims.extraction.text.lexicon import SPOKESMEN, body_words, word_set
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.voice import Voice
from claims.extraction.wording.first_persons import FIRST_PLURAL
from claims.extraction.wording.persons import head_of

_ROLES = word_set("spokes_roles") - word_set("client_roles") | SPOKESMEN | {
    "officer", "headteacher", "headmaster", "principal", "vice-president", "treasurer", "boss",
}  # fmt: skip
_OPENS = frozenset(["its", "a", "the", "another"])
_PHRASE = 6
"""Tokens of "its chief medical officer", at most."""
_NEAR = (0, -1, -2, 1)
"""Sentences from a quotation's in which it may be told who speaks."""


def body_of_officer(
    done: Attributed, sentence: Sentence, tokens: Sequence[Token], voice: Voice
) -> str:
    """The body that is "we" in ``tokens``; "" where nothing tells of one."""
    if not voice.person or voice.entity is None or voice.speaker not in (None, voice.party):
        return ""
    if FIRST_PLURAL.keys().isdisjoint(token.lower.partition("'")[0] for token in tokens):
        return ""
    sentences = done.page.sentences
    for index in (sentence.index + step for step in _NEAR):
        if not 0 <= index < len(sentences):
            continue
        for place in done.register.places[index]:
            same = place.entity == voice.entity
            if same and (body := _spoken_for(done, sentences[index], place.first)):
                return body
            opens = _office(sentences[index].tokens, place.first) if same else None
            if opens is not None:
                return _body_before(done, sentences[index], opens)
    return ""


def _spoken_for(done: Attributed, sentence: Sentence, name: int) -> str:
    """The bank of "a spokeswoman for the bank, Ada Lund"."""
    tokens = sentence.tokens
    if name < _FOR_IT or tokens[name - 1].text != ",":
        return ""
    for at in range(name - 2, max(0, name - _PHRASE), -1):
        if tokens[at].lower == "for" and tokens[at - 1].lower in SPOKESMEN:
            body = done.page.text[tokens[at + 1].start : tokens[name - 2].end]
            return body if head_of(body) in body_words() or body[:1].isupper() else ""
    return ""


_FOR_IT = 5
"""Tokens of "spokeswoman for the bank,"."""


def _office(tokens: Sequence[Token], name: int) -> int | None:
    """Where the phrase for an office opens that stands before a name at a token."""
    last = name - 2 if name > 1 and tokens[name - 1].text == "," else name - 1
    if last < 1 or tokens[last].lower not in _ROLES:
        return None
    for at in range(last - 1, max(-1, last - _PHRASE), -1):
        if tokens[at].lower in _OPENS:
            its = tokens[at].lower == "its" or tokens[last].lower in SPOKESMEN
            return at if its else None
        if not tokens[at].text.islower():
            return None
    return None


def _body_before(done: Attributed, sentence: Sentence, at: int) -> str:
    """The body of which the text told last before a token."""
    body = done.discourse.pronoun("it", sentence, at)
    if body is None or body.person or body.plural:
        return ""
    if body.entity is None:
        return body.party if head_of(body.party) in body_words() else ""
    entity = done.register.entities[body.entity]
    if (
        entity.is_person
        or is_outlet(entity.name)
        or (entity.sort == UNKNOWN and entity.gender is not None)
    ):
        return ""
    its = sentence.tokens[at].lower == "its" and entity.sort == UNKNOWN
    if not (its or entity.sort == ORGANISATION or is_known_body(entity.name)):
        return ""
    return _with_its_body(done, sentence.index, entity)


def _with_its_body(done: Attributed, index: int, entity: Entity) -> str:
    """The ministry that stands behind a state's name just before: "Peru's foreign ministry"."""
    for near in range(index, max(-1, index - 2), -1):
        tokens = done.page.sentences[near].tokens
        for place in done.register.places[near]:
            owned = tokens[place.last : place.last + _OWNED]
            if place.entity != entity.index or not owned or owned[0].lower not in ("'s", "'"):
                continue
            words = [token.text for token in owned[1:]]
            ends = next((n for n, word in enumerate(words) if word in body_words()), None)
            if ends is not None and all(word.islower() for word in words[: ends + 1]):
                return f"{entity.name}'s {' '.join(words[: ends + 1])}"
    return entity.name


_OWNED = 4
"""Tokens of "'s foreign ministry", at most."""
