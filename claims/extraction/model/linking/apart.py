"""Which two positions of a document are hardly, or certainly not, on one claim: rules.

The fitted scores were learned from articles that turn on one claim, and put too much together.
What is said here of pairs in annotated articles was counted in those that the model is made from.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.extraction.model.linking.linked import Linked, are_contrary, name_key
from claims.extraction.model.weighing.agreeing import gold_value
from claims.extraction.position import CHANGED, LEFT_OUT, NOBODY, same_voice
from claims.extraction.text.quality import has_subject
from claims.extraction.wording.joining import claim_key, is_negative, subject_of
from claims.model import Stance

_NOMINAL = "nominal=True"
"""The rules' mark of a position whose words are a noun phrase."""
_BLAME = re.compile(
    r"\b(?:wrongdoing|involvement|responsibility|allegations?|accusations?|charges?)\b", re.I
)


def answers(a: Linked, b: Linked) -> bool:
    """Whether ``b`` puts something forward in words of its own, and is not who says ``a``."""
    told = not b.is_contested and b.has_own_words
    return told and not same_voice(a.position.voice, b.position.voice)


def _hardly_share(a: Linked, b: Linked) -> bool:
    return 3 * len(a.things & b.things) <= len(a.things | b.things)


def contradict_themselves(a: Linked, b: Linked) -> bool:
    """Whether one party puts forward the one and denies the other, and would contradict itself.

    Who denies P and puts forward "not P" does not.
    """
    said = {gold_value(each.position.stance) for each in (a, b)}
    return (
        "denies" in said
        and a.has_own_words
        and b.has_own_words
        and not said.isdisjoint(("alleges", "confirms"))
        and a.position.voice.party != NOBODY.party
        and same_voice(a.position.voice, b.position.voice)
        and not all(CHANGED in each.position.features for each in (a, b))
        and is_negative(a.position.claim) == is_negative(b.position.claim)
    )


def _accounts_for_itself(a: Linked, b: Linked) -> bool:
    """Whether ``a`` tells of the party of ``b``, which tells something else: "Lima bombed it",
    "it was an accident, Lima says"."""
    if a.is_contested or b.is_contested or b.affirms or not (a.things and b.things):
        return False
    voice = b.position.voice
    if voice.party == NOBODY.party or same_voice(a.position.voice, voice):
        return False
    return a.position.claim.startswith(voice.names) and _hardly_share(a, b)


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


def _are_of_two_clauses(a: Linked, b: Linked) -> bool:
    """Whether one contests a clause, the other tells or contests another, and neither says
    anything of what the other does.

    In annotated articles three to five such pairs in a hundred are on one claim.
    """
    if not (a.has_own_words and b.has_own_words):
        return False
    if a.is_contested and b.is_contested:
        return _contests_a_clause(a, b) and _contests_a_clause(b, a)
    contest, told = (a, b) if a.is_contested else (b, a)
    if not _contests_else(contest, told) or _NOMINAL in contest.position.features:
        return False
    words = contest.wording | contest.quote | contest.told_words
    return words.isdisjoint(told.wording) and contest.wording.isdisjoint(told.quote)


def answers_with(a: Linked, b: Linked) -> bool:
    """Whether one party denies what is told elsewhere and puts forward something else instead:
    "called the charge baseless, saying the money was a loan"."""
    p, q = a.position, b.position
    if b.is_contested or a.has_own_words or gold_value(p.stance) != "denies":
        return False
    instead = b.has_own_words and q.sentence >= p.sentence
    return instead and p.voice.party != NOBODY.party and same_voice(p.voice, q.voice)


def clears_itself(a: Linked, b: Linked) -> bool:
    """Whether ``a`` denies blame, of what it does not say, and ``b`` is told only after it, by
    another and not of its party: "Norvik denied wrongdoing. Doctors said a child had died".

    In annotated articles one such pair in twenty is on one claim.
    """
    p, q = a.position, b.position
    blame = gold_value(p.stance) == "denies" and not a.has_own_words and _BLAME.search(a.words)
    after = p.end <= q.start and not b.is_contested and b.has_own_words
    if not (blame and after) or same_voice(p.voice, q.voice):
        return False
    told = f"{q.claim} {b.words}"
    return not any(name.split()[-1] in told for name in p.voice.names)


def tell_other_figures(a: Linked, b: Linked) -> bool:
    """Whether two parties tell much the same with other figures: how many died, and when."""
    two = a.holds_true and b.holds_true and not same_voice(a.position.voice, b.position.voice)
    if not two:
        return False
    shared, least = len(a.things & b.things), min(len(a.things), len(b.things))
    if 2 * shared < least or not (a.figures and b.figures):
        return False
    return a.figures.isdisjoint(b.figures)


