"""Pages of the record made by hand, for the terminal to show."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from claims.model import Commitment, Flag, Mode, PartyKind, Relation, Span, Stage, Stance, Status
from claims.model import EvidenceKind as Kind
from claims.views import (
    Balance,
    BoardRow,
    Cell,
    ClaimPage,
    Contradiction,
    DecisionView,
    EvidenceItem,
    EvidencePiece,
    HistoryEntry,
    Matrix,
    MatrixDay,
    MatrixRow,
    MergedClaim,
    OriginGroup,
    PartyPage,
    PartyPosition,
    PartyRef,
    Position,
    ProposalView,
    SpokeFor,
    Standing,
    SuggestionView,
    WhatIf,
)
from flows.show.claim import HISTORY_SHOWN, QUOTES_SHOWN

AT = datetime(2026, 3, 1, 9, tzinfo=UTC)
DAY = date(2026, 3, 1)
NORTH = PartyRef(id=1, key="northland", name="Northland")
SOUTH = PartyRef(id=2, key="southland", name="The Foreign Ministry of the Republic of Southland")
GRAIN = "Northland ships grain through the strait, says [red]one report[/red] of many."


class Pages:
    """Builders of what the views give; every field may be given by name."""

    def board_row(self, number: int = 7, **changes: object) -> BoardRow:
        values: dict[str, object] = {
            "claim_id": number,
            "text": GRAIN,
            "status": Status.CONTESTED,
            "status_basis": "suggested",
            "suggestion": Status.CONTESTED,
            "stage": Stage.IN_REVIEW,
            "flags": (Flag.DENIED, Flag.SINGLE_ORIGIN),
            "commitment": Commitment.PROBABLE,
            "assignee": "Ana",
            "positions": tuple(
                Position(party=party, value=value, commitment=commitment, day=DAY, stances=1)
                for party, value, commitment in (
                    (NORTH, Stance.ALLEGES, Commitment.PROBABLE),
                    (SOUTH, Stance.DENIES, Commitment.CERTAIN),
                )
            ),
            "stances": 3,
            "documents": 3,
            "origins": 2,
            "supports": 2,
            "undermines": 1,
            "context": 0,
            "open_proposals": 1,
            "first_day": DAY,
            "last_day": DAY,
            "opened_at": AT,
            "status_since": AT,
            "last_change": AT,
            "published": False,
        }
        return BoardRow.model_validate(values | changes)

    def cell(self, number: int, value: Stance = Stance.DENIES, **changes: object) -> Cell:
        values: dict[str, object] = {
            "stance_id": number,
            "claim_id": 7,
            "party": SOUTH,
            "speaker": NORTH,
            "told_as": "the ministry",
            "value": value,
            "said": value,
            "mode": Mode.HEDGED,
            "commitment": Commitment.POSSIBLE,
            "anonymous": True,
            "day": DAY,
            "span": Span(start=0, end=14, exact="It never sailed"[:14]),
            "document_id": 3,
            "title": "A title",
            "outlet_id": "paper",
            "outlet": "The Paper",
            "url": None,
            "published_at": AT,
            "origin_id": 1,
            "origin": "The Paper",
            "confidence": 0.875,
            "reasons": (),
            "recorded_by": "rules/1",
            "recorded_at": AT,
            "supersedes": None,
        }
        return Cell.model_validate(values | changes)

    def evidence(self, number: int) -> EvidenceItem:
        return EvidenceItem(
            evidence_id=number,
            claim_id=7,
            relation=Relation.UNDERMINES,
            kind=Kind.RECORD,
            reliability="A",
            credibility=1,
            strong=True,
            title="Port register",
            note="read on the spot",
            exact="No ship of that name",
            start=None,
            end=None,
            document_id=None,
            url=None,
            capture_sha256=None,
            origin_id=4,
            origin="The port office",
            reasons=(),
            recorded_by="Ana",
            recorded_at=AT,
            supersedes=None,
        )

    def standing(self, **changes: object) -> Standing:
        values: dict[str, object] = {
            "status": Status.REFUTED,
            "basis": "decided",
            "since": AT,
            "stage": Stage.DECIDED,
            "assignee": "Ana",
            "flags": (Flag.DENIED,),
            "commitment": "probable",
            "suggestion": SuggestionView(
                assessment_id=1,
                status=Status.CONTESTED,
                rule=5,
                flags=(),
                commitment=None,
                reasons=("Northland affirms it and Southland denies it.",),
                rests_on=("stance:1", "stance:2"),
                would_change=(
                    WhatIf(change="if Southland confirmed it", status=Status.ACKNOWLEDGED, rule=4),
                ),
                at=AT,
            ),
            "decision": DecisionView(
                decision_id=1,
                status=Status.REFUTED,
                rationale="The register shows it.",
                by="Bo",
                at=AT,
                suggested_then=Status.CONTESTED,
            ),
            "published": None,
        }
        return Standing.model_validate(values | changes)

    def matrix(self) -> Matrix:
        """One party that turned twice, with more quotes than a page shows."""
        cells = tuple(self.cell(number) for number in range(1, QUOTES_SHOWN + 3))
        row = MatrixRow(
            party=SOUTH,
            latest=Stance.DENIES,
            commitment=Commitment.CERTAIN,
            days=(MatrixDay(day=DAY, value=Stance.DENIES, cells=cells),),
            path=(Stance.DENIES, Stance.NEITHER, Stance.DENIES),
        )
        return Matrix(days=(DAY,), rows=(row,), changes=())

    def origin_group(self) -> OriginGroup:
        """One origin with a piece and two copies."""
        copies = (self.evidence(2), self.evidence(3))
        piece = EvidencePiece(lead=self.evidence(1), copies=copies)
        return OriginGroup(origin_id=4, origin="The port office", pieces=(piece,))

    def claim_page(self, **changes: object) -> ClaimPage:
        inside = MergedClaim(
            claim_id=9, text="No grain moves.", opposite=True, by="Ana", reason="same", at=AT
        )
        values: dict[str, object] = {
            "claim_id": 7,
            "asked_id": 9,
            "text": GRAIN,
            "as_of": DAY,
            "opened_at": AT,
            "last_change": AT,
            "standing": self.standing(),
            "matrix": self.matrix(),
            "evidence": (self.origin_group(),),
            "balance": Balance(undermines=1, strong_undermines=1, items=3),
            "merged": (inside,),
            "split_from": None,
            "split_into": (),
            "proposals": (self.proposal(),),
            "history": tuple(
                HistoryEntry(
                    seq=number,
                    at=AT,
                    kind="stance",
                    who="rules/1",
                    what=f"event {number}.",
                    why="the verb",
                    claim_id=7,
                    ref=f"stance:{number}",
                )
                for number in range(1, HISTORY_SHOWN + 3)
            ),
            "head": 20,
        }
        return ClaimPage.model_validate(values | changes)

    def proposal(self, **changes: object) -> ProposalView:
        values: dict[str, object] = {
            "proposal_id": 5,
            "kind": "same_claim",
            "claim_id": 7,
            "text": GRAIN,
            "other_claim_id": 8,
            "other_text": "Grain moves.",
            "opposite": False,
            "document_id": None,
            "exact": None,
            "relation": None,
            "score": 0.8,
            "reasons": ("they share every name",),
            "at": AT,
        }
        return ProposalView.model_validate(values | changes)

    def party_page(self, positions: int = 2) -> PartyPage:
        turned = PartyPosition(
            claim_id=7,
            text=GRAIN,
            status=Status.CONTESTED,
            status_basis="suggested",
            value=Stance.NEITHER,
            commitment=Commitment.POSSIBLE,
            day=DAY,
            stances=2,
            path=(Stance.DENIES, Stance.NEITHER),
        )
        return PartyPage(
            party=SOUTH,
            kind=PartyKind.GOVERNMENT,
            as_of=None,
            catalogued=False,
            note="Which republic is not said",
            part_of="southland",
            organ_of=None,
            names=("the ministry",),
            merged=(NORTH,),
            claims=positions,
            looked_at=positions,
            positions=(turned,) * positions,
            changes_of_mind=(turned,),
            speakers=(SpokeFor(speaker=NORTH, stances=2, first_day=DAY, last_day=DAY),),
            contradicted_by=(Contradiction(party=NORTH, claims=2, claim_ids=(7, 8)),),
        )


@pytest.fixture
def pages() -> Pages:
    return Pages()
