"""Alembic's environment: run by ``claims.store.schema`` on a connection it holds."""
