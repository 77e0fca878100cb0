"""What stands beside the main clause does not make a sentence negative."""

import pytest

from claims.extraction.text.main_clause import main_clause
from claims.extraction.wording.affirm import affirm
from claims.extraction.wording.joining import is_negative
from tests.claims.extraction.told import read_told

BESIDE = [
    "The patient, who has not yet been named, was flown to Porto Alto.",
    "The firm that is not Halden is selling its yards.",
    "A pact that would not require a vote was signed.",
    "The pilot that never landed was Danish.",
    "Although it had not rained, the dam burst.",
    "The dam burst because nobody had opened it.",
    "The dam burst, though nobody was hurt.",
    "The firm is in talks, but it has not announced a deal.",
    "She has one brother, and they do not speak.",
    "Velia has not only sent shells but guns.",
    "The boy is no older than eleven.",
    "There is no doubt that the dam burst.",
    "The mayor was told whether or not he asked.",
]
NEGATIVE = [
    ("The man who fired did not flee.", "The man who fired fled."),
    ("The man, who was not armed, did not flee.", "The man, who was not armed, fled."),
    ("Although it had not rained, the dam did not burst.",
     "Although it had not rained, the dam burst."),
    ("The dam did not burst because of the rain.", "The dam burst because of the rain."),
    ("It is not true that the dam burst.", "It is true that the dam burst."),
    ("That is not so.", "That is so."),
    ("She is not a nun but a singer.", "She is a nun."),
    ("The pact says that is not allowed.", "The pact says that is allowed."),
]  # fmt: skip


@pytest.mark.parametrize("claim", BESIDE)
def test_what_is_beside_denies_nothing(claim: str) -> None:
    assert not is_negative(claim)
    assert affirm(claim) == claim


@pytest.mark.parametrize(("claim", "affirmed"), NEGATIVE)
def test_the_main_clause_is_what_is_denied(claim: str, affirmed: str) -> None:
    assert is_negative(claim)
    assert affirm(claim) == affirmed


def test_offsets_stay() -> None:
    text = "The man, who was not armed, did not flee."
    assert main_clause(text) == f"The man{' ' * 19}, did not flee."


def test_who_has_not_been_named_denies_nothing() -> None:
    text = (
        "A clerk at the Halden bank stole the ledgers, police said. "
        "The clerk, who has not been named, allegedly stole the ledgers for Velia."
    )
    assert all(stance == "alleges" for stance, _, _ in read_told(text))


def test_a_flat_no_denies_it() -> None:
    text = (
        "A clerk at the Halden bank stole the ledgers, police said. "
        "The clerk did not steal the ledgers, the bank said."
    )
    assert "denies" in {stance for stance, _, _ in read_told(text)}
