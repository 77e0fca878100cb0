"""A hedge taken out leaves the finite verb that it governed, in person and tense."""

import pytest

from claims.extraction import extract_by_rules
from claims.extraction.wording.unhedged import restore_verbs, tell_governed
from claims.model import Document


@pytest.mark.parametrize(
    ("words", "governor", "told"),
    [
        ("be armed", "is said", "is armed"),
        ("be armed", "are said", "are armed"),
        ("be armed", "were said", "were armed"),
        ("still be armed", "is said", "is still armed"),
        ("have been sold", "is said", "was sold"),
        ("have been sold", "are thought", "were sold"),
        ("have left", "is thought", "has left"),
        ("have left", "are thought", "have left"),
        ("have left", "was thought", "had left"),
        ("have left Lima in 2012", "is thought", "left Lima in 2012"),
        ("have left in 2012 and to have sold it", "is thought", "left in 2012 and sold it"),
        ("have taken it in 2012", "is thought", "has taken it in 2012"),
        ("carry lead", "appears", "carries lead"),
        ("carry lead", "appear", "carry lead"),
        ("carry lead", "does appear", "carries lead"),
        ("carry lead", "appeared", "carried lead"),
        ("often carry lead", "is said", "often carries lead"),
        ("quietly carry lead", "is said", "quietly carries lead"),
        ("sell the mill", "is expected", "will sell the mill"),
        ("be sold", "was expected", "would be sold"),
        ("have left and to have sold it", "is said", "has left and has sold it"),
        ("40 men", "is said", "40 men"),
        ("be armed", "is not said", "is not armed"),
        ("have been sold", "are not thought", "were not sold"),
        ("have left", "was not thought", "had not left"),
        ("carry lead", "is not said", "does not carry lead"),
        ("carry lead", "are not said", "do not carry lead"),
        ("sell the mill", "is not expected", "will not sell the mill"),
    ],
)
def test_what_a_hedge_governs_becomes_finite(words: str, governor: str, told: str) -> None:
    assert tell_governed(words, governor.split()) == told


@pytest.mark.parametrize(
    ("told", "beside", "restored"),
    [
        ("The barge carry lead", "The barge is thought to carry lead.", "The barge carries lead"),
        ("The barge carry lead", "The barge appeared to carry lead.", "The barge carried lead"),
        ("The barges carry lead", "The barges appear to carry lead.", "The barges carry lead"),
        ("The barge is carry lead", "The barge is said to carry lead.", "The barge carries lead"),
        (
            "The barge is sell nets",
            "The barge is expected to sell nets.",
            "The barge will sell nets",
        ),
        ("The offer does be fair", "The offer does appear to be fair.", "The offer is fair"),
        (
            "The boats, which are be Norland ferries",
            "The boats, which are believed to be Norland ferries, left.",
            "The boats, which are Norland ferries",
        ),
        (
            "The photo is taken in Leith",
            "The photo, which is thought to have been taken in Leith, was sold.",
            "The photo was taken in Leith",
        ),
        (
            "Orr have fully recovered",
            "Orr seems to have fully recovered.",
            "Orr has fully recovered",
        ),
        ("A clerk selling nets", "A clerk seems to be selling nets.", "A clerk is selling nets"),
        (
            "The dam is shut in May",
            "The dam is likely to be shut in May.",
            "The dam will be shut in May",
        ),
        (
            "Kelso done away with it",
            "Kelso appears to have done away with it.",
            "Kelso has done away with it",
        ),
        (
            "Kelso will done away with it",
            "Kelso appears to have done away with it.",
            "Kelso has done away with it",
        ),
        (
            "The rock come off the cliff",
            "The rock appears to have come off the cliff.",
            "The rock has come off the cliff",
        ),
        ("The pass is cost a pound", "The pass is said to cost a pound.", "The pass costs a pound"),
        (
            "Orr is sprained his ankle",
            "Orr is believed to have sprained his ankle.",
            "Orr has sprained his ankle",
        ),
        (
            "Lima and Quito will close to a deal",
            "Lima and Quito had been rumoured to be close to a deal.",
            "Lima and Quito were close to a deal",
        ),
        ("Users sell it", "She expects users to sell it.", "Users will sell it"),
        (
            "users will have to sell",
            "She expects users will have to sell.",
            "users will have to sell",
        ),
        # right as it stands
        ("The shop is shut", "The shop is said to shut at six. It is shut.", "The shop is shut"),
        ("The barge carries lead", "The barge is said to carry lead.", "The barge carries lead"),
        (
            "The barge may carry lead",
            "The barge is said to carry lead.",
            "The barge may carry lead",
        ),
        ("Orr has left", "Orr is thought to have left.", "Orr has left"),
        ("Orr stabbed a man", "Orr is thought to have stabbed a man.", "Orr stabbed a man"),
        ("The show ended", "The show ended. It appears to show a barge.", "The show ended"),
        (
            "The barge seems to carry lead",
            "It seems to carry lead.",
            "The barge seems to carry lead",
        ),
    ],
)
def test_the_writer_leaves_a_hedge_out_and_its_verb_finite(
    told: str, beside: str, restored: str
) -> None:
    assert restore_verbs(told, beside) == restored


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The barge was believed to carry lead.", "The barge carried lead."),
        ("The barges were reported to have carried lead.", "The barges had carried lead."),
        ("The barge is expected to carry lead.", "The barge will carry lead."),
        ("The barge is believed to still be in Leith.", "The barge is still in Leith."),
        (
            "Lars Orr pleaded guilty to possession of lead.",
            "Lars Orr was guilty of possession of lead.",
        ),
        ("Lars Orr pleaded guilty to theft.", "Lars Orr was guilty of theft."),
        (
            "Lars Orr pleaded guilty to two counts of fraud.",
            "Lars Orr was guilty of two counts of fraud.",
        ),
        ("The barge is not believed to carry lead.", "The barge does not carry lead."),
        ("Clara Dorn argued that to sell a mill is to lose it.", "Selling a mill is to lose it."),
        (
            "Clara Dorn admitted to the theft of a boat.",
            "Clara Dorn was guilty of the theft of a boat.",
        ),
        ("Clara Dorn denied to the Herald that Orr sold a boat.", "Orr sold a boat."),
        ("Clara Dorn admitted to selling a boat.", "Clara Dorn sold a boat."),
    ],
)
def test_rules_tell_it_so(text: str, told: str) -> None:
    assert [claim.text for claim in extract_by_rules(Document(text=text)).claims] == [told]
