"""What is said of what was told: doubted, taken back, left open, warned of. Constructions that had
been read wrongly: a passage, and all that is found in it."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Fire crews do not believe that the blaze was started on purpose.",
            [("Fire crews", "doubts", "The blaze was started on purpose.")],
            id="who does not believe it",
        ),
        pytest.param(
            "Nutritionists said tea cures gout. Dr Hale said she did not believe the results.",
            [
                ("Nutritionists", "alleges", "Tea cures gout."),
                ("Hale", "doubts", "Tea cures gout."),
            ],
            id="findings that are not believed",
        ),
        pytest.param(
            "Ivan Stroh said he never doubted that the ferry had been rammed.",
            [("Ivan Stroh", "alleges", "The ferry had been rammed.")],
            id="never doubted",
        ),
        pytest.param(
            "The college said that the student had drowned, but later withdrew the statement.",
            [
                ("The college", "alleges", "The student had drowned."),
                ("The college", "retracts", "The student had drowned."),
            ],
            id="taken back in one breath",
        ),
        pytest.param(
            "The clinic said that the twins were safe. It later retracted the claim.",
            [
                ("The clinic", "alleges", "The twins were safe."),
                ("The clinic", "retracts", "The twins were safe."),
            ],
            id="taken back by it",
        ),
        pytest.param(
            "Ruth Orne said the funds were missing. Orne has since withdrawn the accusation.",
            [
                ("Ruth Orne", "alleges", "The funds were missing."),
                ("Ruth Orne", "retracts", "The funds were missing."),
            ],
            id="has since withdrawn",
        ),
        pytest.param(
            "Leon Marsh said Kelso would pay the fine. He has since taken back his remarks.",
            [
                ("Leon Marsh", "alleges", "Kelso would pay the fine."),
                ("Leon Marsh", "retracts", "Kelso would pay the fine."),
            ],
            id="has taken back",
        ),
        pytest.param(
            "The mayor admitted she was wrong to claim that the bridge had been inspected.",
            [("The mayor", "denies", "The bridge had been inspected.")],
            id="admits that it was wrong to say so",
        ),
        pytest.param(
            "Peru denied that its navy fired on a boat. Officials say they have not ruled it out.",
            [
                ("Peru", "denies", "Peru's navy fired on a boat."),
                (
                    "Officials",
                    "neither_confirms_nor_denies",
                    "Peru's navy fired on a boat.",
                ),
            ],
            id="they have not ruled it out",
        ),
        pytest.param(
            "Peru denied that its navy fired on the trawler. Interpol has not ruled it out.",
            [
                ("Peru", "denies", "Peru's navy fired on the trawler."),
                ("Interpol", "neither_confirms_nor_denies", "Peru's navy fired on the trawler."),
            ],
            id="has not ruled it out",
        ),
        pytest.param(
            "Rescuers said 90 miners died. The ministry said that figure was exaggerated.",
            [
                ("Rescuers", "alleges", "90 miners died."),
                ("The ministry", "denies", "90 miners died."),
            ],
            id="that figure",
        ),
        pytest.param(
            "The claim that the spray kills bees has been rejected by every major growers' union.",
            [
                ("every major growers' union", "denies", "The spray kills bees."),
                ("unattributed", "alleges", "The spray kills bees."),
            ],
            id="every one of several bodies",
        ),
        pytest.param(
            "The board remained tight-lipped over whether the mine would close.",
            [("The board", "neither_confirms_nor_denies", "The mine would close.")],
            id="tight-lipped over whether",
        ),
        pytest.param(
            "Norvest would not be drawn on when the ferry would sail.",
            [],
            id="when is no claim",
        ),
        pytest.param(
            "Kestrel said a cracked rail had caused the derailment. The transport board disagreed, "
            "saying the driver had ignored a signal.",
            [
                ("Kestrel", "alleges", "A cracked rail had caused the derailment."),
                ("transport board", "denies", "A cracked rail had caused the derailment."),
            ],
            id="disagrees, saying what else",
        ),
        pytest.param(
            "Dr Ines Roth doubted that the spray reached a river. Per Holm defended the findings.",
            [("Ines Roth", "doubts", "The spray reached a river.")],
            id="defends what is doubted",
        ),
        pytest.param(
            "Moncada said the count was rigged. Monitors from the league said they saw no signs of "
            "tampering.",
            [
                ("Moncada", "alleges", "The count was rigged."),
                ("Monitors from the league", "doubts", "The count was rigged."),
            ],
            id="no signs of tampering",
        ),
        pytest.param(
            "Despite rumours, Ada Finch is not engaged, her agent said.",
            [
                ("Ada Finch", "denies", "Ada Finch is engaged."),
                ("unattributed", "alleges", "Ada Finch is engaged."),
            ],
            id="despite rumours",
        ),
        pytest.param(
            "Lucy Moro tested positive for steroids, the league said. Her agent, Bruno Keller, "
            "said the sample had been mishandled.",
            [
                ("the league", "alleges", "Lucy Moro tested positive for steroids."),
                ("Lucy Moro", "alleges", "The sample had been mishandled."),
            ],
            id="an agent's account is no denial of itself",
        ),
        pytest.param(
            "Kelmont said 40 flights were cancelled. It denied that the crews had been sacked.",
            [
                ("Kelmont", "alleges", "40 flights were cancelled."),
                ("Kelmont", "denies", "The crews had been sacked."),
            ],
            id="it denied that",
        ),
        pytest.param(
            "The navy accused the smugglers of sinking the boat, but they denied it.",
            [
                ("The navy", "alleges", "The smugglers sank the boat."),
                ("the smugglers", "denies", "The smugglers sank the boat."),
            ],
            id="they who are accused deny it",
        ),
        pytest.param(
            "Peru's navy and Kestrel both denied that they had shelled the island.",
            [
                ("Peru's navy", "denies", "Peru's navy and Kestrel had shelled the island."),
                ("Kestrel", "denies", "Peru's navy and Kestrel had shelled the island."),
            ],
            id="somebody's navy and another",
        ),
        pytest.param(
            "A man accused of killing his uncle denies murder.",
            [
                (
                    "A man accused of killing his uncle",
                    "denies",
                    "A man accused of killing his uncle committed murder.",
                )
            ],
            id="who is accused, and of what",
        ),
        pytest.param(
            "The HPA confirmed two deaths from measles.",
            [("HPA", "confirms", "There were two deaths from measles.")],
            id="so many deaths",
        ),
        pytest.param(
            'The palace dismissed reports of a rift as "tittle-tattle".',
            [
                ("The palace", "denies", "There was a rift."),
                ("unattributed", "alleges", "There was a rift."),
            ],
            id="dismissed as something quoted",
        ),
        pytest.param(
            'The club dismissed the claim that its striker had been sold as "playground talk".',
            [
                ("The club", "denies", "The club's striker had been sold."),
            ],
            id="a claim dismissed as something quoted",
        ),
        pytest.param(
            "Norvest dismissed the diver's version of events, saying he had been asleep.",
            [("Norvest", "alleges", "He had been asleep.")],
            id="somebody's version is no claim",
        ),
        pytest.param(
            "The bank denied the report and said it was based on old data.",
            [],
            id="what is said of it besides need not be of who denies it",
        ),
        pytest.param(
            "Thomas Vale said nine miners died. Owner Sable Resources put the toll at four. "
            "It denied that it had ignored warnings.",
            [
                ("Thomas Vale", "alleges", "Nine miners died."),
                ("Sable Resources", "alleges", "The toll was four."),
            ],
            id="it that spoke in between",
        ),
        pytest.param(
            "The drug is safe, the company said. Doctors disagree, saying it has killed three men.",
            [
                ("the company", "alleges", "The drug is safe."),
                ("Doctors", "alleges", "The drug has killed three men."),
            ],
            id="disagrees, saying what it has done",
        ),
        pytest.param(
            "Police warned of an email claiming that a child had been taken.",
            [],
            id="warned of who says so",
        ),
        pytest.param(
            "A man who claimed to be a surveyor denied that he had sold the maps.",
            [("A man who claimed to be a surveyor", "denies", "A man had sold the maps.")],
            id="who claimed to be something",
        ),
        pytest.param(
            "The leaked images were faked, said Igor Lenz.",
            [("Igor Lenz", "alleges", "The leaked images were faked.")],
            id="faked is put forward",
        ),
        pytest.param(
            "The Courier claims that Dorn was sacked; Dorn insists that he resigned.",
            [("Courier", "alleges", "Dorn was sacked."), ("Dorn", "alleges", "He resigned.")],
            id="told behind a semicolon",
        ),
        pytest.param(
            'The claim that the guard was armed was "false", police said.',
            [("police", "denies", "The guard was armed.")],
            id="a quoted false",
        ),
        pytest.param(
            'Analysts called the reports of a merger "pure speculation".',
            [],
            id="called speculation",
        ),
    ],
)
def test_what_is_said_of_what_was_told(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found
