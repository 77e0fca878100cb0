"""Where what a rumour tells ends, and what is told of the rumour begins.

In "rumours that the mill was sold are rife" the claim ends before "are": the second finite verb
group belongs to the rumours, and agrees with them.
"""

from __future__ import annotations

import re

from claims.extraction.text.lexicon import word_set
from claims.extraction.text.nouns import are_many
from claims.extraction.text.quality import has_finite, is_finite
from claims.extraction.text.sought import Sought
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.wording.checkable import is_checkable
from claims.extraction.wording.report_names import without_verdict
from claims.extraction.wording.sentence import finish, spell_out, state_nominal

_MANY = frozenset(["are", "were", "have", "aren't", "weren't", "haven't"])
_ONE = frozenset(["is", "was", "has", "isn't", "wasn't", "hasn't"])
_RELATIVE = frozenset(["who", "which", "that"])
_JOINS = _RELATIVE | frozenset(
    ["and", "but", "or", "nor", "because", "while", "when", "after", "before", "if", "as", "where",
     "until", "since", "although", "though", "than", "there", "what", "how", "why", "whether"]
)  # fmt: skip
_BEHIND = frozenset(["by", "in", "on", "at", "from", "near", "with", "to", "of"])
"""What follows a participle that only tells of the noun before it: "ships seized by Lima"."""
_RUMOURS = Sought(
    r"(?:^|[\s\"“])(?:(?P<many>rumou?rs|reports|claims|allegations|accusations|suggestions|stories|"
    r"assertions|theories|lies)|rumou?r|report|claim|allegation|accusation|suggestion|story|"
    r"assertion|theory|speculation|talk|gossip|notion|idea)"
    r"(?: (?!that\b)[^\s,;:.]+){0,5} that (?=\w)",
    re.I,
)
_SPREADS = frozenset(["began", "started", "originated", "circulated", "surfaced", "emerged"])
"""What rumours do: "rumours that Orr had died began online"."""
_EXPLODES = _SPREADS | {"exploded", "erupted", "swirled", "spread", "abounded", "proliferated"}
_HAVE = frozenset(["has", "have", "had", "is", "are", "was", "were"])
_DISPROVED = re.compile(
    r"(?:(?:been|being|\w+ly|now|since|long|widely) ){0,3}(?:debunked|disproved|disproven|refuted|"
    r"discredited|rebutted|unproven|baseless|unfounded|bogus)\b",
    re.I,
)
"""What others say of a claim: "the claim that it sank has been debunked"."""
_COULD = frozenset(["could", "can", "cannot", "has", "have", "was", "were"])
_UNVERIFIED = re.compile(
    r"(?:not )?(?:yet )?(?:be |been )?(?:\w+ly )?(?:verified|confirmed|corroborated|substantiated|"
    r"authenticated|verify|confirm)\b"
)
"""What others say of a claim: "the claim that it sank could not be verified"."""
_CALLED_FALSE = re.compile(
    r"(?:(?:\w+ly|all|just|simply|pure|an?|total|complete|absolute|utter) ){0,3}[\"“'‘]?"
    rf"(?:{'|'.join(sorted(map(re.escape, word_set('hoax_words'))))})\b",
    re.I,
)
_SHORT = 4
"""Letters of a word in -ed that is no past tense: "red", "need"."""


