"""Who says how many or how much tells that, and nobody who only puts something somewhere."""

import pytest

from tests.claims.extraction.told import read_told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The rebels put the death toll at 42.",
            [("alleges", "The rebels", "The death toll was 42.")],
        ),
        (
            "The ministry estimated the number of dead at nine.",
            [("alleges", "The ministry", "The number of dead was nine.")],
        ),
        (
            "The firm puts the cost of the repairs at more than $3m.",
            [("alleges", "The firm", "The cost of the repairs is more than $3m.")],
        ),
        (
            "The union put its losses at about 3,000 pounds, while others stayed silent.",
            [("alleges", "The union", "The union's losses were about 3,000 pounds.")],
        ),
        ("Orr put the letter at the end of the game.", []),
        ("The plan put the children at risk.", []),
        ("The rebels did not put the death toll at 42.", []),
        ("The army put it at nine.", []),  # of what?
    ],
)
def test_figures(text: str, told: list[tuple[str, str, str]]) -> None:
    assert read_told(text) == told
