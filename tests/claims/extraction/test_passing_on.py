"""Who passes on what another says, or what is hedged, has no part in it; who adds something says
that, too."""

from __future__ import annotations

import pytest

from claims.extraction.attribution.attribute import attribute
from claims.extraction.position import ADDED
from claims.extraction.positions.readings import read_positions
from claims.extraction.text.segment import segment
from tests.claims.extraction.told import read_told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"The mill is closed," the owner said, according to the Herald.',
         {("the owner", "The mill is closed.")}),
        ('"The mill is closed," Ada Orr said, laughing, according to the Herald.',
         {("Ada Orr", "The mill is closed.")}),
        ('"The mill is closed," Ada Orr told workers, the Herald reported.',
         {("Ada Orr", "The mill is closed.")}),
        ("Despite the flood, Kellmark said on Monday that the mill had closed, according to "
         "the Herald.", {("Kellmark", "The mill had closed.")}),
        ("The owner said the mill had closed, according to the Herald.",
         {("The owner", "The mill had closed.")}),
        # what another says is only a part of it
        ("The mill closed after a worker told the owner about the smoke, Ada Orr said.",
         {("Ada Orr", "The mill closed after a worker told the owner about the smoke.")}),
        ("Robbers have raided the mill despite claims by the army that it had left, "
         "villagers said.",
         {("villagers",
           "Robbers have raided the mill.")}),
    ],
)  # fmt: skip
def test_who_passes_it_on(text: str, told: set[tuple[str, str]]) -> None:
    found = read_told(text)
    assert {(party, claim) for _, party, claim in found} == told


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The mill has reportedly closed, the Herald said.", {"Herald"}),
        ("According to the Herald, the mill has allegedly closed.", {"Herald"}),
        ("The Herald reported that the mill was apparently sold in May.", {"Herald"}),
        ("Apparently the mill closed in May, the Herald reported.", {"Herald"}),
        ("The mill has reportedly closed.", {"unattributed"}),
        # what is hedged is a part of it
        ("The mill closed after a worker, who reportedly slept, let it burn, the Herald said.",
         {"Herald", "unattributed"}),
        ("The Herald said workers had sent it a film allegedly showing a fire at the mill.",
         {"Herald", "unattributed"}),
    ],
)  # fmt: skip
def test_what_a_named_source_answers_for(text: str, parties: set[str]) -> None:
    assert {party for _, party, _ in read_told(text)} == parties


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("The Herald said the mill had closed, adding that it would be sold.", True),
        ("The mill has closed. Ada Orr added that it would be sold.", True),
        ("The fire will add to the fears that the mill may close, Ada Orr said.", False),
        ("The Herald said that the mill would be sold.", False),
    ],
)
def test_what_is_added(text: str, added: bool) -> None:
    found = read_positions(attribute(segment(text)))
    assert any(ADDED in position.features for position in found) is added
