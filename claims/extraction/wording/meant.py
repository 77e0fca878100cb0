"""Whom a pronoun of a claim means: who tells it, or somebody told of before; nobody in doubt."""

from __future__ import annotations

from functools import cached_property

from claims.extraction.voice import OBJECTS, POSSESSIVES, is_one_of_two
from claims.extraction.wording.in_claim import InClaim
from claims.extraction.wording.of_oneself import owns
from claims.extraction.wording.persons import (
    name_both,
)
from claims.extraction.wording.somebody_meant import SomebodyMeant
from claims.extraction.wording.something_meant import SomethingMeant
from claims.extraction.wording.stating import ACCUSES, BLAMES

_SUBJECTS = OBJECTS | POSSESSIVES
_CLAUSE_ENDS = frozenset(
    [",", ";", ":", "–", "—", "and", "but", "or", "that", "because", "while", "when", "after",
     "before", "as", "who", "which", "if", "since", "so"]
)  # fmt: skip
_SO_MANY = frozenset(
    ["one", "two", "three", "four", "five", "both", "all", "some", "most", "many", "each", "none",
     "neither", "either", "any", "several", "few", "half"]
)  # fmt: skip
"""How many of several something is told of."""


class Meant(InClaim):
    """Resolves the pronouns of a claim.

    In reported speech (``direct`` false) a pronoun that fits the voice is the voice.
    """

    def resolve(self, lower: str, at: int) -> str | None:
        """The name for the pronoun at the sentence's token ``at``; None to keep it."""
        if lower == "them" and at > 1 and self._counts(at):
            return None  # "the two of them"
        subject = lower.replace("selves", "").replace("self", "")
        subject = _SUBJECTS.get(subject, subject)
        whole = subject in ("it", "they")
        found = (
            self._something.find(lower, at) if whole else self._somebody.find(lower, subject, at)
        )
        accused = at > 0 and self.sentence.tokens[at - 1].lower in ACCUSES | BLAMES
        doing = self.sentence.tokens[self.span[0]].lower.endswith("ing") and lower in ("him", "her")
        if (accused or (doing and not self._owns(at))) and found in self.voice.names:
            return None  # "Peru accused it", "denies driving him": somebody else
        twice = found is not None and (found in self.kin or self._names(found, at))
        if subject == "they" and found == self.voice.party and is_one_of_two(self.voice):
            return name_both(self.voice) or None  # "Lima and Quito denied that they had": both
        return None if twice else found

    def _counts(self, at: int) -> bool:
        """Whether the "them" at ``at`` are so many: "two of them"."""
        before, of = (token.lower for token in self.sentence.tokens[at - 2 : at])
        return of == "of" and before in _SO_MANY

    def _owns(self, at: int) -> bool:
        """Whether the "her" at ``at`` is whose the word behind it is."""
        return self.sentence.tokens[at].lower == "her" and owns(self.sentence.tokens, at)

    def _names(self, name: str, at: int) -> bool:
        """Whether the claim names somebody itself, before the pronoun or in the same clause."""
        tokens, (first, last) = self.sentence.tokens, self.span
        last = next((n for n in range(at + 2, last) if tokens[n].lower in _CLAUSE_ENDS), last)
        places = self.done.register.in_tokens(self.sentence.index, first, last)
        entities = self.done.register.entities
        return any(entities[place.entity].name == name for place in places)

    @cached_property
    def _somebody(self) -> SomebodyMeant:
        return SomebodyMeant(self.done, self.sentence, self.span, self.voice, self.kin, self.direct)

    @cached_property
    def _something(self) -> SomethingMeant:
        return SomethingMeant(
            self.done, self.sentence, self.span, self.voice, self.kin, self.direct
        )
