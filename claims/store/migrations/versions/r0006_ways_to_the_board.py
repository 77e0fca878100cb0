"""Ways to the board: the queue's by stage and assignee, and the search's by short beginnings.

An index that nothing asked by goes: SQLite took it for a party's claims, and sorted them all.
"""

from __future__ import annotations

from alembic import op

from claims.store.migrations.draft import read_statements

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the two, and take the one away."""
    connection = op.get_bind().execution_options(no_parameters=True)
    for statement in read_statements(f"0006_{connection.dialect.name}"):
        connection.exec_driver_sql(statement)
