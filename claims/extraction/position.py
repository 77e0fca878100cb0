"""A position as the rules read it, before claims of the document are joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from claims.extraction.cues.holding_back import HELD_BACK
from claims.extraction.cues.idioms import IDIOM
from claims.extraction.cues.objecting import OBJECTS
from claims.extraction.cues.taking_back import TAKEN_BACK
from claims.extraction.text.inflect import forms_of
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.sought import Sought
from claims.extraction.voice import Voice
from claims.model import UNATTRIBUTED, Commitment, Mode, Stance

WITHHELD = frozenset({Stance.NEITHER, Stance.DECLINES})
"""Stances of who takes no position on what others put forward."""
REJECTING = frozenset({Stance.DENIES, Stance.DOUBTS})
"""Stances of who does not take it for true."""
CONTESTED = frozenset(
    {Stance.DENIES, Stance.DOUBTS, Stance.NEITHER, Stance.DECLINES, Stance.CONFIRMS}
    | {Stance.NO_RESPONSE}
)
"""Stances on what others put forward."""
CALLED_FALSE = "called_false"
"""The feature of a position that says of a report, in so many words, that it is false."""
VERDICT = OBJECTS
"""The feature of a position on what was told last, which it leaves out: "contests that", "pure
invention"."""
RATED = "rated"
"""The feature of one that says of it what is said of a plan, too: "absurd"."""
OUTRIGHT = "outright"
"""The feature of a position that leaves open or admits something in so many words."""
OWNED_UP = "owned_up"
"""The feature of a position by who admits that something is so: "conceded that it had sunk"."""
PUT_FORWARD = "put_forward"
"""The feature of a position that tells a report, named as one: "repeated his claim that P"."""
CONTRADICTED = "contradicted"
"""The mark of what somebody told of which the sentence tells the opposite: "Contrary to what Orr
said, the mill was not sold"."""
REJOINDER = "rejoinder"
"""The feature of a position on what was told just before it: "..., which Lima denies"."""
CHANGED = "changed"
"""The feature of a position by who took the opposite one, too, in the same sentence."""
RELATIVE = "relative"
"""The feature of a position on what is told of a noun in a relative clause."""
BESIDE = "beside"
"""The feature of a denial of a clause beside what its sentence tells."""
CHECKED = "checked"
"""The feature of a position that stands under the label of a fact-check."""
OWN_VERDICT = "own_verdict"
"""The feature of what whoever writes calls false in their own voice, and of that denial."""
HEADLINE = "headline"
"""The feature of a position by whom a headline is about."""
GOES_ON = "goes_on"
"""The feature of what is told behind who said something else: "it sank, Lima said, and had"."""
ADDED = "added"
"""The feature of one that tells what somebody says besides: "..., adding that P"."""
SAID_TOO = "said_too"
"""The feature of what somebody tells by a second verb: "confirmed the sale, but said that P"."""
ACCUSED_BY = "accused_by"
"""The feature of one that tells who accuses whom, in so many words: "accused by Lima of it"."""
ADMITTED = "admitted"
"""The feature of one that owns up to something by a noun of its own: "admitted two thefts"."""
AGAINST = "against"
"""The mark of a cue by which somebody tells "not P" contrary to what others report."""
LEFT_OUT = "left_out"
"""The feature of a denial that leaves out what it denies: "admitted that it was not"."""
PLAIN = frozenset(
    {LEFT_OUT, CALLED_FALSE, CHECKED, ACCUSED_BY, HELD_BACK, TAKEN_BACK, RELATIVE, OWN_VERDICT}
)
"""Features of positions that can be nothing else."""
SAID = {"said=declines": Stance.DECLINES, "said=confirms": Stance.CONFIRMS}
"""The features of positions whose words say so by themselves: "I won't talk about it", "there is
no reason to doubt it"."""
SAID_PLAINLY = frozenset(
    [PUT_FORWARD, REJOINDER, CHANGED, ADDED, GOES_ON, HEADLINE, IDIOM, VERDICT, AGAINST, *SAID]
    + [f"lemma={word}" for word in ("guilty", "innocence", "title", "draw", "comment")]
)
"""Features of positions that the rules are right in, whatever the reader makes of them: a plea,
a headline, "no comment" and its like, what is added."""
NOBODY = Voice(UNATTRIBUTED, None, (), anonymous=True, confidence=0.6, vague=True)
OPINION_CUES = word_set("position_opinion_cues")
"""Verbs that say what somebody takes to be so."""
_TAKING_BACK = frozenset(
    [TAKEN_BACK, "lemma=withdrawn", "lemma=taken back"]
    + [
        f"lemma={form}{rest}"
        for verb, rest in (
            ("retract", ""),
            ("recant", ""),
            ("withdraw", ""),
            ("disown", ""),
            ("take", " back"),
            ("walk", " back"),
            ("row", " back on"),
            ("back", " away from"),
            ("stand", " by"),
        )
        for form in forms_of(verb)
    ]
)
"""The rules' marks of cues by which a party takes back what it put forward itself."""
_POSSIBLE = Sought(r"\b(?:may|might|could|possibly|perhaps|potentially)\b", re.I)
_PROBABLE = Sought(
    r"\b(?:likely|probably|presumably|appear(?:s|ed)? to|seem(?:s|ed)? to|believed to|"
    r"look(?:s|ed)? like)\b",
    re.I,
)


