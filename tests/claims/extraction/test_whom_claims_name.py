"""Whom a claim names where its text has "he", "she", "it" or "we": nobody else, whatever is near.

By the default extractor, rules and reader together; texts of our own writing.
"""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document

TOLD = [
    # who speaks is he, though nothing but a first name tells that they are somebody
    (
        "Video blogger Eric Lund gave a homeless man named Carlo 200 dollars. Lund followed him "
        "to a shop.\n\nCarlo said he had never been given so much before.",
        "Lund had never",
    ),
    (
        "The gunman was named as Marc Paul Bidault. A namesake suffered for it. Townsman Marcel "
        "Bidault wrote on Facebook that he shared the name of the gunman.",
        "Marc Paul Bidault shared",
    ),
    # a surname that relatives share is his of whom the story tells
    (
        'Terrell Oakmond was shot on Monday, police said. "My son never owned a gun," said his '
        "mother, Denise Oakmond. Luis Carran said Oakmond had his arms up.",
        "Denise Oakmond had",
    ),
    # nor is a firm called by what its readers are told to do
    (
        "Remember Lumenar? It is being sued. Lumenar wrote to say that no intern had copied books.",
        "Remember",
    ),
    # who is one of two tells of himself, and not of the admiral before him
    (
        "Admiral Teo Saldan said the ship was hit. Two of the crew gave other accounts. One, an "
        "engineer from Lima, said he had heard a bang. The other said he had been asleep.",
        "Saldan had",
    ),
    # nor is a page on a man himself
    (
        'A page calling itself R.I.P. Corwin Tal announced that he had died. "Corwin was at home," '
        "his manager, Ines Quor, said.",
        "R.I.P.",
    ),
    # nor does one of several nurses tell of the owner what was done to herself
    (
        "The clinic is owned by Helen Marsh. One of the nurses, who asked not to be named, said "
        "she had been told to relabel the vials.",
        "Helen Marsh had been told",
    ),
    # nor an aide of himself what the mayor does
    ("An aide to the mayor said he was resting at home.", "An aide to the mayor was"),
    # who is told of by what they are, whose kin or office another has
    (
        "The wife of Hamid al-Rashidi was arrested in Lebanon, the daily As-Nahar reported. It "
        "said she had been travelling with a forged passport and one of her sons.",
        "al-Rashidi had been travelling",
    ),
    (
        "Kang Min Ho has not been seen for weeks. His sister, Kang Yun Hi, runs the office, "
        "analyst Rob Hale said. He said she continues to see the files.",
        "Rob Hale's sister",
    ),
    (
        "Foreign Secretary Phillip Hale spoke on Monday. Later the Home Secretary announced that "
        "she was ready to bring in new laws.",
        "Phillip Hale was",
    ),
    # who wrote it down, or only tells of it, is not who it is told of
    (
        "Reporter Saul Wade of the Daily Post wrote about the attack. Sources told the Daily Post "
        "that he had been put on a watch list.",
        "Wade had been put",
    ),
    (
        "Alan Merrow, a cleaner, said he saw a man with a rifle. 'He then drove to the gates and "
        "fired two shots,' said Scott Wells, a guard.",
        "Merrow drove",
    ),
    # who speaks for somebody may tell of themselves, a wife is not he, and "he's put" is "has"
    (
        "President Obi Ade has named Hassan Tuku his envoy. Mr Tuku, a secretary to the president, "
        "left. Tuku said he had met the rebels twice in Chad.",
        "Obi Ade had met",
    ),
    (
        "Lebanese officials held a wife of Abu Hamid al-Rashidi. The daily As-Nahar said she had "
        "been travelling with one of her sons.",
        "al-Rashidi had been",
    ),
    (
        "Radio host: Well, he's already put a big dent in his career, and he knows it. Golfer Dan "
        "Oles agreed that Tiger Wells had failed a test.",
        "is already put",
    ),
    # the readers' "us" is nobody who is told of, and of one person there is only one
    (
        "So is it true? Not according to Nasa, which says the asteroid will miss us by 12 million "
        "miles.",
        "miss Nasa",
    ),
    (
        "Mr Singh's neighbours describe him as quiet. One of them, Mary Doll, told me that he "
        '"never said boo to anyone". Police say he had 14 guns.',
        "One of Mary Doll",
    ),
    # one person is not "it" or "they"
    (
        "Agence Presse and the Tribune Press reported the arrest. Other agencies, including Agence "
        "Presse and the Tribune Press, also reported that it was a young boy.",
        "Press was",
    ),
    (
        "Officer Nathan Corbin was shot at the monument. Mayor Jim Wall said it was a terrorist "
        "attack that had been planned for months.",
        "Corbin was a",
    ),
    (
        "Shane Small runs the magazine Vink. 'They live larger, and that is part of it,' said "
        "Michael Kass, an agent.",
        "Small live",
    ),
    (
        "The President said it had committed torture against women. He said it had enslaved "
        "children too.",
        "President had",
    ),
    (
        "Ram Kannan leads the sect. Seven followers were examined. The followers told the court "
        "that they had been castrated.",
        "Kannan had",
    ),
    # one who speaks belongs to another, who does not
    (
        "Nikolai Kragin, 12, says he draws metal.\n\nNikolai's classmate, Vika Balan, said: \"I "
        'could even hang a ladle on my nose."',
        "Kragin could even",
    ),
]


@pytest.mark.parametrize(("text", "wrong"), TOLD)
def test_nobody_else_is_named(text: str, wrong: str) -> None:
    told = " ".join(claim.text for claim in extract(Document(text=text)).claims)
    assert told
    assert wrong not in told


THOUGHT = [
    ('"I know at least ten gunmen have been caught," congressman Duncan Hall said.',
     "At least ten gunmen have been caught."),
    ('"But I do know that a delay of three seconds is long," lawyer Lena Blum told KZNA.',
     "A delay of three seconds is long."),
    ("Doctor Walat Omari said he thought the militia may have shelled the clinic.",
     "The militia may have shelled the clinic."),
    ("Officials said they believe the ship was carrying grain.", "The ship was carrying grain."),
    ("Analyst Ada Lund said she was sure that the order had been carried out.",
     "The order had been carried out."),
    ("Mayor Karl Orr said he believed the story.", "Karl Orr believed the story."),
    ('"I heard he\'s on a month\'s suspension," Ols said of the golfer Tiger Wells.',
     "He is on a month's suspension."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), THOUGHT)
def test_that_somebody_thinks_so_is_no_part_of_it(text: str, claim: str) -> None:
    """A claim holds no attribution: who knows or thinks that P tells P."""
    assert claim in [each.text for each in extract(Document(text=text)).claims]
