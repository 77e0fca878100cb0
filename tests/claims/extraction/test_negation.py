"""What a sentence tells about its source's stance: minimal pairs, a sentence a row."""

from __future__ import annotations

import pytest

from claims.extraction.cues.find import find_cues
from claims.extraction.text.segment import segment
from claims.model import Stance

PAIRS = [
    ("The bank denied the report.", Stance.DENIES),
    ("The bank did not deny the report.", Stance.NEITHER),
    ("The bank has not denied nor confirmed the report.", Stance.NEITHER),
    ("The bank has neither confirmed nor denied the report.", Stance.NEITHER),
    ("The bank would not confirm or deny the report.", Stance.NEITHER),
    ("The bank would neither confirm nor deny the report.", Stance.NEITHER),
    ("The bank confirmed the report.", Stance.CONFIRMS),
    ("The bank has not confirmed the report.", Stance.NEITHER),
    ("The bank hasn't yet confirmed the report.", Stance.NEITHER),
    ("The bank has yet to confirm the report.", Stance.NEITHER),
    ("The bank could not independently verify the letter.", Stance.NEITHER),
    ("The bank was unable to verify the letter.", Stance.NEITHER),
    ("The bank declined to comment on the letter.", Stance.DECLINES),
    ("The bank declined comment.", Stance.DECLINES),
    ("The bank did, however, confirm the loss.", Stance.CONFIRMS),
    ("The bank in May confirmed the loss.", Stance.CONFIRMS),
    ("The bank has not, meanwhile, confirmed the loss.", Stance.NEITHER),
    ("The bank was on Monday forced to admit the loss.", Stance.CONFIRMS),
    ("The bank had not in recent weeks confirmed the loss.", Stance.NEITHER),
    ("The bank refused to confirm the letter.", Stance.NEITHER),
    ("The bank would not comment on the letter.", Stance.DECLINES),
    ("The bank has not commented on the letter.", Stance.NEITHER),
    ("The bank had no comment on the letter.", Stance.DECLINES),
    ("The bank would not say whether it had paid.", Stance.NEITHER),
    ("The bank did not specify how much it had paid.", Stance.NEITHER),
    ("The bank did not respond.", Stance.NO_RESPONSE),
    ("The bank was forced to admit the loss.", Stance.CONFIRMS),
    ("The bank continues to deny the loss.", Stance.DENIES),
    ("The bank cast doubt on the letter.", Stance.DOUBTS),
    ("The bank was sceptical of the letter.", Stance.DOUBTS),
    ("The bank shot down the rumour.", Stance.DENIES),
    ("The bank took down the rumour.", Stance.DENIES),
    ("The bank scoffed at suggestions of a loss.", Stance.DENIES),
    ("The bank has laughed off reports of a loss.", Stance.DENIES),
    ("The bank hit back at claims of a loss.", Stance.DENIES),
    ("The bank threw cold water on talk and rumours of a loss.", Stance.DENIES),
    ("The bank, pouring scorn on the claim, closed.", Stance.DENIES),
    ("The bank played down reports of a loss.", Stance.DOUBTS),
    ("The bank has quashed rumours of a loss.", Stance.DENIES),
    ("The bank took back its claim of a loss.", Stance.DENIES),
    ("The bank called the rumour a hoax.", Stance.DENIES),
    ("The bank described the story about its vault as “complete rubbish”.", Stance.DENIES),
    ("The bank has branded the claim false.", Stance.DENIES),
    ("The bank called it a lie.", Stance.DENIES),
    ("The bank, denouncing the reports as baseless, closed.", Stance.DENIES),
    ("The bank has remained tight-lipped about the loss.", Stance.NEITHER),
    ("The bank kept mum on the loss.", Stance.NEITHER),
    ("The bank stayed silent on the report of a loss.", Stance.NEITHER),
    ("The bank owned up to the loss.", Stance.CONFIRMS),
    ("The bank stopped short of confirming the loss.", Stance.NEITHER),
    ("The bank has stopped short of denying the loss.", Stance.NEITHER),
    ("The bank came clean about hiding the loss.", Stance.CONFIRMS),
    ("The farmer pleaded not guilty to the charge.", Stance.DENIES),
    ("The farmer pleaded guilty to the charge.", Stance.CONFIRMS),
    ("The report was denied by the bank.", Stance.DENIES),
    ("The bank is said to have denied the loss.", Stance.DENIES),
    ("The bank said that it had paid.", Stance.ALLEGES),
    ("According to the bank, it had paid.", Stance.ALLEGES),
]


@pytest.mark.parametrize(("sentence", "stance"), PAIRS)
def test_one_cue_with_its_stance(sentence: str, stance: Stance) -> None:
    (cut,) = segment(sentence).sentences
    stances = [cue.stance for cue in find_cues(cut.tokens)]
    assert stance in stances
    contested = [found for found in stances if found is not Stance.ALLEGES]
    assert len(contested) <= 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The alleged attack took place at dawn.",
        "The claims of the bank are many.",
        "They want to confirm the letter.",
        "It shot down a drone over the border.",
        "The owners laughed at him.",
        "The owners remained silent about the war.",
        "The owners called the judge a fake.",
        "The owners called him a liar, and that was a lie.",
        "The report was called a hoax.",
        "The court quashed the verdict.",
        "The bank withdrew its money.",
        "The bank did not laugh off the report.",
        "The bank played down its losses.",
        "He was a member of the Islamic State.",
        "There was little doubt about the weather.",
        "The bank announced plans for dispute resolution.",
    ],
)
def test_no_contested_cue(sentence: str) -> None:
    (cut,) = segment(sentence).sentences
    assert [c for c in find_cues(cut.tokens) if c.stance is not Stance.ALLEGES] == []


def test_a_denied_confirmation_is_one_denial() -> None:
    (cut,) = segment("Officials denied having confirmed the sale.").sentences
    first = find_cues(cut.tokens)[0]
    assert first.stance is Stance.DENIES
