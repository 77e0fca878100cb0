"""Values that several views share. All are frozen; times are aware UTC, days are dates."""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

from claims.model import ANONYMOUS_PREFIX, Commitment, Stance, Value

Item = TypeVar("Item")

NOT_NAMED = "not named"


class PartyRef(Value):
    """A party as other rows name it."""

    id: int
    key: str
    name: str

    @property
    def called(self) -> str:
        """The name as people are shown it: a source that is described only is told as such."""
        return f"{self.name} ({NOT_NAMED})" if self.is_unnamed else self.name

    @property
    def is_unnamed(self) -> bool:
        """Whether documents describe the source and do not name it."""
        return self.key.startswith(ANONYMOUS_PREFIX)


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
