"""Status and stage beside the words of a claim in SQLite's full text, as PostgreSQL has them;
and an index of decisions by who took them, for the queue."""

from __future__ import annotations

from alembic import op

from claims.store.migrations.draft import read_statements

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the index, and SQLite's full text anew."""
    connection = op.get_bind().execution_options(no_parameters=True)
    for statement in read_statements(f"0008_{connection.dialect.name}"):
        connection.exec_driver_sql(statement)
