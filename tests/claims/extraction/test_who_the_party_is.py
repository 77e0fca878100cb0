"""Who the party is, where others stand beside them: whoever reported it, questioned them, told it
first, or is only told of. A passage, and all that is found in it."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Fisheries minister Lars Dahl said the stock had recovered.",
            [("Lars Dahl", "alleges", "The stock had recovered.")],
            id="a portfolio is nobody",
        ),
        pytest.param(
            "Peruvian transport minister Ana Quispe denied that the bridge was cracked.",
            [("Peruvian transport ministry", "denies", "The bridge was cracked.")],
            id="a minister speaks for a ministry",
        ),
        pytest.param(
            "Zambia's opposition leader Grace Mwila said ballots had been burned.",
            [("Zambia's opposition", "alleges", "Ballots had been burned.")],
            id="the opposition is not the state",
        ),
        pytest.param(
            "Peruvian home secretary Ana Quispe said the boats had been stopped.",
            [("Peruvian government", "alleges", "The boats had been stopped.")],
            id="a home secretary speaks for the government",
        ),
        pytest.param(
            "Sudan's rebel leader Musa Adam said the town had fallen.",
            [("Musa Adam", "alleges", "The town had fallen.")],
            id="rebels are not the state",
        ),
        pytest.param(
            "A baker who was questioned by detectives said he had never seen the van.",
            [("A baker who was questioned by detectives", "alleges",
              "A baker had never seen the van.")],
            id="who is questioned speaks",
        ),
        pytest.param(
            "Farmers interviewed by the Herald said soldiers had taken the cattle.",
            [("Farmers", "alleges", "Soldiers had taken the cattle.")],
            id="who is interviewed speaks",
        ),
        pytest.param(
            "A teacher quoted by the weekly denied that the roof had collapsed.",
            [("A teacher", "denies", "The roof had collapsed.")],
            id="who is quoted speaks",
        ),
        pytest.param(
            "The mayor said the well was clean. A letter obtained by the Herald contradicts his"
            " claim.",
            [("The mayor", "alleges", "The well was clean."),
             ("A letter", "denies", "The well was clean.")],
            id="a letter contradicts and not who has it",
        ),
        pytest.param(
            'The Herald reported that Kellmark would close its mill. "The story is false,"'
            " spokeswoman Ada Lund said.",
            [("Herald", "alleges", "Kellmark would close its mill."),
             ("Kellmark", "denies", "Kellmark would close its mill.")],
            id="a spokeswoman of whom was reported",
        ),
        pytest.param(
            "Norvest will sell its ferries, the Herald reported. Its spokesman denied the report.",
            [("Herald", "alleges", "Norvest will sell its ferries."),
             ("Norvest", "denies", "Norvest will sell its ferries.")],
            id="its spokesman is not the paper's",
        ),
        pytest.param(
            "The army said the boys were deserters. Their lawyer, Karl Orr, denied it.",
            [("The army", "alleges", "The boys were deserters."),
             ("the boys", "denies", "The boys were deserters.")],
            id="their lawyer is not the army's",
        ),
        pytest.param(
            "The union said workers had been cheated. Their lawyer said the mill had closed.",
            [("The union", "alleges", "Workers had been cheated."),
             ("The union", "alleges", "The mill had closed.")],
            id="a union has a lawyer itself",
        ),
        pytest.param(
            "The ministry said the farmers had burned the depot, but their lawyers denied that.",
            [("The ministry", "alleges", "The farmers had burned the depot."),
             ("the farmers", "denies", "The farmers had burned the depot.")],
            id="their lawyers in the same sentence",
        ),
        pytest.param(
            "The junta said it had signed a truce with the insurgents. Their leader, Musa Adam,"
            " denied this.",
            [("The junta", "alleges", "The junta had signed a truce with the insurgents."),
             ("the insurgents", "denies", "The junta had signed a truce with the insurgents.")],
            id="their leader is the insurgents'",
        ),
        pytest.param(
            "Kellmark said it had not dumped the waste. The ministry denied this.",
            [("Kellmark", "denies", "Kellmark had dumped the waste."),
             ("The ministry", "alleges", "Kellmark had dumped the waste.")],
            id="who answers is not who told it",
        ),
        pytest.param(
            "Lima said it did not block the river. Bogota confirmed this.",
            [("Lima", "denies", "Lima blocked the river."),
             ("Bogota", "denies", "Lima blocked the river.")],
            id="what is not so is confirmed",
        ),
        pytest.param(
            "Quito said it had not shelled the port. Lima rejected the claim.",
            [("Quito", "alleges", "Quito had not shelled the port."),
             ("Lima", "denies", "Quito had not shelled the port.")],
            id="what is not so is rejected",
        ),
        pytest.param(
            "Ada Lund claimed that the mayor was told in May. No 10 denied this.",
            [("Ada Lund", "alleges", "The mayor was told in May."),
             ("No 10", "denies", "The mayor was told in May.")],
            id="No 10 is somebody",
        ),
        pytest.param(
            "A jury in Bristol heard that Orr had burned the barn.",
            [("unattributed", "alleges", "Orr had burned the barn.")],
            id="a jury in a town hears it",
        ),
        pytest.param(
            "According to reports in Portugal, Karl Orr has left the team.",
            [("unattributed", "alleges", "Karl Orr has left the team.")],
            id="reports in a country",
        ),
        pytest.param(
            "Sources close to the couple say that Ada Lund is ill.",
            [("Sources close to the couple", "alleges", "Ada Lund is ill.")],
            id="sources close to somebody",
        ),
        pytest.param(
            "A source close to Ada Lund told the Herald that the tour is cancelled.",
            [("A source close to Ada Lund", "alleges", "The tour is cancelled.")],
            id="a source close to somebody by name",
        ),
        pytest.param(
            "A woman claiming to be a witness said that the brakes had failed.",
            [("A woman claiming to be a witness", "alleges", "The brakes had failed.")],
            id="who claims to be a witness",
        ),
        pytest.param(
            "The brakes had failed, said a man claiming to be a mechanic.",
            [("a man claiming to be a mechanic", "alleges", "The brakes had failed.")],
            id="said who claims to be a mechanic",
        ),
        pytest.param(
            "Regional media report that three bridges were closed.",
            [("Regional media", "alleges", "Three bridges were closed.")],
            id="media report",
        ),
        pytest.param(
            "Ada Lund denied that she and Bo Orr are moving, telling fans that 'we love the town'.",
            [("Ada Lund", "denies", "Ada Lund and Bo Orr are moving.")],
            id="who is only told of denies nothing",
        ),
        pytest.param(
            "The governor's office would not confirm that Karl Orr would resign. A spokeswoman"
            " would only say that he was ill.",
            [("governor's office", "neither_confirms_nor_denies", "Karl Orr would resign."),
             ("governor's office", "alleges", "Karl Orr was ill.")],
            id="a spokeswoman of the office",
        ),
        pytest.param(
            "The choir will dissolve, the Sun said. Ada Lund said the mill leaked. The mill denied"
            " this and said Lund had been dismissed for fraud.",
            [("Sun", "alleges", "The choir will dissolve."),
             ("Ada Lund", "alleges", "The mill leaked."),
             ("The mill", "denies", "The mill leaked."),
             ("The mill", "alleges", "Ada Lund had been dismissed for fraud.")],
            id="what who denies it says besides",
        ),
        pytest.param(
            "The band will break up, the Sun reported. Its manager said the story was untrue.",
            [("Sun", "alleges", "The band will break up."),
             ("The band", "denies", "The band will break up.")],
            id="its manager is the band's",
        ),
        pytest.param(
            "Hansel Chief Executive Piet van Oort said the mill was sold in May.",
            [("Hansel", "alleges", "The mill was sold in May.")],
            id="a chief executive",
        ),
        pytest.param(
            "Chief Executive Piet van Oort said the mill was sold in May.",
            [("Piet van Oort", "alleges", "The mill was sold in May.")],
            id="a chief executive of nobody told of",
        ),
        pytest.param(
            "The chief executive of Hansel, Piet van Oort, said the mill was sold in May.",
            [("Hansel", "alleges", "The mill was sold in May.")],
            id="the chief executive of a firm",
        ),
        pytest.param(
            "Lima said Quito had bought tanks. That version was challenged within hours by a former"
            " aide, who claimed Quito had bought trucks.",
            [("Lima", "alleges", "Quito had bought tanks."),
             ("a former aide", "denies", "Quito had bought tanks."),
             ("a former aide", "alleges", "Quito had bought trucks.")],
            id="by whom a version was challenged",
        ),
        pytest.param(
            "Orr wants a second term, a claim the party called a lie.",
            [("the party", "denies", "Orr wants a second term.")],
            id="a term is no verb",
        ),
        pytest.param(
            "Lima said a ransom had been paid. On Monday the Red Star Daily, the army's newspaper,"
            " condemned \"sheer fabrications\" about a ransom.",
            [("Lima", "alleges", "A ransom had been paid."),
             ("Red Star Daily", "denies", "A ransom had been paid.")],
            id="what a newspaper is",
        ),
        pytest.param(
            "A baker in Tarma, who did not give her name, gave another version. The mill was sold,"
            " she said.",
            [("A baker in Tarma", "alleges", "The mill was sold.")],
            id="a town is nobody",
        ),
        pytest.param(
            "Peru was warned in advance, Chile's Channel 12 reported without citing a source.",
            [("Chile's Channel 12", "alleges", "Peru was warned in advance.")],
            id="a source that is not cited",
        ),
        pytest.param(
            "The report, a copy of which was seen by Reuters, says the traces were found in May.",
            [("The report", "alleges", "The traces were found in May.")],
            id="who has a copy",
        ),
        pytest.param(
            "Serial leaker @MossyPhone, who got the price right last year, does not agree that the"
            " tablet will ship in May.",
            [("@MossyPhone", "neither_confirms_nor_denies", "The tablet will ship in May.")],
            id="an account behind what it is",
        ),
        pytest.param(
            "Peru's ministry of health said the vaccine was safe.",
            [("Peru's ministry of health", "alleges", "The vaccine was safe.")],
            id="a state's ministry is not the state",
        ),
        pytest.param(
            "ORR STOLE BOAT, JURY TOLD",
            [("unattributed", "alleges", "ORR STOLE BOAT.")],
            id="a jury in capitals",
        ),
        pytest.param(
            "The mayor's lawyer, Ada Orr, said: \"My client paid the fine.\"",
            [("The mayor", "alleges", "The mayor paid the fine.")],
            id="my client",
        ),
        pytest.param(
            "\"Our client was in Gentham,\" said Kellmark's lawyer, Ada Orr.",
            [("Kellmark", "alleges", "Kellmark was in Gentham.")],
            id="our client",
        ),
        pytest.param(
            "\"My client was asleep,\" said Ada Orr, a lawyer.",
            [("Ada Orr", "alleges", "Ada Orr's client was asleep.")],
            id="a client of whom nothing is told",
        ),
        pytest.param(
            "\"My son never stole a car,\" said Ada Lund. Bo Orr left.",
            [("Ada Lund", "denies", "Ada Lund's son stole a car.")],
            id="a son of whom nothing is told",
        ),
        pytest.param(
            "Three women were hurt. Another, a student from Tarma, said the roof had fallen in.",
            [("a student from Tarma", "alleges", "The roof had fallen in.")],
            id="one of several",
        ),
        pytest.param(
            "One of the survivors, a nurse from Tarma, said the roof had fallen in.",
            [("One of the survivors", "alleges", "The roof had fallen in.")],
            id="one of those who are named",
        ),
        pytest.param(
            "Kellmark sacked Karl Orr, claiming that he had taken bribes.",
            [("Kellmark", "alleges", "Karl Orr had taken bribes.")],
            id="who sacks somebody claims it",
        ),
        pytest.param(
            "Robot maker Tessara sued its rival Palewell, alleging that an engineer took files.",
            [("Tessara", "alleges", "An engineer took files.")],
            id="who sues a rival alleges it",
        ),
        pytest.param(
            "The mill was sold, said Ada Lund, adding that the price was fair.",
            [("Ada Lund", "alleges", "The mill was sold."),
             ("Ada Lund", "alleges", "The price was fair.")],
            id="who stands behind said adds it",
        ),
    ],
)  # fmt: skip
def test_the_party(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found
