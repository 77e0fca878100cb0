"""Pronouns that the writer left out where it copied the words around them: "people talked to" of
"people I talked to", "dig a pit" of "They dig a pit".

One of a third person is put back as it stands in the text; where who speaks was left out, nobody
can tell what is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.text.whole_words import find_whole

_OTHERS = "he|she|they|it|this|that|these|those|them|him|who|which"
_PRONOUN = re.compile(rf" (?P<left>{_OTHERS}|I|we|me)(?= [\w'’-])", re.I)
_OPENS = re.compile(r"(?:^|[\"“‘'(.;:!?—–] ?|, ?|\b(?:and|but|that|because|so|when|if) )$", re.I)
_SUBJECTS = frozenset(["he", "she", "they", "it", "i", "we", "you"])
_WORD = re.compile(r"[\w'’-]+")
_JOINED = frozenset(["and", "but", "or"])
_FOLLOWS_VERB = frozenset(
    ["the", "a", "an", "him", "her", "it", "them", "his", "their", "its", "my", "our", "to", "on",
     "in", "at", "for", "from", "by", "with", "over", "after", "as", "that", "down", "out", "up",
     "off", "away", "into", "back"]
)  # fmt: skip


def restore_left_out(told: str, beside: str) -> str:
    """The writer's sentence with the pronouns that it left out; "" where who speaks was left out,
    or it starts behind the "and" or "to" that joins its verb to a subject."""
    opening = _opening(told, beside)
    told = _with_there(told, beside)
    if (
        opening is None
        or is_turned_round(told, beside)
        or _runs_together(told, beside)
        or _leaves_hedge_out(told, beside)
        or _NAMES_TWICE.match(told)
    ):
        return ""
    return _with_seams(f"{opening}{told}", beside)


def _with_there(told: str, beside: str) -> str:
    """ "Panel planned for Monday" of "there was never a panel planned for Monday" as "There was a
    panel planned for Monday"."""
    words = _ARTICLE.sub("", told)
    found = [beside[max(0, at - _REACH) : at] for at in find_whole(words[:_OPENING], beside)]
    match = _THERE.search(found[0]) if len(found) == 1 and len(words) > _OPENING else None
    if match is None:
        return told
    be = {"is": "is", "are": "are", "was": "was", "were": "were"}[match["be"].lower()]
    return f"There {be} {match['article'] or ''}{words}"


_ARTICLE = re.compile(r"^(?:the|an?|any|no) ", re.I)
_THERE = re.compile(
    r"\bthere (?P<be>is|are|was|were) (?:(?:never|not|no|also|now|still) )*(?:any )?"
    r"(?P<article>an? )?$",
    re.I,
)
_OPENING = 18
"""Letters by which a sentence is found again."""


def is_turned_round(told: str, beside: str) -> bool:
    """Whether what a sentence ends with stands before what it starts with in the text: "no threat
    from the leak is closely watching" of "is closely watching it and sees no threat from the
    leak"."""
    words = told.rstrip(".").split(" ")
    if len(words) < _LONG or not all(word.islower() for word in words[1:_PART] + words[-_PART:]):
        return False  # a name may stand for a pronoun or for what it is of
    if words[0].lower() not in _COUNTS:
        return False
    first, last = " ".join(words[:_PART]), " ".join(words[-_PART:])
    starts, ends = list(find_whole(first, beside)), list(find_whole(last, beside))
    return len(starts) == 1 and len(ends) == 1 and ends[0] < starts[0]


_LONG, _PART = 6, 3
_COUNTS = frozenset(
    ["no", "any", "some", "more", "most", "many", "several", "little", "few", "all"]
)
_NAMES_TWICE = re.compile(
    r"(?:[A-Z][\w.'’-]* ){1,4}(?:he|she|they) (?:is|are|was|were|ha[sd]|have|will|would|could)\b"
)
"""Who is told something, and "he", of "told Otto Orr he had a fever"."""


def _leaves_hedge_out(told: str, beside: str) -> bool:
    """Whether it sets a hedged clause behind "who" before the sentence's own verb: "the man robbed
    the bank was seen" of "the man who appears to have robbed the bank was seen"."""
    for match in _HEDGED.finditer(beside):
        joined = f"{match['noun']} {match['verb']} "
        at = told.find(joined)
        if at >= 0 and _OWN_VERB.search(told, at + len(joined)):
            return True
    return False


_HEDGED = re.compile(
    r"(?P<noun>[\w'’-]+),? (?:who|which|that) (?:[\w'’]+ ){1,4}?to have (?P<verb>[\w'’-]+)"
)
_OWN_VERB = re.compile(r" (?:is|was|are|were|has|had|have|will|would) ")


