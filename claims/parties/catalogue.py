"""The catalogue of parties: look up, find, resolve, and say whose word counts as whose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from claims.parties.names import normalise
from claims.parties.party import Mention, Party, Resolution


class Catalogue:
    """Parties and their names, read-only. Make one with ``load_catalogue``."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self._parties = {party.id: party for party in parties}
        self._names: dict[str, list[str]] = {}
        for party in self._parties.values():
            for name in party.names:
                self._names.setdefault(normalise(name.text), []).append(party.id)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Every party of the catalogue, in the order of its files."""
        return tuple(self._parties.values())

    def get(self, party_id: str) -> Party | None:
        """The party of that id, derived ones ("south-korea-foreign-ministry") included."""
        return self._parties.get(party_id)

    def resolve(
        self, mention: str, on: date | None = None, context: Iterable[str] = ()
    ) -> Resolution:
        """Say which party a mention names; never raises.

        ``on`` is the day it was said; ``context`` holds ids of other parties
        in the same document, which may break a tie.
        """
        found = tuple(dict.fromkeys(self._names.get(normalise(mention), ())))
        if len(found) == 1:
            return Resolution(found[0], found, f"{mention!r} is a name of {found[0]}.")
        return Resolution(None, found, f"No single party is called {mention!r}.")

    def find_mentions(self, text: str) -> list[Mention]:
        """Every place that names a party, longest match first come, in order, non-overlapping."""
        return []

    def owners(self, party_id: str, on: date | None = None) -> tuple[str, ...]:
        """The party itself and everything its word counts as, nearest first.

        An id that the catalogue lacks owns itself only.
        """
        return (party_id,)

    def implicated(self, claim_text: str, on: date | None = None) -> frozenset[str]:
        """The parties that a claim's sentence names as taking part, each most specific."""
        return frozenset()

    def same_side(self, a: str, b: str, on: date | None = None) -> bool:
        """Whether the two parties' words count as one's own or a common owner's."""
        return bool(set(self.owners(a, on)) & set(self.owners(b, on)))

    def with_merges(self, merges: Mapping[str, str]) -> Catalogue:
        """A catalogue that answers ``merges[id]`` wherever it would answer ``id``.

        CatalogueError where the mapping runs in a circle.
        """
        return self
