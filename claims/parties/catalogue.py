"""The catalogue of parties: look up, find, resolve, and say whose word counts as whose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Self

from claims.parties.derived import derive_party, institution_id, split_derived
from claims.parties.find import Finder
from claims.parties.implicate import Implicator
from claims.parties.index import NameIndex
from claims.parties.party import Mention, Party, Resolution
from claims.parties.resolve import Resolver
from claims.parties.settle import Question, Settler
from claims.parties.ties import close_merges, follow_owners
from claims.parties.vocabulary import Vocabulary


class Catalogue:
    """Parties and their names, read-only. Make one with ``load_catalogue``."""

    def __init__(
        self,
        parties: Iterable[Party],
        vocabulary: Vocabulary | None = None,
        merges: Mapping[str, str] | None = None,
    ) -> None:
        self.vocabulary = vocabulary or Vocabulary()
        self.merges = close_merges(merges or {})
        self._parties = {party.id: party for party in parties}
        self._derived: dict[str, Party | None] = {}
        self._owners: dict[tuple[str, date | None], tuple[str, ...]] = {}
        self._build(NameIndex(self._parties.values(), self.vocabulary.ambiguities))

    def _build(self, index: NameIndex) -> None:
        self.index = index
        self._sites = {
            domain: party.id for party in self._parties.values() for domain in party.domains
        }
        settler = Settler(self._parties, self.vocabulary, self._own, self._look_up, self._merged)
        self._finder = Finder(index, self._parties, self.vocabulary)
        self._resolver = Resolver(index, settler)
        self._implicator = Implicator(self._finder, self.resolve, self.vocabulary)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Every party of the catalogue, in the order of its files; derived ones are not listed."""
        return tuple(self._parties.values())

    def get(self, party_id: str) -> Party | None:
        """The party of that id, or the one it is merged into.

        Derived ids count ("south-korea-foreign-ministry"). None where the
        catalogue knows nothing of it.
        """
        return self._look_up(self.merges.get(party_id, party_id))

    def by_domain(self, host: str) -> Party | None:
        """The outlet whose site a host belongs to, the longest domain first."""
        labels = host.split(".")
        ids = (self._sites.get(".".join(labels[start:])) for start in range(len(labels)))
        return next((self.get(party_id) for party_id in ids if party_id), None)

    def resolve(
        self, mention: str, on: date | None = None, context: Iterable[str] = ()
    ) -> Resolution:
        """Say which party a mention names; never raises.

        ``on`` is the day it was said; ``context`` holds ids of other parties
        in the same document, which may break a tie.
        """
        found = self._resolver.resolve(Question(mention, on, tuple(context)))
        if not self.merges:
            return found
        party_id = None if found.party_id is None else self._merged(found.party_id)
        candidates = self._merge_all(found.candidates)
        return found._replace(party_id=party_id, candidates=candidates)

    def find_mentions(self, text: str) -> list[Mention]:
        """Every place that names a party, in order, non-overlapping, the longest name at each."""
        found = self._finder.find(text)
        if not self.merges:
            return found
        return [m._replace(candidates=self._merge_all(m.candidates)) for m in found]

    def owners(self, party_id: str, on: date | None = None) -> tuple[str, ...]:
        """The party itself and everything its word counts as, nearest first.

        With no day known, every role ever held counts. An id that the
        catalogue lacks owns itself only.
        """
        return self._own(party_id, on)

    def implicated(self, claim_text: str, on: date | None = None) -> frozenset[str]:
        """The parties that a claim's sentence names as taking part, each as named.

        A place ("in Iraq") and a demonym of things or people that do not act
        for the state ("a Russian tourist") implicate nobody; nor do names
        that stay ambiguous.
        """
        found = self._implicator.implicated(claim_text, on)
        return frozenset(self._merged(party_id) for party_id in found)

    def same_side(self, a: str, b: str, on: date | None = None) -> bool:
        """Whether one's word counts as the other's, or both count as a common owner's."""
        return not set(self.owners(a, on)).isdisjoint(self.owners(b, on))

    def with_merges(self, merges: Mapping[str, str]) -> Self:
        """A catalogue that answers ``merges[id]`` wherever it would answer ``id``.

        ``merges`` replaces earlier ones whole: leaving a pair out unmerges it.
        CatalogueError where the mapping runs in a circle.
        """
        other = type(self).__new__(type(self))
        other.vocabulary = self.vocabulary
        other.merges = close_merges(merges)
        other._parties = self._parties
        other._derived = {}
        other._owners = {}
        other._build(self.index)
        return other

    def _merged(self, party_id: str) -> str:
        return self.merges.get(party_id, party_id)

    def _merge_all(self, party_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(self._merged, party_ids)))

    def _own(self, party_id: str, on: date | None) -> tuple[str, ...]:
        key = (party_id, on)
        if key not in self._owners:
            self._owners[key] = follow_owners(party_id, on, self._look_up, self._merged)
        return self._owners[key]

    def _look_up(self, party_id: str) -> Party | None:
        known = self._parties.get(party_id)
        if known is not None:
            return known
        if party_id not in self._derived:
            self._derived[party_id] = self._derive(party_id)
        return self._derived[party_id]

    def _derive(self, party_id: str) -> Party | None:
        split = split_derived(party_id, self._parties, self.vocabulary)
        if split is None:
            return None
        state, key = split
        filled = self._parties.get(institution_id(state.id, key, self.vocabulary))
        return filled or derive_party(state, key, self.vocabulary)
