"""Which two positions of a document are hardly, or certainly not, on one claim: rules.

The fitted scores were learned from articles that turn on one claim, and put too much together.
What is said here of pairs in annotated articles was counted in those that the model is made from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from claims.extraction.model.linking.contested import (
    answers_with,
    are_of_two_clauses,
    contests_another,
    contests_what_is_not_told,
    hardly_share,
    leaves_open_else,
)
from claims.extraction.model.linking.linked import Linked, are_contrary
from claims.extraction.model.linking.rivals import (
    are_opposed,
    are_rivals,
    are_strangers,
    both_tell,
    tell_rival_things,
    two_tell,
)
from claims.extraction.model.weighing.agreeing import gold_value
from claims.extraction.position import CHANGED, NOBODY, WITHHELD, Position, same_voice
from claims.extraction.wording.joining import (
    claim_key,
    is_capital,
    is_negative,
    name_key,
    subject_of,
)
from claims.model import Stance


def answers(a: Linked, b: Linked) -> bool:
    """Whether ``b`` puts something forward in words of its own, and is not who says ``a``."""
    told = not b.is_contested and b.has_own_words
    return told and not same_voice(a.position.voice, b.position.voice)


def tells_beside(a: Linked, b: Linked) -> bool:
    """Whether ``b`` tells something by what it owns up to or leaves open, in a clause, and is not
    who says ``a``: "admitted that it had paid", "could not rule out that the fence was damaged"."""
    told = b.contests_a_clause and b.has_own_words
    tells = b.position.stance in (Stance.CONFIRMS, Stance.NEITHER, Stance.DECLINES)
    return told and tells and not same_voice(a.position.voice, b.position.voice)


_SPECULATION = re.compile(r"\b(?:speculation|rumou?rs?|reports?|gossip)\b", re.I)


def leaves_denied_open(a: Linked, b: Linked) -> bool:
    """Whether ``a`` takes no position on speculation right behind who denied what it is: "said
    reports of a sale were false. The buyer would not comment on rumours"."""
    withheld = a.position.stance in WITHHELD and a.position.points
    near = a.position.sentence - b.position.sentence == 1
    denied = b.position.stance is Stance.DENIES and b.has_own_words
    denied = denied and _SPECULATION.search(a.words) is not None
    return withheld and near and denied and not same_voice(a.position.voice, b.position.voice)


def find_objected(
    linked: Sequence[Linked],
    just_told: Callable[[int], int | None],
    around: Callable[[int], Sequence[int]],
) -> frozenset[frozenset[int]]:
    """The pairs of what was told last and what whoever rejects it tells in the same sentence
    instead: "that was challenged by an aide, who claimed P"."""
    return frozenset(
        frozenset((last, j))
        for i, each in enumerate(linked)
        if each.rates and each.rejects_last and (last := just_told(i)) is not None
        for j in around(i)
        if _says_instead(each, linked[j])
    )


def _says_instead(a: Linked, b: Linked) -> bool:
    """Whether ``b`` is what whoever rejects what was told, ``a``, puts forward in the sentence."""
    told = not b.is_contested and b.has_own_words and b is not a
    near = a.position.sentence == b.position.sentence
    return told and near and same_voice(a.position.voice, b.position.voice)


def says_not(a: Linked, b: Linked) -> bool:
    """Whether ``b`` tells "not P" in words of its own, and is not who says ``a``: who rejects or
    confirms "that" right after is on this, and on nothing told before it."""
    if b.position.stance is not Stance.DENIES or not b.has_own_words or b.calls_false:
        return False
    here, there = (replace(each.position.voice, aliases=()) for each in (a, b))
    return not same_voice(here, there)  # the reader takes "the ministry" for the last party named


def contradict_themselves(a: Linked, b: Linked) -> bool:
    """Whether one party puts forward the one and denies the other, and would contradict itself.

    Who denies P and puts forward "not P" does not.
    """
    said = {gold_value(each.position.stance) for each in (a, b)}
    beside = any("lemma=contradict" in each.position.features for each in (a, b))
    beside = beside or _admits_another(a.position, b.position)
    return (
        "denies" in said
        and (beside or (a.has_own_words and b.has_own_words))
        and not said.isdisjoint(("alleges", "confirms"))
        and a.position.voice.party != NOBODY.party
        and same_voice(a.position.voice, b.position.voice)
        and not _changes_mind(a.position, b.position)
        and is_negative(a.position.claim) == is_negative(b.position.claim)
    )


