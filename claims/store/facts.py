"""The facts: tables to which rows are added, and from which none is ever taken.

Every row carries ``seq``, the ledger entry it was written under. Triggers
refuse UPDATE and DELETE. A correction is a new row that names the one it
``supersedes``; taking back is a row in ``withdrawal``. Rows are made from the
validated models of ``claims.model`` only: SQLModel's tables do not validate.
Empty lists are plain defaults, which pydantic copies: it would inspect a
``default_factory`` at every call (0.3 ms a row).
"""

from __future__ import annotations

from claims.store.facts_desk import (
    Assessment,
    Decision,
    Failure,
    FailureAnswer,
    Proposal,
    ProposalAnswer,
    ProposalKind,
    Publication,
    StageMove,
    StatusChange,
    TokenChange,
)
from claims.store.facts_material import (
    ActKind,
    Capture,
    Claim,
    ClaimMerge,
    Document,
    Evidence,
    Fact,
    Origin,
    Party,
    PartyMerge,
    PartyName,
    Reading,
    StanceMove,
    StanceRow,
    Withdrawal,
)

FACTS: tuple[type[Fact], ...] = (
    Capture,
    Origin,
    Document,
    Reading,
    Party,
    PartyName,
    PartyMerge,
    Claim,
    ClaimMerge,
    StanceRow,
    StanceMove,
    Evidence,
    Withdrawal,
    Proposal,
    ProposalAnswer,
    Assessment,
    Decision,
    StageMove,
    StatusChange,
    Publication,
    Failure,
    FailureAnswer,
    TokenChange,
)
"""Every append-only table, in the order in which rows may refer to each other."""

__all__ = [
    "FACTS",
    "ActKind",
    "Assessment",
    "Capture",
    "Claim",
    "ClaimMerge",
    "Decision",
    "Document",
    "Evidence",
    "Fact",
    "Failure",
    "FailureAnswer",
    "Origin",
    "Party",
    "PartyMerge",
    "PartyName",
    "Proposal",
    "ProposalAnswer",
    "ProposalKind",
    "Publication",
    "Reading",
    "StageMove",
    "StanceMove",
    "StanceRow",
    "StatusChange",
    "TokenChange",
    "Withdrawal",
]
