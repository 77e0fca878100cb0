"""What the content itself says of a claim: "the reports are false" denies the reports.

A neutral verb can carry a denial, a doubt or a refusal in its content. Each rule of
``judgements.yaml`` names the stance, and what it is taken on: the matched target, or
an earlier claim of the document where only "it" or "the story" stands there.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from claims.extraction.position import REJECTING
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.sought import Sought
from claims.extraction.wording.gerund_clauses import state_gerund_clause
from claims.extraction.wording.report_names import unwrap_report
from claims.model import Stance


class Judgement(NamedTuple):
    """A stance that the content expresses. ``target`` is "" for an earlier claim."""

    stance: Stance
    target: str
    reason: str


class _Rule(NamedTuple):
    pattern: Sought
    stance: Stance
    reason: str


_HEDGE = (
    r"\w+ly,? |and |totally |just |a |an |all |pure |merely |mere |not only |nothing but |"
    "nothing more than |very |of |complete |total |utter |sheer |absolute |plain |idle "
)
_EVIDENCE = (
    r"evidence|proof|indications?|intelligence|confirmation|signs?(?! of\b)|basis|"
    r"signals?(?= (?:that|of)\b)|information(?= to (?:suggest|indicate|support)\b)|"
    r"reason to believe|"
    r"signs?(?= of (?:\w+ ){0,2}?(?:fraud|tampering|manipulation|rigging|interference|access|"
    r"breach|intrusion|hacking|forgery|doping|sabotage|struggle|foul play|violence|"
    r"explosi(?:on|ves)|an explosive|blast|bomb|fire|arson|poison(?:ing)?|torture|abuse|"
    r"forced entry|break-in|attack|"
    r"wrongdoing|negligence|collusion|malfunction|leak|contamination|corruption|theft)\b)"
)


@cache
def _rules() -> tuple[_Rule, ...]:
    things = [
        "hoax", "video", "photo", "tape", "recording", "image", "tweet", "quote", "messages?",
        "sightings?", "lists?",
    ]  # fmt: skip
    untrue = [
        "not true", "not accurate", "not correct", "not real", "no truth", "wide of the mark",
        "(?:way |well |far )?off the mark", "(?:way|far) off(?: base)?",
        "nowhere near(?: the truth)?",
        "without foundation", "without basis", "made up", "far-fetched", "pure invention",
        "fairy tales?", "fairy stor(?:y|ies)", "old wives' tales?",
    ]  # fmt: skip
    named = {
        "<NOUN>": _alternatives([*word_set("report_nouns"), *things]),
        "<FALSE>": _alternatives([*word_set("hoax_words"), *untrue]) + r"(?!-\w)",
        "<HEDGE>": f"(?:{_HEDGE})",
        "<BE>": "(?:is|are|was|were|'s|'re|has been|have been|isn't|aren't|wasn't|weren't|be|"
        "(?:turn(?:s|ed) out|prove[sd]?|had proved)(?: to be)?)",
        "<NOT>": r"(?:isn't|aren't|wasn't|weren't|(?:is|are|was|were|'s)(?: \w+ly)? not)",
        "<EVIDENCE>": f"(?:{_EVIDENCE})",
    }
    text = files("claims.extraction.positions").joinpath("judgements.yaml").read_text("utf-8")
    rules = []
    for row in yaml.safe_load(text):
        pattern = "".join(row["pattern"])
        for name, alternatives in named.items():
            pattern = pattern.replace(name, alternatives)
        rules.append(_Rule(Sought(pattern), Stance(row["stance"]), row["reason"]))
    return tuple(rules)


def _alternatives(words: list[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"


_TERM = re.compile(r"(?<!\w)(?P<mark>[\"'])(?P<term>[^\"']{2,40}?)(?P=mark)(?!\w)")
"""A quoted term: what is "nonsense" is nonsense."""
_CONTRARY = Sought(
    r"\b(?:claims?|reports?|rumou?rs?|suggestions?|assertions?|allegations?|statements?|anything) "
    r"to the contrary\b|\bcontrary (?:claim|report|rumou?r)s?\b"
)
"""What is said against others' word that it is not so: it is so."""
_WHOSE_REPORT = re.compile(
    r"(?:[\w.-]+ ){0,4}[\w.-]+(?:'s|s') (?:[\w-]+ )?"
    rf"{_alternatives([*word_set('report_nouns')])}",
    re.I,
)
"""What only tells whose report it is, and not of what."""
_SOMETHING_BUT = Sought(
    r"\b(?P<be>is|are|was|were) (?:\w+ly )?[\w-]+,? but (?=(?:\w+ly )?(?:untrue|false|wrong|fake|"
    r"baseless|unfounded|not true)\b)"
)
"""What else a report is that is not so: "were creative, but untrue"."""
_FALSE_THING = re.compile(
    r"(?:(?:the|this|that|a|an|his|her|its|their) )?(?:[\w-]+ )?(?:hoax(?:es)?|pranks?|scams?)",
    re.I,
)
"""What is called false by its own name, of which something else is said."""
_OPENED = re.compile(r"(?<= )[\"'](?=\w)")
"""A quotation mark whose other one is cut off: was "wide of the mark."""


