"""Find every place of a text that names a party. Finding never decides between readings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.model import PartyKind
from claims.parties.derived import institution_id
from claims.parties.index import Entry, NameIndex
from claims.parties.neighbours import is_part_of_another_name
from claims.parties.party import Mention, NameSort, Party
from claims.parties.tokens import Token, is_joined, is_possessive, tokenise
from claims.parties.vocabulary import Vocabulary

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
        """The same as positions in ``tokens``."""
        hits: list[Hit] = []
        at = 0
        while at < len(tokens):
            found = self._index.longest_at(text, tokens, at)
            if found is None:
                at += 1
                continue
            size, entry = found
            if is_part_of_another_name(text, tokens, at, at + size, entry, hits):
                at += size
                continue
            hit = self._widen(text, tokens, (at, at + size, entry.candidates, entry.sort), entry)
            if hits and hit[0] < hits[-1][1]:
                hit = (at, at + size, entry.candidates, entry.sort)
            hits.append(hit)
            at = hit[1]
        return hits

    def _widen(self, text: str, tokens: Sequence[Token], hit: Hit, entry: Entry) -> Hit:
        """Take in the institution that the state's name belongs to, behind it or before it."""
        if hit[3] not in STATE_SORTS or not self.are_states(entry.candidates):
            return hit
        return self._widen_right(text, tokens, hit) or self._widen_left(text, tokens, hit) or hit

    def are_states(self, candidates: Sequence[str]) -> bool:
        """Whether every candidate is a state."""
        return all(
            party is not None and party.kind is PartyKind.STATE
            for party in map(self._parties.get, candidates)
        )

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
        return first, at + found[0], self._institutions(candidates, found[1]), NameSort.COMPOUND

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
            merged = self._institutions(candidates, found[1])
            return at - size, stop, merged, NameSort.COMPOUND
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

    def _institutions(self, states: Sequence[str], key: str) -> tuple[str, ...]:
        return tuple(institution_id(state, key, self._vocabulary) for state in states)
