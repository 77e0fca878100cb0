"""A person or body of a document, and where its name stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.extraction.names.mentions import PERSON, UNKNOWN


@dataclass(slots=True)
class Entity:
    """A person or body of the document. ``names`` keeps the order of first use."""

    index: int
    name: str
    sort: str
    names: list[str] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    gender: str | None = None
    institution: str | None = None
    """The body it speaks for, where the text says so."""
    count: int = 0
    first: tuple[int, int] = (0, 0)
    """The sentence and token where it is first named."""

    @property
    def is_person(self) -> bool:
        return self.sort == PERSON

    @property
    def seems_person(self) -> bool:
        """Whether it is a person, or of no known sort with a name of two or three words."""
        return self.is_person or (self.sort == UNKNOWN and len(self.name.split()) in (2, 3))


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entity stands: token indices ``first:last`` of a sentence."""

    sentence: int
    first: int
    last: int
    entity: int
