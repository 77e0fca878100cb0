"""A verdict on what was told denies or doubts that, and is no claim of its own: passages with all
that is found in them."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell

SOLD = "The Herald said the mill had been sold to a Swiss fund."
TOLD = ("Herald", "alleges", "The mill had been sold to a Swiss fund.")
CLAIM = "The mill had been sold to a Swiss fund."


@pytest.mark.parametrize(
    ("said", "party", "stance"),
    [
        ('"Pure fantasy," said Mayor Rita Lund, who grew up beside it.', "Rita Lund", "denies"),
        ('"Absurd," Rita Lund, the mayor, said on Monday.', "Rita Lund", "denies"),
        ('"Complete rubbish, from start to finish," Lund fumed in a post.', "Lund", "denies"),
        ("Groundless, the town hall said of the report.", "the town hall", "denies"),
        ('"A total fabrication," was the verdict of Rita Lund, the mayor.', "Rita Lund", "denies"),
        ('"Nonsense, we own every brick of it," says the mayor, Rita Lund.', "Rita Lund", "denies"),
        ('Rita Lund, the mayor, described the report as "a bad spy film".', "Rita Lund", "denies"),
        ("The mayor branded it cheap politics.", "The mayor", "denies"),
        ('The mayor told the council that the rumour was "a fairy tale".', "The mayor", "denies"),
        ("The mayor contests that.", "The mayor", "denies"),
        ("The owners, however, contest that account.", "The owners", "denies"),
        ("That account was challenged by a former aide, Tom Bell.", "Tom Bell", "denies"),
        ("Rita Lund, who runs the museum, begs to differ.", "Rita Lund", "denies"),
        ("The mayor does not agree.", "The mayor", "denies"),
        ("The mayor isn't so sure.", "The mayor", "doubts"),
        ("The mayor isn't buying the sale talk.", "The mayor", "doubts"),
        ("Councillors in the north find that hard to swallow.", "Councillors", "doubts"),
        ("The mayor thought that unlikely.", "The mayor", "doubts"),
        ("The report was greeted with disbelief by rivals.", "rivals", "doubts"),
    ],
)
def test_a_verdict_is_on_what_was_told_before(said: str, party: str, stance: str) -> None:
    first, *others = tell(f"{SOLD} {said}")
    assert first == TOLD
    assert [(value, claim) for _, value, claim in others] == [(stance, CLAIM)]
    assert others[0][0].startswith(party)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The Herald said the mill had been sold, a charge that Rita Lund brushed aside as "
            "'cheap politics'.",
            [
                ("Herald", "alleges", "The mill had been sold."),
                ("Rita Lund", "denies", "The mill had been sold."),
            ],
            id="brushed aside as",
        ),
        pytest.param(
            "Lima said the dust came from old pipes, an explanation which two chemists call "
            '"not technically credible".',
            [
                ("Lima", "alleges", "The dust came from old pipes."),
                ("two chemists", "doubts", "The dust came from old pipes."),
            ],
            id="not credible",
        ),
        pytest.param(
            "Prosecutors say Brandl spied for Lima. His lawyer, Konrad Ebner, branded the case "
            "'a spy novel written by bored clerks'.",
            [
                ("Prosecutors", "alleges", "Brandl spied for Lima."),
                ("Konrad Ebner", "denies", "Brandl spied for Lima."),
            ],
            id="a case called a novel",
        ),
        pytest.param(
            "Papers said commanders had been detained. The army's newspaper condemned "
            '"sheer fabrications" about the detention of commanders.',
            [
                ("Papers", "alleges", "Commanders had been detained."),
                ("army's newspaper", "denies", "Commanders had been detained."),
            ],
            id="the verdict for the report",
        ),
        pytest.param(
            'The officer, Henryk Wolny, called their account "a fairy tale for journalists".',
            [],
            id="nothing told that it may be on",
        ),
        pytest.param(
            "Gannet said the refinery had stood idle since May. "
            '"A fiction written by people who profit from panic," said Ada Orr, the founder.',
            [
                ("Gannet", "alleges", "The refinery had stood idle since May."),
                ("Ada Orr", "denies", "The refinery had stood idle since May."),
            ],
            id="who made it up",
        ),
        pytest.param(
            "The Herald said the bridge had cracked. That version was challenged within hours by a "
            "former aide, who claimed the bridge had been hit.",
            [
                ("Herald", "alleges", "The bridge had cracked."),
                ("a former aide", "denies", "The bridge had cracked."),
                ("a former aide", "alleges", "The bridge had been hit."),
            ],
            id="challenged by one who claims",
        ),
        pytest.param(
            "The opposition accused the commission of altering sheets to give Msika a second term, "
            "a charge the commission dismissed as pure fabrication.",
            [
                (
                    "The opposition",
                    "alleges",
                    "The commission altered sheets to give Msika a second term.",
                ),
                (
                    "the commission",
                    "denies",
                    "The commission altered sheets to give Msika a second term.",
                ),
            ],
            id="a term is no verb",
        ),
        pytest.param(
            "Remember the talk that Rehn had failed his medical? "
            '"Rubbish, he passed it on Friday," says Ada Orr, the club\'s director.',
            [("Ada Orr", "denies", "Rehn failed his medical.")],
            id="what is so instead",
        ),
        pytest.param(
            "Two officers said 400 men had died. That is too high, reckons Ana Soto, who studies "
            "wars. The officers said the war would end in May. The number is inflated, she said.",
            [
                ("Two officers", "alleges", "400 men had died."),
                ("The officers", "alleges", "The war would end in May."),
                ("Ana Soto", "denies", "400 men had died."),
            ],
            id="a figure that is inflated",
        ),
    ],
)
def test_what_a_report_is_called(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Lund contested the election in 2019. She contests the seat again this year.",
        "Lund said the town should spend more on schools. Orr disagrees.",
        "The rest of the field did not agree on a course. She challenged him to a race.",
        "The minister, who made the claim, was challenged by reporters in the corridor.",
        'The plan was met with scepticism from farmers. "Absurd," said one.',
        '"Impossible," he said when asked to sing.',
        "The mayor isn't buying the house after all. She called it a comedy of errors.",
        "It is hard to believe that it was sold. The board found it difficult to accept the offer.",
    ],
)
def test_what_denies_nothing_told(text: str) -> None:
    assert not [each for each in tell(text) if each[1] in ("denies", "doubts")]
