"""Parties, names and origins as rows: found where the record holds them, else added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claims.desk.linking import PartyLink
from claims.desk.origins import OriginLink
from claims.store import Transaction
from claims.store.facts import Origin, Party, PartyName
from claims.store.reading import pick, read_rows
from claims.store.tables import table_of

ORIGIN = table_of(Origin)
PARTY = table_of(Party)
PARTY_NAME = table_of(PartyName)


def ensure_parties(tx: Transaction, links: Iterable[PartyLink]) -> dict[str, int]:
    """The row of every linked party, by key; parties new to the record are added in order."""
    wanted = {link.key: link for link in links}
    found = read_rows(tx.session, pick(PARTY, "key", "id"), PARTY.c.key, wanted)
    ids = {row.key: row.id for row in found}
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
    found = read_rows(tx.session, pick(ORIGIN, "key", "id"), ORIGIN.c.key, wanted)
    ids = {row.key: row.id for row in found}
    missing = [link for key, link in wanted.items() if key not in ids]
    rows = [Origin(key=link.key, name=link.name) for link in missing]
    ids.update(zip((link.key for link in missing), tx.add_many(rows), strict=True))
    return ids


def add_names(tx: Transaction, names: Mapping[int, Sequence[str]], document_id: int) -> int:
    """Add further names of parties (id -> names) that the record lacks; returns how many."""
    if not any(names.values()):
        return 0
    columns = pick(PARTY_NAME, "party_id", "name")
    found = read_rows(tx.session, columns, PARTY_NAME.c.party_id, names)
    held = {(row.party_id, row.name) for row in found}
    rows = [
        PartyName(party_id=party_id, name=name, document_id=document_id)
        for party_id, told in names.items()
        for name in told
        if (party_id, name) not in held
    ]
    return len(tx.add_many(rows))
