"""A negation that opens a sentence, told where it stands else: "At no point did the firm hide data"
as "The firm did not hide data"."""

from __future__ import annotations

import re

from claims.extraction.text.inflect import third_of
from claims.extraction.text.sought import Sought

_NAME = r"(?-i:(?:the )?[A-Z])[\w.'’-]*(?: (?-i:[A-Z])[\w.'’-]*){0,3}"
_THING = r"(?:the|its|his|her|their|our|my|this|that|any) (?-i:[a-z])[\w'’-]*|(?-i:[a-z]\w{3,}s)"
_FRONTED = Sought(
    r"^\W*(?:(?:at no (?:point|time|stage|moment)|on no occasion|not once|in no way|"
    r"never(?: once)?|under no circumstances?|by no means|nowhere)(?: [\w ]{2,30})?),? "
    r"(?P<be>did|do|does|has|have|had|was|were|is|are|will|would|can|could) "
    rf"(?P<whom>(?:i|we|he|she|it|they|anyone|anybody|{_THING}|{_NAME})(?: and others)?) "
    r"(?P<verb>[a-z]+)\b",
    re.I,
)
_DOING = frozenset(["did", "do", "does"])


def put_subject_first(words: str) -> str:
    """The words with their subject before the verb, and the negation behind it."""
    return _FRONTED.sub(_turn, words)


def _turn(match: re.Match[str]) -> str:
    verb = match["verb"]
    if match["be"].lower() in _DOING and verb.endswith("s"):
        bare = next((b for b in (verb[:-1], verb[:-2]) if b and third_of(b) == verb), verb)
        verb = bare  # "did Orr takes", of "did I take"
    whom, be = match["whom"], match["be"].lower()
    if whom.lower() in ("anyone", "anybody"):
        return f"nobody {be} {verb}" if be not in _DOING else f"{whom} {be} not {verb}"
    return f"{whom[:1].upper()}{whom[1:]} {be} not {verb}"
