"""Decide between the candidates of a name: one remains, or none is accepted.

Every answer carries a sentence that says why, for a fact-checker to read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from claims.model import PartyKind
from claims.parties.derived import institution_id, institution_ids
from claims.parties.index import Entry, Words
from claims.parties.names import clean
from claims.parties.party import NameSort, Party, Resolution
from claims.parties.phrases import ANONYMOUS_NOUNS, join_names
from claims.parties.ties import supporter_of
from claims.parties.tokens import keys_of, tokenise
from claims.parties.vocabulary import SPOKESPERSON, Vocabulary

_HOW = {
    NameSort.NAME: "is a name of",
    NameSort.DEMONYM: "is said of",
    NameSort.CAPITAL: "is the capital or seat of government, and stands for",
    NameSort.METONYM: "stands for",
    NameSort.ACRONYM: "is short for",
    NameSort.SHORT: "is the surname of",
    NameSort.LEADER_TITLE: "is a title of",
    NameSort.COMPOUND: "is",
}


class Question(NamedTuple):
    """What is asked: the mention, the day, the other parties of the document."""

    mention: str
    on: date | None = None
    context: tuple[str, ...] = ()

    def quote(self, words: Words) -> str:
        """The words as the mention has them, with its hyphens and dots."""
        text = clean(self.mention)
        tokens = tokenise(text)
        for at in range(len(tokens) - len(words) + 1):
            if all(tokens[at + i].key == word for i, word in enumerate(words)):
                return text[tokens[at].start : tokens[at + len(words) - 1].end]
        return text


class Settler:
    """Chooses among candidates with what the catalogue and the document say."""

    def __init__(
        self,
        parties: Mapping[str, Party],
        vocabulary: Vocabulary,
        owners: Callable[[str, date | None], tuple[str, ...]],
        get: Callable[[str], Party | None],
        merged: Callable[[str], str],
    ) -> None:
        self._merged = merged
        self.parties = parties
        self.vocabulary = vocabulary
        self._owners = owners
        self._get = get
        self._surnames = _index_surnames(parties.values())

    def are_states(self, candidates: Sequence[str]) -> bool:
        """Whether every candidate is a state (and there is one)."""
        return bool(candidates) and all(
            c in self.parties and self.parties[c].kind is PartyKind.STATE for c in candidates
        )

    def settle(self, words: Words, entry: Entry, asked: Question) -> Resolution:
        """Accept the one candidate of a name, or the one that the document points to."""
        said = asked.quote(words)
        entry = entry._replace(candidates=self._merge(entry.candidates))
        certain = entry.certain
        if certain is not None:
            reason = f"{said!r} {_HOW[entry.sort]} {self._name(certain)}."
            if entry.ambiguity and entry.ambiguity.other:
                reason = f"{reason[:-1]}: {entry.ambiguity.why}."
            return Resolution(certain, entry.candidates, reason)
        chosen = self._break_tie(said, entry.candidates, asked)
        if chosen is not None:
            return chosen
        readings = [self._name(candidate) for candidate in entry.candidates]
        readings += entry.ambiguity.other if entry.ambiguity else ()
        why = f": {entry.ambiguity.why}" if entry.ambiguity else ""
        return Resolution(None, entry.candidates, f"{said!r} may be {join_names(readings)}{why}.")

    def may_be_state(self, candidates: Sequence[str]) -> bool:
        """Whether a candidate is a state."""
        return any(self.are_states([candidate]) for candidate in candidates)

    def settle_institution(
        self, states: Sequence[str], key: str, asked: Question, said: Sequence[str]
    ) -> Resolution:
        """The institution of the state, or of the one state that the document points to."""
        ids = self._merge(institution_ids(states, key, self.parties, self.vocabulary))
        anonymous = not ANONYMOUS_NOUNS.isdisjoint(said)
        if len(ids) == 1:
            reason = f"{asked.mention.strip()!r} means {self._name(ids[0])}."
            return Resolution(ids[0], ids, reason, anonymous)
        chosen = self._break_tie(asked.mention.strip(), ids, asked)
        if chosen is not None:
            return chosen._replace(anonymous=anonymous)
        either = join_names([self._name(i) for i in ids or states])
        whose = "may be" if ids else "may be an institution of"
        return Resolution(
            None, ids or tuple(states), f"{asked.mention.strip()!r} {whose} {either}.", anonymous
        )

    def settle_role(
        self, entry: Entry, role: str, asked: Question, named: str | None = None
    ) -> Resolution:
        """ "the Russian president": who held the role on that day, or else the institution.

        ``named`` is a person whom the catalogue lacks, speaking in that role.
        """
        whole = self.settle(keys_of(clean(asked.mention)), entry, asked)
        if whole.party_id is None:
            return whole
        title = self.vocabulary.patterns.titles[role]
        institution = whole.party_id
        if title.of and role != SPOKESPERSON and self.are_states([whole.party_id]):
            institution = institution_id(whole.party_id, title.of, self.vocabulary)
        if named is not None:
            reason = f"{named} is not in the catalogue, but speaks for {self._name(institution)}."
            return Resolution(institution, (institution,), reason)
        holders = self._holders(whole.party_id, role, asked.on)
        if len(holders) == 1 and asked.on is not None and role != SPOKESPERSON:
            holder, of = self._name(holders[0]), self._name(whole.party_id)
            reason = f"{holder} was {role} of {of} on {asked.on}."
            return Resolution(holders[0], (holders[0],), reason)
        reason = f"Whoever is {role} speaks for {self._name(institution)}."
        return Resolution(institution, (institution,), reason)

    def settle_bare_institution(self, key: str, asked: Question, said: Sequence[str]) -> Resolution:
        """ "the foreign ministry": whose, only the other parties of the document can say."""
        states = dict.fromkeys(
            owner
            for other in asked.context
            for owner in self._owners(other, asked.on)
            if self.are_states([owner])
        )
        ids = tuple(institution_id(state, key, self.vocabulary) for state in states)
        whose = f"{asked.mention.strip()!r} does not say whose it is"
        if len(states) == 1:
            reason = f"{whose}; {self._name(next(iter(states)))} is the only state in the text."
            return Resolution(ids[0], ids, reason, not ANONYMOUS_NOUNS.isdisjoint(said))
        if states:
            whose += f"; the text names {join_names([self._name(s) for s in states])}"
        return Resolution(None, ids, f"{whose}.")

    @staticmethod
    def as_official(found: Resolution, noun: str) -> Resolution:
        """The party that somebody inside it speaks for; anonymous where nobody is named."""
        if found.party_id is None or noun not in ANONYMOUS_NOUNS:
            return found
        return found._replace(anonymous=True)

    def as_person(self, words: Words, entry: Entry | None, asked: Question) -> Resolution | None:
        """The person of that name, where it is a person's and certain."""
        certain = None if entry is None else entry.certain
        if certain is None or self.parties[certain].kind is not PartyKind.PERSON:
            return None
        reason = f"{asked.quote(words)!r} means {self.parties[certain].name}."
        return Resolution(certain, (certain,), reason)

    def as_holder(self, words: Words, role: str, on: date | None) -> Resolution | None:
        """The one person of that surname who held the role, on that day where it is known."""
        bearers = self._surnames.get(words[-1].casefold(), ()) if len(words) == 1 else ()
        held = [
            party
            for party in bearers
            if any(s.role == role and s.holds(on) for s in party.speaks_for)
        ]
        if not held:
            return None
        day = f" on {on}" if on else ""
        called = f"{role} called {' '.join(words)}{day}"
        ids = tuple(party.id for party in held)
        if len(held) == 1:
            return Resolution(ids[0], ids, f"{held[0].name} is the only {called}.")
        either = join_names([party.name for party in held])
        return Resolution(None, ids, f"The {called} may be {either}.")

    def _holders(self, party_id: str, role: str, on: date | None) -> list[str]:
        """The persons whose role of that name counts as the party's word on that day."""
        return [
            party.id
            for party in self.parties.values()
            if any(
                held.role == role and held.holds(on) and party_id in self._owners(held.party, on)
                for held in party.speaks_for
            )
        ]

    def _break_tie(
        self, said: str, candidates: Sequence[str], asked: Question
    ) -> Resolution | None:
        pointed = {
            candidate: by
            for candidate in candidates
            if (by := supporter_of(candidate, asked.context, lambda p: self._owners(p, asked.on)))
        }
        if len(pointed) != 1:
            return None
        chosen, by = next(iter(pointed.items()))
        reason = f"{said!r} means {self._name(chosen)}: {self._name(by)} is named in the same text."
        return Resolution(chosen, tuple(candidates), reason)

    def _merge(self, candidates: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(self._merged, candidates)))

    def _name(self, party_id: str) -> str:
        party = self._get(party_id)
        return party_id if party is None else party.name


def _index_surnames(parties: Iterable[Party]) -> dict[str, list[Party]]:
    """Last word of a person's canonical name, and first word of Korean and Chinese ones."""
    found: dict[str, list[Party]] = {}
    for party in parties:
        if party.kind is not PartyKind.PERSON:
            continue
        words = keys_of(party.name.casefold())
        for word in {words[0], words[-1]}:
            found.setdefault(word, []).append(party)
    return found
