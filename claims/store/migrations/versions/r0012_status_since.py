"""``v_claim_status`` tells since when a status is shown, as the API does."""

from __future__ import annotations

from alembic import op

from claims.store.migrations.draft import read_statements

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Write the view anew; no table changes."""
    connection = op.get_bind().execution_options(no_parameters=True)
    for statement in read_statements(f"0012_{connection.dialect.name}"):
        connection.exec_driver_sql(statement)