def _tell_of_others(a: Linked, b: Linked) -> bool:
    """Whether two parties tell the same of other names, or of the same the other way round:
    "Lima shelled the port", "Quito shelled the port"."""
    if not _two_tell(a, b):
        return False
    if a.wording == b.wording:
        return subject_of(a.position.claim) != subject_of(b.position.claim)
    shared, either = a.things & b.things, a.things | b.things
    named, others = a.wording - a.things, b.wording - b.things
    return bool(named - others and others - named) and 3 * len(shared) >= 2 * len(either) > 0


def _tell_other_reasons(a: Linked, b: Linked) -> bool:
    """Whether two parties tell of one thing that it was for something else: "fired for theft",
    "fired for speaking out"."""
    if not _two_tell(a, b):
        return False
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
    if not _two_tell(a, b):
        return False
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


def _denies_something_else(a: Linked, b: Linked) -> bool:
    """Whether ``a`` denies or doubts, in words of its own, what has no word in common with all that
    ``b`` says: "a storm hit the town", "there were no injuries".

    In annotated articles one such pair in twenty is on one claim, of what is a clause one in
    thirty, whatever else the writer tells for both.
    """
    if not (a.has_own_words and b.has_own_words) or b.is_contested:
        return False
    if a.position.stance not in (Stance.DENIES, Stance.DOUBTS):
        return False
    names = claim_key(" ".join(a.position.voice.names))
    ours, theirs = a.wording | (a.quote - names), b.wording | b.quote
    if a.contests_a_clause:
        ours, theirs = ours | a.told_words, theirs | b.told_words
    return ours.isdisjoint(theirs)


def _says_it_is_not(a: Linked, b: Linked) -> bool:
    """Whether ``a`` says of something that it is not so, and ``b`` tells nothing of it: "a storm
    hit the town", "there were no injuries", "no oil leaked".

    In annotated articles one such pair in eighteen is on one claim.
    """
    if a.position.points or a.position.stance is not Stance.DENIES or not a.things:
        return False
    if b.is_contested or not (b.has_own_words and has_subject(a.position.claim)):
        return False
    if not _NOT.search(a.words) or a.calls_false or a.things <= _OF_ANYTHING:
        return False
    said = a.things.union(*(words for words in (_HURT, _DEAD) if words & a.wording))
    told, deed = b.wording | b.quote, _deed(a)
    return said.isdisjoint(told) or (len(deed) > 1 and deed.isdisjoint(told))


def _deed(each: Linked) -> frozenset[str]:
    """What is done, without names and without where, when and to whom: "oil leaked" of "oil leaked
    from the vessel". Of denials that share no more than the rest one in twelve is on one claim."""
    if " that " in each.position.claim:
        return frozenset()  # "police confirmed that it was sold"
    core = _PREPOSITION.split(each.position.claim, maxsplit=1)[0]
    opening, _, rest = core.partition(" ")
    named = rest[:1].isupper() or any(opening in name for name in each.position.voice.names)
    return claim_key(core) - name_key(core if named else rest)


_PREPOSITION = re.compile(
    r" (?:of|in|on|at|to|for|from|by|with|about|into|over|under|after|before|during|near|against|"
    r"through)\b"
)


_OF_ANYTHING = claim_key(
    "link links connection evidence proof truth basis reason indication foundation merit case doubt"
)
"""What there is none of for whatever was told: "doctors say there is no link"."""
_NOT = re.compile(r"\b(?:no|not|never|nobody|none|nothing|neither|nor)\b|n['’]t\b", re.I)


def _denies_a_deed(a: Linked, b: Linked) -> bool:
    """Whether ``a`` contests, in a clause, what its own party would have done, and ``b`` tells
    something that has nothing of that: "denied aiming at civilians", "20 drones were shot down".

    In annotated articles four such pairs of 422 are on one claim.
    """
    if not (a.contests_a_clause and a.has_own_words and b.has_own_words) or b.is_contested:
        return False
    told = a.position.claim.startswith(a.position.voice.names) and a.things and b.things
    return bool(told) and a.things.isdisjoint(b.things | b.told_words)


def _both_tell(a: Linked, b: Linked) -> bool:
    """Whether both put something forward in words of their own."""
    return not (a.is_contested or b.is_contested) and a.has_own_words and b.has_own_words


