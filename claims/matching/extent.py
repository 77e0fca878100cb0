"""What a claim covers beside its core: where it was, and what else it joins with "and"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.matching.names import PLACE_WORDS, Entity
from claims.words import Token, stem, stem_each
from claims.words.stems import carries_content

_ONCE_DONE = stem_each("""
capture captured kidnap abduct kill murder assassinate execute behead
""")
"""What is done to a person but once."""
_ONCE = stem_each("die dead born drown")
"""What a person undergoes but once."""
_JOINERS = frozenset({"and", "or"})
_JOINED_WORDS = 2


def read_places(tokens: Sequence[Token], entities: Sequence[Entity]) -> frozenset[str]:
    """Keys of the places it happened at: "in Kobani", but not "in Kobani and Raqqa"."""
    return frozenset(
        entity.key
        for entity in entities
        if _word(tokens, entity.tokens[0] - 1) in PLACE_WORDS
        and _word(tokens, entity.tokens[-1] + 1) not in _JOINERS
    )


def happens_once(
    tokens: Sequence[Token], entities: Sequence[Entity], agent: str | None, places: frozenset[str]
) -> bool:
    """Whether it tells what befalls somebody named but once, so that the place only adds to it.

    "Castro died in Havana" is no other death than "Castro died"; "Israel bombed
    a hospital in Gaza" may be another bombing than "Israel bombed a hospital".
    """
    stems = {stem(token.lower) for token in tokens}
    whom = {
        entity.key
        for entity in entities
        if not entity.modifies and entity.key not in places and _stands_alone(tokens, entity)
    }
    return bool(stems & _ONCE_DONE and whom - {agent}) or bool(stems & _ONCE and whom)


def _stands_alone(tokens: Sequence[Token], entity: Entity) -> bool:
    """Whether no noun follows: "Castro died", not "Cuban soldiers died"."""
    after = entity.tokens[-1] + 1
    word = _word(tokens, after)
    if not word or word in PLACE_WORDS or not carries_content(tokens[after]):
        return not tokens[after - 1].text.endswith(("'s", "’s", "s'", "s’"))
    return stem(word) in _ONCE | _ONCE_DONE


def read_joined(tokens: Sequence[Token], keys: Mapping[int, str]) -> frozenset[str]:
    """Keys of what "and" or "or" joins: "drones and ballistic missiles"."""
    found: set[str] = set()
    for i, token in enumerate(tokens):
        if token.lower not in _JOINERS:
            continue
        found |= {keys[i - 1]} if i - 1 in keys else set()
        behind = range(i + 1, min(i + 1 + _JOINED_WORDS, len(tokens)))
        found |= {keys[j] for j in behind if j in keys}
    return frozenset(found)


def _word(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""
