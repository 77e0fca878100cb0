"""Which claim an answer is on by the noun that it names: "the accusation", "the Cuban claim".

Whoever denies "the accusation" is on what they were accused of, however much else was told in
between; "the company's figures" are the company's, and "the merger" is what was told of merging.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claims.extraction.model.linking import apart, rejecting
from claims.extraction.model.linking.backdrop import Key
from claims.extraction.model.linking.deeds_named import tells_deed
from claims.extraction.model.linking.linked import Linked, looked_back
from claims.extraction.model.linking.several import NO_SUCH, told_figure, told_twice
from claims.extraction.position import same_voice
from claims.extraction.text.lexicon import load_lexicon, word_set
from claims.extraction.text.quality import split_subject
from claims.extraction.voice import Voice
from claims.extraction.wording.joining import claim_key, name_key
from claims.model import AFFIRMING, Stance

NEAR = 6
"""Sentences back in which an accusation or an event stands that is meant by its noun alone."""
_BACK = 30
"""Positions before an answer that are looked at."""

_CHARGE = re.compile(
    r"\b(?:the|those|these|this|that|all|any|such|both|his|her|their|its)(?: [\w-]+){0,2}? "
    r"(?:accusation|charge|allegation)s?\b"
    r"(?! (?:that|of|by|from|made|levell?ed|put|in|about|over)\b"
    r"| against (?!him\b|her\b|them\b|it\b|the \w+\W*$))",
    re.I,
)
_THAT_CHARGE = re.compile(r"\b(?:that|this) (?:[\w-]+ )?(?:accusation|charge|allegation)\b", re.I)
"""The one that was made last."""
_SAID = (
    r"(?:claim|accusation|allegation|statement|report|account|version|story|assertion|suggestion|"
    r"figure|number|estimate|tally|toll|finding|conclusion|result|explanation)s?"
)
_NOT_TOLD = r"\b(?! that\b)(?:(?<=version)|(?<=account)|(?<=story)|(?! of\b))"
"""No report of what is told there; "the minister's version of the call" is no other than his."""
_OWNED = re.compile(
    rf"\b(?:the )?(?:[\w-]+ ){{0,2}}?(?P<owner>[\w-]+)(?:['’]s|(?<=s)['’]) (?:[\w-]+ )??{_SAID}"
    rf"{_NOT_TOLD}"
    rf"|\b(?:the|that|this) (?P<adjective>(?-i:[A-Z])\w+) {_SAID}{_NOT_TOLD}"
    rf"|\b{_SAID} (?:(?:made|put forward|given|issued|published|levell?ed|raised) )?"
    r"(?:by|from) (?:the )?(?:[\w-]+ ){0,2}?(?P<agent>[\w-]+)"
    r"(?=\W*$| (?:as|were|was|had|and|but|saying|calling)\b|[,;])",
    re.I,
)
_FIGURES = re.compile(r"\b(?:figure|number|estimate|tally|toll)s?\b", re.I)
_LIGHT_VERB = re.compile(
    r"\b(?:made|making|gave|given|giving|issu(?:ed|ing)|had|having|held|holding|put|applied|"
    r"applying|receiv(?:ed|ing)|tak(?:en|ing)|carried out|carrying out|been) "
    r"(?:(?:any|an?|no)(?: such)?) (\w+)\W*$"
    r"|\b(?:an?|any|no|the|that|this)(?: such)? (\w+) (?:had|has) (?:ever )?"
    r"(?:been (?:\w+ed|made|given|held|taken|sent)|taken place)\W*$",
    re.I,
)
"""What says no more of a deed than its noun: "denied it had made any bid"."""
_OF_WHAT = re.compile(
    r"\b(?:the|that|this|those|these) (?P<of>[a-z][\w-]+) "
    r"(?:figure|number|claim|report|allegation|accusation|story|rumou?r|theory|estimate)s?\b"
    r"(?! (?:that|of)\b)"
)
"""A report by what it is of: "the yield figure"."""


def names_owner(words: str) -> bool:
    """Whether the words tell by a name whose claim or figures they are on: "the Post account"; by
    an adjective, "the Cuban claim", or a noun, they mean it surely."""
    match = _OWNED.search(words)
    if match is None:
        return False
    owner = match["owner"] or match["adjective"] or match["agent"]
    return owner[:1].isupper() and owner.lower() not in load_lexicon().demonyms


def find_meant(linked: Sequence[Linked], i: int) -> int | None:
    """The earlier position that tells what answer ``i`` is on by the noun it names; None where its
    words name none so, or nothing told before fits."""
    here = linked[i]
    if not here.is_contested:
        return None
    if not here.position.points:
        light = _LIGHT_VERB.search(here.words)
        return _done(linked, i, claim_key(light[1] or light[2])) if light is not None else None
    if here.asked_of is not None:
        return _told_by(linked, i, here.asked_of)
    if both := told_twice(linked, i):
        return both[0]
    of = _OF_WHAT.search(here.words)
    if of is not None and (told := _told_of(linked, i, claim_key(of["of"]))) is not None:
        return told
    owned = _OWNED.search(here.words)
    if owned is not None:
        return _put_forward_by(linked, i, owned)
    written = _CALLS_TEXT.search(here.words)
    if written is not None:
        return _told_in(linked, i, written["text"])
    if here.rejects_last and _THAT_CHARGE.search(here.words) is not None:
        just = next(iter(_near(linked, i, 1)), None)
        if just is not None:
            return just
    if _CHARGE.search(here.words) is not None:
        return _charged_with(linked, i)
    none = NO_SUCH.search(here.words)
    if none is not None:
        return _told_such(linked, i, claim_key(none[1]))
    if here.rates and rejecting.is_on_figure(here.words):
        return told_figure(linked, i)
    if here.thing is not None and here.thing.isdisjoint(REPORTS):
        return _done(linked, i, here.thing)
    return None


_CALLS_TEXT = re.compile(
    r"\b(?:call|brand|dismiss|describ|denounc|label|reject)(?:s|e[ds]?|ing|l?led|l?ling)? "
    r"(?:the|that|this) (?:[a-z-]+ )?"
    r"(?P<text>posts?|tweets?|leaflets?|flyers?|pamphlets?|posters?|letters?|e-?mails?|blogs?|"
    r"editorials?|columns?)\b"
    r"(?! (?:of|by|from|to|that|which)\b|\W+(?:as )?(?:an? )?(?:\w+ )?(?:forg|fake))",
    re.I,
)
"""Who calls a text a fabrication is on what that tells, whatever others said in between; of a
forgery it is not known whether what it tells is so."""


def _told_in(linked: Sequence[Linked], i: int, text: str) -> int | None:
    """What was told last by a text, as which it is the party, or which opens the words: "A post
    accusing Orr of theft"."""
    one = text.lower().removesuffix("s")
    opens = re.compile(rf"\W*(?:an?|the) (?:[\w-]+ ){{0,2}}?{re.escape(one)}s?\b", re.I)
    for j in _before(linked, i):
        told = linked[j]
        if opens.match(told.position.voice.party) or opens.match(told.words):
            return j
    return None


