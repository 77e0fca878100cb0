"""Verbs of which the writer copied a half: short forms without their pronoun ("Orr 've sold it"),
and helping words before what is no verb ("the mill will a sale")."""

from __future__ import annotations

import re

from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import has_finite

_SHORT = re.compile(r"(?P<subject>\w+) ['’](?P<form>ve|re|m|ll|s)\b(?P<next>(?: \w+)?)")
_SHORT_FORMS = {"ve": ("has", "have"), "re": ("is", "are"), "m": ("is", "are"), "ll": ("will",) * 2}
"""A form by itself as it stands behind one and behind several."""
_SEVERAL = re.compile(r"(?:[a-z]+(?<![us'’])s|people|men|women|children|police|[Tt]hey)$")
_LOST = re.compile(r"(?<=\w) (?:ve|ll)\b(?!['’])|(?<=\w) re\b(?= )")
"""The same without its mark."""
_BASES_LIKE_PASTS = frozenset(
    ["need", "feed", "bleed", "breed", "speed", "succeed", "proceed", "exceed", "heed", "seed",
     "weed", "shed", "wed", "embed", "shred", "bed"]
)  # fmt: skip
_BASES_ON_ING = frozenset(["bring", "sing", "ring", "swing", "cling", "sting", "spring", "fling"])
_BEFORE_NOUN = word_set("sources_determiners") | frozenset(
    ["of", "up", "in", "on", "at", "for", "from", "with", "by", "to", "into", "about", "under"]
)
_MODAL = re.compile(r"\b(?:will|would|could|might)(?: (?!not)\w+ly)? (?P<next>\w+)")
_BEEN = re.compile(r"(?P<before>[\w'’]+)(?P<mark>,?) been\b")
_HAVE = re.compile(r"(?:has|have|had|having|\w+['’](?:ve|s|d)|\w+ly)(?:n['’]t)?$")


def complete_verbs(told: str, beside: str) -> str:
    """The sentence with its short forms spelled out; "" where a helping word has no verb.

    A short form goes with the word that it stands before in the text ``beside``, or with none.
    """
    if (
        _is_infinitive(told, beside)
        or _LOST.search(told)
        or _has_idle_helper(told, beside)
        or _leaves_out(told, beside)
    ):
        return ""
    for match in reversed(list(_SHORT.finditer(told))):
        form = _spelled(match, beside)
        if form is None or (form and has_finite(told[: match.start()])):
            return ""
        told = f"{told[: match.end('subject')]}{form}{told[match.end('form') :]}"
    return told


def _is_infinitive(told: str, beside: str) -> bool:
    """Whether a name has a verb that the text ``beside`` has behind "to" only: "Orr return to Lima"
    of "Orr vows to return to Lima"."""
    match = _NAME_AND_BASE.match(told)
    if match is None or match["verb"] not in word_set("quality_bases") | word_set("verbs_plain"):
        return False
    name, verb = match["who"].strip(), match["verb"]
    if name.endswith("s") or " and " in name:
        return False
    governed = beside.count(f" to {verb} ")
    return governed > 0 and beside.count(f" {verb} ") == governed


_NAME_AND_BASE = re.compile(r"(?P<who>(?:[A-Z][\w.'’-]* ){1,4})(?P<verb>[a-z]+) ")


def _spelled(match: re.Match[str], beside: str) -> str | None:
    """A short form with a blank before it; None where the text has it before no such word."""
    form, after = match["form"], match["next"]
    if form == "s" and after.strip() in word_set("cues_auxiliaries"):
        return ""
    before = r"\b(?:it|he|she|that|who|there|here|what)" if form == "s" else ""
    if not re.search(rf"{before}['’]{form}{re.escape(after)}\b", beside, re.I):
        return "'s" if form == "s" else None
    if form == "s":
        done = _DONE_TO.match(match.string, match.end("form"))
        return " has" if done or after.strip() in _BEHIND_HAS else " is"
    return f" {_SHORT_FORMS[form][_SEVERAL.match(match['subject']) is not None]}"


_DONE_TO = re.compile(r" \w+ed (?:the|an?|his|her|its|their|that|it|him|them)\b")
_BEHIND_HAS = word_set("hedges_participles") | frozenset(["been", "had", "got", "become", "gone"])


def _has_idle_helper(told: str, beside: str) -> bool:
    """Whether a helping word stands before what cannot follow it, as it does nowhere in the text
    ``beside``: "will the", "will using", ", been taught"."""
    for match in _BEEN.finditer(told):
        before = match["before"].lower()
        helps = not match["mark"] and (_HAVE.match(before) or before in word_set("cues_adverbs"))
        if not helps and match[0] not in beside:
            return True
    return any(
        _is_no_base(match["next"].lower()) and match[0] not in beside
        for match in _MODAL.finditer(told)
    )


def _leaves_out(told: str, beside: str) -> bool:
    """Whether "were" is told of one of two, who did it together: "The man were seen" of "the man,
    a guard, and his son were seen"."""
    match = _SUBJECT.match(told)
    if match is None or " and " in match["subject"] or _SEVERAL.search(match["noun"]):
        return False
    if match["noun"] not in beside:
        return False
    noun, verb = re.escape(match["noun"]), match["verb"]
    together = rf"\b{noun}\b[^.;!?\n]*?(?: and |\b(?:along|together) with |\bas well as )"
    return re.search(rf"{together}[^.;!?\n]*? {verb}\b", beside) is not None and not re.search(
        rf"\b{noun} {verb}\b", beside
    )


_SUBJECT = re.compile(
    r"(?P<subject>(?:[\w.'’-]+ ){0,6}?(?P<noun>[\w'’-]+)) (?P<verb>are|were|have)\b"
)


def _is_no_base(word: str) -> bool:
    """Whether a word cannot be the verb behind "will"."""
    gerund = word.endswith("ing") and word not in _BASES_ON_ING
    past = word.endswith("ed") and word not in _BASES_LIKE_PASTS
    return gerund or past or word in _BEFORE_NOUN


def fit_articles(told: str, beside: str) -> str:
    """The sentence with "a" and "an" as the words behind them want it, where the text ``beside``
    it has others there: "a leak" of "an alleged leak"; and "At least ten" for the half of it."""
    told = _HALF_LEAST.sub("At least", told)
    return _ARTICLE.sub(lambda match: match[0] if match[0] in beside else _fit(match), told)


def _fit(match: re.Match[str]) -> str:
    return f"{match['a']}{'n' if match['vowel'] else ''} {match['word'].strip()}"


_HALF_LEAST = re.compile(
    r"^(?:An?|The) least(?= (?:\d|an?\b|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve|twenty|thirty|forty|fifty|half|some|dozens|several)\b)"
)
"""Of "[A]t least ten"."""
_ARTICLE = re.compile(
    r"\b(?P<a>[Aa])(?:n(?= [b-df-gj-np-tv-z])| (?=(?P<vowel>[aeio]))(?!eu|one|once))"
    r"(?P<word> ?[a-z]+)"
)
