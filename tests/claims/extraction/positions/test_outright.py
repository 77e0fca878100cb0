"""Who leaves open or admits something in so many words."""

import pytest

from claims.extraction.attribution.attribute import attribute
from claims.extraction.position import OUTRIGHT
from claims.extraction.positions.readings import read_positions
from claims.extraction.text.segment import segment


@pytest.mark.parametrize(
    ("text", "outright"),
    [
        ("Police could not say whether Orr had sold the mill.", True),
        ("Police said they could not say how many had died.", True),
        ("Kellmark could neither confirm nor rule out that the mill was sold.", True),
        ("Ada Orr refused to discuss the contents of the memo.", True),
        ("Ada Orr would not confirm that the mill was sold.", True),
        ("Ada Orr did concede that the mill was sold.", True),
        ("Ada Orr admitted they had sold the mill.", True),
        ("Ada Orr did not say where the mill was.", False),
        ("Ada Orr could not identify the cause of the fire.", False),
        ("Ada Orr would be able to confirm the sale of the mill.", False),
        ("Ada Orr said that the mill was sold.", False),
        ("Ada Orr denied that the mill was sold.", False),
    ],
)
def test_says_outright(text: str, outright: bool) -> None:
    positions = read_positions(attribute(segment(text)))
    assert any(OUTRIGHT in each.features for each in positions) is outright