def _told_by(linked: Sequence[Linked], i: int, name: Key) -> int | None:
    """What was told last by a party of that name."""
    told = _before(linked, i)
    return next((j for j in told if _is_called(linked[j].position.voice.names, "", name)), None)


def told_of(linked: Sequence[Linked], i: int, thing: Key) -> int | None:
    """What another told last of a thing, by its noun or by a verb for it."""
    told = (j for j in _before(linked, i) if thing and not _NO.search(linked[j].position.claim))
    return next(
        (
            j
            for j in told
            if thing <= linked[j].wording or any(tells_deed(linked[j], n) for n in thing)
        ),
        None,
    )


_NO = re.compile(r"\b(?:no|not|never|neither|nobody|none)\b|n['’]t\b", re.I)


def is_elliptic(each: Linked) -> bool:
    """Whether what is contested has no word of its own: "was wrong to say that he did"."""
    return each.is_contested and not (each.position.points or each.wording or each.told)


def names_version(words: str) -> bool:
    """Whether the words are on somebody's version of what happened: "the minister's version of the
    call"."""
    return _VERSION.search(words) is not None


_VERSION = re.compile(r"['’]s? (?:version|account) of (?:the|events|what|how|this|that)\b", re.I)


def told_itself(linked: Sequence[Linked], i: int) -> int | None:
    """What the party of ``i`` put forward last."""
    voice = linked[i].position.voice
    for j in looked_back(i, _BACK):
        told = not linked[j].is_contested and linked[j].has_own_words
        if told and same_voice(voice, linked[j].position.voice):
            return j
    return None


