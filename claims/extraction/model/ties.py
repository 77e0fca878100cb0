"""Positions of one document beside each other: how alike their words are, found once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from claims.extraction.joining import claim_key, is_negative
from claims.extraction.model.backdrop import Backdrop, Key
from claims.extraction.model.clusters import Pair
from claims.extraction.model.combine import gold_value, same_voice
from claims.extraction.model.comparing import Comparer
from claims.extraction.model.expected import Expected
from claims.extraction.model.hooks import FloatArray
from claims.extraction.position import NOBODY, Position
from claims.model import Stance
from claims.words import read_quantities, tokenise

AROUND = 30
"""Positions before and after that a position is held against, besides the first ``AHEAD``."""
AHEAD = 8
_CLAUSE = "nominal=False"
"""The rules' mark of a position whose words are a clause, and no noun phrase."""
MOST_KNOWN = 20_000
"""Pairs whose likeness is kept: an article has hundreds, a long text millions."""
_OWN = re.compile(r"\b(?:its|his|her|their|he|she|they)\b", re.I)
_CAPITALISED = re.compile(r"\b[A-Z][\w'’-]*")


def name_key(text: str) -> Key:
    """The words of a text that stand with a capital, as ``claim_key`` has them."""
    return claim_key(" ".join(_CAPITALISED.findall(text)))


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
    central: float | None = None
    affirms: bool = False
    """The rules find that it affirms what others had put forward of its own side."""
    told: str = ""
    """The claim as the writer tells it, a finished sentence; "" where it may not be taken."""
    told_words: Key = frozenset()
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

    @property
    def is_contested(self) -> bool:
        """Whether the stance is on what others put forward."""
        return self.position.stance is not Stance.ALLEGES

    @property
    def contests_a_clause(self) -> bool:
        """Whether what is contested stands as a clause of its own, and is no noun phrase."""
        return self.is_contested and _CLAUSE in self.position.features

    @property
    def has_own_words(self) -> bool:
        """Whether it tells the claim itself, rather than point at one told elsewhere."""
        return not self.position.points and len(self.wording) > 1

    @property
    def holds_true(self) -> bool:
        """Whether it tells a claim in words of its own, and as true."""
        told = self.position.stance in (Stance.ALLEGES, Stance.CONFIRMS)
        return told and self.has_own_words

    @cached_property
    def things(self) -> Key:
        """The words of its claim that name nobody: what is said, not of whom."""
        return self.wording - name_key(self.position.claim)

    @cached_property
    def figures(self) -> frozenset[float]:
        """The figures that its claim tells."""
        return frozenset(each.value for each in read_quantities(tokenise(self.position.claim)))

    @property
    def is_alone(self) -> bool:
        """Whether it shares its claim with no other, whatever their words."""
        return self.is_on_itself or bool(self.position.key)

    @property
    def is_on_itself(self) -> bool:
        """Whether a party takes a stance on its own doing, told by a pronoun: "its use of ...".

        That is a claim of its own beside what is told of others, however central the rest.
        """
        position = self.position
        names = (position.voice.party, position.voice.speaker or position.voice.party)
        told = self.is_contested and not position.points and position.claim.startswith(names)
        return told and _OWN.search(self.words) is not None


def _hardly_share(a: Linked, b: Linked) -> bool:
    return 3 * len(a.things & b.things) <= len(a.things | b.things)


def _contradict_themselves(a: Linked, b: Linked) -> bool:
    """Whether one party puts forward the one and denies the other."""
    said = {gold_value(each.position.stance) for each in (a, b)}
    return (
        "denies" in said
        and a.has_own_words
        and b.has_own_words
        and not said.isdisjoint(("alleges", "confirms"))
        and a.position.voice.party != NOBODY.party
        and same_voice(a.position.voice, b.position.voice)
    )


