"""Who does it, read from the order of an English sentence."""

from __future__ import annotations

from collections.abc import Sequence

from claims.matching.names import ROLES, Entity
from claims.words import Token, stem, stem_each
from claims.words.stems import carries_content

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "got", "gets"})
_IRREGULAR = frozenset(
    """
    shot hit sent built sold bought caught held kept led left lost made met paid put read said
    seen set shut struck taught told won brought found fought cut hurt let thrown torn worn
    """.split()  # noqa: SIM905 - a page of words reads better than a list of them
)
_RECEIVES = stem_each("receive received get got accept obtain buy bought purchase")
_SUBORDINATE = frozenset({"that", "who", "which", "whether", "if"})
_PREPOSITIONS = frozenset({"in", "on", "at", "near", "during", "after", "before", "for", "to"})
_ADVERBS_BETWEEN = 3
_WORDS_BEFORE_NAME = 6


def read_roles(
    tokens: Sequence[Token], entities: Sequence[Entity]
) -> tuple[str | None, tuple[str, ...]]:
    """Who acts, and the entities in the order of an active sentence.

    The one that acts is the subject, or whoever follows the passive's "by" or a
    receiver's "from" ("Kim received a car from Putin": Putin). None where the
    sentence does not tell: a passive without "by", a subject that is no entity.
    """
    passive = _find_passive(tokens)
    agent = _giver(tokens, entities)
    if agent is None and passive is not None:
        agent = _named_after(tokens, entities, "by", passive)
    elif agent is None:
        agent = _subject(tokens, entities)
    order = [entity.key for entity in entities if entity is not agent and not entity.modifies]
    if agent is not None:
        order.insert(0, agent.key)
    return (agent.key if agent else None), tuple(dict.fromkeys(order))


def _giver(tokens: Sequence[Token], entities: Sequence[Entity]) -> Entity | None:
    for i, token in enumerate(tokens):
        if stem(token.lower) in _RECEIVES:
            return _named_after(tokens, entities, "from", i)
    return None


def _subject(tokens: Sequence[Token], entities: Sequence[Entity]) -> Entity | None:
    """The first entity that modifies no other, if nothing but roles and small words precede it."""
    head = next((entity for entity in entities if not entity.modifies), None)
    if head is None:
        return None
    modifiers = {i for entity in entities if entity.modifies for i in entity.tokens}
    for i in range(head.tokens[0]):
        token = tokens[i]
        if i not in modifiers and carries_content(token) and token.lower not in ROLES:
            return None
    return head


def _find_passive(tokens: Sequence[Token]) -> int | None:
    """The participle of a passive in the main clause: not after "that", not in "to be fired"."""
    for i, token in enumerate(tokens):
        if token.lower in _SUBORDINATE:
            return None
        if token.lower not in _BE or (i and tokens[i - 1].lower == "to"):
            continue
        for j in range(i + 1, min(i + 1 + _ADVERBS_BETWEEN, len(tokens))):
            if _is_participle(tokens[j]):
                return j
    return None


def _is_participle(token: Token) -> bool:
    if token.capital:
        return False
    return token.lower in _IRREGULAR or token.lower.endswith(("ed", "en", "wn"))


def _named_after(
    tokens: Sequence[Token], entities: Sequence[Entity], word: str, start: int
) -> Entity | None:
    """The entity that ``word`` leads to, with no other preposition between."""
    begins = {entity.tokens[0]: entity for entity in entities if not entity.modifies}
    for i in range(start + 1, len(tokens)):
        if tokens[i].lower != word:
            continue
        for j in range(i + 1, min(i + 1 + _WORDS_BEFORE_NAME, len(tokens))):
            if j in begins:
                return begins[j]
            if tokens[j].lower in _PREPOSITIONS:
                break
    return None
