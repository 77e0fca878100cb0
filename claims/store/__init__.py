"""The record on disk: tables, ledger, sessions, migrations, projections."""
