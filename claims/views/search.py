"""Claims and parties by words."""

from __future__ import annotations

from sqlmodel import Session

from claims.model import Status, Value
from claims.store import Store, search_claims
from claims.store.reading import read_lines
from claims.store.search import BOARD
from claims.views.names import read_counting
from claims.views.party_names import party_names
from claims.views.values import PartyRef


class ClaimHit(Value):
    """A claim whose sentence holds every word."""

    claim_id: int
    text: str
    status: Status
    status_basis: str


class SearchResult(Value):
    """What was found, claims newest first, parties by name."""

    words: str
    claims: tuple[ClaimHit, ...]
    parties: tuple[PartyRef, ...]


def search(store: Store, words: str, limit: int = 50) -> SearchResult:
    """Claims that hold every word (a long one also as a beginning), parties so named.

    Any text is safe as a query; one without a word finds nothing.
    """
    with store.read() as session:
        claims = _find_claims(session, words, limit)
        parties = _find_parties(session, words.strip(), limit) if words.strip() else ()
    return SearchResult(words=words, claims=claims, parties=parties)


def find_parties(store: Store, words: str, limit: int) -> tuple[PartyRef, ...]:
    """Parties that took a position under a name that holds ``words``, by name."""
    with store.read() as session:
        return _find_parties(session, words.strip(), limit) if words.strip() else ()


def _find_claims(session: Session, words: str, limit: int) -> tuple[ClaimHit, ...]:
    ids = search_claims(session, words, limit)
    lines = read_lines(session, BOARD, ids, *ClaimHit.model_fields)
    rows = {line.claim_id: ClaimHit(**line._mapping) for line in lines}
    return tuple(rows[claim_id] for claim_id in ids if claim_id in rows)


def _find_parties(session: Session, words: str, limit: int) -> tuple[PartyRef, ...]:
    refs = read_counting(session, party_names(session).list_holding(words, limit))
    return tuple(sorted(refs, key=lambda ref: ref.name))
