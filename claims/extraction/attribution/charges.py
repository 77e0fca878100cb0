"""Who is accused where "it" answers the accusation in the same breath: "a charge it denies"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.attribution.content import Content
from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.cues.deeds import find_deed, is_accusing
from claims.extraction.sources.span import SourceSpan
from claims.extraction.text.segment import Token


def find_accused(
    tokens: Sequence[Token], outer: Cue, content: Content | None, cue: Cue, source: SourceSpan
) -> SourceSpan:
    """Whom an accusation of the same sentence is against where "it" denies that, else ``source``:
    "Lima was accused by Quito of using gas, a charge it denies"."""
    it = tokens[source.first].lower in ("it", "they") and cue.group == "deny"
    if content is None or not it or not is_accusing(outer.lemma):
        return source
    passive = outer.shape is Shape.PASSIVE
    deed = find_deed(tokens, content.first, outer.lemma)
    last = outer.first if passive else (deed or content.first + 1) - 1
    if last <= content.first:
        return source
    return SourceSpan(content.first, last, None, "subject")
