"""A claim is told by the sentence that the others bear out, and never by its opposite."""

import numpy as np
import pytest

from claims.extraction.joining import claim_key
from claims.extraction.model.decode import Reading
from claims.extraction.model.tellings import (
    TELL_FEATURES,
    choose_telling,
    describe_tellings,
    list_tellings,
    shipped_weights,
    tell,
)
from claims.extraction.model.ties import Linked
from claims.extraction.position import Position
from claims.extraction.voice import Voice
from claims.model import Commitment, Mode, Stance

AGREED = tuple(float(name == "agreement") for name in TELL_FEATURES)
WRITERS = tuple(float(name == "told") for name in TELL_FEATURES)


def position(claim: str, *, points: bool = False, key: str = "") -> Position:
    return Position(
        0, 0, 9, Voice("board", None, ()), Stance.ALLEGES, claim, points, Mode.INDIRECT,
        Commitment.CERTAIN, key=key,
    )  # fmt: skip


def linked(claim: str, told: str = "", likely: float = -0.3, *, points: bool = False) -> Linked:
    each = Linked(position(claim, points=points), claim_key(claim), frozenset(), claim, 0)
    each.told, each.told_words, each.likely = told, claim_key(told), likely
    return each


def reading(told: str) -> Reading:
    return Reading(
        "alleges", "source", 0, 0, 0.9, 0.0, 0.0, 0.0, (0, 9), None, None, 1.0, None, (),
        np.zeros(1, np.float32), told=told, told_likely=-0.2,
    )  # fmt: skip


def test_the_sentence_that_the_others_share() -> None:
    claims = [
        "The ferry sank, friends of the cook said.",
        "The ferry sank.",
        "The ferry sank off Leith.",
    ]
    assert choose_telling([linked(c) for c in claims], [0, 1, 2], AGREED) == "The ferry sank."


def test_the_writers_sentence_is_on_offer() -> None:
    members = [linked("It sank.", "The ferry Alba sank."), linked("", points=True)]
    assert choose_telling(members, [0, 1], WRITERS) == "The ferry Alba sank."
    assert choose_telling(members, [0, 1], AGREED) == "It sank."


def test_nothing_on_offer() -> None:
    assert choose_telling([linked("this", points=True)], [0], AGREED) == "this"


@pytest.mark.parametrize(
    ("told", "claim", "points", "taken"),
    [
        ("the ferry Alba sank", "She sank.", False, "The ferry Alba sank."),
        ("the ferry Alba did not sink", "She sank.", False, ""),
        ("the ferry Alba did not sink", "She did not sink.", False, "The ferry Alba did not sink."),
        ("the ferry Alba did not sink", "It is not true.", True, ""),
        ("the ferry Alba sank", "It is not true.", True, "The ferry Alba sank."),
        ("", "She sank.", False, ""),
    ],
)
def test_no_sentence_says_the_opposite(told: str, claim: str, points: bool, taken: str) -> None:
    assert tell(reading(told), position(claim, points=points)) == taken


def test_what_rules_tell_apart_keeps_its_words() -> None:
    assert tell(reading("the ferry sank"), position("The ferry sank.", key="use")) == ""


def test_features_have_their_names() -> None:
    members = [linked("It sank.", "The ferry Alba sank."), linked("The Alba sank off Leith.")]
    offers = list_tellings(members, [0, 1])
    rows = [
        dict(zip(TELL_FEATURES, row, strict=True)) for row in describe_tellings(members, offers)
    ]
    assert [row["told"] for row in rows] == [0, 1, 0]
    assert rows[1]["likely"] == -0.3
    assert rows[1]["agreement"] > rows[0]["agreement"]
    assert rows[0]["twin"] == rows[1]["twin"] > rows[2]["twin"] == 0


def test_many_positions_are_not_all_compared() -> None:
    members = [linked("The Alba sank off Leith.")] * 500
    assert len(list_tellings(members, range(500))) < 60


def test_the_shipped_weights_fit_the_features() -> None:
    assert len(shipped_weights()) == len(TELL_FEATURES)
