"""Who goes near a stance and does not take it: "stopped short of denying it", "did not go as far as
to confirm it"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claims.extraction.text.inflect import forms_of
from claims.extraction.text.lexicon import answers_claim, load_lexicon, word_set
from claims.extraction.text.segment import Token

HELD_BACK = "held_back"
"""The feature of a position by who stopped short of another."""
_SHORT = forms_of("stop") | forms_of("fall") | forms_of("come")
_GO = forms_of("go") | {"gone"}
_NOT = frozenset(["not", "never", "cannot"])
_NOUNS = frozenset(["denial", "confirmation", "admission", "rejection", "retraction"])
"""What a stance is called that is not taken: "short of an outright denial"."""
_FEW = 3
"""Words between "short of" and what is not done."""
_BEFORE = 4
"""Tokens before "go" among which its negation is sought."""


def held_back_at(tokens: Sequence[Token], at: int) -> int | None:
    """Where "stopped short of" or "go as far as" starts, before the stance at token ``at`` that
    is not taken; None where nothing of the kind does."""
    lower = tokens[at].lower
    if lower not in stance_words():
        return None
    noun = lower in _NOUNS
    if not noun and not _is_stance(tokens, at):
        return None
    first = at
    while first > 0 and at - first < _FEW and _may_stand_between(tokens[first - 1].lower, noun):
        first -= 1
    before = [token.lower for token in tokens[max(0, first - 4) : first]]
    if before[-2:] == ["short", "of"]:
        head = first - 3
        return head if head >= 0 and tokens[head].lower in _SHORT else None
    if before[-1:] == ["to"]:
        first, before = first - 1, before[:-1]
    if before[-2:] == ["far", "as"] and before[-3:-2] in (["as"], ["so"]):
        return _negated_go(tokens, first - 4)
    return None


@cache
def stance_words() -> frozenset[str]:
    """Every word that may tell a stance."""
    verbs = load_lexicon().verbs
    return _NOUNS.union(*(verbs[group] for group in ("confirm", "deny", "doubt", "affirm")))


def _is_stance(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb there takes a stance on what follows: "calling for a ban" takes none."""
    lower = tokens[at].lower
    if answers_claim(lower):
        return True
    told = load_lexicon().verbs["affirm"].get(lower)
    if told is None:
        return False
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return told.lemma in ("say", "accuse", "blame") or after in ("that", "whether")


def _may_stand_between(lower: str, noun: bool) -> bool:
    if not noun:
        return lower.endswith("ly")
    return lower not in ("of", "as", "to") and lower.isalpha()


def _negated_go(tokens: Sequence[Token], go: int) -> int | None:
    """Where "did not go" starts that ends at token ``go``."""
    if go < 1 or tokens[go].lower not in _GO:
        return None
    first, negated = go, False
    while first > 0 and go - first < _BEFORE:
        lower = tokens[first - 1].lower
        negated = negated or lower in _NOT or lower.endswith("n't")
        if lower not in _NOT and lower not in word_set("cues_auxiliaries"):
            break
        first -= 1
    return first if negated else None
