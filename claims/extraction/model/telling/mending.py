"""What the writer told, mended: people by their full names, no word cut in two, no "be" set.

The writer copies a name as it stands where it copies it, and that is often a surname. A claim
is read by itself, so it tells of each person by their full name, once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from claims.extraction.model.telling.cut_out import is_cut_out
from claims.extraction.model.telling.half_left import (
    NAMED_NOUN,
    NO_NAME,
    with_ours,
    without_believer,
    without_half_what,
)
from claims.extraction.model.telling.halves import complete_verbs, fit_articles
from claims.extraction.model.telling.ill_joined import is_ill_joined
from claims.extraction.model.telling.left_out import restore_left_out
from claims.extraction.model.telling.subject_cut import restore_subject
from claims.extraction.names.entities import Register
from claims.extraction.names.mentions import possess
from claims.extraction.names.words import is_known_body
from claims.extraction.text.inflect import LASTING, NO_DOINGS, tell_past
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token, tokenize
from claims.extraction.text.sought import Sought
from claims.extraction.wording.addressed import without_addressed
from claims.extraction.wording.clauses import restore_opening
from claims.extraction.wording.joining import is_negative
from claims.extraction.wording.open_ends import close_end
from claims.extraction.wording.reword import PARTICLES, may_be_short, short_names
from claims.extraction.wording.stating import ACCUSER_TOO, split_accusation, state_witnessed
from claims.extraction.wording.unhedged import restore_verbs, without_put_at

_HALF_WORD = re.compile(
    r"(?:^|\s)['’](?:t|re|ve|ll|m)\b|(?<=\w) (?:ve|re) |"
    r"\b(?:do|does|did|is|are|was|were|has|have|had|would|could|should)n\b(?!['’])",
    re.I,
)
"""What is left of "isn't" or "I've" where a part of it was copied: nobody could tell what is
denied, or who does it."""
_ASKED = re.compile(r"\?|\bask(?:s|ed)(?:,|:|$)")
"""What asks, and tells nothing."""
_LONE_S = re.compile(
    r"(?<=[^\W\d_]) ?(?:['’]| )s(?: (?:(?P<verb>is|are|was|were|ha[sd]|have)"
    r"|(?P<is>not|an?|the|one of|going to))\b)|(?<=[^\W\d_]) ['’]?s(?= \w)"
)
"""The end of "Orr's", copied by itself: whose something is, or "is"."""
_WORD = re.compile(r"\w+")
_BE = frozenset(["is", "was", "are", "were", "be", "been", "being"])
_BEFORE = _BE | {"am", "s", "re", "m"}
_NEAR = 3
"""So many words before it a word of the text may have its form of "be"."""
_INSIDE = frozenset('"“”‘&-')
"""Marks that may stand inside a name."""


@dataclass(frozen=True)
class Deeds:
    """The forms on -ing that tell what somebody is accused of, admits or denies, and the pairs of
    words in which they stand for something else ("is hiding")."""

    doing: frozenset[str]
    elsewhere: frozenset[tuple[str, str]]

    def tell(self, told: str) -> str:
        """A sentence with what it lays to somebody as done: "Lima hid it" for "Lima has hiding
        it"; "" where it tells who accuses whom."""
        match = _LAID.match(told) if self.doing else None
        while match is not None:
            words = _WORD.findall(told[: match.end("doing")].lower())
            if words[-1] in self.doing and (words[-2], words[-1]) not in self.elsewhere:
                break
            match = _LAID.match(told, match.end("doing"))
        if match is None:
            return told
        whole = split_accusation(told)
        if whole != told:
            return whole.rstrip(".")
        before = told[: match.start("joins") if match["joins"] else match.start("how") - 1]
        deed = tell_past(ACCUSER_TOO.sub("", told[match.start("how") :]))
        return "" if ACCUSES_OF.search(before) else f"{before} {deed}"


_LAID = re.compile(
    r".*?\w(?P<joins> (?:of|for|has|have|had|is|are|was|were|will|would|been))* "
    r"(?P<how>(?:[a-z]+ly )?)(?P<doing>[a-z]{3,}ing)\b",
    re.S,
)
ACCUSES_OF = re.compile(r"\b(?:(?:accus|blam)(?:es?|ed|ing)|suspected)\b", re.I)
NO_DEEDS = Deeds(frozenset(), frozenset())


