"""A party by key, name or a further name; names near an unknown one."""

from __future__ import annotations

from rapidfuzz import fuzz, process
from sqlmodel import Session, col, select

from claims.parties import load_catalogue
from claims.store import Store, resolve_parties
from claims.store.facts import Party, PartyName
from claims.views.errors import NotOnRecord
from claims.views.party_names import party_names
from claims.views.values import PartyRef

NEAR = 5
"""Names suggested for an unknown one."""
NEAR_SCORE = 60.0
"""Least likeness of a suggested name, 0-100 (rapidfuzz WRatio)."""


def find_party(session: Session, asked: str, cut: int | None = None) -> PartyRef:
    """The party that counts under ``asked``: its key, its name, or a further name.

    A party merged into another one gives that other one. NotOnRecord for an
    unknown name, and for one that several parties bear, with the likely keys.
    """
    found = _look_up(session, asked.strip())
    if not found:
        raise NotOnRecord("party", asked, suggest_parties(session, asked))
    roots = resolve_parties(session, found, cut)
    counting = sorted({roots[party_id] for party_id in found})
    parties = [session.get_one(Party, party_id) for party_id in counting]
    if len(parties) > 1:
        keys = [party.key for party in parties]
        raise NotOnRecord("single party", asked, keys, "(several parties bear that name)")
    return PartyRef(id=parties[0].id or 0, key=parties[0].key, name=parties[0].name)


def party_id(store: Store, asked: str) -> int:
    """The number of the party that bears a key or name itself, merged into another or not.

    NotOnRecord for an unknown name, and for one that several parties bear.
    """
    with store.read() as session:
        found = _look_up(session, asked.strip())
        if not found:
            raise NotOnRecord("party", asked, suggest_parties(session, asked))
        if len(found) > 1:
            keys = session.exec(select(Party.key).where(col(Party.id).in_(found))).all()
            raise NotOnRecord("single party", asked, keys, "(several parties bear that name)")
    return found[0]


def suggest_parties(session: Session, asked: str) -> list[str]:
    """Names on record that look like ``asked``, the nearest first."""
    names = {*session.exec(select(Party.name)), *session.exec(select(PartyName.name))}
    near = process.extract(
        asked, sorted(names), scorer=fuzz.WRatio, limit=NEAR, score_cutoff=NEAR_SCORE
    )
    return [name for name, _, _ in near]


def _look_up(session: Session, asked: str) -> list[int]:
    """Ids of the parties by key, else by a name on record, else by the catalogue's names."""
    return (
        _look_up_key(session, asked)
        or _look_up_name(session, asked)
        or _look_up_key(session, load_catalogue().resolve(asked).party_id or asked)
    )


def _look_up_key(session: Session, key: str) -> list[int]:
    return [row or 0 for row in session.exec(select(Party.id).where(Party.key == key))]


def _look_up_name(session: Session, asked: str) -> list[int]:
    # Asked again, as another reader may have met a name that this snapshot lacks.
    bearers = party_names(session).list_bearers(asked)
    return [row or 0 for row in session.exec(select(Party.id).where(col(Party.id).in_(bearers)))]
