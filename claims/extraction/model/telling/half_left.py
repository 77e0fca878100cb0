"""What the writer left half of: "our" before a noun, who says what a thing was, who believes it."""

from __future__ import annotations

import re

from claims.extraction.text.whole_words import find_whole

NO_NAME = (
    r"(?!(?:The|An?|His|Her|Its|Their|My|Our|Your|One|Both|Two|Another|Each|Every|This|That|Some|"
    r"Many|All|No)\b)"
)
NAMED_NOUN = re.compile(
    rf"(?:[Tt]he )?(?P<name>{NO_NAME}[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,2}}) (?P<noun>[a-z]+)\b"
)


def with_ours(told: str, beside: str) -> str:
    """With "the" for the "our" that it leaves out at its start: "men fired" of "our men fired"."""
    words = told.split(" ", 2)
    if len(words) < _OURS or not words[0].isalpha():
        return told
    ours = f"{words[0].lower()} {words[1]}"
    whose = any(
        _BEHIND_OURS.search(beside, max(0, at - _OUR), at) for at in find_whole(ours, beside)
    )
    return f"The {told[0].lower()}{told[1:]}" if whose else told


_BEHIND_OURS = re.compile(r"\b(?:[Oo]ur|[Mm]y) $")
_OUR = len("our ")


_OURS = 3
"""Words of a sentence at least."""


def without_half_what(told: str, beside: str) -> str:
    """Without what is left of who says what a thing was: "held for what police was fraud" of "for
    what police said was fraud"."""
    if "what " not in told:
        return told
    for match in _SAID_WHAT.finditer(beside):
        told = told.replace(f"what {match['who']} {match['be']} ", "")
    return told


_SAID_WHAT = re.compile(
    r"\bwhat (?P<who>[\w'’-]+(?: [\w'’-]+){0,3}?) (?:said|says?|believed?|alleged?|claim(?:s|ed)?) "
    r"(?P<be>is|are|was|were) "
)


def without_believer(told: str, beside: str) -> str:
    """Without who believes it, before what is told of: "Lima shipments were" of "Lima believes the
    shipments were"."""
    match = NAMED_NOUN.match(told)
    if match is None:
        return told
    says = _SAYS_OF.search(beside, beside.find(match["name"]) + len(match["name"]))
    return (
        f"{says['article'] or ''}{told[match.start('noun') :]}"
        if (
            says is not None
            and beside[: says.start()].endswith(match["name"])
            and says["noun"] == match["noun"]
        )
        else told
    )


_SAYS_OF = re.compile(
    r" (?:believe|say|think|claim|suspect|insist|fear|allege)(?:s|d|ed)?(?: that)? "
    r"(?P<article>(?:the|an?|its|his|her|their) )?(?P<noun>[a-z]+)\b"
)
