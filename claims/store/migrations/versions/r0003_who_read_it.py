"""``v_documents`` tells who read a document, and why nobody did."""

from __future__ import annotations

from alembic import op

from claims.store.migrations.draft import read_statements

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Write the view anew; no table changes."""
    connection = op.get_bind().execution_options(no_parameters=True)
    for statement in read_statements(f"0003_{connection.dialect.name}"):
        connection.exec_driver_sql(statement)
