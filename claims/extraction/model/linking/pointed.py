"""A stance on what is told elsewhere ("declined to comment") never opens a claim by itself.

Where the linker puts it with nothing that tells a claim, it goes to what another told right before;
else it is left out, for "to requests for comment" is no claim. Who says again that they would not
speak of it, or that in a headline, is on what they would not speak of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extraction.cues.idioms import IDIOM
from claims.extraction.model.linking.answering import REPORTS
from claims.extraction.model.linking.backdrop import Key
from claims.extraction.model.linking.clusters import gather_members
from claims.extraction.model.linking.deeds_named import tells_deed
from claims.extraction.model.linking.linked import ASKS, Linked, looked_back
from claims.extraction.model.linking.rejecting import is_on_figure
from claims.extraction.model.linking.tellings import offer_tellings, tell_pointed
from claims.extraction.position import CALLED_FALSE, WITHHELD, same_voice, takes_back
from claims.extraction.wording.joining import claim_key

_BACK = 3
"""Sentences back in which the claim before is sought."""
_LOOKED_AT = 8
"""Positions before one that are looked at."""


def place_pointed(linked: Sequence[Linked], groups: Sequence[int]) -> list[int]:
    """The groups, with those that tell no claim given up to what was told before them."""
    found = list(groups)
    for number, inside in gather_members(groups).items():
        offered = next(offer_tellings(linked, inside), None)
        if offered is not None or tell_pointed(linked[inside[0]]):
            continue
        for at in inside:
            before = _claim_before(linked, at)
            found[at] = number if before is None else groups[before]
    for at in range(len(linked)):
        before = _just_told(linked, at)
        before = _withheld_before(linked, at) if before is None else before
        before = _told_below(linked, at) if before is None else before
        before = _own_before(linked, at) if before is None else before
        if before is not None:
            found[at] = found[before]
    return found


def _own_before(linked: Sequence[Linked], at: int) -> int | None:
    """What the same party told before of which it takes back no more than "that": "called it
    inaccurate. On Tuesday she withdrew that statement"."""
    each = linked[at].position
    if not each.points or not (takes_back(each) and _THAT_STATEMENT.search(linked[at].words)):
        return None
    for other in looked_back(at, _LOOKED_AT):
        before = linked[other].position
        if each.sentence - before.sentence > _BACK:
            return None
        if same_voice(each.voice, before.voice):
            return other
    return None


_THAT_STATEMENT = re.compile(
    r"\b(?:that|the|his|her|its|their|this) (?:statement|remarks?|comments?|claim|words)\W*$", re.I
)


def _just_told(linked: Sequence[Linked], at: int) -> int | None:
    """What was told before it in the same sentence, of a position that only leaves "that" open:
    "the audio may be a fake, said Orr, who stressed that she could not establish that"."""
    each = linked[at]
    withheld = each.position.points and each.position.stance in WITHHELD
    if not withheld or _THAT.search(each.words) is None:
        return None
    before = (n for n in looked_back(at, _LOOKED_AT) if linked[n].has_own_words)
    last = next(before, None)
    here = last is not None and linked[last].position.sentence == each.position.sentence
    return last if here else None


_THAT = re.compile(r"\b(?:that|this)\W*$", re.I)


def _withheld_before(linked: Sequence[Linked], at: int) -> int | None:
    """What the same party would not speak of in the sentence before a position that only says so
    again: "declined to say whether it had burned. 'We do not discuss such matters,' she said"."""
    each = linked[at].position
    if not each.points or each.stance not in WITHHELD or linked[at].has_own_words:
        return None
    for other in looked_back(at, _LOOKED_AT):
        before = linked[other].position
        if each.sentence - before.sentence > 1:
            return None
        told = linked[other].has_own_words or not before.points
        withheld = before.stance in WITHHELD and told and before.sentence < each.sentence
        if withheld and same_voice(each.voice, before.voice):
            return other
    return None


def _told_below(linked: Sequence[Linked], at: int) -> int | None:
    """What the text tells under its headline that a party would not speak of: "Lima silent on
    mined bridge". Lima declined to say whether it had mined it."""
    each = linked[at].position
    if _TITLE not in each.features or not each.points or each.stance not in WITHHELD:
        return None
    for other in range(at + 1, min(len(linked), at + 1 + _LOOKED_AT)):
        below = linked[other].position
        withheld = below.stance in WITHHELD and not below.points
        if withheld and same_voice(each.voice, below.voice):
            return other
    return None


_TITLE = "lemma=title"