def denies_another(linked: Sequence[Linked], i: int, j: int) -> bool:
    """Whether ``j`` tells "not P", and not of what who says ``i`` told themselves just before."""
    if not apart.says_not(linked[i], linked[j]):
        return False
    own, here = told_itself(linked, i), linked[i].position
    return own is None or here.sentence - linked[own].position.sentence > _JUST_TOLD


_JUST_TOLD = 3
"""Sentences back in which stands what somebody's denial answers."""
REPORTS = claim_key(" ".join(word_set("report_nouns")))
"""What names what somebody said, and not what was done."""


def _done(linked: Sequence[Linked], i: int, thing: Key) -> int | None:
    """What was told shortly before of the deed that a noun names: "the merger" of "would merge";
    None where a claim has the noun itself."""
    here = linked[i]
    told = []
    for j in looked_back(i, _BACK):
        if here.position.sentence - linked[j].position.sentence > NEAR:
            break
        tells = linked[j].has_own_words and linked[j].position.stance in AFFIRMING
        if tells and not same_voice(here.position.voice, linked[j].position.voice):
            told.append(j)
    if any(thing <= linked[j].wording for j in told):
        return None
    named = name_key(here.position.claim)  # "the shooting at Arlo": no other one
    told = [j for j in told if named <= linked[j].wording | linked[j].quote]
    return next((j for j in told if any(tells_deed(linked[j], noun) for noun in thing)), None)


def _told_of(linked: Sequence[Linked], i: int, thing: Key) -> int | None:
    """What another told of a thing shortly before, where not all of it is of that."""
    near = _near(linked, i, NEAR)
    found = [j for j in near if thing and thing <= linked[j].wording]
    return found[0] if found and len(found) < len(near) else None


def _told_such(linked: Sequence[Linked], i: int, thing: Key) -> int | None:
    """What another told last of a thing of which there was "no such", by its noun or a verb; or
    told just before, in whatever words."""
    for j in _near(linked, i, NEAR):
        if thing <= linked[j].wording or any(tells_deed(linked[j], noun) for noun in thing):
            return j
    return next(iter(_near(linked, i, 1)), None)


def _near(linked: Sequence[Linked], i: int, most: int) -> list[int]:
    """What others put forward at most so many sentences before an answer, the nearest first."""
    here = linked[i].position.sentence
    return [j for j in _before(linked, i) if here - linked[j].position.sentence <= most]


def _before(linked: Sequence[Linked], i: int) -> Iterator[int]:
    """The positions before an answer that put something forward, another's, the nearest first."""
    for j in looked_back(i, _BACK):
        if apart.answers(linked[i], linked[j]):
            yield j


def _charged_with(linked: Sequence[Linked], i: int) -> int | None:
    """What the party of ``i`` is told to have done; where nothing is told of it, and what was told
    last is of nobody, the last that somebody was accused of."""
    here = linked[i]
    told = list(_before(linked, i))
    for j in told:
        if here.position.sentence - linked[j].position.sentence > NEAR:
            break
        just = j == told[0] and linked[j].tells_of(here.position.voice)
        if just or _lays_it_to(linked[j], here.position.voice):
            return j
    denied = _denied_of(linked, i)
    if denied is not None or not told or _is_of_somebody(linked[told[0]]):
        return denied
    near = (j for j in told if here.position.sentence - linked[j].position.sentence <= NEAR)
    return next((j for j in near if not _ACCUSED.isdisjoint(linked[j].position.features)), None)


def _denied_of(linked: Sequence[Linked], i: int) -> int | None:
    """What another just denied that names the party of ``i``: the embassy that "dismissed the
    allegation" is on what the minister denied to have had from its state."""
    here = linked[i]
    for j in looked_back(i, _BACK):
        told = linked[j]
        if here.position.sentence - told.position.sentence > NEAR:
            return None
        denied = told.position.stance is Stance.DENIES and told.has_own_words
        other = denied and not same_voice(here.position.voice, told.position.voice)
        if other and _names(told.position.claim, here.position.voice):
            return j
    return None


_ACCUSED = frozenset(f"lemma={verb}" for verb in ("accuse", "blame", "allege", "charge"))
"""The rules' marks of an accusation in so many words."""


def _is_of_somebody(told: Linked) -> bool:
    """Whether the subject of what is told has a name."""
    subject = split_subject(told.position.claim)[0]
    return not name_key(told.words).isdisjoint(claim_key(subject))


def _lays_it_to(told: Linked, voice: Voice) -> bool:
    """Whether ``told`` accuses a party, or is of what it does."""
    claim = told.position.claim
    if rejecting.accuses(told.words) and (told.tells_of(voice) or _names(claim, voice)):
        return True
    subject, said = split_subject(claim)
    return bool(subject) and _names(subject, voice) and _SUFFERED.match(said) is None


