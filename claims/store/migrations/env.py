"""Run the migrations on the connection that ``claims.store.schema`` hands in."""

from __future__ import annotations

from alembic import context

from claims.store.columns import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
