"""Which words of a claim stand for somebody, and what to write in their place.

A name is put in once; where the sentence names somebody already, a later pronoun is
clear as it stands ("Kim broke both of his ankles").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from claims.extraction.names.mentions import possess
from claims.extraction.names.words import is_known_body
from claims.extraction.text.asides import QUOTE_MARKS
from claims.extraction.text.inflect import irregular_pasts
from claims.extraction.text.lexicon import body_words, word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import HAVING_DONE, is_telling
from claims.extraction.voice import OBJECTS, POSSESSIVES, Voice
from claims.extraction.wording.first_persons import (
    FIRST,
    FIRST_PLURAL,
    FIRST_SINGULAR,
    ITSELF,
    OF_ALL,
    OF_PERSONS,
    are_all,
    are_two,
    is_quoted_within,
    tells_of_kin,
)
from claims.extraction.wording.of_oneself import SEEING, owns
from claims.extraction.wording.persons import (
    AGREE,
    are_several,
    body_spoken_for,
    gender_of,
    head_of,
    speaks_for_unknown,
    third_person,
    with_others,
)
from claims.model import UNATTRIBUTED

Resolver = Callable[[str, int], str | None]
"""Gives the name for a third-person pronoun at a token index, None to keep it."""

_THIRD = {
    "he": "", "she": "", "they": "", "it": "", "him": "", "her": "'s", "them": "", "his": "'s",
    "their": "'s", "its": "'s", "himself": "", "herself": "", "themselves": "", "itself": "",
}  # fmt: skip
_VERBS = {"m": "am", "re": "are", "ve": "have", "d": "would", "ll": "will"}
"""What the short forms behind a pronoun stand for."""
_AGAIN = {
    "me": ("him", "her", "them"), "my": ("his", "her", "their"), "mine": ("his", "hers", "theirs"),
    "myself": ("himself", "herself", "themselves"), "us": ("them",) * 3, "our": ("their",) * 3,
    "ours": ("theirs",) * 3, "ourselves": ("themselves",) * 3, "i": ("he", "she", "they"),
    "we": ("they",) * 3,
}  # fmt: skip
"""The first person as the third, of a man, a woman and several or a body."""
_BODY_AGAIN = {
    "we": "it", "us": "it", "our": "its", "ours": "its", "ourselves": "itself",
}  # fmt: skip
_SEVERAL = {
    "we": "they", "us": "them", "our": "their", "ours": "theirs", "ourselves": "themselves",
}  # fmt: skip
_HE = {"m": "he", "f": "she"}
_SUBJECT_OF = {**OBJECTS, **POSSESSIVES, "himself": "he", "herself": "she"}
_ITS_A = frozenset(["a", "an", "the", "not", "been", "about", "going"])
"""Words before which "its" is a slip for "it's"."""
_DONE = frozenset(
    ["been", "had", "got", "become", "gone", "done", "taken", "made", "seen", "heard", "won",
     "said", "told", "found", "come", "given"]
)  # fmt: skip
"""Words before which "he's" is "he has"."""
_HAVING_DONE = re.compile(HAVING_DONE)
_LONG = 5
"""Words of whoever owns nothing in a sentence: nobody could read it."""
_BETWEEN = word_set("cues_adverbs")
_SUBORDINATE = word_set("pronouns_subordinate")
"""Words that open a clause which hangs on the one before."""
_DETERMINERS = word_set("sources_determiners")
_OWNED = re.compile(r"['’]s? [a-z]+$")
"""Who is told of by whom they belong to: "Orr's father"."""
_NOBODY_ELSE = _THIRD.keys() | {"you", "that", "which", "who", "what", "when", "where", "if", ","}
"""Words behind a subject that may bring in another one, or another clause."""
_SUBJECTS = frozenset(["i", "we", "he", "she", "it", "they"])
_BEFORE_MINE = frozenset(["of", "is", "was", "are", "were", "be", "than", "like", "and", "not"])
"""Words before the "mine" that is a pronoun: "a friend of mine"."""


_REWORDED = frozenset([*FIRST_SINGULAR, *FIRST_PLURAL, *_THIRD, "mine"])


@dataclass
class Naming:
    """Puts names into one claim, word by word."""

    voice: Voice
    resolve: Resolver
    said: set[str] = field(default_factory=set)
    """Names that the claim holds so far."""
    readers: frozenset[int] = frozenset()
    """Tokens of the sentence where "us" or "our" is said by nobody who is quoted: it is the text's
    own."""
    whole: bool = True
    """Whether all that one person says is quoted, who leads nobody: "we" are they and others."""
    body: str = ""
    """The body that is "we" of who speaks by name for it."""
    agree: bool = False
    """Whether the next verb must fit a name where "I" or "we" stood."""
    single: bool = False
    """Whether the claim's subject is a name where "I" or "we" stood, and takes "has"."""
    put: bool = False
    """Whether a name stands where the word before was a pronoun."""
    idle: bool = False
    """Whether the next word is told by the name that was put for the one before it."""
    meant: dict[str, str] = field(default_factory=dict)
    """Who "he" and "she" are that the claim has so far; "" where the word stands as it was."""
    subject: tuple[str, str, int] = ("", "", 0)
    """The last "I" or "we" that does something, who stands for it, and where it was."""

    def open_with(self, subject: str) -> str:
        """The subject that the words leave out, whom their verb must fit."""
        self.said.add(subject)
        self.agree = not are_several(subject, self.voice) and subject not in ("he", "she", "they")
        return f"{subject} "

    def reword(self, tokens: Sequence[Token], offset: int, base: int) -> str:
        """What stands for ``tokens[offset]``, the sentence's token ``base + offset``."""
        token = tokens[offset]
        lower = token.lower
        put, self.put = self.put, False
        if self.idle:
            self.idle = False
            return ""
        if not (put or self.agree or self.single or "'" in lower or lower in _REWORDED):
            return token.text
        if put and lower == "'s":
            behind = tokens[offset + 1 : offset + 3]
            done = _HAVING_DONE.match(" ".join(each.lower for each in behind))
            return " has" if done or _is_done(behind) else " is"
        if self.agree and token.is_word:
            self.agree = lower in word_set("cues_adverbs") or lower.endswith("ly")
            if not self.agree:
                return _third(token)
        if self.single and lower in AGREE and _goes_on(tokens, offset):
            return _third(token)
        if base + offset in self.readers or _is_in_name(tokens, offset):
            return token.text  # "Despicable Me", "This Is Us"
        if lower.partition("'")[0] in FIRST and is_quoted_within(tokens, offset):
            return token.text
        if lower == "mine" and offset > 0 and tokens[offset - 1].lower not in _BEFORE_MINE:
            return token.text  # a pit
        if lower in FIRST_SINGULAR or (lower in FIRST_PLURAL and token.text != "US"):
            return self._first(tokens, offset)
        subject, mark, ending = lower.partition("'")
        if mark and subject in _SUBJECTS and ending in _VERBS:
            return self._contracted(tokens, offset, base + offset)
        if lower in _THIRD:
            return self._other(tokens, offset, base + offset)
        return token.text

    def _first(self, tokens: Sequence[Token], offset: int) -> str:
        """What stands for a word of the first person, or for the pronoun in "I've"."""
        token = tokens[offset]
        lower = token.lower.partition("'")[0]
        singular = lower in FIRST_SINGULAR
        if not singular and not self.body and speaks_for_unknown(self.voice):
            return self._with_others(tokens, offset, lower)
        several = self.body or body_spoken_for(self.voice) or self.voice.party
        name = (self.voice.speaker or self.voice.party) if singular else several
        if name == UNATTRIBUTED:
            return token.text
        if lower == "our" and self._is_itself(tokens, offset):
            self.idle = True
            return self._said(name)  # "our company" of a company's chief
        if lower in ("i", "we"):
            if name in self.said and self._goes_on_as(lower, tokens, offset):
                self.agree = self.subject[1] == name and not are_several(name, self.voice)
                return ""  # "I slept and I heard it": "Orr slept and heard it"
            self.subject = (lower, name, offset)
        if name in self.said:
            again = self._again(lower, one=singular)
            if again is not None and (lower not in ("i", "we") or _hangs(tokens, offset)):
                self.agree = lower in ("i", "we") and again != "they"
                return again
        self.agree = lower in ("i", "we") and not are_several(name, self.voice)
        self.single = self.single or self.agree
        ending = (FIRST_SINGULAR if singular else FIRST_PLURAL)[lower]
        return _ended(self._said(name), ending)

    def _is_itself(self, tokens: Sequence[Token], offset: int) -> bool:
        """Whether "our company" is the party, for whom somebody speaks."""
        owned = [token.lower for token in tokens[offset + 1 : offset + 2]]
        return self.voice.speaker != self.voice.party and not ITSELF.isdisjoint(owned)

    def _goes_on_as(self, lower: str, tokens: Sequence[Token], offset: int) -> bool:
        """Whether "I" has just done something else, and nobody besides: "I slept and (I) heard"."""
        before, _, at = self.subject
        between = [token.lower for token in tokens[at + 1 : offset]]
        joins = [word in ("and", "but") for word in between]
        if before != lower or joins[-1:] != [True] or sum(joins) > 1:
            return False
        others = _NOBODY_ELSE.isdisjoint(word.partition("'")[0] for word in between)
        others = others and SEEING.isdisjoint(between)  # "saw him fall and I ran"
        return others and sum(map(is_finite, between)) <= 1 and not any(map(is_telling, between))

    def _with_others(self, tokens: Sequence[Token], offset: int, lower: str) -> str:
        """What stands for the "we" of one person, who is named once: "Ada Lund and others", "Ada
        Lund's house"; "they" where that may be a party, or two."""
        name, several = self.voice.speaker or self.voice.party, _SEVERAL[lower]
        gender = gender_of(self.voice) or ""
        if not self.whole or are_two(tokens) or are_all(tokens, offset):
            return _cased(several, tokens[offset])
        if lower == "we" and self.said == {name} and gender:
            self.said.add("they")
            return f"{_HE[gender]} and others"  # "Orr slept and he and others heard it"
        both = with_others(self.voice)
        if not both or self.said or (offset and tokens[offset - 1].lower == "of"):
            return _cased(several, tokens[offset])
        if FIRST_PLURAL[lower] and both != "police":
            return self._ours(tokens, offset)
        self.said.update((name, both))
        if gender and tells_of_kin(tokens):
            both = f"{name} and {'his' if gender == 'm' else 'her'} family"
        return _ended(self._said(both), FIRST_PLURAL[lower])

    def _ours(self, tokens: Sequence[Token], offset: int) -> str:
        """What stands for the "our" of one person: whose house it is, "the" country."""
        token, near = tokens[offset], [each.lower for each in tokens[offset + 1 : offset + 3]]
        if not OF_PERSONS.isdisjoint(near):
            return possess(self._said(self.voice.speaker or self.voice.party))
        if near[:1] != ["own"] and (not offset or not OF_ALL.isdisjoint(near)):
            return _cased("the", token)
        return _cased("their", token)

    def _again(self, lower: str, *, one: bool) -> str | None:
        """The pronoun for who is named already; None for a person of unknown gender, or whom it
        would not tell from another."""
        man, woman, several = _AGAIN[lower]
        if not one and self._speaks_for_one:
            return _BODY_AGAIN[lower]
        if not one or are_several(self.voice.name, self.voice):
            return several
        if lower == "i" and len(self.said) > 1:
            return None
        return {"m": man, "f": woman}.get(gender_of(self.voice) or "")

    @property
    def _speaks_for_one(self) -> bool:
        """Whether "we" is one body, which is "it" again."""
        voice, body = self.voice, self.body or self.voice.party
        for_it = bool(self.body) or voice.speaker not in (None, voice.party)
        known = for_it or is_known_body(body) or head_of(body) in body_words()
        return known and not voice.plural and not are_several(body, voice)

    def _contracted(self, tokens: Sequence[Token], offset: int, at: int) -> str:
        """What stands for a pronoun and a verb in one: "I've", "they'll"."""
        token = tokens[offset]
        subject, _, ending = token.lower.partition("'")
        verb = _VERBS[ending]
        if ending == "d" and _is_done(tokens[offset + 1 : offset + 4], ("ed", "en")):
            verb = "had"
        if subject in ("i", "we"):
            name = self._first(tokens, offset)
            agree, self.agree = self.agree, False
            if not name:
                return third_person(verb) if agree else verb
        else:
            found = self.resolve(subject, at)
            if not found or found == UNATTRIBUTED or found in self.said:
                return token.text
            name, agree = self._said(found), subject == "they"
            agree = agree and not are_several(found, self.voice)
        return f"{name} {third_person(verb) if agree else verb}"

    def _other(self, tokens: Sequence[Token], offset: int, at: int) -> str:
        token, after = tokens[offset], tokens[offset + 1 : offset + 2]
        lower = token.lower
        if lower == "her" and after and after[0].text in QUOTE_MARKS:
            after = tokens[offset + 2 : offset + 3]  # 'her "bad luck"'
        if lower == "its" and after and after[0].lower in _ITS_A:
            return token.text
        name = self.resolve(lower, at)
        if not self._is_one(lower, name or "", tokens, offset):
            return token.text
        if not name or name in self.said or name == UNATTRIBUTED:
            return token.text
        ending = _THIRD[lower]
        if ending and len(name.split(" who ", 1)[0].split()) > _LONG:
            return token.text  # "one of her pupils", of "a teacher at one of the schools"
        if ending and after and self._is_kin(name, after[0]):
            return token.text  # "his son", told by Orr's father, is no "Orr's son"
        if lower == "her" and not (_owns(after) and owns(tokens, offset)):
            ending = ""
        self.agree = lower == "they" and not are_several(name, self.voice)
        self.put = lower in ("he", "she", "it")
        return _ended(self._said(name), ending)

    def _is_one(self, lower: str, name: str, tokens: Sequence[Token], offset: int) -> bool:
        """Whether "his" may be told by a ``name`` behind the "he" of the same claim, whoever that
        is: not by another's, "(she) had paid (her) own way". What is done to "him" he does not do
        himself."""
        subject = _SUBJECT_OF.get(lower, lower)
        if subject not in _HE.values():
            return True
        acted_on = lower == "him" or (
            lower == "her" and not (_owns(tokens[offset + 1 : offset + 2]) and owns(tokens, offset))
        )
        if acted_on:
            return self.meant.get(subject, name) != ""  # nor by one who may be "he"
        return self.meant.setdefault(subject, name) == name

    def _is_kin(self, name: str, whose: Token) -> bool:
        """Whether "his son" is told by somebody's father, who may be he or his son."""
        party = self.voice.party
        told = _OWNED.search(party) is not None and whose.lower in word_set("kin")
        return told and party.startswith(name)

    def _said(self, name: str) -> str:
        """The name as it stands here: a description is no name, starts small and ends soon."""
        self.said.add(name)
        name = name.split(" who ", 1)[0]
        if self.voice.mention.lower() == f"the {name.lower()}" and not self.voice.person:
            return f"the {name}"  # "the White House"
        common = name.rsplit(" ", 1)[-1].islower()
        if common and f"the {name.lower()}" in map(str.lower, self.voice.names):
            return f"the {name}"  # "the health ministry" is a party without its article
        first = name.split(" ", 1)[0].lower()
        return name[0].lower() + name[1:] if first in _DETERMINERS else name


