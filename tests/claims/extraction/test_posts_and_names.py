"""Who speaks for whom by the post that is told of them, and where a name begins and ends."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document

NOBODY = "unattributed"


def parties(text: str) -> list[tuple[str, str | None]]:
    """The party and the speaker of each finding, in order."""
    return [(f.party, f.speaker) for f in extract(Document(text=text)).findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Per Lund, a former French envoy to Mali, said the rebels had left.",
         [("Per Lund", "Per Lund")]),
        ('"The rebels have gone home," said Per Lund, former UK ambassador to Mali.',
         [("Per Lund", "Per Lund")]),
        ("Karl Munk, a former Chilean navy and NATO chief of staff, said the bomb was new.",
         [("Karl Munk", "Karl Munk")]),
        ("Kellmark's former director, Ada Lund, said the mine had flooded twice.",
         [("Ada Lund", "Ada Lund")]),
        ("Mike Rowe, former editor of the Gentham Post, said the paper had paid for the story.",
         [("Mike Rowe", "Mike Rowe")]),
        ("Ada Lund, a retired captain and now a spokeswoman for Kellmark, said the mine flooded.",
         [("Kellmark", "Ada Lund")]),
        ("Kellmark director Ada Lund, a former minister, said the mine had flooded twice.",
         [("Kellmark", "Ada Lund")]),
    ],
)  # fmt: skip
def test_who_held_a_post_once_speaks_for_nobody(
    text: str, found: list[tuple[str, str | None]]
) -> None:
    assert parties(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Glen Orr, the top U.S. envoy for North Korea, said the state had broken its promise.",
         [("U.S.", "Glen Orr")]),
        ("Glen Orr, ambassador to Mali for the European Union, said the state had broken its word.",
         [("European Union", "Glen Orr")]),
        ("Glen Orr, a representative for Kellmark, said the mine had flooded.",
         [("Kellmark", "Glen Orr")]),
        ("Sgt Jane Orr of Derby Police said the man had fled on foot.",
         [("Derby Police", "Jane Orr")]),
        ("Detective Karl Munk from the Essex Police said the man had fled.",
         [("Essex Police", "Karl Munk")]),
        ("Supt Ann Orr of Police Scotland said the man was dead.",
         [("Police Scotland", "Ann Orr")]),
        ("A mill burned down in Leith. Police Scotland said two men had been held.",
         [("Police Scotland", None)]),
        ("Police Lieutenant Ann Orr said two men had been held.", [("Ann Orr", "Ann Orr")]),
        ("Daniel Lund of Human Rights Watch said nine people had died.",
         [("Human Rights Watch", "Daniel Lund")]),
        ("Daniel Lund of Harvard University said nine people had died.",
         [("Daniel Lund", "Daniel Lund")]),
        ("Timothy Orr of Cowell and Company said the phone would cost $400.",
         [("Timothy Orr", "Timothy Orr")]),
        ('"The planes fly low," said Rami Orr, who runs the Valian Watch Group.',
         [("Valian Watch Group", "Rami Orr")]),
        ("Acme's John Orr, executive vice president of programming, said there was no panel.",
         [("Acme", "John Orr")]),
        ("White House Deputy National Security Advisor Ben Rhode said the drop had worked.",
         [("White House", "Ben Rhode")]),
        ("Pentagon Press Secretary Rear Adm. John Kirk said the raid had worked.",
         [("Pentagon", "John Kirk")]),
        ("Government spokeswoman, First Lady Rosa Murra, said Nicaragua was calm. Nicaragua will"
         " ask for help.", [("Nicaragua's government", "Rosa Murra")]),
        ("US Secretary of State John Orr said the raid had worked.", [("John Orr", "John Orr")]),
        ("Ada Lund, head of the Gentham school board, said the roof leaked.",
         [("Gentham school board", "Ada Lund")]),
    ],
)  # fmt: skip
def test_whom_a_post_makes_somebody_speak_for(
    text: str, found: list[tuple[str, str | None]]
) -> None:
    assert parties(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A man fled from a shop on Monday. Det Insp Karl Munk said the man was armed. Essex"
         " Police later said he had been seen in Kent.", ("Essex Police", "Karl Munk")),
        ("Essex Police and Kent Police are looking for a man. Sgt Karl Munk said he was armed.",
         ("Karl Munk", "Karl Munk")),
        ("Derby Police were called. Sgt Karl Munk, a soldier, said the man was armed.",
         ("Karl Munk", "Karl Munk")),
        ("Derby Police were called. Former detective Karl Munk said the man was armed.",
         ("Karl Munk", "Karl Munk")),
    ],
)  # fmt: skip
def test_an_officer_is_of_the_one_force_that_is_named(
    text: str, found: tuple[str, str | None]
) -> None:
    assert found in parties(text)
    assert {speaker for _, speaker in parties(text)} <= {None, "Karl Munk"}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("PRESSFOTO   Farmer Otto Brandt said the cow had swallowed the ring.", "Otto Brandt"),
        ("Mum Carla Dunn, 29, said that the house had been sold.", "Carla Dunn"),
        ("Mum Meng Xuan has left. The mum said she loved her son.", "Meng Xuan"),
        ("Website TidalNews said that the mayor had resigned.", "TidalNews"),
        ("According to That's Cars, the firm sold 400 vans last year.", "That's Cars"),
        ("The blast killed nine, according to tech site Re/view.", "Re/view"),
        ("According to a report from 7to8 News, the phone will come in March.", "7to8 News"),
        ("NBC 5 reported that the patient was a nurse.", "NBC 5"),
        ("The National Fish and Game Board said the wolves had left.",
         "National Fish and Game Board"),
        ("According to Orsk News Network girls are leaving the town.", "Orsk News Network"),
        ("A United Nations report on Mali this month said children carry weapons.",
         "United Nations"),
        ("A report from Mali said children carry weapons.", "Mali"),
        ("The government and Kurdish media reported that the bridge had collapsed.",
         "The government and Kurdish media"),
        ("A hacker, known only as Dred, said the bank had been robbed.", "Dred"),
        ("The man in the video, according to friends of his, is Mo Ali.", "friends of his"),
        ("The Daily Post was told that the mine had been flooded since May.", NOBODY),
    ],
)  # fmt: skip
def test_a_source_is_named_whole_and_alone(text: str, party: str) -> None:
    assert [who for who, _ in parties(text)] == [party]


def test_two_bodies_are_not_one_for_their_and() -> None:
    text = "The National Guard and Kellmark Group said the bridge was safe."
    assert [who for who, _ in parties(text)] == ["National Guard", "Kellmark Group"]


def test_each_who_accuses_the_other_is_nobody() -> None:
    assert parties("Each side accused the other of breaking the truce.") == []


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("A woman who claims to be Michael Orr's girlfriend has revealed that she was ill.",
         "A woman who claims to be Michael Orr's girlfriend"),
        ("Twitter accounts linked to the Islamic Front of Orsk claimed that the boy had died.",
         "Twitter accounts linked to the Islamic Front of Orsk"),
        ("A former soldier and Labour councillor said the bridge was unsafe.",
         "A former soldier and Labour councillor"),
        ("Firemen got a call on Friday from a woman who said they needed a boat.", "a woman"),
        ("Charlie Orr first saw Front supporters tweeting that the boy was dead.",
         "Front supporters"),
        ("Charlie Orr left on Monday, tweeting that the boy was dead.", "Charlie Orr"),
        ("A Facebook posting said the king had died.", "A Facebook posting"),
        ("An Internet posting claims a family has the flu.", "Internet posting"),
        ('"I heard a shot," Ada Lund, a neighbour, said, according to the Gentham Post.',
         "Ada Lund"),
        ('"We will not pay," according to the firm.', "the firm"),
        ("Lloyd Aust, head of the U.S. military's Central Command, said the war was over.",
         "Central Command"),
        ("The dinner cost $300,000, according to a person who attended the event.",
         "a person who attended the event"),
        ("The sale is off, according to two people who were not allowed to speak.", "two people"),
        ("The meat was eaten, according to a British man who joined the fight against the Front.",
         "a British man who joined the fight against the Front"),
        ("The shots were recorded by a man, according to the man's attorney who shared the audio"
         " with KNN.", "the man"),
        ("Iraq's official newspaper, al Sabah, said the flu had come to Mosul.", "al Sabah"),
    ],
)  # fmt: skip
def test_who_tells_it_stands_between_others(text: str, party: str) -> None:
    assert [who for who, _ in parties(text)] == [party]


def test_two_articles_are_two_people() -> None:
    text = "A nurse and a doctor said the clinic was full."
    assert [who for who, _ in parties(text)] == ["A nurse", "a doctor"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The bank will close, two people familiar with the matter said. The sale is off, the"
         " people said.", ("two people familiar with the matter", None)),
        ("The app will be sold, according to a person with knowledge of the plans. The person said"
         " the price was $3 million.", ("a person with knowledge of the plans", None)),
        ("Some people said the bank was broke. The people said they wanted bread.",
         ("The people", None)),
        ("TechPost reported that the phone was late. The site also said it would cost $400.",
         ("TechPost", None)),
        ("Kellmark said the phone was late. The site also said it would cost $400.",
         ("The site", None)),
        ("John Orr, 26, was robbed on Monday. The 26-year-old says he stopped to buy milk.",
         ("John Orr", "John Orr")),
        ("PRESSFOTO   Mum Meng Xuan has gone. The mum said she loved her son.",
         ("Meng Xuan", "Meng Xuan")),
        ("Jeff Orr of Gentham sold his truck to Autosale. A spokesman for Autosale denied that it"
         ' sold the truck to the rebels. "We took the truck in a trade-in," he said.',
         ("Autosale", "spokesman for Autosale")),
        ("Mallam Baga fled on Friday, he said.\n\nEnoch Marks, whose daughter is among the girls,"
         " said the truce was false.\n\nHe said the attack had killed 40.", ("Enoch Marks", None)),
        ("Karl Orr was held on Monday. His lawyer, Eva Lund, said he was innocent. She said he had"
         " been at home.", ("Karl Orr", "Eva Lund")),
        ("The Scottish Dog Trust has a new dog. A spokeswoman for the charity said: \"The phone has"
         ' been ringing all day."', ("Scottish Dog Trust", None)),
        ("Jeff Orr said he sold his truck in May. A spokesman for Autosale confirmed that. Jeff Orr"
         ' denied that he had been paid. "I got nothing," he said.', ("Jeff Orr", "Jeff Orr")),
    ],
)  # fmt: skip
def test_who_was_told_of_before_is_taken_up_again(text: str, last: tuple[str, str | None]) -> None:
    assert parties(text)[-1] == last


def test_whom_the_next_paragraph_is_about_says_nothing_in_this_one() -> None:
    text = (
        '"They live large," said Michael Kass, the chief executive of MediaLine. "They do good'
        ' stuff. They represent so much of what is new in the world."\n\nMr. Murr of KGM told the'
        " analyst Harry Curt that he could not believe it."
    )
    told = [f for f in extract(Document(text=text)).findings if f.quote.startswith(('"', "They"))]
    assert all("Murr" not in f.party and f.party != "KGM" for f in told)


def test_who_only_reached_somebody_does_not_say_it() -> None:
    text = "When KNN reached Rolling she wrote in an email that the island was not for sale."
    assert "KNN" not in {party for party, _ in parties(text)}
