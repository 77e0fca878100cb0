"""How a claim is told: the best of what rules, reader and writer offer for its positions.

Several positions share a claim, and each may offer the words of its own quote and what the
writer copied together: its likeliest sentence, and others that came to an end beside it. The one
is taken that is expected to agree best with what an annotator would write for each of the
positions, less what makes it hard to read or to believe: the measure counts words, a reader wants
a sentence that the text bears out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claims.extraction.model.linking.backdrop import Key
from claims.extraction.model.linking.checking import suffers_own_deed
from claims.extraction.model.linking.expecting import bag
from claims.extraction.model.linking.linked import ASKS, Linked, are_contrary
from claims.extraction.model.linking.of_whom import reporter_did_it, swaps_subject
from claims.extraction.model.linking.owning import with_owner
from claims.extraction.model.linking.told_elsewhere import without_told
from claims.extraction.position import NOBODY, REJOINDER, WITHHELD, Position, same_voice
from claims.extraction.text.broken import (
    is_broken,
    is_broken_off,
    is_mere_phrase,
    is_unclosed,
)
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.nouns import are_many
from claims.extraction.text.quality import has_finite, has_no_verb, sentence_quality
from claims.extraction.wording.charged import state_charged
from claims.extraction.wording.joining import claim_key, is_negative, name_key, subject_of
from claims.extraction.wording.rumours import state_reported
from claims.extraction.wording.targets import is_same_again, tells_no_comment
from claims.extraction.wording.tellerless import without_tellers
from claims.extraction.wording.whole import NUMBER, make_whole, state_counted
from claims.model import Stance

BROKEN = 0.05
"""What a sentence that is none costs, in expected agreement; half of one costs the half."""
GIVES_WAY = 0.15
"""What is surely no sentence gives way to one that is expected less by so much."""
UNBORNE = 0.1
"""What a sentence costs, of an allegation or of a clause that is contested, of which less than
``LEAST_QUOTED`` stands in its quote:
it tells something else."""
LEAST_QUOTED = 0.5
UNDENIED = 0.05
"""What a sentence costs that tells less than half of what somebody denies in a clause of their own:
who denies that the drug killed six does not deny that six died."""
_NO_THING = re.compile(
    r"There (?:is|are) (?:the|this|that|these|those|his|her|its|their|he|she|it|they|to|in|on|at|"
    r"for|from|by|with|about|of|as|and|or|is|are|was|were|has|had|have|be|been|not)\b|"
    r"There is (?-i:[A-Z][\w.'’-]*)(?: (?-i:[A-Z][\w.'’-]*))*\.$|"
    r"There (?:is|are) (?-i:[A-Z][\w.-]*)(?: (?-i:[A-Z][\w.-]*))*['’]s\b|"
    r"There (?:is|are) (?:(?:any|more|further|other) )?(?:details?|information|specifics)\b|"
    r"There (?:is|was) (?:an? )?(?:[a-z-]+ ){0,2}"
    rf"(?:{'|'.join(sorted(word_set('hoax_words')))})\.$",
    re.I,
)
"""What says of nothing that there is such a thing, or of something or somebody known already."""
WHOLE = 0.35
"""Quality from which what only points at a claim may stand for one."""
_WHOLE = 0.3
"""Quality from which a sentence may stand for a claim whose best one another claim has."""
_AT_LENGTH = 3
"""Telling words that two sentences share which tell the same, at length."""
MOST_MEMBERS = 24
"""Positions of one claim whose sentences are compared; those further on say nothing new."""


@dataclass(frozen=True)
class Telling:
    """One sentence that a claim may be told by, offered for position ``member``."""

    member: int
    text: str
    words: Key
    by_writer: bool


def offer_tellings(linked: Sequence[Linked], members: Sequence[int]) -> Iterator[Telling]:
    """Every sentence that the first ``MOST_MEMBERS`` of ``members`` offer."""
    for member in members[:MOST_MEMBERS]:
        each = linked[member]
        claim = each.position.claim
        own = each.wording and not (each.position.points or ASKS.match(claim))
        if claim and own and not (is_broken_off(claim) or tells_no_comment(claim)):
            text = make_whole(without_told(claim, member, linked), each.words)
            yield Telling(member, text, each.wording, by_writer=False)
        written = {each.told: each.told_words} if each.told else {}
        for text, words in (written | dict(each.told_else)).items():
            off = has_no_verb(text) or is_broken_off(text) or is_unclosed(text)
            if not (off or _wants_verb(text)):
                whole = make_whole(without_told(text, member, linked), each.words)
                yield Telling(member, whole, words, by_writer=True)


def _wants_verb(text: str) -> bool:
    """Whether a sentence has an infinitive alone, or tells of so many with none: "The new
    ferries to be safe", "The agency two deaths from fever"."""
    infinitive = " to be " in text and not has_finite(text)
    return infinitive or (_COUNTED.match(text) is not None and not has_finite(text))


