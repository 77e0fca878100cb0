"""A stance on "Orr's claim" is on what Orr told, whatever others told since."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.extraction.model.linking.rejecting import whose_word
from claims.model import Document


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("Lima rejected Quito's accusation", "Quito"),
        ("denied the Post's report", "the Post"),
        ("could not verify Ada Orr's latest claim", "Ada Orr"),
        ("rejected Orr's claim that he had sold it", ""),
        ("rejected the claim", ""),
    ],
)
def test_whose_word_it_is(words: str, whose: str) -> None:
    assert whose_word(words) == whose


def test_it_is_on_what_they_told() -> None:
    text = (
        "Rosa Diaz said the mayor took a bribe. Paul Bell said the mayor crashed a car. The mayor"
        " denied Diaz's allegation."
    )
    found = extract(Document(text=text))
    first, _, denial = found.findings
    assert (denial.party, denial.speaker, denial.claim) == ("The mayor", None, first.claim)
