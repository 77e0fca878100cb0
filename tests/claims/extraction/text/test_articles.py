"""Which nouns take "a" or "an"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.text.articles import put_article


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("strike at the port", "a strike at the port"),
        ("agreement", "an agreement"),
        ("meeting planned for Monday", "a meeting planned for Monday"),
        ("old oil tank", "an old oil tank"),
        ("call had been made.", "a call had been made."),
        ("aid trucks had left", "aid trucks had left"),
        ("evidence of it", "evidence of it"),
        ("damage to the mill", "damage to the mill"),
        ("military aid", "military aid"),
        ("bus", "a bus"),
        ("pass", "a pass"),
        ("people in it", "people in it"),
        ("", ""),
    ],
)
def test_a_noun_and_its_article(phrase: str, told: str) -> None:
    assert put_article(phrase) == told


@given(st.text())
def test_nothing_else_changes(phrase: str) -> None:
    assert put_article(phrase).endswith(phrase)
