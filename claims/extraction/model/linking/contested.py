"""What one contests, beside what another tells or contests: whether that is something else.

What is said here of pairs in annotated articles was counted in those that the model is made from.
"""

from __future__ import annotations

import re

from claims.extraction.model.linking.backdrop import Key
from claims.extraction.model.linking.linked import Linked
from claims.extraction.model.linking.rivals import DEAD, HURT
from claims.extraction.model.weighing.agreeing import gold_value
from claims.extraction.position import LEFT_OUT, NOBODY, REJECTING, WITHHELD, same_voice
from claims.extraction.text.quality import has_subject, split_subject
from claims.extraction.text.sought import Sought
from claims.extraction.text.whole_words import stands_whole
from claims.extraction.voice import POSSESSIVES
from claims.extraction.wording.joining import claim_key, subject_of
from claims.extraction.wording.truth_of import tells_of_truth, tells_truth
from claims.model import Stance

_LIGHT = claim_key(
    "make makes made making take takes took taken give gives gave given get got put once twice"
)
"""What tells nothing without what it goes with: "an offer was made", "made it look so"."""
_NOMINAL = "nominal=True"
"""The rules' mark of a position whose words are a noun phrase."""
_BLAME = re.compile(
    r"\b(?:wrongdoing|involvement|responsibility|allegations?|accusations?|charges?)\b", re.I
)


def hardly_share(a: Linked, b: Linked) -> bool:
    return 3 * len(a.things & b.things) <= len(a.things | b.things)


def contests_what_is_not_told(a: Linked, b: Linked) -> bool:
    """Whether ``a`` contests, in words of its own, what ``b`` says nothing of."""
    if not (a.is_contested and a.has_own_words and a.things):
        return False
    return not (a.things - _LIGHT) & (b.wording | b.quote | b.told_words)


def _contests_a_clause(a: Linked, b: Linked) -> bool:
    """Whether what ``a`` contests stands as a clause of its own, and ``b`` says nothing of it.

    In annotated articles one such pair in eight is on one claim, of what is no clause a third.
    """
    return a.contests_a_clause and contests_what_is_not_told(a, b)


def are_of_two_clauses(a: Linked, b: Linked) -> bool:
    """Whether one contests a clause, the other tells or contests another, and neither says
    anything of what the other does.

    In annotated articles three to five such pairs in a hundred are on one claim.
    """
    if not (a.has_own_words and b.has_own_words):
        return False
    if a.is_contested and b.is_contested:
        return _contests_a_clause(a, b) and _contests_a_clause(b, a)
    contest, told = (a, b) if a.is_contested else (b, a)
    if not contests_what_is_not_told(contest, told) or _NOMINAL in contest.position.features:
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


def _denies_something_else(a: Linked, b: Linked) -> bool:
    """Whether ``a`` denies or doubts, in words of its own, what has no word in common with all that
    ``b`` says: "a storm hit the town", "there were no injuries".

    In annotated articles one such pair in twenty is on one claim, of what is a clause one in
    thirty, whatever else the writer tells for both.
    """
    if not (a.has_own_words and b.has_own_words) or b.is_contested:
        return False
    if a.position.stance not in REJECTING:
        return False
    ours, theirs = a.wording | (a.quote - a.voice_words), b.wording | b.quote
    if a.contests_a_clause:
        ours, theirs = ours | a.told_words, theirs | b.told_words
    return ours.isdisjoint(theirs)


def _says_it_is_not(a: Linked, b: Linked) -> bool:
    """Whether ``a`` says of something that it is not so, and ``b`` tells nothing of it: "a storm
    hit the town", "there were no injuries", "no oil leaked".

    In annotated articles one such pair in fifteen is on one claim, of those that share something
    beside the deed one in twelve.
    """
    if a.position.points or a.position.stance is not Stance.DENIES:
        return False
    if b.is_contested or not (b.has_own_words and has_subject(a.position.claim)):
        return False
    if not _NOT.search(a.words) or a.calls_false:
        return False
    said = a.things if _NO_SUCH.search(a.words) else a.predicate
    if said <= _OF_ANYTHING:
        return False
    said = said.union(*(words for words in (HURT, DEAD) if words & a.wording))
    told = b.wording | b.quote
    return said.isdisjoint(told) or (len(a.deed) > 1 and a.deed.isdisjoint(told))


