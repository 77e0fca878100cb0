"""All names of a catalogue by their words, for one-pass longest matching."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claims.parties.party import NameSort, Party
from claims.parties.tokens import Token, is_joined, keys_of
from claims.parties.vocabulary import Ambiguity

Words = tuple[str, ...]
"""Words of a name, as keys of tokens."""
_LONGEST_ACRONYM = 6


class Entry(NamedTuple):
    """What a name may mean."""

    candidates: Words
    sort: NameSort
    ambiguity: Ambiguity | None = None

    @property
    def certain(self) -> str | None:
        """The one party it names without further evidence, if any."""
        if len(self.candidates) != 1:
            return None
        if self.ambiguity and self.ambiguity.other and not self.ambiguity.accept:
            return None
        return self.candidates[0]


class NameIndex:
    """Names -> entries, with case ("Turkey", for texts) and without ("turkey", for mentions)."""

    def __init__(self, parties: Iterable[Party], ambiguities: Iterable[Ambiguity]) -> None:
        listed = {keys_of(ambiguity.name): ambiguity for ambiguity in ambiguities}
        self._exact: dict[Words, Entry] = {}
        self._folded: dict[Words, Entry] = {}
        for party in parties:
            for name in party.names:
                _add(self._exact, keys_of(name.text), party.id, name.sort)
        for words, ambiguity in listed.items():
            known = self._exact.get(words)
            sort = known.sort if known else NameSort.NAME
            self._exact[words] = Entry(ambiguity.readings, sort, ambiguity)
        for words, entry in self._exact.items():
            if not _is_acronym(words, entry):
                _merge(self._folded, tuple(word.casefold() for word in words), entry)
        self._lengths = _lengths_by_first(self._exact)

    def shared(self) -> dict[str, Entry]:
        """Names of several parties that no line of ambiguous.yaml explains."""
        return {
            " ".join(words): entry
            for words, entry in self._exact.items()
            if len(entry.candidates) > 1 and entry.ambiguity is None
        }

    def look_up(self, words: Words) -> Entry | None:
        """The entry of a whole name; with its case first, then without."""
        found = self._exact.get(words)
        if found is None:
            found = self._folded.get(tuple(word.casefold() for word in words))
        return found

    def longest_prefix(self, words: Words) -> tuple[int, Entry] | None:
        """The longest name that the words start with: how many words, and its entry."""
        for size in range(min(len(words), 9), 0, -1):
            found = self.look_up(words[:size])
            if found is not None:
                return size, found
        return None

    def longest_at(self, text: str, tokens: Sequence[Token], at: int) -> tuple[int, Entry] | None:
        """The longest name at a word of a text, with its case: how many words, and its entry.

        A text in capitals ("NORTH KOREA") is read as if it had none.
        """
        first = tokens[at].key
        sizes = self._lengths.get(first)
        raised = sizes is None and len(first) > 1 and first.isupper()
        if raised:
            sizes = self._lengths.get(first.title())
        if sizes is None:
            return None
        for size in sizes:
            if at + size > len(tokens):
                continue
            words = tuple(
                token.key.title() if raised and token.key.isupper() else token.key
                for token in tokens[at : at + size]
            )
            entry = self._exact.get(words)
            if entry and entry.candidates and _stands_together(text, tokens, at, size):
                return size, entry
        return None


def _add(index: dict[Words, Entry], words: Words, party_id: str, sort: NameSort) -> None:
    known = index.get(words)
    if known is None:
        index[words] = Entry((party_id,), sort)
    elif party_id not in known.candidates:
        index[words] = known._replace(candidates=(*known.candidates, party_id))


def _merge(index: dict[Words, Entry], words: Words, entry: Entry) -> None:
    known = index.get(words)
    if known is None or entry.ambiguity is not None:
        index[words] = entry
    elif known.ambiguity is None:
        both = dict.fromkeys((*known.candidates, *entry.candidates))
        index[words] = known._replace(candidates=tuple(both))


def _is_acronym(words: Words, entry: Entry) -> bool:
    single = len(words) == 1 and words[0].isupper() and len(words[0]) <= _LONGEST_ACRONYM
    return single or entry.sort is NameSort.ACRONYM


def _lengths_by_first(index: Iterable[Words]) -> dict[str, tuple[int, ...]]:
    sizes: dict[str, set[int]] = {}
    for words in index:
        if words:
            sizes.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}


def _stands_together(text: str, tokens: Sequence[Token], at: int, size: int) -> bool:
    return all(is_joined(text, tokens[i], tokens[i + 1]) for i in range(at, at + size - 1))
