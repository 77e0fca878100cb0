"""Whose thing a claim opens with, held against the words of those who tell it."""

from __future__ import annotations

import pytest

from claims.extraction.model.linking.owning import with_owner


@pytest.mark.parametrize(
    ("text", "claims", "told"),
    [
        ("Orsk army crossed the border.", ["Valia's army crossed the border."], ""),
        ("Orsk's army crossed the border.", ["Valia's army crossed the border."], ""),
        ("Valia army crossed the border.", ["Valia's army crossed the border."],
         "Valia's army crossed the border."),
        ("Kelso's phones burn.", ["Kelso Corp's phones burn."], "Kelso's phones burn."),
        # of something else, or of nobody with a name
        ("Orsk fleet crossed the border.", ["Valia's army crossed the border."],
         "Orsk fleet crossed the border."),
        ("The army crossed the border.", ["Valia's army crossed the border."],
         "The army crossed the border."),
        ("Her husband left.", ["Ada Lund's husband left."], "Her husband left."),
        ("Orsk army crossed the border.", [], "Orsk army crossed the border."),
    ],
)  # fmt: skip
def test_with_owner(text: str, claims: list[str], told: str) -> None:
    assert with_owner(text, claims) == told
