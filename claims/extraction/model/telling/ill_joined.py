"""Words that the writer joined across what cannot be left out: "two men came to Lima engaged the
rebels" of "two men came to Lima and said the army engaged the rebels", and "the picture of a gala
is" of "the picture appears to be from a gala"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.verb_groups import is_telling

_WORD = re.compile(r"[\w'’-]+")
_REACH = 14
"""Words that may be left out between two that the writer joined."""
_SUBJECT = frozenset(["that", "who", "which", "and", "but", "has", "had", "have", "was", "were"])
_OTHERS = frozenset(["he", "she", "they", "we", "i"])
_OF = re.compile(r"\b(?P<head>[a-z]+) of (?P<rest>(?:(?:an?|the) )?[\w'’-]+)")


def is_ill_joined(told: str, beside: str) -> bool:
    """Whether a verb of the sentence is another subject's by the text ``beside``, or an "of" is put
    where the text has none of either side."""
    return (
        _jumps_over_telling(told, beside)
        or _puts_of(told, beside)
        or _takes_aside_for_verb(told, beside)
        or _skips_what(told, beside)
        or _halves_condition(told)
        or _HALF_QUOTED.search(told) is not None
    )


_HALF_QUOTED = re.compile(r"^(?!.*(?:^|[\s(])['‘’]\w)[^'‘’]*\w*[a-rt-z]['’] ")
"""With a mark that closes what no mark opens: "the miracle' drops sold as a cure"."""


def _halves_condition(told: str) -> bool:
    """Whether it ends with a condition that has no verb: "they got through if ten men"."""
    match = _CONDITION.search(told)
    return match is not None and not any(map(_acts, match["rest"].lower().split(" ")))


_CONDITION = re.compile(
    r" (?:if|unless|while|because) (?P<rest>(?!(?:of|necessary|needed|possible|true|any|so|not|"
    r"at)\b)"
    r"(?:the|an?|\w+) [^,;.]+)[.]?$"
)


def _skips_what(told: str, beside: str) -> bool:
    """Whether it does something to what it did it with: "sang a cold" of "sang with what the choir
    said was a cold"."""
    return any(
        f" {match['thing']}" in told
        and f"{match['before']} {match['thing']}" not in told
        and "what" not in told
        for match in _SAID_WHAT.finditer(beside)
    )


_SAID_WHAT = re.compile(
    r"\b(?P<before>with|for|from|by|after|during|in|at|over|under|against|amid|of|on) what "
    r"(?:[\w'’-]+ ){1,4}?(?:said|says?|believed?|claim(?:s|ed)) (?:is|are|was|were) "
    r"(?P<thing>[\w'’-]+(?: [\w'’-]+)?)"
)


def _takes_aside_for_verb(told: str, beside: str) -> bool:
    """Whether its one verb only tells more of its subject: "the fall combined with rain" of "the
    fall, combined with rain, was a cause"."""
    match = _ASIDE_VERB.match(told)
    if match is None or f"{match['whom']}, {match['done']} " not in beside:
        return False
    return not any(is_finite(word) for word in told.split(" ")[1:])


_ASIDE_VERB = re.compile(r"(?P<whom>.{3,60}?) (?P<done>[a-z]{2,}ed) (?:with|by|in|on|from|at|to) ")


def _jumps_over_telling(told: str, beside: str) -> bool:
    words = [match[0] for match in _WORD.finditer(told)]
    verbs = [at for at in range(2, len(words)) if words[at].islower() and _acts(words[at].lower())]
    if not verbs:
        return False
    whole, places_of = _words_of(beside)
    for at in verbs:
        one, two = words[at - 1].lower(), words[at].lower()
        left = [_between(whole, place, two) for place in places_of.get(one, ())]
        if left and all(each is not None and _has_other_subject(each) for each in left):
            return True
    return False


@lru_cache(maxsize=64)
def _words_of(beside: str) -> tuple[list[str], dict[str, list[int]]]:
    """The words of a text in lower case, and where each of them stands."""
    words = [match[0].lower() for match in _WORD.finditer(beside)]
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        places[word].append(at)
    return words, places


def _between(whole: list[str], place: int, word: str) -> list[str] | None:
    """The words between a place and the next ``word``; None where it is far off."""
    ahead = whole[place + 1 : place + 1 + _REACH]
    return ahead[: ahead.index(word)] if word in ahead else None


def _has_other_subject(left: list[str]) -> bool:
    """Whether words that were left out tell that somebody says something, and of whom."""
    if (
        left[-1:]
        and left[-1] in _OTHERS
        and any(is_finite(word) and not is_telling(word) for word in left[:-1])
    ):
        return True  # "the picture is from a gala, when he sang"
    at = next((n for n, word in enumerate(left) if is_telling(word)), None)
    if at is None or at < 1 or left[0] in ("who", "which", "that"):
        return False
    subject = left[at + 1 + (left[at + 1 : at + 2] == ["that"]) :]
    told = bool(subject) and subject[-1] not in _SUBJECT | word_set("quality_open_ends")
    return told and left[0] in ("and", "but")


def _acts(word: str) -> bool:
    return may_be_past(word) or is_finite(word)


def _puts_of(told: str, beside: str) -> bool:
    if told in beside:
        return False
    unknown, near = 0, False
    for match in _OF.finditer(told):
        head, rest = match["head"], match["rest"]
        at, behind = beside.find(f" {head}") + 1, beside.find(f" {rest}")
        between = beside[at:behind].split()[1:] if 0 < at < behind else []
        known = f"{head} of" in beside or f"of {rest}" in beside
        unknown += not known
        near = near or (not known and f" {head}" in beside and rest.split(" ")[-1] in beside)
        if between and not known and len(between) <= _REACH and any(map(_acts, between)):
            return True
    return near and unknown > 1