def choose_telling(
    linked: Sequence[Linked], members: Sequence[int], taken: Collection[Key] = ()
) -> str:
    """The sentence that a claim is told by, where none is offered the first position's own; ""
    where that is none ("There is Insisted.", "To a request for comment").

    What tells another claim of the document, ``taken``, tells none that is contested in a clause
    of its own, unless nothing else does.
    """
    offers = _without_tellers(offer_tellings(linked, members), linked, members)
    if any(_contests_itself(linked[member]) for member in members[:MOST_MEMBERS]):
        other = [offer for offer in offers if offer.words not in taken]
        offers = [o for o in other if sentence_quality(o.text) >= _WHOLE] or offers
    inside = [linked[member] for member in members[:MOST_MEMBERS]]
    named = "" if any(not each.position.points for each in inside) else tell_reported(inside[0])
    if named:
        own = claim_key(named)
        more = [offer for offer in offers if offer.words - name_key(offer.text) - own]
        offers = [*more, Telling(members[0], named, own, by_writer=False)]
    if any(_denies_charge(each.position) for each in inside):
        charged = next(filter(None, (state_charged(o.text) for o in offers)), "")
        if charged:
            return charged
    if not offers:
        return tell_pointed(inside[0])
    offers = _of_who_did_it(_of_who_tells(offers, linked), linked, inside)
    offers = _of_their_owners(_of_what_is_told(offers, linked), inside)
    offers = _of_their_subjects(_of_one_polarity(offers, inside), inside)
    scores = [_rate(offer, linked[offer.member], inside) for offer in offers]
    best = max(range(len(offers)), key=lambda n: (scores[n], -n))
    if not _is_whole(offers[best]):
        near = scores[best] - GIVES_WAY
        whole = [
            n
            for n, offer in enumerate(offers)
            if scores[n] > near and _is_whole(offer) and _is_borne_out(offer, linked[offer.member])
        ]
        best = max(whole, key=lambda n: (scores[n], -n), default=best)
        alleged = all(each.position.stance is Stance.ALLEGES for each in inside)
        if alleged and is_mere_phrase(offers[best].text):
            return ""
    return _with_its_name(offers, offers[best]).text


def _without_tellers(
    offers: Iterable[Telling], linked: Sequence[Linked], members: Sequence[int]
) -> list[Telling]:
    """The offers without who of the claim's members tells it (``without_tellers``)."""
    inside = [linked[member].position for member in members[:MOST_MEMBERS]]
    names = [name for position in inside for name in position.voice.names]
    denied = any(position.stance is Stance.DENIES for position in inside)
    hedged = any(position.voice.party == NOBODY.party for position in inside)

    def bare(offer: Telling) -> Telling:
        text = without_tellers(offer.text, names, denied=denied, hedged=hedged)
        if text == offer.text:
            return offer
        return replace(offer, text=text, words=claim_key(text))

    return list(map(bare, offers))


def _denies_charge(position: Position) -> bool:
    """Whether somebody denies a charge, or what they are charged with: no arrest, no verdict."""
    return position.stance is Stance.DENIES and (position.points or REJOINDER in position.features)


