"""The seam as a whole: who says what, a text a row; and what holds for every text."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.extraction import extract
from claims.extraction.gold_form import as_gold_line
from claims.model import Commitment, Document, Extraction, Finding, Mode, Stance
from tests.growth import HOSTILE, grows_in_line


def read(text: str) -> Extraction:
    return extract(Document(text=text))


def one(text: str, stance: Stance) -> tuple[Finding, str]:
    found = read(text)
    (finding,) = [f for f in found.findings if f.stance is stance]
    return finding, next(c.text for c in found.claims if c.id == finding.claim)


SOURCES = [
    ("Interior Minister Clara Dorn said the dam had burst.", "Clara Dorn", "Clara Dorn"),
    ("The dam had burst, said Clara Dorn, the mayor of Telmark.", None, "Clara Dorn"),
    ("Kellmark spokesman Otto Brandt said the plant had closed.", "Kellmark", "Otto Brandt"),
    (
        "Otto Brandt, a spokesman for Kellmark, said the plant had closed.",
        "Kellmark",
        "Otto Brandt",
    ),
    ("The plant had closed, according to a report by the Telmark Herald.", "Telmark Herald", None),
    ("A senior official said the plant had closed.", "A senior official", None),
    (
        "Telmark's defence minister, Otto Brandt, said the plant had closed.",
        "Telmark's defence ministry",
        "Otto Brandt",
    ),
    (
        "German foreign minister Otto Brandt said the plant had closed.",
        "German foreign ministry",
        "Otto Brandt",
    ),
    ("Clara Dorn, who runs the mill, said the plant had closed.", "Clara Dorn", "Clara Dorn"),
    ("The plant had closed, the Telmark Herald reported on Monday.", "Telmark Herald", None),
    ("Former minister Otto Brandt said the plant had closed.", "Otto Brandt", "Otto Brandt"),
    ("Defence lawyer Otto Brandt said the plant had closed.", "Otto Brandt", "Otto Brandt"),
    ("Kellmark said thieves stole a truck.", "Kellmark", None),
]


@pytest.mark.parametrize(("text", "party", "speaker"), SOURCES)
def test_source(text: str, party: str | None, speaker: str | None) -> None:
    finding, claim = one(text, Stance.ALLEGES)
    names = {finding.party, finding.speaker, *finding.aliases}
    assert party is None or party in names
    assert speaker is None or speaker in names
    assert "said" not in claim
    assert "according" not in claim.lower()


def test_a_pronoun_is_the_last_speaker() -> None:
    text = "Clara Dorn said the dam had burst.\n\nShe added that two bridges had collapsed."
    found = read(text)
    assert [f.party for f in found.findings] == ["Clara Dorn", "Clara Dorn"]
    assert any("'she' taken as Clara Dorn" in reason for reason in found.findings[1].reasons)


def test_the_ministry_is_the_one_named_before() -> None:
    text = (
        "Telland's Foreign Ministry said the ship had left port.\n\n"
        "The ministry denied that the ship had carried weapons."
    )
    assert {f.party for f in read(text).findings} == {"Telland's Foreign Ministry"}


def test_joint_subjects_are_two_parties() -> None:
    text = "It was reported that the mill closed. Kellmark and Brightwater declined to comment."
    parties = {f.party for f in read(text).findings if f.stance is Stance.DECLINES}
    assert parties == {"Kellmark", "Brightwater"}


HEDGES = [
    ("Kellmark has reportedly sold its mill in Telmark.", Commitment.PROBABLE),
    ("Kellmark is believed to be selling its mill in Telmark.", Commitment.PROBABLE),
    ("It is rumoured that Kellmark sold its mill in Telmark.", Commitment.PROBABLE),
    ("Kellmark owns several mills, which were likely bought in secret.", Commitment.PROBABLE),
    ("Rumours that Kellmark sold its mill spread on Monday.", Commitment.POSSIBLE),
]


@pytest.mark.parametrize(("text", "commitment"), HEDGES)
def test_a_hedge_with_nobody_named_is_unattributed(text: str, commitment: Commitment) -> None:
    finding, claim = one(text, Stance.ALLEGES)
    assert finding.party == "unattributed"
    assert finding.mode is Mode.HEDGED
    assert finding.commitment is commitment
    for hedge in ("reportedly", "believed", "rumoured", "likely", "Rumours"):
        assert hedge not in claim


def test_a_named_source_answers_for_its_hedge() -> None:
    text = "Kellmark is believed to be selling its mill, according to the Telmark Herald."
    assert [f.party for f in read(text).findings] == ["Telmark Herald"]


DENIALS = [
    "Kellmark denied selling its mill in Telmark.",
    "Kellmark denied the claim that it sold its mill in Telmark.",
    "Kellmark said it had not sold its mill in Telmark.",
    "Kellmark said the reports that it sold its mill were false.",
    '"The story about our mill is completely false," Kellmark said.',
]


@pytest.mark.parametrize("denial", DENIALS)
def test_a_denial_joins_what_it_denies(denial: str) -> None:
    found = read(f"The Telmark Herald said Kellmark sold its mill in Telmark.\n\n{denial}")
    told = next(f for f in found.findings if f.party == "Telmark Herald")
    denied = next(f for f in found.findings if f.party == "Kellmark")
    assert denied.stance is Stance.DENIES
    assert denied.claim == told.claim


def test_taking_no_position_is_recorded_on_the_claim() -> None:
    found = read(
        "Telland is believed to be shipping rifles to Norland.\n\n"
        "Telland denies the accusation of arms shipment to Norland."
    )
    alleged, denied = found.findings
    assert alleged.party == "unattributed"
    assert (denied.party, denied.stance) == ("Telland", Stance.DENIES)
    assert alleged.claim == denied.claim


NOT_CLAIMS = [
    "Clara Dorn said everyone should stay at home.",
    '"What a wonderful evening!" Clara Dorn said.',
    '"Who knows?" Clara Dorn asked.',
    '"I hope they find him," Clara Dorn said.',
    "The dam burst on Monday.",
    "He asked for help.",
]


@pytest.mark.parametrize("text", NOT_CLAIMS)
def test_what_is_no_claim_is_left_out(text: str) -> None:
    assert read(text).findings == ()


def test_first_person_becomes_the_speaker() -> None:
    _, claim = one('"I sold my boat to Kellmark in May 2019," Clara Dorn said.', Stance.ALLEGES)
    assert claim == "Clara Dorn sold her boat to Kellmark in May 2019."
    _, claim = one('"I sold my boat to Kellmark in May 2019," Sarn Dorn said.', Stance.ALLEGES)
    assert claim == "Sarn Dorn sold Sarn Dorn's boat to Kellmark in May 2019."


def test_a_neutral_document_in_another_language_is_skipped() -> None:
    found = extract(Document(text="Der Minister sagte, der Damm sei gebrochen.", language="de"))
    assert found.findings == ()
    assert found.skipped is not None
    assert "'de'" in found.skipped


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Monday", date(2024, 2, 19)),
        ("on Tuesday", date(2024, 2, 20)),
        ("on Feb. 18", date(2024, 2, 18)),
        ("on December 30", date(2023, 12, 30)),
        ("yesterday", date(2024, 2, 19)),
    ],
)
def test_the_day_of_a_position(words: str, day: date) -> None:
    published = datetime(2024, 2, 20, 12, tzinfo=UTC)
    text = f"Kellmark said {words} that the mill in Telmark had burned down."
    (finding,) = extract(Document(text=text, published_at=published)).findings
    assert finding.said_on == day


def test_the_gold_form_holds_every_finding() -> None:
    text = "Clara Dorn said the dam had burst."
    line = as_gold_line("doc-1", read(text))
    assert line["doc"] == "doc-1"
    (stance,) = line["stances"]
    assert text[stance["start"] : stance["end"]] == stance["quote"]
    assert stance["claim"] in {claim["id"] for claim in line["claims"]}


WORDS = st.sampled_from(
    [
        "the",
        "ministry",
        "denied",
        "said",
        "that",
        "“",
        "”",
        '"',
        "'",
        ",",
        ".",
        "?",
        "\n\n",
        "reports",
        "of",
        "Clara",
        "Dorn",
        "Kellmark",
        "has",
        "not",
        "confirmed",
        "nor",
        "reportedly",
        "is",
        "believed",
        "to",
        "be",
        "no",
        "evidence",
        "we",
        "I",
        "it",
        "he",
        "claims",
        "by",
        "which",
        "who",
        "and",
        "according",
        "on",
        "Monday",
        "3.5",
        "U.S.",
        "—",
        "(",
        ")",
        "declined",
        "comment",
        "false",
    ]
)


@settings(max_examples=150)
@example("It is believed.\n\non ' denied Monday")
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=80).map(" ".join)))
def test_any_text_gives_exact_spans(text: str) -> None:
    found = read(text)
    for finding in found.findings:
        assert finding.span.holds_in(text)
        assert 0.0 <= finding.confidence <= 1.0


@pytest.mark.parametrize(("unit", "copies"), HOSTILE)
def test_work_on_hostile_text_grows_in_line(unit: str, copies: int) -> None:
    assert grows_in_line(lambda times: read(unit * times), copies // 2, copies)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The bridge fell, state media said. Xinhua is China's news agency.", "Xinhua"),
        (
            "The bridge fell, official media said. The official KCNA news agency gave no reason,"
            " and Russia's RIA state news agency was silent.",
            "KCNA",
        ),
        ("The bridge fell, state media said.", "state media"),
    ],
    ids=["the only organ named", "the organ called by the same word", "nobody to be meant"],
)
def test_state_media_are_the_organ_that_the_text_names(text: str, party: str) -> None:
    assert extract(Document(text=text)).findings[0].party == party


def test_a_pronoun_that_could_be_either_of_two_named_people_stays() -> None:
    told = "Ivan Petrov has given Omar Haddad a car for his own use, the Daily Courier reported."
    (claim,) = extract(Document(text=told)).claims
    assert claim.text == "Ivan Petrov has given Omar Haddad a car for his own use."


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        pytest.param("Guards denied Clara Dorn entry to the dam.", False, id="lets nobody in"),
        pytest.param("The judge denied bail to Clara Dorn.", False, id="gives nothing"),
        pytest.param("The judge denied a motion to delay it.", False, id="grants nothing"),
        pytest.param("Kellmark denied having access to the dam.", True, id="denies a having"),
        pytest.param("No one has denied that the dam burst.", False, id="nobody"),
        pytest.param("Nobody disputes that the dam burst, Clara Dorn said.", False, id="so told"),
        pytest.param(
            '"There is no reason to believe that it did not," Clara Dorn said.',
            False,
            id="so it is",
        ),
    ],
)
def test_what_only_sounds_like_a_denial(told: str, denied: bool) -> None:
    stances = [f.stance for f in read(f"The Herald said the dam burst on Monday. {told}").findings]
    assert (Stance.DENIES in stances) is denied


def test_who_is_said_to_deny_something_is_no_rumour() -> None:
    text = (
        "The Herald said the dam burst on Monday. Clara Dorn is said to have denied any such thing."
    )
    found = {(f.party, f.stance, f.claim) for f in read(text).findings}
    assert found == {
        ("Herald", Stance.ALLEGES, "c1"),
        ("Clara Dorn", Stance.DENIES, "c1"),
    }


def test_a_plea_is_a_stance() -> None:
    text = "Prosecutors said Orr stole the car. Orr pleaded guilty to stealing the car."
    found = {f.party: (f.stance, f.claim) for f in read(text).findings}
    assert found == {"Prosecutors": (Stance.ALLEGES, "c1"), "Orr": (Stance.CONFIRMS, "c1")}


def test_what_is_contested_in_the_same_breath() -> None:
    text = "The White House confirmed the call but would not say whether it was taped."
    stances = {f.stance: f.party for f in read(text).findings}
    assert stances == {Stance.CONFIRMS: "White House", Stance.NEITHER: "White House"}


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("Villagers in Telmark said", "Villagers in Telmark"),
        ("Police in Telmark said", "Police in Telmark"),
        ("Doctors at Telmark's hospital said", "Doctors at Telmark's hospital"),
        ("A person close to Kellmark said", "A person close to Kellmark"),
        ("A spokesman for Kellmark said", "Kellmark"),
        ("Clara Dorn's campaign said", "Clara Dorn's campaign"),
    ],
)
def test_a_place_is_not_the_people_there(told: str, party: str) -> None:
    assert one(f"{told} soldiers burned 12 houses.", Stance.ALLEGES)[0].party == party


def test_who_says_that_somebody_lives_never_says_that_they_are_dead() -> None:
    text = "The Herald said Clara Dorn was dead. Her agent said the singer was alive and well."
    found = read(text)
    claims = {c.id: c.text for c in found.claims}
    told = [claims[f.claim] for f in found.findings if f.stance is Stance.ALLEGES]
    assert told == ["Clara Dorn was dead.", "The singer was alive and well."]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Neither Disney nor Comcast would comment on the report that they are in talks.",
            {"Disney", "Comcast"},
        ),
        (
            "The White House, the Pentagon and the CIA denied that a drone was lost.",
            {"White House", "Pentagon", "CIA"},
        ),
    ],
)
def test_joint_sources_each_hold_the_stance(text: str, parties: set[str]) -> None:
    assert {f.party for f in read(text).findings} == parties


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        pytest.param("Clara Dorn apologised for the disastrous mistake.", False, id="a mistake"),
        pytest.param("Clara Dorn apologised on Tuesday.", False, id="for nothing said"),
        pytest.param("Clara Dorn expressed regret over the leak.", False, id="regret"),
        pytest.param("Clara Dorn apologised but denied it.", True, id="and denied, too"),
    ],
)
def test_who_apologises_denies_nothing(told: str, denied: bool) -> None:
    found = read(f"The Telmark Herald reported that the mill had poisoned the river. {told}")
    stances = {f.stance for f in found.findings if "Clara Dorn" in (f.party, f.speaker)}
    assert (Stance.DENIES in stances) is denied


@pytest.mark.parametrize(
    ("text", "stance", "parties"),
    [
        ("Neither Kellmark nor Brightwater has confirmed the report that they had met.",
         Stance.NEITHER, {"Kellmark", "Brightwater"}),
        ("It is said that the mill closed. Neither firm has denied the report.", Stance.DENIES,
         set()),
        ("It is said that the mill closed. No official confirmed the report.", Stance.CONFIRMS,
         set()),
        ("It is said that the mill closed. Far from denying the report, Lars Orr said he was glad.",
         Stance.DENIES, set()),
        ("Kellmark closed its mill, the Herald said. Kellmark called the report a hoax.",
         Stance.DENIES, {"Kellmark"}),
        ("The harbour master, Lars Orr, heard shots. A boy has admitted making the call, Orr said.",
         Stance.CONFIRMS, {"A boy"}),
    ],
)  # fmt: skip
def test_who_did_not_and_who_only_reports(text: str, stance: Stance, parties: set[str]) -> None:
    assert {f.party for f in read(text).findings if f.stance is stance} == parties


DEPOT = (
    "The ministry confirmed that a drone had hit the depot but denied that anyone had died."
    " Rebels said eleven people were killed in the strike on the depot."
)
STRAIT = (
    "Quito said the ship had fired on a ferry in the strait. Lima confirmed that its ship had been"
    " in the strait. It denied that the ship had fired on a ferry."
)
TOLD = [
    pytest.param(
        DEPOT, "ministry", Stance.CONFIRMS, "A drone had hit the depot.",
        id="what is confirmed is not what is denied",
    ),
    pytest.param(
        DEPOT, "ministry", Stance.DENIES, "Eleven people were killed in the strike on the depot.",
        id="what is denied is what another told",
    ),
    pytest.param(
        STRAIT, "Lima", Stance.CONFIRMS, "Lima's ship had been in the strait.",
        id="nobody confirms what they deny",
    ),
    pytest.param(
        STRAIT, "Lima", Stance.DENIES, "The ship had fired on a ferry in the strait.",
        id="a denial in another's words is on that, sentences later",
    ),
    pytest.param(
        "The drone struck a hospital, Norland said on Monday. Velia said it had not targeted"
        " civilians.",
        "Velia", Stance.DENIES, "Velia had targeted civilians.",
        id="who denies by a not denies what stands without it",
    ),
    pytest.param(
        "The White House would neither confirm nor deny a report in the Herald that the raid"
        " had failed.",
        "White House", Stance.NEITHER, "The raid had failed.",
        id="no other subject is put in",
    ),
    pytest.param(
        "Velia denies it is preparing an invasion, but satellite images show troops near the"
        " border, according to the Kellmark Institute.",
        "Kellmark Institute", Stance.ALLEGES, "Satellite images show troops near the border.",
        id="what another denies in the same sentence is not theirs",
    ),
    pytest.param(
        "Norland claims Velia bombed the port. Velia says it was an accident at a fuel depot.",
        "Velia", Stance.ALLEGES, "It was an accident at a fuel depot.",
        id="nobody is their own accuser",
    ),
    pytest.param(
        "The owner said the dog had never bitten anyone, but neighbours disagreed.",
        "owner", Stance.ALLEGES, "The dog had never bitten anyone.",
        id="a not is not lost",
    ),
    pytest.param(
        "Nordhaven Bank said on Wednesday that no customer data had been stolen, hours after a"
        " hacker group claimed to have copied the records of two million people.",
        "Nordhaven Bank", Stance.ALLEGES, "No customer data had been stolen.",
        id="when another told something else is no part of it",
    ),
    pytest.param(
        "Tehran rejected claims by London that it had seized the tanker.",
        "Tehran", Stance.DENIES, "Tehran had seized the tanker.",
        id="who rejects a claim is the one it is of",
    ),
    pytest.param(
        "The bank denied wrongdoing.",
        "bank", Stance.DENIES, "The bank was involved in wrongdoing.",
        id="wrongdoing",
    ),
    pytest.param(
        "Norland, which denies any role in the coup, recalled its envoy.",
        "Norland", Stance.DENIES, "Norland was involved in the coup.",
        id="a part in something",
    ),
    pytest.param(
        "Kellmark did not respond to a request for comment on whether the plant had been closed.",
        "Kellmark", Stance.NO_RESPONSE, "The plant had been closed.",
        id="what was asked",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "party", "stance", "claim"), TOLD)
def test_what_a_party_is_said_to_say(text: str, party: str, stance: Stance, claim: str) -> None:
    found = read(text)
    told = {c.id: c.text for c in found.claims}
    said = [(f.party.removeprefix("The "), f.stance, told[f.claim]) for f in found.findings]
    assert (party, stance, claim) in said


def test_whoever_speaks_for_another_is_not_the_he() -> None:
    found = read(
        "The actor's publicist said he is alive and well, dismissing rumours of his death."
    )
    assert not [c.text for c in found.claims if c.text.startswith("The actor's publicist")]


@pytest.mark.parametrize(
    ("text", "claim", "commitment"),
    [
        ("Police said they had found what appears to be a bomb in the river.",
         "Police had found a bomb in the river.", Commitment.PROBABLE),
        ("Police said they had found what looked like a body in the river.",
         "Police had found a body in the river.", Commitment.PROBABLE),
        ("Police said the bridge appeared to be safe.", "The bridge appeared to be safe.",
         Commitment.PROBABLE),
        ("The ship may have sunk, the navy said.", "The ship may have sunk.", Commitment.POSSIBLE),
        ("Police said the bridge was safe.", "The bridge was safe.", Commitment.CERTAIN),
    ],
)  # fmt: skip
def test_a_hedge_that_the_claim_leaves_out_is_kept(
    text: str, claim: str, commitment: Commitment
) -> None:
    found = read(text)
    told = {c.id: c.text for c in found.claims}
    assert [(told[f.claim], f.commitment) for f in found.findings] == [(claim, commitment)]
