"""How a claim is put: denied, planned, tried, or of two sides alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.words import Token, stem, stem_each
from claims.words.lexicon import NEGATORS, NEGATORS_BEFORE_TO
from claims.words.stems import carries_content

_FUTURE = frozenset({"will", "would", "shall", "going", "upcoming", "won't", "wouldn't"})
_CLAUSE_WORDS = frozenset(
    {"and", "but", "because", "while", "although", "though", "which", "who", "that", "when", "if"}
)
_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "this", "these", "those", "it's", "they're"}
    | {"his", "her", "their", "its", "there's", "he's", "she's"}
)
_PARTING = frozenset(",;:–—")
_COMPARED = frozenset({"more", "fewer", "less", "higher", "lower", "later", "earlier"})
_END = Token("", "", 0, 0)
_MODAL_VERBS = stem_each("""
plan intend consider try attempt threaten want wish offer promise pledge vow ask demand order
urge prepare discuss negotiate propose seek hope expect agree warn investigate probe
deny admit confirm apologize apologise announce predict suspect accuse charge blame might
pretend stage ex know say said tell told claim suggest recommend schedule aim
""")
_LIGHT = stem_each("""
sign hold make reach conclude have be begin start resume announce
""")
"""Verbs that leave the saying to what follows: "signed a truce"."""
_SYMMETRIC = stem_each("""
agree agreement agreed ceasefire truce between meet met meeting talk talks negotiate
negotiation marry married wed date dating war deal relationship girlfriend boyfriend together
cooperation cooperate trade border ally allied dialogue merge merger
""")


class Negators(NamedTuple):
    """Tokens that turn a statement, or a part of it, round."""

    main: frozenset[int]
    """Of the statement itself: an odd number negates it."""
    side: frozenset[int]
    """Of a clause in it ("and nothing was reported"): what they deny is only a part."""


def find_negators(text: str, tokens: Sequence[Token]) -> Negators:
    """Find them. "Not only" turns nothing; "no X or no Y" turns once; after a comma or a
    conjunction a negator belongs to a clause, and "without" always does.
    """
    main: set[int] = set()
    side: set[int] = set()
    broken = False
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else None
        broken = broken or token.lower in _CLAUSE_WORDS or _parts(text, before, token)
        if not _turns(tokens, i):
            continue
        if before is not None and before.lower in {"or", "nor"}:
            continue
        (side if broken or token.lower == "without" else main).add(i)
    return Negators(frozenset(main), frozenset(side))


def _turns(tokens: Sequence[Token], i: int) -> bool:
    """ "Not only" turns nothing, nor does "no fewer than"."""
    lower, after, then = (token.lower for token in (*tokens[i : i + 3], _END, _END)[:3])
    if lower in NEGATORS:
        return after != "only" and not (then == "than" and after in _COMPARED)
    return lower in NEGATORS_BEFORE_TO and after == "to"


def _parts(text: str, before: Token | None, token: Token) -> bool:
    """Whether a comma or a dash parts the token from the one before."""
    return before is not None and not _PARTING.isdisjoint(text[before.end : token.start])


def speaks_of_future(tokens: Sequence[Token]) -> bool:
    """Whether the claim is about what will happen."""
    return any(token.lower in _FUTURE for token in tokens)


def read_modality(tokens: Sequence[Token]) -> frozenset[str]:
    """Stems of verbs that change what is said to have happened: plans, tries, knows.

    "Known as" changes nothing.
    """
    said = (token.lower for token in tokens if token.lower != "known")
    return frozenset(stem(word) for word in said) & _MODAL_VERBS


def lacks_subject(tokens: Sequence[Token]) -> bool:
    """Whether a pronoun stands where the claim should say whom it is about."""
    return bool(tokens) and tokens[0].lower in _PRONOUNS


def is_symmetric(tokens: Sequence[Token], told: Sequence[int]) -> bool:
    """Whether the predicate holds of both sides alike, so that their order says nothing.

    ``told`` holds the tokens that tell what happened: the first decides, or what
    follows a light verb ("signed a truce"). "Agreed to pay" is said of one side.
    """
    for i in told:
        stemmed = stem(tokens[i].lower)
        if stemmed in _SYMMETRIC:
            return not _leads_to_deed(tokens, i)
        if stemmed not in _LIGHT:
            return False
    return False


def _leads_to_deed(tokens: Sequence[Token], i: int) -> bool:
    after = tokens[i + 1 : i + 3]
    if len(after) < 2 or after[0].lower != "to":
        return False
    return carries_content(after[1]) and stem(after[1].lower) not in _SYMMETRIC
