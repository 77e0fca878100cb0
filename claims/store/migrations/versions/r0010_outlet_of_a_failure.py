"""A failure keeps the outlet that its input was handed in under."""

from __future__ import annotations

from alembic import op

from claims.store.migrations.draft import read_statements

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the column; what failed before has none."""
    connection = op.get_bind().execution_options(no_parameters=True)
    for statement in read_statements(f"0010_{connection.dialect.name}"):
        connection.exec_driver_sql(statement)