_SIGNS = re.compile(
    r"n't\b|\b(?:no|not|cannot|never|none|nothing|zero|little|any|denie[sd]|deny\w*|reject\w*|"
    r"disagree\w*|doubt\w*|question|unlikely|true|truth|correct\w*|accura\w+|further|farther|far|"
    r"reason|may|might|could|too|unable|unclear|unknown|unaware|uncertain|yet|specul\w+|conjecture|guess\w*|"
    r"gossip|hearsay|exaggerat\w*|inflated|high|over(?:blown|stated)|un(?:verif|prove|substan|convinc|reliab)\w*|"
    r"questionable|sketchy|suspicious|misleading|wrong|incorrect|inaccurate|unfair|mistake|absurd|"
    r"ridiculous|s[ck]eptical|doubtful|dubious|suspect|hard|without|devoid|lacking|bears?|bore|"
    rf"{'|'.join(sorted({w.split()[0] for w in word_set('hoax_words')}))}|"
    r"smear|slander|under (?:review|investigation|consideration|examination)|being|"
    r"lied|lying|mistaken|mis(?:spoken|spoke|informed|led)|wrongly|"
    r"falsely|incorrectly|mistakenly|erroneously|invented|concocted|joke|prank|"
    r"farce|provocation|disinformation|misinformation|libel|spoof|stunt|"
    r"wide|way|off|nowhere|made|far-fetched|pure|bogus|fabricated|false|fake|baseless|unfounded|premature|untrue|"
    r"mirage|hoax|lie|impossible|prevent\w*|barr?(?:s|ed|ing)?|stopp?(?:s|ed|ing)?|forb\w+|prohibit\w*|"
    r"confidential|keep|keeping|belongs?|improbable|implausible|unsupported|whether|ignore|disregard)\b"
)
"""Words without one of which no rule finds anything."""


SAYS = "content says"
"""How the reason of a judged position begins."""


def _told(reason: str) -> str:
    return f"{SAYS} '{reason}'"


NO_EVIDENCE = frozenset({_told("no evidence"), _told("nothing to support it")})
"""The reasons of positions that say that nothing speaks for what was told."""


CALLED_RUBBISH = _told("called rubbish")
"""The reason of a position on what was told before what is said to be so instead."""


_OF_DOING = frozenset(["is not aware of it", "never heard of it"])
"""The reasons of the rules for what somebody is doing of which others do not know."""


@lru_cache(maxsize=4096)
def judge(content: str) -> Judgement | None:
    """The stance that ``content`` (one sentence at most) expresses by itself, if any."""
    flat = " ".join(content.replace("’", "'").replace("“", '"').replace("”", '"').split())
    if "'" in flat or '"' in flat:
        flat = _OPENED.sub("", _TERM.sub(r"\g<term>", flat))
    flat = _SOMETHING_BUT.sub(r"\g<be> ", flat)
    told = flat.strip(" \"'.,!?—–-")
    bare = told.lower()
    if _SIGNS.search(bare) is None or says_otherwise(bare):
        return None
    for rule in _rules():
        match = rule.pattern.search(bare)
        if match is not None:
            begin, end = match.span("t") if "t" in match.re.groupindex else (-1, -1)
            target = told[begin:end] if len(told) == len(bare) else bare[begin:end]
            target = target.strip(" .,;\"'") if begin >= 0 else ""
            if rule.reason in _OF_DOING and not (target := state_gerund_clause(target)):
                continue  # of a thing, "not aware of the report"
            if rule.stance is Stance.DENIES and _FALSE_THING.fullmatch(target):
                continue  # "the hoax was a stunt" is on the hoax, and denies nothing
            only = _WHOSE_REPORT.fullmatch(target) is not None
            return Judgement(rule.stance, "" if only else target, _told(rule.reason))
    return None


def clears(words: str) -> bool:
    """Whether somebody "had nothing to do with it": that is more than to know nothing of it."""
    return "nothing to do with" in words.lower()


def not_recognised(words: str) -> bool:
    """Whether somebody "did not recognise the remarks" that were laid to them: that denies them."""
    verdict = judge(words) if "recogni" in words else None
    return verdict is not None and verdict.reason == _told("does not recognise it")


def says_no_such_thing(words: str) -> bool:
    """Whether somebody says that the words laid to them were not said: "he never made that
    remark"."""
    verdict = judge(words)
    return verdict is not None and verdict.reason == _told("said no such thing")


def says_otherwise(words: str) -> bool:
    """Whether words tell of others' claims "to the contrary"."""
    return _CONTRARY.search(words.lower()) is not None


def calls_genuine(words: str) -> bool | None:
    """Whether words say of something that it is genuine, or that it is not; None if neither."""
    bare = words.lower().replace("’", "'")
    found = _GENUINE.search(bare)
    if found is None or not word_set("hoax_words").isdisjoint(bare.split()):
        return None
    if _NOT.search(bare) is None:
        return True
    return False if found["no"] else None


_NO = r"(?:\bnot?|n't|\bnever|\bden(?:y|ies|ied|ying))"
_NOT = re.compile(rf"{_NO}\b")
_GENUINE = re.compile(rf"(?P<no>{_NO} (?:[\w'’-]+ ){{0,4}}?)?\b(?:genuine|authentic|real|true)\b")


def names_false_report(words: str) -> bool:
    """Whether words say of a report that it is not so: "reports of a sale were premature", "the
    allegations are untrue"."""
    verdict = judge(words)
    if verdict is None or verdict.stance not in REJECTING:
        return False
    return unwrap_report(verdict.target) is not None or _BARE_REPORT.match(words) is not None


_BARE_REPORT = re.compile(
    r"\W*(?:(?:all|both|the|these|those|this|that|such|his|her|its|their|any) ){0,2}(?:\w+ )?"
    r"(?:claims?|reports?|rumou?rs?|allegations?|accusations?|stor(?:y|ies)|charges?|suggestions?|"
    r"assertions?) (?:is|are|was|were)\b",
    re.I,
)
"""A report, told of by that name alone, of which something is said."""
