"""Grades and ratings as tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.evidence import Basis, grade, read_basis, read_rating
from claims.model import Relation, Reliability

REVIEWS = Path(__file__).resolve().parents[4] / "shared/data/factcheck_api/claim_reviews.json"

GRADES = [
    ("a good outlet's own report is strong", Reliability.A, Basis.OWN_REPORTING, "A2"),
    ("one source is only possibly true", Reliability.A, Basis.ONE_SOURCE, "A3"),
    ("an unnamed source is doubtful", Reliability.B, Basis.ANONYMOUS, "B4"),
    ("hearsay is doubtful", Reliability.B, Basis.HEARSAY, "B4"),
    ("a poor outlet's report keeps its basis", Reliability.D, Basis.SEVERAL_SOURCES, "D2"),
    ("an unreliable outlet's report is doubtful", Reliability.E, Basis.OWN_REPORTING, "E4"),
    ("an ungraded outlet cannot be judged", None, Basis.OWN_REPORTING, "F6"),
]


@pytest.mark.parametrize(("sentence", "reliability", "basis", "expected"), GRADES)
def test_default_grades(
    sentence: str, reliability: Reliability | None, basis: Basis, expected: str
) -> None:
    got = grade(reliability, basis)
    assert f"{got.reliability}{got.credibility}" == expected, sentence
    assert got.reasons


BASES = [
    ("The harbour was empty on Monday morning.", Basis.OWN_REPORTING),
    ("The harbour was empty, the mayor said.", Basis.ONE_SOURCE),
    ("The harbour was empty, said a port official who asked not to be named.", Basis.ANONYMOUS),
    ("Sources in the port said the harbour was empty.", Basis.ANONYMOUS),
    ("Three port officials said the harbour was empty.", Basis.SEVERAL_SOURCES),
    ("Court documents show that the harbour was sold.", Basis.OFFICIAL_RECORD),
    ("The harbour was reportedly empty.", Basis.HEARSAY),
    ("The harbour is believed to be empty.", Basis.HEARSAY),
]


@pytest.mark.parametrize(("passage", "expected"), BASES)
def test_how_a_passage_knows(passage: str, expected: Basis) -> None:
    assert read_basis(passage) is expected


def test_a_credited_agency_is_one_source() -> None:
    assert read_basis("The harbour was empty.", credited="Reuters") is Basis.ONE_SOURCE


RATINGS = [
    ("False", Relation.UNDERMINES, 2),
    ("  FALSE. ", Relation.UNDERMINES, 2),
    ("Pants on Fire", Relation.UNDERMINES, 2),
    ("Misleading", Relation.UNDERMINES, 3),
    ("Mostly False", Relation.UNDERMINES, 3),
    ("Missing context", Relation.UNDERMINES, 3),
    ("True", Relation.SUPPORTS, 2),
    ("Mostly true", Relation.SUPPORTS, 3),
    ("Half True", Relation.CONTEXT, 6),
    ("Unproven", Relation.CONTEXT, 6),
    ("خطأ", Relation.UNDERMINES, 2),
    ("مُضلِّل", Relation.UNDERMINES, 3),
    ("مضلّل", Relation.UNDERMINES, 3),
    ("غير صحيح جزئيًا", Relation.UNDERMINES, 3),
    ("إشاعة", Relation.UNDERMINES, 3),
    ("صحيح", Relation.SUPPORTS, 2),
    ("صحيح جزئياً", Relation.SUPPORTS, 3),
    ("نصف حقيقي", Relation.CONTEXT, 6),
    ("Falso", Relation.UNDERMINES, 2),
    ("After a long search we found that this claim is false.", Relation.UNDERMINES, 2),
    ("بعد البحث قررنا تصنيف الادعاء على أنه زائف لأن الصورة من بلد آخر", Relation.UNDERMINES, 2),
    ("False - the port has been closed since the spring of last year", Relation.UNDERMINES, 2),
]


@pytest.mark.parametrize(("rating", "relation", "credibility"), RATINGS)
def test_what_a_rating_means(rating: str, relation: Relation, credibility: int) -> None:
    got = read_rating(rating)
    assert (got.relation, got.credibility, got.known) == (relation, credibility, True)
    assert got.rating == rating


UNKNOWN = ["Wibble", "", "Not untrue", "It is false that this is fake, the verdict: true, is wrong"]


@pytest.mark.parametrize("rating", UNKNOWN)
def test_an_unknown_rating_is_context_by_name(rating: str) -> None:
    got = read_rating(rating, title="The headline")
    assert (got.relation, got.credibility, got.known) == (Relation.CONTEXT, 6, False)
    assert repr(rating) in got.reasons[0]
    assert "The headline" in got.reasons[0]


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_rating_is_answered(rating: str) -> None:
    got = read_rating(rating)
    assert got.known or got.relation is Relation.CONTEXT


@pytest.mark.shared
@pytest.mark.skipif(not REVIEWS.exists(), reason="needs ../shared/data/factcheck_api")
def test_ratings_of_real_fact_checks_are_known() -> None:
    claims = json.loads(REVIEWS.read_text(encoding="utf-8"))
    meanings = [
        read_rating(review["textualRating"]) for claim in claims for review in claim["claimReview"]
    ]
    known = [meaning for meaning in meanings if meaning.known]
    assert len(known) >= 0.99 * len(meanings)
    assert {meaning.relation for meaning in known} == set(Relation)
