"""The writer's sentences name people fully, once, and only where nobody else may be meant."""

import pytest

from claims.extraction.attribution.attribute import attribute
from claims.extraction.model.telling.mending import find_deeds, full_names, mend
from claims.extraction.text.segment import segment

NEWS = (
    "Mayor Marta Bell met Otto Brandt, a lawyer, and his sister Eva Brandt, a baker. Ms Bell said "
    "that Pavo Ostrow, a lawyer, had burned the mill. Ostrow denied it. Boko Haram was blamed. "
    "Karim al-Hamdani, a miller, told police that Hamdani saw it."
)
NAMES = full_names(attribute(segment(NEWS)).register)


@pytest.mark.parametrize(
    ("told", "mended"),
    [
        ("Bell met Ostrow", "Marta Bell met Pavo Ostrow"),
        ("Ms. Bell met Mr Ostrow", "Marta Bell met Pavo Ostrow"),
        ("Bell said that Bell had met her", "Marta Bell said that Bell had met her"),
        ("Marta Bell said that Bell had met her", "Marta Bell said that Bell had met her"),
        ("Brandt met Haram", "Brandt met Haram"),
        ("Bell University burned", "Bell University burned"),
        ("Pavo “Pip” Ostrow met Bell", "Pavo “Pip” Ostrow met Marta Bell"),
        ("Hamdani met al-Hamdani", "Karim al-Hamdani met al-Hamdani"),
        ("Bell s mill burned", "Marta Bell's mill burned"),
        ("Bell 's mill burned", "Marta Bell's mill burned"),
        ("Bell 's has sold the mill", "Marta Bell has sold the mill"),
        ("Bell's was sold", "Marta Bell was sold"),
        ("Bell 's the owner of the mill", "Marta Bell is the owner of the mill"),
        ("the mill burned", "the mill burned"),
        ("Bell isn in the mill", ""),
        ("Bell 't seen in the mill", ""),
        ("Bell 've seen the mill", ""),
        ("Bell ve seen the mill", ""),
        ("Bell 're near the mill", ""),
        ("Bell isn't in the mill", "Marta Bell isn't in the mill"),
    ],
)
def test_mended(told: str, mended: str) -> None:
    assert mend(told, NAMES, "") == mended


@pytest.mark.parametrize(
    ("told", "beside", "stays"),
    [
        ("The board is accepted full blame", "The board had accepted full blame.", False),
        ("The board is a truce", "The board announced a truce on Monday.", False),
        ("The barn was sold by Orr", "The barn, which was quickly sold by Orr, burned.", True),
        ("The barn was sold by Orr", "Orr sold the barn.", True),
        ("The catch is rare enough", "She's sure it's rare enough.", True),
        ("The catch is rare enough", "He found it rare enough. It is rare enough, she said.", True),
        ("The barn is", "The barn is gone.", True),
    ],
)
def test_a_be_that_the_text_does_not_have_makes_no_sentence(
    told: str, beside: str, stays: bool
) -> None:
    assert mend(told, {}, beside) == (told if stays else "")


@pytest.mark.parametrize(
    ("told", "mended"),
    [
        ("The board hiding the loss", "The board hid the loss"),
        ("The board will hiding the loss", "The board hid the loss"),
        ("The board was secretly hiding the loss", "The board secretly hid the loss"),
        ("The board on live television of hiding it and left the hall", "The board hid it"),
        ("the baker for spoiling the bread", "the baker spoiled the bread"),
        ("The board is accused of hiding the loss", "The board hid the loss"),
        ("The clerk is selling nets", "The clerk is selling nets"),  # so the text says itself
        ("The board met in May", "The board met in May"),
    ],
)
def test_who_is_accused_of_doing_something_did_it(told: str, mended: str) -> None:
    text = (
        "The board is accused of secretly hiding the loss. Bell blamed "
        "the baker for spoiling the bread, and accused a clerk of selling it. The clerk is selling "
        "nets now."
    )
    assert mend(told, {}, text, find_deeds(text)) == mended


@pytest.mark.parametrize(
    ("told", "beside", "mended"),
    [
        ("Tarn brother fled", "Tarn flooded. Karl said his brother fled", ""),
        ("Karl's brother fled", "Eva Orr said Karl's brother fled", "Karl's brother fled"),
        ("The brother fled", "Karl said the brother fled", "The brother fled"),
        ("Karl nor Eva fled", "Neither Karl nor Eva fled, he said", ""),
        ("Neither Karl nor Eva fled", "Neither Karl nor Eva fled, he said",
         "Neither Karl nor Eva fled"),
    ],
)  # fmt: skip
def test_whose_kin_and_which_of_two(told: str, beside: str, mended: str) -> None:
    assert mend(told, {}, beside) == mended
