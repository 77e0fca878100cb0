"""The record: facts with their guards, ledger, outbox, projections, SQL views."""

from __future__ import annotations

from alembic import op

from claims.store.migrations.draft import read_statements

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make an empty record."""
    # Without parameters psycopg leaves the per cent signs of a function's body alone.
    connection = op.get_bind().execution_options(no_parameters=True)
    for statement in read_statements(f"0001_{connection.dialect.name}"):
        connection.exec_driver_sql(statement)
