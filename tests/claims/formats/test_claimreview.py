"""ClaimReview out: valid by our schema, and silent where nothing is decided."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from claims.formats import Appearance, Review, plain_words, schema, write_claimreview
from claims.model import PartyKind, Status

VALIDATOR = Draft202012Validator(schema())


def review(**changes: object) -> Review:
    given_by_default: dict[str, object] = {
        "url": "https://record.example/claims/7",
        "claim": "Northland ships grain through the strait.",
        "status": Status.REFUTED,
        "explanation": "Port records show no such ship.",
        "published_on": date(2026, 11, 3),
        "publisher": "The Desk",
        "publisher_url": "https://desk.example/",
        "claimant": "Northland",
        "claimant_kind": PartyKind.STATE,
        "claimed_on": date(2026, 10, 1),
        "appearances": (
            Appearance(
                url="https://paper.example/1",
                title="Grain moves",
                outlet="The Paper",
                published_at=datetime(2026, 10, 1, 9, tzinfo=UTC),
            ),
            Appearance(url="https://agency.example/2"),
        ),
    }
    return Review.model_validate(given_by_default | changes)


def test_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("status", list(Status))
def test_every_status_gives_a_valid_document(status: Status) -> None:
    document = write_claimreview(review(status=status))
    VALIDATOR.validate(document)
    assert document["reviewRating"]["alternateName"] == plain_words(status)


@pytest.mark.parametrize(
    ("status", "value"),
    [
        (Status.REFUTED, 1),
        (Status.MISLEADING, 2),
        (Status.SUPPORTED, 5),
        (Status.CONTESTED, None),
        (Status.UNVERIFIED, None),
        (Status.UNVERIFIABLE, None),
        (Status.ACKNOWLEDGED, None),
    ],
)
def test_number_only_where_the_claim_is_held_true_or_false(
    status: Status, value: int | None
) -> None:
    rating = write_claimreview(review(status=status))["reviewRating"]
    assert rating.get("ratingValue") == value
    assert ("bestRating" in rating) is (value is not None)


@pytest.mark.parametrize(
    ("kind", "written"),
    [(PartyKind.PERSON, "Person"), (PartyKind.STATE, "Organization"), (None, "Organization")],
)
def test_claimant_is_a_person_or_an_organisation(kind: PartyKind | None, written: str) -> None:
    document = write_claimreview(review(claimant_kind=kind))
    assert document["itemReviewed"]["author"] == {"@type": written, "name": "Northland"}


def test_first_appearance_is_the_first_of_all() -> None:
    claim = write_claimreview(review())["itemReviewed"]
    assert claim["firstAppearance"]["url"] == "https://paper.example/1"
    assert [work["url"] for work in claim["appearance"]] == [
        "https://paper.example/1",
        "https://agency.example/2",
    ]


def test_unknown_claimant_and_places_are_left_out() -> None:
    document = write_claimreview(
        review(claimant=None, claimed_on=None, appearances=(), explanation="")
    )
    VALIDATOR.validate(document)
    assert document["itemReviewed"] == {
        "@type": "Claim",
        "text": "Northland ships grain through the strait.",
    }
    assert "ratingExplanation" not in document["reviewRating"]


def test_draft_says_so() -> None:
    assert write_claimreview(review(draft=True))["creativeWorkStatus"] == "Draft"
    assert "creativeWorkStatus" not in write_claimreview(review())


def test_what_is_looked_at_again_says_so_and_rates_nothing() -> None:
    document = write_claimreview(review(questioned_on=date(2026, 11, 30)))
    VALIDATOR.validate(document)
    assert document["creativeWorkStatus"] == "Under review"
    rating = document["reviewRating"]
    assert rating["alternateName"] == "Refuted by the evidence; under review since 2026-11-30"
    assert "ratingValue" not in rating


@pytest.mark.parametrize(
    "spoil",
    [
        {"reviewRating": {"@type": "Rating", "alternateName": "x", "ratingValue": 3}},
        {"@type": "Review"},
        {"url": ""},
        {"datePublished": "yesterday"},
        {"invented": 1},
    ],
)
def test_schema_refuses(spoil: dict[str, object]) -> None:
    assert list(VALIDATOR.iter_errors(write_claimreview(review()) | spoil))


@given(
    claim=st.text(min_size=1),
    claimant=st.none() | st.text(min_size=1),
    status=st.sampled_from(Status),
    explanation=st.text(),
)
def test_any_text_gives_a_valid_document(
    claim: str, claimant: str | None, status: Status, explanation: str
) -> None:
    document = write_claimreview(
        review(claim=claim, claimant=claimant, status=status, explanation=explanation)
    )
    assert list(VALIDATOR.iter_errors(document)) == []
