"""Everything anyone may read: the one way from the store to people, pages and programs.

Every function takes the store and gives frozen values. ``as_of`` asks for the
record as it was held at the end of that day (UTC); a day to come is a RangeError.
"""

from claims.views.access import (
    Bearer,
    TokenView,
    bearer_of_session,
    bearer_of_token,
    has_token,
    is_login_link,
    tokens,
)
from claims.views.balance import Balance, EvidenceItem, EvidencePiece, OriginGroup
from claims.views.board import board, board_rows, first_day
from claims.views.changes import Changes, Event, LineChange, Since, changes, here, read_since
from claims.views.claim import claim
from claims.views.copies import Copy, copies
from claims.views.counts import Counts, StatusStage, counts
from claims.views.desk_queue import DeskQueue, desk_queue
from claims.views.documents import (
    DocumentPage,
    DocumentRow,
    DocumentStance,
    ReadingView,
    document,
    documents,
    undated,
)
from claims.views.errors import CursorError, NotOnRecord, RangeError, ViewError
from claims.views.export import export
from claims.views.failures import (
    FailureView,
    failures,
    failures_waiting,
    items_left,
    name_failed,
    open_failures,
)
from claims.views.front import ClaimFront, FrontDay, FrontRow, Turn, cell_quotes, claim_front
from claims.views.health import Health, health, ledger_head
from claims.views.history import HistoryEntry
from claims.views.matrix import (
    IN_WORDS,
    Cell,
    Matrix,
    MatrixDay,
    MatrixRow,
    PositionChange,
    trace_path,
)
from claims.views.names import names_near_new, party_id
from claims.views.party import parties, party
from claims.views.party_names import remember_parties
from claims.views.party_positions import party_positions
from claims.views.party_ties import PartyTies, Tie, party_ties
from claims.views.proposals import proposal, proposals, proposals_waiting
from claims.views.published import (
    NotPublished,
    Publisher,
    claim_annotations,
    claim_review,
    questioned_claims,
    status_feed,
)
from claims.views.queue import STEPS, QueueGroup, QueueItem, queue_groups
from claims.views.queue_pages import queue
from claims.views.quotes import find_quote
from claims.views.search import ClaimHit, SearchResult, find_parties, search
from claims.views.selection import (
    DocumentText,
    claims_at,
    claims_behind,
    claims_due,
    known_items,
    open_claim_ids,
    require_claims,
    search_documents,
)
from claims.views.shapes import (
    BoardFilters,
    BoardRow,
    ClaimPage,
    Contradiction,
    MergedClaim,
    MergedInto,
    Order,
    PartyPage,
    PartyPosition,
    PartyRow,
    ProposalView,
    SpokeFor,
)
from claims.views.sources import OutletPage, OutletRow, outlet, outlets
from claims.views.standing import (
    DecisionView,
    PublicationView,
    Standing,
    SuggestionView,
    WhatIf,
)
from claims.views.taken_off import TakenOff, taken_off
from claims.views.training import corrected_documents
from claims.views.trend import StatusOnDay, status_over_time
from claims.views.values import NOT_NAMED, Page, PartyRef, Position

__all__ = [
    "IN_WORDS",
    "NOT_NAMED",
    "STEPS",
    "Balance",
    "Bearer",
    "BoardFilters",
    "BoardRow",
    "Cell",
    "Changes",
    "ClaimFront",
    "ClaimHit",
    "ClaimPage",
    "Contradiction",
    "Copy",
    "Counts",
    "CursorError",
    "DecisionView",
    "DeskQueue",
    "DocumentPage",
    "DocumentRow",
    "DocumentStance",
    "DocumentText",
    "Event",
    "EvidenceItem",
    "EvidencePiece",
    "FailureView",
    "FrontDay",
    "FrontRow",
    "Health",
    "HistoryEntry",
    "LineChange",
    "Matrix",
    "MatrixDay",
    "MatrixRow",
    "MergedClaim",
    "MergedInto",
    "NotOnRecord",
    "NotPublished",
    "Order",
    "OriginGroup",
    "OutletPage",
    "OutletRow",
    "Page",
    "PartyPage",
    "PartyPosition",
    "PartyRef",
    "PartyRow",
    "PartyTies",
    "Position",
    "PositionChange",
    "ProposalView",
    "PublicationView",
    "Publisher",
    "QueueGroup",
    "QueueItem",
    "RangeError",
    "ReadingView",
    "SearchResult",
    "Since",
    "SpokeFor",
    "Standing",
    "StatusOnDay",
    "StatusStage",
    "SuggestionView",
    "TakenOff",
    "Tie",
    "TokenView",
    "Turn",
    "ViewError",
    "WhatIf",
    "bearer_of_session",
    "bearer_of_token",
    "board",
    "board_rows",
    "cell_quotes",
    "changes",
    "claim",
    "claim_annotations",
    "claim_front",
    "claim_review",
    "claims_at",
    "claims_behind",
    "claims_due",
    "copies",
    "corrected_documents",
    "counts",
    "desk_queue",
    "document",
    "documents",
    "export",
    "failures",
    "failures_waiting",
    "find_parties",
    "find_quote",
    "first_day",
    "has_token",
    "health",
    "here",
    "is_login_link",
    "items_left",
    "known_items",
    "ledger_head",
    "name_failed",
    "names_near_new",
    "open_claim_ids",
    "open_failures",
    "outlet",
    "outlets",
    "parties",
    "party",
    "party_id",
    "party_positions",
    "party_ties",
    "proposal",
    "proposals",
    "proposals_waiting",
    "questioned_claims",
    "queue",
    "queue_groups",
    "read_since",
    "remember_parties",
    "require_claims",
    "search",
    "search_documents",
    "status_feed",
    "status_over_time",
    "taken_off",
    "tokens",
    "trace_path",
    "undated",
]
