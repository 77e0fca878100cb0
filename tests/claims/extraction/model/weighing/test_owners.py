"""Whom a source names beside who speaks: spans are told by their words, a text a row."""

from __future__ import annotations

import pytest

from tests.claims.extraction.model.weighing.test_voicing import voices

HELD = "said the mill had closed."


@pytest.mark.parametrize(
    ("text", "source", "party", "expected"),
    [
        # whose relative or source somebody is
        (f"Cpl. Dessen's aunt {HELD}", "Cpl. Dessen's aunt", "Cpl. Dessen", "Cpl. Dessen's aunt"),
        (f"One of Hunter's sources {HELD}", "One of Hunter's sources", "One of Hunter",
         "One of Hunter's sources"),
        # who speaks for somebody speaks for them
        (f"Orsk Dessen's lawyer {HELD}", "Orsk Dessen's lawyer", "Orsk Dessen", "Orsk Dessen"),
        (f"Kellmark's Ada Orr {HELD}", "Kellmark's Ada Orr", "Kellmark", "Kellmark"),
        # where somebody comes from
        (f"Otto Brandt, of Gentham, {HELD}", "Otto Brandt", "Gentham", "Otto Brandt"),
        # a word of who speaks
        (f"The owner registered to the chip {HELD}", "The owner registered to the chip", "chip",
         "The owner registered to the chip"),
        (f"A bogus tweet {HELD}", "A bogus tweet", "tweet", "A bogus tweet"),
        (f"One occupant of the Corbin flat {HELD}", "One occupant of the Corbin flat",
         "Corbin flat", "One occupant of the Corbin flat"),
        (f"The Chadian general {HELD}", "The Chadian general", "Chadian", "The Chadian general"),
        (f"North Korean state media {HELD}", "North Korean state media",
         "North Korean state media", "North Korean state media"),
        (f"A Telmark think tank {HELD}", "A Telmark think tank", "Telmark think tank",
         "Telmark think tank"),
        ("Mikas report that it closed.", "Mikas report", "Mikas report", "Mikas"),
        # whose family, people or ministry speaks
        (f"Kellmark opened. His brother {HELD}", "His brother", "Kellmark", "His brother"),
        (f"Kellmark opened. A spokesman for the rebels {HELD}", "A spokesman for the rebels",
         "Kellmark", "the rebels"),
        (f"The White House waited. Its foreign ministry {HELD}", "Its foreign ministry",
         "White House", "Its foreign ministry"),
        # a body's words are left as they are
        (f"The police {HELD}", "The police", "police", "police"),
    ],
)  # fmt: skip
def test_who_speaks_of_those_named(text: str, source: str, party: str, expected: str) -> None:
    (voice,) = voices(text, source=source, party=party) or []
    assert voice.party == expected


@pytest.mark.parametrize("link", ["on", "upon"])
def test_what_a_rumour_rests_on_says_nothing(link: str) -> None:
    text = f"That rumour was based {link} a Facebook hoax page set up for the star."
    assert voices(text, source="a Facebook hoax page", party="Facebook hoax page") == []


def test_what_somebody_is_is_no_body() -> None:
    text = f"Ines Tolva, the Ohio attorney, {HELD}"
    (voice,) = voices(text, source="Ines Tolva", party="Ohio attorney", speaker="Ines Tolva") or []
    assert (voice.party, voice.speaker) == ("Ines Tolva", "Ines Tolva")


def test_a_clause_about_who_speaks() -> None:
    text = "Ada Orr recalled a doctor who told her that the mill had closed."
    (voice,) = voices(text, source="Ada Orr recalled a doctor", party="a doctor") or []
    assert (voice.party, voice.speaker) == ("a doctor", None)


@pytest.mark.parametrize(
    ("said", "party"),
    [
        ('"He had a rifle,"', "Adam Lund"),
        ('"I had a rifle,"', "Otto Brandt"),
    ],
)
def test_who_tells_of_him(said: str, party: str) -> None:
    text = f"Otto Brandt shot a dog. Adam Lund said the dog was ill. {said} he said."
    (voice,) = voices(text, source="he", party="Otto Brandt") or []
    assert voice.party == party


def test_whom_a_spokesman_serves() -> None:
    text = f"Ed Marl, a spokesman for the county prosecutor, {HELD}"
    (voice,) = voices(text, source="Ed Marl", party="county prosecutor", speaker="Ed Marl") or []
    assert (voice.party, voice.speaker) == ("county prosecutor", "Ed Marl")
