"""Sentences that start or end inside a phrase of the text they were copied from."""

import pytest

from claims.extraction.model.telling.cut_out import is_cut_out


@pytest.mark.parametrize(
    ("told", "beside", "cut"),
    [
        ("Cape Morin was a film prop.", "The ship off Cape Morin was a film prop, she said.", True),
        ("Lima was arrested.", "The mayor of Lima was arrested.", True),
        ("Lima was shelled.", "The port of Lima was shelled. Lima was shelled twice.", False),
        ("Lima was shelled.", "They said that Lima was shelled.", False),
        ("The mayor was arrested.", "The mayor of Lima was arrested.", False),
        ("Ada Orr was arrested.", "Her sister Ada Orr was arrested.", False),
        ("The fence was damaged in last week.", "It was damaged in last week's storm.", True),
        ("The money is safe after hackers.", "Money is safe after hackers' claim", True),
        ("The money is with the hackers.", "It is with the hackers’ bank.", True),
        ("The fence was damaged in the storm.", "It was damaged in the storm.", False),
        ("Fell.", "It fell.", False),
    ],
)
def test_what_is_half_of_a_phrase_is_cut_out(told: str, beside: str, cut: bool) -> None:
    assert is_cut_out(told, beside) is cut
