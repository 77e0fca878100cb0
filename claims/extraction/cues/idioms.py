"""Phrases that tell a position of a report: "scoffed at suggestions that", "owned up to"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from claims.extraction.text.inflect import forms_of
from claims.extraction.text.lexicon import load_lexicon, word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import AUXILIARIES, BE, walk_group
from claims.model import Stance

IDIOM = "idiom"
"""The feature of a position that a phrase tells."""
_RULE_OUT = ("out",)
_PLAIN = frozenset(
    ["mum", "tight-lipped", "lipped", "nothing", "comment", "commenting", "view", "position",
     "stance"]
)  # fmt: skip
"""Words that tell enough: who keeps mum knows."""
_UNTRUE = frozenset(
    ["talk", "lies", "figure", "figures", "version", "explanation", "assessment", "message",
     "messages", "characterisation", "characterization", "sighting", "sightings"]
)  # fmt: skip
"""What else a report is called by whoever denies it."""
BEARING_OUT = (("up",), ("out",))
"""Words behind the verb of who bears out a report: "backs up his version"."""
_SCOLDING = frozenset(["slam", "blast"])
"""Verbs by which a report is denied where it tells what: "slammed claims that P"."""
_NEAR = 6
"""Tokens behind the phrase among which the report is named."""
_TAKING_BACK = frozenset(["withdraw", "take", "walk", "row"])
_ALL_SAID = frozenset(["everything", "what", "all", "much", "most"])
_REMARKS = frozenset(["remark", "remarks", "comment", "comments", "words"])
"""What else somebody takes back."""


_MATTERS = frozenset(["matter", "question", "subject", "topic", "fate", "whereabouts", "whether"])
"""What else somebody is silent on who was asked about it."""


class Idiom(NamedTuple):
    """What a phrase tells, the forms of its verb and the words behind that; ``negated`` where it
    does so under a negation alone: "does not agree with"."""

    stance: Stance
    verb: frozenset[str]
    rest: tuple[str, ...]
    negated: bool


def idiom_at(tokens: tuple[Token, ...], at: int) -> tuple[Idiom, int] | None:
    """The phrase that ends with token ``at`` and tells a stance, and where its verb stands.

    What is denied, doubted or left open so must be named as a report: aeroplanes are shot down as
    well, and a king is silent about a war.
    """
    for idiom in idioms_by_last().get(tokens[at].lower, ()):
        head = at - len(idiom.rest)
        if idiom.rest == _RULE_OUT and head > 0 and tokens[head].lower in POINTERS:
            head -= 1  # "has not ruled it out"
        if head < 0 or tokens[head].lower not in idiom.verb:
            continue
        if not all(map(_fits, tokens[at + 1 - len(idiom.rest) : at + 1], idiom.rest)):
            continue
        negated = walk_group(tokens, head, idiom=True).negated or _is_nor(tokens, head)
        if negated is idiom.negated and _tells(idiom, tokens, at + 1):
            return idiom, head
    return None


def _is_nor(tokens: tuple[Token, ...], head: int) -> bool:
    """Whether a verb is negated before its subject: "Nor does the mayor (accept) it"."""
    near = range(head - 2, max(-1, head - _NEAR), -1)
    nor = next((at for at in near if tokens[at].lower in ("nor", "neither")), None)
    return nor is not None and tokens[nor + 1].lower in AUXILIARIES


def _fits(token: Token, word: str) -> bool:
    reflexive = word == "oneself" and token.lower.endswith(("self", "selves"))
    return reflexive or token.lower == word


def _tells(idiom: Idiom, tokens: tuple[Token, ...], after: int) -> bool:
    """Whether what stands behind the phrase is something told."""
    if after < len(tokens) and tokens[after].lower == "up" and not idiom.rest:
        return False  # "made up a story that P" makes no such claim
    if idiom.stance is Stance.ALLEGES or not _SCOLDING.isdisjoint(idiom.verb):
        return _names_told(tokens, after)
    if idiom.rest == _RULE_OUT:  # "ruled out selling it": that it will be sold, not that it was
        return after < len(tokens) and not tokens[after].lower.endswith("ing")
    bears_out = idiom.rest in BEARING_OUT
    told = (idiom.stance is Stance.CONFIRMS and not bears_out) or not _PLAIN.isdisjoint(idiom.rest)
    if idiom.negated and "accept" in idiom.verb and after < len(tokens):
        told = told or tokens[after].lower == "that"
    if told or _is_by(tokens, after):
        return True
    near = range(after, min(after + _NEAR, len(tokens)))
    end = next((at for at in near if tokens[at].text in ",;"), near.stop)
    said = any(token.lower == "said" for token in tokens[after:end])
    if not _TAKING_BACK.isdisjoint(idiom.verb) and said and tokens[after].lower in _ALL_SAID:
        return True  # "is walking back everything he said"
    if not _TAKING_BACK.isdisjoint(idiom.verb) and not _REMARKS.isdisjoint(
        token.lower for token in tokens[after:end]
    ):
        return True
    if idiom.stance is Stance.NEITHER and not _MATTERS.isdisjoint(
        token.lower for token in tokens[after:end]
    ):
        return True
    return names_report(tokens, after, end)  # not "shot down two jets, a claim that Lima denied"


def told_false(tokens: tuple[Token, ...], at: int) -> tuple[int, int] | None:
    """Where what a verb at ``at`` says to be false ends, and where it says so: "called the report
    (a hoax)".

    None where no report is called so: a person may be called a liar, and a painting a fake.
    """
    if tokens[at].lower not in namers() or _is_thing(tokens, at):
        return None
    doing = tokens[at].lower.endswith("ing")  # "are calling the report a hoax"
    passive = at > 0 and tokens[at - 1].lower in BE and not doing
    for here in range(at + 1, min(len(tokens), at + _FAR)):
        if tokens[here].text in ".;:" or tokens[here].lower in ("but", "while", "who"):
            return None
        end = past_false(tokens, here)
        if end == here:
            continue
        if passive:
            return (at + 1, end) if _tells_by(tokens, at + 1, end) else None
        named = names_report(tokens, at + 1, min(here, at + 1 + _NEAR))
        if tokens[here].lower in word_set("report_nouns") and not named:
            continue  # "called the rumour a hoax"
        ends = here
        while ends > at + 1 and tokens[ends - 1].lower in word_set("idioms_before_false"):
            ends -= 1
        pointed = tokens[at + 1].lower in POINTERS and ends == at + 2
        told = pointed or (named and names_report(tokens, at + 1, ends))
        return (ends, end) if told and here > at + 1 else None
    return None


def _is_thing(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a verb's form is a noun there: "a second term", "the label", "its brands"."""
    before = [token.lower for token in tokens[max(0, at - 2) : at]]
    named = word_set("sources_determiners") | {"'s"}
    return (before[-1:] != [] and before[-1] in named) or (
        len(before) > 1 and before[0] in named and before[1] in _WHICH
    )


