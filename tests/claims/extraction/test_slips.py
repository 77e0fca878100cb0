"""Slips that annotated news showed, each told anew: a passage, and all that is found in it."""

from __future__ import annotations

import pytest

from claims.extraction import By, extract
from claims.model import Document

NOBODY = "unattributed"


def read(text: str, by: By = "auto") -> list[tuple[str, str | None, str, str]]:
    """(party, speaker, stance, claim) of each finding."""
    found = extract(Document(text=text), by)
    told = {claim.id: claim.text for claim in found.claims}
    return [(f.party, f.speaker, f.stance.value, told[f.claim]) for f in found.findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Bram Kessel was freed in May. Soldiers said that Sgt. Kessel was actually a deserter.",
            [("Soldiers", None, "alleges", "Bram Kessel was a deserter.")],
            id="a title goes whole where the full name stands for it",
        ),
        pytest.param(
            "The watch that Kelso initially envisioned is not the same one the company will unveil"
            " next month, the Journal reported.",
            [("Journal", None, "alleges", "The watch that Kelso initially envisioned is not the"
              " same one the company will unveil next month.")],
            id="a noun is not cut off what is told of it",
        ),
        pytest.param(
            "The man that police arrested on Friday is not the killer, his lawyer said.",
            [("the man", "his lawyer", "denies",
              "The man that police arrested on Friday is the killer.")],
            id="nor is it by the reader",
        ),
        pytest.param(
            "GX5, Valia's domestic security agency, denied that Emran was held.",
            [("GX5", None, "denies", "Emran was held.")],
            id="what somebody is, is told of by their name",
        ),
        pytest.param(
            "A spokesman for GX5, Valia's domestic security agency, denied that Emran was held.",
            [("GX5", "spokesman for GX5", "denies", "Emran was held.")],
            id="whose agency it is, is no spokesman",
        ),
        pytest.param(
            "The ship, reportedly carrying arms, sank on Monday.",
            [(NOBODY, None, "alleges", "The ship was carrying arms.")],
            id="what a hedge between commas tells is all that is hedged",
        ),
        pytest.param(
            "Tom Reed, allegedly a spy, was freed on Monday.",
            [(NOBODY, None, "alleges", "Tom Reed is a spy.")],
            id="who somebody is said to be",
        ),
        pytest.param(
            "The letters, apparently written by the minister, were published on Monday.",
            [(NOBODY, None, "alleges", "The letters were written by the minister.")],
            id="who is said to have done it",
        ),
        pytest.param(
            "Tom Reed died on Friday, a website said. The actor's agent and his manager both"
            " confirmed that the news of his death was premature.",
            [("a website", None, "alleges", "Tom Reed died on Friday."),
             ("The actor", "The actor's agent", "denies", "Tom Reed died on Friday."),
             ("Tom Reed", "his manager", "denies", "Tom Reed died on Friday.")],
            id="who confirms that news was premature denies it",
        ),
        pytest.param(
            "Rebels shelled the town, the Observatory said. Clarion was not immediately able to"
            " verify the report and Northern Command said it was not aware of any shelling.",
            [("Observatory", None, "alleges", "Rebels shelled the town."),
             ("Clarion", None, "neither_confirms_nor_denies", "Rebels shelled the town."),
             ("Northern Command", None, "neither_confirms_nor_denies",
              "Rebels shelled the town.")],
            id="each of two who know nothing of it",
        ),
        pytest.param(
            "The tower collapsed because of cheap steel, the Herald reported. The mayor declined to"
            " comment on plans for a new stadium in the north of the city.",
            [("Herald", None, "alleges", "The tower collapsed because of cheap steel.")],
            id="who would not speak of something else",
        ),
        pytest.param(
            "The tower collapsed because of cheap steel, the Herald reported. The mayor declined to"
            " comment on the matter.",
            [("Herald", None, "alleges", "The tower collapsed because of cheap steel."),
             ("The mayor", None, "declines_to_comment",
              "The tower collapsed because of cheap steel.")],
            id="who would not speak of it",
        ),
        pytest.param(
            "The tower collapsed at noon, witnesses said. Police have not said what caused the"
            " collapse.",
            [("witnesses", None, "alleges", "The tower collapsed at noon.")],
            id="who does not say why takes it that it did",
        ),
        pytest.param(
            "The report of Axel Stone's death was fake. The site Rumor Cop, which specializes in"
            " debunking rumors about celebrities, was among the first to expose the fakery.",
            [(NOBODY, None, "alleges", "Axel Stone is dead.")],
            id="what somebody does by trade is no denial",
        ),
        pytest.param(
            "Police confirmed that Karl Orr, who is accused of killing his wife, had fled the"
            " country.",
            [("Police", None, "confirms", "Karl Orr had fled the country.")],
            id="of what somebody is accused is not confirmed with what they did next",
        ),
        pytest.param(
            "The RCMP confirmed that Martin Roe, the man accused of running over two soldiers in"
            " Varna, had been one of 90 suspects under observation.",
            [("RCMP", None, "confirms", "Martin Roe, the man accused of running over two soldiers"
              " in Varna, had been one of 90 suspects under observation.")],
            id="nor where it is told beside his name",
        ),
        pytest.param(
            "The woman who was reportedly kidnapped has left the country.",
            [(NOBODY, None, "alleges", "The woman was kidnapped.")],
            id="what she does next is told as a fact",
        ),
        pytest.param(
            "David Malley, who manages the group, confirmed Hank Jackson's death to Fox News.",
            [("David Malley", "David Malley", "confirms", "Hank Jackson is dead.")],
            id="to whom a death was confirmed",
        ),
        pytest.param(
            "People will float on Friday, a website said. Phil Platt said he had to debunk the"
            " exact same rumor last year, after it went around on another fake news site.",
            [("a website", None, "alleges", "People will float on Friday."),
             ("Phil Platt", "Phil Platt", "denies", "People will float on Friday.")],
            id="the same rumour is the one that was told",
        ),
        pytest.param(
            "Fighters have contracted Ebola, a radio said. The World Care Organization has not been"
            " able to confirm this but has offered assistance to Iraqi officials.",
            [("a radio", None, "alleges", "Fighters have contracted Ebola."),
             ("World Care Organization", None, "neither_confirms_nor_denies",
              "Fighters have contracted Ebola.")],
            id="what somebody does besides is not what they could not confirm",
        ),
        pytest.param(
            "The boy carries a rifle, the Herald reported. The Post said there was no independent"
            " confirmation of the authenticity of the clip which was posted on VidTube.",
            [("Herald", None, "alleges", "The boy carries a rifle."),
             ("Post", None, "doubts", "The clip is authentic.")],
            id="of what nobody could say that it is genuine",
        ),
        pytest.param(
            "The army confirmed that the boy who allegedly set the fire was a recruit.",
            [("The army", None, "confirms", "The boy who allegedly set the fire was a recruit.")],
            id="what is alleged besides stays so",
        ),
        pytest.param(
            "Kelso confirmed it had dismissed the manager blamed for the fire.",
            [("Kelso", None, "confirms", "Kelso had dismissed the manager blamed for the fire.")],
            id="who is dismissed is not denied",
        ),
        pytest.param(
            "Former hostages described James as the leader.",
            [("Former hostages", None, "alleges", "James is the leader.")],
            id="James is one",
        ),
    ],
)  # fmt: skip
def test_all_that_is_found(text: str, found: list[tuple[str, str | None, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("The ship sank, the radio said. The army was not immediately able to verify the report.",
         "The army", "neither_confirms_nor_denies"),
        ('The ship sank, the radio said. "I cannot confirm that, and I hope it is not true," Ada'
         " Brun said.", "Ada Brun", "neither_confirms_nor_denies"),
        ("Ms Rosen was captured near Koba, the radio said.", "the radio", "alleges"),
        ("Ann Lee said that rumors of her death spread on social media were untrue.", "Ann Lee",
         "denies"),
        ('"It is Lasso fever," Ada Brun, NPO\'s director of communications told Clarion.',
         "NPO", "alleges"),
    ],
)  # fmt: skip
def test_what_the_rules_read(text: str, party: str, stance: str) -> None:
    assert (party, stance) in [(each[0], each[2]) for each in read(text, "rules")]


@pytest.mark.parametrize("by", ["auto", "rules"])
def test_nobody_is_a_source_with_a_preposition(by: By) -> None:
    text = "Lawmakers bristled at reports that one of the militants might become a threat."
    assert all(each[0] in (NOBODY, "Lawmakers") for each in read(text, by))


def test_what_is_admitted_is_not_where_it_was() -> None:
    text = (
        "In some previous cases where customers wrote, Kelso has admitted fault and said its"
        " agents acted in error."
    )
    assert {each[3] for each in read(text, "rules")} == {"Kelso's agents acted in error."}


@pytest.mark.parametrize("by", ["auto", "rules"])
@pytest.mark.parametrize(
    ("text", "party", "speaker"),
    [
        ("Police are holding the brother of Karl Orr, the town's mayor says.",
         "the town's mayor", None),
        ("Ban Lee condemned the group. Standing to his left is a masked fighter who holds a flag."
         " Pulling out a knife, he says that the execution is in retaliation for the airstrikes.",
         "a masked fighter", None),
        ('"I call on my friends to rise up," the kneeling man says. The man in the mask says: "This'
         ' is Tom Reed, a citizen of your country."', "The man in the mask", None),
        ("The firm apologised to its customers and said that the data had been stolen.",
         "The firm", None),
    ],
)  # fmt: skip
def test_who_says_the_last_of_it(text: str, party: str, speaker: str | None, by: By) -> None:
    assert read(text, by)[-1][:2] == (party, speaker)


@pytest.mark.parametrize("by", ["auto", "rules"])
@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ('"Since it extends the phone to a Kelso User, almost every user will buy one," he said.',
         "Kelso User"),
        ("Jihadi John joined two men. Former hostages described George as the leader of the trio."
         " Jihadi John, they said, was quiet and intelligent.", "Jihadi John"),
    ],
)  # fmt: skip
def test_who_is_not_meant(text: str, nobody: str, by: By) -> None:
    assert nobody not in [each[0] for each in read(text, by)]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "The Orsk Post said on Monday that the mill was closed. The paper also reported that"
            " ten men had lost their jobs.",
            "Orsk Post",
        ),
        (
            "French site iZor.fr claims to know the price. According to the publication, the watch"
            " will cost $500.",
            "iZor.fr",
        ),
        (
            "Karl Orr, an analyst with Kelso Bank, said prices would fall. The analyst believes the"
            " watch will cost $500.",
            "Karl Orr",
        ),
    ],
)
def test_who_was_told_of_by_name_is(text: str, party: str) -> None:
    last = max(extract(Document(text=text)).findings, key=lambda finding: finding.span.start)
    assert party in (last.party, last.speaker)


