"""Fact-checks in JSON: API answers, ClaimReview, Data Commons feeds."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.model import DocumentKind, ReadFailure, SourceDocument

Read = Callable[..., list[Any]]

API_CLAIM = {
    "text": "The bridge was closed by order of the ministry.",
    "claimant": "a viral post",
    "claimDate": "2021-03-01T00:00:00Z",
    "claimReview": [
        {
            "publisher": {"name": "Full Fact", "site": "fullfact.org"},
            "url": "https://fullfact.org/bridge",
            "title": "The bridge was open",
            "reviewDate": "2021-03-04T00:00:00Z",
            "textualRating": "False",
            "languageCode": "en",
        },
        {"publisher": {"site": "other.example"}, "textualRating": ""},
    ],
}
REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The bridge was closed.",
    "url": "https://checks.example/bridge",
    "author": {"@type": "Organization", "name": "Sample Desk", "url": "https://checks.example"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Ann Example"},
        "datePublished": "2021-03-01",
    },
    "reviewRating": {"alternateName": "Mostly false", "ratingValue": 2},
    "datePublished": "2021-03-04",
    "headline": "The bridge was open",
}


def read_json(read_bytes: Read, data: object) -> list[Any]:
    return read_bytes(json.dumps(data), "checks.json")


def test_an_api_claim_becomes_a_fact_check(read_bytes: Read) -> None:
    (found,) = read_json(read_bytes, {"claims": [API_CLAIM], "nextPageToken": "x"})
    assert found.kind is DocumentKind.FACT_CHECK
    assert found.text == (
        "Claim: The bridge was closed by order of the ministry.\n"
        "Claimed by: a viral post\n"
        "Rating by Full Fact: False\n"
        "Title: The bridge was open\n"
        "Checked by other.example, without a rating\n"
    )
    assert (found.item, found.url) == ("https://fullfact.org/bridge",) * 2
    assert (found.outlet_id, found.language) == ("full-fact", "en")
    assert found.published_at == datetime(2021, 3, 4, tzinfo=UTC)
    first, second = found.reviews
    assert first.claim_date == datetime(2021, 3, 1, tzinfo=UTC)
    assert (first.rating, first.claimant, first.title) == (
        "False",
        "a viral post",
        "The bridge was open",
    )
    assert (second.publisher, second.publisher_site, second.rating) == (None, "other.example", None)


@pytest.mark.parametrize(
    "wrap",
    [
        lambda review: review,
        lambda review: [review],
        lambda review: {"@graph": [{"@type": "WebPage"}, review]},
        lambda review: {
            "@type": "DataFeed",
            "dataFeedElement": [{"item": [review]}, {"item": None}],
        },
        lambda review: {"@type": "WebPage", "mainEntity": review},
        lambda review: {**review, "@type": ["http://schema.org/ClaimReview", "Thing"]},
    ],
)
def test_a_claim_review_is_found_in_every_wrapping(
    read_bytes: Read, wrap: Callable[[Any], Any]
) -> None:
    (found,) = read_json(read_bytes, wrap(REVIEW))
    (review,) = found.reviews
    assert (review.claim, review.claimant) == ("The bridge was closed.", "Ann Example")
    assert (review.publisher, review.publisher_site) == ("Sample Desk", "https://checks.example")
    assert (review.rating, review.title) == ("Mostly false", "The bridge was open")
    assert found.published_at == datetime(2021, 3, 4, tzinfo=UTC)
    assert found.item == "https://checks.example/bridge"


@pytest.mark.parametrize(
    ("rating", "words"),
    [
        ({"alternateName": " False "}, "False"),
        ({"ratingValue": 1, "worstRating": 1, "bestRating": 5}, "1 (from 1 to 5)"),
        ({"ratingValue": "2"}, "2"),
        ({"ratingValue": True}, None),
        ([{"alternateName": "Half true"}], "Half true"),
        ("False", None),
        (None, None),
    ],
)
def test_ratings(read_bytes: Read, rating: object, words: str | None) -> None:
    (found,) = read_json(read_bytes, {**REVIEW, "reviewRating": rating})
    assert found.reviews[0].rating == words


@pytest.mark.parametrize(
    ("author", "name"),
    [("Sample Desk", "Sample Desk"), ([{"name": "A"}, {"name": "B"}], "A"), ([], None), (7, None)],
)
def test_authors_in_loose_forms(read_bytes: Read, author: object, name: str | None) -> None:
    (found,) = read_json(read_bytes, {**REVIEW, "author": author})
    assert found.reviews[0].publisher == name


def test_without_a_url_the_key_comes_from_the_content(read_bytes: Read) -> None:
    bare = {key: value for key, value in REVIEW.items() if key != "url"}
    other = {**bare, "claimReviewed": "The bridge was open."}
    first, second = read_json(read_bytes, [bare, other])
    again, _ = read_json(read_bytes, [bare, other, None])[:2]
    assert first.item == again.item != second.item


@pytest.mark.parametrize(
    ("data", "reasons"),
    [
        ({"claims": [{"text": "x"}, API_CLAIM]}, ['claim 1 has no "claimReview"', None]),
        ({"claims": [{**API_CLAIM, "text": ""}]}, ['claim 1 has no "text"']),
        ({"claims": ["x"]}, ["claim 1 is not a JSON object"]),
        ([API_CLAIM, 5], [None, "claim 2 is not a JSON object"]),
        ([{**REVIEW, "claimReviewed": None}], ['ClaimReview 1 has no "claimReviewed"']),
        ({"answer": 42}, ["none of the shapes"]),
        ("text", ["none of the shapes"]),
        ({"claims": []}, []),
        ({"dataFeedElement": [{"item": None}]}, []),
    ],
)
def test_what_is_wrong_is_named(read_bytes: Read, data: object, reasons: list[str | None]) -> None:
    found = read_json(read_bytes, data)
    told = [each.reason if isinstance(each, ReadFailure) else None for each in found]
    assert len(told) == len(reasons)
    assert all(
        want == got or (want and got and want in got)
        for want, got in zip(reasons, told, strict=True)
    )


def test_article_objects_are_read_like_json_lines(read_bytes: Read) -> None:
    found = read_json(read_bytes, [{"text": "One story."}, {"text": "Another.", "id": "b"}, {}])
    assert [each.item for each in found] == ["record 1", "b", "record 3"]
    assert isinstance(found[2], ReadFailure)


def test_json_lines_under_the_name_json_are_read(read_bytes: Read) -> None:
    found = read_bytes('{"text": "One."}\n{"text": "Two."}\n', "pool.json")
    assert [each.text for each in found] == ["One.", "Two."]


@pytest.mark.parametrize("data", ["{", "[" * 100_000, '{"a": ' * 100_000, "nul"])
def test_broken_json_is_one_failure(read_bytes: Read, data: str) -> None:
    (failure,) = read_bytes(data, "checks.json")
    assert "not valid JSON" in failure.reason


KEYS = ["claims", "claimReview", "@type", "@graph", "text", "item", "author", "reviewRating"]
KEYS += ["claimReviewed", "publisher", "name", "url", "itemReviewed", "dataFeedElement"]
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner | st.just("ClaimReview"),
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(data=JSON_VALUES)
def test_no_json_breaks_the_readers(read_bytes: Read, data: object) -> None:
    for found in read_json(read_bytes, data):
        assert isinstance(found, SourceDocument | ReadFailure)
