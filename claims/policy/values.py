"""What the policy reads and what it answers. Values only."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from claims.model import (
    AFFIRMING,
    TAKES_NO_POSITION,
    Commitment,
    Credibility,
    Flag,
    Mode,
    Relation,
    Reliability,
    Stance,
    Status,
    Value,
)

STRONG_RELIABILITY = frozenset({Reliability.A, Reliability.B})
"""Outlet grades that make evidence strong (DESIGN section 1)."""
STRONG_CREDIBILITY = 2
"""Highest Admiralty credibility figure that makes evidence strong: 1 confirmed, 2 probably true."""


class StanceInput(Value):
    """One standing stance row (rows that a later one supersedes are never handed in)."""

    id: int
    party: str = Field(min_length=1)
    """The party's id."""
    party_name: str = ""
    owners: tuple[str, ...] = ()
    """Ids that the party's word counts as: KCNA's counts as ``("north-korea",)``."""
    named: bool = True
    """False for ``unattributed`` and for anonymous sources."""
    stance: Stance
    commitment: Commitment = Commitment.CERTAIN
    mode: Mode = Mode.INDIRECT
    origin: str = ""
    """Where the report comes from; equal strings are one origin."""
    said_on: date | None = None

    @property
    def counts_as(self) -> frozenset[str]:
        """The ids whose word this is, the party's own among them."""
        return frozenset({self.party, *self.owners})

    @property
    def name(self) -> str:
        """How to call the party in a reason."""
        return self.party_name or self.party

    @property
    def affirms(self) -> bool:
        """Whether the stance puts the claim forward as true."""
        return self.stance in AFFIRMING

    @property
    def takes_position(self) -> bool:
        """Whether the stance says anything about the claim's truth."""
        return self.stance not in TAKES_NO_POSITION


class EvidenceInput(Value):
    """One piece of evidence with its grades."""

    id: int
    relation: Relation
    reliability: Reliability = Reliability.F
    credibility: Credibility = 6
    origin: str = ""
    label: str = ""
    """How to call its origin in a reason, e.g. the outlet's name."""

    @property
    def strong(self) -> bool:
        """Outlet A-B and credibility 1-2."""
        return self.reliability in STRONG_RELIABILITY and self.credibility <= STRONG_CREDIBILITY


class ClaimInput(Value):
    """Everything that the policy may look at for one claim."""

    text: str = Field(min_length=1)
    implicated: frozenset[str] = frozenset()
    """Ids of the parties that the sentence names, read through their owners."""
    harmed: frozenset[str] = frozenset()
    """Those of ``implicated`` whom the claim puts in a bad light."""
    stances: tuple[StanceInput, ...] = ()
    evidence: tuple[EvidenceInput, ...] = ()
    names: dict[str, str] = Field(default_factory=dict)
    """Display names of implicated parties by id, for the reasons; the id serves otherwise."""
    on: date | None = None
    """The day asked about: stances dated after it are not read. None reads all."""


class WhatIf(Value):
    """One input flipped, and what the policy then says."""

    change: str
    status: Status
    rule: int


class Suggestion(Value):
    """The status that the policy derives, with its reasons. Never a decision."""

    status: Status
    flags: tuple[Flag, ...]
    rule: int
    """Number of the rule that fired, 1-6 (DESIGN section 1)."""
    reasons: tuple[str, ...]
    rests_on: tuple[str, ...]
    """Rows the status rests on, e.g. ``stance:12``, ``evidence:3``."""
    would_change: tuple[WhatIf, ...]
    commitment: Commitment | None
    """The strongest commitment of any party that affirms; None when nobody does."""
