"""Where a source's phrase starts and ends left of its verb: past openers, adverbs, other verbs."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.names.joins import is_sunday_paper
from claims.extraction.sources.nobody import PERSONAL
from claims.extraction.text.asides import MOST, STOPS, TIME_WORDS
from claims.extraction.text.lexicon import PREPOSITIONS, word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import AUXILIARIES, BE

CITING = frozenset(["citing", "quoting"])
_REFERRING = CITING | {
    "contradicting", "echoing", "rejecting", "refuting", "disputing", "dismissing", "rebutting",
    "criticising", "criticizing", "denouncing", "mocking", "supporting", "backing", "praising",
    "blaming", "accusing",
}  # fmt: skip
"""What opens of whom another speaks: "contradicting (the mayor), who said"."""
PRONOUNS = PERSONAL | {"this", "that", "who", "which", "these", "those"}
CLAUSE = word_set("sources_clause")
_OPENERS = word_set("sources_openers")
TIES = word_set("sources_ties")
"""Words before a "to" that tells with whom somebody is: "a group loyal to the front"."""
_ADVERBIAL = frozenset(["on", "in", "at", "during", "after", "before", "within"])
DETERMINERS = word_set("sources_determiners")
LINKS = (
    PREPOSITIONS
    | frozenset(["and", "or", "nor", "both", "neither", "&", "'s"])
    | frozenset(["to", "into", "near", "against", "over", "between"])
)


_HOLDS = frozenset(
    ["own", "owns", "owned", "operate", "operates", "operated", "run", "runs", "ran", "manage",
     "manages", "managed", "make", "makes", "made", "build", "builds", "built", "manufactures",
     "produces", "produced", "publishes", "published", "organises", "organised", "organizes",
     "organized", "oversees", "oversaw", "controls", "represents", "represented", "sells", "sold",
     "supplies", "supplied"]
)  # fmt: skip
"""What a body does that is told of by it: "the company that owns the ferry said"."""


def phrase_start(
    tokens: Sequence[Token], end: int, barriers: frozenset[int], quoted: Sequence[bool]
) -> int:
    pronoun = end > 0 and tokens[end - 1].lower in PRONOUNS - {"this", "that", "who", "which"}
    if pronoun and not _ends_clause(tokens, end - 1):
        return end - 1
    first = end
    while first > 0 and end - first < MOST:
        at = first - 1
        token = tokens[at]
        if quoted[at] or token.text in STOPS or at in barriers:
            break
        if token.lower == "who" and at > 0 and tokens[at - 1].is_word and first < end:
            first = at  # a relative clause inside the phrase: "a man who lives there"
            continue
        if at > 0 and _holds(tokens, at):
            first = at
            continue
        if (posing := _posing_at(tokens, at)) is not None and posing > 0 and first < end:
            first = posing  # "a man claiming to be a soldier"
            continue
        if at == 0 and first == 1 and _points_at(tokens):
            return 0
        if token.lower in CLAUSE and not (token.lower == "with" and first < end - 1):
            break
        if token.lower in _REFERRING and at > 0 and not tokens[at - 1].is_word:
            break  # "citing sources, who said"
        if token.lower in AUXILIARIES and token.lower not in ("may", "might", "will", "being"):
            who = _relative_before(tokens, at) if first < end else at
            if who == at:
                break
            first = who  # "a man who is fighting there"
            continue
        first = at
    return first


def _points_at(tokens: Sequence[Token]) -> bool:
    """Whether a sentence opens with "that" and whom it takes up: "That source said"."""
    return tokens[0].lower == "that" and tokens[1].lower in _TAKEN_UP


_TAKEN_UP = word_set("org_roles") | word_set("person_roles") | word_set("source_documents")


def _relative_before(tokens: Sequence[Token], at: int) -> int:
    """Where the "who" stands whose clause has the auxiliary at ``at``: "who is fighting", "who
    claimed to have been kidnapped", "who says he is a doctor"; ``at`` where none does."""
    if at > 1 and tokens[at - 1].lower in ("who", "which"):
        return at - 1
    if at > 2 and tokens[at - 1].lower in ("he", "she") and tokens[at - 2].lower in _SAYS_TO_BE:
        return at - 3 if tokens[at - 3].lower == "who" else at
    to = at - 1 - (tokens[at].lower == "been" and tokens[at - 1].lower in ("have", "has", "had"))
    tells = to > 1 and tokens[to].lower == "to" and tokens[to - 1].lower
    theirs = tokens[at + 1].lower in ("its", "their") if at + 1 < len(tokens) else False
    if theirs and tells in _SEEMS_TO:
        return at  # "a man who claims to be its secretary" speaks by whose he is
    if tells in _SEEMING_TO | _SEEMS_TO and tokens[to - 2].lower in ("who", "which"):
        return to - 2
    return at


