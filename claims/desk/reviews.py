"""Published fact-checks onto the record: the claimant's position, and the verdict as evidence.

The document is the fact-check as it was read, and every quote stands in its
text. A claimant that is a platform or a crowd ("x.com", "several sources") is
recorded as told and anonymous: nobody is named there who could stand by it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from claims.desk.evidence import add_evidence
from claims.desk.origins import OriginLink, outlet_origin
from claims.desk.placing import Place
from claims.desk.positions import DocumentPass
from claims.desk.record import (
    add_reading,
    find_recorded,
    open_reading,
    place_findings,
    sift_findings,
)
from claims.desk.rereading import REVIEWS_READER
from claims.desk.values import EvidenceDraft, Material, Recorded, Review
from claims.evidence import Basis, grade, read_rating
from claims.model import (
    UNATTRIBUTED,
    ClaimDraft,
    EvidenceKind,
    Finding,
    Mode,
    Span,
    Stance,
)
from claims.parties import Catalogue, load_catalogue
from claims.settings import Settings, load_settings
from claims.status import Actor
from claims.store import Store
from claims.store.effective import flip_relation

CLAIMANT_CONFIDENCE = 0.9
"""That the named claimant made the claim: the publisher says so, and may summarise."""

_NOBODY = re.compile(
    r"(?:^|\.|//)(?:x|twitter|facebook|fb|instagram|tiktok|youtube|youtu|telegram|t|whatsapp"
    r"|threads|reddit|vk|weibo|snapchat|linkedin)\.(?:com|watch|me|be|net|org)\b"
    r"|\b(?:social media|facebook|twitter|instagram|tiktok|telegram|whatsapp|youtube"
    r"|multiple sources|several sources|various sources|viral|posts?|users|internet|bloggers)\b"
    r"|التواصل|الفيس\s?بوك|فيس\s?بوك|تويتر|التيك\s?توك|تيك\s?توك|يوتيوب|تلغرام|واتساب"
    r"|^(?:عدة|عدّة)?\s?(?:مصادر|أطراف|حسابات|صفحات|منشورات|مستخدمون)",
    re.IGNORECASE,
)


def record_reviews(
    store: Store,
    actor: Actor,
    material: Material,
    reviews: Sequence[Review],
    *,
    settings: Settings | None = None,
    catalogue: Catalogue | None = None,
) -> Recorded:
    """Record a published fact-check. The same one a second time changes nothing.

    The claim opens or joins one; the claimant ``alleges`` it where the text
    quotes it; each publisher's verdict becomes evidence of kind ``fact_check``.
    """
    with store.read() as session:
        before = find_recorded(session, material, REVIEWS_READER)
    if before is not None:
        return before
    limit = (settings or load_settings()).match_candidates
    catalogue = catalogue or load_catalogue()
    with store.write(actor=actor.name, action="record_reviews", note=material.name) as tx:
        before = find_recorded(tx.session, material, REVIEWS_READER)
        if before is not None:
            return before
        reading, _ = open_reading(tx, actor, catalogue, material, REVIEWS_READER)
        return _record(reading, reviews, limit)


def _record(reading: DocumentPass, reviews: Sequence[Review], limit: int) -> Recorded:
    texts = list(dict.fromkeys(review.claim for review in reviews))
    local = {text: f"c{number}" for number, text in enumerate(texts, start=1)}
    drafts = [ClaimDraft(id=local[text], text=text) for text in texts]
    told = [find_allegation(reading, review, local[review.claim]) for review in reviews]
    findings, refused = sift_findings(reading, list(dict.fromkeys(told)))
    placed, rows = place_findings(reading, drafts, findings, limit)
    add_reading(reading, rows)
    for review in reviews:
        place = placed.places.get(local[review.claim])
        if place is not None:
            _add_verdict(reading, review, place)
    return Recorded(
        document_id=reading.held.id,
        new=True,
        claim_ids=tuple(dict.fromkeys(place.claim_id for place in placed.places.values())),
        claims_opened=placed.opened,
        claims_joined=placed.joined,
        proposals=placed.proposals,
        stances=len(rows),
        failures=tuple(refused),
        origin=reading.held.origin_key,
    )


def find_allegation(reading: DocumentPass, review: Review, claim: str) -> Finding:
    """The claimant's position, quoted where the fact-check's text tells the claim.

    Where the text lacks the claim, the span points nowhere and is refused.
    """
    text = reading.material.document.text
    start = max(text.find(review.claim), 0)
    span = Span(start=start, end=start + len(review.claim), exact=review.claim)
    if span.holds_in(text):
        span = Span.cut(text, span.start, span.end)
    named = review.claimant is not None and not is_platform(review.claimant)
    return Finding(
        claim=claim,
        span=span,
        party=review.claimant or UNATTRIBUTED,
        stance=Stance.ALLEGES,
        mode=Mode.INDIRECT if review.claimant else Mode.HEDGED,
        anonymous=not named,
        confidence=CLAIMANT_CONFIDENCE,
        reasons=(_tell_claimant(review),),
        said_on=review.claim_date.date() if review.claim_date else None,
    )


def is_platform(claimant: str) -> bool:
    """Whether a claimant is a platform or a crowd rather than somebody."""
    return _NOBODY.search(claimant.strip()) is not None


def _tell_claimant(review: Review) -> str:
    if review.claimant is None:
        return f"{review.publisher} names no claimant."
    return f"{review.publisher} names {review.claimant} as the claimant."


def _add_verdict(reading: DocumentPass, review: Review, place: Place) -> None:
    meaning = read_rating(review.rating, review.title)
    relation = flip_relation(meaning.relation) if place.opposite else meaning.relation
    graded = grade(review.reliability, Basis.OWN_REPORTING)
    start = reading.material.document.text.rfind(review.rating) if review.rating else -1
    draft = EvidenceDraft(
        relation=relation,
        kind=EvidenceKind.FACT_CHECK,
        reliability=graded.reliability,
        credibility=max(graded.credibility, meaning.credibility),
        document_id=reading.held.id,
        start=start if start >= 0 else None,
        end=start + len(review.rating) if start >= 0 else None,
        url=review.url,
        title=review.title,
        note=f"{review.publisher} rates it: {review.rating or 'no rating given'}",
        reasons=(*meaning.reasons, *graded.reasons),
    )
    origin = _publisher_origin(reading.catalogue, review)
    add_evidence(reading.tx, place.claim_id, draft, reading.extractor, origin)


def _publisher_origin(catalogue: Catalogue, review: Review) -> OriginLink | None:
    """The publisher as an origin: its outlet, else the site of the review, else its name."""
    if review.publisher_outlet is None and review.url:
        host = urlsplit(review.url).hostname
        if host:
            return OriginLink(f"site:{host.removeprefix('www.')}", review.publisher)
    return outlet_origin(catalogue, review.publisher_outlet, review.publisher)
