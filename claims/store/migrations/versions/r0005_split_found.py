"""What was split from a claim is found without reading every claim."""

from __future__ import annotations

from alembic import op

from claims.store.migrations.draft import read_statements

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the index."""
    connection = op.get_bind().execution_options(no_parameters=True)
    for statement in read_statements(f"0005_{connection.dialect.name}"):
        connection.exec_driver_sql(statement)