def _hangs(tokens: Sequence[Token], offset: int) -> bool:
    """Whether a clause opens here that hangs on words before it: "when I left", "thought I had"."""
    before = tokens[offset - 1].lower if offset else ""
    return before in _SUBORDINATE or is_telling(before) or before.endswith("ed")


def _goes_on(tokens: Sequence[Token], offset: int) -> bool:
    """Whether a verb here has the subject of the one before: "came, and still have a cold"."""
    at = offset - 1
    while at > 0 and (tokens[at].lower in _BETWEEN or tokens[at].lower.endswith("ly")):
        at -= 1
    return at > 0 and tokens[at].lower in ("and", "but", "or")


def _is_done(after: Sequence[Token], ends: tuple[str, ...] = ()) -> bool:
    """Whether "'s" is "has" and "'d" is "had" before these words, which such ``ends`` tell too."""
    words = [t.lower for t in after if not (t.lower.endswith("ly") or t.lower in _BETWEEN)]
    already = bool(after) and after[0].lower == "already"  # "he's already put it there"
    if already and words and words[0] in irregular_pasts().values():
        return True
    return bool(words) and (words[0] in _DONE or words[0].endswith(ends))


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
    found = third_person(token.lower)
    helps = token.lower in word_set("cues_auxiliaries")
    return found if helps or found != token.lower else token.text


def _cased(word: str, token: Token) -> str:
    """The word with a capital where the token has one."""
    return word.capitalize() if token.is_capital else word
