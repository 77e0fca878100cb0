"""What two parties tell that is not one thing: rival figures, names and reasons, or of two stories.

What is said here of pairs in annotated articles was counted in those that the model is made from.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.extraction.model.linking.linked import Linked
from claims.extraction.position import same_voice
from claims.extraction.text.sought import Sought
from claims.extraction.wording.joining import claim_key, is_negative, subject_of

HURT, DEAD = claim_key("hurt injured wounded"), claim_key("dead died killed death")
_ARMED = claim_key(
    "militants terrorists fighters insurgents rebels gunmen bandits soldiers troops jihadists "
    "extremists combatants"
)
_UNARMED = claim_key(
    "farmers civilians villagers residents students children women girls shepherds herders "
    "workers protesters bystanders traders passengers families"
)


def both_tell(a: Linked, b: Linked) -> bool:
    """Whether both put something forward in words of their own."""
    return not (a.is_contested or b.is_contested) and a.has_own_words and b.has_own_words


def two_tell(a: Linked, b: Linked) -> bool:
    """Whether both do, and are two."""
    return both_tell(a, b) and not same_voice(a.position.voice, b.position.voice)


def tell_other_figures(a: Linked, b: Linked) -> bool:
    """Whether two parties tell much the same with other figures: how many died, and when."""
    two = a.holds_true and b.holds_true and not same_voice(a.position.voice, b.position.voice)
    if not two:
        return False
    shared, least = len(a.things & b.things), min(len(a.things), len(b.things))
    return 2 * shared >= least and _have_other_figures(a, b)


def _have_other_figures(a: Linked, b: Linked) -> bool:
    """Whether each tells a figure that the other does not: "launched 145 drones", "23 drones were
    destroyed". In annotated articles five of 392 such pairs are on one claim."""
    return bool(a.figures and b.figures) and a.figures.isdisjoint(b.figures)


def _tell_other_rates(a: Linked, b: Linked) -> bool:
    """Whether two parties tell by how many percent the same has changed, and not by as many: "cut
    emissions by 40 percent", "emissions had risen by 3 percent"."""
    if not all(_tells_rate(each.position.claim) for each in (a, b)):
        return False  # most tell none, and figures take longer to read
    return _have_other_figures(a, b) and len(a.wording & b.wording) > 1


def _tells_rate(claim: str) -> bool:
    return ("%" in claim or "cent" in claim) and _RATE.search(claim) is not None


_RATE = re.compile(r"\d ?(?:%|per ?cent\b)", re.I)
"""What tells a rate."""


def _tell_of_others(a: Linked, b: Linked) -> bool:
    """Whether two parties tell the same of other names, or of the same the other way round:
    "Lima shelled the port", "Quito shelled the port"."""
    if a.wording == b.wording:
        one, two = a.position.claim, b.position.claim
        alike = (" by " in one) == (" by " in two)  # "ice caused it", "it was caused by ice"
        return alike and subject_of(one) != subject_of(two)
    shared, either = a.things & b.things, a.things | b.things
    named, others = a.wording - a.things, b.wording - b.things
    return bool(named - others and others - named) and 3 * len(shared) >= 2 * len(either) > 0


def _tell_other_reasons(a: Linked, b: Linked) -> bool:
    """Whether two parties tell of one thing that it was for something else: "fired for theft",
    "fired for speaking out"."""
    (what, why), (which, other) = (_part_reason(each.position.claim) for each in (a, b))
    return bool(why and other) and why.isdisjoint(other) and not what.isdisjoint(which)


