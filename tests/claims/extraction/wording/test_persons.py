"""What the words for who speaks tell of them, and how verbs fit a name."""

import pytest

from claims.extraction.voice import Voice
from claims.extraction.wording.persons import (
    are_several,
    gender_of,
    head_of,
    name_both,
    speaks_for_unknown,
    tells_own_plans,
    third_person,
)


def voice(party: str, speaker: str | None = None, *, person: bool = False) -> Voice:
    return Voice(party, speaker, (), person=person)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("The sister of Ada Orr", "sister"),
        ("a source with access to the lock", "source"),
        ("Federal authorities", "authorities"),
        ("Police", "police"),
        ("Ada Orr", ""),
        ("Kellmark", ""),
    ],
)
def test_head_of(name: str, head: str) -> None:
    assert head_of(name).lower() == head


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("The sister of Karl Orr", "f"), ("a 90-year-old woman", "f"), ("the boy", "m"),
        ("a nun from Orsk", "f"), ("an official", None), ("Stephen King", None),
    ],
)  # fmt: skip
def test_gender_of_a_description(name: str, gender: str | None) -> None:
    assert gender_of(voice(name)) == gender


def test_gender_known_goes_first() -> None:
    assert gender_of(Voice("the king", None, (), gender="f")) == "f"


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("Federal authorities", True), ("Orsk Police", True), ("Multiple students", True),
        ("some of the divers", True), ("the couple", True), ("The women", True),
        ("Kellmark", False), ("the boss", False), ("a student", False), ("Orsk Mills", False),
    ],
)  # fmt: skip
def test_are_several(name: str, several: bool) -> None:
    assert are_several(name, voice(name)) is several


@pytest.mark.parametrize(
    ("who", "unknown"),
    [
        (voice("Ada Orr", "Ada Orr", person=True), True),  # she and others
        (voice("one official", person=True), True),
        (voice("Another"), True),
        (voice("Kellmark", "Ada Orr", person=True), False),  # who speaks for a body
        (voice("Kellmark"), False),
        (voice("a London court", person=True), False),
        (voice("The couple", person=True), False),
        (voice("witnesses"), False),
    ],
)
def test_whose_we_nobody_names(who: Voice, unknown: bool) -> None:
    assert speaks_for_unknown(who) is unknown


@pytest.mark.parametrize(
    ("word", "third"),
    [
        ("tend", "tends"), ("ask", "asks"), ("know", "knows"), ("have", "has"), ("am", "is"),
        ("were", "was"), ("do", "does"), ("haven't", "hasn't"), ("carry", "carries"),
        ("found", "found"), ("asked", "asked"), ("will", "will"), ("put", "put"), ("at", "at"),
        ("divers", "divers"),
    ],
)  # fmt: skip
def test_third_person(word: str, third: str) -> None:
    assert third_person(word) == third


@pytest.mark.parametrize(
    ("who", "own"),
    [
        (voice("Tattle's editor", person=True), True),
        (voice("the Jones' founder", person=True), True),
        # an official tells of others, and who bears a name is told apart by it
        (voice("Lima's official", person=True), False),
        (voice("the editor", person=True), False),
        (voice("Tattle's editor", "Ada Orr", person=True), False),
    ],
)
def test_who_runs_something_tells_of_themselves(who: Voice, own: bool) -> None:
    assert tells_own_plans(who) is own


@pytest.mark.parametrize(
    ("mention", "both"),
    [
        ("Lima and Quito", "Lima and Quito"),
        ("Both Lima and Quito", "Lima and Quito"),
        ("representatives for both Lima and Quito", "Lima and Quito"),
        ("The owners of Lima and Quito", "Lima and Quito"),
        ("A spokesman for Lima and one for Quito", ""),
        ("Lima and Quito, which bought it", ""),
        ("Lima and Quito claimed", ""),
        ("Lima", ""),
    ],
)
def test_who_they_both_are(mention: str, both: str) -> None:
    voice = Voice("Lima", None, (), mention=mention)
    assert name_both(voice) == both
    assert not both or are_several(both, voice)


def test_a_firm_of_two_names_is_one() -> None:
    assert name_both(Voice("Marks and Spencer", None, (), mention="Marks and Spencer")) == ""
