"""Parts of pages written directly: what a chip says of whom."""

from __future__ import annotations

from datetime import date

import pytest

from claims.model import Commitment, Stance
from claims.views import PartyRef, Position
from claims.web.pages import chips


@pytest.mark.parametrize(
    ("key", "told"),
    [("anonymous:an-official", True), ("northland", False), ("unattributed", False)],
)
def test_a_source_that_is_not_named_is_told_as_such(key: str, told: bool) -> None:
    party = PartyRef(id=1, key=key, name="An official")
    held = Position(
        party=party,
        value=Stance.ALLEGES,
        commitment=Commitment.CERTAIN,
        day=date(2026, 3, 1),
        stances=1,
    )
    for drawn in (chips.party(party), chips.position(held)):
        assert ("(not named)" in drawn) is told
