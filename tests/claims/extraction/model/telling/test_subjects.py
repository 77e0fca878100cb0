"""Nobody but who may be meant is put for a pronoun."""

from __future__ import annotations

import pytest

from claims.extraction.attribution.attribute import attribute
from claims.extraction.model.telling.subjects import puts_another
from claims.extraction.position import Position
from claims.extraction.text.segment import segment
from claims.extraction.voice import Voice
from claims.model import Commitment, Mode, Stance

TEXT = (
    "In May Kellmark sold the mill in Lima. Mayor Karl Orr was fired and lost his job. "
    "Brandt says he lost his job. Sanna Ilves lost hers. Peru looked on."
)


@pytest.mark.parametrize(
    ("told", "claim", "puts"),
    [
        ("Kellmark lost his job", "He lost his job.", True),
        ("the Peru raid cost him his job", "He lost his job.", True),
        ("the Peru envoy lost his job", "He lost his job.", False),
        ("Lima lost her job", "She lost her job.", True),
        ("the film was never late", "He was never late.", True),
        ("the miller was never late", "He was never late.", False),
        ("Karl Orr lost his job", "He lost his job.", False),
        ("Sanna Ilves lost her job", "She lost her job.", False),
        ("Kellmark's head lost his job", "He lost his job.", False),
        ("the miller lost his job", "He lost his job.", False),
        # who speaks may be "he", whatever else is known
        ("Brandt lost his job", "He lost his job.", False),
        ("Kellmark lost its mill", "It lost its mill.", False),
        ("Kellmark lost his job", "Karl Orr lost his job.", False),
        # nor is a man "she", or a person "it" or "they"
        ("Karl Orr lost her job", "She lost her job.", True),
        ("Karl Orr's job was lost", "Her job was lost.", True),
        ("Karl Orr's job was lost", "His job was lost.", False),
        ("Karl Orr was a sad story", "It was a sad story.", True),
        ("Karl Orr lost their jobs", "They lost their jobs.", True),
        ("Karl Orr and Sanna Ilves lost their jobs", "They lost their jobs.", False),
        ("Kellmark lost their jobs", "They lost their jobs.", False),
    ],
)
def test_whom_a_sentence_opens_with(told: str, claim: str, puts: bool) -> None:
    position = Position(
        2, 0, 9, Voice("Brandt", None, ()), Stance.ALLEGES, claim, False, Mode.INDIRECT,
        Commitment.CERTAIN,
    )  # fmt: skip
    assert puts_another(attribute(segment(TEXT)), told, position) is puts
