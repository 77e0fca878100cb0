"""Whether the capital of a sentence's first word is a name's, by what follows it."""

from __future__ import annotations

from claims.extraction.text.lexicon import load_lexicon, word_set
from claims.extraction.text.segment import Token

_LONGEST_LIST, _LONGEST_ASIDE = 9, 20
"""Tokens that are looked at."""


_OF_DEEDS = frozenset(["over", "for", "after", "on", "in", "with", "by", "as", "of"])


def looks_named(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a lone capital at token ``at`` is followed as a subject's name is."""
    if at + 1 >= len(tokens):
        return False
    beyond = tokens[at + 2].lower if at + 2 < len(tokens) else ""
    if tokens[at + 1].text == "&":
        return tokens[at + 2 : at + 3] != () and tokens[at + 2].is_capital
    relative = tokens[at + 1].text == "," and beyond in ("who", "which", "where", "whose")
    if relative or _opens_list(tokens, at) or _speaks_after_aside(tokens, at):
        return True
    if tokens[at + 1].lower in word_set("person_roles"):
        heads = tokens[at + 1].lower in ("minister", "secretary")  # "Sports minister Ada Orr"
        return not heads or tokens[at].lower not in word_set("names_portfolios")
    done = beyond in _OF_DEEDS and tokens[at + 1].lower.endswith("ed")
    if done and not tokens[at].lower.endswith("s"):
        return True  # "Orr arrested over fraud"
    after = _past_adverb(tokens, at + 1)
    told = _tells(beyond) if after in ("have", "are", "were") else _tells(after)
    return told or after in word_set("openings_after_name")


def _past_adverb(tokens: tuple[Token, ...], at: int) -> str:
    """The word there, or behind what tells when or how: "denied" of "at first denied"."""
    words = [token.lower for token in tokens[at : at + 3]]
    if words[:2] == ["at", "first"]:
        return words[-1]
    return words[1] if words[0].endswith("ly") and len(words) > 1 else words[0]


def _tells(lower: str) -> bool:
    verbs = load_lexicon().verbs
    return any(lower in verbs[group] for group in ("affirm", "confirm", "deny", "doubt", "decline"))


def _speaks_after_aside(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether what is told of it between two commas is followed by a telling verb: "Orsk, the
    contractor at the site, denied it"."""
    lower = tokens[at].lower
    if tokens[at + 1].text != "," or lower.endswith(("ly", "ed", "ing")):
        return False
    for here in range(at + 3, min(len(tokens) - 1, at + _LONGEST_ASIDE)):
        if tokens[here].text == ",":
            after = tokens[here + 1].lower
            return _tells(after) or after in ("has", "had")
    return False


def _opens_list(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether more names follow after commas, the last after "and": "Dunne, Kellmark and Orr"."""
    if tokens[at + 1].text != "," or not tokens[at + 2 : at + 3]:
        return False
    for here in range(at + 2, min(len(tokens) - 1, at + 2 + _LONGEST_LIST)):
        if tokens[here].lower == "and":
            return here > at + 2 and tokens[here + 1].is_capital
        if not (tokens[here].is_capital or tokens[here].lower in (",", "the")):
            return False
    return False