def _with_its_name(offers: Sequence[Telling], best: Telling) -> Telling:
    """The offer that tells the very same by a name, where the best has a pronoun."""
    aged = _AGED.match(best.text)
    rest = best.text[aged.end() :] if aged is not None else ""
    for other in offers if rest else ():
        if other.text.endswith(f" {rest}") and _is_named(other.text[: -len(rest) - 1], other.text):
            return other
    words = best.text.split(" ")
    for at, word in enumerate(words):
        if word.lower() not in _PRONOUNS:
            continue
        before, behind = " ".join([*words[:at], ""]), " ".join(["", *words[at + 1 :]])
        for other in offers:
            named = other.text[len(before) :].removesuffix(behind)
            told = other.text.startswith(before) and _is_named(named, other.text[len(before) :])
            told = told and not (_NAME.search(before) or named.removesuffix("'s") in before)
            if told and (at == 0 or named[:1].isupper() or named.startswith("the ")):
                return other
    return best


def _is_named(subject: str, text: str) -> bool:
    """Whether what is left of a sentence is a name, or who is told of by what they are."""
    words = subject.split(" ")
    bare = len(words) <= _SUBJECT and "," not in subject and "that" not in words
    return subject != text and bare and words[0].lower() not in _PRONOUNS


_SUBJECT = 5
"""Words that a subject may take."""
_AGED = re.compile(r"The \d{1,2}-year-old (?:\w+ )?(?=\w+ )")
_NAME = re.compile(r"\b(?!The )[A-Z]\w+ [A-Z]\w+")
_PRONOUNS = frozenset(["it", "he", "she", "they", "its", "his", "her", "their"])


def _is_whole(offer: Telling) -> bool:
    return not is_broken(offer.text)


def _is_borne_out(offer: Telling, each: Linked) -> bool:
    """Whether a sentence is of its quote's words, a third of them at least."""
    return not offer.by_writer or 3 * len(offer.words & each.quote) >= len(offer.words)


def _contests_itself(each: Linked) -> bool:
    return each.contests_a_clause and each.position.stance is not Stance.CONFIRMS


def tell_pointed(each: Linked) -> str:
    """What a position says that only points at a claim, where that is a sentence; else ""."""
    text, stance = each.position.claim, each.position.stance
    news = stance in (Stance.CONFIRMS, Stance.DENIES)
    news = news or (stance is Stance.NEITHER and _OF_A_THING.match(text) is not None)
    if news and _SHOWN.match(text):  # "the video is a fake" does not deny that there is one
        return tell_genuine(text) if stance is Stance.DENIES and each.calls_false else ""
    if news and (counted := state_counted(_THERE.sub("", text))):
        return counted
    if news and _THE_THING.match(text):
        text = _THE_THING.sub(_as_news, text)
        return "" if _NO_THING.match(text) else text
    if len(each.wording) < 2 or _NO_THING.match(text) or sentence_quality(text) < WHOLE:
        return ""
    if _OF_WHAT.match(text) or is_same_again(text) or tells_no_comment(text):
        return ""
    return text


def tell_genuine(text: str) -> str:
    """What is denied by who calls a thing a fake: "There is the video." as "The video is
    genuine."."""
    thing = _THERE.sub("", text).rstrip(".")
    be = "are" if are_many(_PREPOSITION.split(thing)[0]) else "is"
    return f"{thing[0].upper()}{thing[1:]} {be} genuine."


_PREPOSITION = re.compile(r" (?:of|from|in|on|at|by|that|which|showing)\b|,")


def tell_reported(each: Linked) -> str:
    """What somebody contests of which nothing but the name is told, "denied reports of a coup":
    "There was a coup."; else ""."""
    told = each.is_contested and each.position.points
    return state_reported(each.words) if told else ""


