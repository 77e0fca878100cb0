"""The "it" that stands for nobody: "it took years to build", "it was clear that", "it rained"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extraction.text.asides import QUOTE_MARKS
from claims.extraction.text.inflect import forms_of
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import AUXILIARIES, BE

_REACH = 10
"""Words behind "it" that are looked at."""
_NEAR = 6
"""Words behind "took" that may tell how long."""
_IMPERSONAL = frozenset(
    form for verb in ("rain", "snow", "seem", "appear", "happen", "emerge", "turn", "transpire")
    for form in forms_of(verb)
)  # fmt: skip
_FALLING = frozenset(["raining", "snowing"])
_TAKES = forms_of("take") | {"took", "taken"}
_LONG = word_set("expletive_takes")
"""What tells how long something takes."""
_DETERMINERS = word_set("sources_determiners") | {"this", "that", "these", "those"}
_TOLD = frozenset(
    ["believed", "thought", "said", "reported", "hoped", "expected", "feared", "known",
     "understood", "alleged", "claimed", "assumed", "rumoured", "rumored", "suspected", "proven",
     "proved", "shown", "established", "confirmed", "verified", "demonstrated"]
)  # fmt: skip


def is_expletive(tokens: Sequence[Token], at: int) -> bool:
    """Whether the "it" at ``at`` stands for nobody who could act, or may not."""
    words = [token.lower for token in tokens[at + 1 : at + 1 + _REACH]]
    start, is_be, helped = 0, False, False
    while start < len(words) and _helps(words[start]):
        helped = helped or is_be or words[start] not in BE
        is_be = words[start] in BE or words[start].removesuffix("n't") in BE or words[start] == "'s"
        start += 1
        while start < len(words) and (words[start] in _BETWEEN or words[start].endswith("ly")):
            start += 1
    while start < len(words) and words[start] in QUOTE_MARKS:
        start += 1
    word, *rest = [*words[start:], ""]
    if not is_be:
        if word in _TAKES:
            return not _LONG.isdisjoint(rest[:_NEAR])
        return word in _IMPERSONAL
    if word in _TOLD:
        return "that" in rest[:1]
    if word in _FOUND_OUT or (word in _AWHILE and "before" in rest):
        return True  # "it was discovered the pupils were ill", "it was some time before"
    if word in word_set("expletive_predicates") or word.endswith("thing") or word in _FALLING:
        return True
    return helped and (word in _DETERMINERS or word.isdigit())


_BETWEEN = word_set("cues_adverbs") | {"too", "very", "quite"}
_FOUND_OUT = frozenset(["discovered", "revealed", "decided", "agreed", "determined"])
_AWHILE = frozenset(["some", "long", "hours", "days", "weeks", "months", "years", "a"])
"""What opens how long it was "before" something."""


def _helps(word: str) -> bool:
    """Whether a word may stand between "it" and its verb, and belongs to the verb."""
    return word in AUXILIARIES or word in _BETWEEN or word.endswith("ly")


def state_impossible(words: str) -> str:
    """What is said to be impossible: "It is impossible for a missile to have hit it" as "A missile
    had hit it"; the words where they say no such thing."""
    match = _IMPOSSIBLE.match(words)
    if match is None:
        return words
    told = f"had {match['done']}" if match["done"] else f"could {match['do']}"
    return f"{match['who'][0].upper()}{match['who'][1:]} {told}"


_IMPOSSIBLE = re.compile(
    r"\W*it (?:is|was|would be|would have been)(?: \w+ly)? impossible for (?P<who>[^,;]{2,60}?) to "
    r"(?:have (?P<done>.+)|(?P<do>.+))$",
    re.I,
)