def test_an_official_is_no_state() -> None:
    text = (
        "A Valian official said Lima had shut the port. The official said ten ships had left, and"
        " Valia would send more."
    )
    last = max(extract(Document(text=text)).findings, key=lambda finding: finding.span.start)
    assert last.party not in ("Valia", "Valian")


def test_will_may_be_a_name() -> None:
    text = "Will Grant, the Orsk Post's Lima correspondent, says the missing men were found."
    assert "Will Grant" in {party for party, *_ in read(text)}


@pytest.mark.parametrize("by", ["auto", "rules"])
def test_a_police_spokesman_speaks_for_the_police(by: By) -> None:
    text = '"We have found two knives," a police spokesman said.'
    assert read(text, by) == [
        ("police", "police spokesman", "alleges", "Police have found two knives.")
    ]


@pytest.mark.parametrize("by", ["auto", "rules"])
def test_an_official_who_is_not_named_stays_one(by: By) -> None:
    ((party, *_),) = read("A government official said that two men had been held.", by)
    assert party == "A government official"


def test_a_ministry_spokesman_speaks_for_the_ministry_that_was_named() -> None:
    text = (
        "Valia's interior ministry said on Monday that the dam held. A ministry spokesman said two"
        " men had been hurt."
    )
    last = max(extract(Document(text=text)).findings, key=lambda finding: finding.span.start)
    assert "interior ministry" in last.party.lower()


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "The sites did not state whether Ana Lund was in Lima or Quito, the Clarion reported.",
            "Clarion",
        ),
        (
            "Presenter Karl Orr slammed those who speculated that the network had caught the"
            " reporter on air.",
            "Karl Orr",
        ),
    ],
)
def test_who_only_tells_of_what_others_say_alleges_nothing(text: str, party: str) -> None:
    assert party not in {party for party, *_ in read(text)}


