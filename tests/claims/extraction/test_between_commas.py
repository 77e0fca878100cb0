"""Who says it, or answers it, between commas and behind dashes: a passage, and all found in it."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The payments, Orr insisted, were a loan.",
            [("Orr", "alleges", "The payments were a loan.")],
            id="who says it stands between",
        ),
        pytest.param(
            "The letters found in his desk, Vale argued, were about the rent on a flat in "
            "Lund - an explanation the panel rejected.",
            [("Vale", "alleges",
              "The letters found in his desk were about the rent on a flat in Lund."),
             ("the panel", "denies",
              "The letters found in his desk were about the rent on a flat in Lund.")],
            id="a longer subject",
        ),
        pytest.param(
            "The mill, the mayor said on Monday, had been unsafe for years.",
            [("the mayor", "alleges", "The mill had been unsafe for years.")],
            id="with a day",
        ),
        pytest.param(
            "The mill, said the mayor, was unsafe.",
            [("the mayor", "alleges", "The mill was unsafe.")],
            id="said the mayor",
        ),
        pytest.param(
            "The minister, according to Orr, lied to parliament.",
            [("Orr", "alleges", "The minister lied to parliament.")],
            id="according to somebody",
        ),
        pytest.param(
            "One consultant said 31 patients had waited more than 12 hours, a figure which "
            "the trust said it was unable to verify.",
            [("One consultant", "alleges", "31 patients had waited more than 12 hours."),
             ("the trust", "neither_confirms_nor_denies",
              "31 patients had waited more than 12 hours.")],
            id="a figure that is not verified",
        ),
        pytest.param(
            "A study was submitted to Cell in May, Brisk Corp says, which the journal, as "
            "is its custom, declined to confirm.",
            [("Brisk Corp", "alleges", "A study was submitted to Cell in May."),
             ("the journal", "neither_confirms_nor_denies",
              "A study was submitted to Cell in May.")],
            id="an aside before the verb",
        ),
        pytest.param(
            '"The mill," the mayor said, "is unsafe."',
            [("the mayor", "alleges", "The mill is unsafe.")],
            id="a subject in quotation marks of its own",
        ),
        pytest.param(
            "“The bridge over the Wye”, said council leader Tom Hale, “was closed for repairs in "
            "May.”",
            [("council", "alleges", "The bridge over the Wye was closed for repairs in May.")],
            id="such a one with the comma behind",
        ),
        pytest.param(
            'The town was evacuated. "The rebels," said General Omar Haidar, "have fled to the '
            'north." The army took the bridge.',
            [("Omar Haidar", "alleges", "The rebels have fled to the north.")],
            id="such a one before who says it",
        ),
        pytest.param(
            '"No," the mayor said, "I did not take the money."',
            [("the mayor", "denies", "The mayor took the money.")],
            id="an answer and what is told behind it",
        ),
        pytest.param(
            "The mill had burned down, Orr said - but nobody saw it.",
            [("Orr", "alleges", "The mill had burned down.")],
            id="what the writer adds behind a dash",
        ),
        pytest.param(
            "The agency acknowledged that the plant had been leased to a contractor, "
            "something it had disputed as recently as June.",
            [("The agency", "confirms", "The plant had been leased to a contractor.")],
            id="what it disputed before",
        ),
        pytest.param(
            "Lima said the bridge was unsafe. The Owls are thought to be behind the attack "
            "on the bank; the police have not said whether they share that view.",
            [("Lima", "alleges", "The bridge was unsafe."),
             ("unattributed", "alleges", "The Owls are behind the attack on the bank."),
             ("the police", "neither_confirms_nor_denies",
              "The Owls are behind the attack on the bank.")],
            id="whether it shares that view",
        ),
        pytest.param(
            "Peru said it had sunk a ship. Chile said a mine had exploded. Lima confirmed "
            "this to Reuters.",
            [("Peru", "alleges", "Peru had sunk a ship."),
             ("Chile", "alleges", "A mine had exploded."),
             ("Lima", "confirms", "A mine had exploded.")],
            id="confirmed this to somebody",
        ),
    ],
)  # fmt: skip
def test_who_stands_between(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found
