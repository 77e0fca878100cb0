"""Scoring and the kinds of mistakes, on rows made up for each rule."""

from __future__ import annotations

from typing import Any

import pytest

from tests.gold.articles import Article
from tests.gold.mistakes import KINDS, count_mistakes, tell_miss
from tests.gold.scoring import MEASURES, match, same_party, same_value, score, word_overlap

TEXT = "Arvo denied that the mill burned. He said the dam holds. Rain is said to come. Bo left."
DENIED, HOLDS, RAIN, LEFT = (0, 33), (34, 56), (57, 78), (79, 87)
CLAIMS = {"c1": "The mill burned.", "c2": "The dam holds.", "c3": "Rain comes."}


def row(
    span: tuple[int, int], party: str, stance: str, claim: str = "c1", **more: Any
) -> dict[str, Any]:
    quote = TEXT[span[0] : span[1]]
    found = {"start": span[0], "end": span[1], "quote": quote, "party": party, "stance": stance}
    return {**found, "claim": claim, "speaker": None, "aliases": [], **more}


GOLD = [
    row(DENIED, "Arvo", "denies"),
    row(HOLDS, "Arvo", "alleges", "c2"),
    row(RAIN, "unattributed", "alleges", "c3"),
]
ARTICLE = Article("a", TEXT, CLAIMS, GOLD)


def say(*stances: dict[str, Any], claims: dict[str, str] = CLAIMS) -> list[dict[str, Any]]:
    listed = [{"id": name, "text": text} for name, text in claims.items()]
    return [{"doc": "a", "claims": listed, "stances": list(stances)}]


def test_the_annotation_itself_is_right_in_everything() -> None:
    assert score([ARTICLE], say(*GOLD)).measures() == {
        "full": 1.0, "contested": 1.0, "claims": 0.0, "wording": 1.0
    }  # fmt: skip
    assert all(not count for count in count_mistakes([ARTICLE], say(*GOLD)).values())


def test_nothing_found_is_nothing_right() -> None:
    tally = score([ARTICLE], [])
    assert set(tally.measures().values()) == {0.0}
    assert (tally.predicted, tally.annotated) == (0, 3)


def test_a_finer_value_counts_as_the_annotation_s() -> None:
    gold = Article("a", TEXT, CLAIMS, [row(DENIED, "Arvo", "neither_confirms_nor_denies")])
    assert score([gold], say(row(DENIED, "Arvo", "declines_to_comment"))).measures()["full"] == 1.0
    assert score([gold], say(row(DENIED, "Arvo", "no_response"))).predicted == 0


@pytest.mark.parametrize(
    ("span", "found"),
    [((0, 33), 1), ((17, 60), 0), ((16, 33), 1), ((20, 60), 0), ((34, 40), 0)],
)
def test_spans_overlap_by_half_of_the_shorter(span: tuple[int, int], found: int) -> None:
    assert len(match([row(span, "Arvo", "denies")], GOLD[:1], same_value)) == found


@pytest.mark.parametrize(
    ("own", "gold", "same"),
    [
        ({"party": "the Kremlin"}, {"party": "Kremlin"}, True),
        ({"party": "Arvo Group"}, {"party": "Arvo"}, True),
        ({"party": "Lumen"}, {"party": "Arvo", "aliases": ["Lumen"]}, True),
        ({"party": "Lumen", "speaker": "Bo Ek"}, {"party": "Bo Ek"}, True),
        ({"party": "Lumen"}, {"party": "Arvo"}, False),
        ({"party": "unattributed"}, {"party": "Arvo"}, False),
        ({"party": "Arvo"}, {"party": "unattributed"}, False),
        ({"party": "the"}, {"party": "the"}, False),
    ],
)
def test_one_party(own: dict[str, Any], gold: dict[str, Any], same: bool) -> None:
    assert same_party(own, gold) is same


def test_wording_leaves_the_commonest_words_out() -> None:
    assert word_overlap("The mill has burned", "A mill burned") == 1.0
    assert word_overlap("The mill burned", "The dam holds") == 0.0
    assert word_overlap("mill burned down", "mill burned") == pytest.approx(0.8)


def test_pairs_on_one_claim() -> None:
    gold = Article("a", TEXT, CLAIMS, [GOLD[0], row(HOLDS, "Arvo", "alleges", "c1"), GOLD[2]])
    split = say(row(DENIED, "Arvo", "denies", "c1"), row(HOLDS, "Arvo", "alleges", "c2"))
    joined = say(row(DENIED, "Arvo", "denies", "c1"), row(HOLDS, "Arvo", "alleges", "c1"))
    assert score([gold], joined).measures()["claims"] == 1.0
    assert score([gold], split).measures()["claims"] == 0.0
    assert count_mistakes([gold], split)["claims"] == {"split": 1}
    assert count_mistakes([ARTICLE], joined)["claims"] == {"merged": 1}


MISSES = [
    (row(DENIED, "Arvo", "denies"), "missed: contested"),
    (row(RAIN, "unattributed", "alleges"), "missed: hedged"),
    (row(LEFT, "an official", "alleges", anonymous=True), "missed: anonymous"),
    (row(HOLDS, "Arvo", "alleges"), "missed: pronoun"),
    (row(LEFT, "Bo", "alleges"), "missed: named"),
    (row(LEFT, "Bo Ek", "alleges", aliases=["Bo"]), "missed: named"),
]


@pytest.mark.parametrize(("gold", "kind"), MISSES)
def test_kinds_of_misses(gold: dict[str, Any], kind: str) -> None:
    assert tell_miss(gold) == kind


FOUND = [
    (row(DENIED, "Arvo", "doubts"), "wrong value", "denies"),
    (row(DENIED, "Lumen", "denies"), "wrong party", "other"),
    (row(HOLDS, "Lumen", "alleges", "c2"), "wrong party", "pronoun"),
    (row(RAIN, "Lumen", "alleges", "c3"), "wrong party", "nobody"),
    (row(LEFT, "Bo", "alleges"), "false find", "not checkable"),
    (row(LEFT, "unattributed", "alleges"), "false find", "narration"),
    (row(DENIED, "Lumen", "confirms"), "false find", "beside another"),
]


@pytest.mark.parametrize(("own", "kind", "sort"), FOUND)
def test_kinds_of_wrong_finds(own: dict[str, Any], kind: str, sort: str) -> None:
    counts = count_mistakes([ARTICLE], say(own))
    assert counts[kind][sort] == 1


@pytest.mark.parametrize(
    ("mine", "theirs", "sort"),
    [("Pyongyang", "Kremlin", "pronoun"), ("Moscow", "Kremlin", "metonym"),
     ("CNN", "Kremlin", "outlet or inner source")],
)  # fmt: skip
def test_parties_that_the_catalogue_knows(mine: str, theirs: str, sort: str) -> None:
    gold = Article("a", TEXT, CLAIMS, [row(HOLDS, theirs, "alleges", "c2")])
    counts = count_mistakes([gold], say(row(HOLDS, mine, "alleges", "c2")))
    assert counts["wrong party"] == {sort: 1}


def test_a_claim_in_other_words_is_poor() -> None:
    worded = {**CLAIMS, "c1": "Something is afoot."}
    counts = count_mistakes([ARTICLE], say(GOLD[0], claims=worded))
    assert counts["wording"].total() == 1


def test_ten_kinds_and_four_measures() -> None:
    assert (len(KINDS), len(MEASURES)) == (10, 4)
