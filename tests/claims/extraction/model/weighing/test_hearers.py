"""Who is told something is no part of what is told."""

import pytest

from claims.extraction import extract
from claims.extraction.attribution.attribute import attribute
from claims.extraction.model.weighing.hearers import hearer_tokens, tells_of_hearer
from claims.extraction.text.segment import segment
from claims.model import Document


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Clara Dorn told a harbour court that the mill had closed.", "a harbour court that"),
        ("Clara Dorn informed Kellmark she would not sell the mill.", "Kellmark"),
        ("Clara Dorn admitted to two envoys that the mill had closed.", "to two envoys that"),
        ("Clara Dorn accused Kellmark of closing the mill.", ""),
        ("Clara Dorn said this is her mill.", ""),
    ],
)
def test_hearers(text: str, heard: str) -> None:
    done = attribute(segment(text))
    tokens = done.page.sentences[0].tokens
    assert " ".join(tokens[at].text for at in hearer_tokens(done, 0)) == heard


@pytest.mark.parametrize(
    ("told", "of_hearer"),
    [
        ("a court that the mill had closed", True),
        ("the mill had closed", False),
        ("the harbour mill had closed", False),  # the claim tells of it, too
    ],
)
def test_what_tells_of_the_hearer(told: str, of_hearer: bool) -> None:
    done = attribute(segment("Clara Dorn told a harbour court that the mill had closed."))
    assert tells_of_hearer(done, 0, told, "The harbour mill had closed.") is of_hearer


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The baker told a county court that the mill had burned.", "The mill had burned."),
        ("The pilot told a neighbour that he had sold it.", "The pilot had sold it."),
        ("Two sailors told officers they saw a boat with a light.",
         "Two sailors saw a boat with a light."),
    ],
)  # fmt: skip
def test_no_hearer_opens_a_claim(text: str, claim: str) -> None:
    assert [each.text for each in extract(Document(text=text)).claims] == [claim]