def _part_reason(claim: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of what happened, and of what it happened for."""
    told, *rest = _REASON.split(claim, maxsplit=1)
    return claim_key(told), claim_key(rest[0]) if rest else frozenset()


_REASON = re.compile(r" (?:for|because(?: of)?|due to|owing to) (?!\d|an? (?:day|week|month|year))")


def share_nothing(a: Linked, b: Linked) -> bool:
    """Whether two parties each tell something, and neither tells, nor the writer for them, anything
    that the other's words do, whomever both name.

    In annotated articles one such pair in fifty is on one claim.
    """
    return two_tell(a, b) and _have_nothing_in_common(a, b)


def _have_nothing_in_common(a: Linked, b: Linked) -> bool:
    if (a.wording | a.quote).isdisjoint(b.wording | b.quote):
        return True
    ours, theirs = a.things | a.told_things, b.things | b.told_things
    return bool(a.things and b.things) and ours.isdisjoint(theirs)


def _share_a_subject(a: Linked, b: Linked) -> bool:
    """Whether all that two parties both tell of is the subject of one: "the mayor had resigned",
    "the mayor was at home". In annotated articles one such pair in thirty is on one claim."""
    if min(len(a.wording), len(b.wording)) < _NO_NAME_ALONE:
        return False
    shared = (a.wording | a.told_words) & (b.wording | b.told_words)
    if len(shared) != 1:
        return False
    return not shared.isdisjoint(subject_of(each.position.claim) for each in (a, b))


_NO_NAME_ALONE = 2
"""Words of a claim that tells something of its subject."""


def _tell_beside(a: Linked, b: Linked) -> bool:
    """Whether two parties tell in one sentence what has no word in common."""
    return a.position.sentence == b.position.sentence and a.wording.isdisjoint(b.wording)


def _was_only_hurt(a: Linked, b: Linked) -> bool:
    """Whether one party tells of somebody that they were hurt, and another that they are dead."""
    tells = [(bool(HURT & each.wording), bool(DEAD & each.wording)) for each in (a, b)]
    if sorted(tells) != [(False, True), (True, False)]:
        return False
    return subject_of(a.position.claim) == subject_of(b.position.claim)


def _tell_of_other_dead(a: Linked, b: Linked) -> bool:
    """Whether one party tells that fighters died, and another that who died were none."""
    if not DEAD & a.wording & b.wording:
        return False
    tells = [(bool(_ARMED & each.wording), bool(_UNARMED & each.wording)) for each in (a, b)]
    return sorted(tells) == [(False, True), (True, False)]


def are_opposed(a: Linked, b: Linked) -> bool:
    """Whether the one puts forward P and the other "not P", in much the same words."""
    shared, least = len(a.things & b.things), min(len(a.things), len(b.things))
    if not shared or 2 * shared < least or not (a.holds_true and b.holds_true):
        return False
    return is_negative(a.position.claim) != is_negative(b.position.claim)


def _differ_by_a_word(a: Linked, b: Linked) -> bool:
    """Whether two parties of one sentence tell the same but for a word each: "Lima said it had
    carried grain, Quito that it had carried weapons"."""
    if a.position.sentence != b.position.sentence:
        return False
    ours, theirs = a.wording - b.wording, b.wording - a.wording
    return len(ours) == len(theirs) == 1 and len(a.wording & b.wording) > 1


def _knows_nothing(a: Linked, b: Linked) -> bool:
    """Whether one party tells only that it knows nothing of what the other tells."""
    return _tells_of_ignorance(a.position.claim) or _tells_of_ignorance(b.position.claim)


@lru_cache(maxsize=4096)
def _tells_of_ignorance(claim: str) -> bool:
    return _IGNORANCE.search(claim) is not None


_IGNORANCE = Sought(
    r"\b(?:(?:knew|knows?) nothing|(?:did|does|do) not know|"
    r"(?:was|is|were|are) (?:unaware|not aware)|"
    r"(?:has|had|have) no (?:information|knowledge)) (?:about|of)\b",
    re.I,
)


def _say_other_things(a: Linked, b: Linked) -> bool:
    """Whether what two parties say of whom they tell of has no word in common, or no more than the
    verb: "was caused by ice", "was caused by an error". In annotated articles one such pair in
    fifty is on one claim, of the second kind one in seventeen; how the reader alone words what it
    sees is too loose for that."""
    ours, theirs = a.predicate, b.predicate
    if not (ours and theirs and a.position.features and b.position.features):
        return False
    shared = ours & theirs
    if shared and shared != a.verb & b.verb:
        return False
    return not shared or bool(ours - b.wording and theirs - a.wording)


_RIVALS = (
    tell_other_figures,
    _tell_other_rates,
    _knows_nothing,
    _was_only_hurt,
    _tell_of_other_dead,
)
"""What two parties tell that never is one thing."""
_STRANGERS = (_share_a_subject, _tell_beside, _have_nothing_in_common)
"""What two parties tell that hardly is."""


def are_rivals(a: Linked, b: Linked) -> bool:
    """Whether what two parties tell never is one thing."""
    return two_tell(a, b) and any(rivals(a, b) for rivals in _RIVALS)


def are_strangers(a: Linked, b: Linked) -> bool:
    """Whether what two parties tell (``two_tell``) hardly is one thing: it shares no word, or no
    more than a subject."""
    return any(strangers(a, b) for strangers in _STRANGERS)


def tell_rival_things(a: Linked, b: Linked) -> bool:
    """Whether two parties tell the same but for the figures, the names, the reason or a word."""
    if tell_other_figures(a, b):
        return True
    return two_tell(a, b) and (
        _have_other_figures(a, b)
        or _tell_of_others(a, b)
        or _tell_other_reasons(a, b)
        or _differ_by_a_word(a, b)
        or _say_other_things(a, b)
    )
