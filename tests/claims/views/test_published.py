"""What goes out: ClaimReview, feed, annotations, exports, filled in from the record."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from claims import views
from claims.formats import schema
from claims.model import Commitment, PartyKind, Relation, Stage, Stance, Status
from claims.settings import Settings
from claims.store import Store
from claims.views import CursorError, NotOnRecord, NotPublished, Publisher

DAY = date(2026, 3, 1)
PUBLISHER = Publisher(
    name="The Desk", url="https://desk.example/", public_url="https://record.example/"
)
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def grain(seed: Any) -> int:
    with seed.together():
        number: int = seed.claim("Northland ships grain through the strait.")
        seed.party("unattributed", PartyKind.UNATTRIBUTED)
        seed.stance(number, "unattributed", Stance.ALLEGES, DAY, commitment=Commitment.PROBABLE)
        seed.stance(number, "Ro Venn", Stance.ALLEGES, DAY + timedelta(days=1))
        seed.stance(number, "Northland", Stance.DENIES, DAY + timedelta(days=2), quote="=Never.")
        seed.evidence(number, Relation.UNDERMINES)
        seed.evidence(number, Relation.UNDERMINES)
        seed.assess(number, Status.CONTESTED, "denied")
    return number


def test_review_of_a_published_claim(grain: int, seed: Any, store: Store) -> None:
    seed.publish(grain, seed.decide(grain, Status.REFUTED))
    review = views.claim_review(store, grain, PUBLISHER)
    Draft202012Validator(schema()).validate(review)
    assert review["url"] == f"https://record.example/api/v1/claims/{grain}/claimreview"
    assert review["reviewRating"]["ratingValue"] == 1
    assert review["reviewRating"]["ratingExplanation"] == "The register shows it plainly."
    assert review["author"]["name"] == "The Desk"
    claimed = review["itemReviewed"]
    assert claimed["author"]["name"] == "Ro Venn", "nobody named is no author"
    assert claimed["datePublished"] == "2026-03-02"
    assert len(claimed["appearance"]) == 3
    assert claimed["firstAppearance"]["datePublished"].startswith("2026-03-01")
    assert "creativeWorkStatus" not in review


def test_review_says_what_was_published_and_not_what_was_decided_since(
    grain: int, seed: Any, store: Store
) -> None:
    seed.publish(grain, seed.decide(grain, Status.REFUTED))
    seed.decide(grain, Status.SUPPORTED)
    assert views.claim_review(store, grain, PUBLISHER)["reviewRating"]["ratingValue"] == 1


def test_review_of_a_claim_called_into_question_says_so_until_another_is_published(
    grain: int, seed: Any, store: Store
) -> None:
    seed.publish(grain, seed.decide(grain, Status.REFUTED))
    seed.move(grain, Stage.APPROVED, Stage.PUBLISHED)
    assert views.questioned_claims(store) == []
    seed.move(grain, Stage.PUBLISHED, Stage.CHALLENGED)
    seed.move(grain, Stage.CHALLENGED, Stage.IN_REVIEW)

    review = views.claim_review(store, grain, PUBLISHER)
    Draft202012Validator(schema()).validate(review)
    assert review["creativeWorkStatus"] == "Under review"
    assert "ratingValue" not in review["reviewRating"]
    assert views.questioned_claims(store) == [grain]

    seed.publish(grain, seed.decide(grain, Status.REFUTED))
    seed.move(grain, Stage.APPROVED, Stage.PUBLISHED)
    assert "creativeWorkStatus" not in views.claim_review(store, grain, PUBLISHER)
    assert views.questioned_claims(store) == []


def test_unpublished_claim_gives_a_draft_only(grain: int, store: Store) -> None:
    with pytest.raises(NotPublished, match="decide, approve and publish it"):
        views.claim_review(store, grain, PUBLISHER)
    draft = views.claim_review(store, grain, PUBLISHER, draft=True)
    Draft202012Validator(schema()).validate(draft)
    assert draft["creativeWorkStatus"] == "Draft"
    assert "ratingValue" not in draft["reviewRating"]
    with pytest.raises(NotOnRecord):
        views.claim_review(store, 99, PUBLISHER, draft=True)


def test_feed_tells_changes_newest_first_under_lasting_ids(
    grain: int, seed: Any, store: Store
) -> None:
    before = etree.fromstring(views.status_feed(store, PUBLISHER))
    seed.decide(grain, Status.REFUTED)
    after = etree.fromstring(views.status_feed(store, PUBLISHER))
    ids = after.xpath("a:entry/a:id/text()", namespaces=ATOM)
    assert ids[1:] == before.xpath("a:entry/a:id/text()", namespaces=ATOM)
    assert ids[0] == f"tag:record.example,2026-03-01:claim/{grain}/status/2"
    assert after.xpath("a:entry[1]/a:author/a:name/text()", namespaces=ATOM) == ["Ana"]
    assert after.xpath("a:entry[1]/a:category/@term", namespaces=ATOM) == ["refuted", "decided"]
    assert after.xpath("a:id/text()", namespaces=ATOM) == before.xpath(
        "a:id/text()", namespaces=ATOM
    )


def test_feed_leads_from_page_to_page_and_its_entries_to_pages_for_people(
    grain: int, seed: Any, store: Store
) -> None:
    def read(address: str) -> Any:
        asked = parse_qs(urlsplit(address).query)
        cursor = asked.get("cursor", [None])[0]
        return etree.fromstring(views.status_feed(store, PUBLISHER, int(asked["limit"][0]), cursor))

    for status in (Status.REFUTED, Status.SUPPORTED, Status.MISLEADING):
        seed.decide(grain, status)
    whole = etree.fromstring(views.status_feed(store, PUBLISHER))
    top = whole.xpath("a:link", namespaces=ATOM)
    assert [(link.get("rel"), link.get("href")) for link in top] == [
        ("self", "https://record.example/api/v1/feed.atom"),
        ("alternate", "https://record.example/"),
    ], "all of it on one page"
    address, ids = "https://record.example/api/v1/feed.atom?limit=3", []
    first = address
    while address:
        page = read(address)
        links = {
            link.get("rel"): link.get("href") for link in page.xpath("a:link", namespaces=ATOM)
        }
        assert links["self"] == address
        assert links.get("first") == (None if address == first else first)
        ids += page.xpath("a:entry/a:id/text()", namespaces=ATOM)
        address = links.get("next", "")
    assert ids == whole.xpath("a:entry/a:id/text()", namespaces=ATOM)
    assert len(ids) == 4
    shown = whole.xpath("a:entry[1]/a:link[@rel='alternate']/@href", namespaces=ATOM)
    assert shown == [f"https://record.example/claims/{grain}"]
    with pytest.raises(CursorError, match="ask for page one"):
        views.status_feed(store, PUBLISHER, cursor="abc")


def test_feed_of_an_empty_record_is_a_feed(store: Store) -> None:
    root = etree.fromstring(views.status_feed(store, PUBLISHER))
    assert root.xpath("a:updated/text()", namespaces=ATOM) == ["1970-01-01T00:00:00Z"]


def test_every_stance_is_an_annotation(grain: int, store: Store) -> None:
    made = views.claim_annotations(store, grain, PUBLISHER)
    assert len(made) == 3
    assert len({annotation["id"] for annotation in made}) == 3
    assert made[0]["target"]["source"].startswith("https://paper.example/")


def test_exports_hold_everything(grain: int, seed: Any, store: Store) -> None:
    seed.claim("The fleet left the harbour.")
    for what, rows in (("board", 2), ("stances", 3), ("evidence", 2)):
        told = json.loads("".join(views.export(store, what, "json")))  # type: ignore[arg-type]
        lines = "".join(views.export(store, what, "csv"))  # type: ignore[arg-type]
        table = list(csv.DictReader(io.StringIO(lines, newline="")))
        assert len(told) == len(table) == rows, what
        assert list(told[0]) == list(table[0]), what
    stances = "".join(views.export(store, "stances", "csv", claim_id=grain))
    assert ",'=Never.," in stances
    evidence = json.loads("".join(views.export(store, "evidence", "json")))
    assert [(row["evidence_id"], row["copy_of"]) for row in evidence] == [(1, None), (2, 1)]


def test_export_of_an_unknown_claim_is_refused_before_it_begins(store: Store) -> None:
    with pytest.raises(NotOnRecord, match="no claim 99"):
        views.export(store, "stances", "csv", claim_id=99)


def test_publisher_comes_from_the_settings() -> None:
    made = Publisher.of(
        Settings(organisation_name="The Desk", public_url="https://Record.example:8443/base/")  # type: ignore[arg-type]
    )
    assert made.name == "The Desk"
    assert made.host == "record.example"
    assert made.address("claims") == "https://record.example:8443/base/api/v1/claims"