def mend(told: str, names: Mapping[str, str], beside: str, deeds: Deeds = NO_DEEDS) -> str:
    """The sentence with full ``names`` for short ones.

    "" where what it denies or a verb was cut in two, or where it sets a form of "be" that the text
    ``beside`` its quote has not there: who "had accepted full responsibility" is not "accepted
    full responsibility", and who "announced a truce" is no truce. Whoever is accused of one of the
    ``deeds`` did it.
    """
    told = without_put_at(without_addressed(deeds.tell(told), beside))
    told = with_ours(restore_subject(told, beside), beside)
    told = without_half_what(restore_left_out(told, beside), beside)
    if told not in beside:  # as it stands there, it has no seams
        told = complete_verbs(restore_verbs(told, beside), beside)
        if _HALF_WORD.search(told) or _sets_be(told, beside) or _names_before_noun(told, beside):
            return ""
        if _disowns_kin(told, beside) or _acts_on_name(told, beside) or _by_another(told, beside):
            return ""
        if _drops_subject(told, beside):
            return ""
        told = without_believer(told, beside)
        told = _MOVED_IN.sub(lambda word: word[0].lower(), told)
        told = fit_articles(_LONE_S.sub(_owning, told), beside)
        told = _owning_its(told, beside, names)
        told = _without_name(_without_article(told, beside), beside)
        told = _tell_charge(told, beside)
    if _ASKED.search(told) or _drops_neither(told):
        return ""
    if is_cut_out(told, beside) or is_ill_joined(told, beside) or _counts_one(told, beside):
        return ""
    told = restore_opening(close_end(told), beside)
    told = state_witnessed(told).rstrip(".") or told
    return _with_full_names(told, names) if any(short in told for short in names) else told


def _drops_subject(told: str, beside: str) -> bool:
    """Whether a pronoun is left out that a clause has as its subject, "a bomb because felt a blast"
    of "because we felt", or an "and" behind which another verb of the first subject stands: "the
    fires as linked are appealing" of "we treat the fires as linked, and are appealing"."""
    whole = " ".join(beside.split())
    return any(
        one.islower() and is_finite(two) and f" {one} {two}" not in whole
        and re.search(rf" {one}(?: (?:I|we|they|he|she|it)|,? (?:and|but)) {two}\b", whole)
        for one, two in pairwise(_WORD.findall(told))
    )  # fmt: skip


_MOVED_IN = re.compile(
    r"(?<=[a-z] )(?:In|On|At|For|From|By|With|After|Before|During|If|Unless|While|Although)"
    r"(?= (?:[a-z]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b))"
)
"""The first word of a sentence where it has moved behind others."""


def _names_before_noun(told: str, beside: str) -> bool:
    """Whether it sets a name before what the text calls somebody: "The Ada Orr singer" of "the
    singer Ada Orr", or of "the singer"."""
    match = NAMED_NOUN.match(told)
    if match is None or match["noun"] not in word_set("person_roles") | _STARS:
        return False
    return f"{match['name']} {match['noun']}" not in " ".join(beside.split())


def _disowns_kin(told: str, beside: str) -> bool:
    """Whether it sets a bare name before somebody's kin: "Tarn brother" of "his brother"."""
    kin = [match[0] for match in _NAMED_KIN.finditer(told)]
    whole = " ".join(beside.split()) if kin else ""
    return any(name not in whole for name in kin)


_NAMED_KIN = re.compile(
    rf"\b{NO_NAME}[A-Z][\w.-]*(?<!['’]s) (?:{'|'.join(sorted(word_set('kin')))})\b"
)


def _drops_neither(told: str) -> bool:
    """Whether it has "nor" and nothing before it that is not so: "Orr nor Lund was there"."""
    nor = _NOR.search(told)
    return nor is not None and not is_negative(told[: nor.start()]) and "either" not in told.lower()


_NOR = re.compile(r"\bnor\b")


def _owning_its(told: str, beside: str, people: Mapping[str, str]) -> str:
    """With the end that tells whose it is, where the text has "its": "The yacht Halo engine was
    running" of "its engine was running"."""
    match = _NAME_AND_NOUN.match(told)
    if match is None or f"{match['name']} {match['noun']}" in beside:
        return told
    its = re.search(rf"\b[Ii]ts {match['noun']}\b", beside)
    if its is None or match["name"] in people.values():
        return told
    return f"{possess(match['name'])}{told[match.end('name') :]}"


