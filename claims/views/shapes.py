"""What the board, a claim's page and a party's page hold. Values only."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import AwareDatetime, Field

from claims.model import Commitment, Flag, PartyKind, Stage, Stance, Status, Value
from claims.views.balance import Balance, OriginGroup
from claims.views.history import HistoryEntry
from claims.views.matrix import Matrix
from claims.views.standing import Standing
from claims.views.values import PartyRef, Position


class Order(StrEnum):
    """In which order the board's claims are listed."""

    NEWEST = "newest"
    """The last changed first, as the desk reads it."""
    OLDEST = "oldest"
    """The last changed last: what changes while the pages are read comes on a later one."""
    ID = "id"
    """By number, which never changes: each claim is met once, whatever changes meanwhile."""


class MergedInto(Value):
    """The claim under which another one counts."""

    claim_id: int
    text: str
    opposite: bool
    """The merged claim says the contrary of it."""
    by: str
    reason: str


class BoardRow(Value):
    """One claim as the board shows it."""

    claim_id: int
    text: str
    status: Status
    status_basis: str
    """``decided`` by a person, or ``suggested`` by the policy."""
    suggestion: Status | None
    """The machine's, whatever a person decided."""
    stage: Stage
    flags: tuple[Flag, ...]
    commitment: Commitment | None
    """The strongest commitment of any party that affirms."""
    assignee: str | None
    positions: tuple[Position, ...]
    """Each party's latest stance, the latest word first."""
    stances: int
    documents: int
    origins: int
    """Independent origins behind the stances."""
    supports: int
    """Pieces of evidence that support it, copies included; the claim's page counts origins."""
    undermines: int
    context: int
    open_proposals: int
    first_day: date | None
    last_day: date | None
    opened_at: AwareDatetime
    status_since: AwareDatetime
    """When the status shown came to be shown, on that basis; since it was opened, where it never
    changed."""
    last_change: AwareDatetime
    published: bool
    merged_into: MergedInto | None = None
    """Set where the claim was merged away, which only those who ask for that stage are shown:
    sentence, stage, opening and last change (the merge) are its own, all else is of this claim."""


class BoardFilters(Value):
    """Which claims. Empty: all. Several values of one filter: any of them."""

    status: tuple[Status, ...] = ()
    stage: tuple[Stage, ...] = ()
    """``merged``: claims that count under another one, which no other filter shows."""
    flag: tuple[Flag, ...] = ()
    """Every one of these must be set."""
    party: str | None = Field(default=None, max_length=200)
    """Key or name of a party that took a position on the claim."""
    outlet: str | None = Field(default=None, max_length=200)
    """Id of an outlet that told it."""
    words: str | None = Field(default=None, max_length=300)
    """All of these words stand in the claim's sentence; a long one may be a beginning."""
    since: date | None = None
    """Last changed on this day (UTC) or later."""
    until: date | None = None
    """Last changed on this day (UTC) or earlier."""

    def describe(self) -> str:
        """The filters in one line, the same for the same filters."""
        return self.model_dump_json(exclude_defaults=True)


class MergedClaim(Value):
    """A claim that counts under another one."""

    claim_id: int
    text: str
    opposite: bool
    """It says the contrary: its stances count the other way round."""
    by: str
    reason: str
    at: AwareDatetime


class ProposalView(Value):
    """What the machine proposes and waits for a person's answer."""

    proposal_id: int
    kind: str
    """``same_claim`` or ``evidence``."""
    claim_id: int
    text: str
    """The claim's sentence."""
    other_claim_id: int | None
    other_text: str | None
    """The other claim's sentence, for ``same_claim``."""
    opposite: bool
    document_id: int | None
    exact: str | None
    """The passage, for ``evidence``."""
    relation: str | None
    score: float
    reasons: tuple[str, ...]
    at: AwareDatetime


class ClaimPage(Value):
    """Everything there is on one claim."""

    claim_id: int
    asked_id: int
    """The id asked for, which may have been merged into ``claim_id``."""
    text: str
    as_of: date | None
    opened_at: AwareDatetime
    last_change: AwareDatetime
    standing: Standing
    matrix: Matrix
    evidence: tuple[OriginGroup, ...]
    balance: Balance
    merged: tuple[MergedClaim, ...]
    split_from: int | None
    split_into: tuple[int, ...]
    proposals: tuple[ProposalView, ...]
    history: tuple[HistoryEntry, ...]
    head: int
    """Ledger entry of the last change: what a form sends back, so that a stale page is refused."""


class PartyPosition(Value):
    """Where the party stands on one claim, and how it came there."""

    claim_id: int
    text: str
    status: Status
    status_basis: str
    value: Stance
    commitment: Commitment
    day: date
    stances: int
    path: tuple[Stance, ...]
    """The positions in the order taken; more than one where the party turned."""


class SpokeFor(Value):
    """A person who spoke for the party."""

    speaker: PartyRef
    stances: int
    first_day: date
    last_day: date


class Contradiction(Value):
    """Another party that stands on the other side, and on which claims."""

    party: PartyRef
    claims: int
    claim_ids: tuple[int, ...]


class PartyPage(Value):
    """Everything there is on one party."""

    party: PartyRef
    kind: PartyKind
    as_of: date | None
    catalogued: bool
    note: str | None
    part_of: str | None
    organ_of: str | None
    names: tuple[str, ...]
    """Further names under which documents speak of it."""
    merged: tuple[PartyRef, ...]
    """Parties found to be this one."""
    claims: int
    """Claims on which it took a position."""
    looked_at: int
    """Claims, the last changed first, that the lists below are drawn from."""
    positions: tuple[PartyPosition, ...]
    """Its latest position on each claim, the latest first; at most ``limit`` of them."""
    changes_of_mind: tuple[PartyPosition, ...]
    """Every position with more than one step, the latest first."""
    speakers: tuple[SpokeFor, ...]
    contradicted_by: tuple[Contradiction, ...]
    """Who stands against it on the most claims first."""


class PartyRow(Value):
    """One party in the list of parties."""

    party: PartyRef
    kind: PartyKind
    catalogued: bool
    claims: int
    stances: int
    last_day: date | None
