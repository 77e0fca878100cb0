"""What only sounds like a stance on what others put forward."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document, Stance

LEAD = (
    "LISSA - The daily Herald reported on Monday that the Lissa firm Kellmark had paid a ransom for"
    " its engineer.\n\n"
)


@pytest.mark.parametrize(
    "told",
    [
        '"We paid the kidnappers," said a Kellmark manager who asked not to be named because he was'
        " not authorised to talk about the case.",
        '"We paid the kidnappers," said a Kellmark manager, who asked not to be named.',
    ],
)
def test_who_may_not_be_named_tells_what_they_tell(told: str) -> None:
    stances = {f.stance for f in extract(Document(text=LEAD + told)).findings}
    assert stances == {Stance.ALLEGES}


@pytest.mark.parametrize(
    ("told", "stance"),
    [
        ("The Herald admitted the story was wrong.", Stance.DENIES),
        ("The paper's editor, Tom Reyk, acknowledged that he had no proof of it.", Stance.DOUBTS),
        ("Police said there was no indication that a ransom had been paid.", Stance.DOUBTS),
        ('"We have no confirmation of that," said Lund.', Stance.NEITHER),
    ],
)
def test_what_is_said_in_so_many_words_is_not_read_otherwise(told: str, stance: Stance) -> None:
    found = extract(Document(text=LEAD + told))
    assert [finding.stance for finding in found.findings] == [Stance.ALLEGES, stance]
    assert len(found.claims) == 1