_NAME_AND_NOUN = re.compile(
    r"(?P<name>(?:The [a-z]+ )?(?:[A-Z][\w.&-]* ){0,3}?[A-Z][\w.&-]*) (?P<noun>[a-z]+) "
    r"(?=(?:is|are|was|were|ha[sd]|have|will|would)\b)"
)


def _without_name(told: str, beside: str) -> str:
    """Without a name that the text has not before the thing: "Kelso mill was shut" of "the mill
    was shut"."""
    match = NAMED_NOUN.match(told)
    if match is None or match.start("name") or _HELPS.match(told, match.end()) is None:
        return told
    whole = " ".join(beside.split())
    if f" the {match['noun']} " not in whole or f"{match['name']} {match['noun']}" in whole:
        return told
    return f"The {told[match.start('noun') :]}"


def _tell_charge(told: str, beside: str) -> str:
    """What somebody is accused of as what they are guilty of: "Orr was sexual assault" of "accused
    of sexual assault"."""
    match = _IS_WHAT.match(told)
    if match is None or f"accused of {match['what']}" not in beside:
        return told
    rest = ACCUSER_TOO.sub("", re.sub(r" by (?!means\b).*$", "", told[match.start("what") :]))
    return f"{match['who']} {_BEING.get(match['be'], match['be'])} guilty of {rest}"


_BEING = {"has": "is", "had": "was", "have": "are"}
_IS_WHAT = re.compile(
    r"(?P<who>.{2,60}?) (?P<be>is|was|are|were|ha[sd]|have) "
    r"(?P<what>(?!\w+(?:ing|ed)\b)[a-z]+ [a-z]+)\b"
)


def _counts_one(told: str, beside: str) -> bool:
    """Whether it sets one name where the text counts several: "the two of Orr" of "of them"."""
    match = _SO_MANY_OF.search(told)
    return match is not None and f"{match['many']} of them" in beside


_SO_MANY_OF = Sought(
    r"\b(?P<many>two|three|four|five|both|all|some|most|many|each|none|several) of (?:the )?[A-Z]"
)


def _without_article(told: str, beside: str) -> str:
    """Without the "the" before a name that has none in the text: "the Obi signed it"."""
    match = _ARTICLE.match(told)
    if match is None or match[0].lower() in beside.lower() or match["name"] not in beside:
        return told
    return told[match.start("name") :]


_ARTICLE = re.compile(r"[Tt]he (?P<name>[A-Z][a-z'’-]+)(?= [a-z])")
_HELPS = re.compile(r" (?:is|are|was|were|ha[sd]|have|will|would)\b")
_STARS = frozenset(["star", "celebrity", "icon", "idol", "legend"])


def _with_full_names(told: str, names: Mapping[str, str]) -> str:
    tokens = tokenize(told, 0, len(told))
    said = {name for name in names.values() if name in told}
    parts, end = [], 0
    for number, token in enumerate(tokens):
        name = names.get(token.text)
        if name is None or name in said or not _is_alone(tokens, number):
            continue
        said.add(name)
        parts += [told[end : tokens[_title(tokens, number)].start], name]
        end = token.end
    return "".join([*parts, told[end:]])


def _owning(match: re.Match[str]) -> str:
    if match["verb"]:
        return f" {match['verb']}"
    return f" is {match['is']}" if match["is"] else "'s"


def find_deeds(text: str) -> Deeds:
    """What people are accused of, admit or deny doing in a text. Linear in its length."""
    accused = (deed for match in _ACCUSED.finditer(text) for deed in _OF_DOING.findall(match[0]))
    doing = {deed.lower() for deed in (*accused, *_OWNED_UP.findall(text))} - LASTING - NO_DOINGS
    if not doing:
        return NO_DEEDS
    pairs = (pair for pair in pairwise(_WORD.findall(text.lower())) if pair[1] in doing)
    return Deeds(frozenset(doing), frozenset(p for p in pairs if not _JOINS_DEED.match(p[0])))


_ACCUSED = re.compile(ACCUSES_OF.pattern + r"[^.;!?\n]{1,200}", re.I)
_OWNED_UP = re.compile(
    r"\b(?:admit(?:s|ted|ting)?|den(?:y|ies|ied|ying)|acknowledg(?:es?|ed|ing)|"
    r"confess(?:es|ed|ing)? to|own(?:s|ed)? up to) (?:\w+ly |ever )?(\w{3,}ing)\b"
)
_OF_DOING = re.compile(r"\b(?:of|for|and) (?:\w+ly )?(\w{3,}ing)\b")
_JOINS_DEED = re.compile(
    r"(?:of|for|and|or|to|ever|\w+ly|admit\w*|den(?:y|ies|ied|ying)|acknowledg\w+)$"
)


