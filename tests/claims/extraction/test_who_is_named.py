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
        ("A clip posted on Facebook claims that the old mill by the river had closed.",
         "A clip posted on Facebook"),
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


@pytest.mark.parametrize(
    ("text", "party", "speaker"),
    [
        # "her office" speaks for her, and is none that told something before
        ("CNN said Ruth Orlov was away. Her office denied that the mill had closed.",
         "Ruth Orlov", "Her office"),
        ("CNN said a senator was away. Her office denied that the mill had closed.",
         "Her office", None),
        # a person with a name, rather than one far before with none
        ("The editor said the dam had burst. The consultant, Sarn Orlov, could not be reached. "
         "His lawyer denied that the mill had closed.", "Sarn Orlov", "His lawyer"),
        # who denies that Lane did it is not Lane
        ("Jude Lane was away. Coach Pep Sanz said the dam had burst. "
         "He denied that Lane had closed the mill.", "Pep Sanz", "Pep Sanz"),
        # no country is he
        ("A man met us in Niamey. The mill had closed, he said.", None, None),
    ],
)  # fmt: skip
def test_who_he_and_hers_are(text: str, party: str | None, speaker: str | None) -> None:
    found = extract_by_rules(Document(text=text)).findings
    last = max(found, key=lambda each: each.span.start, default=None)
    assert (last and last.party, last and last.speaker) == (party, speaker)
