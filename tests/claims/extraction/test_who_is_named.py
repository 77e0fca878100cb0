"""Who is meant by a source's words, by the rules alone: names cut short or taken for the whole."""

from __future__ import annotations

import pytest

from claims.extraction.rules import extract_by_rules
from claims.model import Document

HELD = "said the old mill by the river had closed."


def parties(text: str) -> set[str]:
    return {each.party for each in extract_by_rules(Document(text=text)).findings}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        # a name ends as an adverb does, or goes on behind "of" and "and"
        (f"Orsk Weekly {HELD}", "Orsk Weekly"),
        (f"The Confederation of Mill Hands {HELD}", "Confederation of Mill Hands"),
        (f"The Directorate of Harbours {HELD}", "Directorate of Harbours"),
        (f"The Health and Safety Executive {HELD}", "Health and Safety Executive"),
        # a site where anybody may post speaks only for itself
        (f"A clip shared in a WhatsApp group for miners {HELD}",
         "A clip shared in a WhatsApp group for miners"),
        ("A clip posted on Facebook claims that the old mill by the river had closed.",
         "A clip posted on Facebook"),
        (f"A post on Telegram {HELD}", "A post on Telegram"),
        (f"A Facebook post {HELD}", "A Facebook post"),
        (f"A Facebook page, Orsk Tonight, {HELD}", "Orsk Tonight"),
        (f"Facebook {HELD}", "Facebook"),
        (f"A Facebook spokesman {HELD}", "Facebook"),
        # whose a document is
        (f"A report published in the Telmark Lantern {HELD}", "Telmark Lantern"),
        (f"A report published by Kellmark in Nature {HELD}", "Kellmark"),
        # "a ..." is nobody told of before
        (f"Kellmark {HELD} An airline said the dam had burst.", "An airline"),
    ],
)  # fmt: skip
def test_the_whole_name(text: str, party: str) -> None:
    assert party in parties(text)


def test_a_bank_of_a_state_and_another_are_two() -> None:
    text = f"The Central Bank of Peru and Barclays {HELD}"
    assert parties(text) == {"Central Bank of Peru", "Barclays"}


