"""What is fitted on annotated articles: whose sentence is told, how much is put on one claim."""

from collections.abc import Sequence

import pytest

from claims.extraction.model.linking.linked import Linked
from claims.extraction.model.linking.tellings import choose_telling
from claims.extraction.position import Position
from claims.extraction.text.segment import segment
from claims.extraction.training.retelling import (
    Told,
    choose_least,
    expect_unseen,
    mean_agreement,
    pair_f1,
)
from claims.extraction.voice import Voice
from claims.extraction.wording.joining import claim_key
from claims.model import Commitment, Mode, Stance

WANTED = "The ferry Alba sank off Leith."
OTHER = "The cook saw the harbour office."
PAGE = segment("The cook saw the ferry Alba off Leith.")


def linked(claim: str, told: str = "") -> Linked:
    position = Position(
        0, 0, 9, Voice("board", None, ()), Stance.ALLEGES, claim, False, Mode.INDIRECT,
        Commitment.CERTAIN,
    )  # fmt: skip
    each = Linked(position, claim_key(claim), frozenset(), claim, 0)
    each.told, each.told_words, each.likely = told, claim_key(told), -0.3
    return each


def article(members: Sequence[Linked], groups: Sequence[int], matched: Sequence[str]) -> Told:
    claims = {"c1": WANTED, "c2": "A mill burned in Perth."}
    return Told(PAGE, members, groups, dict(enumerate(matched)), claims)


@pytest.mark.parametrize("pair", [(OTHER, WANTED), (WANTED, OTHER)])
def test_the_fit_learns_whose_words_people_would_write(pair: tuple[str, str]) -> None:
    articles = [article([linked(*pair)], [0], ["c1"]) for _ in range(10)]
    expect_unseen(articles)
    assert {choose_telling(each.linked, [0]) for each in articles} == {WANTED}
    assert mean_agreement(articles) == 1.0


@pytest.mark.parametrize(
    ("groups", "matched", "score"),
    [
        ([0, 0, 1], ["c1", "c1", "c2"], 1.0),
        ([0, 0, 0], ["c1", "c1", "c2"], 0.5),
        ([0, 1, 2], ["c1", "c1", "c2"], 0.0),
    ],
)
def test_pairs_of_positions(groups: list[int], matched: list[str], score: float) -> None:
    members = [linked(WANTED), linked(WANTED), linked("A mill burned in Perth.")]
    assert pair_f1([article(members, groups, matched)]) == score


def test_what_is_told_is_held_against_what_people_wrote() -> None:
    members = [linked(WANTED), linked("A mill burned in Perth.")]
    assert mean_agreement([article(members, [0, 1], ["c1", "c2"])]) == 1.0
    assert mean_agreement([article(members, [0, 1], ["c2", "c2"])]) == 0.5


def test_the_least_chance_is_the_one_that_serves_claims_and_wording() -> None:
    members = [linked(WANTED), linked(WANTED), linked("A mill burned in Perth.")]

    def link(least: float) -> list[Told]:
        groups = [0, 0, 0] if least < 0.27 else [0, 0, 1] if least < 0.4 else [0, 1, 2]
        return [article(members, groups, ["c1", "c1", "c2"])]

    assert 0.27 <= choose_least(link) < 0.4
