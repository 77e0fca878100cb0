"""Same claim or not: a pair a row."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.matching import Verdict, compare, sketch
from claims.parties import load_catalogue

SAME = [
    ("Iran supplies drones to Russia.", "Tehran supplies drones to Moscow."),
    ("Iran supplies drones to Russia.", "Iran is supplying drones to Russia."),
    ("North Korea shipped shells to Russia.", "Shells were shipped to Russia by North Korea."),
    ("Kim Jong Un received a car from Putin.", "A car was received by Kim Jong Un from Putin."),
    (
        "Rebels captured Mara Lindqvist in Ostvik.",
        "Mara Lindqvist was captured in Ostvik by rebels.",
    ),
    ("The mayor of Ostvik died.", "The mayor of Ostvik is dead."),
    ("Hamas and Israel agreed on a ceasefire.", "Israel and Hamas agreed on a truce."),
    ("Seven sailors drowned off Ostvik.", "7 sailors drowned off Ostvik."),
    ("The army of Iraq shelled Ostvic Bay.", "The army of Iraq shelled Ostvik Bay."),
    ("French President Emmanuel Macron visited Ostvik.", "Emmanuel Macron visited Ostvik."),
]
OPPOSITE = [
    (
        "North Korea supplies ballistic missiles to Russia.",
        "North Korea did not supply missiles to Russia.",
    ),
    ("Mara Lindqvist is alive.", "Mara Lindqvist is dead."),
    (
        "The photograph of the Ostvik wreck is genuine.",
        "The photograph of the Ostvik wreck is false.",
    ),
    ("Iran delivered the drones to Russia.", "Iran failed to deliver the drones to Russia."),
]
APART = [
    ("Russia's army killed 5 people in Ostvik.", "Russia's army killed 12 people in Ostvik."),
    ("Russia attacked Ukraine.", "Ukraine attacked Russia."),
    ("Israel struck the port of Syria.", "The port of Israel was struck by Syria."),
    ("Troops killed a nurse in Ostvik.", "Troops killed a nurse in Varnholm."),
    ("The ship left Ostvik on 3 May.", "The ship left Ostvik on 4 May."),
    ("The ship left Ostvik in 2019.", "The ship left Ostvik in 2020."),
    ("The ship left Ostvik last year.", "The ship left Ostvik."),
    ("Iran will test a missile.", "Iran tested a missile."),
    ("Iran plans to sell the drones.", "Iran sold the drones."),
    ("Iran sold the drones to Russia.", "Iran used the drones against Russia."),
    ("Mara Lindqvist runs the plant.", "Jon Lindqvist runs the plant."),
    ("The minister's wife was arrested.", "The minister's ex-wife was arrested."),
    ("The minister said that the plant leaked.", "The plant leaked."),
    ("The ferry sank.", "The ferry with two hundred cattle from Varnholm sank at night."),
    ("The mayor of Ostvik resigned.", "The mayor of Ostvik married."),
    ("Iran supplied drones.", "Iran."),
    ("He died.", "He died."),
    ("The driver was arrested.", "The driver was arrested."),
    ("Iran sold drones to Russia.", "Iran sold drones to Russia, and nobody paid."),
    ("Lindqvist is right.", "Lindqvist is not alone right now."),
]


def match(a: str, b: str):  # type: ignore[no-untyped-def]
    catalogue = load_catalogue()
    return compare(sketch(a, catalogue), sketch(b, catalogue))


@pytest.mark.parametrize(("a", "b"), SAME)
def test_told_twice(a: str, b: str) -> None:
    got = match(a, b)
    assert (got.verdict, got.opposite) == (Verdict.SAME, False), got


@pytest.mark.parametrize(("a", "b"), OPPOSITE)
def test_the_same_claim_the_other_way_round(a: str, b: str) -> None:
    got = match(a, b)
    assert (got.verdict, got.opposite) == (Verdict.SAME, True), got


@pytest.mark.parametrize(("a", "b"), APART)
def test_two_claims(a: str, b: str) -> None:
    got = match(a, b)
    assert got.verdict is not Verdict.SAME, got
    assert got.reasons


def test_a_doubt_names_its_reason() -> None:
    got = match("Iran sold 5 drones to Russia.", "Iran sold 12 drones to Russia.")
    assert got.verdict is Verdict.PROPOSE
    assert got.reasons == ("the figures differ",)


WORDS = """
Iran Russia Ostvik Lindqvist drones missile sold killed not five 12 alive dead will
said by from was the in 2019 May plans Kremlin agreed failed to refused
"""
sentences = st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join)


@settings(max_examples=150)
@given(sentences, sentences)
@example("Russia Iran", "Kremlin")
def test_comparing_is_symmetric_and_bounded(a: str, b: str) -> None:
    there, back = match(a, b), match(b, a)
    assert there.verdict is back.verdict
    assert there.opposite is back.opposite
    assert there.score == pytest.approx(back.score)
    assert 0.0 <= there.score <= 1.0


@settings(max_examples=100)
@given(sentences)
def test_a_claim_is_never_the_opposite_of_itself(text: str) -> None:
    got = match(text, text)
    assert not got.opposite
    assert got.score == pytest.approx(1.0)


@settings(max_examples=60)
@given(st.text(max_size=120))
def test_any_text_can_be_sketched(text: str) -> None:
    catalogue = load_catalogue()
    assert compare(sketch(text, catalogue), sketch("Iran sold drones.", catalogue)).score <= 1.0
