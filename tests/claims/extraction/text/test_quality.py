"""Whole sentences rank above fragments, whatever they are about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.text.quality import has_no_verb, sentence_quality

WHOLE = [
    "The ferry Alba sank off Leith on Monday.",
    "Marta Bell has left the harbour board.",
    "There is a second tunnel under the mill.",
    "Smugglers captured a coast guard vessel.",
    "The harbour is owned by a US firm.",
    "The council's own engineers had warned of the crack.",
]
BROKEN = [
    "Even when the first plans came out.",
    "Based on a survey of the harbour.",
    "Who had told Marta Bell about the plan.",
    "Works of pure invention.",
    "He has left the board.",
    "They were never asked about the mill.",
    "We have sent no divers to the wreck.",
    "According to the paper, the ferry sank.",
    "The mayor, unattributed said, had left.",
    "Was what caught her eye.",
    "In a note by the harbour master.",
    "The ferry sank because of the.",
    "It.",
    "",
]


@pytest.mark.parametrize("broken", BROKEN)
def test_a_fragment_ranks_below_every_whole_sentence(broken: str) -> None:
    assert sentence_quality(broken) < min(sentence_quality(whole) for whole in WHOLE)


@pytest.mark.parametrize("whole", WHOLE)
def test_a_whole_sentence_is_good(whole: str) -> None:
    assert sentence_quality(whole) >= 0.8


@given(st.text(max_size=300))
def test_any_text_has_a_quality(text: str) -> None:
    assert 0.0 <= sentence_quality(text) <= 1.0


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("The fire on a lamp.", True),
        ("A plot against the mayor of Leith.", True),
        ("Leith supplies boats to Alba.", False),
        ("The ferry sank off Leith.", False),
        ("The mayor resigned on Monday.", False),
    ],
)
def test_a_sentence_has_a_verb(text: str, none: bool) -> None:
    assert has_no_verb(text) is none
