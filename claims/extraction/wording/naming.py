"""What somebody tells with no clause, as a sentence: "the mine as a PMN-2" as "The mine is a
PMN-2", after "identified"; "two blasts" as "There were two blasts", after "spoke of"."""

from __future__ import annotations

import re

from claims.extraction.cues.figures import FIGURE
from claims.extraction.text.nouns import are_many
from claims.extraction.voice import OBJECTS
from claims.extraction.wording.sentence import finish
from claims.extraction.wording.stating import state_doing


def state_named(words: str, subject: str) -> str:
    """The words behind a cue of ``cues.naming`` as a sentence, told by ``subject``; themselves
    where they tell no such thing."""
    if words[:7].lower() == "having ":
        return finish(f"{subject} {'have' if are_many(subject) else 'has'} {words[7:]}")
    doing = state_doing(words, subject)
    if doing:
        return doing
    as_one, to_figure = _AS.match(words), _TO.match(words)
    if to_figure is not None:
        return finish(f"The {to_figure['what']} is {to_figure['figure']}")
    if as_one is None:
        return (
            finish(f"There were {words[:1].lower()}{words[1:]}") if _COUNT.match(words) else words
        )
    whom = as_one["whom"]
    whom = OBJECTS[whom.lower()].capitalize() if whom.lower() in OBJECTS else whom
    what = _ACTS_BESIDES.split(as_one["what"], maxsplit=1)[0]
    return finish(f"{whom} {'are' if are_many(whom) else 'is'} {what}")


_AS = re.compile(r"(?P<whom>.+?) as (?P<what>.+)", re.S)
_TO = re.compile(
    r"(?:its|the|their) (?P<what>(?:[\w'’-]+ ){0,2}?(?:toll|tally|count)) "
    rf".*?\bto (?P<figure>{FIGURE}.*)",
    re.I | re.S,
)
_COUNT = re.compile(FIGURE, re.I)
_ACTS_BESIDES = re.compile(r",? and (?=(?:\w+ed|said|says|told|gave) )|, (?=(?:adding|saying)\b)")
"""What whoever names somebody did besides: "named him as Orr and appealed for witnesses"."""
