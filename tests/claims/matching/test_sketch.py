"""What a sketch reads from a claim's sentence."""

from __future__ import annotations

import pytest

from claims.matching import join_within, sketch, terms
from claims.parties import load_catalogue

READINGS = [
    ("a state's capital stands for it", "Moscow sold drones.", {"@russia"}),
    ("a demonym too", "Iranian drones fell on Ostvik.", {"@iran", "ostvik"}),
    ("a title is no name", "The President resigned.", set()),
    ("hyphens join a name", "Park Yo-jin resigned in Ostvik.", {"park", "yo", "jin", "ostvik"}),
    ("and part a compound", "The Ostvik-made drones fell.", {"ostvik"}),
    ("a first word alone is no name", "Drones fell on the town.", set()),
]


@pytest.mark.parametrize(("sentence", "text", "expected"), READINGS)
def test_entities(sentence: str, text: str, expected: set[str]) -> None:
    assert set(sketch(text, load_catalogue()).entities) == expected, sentence


AGENTS = [
    ("the subject", "Iran sold drones to Russia.", "@iran"),
    ("after by", "Drones were sold to Russia by Iran.", "@iran"),
    ("a passive without by", "Drones were sold to Russia.", None),
    ("by Monday names nobody", "Lindqvist was arrested by Monday.", None),
    ("whoever it is received from", "Russia received drones from Iran.", "@iran"),
    ("a modifier does not act", "Cuban leader Fidel Castro resigned.", "@fidel-castro"),
    ("a possessor of the subject does", "Ostvik's pilots shelled Varnholm.", "ostvik"),
    ("gunmen are nobody in particular", "Gunmen from Iran shelled Ostvik.", None),
]


@pytest.mark.parametrize(("sentence", "text", "agent"), AGENTS)
def test_who_does_it(sentence: str, text: str, agent: str | None) -> None:
    assert sketch(text, load_catalogue()).agent == agent, sentence


FIGURES = [
    ("words and digits", "Five tanks burnt.", {"tank": frozenset({5.0})}, set()),
    ("scales", "It cost $2.5 million.", {"dollar": frozenset({2.5e6})}, set()),
    ("a dozen is twelve", "Two dozen tanks burnt.", {"tank": frozenset({24.0})}, set()),
    ("thousands", "10,000 people fled.", {"flee": frozenset({10000.0})}, set()),
    ("a year is a date", "It sank in 1994.", {}, {"year:1994"}),
    ("a day is a date", "It sank on Feb. 18.", {}, {"month:2", "day:18"}),
    ("may is no month here", "May the ship sink.", {}, set()),
    ("a weekday", "It sank on Monday.", {}, {"weekday:0"}),
    ("last year", "It sank last year.", {}, {"ago:year"}),
]


@pytest.mark.parametrize(("sentence", "text", "numbers", "dates"), FIGURES)
def test_figures_and_dates(
    sentence: str, text: str, numbers: dict[str, frozenset[float]], dates: set[str]
) -> None:
    got = sketch(text)
    assert (dict(got.numbers), set(got.dates)) == (numbers, dates), sentence


NEGATIONS = [
    ("Iran did not sell drones.", True),
    ("Iran never sold drones.", True),
    ("Iran refused to sell drones.", True),
    ("Iran sold not only drones.", False),
    ("Iran never failed to sell drones.", False),
    ("Iran sold drones, and nobody paid.", False),
    ("Iran sold drones without papers.", False),
    ("Iran sold no drones or no missiles.", True),
    ("Iran sold drones.", False),
]


@pytest.mark.parametrize(("text", "negated"), NEGATIONS)
def test_negation(text: str, negated: bool) -> None:
    assert sketch(text).negated is negated


def test_terms_hold_parties_sides_figures_and_stems() -> None:
    got = terms(sketch("The Kremlin sold 5 drones to Lindqvist.", load_catalogue()))
    assert {"@kremlin", "@russia", "#5", "drone", "lindqvist"} <= set(got)
    assert list(got) == sorted(set(got))


def test_terms_are_shared_by_both_ways_of_telling_a_claim() -> None:
    catalogue = load_catalogue()
    a = terms(sketch("Iran supplies drones to Russia.", catalogue))
    b = terms(sketch("Tehran denied nothing: drones were delivered to Moscow.", catalogue))
    assert {"@iran", "@russia", "drone", "=supply"} <= set(a) & set(b)


def test_join_within_clusters_the_claims_of_one_document() -> None:
    texts = [
        "Iran sold drones to Russia.",
        "The mayor of Ostvik resigned.",
        "Tehran sold drones to Moscow.",
        "Iran did not sell drones to Russia.",
        "The mayor of Varnholm resigned.",
    ]
    assert join_within(texts, load_catalogue()) == [0, 1, 0, 0, 4]
    assert join_within([], load_catalogue()) == []
