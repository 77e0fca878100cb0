"""Of a verb the writer copies all or nothing: a half of it is spelled out, or no sentence."""

import pytest

from claims.extraction.model.telling.halves import complete_verbs, fit_articles
from claims.extraction.model.telling.mending import mend


@pytest.mark.parametrize(
    ("told", "beside", "whole"),
    [
        ("Orr 've sold the mill", "“I've sold the mill,” Orr said.", "Orr has sold the mill"),
        ("The guards 've left", "They've left.", "The guards have left"),
        ("The barge ’re late", "“We’re late.”", "The barge is late"),
        ("The barge 'll sink", "It'll sink.", "The barge will sink"),
        ("Orr 'm sure of it", "I'm sure of it.", "Orr is sure of it"),
        ("Orr 'm oily scar", "He showed his oily scar. I'm fine.", ""),
        ("The barge ll sink", "It'll sink.", ""),
        ("Lima would sell Norland 've bought", "the boats we've bought", ""),
        ("Orr 's has sold it", "Orr's mill", "Orr has sold it"),
        ("Orr 's a baker", "He's a baker.", "Orr is a baker"),
        ("Orr 's sold it", "He's sold it.", "Orr has sold it"),
        ("Orr 's learned the truth", "She's learned the truth.", "Orr has learned the truth"),
        ("Orr 's mill", "His mill", "Orr's mill"),
        ("Mr Jones 've left", "I've left", "Mr Jones has left"),
        ("Orr ve sold the mill", "I've sold the mill.", ""),
    ],
)
def test_a_short_form_without_its_pronoun(told: str, beside: str, whole: str) -> None:
    assert complete_verbs(told, beside) == whole


@pytest.mark.parametrize(
    ("told", "beside", "stays"),
    [
        ("The mill will a sale in May", "with a sale in May", False),
        ("The mill will using oil", "touts it as using oil", False),
        ("The mill would focused on bread", "is focused on bread", False),
        ("The mill will up to Orr", "said it up to Orr", False),
        ("Orr left, been taught by Bell", "Orr left, having been taught by Bell", False),
        ("Orr left, having been taught", "Orr left, having been taught", True),
        ("The mill will bring bread", "The mill will bring bread", True),
        ("The mill will need oil", "It needs oil", True),
        ("The mill would in time close", "It would in time close", True),
        ("The mill has not yet been sold", "It was not sold", True),
        ("The mill has twice been sold", "It has twice been sold", True),
    ],
)
def test_a_helping_word_without_its_verb_makes_no_sentence(
    told: str, beside: str, stays: bool
) -> None:
    assert complete_verbs(told, beside) == (told if stays else "")


@pytest.mark.parametrize(
    ("told", "mended"),
    [
        ("Orr 's mill burned", "Orr's mill burned"),
        ("Bell 've sold the mill", "Bell has sold the mill"),
        ("The barge carry lead", "The barge carries lead"),
        ("The mill will a sale", ""),
    ],
)
def test_mending_completes_them(told: str, mended: str) -> None:
    beside = "I've sold the mill with a sale. The barge is said to carry lead."
    assert mend(told, {}, beside) == mended


@pytest.mark.parametrize(
    ("told", "fitted"),
    [
        ("An leak in the dam", "A leak in the dam"),
        ("Orr found a odd leak", "Orr found an odd leak"),
        ("A European leak", "A European leak"),
        ("An hour", "An hour"),
        ("A one-year leak", "A one-year leak"),
        ("An wet leak", "An wet leak"),  # as the text has it
    ],
)
def test_articles_fit_what_follows(told: str, fitted: str) -> None:
    assert fit_articles(told, "An alleged leak. An wet leak.") == fitted
