"""Everyday constructions of wires, courts and companies that had been read wrongly, each told anew:
a passage, and all that is found in it."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The airline said reports of a crash were false.",
            [("The airline", "denies", "There was a crash.")],
            id="reports of what",
        ),
        pytest.param(
            "Sheriff Dan Moss said rumours of a serial killer were untrue.",
            [("Dan Moss", "denies", "There was a serial killer.")],
            id="rumours of whom",
        ),
        pytest.param(
            "Lavrov said accusations that Russia had killed the envoy were a provocation.",
            [("Lavrov", "denies", "Russia had killed the envoy.")],
            id="accusations called a provocation",
        ),
        pytest.param(
            "Zelenskyy said Putin lied when he claimed that Kupiansk had been captured.",
            [("Zelenskyy", "denies", "Kupiansk had been captured.")],
            id="whoever lied in saying it",
        ),
        pytest.param(
            "Zoom admitted it had wrongly claimed that its calls were encrypted.",
            [("Zoom", "denies", "Zoom's calls were encrypted.")],
            id="what was wrongly claimed",
        ),
        pytest.param(
            "Police say Lyle Kemp made up a story that he was stabbed by two men.",
            [("Police", "denies", "He was stabbed by two men.")],
            id="a story that was made up",
        ),
        pytest.param(
            "Nina Ray has slammed claims that she had plastic surgery.",
            [("Nina Ray", "denies", "Nina Ray had plastic surgery.")],
            id="claims that somebody slams",
        ),
        pytest.param(
            "Wayne Pitt admits manslaughter but denies murder.",
            [("Wayne Pitt", "confirms", "Wayne Pitt committed manslaughter."),
             ("Wayne Pitt", "denies", "Wayne Pitt committed murder.")],
            id="the one is admitted and the other denied",
        ),
        pytest.param(
            "Police arrested opposition leader Kizza Bwire on treason charges, which he denies.",
            [("Kizza Bwire", "denies", "Opposition leader Kizza Bwire was guilty of treason.")],
            id="the charge is denied and not the arrest",
        ),
        pytest.param(
            "Former minister Elena Popa has been charged with taking bribes. She denies the"
            " charges.",
            [("Elena Popa", "denies", "Elena Popa took bribes.")],
            id="what somebody is charged with",
        ),
        pytest.param(
            "Assad's spokesman denied that he was in a coma.",
            [("Assad", "denies", "Assad was in a coma.")],
            id="of whom a spokesman denies it",
        ),
        pytest.param(
            "Donna Reed's spokeswoman denied reports of her death.",
            [("Donna Reed", "denies", "Donna Reed is dead.")],
            id="whose death a spokeswoman denies",
        ),
        pytest.param(
            "Fact-checkers found that the photo, which supposedly shows empty shelves at a shop in"
            " Texas, was taken in 2011.",
            [("Fact-checkers", "alleges", "The photo was taken in 2011."),
             ("unattributed", "alleges", "The photo shows empty shelves at a shop in Texas.")],
            id="what a photo supposedly shows is nobody's word",
        ),
        pytest.param(
            "Pfizer said the deaths were not caused by its vaccine. The regulator confirmed that.",
            [("Pfizer", "denies", "The deaths were caused by its vaccine."),
             ("The regulator", "denies", "The deaths were caused by its vaccine.")],
            id="who confirms a denial denies",
        ),
        pytest.param(
            "A Ford executive said the plant would close. Ford declined to comment.",
            [("Ford executive", "alleges", "The plant would close."),
             ("Ford", "declines_to_comment", "The plant would close.")],
            id="an executive is not the company",
        ),
        pytest.param(
            '"He came at me with a knife," Rodney Fitch told the court.',
            [("Rodney Fitch", "alleges", "He came at Rodney Fitch with a knife.")],
            id="who is attacked does not attack",
        ),
        pytest.param(
            "Alan Frew was jailed for murdering his lodger, Tim Noble.",
            [],
            id="the dead accuse nobody",
        ),
        pytest.param(
            "IBM disputed Google's claim that its chip had achieved quantum supremacy.",
            [("IBM", "denies", "Google's chip had achieved quantum supremacy."),
             ("Google", "alleges", "Google's chip had achieved quantum supremacy.")],
            id="whose chip a claim is about",
        ),
        pytest.param(
            "Iran denies seeking nuclear weapons, although the UN watchdog says it has enriched"
            " uranium to 60 percent.",
            [("Iran", "denies", "Iran was seeking nuclear weapons."),
             ("UN watchdog", "alleges", "Iran has enriched uranium to 60 percent.")],
            id="of whom a watchdog tells",
        ),
        pytest.param(
            "Hamas's claim that the hostages were killed in Israeli strikes could not be verified.",
            [("Hamas", "alleges", "The hostages were killed in Israeli strikes.")],
            id="that it could not be verified is no part of it",
        ),
        pytest.param(
            "Ethiopia denies blocking aid, despite reports by UN officials that trucks have been"
            " stopped.",
            [("Ethiopia", "denies", "Ethiopia blocked aid."),
             ("UN officials", "alleges", "Trucks have been stopped.")],
            id="what is denied despite reports of something else",
        ),
        pytest.param(
            "The army denied killing civilians, contrary to a report by Amnesty International.",
            [("The army", "denies", "The army killed civilians.")],
            id="who reported the contrary denies nothing",
        ),
        pytest.param(
            "A woman says she was assaulted by Dez Monroe. Monroe denies it.",
            [("A woman", "alleges", "A woman was assaulted by Dez Monroe."),
             ("Dez Monroe", "denies", "A woman was assaulted by Dez Monroe.")],
            id="who assaulted whom",
        ),
        pytest.param(
            "Nguyen Van Dung denies the charges.",
            [],
            id="charges of nobody knows what",
        ),
        pytest.param(
            "Samsung said it would not comment on the leak.",
            [],
            id="that somebody does not comment is no claim",
        ),
    ],
)  # fmt: skip
def test_desk_copy(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found
