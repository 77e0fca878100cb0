"""Who had claimed what a sentence denies alleges it; who says so beside it does not."""

import pytest

from claims.extraction import extract
from claims.model import Document, Stance


def read(text: str) -> list[tuple[str, Stance, str]]:
    """(party, stance, claim) of a text's findings."""
    found = extract(Document(text=text))
    claims = {each.id: each.text for each in found.claims}
    return [(f.party, f.stance, claims[f.claim]) for f in found.findings]


@pytest.mark.parametrize(
    ("text", "party", "claim"),
    [
        (
            "The Herald wrote of a fire. The miller said on Tuesday the mill was not sold, as "
            "board officials had claimed.",
            "board officials",
            "The mill was sold.",
        ),
        (
            "Omar Orr has not been killed as has been previously claimed.",
            "unattributed",
            "Omar Orr has been killed.",
        ),
    ],
)
def test_what_had_been_claimed(text: str, party: str, claim: str) -> None:
    assert (party, Stance.ALLEGES, claim) in read(text)


def test_what_is_said_beside_a_denial() -> None:
    found = read("The mill was not sold, as the board said on Monday.")
    assert found
    assert ("the board", Stance.ALLEGES, "The mill was sold.") not in found


BLOGS = "several blogs"
BREAKS = "The phone would break EU rules."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "An official said the phone would not break EU rules, contrary to what several blogs"
            " have suggested.",
            {("An official", Stance.DENIES, BREAKS), (BLOGS, Stance.ALLEGES, BREAKS)},
        ),
        (
            "The phone would not break EU rules, contrary to what several blogs have suggested.",
            {(BLOGS, Stance.ALLEGES, BREAKS)},
        ),
        (
            "The ship was empty, contrary to what Lima claims.",
            {("Lima", Stance.DENIES, "The ship was empty.")},
        ),
        (
            "The bridge is safe, the mayor said, despite reports to the contrary.",
            {("the mayor", Stance.ALLEGES, "The bridge is safe.")},
        ),
        (
            "The bridge was closed in May, the mayor said, contrary to what residents were told.",
            {("the mayor", Stance.ALLEGES, "The bridge was closed in May.")},
        ),
    ],
)
def test_to_whom_a_sentence_is_contrary(text: str, wanted: set[tuple[str, Stance, str]]) -> None:
    assert set(read(text)) == wanted


def test_what_is_not_so_despite_reports_to_the_contrary() -> None:
    found = read(
        "The singer Axl Orr is not dead, despite internet reports to the contrary. A site had said"
        " on Friday that he was dead."
    )
    assert ("unattributed", Stance.ALLEGES, "The singer Axl Orr is not dead.") not in found


def test_who_says_that_they_do_not_comment_denies_nothing() -> None:
    found = read(
        "The Z9 will have no port, TechPost reported. A spokesperson for the supplier, Ganfeng"
        " Optics, said the company does not comment on customers."
    )
    assert Stance.DENIES not in {stance for _, stance, _ in found}
