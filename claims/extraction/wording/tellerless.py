"""A claim without what is left of those who tell it: "Lima believes the ship sank", "the ship is
expected to sink", "any ship" of who denies it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cues.find import is_report
from claims.extraction.text.sought import Sought
from claims.extraction.wording.affirm import without_any
from claims.extraction.wording.joining import is_negative
from claims.extraction.wording.saying_so import without_teller
from claims.extraction.wording.sentence import finish
from claims.extraction.wording.unhedged import without_second_hedge


def without_tellers(text: str, names: Sequence[str], *, denied: bool, hedged: bool) -> str:
    """The sentence without whoever of the ``names`` tells it, without the "any" of who ``denied``
    it, and without "appears to be" where it is ``hedged``."""
    if is_report(text) or _TELLS.search(text):
        text = without_teller(text, names)
    for name in names if " believe" in text or " think" in text else ():
        text = text.replace(f" and {name} believes ", " and ")
        text = text.replace(f" and {name} thinks ", " and ")
    if " expected to " in text or (hedged and _SEEMS.search(text)):
        text = without_second_hedge(text)
    if denied and "any" in text.lower() and not is_negative(text):
        text = finish(without_any(text))
    return text


_SEEMS = Sought(r"\b(?:appears?|seems?|appeared|seemed) to (?:(?:now|also|still) )?be ")
_TELLS = Sought(
    r"\b(?:claim|believe|say|understand|confirm|acknowledge|admit|insist|forecast|expect|predict|see)"
    r"(?:s|d|ed|ted)?\b|\b(?:said|understood|saw|complaining|claiming|saying|reporting|warning)\b"
)
