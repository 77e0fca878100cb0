"""What is doubted, checked or left open by the name of its truth: "the authenticity of the tapes"
as "The tapes are authentic"."""

from __future__ import annotations

import re

from claims.extraction.text.nouns import are_many
from claims.extraction.text.quality import has_finite
from claims.extraction.text.sought import Sought

_TRUTHS = {
    "authenticity": "authentic", "veracity": "authentic", "genuineness": "authentic",
    "validity": "valid", "legitimacy": "legitimate", "accuracy": "accurate",
    "truthfulness": "true",
}  # fmt: skip
_NAMES = "|".join(_TRUTHS)
_OF = re.compile(rf"(?:the )?(?P<truth>{_NAMES}) of (?P<what>.+)$", re.I)
_WHOSE = re.compile(r"(?P<what>.+?)['’]s? (?P<truth>authenticity|veracity)$", re.I)
"""Of whom its accuracy is told is most often who could not confirm it: "its accuracy"."""
_HEAD = re.compile(r" (?:of|from|in|on|at|by|for|to|with|between|about|that|which|showing)\b|,")
_ABOUT = re.compile(r"^(?:on|about|over|regarding) ", re.I)
_OF_NOUN = re.compile(r",? (?:that|which|who|whose|where)\b.*$", re.S)
_DOES_SOMETHING = re.compile(r"\b[a-z]+ed (?:the|an?|his|her|its|their|them|him|it|for)\b")
_TOLD_BESIDE = re.compile(
    r", (?:with|amid|after|citing|as)\b.*$|"
    r",? (?:and|but) (?:ha[sd]|have|is|was|were|sa(?:id|ys))\b.*$",
    re.S,
)
"""What is told besides of who doubts it: ", with reports of fresh attacks", "and has asked"."""


def state_truth(words: str) -> str:
    """The words as the unfinished sentence that something is authentic, valid or accurate; "" where
    they name the truth of nothing."""
    words = _ABOUT.sub("", words)
    match = _OF.match(words) or _WHOSE.match(words)
    if match is None:
        return ""
    what = _TOLD_BESIDE.sub("", match["what"])
    thing = _OF_NOUN.sub("", what)
    if has_finite(thing) or _DOES_SOMETHING.search(thing):
        return ""
    be = "are" if are_many(_HEAD.split(what)[0]) else "is"
    return f"{what} {be} {_TRUTHS[match['truth'].lower()]}"


def genuine_thing(text: str, start: int, end: int) -> str:
    """What "it" is that somebody between two characters says is genuine, as a sentence: "The e-mail
    was genuine." of "Asked of an e-mail, she confirmed it was genuine"; "" where they say no such
    thing, or nothing that may be genuine was told of just before."""
    match = _IT_IS_GENUINE.search(text, start, end)
    if match is None:
        return ""
    opening = max(text.rfind("\n", 0, start) + 1, start - _LOOKED_BACK)
    things = [found["thing"] for found in _DOCUMENT.finditer(text, opening, match.start())]
    return f"The {things[-1]} {match['be']} {match['how']}." if things else ""


_IT_IS_GENUINE = Sought(
    r"\b(?:it|they) (?:(?P<be>is|was|are|were)) (?:indeed |in fact )?(?P<how>genuine|authentic)\b"
)
_DOCUMENT = re.compile(
    r"\b(?:an?|the|his|her|its|their|this|that) (?:[a-z-]+ )?(?P<thing>e-?mails?|letters?|videos?|"
    r"clips?|recordings?|tapes?|footage|photo(?:graph)?s?|pictures?|images?|memos?|documents?|"
    r"messages?|tweets?|screenshots?|signatures?|passports?|diar(?:y|ies)|notes?|lists?|files?)\b",
    re.I,
)
_LOOKED_BACK = 300
"""Characters back."""


def tells_truth(claim: str) -> bool:
    """Whether a claim is that something is authentic, genuine, valid or accurate."""
    return _TELLS.search(claim) is not None


_TELLS = re.compile(rf" (?:is|are|was|were) (?:genuine|{'|'.join(_TRUTHS.values())})\.?$")


def tells_of_truth(claim: str) -> bool:
    """Whether a claim is that something is authentic, or that it is not: "The tape is a hoax"."""
    return tells_truth(claim) or _FALSE.search(claim) is not None


_FALSE = Sought(
    r" (?:is|are|was|were) (?:not )?(?:an? )?(?:\w+ )?(?:authentic|genuine|real|fakes?|faked|"
    r"forged|forgery|forgeries|hoax(?:es)?|doctored|staged|manipulated|edited|legitimate|valid)\b",
    re.I,
)