def _two_tell(a: Linked, b: Linked) -> bool:
    """Whether both do, and are two."""
    return _both_tell(a, b) and not same_voice(a.position.voice, b.position.voice)


def _tells_two_things(a: Linked, b: Linked) -> bool:
    """Whether one party puts forward two things whose words have nothing in common."""
    if not (_both_tell(a, b) and same_voice(a.position.voice, b.position.voice)):
        return False
    return a.things.isdisjoint(b.things | b.told_words) and b.things.isdisjoint(a.told_words)


def _tells_two_sentences(a: Linked, b: Linked) -> bool:
    """Whether one party tells two things in two sentences, without a word in common. In annotated
    articles one such pair in thirty is on one claim."""
    if a.position.sentence == b.position.sentence or a.position.voice.party == NOBODY.party:
        return False
    alike = (a.wording | a.told_words) & (b.wording | b.told_words)
    return not alike and _tells_two_things(a, b)


def _deny_two_things(a: Linked, b: Linked) -> bool:
    """Whether both deny, in words of their own that have none in common: "it did not spread", "the
    alarm had not gone off". In annotated articles one such pair in seven is on one claim, and not
    one of those that the scores put together."""
    both = all(e.position.stance is Stance.DENIES and e.has_own_words for e in (a, b))
    return both and a.wording.isdisjoint(b.wording)


def _leaves_open_its_own(a: Linked, b: Linked) -> bool:
    """Whether ``a`` takes no position, and ``b`` is what its own party put forward: that is not
    what it leaves open. In annotated articles one such pair in thirty is on one claim."""
    leaves = a.position.stance in (Stance.NEITHER, Stance.DECLINES)
    told = leaves and not b.is_contested and b.has_own_words
    # "officials" may be others than "an official", who are one voice elsewhere
    mine = a.position.voice.party == b.position.voice.party != NOBODY.party
    return told and mine


def exclude_each_other(a: Linked, b: Linked) -> bool:
    """Whether the two are never on one claim, whatever joins them to others: one party would
    contradict itself, the one tells the contrary of the other, or something else (each rule of
    ``_RIVALS`` and ``_CONTESTS_ELSE`` says what)."""
    if contradict_themselves(a, b) or _are_contrary(a, b) or _tells_two_sentences(a, b):
        return True
    if _deny_two_things(a, b) or _leaves_open_its_own(a, b) or _leaves_open_its_own(b, a):
        return True
    if _two_tell(a, b):
        return any(rivals(a, b) for rivals in _RIVALS)
    return any(contests(a, b) or contests(b, a) for contests in _CONTESTS_ELSE)


def _tell_beside(a: Linked, b: Linked) -> bool:
    """Whether two parties tell in one sentence what has no word in common."""
    return a.position.sentence == b.position.sentence and a.wording.isdisjoint(b.wording)


def _leaves_out_else(a: Linked, b: Linked) -> bool:
    """Whether ``a`` denies, in so many words as "it was not", what ``b`` hardly speaks of."""
    left_out = LEFT_OUT in a.position.features and a.has_own_words
    return left_out and not b.is_contested and b.has_own_words and _hardly_share(a, b)


def _tells_it_whole(a: Linked, b: Linked) -> bool:
    """Whether ``a`` denies that something was done to what ``b`` tells is "untouched": that is no
    denial of what ``b`` tells."""
    denies = gold_value(a.position.stance) == "denies" and a.has_own_words and b.holds_true
    return denies and bool(_WHOLE.search(b.position.claim)) and not _WHOLE.search(a.position.claim)


_WHOLE = re.compile(
    r"\b(?:untouched|unharmed|unhurt|uninjured|unscathed|undamaged|unaffected|unchanged|intact)\b",
    re.I,
)


def _are_contrary(a: Linked, b: Linked) -> bool:
    """Whether both put forward as true what is contrary: "was killed", "is alive". Of 118 such
    pairs in annotated articles two are one claim; of 34 in one sentence with no word in common,
    two."""
    told = a.holds_true and b.holds_true
    return told and are_contrary(a.position.claim, b.position.claim)


_HURT, _DEAD = claim_key("hurt injured wounded"), claim_key("dead died killed death")
_ARMED = claim_key(
    "militants terrorists fighters insurgents rebels gunmen bandits soldiers troops jihadists "
    "extremists combatants"
)
_UNARMED = claim_key(
    "farmers civilians villagers residents students children women girls shepherds herders "
    "workers protesters bystanders traders passengers families"
)


