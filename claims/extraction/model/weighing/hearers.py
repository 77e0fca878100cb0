"""To whom something is told: "the jury" of "told the jury that P", which is no part of P."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.attribution.content import ADDRESSED
from claims.extraction.cues.deeds import is_accusing
from claims.extraction.model.weighing.keeping import is_content
from claims.extraction.text.segment import Token
from claims.extraction.wording.joining import claim_key


def hearer_tokens(done: Attributed, sentence: int) -> Iterator[int]:
    """The numbers of a sentence's tokens that tell who is told: "told (the jury) that", "admitted
    (to friends) that"."""
    tokens = done.page.sentences[sentence].tokens
    for attribution in done.sentences[sentence].attributions:
        cue, content = attribution.cue, attribution.content
        if content is None or content.side != "right" or is_accusing(cue.lemma):
            continue
        first = cue.last + 1
        if cue.lemma in ADDRESSED or tokens[first].lower == "to":
            yield from range(first, content.first)


def tells_of_hearer(done: Attributed, sentence: int, told: str, claim: str) -> bool:
    """Whether a sentence tells of who heard what the ``claim`` of the ``sentence`` says: "the
    jury that the door was locked", or "the police saw a man" of what they were told."""
    tokens: tuple[Token, ...] = done.page.sentences[sentence].tokens
    heard = {token.lower for at in hearer_tokens(done, sentence) if is_content(token := tokens[at])}
    if not heard:
        return False
    beside = claim_key(" ".join(heard)) - claim_key(claim)
    return not beside.isdisjoint(claim_key(told))
