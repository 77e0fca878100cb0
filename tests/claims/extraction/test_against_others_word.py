"""Stances on others' word that were read as the opposite, or on another claim.

Every finding of a passage is listed: a form of the language by which somebody denies, doubts or
leaves open what others told, and what looks like one and is none.
"""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document


def find(text: str) -> list[tuple[str, str, str]]:
    """Party, stance and claim of each finding."""
    found = extract(Document(text=text))
    told = {claim.id: claim.text for claim in found.claims}
    return [(f.party, f.stance.value, told[f.claim]) for f in found.findings]


CASES = [
    pytest.param(
        "An article saying a comet will hit Norway in May is fake.",
        [
            ("An article", "alleges", "A comet will hit Norway in May."),
            ("unattributed", "denies", "A comet will hit Norway in May."),
        ],
        id="an article that says so is fake",
    ),
    pytest.param(
        "The post claiming that the Oslo bridge fell is a hoax.",
        [
            ("The post", "alleges", "The Oslo bridge fell."),
            ("unattributed", "denies", "The Oslo bridge fell."),
        ],
        id="a post that claims so is a hoax",
    ),
    pytest.param(
        "The report claiming that Erik Lind died of a heart attack appears to be yet another hoax.",
        [
            ("The report", "alleges", "Erik Lind died of a heart attack."),
            ("unattributed", "denies", "Erik Lind died of a heart attack."),
        ],
        id="it appears to be another hoax",
    ),
    pytest.param(
        "Police said the post claiming that the Oslo bridge fell is a hoax.",
        [
            ("Police", "denies", "The Oslo bridge fell."),
            ("the post", "alleges", "The Oslo bridge fell."),
        ],
        id="somebody says that what claims so is a hoax",
    ),
    pytest.param(
        "The post claiming that the Oslo bridge fell is false, police said.",
        [
            ("The post", "alleges", "The Oslo bridge fell."),
            ("police", "denies", "The Oslo bridge fell."),
        ],
        id="somebody says so behind it",
    ),
    pytest.param(
        "Reports claiming Erik Lind has resigned are false, the ministry said on Monday.",
        [
            ("unattributed", "alleges", "Erik Lind has resigned."),
            ("the ministry", "denies", "Erik Lind has resigned."),
        ],
        id="reports with no article",
    ),
    pytest.param(
        "The report saying the virus is fake was shared by Lind.",
        [],
        id="what is fake is the virus, and what is shared the report",
    ),
    pytest.param(
        "The Courier reported that Erik Lind has died. That report, however, is a hoax.",
        [
            ("Courier", "alleges", "Erik Lind has died."),
            ("unattributed", "denies", "Erik Lind has died."),
        ],
        id="that report is a hoax",
    ),
    pytest.param(
        "Police say Erik Lind stole the car. That is false, his lawyer said.",
        [
            ("Police", "alleges", "Erik Lind stole the car."),
            ("Erik Lind", "denies", "Erik Lind stole the car."),
        ],
        id="whoever is named says that it is false",
    ),
    pytest.param(
        "The Courier reported that a fake doctor had treated patients. This is not the first time.",
        [("Courier", "alleges", "A fake doctor had treated patients.")],
        id="this is not the first time",
    ),
    pytest.param(
        '"Ignore the reports that I have resigned," Lind wrote on Tuesday.',
        [("Lind", "denies", "Lind has resigned.")],
        id="ignore the reports",
    ),
    pytest.param(
        '"Ignore the noise and keep working," Lind said.',
        [],
        id="ignore the noise",
    ),
    pytest.param(
        "Erik Lind has not resigned, despite reports on Swedish websites.",
        [
            ("unattributed", "denies", "Erik Lind has resigned."),
            ("Swedish websites", "alleges", "Erik Lind has resigned."),
        ],
        id="despite reports on websites",
    ),
    pytest.param(
        "The Oslo bridge is still open, despite widespread media reports to the contrary.",
        [],
        id="nobody puts the opposite of what is so into words",
    ),
    pytest.param(
        "Contrary to published reports, the school was never closed, head teacher Anna Roth said.",
        [("Anna Roth", "denies", "The school was closed.")],
        id="contrary to reports, somebody says",
    ),
    pytest.param(
        "Contrary to reports in Metro, there was no strike ever planned, Rail Co said.",
        [
            ("Metro", "alleges", "There was a strike planned."),
            ("Rail Co", "denies", "There was a strike planned."),
        ],
        id="contrary to reports in a paper",
    ),
    pytest.param(
        "The authenticity of the memo could not be verified, and a spokesman for Telco was not"
        " immediately available for comment.",
        [("unattributed", "neither_confirms_nor_denies", "The memo is authentic.")],
        id="nobody could verify it, and another did not answer",
    ),
    pytest.param(
        "The tape's authenticity could not be verified.",
        [("unattributed", "neither_confirms_nor_denies", "The tape is authentic.")],
        id="whose authenticity could not be verified",
    ),
    pytest.param(
        "CBS News got the letter from a lawyer. CNN could not verify the authenticity of the tape.",
        [("CNN", "neither_confirms_nor_denies", "The tape is authentic.")],
        id="that the tape is authentic is a claim of its own",
    ),
    pytest.param(
        "Aides raised doubts on Monday over the validity of a pact with the unions, with"
        " reports of new strikes in the south.",
        [
            ("Aides", "doubts", "A pact with the unions is valid."),
            ("unattributed", "alleges", "There were new strikes in the south."),
        ],
        id="what is reported beside is not what is doubted",
    ),
    pytest.param(
        "The patient does not have measles and is resting well, hospital director Erik Lind said.",
        [
            ("hospital", "denies", "The patient has measles."),
            ("hospital", "alleges", "The patient is resting well."),
        ],
        id="what is so behind what is not",
    ),
    pytest.param(
        "The ministry clarified that the woman is an Iraqi national and not the wife of the"
        " leader.",
        [("The ministry", "denies", "The woman is the wife of the leader.")],
        id="what is so before what is not",
    ),
    pytest.param(
        '"We\'re not anti-union, we honour unions," Roe said.',
        [("Roe", "denies", "Roe is anti-union.")],
        id="what is so behind a comma",
    ),
    pytest.param(
        '"I was never a spy," Lind wrote in the post.',
        [("Lind", "denies", "Lind was a spy.")],
        id="who says so is no part of what was never so",
    ),
    pytest.param(
        '"I never lied to him," Lind insists.',
        [("Lind", "denies", "Lind lied to him.")],
        id="who never lied is called no liar",
    ),
    pytest.param(
        "A court in Bergen found Erik Lind innocent of murdering his wife.",
        [("A court in Bergen", "denies", "Erik Lind murdered his wife.")],
        id="found innocent",
    ),
    pytest.param(
        'Snopes dismisses the photo as "probably staged".',
        [("Snopes", "denies", "The photo is genuine.")],
        id="a photo that is dismissed as staged",
    ),
    pytest.param(
        "The photo was debunked as a fake by several sources.",
        [("several sources", "denies", "The photo is genuine.")],
        id="a photo that was debunked",
    ),
    pytest.param(
        "The truck was seen in Syria. A spokesman for AutoSales denied any direct involvement with"
        " the truck's sale.",
        [
            ("AutoSales", "denies", "AutoSales was involved in the truck's sale."),
        ],
        id="a part in what nobody told of",
    ),
    pytest.param(
        "The reports say the comet will hit Norway. Nasa employees had to debunk the rumours"
        " themselves.",
        [
            ("unattributed", "alleges", "The comet will hit Norway."),
            ("Nasa employees", "denies", "The comet will hit Norway."),
        ],
        id="who had to debunk it denies it",
    ),
    pytest.param(
        "Chile's air force said it was not aware of rebels flying planes in the south.",
        [
            (
                "Chile's air force",
                "neither_confirms_nor_denies",
                "Rebels are flying planes in the south.",
            )
        ],
        id="not aware of somebody doing it",
    ),
    pytest.param(
        "Erik Lind said he was not sure the bank would survive.",
        [("Erik Lind", "neither_confirms_nor_denies", "The bank would survive.")],
        id="not sure that, with no that",
    ),
    pytest.param(
        "Erik Lind says he has no idea how his van ended up in Libya.",
        [],
        id="no idea how it came to be so",
    ),
    pytest.param(
        "The king bought a car. Lind said he couldn't believe it when he first saw the bill.",
        [],
        id="amazement is no doubt",
    ),
    pytest.param(
        "The ministry said the ship had sunk. Lind said he could not believe it was true.",
        [
            ("The ministry", "alleges", "The ship had sunk."),
            ("Lind", "doubts", "The ship had sunk."),
        ],
        id="who could not believe that it is true doubts it",
    ),
    pytest.param(
        "Police say that Railco stole the plans from Telco. Railco did not immediately return a"
        " call seeking comment.",
        [
            ("Police", "alleges", "Railco stole the plans from Telco."),
            ("Railco", "no_response", "Railco stole the plans from Telco."),
        ],
        id="did not return a call",
    ),
    pytest.param(
        "Police say that Railco stole the plans from Telco. Railco was not available to comment on"
        " Monday.",
        [
            ("Police", "alleges", "Railco stole the plans from Telco."),
            ("Railco", "no_response", "Railco stole the plans from Telco."),
        ],
        id="was not available to comment",
    ),
    pytest.param(
        "Police say that Railco stole the plans from Telco. Railco has not returned the plans.",
        [("Police", "alleges", "Railco stole the plans from Telco.")],
        id="who did not return the plans was asked nothing",
    ),
    pytest.param(
        "Police say that Railco stole the plans from Telco. Telco hasn't weighed in on the matter.",
        [
            ("Police", "alleges", "Railco stole the plans from Telco."),
            ("Telco", "neither_confirms_nor_denies", "Railco stole the plans from Telco."),
        ],
        id="has not weighed in on it",
    ),
]
CASES += [
    pytest.param(
        "There is no evidence that Lind's wife held a press conference.",
        [("unattributed", "doubts", "Lind's wife held a press conference.")],
        id="no evidence, by nobody's word",
    ),
    pytest.param(
        "There's no proof that the bank lost any money.",
        [("unattributed", "doubts", "The bank lost money.")],
        id="no proof of any",
    ),
    pytest.param(
        '"There is no evidence that he fled," Roth said.',
        [("Roth", "doubts", "He fled.")],
        id="no evidence, by somebody's word",
    ),
    pytest.param("There is no sign of rain.", [], id="no sign of rain"),
    pytest.param(
        'Erik Lind said the popular myth that "the lake is bottomless" was highly unlikely and'
        " unsupported by evidence.",
        [("Erik Lind", "doubts", "The lake is bottomless.")],
        id="a myth that is unlikely",
    ),
    pytest.param("Roth said the report is unlikely to change anything.", [], id="unlikely to do"),
    pytest.param(
        "Ada Orr said she had never heard of hedgehogs being able to climb.",
        [("Ada Orr", "doubts", "Hedgehogs are able to climb.")],
        id="never heard of their being able to",
    ),
    pytest.param(
        "Two anglers say a monster lives in the lake. Experts say the story belongs in fairy"
        " tales.",
        [
            ("Two anglers", "alleges", "A monster lives in the lake."),
            ("Experts", "denies", "A monster lives in the lake."),
        ],
        id="a story that belongs in fairy tales",
    ),
    pytest.param(
        "The old chair belongs in a museum, Roth said.",
        [("Roth", "alleges", "The old chair belongs in a museum.")],
        id="a chair that belongs in a museum",
    ),
    pytest.param(
        "Analysts wonder if Kim has assumed the leadership.",
        [],
        id="who wonders puts nothing forward",
    ),
    pytest.param(
        "The charity has not found a home for the dog though it has had many offers, a spokesman"
        " said.",
        [("a spokesman", "denies", "The charity has found a home for the dog.")],
        id="what is so all the same",
    ),
    pytest.param(
        "However, it is uncertain if any recruits came from the region.",
        [("unattributed", "neither_confirms_nor_denies", "Recruits came from the region.")],
        id="several have no article",
    ),
    pytest.param(
        "The alarm sounded on Monday, Lind said. The ministry cast doubt on the document's"
        " authenticity.",
        [
            ("Lind", "alleges", "The alarm sounded on Monday."),
            ("The ministry", "doubts", "The document is authentic."),
        ],
        id="whether a document is authentic is another matter",
    ),
]


@pytest.mark.parametrize(("text", "findings"), CASES)
def test_findings(text: str, findings: list[tuple[str, str, str]]) -> None:
    assert find(text) == findings