def _admits_another(a: Position, b: Position) -> bool:
    """Whether the two are on two things of one sentence: "admits theft but denies murder"."""
    if a.sentence != b.sentence or {a.stance, b.stance} != {Stance.CONFIRMS, Stance.DENIES}:
        return False
    own, other = (claim_key(each.claim) - name_key(each.claim) for each in (a, b))
    return bool(own and other) and (own - _COMMITTED).isdisjoint(other - _COMMITTED)


_COMMITTED = claim_key("committed guilty")


def _changes_mind(a: Position, b: Position) -> bool:
    """Whether one party takes both, the one after the other: "first denied it, then admitted it";
    "said he was armed. They later said he was not"."""
    changed = [CHANGED in each.features for each in (a, b)]
    return all(changed) or (any(changed) and a.claim == b.claim)


def _accounts_for_itself(a: Linked, b: Linked) -> bool:
    """Whether ``a`` tells of the party of ``b``, which tells something else: "Lima bombed it",
    "it was an accident, Lima says"."""
    if a.is_contested or b.is_contested or b.affirms or not (a.things and b.things):
        return False
    voice = b.position.voice
    if voice.party == NOBODY.party or same_voice(a.position.voice, voice):
        return False
    told_of = voice.opens(a.position.claim) or _is_seat_of(voice.party, a.position.claim)
    return told_of and (hardly_share(a, b) or not _ACCUSES.isdisjoint(a.position.features))


def _is_seat_of(party: str, claim: str) -> bool:
    """Whether a claim is of whom a capital stands for: "China rammed it", of what Beijing says."""
    return is_capital(party) and subject_of(claim) in name_key(party)


_ACCUSES = frozenset(["lemma=accuse", "lemma=blame"])
"""The rules' marks of a charge, which whom it is on does not put forward."""


def _tells_both(a: Linked, b: Linked) -> bool:
    """Whether one party puts both forward."""
    return both_tell(a, b) and same_voice(a.position.voice, b.position.voice)


def _tells_two_things(a: Linked, b: Linked) -> bool:
    """Whether one party puts forward two things whose words have nothing in common."""
    if not _tells_both(a, b):
        return False
    return a.things.isdisjoint(b.things | b.told_words) and b.things.isdisjoint(a.told_words)


def _tells_two_sentences(a: Linked, b: Linked) -> bool:
    """Whether one party tells two things in two sentences, with a word in common at most. In
    annotated articles 71 of 1,797 such pairs are on one claim, and of seven that all else joined
    one."""
    if a.position.sentence == b.position.sentence or a.position.voice.party == NOBODY.party:
        return False
    if not _tells_both(a, b):
        return False
    return len((a.wording | a.told_words) & (b.wording | b.told_words)) <= 1


def _tells_two_clauses(a: Linked, b: Linked) -> bool:
    """Whether one party tells two things in two clauses of a sentence, with a word in common at
    most: "said the pills melt fat and that they were tested"."""
    one, two = a.position, b.position
    if one.sentence != two.sentence or one.voice.party == NOBODY.party or not _tells_both(a, b):
        return False
    return one.start == two.start and len(a.wording & b.wording) <= 1


def _confirms_less(a: Linked, b: Linked) -> bool:
    """Whether ``a`` confirms, in words of its own, less than half of what another puts forward: "a
    jet had crashed" of "the rebels had shot it down". In annotated articles one such pair in twenty
    is on one claim, and of the others two in five."""
    if a.position.stance is not Stance.CONFIRMS or not (a.has_own_words and answers(a, b)):
        return False
    return 2 * len(a.things & b.things) < len(b.things)


def _tells_besides(a: Linked, b: Linked) -> bool:
    """Whether ``a`` rejects what was just told, and ``b`` is what the same party tells besides:
    "said that was a lie, and that all had been sent home"."""
    told = not b.is_contested and b.has_own_words
    return a.rejects_last and told and same_voice(a.position.voice, b.position.voice)


