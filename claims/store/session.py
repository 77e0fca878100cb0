"""The store: one writer at a time, readers on snapshots."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from claims.settings import Settings, load_settings
from claims.store.engine import (
    KEEP_PLANS,
    choose_url,
    is_busy,
    open_engine,
    open_glances,
    open_snapshots,
    wrote_nothing,
)
from claims.store.errors import DatabaseBusyError, NoRecordError, StoreError
from claims.store.schema import (
    check_schema,
    read_revision,
    settle_tables,
    take_turn,
    upgrade_schema,
)
from claims.store.transaction import Transaction


class Store:
    """The record in one database. Made by ``open_store``; may be shared by threads."""

    def __init__(self, url: URL, home: Path, wait_seconds: float) -> None:
        self.url = url
        self.home = home
        """The folder of keys; also of the database where that is SQLite by default."""
        self.writer: Engine = open_engine(url, wait_seconds)
        readers = open_engine(url, wait_seconds, readonly=True)
        self.reader = open_snapshots(readers)
        self.glancer = open_glances(readers)
        self.wait_seconds = wait_seconds
        self._turn = threading.Lock()
        self._writing = threading.local()
        self._process = os.getpid()

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self.url.get_backend_name()

    @contextmanager
    def write(self, actor: str, action: str, note: str = "") -> Iterator[Transaction]:
        """A write transaction: committed when the block ends, undone when it raises.

        Raises:
            DatabaseBusyError: another writer did not finish in time.
            StoreError: this thread is writing already.
        """
        with self.begin() as session:
            transaction = Transaction(session, actor, action, note)
            yield transaction
            transaction.finish()

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """The writer's turn without a ledger entry: for the outbox and for rebuilding."""
        self._leave_parent()
        if getattr(self._writing, "now", False):
            raise StoreError("this thread is writing already: finish that transaction first")
        if not self._turn.acquire(timeout=self.wait_seconds):
            raise self._busy()
        self._writing.now = True
        try:
            with self._connect_writer() as session:
                yield session
        finally:
            self._writing.now = False
            self._turn.release()

    @contextmanager
    def _connect_writer(self) -> Iterator[Session]:
        with self.writer.connect() as connection:
            try:
                transaction = connection.begin()
                take_turn(connection, self.wait_seconds)
            except OperationalError as error:
                if not is_busy(error.orig):
                    raise
                raise self._busy() from error
            session = Session(connection, join_transaction_mode="rollback_only")
            try:
                yield session
                transaction.commit()
            except BaseException:
                # refused before anything was written, mostly
                end = transaction.commit if wrote_nothing(connection) else transaction.rollback
                end()
                raise
            finally:
                session.close()

    def _leave_parent(self) -> None:
        """After a fork, forget the parent's connections without closing them: sharing one
        would corrupt the record."""
        if self._process != os.getpid():
            self._process = os.getpid()
            self._turn = threading.Lock()
            self._writing = threading.local()
            self.writer.dispose(close=False)
            self.reader.dispose(close=False)

    @contextmanager
    def read(self, *, by_key: bool = False) -> Iterator[Session]:
        """A session on a snapshot: it sees one state of the record and cannot write.

        ``by_key``: it only asks for rows by numbers of claims, parties and the like. Then
        PostgreSQL plans a statement once a connection, and not for each number anew.
        """
        self._leave_parent()
        with Session(self.reader, expire_on_commit=False) as session:
            if by_key and self.dialect == "postgresql":
                session.execute(KEEP_PLANS)
            yield session
            # Nothing was written; but psycopg forgets what it prepared at every rollback.
            session.commit()

    @contextmanager
    def glance(self) -> Iterator[Session]:
        """A session that asks one thing: on PostgreSQL no transaction is begun and ended for
        it, which would take two more round trips. It cannot write."""
        self._leave_parent()
        with Session(self.glancer, expire_on_commit=False) as session:
            yield session

    def close(self) -> None:
        """Close every connection."""
        self.writer.dispose()
        self.reader.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _busy(self) -> DatabaseBusyError:
        return DatabaseBusyError(
            f"another writer kept {self.url.render_as_string(hide_password=True)} busy for"
            f" {self.wait_seconds:.0f} s: try again, or raise ONRECORD_DATABASE_WAIT_SECONDS"
        )


def open_store(
    url: str | None = None,
    *,
    home: Path | None = None,
    settings: Settings | None = None,
    create: bool = True,
) -> Store:
    """Open the record: at ``url``, else as SQLite in ``home``, else as the settings say.

    An empty database gets the schema, unless ``create`` is false: then nothing is made where
    nothing is. Close the store, or use it in ``with``.

    Raises:
        NoRecordError: there is no record, and none is to be created.
        SchemaBehindError, SchemaAheadError: the database fits another version.
        UnknownDatabaseError: neither SQLite nor PostgreSQL.
        UnsafeSqliteError: the SQLite library at hand may corrupt the record.
    """
    store = _connect(url, home, settings, create)
    try:
        with store.reader.connect() as connection:
            ready = check_schema(connection)
        if not ready and not create:
            raise _tell_missing(store.url)
        if not ready:
            upgrade_schema(store.writer, store.wait_seconds)
    except BaseException:
        store.close()
        raise
    return store


def upgrade_store(
    url: str | None = None, *, home: Path | None = None, settings: Settings | None = None
) -> str:
    """Bring the record's schema up to date; returns the revision reached."""
    with _connect(url, home, settings) as store:
        with store.writer.connect() as connection:
            before = read_revision(connection)
        reached = upgrade_schema(store.writer, store.wait_seconds)
        if before not in (None, reached):
            settle_tables(store.writer)
        return reached


def describe_database(settings: Settings) -> str:
    """Where the settings say that the record lies, and which of them does. No password."""
    url = choose_url(settings.database_url, settings.home)
    by = "ONRECORD_HOME names its folder"
    if settings.database_url is not None:
        by = "ONRECORD_DATABASE_URL names it"
    return f"{_name_place(url)} ({by})"


def _name_place(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return str(Path(str(url.database)).absolute())
    return url.render_as_string(hide_password=True)


def _tell_missing(url: URL) -> NoRecordError:
    return NoRecordError(
        f"there is no record at {_name_place(url)}: onrecord ingest FILE begins one there,"
        " ONRECORD_HOME or ONRECORD_DATABASE_URL names another place"
    )


def _connect(
    url: str | None, home: Path | None, settings: Settings | None, create: bool = True
) -> Store:
    settings = settings or load_settings()
    if url is None and home is None:
        url = settings.database_url
    folder = home or settings.home
    chosen = choose_url(url, folder)
    if chosen.get_backend_name() == "sqlite":
        file = Path(str(chosen.database))
        if not create and not file.exists():
            raise _tell_missing(chosen)
        file.parent.mkdir(parents=True, exist_ok=True)
    return Store(chosen, folder, settings.database_wait_seconds)
