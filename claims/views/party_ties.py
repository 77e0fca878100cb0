"""Whose word counts as a party's, and as whose its own counts: roles with dates, parts, organs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session, col, select

from claims.model import Value
from claims.parties import Catalogue, load_catalogue
from claims.parties.party import Party as CataloguedParty
from claims.parties.party import SpeaksFor
from claims.store import Store
from claims.store.facts import Party
from claims.views.cells import chunk

MOST = 200
"""Parties of one kind listed: a state has hundreds of institutions."""


class Tie(Value):
    """Another party, and what ties it to this one."""

    key: str
    name: str
    role: str = ""
    """``foreign minister``, for somebody who speaks for a party."""
    since: date | None = None
    """First day of the role; None where the catalogue does not know it."""
    until: date | None = None
    on_record: bool
    """Whether the record knows it: the others stand in the catalogue only."""


class PartyTies(Value):
    """What ties a party to others."""

    part_of: Tie | None
    organ_of: Tie | None
    speaks_for: tuple[Tie, ...]
    """For whom it speaks, in which role; the role is theirs to give."""
    spoken_for_by: tuple[Tie, ...]
    """Who speaks for it, the role held last first."""
    parts: tuple[Tie, ...]
    organs: tuple[Tie, ...]


def party_ties(store: Store, key: str) -> PartyTies:
    """The ties of the party of that key, from the catalogue and the record."""
    catalogue = load_catalogue()
    known = catalogue.get(key)
    with store.read() as session:
        row = session.exec(select(Party).where(Party.key == key)).first()
        part_of = row.part_of if row else known.part_of if known else None
        organ_of = row.organ_of if row else known.organ_of if known else None
        parts = {party.id: party.name for party in catalogue.parties if party.part_of == key}
        parts |= _read_below(session, Party.part_of, key)
        organs = {party.id: party.name for party in catalogue.parties if party.organ_of == key}
        organs |= _read_below(session, Party.organ_of, key)
        above = () if known is None else known.speaks_for
        speakers = _find_speakers(catalogue, key)
        tied = {part_of, organ_of, *parts, *organs, *(held.party for held in above)}
        tied |= {party.id for party, _ in speakers}
        names = _read_names(session, {each for each in tied if each is not None})
    return PartyTies(
        part_of=None if part_of is None else _name(catalogue, names, part_of),
        organ_of=None if organ_of is None else _name(catalogue, names, organ_of),
        speaks_for=tuple(_name(catalogue, names, held.party, held) for held in above),
        spoken_for_by=tuple(_name(catalogue, names, party.id, held) for party, held in speakers),
        parts=_list(names, parts),
        organs=_list(names, organs),
    )


def _find_speakers(catalogue: Catalogue, key: str) -> list[tuple[CataloguedParty, SpeaksFor]]:
    """Who speaks for the party, those who still do first, then the role held last."""
    found = [
        (party, held)
        for party in catalogue.parties
        for held in party.speaks_for
        if held.party == key
    ]
    found.sort(
        key=lambda each: (each[1].until or date.max, each[1].since or date.min), reverse=True
    )
    return found[:MOST]


def _read_below(session: Session, above: str | None, key: str) -> dict[str, str]:
    """Parties on record below ``key``; ``above`` is the column that names what they belong to."""
    found = session.exec(
        select(Party.key, Party.name).where(col(above) == key).order_by(col(Party.id)).limit(MOST)
    )
    return dict(found.all())


def _read_names(session: Session, keys: Iterable[str]) -> dict[str, str]:
    """Names of those parties that are on record, by key."""
    names: dict[str, str] = {}
    for part in chunk(sorted(keys)):
        names.update(
            session.exec(select(Party.key, Party.name).where(col(Party.key).in_(part))).all()
        )
    return names


def _name(
    catalogue: Catalogue, names: dict[str, str], key: str, held: SpeaksFor | None = None
) -> Tie:
    known = catalogue.get(key)
    return Tie(
        key=key,
        name=names.get(key) or (known.name if known else key),
        role=held.role if held else "",
        since=held.since if held else None,
        until=held.until if held else None,
        on_record=key in names,
    )


def _list(names: dict[str, str], found: dict[str, str]) -> tuple[Tie, ...]:
    ties = [
        Tie(key=key, name=names.get(key, name), on_record=key in names)
        for key, name in found.items()
    ]
    return tuple(sorted(ties, key=lambda tie: (not tie.on_record, tie.name))[:MOST])
