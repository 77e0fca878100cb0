"""Positions of one document beside each other: how alike their words are, found once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from claims.extraction.model.linking import (
    answering,
    apart,
    contested,
    rejecting,
    rivals,
    said_before,
)
from claims.extraction.model.linking.backdrop import Backdrop, Key
from claims.extraction.model.linking.clusters import Pair
from claims.extraction.model.linking.linked import AROUND, Linked, looked_back
from claims.extraction.model.network.comparing import Comparer
from claims.extraction.position import CHANGED, WITHHELD, same_voice, takes_back
from claims.extraction.wording.joining import claim_key
from claims.model import Stance

AHEAD = 8
JUST_SAID = 2
"""Sentences between a charge and the answer to it, at most."""
REPORTED = 3
"""Sentences back in which stands what "the report" is that somebody calls false."""
NEAR_TOLD = 6
"""Sentences back in which a thing was told of that somebody speaks of by its name alone."""
OWN_WORDS = (7, 4)
"""Words besides who speaks that stand in a quote which points at what was just told, at most: its
stance's own are among them. The second figure is for who leaves it open."""
NEAR_QUOTES = 4
"""Positions on each side of one that may stand in its sentence."""
MOST_KNOWN = 20_000
"""Pairs whose likeness is kept: an article has hundreds, a long text millions."""


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
        """Whether the two are hardly on one claim (``apart.is_strange``)."""
        return apart.is_strange(self.linked[i], self.linked[j])

    @cached_property
    def charges(self) -> dict[int, int]:
        """Of who contests what others put forward, without telling it: the last allegation of
        another, at most ``JUST_SAID`` sentences before, that names them."""
        found = {}
        for i, each in enumerate(self.linked):
            if not each.is_contested or each.has_own_words:
                continue
            for j in self._before(i):
                other = self.linked[j]
                if each.position.sentence - other.position.sentence > JUST_SAID:
                    break
                if apart.answers(each, other) and other.tells_of(each.position.voice):
                    found[i] = j
                    break
        return found

    def charge(self, i: int, j: int) -> int:
        """1 where one of the two answers what the other charges it with, -1 where it answers
        another, 0 where it answers nothing."""
        if self.charges.get(i) == j or self.charges.get(j) == i:
            return 1
        return -1 if self._leaves(i, j) or self._leaves(j, i) else 0

    def _leaves(self, i: int, j: int) -> bool:
        charge, other = self.charges.get(i), self.linked[j]
        if charge is None:
            return False
        if other.is_contested and not other.has_own_words:
            return self.charges.get(j, charge) != charge
        voice = self.linked[i].position.voice
        return apart.answers(self.linked[i], other) and not other.tells_of(voice)

    def _is_of_another_story(self, i: int, j: int) -> bool:
        """Whether ``i`` answers the charge just before it, and ``j`` is of what shares no word
        with that.

        In annotated articles one such pair in forty is on one claim.
        """
        charge, other = self.charges.get(i), self.linked[j]
        if charge is None or charge == j:
            return False
        each, told = self.linked[i], self.linked[charge]
        if each.position.sentence - told.position.sentence > 1:
            return False
        if other.is_contested and not other.has_own_words:
            theirs = self.charges.get(j)
            return theirs is not None and rivals.share_nothing(told, self.linked[theirs])
        return rivals.share_nothing(told, other) and not other.tells_of(each.position.voice)

    def are_two_stories(self, i: int, j: int) -> bool:
        """Whether one of the two clears itself of a charge, and the other is of something else; or
        who denies something tells the other themselves."""
        a, b = self.linked[i], self.linked[j]
        if contested.clears_itself(a, b) or contested.clears_itself(b, a):
            return True
        if contested.answers_with(a, b) or contested.answers_with(b, a):
            return True
        return self._is_of_another_story(i, j) or self._is_of_another_story(j, i)

    def contradict_themselves(self, i: int, j: int) -> bool:
        """Whether one party would affirm and deny one claim (``apart.contradict_themselves``)."""
        return apart.contradict_themselves(self.linked[i], self.linked[j])

    def are_never_one(self, i: int, j: int) -> bool:
        """Whether the rules, too, are wrong where they put the two on one claim."""
        a, b = self.linked[i], self.linked[j]
        return apart.contradict_themselves(a, b) or rivals.tell_other_figures(a, b)

    def exclude_each_other(self, i: int, j: int) -> bool:
        """Whether the two are never on one claim (``apart.exclude_each_other``)."""
        objected = frozenset((i, j)) in self._objected
        return objected or apart.exclude_each_other(self.linked[i], self.linked[j])

    @cached_property
    def _objected(self) -> frozenset[frozenset[int]]:
        """The pairs of what was told and what is told instead (``apart.find_objected``)."""
        return apart.find_objected(self.linked, self.just_told, self.around)

    def tell_other_things(self, i: int, j: int) -> bool:
        """Whether the two put forward what hardly is one thing (``apart.tell_other_things``)."""
        return apart.tell_other_things(self.linked[i], self.linked[j])

    def are_apart(self, i: int, j: int) -> bool:
        """Whether the two are on two claims for certain."""
        return apart.are_apart(self.linked[i], self.linked[j]) or self.are_two_stories(i, j)

    def tell_apart(self, i: int, j: int) -> bool:
        """The same, of two that neither exclude each other nor tell other things."""
        return apart.tell_apart(self.linked[i], self.linked[j]) or self.are_two_stories(i, j)

    def contests_else(self, i: int, j: int) -> bool:
        """Whether one of the two contests, in a clause, what the other says nothing of."""
        return contested.contests_else(self.linked[i], self.linked[j])

    def anchor(self, i: int) -> int | None:
        """The allegation that the rules put a stance on for its own words; None without one.

        The rules' main claim is none, but for who affirms it, speaks of itself or answers what was
        just said: what else is on that, centrality tells better.
        """
        each = self.linked[i]
        if each.asks:
            return None
        if each.no_more_of is not None:
            return answering.told_of(self.linked, i, each.no_more_of)
        if each.position.points and CHANGED in each.position.features:
            return said_before.find_changed(self.linked, i, self.around(i))
        taken_back = each.position.points and (
            takes_back(each.position) or rejecting.withdraws(each.words)
        )
        if taken_back and (own := answering.told_itself(self.linked, i)) is not None:
            return own
        if (again := said_before.find_denied_before(self.linked, i)) is not None:
            return again
        if (word := said_before.find_word_of(self.linked, i)) is not None:
            return word
        if (meant := self.meant.get(i)) is not None:
            return meant
        if each.rejects_last:
            last = self.just_told(i)
            such = rejecting.such_thing(each.words) is not None
            if last is not None or not (such or rejecting.is_of_a_report(each.words)):
                return last if last is not None else self.told_beside.get(i)
        if each.rejects_charge and (charge := self.accused(i)) is not None:
            return charge
        if each.thing is not None and (named := self._told_of(i, each.thing)) is not None:
            return named
        if each.corrects_itself:
            return answering.told_itself(self.linked, i)
        if (
            each.position.points
            and (own := said_before.find_denied_beside(self.linked, i, self.around(i))) is not None
        ):
            return own
        if each.is_on_itself:
            found = self._alleged.get(each.rules_claim)
            if found is None or self.are_apart(i, found) or self.is_strange(i, found):
                return None
            return found
        if each.affirms:
            found = self._alleged.get(each.rules_claim)
            return found if found != i else None
        if not (each.is_contested and each.has_own_words):
            return self.told_beside.get(i)
        if each.rules_claim == self.rules_main:
            return self._alleged_beside(i)
        found = self._alleged.get(each.rules_claim)
        if found is None or self.is_strange(i, found) or self.tell_other_things(i, found):
            return None
        return found

    def is_lost(self, i: int) -> bool:
        """Whether an answer is on "that" alone, or somebody would say no more, and nothing was
        found that it may be on: on what the text turns on it is not for that."""
        each = self.linked[i]
        if each.no_more_of is not None or answering.is_elliptic(each):
            return self.anchor(i) is None
        if answering.names_version(each.words) and each.rates:
            return self.anchor(i) is None
        if each.asked_of is not None and each.asked_of <= each.voice_words:
            return self.anchor(i) is None  # who is asked about a report is not whose it is
        that = each.rates and each.rejects_last and each.on_that
        return that and self.anchor(i) is None and not said_before.answers_denial(self.linked, i)

    def just_told(self, i: int) -> int | None:
        """What another told last, at most a sentence before: "rejected that"; of "any such order",
        and of "the reports", what was told of one, or reported."""
        here = self.linked[i]
        such = rejecting.such_thing(here.words)
        if such is not None:
            return self._only_told(i, such, lambda told: apart.answers(here, told))
        back = REPORTED if rejecting.is_of_a_report(here.words) else 1
        denied, far_denied = None, 0  # "not P", where its sentence puts nothing else forward
        for j in self._before(i):
            told = self.linked[j]
            far = here.position.sentence - told.position.sentence
            if far > (REPORTED if self._goes_on_from(i, j) else back):
                return denied
            if denied is not None and far > far_denied:
                return denied
            if denied is None and far <= 1 and answering.denies_another(self.linked, i, j):
                denied, far_denied = j, far
            answers = apart.answers(here, told) or apart.tells_beside(here, told)
            if answers and rejecting.may_be_that_report(here.words, told.words):
                return j
        return denied

    def _goes_on_from(self, i: int, j: int) -> bool:
        """Whether ``j`` stands in the paragraph of ``i``, or in the one before, which ``i`` answers
        at once: it opens its own, and names no report."""
        here, told = self.linked[i], self.linked[j]
        if told.paragraph == here.paragraph:
            return True
        opens = i == 0 or self.linked[i - 1].paragraph != here.paragraph
        last = here.paragraph - told.paragraph == 1
        return opens and last and not rejecting.is_of_a_report(here.words)

    @cached_property
    def meant(self) -> dict[int, int]:
        """By who answers what a noun of their words means, the position that tells it."""
        found = ((i, answering.find_meant(self.linked, i)) for i in range(len(self.linked)))
        return {i: told for i, told in found if told is not None}

    @cached_property
    def told_beside(self) -> dict[int, int]:
        """By who only points, what another told in the sentence before, in the same paragraph: "A
        doctor said she was ill. Her agent laughed it off". Of such stances on annotated articles
        that everything else puts elsewhere, 15 in 17 are on that. In the same sentence it is where
        the answer is linked to it: "the rent was late, an explanation the panel rejected"."""
        found = ((i, self._just_beside(i)) for i in range(len(self.linked)))
        return {i: told for i, told in found if told is not None}

    def _just_beside(self, i: int) -> int | None:
        here = self.linked[i]
        doubts = here.position.stance is Stance.DOUBTS and rejecting.doubts_a_thing(here.words)
        if doubts or not (here.is_contested and here.position.points):
            return None  # "no conclusive evidence of her death" need not mean what was told last
        last = next((j for j in self._before(i) if self._may_answer(i, j)), None)
        if last is None:
            return None
        told = self.linked[last]
        far = here.position.sentence - told.position.sentence
        several = rejecting.is_of_reports(here.words)
        own = claim_key(rejecting.without_more(here.words)) - here.voice_words
        own -= told.quote | told.wording
        most = OWN_WORDS[here.position.stance in WITHHELD]
        just = far == 1 or (1 < far <= REPORTED and not several) or (far == 0 and here.goes_on)
        return last if just and len(own) <= most else None

    def _may_answer(self, i: int, j: int) -> bool:
        """Whether ``i`` may be on what ``j`` told before in the same paragraph."""
        here, told = self.linked[i], self.linked[j]
        answers = apart.answers(here, told) or apart.leaves_denied_open(here, told)
        if told.paragraph != here.paragraph or not answers:
            return False
        return rejecting.may_be_reported(here.words, self._told_around(j))

    def _told_around(self, j: int) -> str:
        """The quotes of all positions of the sentence of ``j``."""
        here = self.linked[j].position.sentence
        near = self.linked[max(0, j - NEAR_QUOTES) : j + NEAR_QUOTES + 1]
        return " ".join(each.words for each in near if each.position.sentence == here)

    def _told_of(self, i: int, thing: Key) -> int | None:
        """What was told shortly before of the one thing that somebody would not speak of: "would
        not comment on the sirens"; None where more than one tells of it."""
        here = self.linked[i].position.sentence
        return self._only_told(
            i,
            thing,
            lambda told: told.has_own_words and here - told.position.sentence <= NEAR_TOLD,
        )

    def _only_told(self, i: int, words: Key, fits: Callable[[Linked], bool]) -> int | None:
        """The one before that ``fits`` and whose claim holds the words, where no other does."""
        found = [
            j for j in self._before(i) if words <= self.linked[j].wording and fits(self.linked[j])
        ]
        return found[0] if len(found) == 1 else None

    def accused(self, i: int) -> int | None:
        """What another accused the party of, in so many words: just before, or wherever it is told
        whose accusation it is."""
        here = self.linked[i]
        for j in self._before(i):
            told = self.linked[j]
            far = here.position.sentence - told.position.sentence > 1
            if far and not rejecting.names_accuser(here.words):
                return None
            charges = told.tells_of(here.position.voice) and rejecting.accuses(told.words)
            if charges and apart.answers(here, told):
                return j
        return None

    def _alleged_beside(self, i: int) -> int | None:
        """The last allegation of the rules' claim of ``i``, in its sentence or the one before, or
        one that tells all that it does."""
        each = self.linked[i]
        for j in self._before(i):
            other = self.linked[j]
            near = each.position.sentence - other.position.sentence <= 1
            if not (near or (len(each.things) > 1 and each.things <= other.things)):
                continue
            alike = other.rules_claim == each.rules_claim and not other.is_contested
            if alike and not self.is_strange(i, j) and not self.are_apart(i, j):
                return j
        return None

    def _before(self, i: int) -> range:
        """The positions before one that it is held against, the nearest first."""
        return looked_back(i, AROUND)

    def around(self, i: int) -> list[int]:
        """The positions that one is held against, a bounded number of them."""
        last = min(len(self.linked), i + AROUND + 1)
        start = max(0, i - AROUND)
        return [*range(min(AHEAD, start)), *range(start, last)]
