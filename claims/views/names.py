"""A party by key, name or a further name, an outlet by id or name; names near an unknown one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rapidfuzz import fuzz, process
from sqlalchemy import Row, func, or_, select
from sqlmodel import Session

from claims.parties import load_catalogue
from claims.store import Store, resolve_parties
from claims.store.among import among
from claims.store.counters import NO_OUTLET
from claims.store.facts import Document, Party, PartyName
from claims.store.merges import PARTY_MERGE
from claims.store.projections import OutletCount
from claims.store.reading import pick, read_by_keys
from claims.store.tables import table_of
from claims.views.cells import PARTY, refer
from claims.views.errors import NotOnRecord
from claims.views.party_names import party_names
from claims.views.values import PartyRef
from claims.words import fold

_EVER_MERGED = (
    select(1)
    .where(or_(PARTY_MERGE.c.party_id == PARTY.c.id, PARTY_MERGE.c.into_id == PARTY.c.id))
    .exists()
    .label("ever_merged")
)
_PARTIES = select(*pick(PARTY, "id", "key", "name"), _EVER_MERGED)
_BY_ID = _PARTIES.where(among(PARTY.c.id))
_BY_KEY = _PARTIES.where(among(PARTY.c.key))
OUTLET, DOCUMENT = table_of(OutletCount), table_of(Document)
_OUTLETS = (
    select(
        OUTLET.c.outlet_id,
        func.coalesce(DOCUMENT.c.outlet_name, OUTLET.c.outlet_id).label("name"),
    )
    .join(DOCUMENT, DOCUMENT.c.id == OUTLET.c.last_document_id)
    .where(OUTLET.c.outlet_id != NO_OUTLET)
)
NEAR = 5
"""Names suggested for an unknown one."""
NEAR_SCORE = 60.0
"""Least likeness of a suggested name, 0-100 (rapidfuzz WRatio)."""


def find_party(session: Session, asked: str, cut: int | None = None) -> PartyRef:
    """The party that counts under ``asked``: its key, its name, or a further name, whatever its
    case and accents. Whoever is called so goes before those that somebody called so.

    A party merged into another one gives that other one. NotOnRecord for an
    unknown name, and for one that several parties bear, with theirs.
    """
    return refer(_only_one(asked, _find_roots(session, _look_up(session, asked), cut)))


def find_outlet(session: Session, asked: str) -> str:
    """The id of the outlet with that id or name, whatever its case and accents. NotOnRecord,
    with names like it, for others."""
    name = asked.strip()
    if session.get(OutletCount, name or NO_OUTLET) is not None and name:
        return name
    found = session.execute(_OUTLETS).all()
    so_named = _prefer_as_written(name, found)
    if len(so_named) != 1:
        raise NotOnRecord("outlet", asked, _list_near(name, {row.name for row in found}))
    return str(so_named[0].outlet_id)


def read_counting(session: Session, party_ids: Iterable[int]) -> list[PartyRef]:
    """The parties that count today for these, in no particular order."""
    found = read_by_keys(session, _BY_ID, party_ids)
    return [refer(row) for row in _find_roots(session, found, None)]


def _find_roots(session: Session, found: Sequence[Row[Any]], cut: int | None) -> list[Row[Any]]:
    """The parties that count for those of ``found``, each once."""
    if not any(row.ever_merged for row in found):
        return list(found)
    roots = resolve_parties(session, [row.id for row in found], cut)
    return read_by_keys(session, _BY_ID, {roots[row.id] for row in found})


def party_id(store: Store, asked: str) -> int:
    """The number of the party that bears a key or name itself, merged into another or not.

    NotOnRecord for an unknown name, and for one that several parties bear.
    """
    with store.read() as session:
        return int(_only_one(asked, _look_up(session, asked)).id)


def names_near_new(store: Store, asked: str) -> tuple[str, ...] | None:
    """Names on record near one that is new to record and catalogue; None for a known one.

    A correction to such a name adds a party to the record, meant or by a slip of the pen.
    """
    try:
        party_id(store, asked)
    except NotOnRecord as unknown:
        known = unknown.kind != "party" or load_catalogue().resolve(asked.strip()).party_id
        return None if known else tuple(unknown.near)
    return None


def suggest_parties(session: Session, asked: str) -> list[str]:
    """Names on record that look like ``asked``, the nearest first."""
    named = (session.execute(select(table_of(kind).c.name)) for kind in (Party, PartyName))
    return _list_near(asked, {name for found in named for (name,) in found})


def _list_near(asked: str, names: Iterable[str]) -> list[str]:
    near = process.extract(
        asked,
        sorted(names),
        scorer=fuzz.WRatio,
        processor=fold,
        limit=NEAR,
        score_cutoff=NEAR_SCORE,
    )
    return [name for name, _, _ in near]


def _look_up(session: Session, asked: str) -> list[Row[Any]]:
    """The parties by key, else by a name on record, else by the catalogue's names, each with
    whether it was ever merged. NotOnRecord where there is none."""
    name = asked.strip()
    found = (
        _look_up_key(session, name)
        or _look_up_name(session, name)
        or _look_up_key(session, load_catalogue().resolve(name).party_id or name)
    )
    if not found:
        raise NotOnRecord("party", asked, suggest_parties(session, asked))
    return found


def _look_up_name(session: Session, name: str) -> list[Row[Any]]:
    # Asked again, as another reader may have met a name that this snapshot lacks.
    bearers = read_by_keys(session, _BY_ID, party_names(session).list_bearers(name))
    return _prefer_as_written(name, bearers) or bearers


def _prefer_as_written(name: str, rows: Sequence[Row[Any]]) -> list[Row[Any]]:
    """The rows of that very name, whatever its case; else those where only accents differ."""
    for spell in (str.casefold, fold):
        named = [row for row in rows if spell(row.name) == spell(name)]
        if named:
            return named
    return []


def _look_up_key(session: Session, key: str) -> list[Row[Any]]:
    return read_by_keys(session, _BY_KEY, [key])


def _only_one(asked: str, found: Sequence[Row[Any]]) -> Row[Any]:
    """The party. NotOnRecord where several bear that name."""
    if len(found) > 1:
        rows = sorted(found, key=lambda row: row.id)
        names = [row.name for row in rows]
        told = names if len({name.casefold() for name in names}) == len(names) else None
        near = told or [row.key for row in rows]
        raise NotOnRecord("single party", asked, near, "(several parties bear that name)")
    return found[0]
