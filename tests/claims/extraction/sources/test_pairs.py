"""Parties told of jointly: lists, "both firms", and those of whom none did it."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.extraction.attribution.attribute import attribute
from claims.extraction.position import Position
from claims.extraction.positions.readings import read_positions
from claims.extraction.text.segment import segment
from claims.model import Document, Stance

ALLEGES, DENIES, NEITHER = Stance.ALLEGES, Stance.DENIES, Stance.NEITHER
TWO = "Kellmark and Brightwater were said to be in talks. "
MEN = "Otto Brandt and Lars Orr were seen on the quay. "


def read(text: str) -> list[Position]:
    found = read_positions(attribute(segment(text)))
    return [position for position in found if position.voice.party != "unattributed"]


@pytest.mark.parametrize(
    ("text", "stance", "expected"),
    [
        ("Peru, Chile and Oman said the dam had burst.", ALLEGES, ["Peru", "Chile", "Oman"]),
        ("Peru, Chile, and Oman said the dam had burst.", ALLEGES, ["Peru", "Chile", "Oman"]),
        ("The Post, the Herald and Channel Six said the dam had burst.", ALLEGES,
         ["Post", "Herald", "Channel Six"]),
        ("She said that Kellmark, Brightwater and Dunne denied the sale.", DENIES,
         ["Kellmark", "Brightwater", "Dunne"]),
        ("The army and the police denied that a ship was hit.", DENIES, ["The army", "the police"]),
        ("The Ministry of Health and the World Bank said the dam had burst.", ALLEGES,
         ["Ministry of Health", "World Bank"]),
        ("The Pentagon and World Bank said the dam had burst.", ALLEGES,
         ["Pentagon", "World Bank"]),
        ("The Ministry of Health and Kellmark said the dam had burst.", ALLEGES,
         ["Ministry of Health", "Kellmark"]),
        # what stands before the first name makes it no part of the list
        ("In Lima, Chile and Oman said the dam had burst.", ALLEGES, ["Chile", "Oman"]),
        ("After talks with Peru, Chile and Oman said it had burst.", ALLEGES, ["Chile", "Oman"]),
        ("But he left on Friday, and Oman said the dam had burst.", ALLEGES, ["Oman"]),
        # the two of a sentence before
        (f"{TWO}Both firms denied the sale.", DENIES, ["Kellmark", "Brightwater"]),
        (f"{TWO}Both of the companies denied the sale.", DENIES, ["Kellmark", "Brightwater"]),
        (f"{TWO}The two companies denied the sale.", DENIES, ["Kellmark", "Brightwater"]),
        (f"{MEN}Both men denied the theft.", DENIES, ["Otto Brandt", "Lars Orr"]),
        (f"{TWO}{MEN}Both firms denied the sale.", DENIES, ["Kellmark", "Brightwater"]),
        ("Peru and Chile quarrel. The two countries denied that shots were fired.", DENIES,
         ["Peru", "Chile"]),
        # nobody knows which two
        ("Peru and Chile quarrel. Both men denied the theft.", DENIES, ["both men"]),
        (f"{TWO}Two pilots denied the theft.", DENIES, ["Two pilots"]),
        ("Dunne, Kellmark and Brightwater met. Both firms denied the sale.", DENIES,
         ["both firms"]),
        # who did not
        ("Neither Kellmark nor Brightwater has confirmed the sale.", NEITHER,
         ["Kellmark", "Brightwater"]),
        ("Neither Kellmark nor Brightwater has denied the sale.", NEITHER,
         ["Kellmark", "Brightwater"]),
        ("Neither the police nor the mayor said whether it had burst.", NEITHER,
         ["the police", "the mayor"]),
        (f"{TWO}Neither company has confirmed the sale.", NEITHER, ["Kellmark", "Brightwater"]),
        ("Neither country confirmed the sale.", NEITHER, ["both countries"]),
        ("Neither woman denied the sale.", NEITHER, ["both women"]),
        ("None of the banks would confirm the sale.", NEITHER, ["the banks"]),
        ("No one at Kellmark would confirm the sale.", NEITHER, ["Kellmark"]),
        ("Nobody at Kellmark would say whether it was sold.", NEITHER, ["Kellmark"]),
        ("No 10 would not say whether it was sold.", NEITHER, ["No 10"]),
    ],
)  # fmt: skip
def test_each_party_has_the_stance(text: str, stance: Stance, expected: list[str]) -> None:
    assert [each.voice.party for each in read(text) if each.stance is stance] == expected


@pytest.mark.parametrize(
    "text",
    [
        "No official confirmed that the dam had burst.",
        "Nobody denied that the dam had burst.",
        "Neither Kellmark nor Brightwater has confirmed that the mill was sold.",
        "Neither firm has denied that the mill was sold.",
        "No one at Kellmark admitted that the mill was sold.",
    ],
)
def test_who_did_not_neither_confirms_nor_denies(text: str) -> None:
    assert not {each.stance for each in read(text)} & {Stance.CONFIRMS, Stance.DENIES}


def test_who_declines_with_another_declines_too() -> None:
    text = "Ada Orr said the mill had closed. Kellmark and Telmark both declined to comment."
    found = extract(Document(text=text)).findings
    declined = {f.party for f in found if f.stance is Stance.DECLINES}
    assert declined == {"Kellmark", "Telmark"}
