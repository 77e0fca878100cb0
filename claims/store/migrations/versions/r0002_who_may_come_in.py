"""Tokens, sessions and kept answers; the fact of a token made or revoked."""

from __future__ import annotations

from alembic import op

from claims.store.migrations.draft import read_statements

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the tables to a record."""
    connection = op.get_bind().execution_options(no_parameters=True)
    for statement in read_statements(f"0002_{connection.dialect.name}"):
        connection.exec_driver_sql(statement)
