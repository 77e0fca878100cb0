"""Who stops short of a stance takes none, for rules and reader together: a sentence a row."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.extraction.cues.find import find_cues
from claims.extraction.text.segment import segment
from claims.model import Document, Stance

HELD_BACK = [
    "The minister stopped short of denying that the ship had been sold.",
    "The minister has stopped short of flatly denying that the ship had been sold.",
    "The minister fell short of confirming that the ship had been sold.",
    "The minister fell short of denying the report that the ship had been sold.",
    "The minister did not go as far as to deny that the ship had been sold.",
    "The minister would not go so far as to say that the ship had been sold.",
    "The minister did not go so far as confirming that the ship had been sold.",
    "The minister stopped short of saying that the ship had been sold.",
]


@pytest.mark.parametrize("text", HELD_BACK)
@pytest.mark.parametrize("by", ["auto", "rules"])
def test_takes_no_position(text: str, by: str) -> None:
    found = extract(Document(text=text), by)
    assert [(f.party, f.stance) for f in found.findings] == [("The minister", Stance.NEITHER)]
    assert [claim.text for claim in found.claims] == ["The ship had been sold."]


@pytest.mark.parametrize(
    "text",
    [
        "KZNA reported that the ship had been sold. The minister stopped short of denying it.",
        "KZNA reported that the ship had been sold. The minister's words fell short of a denial.",
        "KZNA reported that the ship had been sold. The minister stops short of a firm denial.",
    ],
)
def test_on_what_was_told_before(text: str) -> None:
    found = extract(Document(text=text))
    assert [f.stance for f in found.findings] == [Stance.ALLEGES, Stance.NEITHER]
    assert len(found.claims) == 1


def test_of_whom_is_not_blamed() -> None:
    found = extract(Document(text="Police stopped short of blaming the crew for the fire."))
    assert [f.stance for f in found.findings] == [Stance.NEITHER]
    assert [claim.text for claim in found.claims] == ["The crew was responsible for the fire."]


@pytest.mark.parametrize(
    "text",
    [
        "The minister stopped short of calling for a ban.",
        "The minister stopped short of the door.",
        "The minister went as far as to deny that the ship had been sold.",
        "The plane fell short of the runway.",
    ],
)
def test_nothing_held_back(text: str) -> None:
    (cut,) = segment(text).sentences
    assert Stance.NEITHER not in {cue.stance for cue in find_cues(cut.tokens)}
