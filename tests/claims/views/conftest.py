"""Cells and evidence made by hand for the pure parts of the views."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from claims.model import Commitment, EvidenceKind, Mode, Relation, Span, Stance
from claims.views.balance import EvidenceItem
from claims.views.matrix import Cell
from claims.views.values import PartyRef

MakeCell = Callable[..., Cell]
MakeEvidence = Callable[..., EvidenceItem]


@pytest.fixture
def make_cell() -> MakeCell:
    """``make_cell(stance_id, party, value, day)``: everything else is ordinary."""

    def make(number: int, party: str, value: Stance, day: int, **changes: object) -> Cell:
        ref = PartyRef(id=sum(party.encode()), key=party.lower(), name=party)
        values: dict[str, object] = {
            "stance_id": number,
            "claim_id": 1,
            "party": ref,
            "speaker": None,
            "told_as": party,
            "value": value,
            "said": value,
            "mode": Mode.INDIRECT,
            "commitment": Commitment.CERTAIN,
            "anonymous": False,
            "day": date(2026, 11, day),
            "span": Span(start=0, end=5, exact="Words"),
            "document_id": number,
            "title": "A title",
            "outlet_id": "paper",
            "outlet": "The Paper",
            "url": None,
            "published_at": datetime(2026, 11, day, 8, tzinfo=UTC),
            "origin_id": 1,
            "origin": "The Paper",
            "confidence": 0.8,
            "reasons": (),
            "recorded_by": "rules/1",
            "recorded_at": datetime(2026, 11, 28, tzinfo=UTC),
            "supersedes": None,
        }
        return Cell.model_validate(values | changes)

    return make


@pytest.fixture
def make_evidence() -> MakeEvidence:
    """``make_evidence(id, origin, relation, grade)`` with a grade such as ``"A1"``."""

    def make(number: int, origin: int, relation: Relation, grade: str = "B2") -> EvidenceItem:
        reliability, credibility = grade[0], int(grade[1])
        return EvidenceItem(
            evidence_id=number,
            claim_id=1,
            relation=relation,
            kind=EvidenceKind.SPAN,
            reliability=reliability,
            credibility=credibility,
            strong=reliability in "AB" and credibility <= 2,
            title="",
            note="",
            exact=None,
            start=None,
            end=None,
            document_id=None,
            url=None,
            capture_sha256=None,
            origin_id=origin,
            origin=f"origin {origin}",
            reasons=(),
            recorded_by="Ana",
            recorded_at=datetime(2026, 11, 28, tzinfo=UTC),
            supersedes=None,
        )

    return make
