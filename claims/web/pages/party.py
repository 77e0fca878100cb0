"""``/parties``: who took positions. ``/parties/{key}``: where a party stands, where it turned,
who speaks for and against it."""

from __future__ import annotations

from typing import Annotated, NamedTuple
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from claims import views
from claims.views import PartyPage, PartyTies, SpokeFor, Tie
from claims.web.access import reader
from claims.web.api.answering import TheStore
from claims.web.api.asking import Day, Words
from claims.web.pages.templating import render

SHOWN_TURNS = 30
SHOWN_CLAIMS = 5
"""Claims named beside somebody who contradicts the party."""

router = APIRouter(prefix="/parties", include_in_schema=False, dependencies=[Depends(reader)])

Key = Annotated[Words, Path()]
Cursor = Annotated[str | None, Query(max_length=200)]


class Speaker(NamedTuple):
    """Somebody who speaks for the party: by office, by what was told, or both."""

    key: str
    name: str
    on_record: bool
    roles: tuple[Tie, ...]
    spoke: SpokeFor | None


@router.get("")
def show_parties(request: Request, store: TheStore, cursor: Cursor = None) -> Response:
    """Every party that took a position, in pages; only the rows where htmx asks for more."""
    page = views.parties(store, cursor)
    more = f"/parties?{urlencode({'cursor': page.next})}" if page.next else None
    part = "hx-request" in request.headers
    template = "parts/parties.html" if part else "parties.html"
    return render(request, template, {"rows": page.items, "more": more}, page="parties")


@router.get("/{key:path}/positions")
def show_more(request: Request, store: TheStore, key: Key, cursor: Cursor = None) -> Response:
    """The next page of positions as table rows, and the next button."""
    page = views.party_positions(store, key, cursor)
    context = {"positions": page.items, "more": _more(key, page.next)}
    return render(request, "parts/positions.html", context)


@router.get("/{key:path}")
def show_party(
    request: Request,
    store: TheStore,
    key: Key,
    as_of: Annotated[Day | None, Query()] = None,
    cursor: Cursor = None,
) -> Response:
    """The page, now or as held at the end of a past day."""
    page = views.party(store, key, as_of)
    ties = views.party_ties(store, page.party.key)
    if as_of is None:
        listed = views.party_positions(store, page.party.key, cursor)
        positions, more = listed.items, _more(page.party.key, listed.next)
    else:
        positions, more = page.positions, None
    context = {
        "about": page,
        "ties": ties,
        "speakers": _list_speakers(page, ties),
        "positions": positions,
        "more": more,
        "is_first": cursor is None,
        "shown_turns": SHOWN_TURNS,
        "shown_claims": SHOWN_CLAIMS,
    }
    return render(request, "party.html", context, page="parties")


def _more(key: str, cursor: str | None) -> dict[str, str] | None:
    """Addresses of the next page: a part for htmx, a whole page without scripts."""
    if cursor is None:
        return None
    here, asked = f"/parties/{quote(key, safe='')}", urlencode({"cursor": cursor})
    return {"rows": f"{here}/positions?{asked}", "page": f"{here}?{asked}"}


def _list_speakers(page: PartyPage, ties: PartyTies) -> list[Speaker]:
    """Who speaks for the party, those who were told to have spoken first, the busiest first."""
    spoken = {spoke.speaker.key: spoke for spoke in page.speakers}
    roles: dict[str, list[Tie]] = {}
    for tie in ties.spoken_for_by:
        roles.setdefault(tie.key, []).append(tie)
    told = [
        Speaker(key, spoke.speaker.name, True, tuple(roles.get(key, ())), spoke)
        for key, spoke in spoken.items()
    ]
    held = [
        Speaker(key, each[0].name, each[0].on_record, tuple(each), None)
        for key, each in roles.items()
        if key not in spoken
    ]
    return told + held