@pytest.mark.parametrize("by", ["auto", "rules"])
def test_who_claims_responsibility_was_responsible(by: By) -> None:
    text = "The rebels claimed responsibility for a bombing in Lima that killed three people."
    assert [claim for *_, claim in read(text, by)] == [
        "The rebels were responsible for a bombing in Lima that killed three people."
    ]


def test_what_would_have_been_is_told_with_its_condition() -> None:
    text = '"Had the bills been fixed on the first call, he would have stayed," the firm said.'
    ((*_, claim),) = read(text)
    assert claim == "Had the bills been fixed on the first call, he would have stayed."


@pytest.mark.parametrize("by", ["auto", "rules"])
def test_what_one_paper_tells_next_is_another_claim(by: By) -> None:
    text = (
        "Lima has sold forty boats to Quito in breach of a ban, the Orsk Post reported on Monday."
        " The newspaper said the boats were unloaded at night on 3 May."
    )
    assert read(text, by) == [
        ("Orsk Post", None, "alleges", "Lima has sold forty boats to Quito in breach of a ban."),
        ("Orsk Post", None, "alleges", "The boats were unloaded at night on 3 May."),
    ]


@pytest.mark.parametrize("by", ["auto", "rules"])
@pytest.mark.parametrize(
    "text",
    [
        "The mill burned down. If the report is true, the mayor must resign, said Ada Lund, leader"
        " of the opposition.",
        'The Post reported that the mayor had taken bribes. "If this is true, he must go," said Ada'
        " Lund.",
        "The Post reported that the mayor had taken bribes. If that is true, he must go, Ada Lund"
        " said.",
    ],
)
def test_what_would_follow_bears_nothing_out(text: str, by: By) -> None:
    assert "Ada Lund" not in {
        name for party, speaker, *_ in read(text, by) for name in (party, speaker)
    }


def test_he_is_no_place_above_which_something_is() -> None:
    told = "A dam above Tarn burst on Monday and flooded the valley, the mayor said."
    for more in ("denied that anybody had been hurt", "did not say if the dam would be rebuilt"):
        assert {party for party, *_ in read(f"{told}\n\nHe {more}.")} == {"the mayor"}


@pytest.mark.parametrize("by", ["auto", "rules"])
def test_on_whose_errors_something_is_blamed_is_nobody_who_blames(by: By) -> None:
    assert "pilots" not in {
        who for who, *_ in read("The crash was blamed on errors by pilots.", by)
    }


def test_who_speaks_for_him_is_read_once() -> None:
    text = "Karl Orr was held on Monday. His lawyer, Eva Brandt, said her client was innocent."
    assert read(text) == [("Karl Orr", "Eva Brandt", "alleges", "Karl Orr was innocent.")]