def _tell_of_other_dead(a: Linked, b: Linked) -> bool:
    """Whether one party tells that fighters died, and another that who died were none."""
    if not _DEAD & a.wording & b.wording:
        return False
    tells = [(bool(_ARMED & each.wording), bool(_UNARMED & each.wording)) for each in (a, b)]
    return sorted(tells) == [(False, True), (True, False)]


def _was_only_hurt(a: Linked, b: Linked) -> bool:
    """Whether one party tells of somebody that they were hurt, and another that they are dead."""
    tells = [(bool(_HURT & each.wording), bool(_DEAD & each.wording)) for each in (a, b)]
    if sorted(tells) != [(False, True), (True, False)]:
        return False
    return subject_of(a.position.claim) == subject_of(b.position.claim)


def _are_opposed(a: Linked, b: Linked) -> bool:
    """Whether the one puts forward P and the other "not P", in much the same words."""
    shared, least = len(a.things & b.things), min(len(a.things), len(b.things))
    if not shared or 2 * shared < least or not (a.holds_true and b.holds_true):
        return False
    return is_negative(a.position.claim) != is_negative(b.position.claim)


def _tell_rival_things(a: Linked, b: Linked) -> bool:
    """Whether two parties of one sentence tell the same but for a word each: "Lima said it had
    carried grain, Quito that it had carried weapons"."""
    if not _two_tell(a, b) or a.position.sentence != b.position.sentence:
        return False
    ours, theirs = a.wording - b.wording, b.wording - a.wording
    return len(ours) == len(theirs) == 1 and len(a.wording & b.wording) > 1


def is_strange(a: Linked, b: Linked) -> bool:
    """Whether the two are hardly on one claim: both contest something in words of their own and
    share a third of them at most; or one contests what the other says nothing of; or one party
    tells two things that share no word."""
    if all(each.is_contested and each.has_own_words and each.things for each in (a, b)):
        return _hardly_share(a, b)
    return _contests_else(a, b) or _contests_else(b, a) or _tells_two_things(a, b)


def are_apart(a: Linked, b: Linked) -> bool:
    """Whether the two are on two claims for certain, whatever stands around them."""
    if answers_with(a, b) or answers_with(b, a) or _are_opposed(a, b):
        return True
    if exclude_each_other(a, b) or _accounts_for_itself(a, b) or _accounts_for_itself(b, a):
        return True
    if tell_other_figures(a, b) or _tell_of_others(a, b) or _tell_other_reasons(a, b):
        return True
    if _tell_rival_things(a, b):
        return True
    return _are_of_two_clauses(a, b)


def _confirms_else(a: Linked, b: Linked) -> bool:
    """Whether ``a`` confirms, in a clause, what shares a third at most with what ``b`` tells.

    In annotated articles one such pair in fourteen is on one claim.
    """
    confirms = a.contests_a_clause and a.position.stance is Stance.CONFIRMS
    told = not b.is_contested and b.has_own_words
    return confirms and a.has_own_words and told and _hardly_share(a, b)


def contests_else(a: Linked, b: Linked) -> bool:
    """Whether one of the two contests, in a clause, what the other says nothing of, or hardly
    anything where it confirms or the other contests a clause, too."""
    if a.contests_a_clause and b.contests_a_clause and _hardly_share(a, b):
        return True
    if _confirms_else(a, b) or _confirms_else(b, a):
        return True
    return _contests_a_clause(a, b) or _contests_a_clause(b, a)


def _knows_nothing(a: Linked, b: Linked) -> bool:
    """Whether one party tells only that it knows nothing of what the other tells."""
    return _tells_of_ignorance(a.position.claim) or _tells_of_ignorance(b.position.claim)


@lru_cache(maxsize=4096)
def _tells_of_ignorance(claim: str) -> bool:
    return _IGNORANCE.search(claim) is not None


_IGNORANCE = re.compile(
    r"\b(?:(?:knew|knows?) nothing|(?:did|does|do) not know|"
    r"(?:was|is|were|are) (?:unaware|not aware)|"
    r"(?:has|had|have) no (?:information|knowledge)) (?:about|of)\b",
    re.I,
)
_RIVALS = (
    tell_other_figures, _knows_nothing, _share_a_subject, _tell_beside, share_nothing,
    _was_only_hurt, _tell_of_other_dead,
)  # fmt: skip
"""What two parties tell that is not one thing."""
_CONTESTS_ELSE = (
    _leaves_out_else, _tells_it_whole, _denies_a_deed, _denies_something_else,
    _says_it_is_not,
)  # fmt: skip
"""What one contests that the other does not tell."""
