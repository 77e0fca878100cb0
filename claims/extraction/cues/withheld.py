"""What a telling verb tells that is withheld: "did not say whether", "would not be drawn"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import BE, CHOOSING, QUESTIONED, VerbGroup
from claims.model import Stance

ENQUIRY = frozenset(
    ["whether", "if", "who", "whose", "what", "when", "where", "why", "how", "which"]
)
"""Words that open what is asked."""
_WHERE = frozenset(["where", "when", "why", "what"])
"""Who does not say any of these takes it that it was so (``saying_no_more``)."""
_SPOKEN_OF = frozenset(["comment", "confirm", "deny", "respond", "discuss"])
_SURELY = frozenset([("for", "sure"), ("for", "certain"), ("with", "certainty")])
_DRAWN = frozenset(["on", "about", "over", "into"])


def only_excuses(tokens: Sequence[Token], first: int) -> bool:
    """Whether it is told only why a source has no name: "on condition of anonymity because they
    were not authorized to discuss it", "who asked not to be named, as she may not speak"."""
    words = [token.lower for token in tokens[:first]]
    unnamed = "anonymity" in words or any(pair in _UNNAMED for pair in pairwise(words))
    return unnamed and not _WHY.isdisjoint(words[-_NEAR:])


_UNNAMED = frozenset([("be", "named"), ("be", "identified"), ("be", "quoted")])
_WHY = frozenset(["because", "as", "since"])
_NEAR = 4
"""Tokens between the reason's first word and what is not done."""


def is_undone(tokens: Sequence[Token], group: VerbGroup) -> bool:
    """Whether what stands before "to" and a verb tells that this is not done: "has yet to comment",
    "chose not to comment"."""
    to = group.first
    chose = group.governor == "not" and to > 1 and tokens[to - 2].lower in CHOOSING
    chose = chose and not _SPOKEN_OF.isdisjoint(token.lower for token in tokens[to + 1 : to + 3])
    return group.infinitive and (group.governor in ("unable", "yet") or chose)


def is_drawn(tokens: Sequence[Token], at: int, group: VerbGroup) -> bool:
    """Whether somebody would not be "drawn" there to speak: a bridge is drawn up as well."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or not after.is_word:
        return group.modal or any(token.lower in QUESTIONED for token in tokens[:at])
    return after.lower in _DRAWN or any(token.lower in QUESTIONED for token in tokens[:at])


def word_behind(tokens: Sequence[Token], at: int) -> str:
    """The word behind a verb, past one between commas: "won't say, though, (whether)"."""
    aside = [token.text for token in tokens[at + 1 : at + 4]]
    behind = at + 4 if len(aside) == 3 and aside[0] == aside[2] == "," else at + 1
    if behind > at + 1 and tokens[behind : behind + 1] and tokens[behind].lower not in ENQUIRY:
        behind = at + 1
    return tokens[behind].lower if behind < len(tokens) else ""


def withheld_stance(
    tokens: tuple[Token, ...], at: int, lemma: str, after: str, group: VerbGroup
) -> Stance | None:
    """What a negated telling verb tells: "would not say whether" takes no position."""
    if lemma == "comment":
        return Stance.DECLINES if group.modal else Stance.NEITHER
    if lemma in ("respond", "reply", "answer"):
        return Stance.NO_RESPONSE if not group.modal else None
    beyond = tokens[at + 2].lower if at + 2 < len(tokens) else ""
    surely = (after, beyond) in _SURELY
    if after in _WHERE and lemma != "know":
        alleged = any(token.lower.startswith("alleged") for token in tokens[at:])
        return Stance.NEITHER if alleged else None
    if after in ENQUIRY or (lemma == "say" and (after in ("more", "anything") or surely)):
        return Stance.NEITHER
    if lemma == "discuss":
        return Stance.DECLINES
    if lemma in ("specify", "disclose", "reveal", "identify", "elaborate", "announce"):
        return Stance.NEITHER
    if lemma == "say" and group.modal and _is_asked(tokens, group.first) and not after.isalpha():
        return Stance.NEITHER  # "asked whether it had sunk, Orr would not say"
    if lemma not in ("believe", "think") or _is_amazed(after, beyond, group):
        return None
    told = after in ("that", "it") or _holds_clause(tokens, at + 1) or _names_told(tokens, at + 1)
    return Stance.DOUBTS if told else None


def _is_amazed(after: str, beyond: str, group: VerbGroup) -> bool:
    """Whether somebody only "couldn't believe it (when they saw the bill)", or "his eyes"."""
    it = after == "it" and beyond not in BE | {"had", "has", "would", "that"}
    return group.modal and (it or after in _AMAZING)


_AMAZING = frozenset(["his", "her", "their", "my", "our", "what", "how"])


def _is_asked(tokens: Sequence[Token], first: int) -> bool:
    """Whether it is told before who was asked whether something is so."""
    words = [token.lower for token in tokens[:first]]
    asked = next((at for at, word in enumerate(words) if word in QUESTIONED), len(words))
    return not {"whether", "if"}.isdisjoint(words[asked:])


def _names_told(tokens: Sequence[Token], first: int) -> bool:
    """Whether a report follows, by its name and whose it is: "did not believe (the findings)",
    "(the police account)", "(Orr's version)"."""
    named = word_set("report_nouns") | _RESULTS
    for at in range(first, min(first + _NAMED, len(tokens))):
        if at > first and tokens[at].lower in named:
            return tokens[first].lower in _THESE or tokens[at - 1].lower in _OWNS
        if not tokens[at].is_word and tokens[at].lower not in _OWNS:
            return False
    return False


_NAMED = 5
"""Tokens of a report with whose it is."""
_OWNS = frozenset(["'s", "’s", "'", "’"])
_THESE = frozenset(["the", "this", "that", "these", "those", "his", "her", "their", "its"])
_RESULTS = frozenset(["findings", "results", "figures", "version", "explanation"])
"""What else is not believed."""


def _holds_clause(tokens: Sequence[Token], first: int) -> bool:
    """Whether a clause without a "that" follows: "do not believe (the two are linked)"."""
    words = [token.lower for token in tokens[first : first + _CLAUSE]]
    opens = words[:1] and (words[0] in _OPENS or tokens[first].is_capital)
    verb = next((n for n, word in enumerate(words) if n and word in BE | {"had", "has", "have"}), 0)
    return bool(opens) and verb > 0 and all(token.is_word for token in tokens[first : first + verb])


_CLAUSE = 7
"""Tokens in which a clause has its verb."""
_OPENS = frozenset(["the", "a", "an", "his", "her", "its", "their", "this", "these", "those", "he",
                    "she", "they", "there", "any"])  # fmt: skip
