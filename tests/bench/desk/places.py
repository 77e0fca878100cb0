"""Where the bench's records lie: one for each size and database, made once and kept."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import psycopg

from claims.model import Commitment, Mode, Stance
from claims.settings import Settings
from claims.store import Store, open_store
from claims.store.facts import StanceRow
from tests.bench.desk.growth import grow
from tests.bench.desk.record import SEED, Sizes, write_base
from tests.conftest import PostgresServer, name_database, run_sql

BASE = 5_000
"""Claims written one by one; larger records are copies of them."""
HEAVY_STANCES = 5_000
"""Stances on the one claim that everybody talks about."""
HEAVY_PARTIES = 60
HEAVY_DAYS = 90
READ_AT_ONCE = 16 << 20
SPAN_DAYS = 600
"""Days that a record of any size covers, up to yesterday."""

POSTGRESQL = (
    "-c shared_buffers=1GB -c effective_cache_size=4GB -c random_page_cost=1.1 -c max_wal_size=4GB"
)
"""What PostgreSQL's manual advises for a small machine with an SSD; everything that makes a
commit durable (fsync, synchronous_commit, full_page_writes) stays on, as it is by default."""


@dataclass(frozen=True)
class Made:
    """A record that is ready."""

    claims: int
    heavy: int
    """The claim with ``HEAVY_STANCES`` stances."""
    copies: int
    states: int
    """Parties that the whole record shares: those most spoken of."""


@contextmanager
def open_record(folder: Path, database: str, claims: int) -> Iterator[tuple[Store, Made]]:
    """The record of that size, made first where the folder lacks it."""
    folder.mkdir(parents=True, exist_ok=True)
    keep = KEEPERS[database](folder)
    with keep as records:
        ready = folder / f"{database}-{claims}.json"
        if not ready.exists():
            print(f"making a record of {claims:,} claims on {database} in {folder}", flush=True)
            base = min(claims, BASE)
            made_base = folder / f"{database}-base-{base}.json"
            if not made_base.exists():
                with _open(records.start(f"base_{base}"), folder) as store:
                    made_base.write_text(json.dumps(write_base(store, base, end_first())), "utf-8")
            sizes = Sizes(*json.loads(made_base.read_text("utf-8")))
            with _open(records.copy(f"base_{base}", f"record_{claims}"), folder) as store:
                made = enlarge(store, sizes, claims // base)
            ready.write_text(json.dumps(asdict(made)), "utf-8")
        for path in records.list_files(f"record_{claims}"):
            _read_through(path)
        with _open(records.name(f"record_{claims}"), folder) as store:
            yield store, Made(**json.loads(ready.read_text("utf-8")))


def end_first() -> datetime:
    """The end of a base's days: the last copy of it then ends yesterday."""
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return today - timedelta(days=SPAN_DAYS)


def _read_through(path: Path) -> None:
    """Have a file in the system's memory, as far as there is room: a desk's machine was not
    started a minute ago."""
    with path.open("rb", buffering=0) as file:
        while file.read(READ_AT_ONCE):
            pass


def _open(url: str, folder: Path) -> Store:
    home = folder / "home"
    home.mkdir(exist_ok=True)
    return open_store(url, home=home, settings=Settings(home=home))


def enlarge(store: Store, base: Sizes, copies: int, heavy_stances: int = HEAVY_STANCES) -> Made:
    """Make a base ``copies`` times as large, with one claim that everybody talks about."""
    if copies > 1:
        grow(store, base, copies, SPAN_DAYS // (copies - 1))
    heavy = base.claims * copies // 2
    _weigh_down(store, heavy, heavy_stances)
    return Made(base.claims * copies, heavy, copies, base.shared_parties)


def _weigh_down(store: Store, claim: int, stances: int) -> None:
    random = Random(SEED)
    with store.write("bench", "seed", "the claim that everybody talks about") as tx:
        tx.add_many(
            StanceRow(
                claim_id=claim,
                party_id=1 + min(int(random.paretovariate(0.6)) - 1, HEAVY_PARTIES - 1),
                told_as="the ministry",
                value=random.choice(list(Stance)),
                mode=Mode.INDIRECT,
                commitment=Commitment.CERTAIN,
                document_id=1 + number % min(claim, 1_500),
                start=0,
                end=41,
                exact="The ministry said again what it had said.",
                said_on=tx.now.date() - timedelta(days=random.randint(0, HEAVY_DAYS)),
                origin_id=1 + number % 100,
                confidence=0.8,
                reasons=["verb of saying"],
                recorded_by="rules/1",
                recorded_at=tx.now,
            )
            for number in range(stances)
        )


class SqliteRecords:
    """Records in files of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def name(self, record: str) -> str:
        """The URL of a record."""
        return f"sqlite:///{self._folder / record}.sqlite"

    def start(self, record: str) -> str:
        """The URL of an empty one."""
        for left in self._folder.glob(f"{record}.sqlite*"):
            left.unlink()
        return self.name(record)

    def copy(self, record: str, other: str) -> str:
        """The URL of a copy; nobody has ``record`` open."""
        self.start(other)
        shutil.copy(self._folder / f"{record}.sqlite", self._folder / f"{other}.sqlite")
        return self.name(other)

    def list_files(self, record: str) -> list[Path]:
        """Where a record lies."""
        return [self._folder / f"{record}.sqlite"]


class PostgresRecords:
    """Records in databases of one server."""

    def __init__(self, server: PostgresServer) -> None:
        self._server = server

    def name(self, record: str) -> str:
        """The URL of a record."""
        return name_database(self._server.url, record)

    def start(self, record: str) -> str:
        """The URL of an empty one."""
        return self.copy("template0", record)

    def copy(self, record: str, other: str) -> str:
        """The URL of a copy; nobody has ``record`` open."""
        run_sql(self._server.url, f"DROP DATABASE IF EXISTS {other}")
        run_sql(self._server.url, f"CREATE DATABASE {other} TEMPLATE {record}")
        return self.name(other)

    def list_files(self, record: str) -> list[Path]:
        """Where a record lies."""
        with psycopg.connect(host=str(self._server.home), user="postgres", dbname=record) as asked:
            query = "SELECT oid FROM pg_database WHERE datname = current_database()"
            row = asked.execute(query).fetchone()
        assert row is not None
        return sorted((self._server.data / "base" / str(row[0])).iterdir())


@contextmanager
def keep_sqlite(folder: Path) -> Iterator[SqliteRecords]:
    """Records on SQLite."""
    yield SqliteRecords(folder)


@contextmanager
def keep_postgresql(folder: Path) -> Iterator[PostgresRecords]:
    """Records on a PostgreSQL server that runs until the block ends."""
    server = PostgresServer(folder / "postgresql", POSTGRESQL)
    server.start()
    try:
        yield PostgresRecords(server)
    finally:
        server.stop(keep=True)


KEEPERS = {"sqlite": keep_sqlite, "postgresql": keep_postgresql}
