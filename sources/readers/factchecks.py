"""Fact-checks in JSON: the Fact Check Tools API, ClaimReview, Data Commons feeds.

Each becomes a document of kind FACT_CHECK: ``text`` is a rendering that a
person can read, ``reviews`` hold what it says field by field.

Shapes read: ``{"claims": [...]}`` or a bare list as the API's ``claims:search``
returns it; a schema.org ClaimReview alone, in a list, in ``@graph`` or in
``dataFeedElement[].item`` (an element whose item is null was withdrawn from the
feed and says nothing).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sources.model import DocumentKind, PublishedReview
from sources.readers.dates import parse_date
from sources.readers.decode import make_storable, normalise_newlines
from sources.readers.draft import Draft, Problem
from sources.readers.finish import key_by_content
from sources.readers.language import read_language_tag

HOLDERS = ("@graph", "dataFeedElement", "item", "itemListElement", "mainEntity", "hasPart")
"""Properties in which ClaimReviews lie inside something else."""

JsonObject = Mapping[str, object]


def read_api_claim(claim: object, where: str) -> Draft | Problem:
    """The document of one entry of ``claims``; ``where`` names it in messages."""
    if not isinstance(claim, Mapping):
        return Problem(f"{where} is not a JSON object", where)
    text = read_text(claim, "text")
    listed = claim.get("claimReview")
    reviews = [
        _read_api_review(claim, text, review)
        for review in (listed if isinstance(listed, list) else [])
        if isinstance(review, Mapping)
    ]
    if not text:
        return Problem(f'{where} has no "text": the claim that was checked', where)
    if not reviews:
        return Problem(f'{where} has no "claimReview": nobody\'s verdict on the claim', where)
    return draft_fact_check(reviews)


def read_claim_review(node: JsonObject, where: str) -> Draft | Problem:
    """The document of one schema.org ClaimReview."""
    claim = read_text(node, "claimReviewed")
    if not claim:
        return Problem(f'{where} has no "claimReviewed": the claim that was checked', where)
    checked = _first_object(node.get("itemReviewed"))
    author = _first_object(node.get("author"))
    url = read_text(node, "url") or None
    review = PublishedReview(
        claim=claim,
        claimant=read_name(checked.get("author")),
        claim_date=parse_date(checked.get("datePublished")),
        publisher=read_name(node.get("author")),
        publisher_site=read_text(author, "url") or None,
        url=url,
        title=read_text(node, "headline") or read_text(node, "name") or None,
        rating=_read_rating(node.get("reviewRating")),
        review_date=parse_date(node.get("datePublished")),
        language=read_language_tag(node.get("inLanguage")),
    )
    return draft_fact_check([review])


def find_claim_reviews(data: object) -> Iterator[JsonObject]:
    """Every ClaimReview in some JSON-LD, in document order."""
    waiting = [data]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, Mapping):
            if has_type(node, "ClaimReview"):
                yield node
            else:
                waiting.extend(node[key] for key in reversed(HOLDERS) if key in node)


def has_type(node: JsonObject, name: str) -> bool:
    """Whether a JSON-LD node is of this schema.org type."""
    stated = node.get("@type")
    types = stated if isinstance(stated, list) else [stated]
    return any(isinstance(each, str) and each.rsplit("/", 1)[-1] == name for each in types)


def draft_fact_check(reviews: list[PublishedReview]) -> Draft:
    """The document of one claim's reviews (at least one). The first gives title, URL and date."""
    first = reviews[0]
    names = [review.publisher for review in reviews[:1] if review.publisher]
    sites = [review.publisher_site for review in reviews[:1] if review.publisher_site]
    return Draft(
        text=render_fact_check(reviews),
        item=first.url or key_by_content(first.claim, first.publisher, first.title, first.rating),
        kind=DocumentKind.FACT_CHECK,
        title=first.title or first.claim,
        url=first.url,
        outlet_names=tuple(names),
        outlet_sites=tuple(sites),
        language=first.language,
        published_at=first.review_date,
        reviews=tuple(reviews),
    )


def render_fact_check(reviews: list[PublishedReview]) -> str:
    """A fact-check as lines of text: claim, claimant, then each publisher's rating and title."""
    first = reviews[0]
    lines = [f"Claim: {first.claim}"]
    if first.claimant:
        lines.append(f"Claimed by: {first.claimant}")
    for review in reviews:
        publisher = review.publisher or review.publisher_site or "an unnamed publisher"
        if review.rating:
            lines.append(f"Rating by {publisher}: {review.rating}")
        else:
            lines.append(f"Checked by {publisher}, without a rating")
        if review.title:
            lines.append(f"Title: {review.title}")
    return "\n".join(lines) + "\n"


def read_text(node: JsonObject, key: str) -> str:
    """A property that is a string, stripped; "" when it is missing or something else."""
    value = node.get(key)
    return make_storable(normalise_newlines(value)).strip() if isinstance(value, str) else ""


def _read_api_review(claim: JsonObject, text: str, review: JsonObject) -> PublishedReview:
    publisher = _first_object(review.get("publisher"))
    return PublishedReview(
        claim=text or "?",
        claimant=read_text(claim, "claimant") or None,
        claim_date=parse_date(claim.get("claimDate")),
        publisher=read_text(publisher, "name") or None,
        publisher_site=read_text(publisher, "site") or None,
        url=read_text(review, "url") or None,
        title=read_text(review, "title") or None,
        rating=read_text(review, "textualRating") or None,
        review_date=parse_date(review.get("reviewDate")),
        language=read_language_tag(review.get("languageCode")),
    )


def _first_object(value: object) -> JsonObject:
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, Mapping) else {}


def read_name(value: object) -> str | None:
    """Name of a Person or Organization, which publishers also write as a bare string."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, str):
        return make_storable(value).strip() or None
    return read_text(value, "name") or None if isinstance(value, Mapping) else None


def _read_rating(value: object) -> str | None:
    """The verdict in words, else the number with the scale's ends."""
    rating = _first_object(value)
    words = read_text(rating, "alternateName") or read_text(rating, "name")
    if words:
        return words
    number = rating.get("ratingValue")
    if number is None or isinstance(number, bool) or not isinstance(number, str | int | float):
        return None
    worst, best = rating.get("worstRating"), rating.get("bestRating")
    return f"{number} (from {worst} to {best})" if worst and best else str(number)