_OF_ANYTHING = claim_key(
    "link links connection evidence proof truth basis reason indication foundation merit case doubt"
)
"""What there is none of for whatever was told: "doctors say there is no link"."""
_NO_SUCH = re.compile(
    r"(?:^|[\"“‘,:;] ?|\bthat |\bsa(?:id|ys) )(?:no|none of|not one|neither)\b(?! one\b)", re.I
)
"""What is said of no such thing: "no data has left", where it is the data that is told of."""
_NOT = Sought(r"\b(?:no|not|never|nobody|none|nothing|neither|nor)\b|n['’]t\b", re.I)


def _denies_a_deed(a: Linked, b: Linked) -> bool:
    """Whether ``a`` contests, in a clause, what its own party would have done, and ``b`` tells
    something that has nothing of that: "denied aiming at civilians", "20 drones were shot down".

    In annotated articles four such pairs of 422 are on one claim.
    """
    if not (a.contests_a_clause and a.has_own_words and b.has_own_words) or b.is_contested:
        return False
    told = a.position.voice.opens(a.position.claim) and a.things and b.things
    if told and _INVOLVED.search(a.position.claim) and not b.tells_of(a.position.voice):
        return True  # who had no part in the explosion denies nothing of what was found there
    return bool(told) and a.things.isdisjoint(b.things | b.told_words)


def _contests_another_deed(a: Linked, b: Linked) -> bool:
    """Whether ``a`` denies, owns up to or leaves open, in a clause, what ``b`` says of nobody: "the
    president had resigned", "the president had a stroke"; or what its own party would have done,
    of which ``b`` tells neither that nor the party: "denied firing the missile", "a missile hit
    the school"; or confirms what it tells with a verb that ``b`` has not: "had argued with her",
    "had killed her".

    In annotated articles one such pair in thirty is on one claim, of the second kind one in
    seventy, of the third one in 27.
    """
    if not (a.contests_a_clause and a.has_own_words and b.has_own_words) or b.is_contested:
        return False
    if a.position.stance is Stance.DOUBTS or not (told := a.predicate - _LIGHT):
        return False
    if _ANY.search(a.words):
        return False  # "denies that it has sent any arms", of "it ships rockets"
    theirs = b.wording | b.quote | b.told_words
    if told.isdisjoint(theirs):
        return True
    if a.position.stance is Stance.CONFIRMS and a.verb.isdisjoint(theirs | _kin_to(theirs)):
        return True
    own = a.position.voice.opens(a.position.claim) and not _has_its_verb(a, b)
    of_them = b.tells_of(a.position.voice) and not _is_of_their_kin(a, b)
    return own and len(told & theirs) < _SOME and not of_them


def _is_of_their_kin(a: Linked, b: Linked) -> bool:
    """Whether ``b`` tells of the party of ``a`` only as whose kin somebody is: "accounts opened for
    the family of Orr"."""
    claim = _KIN_OF.sub("", b.position.claim)
    lasts = {name.split()[-1] for name in a.position.voice.names}
    return claim != b.position.claim and not any(stands_whole(last, claim) for last in lasts)


_KIN_OF = Sought(
    r"\b(?:family|relatives|wife|husband|sons?|daughters?|brothers?|sisters?|children|friends?|"
    r"aides?|associates?) of (?:[A-Z][\w'’.-]* ?)+"
)


def _has_its_verb(a: Linked, b: Linked) -> bool:
    """Whether ``b`` tells what ``a`` does with its verb: of "supplied weapons" a "shipment" has it
    only by the sense, and is of somebody else's deed."""
    if a.verb.isdisjoint(b.wording | b.quote | b.told_words):
        return False
    if not a.verb.isdisjoint(b.verb):
        return True
    done = f"{split_subject(a.position.claim)[1]} {a.words}".lower().split()
    begun = tuple(word[:_STEM] for word in done if claim_key(word) == a.verb)
    told = f"{b.position.claim} {b.words} {b.told}".lower().split()
    return any(word.startswith(begun) for word in told)


_STEM = 3
"""Letters that a verb and its noun share: "shelled" and "shelling", "paying" and "payments"."""
_ANY = re.compile(r"\b(?:has|have|had) (?:ever )?\w+ any\b", re.I)
"""Words of who denies that anything of the kind ever was."""
_SOME = 2
"""Words shared from which two tell of one thing in other words: "caused six deaths", "six died"."""


