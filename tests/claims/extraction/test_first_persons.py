"""Who "we", "I" and "our" of those quoted are, and whose words stand before an answer."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            'Marta Quill, 41, said: "We were mending the roof when we heard two bangs."',
            [("Marta Quill", "alleges",
              "Marta Quill and others were mending the roof when they heard two bangs.")],
            id="a person with others",
        ),
        pytest.param(
            '"We heard the dam burst," a farmer said.',
            [("a farmer", "alleges", "A farmer and others heard the dam burst.")],
            id="one without a name",
        ),
        pytest.param(
            '"Our shop was looted on Sunday," said Yusuf Adan, a grocer.',
            [("Yusuf Adan", "alleges", "Yusuf Adan's shop was looted on Sunday.")],
            id="whose shop it is",
        ),
        pytest.param(
            '"I was reading and we felt a tremor," Piet Vos said.',
            [("Piet Vos", "alleges", "Piet Vos was reading and he and others felt a tremor.")],
            id="he and others",
        ),
        pytest.param(
            '"We found two boats," an official said.',
            [("an official", "alleges", "They found two boats.")],
            id="a body that is not named",
        ),
        pytest.param(
            'A spokeswoman for the charity said: "We\'ve had 90 offers to take the foal on."',
            [("the charity", "alleges", "The charity has had 90 offers to take the foal on.")],
            id="who speaks for a body is no part of we",
        ),
        pytest.param(
            '"Our company as a whole is rather fond of wind power," said Lena Holt, chief '
            "executive of Brightwater.",
            [("Brightwater", "alleges",
              "Brightwater as a whole is rather fond of wind power.")],
            id="our company is the party",
        ),
        pytest.param(
            '"I was born in Lima but I also have a Spanish passport," said Taylor Pinto.',
            [("Taylor Pinto", "alleges",
              "Taylor Pinto was born in Lima but has a Spanish passport.")],
            id="named once where she goes on",
        ),
        pytest.param(
            '"I saw the man fall and I ran," Jorge Ruiz said.',
            [("Jorge Ruiz", "alleges", "Jorge Ruiz saw the man fall and Jorge Ruiz ran.")],
            id="named again where another may have run",
        ),
        pytest.param(
            '"I was very concerned about the pause," Lena Marsh, said the FBI.',
            [],
            id="no body is I",
        ),
        pytest.param(
            '"We took it for a shell because we felt a blast," Jorge Pina said.',
            [("Jorge Pina", "alleges",
              "Jorge Pina and others took it for a shell because they felt a blast.")],
            id="no subject is left out",
        ),
        pytest.param(
            "\"Maybe the guard will say, 'Well I rang, and nobody came down,'\" said Tom Reed.",
            [("Tom Reed", "alleges",
              "Maybe the guard will say, 'Well I rang, and nobody came down'.")],
            id="another's words in a quotation",
        ),
    ],
)  # fmt: skip
def test_who_speaks_of_themselves(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Lima said that it had shot down two drones - something Quito disputed in June.",
            [("Lima", "alleges", "Lima had shot down two drones."),
             ("Quito", "denies", "Lima had shot down two drones.")],
            id="it is who said so, and not who answers",
        ),
        pytest.param(
            "Northwind said it had repaid the loan, a claim that Halden Bank rejects.",
            [("Northwind", "alleges", "Northwind had repaid the loan."),
             ("Halden Bank", "denies", "Northwind had repaid the loan.")],
            id="a claim that another rejects",
        ),
        pytest.param(
            "Lima said that it had shot down two drones, and Quito said that it had lost one.",
            [("Lima", "alleges", "Lima had shot down two drones."),
             ("Quito", "alleges", "Quito had lost one.")],
            id="each of itself",
        ),
        pytest.param(
            "Tonga's navy said a raid by its forces freed a hostage.",
            [("Tonga's navy", "alleges", "A raid by Tonga's navy's forces freed a hostage.")],
            id="its forces",
        ),
        pytest.param(
            "Northwind said the ship lost its crew members.",
            [("Northwind", "alleges", "The ship lost its crew members.")],
            id="the ship's crew",
        ),
    ],
)  # fmt: skip
def test_whose_it_is(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # nobody is lengthened to whom a longer name belongs
        ('The virus began in West Africa in May. The paper said that the sick "came from several '
         'countries and Africa".', "The sick came from several countries and Africa."),
        ("Samuel Rodds was a joiner. Elena Roscoe, an archivist, said that the roll could be a "
         "Rodds' family album.", "The roll could be a Rodds' family album."),
        ("Omar Hamid al-Rawi was held in Iraq. The report noted that Orr has two sons but "
         "neither is called Sami al Rawi.",
         "Orr has two sons but neither is called Sami al Rawi."),
        ("Park Chan ruled for years. Experts said the Chan family had lost power.",
         "The Chan family had lost power."),
        ("Ben Kessel was freed in May. Soldiers said Kessel was a deserter.",
         "Ben Kessel was a deserter."),
        ("KNA   Lucia Sander teaches. Miss Sander has faced hearings at the school, the Post "
         "reported.", "Lucia Sander has faced hearings at the school."),
        # no person is "it", nor does whose ordeal it is do what that does
        ('"It is not owned by Karl Vester," said Johan Berg.', "It is owned by Karl Vester."),
        ('"It doesn\'t take much skill to use a man as a carrier," said Al Shim.',
         "It does not take much skill to use a man as a carrier."),
        ("Dylan Toms said he is sure his ordeal will move his pupils to give money.",
         "Dylan Toms is sure his ordeal will move his pupils to give money."),
        ('"Everything changed when my daughter was diagnosed with asthma in May," Jean Malo '
         "said.",
         "Everything changed when Jean Malo's daughter was diagnosed with asthma in May."),
        ('"We know there\'s great interest in our new service," a Northwind spokesman said.',
         "There is great interest in Northwind's new service."),
        ('"They are afraid of everything," one reader wrote of the ban. The snowman was shown in a '
         "paper.", "They are afraid of everything."),
        # a woman is none who is a father by his name
        ("Abu Omar al-Kesri leads the group. His wife Saja Hamid was held in Lebanon. She is being "
         "questioned at the ministry, the daily As-Nur reports.",
         "Saja Hamid is being questioned at the ministry."),
        ("A woman held in Lebanon is the wife of the group's leader Omar Kesri, officials said.",
         "A woman held in Lebanon is the wife of the group's leader Omar Kesri."),
    ],
)  # fmt: skip
def test_in_whose_place_a_name_stands(text: str, claim: str) -> None:
    assert claim in {told for _, _, told in tell(text)}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("No sum is enough for the front man Robert Plank. The 66-year-old singer turned down "
         "a tour that would have paid millions, the Mirror reported.",
         "Robert Plank turned down a tour that would have paid millions."),
        ("Robert Plank, 66, lives in Hull. Ben Orr met him. The 66-year-old turned down a "
         "tour, the Mirror reported.", "Robert Plank turned down a tour."),
        # nobody where two are named, another is told of, or who is named only speaks
        ("Karl Orr and Ben Lund were held. The 31-year-old had stolen a car, police said.",
         "The 31-year-old had stolen a car."),
        ("Ben Orr hit a girl with his car. The 12-year-old died on Monday, the Post reported.",
         "The 12-year-old died on Monday."),
        ("Lena Marsh, a lawyer, spoke on Monday. The 19-year-old was innocent, the Post reported.",
         "The 19-year-old was innocent."),
    ],
)  # fmt: skip
def test_who_is_told_of_by_age(text: str, claim: str) -> None:
    assert claim in {told for _, _, told in tell(text)}