@pytest.mark.parametrize(
    ("text", "party", "speaker"),
    [
        # "her office" speaks for her, and is none that told something before
        ("CNN said Ruth Orlov was away. Her office denied that the mill had closed.",
         "Ruth Orlov", "Her office"),
        ("CNN said a senator was away. Her office denied that the mill had closed.",
         "Her office", None),
        # a person with a name, rather than one far before with none
        ("The editor said the dam had burst. The consultant, Sarn Orlov, could not be reached. "
         "His lawyer denied that the mill had closed.", "Sarn Orlov", "His lawyer"),
        # who denies that Lane did it is not Lane
        ("Jude Lane was away. Coach Pep Sanz said the dam had burst. "
         "He denied that Lane had closed the mill.", "Pep Sanz", "Pep Sanz"),
        # no country is he
        ("A man met us in Niamey. The mill had closed, he said.", None, None),
    ],
)  # fmt: skip
def test_who_he_and_hers_are(text: str, party: str | None, speaker: str | None) -> None:
    found = extract_by_rules(Document(text=text)).findings
    last = max(found, key=lambda each: each.span.start, default=None)
    assert (last and last.party, last and last.speaker) == (party, speaker)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        # what opens the sentence, or a verb of another clause, is no part of who speaks
        ("Apparently visitors on Facebook thought the old mill by the river had closed.",
         "visitors on Facebook"),
        (f"More recently residents {HELD}", "residents"),
        (f"At the time police {HELD}", "police"),
        ("Mayor Ilan Perch visited Corporal Dessen's family, who had told him that the old mill by "
         "the river had closed.", "Corporal Dessen's family"),
        ("The reporters spoke with family and friends who confirmed that the mill had closed.",
         "family and friends"),
        ("Dutch news outlets cited unofficial sources saying the old mill had closed.",
         "unofficial sources"),
        ("Dessen's family confirmed that the old mill had closed.", "Dessen's family"),
        # nor is a name all of it that only tells of a noun
        (f"The Corbin police force {HELD}", "Corbin police force"),
        (f"A Corbin barmaid {HELD}", "A Corbin barmaid"),
        (f"Multiple occupants of the Corbin high-rise {HELD}",
         "Multiple occupants of the Corbin high-rise"),
        (f"The Corbin Observatory for Tides monitoring group {HELD}",
         "Corbin Observatory for Tides"),
        # "and" joins people with no name
        (f"Both Ada Dorn and witnesses {HELD}", "Ada Dorn"),
        (f"Both Ada Dorn and witnesses {HELD}", "witnesses"),
        # who speaks ends where it ends
        ("According to a lawyer representing the driver, the old mill had closed.",
         "a lawyer representing the driver"),
        ("The old mill had closed, according to a group loyal to the Telmark Front.",
         "a group loyal to the Telmark Front"),
        # whose document it is, where they have no name
        ("The mill had closed, according to a clip uploaded by a group loyal to the Orsk Front.",
         "a group loyal to the Orsk Front"),
        (f"A report ordered by Dessen's family {HELD}", "Dessen's family"),
        ("According to a blog linked to the Orsk Front, the old mill had closed.",
         "a blog linked to the Orsk Front"),
        # of whom something is told behind the comma speaks nobody
        ("According to a Telmark think tank, Ada Orr has sold the old mill.",
         "a Telmark think tank"),
        ("According to the video, Otto Brandt's mill had closed.", "the video"),
        # a film is its own witness, and a report is nobody's who told nothing
        ("Kellmark said the dam was old. The video showed that the old mill had closed.",
         "The video"),
        (f"Kellmark opened in May. The report {HELD}", "The report"),
        (f"The Orsk Post said the dam was old. The report {HELD}", "Orsk Post"),
        (f"A report in a Dutch newspaper {HELD}", "A report in a Dutch newspaper"),
        # for whom somebody speaks
        (f"A spokesman for the Long Telm district attorney {HELD}", "Long Telm district attorney"),
        (f"A spokesman for Gentham police {HELD}", "Gentham police"),
        (f"Ines Tolva, the Ohio attorney, {HELD}", "Ines Tolva"),
        (f"The Somali prime minister {HELD}", "Somali government"),
    ],
)  # fmt: skip
def test_all_of_who_speaks_and_no_more(text: str, party: str) -> None:
    assert party in parties(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # "reportedly" of somebody's telling leaves it theirs
        ("Otto Brandt apparently told the police that the mill had closed.", {"Otto Brandt"}),
        ("Ada Orr reportedly claimed that the mill had closed.", {"Ada Orr"}),
        ("Apparently visitors thought the old mill by the river had closed.", {"visitors"}),
        # of what is told with no source it is nobody's
        ("The old mill by the river has reportedly closed.", {"unattributed"}),
        ("Guards reportedly found the old mill by the river closed.",
         {"Guards", "unattributed"}),
    ],
)  # fmt: skip
def test_whose_a_hedged_telling_is(text: str, told: set[str]) -> None:
    assert parties(text) == told


@pytest.mark.parametrize(
    ("text", "party", "speaker"),
    [
        # whoever was told of as a body's spokesman stays so
        (f"The Orsk Union spokesman, Bo Lund, said the dam had burst. Lund {HELD}",
         "Orsk Union", "Bo Lund"),
        # nobody is the mayor of whom that was not told
        (f"Otto Brandt said the dam had burst. It was old. The mayor {HELD}", "The mayor", None),
        (f"Mayor Otto Brandt said the dam had burst. It was old. The mayor {HELD}",
         "Otto Brandt", "Otto Brandt"),
    ],
)  # fmt: skip
def test_who_holds_an_office(text: str, party: str, speaker: str | None) -> None:
    finding = max(extract_by_rules(Document(text=text)).findings, key=lambda each: each.span.start)
    assert (finding.party, finding.speaker) == (party, speaker)


def test_two_who_stand_behind_said() -> None:
    text = "The mill had closed, said two villagers, but the army said that was untrue."
    assert parties(text) == {"two villagers", "the army"}
