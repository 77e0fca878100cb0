"""Who "the minister" of a claim is, "the company" whose chief executive tells of it, "the pair".

A claim is read by itself, so it names whom the text names plainly: the one person whom it calls
so, wherever it uses that word; and the body for which somebody speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, pairwise

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.names.entity import Entity
from claims.extraction.names.mentions import ADJECTIVE, PLACE
from claims.extraction.text.lexicon import SPOKESMEN, word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.voice import Voice

_NO_OFFICE = (
    word_set("anonymous_heads") | word_set("plural_people") | SPOKESMEN
    | frozenset(["man", "woman", "boy", "girl", "driver", "judge", "pope", "source", "officer"])
)  # fmt: skip
"""Words by which a text may tell of another as well."""
_BODIES = frozenset(["company", "firm", "bank", "airline", "club", "charity", "agency", "group"])
_BEHIND = frozenset(["of", "for", "at", "in", "who", "whose", "that", "which", "from", "with"])
"""Words behind a noun that tell more of whom it is."""
_NEAR = 3
"""Tokens between a name and the word that tells what its bearer is."""
_MOST = 100
"""Places of a word that are looked at."""


def name_by_office(
    done: Attributed, sentence: Sentence, first: int, last: int, voice: Voice
) -> dict[int, tuple[int, str]]:
    """Where between two tokens of a sentence somebody stands by what they are, the end of those
    words and the name."""
    tokens, found = sentence.tokens, dict[int, tuple[int, str]]()
    roles = word_set("person_roles") - _NO_OFFICE
    for at in range(first, last - 1):
        noun = tokens[at + 1]
        if tokens[at].lower != "the" or not _ends_there(tokens, at + 2):
            continue
        name = ""
        if noun.text in roles:
            name = _person(done, sentence, at, noun.text)
        elif noun.text in _BODIES:
            name = _own_body(done, noun.text, voice)
        if name and not _is_named(done, sentence, first, last, name):
            found[at] = (at + 2, name)
    return found


def _ends_there(tokens: Sequence[Token], at: int) -> bool:
    """Whether a phrase ends before a token, so that nothing more is told of whom it means."""
    if at >= len(tokens):
        return True
    token = tokens[at]
    if token.is_capital or token.lower in _BEHIND or token.text in (",", "(", "–", "—"):
        return False
    return not token.is_word or token.lower not in word_set("person_roles")


def _is_named(done: Attributed, sentence: Sentence, first: int, last: int, name: str) -> bool:
    places = done.register.in_tokens(sentence.index, first, last)
    return any(done.register.entities[place.entity].name == name for place in places)


def _person(done: Attributed, sentence: Sentence, at: int, role: str) -> str:
    """The one person whom the text calls by that role before a token, if it calls nobody else
    so."""
    bearers = done.register.by_role.get(role, ())
    if len(bearers) != 1 or " " not in bearers[0].name:
        return ""
    bearer = bearers[0]
    if bearer.first >= (sentence.index, at):
        return ""
    return bearer.name if _is_only(done, bearer, role) else ""


def _is_only(done: Attributed, bearer: Entity, role: str) -> bool:
    """Whether wherever the text has a role word it is "the minister", or beside the name."""
    for start in _uses(done.page.text, role):
        index = done.page.sentence_at(start)
        if index is None:
            continue
        tokens = done.page.sentences[index].tokens
        place = next((n for n, token in enumerate(tokens) if token.start >= start), len(tokens))
        if place and tokens[place - 1].lower == "the" and _ends_there(tokens, place + 1):
            continue
        names = done.register.in_tokens(index, max(0, place - _NEAR), place + _NEAR + 1)
        if not any(each.entity == bearer.index for each in names):
            return False
    return True


@lru_cache(maxsize=256)
def _uses(text: str, role: str) -> tuple[int, ...]:
    """Where a text has a word or its plural; the first of them."""
    found = re.finditer(rf"\b{role}s?\b", text, re.I)
    return tuple(match.start() for match in islice(found, _MOST))


def _own_body(done: Attributed, noun: str, voice: Voice) -> str:
    """The body for which somebody in charge of it speaks by name."""
    if not voice.person or voice.speaker in (None, voice.party):
        return ""
    body = done.register.find(voice.party)
    if body is None or body.is_person or body.sort in (ADJECTIVE, PLACE):
        return ""
    speaker = done.register.find(voice.speaker or "")
    leads = speaker is not None and not _CHIEFS.isdisjoint(speaker.roles)
    known = noun in body.roles or noun in body.name.lower().split()
    return body.name if known or (leads and noun in ("company", "firm")) else ""


_CHIEFS = frozenset(
    ["ceo", "cfo", "coo", "chairman", "chairwoman", "founder", "executive", "owner"]
)


def name_pair(
    done: Attributed, sentence: Sentence, first: int, last: int
) -> dict[int, tuple[int, str]]:
    """Where between two tokens of a sentence two persons stand as "the pair" or "the two men", the
    end of those words and who they are: "the two envoys", "Karl Orr and Ada Lund"."""
    tokens, found = sentence.tokens, dict[int, tuple[int, str]]()
    for at in range(first, last - 1):
        if tokens[at].lower not in ("the", "both"):
            continue
        noun = tokens[at + 1].lower
        counted = noun == "two" or tokens[at].lower == "both"
        end = at + 2
        if noun == "two" and end < last and tokens[end].lower in _PERSONS:
            end += 1
        if noun not in _PAIR and not (tokens[at].lower == "both" and noun in _PERSONS):
            continue
        if not _ends_there(tokens, end) or (counted and _goes_on(tokens, end)):
            continue
        who = _two_before(done, sentence, at)
        if who:
            found[at] = (end, who)
    return found


_PAIR = frozenset(["pair", "duo", "two"])
_PERSONS = frozenset(["men", "women"])


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether "the two" counts a noun behind it: "the two planes"."""
    token = tokens[at] if at < len(tokens) else None
    plural = token is not None and token.is_word and token.lower.endswith("s")
    return token is not None and plural and not is_finite(token.lower)


def _two_before(done: Attributed, sentence: Sentence, at: int) -> str:
    """The only two persons told of together shortly before a token."""
    counted, named = list[str](), list[str]()
    for index in range(max(0, sentence.index - _BACK), sentence.index + 1):
        tokens = done.page.sentences[index].tokens
        end = at if index == sentence.index else len(tokens)
        counted += _counted(tokens, end)
        places = list(done.register.in_tokens(index, 0, end))
        people = done.register.entities
        for one, two in pairwise(places):
            both = people[one.entity].seems_person and people[two.entity].seems_person
            if both and one.last + 1 == two.first and tokens[one.last].lower == "and":
                named.append(f"{people[one.entity].name} and {people[two.entity].name}")
    found = {*counted, *named}
    return found.pop() if len(found) == 1 else ""


_BACK = 3
"""Sentences before "the pair" in which it is told who they are."""


def _counted(tokens: Sequence[Token], end: int) -> list[str]:
    """The two persons that tokens count: "the two Russian envoys" of "two Russian envoys"."""
    roles, found = word_set("person_roles") | word_set("plural_people"), []
    for at in range(end - 1):
        if tokens[at].lower != "two":
            continue
        for noun in range(at + 1, min(end, at + _NEAR + 1)):
            lower = tokens[noun].lower
            if lower in roles or (lower.endswith("s") and lower[:-1] in roles):
                words = " ".join(token.text for token in tokens[at : noun + 1])
                found.append(f"the {words[:1].lower()}{words[1:]}")
                break
    return found
