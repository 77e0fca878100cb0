"""What is told of a passage is a sentence, and the one that was said.

Each passage holds a form of the language that came out as no sentence, or as another, in news read
by people.
"""

from __future__ import annotations

import pytest

from claims.extraction import By, extract
from claims.model import Document


def tell(text: str, by: By) -> list[str]:
    """The claims found in a text."""
    return [claim.text for claim in extract(Document(text=text), by).claims]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "Lima and Quito had been rumoured to be close to a deal to share the port.",
            "Lima and Quito were close to a deal to share the port.",
            id="two are told of as two",
        ),
        pytest.param(
            "Analysts expect Kelso to sell ten million watches by the end of the year.",
            "Kelso will sell ten million watches by the end of the year.",
            id="who is expected to do something will",
        ),
        pytest.param(
            "An agency has released a video purportedly showing aid being stolen by the rebels.",
            "Aid was being stolen by the rebels.",
            id="what is shown being done is",
        ),
        pytest.param(
            'Medics said it would be "some time" before they know if Karl Orr can walk again.',
            'It would be "some time" before they know if Karl Orr can walk again.',
            id="nobody is some time",
        ),
        pytest.param(
            "Karl Orr said he's missed two trains.",
            "Karl Orr has missed two trains.",
            id="he has, where he is not",
        ),
        pytest.param(
            "It was reported that the two of them were carrying false cards. Karl Orr was held.",
            "The two of them were carrying false cards.",
            id="one man is not two of them",
        ),
        pytest.param(
            "The radio cannot verify the authenticity of the tape and has asked the police for"
            " theirs.",
            "The tape is authentic.",
            id="what else they do is no part of what they cannot verify",
        ),
        pytest.param(
            "The head of Kelso confirmed it as shower-proof.",
            "It is shower-proof.",
            id="what is confirmed as something is that",
        ),
        pytest.param(
            "For that reason, Kelso is also allegedly installing safes in its shops.",
            "Kelso is installing safes in its shops.",
            id="no reason opens what is told",
        ),
        pytest.param(
            "Kelso's attorney accused police of trying to divert attention from the fire.",
            "Police were trying to divert attention from the fire.",
            id="the police are several",
        ),
        pytest.param(
            "The mayor of Orsk has also been accused of ties with the gang.",
            "The mayor of Orsk had ties with the gang.",
            id="nobody commits ties",
        ),
    ],
)
@pytest.mark.parametrize("by", ["auto", "rules"])
def test_the_one_claim(text: str, claim: str, by: By) -> None:
    assert claim in tell(text, by)


@pytest.mark.parametrize("by", ["auto", "rules"])
def test_who_is_told_of_by_the_name(by: By) -> None:
    text = (
        "Lonely Ada Lund spent a week at the inn. Ada Lund said she had lost her job. The inn's"
        " owner said Ada Lund was welcome."
    )
    assert "Ada Lund had lost her job." in tell(text, by)
    found = extract(Document(text=text), by).findings
    assert all("Lonely" not in finding.party for finding in found)


def test_who_made_a_film_is_not_cut_in_two() -> None:
    text = "Valian State militants have released a video which purportedly shows a fire."
    assert tell(text, "rules") == ["A video shows a fire."]


def test_what_is_closed_is_not_denied_with_what_is_safe() -> None:
    text = "The firm said the reports are false: the mill is not closed and the workers are safe."
    (finding,) = extract(Document(text=text)).findings
    assert finding.stance.value == "denies"
    assert tell(text, "auto") == ["The mill is closed."]


def test_a_name_goes_before_no_thing() -> None:
    text = "Kelso did not say whether the mill was in Lima or Quito, the Clarion reported."
    assert not any(claim.startswith("Kelso mill") for claim in tell(text, "auto"))


def test_who_is_wrong_to_say_it_is_no_part_of_what_is_denied() -> None:
    text = "Ada Lund is wrong to say that the loan was hidden, Governor Karl Orr said."
    (finding,) = extract(Document(text=text)).findings
    assert finding.stance.value == "denies"
    assert tell(text, "auto") == ["The loan was hidden."]


def test_nobody_would_be_smart_to_do_it() -> None:
    text = "Karl Orr said it would be a long time before the mill opened. Ada Lund runs the mill."
    assert not any(claim.startswith(("Karl", "Ada")) for claim in tell(text, "auto"))


def test_few_are_not_all() -> None:
    text = "Very few, if any, fighters are thought to have come from Lima, Quito and Orsk."
    assert all("few" in claim for claim in tell(text, "auto"))


def test_who_did_it_is_not_cut_off() -> None:
    text = "Ada Moss, a maid, told police Ben Dunn had robbed her. Dunn denied it."
    assert tell(text, "auto") == ["Ben Dunn had robbed her."]


@pytest.mark.parametrize("by", ["auto", "rules"])
def test_nobody_is_their_crime(by: By) -> None:
    (claim,) = tell("Karl Orr has also been accused of sexual assault by female followers.", by)
    assert claim in ("Karl Orr is guilty of sexual assault.", "Karl Orr committed sexual assault.")


@pytest.mark.parametrize("by", ["auto", "rules"])
def test_what_is_told_besides_is_no_claim(by: By) -> None:
    told = tell("Ana Lund has not commented but is suspended from work.", by)
    assert not any("suspended" in claim for claim in told)


@pytest.mark.parametrize("by", ["auto", "rules"])
@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "Greenpeace accused Kelso Corp of not doing enough to warn people.",
            "Kelso Corp was not doing enough to warn people.",
            id="what somebody is accused of not doing",
        ),
        pytest.param(
            "Kelso Corp was accused of not having warned people.",
            "Kelso Corp had not warned people.",
            id="or of not having done",
        ),
        pytest.param(
            "The shelling was blamed on Orsk by Valia.",
            "Orsk was responsible for the shelling.",
            id="on whom a deed is blamed, and by whom",
        ),
        pytest.param(
            "In the event that the dam breaks, the valley will be cleared, the mayor said.",
            "In the event that the dam breaks, the valley will be cleared.",
            id="what would be is not told without its condition",
        ),
        pytest.param(
            "Neither Kelso Corp nor its owner had known of the leak, the firm said.",
            "Neither Kelso Corp nor its owner had known of the leak.",
            id="neither of them is not both",
        ),
    ],
)
def test_what_turns_on_a_word(text: str, claim: str, by: By) -> None:
    assert tell(text, by) == [claim]


TOLD = "A dam above Tarn burst on Monday and flooded the valley, the mayor said.\n\n"


def test_nobodys_brother_is_a_towns() -> None:
    told = tell(f"{TOLD}Orr said his brother had fled to Lima.", "auto")
    assert told[1:] == ["His brother had fled to Lima."]


def test_who_does_not_say_if_or_when_tells_neither() -> None:
    told = tell(f"{TOLD}He did not specify if or when the dam would be rebuilt.", "auto")
    assert told[1:] == ["The dam would be rebuilt."]
