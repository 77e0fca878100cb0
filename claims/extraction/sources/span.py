"""Where in a sentence the source of a cue stands: the noun phrase that speaks.

Looks left of a verb ("X, its spokesman, said"), right of an inverted one
('"...," said X'), after "according to" and after a passive's "by". Who that
noun phrase is, ``voices`` decides.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.cues.deeds import find_by
from claims.extraction.names.words import is_initial, is_outlet
from claims.extraction.sources.by_deed import past_deed
from claims.extraction.sources.served import before_served, behind_sent, issued_at
from claims.extraction.sources.shared import first_verb
from claims.extraction.sources.starts import (
    CLAUSE,
    DETERMINERS,
    LINKS,
    PRONOUNS,
    TIES,
    is_posing,
    list_start,
    phrase_start,
    skip_time,
    strip_openers,
)
from claims.extraction.text.asides import (
    MOST,
    STOPS,
    TIME_WORDS,
    aside_after,
    aside_before,
    before_age,
    tells_clause,
)
from claims.extraction.text.lexicon import answers_claim, body_words, word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import AUXILIARIES, BE

_RIGHT_STOPS = word_set("sources_right_stops")
_SHORT_TITLES = word_set("sources_short_titles")


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """Tokens ``first:last`` of the sentence, and of an apposition to it if any."""

    first: int
    last: int
    apposition: tuple[int, int] | None
    relation: str

    def holds(self, at: int) -> bool:
        """Whether the token ``at`` stands in it, or in the apposition to it."""
        beside = self.apposition is not None and self.apposition[0] <= at < self.apposition[1]
        return beside or self.first <= at < self.last


def find_source(
    tokens: Sequence[Token], cue: Cue, barriers: frozenset[int], quoted: Sequence[bool]
) -> SourceSpan | None:
    """The noun phrase that speaks through a cue; None where it is to be inherited.

    ``barriers`` are token indices of other finite verbs; ``quoted`` says which
    tokens stand inside a quotation.
    """
    if cue.shape is Shape.ACCORDING:
        if _is_object(tokens, cue.last + 1):
            return SourceSpan(cue.last + 1, cue.last + 2, None, "according to")
        return right_phrase(tokens, cue.last + 1, quoted, "according to", wide=True)
    if cue.shape is Shape.PASSIVE:
        if cue.lemma == "quote" and _says_itself(tokens, cue):
            return left_phrase(tokens, cue.first, barriers, quoted)
        return _by_phrase(tokens, cue, quoted)
    if cue.lemma in ("cite", "quote"):
        return right_phrase(tokens, cue.last + 1, quoted, "cited", wide=False)
    if cue.shape is Shape.GERUND:
        return _before_gerund(tokens, cue, barriers, quoted)
    right: SourceSpan | None = None
    if _is_inverted(tokens, cue, quoted):
        right = right_phrase(tokens, cue.last + 1, quoted, "inverted", wide=False)
        if right is not None and _ends_told(tokens, cue, right):
            return right
    found = left_phrase(tokens, cue.first, barriers, quoted) or right
    verb = first_verb(tokens, cue, quoted) if found is None and not barriers else None
    return found if verb is None else left_phrase(tokens, verb, barriers, quoted)


def _is_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether a pronoun is all of a source: "according to her the dog bit", not "to her aide"."""
    lower = tokens[at].lower if at < len(tokens) else ""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    alone = after is None or not after.is_word or after.lower in DETERMINERS | PRONOUNS
    return lower in ("him", "them", "it") or (lower == "her" and alone)


def _ends_told(tokens: Sequence[Token], cue: Cue, found: SourceSpan) -> bool:
    """Whether who speaks is all that follows "said" behind a comma, but for an apposition: "it
    sank, if that is right, said Ada Orr, the captain"."""
    if cue.group != "affirm" or cue.first != cue.last or tokens[cue.first - 1].text != ",":
        return False
    after = tokens[cue.last + 1]
    if after.lower in TIME_WORDS or after.lower in PRONOUNS:
        return False
    if found.last < len(tokens) and tokens[found.last].text not in ",.?!":
        return False
    if found.apposition is not None:
        beyond = tokens[found.apposition[1] + 1 : found.apposition[1] + 2]
        if beyond and beyond[0].lower in AUXILIARIES:
            return False  # "said its chairman, Ada Orr, was away"
    words = tokens[found.first : found.last]
    names = "".join("N" if word.is_capital else "-" for word in words).lstrip("-")
    people = word_set("person_roles") | word_set("anonymous_heads")
    return "-" not in names if names else words[-1].lower in people


