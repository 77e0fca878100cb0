"""What somebody says, of a sentence that tells that they say it."""

from __future__ import annotations

import pytest

from claims.extraction.wording.saying_so import (
    is_no_claim,
    state_blamed,
    state_passive,
    without_teller,
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "A witness described the car as a van with no plates.",
            "The car is a van with no plates.",
        ),
        ("A witness claims that the car was a van.", "The car was a van."),
        ("A witness blamed the city.", "The city was to blame."),
        ("A witness blamed the drivers.", "The drivers were to blame."),
        ("A witness fears the car was a van.", "The car was a van."),
        ("A witness claims to have seen the car.", "A witness has seen the car."),
        (
            "A witness described the man as being tall and wearing a hat.",
            "The man was tall and wearing a hat.",
        ),
        ("A witness described the man as being tall.", "The man is tall."),
        ("A witness has hailed the play as one of the best.", "The play is one of the best."),
        ("A witness promised Bo Orr it would pay.", "A witness would pay."),
        ("A witness condemned the guards for beating him.", "The guards beat him."),
        ("A witness found the body that was lost.", "A witness found the body that was lost."),
        ("A witness found a note on the desk.", "A witness found a note on the desk."),
        # told whole elsewhere, or no claim of theirs
        ("A witness blamed the city for the flood.", "A witness blamed the city for the flood."),
        ("A witness described seeing a man.", "A witness described seeing a man."),
        ("Orr claims that the car was a van.", "Orr claims that the car was a van."),
    ],
)
def test_without_who_tells_it(words: str, told: str) -> None:
    assert without_teller(words, ["A witness"]) == told


@pytest.mark.parametrize(
    ("words", "claims_nothing"),
    [
        ("Orr condemned the attack on the port.", True),
        ("Minister Orr mentioned the bill.", True),
        ("Orr has discussed the sale of the mill.", True),
        ("Orr described the state of the camp, with its open drains.", True),
        ("Orr mentioned that the bill was late.", False),
        ("Orr described the attack as a crime.", False),
        ("Orr described hearing a blast.", False),
        ("Lund condemned the attack.", False),
        ("Orr attended the sale of the mill.", False),
    ],
)
def test_speaking_of_a_thing_claims_nothing(words: str, claims_nothing: bool) -> None:
    assert is_no_claim(words, ["Orr"]) is claims_nothing


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The rock was estimated by experts to be old.", "The rock was old."),
        ("The man has been identified by experts as Bo Orr.", "The man is Bo Orr."),
        ("The group is regarded by experts as one of the worst.", "The group is one of the worst."),
        ("The rock was sold by experts.", "The rock was sold by experts."),
        ("The man was named by police as Bo Orr.", "The man was named by police as Bo Orr."),
    ],
)
def test_what_is_told_in_the_passive(words: str, told: str) -> None:
    assert state_passive(words, ["experts"]) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Salt has been blamed for the illness.", "Salt was responsible for the illness."),
        (
            "Frost and rain were blamed for the crash.",
            "Frost and rain were responsible for the crash.",
        ),
        ("Salt has been blamed for it by doctors.", "Salt has been blamed for it by doctors."),
        ("A clerk who was blamed for the fire left.", "A clerk who was blamed for the fire left."),
    ],
)
def test_what_nobody_blames(words: str, told: str) -> None:
    assert state_blamed(words) == told
