"""What somebody contests by a name that nobody told of: "ruled out a toll", "reports of a leak were
unfounded", beside a bridge and a fire.

Such a stance has no words but that name, and is much like any other by what stands around it: it
went to what the text turns on. But who rules out a toll does not deny that there will be a bridge;
and who calls a list a forgery does not deny that somebody has it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.model.linking.backdrop import Key
from claims.extraction.model.linking.deeds_named import tells_deed
from claims.extraction.model.linking.linked import Linked, looked_back
from claims.extraction.model.linking.tellings import tell_genuine
from claims.extraction.position import NOBODY, REJECTING, same_voice
from claims.extraction.text.articles import put_article
from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.nouns import are_many
from claims.extraction.text.quality import has_finite
from claims.extraction.text.whole_words import stands_whole
from claims.extraction.wording.joining import claim_key
from claims.extraction.wording.ruled_out import RULED_OUT
from claims.extraction.wording.truth_of import genuine_thing, tells_of_truth
from claims.model import Stance

_A_THING = re.compile(
    r"There (?P<be>is|are) (?P<an>an? |any |no )?"
    r"(?P<thing>(?P<first>[A-Za-z][\w-]*)(?: [\w'’£$€,-]+)*)\.$"
)
_PHRASE = re.compile(r"An? [a-z][\w-]*(?: [a-z][\w-]*){0,4}\.$")
_HEAD_ENDS = re.compile(
    r" (?:of|in|on|at|to|for|from|with|by|between|against|about|over|into|after|before|during|"
    r"under|that|which|who|as)\b"
)
_DEFINITE = frozenset(
    ["the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "he",
     "she", "it", "they", "such", "what", "who", "why", "how", "when", "where", "all", "both"]
)  # fmt: skip
_OWNERS = frozenset(["his", "her", "its", "their", "our", "my"])
_REPORTS = (
    r"\b(?:reports?|claims?|rumou?rs?|allegations?|accusations?|suggestions?|talk|speculation) of"
    r"(?: an?| any)?"
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|rul(?:e|es|ed|ing) out|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?) "
    r"(?:any |all )?[a-z][\w-]*(?: [a-z-]+)?\W*$"
)
_RULES_OUT = re.compile(r"\brul(?:e|es|ed|ing) out\b", re.I)
_TO_COME = frozenset(["imminent", "looming", "impending", "pending", "possible", "upcoming"])
"""What is not yet, and may be."""
_FEW = 2
"""Words of a thing that is denied with no article: "denied sabotage"."""
_WHATEVER = frozenset(
    ["wrongdoing", "misconduct", "involvement", "responsibility", "guilt", "liability", "malice",
     "impropriety", "negligence", "knowledge", "fault", "blame", "complicity", "connection",
     "link", "links", "ties", "role", "part", "merit", "basis", "truth", "substance", "evidence",
     "proof", "question", "questions", "answer", "comment", "interview", "interviews", "request",
     "requests", "detail", "details", "reason", "reasons", "doubt", "need", "plan", "plans",
     "move", "step", "deal", "problem", "risk", "danger", "threat", "change", "intention",
     "possibility", "such", "scenario", "option", "thing", "contact", "investigation", "inquiry",
     "probe", "operation", "commentary", "estimate", "number", "finding", "ban", "rise",
     "presence", "access", "figure", "policy", "use", "way", "case", "matter", "issue",
     "discussions", "talks", "offence", "crime", "charge", "offer", "article", "video", "photo",
     "image", "picture", "mistake", "error", "misunderstanding", "oversight", "lapse"]
)  # fmt: skip
"""What is of whatever was told, or may be in other words: "denied wrongdoing", "denied a plan"."""
_FINDERS = frozenset(
    ["police", "investigators", "detectives", "officers", "doctors", "coroner", "pathologist",
     "prosecutors", "prosecutor", "firefighters", "inspectors", "scientists", "experts", "brigade"]
)  # fmt: skip
"""Who rules out what may have been, and not what may come."""
_AROUND = 60
"""Positions on each side among which somebody may tell of a thing."""
_LONG = 7
"""Words of a name that is more than one."""


def settle_new(text: str, linked: Sequence[Linked]) -> None:
    """Each position on a thing of which no other tells, on that alone; with whatever rumour of it
    stands in the same words: "dismissed reports of a collision"."""
    for at, each in enumerate(linked):
        if not each.is_contested or each.position.key:
            continue
        genuine = genuine_thing(text, each.position.start, each.position.end)
        if genuine and not _is_truth_told(linked, at):
            _put_on(each, genuine)
            continue
        if _calls_it_forged(each) and _is_only_had(linked, at):
            _put_on(each, tell_genuine(each.position.claim))
            continue
        named = _name_thing(each)
        if named is None:
            continue
        claim, thing = named
        near = linked[max(0, at - _AROUND) : at + _AROUND]
        same = [other for other in near if other is each or _rumours(other, each, thing)]
        if not _is_told(near, each, same, thing):
            for other in same:
                _put_on(other, claim)


def _is_truth_told(linked: Sequence[Linked], at: int) -> bool:
    """Whether another told before that something is a forgery, or genuine: an answer is on that."""
    return any(tells_of_truth(linked[j].position.claim) for j in looked_back(at, _BACK))


def _calls_it_forged(each: Linked) -> bool:
    """Whether somebody says of the one thing that was told of that it is a forgery."""
    denies = each.position.stance is Stance.DENIES and each.thing is not None
    return denies and _FORGED.search(each.words) is not None


def _is_only_had(linked: Sequence[Linked], at: int) -> bool:
    """Whether the last that another told of the thing is that they have it: "had a list". Who calls
    that a forgery denies what it shows, and not that they have it."""
    here = linked[at]
    thing = here.thing or Key()
    for j in looked_back(at, _BACK):
        told = linked[j]
        if thing <= told.wording and not same_voice(told.position.voice, here.position.voice):
            had = _HAD.search(told.position.claim)
            return had is not None and thing <= claim_key(had[0])
    return False


_BACK = 8
"""Positions before one that are looked at."""
_FORGED = re.compile(
    r"\b(?:is|are|was|were|called the \w+|as) (?:an? )?[\"“‘']?(?:\w+ )?"
    r"(?:forger(?:y|ies)|forged|fakes?|fabrications?|fabricated|hoax(?:es)?|bogus)\b",
    re.I,
)
_HAD = re.compile(
    r" (?:has|have|had|holds?|held|owns?|owned|obtained|possess(?:es|ed)?|received|got) "
    r"(?:an?|the|this|some|\d+) (?:[\w-]+ ){0,2}?[\w-]+\b(?= of\b| that\b| which\b| with\b|\.$)"
)


def _put_on(each: Linked, text: str) -> None:
    each.take(replace(each.position, claim=text, key=text, points=False))
    each.wording = claim_key(text)
    each.__dict__.pop("thing", None)


def _rumours(other: Linked, each: Linked, thing: Key) -> bool:
    """Whether nobody is named for the thing where a position contests it."""
    here, there = each.position, other.position
    meets = there.start < here.end and here.start < there.end
    return meets and there.voice.party == NOBODY.party and thing <= other.wording


def _name_thing(each: Linked) -> tuple[str, Key] | None:
    """The sentence that there is the one thing that a position is on, and the stems of its words;
    None where it names none, or one that may be whatever was told."""
    claim = each.position.claim
    acts = any(map(may_be_past, claim.rstrip(".").lower().split(" ")))
    if _PHRASE.match(claim) and not (acts or has_finite(claim)):
        claim = f"There is {claim[:1].lower()}{claim[1:]}"
    match = _A_THING.match(claim)
    if match is None or not _may_be_new(each, match):
        return None
    thing = match["thing"][:1].lower() + match["thing"][1:]
    named = _HEAD_ENDS.split(thing, maxsplit=1)[0].lower()
    words = named.split(" ")
    generic = word_set("report_nouns") | word_set("hoax_words") | _WHATEVER
    if not _OWNERS.isdisjoint(thing.lower().split(" ")):
        return None  # whose is not told
    if words[-1] in generic or has_finite(claim.split(" ", 2)[2]) or len(words) > _LONG:
        return None
    was = "were" if match["be"] == "are" or are_many(named) else "was"
    was = match["be"].lower() if not _TO_COME.isdisjoint(words) else was
    be = "will be" if _is_to_come(each, match) else was
    article = (match["an"] or "").replace("any ", "").replace("no ", "")
    headline = each.position.sentence == 0 and not article and be != "are"
    told = put_article(thing) if headline else thing
    return f"There {be} {article}{told}.", claim_key(named)


def _may_be_new(each: Linked, match: re.Match[str]) -> bool:
    """Whether what is there may be a thing that was not told of: "a toll", "sabotage" in "denied
    sabotage" or "rumours of sabotage"; no name, and no "estimate" that nobody would give."""
    stance, first = each.position.stance, match["first"]
    thing = first[:1].lower() + first[1:]
    definite = first.lower() in _DEFINITE
    if stance is Stance.CONFIRMS or definite or not stands_whole(thing, each.words):
        return False
    if re.search(rf"{_REPORTS} (?:\w+ )?{re.escape(thing)}\b", each.words):
        return True
    if stance not in REJECTING:
        return match["an"] is not None and f"lemma={RULED_OUT}" in each.position.features
    bare = _DENIED.search(each.words) is not None and len(match["thing"].split(" ")) <= _FEW
    return match["an"] is not None or bare


def _is_to_come(each: Linked, match: re.Match[str]) -> bool:
    """Whether who rules it out says that it will not be: "the mayor ruled out a toll", but not
    "police ruled out a bomb"."""
    position = each.position
    out = _RULES_OUT.search(each.words) is not None and position.stance is Stance.DENIES
    whole = match["an"] is not None or match["be"] == "are"
    return out and whole and _FINDERS.isdisjoint(position.voice.party.lower().split(" "))


def _is_told(linked: Sequence[Linked], here: Linked, same: Sequence[Linked], thing: Key) -> bool:
    """Whether another party tells of the thing, by its noun or by a verb for it."""
    if not thing:
        return True
    others = (
        each
        for each in linked
        if all(each is not other for other in same)
        and not same_voice(each.position.voice, here.position.voice)
    )
    return any(
        not thing.isdisjoint(each.wording)
        or (each.has_own_words and not thing.isdisjoint(each.told_words))
        or any(tells_deed(each, noun) for noun in thing)
        for each in others
    )
