"""PostgreSQL keeps the words of each claim, so that a common word is found fast."""

from __future__ import annotations

from alembic import op

from claims.store.migrations.draft import read_statements

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Put the column and its index in the place of the index over parsed sentences."""
    connection = op.get_bind().execution_options(no_parameters=True)
    for statement in read_statements(f"0004_{connection.dialect.name}"):
        connection.exec_driver_sql(statement)
