"""Paragraphs that are somebody's words without quotation marks, by who announces or signs them."""

from __future__ import annotations

import pytest

from claims.extraction.attribution.attribute import attribute
from claims.extraction.attribution.blocks import find_signed
from claims.extraction.text.segment import segment

LEAD = "The Herald was founded in 1901. Ada Orr lives in Oslo. "
POST = "The old mill by the river has burned down."


@pytest.mark.parametrize(
    ("line", "party"),
    [
        ("Here's Ada Orr:", "Ada Orr"),
        ("Here is Ada Orr:", "Ada Orr"),
        ("From the Herald:", "Herald"),
        ("Per the Herald:", "Herald"),
        ("The Herald again:", "Herald"),
        ("Ada Orr writes:", "Ada Orr"),
        # nobody who says anything
        ("From Oslo:", None),
        ("What the Herald left out:", None),
        ("Here's what happened to the Herald in the end of May:", None),
        ("The Herald again.", None),
    ],
)
def test_who_is_announced(line: str, party: str | None) -> None:
    done = attribute(segment(f"{LEAD}{line}\n\n{POST}"))
    voice = done.block_voice.get(1)
    assert (voice.party if voice is not None else None) == party


@pytest.mark.parametrize(
    ("line", "party"),
    [
        ("— Ada Orr (@adaorr) May 3, 2024", "Ada Orr"),
        ("-- Telmark Herald (@telmark_herald) September 13, 2014", "Telmark Herald"),
        ("— Ada Orr (@adaorr) 3 May 2024", "Ada Orr"),
        ("— Ada Orr, the owner", None),
        ("Ada Orr (@adaorr) has many followers", None),
        ("— Ada Orr (@adaorr) was born on May 3, 1980", None),
    ],
)
def test_who_signs(line: str, party: str | None) -> None:
    signed = find_signed(segment(f"{POST}\n\n{line}\n\nThe owner was away."))
    assert {at: voice.party for at, voice in signed.items()} == ({0: party} if party else {})


def test_a_signature_at_the_head_signs_nothing() -> None:
    assert not find_signed(segment(f"— Ada Orr (@adaorr) May 3, 2024\n\n{POST}"))