def _accounts_for_itself(a: Linked, b: Linked) -> bool:
    """Whether ``a`` tells of the party of ``b``, which tells something else: "Lima bombed it",
    "it was an accident, Lima says"."""
    if a.is_contested or b.is_contested or b.affirms or not (a.things and b.things):
        return False
    voice = b.position.voice
    if voice.party == NOBODY.party or same_voice(a.position.voice, voice):
        return False
    names = (voice.party, voice.speaker, *voice.aliases)
    named = any(name and a.position.claim.startswith(name) for name in names)
    return named and _hardly_share(a, b)


def _contests_else(a: Linked, b: Linked) -> bool:
    """Whether ``a`` contests, in words of its own, what ``b`` says nothing of."""
    if not (a.is_contested and a.has_own_words and a.things):
        return False
    return not a.things & (b.wording | b.quote | b.told_words)


def _contests_a_clause(a: Linked, b: Linked) -> bool:
    """Whether what ``a`` contests stands as a clause of its own, and ``b`` says nothing of it.

    In annotated articles one such pair in eight is on one claim, of what is no clause a third.
    """
    return a.contests_a_clause and _contests_else(a, b)


def _takes_back(a: Linked, b: Linked) -> bool:
    """Whether one party puts forward the one and denies the other, which is hardly the same."""
    return _contradict_themselves(a, b) and _hardly_share(a, b)


def _answers_with(a: Linked, b: Linked) -> bool:
    """Whether one party denies what is told elsewhere and puts forward something else instead:
    "called the charge baseless, saying the money was a loan"."""
    p, q = a.position, b.position
    points = gold_value(p.stance) == "denies" and not a.has_own_words
    instead = not b.is_contested and b.has_own_words and q.sentence >= p.sentence
    return points and instead and p.voice.party != NOBODY.party and same_voice(p.voice, q.voice)


def _tell_other_figures(a: Linked, b: Linked) -> bool:
    """Whether two parties tell much the same with other figures: how many died, and when."""
    if not _both_tell(a, b) or same_voice(a.position.voice, b.position.voice):
        return False
    shared, least = len(a.things & b.things), min(len(a.things), len(b.things))
    if 2 * shared < least or not (a.figures and b.figures):
        return False
    return a.figures.isdisjoint(b.figures)


def _both_tell(a: Linked, b: Linked) -> bool:
    """Whether both put something forward in words of their own."""
    return not (a.is_contested or b.is_contested) and a.has_own_words and b.has_own_words


def _tells_two_things(a: Linked, b: Linked) -> bool:
    """Whether one party puts forward two things whose words have nothing in common."""
    if not (_both_tell(a, b) and same_voice(a.position.voice, b.position.voice)):
        return False
    return a.things.isdisjoint(b.things | b.told_words) and b.things.isdisjoint(a.told_words)


