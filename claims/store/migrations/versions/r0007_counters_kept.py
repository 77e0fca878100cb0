"""Counters of parties, outlets and days, kept as facts come; and status and stage beside the
words that PostgreSQL searches, so that a word and a status are one question.

Counts what is on record; PostgreSQL writes the board anew (a minute for a million claims).
"""

from __future__ import annotations

from alembic import op

from claims.store.migrations.draft import read_statements

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make and fill the counters; on PostgreSQL the words anew."""
    connection = op.get_bind().execution_options(no_parameters=True)
    for statement in read_statements(f"0007_{connection.dialect.name}"):
        connection.exec_driver_sql(statement)
