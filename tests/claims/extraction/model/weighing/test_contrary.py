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
