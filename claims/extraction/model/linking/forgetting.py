"""What a position that points at a claim is not told by: the words of others, on other things."""

from __future__ import annotations

from claims.extraction.model.linking import answering, apart
from claims.extraction.model.linking.backdrop import Key
from claims.extraction.model.linking.linked import Linked
from claims.extraction.model.linking.ties import Ties
from claims.extraction.position import same_voice
from claims.extraction.text.lexicon import word_set
from claims.extraction.wording.joining import claim_key, name_key, subject_of


def forget_others(ties: Ties, i: int) -> None:
    """Who points at no more than a charge is not told by what others say of another story."""
    each = ties.linked[i]
    meant = ties.linked[ties.meant[i]] if i in ties.meant else None
    if (
        (meant is not None and _tells_else(each, meant))
        or (each.position.key and not each.position.points)
        or (each.rejects_charge and ties.accused(i) is not None)
        or (each.rejects_last and ties.just_told(i) is not None)
    ):
        each.told, each.told_words, each.told_else = "", frozenset(), {}

    def tells_another(words: Key) -> bool:
        strange = each.has_own_words and each.verb.isdisjoint(words)
        return _tells_own(ties, i, words) or any(
            2 * len(words & ties.linked[j].wording) > len(ties.linked[j].wording)
            and (ties.are_two_stories(i, j) or (strange and j != i and ties.are_apart(i, j)))
            for j in ties.around(i)
        )

    def is_no_telling(text: str, words: Key) -> bool:
        return tells_another(words) or _tells_it_of_another(ties, i, text)

    if each.told and is_no_telling(each.told, each.told_words):
        each.told, each.told_words = "", frozenset()
    each.told_else = {t: w for t, w in each.told_else.items() if not is_no_telling(t, w)}


def _tells_else(each: Linked, meant: Linked) -> bool:
    """Whether the writer tells for an answer what is not in the words of what it is on."""
    theirs = meant.wording | meant.quote
    if answering.names_owner(each.words):
        return each.told_things.isdisjoint(theirs)
    return not each.told_words <= theirs


def _tells_it_of_another(ties: Ties, i: int, text: str) -> bool:
    """Whether a sentence of somebody who only points tells of a name what others tell of something
    else: "Orr was born in Lima" beside "the calf was born in Lima"."""
    names, subject = name_key(text), subject_of(text)
    deed = claim_key(text) - {subject} - names
    if not (ties.linked[i].position.points and deed and subject in names):
        return False
    others = (ties.linked[j] for j in ties.around(i))
    told = [o for o in others if o.has_own_words and deed <= o.wording]
    return bool(told) and not any(
        subject in o.wording | o.quote or _may_be_somebody(o.position.claim) for o in told
    )


def _may_be_somebody(claim: str) -> bool:
    """Whether a claim opens with a person who has no name there: "The infamous artist had"."""
    opening = claim.lower().split(" ", _OPENING)[:_OPENING]
    return not _PEOPLE.isdisjoint(opening)


_PEOPLE = word_set("person_roles") | word_set("quality_subjects") | word_set("anonymous_heads")
_OPENING = 4
"""Words that the subject of a claim may take."""


def _tells_own(ties: Ties, i: int, words: Key) -> bool:
    """Whether the words of a stance on what others say are what the same party puts forward, or
    contests besides."""
    each = ties.linked[i]
    beside = (ties.linked[j] for j in ties.around(i))
    if any(apart.owns_up_beside(each, b) and not words.isdisjoint(b.predicate) for b in beside):
        return True
    return each.is_contested and any(
        2 * len(words & own.wording) > max(len(words), len(own.wording))
        and own.has_own_words
        and same_voice(own.position.voice, each.position.voice)
        for own in (ties.linked[j] for j in ties.around(i))
        if own.holds_true and own is not each
    )
