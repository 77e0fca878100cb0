"""How a claim is put: denied, planned, tried, or of two sides alike."""

from __future__ import annotations

from collections.abc import Sequence

from claims.words import Token, stem, stem_each
from claims.words.lexicon import NEGATORS, NEGATORS_BEFORE_TO

_FUTURE = frozenset({"will", "would", "shall", "going", "upcoming", "won't", "wouldn't"})
_MODAL_VERBS = stem_each("""
plan intend consider try attempt threaten want wish offer promise pledge vow ask demand order
urge prepare discuss negotiate propose seek hope expect agree warn investigate probe
deny admit confirm apologize apologise announce predict suspect accuse charge blame might
pretend stage ex say said tell told claim suggest recommend schedule aim
""")
_SYMMETRIC = stem_each("""
agree agreement agreed ceasefire truce between meet met meeting talk talks negotiate
negotiation marry married wed date dating war deal relationship together cooperation
cooperate trade border ally allied dialogue merge merger
""")


def find_negators(tokens: Sequence[Token]) -> set[int]:
    """Tokens that turn the statement round: an odd number negates. "Not only" turns nothing."""
    found: set[int] = set()
    for i, token in enumerate(tokens):
        after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if (token.lower in NEGATORS and after != "only") or (
            token.lower in NEGATORS_BEFORE_TO and after == "to"
        ):
            found.add(i)
    return found


def speaks_of_future(tokens: Sequence[Token]) -> bool:
    """Whether the claim is about what will happen."""
    return any(token.lower in _FUTURE for token in tokens)


def read_modality(tokens: Sequence[Token]) -> frozenset[str]:
    """Stems of verbs that change what is said to have happened: plans, tries, threatens."""
    return frozenset(stem(token.lower) for token in tokens) & _MODAL_VERBS


def is_symmetric(tokens: Sequence[Token]) -> bool:
    """Whether the predicate holds of both sides alike, so that their order says nothing."""
    return not _SYMMETRIC.isdisjoint(stem(token.lower) for token in tokens)