_COUNTED = re.compile(
    rf"(?:The )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)* {NUMBER} (?:[a-z-]+ )?[a-z]+s "
    r"(?:from|in|of|at|on|by)\b"
)
"""Somebody, and how many of what, with no verb between."""
_THERE = re.compile(r"^There (?:is|are) ")
_OF_WHAT = re.compile(
    r"(?:on|about|of|over|regarding) |(?:everything|all|what) (?:[\w'’]+ ){1,4}?said\b", re.I
)
"""What opens no sentence: "declined to comment on what it called speculation"."""
_THE_THING = re.compile(
    r"^There (?:is|are) (?:the|this|that|these|those|an?) (?P<thing>(?P<word>[a-z][\w-]*)"
    r"(?=\.$| (?:with|between|on|in|at|from|to|by|of|for|over|after|before) ).*)"
)
"""One word with "the" or "a", and what is added to it: "the call with Peru", "a leak"."""
_SHOWN = re.compile(
    r"There (?:is|are) the (?:\w+ )?(?:videos?|photos?|photographs?|pictures?|images?|clips?|"
    r"footage|letters?|documents?|tapes?|recordings?|posts?|tweets?|memos?|emails?)\b"
)
_OF_A_THING = re.compile(r"There (?:is|are) an? ")


def _as_news(match: re.Match[str]) -> str:
    """That there was what somebody confirms or denies: "confirmed the call" is that of a call."""
    word = match["word"]
    if word in word_set("report_nouns"):
        return match[0]
    if word.endswith("s") and not word.endswith("ss"):
        return f"There were {match['thing']}"
    return f"There was {'an' if word[0] in 'aeiou' else 'a'} {match['thing']}"


def _of_one_polarity(offers: list[Telling], members: Sequence[Linked]) -> list[Telling]:
    """The offers that are negative, or are not, as the words of most members are, a stance on P is
    none on "not P"; and none that is contrary to what one of them puts forward: "he survived"."""
    own = [is_negative(each.position.claim) for each in members if each.has_own_words]
    negative = 2 * sum(own) > len(own)
    denied = any(each.position.stance is Stance.DENIES for each in members)
    told = [each.position.claim for each in members if each.holds_true and not denied]
    return [
        offer
        for offer in offers
        if is_negative(offer.text) == negative
        and not any(are_contrary(offer.text, claim) for claim in told)
    ] or offers


def _of_their_subjects(offers: list[Telling], members: Sequence[Linked]) -> list[Telling]:
    """The offers without the writer's that tell of another what a member's own words tell."""
    fit = [
        offer
        for offer in offers
        if not (offer.by_writer and any(_is_of_another(offer, each) for each in members))
    ]
    return fit or offers


def _is_of_another(offer: Telling, each: Linked) -> bool:
    """Whether an offer tells of another what a position tells: of who reports it, or at length of
    somebody else. "The gun" of one may be "his pistol" of another, but not in all else the same."""
    claim = each.position.claim
    if reporter_did_it(offer.text, each.position) or suffers_own_deed(offer.text, claim):
        return True
    if _is_of_no_name(offer, each):
        return True
    return (
        swaps_subject(offer.text, each.position)
        and subject_of(claim) not in name_key(claim)
        and len(offer.words & each.wording) >= _AT_LENGTH
        and offer.words - each.wording <= _named_or_subject(offer.text)
    )


def _is_of_no_name(offer: Telling, each: Linked) -> bool:
    """Whether an offer tells of something without a name what a party tells of itself: "one of its
    drones seized a ship" of "Iran had seized a ship"."""
    own = next((n for n in each.position.voice.names if each.position.claim.startswith(n)), "")
    named = claim_key(own) if own and not each.position.points else frozenset()
    rest = each.wording - named
    opening = offer.text.split(" ", 3)[:3]
    return (
        bool(named & name_key(own)) and len(rest) >= _FEW and rest <= offer.words
        and offer.words.isdisjoint(named) and _SUFFERS.isdisjoint(offer.text.split(" "))
        and opening[0].lower() in _OPENS and all(word.islower() for word in opening[1:])
    )  # fmt: skip


