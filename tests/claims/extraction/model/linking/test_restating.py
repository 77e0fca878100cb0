"""What a denial of any part in something is on."""

import pytest

from claims.extraction import extract
from claims.model import Document, Stance

BLAST = "A bomb killed three people in the market, police said. "
BLAMED = "Police blamed the Free Brigade for a bomb that killed three people. "


def denied(text: str) -> list[str]:
    found = extract(Document(text=text))
    told = {claim.id: claim.text for claim in found.claims}
    return [told[f.claim] for f in found.findings if f.stance is Stance.DENIES]


@pytest.mark.parametrize(
    "denial",
    [
        "The Free Brigade denied responsibility.",
        "The Free Brigade denied any involvement.",
        "The Free Brigade flatly denied any role in it.",
        "The Free Brigade said it had nothing to do with it.",
        '"We have nothing to do with it," the Free Brigade said.',
    ],
)
def test_who_denies_a_part_in_it_does_not_deny_it(denial: str) -> None:
    assert denied(BLAST + denial) == ["Free Brigade was involved."]
    (charge,) = denied(BLAMED + denial)
    assert "Free Brigade" in charge
    assert "three people" in charge


def test_who_denies_it_of_somebody_else_says_nothing_of_themselves() -> None:
    (charge,) = denied(BLAST + 'Ada Lund said: "Our guards had nothing to do with it."')
    assert "Lund" not in charge


def test_who_denies_what_was_told_denies_that() -> None:
    assert denied(BLAST + "The Free Brigade denied it.") == [
        "A bomb killed three people in the market."
    ]
