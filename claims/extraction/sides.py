"""What the catalogue of parties knows of a document's sources: other names, and whose side."""

from __future__ import annotations

from functools import cache

from claims.extraction.voice import Voice
from claims.model import PartyKind
from claims.parties import Catalogue, NameSort, load_catalogue

_MOST_TEXT = 400_000
"""Characters of a document in which names are looked up."""
_PROPER = frozenset(
    {NameSort.NAME, NameSort.ACRONYM, NameSort.SHORT, NameSort.CAPITAL, NameSort.METONYM}
)
_OFFICIAL = frozenset({PartyKind.STATE, PartyKind.GOVERNMENT, PartyKind.INSTITUTION})
_FOR_STATE = frozenset({PartyKind.GOVERNMENT, PartyKind.STATE})


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()


class Sides:
    """The known parties of one document and the names it uses for each."""

    def __init__(self, text: str) -> None:
        self._names: dict[str, dict[str, None]] = {}
        self._known: dict[str, str | None] = {}
        for mention in _catalogue().find_mentions(text[:_MOST_TEXT]):
            if len(mention.candidates) == 1 and mention.sort in _PROPER:
                self._names.setdefault(mention.candidates[0], {})[mention.exact] = None

    def party_id(self, name: str) -> str | None:
        """The catalogue's id for a source's name, if it knows exactly one."""
        if name not in self._known:
            self._known[name] = _catalogue().resolve(name).party_id
        return self._known[name]

    def other_names(self, voice: Voice) -> tuple[str, ...]:
        """Names that the document uses for the voice's party, metonyms and capital included.

        A government answers for its state, so the state's names are its names too.
        """
        party = self.party_id(voice.party)
        if party is None or voice.vague:
            return ()
        found = dict(self._names.get(party, {}))
        known = _catalogue().get(party)
        if known is not None and known.kind in _FOR_STATE and known.part_of is not None:
            found |= self._names.get(known.part_of, {})
        return tuple(name for name in found if name != voice.party)

    def is_implicated(self, voice: Voice, claim: str) -> bool:
        """Whether the claim's sentence names the voice's side as taking part.

        Only of those who speak for a state or a body of one: that a person or a paper
        is named in what it tells is nothing special.
        """
        party = self.party_id(voice.party)
        catalogue = _catalogue()
        known = catalogue.get(party) if party is not None else None
        if party is None or known is None or known.kind not in _OFFICIAL:
            return False
        return any(catalogue.same_side(party, other) for other in catalogue.implicated(claim))

    def are_one_side(self, a: Voice, b: Voice) -> bool:
        """Whether two voices are the same party or speak for the same."""
        if a.party == b.party:
            return True
        first, second = self.party_id(a.party), self.party_id(b.party)
        return first is not None and second is not None and _catalogue().same_side(first, second)