def _claim_before(linked: Sequence[Linked], at: int) -> int | None:
    """The last position before one that tells a claim which that may be on."""
    each = linked[at]
    if each.asks or ASKS.match(each.position.claim):
        return _told_of_it(linked, at)
    if each.rates and is_on_figure(each.words):
        return None  # "the number is inflated", where no number was told before
    if each.thing is not None and _rates_thing(each):
        return _told_of_thing(linked, at, each.thing)
    for other in looked_back(at, _LOOKED_AT):
        before = linked[other]
        if each.position.sentence - before.position.sentence > _BACK:
            return None
        if before.has_own_words and not same_voice(each.position.voice, before.position.voice):
            shared = each.wording & (before.wording | before.quote)
            return other if shared or len(each.wording) < 2 else None
    return None


def _rates_thing(each: Linked) -> bool:
    """Whether it says of one thing that was told of what it thinks of that: "called the link
    fragile"; and of no report, as which whatever was told last may be told of."""
    rated = each.rates and not _RATES.isdisjoint(each.position.features)
    return rated and each.thing is not None and each.thing.isdisjoint(REPORTS)


_RATES = frozenset([CALLED_FALSE, IDIOM])


def _told_of_thing(linked: Sequence[Linked], at: int, thing: Key) -> int | None:
    """What another told of that thing last, by its noun or by the verb for it."""
    each = linked[at]
    for other in looked_back(at, _ASKED_BACK):
        before = linked[other]
        told = before.holds_true and not same_voice(each.position.voice, before.position.voice)
        if told and (thing <= before.wording or any(tells_deed(before, noun) for noun in thing)):
            return other
    return None


def _told_of_it(linked: Sequence[Linked], at: int) -> int | None:
    """What another told before of what somebody leaves open by a question, in most of its words and
    last: "could not say who had carried out the attack"."""
    each = linked[at]
    found: tuple[int, int] | None = None
    deed = _WHO_DID.match(each.position.claim)
    if deed is not None:
        return _told_of_deed(linked, at, deed["deed"])
    for other in range(max(0, at - _ASKED_BACK), at):
        before = linked[other]
        if before.has_own_words and not same_voice(each.position.voice, before.position.voice):
            shared = len(each.things & before.wording)
            most = _leaves_open_whether(each) or 3 * shared >= 2 * len(each.things)
            most |= bool(before.figures) and _HOW_MANY.match(each.position.claim) is not None
            if shared and most and (found is None or shared >= found[0]):
                found = shared, other
    return found[1] if found is not None else None


def _leaves_open_whether(each: Linked) -> bool:
    """Whether who would not say which of several did something takes no stance on whether any did:
    "which of them has allegedly been drinking"."""
    return (
        _WHICH_OF.match(each.position.claim) is not None and _HEDGED.search(each.words) is not None
    )


_WHICH_OF = re.compile(r"which (?:one )?of\b", re.I)
_HEDGED = re.compile(r"\b(?:allegedly|reportedly|supposedly|purportedly)\b", re.I)


def _told_of_deed(linked: Sequence[Linked], at: int, deed: str) -> int | None:
    """What another told last of a deed of which somebody leaves open who did it, with whatever
    tells which it is: "who was behind the night raid" of "they attacked it at night"."""
    each = linked[at]
    noun, behind = _part(deed)
    nouns = claim_key(noun)
    for other in looked_back(at, _ASKED_BACK):
        before = linked[other]
        told = before.wording | before.quote
        if not before.holds_true or same_voice(each.position.voice, before.position.voice):
            continue
        done = nouns <= _EVENTS or nouns <= told or any(tells_deed(before, n) for n in nouns)
        if done and claim_key(behind) <= told and (behind or not nouns <= _EVENTS):
            return other
    return None


def _part(deed: str) -> tuple[str, str]:
    """The noun of a phrase, and what else it tells: "raid" and "night" of "night raid"."""
    link = _LINK.search(deed)
    inner, after = (deed[: link.start()], deed[link.end() :]) if link is not None else (deed, "")
    rest, _, noun = inner.rpartition(" ")
    return noun, f"{rest} {after}".strip()


_LINK = re.compile(r" (?:on|in|at|of|against|near|that|which) ")
_EVENTS = claim_key("incident event")
_WHO_DID = re.compile(
    r"(?:(?:on|about|over) )?who (?:(?:had|has|was|were|is|might|may|could|have|been) )*"
    r"(?:behind|responsible for|to blame for|carried out|ordered|staged|mounted|launched) "
    r"(?:the|that|this) (?P<deed>[\w' ’-]+)",
    re.I,
)
_HOW_MANY = re.compile(r"(?:(?:on|about|over) )?how (?:many|much)\b", re.I)
_ASKED_BACK = 30
"""Positions before one that asks which are looked at."""
