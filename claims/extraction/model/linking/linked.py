"""A position of a document with its words, as linking and wording hold it beside others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from claims.extraction.cues.taking_back import stands_by
from claims.extraction.model.linking.backdrop import Key
from claims.extraction.model.linking.expected import Expected
from claims.extraction.model.linking.rejecting import named_thing
from claims.extraction.model.network.hooks import FloatArray
from claims.extraction.position import ADMITTED, LEFT_OUT, REJECTING, WITHHELD, Position
from claims.extraction.text.quality import split_subject
from claims.extraction.text.whole_words import stands_whole
from claims.extraction.voice import Voice
from claims.extraction.wording.joining import claim_key, name_key
from claims.model import AFFIRMING, Stance
from claims.words import Concept, concept_of, read_quantities, stem, tokenise

_CLAUSE = "nominal=False"
"""The rules' mark of a position whose words are a clause, and no noun phrase."""
_CLAUSAL = re.compile(rf"{_CLAUSE}|indirect:first=\w+ing|{LEFT_OUT}")
"""The marks of a clause that is contested: "denied that it had sold", "denied selling"."""
_OWN = re.compile(r"\b(?:its|his|her|their|he|she|they)\b", re.I)
_FEW = 3
"""Words of a claim from which on the writer's sentence is held against them."""
_WORDS = re.compile(r"[^\W\d_]+")


AROUND = 30
"""Positions before and after that a position is held against, besides the first ``AHEAD``."""


def looked_back(i: int, most: int) -> range:
    """The positions before ``i``, at most so many, the nearest first."""
    return range(i - 1, max(-1, i - 1 - most), -1)


@lru_cache(maxsize=4096)
def _poles(claim: str) -> Mapping[str, int]:
    """The poles of what a claim tells of that has an opposite: "open", "alive"."""
    told = map(_concept_of, _WORDS.findall(claim.lower()))
    return {concept.name: concept.pole for concept in told if concept.pole}


@lru_cache(maxsize=20_000)
def _concept_of(word: str) -> Concept:
    return concept_of(stem(word))


def are_contrary(claim: str, other: str) -> bool:
    """Whether the one tells the opposite of what the other does: "closed", "opened"."""
    a, b = _poles(claim), _poles(other)
    return any(a[name] != b[name] for name in a.keys() & b.keys())


_OF_NOBODY = frozenset(["there", "it", "this", "that", "these", "those", "they"])
"""Of what a claim is that only points at what was told."""
_PREPOSITION = re.compile(
    r" (?:of|in|on|at|to|for|from|by|with|about|into|over|under|after|before|during|near|against|"
    r"through)\b"
)
_CALLED_FALSE = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying|ials?)|false|untrue|hoax|fakes?|reject\w*|refut\w*|dismiss\w*|"
    r"disput\w*|debunk\w*|wrong|bogus|fabricat\w*|rumou?rs?|lies?|nonsense|incorrect|inaccurate|"
    r"baseless|unfounded|(?:not|simply) true)\b|n['’]t (?:simply |at all )?true\b",
    re.I,
)
ASKS = re.compile(
    r"(?:(?:on|about|over|as to) )?(?:which|what|who|whom|whose|how|why|when(?! \w+ed\b)|where)\b"
    r"(?! (?:[\w'’]+ ){1,4}?(?:call|describ|term|dubb|label)\w*)",
    re.I,
)
"""Who would not say "which system was used" took no stance on a sentence that answers it."""
_ASKED = re.compile(
    r"\b(?:comment|say|tell|disclose|reveal|discuss)(?: on| about)? (?:who|whom|whose|which|how)\b",
    re.I,
)
_CORRECTS = re.compile(
    r"\b(?:correct(?:s|ed)|amend(?:s|ed)|remove[sd]|deleted?|deletes|pulled|withdrew) "
    r"(?:its|his|her|their) (?:\w+ )?(?:report|story|article|post|statement|account)\b",
    re.I,
)