def _says_itself(tokens: Sequence[Token], cue: Cue) -> bool:
    """``was quoted by the paper as saying``: the subject speaks, and not the paper."""
    after = [token.lower for token in tokens[cue.main + 1 : cue.main + 12]]
    return any(pair == ("as", "saying") for pair in itertools.pairwise(after))


def left_phrase(
    tokens: Sequence[Token], end: int, barriers: frozenset[int], quoted: Sequence[bool]
) -> SourceSpan | None:
    end = skip_time(tokens, end)
    if end <= 0 or quoted[end - 1]:
        return None
    before = tokens[end - 1]
    apposition: tuple[int, int] | None = None
    relation = "subject"
    if before.lower in ("who", "which") or _relates(tokens, end - 1):
        relation = "relative"
        end -= 1
        if end > 0 and tokens[end - 1].text == ",":
            end -= 1
        end = before_age(tokens, end)
    elif before.text in (",", "—", "–", "--", ")"):
        head = aside_before(tokens, end - 1, quoted)
        if head is None:
            return None
        apposition = (head + 1, end - 1)
        end = before_age(tokens, head)
    end = _before_asked(tokens, end)
    first = phrase_start(tokens, end, barriers, quoted)
    first = strip_openers(tokens, first, end)
    if apposition is None:
        first = list_start(tokens, first, end, quoted)
        first, end = before_served(tokens, first, end, quoted)
    if relation == "relative":
        first = behind_sent(tokens, _behind_by(tokens, first, end), end)
    if first >= end:
        return None
    if tokens[end - 1].lower in ("and", "or", "but"):
        return None
    return SourceSpan(first, end, apposition, relation)


def _behind_by(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where who did something starts, of whom more is told: "was challenged within hours by (a
    former aide), who claimed"."""
    by = next((at for at in range(end - 2, first, -1) if tokens[at].lower == "by"), None)
    if by is None:
        return first
    before = [token.lower for token in tokens[max(0, first - _PASSIVE) : by]]
    passive = any(word in BE for word in before) and any(w.endswith("ed") for w in before)
    return by + 1 if passive else first


_PASSIVE = 4
"""Tokens before a phrase in which its passive verb stands."""


def _before_asked(tokens: Sequence[Token], end: int) -> int:
    """Where a phrase ends before who asked: "two bankers we called", "aides quoted by KZNA"; and
    before who only has the memo that contradicts somebody: "a memo seen by KZNA"."""
    taken = QUOTED | RECEIVED if _contests(tokens, end) else QUOTED
    for at in range(end - 2, max(0, end - _QUOTER), -1):
        if tokens[at].text in STOPS:
            break
        if tokens[at].lower in taken and tokens[at + 1].lower == "by":
            return at if tokens[at - 1].lower not in AUXILIARIES else end
    asked = end > 2 and tokens[end - 1].lower in _ASKED and tokens[end - 3].is_word
    return end - 2 if asked and tokens[end - 2].lower in ("we", "i") else end