_FEW = 2
"""Words that a party and another are told to have done alike."""
_SUFFERS = frozenset(["was", "were", "been"])
_OPENS = frozenset(["the", "a", "an", "one", "two", "some", "its", "their"])


def _of_what_is_told(offers: list[Telling], linked: Sequence[Linked]) -> list[Telling]:
    """The offers without the writer's for who calls a report false that have no word of what others
    tell in it: "its shares fell", of a bank that lost a billion by a paper's account."""
    own = [
        offer.words
        for offer in offers
        if not (offer.by_writer or linked[offer.member].is_contested) and _is_whole(offer)
    ]
    told = [
        offer
        for offer in offers
        if not (offer.by_writer and own and _calls_it_false(linked[offer.member].position))
        or any(offer.words & words for words in own)
    ]
    return told or offers


def _calls_it_false(position: Position) -> bool:
    return position.points and position.stance is Stance.DENIES


def _of_their_owners(offers: list[Telling], members: Sequence[Linked]) -> list[Telling]:
    """The offers without the writer's that open with a thing of somebody whose it is not by a
    member's own words."""
    claims = [each.position.claim for each in members if each.has_own_words]
    told = [
        replace(offer, text=with_owner(offer.text, claims)) if offer.by_writer else offer
        for offer in offers
    ]
    return [offer for offer in told if offer.text] or offers


def _of_who_tells(offers: list[Telling], linked: Sequence[Linked]) -> list[Telling]:
    """The offers without the writer's for those who point at the claim and would not speak of it,
    where somebody tells it: around "would not comment" stand another matter's words."""
    tell = [o for o in offers if not _withholds(linked[o.member].position)]
    return tell if any(sentence_quality(o.text) >= WHOLE for o in tell) else offers


def _of_who_did_it(
    offers: list[Telling], linked: Sequence[Linked], members: Sequence[Linked]
) -> list[Telling]:
    """The offers without those that put who answers in the place of who tells what it did itself:
    "Quito had lost a drone", of "Lima said it had lost a drone. Quito rejected the claim"."""
    own = [
        each
        for each in members
        if each.has_own_words and each.position.voice.opens(each.position.claim)
    ]
    told = [o for o in offers if not any(_puts_answerer(o, linked[o.member], e) for e in own)]
    return told or offers


def _puts_answerer(offer: Telling, answers: Linked, own: Linked) -> bool:
    other, voice = answers.position.voice, own.position.voice
    later = answers.is_contested and own.position.start < answers.position.start
    if not (later and other.opens(offer.text)) or same_voice(other, voice):
        return False
    if is_negative(offer.text) != is_negative(own.position.claim):
        return False
    deed = own.wording - claim_key(" ".join(voice.names))
    return 2 * len(deed & offer.words) > len(deed)


def _withholds(position: Position) -> bool:
    return position.points and position.stance in WITHHELD


def _named_or_subject(text: str) -> frozenset[str]:
    subject = subject_of(text)
    return name_key(text) | ({subject} if subject else set())


def _rate(offer: Telling, each: Linked, members: Sequence[Linked]) -> float:
    """How well a sentence of ``each`` is expected to do for all of a claim's ``members``."""
    words = bag(offer.text)
    expected = [m.expected.agreement(words) for m in members if m.expected is not None]
    score = sum(expected) / max(1, len(expected)) - BROKEN * (1.0 - sentence_quality(offer.text))
    if offer.by_writer and (not each.is_contested or each.contests_a_clause):
        quoted = len(offer.words & each.quote) / max(1, len(offer.words))
        score -= UNBORNE * (quoted < LEAST_QUOTED)
    return score - UNDENIED * any(_is_undenied(offer, m) for m in members)


def _is_undenied(offer: Telling, each: Linked) -> bool:
    """Whether ``each`` denies, in a clause, hardly anything of what the offer tells."""
    denies = each.contests_a_clause and each.position.stance is Stance.DENIES
    return denies and 2 * len(each.things & offer.words) < len(each.things)
