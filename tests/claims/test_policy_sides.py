"""Whom a sentence implicates, read through owners."""

from __future__ import annotations

import pytest

from claims.parties import load_catalogue
from claims.policy import read_sides

SIDES = [
    ("A leader stands for his state", "Kim Jong Un praised Vladimir Putin.", "north-korea russia"),
    ("The Kremlin stands for Russia", "The Kremlin bought drones from Tehran.", "iran russia"),
    ("A place implicates nobody", "A nurse was found in Iraq.", ""),
    ("Names nobody knows implicate nobody", "Lindqvist left Ostvik.", ""),
]


@pytest.mark.parametrize(("sentence", "text", "expected"), SIDES)
def test_implicated(sentence: str, text: str, expected: str) -> None:
    got = read_sides(text, load_catalogue())
    assert got.implicated == frozenset(expected.split()), sentence
    assert set(got.names) == set(got.implicated)


def test_harmed_is_whoever_the_predicate_discredits() -> None:
    got = read_sides("The Kremlin supplies missiles to Iran.", load_catalogue())
    assert got.harmed == {"russia"}
    assert got.names["russia"] == "Russia"
