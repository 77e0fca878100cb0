"""Which claim an answer is on: a passage of several parties, and all that is found in it."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Kenya accused Somalia of sheltering pirates. The navy said 40 sailors were "
            "missing. Mogadishu has denied the allegation.",
            [("Kenya", "alleges", "Somalia sheltered pirates."),
             ("The navy", "alleges", "40 sailors were missing."),
             ("Mogadishu", "denies", "Somalia sheltered pirates.")],
            id="whom it accuses denies the allegation",
        ),
        pytest.param(
            "The coach said Ada Lim had failed a drug test. The club said the season would "
            "start in May. Lim denied the charge.",
            [("The coach", "alleges", "Ada Lim had failed a drug test."),
             ("The club", "alleges", "The season would start in May."),
             ("Ada Lim", "denies", "Ada Lim had failed a drug test.")],
            id="whom a charge is of denies it",
        ),
        pytest.param(
            "Prosecutors accused Delta Bank of hiding losses. Traders said the price of gold "
            "fell. The bank declined to comment on the allegations.",
            [("Prosecutors", "alleges", "Delta Bank hid losses."),
             ("Traders", "alleges", "The price of gold fell."),
             ("Delta Bank", "declines_to_comment", "Delta Bank hid losses.")],
            id="whom it accuses does not comment",
        ),
        pytest.param(
            "Drugmaker Norvaxa said its pill cured nine of ten patients. A nurse said the ward "
            "had closed. The regulator would not comment on the company's figures.",
            [("Norvaxa", "alleges", "Norvaxa's pill cured nine of ten patients."),
             ("A nurse", "alleges", "The ward had closed."),
             ("The regulator", "declines_to_comment",
              "Norvaxa's pill cured nine of ten patients.")],
            id="the company's figures",
        ),
        pytest.param(
            "Cuba said it had sunk a trawler. Haiti said one of its boats was missing. Peru "
            "denied the Cuban claim.",
            [("Cuba", "alleges", "Cuba had sunk a trawler."),
             ("Haiti", "alleges", "One of Haiti's boats was missing."),
             ("Peru", "denies", "Cuba had sunk a trawler.")],
            id="the Cuban claim",
        ),
        pytest.param(
            "Estonia said two jets had crossed its border. Finland said 12 sailors had drowned."
            " Minsk dismissed the claims by Tallinn as inventions.",
            [("Estonia", "alleges", "Two jets had crossed its border."),
             ("Finland", "alleges", "12 sailors had drowned."),
             ("Minsk", "denies", "Two jets had crossed its border.")],
            id="claims by a capital",
        ),
        pytest.param(
            "Opposition parties said 60 people had been shot. The UN said 20,000 people had "
            "fled. Police rejected the opposition's figures.",
            [("Opposition parties", "alleges", "60 people had been shot."),
             ("UN", "alleges", "20,000 people had fled."),
             ("Police", "denies", "60 people had been shot.")],
            id="the opposition's figures",
        ),
        pytest.param(
            "The Journal reported that Tarsis would merge with Boreal. Brokers said the bid was"
            " worth 3 billion dollars. Tarsis confirmed the merger.",
            [("Journal", "alleges", "Tarsis would merge with Boreal."),
             ("Brokers", "alleges", "The bid was worth 3 billion dollars."),
             ("Tarsis", "confirms", "Tarsis would merge with Boreal.")],
            id="the merger",
        ),
        pytest.param(
            "Kyiv said a missile hit a depot. A medic said three guards were hurt. Moscow "
            "denied the attack.",
            [("Kyiv", "alleges", "A missile hit a depot."),
             ("A medic", "alleges", "Three guards were hurt."),
             ("Moscow", "denies", "A missile hit a depot.")],
            id="the attack",
        ),
        pytest.param(
            "Radio Lumen said the phones of six judges were tapped. Olga Prat admitted that her"
            " office had bought Lynx. Karel Dusek declined to comment on the admission.",
            [("Radio Lumen", "alleges", "The phones of six judges were tapped."),
             ("Olga Prat", "confirms", "Olga Prat's office had bought Lynx."),
             ("Karel Dusek", "declines_to_comment", "Olga Prat's office had bought Lynx.")],
            id="the admission",
        ),
        pytest.param(
            "The ministry said Norway would send tanks. Analysts said the tanks were old. "
            "Berlin declined to comment on the plan.",
            [("The ministry", "alleges", "Norway would send tanks."),
             ("Analysts", "alleges", "The tanks were old."),
             ("Berlin", "declines_to_comment", "Norway would send tanks.")],
            id="the plan",
        ),
        pytest.param(
            "Rights groups accused Tarsis of using child labour. Boreal said it did not buy "
            "cotton. The inspectorate confirmed this.",
            [("Rights groups", "alleges", "Tarsis used child labour."),
             ("Boreal", "denies", "Boreal bought cotton."),
             ("The inspectorate", "denies", "Boreal bought cotton.")],
            id="who confirms that it is not so",
        ),
        pytest.param(
            "The agency said four coins were missing. A guard said the vault was never opened. "
            "The curator denied this.",
            [("The agency", "alleges", "Four coins were missing."),
             ("A guard", "denies", "The vault was opened."),
             ("The curator", "alleges", "The vault was opened.")],
            id="who denies that it is not so",
        ),
        pytest.param(
            "Eva Roth told the court that she saw Lund. A clerk said the safe was empty. Roth "
            "withdrew that statement.",
            [("Eva Roth", "alleges", "Eva Roth saw Lund."),
             ("A clerk", "alleges", "The safe was empty."),
             ("Eva Roth", "retracts", "Eva Roth saw Lund.")],
            id="who withdraws that statement",
        ),
        pytest.param(
            "The mayor said 30 barns burned. Farmers rejected the minister's apology.",
            [("The mayor", "alleges", "30 barns burned.")],
            id="an apology is refused",
        ),
        pytest.param(
            "Traders said wheat prices rose by 4 percent. Farmers said they doubted the "
            "government's promises.",
            [("Traders", "alleges", "Wheat prices rose by 4 percent.")],
            id="promises are doubted",
        ),
        pytest.param(
            "Customs said heroin was found in the truck. The driver denied any knowledge of the"
            " drugs.",
            [("Customs", "alleges", "Heroin was found in the truck."),
             ("The driver", "denies", "The driver knew of the drugs.")],
            id="any knowledge of what was found",
        ),
        pytest.param(
            "Customs held a shipment of engines bound for Iran, the port said. Italy denied "
            "that it supplied weapons to Iran.",
            [("the port", "alleges", "Customs held a shipment of engines bound for Iran."),
             ("Italy", "denies", "Italy supplied weapons to Iran.")],
            id="deliveries by somebody else",
        ),
        pytest.param(
            "Turkey said its navy had rescued 40 people. Greece said its coast guard had saved "
            "the crew. The UN could not verify either account.",
            [("Turkey", "alleges", "Turkey's navy had rescued 40 people."),
             ("Greece", "alleges", "Greece's coast guard had saved the crew."),
             ("UN", "neither_confirms_nor_denies", "Greece's coast guard had saved the crew."),
             ("UN", "neither_confirms_nor_denies", "Turkey's navy had rescued 40 people.")],
            id="either account",
        ),
        pytest.param(
            "The Post said the minister took bribes. The Herald said the minister beat a guard."
            " The minister denied both reports.",
            [("Post", "alleges", "The minister took bribes."),
             ("Herald", "alleges", "The minister beat a guard."),
             ("The minister", "denies", "The minister beat a guard."),
             ("The minister", "denies", "The minister took bribes.")],
            id="both reports",
        ),
        pytest.param(
            "Odera said hackers had altered the results. DataProbe said it had written no such "
            "report.",
            [("Odera", "alleges", "Hackers had altered the results.")],
            id="no such report was told of",
        ),
        pytest.param(
            "Prosecutors accused the mayor of fraud. Auditors said 3 million euros was missing."
            " The Liberal Party rejected the accusations.",
            [("Prosecutors", "alleges", "The mayor was guilty of fraud."),
             ("Auditors", "alleges", "3 million euros was missing."),
             ("Liberal Party", "denies", "The mayor was guilty of fraud.")],
            id="a party of nobody accused answers for who is",
        ),
        pytest.param(
            "Roth tested positive, the agency said. A partner, Ivo Marek, told Sky he had seen "
            "Roth inject it. Roth called the allegation a lie.",
            [("the agency", "alleges", "Roth tested positive."),
             ("Ivo Marek", "alleges", "Ivo Marek had seen Roth inject it."),
             ("Roth", "denies", "Ivo Marek had seen Roth inject it.")],
            id="what was told last of the accused",
        ),
        pytest.param(
            "Boreal said it had raised wages by 4 percent. The union said wages had fallen by 2"
            " percent.",
            [("Boreal", "alleges", "Boreal had raised wages by 4 percent."),
             ("The union", "alleges", "Wages had fallen by 2 percent.")],
            id="other rates",
        ),
        pytest.param(
            "Campaigners said the jab was unsafe. Regulators said there was no evidence that "
            "the jab caused strokes.",
            [("Campaigners", "alleges", "The jab was unsafe."),
             ("Regulators", "doubts", "The jab caused strokes.")],
            id="no evidence of something else",
        ),
        pytest.param(
            "Doctors said there was no evidence that phones harm cells.",
            [("Doctors", "doubts", "Phones harm cells.")],
            id="what there is no evidence of alone",
        ),
        pytest.param(
            "The Globe claims that Roth was sacked; Roth says he resigned.",
            [("Globe", "alleges", "Roth was sacked."),
             ("Roth", "alleges", "Roth resigned.")],
            id="he resigned",
        ),
        pytest.param(
            "Dana Kiro accused the ministry of hiding cases. Kiro was arrested for spreading "
            "false information, police said.",
            [("Dana Kiro", "alleges", "The ministry hid cases."),
             ("police", "alleges", "Dana Kiro was arrested for spreading false information.")],
            id="arrested for false information",
        ),
        pytest.param(
            "Boreal said it had cut its emissions by 40 percent. Lund University found that"
            " emissions had in fact risen by 3 percent.",
            [("Boreal", "alleges", "Boreal had cut its emissions by 40 percent."),
             ("Lund University", "alleges", "Emissions had in fact risen by 3 percent.")],
            id="what is in fact so",
        ),
    ],
)  # fmt: skip
def test_what_an_answer_is_on(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found
