"""What only points at a claim goes to the one told right before, if it may be on that."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.extraction.model.linking.pointed import place_pointed
from claims.extraction.model.linking.ties import Linked
from claims.extraction.position import Position
from claims.extraction.voice import Voice
from claims.extraction.wording.joining import claim_key
from claims.model import Commitment, Document, Mode, Stance


def linked(party: str, claim: str, sentence: int, *, points: bool = False) -> Linked:
    stance = Stance.DECLINES if points else Stance.ALLEGES
    position = Position(
        sentence, 0, 9, Voice(party, None, ()), stance, claim, points, Mode.INDIRECT,
        Commitment.CERTAIN,
    )  # fmt: skip
    return Linked(position, claim_key(claim), claim_key(claim), claim, 0)


SANK = linked("harbour police", "The ferry Alba sank.", 0)


@pytest.mark.parametrize(
    ("each", "group"),
    [
        (linked("Telmark", "", 1, points=True), 0),
        (linked("Telmark", "To questions about the ferry", 1, points=True), 0),
        (linked("Telmark", "To questions about a loan", 1, points=True), 1),
        (linked("Telmark", "", 7, points=True), 1),
        (linked("harbour police", "", 1, points=True), 1),
        (linked("Telmark", "Its mill had shut.", 1), 1),
    ],
)
def test_goes_to_the_claim_before(each: Linked, group: int) -> None:
    assert place_pointed([SANK, each], [0, 1]) == [0, group]


@pytest.mark.parametrize(
    "text",
    [
        "Telmark did not respond to questions about a recall in Leith.",
        "Leith police would not say why the clerk was arrested.",
        '"We do not comment on rumours," Telmark spokeswoman Jane Orr said in an email to KZNA.',
    ],
)
def test_opens_no_claim(text: str) -> None:
    assert extract(Document(text=text)).claims == ()
