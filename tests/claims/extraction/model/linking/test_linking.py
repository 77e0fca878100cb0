"""Positions on one claim come together; the work stays in line with their number."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from unittest.mock import Mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.model.linking import link as linking
from claims.extraction.model.linking.backdrop import read_backdrop
from claims.extraction.model.linking.centrality import CENTRE_FEATURES, describe
from claims.extraction.model.linking.link import (
    CENTRE_MIX,
    LinkWeights,
    group,
    prepare,
    rate_central,
    tie,
)
from claims.extraction.model.linking.pairing import LINK_FEATURES, describe_pairs
from claims.extraction.model.linking.ties import Ties
from claims.extraction.model.network.decode import Reading
from claims.extraction.position import Position
from claims.extraction.positions.sides import Sides
from claims.extraction.text.segment import Page, segment
from claims.extraction.voice import Voice
from claims.model import Commitment, Mode, Stance
from tests.growth import grows_in_line

TEXT = (
    "The ferry Alba sank off Leith on Friday, a radio station reported. "
    "The harbour board denied that the Alba had sunk. A mill burned in Perth, the mayor said. "
    "The owners would not comment on the report."
)
TOLD = [
    (0, "radio station", Stance.ALLEGES, "The ferry Alba sank off Leith on Friday."),
    (1, "harbour board", Stance.DENIES, "The Alba sank."),
    (2, "mayor", Stance.ALLEGES, "A mill burned in Perth."),
    (3, "owners", Stance.DECLINES, ""),
]


def weights(names: Sequence[str], chosen: dict[str, float]) -> tuple[float, ...]:
    assert set(chosen) <= set(names)
    return tuple(chosen.get(name, 0.0) for name in names)


def linker(pair: dict[str, float], centre: dict[str, float], least: float = 0.5) -> LinkWeights:
    return LinkWeights(
        weights(CENTRE_FEATURES, centre),
        weights(CENTRE_MIX, {"words": 1.0, "reader": 1.0}),
        weights(LINK_FEATURES, pair),
        least,
    )


BY_WORDS = linker({"always": -1.0, "wording": 3.0}, {"always": 0.0})
BY_CENTRE = linker(
    {"always": -1.0, "least_central": 4.0},
    {"always": -3.0, "quote_lead": 6.0, "neither_confirms_nor_denies": 6.0},
)


def position(
    claim: str, stance: Stance = Stance.ALLEGES, sentence: int = 0, party: str = "board"
) -> Position:
    return Position(
        sentence, 0, 1, Voice(party, None, ()), stance, claim, not claim, Mode.INDIRECT,
        Commitment.CERTAIN,
    )  # fmt: skip


def ties_of(claims: Sequence[str]) -> Ties:
    page = segment(" ".join(claims) or "x")
    positions = [position(claim) for claim in claims]
    linked = prepare(page, positions, [None] * len(positions), Sides(page.text))
    return Ties(read_backdrop(page), linked)


def told() -> Ties:
    page = segment(TEXT)
    positions = []
    for number, party, stance, claim in TOLD:
        sentence = page.sentences[number]
        made = position(claim, stance, number, party)
        made.start, made.end = sentence.start, sentence.end
        positions.append(made)
    linked = prepare(page, positions, [None] * len(positions), Sides(TEXT))
    return Ties(read_backdrop(page), linked)


@pytest.mark.parametrize(
    ("claims", "groups"),
    [
        (["The ferry Alba sank.", "The ferry Alba sank off Leith.", "A mill burned."], [0, 0, 1]),
        (["The ferry Alba sank.", "A mill burned in March."], [0, 1]),
        ([], []),
    ],
)
def test_like_words_make_a_group(claims: list[str], groups: list[int]) -> None:
    assert group(ties_of(claims), [0.5] * len(claims), BY_WORDS) == groups


def are_drawn_together(page: Page, positions: Sequence[Position], central: Sequence[float]) -> bool:
    """Whether the first two are put on one claim where the fitted scores would have it."""
    linked = prepare(page, positions, [None] * len(positions), Sides(page.text))
    groups = group(Ties(read_backdrop(page), linked), central, linker({"always": 0.6}, {}))
    return groups[0] == groups[1]


@pytest.mark.parametrize(
    ("denied", "together"),
    [
        pytest.param("Peru sold the ferry.", True, id="some of its words"),
        pytest.param("Peru bought shells.", False, id="none of them, but the name of the party"),
        pytest.param("", True, id="no words of its own"),
    ],
)
def test_a_denial_of_something_else_stays_off_the_central_claim(
    denied: str, together: bool
) -> None:
    page = segment("Peru sank the ferry Alba. Peru denied something.")
    positions = [
        position("Peru sank the ferry Alba."),
        position(denied, Stance.DENIES, sentence=1, party="Peru"),
    ]
    assert are_drawn_together(page, positions, [0.9, 0.8]) is together


@pytest.mark.parametrize(
    ("second", "party", "together"),
    [
        pytest.param("Peru sank a barge.", "Lima", True, id="a word in common"),
        pytest.param("Peru bought shells.", "Lima", False, id="only a name in common"),
        pytest.param("Peru sank a barge.", "Quito", False, id="another must be likelier to"),
    ],
)
def test_two_things_that_one_party_tells_are_two_claims(
    second: str, party: str, together: bool
) -> None:
    page = segment("Peru sank the ferry Alba. Peru did something else.")
    positions = [
        position("Peru sank the ferry Alba.", party="Lima"),
        position(second, sentence=1, party=party),
    ]
    assert are_drawn_together(page, positions, [0.9, 0.8]) is together


@pytest.mark.parametrize(
    ("left_open", "together"),
    [
        pytest.param("Guards fire blank rounds.", False, id="each contests something else"),
        pytest.param("Guards burned Peru's ferry.", False, id="one word of three is the same"),
        pytest.param("Peru has sold ferries.", True, id="both contest the same"),
    ],
)
def test_what_is_contested_in_other_words_is_on_another_claim(
    left_open: str, together: bool
) -> None:
    page = segment("Peru denied something. Lima said neither yes nor no.")
    positions = [
        position("Peru sold a ferry.", Stance.DENIES, party="Peru"),
        position(left_open, Stance.NEITHER, sentence=1, party="Lima"),
    ]
    assert are_drawn_together(page, positions, [0.9, 0.8]) is together


def test_a_contested_clause_is_hardly_on_what_says_nothing_of_it() -> None:
    page = segment("Lima said the ferry sank. Peru denied that the bridge had been hit.")
    alleged = position("The ferry sank.", party="Lima")
    clause = position("The bridge had been hit.", Stance.DENIES, sentence=1, party="Peru")
    nominal = replace(clause, features=("nominal=True",))
    clause.features = ("nominal=False",)
    likely = linker({"always": 3.5}, {"always": 0.0})
    for contested, together in ((nominal, True), (clause, False)):
        ties = tie(page, [alleged, contested], [None, None], Sides(""), None)
        groups = group(ties, [0.5, 0.5], likely)
        assert (groups[0] == groups[1]) is together


@pytest.mark.parametrize(
    ("told", "party", "apart"),
    [
        ("17 people were killed in the mill.", "Lima", True),
        ("Eleven people were killed in the mill.", "Lima", False),
        ("17 people were killed in the mill.", "Peru", False),
        ("17 ships lay off the mill.", "Lima", True),
    ],
)
def test_two_parties_with_other_figures_tell_two_things(told: str, party: str, apart: bool) -> None:
    page = segment("Peru said eleven people were killed in the mill. Lima said something else.")
    positions = [
        position("Eleven people were killed in the mill.", party="Peru"),
        position(told, sentence=1, party=party),
    ]
    ties = tie(page, positions, [None, None], Sides(""), None)
    assert ties.are_apart(0, 1) is apart


def test_who_denies_and_tells_something_else_tells_two_things() -> None:
    page = segment("Lima said Orr took bribes. Orr called it baseless, saying it was a loan.")
    positions = [
        position("Orr took bribes.", party="Lima"),
        position("", Stance.DENIES, sentence=1, party="Orr"),
        position("The money was a loan.", sentence=1, party="Orr"),
    ]
    ties = tie(page, positions, [None] * 3, Sides(""), None)
    assert ties.are_apart(1, 2)
    assert not ties.are_apart(0, 1)


@pytest.mark.parametrize(
    ("party", "stance", "together"),
    [
        pytest.param("Lima", Stance.ALLEGES, True, id="says two things"),
        pytest.param("Lima", Stance.DENIES, False, id="denies no word of its own"),
        pytest.param("Quito", Stance.ALLEGES, False, id="another must be likelier to say the same"),
        pytest.param("Quito", Stance.DENIES, True, id="another denies it"),
    ],
)
def test_who_else_is_on_what_a_party_says(party: str, stance: Stance, together: bool) -> None:
    page = segment("Lima said shells fell on the ferry. Shells fell on the ferry's deck, too.")
    positions = [
        position("Shells fell on the ferry.", party="Lima"),
        position("Shells fell on the ferry's deck.", stance, sentence=1, party=party),
    ]
    assert are_drawn_together(page, positions, [0.9, 0.8]) is together


def test_what_is_central_comes_together_whatever_its_words() -> None:
    ties = told()
    central = rate_central(ties, BY_CENTRE)
    assert min(central[0], central[1], central[3]) > 0.5 > central[2]
    groups = group(ties, central, BY_CENTRE)
    assert groups[0] == groups[1] == groups[3] != groups[2]


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("The board would not confirm its sale of tar.", True),
        ("Neither a yes nor a no to the board's sale of tar.", False),
    ],
)
def test_what_a_party_itself_does_is_a_claim_of_its_own(words: str, alone: bool) -> None:
    text = f"The board sold tar, a radio station reported. {words}"
    page = segment(text)
    first, last = page.sentences
    positions = [
        position("The board sold tar.", party="radio station"),
        position("Board sold tar.", Stance.NEITHER, 1, "Board"),
    ]
    for made, sentence in zip(positions, (first, last), strict=True):
        made.start, made.end = sentence.start, sentence.end
    linked = prepare(page, positions, [None, None], Sides(text))
    for number, each in enumerate(linked):
        each.rules_claim = number
    groups = group(Ties(read_backdrop(page), linked), [0.5, 0.5], linker({"always": 0.6}, {}))
    assert (groups[0] != groups[1]) is alone


def test_a_denial_in_an_allegations_own_words_is_on_that_and_not_on_the_main_claim() -> None:
    ties = told()
    ties.linked[1].rules_claim = ties.linked[2].rules_claim = 7
    ties.linked[2].quote |= ties.linked[1].things
    ties = Ties(ties.backdrop, ties.linked)
    ties.rules_main = ties.linked[0].rules_claim
    assert ties.anchor(1) == 2
    by_centre = replace(BY_CENTRE, least=0.7)
    groups = group(ties, [0.9, 0.9, 0.1, 0.9], by_centre)
    assert groups[1] == groups[2] != groups[0]
    ties.linked[1].rules_claim = ties.rules_main
    assert group(Ties(ties.backdrop, ties.linked), [0.9, 0.9, 0.1, 0.9], by_centre)[1] == groups[0]


@pytest.mark.parametrize(
    ("sentence", "rules_claim", "anchored"),
    [
        pytest.param(1, 0, 0, id="in the next sentence"),
        pytest.param(0, 0, 0, id="in the same"),
        pytest.param(2, 0, None, id="further on: how central it is tells better"),
        pytest.param(1, 1, None, id="where the rules see another claim"),
    ],
)
def test_who_answers_what_was_just_said_is_on_that(
    sentence: int, rules_claim: int, anchored: int | None
) -> None:
    ties = ties_of(["Peru ships ferries to Lima.", "Ferries sank.", "Peru has sent ferries."])
    denial = ties.linked[2].position
    denial.stance, denial.sentence, denial.voice = Stance.DENIES, sentence, Voice("Peru", None, ())
    ties.linked[2].take(denial)
    for each, number in zip(ties.linked, (0, 1, rules_claim), strict=True):
        each.rules_claim = number
    ties = Ties(ties.backdrop, ties.linked)
    ties.rules_main = rules_claim
    ties.linked[1].rules_claim = 7
    assert ties.anchor(2) == anchored


def test_the_reader_has_its_say_where_it_saw_the_position() -> None:
    ties = told()
    before = rate_central(ties, BY_CENTRE)
    ties.linked[2].central = 0.99
    after = rate_central(ties, BY_CENTRE)
    assert after[2] > before[2]
    assert after[:2] == before[:2]


@given(st.lists(st.sampled_from([row[3] for row in TOLD if row[3]]), min_size=2, max_size=5))
def test_a_pair_is_described_alike_from_both_ends(claims: list[str]) -> None:
    ties = ties_of(claims)
    central = [n / 10 for n in range(len(claims))]
    found, back = describe_pairs(ties, [(0, 1), (1, 0)], central)
    assert found == pytest.approx(back)
    assert len(found) == len(LINK_FEATURES)


class Opinionated:
    """A comparer that puts stances of one word on one claim, and the first on the central one."""

    def place(self, vectors: Sequence[Any], sentences: Sequence[int]) -> tuple[Any, list[float]]:
        return np.stack(vectors), [float(n == min(sentences)) for n in sentences]

    def compare(self, pairs: Sequence[tuple[Any, Any]]) -> list[float]:
        return [4.0 if (one == other).all() else -4.0 for one, other in pairs]


def read_at(sentence: int, vector: Sequence[float]) -> Reading:
    return Reading(
        "alleges", "source", sentence, 0, 0.9, 0.0, 0.0, 0.5, (0, 1), None, None, 1.0, None,
        vector=np.array(vector, np.float16),
    )  # fmt: skip


def compared(comparer: Any, third: Reading | None) -> Ties:
    """The told positions, the first two of the same vector."""
    ties = told()
    positions = [each.position for each in ties.linked]
    readings = [read_at(0, [1, 0]), read_at(1, [1, 0]), third, None]
    return tie(segment(TEXT), positions, readings, Sides(TEXT), comparer)


def test_the_comparer_has_its_say_where_the_encoder_saw_both() -> None:
    ties = compared(Opinionated(), read_at(2, [0, 1]))
    pairs = [(0, 1), (0, 2), (0, 3), (3, 0)]
    assert ties.compare_seen(pairs) == [4.0, -4.0, None, None]
    assert [each.compared_central for each in ties.linked] == [1.0, 0.0, 0.0, 0.0]
    groups = group(ties, [0.5] * 4, linker({"always": -1.0, "comparer": 1.0}, {}))
    assert groups[0] == groups[1] != groups[2]
    rows = describe_pairs(ties, pairs[:3], [0.5] * 4)
    assert [row[-2:] for row in rows] == [[1.0, 4.0], [1.0, -4.0], [0.0, 0.0]]


def test_without_a_comparer_nothing_is_compared() -> None:
    assert compared(None, None).compare_seen([(0, 1), (0, 2)]) == [None, None]


def test_a_position_is_described_in_the_order_of_its_features() -> None:
    ties = told()
    rows = [dict(zip(CENTRE_FEATURES, describe(ties, i), strict=True)) for i in range(4)]
    assert [row["denies"] for row in rows] == [0, 1, 0, 0]
    assert [row["neither_confirms_nor_denies"] for row in rows] == [0, 0, 0, 1]
    assert [row["first"] for row in rows] == [1, 0, 0, 0]
    assert rows[0]["quote_lead"] > rows[2]["quote_lead"]
    assert rows[3]["comment"] == rows[3]["report"] == 1
    assert rows[2]["new_wording"] == pytest.approx(1.0, abs=1e-3)


def test_a_card_without_a_weight_is_refused_by_its_name() -> None:
    card: dict[str, Any] = {
        "centre_weights": dict.fromkeys(CENTRE_FEATURES, 0.0),
        "centre_mix": dict.fromkeys(CENTRE_MIX, 0.0),
        "link_weights": dict.fromkeys(LINK_FEATURES, 0.0),
        "least_chance": 0.3,
    }
    assert LinkWeights.of_card(card).least == 0.3
    del card["centre_weights"]["quote_lead"]
    with pytest.raises(KeyError, match="quote_lead"):
        LinkWeights.of_card(card)


def test_work_on_many_positions_grows_in_line() -> None:
    def link(count: int) -> None:
        ties = ties_of([f"The ferry {n} sank off Leith." for n in range(count)])
        rate_central(ties, BY_WORDS)
        group(ties, [0.5] * count, linker({"wording": 1.0}, {}, least=0.99))

    assert grows_in_line(link, 120, 240)


def test_linked_knows_what_is_contested() -> None:
    assert [each.is_contested for each in told().linked] == [False, True, False, True]


def test_what_is_compared_is_the_same_in_every_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A set of words has another order in each: what ties is found in the words' order."""
    monkeypatch.setattr(linking, "SHARED", 1)
    placed, by_word = {2: None, 0: None, 1: None}, {"barn": [0], "mill": [1]}
    for quote in (("barn", "mill"), ("mill", "barn")):
        ties = Mock(around=lambda _: [], linked=[Mock(quote=quote)] * 4)
        assert linking._compared(ties, 3, placed, by_word) == [2, 0]


@pytest.mark.parametrize(("reporter", "anchored"), [("KZNA", 1), ("Courier", None)])
def test_who_corrects_a_report_is_on_their_own(reporter: str, anchored: int | None) -> None:
    page = segment("Tanks moved. Reserves are called up. KZNA corrected its report.")
    positions = [
        position("Tanks moved.", sentence=0, party="army"),
        position("Reserves are called up.", sentence=1, party=reporter),
        position("", Stance.DENIES, sentence=2, party="KZNA"),
    ]
    for each, sentence in zip(positions, page.sentences, strict=True):
        each.start, each.end = sentence.start, sentence.end
    linked = prepare(page, positions, [None] * 3, Sides(page.text))
    assert Ties(read_backdrop(page), linked).anchor(2) == anchored
    assert linked[2].is_alone
