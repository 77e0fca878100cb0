"""What somebody rules out, told as a sentence: "foul play" as "There was foul play", "Ebola as the
cause" as "Ebola was the cause"; and what they find no sign of: "an explosion on board"."""

from __future__ import annotations

import re

from claims.extraction.text.lexicon import word_set
from claims.extraction.text.nouns import are_many
from claims.extraction.wording.sentence import finish

RULED_OUT = "ruled out"
"""The cue's lemma."""
_AS_CAUSE = re.compile(
    r"(?P<what>[^,;]{2,60}?) as (?P<cause>(?:an?|the) (?:\w+ )?"
    r"(?:cause|reason|motive|factor|source|explanation)\b[^,;]*)",
    re.I,
)
_WHEN = re.compile(
    r",? (?:(?:\w+ )?(?:hours|days|weeks|soon|shortly) )?"
    r"(?:after|when|because|since|saying|as)\b.*$",
    re.S,
)
"""When and why somebody rules something out, and no part of it."""
_MOST = 3
"""Words of a thing that is ruled out by a bare name."""


def state_ruled_out(words: str) -> str:
    """The ``words`` behind "ruled out", as they stand in the text, as a sentence; "" where they
    name no cause of anything, but what is not planned: "ruled out a merger"."""
    match = _AS_CAUSE.match(words)
    if match is not None:
        what, be = match["what"], "were" if are_many(match["what"]) else "was"
        return finish(f"{what} {be} {_WHEN.sub('', match['cause'])}")
    thing = _WHEN.sub("", words).strip(" .")
    first, *rest = thing.split(" ")
    known = f"{first} {rest[0]}" if rest else first
    if not {first.lower(), known.lower()}.isdisjoint(_CAUSES):
        return finish(f"There was {thing}")
    told = thing != words.strip(" .") and len(rest) < _MOST
    return (
        finish(f"It was {thing}") if told and first.isalpha() and not _BEGINS.match(thing) else ""
    )


_CAUSES = word_set("ruled_out_causes") | {"foul play"}
_BEGINS = re.compile(r"(?:the|an?|any|all|this|that|his|her|its|their|\w+ing)\b", re.I)
"""What opens something else that is ruled out: "ruled out the idea after talks"."""


def state_unproven(thing: str) -> str:
    """A thing of which there is no sign, as a sentence: "an explosion on board"; "" where it is
    only called by a name, that may be what was told: "fraud", "the plot"."""
    words = _NO_MORE.split(thing, maxsplit=1)[0].strip(" .,;\"“”'").split(" ")
    first = words[0].lower()
    if first in ("a", "an"):
        return finish(f"There was {' '.join(words)}") if len(words) > 1 else ""
    if len(words) < _MOST or not first.isalpha() or first in _DEFINITE or first.endswith("ing"):
        return ""
    be = "were" if are_many(" ".join(words)) else "was"
    return finish(f"There {be} {' '.join(words)}")


_NO_MORE = re.compile(r",? (?:and|or|nor) (?:no|this|that|nothing|there) ")
"""Behind what else is told: "drug abuse and no signs of foul play"."""
_DEFINITE = word_set("sources_determiners") | frozenset(["any", "such", "what", "who", "whether"])
