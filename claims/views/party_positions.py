"""A party's positions in pages, the claims that changed last first, found by keyset."""

from __future__ import annotations

from sqlalchemy import tuple_
from sqlmodel import col, select

from claims.store import Store
from claims.store.columns import from_micros, to_micros
from claims.store.projections import BoardParty
from claims.views.cursor import read_cursor, write_cursor
from claims.views.names import find_party
from claims.views.party import make_position
from claims.views.party_lines import read_lines_on
from claims.views.shapes import PartyPosition
from claims.views.values import Page


def party_positions(
    store: Store, name_or_key: str, cursor: str | None = None, limit: int = 50
) -> Page[PartyPosition]:
    """One page of a party's latest positions, one a claim.

    NotOnRecord for an unknown name, CursorError for a cursor of another party or list.
    """
    with store.read() as session:
        party = find_party(session, name_or_key)
        shape = f"party|{party.id}"
        query = select(BoardParty.claim_id, BoardParty.last_change).where(
            BoardParty.party_id == party.id
        )
        place = tuple_(col(BoardParty.last_change), col(BoardParty.claim_id))
        if cursor is not None:
            micros, claim_id = read_cursor(cursor, shape, 2)
            query = query.where(place < (from_micros(micros), claim_id))
        found = session.exec(
            query.order_by(
                col(BoardParty.last_change).desc(), col(BoardParty.claim_id).desc()
            ).limit(limit + 1)
        ).all()
        listed = found[:limit]
        lines = read_lines_on(session, party.id, [claim_id for claim_id, _ in listed])
    by_claim = {line.claim_id: make_position(line) for line in lines}
    items = tuple(by_claim[claim_id] for claim_id, _ in listed if claim_id in by_claim)
    more = len(found) > limit
    last = (to_micros(listed[-1][1]), listed[-1][0]) if more else None
    return Page(items=items, next=write_cursor(last, shape) if last else None)
