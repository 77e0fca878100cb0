"""Which words of a claim stand for somebody, and what to write in their place.

A name is put in once; where the sentence names somebody already, a later pronoun is
clear as it stands ("Kim broke both of his ankles").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from claims.extraction.names.mentions import possess
from claims.extraction.text.inflect import third_of
from claims.extraction.text.lexicon import load_lexicon, word_set
from claims.extraction.text.segment import Token
from claims.extraction.voice import Voice
from claims.model import UNATTRIBUTED

Resolver = Callable[[str, int], str | None]
"""Gives the name for a third-person pronoun at a token index, None to keep it."""

_FIRST_SINGULAR = {"i": "", "me": "", "myself": "", "my": "'s", "mine": "'s"}
_FIRST_PLURAL = {"we": "", "us": "", "ourselves": "", "our": "'s", "ours": "'s"}
_THIRD = {
    "he": "", "she": "", "they": "", "it": "", "him": "", "her": "'s", "them": "", "his": "'s",
    "their": "'s", "its": "'s", "himself": "", "herself": "", "themselves": "", "itself": "",
}  # fmt: skip
_CONTRACTED = {
    "i'm": "is", "we're": "is", "i've": "has", "we've": "has", "i'd": "would", "we'd": "would",
    "i'll": "will", "we'll": "will", "he's": "is", "she's": "is", "they're": "are",
    "they've": "have", "they'd": "had", "he'd": "had", "she'd": "had", "he'll": "will",
    "she'll": "will", "it'll": "will", "they'll": "will",
}  # fmt: skip
_AGREE = {"am": "is", "are": "is", "have": "has", "were": "was", "do": "does", "don't": "doesn't"}
_AGAIN = {
    "me": ("him", "her", "them"), "my": ("his", "her", "their"), "mine": ("his", "hers", "theirs"),
    "myself": ("himself", "herself", "themselves"), "us": ("them",) * 3, "our": ("their",) * 3,
    "ours": ("theirs",) * 3, "ourselves": ("themselves",) * 3,
}  # fmt: skip
"""The first person as the third, of a man, a woman and several or a body."""
_SEVERAL = {
    "we": "they", "us": "them", "our": "their", "ours": "theirs", "ourselves": "themselves",
}  # fmt: skip
_OF_SEVERAL = {"re": "are", "ve": "have", "d": "would", "ll": "will"}
_DETERMINERS = word_set("sources_determiners")
_OWNED = re.compile(r"['’]s? [a-z]+$")
"""Who is told of by whom they belong to: "Orr's father"."""
_BEFORE_MINE = frozenset(["of", "is", "was", "are", "were", "be", "than", "like", "and", "not"])
"""Words before the "mine" that is a pronoun: "a friend of mine"."""


@dataclass
class Naming:
    """Puts names into one claim, word by word."""

    voice: Voice
    resolve: Resolver
    said: set[str] = field(default_factory=set)
    """Names that the claim holds so far."""
    agree: bool = False
    """Whether the next verb must fit a name where "I" or "we" stood."""

    def reword(self, tokens: Sequence[Token], offset: int, base: int) -> str:
        """What stands for ``tokens[offset]``, the sentence's token ``base + offset``."""
        token = tokens[offset]
        lower = token.lower
        if self.agree:
            self.agree = lower in word_set("cues_adverbs") or lower.endswith("ly")
            if not self.agree:
                return _third(token)
        if _is_in_name(tokens, offset):
            return token.text  # "Despicable Me", "This Is Us"
        if lower == "mine" and offset > 0 and tokens[offset - 1].lower not in _BEFORE_MINE:
            return token.text  # a pit
        if lower in _FIRST_SINGULAR:
            return self._first(token, self.voice.speaker or self.voice.party, _FIRST_SINGULAR)
        if lower in _FIRST_PLURAL and token.text != "US":
            if self._is_one():
                return _cased(_SEVERAL[lower], token)
            return self._first(token, self.voice.party, _FIRST_PLURAL)
        if lower in _CONTRACTED:
            return self._contracted(token, base + offset)
        if lower in _THIRD:
            return self._other(token, tokens[offset + 1 : offset + 2], base + offset)
        return token.text

    def _is_one(self) -> bool:
        """Whether a person speaks for themself: "we" are they and others, nobody knows who."""
        return self.voice.person and self.voice.speaker == self.voice.party

    def _first(self, token: Token, name: str, endings: dict[str, str]) -> str:
        lower = token.lower
        if name == UNATTRIBUTED:
            return token.text
        if name in self.said and lower in _AGAIN:
            again = self._again(lower, one=endings is _FIRST_SINGULAR)
            if again is not None:
                return again
        self.agree = lower in ("i", "we") and not self.voice.plural
        return _ended(self._said(name), endings[lower])

    def _again(self, lower: str, *, one: bool) -> str | None:
        """The pronoun for who is named already; None for a person of unknown gender."""
        man, woman, several = _AGAIN[lower]
        if not one:
            return several
        return {"m": man, "f": woman}.get(self.voice.gender or "")

    def _contracted(self, token: Token, at: int) -> str:
        lower = token.lower
        subject, _, ending = lower.partition("'")
        if subject == "we" and self._is_one():
            return f"{_cased('they', token)} {_OF_SEVERAL[ending]}"
        own = {"i": self.voice.speaker or self.voice.party, "we": self.voice.party}
        name = own.get(subject) or self.resolve(subject, at)
        if not name or name == UNATTRIBUTED or (subject not in own and name in self.said):
            return token.text
        verb = _CONTRACTED[lower]
        if self.voice.plural and subject in own:
            verb = {"is": "are", "has": "have"}.get(verb, verb)
        return f"{self._said(name)} {verb}"

    def _other(self, token: Token, after: Sequence[Token], at: int) -> str:
        lower = token.lower
        name = self.resolve(lower, at)
        if not name or name in self.said or name == UNATTRIBUTED:
            return token.text
        ending = _THIRD[lower]
        if ending and after and self._is_kin(name, after[0]):
            return token.text  # "his son", told by Orr's father, is no "Orr's son"
        if lower == "her" and not _owns(after):
            ending = ""
        self.agree = lower == "they" and not self.voice.plural
        return _ended(self._said(name), ending)

    def _is_kin(self, name: str, whose: Token) -> bool:
        """Whether "his son" is told by somebody's father, who may be he or his son."""
        party = self.voice.party
        told = _OWNED.search(party) is not None and whose.lower in word_set("kin")
        return told and party.startswith(name)

    def _said(self, name: str) -> str:
        """The name as it stands here: a description is no name, starts small and ends soon."""
        self.said.add(name)
        name = name.split(" who ", 1)[0]
        first = name.split(" ", 1)[0].lower()
        return name[0].lower() + name[1:] if first in _DETERMINERS else name


def _is_in_name(tokens: Sequence[Token], offset: int) -> bool:
    """Whether a pronoun stands with a capital where no sentence starts: it is a title's."""
    token = tokens[offset]
    inside = offset > 0 and tokens[offset - 1].is_word
    return (
        inside
        and token.is_capital
        and not token.lower.startswith(("i'", "i’"))
        and (token.lower != "i")
    )


def _ended(name: str, ending: str) -> str:
    return possess(name) if ending else name


def _owns(after: Sequence[Token]) -> bool:
    """Whether "her" belongs to the noun after it, rather than being who something is done to."""
    if not after or not after[0].is_word:
        return False
    lower = after[0].lower
    return lower not in word_set("joining_stop") and lower not in word_set("cues_auxiliaries")


def _third(token: Token) -> str:
    """A verb that stood after "I" or "we" as it stands after a name."""
    lower = token.lower
    if lower in _AGREE:
        return _AGREE[lower]
    form = load_lexicon().verbs["affirm"].get(lower)
    known = (form is not None and form.sort == "base") or lower in word_set("quality_bases")
    if known:
        return third_of(lower)
    return token.text


def _cased(word: str, token: Token) -> str:
    """The word with a capital where the token has one."""
    return word.capitalize() if token.is_capital else word
