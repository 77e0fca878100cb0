"""Passages at exact offsets, ranked, and leaning with care."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.evidence import propose_relation, score_passages, split_passages
from claims.model import Relation
from claims.words import split_sentences

TEXT = (
    "The harbour of Ostvik opened at six. Mr. Lindqvist sold three cranes to Varnholm. "
    "Nobody counted the ships.\nGen. Park came from the U.S. on Monday. It rained."
)


def test_passages_are_windows_at_exact_offsets() -> None:
    passages = split_passages(TEXT)
    assert [TEXT[p.start : p.end] for p in passages] == [p.text for p in passages]
    assert passages[0].text.endswith("cranes to Varnholm.")
    assert passages[-1].text == "Gen. Park came from the U.S. on Monday. It rained."
    assert len(passages) == 4


def test_short_texts_are_one_passage_and_empty_ones_none() -> None:
    assert [p.text for p in split_passages("One line only")] == ["One line only"]
    assert split_passages(" \n ") == []
    with pytest.raises(ValueError, match="at least one sentence"):
        split_passages(TEXT, window=0)


@settings(max_examples=100)
@given(st.text(alphabet='aB .!?\n"”U.S', max_size=80), st.integers(1, 4))
def test_passages_cover_every_sentence(text: str, window: int) -> None:
    spans = split_sentences(text)
    passages = split_passages(text, window)
    assert all(text[p.start : p.end] == p.text for p in passages)
    assert all(any(p.start <= a and b <= p.end for p in passages) for a, b in spans)
    assert "".join(text.split()) == "".join("".join(text[a:b].split()) for a, b in spans)


def test_the_passage_that_shares_the_rare_words_comes_first() -> None:
    passages = split_passages(TEXT, window=1)
    ranked = score_passages("Lindqvist sold cranes to Varnholm.", passages)
    assert ranked[0].passage.text == "Mr. Lindqvist sold three cranes to Varnholm."
    assert ranked[0].coverage == 1.0
    assert ranked[0].score > ranked[-1].score or len(ranked) == 1
    assert all(each.shared for each in ranked)


def test_frequencies_of_a_larger_collection_count() -> None:
    passages = split_passages("The cranes stood. Lindqvist slept.", window=1)
    df = {"crane": 900, "lindqvist": 2}
    ranked = score_passages("Lindqvist's cranes", passages, df, total=1000)
    assert ranked[0].passage.text == "Lindqvist slept."
    with pytest.raises(ValueError, match="together"):
        score_passages("cranes", passages, df)


def test_no_passage_reaches_over_a_blank_line() -> None:
    text = "Cranes sold\n\nMay 4, 2025\n \nLindqvist sold cranes. He slept. Nobody saw it."
    assert [p.text for p in split_passages(text)] == [
        "Cranes sold",
        "May 4, 2025",
        "Lindqvist sold cranes. He slept.",
        "He slept. Nobody saw it.",
    ]


CLAIM = "Lindqvist sold three cranes to Varnholm."
LEANS = [
    ("it states it", "Lindqvist sold three cranes to Varnholm in May.", Relation.SUPPORTS),
    (
        "it states the opposite",
        "Lindqvist never sold three cranes to Varnholm.",
        Relation.UNDERMINES,
    ),
    (
        "it calls it false",
        "That Lindqvist sold three cranes to Varnholm is false.",
        Relation.UNDERMINES,
    ),
    (
        "somebody's word",
        "Lindqvist sold three cranes to Varnholm, the mayor said.",
        Relation.CONTEXT,
    ),
    *(
        (f"somebody's word: {opening}", f"{opening} {CLAIM}", Relation.CONTEXT)
        for opening in (
            "The mayor denied that",
            "The mayor dismissed reports that",
            "The mayor rejects the charge that",
            "The Echo retracted a report that",
            "The mayor doubts that",
            "The mayor warned that",
            "The mayor would not confirm that",
            "The mayor could neither confirm nor deny that",
        )
    ),
    ("a question", "Had Lindqvist sold three cranes to Varnholm?", Relation.CONTEXT),
    ("the other way round", "Varnholm sold three cranes to Lindqvist.", Relation.CONTEXT),
    ("a possibility", "Lindqvist may have sold three cranes to Varnholm.", Relation.CONTEXT),
    ("another figure", "Lindqvist sold nine cranes to Varnholm.", Relation.CONTEXT),
    ("too little of it", "Lindqvist has three cranes.", Relation.CONTEXT),
    ("nothing", "", Relation.CONTEXT),
]


@pytest.mark.parametrize(("sentence", "passage", "relation"), LEANS)
def test_how_a_passage_leans(sentence: str, passage: str, relation: Relation) -> None:
    got = propose_relation(CLAIM, passage)
    assert got.relation is relation, sentence
    assert got.confidence <= 0.6
    assert got.reasons


def test_a_word_of_the_claim_itself_passes_nothing_on() -> None:
    claim = "The council rejected the budget of Varnholm."
    assert propose_relation(claim, f"On Monday {claim}").relation is Relation.SUPPORTS


@settings(max_examples=60)
@given(st.text(max_size=120), st.text(max_size=200))
def test_any_texts_can_be_weighed(claim: str, passage: str) -> None:
    assert propose_relation(claim, passage).confidence <= 0.6
    for each in score_passages(claim, split_passages(passage)):
        assert 0 < each.coverage <= 1
