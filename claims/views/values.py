"""Values that several views share. All are frozen; times are aware UTC, days are dates."""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

from claims.model import Commitment, Stance, Value

Item = TypeVar("Item")


class PartyRef(Value):
    """A party as other rows name it."""

    id: int
    key: str
    name: str


class Position(Value):
    """Where a party stands on a claim by its latest word; one of two that it said on one day."""

    party: PartyRef
    value: Stance
    commitment: Commitment
    day: date
    stances: int
    """How many stances of this party on this claim count."""


class Page(Value, Generic[Item]):
    """One page. ``next`` is the cursor of the following page, None on the last."""

    items: tuple[Item, ...]
    next: str | None = None
    as_of: date | None = None