@dataclass(slots=True)
class Position:
    """A voice's stance with its worded claim; ``points`` when it is on an earlier claim.

    ``start`` and ``end`` are offsets into the document; ``sentence`` is a sentence's index.
    """

    sentence: int
    start: int
    end: int
    voice: Voice
    stance: Stance
    claim: str
    points: bool
    mode: Mode
    commitment: Commitment
    confidence: float = 0.5
    features: tuple[str, ...] = ()
    """What the confidence rests on."""
    reasons: list[str] = field(default_factory=list)
    when: tuple[str, ...] = ()
    """The words at the cue that tell the day, if any do."""
    key: str = ""
    """What tells the claim apart, where the wording repeats another claim."""


def is_plain(position: Position) -> bool:
    """Whether the rules' position can be nothing else, whatever the reader makes of its words: by a
    feature of ``PLAIN``, or as somebody "would neither confirm nor deny", "did not deny",
    "refused to rule out", "retracted", "does not believe" or "never doubted" it."""
    if not PLAIN.isdisjoint(position.features):
        return True
    if position.stance is Stance.DOUBTS and not _SCEPTICAL.isdisjoint(position.features):
        return True
    if position.stance is Stance.DOUBTS and "negated" in position.features:
        return not _OPINION.isdisjoint(position.features)
    if position.stance is Stance.ALLEGES:
        return _NOT_DOUBTED.issubset(position.features)
    if position.stance is Stance.DENIES:
        return not _RETRACTS.isdisjoint(position.features)
    if position.stance is not Stance.NEITHER:
        return False
    open_still = not _NOT_RULED_OUT.isdisjoint(position.features)
    return open_still or _NOT_DENIED.issubset(position.features)


def tells_of_what(position: Position) -> bool:
    """Whether it calls reports false by the name of what they are of: "said reports of a crash were
    false", that "There is a crash."."""
    return CALLED_FALSE in position.features and position.claim.startswith(
        ("There is ", "There are ")
    )


_SCEPTICAL = frozenset(
    f"lemma={word}"
    for word in ("sceptical", "skeptical", "unconvinced", "doubtful", "convinced", "persuaded",
                 "buying")
)  # fmt: skip
_OPINION = frozenset(["lemma=believe", "lemma=think"])
_NOT_DENIED = frozenset(["lemma=deny", "negated"])
_NOT_DOUBTED = frozenset(["lemma=doubt", "negated"])
_RETRACTS = frozenset(["lemma=retract", "lemma=recant"])
_NOT_RULED_OUT = frozenset(
    f"lemma={form}{it} out" for form in forms_of("rule") for it in ("", " it", " that", " this")
) | frozenset(
    f"lemma={form} {rest}"
    for verb in ("remain", "stay", "keep")
    for form in forms_of(verb)
    for rest in ("tight-lipped about", "tight-lipped on", "tight-lipped over", "mum about",
                 "mum on", "mum over", "coy about", "coy on")
)  # fmt: skip
"""What leaves it open in so many words: "would not rule it out", "kept mum about it"."""