def _contests(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb stands there that contests something or bears it out."""
    return any(answers_claim(token.lower) for token in tokens[at : at + 2])


QUOTED = frozenset(
    ["quoted", "cited", "contacted", "reached", "interviewed", "questioned", "surveyed"]
)
"""What is done by who only asked whoever speaks."""
RECEIVED = frozenset(["obtained", "seen", "reviewed", "viewed"])
"""What is done to a memo by who only has it."""
_QUOTER = 8
"""Tokens that "quoted by" and who did so may take."""
_ASKED = frozenset(["called", "contacted", "asked", "reached", "met", "interviewed"])


def _relates(tokens: Sequence[Token], at: int) -> bool:
    """Whether "that" right before a verb means the noun before it: "a team that says"."""
    after = tokens[at + 1].lower
    told = after in ("say", "says", "said", "claim", "claims", "claimed")
    return told and at > 1 and tokens[at].lower == "that" and tokens[at - 1].is_word


def _is_inverted(tokens: Sequence[Token], cue: Cue, quoted: Sequence[bool]) -> bool:
    plain = cue.shape is Shape.FINITE and not (cue.negated or cue.mark)  # "withdrew its report"
    if cue.lemma == "tell":
        return False  # who is told stands behind it
    if not plain or cue.last + 1 == len(tokens) or tells_clause(tokens, cue.last + 1):
        return False
    before = cue.first - 1
    if before >= 0 and not (
        quoted[before] or tokens[before].text in STOPS or tokens[before].text in "'’”?!.,"
    ):
        return False
    after = tokens[cue.last + 1]
    if after.lower == "that":
        return False  # ", then admitted that the ship had sunk"
    return (
        after.is_capital
        or after.lower in DETERMINERS
        or after.lower in PRONOUNS
        or after.lower in _NUMBERS
        or (
            after.lower in word_set("anonymous_heads")
            or after.text[0] == "@"
            or after.lower in word_set("person_roles")
            or _is_named_by_role(tokens, cue.last + 1)
        )
    )


def _is_named_by_role(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name follows on what its bearer is: "(said) health minister Ada Orr"."""
    roles = word_set("person_roles")
    for end in range(at + 1, min(at + _ROLE, len(tokens) - 1) + 1):
        before = tokens[end - 1]
        if not before.is_word or before.lower in AUXILIARIES:
            return False
        if tokens[end].is_capital:
            return before.lower in roles
    return False


_ROLE = 4
"""Words that tell what somebody is, at most: "former state prison warden"."""
_NUMBERS = frozenset(["two", "three", "four", "five", "six", "both", "other", "others"])


def right_phrase(
    tokens: Sequence[Token], first: int, quoted: Sequence[bool], relation: str, *, wide: bool
) -> SourceSpan | None:
    """The noun phrase that starts at ``first``; ``wide`` lets it hold "in" and "on"."""
    if first >= len(tokens):
        return None
    last = first
    while last < len(tokens) and last - first < MOST:
        token = tokens[last]
        title = token.text == "." and tokens[last - 1].lower in _SHORT_TITLES
        inside = title or (last > first and is_initial(tokens, last))
        if quoted[last] or token.text in STOPS or (token.text in ".!?" and not inside):
            break
        lower = token.lower
        if wide and _opens_clause(tokens, first, last):
            break
        if last > first and lower in _RIGHT_STOPS:
            joins = wide and (lower in ("in", "on", "at", "and") or _tied_to(tokens, last))
            poses = lower in ("to", "as") and is_posing(tokens, last)
            if (
                not joins
                and not poses
                and not _joins_names(tokens, last)
                and not _joins_bodies(tokens, last)
            ):
                break
            timed = last + 1 < len(tokens) and tokens[last + 1].lower in TIME_WORDS
            if joins and lower != "and" and timed:
                break
        last += 1
    if last == first:
        return None
    if relation == "according to":
        last = past_deed(tokens, first, last)
    aside = aside_after(tokens, last, quoted)
    if aside is not None and relation == "according to" and first <= _OPENING:
        closed = aside[1] < len(tokens) and tokens[aside[1]].text in (",", ")")
        aside = aside if closed else None  # "According to the paper, the player has left."
    return SourceSpan(first, last, aside, relation)


_OPENING = 3
"""Tokens that "according to" and what stands before it take where a sentence opens with it."""


def _tied_to(tokens: Sequence[Token], at: int) -> bool:
    """Whether "to" tells with whom somebody is: "a group loyal to the front"."""
    return tokens[at].lower == "to" and tokens[at - 1].lower in TIES


def _opens_clause(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether what was told starts there with no comma: "according to her aide the mill shut"."""
    before = tokens[at - 1]
    joined = before.lower in LINKS or not before.is_word or before.lower in _HAVING
    subject = tokens[at].lower in _SUBJECTS or _begins_behind_outlet(tokens, first, at)
    return at > first and subject and not joined


def _begins_behind_outlet(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether those of whom an outlet told begin right behind its name, with no comma: "According
    to Orsk News (girls are)", "According to KNN (5 people were)"."""
    before, told = tokens[at - 1], tokens[at]
    if not before.is_capital or (told.is_capital and not told.text.isdigit()):
        return False
    noun = at + told.text.isdigit()
    after = tokens[noun + 1].lower if noun + 1 < len(tokens) else ""
    finite = after in ("are", "were", "have") and tokens[noun].lower.endswith(_SEVERAL)
    return finite and is_outlet(" ".join(token.text for token in tokens[first:at]))


_HAVING = frozenset(
    ["representing", "monitoring", "investigating", "covering", "leading", "running", "tracking",
     "treating", "studying", "following", "describing", "documenting", "opposing", "supporting",
     "backing", "advising", "defending", "overseeing", "handling", "watching", "owning"]
)  # fmt: skip
"""What somebody does who is told of: "a lawyer representing the driver"."""
_SEVERAL = ("s", "men", "people", "children")
_SUBJECTS = frozenset(["the", "a", "an", "he", "she", "they", "it", "his", "their", "its"])


def _joins_names(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" joins two names: "said Smith and Jones"."""
    joins = tokens[at].lower == "and" and at + 1 < len(tokens)
    return joins and tokens[at + 1].is_capital and tokens[at - 1].is_capital


def _joins_bodies(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" joins somebody who is all that follows: "denied by the bank and the mayor"."""
    behind = tokens[at + 1 : at + 2 + _JOINED]
    if tokens[at].lower != "and" or not behind or behind[0].lower not in DETERMINERS:
        return False
    known = word_set("person_roles") | word_set("plural_people") | body_words()
    last = next((n for n, token in enumerate(behind) if token.lower in known), None)
    if last is None or not all(token.is_word for token in behind[:last]):
        return False
    ends = at + 2 + last
    return ends >= len(tokens) or not tokens[ends].is_word or tokens[ends].lower in _ENDS


_JOINED = 3
"""Words of a second party before the one that tells what it is: "the city's health board"."""
_ENDS = TIME_WORDS | frozenset(["on", "alike", "too", "also", "in", "at"])


def _by_phrase(tokens: Sequence[Token], cue: Cue, quoted: Sequence[bool]) -> SourceSpan | None:
    affirms = cue.group == "affirm"
    found = find_by(tokens, cue.main, cue.lemma, affirms=affirms)
    if found is None:
        return None
    return right_phrase(tokens[: found[1]], found[0] + 1, quoted, "by", wide=False)


def _sees(token: Token) -> bool:
    """Whether somebody sees or hears there who else says something: "(saw) fans tweeting that"."""
    return token.lower in SEEING and token.text.islower()


SEEING = frozenset(["saw", "spotted", "caught", "overheard", "noticed"])
_SEEN = 7
"""Tokens of "saw Front supporters", at most."""


def _before_gerund(
    tokens: Sequence[Token], cue: Cue, barriers: frozenset[int], quoted: Sequence[bool]
) -> SourceSpan | None:
    """``a statement saying``, ``sources claiming``; a comma before means: inherit."""
    end = skip_time(tokens, cue.first)
    before = tokens[end - 1] if end > 0 else None
    if before is None or not before.is_word or before.lower in CLAUSE | {"despite"}:
        return None
    end -= before.lower == "only"
    if before.lower == "statement" and (issued := issued_at(tokens, end)) is not None:
        found = left_phrase(tokens, issued, barriers, quoted)
        inner = found is not None and found.first > 0 and tokens[found.first - 1].text == ","
        return None if inner else found
    seen = next((at for at in range(end - 2, max(0, end - _SEEN), -1) if _sees(tokens[at])), None)
    if seen is not None and all(token.is_word for token in tokens[seen:end]):
        return SourceSpan(seen + 1, end, None, "subject")
    known = word_set("source_documents") | word_set("anonymous_heads")
    if before.lower in known or before.is_capital:
        first = phrase_start(tokens, end, barriers, quoted)
        first = strip_openers(tokens, first, end)
        if first < end:
            return SourceSpan(first, end, None, "subject")
    return None