_WHICH = frozenset(
    ["first", "second", "third", "fourth", "new", "full", "last", "next", "previous"]
)
"""Which of several terms or labels it is."""


def false_ends(tokens: Sequence[Token], first: int) -> int | None:
    """Where what something is called ends, if it is nothing but false: "(as) a complete hoax"."""
    for here in range(first, min(len(tokens), first + _NEAR)):
        end = past_false(tokens, here)
        if end > here:
            return end
        if tokens[here].lower not in word_set("idioms_before_false"):
            return None
    return None


def names_false(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is said of what is false starts there: "hoax", "wide of the mark"."""
    return past_false(tokens, at) > at


def past_false(tokens: Sequence[Token], at: int) -> int:
    """Where what is said of what is false ends that starts there, "hoax" or "wide of the mark";
    ``at`` where none does."""
    more = _FALSE_PHRASES.get(tokens[at].lower, ())
    for rest in more:
        if [t.lower for t in tokens[at + 1 : at + 1 + len(rest)]] == list(rest):
            return at + 1 + len(rest)
    return at + (tokens[at].lower in word_set("hoax_words"))


_FALSE_PHRASES: dict[str, tuple[tuple[str, ...], ...]] = {
    "wide": (("of", "the", "mark"),),
    "fairy": (("tale",), ("tales",), ("story",), ("stories",)),
    "tall": (("tale",), ("tales",)),
    "hot": (("air",),),
    "science": (("fiction",),),
    "psychological": (("warfare",),),
    "smear": (("campaign",), ()),
    "witch": (("hunt",),),
    "political": (("persecution",),),
    "old": (("wives", "tale"), ("wives", "tales")),
}
"""What is said of what is false in several words, by the first."""


def dismissed_as(tokens: tuple[Token, ...], at: int) -> tuple[int, int] | None:
    """Where what a verb at ``at`` denies ends, and where it says what that is: "dismissed the
    report (as speculation)", "was dismissed (as a hoax) by the bank"."""
    words = word_set("hoax_words") | word_set("idioms_dismissed_as")
    for here in range(at + 1, min(len(tokens), at + _FAR)):
        if tokens[here].text in ".;:" or tokens[here].lower in ("but", "while"):
            return None
        if tokens[here].lower != "as":
            continue
        quoted = past_quoted(tokens, here + 1)
        if quoted:
            return here, quoted  # 'dismissed the reports as "tittle-tattle"'
        for end in range(here + 1, min(len(tokens), here + _NEAR)):
            if tokens[end].lower in words:
                return here, end + 1
            if tokens[end].text in ",.;:" or tokens[end].lower in BE:
                break
    return None


def past_quoted(tokens: tuple[Token, ...], at: int) -> int:
    """Where a quoted word or a few end that start at ``at``; 0 where none do."""
    if at >= len(tokens) or tokens[at].text not in _QUOTE_MARKS:
        return 0
    near = range(at + 2, min(len(tokens), at + _NEAR))
    return next((end + 1 for end in near if tokens[end].text in _QUOTE_MARKS), 0)


_QUOTE_MARKS = frozenset(['"', "“", "”"])


def opens_report(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a report is named from there on before its clause or a mark comes: "dismissed as
    propaganda (Orsk's claim that P)", but not "dismissed as a hoax (by Orsk)"."""
    for token in tokens[at : at + _NEAR]:
        if token.lower in word_set("report_nouns"):
            return True
        if not (token.is_word or token.text[0] in _QUOTES) or token.lower in _NO_REPORT:
            return False
    return False


_QUOTES = "\"'“”‘’"
"""Quotation marks, and what opens "'s"."""
_NO_REPORT = frozenset(["by", "that", "and", "but", "in", "on", "at", "after", "when", "while"])


def _tells_by(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether who says that something is false is named at once, or right behind that: "called a
    hoax by the bank"."""
    behind = last + (last < len(tokens) and not tokens[last].is_word)
    return _is_by(tokens, first) or _is_by(tokens, behind)


_FAR = 24
"""Tokens behind the verb that may hold what is said and that it is false."""
POINTERS = frozenset(["it", "this", "that", "them", "these", "those"])
"""Words that stand for something told before."""


@cache
def namers() -> frozenset[str]:
    """Forms of the verbs that say what something is."""
    return frozenset(form for verb in word_set("idioms_namers") for form in forms_of(verb))


def _names_told(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether a report is named with what it tells: "his claim that P"."""
    nouns = word_set("report_nouns")
    near = range(first, min(len(tokens) - 1, first + _NEAR))
    return any(tokens[at].lower in nouns and tokens[at + 1].lower == "that" for at in near)


def _is_by(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether who does something follows: of a report that "was laughed off by the palace"."""
    return at < len(tokens) and tokens[at].lower == "by"


def names_report(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether some of the tokens ``first:last`` is a report, or what else such is called."""
    nouns = word_set("report_nouns") | _UNTRUE
    return any(token.lower in nouns for token in tokens[first:last])


_PARTICIPLES = {"withdraw": frozenset(["withdrawn"]), "take": frozenset(["taken"]), "be": BE}
"""Forms behind "has" that are no past tense: "has since withdrawn the claim"."""


@cache
def idioms_by_last() -> dict[str, list[Idiom]]:
    """The phrases of ``lexicon.yaml`` by their last word."""
    found: dict[str, list[Idiom]] = {}
    for stance, phrases in load_lexicon().idioms.items():
        for phrase in phrases:
            verb, *rest = phrase.removeprefix("not ").split()
            negated = phrase.startswith("not ")
            forms = forms_of(verb) | _PARTICIPLES.get(verb, frozenset())
            idiom = Idiom(Stance(stance), forms, tuple(rest), negated)
            for last in rest[-1:] or idiom.verb:
                found.setdefault(last, []).append(idiom)
    return found
