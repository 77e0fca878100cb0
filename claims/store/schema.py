"""Which schema a database has, and bringing it up to date.

An upgrade is one transaction: killed at any instant, the database stays as it
was. Two processes that open an empty database at once take turns.
"""

from __future__ import annotations

from sqlalchemy import Connection, Engine, inspect, text

from claims.store.errors import SchemaAheadError, SchemaBehindError

REVISIONS: tuple[str, ...] = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
)
"""Every revision, oldest first (a test compares it with ``migrations/versions``)."""
HEAD = REVISIONS[-1]

WRITER_LOCK = 7_201_955_331
"""Key of PostgreSQL's advisory lock that the one writer holds."""


def read_revision(connection: Connection) -> str | None:
    """The database's revision, None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def check_schema(connection: Connection) -> bool:
    """Whether the schema is there. Refuses one that this code does not fit.

    Raises:
        SchemaBehindError: older than the code: run ``onrecord db upgrade``.
        SchemaAheadError: newer than the code.
    """
    revision = read_revision(connection)
    if revision is None:
        return False
    _require_known(revision)
    if revision != HEAD:
        raise SchemaBehindError(
            f"the database is at revision {revision} and this version needs {HEAD}: make a copy"
            " of it, then run onrecord db upgrade"
        )
    return True


def _require_known(revision: str) -> None:
    if revision not in REVISIONS:
        raise SchemaAheadError(
            f"the database is at revision {revision}, which this version (up to {HEAD}) does not"
            " know: install the onrecord that wrote it"
        )


_WAIT_AT_MOST = text("SELECT set_config('lock_timeout', :wait, true)")
_TAKE_TURN = text(
    "SELECT pg_advisory_xact_lock(:key), set_config('lock_timeout', '0', true),"
    " set_config('plan_cache_mode', 'force_generic_plan', true)"
)


def take_turn(connection: Connection, wait_seconds: float) -> None:
    """Wait for the writer's turn inside the transaction (SQLite's BEGIN IMMEDIATE took it).

    A writer looks rows up by key: PostgreSQL plans its statements once a connection, not anew
    for each key. OperationalError (SQLAlchemy's) when the turn does not come in time.
    """
    if connection.dialect.name == "postgresql":
        milliseconds = max(1, round(wait_seconds * 1000))
        connection.execute(_WAIT_AT_MOST, {"wait": str(milliseconds)})
        connection.execute(_TAKE_TURN, {"key": WRITER_LOCK})


def upgrade_schema(engine: Engine, wait_seconds: float, revision: str = "head") -> str:
    """Upgrade to a revision, from empty too; returns the revision reached.

    SchemaAheadError where the database is newer than the code.
    """
    # Imported here: Alembic costs 0.1 s, which a command that only reads need not pay.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "claims.store:migrations")
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        take_turn(connection, wait_seconds)
        held = read_revision(connection)
        if held is not None:
            _require_known(held)
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        return read_revision(connection) or ""


def settle_tables(engine: Engine) -> None:
    """After an upgrade: let PostgreSQL look through the board, which revisions write anew.

    Until a fifth of it has changed it would know neither what its columns hold nor which
    pages need no second look: the rarest filters take three times as long.
    """
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM (ANALYZE) board"))
