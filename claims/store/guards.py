"""The triggers that keep facts and ledger append-only, on both databases.

Known ways round and what closes them: SQLite's INSERT OR REPLACE deletes the
row in the way without firing DELETE triggers, so a BEFORE INSERT trigger
refuses a row whose id or unique columns are taken (and connections set
``recursive_triggers``); PostgreSQL's TRUNCATE fires no row triggers, so a
statement trigger refuses it; ``session_replication_role = replica`` silences
ordinary triggers, so these are ENABLE ALWAYS. Whoever owns the database can
still drop the triggers: that is what the ledger and its checkpoints are for.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Table, UniqueConstraint

from claims.store.tables import GUARDED_TABLES

REFUSAL = "facts are appended and never changed"

REFUSE_FUNCTION = f"""CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{REFUSAL}: % of % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$"""


def list_guards(dialect: str) -> Iterator[str]:
    """Every statement that sets the guards up, for ``sqlite`` or ``postgresql``."""
    if dialect == "postgresql":
        yield REFUSE_FUNCTION
    for table in GUARDED_TABLES:
        yield from guard_table(table, dialect)


def guard_table(table: Table, dialect: str) -> Iterator[str]:
    """The triggers of one append-only table."""
    return _guard_sqlite(table) if dialect == "sqlite" else _guard_postgresql(table)


def _guard_sqlite(table: Table) -> Iterator[str]:
    name = table.name
    for event in ("UPDATE", "DELETE"):
        yield (
            f"CREATE TRIGGER {name}_no_{event.lower()} BEFORE {event} ON {name} BEGIN\n"
            f"    SELECT RAISE(ABORT, '{REFUSAL}: {event} of {name} refused');\nEND"
        )
    taken = " OR ".join(
        f"EXISTS (SELECT 1 FROM {name} WHERE {_match(columns)})" for columns in _unique_keys(table)
    )
    yield (
        f"CREATE TRIGGER {name}_no_replace BEFORE INSERT ON {name} WHEN {taken} BEGIN\n"
        f"    SELECT RAISE(ABORT, '{REFUSAL}: {name} holds that row already');\nEND"
    )


def _unique_keys(table: Table) -> list[list[str]]:
    """The primary key, then every unique constraint, in a fixed order."""
    uniques = [
        [column.name for column in constraint.columns]
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    uniques += [
        [column.name for column in index.columns] for index in table.indexes if index.unique
    ]
    return [[column.name for column in table.primary_key], *sorted(uniques)]


def _match(columns: list[str]) -> str:
    return " AND ".join(f'"{name}" = NEW."{name}"' for name in columns)


def _guard_postgresql(table: Table) -> Iterator[str]:
    name = table.name
    guards = {
        f"{name}_no_change": "BEFORE UPDATE OR DELETE ON {name} FOR EACH ROW",
        f"{name}_no_truncate": "BEFORE TRUNCATE ON {name} FOR EACH STATEMENT",
    }
    for trigger, when in guards.items():
        yield (
            f"CREATE TRIGGER {trigger} {when.format(name=name)} EXECUTE FUNCTION refuse_change()"
        )
        yield f"ALTER TABLE {name} ENABLE ALWAYS TRIGGER {trigger}"
