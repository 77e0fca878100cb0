"""Whose words they are: by name where the text is sure of it, by description where it is not."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document


def told(text: str) -> list[tuple[str, str | None, str, str]]:
    """(party, speaker, stance, claim) of each finding."""
    found = extract(Document(text=text))
    claims = {claim.id: claim.text for claim in found.claims}
    return [(f.party, f.speaker, f.stance.value, claims[f.claim]) for f in found.findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Marga Lennon, 44, was charged with theft on Friday. Her lawyer, Paula Ignat, said "
            "she had never touched the money. Ignat also denied a report that her client had "
            "fled.",
            [
                ("Marga Lennon", "Paula Ignat", "denies", "Marga Lennon had touched the money."),
                ("Marga Lennon", "Paula Ignat", "denies", "Marga Lennon had fled."),
            ],
            id="her lawyer by name",
        ),
        pytest.param(
            "NovaKart denied the breach. Its chief technology officer, Priya Desh, said a "
            "server had been left open.",
            [
                ("NovaKart", None, "denies", "There was a breach."),
                ("NovaKart", "Priya Desh", "alleges", "A server had been left open."),
            ],
            id="its officer",
        ),
        pytest.param(
            "Interpol said it had not been asked for help.\n\nThe search will go on until "
            "Sunday, the coastguard said. Its commander, Franco Meli, admitted that the crew "
            "had fired on the boat.",
            [
                ("Interpol", None, "alleges", "Interpol had not been asked for help."),
                ("the coastguard", None, "alleges", "The search will go on until Sunday."),
                ("the coastguard", "Franco Meli", "confirms", "The crew had fired on the boat."),
            ],
            id="its commander is of who spoke last",
        ),
        pytest.param(
            "Anna Reed met Carla Voss on Monday. Her brother said Reed had been ill.",
            [
                ("Her brother", None, "alleges", "Anna Reed had been ill."),
            ],
            id="nobody is sure to be meant by her",
        ),
        pytest.param(
            "Anna Reed met Carla Voss on Monday. Her lawyer, Tom Pike, said she had stolen "
            "nothing.",
            [
                ("Tom Pike", "Tom Pike", "denies", "Anna Reed had stolen something."),
            ],
            id="a lawyer of no one named before",
        ),
        pytest.param(
            "Zentra does not discuss rumours. A spokesman, Al Roe, did however dispute a "
            "report that Zentra had cut 900 jobs.",
            [
                ("Zentra", None, "declines_to_comment", "Zentra had cut 900 jobs."),
                ("Zentra", "Al Roe", "denies", "Zentra had cut 900 jobs."),
            ],
            id="a bare spokesman of who spoke before",
        ),
        pytest.param(
            "Bos's office denied it. \"The minister has not asked him to leave,\" a "
            "spokeswoman said.",
            [
                ("Bos's office", None, "denies", "The minister has asked him to leave."),
                ("Bos's office", "a spokeswoman", "denies",
                 "The minister has asked him to leave."),
            ],
            id="a bare spokeswoman behind a quotation",
        ),
        pytest.param(
            "Ada Lowe said the police had beaten her. A spokeswoman denied that anybody had "
            "been hurt.",
            [
                ("Ada Lowe", "Ada Lowe", "alleges", "The police had beaten her."),
                ("A spokeswoman", "A spokeswoman", "denies", "Somebody had been hurt."),
            ],
            id="a bare spokesman of whom another told",
        ),
        pytest.param(
            "Peru rejected the report. \"No soldier crossed the river,\" the foreign minister, "
            "Teo Aslan, said.",
            [
                ("Peru", None, "denies", "A soldier crossed the river."),
                ("Peru", "Teo Aslan", "denies", "A soldier crossed the river."),
            ],
            id="the minister of the state that spoke",
        ),
        pytest.param(
            "Zentra rejected the claim. The foreign minister, Teo Aslan, said two men had "
            "died.",
            [
                ("Zentra", None, "denies", "The two men died."),
                ("Teo Aslan", "Teo Aslan", "alleges", "The two men died."),
            ],
            id="and of no firm",
        ),
        pytest.param(
            "A spokeswoman for the Ketrian air force, Major Ines Bolt, denied that a bridge "
            "had been bombed.",
            [
                ("Ketrian air force", "Ines Bolt", "denies", "A bridge had been bombed."),
            ],
            id="a nation's force",
        ),
        pytest.param(
            "A spokesman for Tarsk's general staff, Colonel Pavel Drin, would not say whether "
            "his country was behind the strike.",
            [
                ("Tarsk's general staff", "Pavel Drin", "neither_confirms_nor_denies",
                 "Tarsk was behind the strike."),
            ],
            id="a state's staff, and his country",
        ),
        pytest.param(
            "A spokesman for the Ohio attorney general denied that an inquiry had begun.",
            [
                ("Ohio attorney general", "spokesman for the Ohio attorney general", "denies",
                 "An inquiry had begun."),
            ],
            id="an attorney general's spokesman",
        ),
        pytest.param(
            "The Valdanian foreign ministry called the expulsions a provocation and claimed "
            "that Chile had invented the affair.",
            [
                ("Valdanian foreign ministry", None, "alleges", "Chile had invented the affair."),
            ],
            id="a ministry that did two things",
        ),
        pytest.param(
            "The captain, Luis Arand, had been drunk, the paper said. His widow denied that he "
            "had been drinking.",
            [
                ("the paper", None, "alleges", "The captain, Luis Arand, had been drunk."),
                ("Luis Arand's widow", None, "denies", "Luis Arand had been drinking."),
            ],
            id="whose widow she is",
        ),
        pytest.param(
            "Jane Pruitt, 44, was taken to hospital after drinking the drops, her brother "
            "said.",
            [
                ("Jane Pruitt's brother", None, "alleges",
                 "Jane Pruitt was taken to hospital after drinking the drops."),
            ],
            id="whose brother he is, behind what he says",
        ),
        pytest.param(
            "President Lev Danov was away. Danov's adviser, Mika Gorin, said that the war had "
            "been lost.",
            [
                ("Mika Gorin", "Mika Gorin", "alleges", "The war had been lost."),
            ],
            id="his adviser speaks for himself",
        ),
        pytest.param(
            "Ada Lane left in May. Lane's former drummer, Bo Hart, was blunter: he said the "
            "album had been recorded in one night.",
            [
                ("Bo Hart", "Bo Hart", "alleges", "The album had been recorded in one night."),
            ],
            id="a former member by name",
        ),
        pytest.param(
            "Ada Lane denied that she had died. Lane's record label said it would not comment "
            "on the report.",
            [
                ("Ada Lane", "Ada Lane", "denies", "Ada Lane had died."),
                ("Lane's record label", None, "neither_confirms_nor_denies", "Ada Lane had died."),
                ("Lane's record label", None, "declines_to_comment", "Ada Lane had died."),
            ],
            id="a record label is no singer",
        ),
        pytest.param(
            "NovaKart was hacked in May. The company's payment partner, Zentra, denied that "
            "its own systems had been breached.",
            [
                ("Zentra", None, "denies", "Zentra's own systems had been breached."),
            ],
            id="what a partner says of itself",
        ),
        pytest.param(
            "An alliance of charities representing nurses, teachers and farmers said the tax "
            "had driven thousands abroad.",
            [
                ("An alliance of charities", None, "alleges",
                 "The tax had driven thousands abroad."),
            ],
            id="an alliance that speaks for several",
        ),
        pytest.param(
            "A website made to look like the Orland Times said the minister had been arrested "
            "in Rome.",
            [
                ("A website made to look like the Orland Times", None, "alleges",
                 "The minister had been arrested in Rome."),
            ],
            id="and one that looks like one",
        ),
        pytest.param(
            "The mayor sacked Tom Roe, accusing him of stealing cars.",
            [
                ("The mayor", None, "alleges", "Tom Roe stole cars."),
            ],
            id="who expels somebody accuses them",
        ),
        pytest.param(
            "The crisis in the north had for months been neglected by the western papers.",
            [],
            id="who only did what is told of",
        ),
        pytest.param(
            "Officials in Rome, who spoke on background, were blunter. One said the minister "
            "had lied. Another denied that any money had been paid.",
            [
                ("an official in Rome", None, "alleges", "The minister had lied."),
                ("another official in Rome", None, "denies", "Money had been paid."),
            ],
            id="one of the officials",
        ),
        pytest.param(
            "Residents of Quneen contradicted the general. Two of them said that shelling had "
            "gone on through the night.",
            [
                ("Residents of Quneen", None, "denies", "There was a general."),
                ("two of the residents of Quneen", None, "alleges",
                 "Shelling had gone on through the night."),
            ],
            id="two of the residents",
        ),
        pytest.param(
            "The firm owns two mills. Another has not been sold.",
            [],
            id="one of what is nobody",
        ),
        pytest.param(
            "The group, which calls itself Army of Dawn, said it had killed nine soldiers. It "
            "also claimed that a captive had died.",
            [
                ("Army of Dawn", None, "alleges", "Army of Dawn had killed nine soldiers."),
                ("Army of Dawn", None, "alleges", "A captive had died."),
            ],
            id="a group by what it calls itself",
        ),
        pytest.param(
            "A militant group, the Sons of the Dawn, said it had shot down the plane.",
            [
                ("Sons of the Dawn", None, "alleges", "Sons of the Dawn had shot down the plane."),
            ],
            id="a group with its name beside",
        ),
        pytest.param(
            "The Mail on Sunday reported that the prince had sold the house.",
            [
                ("Mail on Sunday", None, "alleges", "The prince had sold the house."),
            ],
            id="a Sunday paper",
        ),
        pytest.param(
            "The newspaper A Voz reported that the striker had signed a contract.",
            [
                ("A Voz", None, "alleges", "The striker had signed a contract."),
            ],
            id="a paper with an article of its tongue",
        ),
        pytest.param(
            "Rival Kestrel denied that it had copied the design.",
            [
                ("Kestrel", None, "denies", "Kestrel had copied the design."),
            ],
            id="a rival is no part of a name",
        ),
        pytest.param(
            "Mina Costa, the coach, left early. Furious Costa told reporters that the referee "
            "had been paid.",
            [
                ("Mina Costa", "Mina Costa", "alleges", "The referee had been paid."),
            ],
            id="how she feels is no part of a name",
        ),
        pytest.param(
            "Ida Galli, the chief investigator, would not comment on Tom Orr. She said that "
            "the recorder had been found.",
            [
                ("Ida Galli", "Ida Galli", "alleges", "The recorder had been found."),
            ],
            id="he is the first by name, not who is told of",
        ),
        pytest.param(
            "A militant group in the north released a video that it said showed three aid "
            "workers.",
            [
                ("A militant group in the north", None, "alleges",
                 "A video showed three aid workers."),
            ],
            id="it is who showed the video",
        ),
        pytest.param(
            "Brightwell Mobile admitted that hackers had taken data.\n\nThe company said in a "
            "statement that the data included names.",
            [
                ("Brightwell Mobile", None, "confirms", "Hackers had taken data."),
                ("Brightwell Mobile", None, "alleges", "The data included names."),
            ],
            id="the only company",
        ),
        pytest.param(
            "The mayor, Ann Roe, said the dam was safe. The company denied that it had cut "
            "corners.",
            [
                ("Ann Roe", "Ann Roe", "alleges", "The dam was safe."),
                ("The company", None, "denies", "The company had cut corners."),
            ],
            id="no company was told of",
        ),
        pytest.param(
            "The watch will have a new mode, according to The New York Times. The report "
            "claims that its battery lasts for a week.",
            [
                ("New York Times", None, "alleges", "The watch will have a new mode."),
                ("New York Times", None, "alleges", "Its battery lasts for a week."),
            ],
            id="the report of the paper named before",
        ),
        pytest.param(
            "Ben Dunn saw the tape. The man, who lives near by, recorded the shots, his lawyer "
            "said.",
            [
                ("the man", "his lawyer", "alleges",
                 "The man, who lives near by, recorded the shots."),
            ],
            id="the man whose lawyer speaks",
        ),
        pytest.param(
            "Three clerks left. One of them, Ada Rehn of the firm Norvest, denied that money was "
            "missing.",
            [
                ("Ada Rehn", "Ada Rehn", "denies", "Money was missing."),
            ],
            id="one of them, by name",
        ),
        pytest.param(
            "The bill was debated. One of the MPs, Ulf Dahl, said the bill was dead.",
            [
                ("Ulf Dahl", "Ulf Dahl", "alleges", "The bill was dead."),
            ],
            id="one of the MPs, by name",
        ),
        pytest.param(
            "One of the clerks, who left in May, denied that money was missing.",
            [
                ("One of the clerks", None, "denies", "Money was missing."),
            ],
            id="one of the clerks, who has no name",
        ),
        pytest.param(
            "One of them, a retired nurse, said the ward was closed.",
            [
                ("a retired nurse", None, "alleges", "The ward was closed."),
            ],
            id="one of them, a nurse",
        ),
        pytest.param(
            "A citizens' group in Soma said the pilot was dead.\nTalks went on for weeks.\nA bridge"
            " fell.\nKestrel is thought to have lied before. The group maintained that the bridge "
            "was safe.",
            [
                ("A citizens' group in Soma", None, "alleges", "The pilot was dead."),
                ("unattributed", None, "alleges", "Kestrel has lied before."),
                ("The group", None, "alleges", "The bridge was safe."),
            ],
            id="the group is no more who spoke long ago",
        ),
        pytest.param(
            "A company in Soma said the dam was safe. Talks went on for weeks. A bridge fell. The"
            " company said that the bridge was old.",
            [
                ("A company in Soma", None, "alleges", "The dam was safe."),
                ("A company in Soma", None, "alleges", "The bridge was old."),
            ],
            id="the company that spoke before",
        ),
        pytest.param(
            "A flyer was pinned to the doors of the church. It claimed that the vicar had sold "
            "the bells.",
            [
                ("A flyer", None, "alleges", "The vicar had sold the bells."),
            ],
            id="the flyer goes on",
        ),
        pytest.param(
            "A woman works for a mill in Hull. A chain letter with the same text was copied "
            "thousands of times. It added that the gates had been locked.",
            [
                ("A chain letter", None, "alleges", "The gates had been locked."),
            ],
            id="the letter and not the town",
        ),
        pytest.param(
            "A letter was sent to Norvest on Monday. It denied that the dam was unsafe.",
            [
                ("Norvest", None, "denies", "The dam was unsafe."),
            ],
            id="a letter's receiver answers",
        ),
        pytest.param(
            "Several photos of a burnt barn were sent with the letter, which they said showed the"
            " yard.",
            [],
            id="photos do not say what they show",
        ),
        pytest.param(
            "The army seeks a ship which it says is sinking.",
            [
                ("The army", None, "alleges", "A ship is sinking."),
            ],
            id="the army says so of a ship",
        ),
        pytest.param(
            "On Friday, Danish weekly Sundposten surprised its readers, reporting that the duke "
            "had sold the castle.",
            [
                ("Sundposten", None, "alleges", "The duke had sold the castle."),
            ],
            id="a weekly by name",
        ),
        pytest.param(
            "On Friday, a Danish newspaper told a new tale, reporting that the duke had sold the "
            "castle.",
            [
                ("a Danish newspaper", None, "alleges", "The duke had sold the castle."),
            ],
            id="a newspaper without a name",
        ),
        pytest.param(
            "The tape shows Ada Lund. Her brother Per Lund is a sailor. Lund, 33, was seen on the"
            " quay. He says that his ship was sold.",
            [
                ("Per Lund", "Per Lund", "alleges", "Per Lund's ship was sold."),
            ],
            id="he of the two Lunds",
        ),
        pytest.param(
            '"Of course I love him, but my parents have told me to steer clear, saying he is a '
            'liar," Ida Berg told local radio.',
            [
                ("Ida Berg", "Ida Berg", "alleges",
                 "Ida Berg loves him, but her parents have told her to steer clear."),
            ],
            id="my parents, in a quotation",
        ),
    ],
)  # fmt: skip
def test_whose_words(text: str, found: list[tuple[str, str | None, str, str]]) -> None:
    assert told(text) == found
