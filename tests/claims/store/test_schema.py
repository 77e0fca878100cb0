"""Migrations lead from empty and from every revision to exactly the schema of the code."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from claims.model import Stage, Status
from claims.settings import Settings
from claims.store import SchemaAheadError, SchemaBehindError, Store, open_store, upgrade_store
from claims.store.columns import METADATA
from claims.store.engine import open_engine
from claims.store.fulltext import TEXT_INDEX, TEXT_TABLE
from claims.store.indexing import DOCUMENT_FOLD
from claims.store.migrations.draft import list_statements, read_statements
from claims.store.schema import HEAD, REVISIONS, read_revision, upgrade_schema
from claims.store.search import BOARD, holds_words, search_claims
from tests.conftest import name_database

NewDatabase = Callable[..., str]


@pytest.fixture
def engine(new_database: NewDatabase) -> Iterator[Engine]:
    """An engine on a database without a schema."""
    engine = open_engine(make_url(new_database(empty=True)), 20)
    yield engine
    engine.dispose()


def differences(engine: Engine) -> list[object]:
    """What a migration would still have to do; full text is beyond the metadata."""

    def is_ours(thing: object, name: str | None, kind: str, *_: object) -> bool:
        return not (name or "").startswith((TEXT_TABLE, TEXT_INDEX, "alembic_"))

    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": is_ours, "compare_type": True}
        )
        return list(compare_metadata(context, METADATA))


def list_made(engine: Engine) -> set[str]:
    """Triggers and views of a database, by name."""
    query = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        " UNION SELECT viewname FROM pg_views WHERE schemaname = 'public'",
    }[engine.dialect.name]
    with engine.connect() as connection:
        return set(connection.execute(text(query)).scalars())


@pytest.mark.parametrize("start", [None, *REVISIONS])
def test_every_revision_leads_to_the_schema_of_the_code(engine: Engine, start: str | None) -> None:
    if start is not None:
        assert upgrade_schema(engine, 20, start) == start
    assert upgrade_schema(engine, 20) == HEAD
    assert differences(engine) == []
    wanted = {
        words[2]
        for statement in list_statements(engine.dialect.name)
        if (words := statement.split())[1] in ("TRIGGER", "VIEW")
    }
    assert list_made(engine) == wanted


def test_a_missing_column_would_be_noticed(engine: Engine) -> None:
    upgrade_schema(engine, 20)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE party_name"))
    assert differences(engine) != []


def test_the_revisions_are_those_of_the_folder() -> None:
    config = Config()
    config.set_main_option("script_location", "claims.store:migrations")
    config.set_main_option("path_separator", "os")
    folder = ScriptDirectory.from_config(config)
    assert [script.revision for script in folder.walk_revisions()][::-1] == list(REVISIONS)
    assert folder.get_current_head() == HEAD


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_the_revisions_together_make_what_the_code_has(dialect: str) -> None:
    """A later revision may drop a view, an index or the words and make it anew: the last word
    counts. It may add a column to a table. What fills words and counters makes nothing."""
    drafted = ["\n".join(line.rstrip() for line in part.split("\n"))
               for part in list_statements(dialect)]  # fmt: skip
    frozen: list[str] = []
    for part in (part for name in REVISIONS for part in read_statements(f"{name}_{dialect}")):
        if part.startswith(("INSERT INTO ", "DELETE FROM ")):
            continue
        if part.startswith("ALTER TABLE board DROP COLUMN "):
            made = part.replace(" DROP ", " ADD ")
            frozen = [each for each in frozen if not each.startswith(f"{made} ")]
            continue
        added = re.fullmatch(r"ALTER TABLE (\w+) ADD COLUMN (\w+ \w+)", part)
        if added is not None and part not in drafted:
            at = next(i for i, p in enumerate(frozen) if p.startswith(f"CREATE TABLE {added[1]} "))
            frozen[at] = frozen[at].replace("\tCONSTRAINT", f"\t{added[2]},\n\tCONSTRAINT", 1)
            continue
        if part.startswith(("DROP VIEW ", "DROP INDEX ", "DROP TABLE ")):
            made = part.replace("DROP TABLE", "DROP VIRTUAL TABLE").replace("DROP", "CREATE", 1)
            frozen = [each for each in frozen if not each.startswith(f"{made} ")]
        else:
            frozen.append(part)
    assert sorted(frozen) == sorted(drafted), (
        f"python -m claims.store.migrations.draft {dialect} shows what a new revision must add"
    )


def test_an_upgrade_that_fails_leaves_the_database_empty(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = [*read_statements(f"0001_{engine.dialect.name}")[:9], "CREATE NONSENSE"]
    monkeypatch.setattr("claims.store.migrations.draft.read_statements", lambda name: broken)
    with pytest.raises(Exception, match="NONSENSE"):
        upgrade_schema(engine, 20)
    assert inspect(engine).get_table_names() == []


def test_an_older_database_is_refused_with_the_command_to_run(
    new_database: NewDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = new_database()
    monkeypatch.setattr("claims.store.schema.REVISIONS", (*REVISIONS, "9998"))
    monkeypatch.setattr("claims.store.schema.HEAD", "9998")
    with pytest.raises(SchemaBehindError, match="onrecord db upgrade"):
        open_store(url, home=tmp_path)


def test_a_newer_database_is_refused(new_database: NewDatabase, tmp_path: Path) -> None:
    url = new_database(empty=True)
    with open_store(url, home=tmp_path) as store, store.begin() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaAheadError, match="9999"):
        open_store(url, home=tmp_path)
    with pytest.raises(SchemaAheadError, match="9999"):
        upgrade_store(url, settings=Settings(home=tmp_path))


def test_upgrading_twice_changes_nothing(new_database: NewDatabase, tmp_path: Path) -> None:
    url = new_database(empty=True)
    settings = Settings(home=tmp_path)
    assert upgrade_store(url, settings=settings) == HEAD
    assert upgrade_store(url, settings=settings) == HEAD


@pytest.mark.postgres
def test_an_upgrade_has_postgresql_look_through_the_board(
    postgresql_pool: Any, tmp_path: Path
) -> None:
    name = postgresql_pool.make("template0")
    url = name_database(postgresql_pool.server, name)
    engine = open_engine(make_url(url), 20)
    upgrade_schema(engine, 20, REVISIONS[-2])
    assert upgrade_store(url, settings=Settings(home=tmp_path)) == HEAD
    with engine.connect() as connection:
        looked = "SELECT last_vacuum, last_analyze FROM pg_stat_user_tables WHERE relname = 'board'"
        assert None not in connection.execute(text(looked)).one()
    engine.dispose()
    postgresql_pool.drop(name)


OPEN = "import sys, pathlib; from claims.store import open_store\n" + (
    "open_store(sys.argv[1], home=pathlib.Path(sys.argv[2])).close()"
)


def test_many_processes_may_open_an_empty_database_at_once(
    new_database: NewDatabase, tmp_path: Path
) -> None:
    url = new_database(empty=True)
    command = [sys.executable, "-c", OPEN, url, str(tmp_path)]
    workers = [subprocess.Popen(command) for _ in range(3)]
    assert [worker.wait(60) for worker in workers] == [0, 0, 0]
    with open_store(url, home=tmp_path) as store, store.reader.connect() as connection:
        assert read_revision(connection) == HEAD


def test_a_store_says_which_database_it_is(store: Store) -> None:
    assert store.dialect in ("sqlite", "postgresql")


OLD_ROWS = (
    "INSERT INTO board (claim_id, text, status, status_basis, stage, flags, positions, stances,"
    " documents, origins, supports, undermines, context, proposals, opened_at, last_change,"
    " published) VALUES (1, 'Erdoğan met ÉCOLE.', 'refuted', 'decided', 'in_review', '[]', '[]',"
    " 0, 0, 0, 0, 0, 0, 0, 0, 0, FALSE)",
    "INSERT INTO capture (id, seq, sha256, name, media_type, size_bytes, captured_at)"
    " VALUES (1, 1, 'a', 'a', 'text/plain', 1, 0)",
    "INSERT INTO origin (id, seq, key, name) VALUES (1, 1, 'a', 'a')",
    "INSERT INTO document (id, seq, capture_sha256, item, kind, name, text, text_sha256, title,"
    " origin_id, recorded_at) VALUES (1, 1, 'a', '', 'article', 'a', 'ПУТИН', 'a', 'É', 1, 0)",
)


def test_what_is_on_record_is_folded_as_it_is_upgraded(engine: Engine) -> None:
    upgrade_schema(engine, 20, "0010")
    with engine.begin() as connection:
        for statement in OLD_ROWS:
            connection.execute(text(statement))
    upgrade_schema(engine, 20)
    with Session(engine) as session:
        assert search_claims(session, "ecole erdogan") == [1]
        there = holds_words(session, "ecole", Status.REFUTED, Stage.IN_REVIEW)
        assert session.scalars(select(BOARD.c.claim_id).where(there)).all() == [1]
        assert session.execute(select(DOCUMENT_FOLD)).all() == [(1, "e\nпутин")]
