"""What one contests is on no claim that tells something else."""

import pytest

from claims.extraction.model.linking.contested import clears_itself, contests_another
from claims.model import Stance
from tests.claims.extraction.model.linking.standing import stand

D, N = Stance.DENIES, Stance.NEITHER


@pytest.mark.parametrize(
    ("denied", "words", "told", "another"),
    [
        pytest.param(
            "There were injuries.", "there were no injuries", "A storm hit Leith.", True, id="harm"
        ),
        pytest.param(
            "Someone was hurt.", "no one was hurt", "Two men were injured.", False, id="such harm"
        ),
        pytest.param(
            "Oil has leaked from the vessel.",
            "no oil has leaked from the vessel",
            "A ship ran aground.",
            True,
            id="where it was is not what was done",
        ),
        pytest.param(
            "Chad sends weapons to a side.",
            "Chad sends no weapons to any side",
            "Chad has supplied drones.",
            False,
            id="in other words",
        ),
        pytest.param(
            "There is a link.", "there is no link", "The drug kills.", False, id="any such thing"
        ),
        pytest.param("He fell.", "he did not fall", "The mill burned.", True, id="whoever he is"),
        pytest.param("It fell.", "it did not fall", "The mill burned.", False, id="what it is"),
        pytest.param(
            "Orr was in Peru.", "Orr was not in Peru", "Orr stole a boat.", True, id="elsewhere"
        ),
        pytest.param(
            "The minister was under investigation.",
            "the minister was not under investigation",
            "The minister owned three villas.",
            True,
            id="of the same person",
        ),
    ],
)
def test_what_is_said_not_to_be_so(denied: str, words: str, told: str, another: bool) -> None:
    denial, other = stand(denied, "Orr", D, words), stand(told, "Ana")
    denial.position.features = ()  # the reader's, who marks no clause
    assert contests_another(denial, other) is another
    assert contests_another(other, denial) is another


@pytest.mark.parametrize(
    ("contested", "stance", "told", "another"),
    [
        ("The president had resigned.", D, "The president had a stroke.", True),
        ("The president had resigned.", N, "The president had a stroke.", True),
        ("The president had a mild stroke.", D, "The president had a stroke.", False),
        ("Lima fired the missile.", D, "A missile hit the school.", True),
        ("Lima fired the missile.", D, "Lima's missile hit the school.", False),
        ("Cole had argued with his wife.", Stance.CONFIRMS, "Cole killed his wife.", True),
        ("Cole's wife had died.", Stance.CONFIRMS, "Cole killed his wife.", False),
        ("The president had resigned.", Stance.DOUBTS, "The president had a stroke.", True),
        ("The president had a mild stroke.", Stance.DOUBTS, "The president had a stroke.", False),
    ],
)
def test_what_is_told_of_somebody_is_no_other_deed(
    contested: str, stance: Stance, told: str, another: bool
) -> None:
    one, other = stand(contested, "Lima", stance), stand(told, "Ana")
    assert contests_another(one, other) is another


@pytest.mark.parametrize(
    ("one", "two", "another"),
    [
        ("The blaze spread to homes.", "The alarm had gone off.", True),
        ("The blaze spread to homes.", "The blaze reached the homes.", False),
    ],
)
def test_what_two_deny(one: str, two: str, another: bool) -> None:
    assert contests_another(stand(one, "Ana", D), stand(two, "Ben", D)) is another


@pytest.mark.parametrize(("party", "another"), [("Ana", True), ("Ben", False)])
def test_nobody_leaves_open_what_they_tell(party: str, another: bool) -> None:
    silent, told = stand("", "Ana", N, "Ana would not comment"), stand("The mill burned.", party)
    assert contests_another(silent, told) is another


@pytest.mark.parametrize(
    ("words", "after", "clears"),
    [
        ("Orr denied wrongdoing", "Two children had died.", True),
        ("Orr denied wrongdoing", "Orr took the money.", False),
        ("Orr denied the report", "Two children had died.", False),
    ],
)
def test_who_denies_blame_answers_nothing_that_comes_after(
    words: str, after: str, clears: bool
) -> None:
    denial = stand("", "Orr", Stance.DENIES, words)
    told = stand(after, "Ana")
    told.position.start, told.position.end = 5, 9
    assert clears_itself(denial, told) is clears
    assert not clears_itself(told, denial)
