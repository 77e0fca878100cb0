"""The record in other people's shapes: ClaimReview, Atom, Web Annotation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Self
from urllib.parse import urlencode

from pydantic import Field
from sqlmodel import Session, col, select

from claims.formats import (
    Appearance,
    Feed,
    FeedEntry,
    Quote,
    Review,
    tag_uri,
    write_annotation,
    write_atom,
    write_claimreview,
)
from claims.model import AFFIRMING, PartyKind, Stage, Stance, Status, Value
from claims.settings import Settings
from claims.store import Store
from claims.store.columns import EPOCH
from claims.store.facts import Claim, Decision, Publication, StageMove, StatusChange
from claims.store.journal import LedgerEntry
from claims.store.projections import Board
from claims.store.reading import pick, read_rows
from claims.views.cells import PARTY
from claims.views.claim import claim
from claims.views.cursor import read_cursor, write_cursor
from claims.views.errors import ViewError
from claims.views.matrix import Cell, order_cells
from claims.views.moments import utc_day
from claims.views.shapes import ClaimPage

NOBODY = frozenset({PartyKind.UNATTRIBUTED, PartyKind.ANONYMOUS})
"""Not to be named as the author of a claim."""
FEED_MINTED = date(2026, 1, 1)
"""The date inside the feed's own tag URI: any day on which the host was ours, never changed."""
FEED = "feed"
FEED_ENTRIES = 50
"""Entries on a page of the feed, where nothing else is asked."""


class NotPublished(ViewError):  # noqa: N818 - it reads as the answer it is
    """The claim is on record, but nobody has published a review of it."""


class Publisher(Value):
    """Who stands behind what goes out, and where the record is read from outside."""

    name: str = Field(min_length=1)
    url: str = Field(min_length=1)
    public_url: str = Field(min_length=1)
    """Base of the record's own addresses, with or without a slash at the end."""

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The publisher that the settings name."""
        return cls(
            name=settings.organisation_name,
            url=str(settings.organisation_url),
            public_url=str(settings.public_url),
        )

    def address(self, path: str) -> str:
        """An address of this record for programs."""
        return self.page(f"api/v1/{path}")

    def page(self, path: str) -> str:
        """An address of this record for people."""
        return f"{self.public_url.rstrip('/')}/{path}"

    @property
    def host(self) -> str:
        """The host name of ``public_url``: the authority of tag URIs."""
        return self.public_url.split("//", 1)[-1].split("/", 1)[0].rsplit("@", 1)[-1].split(":")[0]


def claim_review(
    store: Store, claim_id: int, publisher: Publisher, *, draft: bool = False
) -> dict[str, Any]:
    """The published review of a claim as ClaimReview JSON-LD; while the claim is called into
    question, it says so and rates nothing.

    ``draft`` gives the present state of a claim that nobody published, marked
    as a draft. NotOnRecord for an unknown id; NotPublished without ``draft``.
    """
    page = claim(store, claim_id)
    published = page.standing.published
    if published is None and not draft:
        raise NotPublished(
            f"claim {page.claim_id} has no published review: decide, approve and publish it"
            " first, or ask for a draft"
        )
    with store.read() as session:
        decision = session.get(Decision, published.decision_id) if published else None
        status, explanation = _read_verdict(page, decision)
        claimant, kind = _find_claimant(session, page)
        questioned = _find_question(session, page) if published else None
    return write_claimreview(
        Review(
            url=publisher.address(f"claims/{page.claim_id}/claimreview"),
            claim=page.text,
            status=status,
            explanation=explanation,
            published_on=utc_day(published.at if published else page.last_change),
            publisher=publisher.name,
            publisher_url=publisher.url,
            claimant=claimant.party.name if claimant else None,
            claimant_kind=kind,
            claimed_on=claimant.day if claimant else None,
            appearances=_list_appearances(list_cells(page)),
            draft=published is None,
            questioned_on=None if questioned is None else utc_day(questioned),
        )
    )


def questioned_claims(store: Store) -> list[int]:
    """Numbers of the claims that were published and are called into question, oldest first."""
    with store.read() as session:
        query = (
            select(Board.claim_id)
            .join(Publication, col(Publication.claim_id) == col(Board.claim_id))
            .where(Board.stage != Stage.PUBLISHED)
            .distinct()
        )
        return list(session.exec(query.order_by(col(Board.claim_id))))


def _find_question(session: Session, page: ClaimPage) -> datetime | None:
    """When the claim was last taken out of ``published``; None while it stands there."""
    if page.standing.stage is Stage.PUBLISHED:
        return None
    moved = (
        select(StageMove.at)
        .where(StageMove.claim_id == page.claim_id, StageMove.source == Stage.PUBLISHED)
        .order_by(col(StageMove.id).desc())
        .limit(1)
    )
    return session.exec(moved).first()


def status_feed(
    store: Store, publisher: Publisher, limit: int = FEED_ENTRIES, cursor: str | None = None
) -> bytes:
    """One page of the status changes as an Atom feed, newest first; it links to the next.

    CursorError for a cursor that is not of this feed.
    """
    query = select(StatusChange, Claim.text).join(
        Claim, col(Claim.id) == col(StatusChange.claim_id)
    )
    if cursor is not None:
        (last,) = read_cursor(cursor, FEED, 1)
        query = query.where(col(StatusChange.id) < last)
    with store.read() as session:
        found = session.exec(query.order_by(col(StatusChange.id).desc()).limit(limit + 1)).all()
        first = session.exec(select(LedgerEntry.at).order_by(col(LedgerEntry.seq)).limit(1)).first()
    listed, more = found[:limit], len(found) > limit
    after = write_cursor((listed[-1][0].id or 0,), FEED) if more else None
    feed = Feed(
        id=tag_uri(publisher.host, FEED_MINTED, "status"),
        title=f"{publisher.name}: how claims stand",
        self_link=_feed_page(publisher, limit, cursor),
        link=publisher.page(""),
        author=publisher.name,
        updated=first or EPOCH,
        first=None if cursor is None else _feed_page(publisher, limit, None),
        next=None if after is None else _feed_page(publisher, limit, after),
    )
    return write_atom(feed, (_make_entry(row, text, publisher) for row, text in listed))


def _feed_page(publisher: Publisher, limit: int, cursor: str | None) -> str:
    """The address of the feed's page."""
    asked = {"limit": None if limit == FEED_ENTRIES else limit, "cursor": cursor}
    query = urlencode({name: value for name, value in asked.items() if value is not None})
    return publisher.address(f"feed.atom?{query}" if query else "feed.atom")