def told_by_rumour(words: str, *, many: bool) -> str:
    """What a rumour tells, of the ``words`` behind "that"; whole where they hold no predicate of
    the rumour's own. ``many`` are "rumours", one is "speculation"."""
    parts = words.split()
    wanted = _MANY if many else _ONE
    verb = 0
    for at, part in enumerate(parts):
        word = part.lower().replace("’", "'").strip('"“”,')
        before = parts[at - 1].lower() if at else ""
        if at >= _FEWEST and word in _HAVE and _DISPROVED.match(" ".join(parts[at + 1 :])):
            return finish(" ".join(parts[:at]))
        if at >= _FEWEST and word in _COULD and _UNVERIFIED.match(" ".join(parts[at + 1 :])):
            return finish(" ".join(parts[:at]))
        if verb and word in wanted and _CALLED_FALSE.match(" ".join(parts[at + 1 :])):
            return finish(" ".join(parts[:at]))  # "claims that I lied are untrue"
        if verb and word in wanted | _SPREADS and at - verb > 1 and before not in _JOINS:
            cut = finish(" ".join(parts[:at]))
            return cut if is_checkable(cut, spoken=False) else words
        if verb and at - verb > 1 and _spread(parts, at):
            cut = finish(" ".join(parts[:at]))
            return cut if is_checkable(cut, spoken=False) else words
        if part.endswith(",") or word in _JOINS:
            if verb:
                return words  # another clause, which has a verb of its own
        elif at and _is_verb(parts, at, word) and before not in _RELATIVE:
            if is_telling(word):
                return words  # what is told there has a verb of its own
            verb = at
    return words


def _spread(parts: list[str], at: int) -> bool:
    """Whether the rumour spreads there, behind all that it tells: "had fled to Lima (spread on
    Friday)", and not "that it would spread in Lima"."""
    if parts[at].lower() not in _SPREAD or at + 1 >= len(parts):
        return False
    before, after = parts[at - 1].lower(), parts[at + 1].lower().strip(",")
    helped = before in word_set("cues_auxiliaries") or before == "to" or before.endswith("ly")
    return not helped and before not in _JOINS and after in _SPREADS_WHERE


_SPREAD = frozenset(["spread", "swept", "swirled", "flooded"])
_SPREADS_WHERE = frozenset(
    ["on", "across", "through", "online", "via", "among", "quickly", "rapidly", "fast", "social",
     "in", "after", "over", "around"]
)  # fmt: skip


def _is_verb(parts: list[str], at: int, word: str) -> bool:
    """Whether a finite verb group starts there: no participle, as of "ships seized by Lima"."""
    if word in word_set("cues_auxiliaries"):
        return is_finite(word)
    before, after = parts[at - 1].lower(), parts[at + 1].lower() if at + 1 < len(parts) else ""
    if before in word_set("cues_auxiliaries") or after in _BEHIND:
        return False
    return is_finite(word) or (word.endswith("ed") and len(word) > _SHORT)


def what_is_contradicted(words: str) -> str:
    """What somebody contradicts, of "the mayor, who said that it was arson"; "" where that is
    somebody and no more: "contradicted the mayor"."""
    match = _WHO_SAID.match(words)
    if match is not None:
        return finish(match["told"])
    bare = words.partition(",")[0].lower().rstrip(".").split()
    named = not word_set("report_nouns").isdisjoint(bare) or has_finite(" ".join(bare))
    return "" if not named and bare and bare[-1] in _SOMEBODY else words


_SOMEBODY = word_set("person_roles") | word_set("plural_people") | word_set("org_roles")
_WHO_SAID = re.compile(
    r"(?:[^,]{2,60}?),? (?:who|which) (?:ha[sd] )?(?:\w+ly |earlier |first |also )?"
    r"(?:said|says|claim(?:s|ed)|insist(?:s|ed)|maintain(?:s|ed)|told(?: [\w'’-]+){1,3}?(?= that))"
    r"(?: (?:on|in|last|earlier) (?:[\w'’-]+ )?(?:\w+day|week|month|year|\w+))?"
    r"(?: that)? (?P<told>.+)$",
    re.S,
)


