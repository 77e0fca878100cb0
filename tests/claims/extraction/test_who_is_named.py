"""Who is meant by a source's words, by the rules alone: names cut short or taken for the whole."""

from __future__ import annotations

import pytest

from claims.extraction.rules import extract_by_rules
from claims.model import Document

HELD = "said the old mill by the river had closed."


def parties(text: str) -> set[str]:
    return {each.party for each in extract_by_rules(Document(text=text)).findings}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        # a name ends as an adverb does, or goes on behind "of" and "and"
        (f"Orsk Weekly {HELD}", "Orsk Weekly"),
        (f"The Confederation of Mill Hands {HELD}", "Confederation of Mill Hands"),
        (f"The Directorate of Harbours {HELD}", "Directorate of Harbours"),
        (f"The Health and Safety Executive {HELD}", "Health and Safety Executive"),
        # a site where anybody may post speaks only for itself
        (f"A clip shared in a WhatsApp group for miners {HELD}",
         "A clip shared in a WhatsApp group for miners"),
        (f"A post on Telegram {HELD}", "A post on Telegram"),
        (f"A Facebook post {HELD}", "A Facebook post"),
        (f"A Facebook page, Orsk Tonight, {HELD}", "Orsk Tonight"),
        (f"Facebook {HELD}", "Facebook"),
        (f"A Facebook spokesman {HELD}", "Facebook"),
        # whose a document is
        (f"A report published in the Telmark Lantern {HELD}", "Telmark Lantern"),
        (f"A report published by Kellmark in Nature {HELD}", "Kellmark"),
        # "a ..." is nobody told of before
        (f"Kellmark {HELD} An airline said the dam had burst.", "An airline"),
    ],
)  # fmt: skip
def test_the_whole_name(text: str, party: str) -> None:
    assert party in parties(text)


def test_a_bank_of_a_state_and_another_are_two() -> None:
    text = f"The Central Bank of Peru and Barclays {HELD}"
    assert parties(text) == {"Central Bank of Peru", "Barclays"}
