"""Who speaks, by the ways in which news tells it: a sentence a row, beside another's report."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document, Stance
from claims.words import tokenise

BEFORE = "The old dam near Orsk was sold in May, the Orsk Herald reported on Monday.\n\n"
BEHIND = "\n\nThe dam was built in 1961 and holds forty million tonnes of water."
THAT = "that the old dam near Orsk had been sold"
_SMALL = frozenset(["the", "a", "an", "of", "s"])


def key(name: str) -> frozenset[str]:
    return frozenset(token.lower for token in tokenise(name)) - _SMALL


@pytest.mark.parametrize(
    ("told", "party", "stance"),
    [
        ("The Saudi-led coalition denied {THAT}.", "Saudi-led coalition", Stance.DENIES),
        ("A Kremlin spokesman neither confirmed nor denied {THAT}.", "Kremlin", Stance.NEITHER),
        ("Kremlin spokesman Dmitry Orlov denied {THAT}.", "Kremlin", Stance.DENIES),
        ("The Kremlin was silent. A Kremlin spokesman, Dmitry Orlov, denied {THAT}.",
         "Kremlin", Stance.DENIES),
        ("The health ministry was told. The ministry's spokesman, Lev Orlov, confirmed {THAT}.",
         "ministry", Stance.CONFIRMS),
        ("Dmitry Orlov, a spokesman for the Kremlin, said {THAT}.", "Kremlin", Stance.ALLEGES),
        ("Two people familiar with the matter said {THAT}.",
         "Two people familiar with the matter", Stance.ALLEGES),
        ("A person with direct knowledge of the talks said {THAT}.",
         "A person with direct knowledge of the talks", Stance.ALLEGES),
        ("A senior State Department official who spoke on condition of anonymity said {THAT}.",
         "A senior State Department official", Stance.ALLEGES),
        ("Senior officials at the central bank denied {THAT}.",
         "Senior officials at the central bank", Stance.DENIES),
        ("The country's central bank denied {THAT}.", "central bank", Stance.DENIES),
        ("The chief of Peru's national police, General Ivo Lund, confirmed {THAT}.",
         "Peru's national police", Stance.CONFIRMS),
        ("Peru's Defense Minister Ivo Lund confirmed {THAT}.", "Ivo Lund", Stance.CONFIRMS),
        ("Peruvian Foreign Minister Ada Orr denied {THAT}.", "Ada Orr", Stance.DENIES),
        ("The office of the prime minister denied {THAT}.",
         "office of the prime minister", Stance.DENIES),
        ("The prime minister's office denied {THAT}.", "prime minister's office", Stance.DENIES),
        ("Lima rejected claims by Quito {THAT}.", "Lima", Stance.DENIES),
        ("Beijing has neither confirmed nor denied {THAT}.", "Beijing", Stance.NEITHER),
        ("Washington declined to comment on reports {THAT}.", "Washington", Stance.DECLINES),
        ("Downing Street refused to say whether the old dam near Orsk had been sold.",
         "Downing Street", Stance.DECLINES),
        ("The White House would not comment on whether the old dam near Orsk had been sold.",
         "White House", Stance.DECLINES),
        ("The Pentagon said it could not confirm {THAT}.", "Pentagon", Stance.NEITHER),
        ("The Israeli military said it was aware of reports {THAT} but did not comment further.",
         "Israeli military", Stance.NEITHER),
        ("A lawyer for Karl Orr denied {THAT}.", "Karl Orr", Stance.DENIES),
        ("Karl Orr's lawyer, Ada Lund, denied {THAT}.", "Karl Orr", Stance.DENIES),
        ("Through his lawyer, Karl Orr denied {THAT}.", "Karl Orr", Stance.DENIES),
        ("Kellmark CEO Ada Lund told the Orsk Herald {THAT}.", "Kellmark", Stance.ALLEGES),
        ("In an interview with the Orsk Herald, Ada Lund said {THAT}.", "Ada Lund", Stance.ALLEGES),
        ("Speaking to reporters in Lima, Ada Lund denied {THAT}.", "Ada Lund", Stance.DENIES),
        ("Asked about the report, Ada Lund denied {THAT}.", "Ada Lund", Stance.DENIES),
        ("Ada Lund, who heads Kellmark, denied {THAT}.", "Kellmark", Stance.DENIES),
        ("Ada Lund, 54, denied {THAT}.", "Ada Lund", Stance.DENIES),
        ('"The old dam near Orsk was sold," said Ada Lund, the company\'s head.',
         "Ada Lund", Stance.ALLEGES),
        ('"The old dam near Orsk was sold," the company\'s head, Ada Lund, told the Herald.',
         "Ada Lund", Stance.ALLEGES),
        ('"The old dam near Orsk was never sold," Kellmark said in a statement.',
         "Kellmark", Stance.DENIES),
        ("In a statement, Kellmark said {THAT}.", "Kellmark", Stance.ALLEGES),
        ("A statement from Kellmark said {THAT}.", "Kellmark", Stance.ALLEGES),
        ("A statement posted on the ministry's website said {THAT}.", "ministry", Stance.ALLEGES),
        ("The ministry said on its Telegram channel {THAT}.", "ministry", Stance.ALLEGES),
        ("Kellmark tweeted {THAT}.", "Kellmark", Stance.ALLEGES),
        ("According to court documents, the old dam near Orsk had been sold.",
         "court documents", Stance.ALLEGES),
        ("According to a report by Amnesty International, the old dam near Orsk had been sold.",
         "Amnesty International", Stance.ALLEGES),
        ("Amnesty International's report says the old dam near Orsk had been sold.",
         "Amnesty International", Stance.ALLEGES),
        ("The Orsk Herald, citing two officials, reported {THAT}.",
         "two officials", Stance.ALLEGES),
        ("Reuters quoted an unnamed official as saying the old dam near Orsk had been sold.",
         "an unnamed official", Stance.ALLEGES),
        ("An official was quoted by Reuters as saying the old dam near Orsk had been sold.",
         "An official", Stance.ALLEGES),
        ("State media reported {THAT}.", "State media", Stance.ALLEGES),
        ("A fake tweet from the account of the Herald said {THAT}.",
         "A fake tweet from the account of the Herald", Stance.ALLEGES),
        ("A Kellmark driver, who asked not to be named, said {THAT}.",
         "A Kellmark driver", Stance.ALLEGES),
        ("Syria's state news agency SANA said {THAT}.", "SANA", Stance.ALLEGES),
        ("Iran's semi-official Fars news agency reported {THAT}.", "Fars", Stance.ALLEGES),
        ("Neither Lima nor Quito has confirmed {THAT}.", "Lima", Stance.NEITHER),
        ("Lima and Quito denied {THAT}.", "Lima", Stance.DENIES),
        ("The rebels, however, denied {THAT}.", "The rebels", Stance.DENIES),
        ("The rebels' spokesman, Ivo Lund, denied {THAT}.", "rebels", Stance.DENIES),
        ("A rebel commander, Ivo Lund, said {THAT}.", "Ivo Lund", Stance.ALLEGES),
        ("Hamas spokesman Ivo Lund denied {THAT}.", "Hamas", Stance.DENIES),
        ("The group's leader, Ivo Lund, denied {THAT}.", "Ivo Lund", Stance.DENIES),
        ("The company that runs the Lind ferry said {THAT}.",
         "The company that runs the Lind ferry", Stance.ALLEGES),
        ("Ukraine's General Staff said {THAT}.", "General Staff", Stance.ALLEGES),
        ("The governor of the Orsk region, Ivo Lund, said {THAT}.", "Ivo Lund", Stance.ALLEGES),
        ("Orsk governor Ivo Lund said {THAT}.", "Ivo Lund", Stance.ALLEGES),
        ("The mayor of Orsk denied {THAT}.", "mayor of Orsk", Stance.DENIES),
        ("Mr Lund's wife, Ada, denied {THAT}.", "Ada", Stance.DENIES),
        ("A source close to the president told the Orsk Herald {THAT}.",
         "A source close to the president", Stance.ALLEGES),
        ("Sources within the ministry said {THAT}.", "Sources within the ministry", Stance.ALLEGES),
        ("Residents of Orsk said {THAT}.", "Residents of Orsk", Stance.ALLEGES),
        ("Human rights groups accuse Lima of selling the old dam near Orsk.",
         "Human rights groups", Stance.ALLEGES),
        ("Lima is accused of selling the old dam near Orsk, which it denies.",
         "Lima", Stance.DENIES),
        ("It emerged on Monday {THAT}.", "unattributed", Stance.ALLEGES),
        ("Kellmark has always denied {THAT}.", "Kellmark", Stance.DENIES),
        ("Kellmark has repeatedly and strongly denied {THAT}.", "Kellmark", Stance.DENIES),
        ("Kellmark stopped short of confirming {THAT}.", "Kellmark", Stance.NEITHER),
        ("Kellmark cast doubt on reports {THAT}.", "Kellmark", Stance.DOUBTS),
        ("Kellmark dismissed as nonsense reports {THAT}.", "Kellmark", Stance.DENIES),
        ("Kellmark dismissed the reports as false.", "Kellmark", Stance.DENIES),
        ("Reports {THAT} are untrue, Kellmark said.", "Kellmark", Stance.DENIES),
        ("There is no truth to reports {THAT}, a Kellmark spokeswoman said.",
         "Kellmark", Stance.DENIES),
        ("The EU's foreign policy chief, Ada Lund, said {THAT}.", "EU", Stance.ALLEGES),
        ("EU officials said {THAT}.", "EU officials", Stance.ALLEGES),
        ("U.S. President Ivo Lund said {THAT}.", "Ivo Lund", Stance.ALLEGES),
        ("Former U.S. President Ivo Lund said {THAT}.", "Ivo Lund", Stance.ALLEGES),
        ("Sen. Ivo Lund (R-Ohio) said {THAT}.", "Ivo Lund", Stance.ALLEGES),
        ("Rep. Ada Lund, D-Calif., said {THAT}.", "Ada Lund", Stance.ALLEGES),
        ("Dr. Ada Lund of the University of Orsk said {THAT}.", "Ada Lund", Stance.ALLEGES),
        ("Ada Lund, a professor at the University of Orsk, said {THAT}.",
         "Ada Lund", Stance.ALLEGES),
        ("The U.N. human rights office said {THAT}.", "U.N. human rights office", Stance.ALLEGES),
        ("The International Atomic Energy Agency said {THAT}.",
         "International Atomic Energy Agency", Stance.ALLEGES),
        ("UN Secretary-General Ivo Lund said {THAT}.", "Ivo Lund", Stance.ALLEGES),
        ("Russia's Wagner group denied {THAT}.", "Wagner group", Stance.DENIES),
        ("A Taliban spokesman, Ivo Lund, claimed {THAT}.", "Taliban", Stance.ALLEGES),
        ("The dam's operator, Sarn Petro, would not comment on it.", "Sarn Petro", Stance.DECLINES),
        ("Karl Orr's present club, Hartlow United, denied it.", "Hartlow United", Stance.DENIES),
        ("According to Sky Sports, the player has told his club {THAT}.",
         "Sky Sports", Stance.ALLEGES),
    ],
)  # fmt: skip
def test_who_speaks(told: str, party: str, stance: Stance) -> None:
    text = BEFORE + told.format(THAT=THAT) + BEHIND
    inside = range(len(BEFORE) - 1, len(text) - len(BEHIND) + 1)
    found = [f for f in extract(Document(text=text)).findings if f.span.start in inside]
    fitting = [f for f in found if key(f.party) <= key(party) or key(party) <= key(f.party)]
    assert stance in {f.stance for f in fitting}, [(f.party, f.stance) for f in found]


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        ("The mayor and the council denied it.", ["mayor", "council"]),
        ("Both the mayor and the council denied it.", ["mayor", "council"]),
        ("It was denied by both the mayor and the council.", ["mayor", "council"]),
        ("The report was denied by the ministry and the army.", ["ministry", "army"]),
        ("The report was denied by the ministry and the army moved in.", ["ministry"]),
        ("The hospital and the nurse denied it.", ["hospital", "nurse"]),
        ("A nurse and a doctor denied it.", ["nurse", "doctor"]),
        ("The bank and its auditors denied it.", ["bank", "its auditors"]),
        ("Police and the city's health board denied it.", ["police", "city's health board"]),
        ("The police and the health board denied it.", ["police", "health board"]),
        ("A lawyer for the bank and a spokesman for the police denied it.", ["bank", "police"]),
        ("Karl Orr and his wife denied it.", ["Karl Orr", "Karl Orr's wife"]),
        ("Karl Orr and his lawyer denied it.", ["Karl Orr"]),
        ("The report was denied by the company and its lawyer.", ["company"]),
        ("It was denied by the council too.", ["council"]),
    ],
)
def test_each_who_denies_it_jointly_is_told(told: str, parties: list[str]) -> None:
    found = extract(Document(text=BEFORE + told)).findings
    denying = [key(f.party) for f in found if f.stance is Stance.DENIES]
    assert sorted(map(sorted, denying)) == sorted(sorted(key(party)) for party in parties)


@pytest.mark.parametrize(
    ("text", "said", "party"),
    [
        ("The site's editor, Paolo Strenn, admitted that nobody had called the police before the"
         " story ran.\n\nA spokesman for the Ombria coastguard said no accident had been logged. He"
         " would not be drawn on whether a body had been found.", "not be drawn", "coastguard"),
        ("Talal Hussan, the information minister, told the agency that most of the dead were"
         " fighters. But an official in the same ministry, who asked not to be named, said that"
         " helicopters had been near. He would not say whether they had dropped anything.",
         "would not say", "an official in the same ministry"),
    ],
)  # fmt: skip
def test_who_spoke_last_goes_on(text: str, said: str, party: str) -> None:
    found = [f for f in extract(Document(text=text)).findings if said in f.span.exact]
    assert found
    assert all(party in f"{f.party} {f.speaker}" for f in found)


def test_an_unnamed_official_is_of_nobody_named_later() -> None:
    text = (
        "A senior security official, speaking on condition of anonymity, said the accounts that"
        " first spread it were run from Kesh. The Keshite Embassy called the suggestion"
        ' "laughable".'
    )
    told = [f for f in extract(Document(text=text)).findings if f.stance is Stance.ALLEGES]
    assert [(f.party, f.aliases) for f in told] == [("A senior security official", ())]


@pytest.mark.parametrize("heard", ["a news conference", "a hurriedly called press briefing"])
def test_who_hears_it_is_no_claim(heard: str) -> None:
    text = f'"The mill was sold in May," Ada Orr told {heard}.'
    found = extract(Document(text=text))
    assert [claim.text for claim in found.claims] == ["The mill was sold in May."]


def test_he_is_nobody_whom_he_names() -> None:
    text = (
        "Quizzed about his bandmate Karl Vale on Sunday, Stu Kemble smiled. He said Karl was fit"
        " and that the pair had been in the studio together on Friday."
    )
    assert {f.party for f in extract(Document(text=text)).findings} == {"Stu Kemble"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Police said Moore had a knife. The family of the victim, Jalen Moore, denied it.",
            ["Police", "Jalen Moore's family"],
        ),
        (
            "Holm strangled his wife, Karin Holm, prosecutors said. Holm denies murder.",
            ["prosecutors", "Holm"],
        ),
        (
            "A neighbour said that Joe Dale hit his wife. His lawyer Max Stein denied the claim.",
            ["A neighbour", "Joe Dale"],
        ),
        (
            "Prosecutor Ian Bell accused Tom Reed of theft. Reed, he said, stole 2 million euros.",
            ["Ian Bell", "Ian Bell"],
        ),
        ("Police said Kral had hit a man. His wife, Ana Kral, denied it.", ["Police", "Ana Kral"]),
        ("The crash happened at 9 a.m. Cole denied that he was drunk.", ["Cole"]),
        (
            "Halim Bakri and Nadim Saad smuggled guns, police said. Both deny the charge.",
            ["police", "Halim Bakri", "Nadim Saad"],
        ),
        (
            'Police said 12 people were hurt. "We cannot confirm reports that a bomb went off," '
            "spokesman Ian Bell said.",
            ["Police", "Ian Bell"],
        ),
        (
            "A spokesman for Nissan's French partner, Renault, denied that it would sell shares.",
            ["Renault"],
        ),
        (
            "A lawyer for the company, Ian Bell, denied that it plans to sell its shares.",
            ["the company"],
        ),
        (
            "Ian Bell, Reed's former partner, said Reed paid bribes. Reed denies it.",
            ["Ian Bell", "Reed"],
        ),
        ("Police say Reed stole the car. Ana Marsh later withdrew her denial.", ["Police"]),
        (
            "Halim Bakri and Nadim Saad smuggled guns, police said. They deny the charge.",
            ["police", "Halim Bakri", "Nadim Saad"],
        ),
    ],
)
def test_who_takes_each_position(text: str, told: list[str]) -> None:
    assert [finding.party for finding in extract(Document(text=text)).findings] == told


def test_a_chief_speaks_for_himself_of_what_he_did_himself() -> None:
    text = (
        "Police chief Dan Moreno took cash from a dealer, the Times reported. Moreno denied it. The"
        " dealer had been arrested in May, Moreno said."
    )
    found = extract(Document(text=text)).findings
    assert [f.party for f in found] == ["Times", "Dan Moreno", "police"]


def test_a_critic_of_a_body_is_none_of_it() -> None:
    text = "Kremlin critic Ivan Volkov said he had been poisoned. The Kremlin rejected that."
    found = extract(Document(text=text))
    assert [f.party for f in found.findings] == ["Ivan Volkov", "Kremlin"]
    assert [claim.text for claim in found.claims] == ["Ivan Volkov had been poisoned."]
