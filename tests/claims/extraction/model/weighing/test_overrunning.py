"""A quote begins and ends where another speaks, and goes on behind a colon."""

import pytest

from claims.extraction import extract
from claims.extraction.attribution.attribute import attribute
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.weighing.overrunning import cut_quote
from claims.extraction.text.segment import segment
from claims.model import Document


@pytest.mark.parametrize(
    ("text", "party", "quote"),
    [
        (
            "The airline said flight 212 landed safely. Two passengers told the Courier that "
            "oxygen masks had not dropped. The airline said it had found no fault with the masks.",
            "Two passengers",
            "Two passengers told the Courier that oxygen masks had not dropped.",
        ),
        (
            "A source told the Courier the following:\n\n“Anna is not amused and pest control "
            "experts have been hired.”",
            "A source",
            "A source told the Courier the following:\n\n“Anna is not amused and pest control "
            "experts have been hired.”",
        ),
    ],
)
def test_where_a_quote_ends(text: str, party: str, quote: str) -> None:
    found = [f.span.exact for f in extract(Document(text=text)).findings if f.party == party]
    assert quote in found


@pytest.mark.parametrize(
    ("before", "begun"),
    [
        ("The hospital said nobody had been admitted. ", True),
        ("Police were called at noon. ", False),  # nobody is named who says so
        ("Police said they had looked. ", False),  # the same
    ],
)
def test_a_quote_begins_behind_what_another_says(before: str, begun: bool) -> None:
    own = "Police said they had no report of it."
    text = before + own
    at = len(before)
    reading = Reading(
        value="denies", kind="source", sentence=1, unit=1, probability=0.9, more=0.0,
        anonymous=0.0, central=0.5, quote=(0, len(text)), source=(at, at + len("Police")),
        party=None, party_probability=0.9, speaker=None,
    )  # fmt: skip
    start, end = cut_quote(attribute(segment(text)), reading).quote
    assert text[start:end] == (own if begun else text)
