"""Read a mention: the name in it, and the words before and behind the name.

Reading finds the candidates; ``settle`` decides between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.model import PartyKind
from claims.parties.index import Entry, NameIndex, Words
from claims.parties.names import clean, strip_possessive
from claims.parties.party import NameSort, Resolution
from claims.parties.phrases import (
    CLOSE_TO,
    FORMER,
    PARTY_NOUNS,
    PLACE_PREPOSITIONS,
    PREPOSITIONS,
    QUANTIFIERS,
    SPEAKER_NOUNS,
    word_set,
)
from claims.parties.settle import Question, Settler
from claims.parties.tokens import keys_of
from claims.parties.vocabulary import CITY_INSTITUTIONS, SPOKESPERSON

SPEAKS_AS_INSTITUTION = frozenset(
    {SPOKESPERSON, "ambassador", "cabinet secretary", "foreign minister", "defence minister"}
    | {"interior minister", "finance minister", "health minister", "justice minister"}
    | {"information minister", "oil minister", "energy minister"}
)
"""Titles under which a person whom the catalogue lacks still speaks for the institution."""

_ADDRESS = re.compile(r"\w\.(?!\w\b)\w{2,}|://")
"""A web address: "cnn.example.com" is not CNN."""
_THE = frozenset({"the"})
_KINDS_OF_SPEAKER = word_set("press media foreign policy military government state security police")
LONGEST_MENTION = 40
"""Words. A longer "mention" is a sentence, and names no single party."""


class Resolver:
    """Reads mentions against an index of names."""

    def __init__(self, index: NameIndex, settler: Settler) -> None:
        self._index = index
        self._settler = settler
        self._institutions = settler.vocabulary.institution_phrases
        self._titles = settler.vocabulary.title_phrases
        self._honorifics = settler.vocabulary.honorific_phrases
        self._adjectives = settler.vocabulary.adjectives
        self._rankings = self._adjectives | QUANTIFIERS
        self._speaker_words = self._rankings | SPEAKER_NOUNS | PARTY_NOUNS | _KINDS_OF_SPEAKER

    def resolve(self, asked: Question) -> Resolution:
        """The whole mention, with its article and possessive and then without."""
        text = clean(asked.mention)
        words = keys_of(strip_possessive(text))
        if not words:
            return Resolution(None, (), "The mention holds no word.")
        if len(words) > LONGEST_MENTION:
            return Resolution(None, (), f"{len(words)} words are a sentence, not a party's name.")
        if text.startswith("@"):
            return Resolution(None, (), f"{text!r} is an account, which anybody may have named.")
        found = self._read_name(keys_of(text), asked)
        if found is None and not _ADDRESS.search(asked.mention):
            found = self._read(words, asked)
        return found or Resolution(None, (), f"The catalogue knows nobody called {text!r}.")

    def _read(self, words: Words, asked: Question) -> Resolution | None:
        if not words:
            return None
        return (
            self._read_name(words, asked)
            or self._read_former(words, asked)
            or self._read_after_noun(words, asked)
            or self._read_before_noun(words, asked)
            or self._read_title(words, asked)
            or self._read_article(words, asked)
            or self._read_bare_institution(words, asked)
        )

    def _read_name(self, words: Words, asked: Question) -> Resolution | None:
        """ "Russia", "Moscow", "KCNA", "Sergei Lavrov"."""
        entry = self._index.look_up(words)
        return None if entry is None else self._settler.settle(words, entry, asked)

    def _read_article(self, words: Words, asked: Question) -> Resolution | None:
        """ "the Kremlin", "a senior Pentagon official": drop words that count or rank."""
        if words[0].casefold() not in QUANTIFIERS:
            return None
        entry = self._index.look_up(words[1:])
        if entry is not None and entry.sort is NameSort.DEMONYM and words[0].casefold() != "the":
            return None  # "many Nigerians" are people; "the Nigerians" may be the state
        return self._read(words[1:], asked)

    def _read_former(self, words: Words, asked: Question) -> Resolution | None:
        """A former official speaks for nobody; a former president is still that person."""
        lowered = _lower(words)
        place = next((i for i, word in enumerate(lowered) if word in FORMER), None)
        if place is None:
            return None
        found = self._read(words[:place] + words[place + 1 :], asked._replace(on=None))
        if found is None or found.party_id is None:
            return found
        party = self._settler.parties.get(found.party_id)
        if party is not None and party.kind is PartyKind.PERSON:
            return found
        reason = f"Somebody who has left {found.party_id} no longer speaks for it."
        return Resolution(None, (found.party_id,), reason)

    def _read_after_noun(self, words: Words, asked: Question) -> Resolution | None:
        """ "a spokesman for the foreign ministry of Iran", "officials in Pyongyang"."""
        for place, word in enumerate(words[1:-1], start=1):
            if word.casefold() in PREPOSITIONS:
                found = self._read_around(words[:place], words[place:], asked)
                if found is not None:
                    return found
        return None

    def _read_around(self, before: Words, behind: Words, asked: Question) -> Resolution | None:
        """Both sides of one preposition, which is the first word of ``behind``."""
        head, rest = _drop(_lower(before), QUANTIFIERS), _drop(behind[1:], _THE)
        if not head or not rest:
            return None
        if not CLOSE_TO.isdisjoint(head):
            whole = self._read(rest, asked)
            reason = f"Somebody close to {' '.join(rest)} does not speak for it."
            return whole and Resolution(None, whole.candidates, reason)
        found = self._read_institution_of(head, rest, asked)
        if found is None and not (
            behind[0].casefold() in PLACE_PREPOSITIONS and self._is_state(rest)
        ):
            found = self._read_noun_of(head, rest, asked)
        return found

    def _read_institution_of(self, head: Words, rest: Words, asked: Question) -> Resolution | None:
        """ "ministry of defence of Russia": what stands before "of" is an institution."""
        entry = self._index.look_up(rest)
        if entry is None or not self._settler.may_be_state(entry.candidates):
            return None
        whole = self._institutions.match(head)
        bare = _drop(head, self._adjectives)
        found = whole if whole and whole[0] == len(head) else self._institutions.match(bare)
        if found is None or (found is not whole and found[0] != len(bare)):
            return None
        return self._settler.settle_institution(entry.candidates, found[1], asked, head)

    def _read_noun_of(self, head: Words, rest: Words, asked: Question) -> Resolution | None:
        """ "president of the European Commission", "a source at the Pentagon"."""
        title = self._titles.match(head)
        entry = self._index.look_up(rest)
        if title is not None and title[0] == len(head) and entry is not None:
            return self._settler.settle_role(entry, title[1], asked)
        if head[-1] not in SPEAKER_NOUNS and head[-1] not in PARTY_NOUNS:
            return None
        if not set(head) <= self._speaker_words:
            return None
        found = self._read(rest, asked)
        return found and self._settler.as_official(found, head[-1])

    def _read_before_noun(self, words: Words, asked: Question) -> Resolution | None:
        """ "Russian Foreign Ministry spokeswoman Maria Zakharova", "Hamas officials"."""
        prefix = self._index.longest_prefix(words)
        if prefix is None:
            return None
        size, entry = prefix
        rest = _drop_possessive(words[size:])
        if not rest or not entry.candidates:
            return None
        if self._settler.may_be_state(entry.candidates):
            found = self._read_state_then(entry, rest, asked)
            if found is not None:
                return found
        return self._read_party_then(words[:size], entry, rest, asked)

    def _read_state_then(self, entry: Entry, rest: Words, asked: Question) -> Resolution | None:
        """A state, then its institution, then perhaps somebody who speaks for that."""
        lowered = _lower(rest)
        at, found = 0, self._institutions.match(lowered)
        while found is None and at < len(rest) and lowered[at] in self._adjectives:
            at += 1
            found = self._institutions.match(lowered, at)
        title = self._titles.match(lowered, at)
        if found is None or (title is not None and title[0] >= found[0]):
            return None
        if entry.sort is NameSort.CAPITAL and found[1] in CITY_INSTITUTIONS:
            return None
        stop = at + found[0]
        settled = self._settler.settle_institution(
            entry.candidates, found[1], asked, lowered[at:stop]
        )
        return self._read_behind(settled, _drop_possessive(rest[stop:]), asked)

    def _read_behind(
        self, settled: Resolution, behind: Words, asked: Question
    ) -> Resolution | None:
        """What follows an institution: nothing, a speaker's noun, perhaps with a name."""
        if not behind or behind[0].casefold() in ("in", "of"):
            return settled
        lowered = _lower(behind)
        title = self._titles.match(lowered)
        if title is not None:
            name = behind[title[0] :]
            person = name and self._read_person(name, title[1], asked)
            speaks = not name or title[1] in SPEAKS_AS_INSTITUTION
            return person or (settled if speaks else None)
        if lowered[0] in SPEAKER_NOUNS or lowered[0] in PARTY_NOUNS:
            return self._settler.as_official(settled, lowered[0])
        return self._settler.as_person(behind, self._index.look_up(behind), asked)

    def _read_party_then(
        self, name: Words, entry: Entry, rest: Words, asked: Question
    ) -> Resolution | None:
        """A party, then a title or a noun of those who speak for it."""
        lowered = _lower(rest)
        at, title = 0, self._titles.match(lowered)
        while title is None and at < len(rest) - 1 and lowered[at] in self._rankings:
            at += 1
            title = self._titles.match(lowered, at)
        if title is not None:
            return self._read_titled(entry, title[1], rest[at + title[0] :], asked)
        named = self._index.look_up(rest)
        theirs = not self._are_persons(entry.candidates)
        if named is not None and theirs and self._are_persons(named.candidates):
            context = (*entry.candidates, *asked.context)
            return self._settler.settle(rest, named, asked._replace(context=context))
        if self._settler.are_states(entry.candidates):
            return None
        if lowered[at] not in SPEAKER_NOUNS and lowered[at] not in PARTY_NOUNS:
            return None
        return self._settler.as_official(self._settler.settle(name, entry, asked), lowered[at])

    def _read_titled(
        self, entry: Entry, role: str, name: Words, asked: Question
    ) -> Resolution | None:
        """A party, a title, and the name of its holder where the mention gives one."""
        if not name:
            return self._settler.settle_role(entry, role, asked)
        person = self._read_person(name, role, asked)
        if person is None and role in SPEAKS_AS_INSTITUTION:
            return self._settler.settle_role(entry, role, asked, named=" ".join(name))
        return person

    def _read_title(self, words: Words, asked: Question) -> Resolution | None:
        """ "President Putin", "Gen. Valery Gerasimov", "Mr. Lavrov"."""
        lowered = _lower(words)
        title = self._titles.match(lowered)
        honorific = self._honorifics.match(lowered)
        size = max(title[0] if title else 0, honorific[0] if honorific else 0)
        rest = words[size:]
        if not size or not rest:
            return None
        role = title[1] if title is not None and title[0] == size else None
        person = self._read_person(rest, role, asked)
        if person is not None:
            return person
        entry = self._index.look_up(rest)
        if entry is not None and entry.candidates and self._are_persons(entry.candidates):
            return self._settler.settle(rest, entry, asked)
        return self._read_title(rest, asked)

    def _read_person(self, words: Words, role: str | None, asked: Question) -> Resolution | None:
        """A person by name, or by a surname that one holder of the role bears."""
        found = self._settler.as_person(words, self._index.look_up(words), asked)
        if found is None and role is not None:
            return self._settler.as_holder(words, role, asked.on)
        return found

    def _read_bare_institution(self, words: Words, asked: Question) -> Resolution | None:
        """ "the foreign ministry", "the army's spokesman"."""
        lowered = _lower(words)
        found = self._institutions.match(lowered)
        if found is None:
            return None
        left = _drop_possessive(lowered[found[0] :])
        if left and left[0] not in SPEAKER_NOUNS:
            return None
        return self._settler.settle_bare_institution(found[1], asked, lowered)

    def _is_state(self, words: Words) -> bool:
        entry = self._index.look_up(words)
        return entry is not None and self._settler.are_states(entry.candidates)

    def _are_persons(self, candidates: Sequence[str]) -> bool:
        parties = [self._settler.parties.get(candidate) for candidate in candidates]
        return bool(parties) and all(p is not None and p.kind is PartyKind.PERSON for p in parties)


def _lower(words: Words) -> Words:
    return tuple(word.casefold() for word in words)


def _drop(words: Words, unwanted: frozenset[str]) -> Words:
    """Without the leading words that are unwanted."""
    at = 0
    while at < len(words) and words[at].casefold() in unwanted:
        at += 1
    return words[at:]


def _drop_possessive(words: Words) -> Words:
    return words[1:] if words and words[0].casefold() == "s" else words
