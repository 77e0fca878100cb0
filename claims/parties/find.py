"""Find every place of a text that names a party. Finding never decides between readings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.model import PartyKind
from claims.parties.derived import institution_ids
from claims.parties.index import Entry, NameIndex
from claims.parties.neighbours import is_part_of_another_name
from claims.parties.party import Mention, NameSort, Party
from claims.parties.tokens import Token, is_joined, is_possessive, tokenise
from claims.parties.vocabulary import CITY_INSTITUTIONS, Vocabulary

Hit = tuple[int, int, tuple[str, ...], NameSort]
"""First word, word after the last, candidates, sort."""

STATE_SORTS = frozenset(
    {NameSort.NAME, NameSort.DEMONYM, NameSort.CAPITAL, NameSort.METONYM, NameSort.ACRONYM}
)
_LINKS = frozenset({"of", "in"})
_NOT_IN = frozenset(
    {"military", "navy", "air-force", "embassy", "state", "intelligence", "state-media"}
)
"""Institutions abroad as often as at home: troops in Syria are not Syria's."""
_LONGEST_PHRASE = 6


class Finder:
    """One pass over the words of a text, longest name first."""

    def __init__(
        self, index: NameIndex, parties: Mapping[str, Party], vocabulary: Vocabulary
    ) -> None:
        self._index = index
        self._parties = parties
        self._vocabulary = vocabulary

    def find(self, text: str) -> list[Mention]:
        """Every mention, in order, without overlaps."""
        tokens = tokenise(text)
        mentions = []
        for first, stop, candidates, sort in self.scan(text, tokens):
            start, end = tokens[first].start, tokens[stop - 1].end
            mentions.append(Mention(start, end, text[start:end], candidates, sort))
        return mentions

    def scan(self, text: str, tokens: Sequence[Token]) -> list[Hit]:
        """The same as positions in ``tokens``.

        A name with readings outside the catalogue ("Brown", "May") counts
        only where the text names one of its candidates in full as well.
        """
        hits: list[Hit] = []
        doubtful: set[int] = set()
        at = 0
        while at < len(tokens):
            found = self._index.longest_at(text, tokens, at)
            if found is None:
                at += 1
                continue
            size, entry = found
            if self._is_city(text, tokens, at + size, entry) or is_part_of_another_name(
                text, tokens, at, at + size, entry, hits
            ):
                at += size
                continue
            hit = self._widen(text, tokens, (at, at + size, entry.candidates, entry.sort), entry)
            if hits and hit[0] < hits[-1][1]:
                hit = (at, at + size, entry.candidates, entry.sort)
            if entry.ambiguity is not None and entry.ambiguity.other and not entry.certain:
                doubtful.add(hit[0])
            hits.append(hit)
            at = hit[1]
        return _drop_doubtful(hits, doubtful) if doubtful else hits

    def _widen(self, text: str, tokens: Sequence[Token], hit: Hit, entry: Entry) -> Hit:
        """Take in the institution that the state's name belongs to, behind it or before it."""
        if hit[3] not in STATE_SORTS or not self.may_be_state(entry.candidates):
            return hit
        return self._widen_right(text, tokens, hit) or self._widen_left(text, tokens, hit) or hit

    def _is_city(self, text: str, tokens: Sequence[Token], stop: int, entry: Entry) -> bool:
        """ "Paris police", "London's prosecutors": the city's, not the state's."""
        if entry.sort is not NameSort.CAPITAL or stop >= len(tokens):
            return False
        if is_possessive(text, tokens[stop - 1], tokens[stop]) and stop + 1 < len(tokens):
            stop += 1
        found = self._phrase_at(text, tokens, stop)
        joined = is_joined(text, tokens[stop - 1], tokens[stop])
        return joined and found is not None and found[1] in CITY_INSTITUTIONS

    def may_be_state(self, candidates: Sequence[str]) -> bool:
        """Whether a candidate is a state."""
        known = map(self._parties.get, candidates)
        return any(party is not None and party.kind is PartyKind.STATE for party in known)

    def _widen_right(self, text: str, tokens: Sequence[Token], hit: Hit) -> Hit | None:
        first, stop, candidates, _ = hit
        at = stop
        if at < len(tokens) and is_possessive(text, tokens[at - 1], tokens[at]):
            at += 1
        while at < len(tokens) and tokens[at].key.casefold() in self._vocabulary.adjectives:
            if self._phrase_at(text, tokens, at) is not None:
                break
            if not is_joined(text, tokens[at - 1], tokens[at]):
                return None
            at += 1
        if at >= len(tokens) or not is_joined(text, tokens[at - 1], tokens[at]):
            return None
        found = self._phrase_at(text, tokens, at)
        if found is None:
            return None
        ids = institution_ids(candidates, found[1], self._parties, self._vocabulary)
        return (first, at + found[0], ids, NameSort.COMPOUND) if ids else None

    def _widen_left(self, text: str, tokens: Sequence[Token], hit: Hit) -> Hit | None:
        first, stop, candidates, _ = hit
        at = first - 1
        if at > 0 and tokens[at].key.casefold() == "the":
            at -= 1
        if at < 1 or tokens[at].key not in _LINKS:
            return None
        for size in range(min(_LONGEST_PHRASE, at), 0, -1):
            found = self._phrase_at(text, tokens, at - size)
            if found is None or found[0] != size:
                continue
            if tokens[at].key == "in" and found[1] in _NOT_IN:
                return None
            if not is_joined(text, tokens[at - 1], tokens[at]):
                return None
            ids = institution_ids(candidates, found[1], self._parties, self._vocabulary)
            return (at - size, stop, ids, NameSort.COMPOUND) if ids else None
        return None

    def _phrase_at(self, text: str, tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
        words = [token.key.casefold() for token in tokens[at : at + _LONGEST_PHRASE]]
        found = self._vocabulary.institution_phrases.match(words)
        if found is None:
            return None
        inside = range(at, at + found[0] - 1)
        if not all(is_joined(text, tokens[i], tokens[i + 1]) for i in inside):
            return None
        return found


def _drop_doubtful(hits: list[Hit], doubtful: set[int]) -> list[Hit]:
    named = {hit[2][0] for hit in hits if hit[0] not in doubtful and len(hit[2]) == 1}
    return [hit for hit in hits if hit[0] not in doubtful or not named.isdisjoint(hit[2])]
