"""What belongs to a party is found without reading every party."""

from __future__ import annotations

from alembic import op

from claims.store.migrations.draft import read_statements

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the indexes."""
    connection = op.get_bind().execution_options(no_parameters=True)
    for statement in read_statements(f"0009_{connection.dialect.name}"):
        connection.exec_driver_sql(statement)
