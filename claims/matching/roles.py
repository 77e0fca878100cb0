"""Who does it, read from the order of an English sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.matching.names import PLACE_WORDS, ROLES, Entity
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
    others = [entity for entity in entities if entity is not agent and not entity.modifies]
    if agent is None:
        return None, tuple(dict.fromkeys(entity.key for entity in others))
    others.sort(key=lambda entity: _is_place(tokens, entity) and entity.tokens < agent.tokens)
    return agent.key, tuple(dict.fromkeys(entity.key for entity in (agent, *others)))


def read_sequence(
    tokens: Sequence[Token], keys: Mapping[int, str]
) -> tuple[tuple[str, ...], str | None]:
    """Everything named or told in the order of an active sentence, and what is told in the passive.

    "Soldiers were attacked by rebels" reads rebels, attack, soldiers.
    """
    passive = _find_passive(tokens)
    if passive is None or passive not in keys:
        return tuple(dict.fromkeys(keys[i] for i in sorted(keys))), None
    by = next((i for i in range(passive, len(tokens)) if tokens[i].lower == "by"), len(tokens))
    end = next(
        (i for i in range(by + 1, len(tokens)) if tokens[i].lower in _PREPOSITIONS), len(tokens)
    )
    agents = [i for i in range(by, end) if i in keys]
    before = [i for i in sorted(keys) if i < passive]
    rest = [i for i in sorted(keys) if i > passive and i not in agents]
    active = [*agents, passive, *before, *rest]
    return tuple(dict.fromkeys(keys[i] for i in active)), keys[passive]


def _giver(tokens: Sequence[Token], entities: Sequence[Entity]) -> Entity | None:
    for i, token in enumerate(tokens):
        if stem(token.lower) in _RECEIVES:
            return _named_after(tokens, entities, "from", i)
    return None


def _subject(tokens: Sequence[Token], entities: Sequence[Entity]) -> Entity | None:
    """The first entity that is no modifier or place, if only roles and small words precede it."""
    aside = [entity for entity in entities if entity.modifies or _is_place(tokens, entity)]
    head = next((entity for entity in entities if entity not in aside), None)
    if head is None:
        return None
    modifiers = {i for entity in aside for i in entity.tokens}
    for i in range(head.tokens[0]):
        token = tokens[i]
        if i not in modifiers and carries_content(token) and token.lower not in ROLES:
            return None
    return head


def _is_place(tokens: Sequence[Token], entity: Entity) -> bool:
    return entity.tokens[0] > 0 and tokens[entity.tokens[0] - 1].lower in PLACE_WORDS


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
