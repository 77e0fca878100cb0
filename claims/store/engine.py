"""Connections to the two databases, each set up so that it loses nothing.

SQLite runs in WAL mode with ``synchronous=FULL`` (a commit that returned
survives a power cut; NORMAL may lose the last ones), foreign keys enforced, and
``recursive_triggers`` on, without which INSERT OR REPLACE goes round the
triggers that refuse DELETE. Readers see the snapshot of their transaction's
first read and never wait for the writer.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2
from psycopg.pq import TransactionStatus
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, InvalidatePoolError
from tenacity import Retrying, retry_if_exception, stop_after_delay, wait_random_exponential

from claims.store.errors import UnknownDatabaseError, UnsafeSqliteError

WAL_RESET_BUG = ((3, 7, 0), (3, 51, 3))
"""First version with the WAL-reset bug, first one without (https://sqlite.org/wal.html)."""
DATABASE_FILE = "record.sqlite"
BUSY = frozenset({pysqlite3.dbapi2.SQLITE_BUSY, pysqlite3.dbapi2.SQLITE_LOCKED})
"""What SQLite says of a lock that somebody else holds; the low byte of its extended codes."""
POOL: dict[str, Any] = {"pool_size": 5, "max_overflow": 35, "pool_use_lifo": True}
"""Of several idle connections the last one used is taken: its pages and plans are at hand."""
TRUSTED_SECONDS = 1.0
"""A connection to PostgreSQL that was idle no longer is not asked whether it is still there:
a page takes three in turn, and under load each question waits like any other."""
_USED = "used"
PREPARED = 400
"""Statements that a connection to PostgreSQL keeps prepared: a write asks some thirty, many
with lists of several lengths."""
KEEP_PLANS = text("SET LOCAL plan_cache_mode = force_generic_plan")
"""For a transaction that only looks up rows by key: one plan fits every key."""
_WROTE_NOTHING = text("SELECT pg_current_xact_id_if_assigned() IS NULL")


def choose_url(url: str | None, home: Path) -> URL:
    """The database's URL: the one given, else SQLite under ``home`` (made when missing).

    UnknownDatabaseError for anything but a SQLite file or PostgreSQL, which
    is always reached through psycopg 3.
    """
    if url is None:
        return URL.create("sqlite", database=str(home / DATABASE_FILE))
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise UnknownDatabaseError(
            f"{url!r} is no database URL: write postgresql+psycopg://user@host/name"
        ) from error
    backend = parsed.get_backend_name()
    if backend == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if backend == "sqlite" and parsed.database and parsed.database != ":memory:":
        return parsed
    raise UnknownDatabaseError(
        f"the record is kept in a SQLite file or in PostgreSQL, not in"
        f" {parsed.render_as_string(hide_password=True)}"
    )


def check_sqlite(version: tuple[int, int, int]) -> None:
    """UnsafeSqliteError for a SQLite library with the WAL-reset corruption bug."""
    if WAL_RESET_BUG[0] <= version < WAL_RESET_BUG[1]:
        dotted = ".".join(map(str, version))
        raise UnsafeSqliteError(
            f"SQLite {dotted} can corrupt the record in WAL mode (bug of 3.7.0-3.51.2,"
            " https://sqlite.org/wal.html): install the package pysqlite3 0.6.1 or later"
        )


def open_engine(url: URL, wait_seconds: float, *, readonly: bool = False) -> Engine:
    """An engine for readers (``readonly``; see ``open_snapshots``) or for the writer."""
    if url.get_backend_name() == "sqlite":
        return _open_sqlite(url, wait_seconds, readonly)
    return _open_postgresql(url, readonly)


def _open_sqlite(url: URL, wait_seconds: float, readonly: bool) -> Engine:
    check_sqlite(pysqlite3.dbapi2.sqlite_version_info)
    file = Path(str(url.database)).absolute()
    resting = readonly and rests(file)
    engine = create_engine(
        url.set(database=file.as_uri(), query={"immutable": "1", "uri": "true"})
        if resting
        else url,
        module=pysqlite3.dbapi2,
        connect_args={"timeout": wait_seconds},
        **POOL,
    )
    begin = "BEGIN" if readonly else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver would begin transactions of its own
        if not resting:
            _enter_wal(connection, wait_seconds)
        for pragma in (
            "synchronous=FULL",
            "foreign_keys=ON",
            "recursive_triggers=ON",
            "cache_size=-65536",
            f"query_only={'ON' if readonly else 'OFF'}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def rests(file: Path) -> bool:
    """Whether a SQLite file can be read as it lies: we may not write it or beside it, and nobody
    who may does so now. In WAL mode SQLite writes beside a file even to read it."""
    if not file.exists() or Path(f"{file}-wal").exists():
        return False
    return not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK))


def is_busy(error: BaseException | None) -> bool:
    """Whether SQLite refused since somebody else holds a lock, or it was not SQLite."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is None or code & 0xFF in BUSY


def _enter_wal(connection: Any, wait_seconds: float) -> None:
    """Turn WAL on. SQLite does not wait for a lock here, so several attempts are made."""
    for attempt in Retrying(
        retry=retry_if_exception(is_busy),
        wait=wait_random_exponential(multiplier=0.02, max=0.5),
        stop=stop_after_delay(wait_seconds),
        reraise=True,
    ):
        with attempt:
            (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
            if mode != "wal":
                connection.execute("PRAGMA journal_mode=WAL").fetchone()


def _open_postgresql(url: URL, readonly: bool) -> Engine:
    engine = create_engine(url, **POOL)

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, record: Any) -> None:
        record.info[_USED] = time.monotonic()
        # A plan made once for every party fits neither the one that a million stances
        # name nor the one that nobody knows: each query is planned for its own values.
        connection.prepared_max = PREPARED
        with connection.cursor() as cursor:
            cursor.execute("SET plan_cache_mode = force_custom_plan")
            if readonly:
                cursor.execute("SET default_transaction_read_only = on")
                # A page of fifty lines is found in order: workers would read all there is,
                # and take the processors of those who ask meanwhile.
                cursor.execute("SET max_parallel_workers_per_gather = 0")
        connection.commit()

    @event.listens_for(engine, "checkin")
    def note_use(_connection: Any, record: Any) -> None:
        record.info[_USED] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def ask_idle(connection: Any, record: Any, _proxy: Any) -> None:
        if time.monotonic() - record.info[_USED] < TRUSTED_SECONDS:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise InvalidatePoolError("the server has closed the connection") from error

    return engine


def open_snapshots(readers: Engine) -> Engine:
    """The engine of readers whose transactions see one state of the record."""
    if readers.dialect.name == "sqlite":  # every transaction does
        return readers
    return readers.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def open_glances(readers: Engine) -> Engine:
    """The engine of readers that ask one thing, on PostgreSQL without a transaction.

    Not made from that of snapshots: SQLAlchemy sets the level of an engine's origin last.
    """
    if readers.dialect.name == "sqlite":
        return readers
    return readers.execution_options(isolation_level="AUTOCOMMIT")


def wrote_nothing(connection: Connection) -> bool:
    """Whether a transaction on PostgreSQL is sound and has changed nothing so far.

    Nothing is lost by committing it, and something kept: at a rollback psycopg forgets every
    statement that the connection prepared.
    """
    if connection.dialect.name != "postgresql" or connection.invalidated:
        return False
    driver: Any = connection.connection.driver_connection
    if driver.info.transaction_status != TransactionStatus.INTRANS:
        return False
    return bool(connection.scalar(_WROTE_NOTHING))
