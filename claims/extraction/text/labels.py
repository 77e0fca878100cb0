"""The labels of fact-checks: "CLAIM:", "AP'S ASSESSMENT:", "FACT CHECK:", no part of a sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

_NAME = r"(?!By )[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}?"
_LABEL = re.compile(
    r"(?=[A-Z])(?:"
    r"(?P<claim>(?i:(?:the |what was |what is |what['’]s )?claim(?:ed)?))"
    r"|(?P<by>(?i:claim(?:ed)? by|claimant|source of (?:the )?claim|who (?:said|claimed) it))"
    rf"|(?:(?P<whose>{_NAME})(?:['’][sS]?) |(?i:our |the |final ))?"
    rf"(?P<verdict>(?i:assessment|verdict|rating|ruling|conclusion))(?: by (?P<rater>{_NAME}))?"
    rf"|(?:(?P<who>{_NAME}) )?(?P<title>(?i:fact[- ]?check(?:ed)?))"
    r"|(?P<facts>(?i:(?:the )?(?:facts|truth)|what['’]s (?:true|false)))"
    r")(?: ?:| ?[–—]| - |(?<=[kK])-(?=[A-Z]|$)|$)\s*"
)


class Label(NamedTuple):
    """What follows the label, whose label it is ("" where it names nobody), and where it ends."""

    kind: str
    who: str
    end: int


def find_label(text: str, start: int, end: int) -> Label | None:
    """The label that ``text[start:end]`` opens with, or that it is."""
    match = _LABEL.match(text, start, end)
    if match is None:
        return None
    kind = next(k for k in ("claim", "by", "verdict", "title", "facts") if match[k] is not None)
    who = match["whose"] or match["rater"] or match["who"] or ""
    return Label(kind, who, match.end())