def _kin_to(words: Key) -> Key:
    """How else it is told that somebody is dead or hurt, where the words tell so."""
    return frozenset().union(*(kin for kin in (DEAD, HURT) if kin & words))


_INVOLVED = re.compile(r" (?:was|were) involved in ")


def _denies_its_own(a: Linked, b: Linked) -> bool:
    """Whether ``a`` denies by a noun what its own party knew or had to do with, and ``b`` tells
    nothing of that party: "denied any knowledge of the drugs", "drugs were found in the car"."""
    if b.is_contested or not (b.has_own_words and a.position.stance is Stance.DENIES):
        return False
    own = a.position.voice.opens(a.position.claim) and not a.position.points
    return own and bool(_HAS_PART.search(a.position.claim)) and not b.tells_of(a.position.voice)


_HAS_PART = Sought(
    r" (?:knew of|ha(?:s|ve|d) links to|(?:is|are|was|were) (?:interested|involved) in) "
    r"(?!(?:it|this|that|them)\b)"
)
"""What somebody has or knows, as ``wording.stating`` tells it of a noun."""


def _doubts_more_of_it(a: Linked, b: Linked) -> bool:
    """Whether ``a`` doubts, in a clause, something else of the same subject than ``b`` tells: "the
    vaccine is unsafe", "no evidence that the vaccine caused deaths"."""
    doubts = a.position.stance is Stance.DOUBTS and a.contests_a_clause and a.has_own_words
    if not doubts or b.is_contested or not b.has_own_words or not (a.predicate and b.predicate):
        return False
    theirs = b.wording | b.quote | b.told_words
    same = subject_of(a.position.claim) == subject_of(b.position.claim)
    return same and a.predicate.isdisjoint(theirs) and b.predicate.isdisjoint(a.wording | a.quote)


def _leaves_out_else(a: Linked, b: Linked) -> bool:
    """Whether ``a`` denies, in so many words as "it was not", what ``b`` hardly speaks of."""
    left_out = LEFT_OUT in a.position.features and a.has_own_words
    return left_out and not b.is_contested and b.has_own_words and hardly_share(a, b)


def _tells_it_whole(a: Linked, b: Linked) -> bool:
    """Whether ``a`` denies that something was done to what ``b`` tells is "untouched": that is no
    denial of what ``b`` tells."""
    denies = gold_value(a.position.stance) == "denies" and a.has_own_words and b.holds_true
    return denies and bool(_WHOLE.search(b.position.claim)) and not _WHOLE.search(a.position.claim)


_WHOLE = Sought(
    r"\b(?:untouched|unharmed|unhurt|uninjured|unscathed|undamaged|unaffected|unchanged|intact)\b",
    re.I,
)


def _deny_two_things(a: Linked, b: Linked) -> bool:
    """Whether both deny, in words of their own that have none in common: "it did not spread", "the
    alarm had not gone off". In annotated articles one such pair in seven is on one claim, and not
    one of those that the scores put together."""
    both = all(e.position.stance is Stance.DENIES and e.has_own_words for e in (a, b))
    if not both:
        return False
    apart = _denies_of_itself(a) and _denies_of_itself(b)  # each clears itself
    return a.wording.isdisjoint(b.wording) or (
        apart and not same_voice(a.position.voice, b.position.voice)
    )


def _denies_of_itself(a: Linked) -> bool:
    """Whether what a party denies is what it, or somebody of its own, would have done."""
    claim = a.position.claim
    own = claim.split(" ", 1)[0].lower() in POSSESSIVES
    return own or a.position.voice.opens(claim)


def _leaves_open_its_own(a: Linked, b: Linked) -> bool:
    """Whether ``a`` takes no position, and ``b`` is what its own party put forward: that is not
    what it leaves open. In annotated articles one such pair in thirty is on one claim."""
    leaves = a.position.stance in WITHHELD
    told = leaves and not b.is_contested and b.has_own_words
    # "officials" may be others than "an official", who are one voice elsewhere
    mine = a.position.voice.party == b.position.voice.party != NOBODY.party
    return told and mine


def leaves_open_else(a: Linked, b: Linked) -> bool:
    """Whether ``a`` leaves open, in a clause, what ``b`` does not tell of the same subject: "could
    not say whether the drones had been armed", "two drones were shot down".

    In annotated articles three such pairs of 118 are on one claim.
    """
    leaves = a.position.stance in WITHHELD and a.contests_a_clause
    if not (leaves and a.has_own_words and b.has_own_words) or b.is_contested:
        return False
    told = a.things - _LIGHT - {subject_of(a.position.claim)}
    return bool(told) and told.isdisjoint(b.wording | b.quote | b.told_words)


