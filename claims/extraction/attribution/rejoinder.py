"""One verdict of somebody on what was just told in the sentence."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.cues.cue import Cue
from claims.extraction.sources.span import SourceSpan
from claims.extraction.text.asides import DASHES

MARKS = DASHES | {","}
"""What parts a rejoinder from what it is on."""


@dataclass(frozen=True, slots=True)
class Rejoinder:
    """Tokens ``first:last`` of a sentence, from the mark before them, and who says what there."""

    first: int
    last: int
    cue: Cue
    source: SourceSpan
