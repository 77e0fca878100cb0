"""What the store refuses. Every message says what to do."""

from __future__ import annotations


class StoreError(Exception):
    """Base of the store's refusals: one sentence for a person."""


class UnsafeSqliteError(StoreError):
    """The SQLite library at hand can corrupt a database in WAL mode."""


class UnknownDatabaseError(StoreError):
    """A database URL of a kind that the store does not know."""


class NoRecordError(StoreError):
    """No record was begun at the place that was named."""


class DatabaseBusyError(StoreError):
    """Another writer kept the record for longer than a writer waits."""


class SchemaBehindError(StoreError):
    """The database was made by an older version and must be upgraded first."""


class SchemaAheadError(StoreError):
    """The database was made by a newer version than this one."""


class RecordError(StoreError):
    """The rows handed in, or the rows on record, contradict themselves."""