@dataclass
class Linked:
    """A position with the content words of its claim and its quote, and where the rules put it.

    ``central`` is the reader's probability that it is on the claim most spoken of, None
    where the reader did not see the position.
    """

    position: Position
    wording: Key
    quote: Key
    words: str
    """The quote itself."""
    rules_claim: int
    paragraph: int = 0
    central: float | None = None
    rejects_last: bool = False
    """Whether it is on what was just told, and on nothing else: "rejected that"."""
    on_that: bool = False
    """Whether it is on "that" or "that claim" alone, which stands right before or nowhere."""
    no_more_of: Key | None = None
    """Of what somebody knows who would say no more: "was aware of (the death) but declined to
    comment further"; None where they say nothing so."""
    asked_of: Key | None = None
    """By whose name the report is called that somebody is asked about: "Asked about the Post story,
    she never commented on gossip"."""
    goes_on: bool = False
    """Whether it answers what its sentence told just before: ", which the panel rejected"."""
    rejects_charge: bool = False
    """Whether it is on what somebody was just accused of: "rejected the accusation"."""
    affirms: bool = False
    """The rules find that it affirms what others had put forward of its own side."""
    told: str = ""
    """The claim as the writer tells it, a finished sentence; "" where it may not be taken."""
    told_words: Key = frozenset()
    told_else: Mapping[str, Key] = field(default_factory=dict)
    """What else the writer found for it, likeliest first, each finished sentence with its words."""
    likely: float = 0.0
    """Mean log-probability of the writer's steps."""
    key: FloatArray | None = None
    """The comparer's key of it; None where the encoder did not see it."""
    compared_central: float = 0.0
    """The comparer's log-odds that it is on the central claim; 0 where it says nothing."""
    chances: Mapping[str, float] = field(default_factory=dict)
    """The reader's probability that the claim holds each word of the quote."""
    expected: Expected | None = None
    """The words that its claim is expected to hold, once they are noted."""

    def take(self, position: Position) -> None:
        """Put another stance or claim in the place of the position."""
        self.position = position
        for name in _BY_STANCE:
            self.__dict__.pop(name, None)

    @cached_property
    def is_contested(self) -> bool:
        """Whether the stance is on what others put forward."""
        return self.position.stance is not Stance.ALLEGES

    @cached_property
    def contests_a_clause(self) -> bool:
        """Whether what is contested stands as a clause of its own, finite or not."""
        return self.is_contested and any(map(_CLAUSAL.fullmatch, self.position.features))

    @cached_property
    def has_own_words(self) -> bool:
        """Whether it tells the claim itself, rather than point at one told elsewhere."""
        if self.position.points:
            return False
        told = not {_CLAUSE, ADMITTED}.isdisjoint(self.position.features)
        whole = told or (self.is_contested and self._has_predicate)
        return len(self.wording) > (0 if whole else 1)

    @property
    def _has_predicate(self) -> bool:
        """Whether its claim says something of somebody: "he had a gun", not "it happened"."""
        about = split_subject(self.position.claim)[0]
        return bool(about) and about.lower() not in _OF_NOBODY

    @cached_property
    def calls_false(self) -> bool:
        """Whether its quote denies something in so many words, rather than say "not P"."""
        return _CALLED_FALSE.search(self.words) is not None

    def tells_of(self, voice: Voice) -> bool:
        """Whether its claim names who speaks."""
        claim, lasts = self.position.claim, {name.split()[-1] for name in voice.names}
        return any(stands_whole(last, claim) for last in lasts)

    @cached_property
    def holds_true(self) -> bool:
        """Whether it tells a claim in words of its own, and as true."""
        told = self.position.stance in AFFIRMING
        return told and self.has_own_words

    @cached_property
    def things(self) -> Key:
        """The words of its claim that name nobody: what is said, not of whom."""
        return self.wording - name_key(self.position.claim)

    @cached_property
    def predicate(self) -> Key:
        """What its claim says of whom it is about: "had resigned"; without names, if there is more
        than these ("was in Lima")."""
        said = claim_key(split_subject(self.position.claim)[1])
        return said - name_key(self.position.claim) or said

    @cached_property
    def verb(self) -> Key:
        """The stem of the first word of that which tells something: "resigned"."""
        words = split_subject(self.position.claim)[1].split()
        return next((key for key in map(claim_key, words) if key), frozenset())

    @cached_property
    def deed(self) -> Key:
        """What is done, without names and without where, when and to whom: "oil leaked" of "oil
        leaked from the vessel"."""
        if " that " in self.position.claim:
            return frozenset()  # "police confirmed that it was sold"
        core = _PREPOSITION.split(self.position.claim, maxsplit=1)[0]
        opening, _, rest = core.partition(" ")
        named = rest[:1].isupper() or any(opening in name for name in self.position.voice.names)
        return claim_key(core) - name_key(core if named else rest)

    @cached_property
    def voice_words(self) -> Key:
        """The words of its voice's names."""
        return claim_key(" ".join(self.position.voice.names))

    @cached_property
    def told_things(self) -> Key:
        """The words of the writer's sentence that name nobody."""
        return self.told_words - name_key(self.told)

    @cached_property
    def figures(self) -> frozenset[float]:
        """The figures that its claim tells."""
        return frozenset(each.value for each in read_quantities(tokenise(self.position.claim)))

    @property
    def is_told_alike(self) -> bool:
        """Whether the writer tells it, and in half of its own words where it has some."""
        if not self.told or self.position.points or len(self.wording) < _FEW:
            return bool(self.told)
        shared, least = self.wording & self.told_words, min(len(self.wording), len(self.told_words))
        return 2 * len(shared) >= least

    @property
    def is_alone(self) -> bool:
        """Whether it shares its claim with no other, whatever their words."""
        own = self.is_on_itself or self.corrects_itself
        return own or self.asks or bool(self.position.key)

    @property
    def is_on_one_thing(self) -> bool:
        """Whether its words say on what it is, where that was told: "rejected that", "would not
        comment on the sirens"."""
        return self.rejects_last or self.rejects_charge or self.thing is not None

    @property
    def rates(self) -> bool:
        """Whether it says of what was told what that is, and tells nothing itself."""
        refuses = self.position.stance in REJECTING
        return refuses and self.position.points

    @cached_property
    def thing(self) -> Key | None:
        """The stem of the one thing that it is on by its name alone: "the sirens"; None where its
        words name none so."""
        points = self.is_contested and self.position.points
        return named_thing(self.position.claim) if points else None

    @cached_property
    def asks(self) -> bool:
        """Whether it leaves open who did something, or how: that is no claim, and no stance on
        whatever else is told."""
        withheld = self.position.stance in WITHHELD
        withheld = withheld and self.asked_of is None
        asks = ASKS.match(self.position.claim) is not None
        return withheld and (
            asks or (self.position.points and _ASKED.search(self.words) is not None)
        )

    @property
    def corrects_itself(self) -> bool:
        """Whether a party corrects what it told before, or stands by it: "corrected its report"."""
        if not self.position.points:
            return False
        return _CORRECTS.search(self.words) is not None or stands_by(self.words)

    @property
    def is_on_itself(self) -> bool:
        """Whether a party takes a stance on its own doing, told by a pronoun: "its use of ...".

        That is a claim of its own beside what is told of others, however central the rest.
        """
        position = self.position
        answers = "stance=denies" in position.features  # who "denied that it had" was accused of it
        own = self.is_contested and not (answers or position.points)
        return own and position.voice.opens(position.claim) and _OWN.search(self.words) is not None


_BY_STANCE = ("is_contested", "asks", "contests_a_clause", "has_own_words", "holds_true")
"""What hangs on the stance, and is worked out anew where that changes."""