def _are_contrary(a: Linked, b: Linked) -> bool:
    """Whether both put forward as true what is contrary: "was killed", "is alive". Of 118 such
    pairs in annotated articles two are one claim; of 34 in one sentence with no word in common,
    two."""
    told = a.holds_true and b.holds_true
    return told and are_contrary(a.position.claim, b.position.claim)


def owns_up_beside(a: Linked, b: Linked) -> bool:
    """Whether ``a`` bears something out by a noun, and ``b`` is what the same party contests in the
    same sentence: "confirmed the arrest but would not say whether he was a soldier"."""
    if a.position.stance is not Stance.CONFIRMS or not a.position.points:
        return False
    contests = b.is_contested and b.position.stance is not Stance.CONFIRMS and b.has_own_words
    beside = contests and a.position.sentence == b.position.sentence
    # "first denied that it had closed, but now admits it": nothing but a pronoun is borne out
    changed = CHANGED in a.position.features and not a.position.claim.startswith("There ")
    return beside and not changed and same_voice(a.position.voice, b.position.voice)


def exclude_each_other(a: Linked, b: Linked) -> bool:
    """Whether the two are never on one claim, whatever joins them to others: one party would
    contradict itself, the one tells the contrary of the other, or rival figures."""
    besides = _tells_besides(a, b) or _tells_besides(b, a)
    besides = besides or owns_up_beside(a, b) or owns_up_beside(b, a)
    besides = besides or _is_on_a_new_one(a, b) or _is_on_a_new_one(b, a)
    return besides or contradict_themselves(a, b) or _are_contrary(a, b) or are_rivals(a, b)


def _is_on_a_new_one(a: Linked, b: Linked) -> bool:
    """Whether ``a`` leaves open, in a clause, whether there was a new thing of its kind, of which
    ``b`` tells none: "whether a new case had been opened", "prosecutors have opened a case"."""
    if a.position.stance not in WITHHELD or a.position.points:
        return False
    return _A_NEW.match(a.position.claim) is not None and _NEW.search(b.position.claim) is None


_A_NEW = re.compile(
    r"(?:any |an? )?(?:new|fresh|further|second|third|separate|similar|another) [a-z]+ "
    r"(?:is|was|were|are|ha[sd]|have|will|would)\b",
    re.I,
)
_NEW = re.compile(r"\b(?:new|fresh|further|second|third|separate|similar|another|again)\b", re.I)


def tell_other_things(a: Linked, b: Linked) -> bool:
    """Whether the two put forward what hardly is one thing, without a word in common, or the one
    contests what the other never tells.

    In annotated articles one such pair in twenty to fifty is on one claim; of those that all else
    joins, more."""
    if _tells_two_sentences(a, b) or _tells_two_clauses(a, b):
        return True
    return are_strangers(a, b) if two_tell(a, b) else contests_another(a, b)


def is_strange(a: Linked, b: Linked) -> bool:
    """Whether the two are hardly on one claim: both contest something in words of their own and
    share a third of them at most; or one contests what the other says nothing of; or one party
    tells two things that share no word."""
    if all(each.is_contested and each.has_own_words and each.things for each in (a, b)):
        return hardly_share(a, b)
    return (
        contests_what_is_not_told(a, b)
        or contests_what_is_not_told(b, a)
        or leaves_open_else(a, b)
        or leaves_open_else(b, a)
        or _tells_two_things(a, b)
    )


def are_apart(a: Linked, b: Linked) -> bool:
    """Whether the two are on two claims for certain, whatever stands around them."""
    return exclude_each_other(a, b) or tell_other_things(a, b) or tell_apart(a, b)


def tell_apart(a: Linked, b: Linked) -> bool:
    """The same, of two that neither exclude each other nor tell other things."""
    if answers_with(a, b) or answers_with(b, a) or are_opposed(a, b):
        return True
    if _accounts_for_itself(a, b) or _accounts_for_itself(b, a):
        return True
    if _confirms_less(a, b) or _confirms_less(b, a):
        return True
    return tell_rival_things(a, b) or are_of_two_clauses(a, b)
