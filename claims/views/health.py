"""Whether the record can be read, and where it stands."""

from __future__ import annotations

from pydantic import AwareDatetime
from sqlmodel import col, func, select

from claims.model import Value
from claims.store import Store
from claims.store.journal import LedgerEntry, Outbox
from claims.store.schema import read_revision
from claims.views.moments import read_head


class Health(Value):
    """The record's state as a monitor asks for it."""

    database: str
    """``sqlite`` or ``postgresql``."""
    revision: str | None
    """The schema's revision (Alembic)."""
    ledger_head: int
    """Number of the ledger's last entry, 0 on an empty record."""
    ledger_sha256: str | None
    """Hash of that entry."""
    last_entry_at: AwareDatetime | None
    outbox_backlog: int
    """Events that wait to be sent."""


def health(store: Store) -> Health:
    """Read the record's state. Raises what the database raises when it cannot be read."""
    with store.read() as session:
        last = session.exec(
            select(LedgerEntry).order_by(col(LedgerEntry.seq).desc()).limit(1)
        ).first()
        backlog = session.exec(
            select(func.count()).select_from(Outbox).where(col(Outbox.delivered_at).is_(None))
        ).one()
        revision = read_revision(session.connection())
    return Health(
        database=store.dialect,
        revision=revision,
        ledger_head=last.seq if last else 0,
        ledger_sha256=last.entry_sha256 if last else None,
        last_entry_at=last.at if last else None,
        outbox_backlog=backlog,
    )


def ledger_head(store: Store) -> int:
    """The number of the ledger's last entry: it changes with every change of the record."""
    with store.read() as session:
        return read_head(session)
