"""What somebody calls something: "called the trial 'a farce'"."""

from __future__ import annotations

import re

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.weighing.theirs import NOTES
from claims.extraction.positions.judge import judge
from claims.extraction.text.lexicon import PREPOSITIONS
from claims.extraction.text.nouns import are_many
from claims.extraction.text.segment import Sentence
from claims.extraction.wording.sentence import finish

_CALLS = re.compile(
    r"\b(?:call(?:s|ed|ing)?|label(?:led|ling|s)|brand(?:ed|ing|s)|dubb(?:ed|ing)) "
    r"(?P<whom>(?!(?:it|them|him|her|this|that)\b)[^,.;“\"‘]{2,60}?) [“\"‘]$"
)
_CALLS_IT_A = re.compile(
    r"(?:[A-Z][\w.'’-]*|The [\w-]+)(?: [\w.'’-]+){0,3}? call(?:s|ed) "
    r"(?P<whom>(?:the|its|his|her|these|those) (?:[\w-]+ ){0,2}?[\w-]+) "
    r"(?P<what>an? [\w-]+(?: (?!as\b|while\b|but\b)[\w-]+){0,4})(?: (?:as|while|but)\b.*)?\.?$"
)
"""Who calls something something: "Lima calls the ship a trawler"."""
_WHOM_CALLS = re.compile(
    r"(?P<whom>[^,;]{2,60}), (?:whom|who|which) (?:[\w.'’-]+ ){1,4}?(?:describe[sd]? as|"
    r"call(?:s|ed)|"
    r"identif(?:ies|ied) as) [“\"‘]?(?P<what>(?:the|an?|one of) [^,;“”\"]{3,80})"
)
"""Who calls somebody something beside the sentence: "Orr, whom the paper calls a spy, fled"."""
_CALLS_SO = re.compile(
    r"\bcall(?:s|ed|ing) (?P<whom>[^,.;“\"‘]{2,60}?) [“\"‘](?P<what>[^“”\"]{3,60})[”\"’]"
)
_THINGS = frozenset(
    ["it", "this", "that", "they", "them", "these", "video", "photo", "photograph", "picture",
     "image", "tape", "recording", "document", "letter", "memo", "article", "figure", "figures"]
)  # fmt: skip
"""What may be false: who calls it something takes a stance on what it shows."""


def state_called(done: Attributed, sentence: Sentence, first: int, words: str) -> str:
    """What somebody is called as a sentence, where the ``words`` from the token ``first`` on are
    that: "The trial is a farce."; "" where they are not."""
    plain = _CALLS_IT_A.match(words)
    if plain is not None and plain["whom"].rpartition(" ")[2].lower() not in PREPOSITIONS:
        whom = plain["whom"]
        return finish(f"{whom} {'are' if are_many(whom) else 'is'} {plain['what']}")
    described = _WHOM_CALLS.match(words)
    if described is not None:
        whom = described["whom"]
        be = "are" if are_many(whom.split(" of ")[0]) else "is"
        return finish(f"{whom} {be} {described['what']}")
    begun = sentence.tokens[first].start
    if " calling " in words:
        whole = _CALLS_SO.search(done.page.text, begun, sentence.end)
        if whole is not None:
            return finish(f"{whole['whom']} is {whole['what']}")
    match = _CALLS.search(done.page.text, sentence.start, begun)
    if match is None or not words.strip(" ."):
        return ""
    whom = match["whom"]
    return finish(f"{whom} {'are' if are_many(whom) else 'is'} {words[0].lower()}{words[1:]}")


def only_rates(done: Attributed, reading: Reading) -> bool:
    """Whether somebody only says what they think of something, and of no report."""
    match = _CALLS_SO.search(done.page.text, *reading.quote)
    if match is None:
        return False
    told = match["whom"].lower().split()
    verdict = judge(f"{match['whom']} is {match['what']}")
    return verdict is None and NOTES.isdisjoint(told) and _THINGS.isdisjoint(told)