def claim_annotations(store: Store, claim_id: int, publisher: Publisher) -> list[dict[str, Any]]:
    """Every stance on a claim as a W3C Web Annotation. NotOnRecord for an unknown id."""
    page = claim(store, claim_id)
    return [_annotate(cell, page, publisher) for cell in list_cells(page)]


def list_cells(page: ClaimPage) -> list[Cell]:
    """The page's stances in the order in which the positions were taken."""
    cells = (cell for row in page.matrix.rows for day in row.days for cell in day.cells)
    return sorted(cells, key=order_cells)


def _read_verdict(page: ClaimPage, decision: Decision | None) -> tuple[Status, str]:
    if decision is not None:
        return decision.status, decision.rationale
    suggestion = page.standing.suggestion
    if page.standing.decision is not None:
        return page.standing.status, page.standing.decision.rationale
    return page.standing.status, " ".join(suggestion.reasons) if suggestion else ""


def _find_claimant(session: Session, page: ClaimPage) -> tuple[Cell | None, PartyKind | None]:
    """The first stance that puts the claim forward under a name, with the party's kind."""
    cells = [cell for cell in list_cells(page) if cell.value in AFFIRMING and not cell.anonymous]
    ids = {cell.party.id for cell in cells}
    found = read_rows(session, pick(PARTY, "id", "kind"), PARTY.c.id, ids)
    kinds = {row.id: row.kind for row in found}
    named = [cell for cell in cells if kinds[cell.party.id] not in NOBODY]
    first = next((cell for cell in named if cell.value is Stance.ALLEGES), None)
    chosen = first or next(iter(named), None)
    return (chosen, PartyKind(kinds[chosen.party.id])) if chosen else (None, None)


def _list_appearances(cells: Iterable[Cell]) -> tuple[Appearance, ...]:
    """The documents that have an address, oldest first."""
    by_url: dict[str, Cell] = {}
    for cell in cells:
        if cell.url:
            by_url.setdefault(cell.url, cell)
    oldest = sorted(by_url.values(), key=lambda cell: cell.published_at or cell.recorded_at)
    return tuple(
        Appearance(
            url=cell.url or "",
            title=cell.title,
            outlet=cell.outlet,
            published_at=cell.published_at,
        )
        for cell in oldest
    )


def _make_entry(row: StatusChange, text: str, publisher: Publisher) -> FeedEntry:
    before = "" if row.source is None else f" (was {row.source.value})"
    return FeedEntry(
        id=tag_uri(publisher.host, utc_day(row.at), f"claim/{row.claim_id}/status/{row.id}"),
        title=f"{row.target.value}{before}: {text}",
        updated=row.at,
        author=row.actor,
        link=publisher.page(f"claims/{row.claim_id}"),
        data=publisher.address(f"claims/{row.claim_id}"),
        summary=f"{row.basis}. {row.reason}".strip(),
        categories=(row.target.value, row.basis),
    )


def _annotate(cell: Cell, page: ClaimPage, publisher: Publisher) -> dict[str, Any]:
    return write_annotation(
        Quote(
            id=publisher.address(f"claims/{page.claim_id}/annotations#stance-{cell.stance_id}"),
            source=cell.url or publisher.address(f"documents/{cell.document_id}"),
            claim_url=publisher.address(f"claims/{page.claim_id}"),
            claim=page.text,
            party=cell.party.name,
            speaker=cell.speaker.name if cell.speaker else None,
            stance=cell.value,
            mode=cell.mode,
            commitment=cell.commitment,
            span=cell.span,
            recorded_at=cell.recorded_at,
            recorded_by=cell.recorded_by,
        )
    )
