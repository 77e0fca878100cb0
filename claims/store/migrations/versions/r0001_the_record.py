"""The record: facts with their guards, ledger, outbox, projections, SQL views."""

from __future__ import annotations

from alembic import op

from claims.store.migrations.draft import read_statements

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make an empty record."""
    connection = op.get_bind()
    for statement in read_statements(f"0001_{connection.dialect.name}"):
        connection.exec_driver_sql(statement)
