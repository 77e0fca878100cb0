"""Who is accused where "it" answers the accusation in the same breath: "a charge it denies"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.attribution.content import Content
from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.cues.deeds import find_deed, is_accusing
from claims.extraction.sources.span import SourceSpan, left_phrase
from claims.extraction.text.inflect import forms_of
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import ADVERBS, AUXILIARIES


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


def find_charged(
    tokens: Sequence[Token], cue: Cue, source: SourceSpan, quoted: Sequence[bool]
) -> SourceSpan:
    """Whom nobody in particular accuses where "it" denies that, else ``source``: "Lima is accused
    of using gas, which it denies"."""
    if cue.group != "deny" or tokens[source.first].lower not in _ANSWERERS:
        return source
    for at in range(source.first - 1, 1, -1):
        if tokens[at].lower not in _ACCUSES or tokens[at + 1].lower not in ("of", "by"):
            continue
        verb = at
        while verb > 1 and (tokens[verb - 1].lower in AUXILIARIES | ADVERBS):
            verb -= 1
        accused = left_phrase(tokens, verb, frozenset(), quoted) if verb < at else None
        if accused is not None:
            return accused
    return source


_ACCUSES = forms_of("accuse")
_ANSWERERS = frozenset(["it", "they", "he", "she"])