_SUFFERED = re.compile(
    r"(?:(?:is|are|was|were) (?!(?:\w+ly )?(?:guilty|involved|behind|responsible|complicit|"
    r"negligent|corrupt|lying|hiding)\b)|(?:has|have|had) (?:been|no|an?|the|\d\S*)\b|"
    r"(?:will|would)\b)",
    re.I,
)
"""The start of what nobody is charged with: what somebody is, has, was done to or will do."""


def _names(text: str, voice: Voice) -> bool:
    """Whether a text names a party: by a name, or a government by its state."""
    words = _name_words(text)
    names = _own_names(voice)
    own = voice.name.split()
    if voice.person and all(word[:1].isupper() for word in own):
        names = (*names, own[-1])
    return any(key and key <= words for key in _keys_of(names))


def _put_forward_by(linked: Sequence[Linked], i: int, match: re.Match[str]) -> int | None:
    """What was put forward last by whose claim or figures ``match`` names."""
    owner = match["owner"] or match["adjective"] or match["agent"]
    state = load_lexicon().demonyms.get(owner.lower())
    key = claim_key(state or owner)
    if _ACCOUNT.search(match[0]) and _has_denied(linked, i, owner, key):
        return None  # whose account it is denied something: that, and no other word of theirs
    told = list(_before(linked, i))
    theirs = [j for j in told if _is_called(_own_names(linked[j].position.voice), owner, key)]
    theirs = theirs or [j for j in told if _is_called(linked[j].position.voice.aliases, owner, key)]
    if _FIGURES.search(match[0]):
        counted = [j for j in theirs if linked[j].figures]
        theirs = counted or theirs
    if _ACCUSATION.search(match[0]):
        charges = [j for j in theirs if not _ACCUSED.isdisjoint(linked[j].position.features)]
        theirs = charges or theirs
    return theirs[0] if theirs else None


_ACCUSATION = re.compile(r"\b(?:accusation|charge)s?\b", re.I)
_ACCOUNT = re.compile(r"\b(?:account|version|story|explanation)\b", re.I)


def _has_denied(linked: Sequence[Linked], i: int, owner: str, key: Key) -> bool:
    """Whether a denial is the last that was told of somebody."""
    before = linked[max(0, i - _BACK) : i]
    theirs = [each for each in before if _is_called(_own_names(each.position.voice), owner, key)]
    return bool(theirs) and theirs[-1].position.stance is Stance.DENIES


def _own_names(voice: Voice) -> tuple[str, ...]:
    """What a voice is called where it speaks."""
    names = (voice.party, voice.speaker, voice.mention)
    return () if voice.vague else tuple(name for name in names if name)


def _is_called(names: Sequence[str], owner: str, key: Key) -> bool:
    """Whether the one word by which a claim's owner is told is of the names: "Cuba" of "Cuban",
    "the company" of a drugmaker."""
    if key and any(key <= _name_words(name) for name in names):
        return True
    if owner.lower() not in _COMPANY:
        return False
    return any(not _firms().isdisjoint(name.lower().split()) for name in names)


_COMPANY = frozenset(["company", "firm", "business", "manufacturer", "maker"])


@lru_cache(maxsize=1)
def _firms() -> Key:
    """Words by which a company is told what it is, or that stand in its name."""
    return word_set("names_of_firms") | _COMPANY | word_set("answering_makers")


@lru_cache(maxsize=4096)
def _name_words(text: str) -> Key:
    """The content words of a text, and of the states that its adjectives name: of "Cuban", "Cuba",
    too."""
    return claim_key(text) | claim_key(" ".join(_states_in(text.lower().split())))


@lru_cache(maxsize=4096)
def _keys_of(names: tuple[str, ...]) -> tuple[Key, ...]:
    """The words of each name; of a state's government, those of the state alone."""
    found = []
    for name in names:
        words = name.lower().split()
        office = not word_set("answering_offices").isdisjoint(words)
        states = _states_in(words) if office else []
        found += [claim_key(name), *(claim_key(state) for state in states)]
    return tuple(found)


def _states_in(words: Sequence[str]) -> list[str]:
    """The states that adjectives among the words name: "Cuba" of "cuban"."""
    demonyms = load_lexicon().demonyms
    return [demonyms[word] for word in words if word in demonyms]
