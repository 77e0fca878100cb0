"""What the catalogue of parties knows of a document's sources: other names, and whose side."""

from __future__ import annotations

import re
from dataclasses import replace
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
_UNNAMED_ORGAN = re.compile(
    r"(?:the )?(?P<word>official|state|state-run|state-owned|government-run)"
    r" (?:media|news agency|television|tv|radio|broadcaster|newspaper)",
    re.IGNORECASE,
)
_BESIDE = 30
"""Characters before and after an organ's name in which a text says what it is."""


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()


class Sides:
    """The known parties of one document and the names it uses for each."""

    def __init__(self, text: str) -> None:
        self._names: dict[str, dict[str, None]] = {}
        self._known: dict[str, str | None] = {}
        self._organs: dict[str, str] = {}
        for mention in _catalogue().find_mentions(text[:_MOST_TEXT]):
            if len(mention.candidates) == 1 and mention.sort in _PROPER:
                party = mention.candidates[0]
                self._names.setdefault(party, {})[mention.exact] = None
                if _is_organ(party):
                    beside = text[max(0, mention.start - _BESIDE) : mention.end + _BESIDE]
                    self._organs[party] = self._organs.get(party, "") + " " + beside.lower()

    def party_id(self, name: str) -> str | None:
        """The catalogue's id for a source's name, if it knows exactly one."""
        if name not in self._known:
            self._known[name] = _catalogue().resolve(name).party_id
        return self._known[name]

    def name_organ(self, voice: Voice) -> Voice:
        """``official media`` as the state organ that the same text names, if only one fits.

        Where several are named, it is the one that the text calls by the same
        word ("official KCNA news agency"); else the voice stays as it is.
        """
        unnamed = _UNNAMED_ORGAN.fullmatch(voice.party)
        if unnamed is None:
            return voice
        fitting = list(self._organs)
        if len(fitting) > 1:
            word = unnamed["word"].lower()
            fitting = [party for party in fitting if re.search(rf"\b{word}\b", self._organs[party])]
        if len(fitting) != 1:
            return voice
        name = next(iter(self._names[fitting[0]]))
        aliases = (*voice.aliases, voice.party)
        return replace(voice, party=name, aliases=aliases, anonymous=False)

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


def _is_organ(party_id: str) -> bool:
    party = _catalogue().get(party_id)
    return party is not None and party.kind is PartyKind.OUTLET and party.organ_of is not None