_SEEMING_TO = frozenset(["claimed", "purported", "pretended", "professed"])
_SEEMS_TO = frozenset(["claims", "claim", "purports", "pretends"])
"""What somebody is told of by: "a man who claimed to be a doctor"."""

_SAYS_TO_BE = frozenset(["says", "said", "claims", "claimed"])
"""What somebody says who they are by: "a man who says he is a doctor"."""


def _posing_at(tokens: Sequence[Token], last: int) -> int | None:
    """Where it starts to be told what somebody says they are, if that ends at ``last``: "claiming"
    of "claiming to (be)", "identifying" of "identifying herself (as)"; else None."""
    if last < 1:
        return None
    if (feigned := _feigning_at(tokens, last)) is not None:
        return feigned
    if tokens[last].lower not in ("be", "as"):
        return None
    if tokens[last].lower == "be":
        found = last - 2
        posing = tokens[last - 1].lower == "to" and tokens[found].lower in _CLAIMING
        return found if found >= 0 and posing else None
    itself = tokens[last - 1].lower in _REFLEXIVES
    found = last - 1 - itself
    known = _CALLING if itself else _POSING
    return found if found >= 0 and tokens[found].lower in known else None


def _feigning_at(tokens: Sequence[Token], last: int) -> int | None:
    """Where it starts to be told whose a page seems to be and is not, if that ends at ``last``:
    "made to look (like) a paper's", "built to (resemble) it", "(impersonating) it"."""
    word = tokens[last].lower
    if word in _FEIGNING:
        return last if tokens[last - 1].is_word else None
    seems = word == "like" and tokens[last - 1].lower in ("look", "appear", "seem")
    to = last - 1 - seems
    if not (seems or word in ("resemble", "mimic", "imitate")) or to < 1:
        return None
    made = tokens[to].lower == "to" and tokens[to - 1].lower in _MADE_TO
    return to - 1 if made else None


_FEIGNING = frozenset(["impersonating", "mimicking", "imitating", "spoofing"])
_MADE_TO = frozenset(["made", "designed", "built", "created", "styled", "dressed", "doctored"])
_CLAIMING = frozenset(["claiming", "purporting", "pretending", "professing"])
_REFLEXIVES = frozenset(["himself", "herself", "themselves", "itself"])
_CALLING = frozenset(["identifying", "describing", "introducing", "presenting"])
_POSING = frozenset(["posing", "masquerading", "dressed", "disguised", "working"])


def is_posing(tokens: Sequence[Token], at: int) -> bool:
    """Whether "to" or "as" stands there in what somebody says they are: "claiming (to) be"."""
    last = at + 1 if tokens[at].lower == "to" else at
    return last < len(tokens) and _posing_at(tokens, last) is not None


def feigns(tokens: Sequence[Token]) -> bool:
    """Whether words tell whose a page seems to be and is not: "a site made to look like the"."""
    return any(_feigning_at(tokens, at) is not None for at in range(1, len(tokens)))


def _opens_posing(tokens: Sequence[Token], at: int) -> bool:
    """Whether it starts to be told there what somebody says they are: "claiming to be"."""
    near = range(at, min(at + _POSED + 1, len(tokens)))
    return any(_posing_at(tokens, last) == at for last in near)


