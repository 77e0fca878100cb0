"""Both databases search words that were folded alike: without case, accents, forms of letters.

Writes the words of each claim and of each document anew (a minute for 100,000 claims).
"""

from __future__ import annotations

from alembic import op

from claims.store.fulltext import fill_texts
from claims.store.indexing import fill_folds
from claims.store.migrations.draft import read_statements

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the full text anew, and the folded documents; fill both."""
    connection = op.get_bind()
    plain = connection.execution_options(no_parameters=True)
    for statement in read_statements(f"0011_{connection.dialect.name}"):
        plain.exec_driver_sql(statement)
    fill_texts(connection)
    fill_folds(connection)
