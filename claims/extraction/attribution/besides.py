"""Where what a cue tells of ends, and something else is told behind it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.position import CONTESTED
from claims.extraction.sources.starts import DETERMINERS
from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import is_verbal


def end_before_next(tokens: Sequence[Token], cue: Cue, first: int, stop: int) -> int:
    """Where ends what is contested, and something else is told of whoever does: "denies any theft
    (and is at home)", "denied taking bribes (and resigned)", "denied that it was unsafe (and
    ordered an inquiry)", "has not confirmed the truce (and there have been attacks)"; or what is
    put forward (``end_before_truth``)."""
    if cue.lemma in ("tell", "inform") and first < stop:
        stop = _end_of_told(tokens, first, stop)
    if cue.shape is Shape.GERUND:
        stop = _end_before_doing(tokens, first, stop)
    if cue.stance not in CONTESTED:
        stop = _end_before_telling(tokens, first, stop) if cue.group == "affirm" else stop
        return end_before_truth(tokens, first, stop)
    clause = "that" in (token.lower for token in tokens[first - 1 : first + 1])
    of_a_thing = cue.group in _OF_A_THING and not clause
    for at in range(first + 1, stop - 1):
        if tokens[at].lower == "and" and _acts_besides(tokens, at + 1, stop, of_a_thing):
            return at - (tokens[at - 1].text == ",")
        if not of_a_thing:
            continue
        if is_verbal(tokens[at]):
            of_a_thing = False
        elif tokens[at].lower == "and" and _goes_on_besides(tokens, cue, at + 1, stop):
            return at - (tokens[at - 1].text == ",")
    return stop


def _end_before_doing(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where ends what somebody says who does something else in the same breath: "saying it was
    unsafe (and calling the report a lie)"."""
    for at in range(first + 2, stop - 2):
        verb, after = tokens[at + 1], tokens[at + 2]
        doing = verb.lower.endswith("ing") and verb.text.islower() and len(verb.text) > _SHORT_ING
        if tokens[at].lower == "and" and doing and (after.lower in DETERMINERS or after.is_capital):
            return at - (tokens[at - 1].text == ",")
    return stop


_SHORT_ING = 5


def _end_of_told(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where ends what somebody is told of themselves, and what is done to them follows: "told Orr
    he had a fever (and gave him pills)"."""
    whom = {"he": "him", "she": "her", "they": "them"}.get(tokens[first].lower)
    for at in range(first + 2, stop - 2) if whom else ():
        if tokens[at].lower != "and" or tokens[at + 2].lower != whom:
            continue
        after = tokens[at + 3].lower if at + 3 < len(tokens) else "."
        if may_be_past(tokens[at + 1].lower) and (
            whom != "her" or not after.isalpha() or after in _BEHIND_VERB
        ):
            return at - (tokens[at - 1].text == ",")
    return stop


def end_before_truth(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where ends what somebody said that they had done, before what is told of it: "said he had
    deleted the tape(, but instead he shared it)"."""
    had = False
    for at in range(first, stop - _TRUTH):
        had = had or tokens[at].lower == "had"
        ahead = [token.lower for token in tokens[at + 1 : at + 1 + _TRUTH]]
        if not had or tokens[at].text != "," or ahead[0] != "but":
            continue
        behind = ahead[3:] if ahead[1] == "in" and ahead[2] in ("fact", "reality") else ahead[2:]
        if (ahead[1] in _INSTEAD or ahead[1] == "in") and behind[0] in _CLAUSE_PRONOUNS:
            return at if may_be_past(behind[1]) and behind[1] not in _HELPING else stop
    return stop


def _end_before_telling(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where ends what somebody said, before what else they said: "said he had been lied to(, and
    described the sale as a mistake)", "said the ship had sunk (and recalled that it was old)"."""
    for at in range(first + _FEWEST, stop - 2):
        shows = tokens[at + 1].lower in _SHOWING and tokens[at + 2].lower == "what"
        if tokens[at].lower != "and" or not (shows or tokens[at + 1].lower in _TELLING):
            continue
        comma, behind = tokens[at - 1].text == ",", tokens[at + 2]
        if behind.lower == "that" or (comma and behind.lower in DETERMINERS | _BEHIND_VERB):
            return at - comma
        if comma and behind.is_capital:
            return at - comma
    return stop


_FEWEST = 3
"""Words of a clause."""
_SHOWING = frozenset(["published", "posted", "released", "shared", "showed", "produced", "waved"])
_TELLING = frozenset(
    ["described", "dismissed", "recalled", "added", "insisted", "accused", "blamed", "condemned",
     "criticised", "criticized", "praised", "warned", "urged", "promised", "pledged", "vowed",
     "rejected", "denied", "apologised", "apologized", "thanked", "stressed", "noted", "claimed",
     "predicted", "called", "denounced", "defended", "welcomed", "branded", "likened", "compared"]
)  # fmt: skip
"""Verbs for what else somebody says of whom a text tells that they said something."""
_TRUTH = 5
"""Tokens of "but in fact he shared"."""
_INSTEAD = frozenset(["instead", "actually", "really"])


def _goes_on_besides(tokens: Sequence[Token], cue: Cue, at: int, stop: int) -> bool:
    """Whether behind an "and" stands another clause: its verb, or a pronoun with one."""
    first = tokens[at].lower
    if first in _HELPING:
        return cue.group == "deny"
    return first in _CLAUSE_PRONOUNS and at + 1 < stop and is_finite(tokens[at + 1].lower)


def _acts_besides(tokens: Sequence[Token], at: int, stop: int, of_a_thing: bool) -> bool:
    """Whether at ``at`` stands what else somebody did who denied something: "(and) resigned",
    "(and) blamed Lima"; of what is no clause, anything that was done."""
    verb, after = tokens[at], tokens[at + 1] if at + 1 < stop else None
    past = may_be_past(verb.lower)
    if not verb.text.islower() or not (verb.lower in _BESIDES or (of_a_thing and past)):
        return False
    if after is None or not after.is_word or after.is_capital:
        return True
    return after.lower in _BEHIND_VERB


_BESIDES = word_set("content_acts_besides")
"""What somebody does besides denying something, and hardly what they deny to have done."""
_BEHIND_VERB = DETERMINERS | frozenset(
    ["him", "her", "it", "them", "his", "their", "its", "to", "on", "in", "at", "for", "from", "by",
     "with", "over", "after", "as", "that", "down", "out", "up", "what", "all", "legal", "those"]
)  # fmt: skip
_OF_A_THING = frozenset(["deny", "confirm", "decline"])
"""Groups of verbs that are said of a thing as well as of what is so."""
_CLAUSE_PRONOUNS = frozenset(["it", "he", "she", "they", "we", "i", "there"])
_HELPING = frozenset(["is", "are", "was", "were", "has", "have", "had", "will", "would"])


def accuses_in_turn(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma stands before whom somebody else accuses: ", and the rebels blamed the
    army"."""
    if tokens[at].text != "," or at + 1 >= len(tokens) or tokens[at + 1].lower not in _JOINING:
        return False
    behind = tokens[at + 2 : at + 2 + _SHORT_SUBJECT]
    return any(token.lower in _ACCUSES for token in behind)


_JOINING = frozenset(["and", "but", "while"])
_ACCUSES = frozenset(["blamed", "blames", "blame", "accused", "accuses", "accuse"])
_SHORT_SUBJECT = 4
"""Tokens behind the joining word among which the other accusation is."""
