"""The clause that holds the words which the reader marks becomes the claim."""

import re

import numpy as np
import pytest

from claims.extraction.attribution.attribute import attribute
from claims.extraction.model.network.decode import Pieces, Reading
from claims.extraction.model.weighing.wording import word_reading
from claims.extraction.text.segment import segment
from claims.extraction.voice import Voice

BOARD = Voice("harbour board", None, ())


def reading(text: str, marked: str, value: str) -> Reading:
    """A reading of the whole text as its quote that is sure of the words in ``marked``."""
    likely = set(marked.split())
    found = list(re.finditer(r"\w+|\S", text))
    pieces = Pieces(
        np.array([match.start() for match in found], np.int32),
        np.array([match.end() for match in found], np.int32),
        np.array([0.9 if match[0] in likely else 0.05 for match in found], np.float32),
    )
    fields = {
        "value": value, "kind": "source", "sentence": 0, "unit": 0, "probability": 0.9,
        "more": 0.0, "anonymous": 0.0, "quote": (0, len(text)), "source": None, "party": None,
        "party_probability": 0.9, "speaker": None, "central": 0.0, "pieces": pieces,
    }  # fmt: skip
    return Reading(
        **{name: fields[name] for name in Reading.__dataclass_fields__ if name in fields}
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "marked", "claim"),
    [
        (
            "In a long note, the harbour board said the old ferry carried lead.",
            "ferry carried lead",
            "The old ferry carried lead.",
        ),
        (
            "The old ferry carried lead, which nobody had seen, the harbour board said.",
            "ferry carried lead",
            "The old ferry carried lead.",
        ),
        (
            "The harbour board keeps to one view: the old ferry sank off Leith.",
            "ferry sank Leith",
            "The old ferry sank off Leith.",
        ),
    ],
)
def test_the_clause_around_the_marked_words(text: str, marked: str, claim: str) -> None:
    found = word_reading(attribute(segment(text)), reading(text, marked, "alleges"), BOARD)
    assert found is not None
    assert found.claim == claim


@pytest.mark.parametrize(
    ("text", "marked", "points"),
    [
        ("The harbour board denied the old ferry carried lead.", "ferry carried lead", False),
        ("The harbour board, east of Leith, would not comment.", "east Leith", True),
        ("The harbour board said there was no truth to the report.", "truth report", True),
    ],
)
def test_a_denial_of_no_sentence_points_at_a_claim(text: str, marked: str, points: bool) -> None:
    found = word_reading(attribute(segment(text)), reading(text, marked, "denies"), BOARD)
    assert found is not None
    assert found.points is points


@pytest.mark.parametrize(
    ("text", "anothers"),
    [
        ("The harbour board shrugged, and Minister Leo Orr apologised to the families.", True),
        ("The harbour board shrugged, and the owners apologised to the families.", False),
    ],
)
def test_what_another_person_did_is_nothing_that_the_source_says(text: str, anothers: bool) -> None:
    found = word_reading(
        attribute(segment(text)), reading(text, "Orr apologised families", "alleges"), BOARD
    )
    assert (found is None) is anothers


@pytest.mark.parametrize(
    ("text", "marked", "claim"),
    [
        (
            "We have visited the mill and, while the miller has not been fined, we watch it.",
            "visited mill",
            "The miller has been fined.",
        ),
        (
            "“Otto Brandt changed lives,” said the board, which said he never owned it.",
            "Otto Brandt changed lives",
            "Otto Brandt owned it.",
        ),
        # a word of denial tells what is denied
        (
            "The board denied the sale of the mill, and the miller has not been fined.",
            "sale mill",
            "There is the sale of the mill.",
        ),
    ],
)
def test_a_denial_is_of_the_clause_that_is_negative(text: str, marked: str, claim: str) -> None:
    found = word_reading(attribute(segment(text)), reading(text, marked, "denies"), BOARD)
    assert found is not None
    assert found.claim == claim
