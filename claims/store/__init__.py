"""The record on disk: tables, ledger, sessions, migrations, projections.

``open_store`` opens it. Facts are added in ``Store.write``; ``Store.read``
reads; ``load_claims`` tells how claims stand now or stood on a past day.
"""

from claims.store.checkpoints import (
    Checkpoint,
    CheckpointError,
    CheckpointReport,
    default_key_path,
    load_key,
    load_public_key,
    read_checkpoints,
    verify_checkpoints,
    write_checkpoint,
)
from claims.store.comparing import ProjectionReport, verify_projections
from claims.store.effective import EvidenceState, StanceState
from claims.store.errors import (
    DatabaseBusyError,
    NoRecordError,
    RecordError,
    SchemaAheadError,
    SchemaBehindError,
    StoreError,
    UnknownDatabaseError,
    UnsafeSqliteError,
)
from claims.store.indexing import (
    find_claims_by_terms,
    find_documents_by_bands,
    index_terms,
    mark_document,
    read_fingerprints,
)
from claims.store.journal import LedgerEntry, Outbox
from claims.store.ledger import LedgerReport, verify_ledger
from claims.store.merges import Member, resolve_parties
from claims.store.outbox import clear_outbox, mark_delivered, pending_outbox
from claims.store.reading import cut_at
from claims.store.rebuild import rebuild
from claims.store.search import search_claims
from claims.store.session import Store, describe_database, open_store, upgrade_store
from claims.store.sqlviews import VIEWS, describe_views
from claims.store.standing import (
    ClaimState,
    DecisionState,
    SuggestionState,
    load_claims,
    resolve_claims,
)
from claims.store.transaction import Transaction

__all__ = [
    "VIEWS",
    "Checkpoint",
    "CheckpointError",
    "CheckpointReport",
    "ClaimState",
    "DatabaseBusyError",
    "DecisionState",
    "EvidenceState",
    "LedgerEntry",
    "LedgerReport",
    "Member",
    "NoRecordError",
    "Outbox",
    "ProjectionReport",
    "RecordError",
    "SchemaAheadError",
    "SchemaBehindError",
    "StanceState",
    "Store",
    "StoreError",
    "SuggestionState",
    "Transaction",
    "UnknownDatabaseError",
    "UnsafeSqliteError",
    "clear_outbox",
    "cut_at",
    "default_key_path",
    "describe_database",
    "describe_views",
    "find_claims_by_terms",
    "find_documents_by_bands",
    "index_terms",
    "load_claims",
    "load_key",
    "load_public_key",
    "mark_delivered",
    "mark_document",
    "open_store",
    "pending_outbox",
    "read_checkpoints",
    "read_fingerprints",
    "rebuild",
    "resolve_claims",
    "resolve_parties",
    "search_claims",
    "upgrade_store",
    "verify_checkpoints",
    "verify_ledger",
    "verify_projections",
    "write_checkpoint",
]