class Ties:
    """The positions of one document against its backdrop; what is asked twice is kept."""

    def __init__(
        self, backdrop: Backdrop, linked: Sequence[Linked], comparer: Comparer | None = None
    ) -> None:
        self.backdrop = backdrop
        self.comparer = comparer
        self.linked = linked
        self.voices = Counter(each.position.voice.party for each in linked)
        self.rules_claims = Counter(each.rules_claim for each in linked)
        self.rules_main = self.rules_claims.most_common(1)[0][0] if linked else None
        contested = sum(each.is_contested for each in linked)
        self.contested_share = contested / max(1, len(linked))
        self._alleged: dict[int, int] = {}
        for number, each in enumerate(linked):
            if not each.is_contested and not each.affirms:
                self._alleged.setdefault(each.rules_claim, number)
        self._known: dict[tuple[int, int], tuple[float, float, float]] = {}

    def compare(self, i: int, j: int) -> tuple[float, float, float]:
        """(overlap of wordings, overlap of quotes, likeness of quotes), each from 0 to 1."""
        pair = (i, j) if i < j else (j, i)
        found = self._known.get(pair)
        if found is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            a, b, back = self.linked[i], self.linked[j], self.backdrop
            found = (
                back.overlap(a.wording, b.wording),
                back.overlap(a.quote, b.quote),
                back.likeness(a.quote, b.quote),
            )
            self._known[pair] = found
        return found

    def compare_seen(self, pairs: Sequence[Pair]) -> list[float | None]:
        """The comparer's log-odds that each pair is on one claim; None where the encoder did not
        see both."""
        if self.comparer is None:
            return [None] * len(pairs)
        keys = [(self.linked[i].key, self.linked[j].key) for i, j in pairs]
        seen = [(a, b) for a, b in keys if a is not None and b is not None]
        log_odds = iter(self.comparer.compare(seen))
        return [None if a is None or b is None else next(log_odds) for a, b in keys]

    def both_allege(self, i: int, j: int) -> bool:
        """Whether two parties each put something forward."""
        a, b = self.linked[i], self.linked[j]
        two = not same_voice(a.position.voice, b.position.voice)
        return two and not (a.is_contested or b.is_contested)

    def is_strange(self, i: int, j: int) -> bool:
        """Whether the two are hardly on one claim: both contest something in words of their
        own and share a third of them at most; or one contests what the other says nothing of;
        or one party tells two things that share no word, would deny what it says itself, or be
        its own accuser."""
        a, b = self.linked[i], self.linked[j]
        if all(each.is_contested and each.has_own_words and each.things for each in (a, b)):
            return _hardly_share(a, b)
        if _contradict_themselves(a, b) or _accounts_for_itself(a, b) or _accounts_for_itself(b, a):
            return True
        return _contests_else(a, b) or _contests_else(b, a) or _tells_two_things(a, b)

    def are_opposed(self, i: int, j: int) -> bool:
        """Whether the one puts forward P and the other "not P", in much the same words."""
        a, b = self.linked[i], self.linked[j]
        shared, least = len(a.things & b.things), min(len(a.things), len(b.things))
        if not shared or 2 * shared < least or not (a.holds_true and b.holds_true):
            return False
        return is_negative(a.position.claim) != is_negative(b.position.claim)

    def are_apart(self, i: int, j: int) -> bool:
        """Whether the two are on two claims for certain."""
        a, b = self.linked[i], self.linked[j]
        instead = _answers_with(a, b) or _answers_with(b, a)
        instead = instead or _tell_other_figures(a, b)
        return instead or self.are_opposed(i, j) or _takes_back(a, b)

    def contests_else(self, i: int, j: int) -> bool:
        """Whether one of the two contests, in a clause, what the other says nothing of."""
        a, b = self.linked[i], self.linked[j]
        return _contests_a_clause(a, b) or _contests_a_clause(b, a)

    def anchor(self, i: int) -> int | None:
        """The allegation that the rules put a stance on for its own words; None without one.

        The rules' main claim is none, but for who affirms it, speaks of itself or answers what was
        just said: what else is on that, centrality tells better.
        """
        each = self.linked[i]
        if each.is_on_itself:
            found = self._alleged.get(each.rules_claim)
            return None if found is None or self.are_apart(i, found) else found
        if each.affirms:
            found = self._alleged.get(each.rules_claim)
            return found if found != i else None
        if not (each.is_contested and each.has_own_words):
            return None
        if each.rules_claim == self.rules_main:
            return self._alleged_beside(i)
        return self._alleged.get(each.rules_claim)

    def _alleged_beside(self, i: int) -> int | None:
        """The last allegation of the rules' claim of ``i``, in its sentence or the one before."""
        each = self.linked[i]
        for j in range(i - 1, max(-1, i - 1 - AROUND), -1):
            other = self.linked[j]
            if each.position.sentence - other.position.sentence > 1:
                break
            alike = other.rules_claim == each.rules_claim and not other.is_contested
            if alike and not self.is_strange(i, j):
                return j
        return None

    def around(self, i: int) -> list[int]:
        """The positions that one is held against, a bounded number of them."""
        last = min(len(self.linked), i + AROUND + 1)
        start = max(0, i - AROUND)
        return [*range(min(AHEAD, start)), *range(start, last)]