def without_predicate(claim: str, text: str, start: int, end: int) -> str:
    """The claim without what ``text[start:end]`` tells of the rumour that it goes back to."""
    match = _RUMOURS.search(text, start, end)
    if match is not None:
        words = text[match.end() : end]
        return _cut(claim, words, told_by_rumour(words, many=bool(match["many"])))
    match = _CLAIMING.search(text, start, end) if "ing " in text[start:end] else None
    if match is not None and _WHICH_ONE.search(words := text[match.end() : end]) is None:
        return _cut(claim, words, told_by_rumour(words, many=bool(match["many"])))
    told = without_comment(claim, text, start, end)
    if told != claim:
        return told
    of = _REPORTS_OF.match(claim)
    if of is not None and _VERDICT.search(text, start, end + _BEYOND):
        doing = without_verdict(claim[of.end() :])
        known = doing != claim[of.end() :]
        return state_nominal(doing, _NOBODY) if known else _without_verdict(claim, claim)
    return _without_verdict(claim, text[start:end])


_CLAIMING = re.compile(
    r"(?:^|[\n\"“.!?] ?|\b(?:after|when|because) )"
    r"(?:[Aa]n?|[Tt]he|(?P<many>Two|Three|Several|Some|Many|Posts|Reports|Videos))"
    r"(?: (?!(?:who|which|that|as|and)\b)[\w'’-]+){0,5} (?:claiming|alleging|suggesting|asserting)"
    r"(?: that)? (?=\w)"
)
"""What tells something and is told of: "A leaflet claiming (the mill was sold) was handed out"."""
_WHICH_ONE = re.compile(r"\b[a-z]{3,} (?:he|she|they|it|we|I) [a-z]")
"""A clause that tells which one is meant: "the house he bought was sold"."""


def without_comment(claim: str, text: str, start: int, end: int) -> str:
    """The claim without what ``text[start:end]`` tells of the fact that it is."""
    match = _FACT.search(text, start, end) if text.find("fact that", start, end) >= 0 else None
    if match is None:
        return claim
    words = text[match.end() : end]
    return _cut(claim, words, _told_as_fact(words))


def _cut(claim: str, words: str, told: str) -> str:
    """The claim as far as it goes with what is ``told``, of all the ``words``."""
    if told == words:
        return claim
    own = _words(told)
    own_end = _QUOTE_ENDS.search(words, len(told.rstrip(".")))  # who says so stands behind it
    beyond = set(_words(words[: own_end.start()] if own_end else words)) - set(own)
    parts = claim.split()
    last = next((at for at, part in enumerate(parts) if beyond.intersection(_words(part))), 0)
    behind = words.split()[len(told.split()) :][:1]
    ends = word_set("quality_open_ends") | set(spell_out("".join(behind)).lower().split())
    while last > _FEWEST and parts[last - 1].lower() in ends:
        last -= 1
    return finish(" ".join(parts[:last])) if last >= _FEWEST else claim


_QUOTE_ENDS = re.compile(r"(?<=\S)[,.]?[\"”]| ?, (?=[\w ]*\bsa(?:id|ys)\b)")
_FACT = re.compile(
    r"(?:^|[\n\"“‘'.!?:;,]|\b(?:said|says|say|added|that|and|but|because)\b)\s*"
    r"the (?:\w+ )?fact that (?=\w)",
    re.I,
)
"""What is told as a fact and the subject of what is told of it: "The fact that P worries me"."""


def _told_as_fact(words: str) -> str:
    """What is told as a fact, up to the verb that tells what of it: "P does not disturb me"."""
    parts = words.split()
    verb = 0
    for at, part in enumerate(parts):
        word = part.lower().replace("’", "'").strip('"“”,')
        before = parts[at - 1].lower() if at else ""
        free = before not in _JOINS and before not in word_set("quality_subjects")
        if verb and at - verb > 1 and free and is_finite(word):
            return finish(" ".join(parts[:at]))
        doing = at + 1 < len(parts) and parts[at + 1].lower().endswith("ing")
        if part.endswith(",") or (verb and word in _JOINS) or (is_telling(word) and not doing):
            return words
        if at and not verb and free and _is_verb(parts, at, word):
            verb = at
    return words


