"""What a party is, how it is called, and what finding and resolving hand back."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple, Self

from pydantic import Field, model_validator

from claims.model import PartyKind, Value

PARTY_ID = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
"""Kebab-case: ``north-korea``, ``dmitry-peskov``."""


class CatalogueError(ValueError):
    """The catalogue, or a change asked of it, contradicts itself. Names the input."""


class NameSort(StrEnum):
    """In what way a text names a party."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    METONYM = "metonym"
    ACRONYM = "acronym"
    SHORT = "short"
    LEADER_TITLE = "leader_title"
    COMPOUND = "compound"
    """Made from a pattern, "Iran's foreign ministry": only in mentions, never in the catalogue."""


class PartyName(Value):
    """One way to name a party, as it stands in text."""

    text: str = Field(min_length=1)
    sort: NameSort = NameSort.NAME


class SpeaksFor(Value):
    """One party's word counts as another's, in a role, from day to day (both inclusive).

    A missing ``since`` or ``until`` means that the catalogue does not know
    the day, or that the role goes on; the role counts on that side without end.
    """

    party: str
    role: str
    since: date | None = None
    until: date | None = None

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.since and self.until and self.until < self.since:
            raise ValueError(f"{self.role} of {self.party} ends {self.until}, before {self.since}")
        return self

    def holds(self, on: date | None) -> bool:
        """Whether the role is held on that day. With no day known, every role counts."""
        if on is None:
            return True
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


class Party(Value):
    """Whoever takes a position: a state, an institution, an organisation, a person, an outlet."""

    id: str = Field(pattern=PARTY_ID)
    name: str = Field(min_length=1)
    """The canonical name in English."""
    kind: PartyKind
    names: tuple[PartyName, ...] = ()
    """Every way to name it, the canonical name included."""
    part_of: str | None = None
    organ_of: str | None = None
    """The party whose organ this outlet is: KCNA is North Korea's."""
    speaks_for: tuple[SpeaksFor, ...] = ()
    domains: tuple[str, ...] = ()
    """Sites of an outlet, such as ``bbc.co.uk``; subdomains count with them."""


class Mention(NamedTuple):
    """A place in a text that names a party: ``exact == text[start:end]`` (code points)."""

    start: int
    end: int
    exact: str
    candidates: tuple[str, ...]
    """Ids of the parties it may name, at least one; more than one when it is ambiguous."""
    sort: NameSort


class Resolution(NamedTuple):
    """What a mention resolves to: a party only when one candidate remains."""

    party_id: str | None
    candidates: tuple[str, ...]
    """What it may be. Empty: the catalogue knows nothing by that name."""
    reason: str
    """Why, in a sentence for a fact-checker."""
    anonymous: bool = False
    """Whether it stands for nobody in particular inside the party ("a Pentagon official")."""