def _confirms_else(a: Linked, b: Linked) -> bool:
    """Whether ``a`` confirms, in a clause, what shares a third at most with what ``b`` tells.

    In annotated articles one such pair in fourteen is on one claim.
    """
    confirms = a.contests_a_clause and a.position.stance is Stance.CONFIRMS
    told = not b.is_contested and b.has_own_words
    return confirms and a.has_own_words and told and hardly_share(a, b)


def contests_else(a: Linked, b: Linked) -> bool:
    """Whether one of the two contests, in a clause, what the other says nothing of, or hardly
    anything where it confirms or the other contests a clause, too."""
    if a.contests_a_clause and b.contests_a_clause and hardly_share(a, b):
        return True
    if _confirms_else(a, b) or _confirms_else(b, a):
        return True
    return _contests_a_clause(a, b) or _contests_a_clause(b, a)


def _contests_a_truth(a: Linked, b: Linked) -> bool:
    """Whether ``a`` contests that something is authentic, valid or accurate, and ``b`` tells of
    something else: "the letter is authentic", "there were fresh attacks"."""
    if b.is_contested or not (a.is_contested and b.has_own_words):
        return False
    return tells_truth(a.position.claim) and not tells_of_truth(b.position.claim)


def _denies_another_clause(a: Linked, b: Linked) -> bool:
    """Whether ``a`` denies, in a clause, what ``b`` tells neither with its subject or verb nor with
    more than two fifths of its words: "clerks had been told not to count the sick", "86 people fell
    sick"."""
    if a.position.stance is not Stance.DENIES or not (a.contests_a_clause and a.has_own_words):
        return False
    if b.is_contested or not b.has_own_words or _ANY.search(a.words):
        return False
    own = a.position.voice.opens(a.position.claim)
    if len(a.things) < _AT_LENGTH - own or a.verb <= _LIGHT or a.figures & b.figures:
        return False
    theirs = b.wording | b.quote | b.told_words
    theirs |= _kin_to(theirs)
    subject, of = subject_of(a.position.claim), b.wording | b.told_words
    same = subject == subject_of(b.position.claim) if own else subject in of
    if same or not a.verb.isdisjoint(theirs):
        return False
    return _IS_SOMETHING.search(a.position.claim) is None and 5 * len(a.things & theirs) <= 2 * len(
        a.things
    )


def _is_of_other_pronoun(a: Linked, b: Linked) -> bool:
    """Whether both are of a pronoun that nobody was put in for, and share no more than a word, some
    sentences apart: "they voted for us", "none of them had been used to vote"."""
    if not (a.has_own_words and b.has_own_words) or b.is_contested:
        return False
    openings = {each.position.claim.split(" ", 1)[0].lower() for each in (a, b)}
    far = abs(a.position.sentence - b.position.sentence) > 1
    return far and openings <= _PRONOUNS and len(a.things & b.things) <= 1


_PRONOUNS = frozenset(["they", "them", "it", "he", "she", "some", "all", "one"])
_IS_SOMETHING = Sought(r" (?:is|are|was|were|be|been) (?:an?|the|his|her|its|their) ")
"""What something is, which is told with no verb as well: "her husband, Orr"."""
_AT_LENGTH = 4
"""Words of a clause, but for names, that tell enough to be held against others."""

_CONTESTS_ANOTHER = (
    _leaves_open_its_own, _leaves_out_else, leaves_open_else, _tells_it_whole, _denies_a_deed,
    _denies_something_else, _says_it_is_not, _contests_another_deed, _denies_its_own,
    _doubts_more_of_it, _contests_a_truth, _denies_another_clause, _is_of_other_pronoun,
)  # fmt: skip
"""What one contests that the other never tells."""


def contests_another(a: Linked, b: Linked) -> bool:
    """Whether what one of the two contests never is what the other tells or contests."""
    if a.is_contested and b.is_contested:
        return _deny_two_things(a, b)
    if not (a.is_contested or b.is_contested):
        return False
    contest, told = (a, b) if a.is_contested else (b, a)
    return any(contests(contest, told) for contests in _CONTESTS_ANOTHER)