def _without_verdict(claim: str, quote: str) -> str:
    """What "reports of a shark were a hoax" tell of, where the claim tells what those were."""
    match = _REPORTS_OF.match(quote)
    if match is None:
        return claim
    parts = quote[match.end() :].split()
    wanted = _MANY if match["many"] else _ONE
    verbs = wanted | _EXPLODES
    last = next((at for at, part in enumerate(parts) if part.lower() in verbs), 0)
    if last and not _RELATIVE.isdisjoint(map(str.lower, parts[max(0, last - 3) : last])):
        return claim  # "news of the meal, which was first told by ..."
    own = " ".join(parts[:last])
    beyond = {*_words(" ".join(parts[last + 1 :]))} - {*_words(own)}
    told = {*_words(claim)}
    if not last or not beyond & told or not set(_words(own)) & told or has_finite(own):
        return claim
    stated = state_nominal(own, _NOBODY)
    return finish(f"There was {own}") if stated.startswith(_NOBODY) else stated


_VERDICT = re.compile(
    r"\b(?:is|was|are|were) [\"“'‘]?\w+[,\"”'’]{0,2} (?:but|and|yet|though) (?:\w+ )?"
    rf"(?:{'|'.join(sorted(map(re.escape, word_set('hoax_words'))))})\b",
    re.I,
)
"""What is told of rumours: they were "amusing", but false."""
_BEYOND = 24
"""Letters behind the words of somebody that hold what they make of the rumours."""
_NOBODY = "Nobody"
"""Who did what the reports are of, "fraud at the bank": they do not say."""
_REPORTS_OF = re.compile(
    r"\W*(?:(?:the|these|any|recent|online|media) )*(?:(?P<many>rumou?rs|reports|claims|allegations"
    r"|accusations|suggestions|stories)|talk|speculation|news|gossip) of ",
    re.I,
)


def state_reported(words: str, *, whole: bool = False) -> str:
    """What reports are of that the words speak of, or open with (``whole``), by its name: "reports
    of a coup" as "There was a coup."; "" where they tell of none."""
    match = _REPORTED.match(words) if whole else _REPORTED.search(words)
    if match is None:
        return ""
    return f"There {'were' if are_many(match['head']) else 'was'} {match['thing']}."


_LINKS = "of|in|at|on|from|against|near|by|and"
_REPORTED = re.compile(
    r"\b(?:reports?|claims?|rumou?rs?|allegations?|accusations?|suggestions?|talk|speculation) of "
    r"(?P<thing>(?!(?:the|this|that|these|those|his|her|its|their|my|our|any|how|what) |\w+ing\b)"
    rf"(?P<head>[a-z][\w-]*(?: (?!(?:to|with|over|as|is|are|was|were|{_LINKS})\b)[a-z][\w-]*)*)"
    rf"(?: (?:{_LINKS}) (?:(?:the|an?|its) )?[\w'’-]+)*?)"
    r"(?=[.,;\"”]|$| (?:as|and|but|that|which|who|is|are|was|were|"
    r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
"""What was reported, by its name, and the noun that it is."""


def _words(text: str) -> list[str]:
    return [match[0].lower() for match in _WORD.finditer(text)]


_WORD = re.compile(r"\w+")
_FEWEST = 3
"""Words of a claim that are its own at least."""


def hears_of_it(words: str) -> bool:
    """Whether words tell that somebody knows of others' word or looks into it, and not that it is
    so: "was aware of claims that Orr fled"."""
    return _HEARS_OF.search(words) is not None


_HEARS_OF = Sought(
    r"\b(?:aware of|receiv(?:es?|ed|ing)|hears?|heard|hearing|seen|saw|investigat\w+|look\w* into|"
    r"study\w*|review\w*|check\w*|examin\w+|prob(?:es?|ed|ing)|monitor\w*)\b"
    r"(?: (?:of|the|these|those|any|all|media|online|unconfirmed|several|some|such|two)){0,3} "
    r"(?:reports?|claims?|rumou?rs?|allegations?|accusations?|suggestions?|speculation|talk)\b",
    re.I,
)