_POSED = 3
"""Tokens of "made to look" before "like"."""


def _holds(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is told there what a body does: "the company (that owns the ferry)"."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].lower in ("that", "which") and after in _HOLDS


def strip_openers(tokens: Sequence[Token], first: int, end: int) -> int:
    while first < end and (_only_opens(tokens, first) or not tokens[first].is_word):
        if tokens[first].text[0] in "@#":
            break
        first += 1
    if first < end and tokens[first].lower in ("on", "in", "at", "by", "last", "earlier", "after"):
        at = first + 1
        while at < end and (tokens[at].lower in TIME_WORDS or tokens[at].text.isdigit()):
            at += 1
        if at > first + 1 and at < end:
            first = at
    if first < end and tokens[first].lower in _ADVERBIAL:
        first = _after_adverbial(tokens, first, end)
    first = _past_moment(tokens, first, end)
    return _cut_at_new_phrase(tokens, first, end)


def _only_opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word only opens a sentence: "Yet", "Apparently", "more" of "more recently"."""
    lower = tokens[at].lower
    if lower in _OPENERS or lower in _SENTENCE_ADVERBS:
        return True
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return lower in ("more", "most") and (after in _SENTENCE_ADVERBS or after in TIME_WORDS)


def _past_moment(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where a phrase starts behind "at the time": "the time police" are police."""
    opens = tokens[first].lower if first < end else ""
    article = first if opens == "the" else first + 1 if opens in _MOMENTS else first - 1
    moment = tokens[article + 1 : article + 2]
    at_the = article >= 0 and tokens[article].lower == "the" and bool(moment)
    if at_the and moment[0].lower in ("time", "moment") and article + 2 < end:
        before = tokens[article - 1].lower if article > 0 else ""
        return article + 2 if before in _MOMENTS else first
    return first


def _after_adverbial(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where a name starts after "On the day of the crash", with no comma between."""
    for at in range(end - 1, first + 1, -1):
        before = tokens[at - 1]
        if not tokens[at].is_capital or not before.is_word or before.is_capital:
            continue
        if before.lower not in LINKS and before.lower not in DETERMINERS:
            return at
    return first


def _cut_at_new_phrase(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where an unknown verb stands before the subject, start after it."""
    relative = (
        at
        for at in range(first + 1, end)
        if tokens[at].lower == "who" or _holds(tokens, at) or _opens_posing(tokens, at)
    )
    who = next(relative, end)
    for at in range(who - 1, first, -1):
        before = tokens[at - 1].lower
        if tokens[at].lower in DETERMINERS | _POINTING and before not in LINKS:
            if before in ("all", "both", "half", "such", "no") or before.endswith("ing"):
                continue
            return at
    for at in range(who - 1, first, -1):
        if _is_verb_before(tokens, first, at):
            return at
    if first + 1 < end and tokens[first].lower in LINKS - {"both", "neither"}:
        return first + 1
    if first + 2 < end and tokens[first].lower.endswith("ed") and tokens[first + 1].lower == "by":
        return first + 2  # "fuelled by a report that said"
    return _past_agent(tokens, first, who)


def _past_agent(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where those start by whom something was done, if a phrase opens with that: "(was challenged
    within hours by) a former aide, who said"."""
    if first < 1 or tokens[first - 1].lower not in BE or not tokens[first].lower.endswith("ed"):
        return first
    return next((at + 1 for at in range(end - 2, first, -1) if tokens[at].lower == "by"), first)


_MOMENTS = frozenset(["at", "from", "since", "by"])
_POINTING = frozenset(["this", "these", "those"])


def _is_verb_before(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a verb of another clause stands before token ``at``, where its object begins:
    "(Ada Orr visited) Bo Lund's family, who said", "(the paper cited) sources saying".

    Only behind a noun may it be one: not in "the armed men" or "the wounded Orr".
    """
    verb = tokens[at - 1].lower
    if verb in ("with", "to") and at - 2 >= first and tokens[at - 2].lower in _MEETING:
        return True
    if at - 2 < first or not tokens[at - 2].is_word:
        return at - 1 == first and verb in _TAKING and tokens[at].is_capital
    named = tokens[at - 2].is_capital or tokens[at - 2].lower in PERSONAL
    if verb in _TAKING:
        return named or tokens[at - 2].lower.endswith("s")
    past = verb.endswith("ed") and "-" not in verb and tokens[at - 1].text.islower()
    return past and named and tokens[at].is_capital and tokens[at - 2].lower not in _TITLES


_TITLES = word_set("titles") | word_set("sources_determiners")
_MEETING = frozenset(["spoke", "talked", "met", "listened", "chatted", "happened"])
_TAKING = frozenset(
    ["visited", "met", "cited", "quoted", "interviewed", "contacted", "asked", "questioned",
     "called", "phoned", "joined", "hired", "thanked", "praised", "saw", "heard", "knew"]
)  # fmt: skip
"""Verbs whose object is often the one who is told of next."""
_SENTENCE_ADVERBS = word_set("sources_adverbs")


def _ends_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether the pronoun ends what is told of who speaks: "the man who filmed it said"."""
    opening = range(at - 2, max(0, at - 4), -1)
    who = next((i for i in opening if tokens[i].lower in ("who", "that")), 0)
    return tokens[at].lower == "it" and who > 0 and tokens[who - 1].is_word


def skip_time(tokens: Sequence[Token], end: int) -> int:
    """Step back over "on Thursday", "later", "this week" before the verb."""
    at = end
    while at > 0:
        lower = tokens[at - 1].lower
        if lower == "sunday" and is_sunday_paper(tokens, at - 3):
            break
        after_time = at < end
        if (
            lower in TIME_WORDS
            or (after_time and (lower in ("on", "in", "of") or lower.isdigit()))
            or (_is_adverb(lower) and not tokens[at - 1].is_capital)
            or (lower in ("both", "each", "even") and at > 1 and tokens[at - 2].is_word)
        ):
            at -= 1
        else:
            break
    return at


def _is_adverb(lower: str) -> bool:
    """Whether a word tells how something was said: "angrily", and not "family"."""
    return lower.endswith("ly") and len(lower) > 5 and lower not in word_set("sources_no_adverbs")


def list_start(tokens: Sequence[Token], first: int, end: int, quoted: Sequence[bool]) -> int:
    """Where a list of names starts whose last two stand from ``first`` on.

    "France, the Gulf and Oman said": names with nothing before them but the sentence's start
    or a mark, for in "In France, Oman and Qatar" the first is a place.
    """
    start = first - 1 if first > 1 and tokens[first - 1].lower == "and" else first
    if start == first and "and" not in [token.lower for token in tokens[first : first + _NAME + 1]]:
        return first
    while start > 1 and tokens[start - 1].text == ",":
        item = _name_start(tokens, start - 1)
        if any(quoted[item : start - 1]):
            return first
        if not 1 <= start - 1 - item <= _NAME + 1 or end - item > MOST:
            return first
        start = item
    listed = 1 < start < first and tokens[start - 1].lower in ("of", "for")
    if listed and tokens[start - 2].lower in word_set("org_heads_of"):
        return _name_start(tokens, start - 1)  # "the Bureau of Alcohol, Tobacco and Firearms"
    opens = start == 0 or tokens[start - 1].text in ";:—–" or tokens[start - 1].lower == "that"
    return start if opens and tokens[start].lower not in _NO_ITEM else first


def _name_start(tokens: Sequence[Token], end: int) -> int:
    """Where the words with capitals that end there begin, and "the" before them."""
    while end > 0 and tokens[end - 1].is_capital:
        end -= 1
    return end - (end > 0 and tokens[end - 1].lower == "the")


_NAME = 4
"""Tokens that a name in a list may take."""
_NO_ITEM = _OPENERS | TIME_WORDS | PREPOSITIONS | frozenset(["after", "before", "since"])
