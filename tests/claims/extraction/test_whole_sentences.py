"""Claims told as whole sentences: cut at no list, behind no subject, with nothing left over."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            '"[A]t least five spies have been caught in the harbour," the minister said.',
            [("the minister", "alleges", "At least five spies have been caught in the harbour.")],
            id="half of at least",
        ),
        pytest.param(
            "Otto Orr said at least 20 miners were trapped in the shaft.",
            [("Otto Orr", "alleges", "At least 20 miners were trapped in the shaft.")],
            id="the whole of it",
        ),
        pytest.param(
            "A letter that is believed to have been posted in 1950 appears to prove "
            "that the firm knew of the leak.",
            [("unattributed", "alleges", "A letter was posted in 1950.")],
            id="what a clause behind that hedges ends before the main verb",
        ),
        pytest.param(
            "The only picture so far that allegedly shows the gunman comes from an "
            "account linked to rebels.",
            [("unattributed", "alleges", "The picture so far shows the gunman.")],
            id="and before one in the present",
        ),
        pytest.param(
            "The police found a car that was believed to have been used by the gunman.",
            [("unattributed", "alleges", "The police found a car that was used by the gunman.")],
            id="a clause that ends the sentence stays in it",
        ),
        pytest.param(
            "According to Otto Orr of Morin Bank (via Ledger), the new phone will "
            "have two cameras.",
            [("Morin Bank", "alleges", "The new phone will have two cameras.")],
            id="no mark is left of brackets",
        ),
        pytest.param(
            "The office addresses are 12, 14, 18, 20, 22, and 30 Mill Road, the people said.",
            [
                (
                    "the people",
                    "alleges",
                    "The office addresses are 12, 14, 18, 20, 22, and 30 Mill Road.",
                )
            ],
            id="a list of figures",
        ),
        pytest.param(
            "According to insiders, the rats have invaded the kitchen and left "
            "droppings on desks, computers, and pricey couture.",
            [
                (
                    "insiders",
                    "alleges",
                    "The rats have invaded the kitchen and left droppings on desks, "
                    "computers, and pricey couture.",
                )
            ],
            id="a list of things",
        ),
        pytest.param(
            "More than 40 people were at the party, including friends, other editors "
            "and staff and directors like Ada Lund, who later went on to run the "
            "Ledger, according to a guest.",
            [
                (
                    "a guest",
                    "alleges",
                    "More than 40 people were at the party, including friends, other "
                    "editors and staff and directors like Ada Lund.",
                )
            ],
            id="a list of who is included",
        ),
        pytest.param(
            '"Two hours later I was lying on the couch, shaking badly, nauseous, '
            'having fevers and panting," said Ada Lund.',
            [
                (
                    "Ada Lund",
                    "alleges",
                    "Two hours later Ada Lund was lying on the couch, shaking badly, "
                    "nauseous, having fevers and panting.",
                )
            ],
            id="a list of states",
        ),
        pytest.param(
            "Ada Lund said the roof fell, killing a guard, two nurses and a cook.",
            [("Ada Lund", "alleges", "The roof fell, killing a guard, two nurses and a cook.")],
            id="a list behind a verb",
        ),
        pytest.param(
            "Police said the van, a red Ford, was sold in May, and that the owner had left.",
            [
                ("Police", "alleges", "The van, a red Ford, was sold in May."),
                ("Police", "alleges", "The owner had left."),
            ],
            id="two commas make no list",
        ),
        pytest.param(
            "A guest said the rebels burned the church, which had stood for years, "
            "and looted the bank, the school and the mill.",
            [
                (
                    "A guest",
                    "alleges",
                    "The rebels burned the church and looted the bank, the school and the mill.",
                )
            ],
            id="an aside before a list goes",
        ),
        pytest.param(
            "The Clarion says the letter adds weight to the theory that she may have "
            "sold off some, or even all, of the mills of her uncle.",
            [
                (
                    "Clarion",
                    "alleges",
                    "The letter adds weight to the theory that she may have sold off some, or "
                    "even all, of the mills of her uncle.",
                )
            ],
            id="what is added behind or stays",
        ),
        pytest.param(
            "The footage was taken by a clerk who was engaged in, and recording, "
            "another talk at the time of the blast, his lawyer Ada Lund said.",
            [
                (
                    "Ada Lund",
                    "alleges",
                    "The footage was taken by a clerk who was engaged in, and recording, "
                    "another talk at the time of the blast.",
                )
            ],
            id="and what is added behind and",
        ),
        pytest.param(
            'Ada Lund denied it. "We have nothing to do with fraud at all," Lund told reporters.',
            [
                ("Ada Lund", "denies", "Ada Lund was involved in fraud."),
                ("Ada Lund", "denies", "Ada Lund was involved in fraud."),
            ],
            id="nothing at all",
        ),
        pytest.param(
            "The island is not at all owned by Otto Orr, the Clarion said.",
            [("Clarion", "denies", "The island is owned by Otto Orr.")],
            id="not at all",
        ),
        pytest.param(
            "The Ledger says that it is not clear if an offer has been made to Orr yet.",
            [("Ledger", "neither_confirms_nor_denies", "An offer has been made to Orr.")],
            id="not yet",
        ),
        pytest.param(
            "The police said it was not yet clear if the car burned up or if it had "
            "been pushed into the river.",
            [
                (
                    "The police",
                    "neither_confirms_nor_denies",
                    "The car burned up or it had been pushed into the river.",
                )
            ],
            id="if one or if the other",
        ),
        pytest.param(
            "Ada Lund said it was unclear whether the fire was set on purpose or "
            "whether a fault had caused it.",
            [
                (
                    "Ada Lund",
                    "neither_confirms_nor_denies",
                    "The fire was set on purpose or a fault had caused it.",
                )
            ],
            id="whether one or whether the other",
        ),
        pytest.param(
            '"Everyone at the base is worried about the use of gas by (the rebels)," '
            "said Ada Lund.",
            [
                (
                    "Ada Lund",
                    "alleges",
                    "Everyone at the base is worried about the use of gas by the rebels.",
                )
            ],
            id="brackets around what a sentence needs",
        ),
        pytest.param(
            '"The tape features a man speaking of his work ("You are pretty," he says'
            ' at one point)," Ada Lund said.',
            [("Ada Lund", "alleges", "The tape features a man speaking of his work.")],
            id="an example in brackets",
        ),
        pytest.param(
            '"We are treating these two fires as linked," Sergeant Gill Orr said.',
            [
                (
                    "Gill Orr",
                    "alleges",
                    "Gill Orr and others are treating these two fires as linked.",
                )
            ],
            id="what is treated as something",
        ),
        pytest.param(
            "Reports of Orr's niece being freed in return for two pilots were first "
            "leaked by Ned Lund, a clerk.",
            [("unattributed", "alleges", "Orr's niece was freed in return for two pilots.")],
            id="what is being done",
        ),
        pytest.param(
            "There were reports of shots being fired near the school.",
            [("unattributed", "alleges", "Shots were being fired near the school.")],
            id="what was being done",
        ),
        pytest.param(
            '"But they had killed him and burned the house down and after she saw it '
            'they laughed," Otto Orr told the Clarion.',
            [
                (
                    "Otto Orr",
                    "alleges",
                    "They had killed him and burned the house down and after she saw it "
                    "they laughed.",
                )
            ],
            id="a verb keeps the subject before an and",
        ),
        pytest.param(
            '"One thing led to the next, and we kissed during the match," Ada Lund says.',
            [
                (
                    "Ada Lund",
                    "alleges",
                    "One thing led to the next, and they kissed during the match.",
                )
            ],
            id="and the one behind it",
        ),
        pytest.param(
            '"By Saturday, they hoisted their flags over the town," Ada Lund said.',
            [("Ada Lund", "alleges", "By Saturday, they hoisted their flags over the town.")],
            id="a pronoun behind an opening",
        ),
        pytest.param(
            "Sheikh Orr argued that to lend money for a fee was to rob the poor of the village.",
            [("Orr", "alleges", "Lending money for a fee was to rob the poor of the village.")],
            id="an infinitive as a subject",
        ),
        pytest.param(
            "Sergeant Lund said hot drinks were sold, and that the owner, Otto Orr, "
            "had closed the bar.",
            [
                ("Lund", "alleges", "Hot drinks were sold."),
                ("Lund", "alleges", "The owner, Otto Orr, had closed the bar."),
            ],
            id="two verbs do not run together",
        ),
        pytest.param(
            "The guards have warned drivers to carry a permit if they mean "
            "to cross the bridge and turn back before it is dark.",
            [],
            id="an order is no claim",
        ),
        pytest.param(
            "Dr Ada Lund said the hatred most farmers have of wolves drives old tales "
            "from those hoping to sell fences.",
            [
                (
                    "Ada Lund",
                    "alleges",
                    "The hatred most farmers have of wolves drives old tales from those "
                    "hoping to sell fences.",
                )
            ],
            id="the subject is not what stands behind its of",
        ),
        pytest.param(
            "The rats appear to have got in via the duct, which was being mended even"
            " as tenants were moving in, a source explained.",
            [("a source", "alleges", "The rats got in via the duct.")],
            id="a clause tells of the noun before it",
        ),
        pytest.param(
            '"The famed cellar, which was being filled with spare tiles, was '
            'taking shape when the mice moved into it," the source revealed.',
            [
                (
                    "the source",
                    "alleges",
                    "The famed cellar was taking shape when the mice moved into it.",
                )
            ],
            id="and is no main clause",
        ),
        pytest.param(
            "The Pentagon said Thursday that it is working with Peru.",
            [("Pentagon", "alleges", "The Pentagon is working with Peru.")],
            id="a body keeps its article",
        ),
        pytest.param(
            "The doctor told Otto Orr he had been stung by a jellyfish and gave him a cream.",
            [("The doctor", "alleges", "He had been stung by a jellyfish.")],
            id="what is done to who is told",
        ),
        pytest.param(
            "The gunman said Lima's next move will decide the town's fate in what "
            "appears to be a warning to a second envoy.",
            [("The gunman", "alleges", "Lima's next move will decide the town's fate.")],
            id="what the writer makes of it",
        ),
        pytest.param(
            "Police said three people died in what appeared to be a gas blast.",
            [("Police", "alleges", "Three people died in a gas blast.")],
            id="what is a part of it",
        ),
        pytest.param(
            "Variety reports more definitely that he's actually set to play it. Otto "
            "Orr was named before.",
            [("Variety", "alleges", "He is set to play it.")],
            id="an adverb before that",
        ),
        pytest.param(
            "One of Orr's friends, whom the weekly describes as \"the heir of a "
            'Peruvian mill," left school.',
            [("the weekly", "alleges", "One of Orr's friends is the heir of a Peruvian mill.")],
            id="whom somebody describes",
        ),
        pytest.param(
            "Rumors of Orr's death exploded on Twitter over the weekend.",
            [("unattributed", "alleges", "Orr is dead.")],
            id="what rumours do",
        ),
        pytest.param(
            "Kellmark bought six offices from Morin Capital Group and Blackmill Group"
            " (BX:US) for $40 million in cash, two people close to the lenders"
            " said.",
            [
                (
                    "two people close to the lenders",
                    "alleges",
                    "Kellmark bought six offices from Morin Capital Group and Blackmill "
                    "Group for $40 million in cash.",
                )
            ],
            id="what a share is called",
        ),
        pytest.param(
            "Mill House clerk Otto Orr said he took a call on Friday from a woman who"
            " said they needed two boats sent to the Kelso Hotel.",
            [
                ("Otto Orr", "alleges", "They needed two boats sent to the Kelso Hotel."),
                ("a woman", "alleges", "They needed two boats sent to the Kelso Hotel."),
            ],
            id="who sent something says it",
        ),
        pytest.param(
            "If the bank closes, 300 people will lose their jobs, Ada Lund warned.",
            [("Ada Lund", "alleges", "If the bank closes, 300 people will lose their jobs.")],
            id="a condition stays",
        ),
        pytest.param(
            "In the event the dam breaks, it could flood Kelso, Otto Orr said.",
            [("Otto Orr", "alleges", "In the event the dam breaks, it could flood Kelso.")],
            id="and so does its event",
        ),
        pytest.param(
            "Ada Lund said Orr would leave unless he was paid.",
            [("Ada Lund", "alleges", "Orr would leave unless he was paid.")],
            id="unless stays",
        ),
        pytest.param(
            '"We\'re closely watching the town and see no real danger" from the '
            "attempted leak, a senior Peru official said.",
            [
                (
                    "senior Peru official",
                    "alleges",
                    "They are closely watching the town and see no real danger from the "
                    "attempted leak.",
                )
            ],
            id="what is seen is no subject",
        ),
        pytest.param(
            '"They have trainers, Morin officers who were pilots before for Otto '
            'Orr," Ada Lund said.',
            [
                (
                    "Ada Lund",
                    "alleges",
                    "They have trainers, Morin officers who were pilots before for Otto Orr.",
                )
            ],
            id="who somebody is, is no sentence",
        ),
        pytest.param(
            "Several guests told the Clarion they had seen a fox, and the cook said so too.",
            [("Several guests", "alleges", "Several guests had seen a fox.")],
            id="what follows on what is told",
        ),
    ],
)
def test_what_is_told_is_a_sentence(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found
