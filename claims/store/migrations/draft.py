"""The DDL of the schema as the code has it now: what a new revision starts from.

``python -m claims.store.migrations.draft sqlite`` prints it. A revision keeps
its own frozen copy under ``sql/``, so that later code cannot change what an
old revision does; a test compares a migrated database with the code.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from claims.store.fulltext import FULLTEXT
from claims.store.guards import list_guards
from claims.store.sqlviews import list_views
from claims.store.tables import ALL_TABLES

SQL_FOLDER = Path(__file__).parent / "sql"


def list_statements(dialect: str) -> Iterator[str]:
    """Every statement that makes an empty record, for ``sqlite`` or ``postgresql``."""
    target: Any = {"sqlite": sqlite.dialect, "postgresql": postgresql.dialect}[dialect]()
    for table in ALL_TABLES:
        yield str(CreateTable(table).compile(dialect=target)).strip()
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield str(CreateIndex(index).compile(dialect=target)).strip()
    yield from FULLTEXT[dialect]
    yield from list_guards(dialect)
    yield from list_views(dialect)


def read_statements(name: str) -> list[str]:
    """The statements of a frozen file under ``sql/``: paragraphs, empty lines between them."""
    script = (SQL_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    return [part.strip() for part in script.split("\n\n") if part.strip()]


def render(dialect: str) -> str:
    """The statements as such a file."""
    clean = (
        "\n".join(line.rstrip() for line in part.split("\n")) for part in list_statements(dialect)
    )
    return "\n\n".join(clean) + "\n"


if __name__ == "__main__":
    sys.stdout.write(render(sys.argv[1]))
