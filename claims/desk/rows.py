"""Parties, names and origins as rows: found where the record holds them, else added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlmodel import col, select

from claims.desk.linking import PartyLink
from claims.desk.origins import OriginLink
from claims.store import Transaction
from claims.store.facts import Origin, Party, PartyName


def ensure_parties(tx: Transaction, links: Iterable[PartyLink]) -> dict[str, int]:
    """The row of every linked party, by key; parties new to the record are added in order."""
    wanted = {link.key: link for link in links}
    found = tx.session.exec(select(Party.key, Party.id).where(col(Party.key).in_(list(wanted))))
    ids = {key: row_id for key, row_id in found if row_id is not None}
    missing = [link for key, link in wanted.items() if key not in ids]
    rows = [
        Party(
            key=link.key,
            name=link.name,
            kind=link.kind,
            part_of=link.part_of,
            organ_of=link.organ_of,
            catalogued=link.catalogued,
            note=link.note,
        )
        for link in missing
    ]
    ids.update(zip((link.key for link in missing), tx.add_many(rows), strict=True))
    return ids


def ensure_origins(tx: Transaction, links: Iterable[OriginLink]) -> dict[str, int]:
    """The row of every origin, by key; new ones are added in order."""
    wanted = {link.key: link for link in links}
    found = tx.session.exec(select(Origin.key, Origin.id).where(col(Origin.key).in_(list(wanted))))
    ids = {key: row_id for key, row_id in found if row_id is not None}
    missing = [link for key, link in wanted.items() if key not in ids]
    rows = [Origin(key=link.key, name=link.name) for link in missing]
    ids.update(zip((link.key for link in missing), tx.add_many(rows), strict=True))
    return ids


def add_names(tx: Transaction, names: Mapping[int, Sequence[str]], document_id: int) -> int:
    """Add further names of parties (id -> names) that the record lacks; returns how many."""
    if not any(names.values()):
        return 0
    found = tx.session.exec(
        select(PartyName.party_id, PartyName.name).where(col(PartyName.party_id).in_(list(names)))
    )
    held = set(found)
    rows = [
        PartyName(party_id=party_id, name=name, document_id=document_id)
        for party_id, told in names.items()
        for name in told
        if (party_id, name) not in held
    ]
    return len(tx.add_many(rows))
