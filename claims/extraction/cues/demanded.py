"""What somebody is told to say, and did not say: "Lima must admit that it shot it down"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extraction.text.segment import Token
from claims.extraction.text.sought import Sought

_OUGHT = frozenset(["must", "should", "ought"])
_ONESELF = frozenset(["i", "we"])
DEMANDED = Sought(
    r"(?<!\bI )(?<!\bwe )\b(?:must|should|ought to|needs? to) "
    r"(?:(?:now|also|first|at least|\w+ly) )?(?:admit|confirm|acknowledge|concede|deny|retract|"
    r"withdraw|apologi[sz]e|come clean)\b",
    re.I,
)
"""The same in a quote: whoever "must admit" something has not."""


def is_demanded(tokens: Sequence[Token], first: int, main: int) -> bool:
    """Whether the verb group ``first:main`` tells what somebody else is to say: "must confirm", and
    not "I must admit"."""
    group = {token.lower for token in tokens[first:main]}
    before = tokens[first - 1].lower if first else ""
    return not _OUGHT.isdisjoint(group) and before not in _ONESELF and "have" not in group