def _sets_be(told: str, beside: str) -> bool:
    """Whether some "be" of the sentence stands before two words that never follow on one beside
    the quote, though they stand there together."""
    words = _WORD.findall(told.lower())
    if _BE.isdisjoint(words):
        return False
    around, pairs = _around(beside)
    for at, pair in enumerate(pairwise(words[1:])):
        if words[at] not in _BE:
            continue
        places = [n for n, other in enumerate(pairs) if other == pair]
        before = [around[max(0, n - _NEAR) : n] for n in places]
        if before and not any(_BEFORE.intersection(near) for near in before):
            return True
    return False


def _acts_on_name(told: str, beside: str) -> bool:
    """Whether a verb is set before a name that it does not stand before beside the quote: "The
    pilot ejected Ivo Tal" of "the pilot, named as Ivo Tal, ejected"; or an article before one."""
    return any(
        f"{match['verb']} {match['name']}" not in beside
        and match["name"] in beside
        and (match["verb"].endswith("ed") or f"{match['verb']} of " in beside)
        for match in _VERB_OF_NAME.finditer(told)
    ) or any(
        match[0].lower() not in beside.lower() and f" {match['name']}" in beside
        for match in _THE_NAME.finditer(told)
    )


def _by_another(told: str, beside: str) -> bool:
    """Whether it is done by a name where another's does it beside the quote: "fighters released by
    Ivo Tal" of those "released by Lima in exchange for Ivo Tal"."""
    for match in _BY_NAME.finditer(told):
        at = beside.find(match[0][: match.start("name") - match.start()])
        agent = _AGENT.match(beside, at + len(match["by"])) if at >= 0 else None
        if agent is not None and _NAME.search(agent[0]) and match["name"] not in agent[0]:
            return True
    return False


_BY_NAME = re.compile(r"\b(?P<by>[a-z]+ (?:[a-z]+ )?by) (?P<name>[A-Z][\w'’-]+)")
_AGENT = re.compile(
    r"(?: (?!(?:for|to|in|at|on|from|with|against|after|before|over|but|who|which|that|and)\b)"
    r"[\w.'’-]+){1,6}"
)
_NAME = re.compile(r"\b[A-Z]")
_VERB_OF_NAME = re.compile(r"\b(?P<verb>[a-z]{2,}(?:ed|ing)) (?P<name>[A-Z][\w'’-]+)")
_THE_NAME = re.compile(r"(?<=[a-z]) the (?P<name>[A-Z][a-z][\w’'-]*)(?=[.,]|$)")
"""A name with an article at its end: "ahead of the April" of "the product's release in April"."""


@lru_cache(maxsize=16)
def _around(beside: str) -> tuple[list[str], list[tuple[str, str]]]:
    words = _WORD.findall(beside.lower())
    return words, list(pairwise(words))


def _title(tokens: tuple[Token, ...], at: int) -> int:
    """Where the title of a name at ``at`` starts ("Mr. Orr"), ``at`` where it has none."""
    before = at - 1 if at and tokens[at - 1].text != "." else at - 2
    return before if before >= 0 and tokens[before].lower in word_set("titles") else at


def _is_alone(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the word is no part of a longer name: "Brown University", 'Mo "Orr" Lund'."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    led = before is not None and (before.is_capital or before.text in _INSIDE)
    if before is not None and before.lower in PARTICLES:
        return False  # "Saja al Dulaimi", "a Kessel family"
    if led and _title(tokens, at) == at:
        return False
    return after is None or not (after.is_capital or after.text in _INSIDE)


def full_names(register: Register) -> dict[str, str]:
    """The full names of the document's people by a first or last name that only they have."""
    found: dict[str, set[str]] = {}
    for entity in register.entities:
        if may_be_short(entity):
            for part in short_names(entity):
                found.setdefault(part, set()).add(entity.name if entity.is_person else "")
        if " " not in entity.name:
            found.setdefault(entity.name, set()).add("")  # "Orr", whose wife is Ana Orr
    return {
        part: name
        for part, (name, *others) in ((p, sorted(n, reverse=True)) for p, n in found.items())
        if name and not others and not is_known_body(part)
    }