def is_verdict(position: Position) -> bool:
    """Whether it says of what was told before what it is, and nothing of what that was."""
    return position.points and not _VERDICTS.isdisjoint(position.features)


_VERDICTS = frozenset([VERDICT, RATED])


def takes_back(position: Position) -> bool:
    """Whether a party takes back what it put forward itself: "withdrew that statement"."""
    denies = position.stance is Stance.DENIES
    return denies and not _TAKING_BACK.isdisjoint(position.features)


def final_stance(position: Position, stance: Stance) -> Stance:
    """The stance as it is told: who denies by taking back what they said retracts it."""
    taken_back = stance is Stance.DENIES and not _TAKING_BACK.isdisjoint(position.features)
    return Stance.RETRACTS if taken_back else stance


def commitment_of(words: str, lemma: str) -> Commitment:
    """How sure the words are: modal verbs and adverbs, or a verb of opinion."""
    if _POSSIBLE.search(words):
        return Commitment.POSSIBLE
    if _PROBABLE.search(words) or lemma in OPINION_CUES:
        return Commitment.PROBABLE
    return Commitment.CERTAIN


def same_voice(a: Voice, b: Voice) -> bool:
    """Whether two voices share a name (or are both nobody)."""
    if NOBODY.party in (a.party, b.party):
        return a.party == b.party
    left, right = (_keys(each.party, each.speaker, each.aliases) for each in (a, b))
    if left.words.isdisjoint(right.words):
        return False  # most pairs of voices
    return any(_is_part_of(x, y) or _is_part_of(y, x) for x in left.names for y in right.names)


def _is_part_of(one: _Name, other: _Name) -> bool:
    """Whether a name may be a shorter form of another: "Orr" of "Karl Orr", and "captain", but not
    "Navy", of "a retired navy captain"."""
    return one.words <= other.words and (not other.head or other.head in one.words)


class _Name(NamedTuple):
    words: frozenset[str]
    head: str
    """The noun for who has left whom they are called after, "captain"; "" of all others."""


class _Names(NamedTuple):
    names: tuple[_Name, ...]
    words: frozenset[str]
    """The words of them all."""


@lru_cache(maxsize=4096)
def _keys(party: str, speaker: str | None, aliases: tuple[str, ...]) -> _Names:
    """Each name that has any words."""
    found = (_key(name) for name in (party, speaker, *aliases) if name)
    names = tuple(name for name in found if name.words)
    return _Names(names, frozenset[str]().union(*(name.words for name in names)))


@lru_cache(maxsize=4096)
def _key(name: str) -> _Name:
    bare = name.replace("’s", "").replace("'s", "")
    words = [word.strip(".,") for word in bare.lower().split()]
    left = _LEFT.match(name) or _AGAINST.search(name) or _NO_MORE_THAN.match(name)
    return _Name(frozenset(words) - _SMALL, left["head"].lower() if left is not None else "")


_LEFT = re.compile(
    r"(?:an? )(?:former|retired|ex-?)(?: [a-z-]+)*? (?P<head>[a-z]+)"
    r"(?=$|,| (?:who|that|of|in|at|by|from|with|on|to|for)\b)",
    re.I,
)
"""Who has left whom they are called after: "a retired navy captain" is not the Navy."""
_AGAINST = re.compile(r" (?P<head>(?:critic|opponent|rival|dissident|defector|foe))\b", re.I)
"""Who is told of by whom they are against: "Kremlin critic Ada Orr" is not the Kremlin."""
_NO_MORE_THAN = re.compile(
    r"(?:(?:an?|the|one|another) )?(?:[\w-]+ )??(?P<head>[\w-]+) (?:close to|claiming to be) ", re.I
)
"""Who is told of by somebody they are not: "a source close to Ada Orr" is not Ada Orr."""
_SMALL = frozenset(["the", "a", "an", "mr", "mrs", "ms", "dr"])