def _runs_together(told: str, beside: str) -> bool:
    """Whether two pasts meet that never do in the text ``beside``: "were sold closed the bar"."""
    words = _WORD.findall(told)
    return any(
        one.islower() and two.islower() and may_be_past(one) and may_be_past(two)
        and one not in _HELPERS and f"{one} {two}" not in beside
        for one, two in pairwise(words)
    )  # fmt: skip


_HELPERS = frozenset(["had", "was", "were", "got", "did", "became", "felt", "left", "made", "kept"])


def _opening(told: str, beside: str) -> str | None:
    """What the sentence wants before its verb; None where nobody could tell."""
    words = told.split(" ", 3)[:3]
    if len(words) < _FIRST or not words[0][:1].islower():
        return ""
    before = _before(" ".join(words), beside)
    if before is None:
        return ""
    lower, opens, second = before[0].lower(), before[1], before[2]
    if lower in _SUBJECTS and (opens or lower not in ("it", "you")):
        return None if lower in ("i", "we", "you") else f"{before[0].capitalize()} "
    verb = words[0].lower()
    acts = may_be_past(verb) or is_finite(verb) or verb in word_set("quality_bases")
    if lower in _JOINED and acts and words[1].lower() in _FOLLOWS_VERB:
        return None
    if lower == "to" and verb in word_set("quality_bases"):
        return None
    if second in _THAT_TO and not is_telling(lower):
        return None  # "that to build (a mill is costly)"
    return ""


_FIRST = 3
"""Words by which a sentence is found again in the text."""


@lru_cache(maxsize=256)
def _before(words: str, beside: str) -> tuple[str, bool, str] | None:
    """The word before some of the text ``beside``, whether a clause opens with it, and the two
    before it; None where they stand there not once."""
    at = next(find_whole(words, beside), None)
    if at is None:
        return None
    said = _LAST.search(beside, max(0, at - _REACH), at)
    if said is None:
        return None
    near = beside[max(0, said.start() - _REACH) : said.start()]
    two = " ".join(near.lower().split()[-2:])
    return said[0].strip(), _OPENS.search(near) is not None, two


_THAT_TO = frozenset(["that to", ", to", "is to", "was to"])
_LAST = re.compile(r"[\w'’-]+ $")
_REACH = 30


def _with_seams(told: str, beside: str) -> str:
    """The sentence with a pronoun where two words meet that only meet across one in the text."""
    if told in beside:
        return told
    lower, text = f" {told.lower()} ", beside.lower()
    for seam in _seams(beside):
        marks = (seam.mark, "") if seam.mark else ("",)
        joins = ((mark, f"{seam.before}{mark} {seam.behind}") for mark in marks)
        mark, joined = next((j for j in joins if f" {j[1]} " in lower), ("", ""))
        if not joined or joined in text:
            continue
        at = lower.find(f" {joined} ")
        if seam.left in ("i", "we", "me"):
            return ""
        cut = at + len(seam.before) + len(mark)
        if seam.tells_of_noun and not _OTHER_VERB.search(told, cut + 1 + len(seam.behind)):
            continue  # "a court that will try him": "a court will try him"
        told = f"{told[:cut]}{'' if mark else seam.mark} {seam.left}{told[cut:]}"
        lower = f" {told.lower()} "
    return told


@dataclass(frozen=True)
class _Seam:
    """A pronoun between two words, lower case."""

    before: str
    mark: str
    left: str
    behind: str

    @property
    def tells_of_noun(self) -> bool:
        acts = is_finite(self.behind) or may_be_past(self.behind)
        return acts and self.left in ("that", "who", "which")


@lru_cache(maxsize=16)
def _seams(beside: str) -> tuple[_Seam, ...]:
    found = []
    for match in _PRONOUN.finditer(beside):
        before = _WORD_BEFORE.search(beside, max(0, match.start() - _REACH), match.start())
        behind = _WORD.match(beside, match.end() + 1)
        if before is None or behind is None:
            continue
        named = before["word"][0].isupper() and not before["mark"]
        words = before["word"].lower(), behind[0].lower()
        left = match["left"].lower()
        if not (_NO_SEAM.intersection(words) or (named and left in _SUBJECTS)):
            found.append(_Seam(words[0], before["mark"], left, words[1]))
    return tuple(found)  # but for "heard from Orr he is out"


_WORD_BEFORE = re.compile(r"(?P<word>[\w'’-]+)(?P<mark>,?)$")
_OTHER_VERB = re.compile(
    r"(?<!who)(?<!which)(?<!and)(?<!that) (?:is|was|are|were|has|had|will|would)\b"
)


_NO_SEAM = frozenset(
    ["said", "says", "say", "told", "added", "adds", "think", "thinks", "thought", "believe",
     "believes", "believed", "know", "knows", "knew", "wrote", "claimed", "claims", "insisted",
     "explained", "continued", "recalled", "hope", "mean", "guess"]
)  # fmt: skip
"""Verbs by which a clause is told: "the mill, he said, was sold", "said that it was"."""
