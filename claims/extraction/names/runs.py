"""Which words with capitals beside a name are none of it ("Tourist", "Confirms", "-based"), and
which odd ones are: "Re/view", "NBC 5", "al Sabah"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.names.words import (
    COMPOUNDS,
    is_known_body,
    is_name_word,
    is_outlet,
    is_particle,
    is_time,
    metonyms,
    nationalities,
    states,
)
from claims.extraction.text.lexicon import given_names, load_lexicon, word_set
from claims.extraction.text.segment import Token

SHORT_OFFICES = frozenset(["PM", "MEP", "MSP", "QC", "KC"])
"""Titles that are written so, and are other words in small letters."""
TAKING_SIDES = ("pro-", "anti-", "non-")
"""How a word starts that tells whom somebody is for or against."""
_TOLD_SO = word_set("names_told_so")
_HEADLINE_VERBS = frozenset(
    ["Says", "Said", "Confirms", "Denies", "Admits", "Insists", "Warns", "Tells", "Reveals",
     "Rejects", "Refuses", "Declines", "Dismisses", "Disputes"]
)  # fmt: skip
"""Verbs that in a headline have a capital, and are hardly ever the word of a name."""


def ends_run(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether the word at ``at`` cannot go on a name that starts at ``first``, nor start one."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if at > first and "@" in (tokens[at].text[0], tokens[first].text[0]):
        return True  # "@orsk @lima": each account is one name
    if at > first and _is_credit(tokens[at - 1], tokens[at]):
        return True
    if after is not None and tokens[at].text == "Web" and after.lower in ("site", "sites", "page"):
        return True
    headline = tokens[at].text in _HEADLINE_VERBS and at > 0 and at >= first
    return headline and not _is_said(tokens, at)


def _is_credit(before: Token, word: Token) -> bool:
    """Whether a word stands apart from the one before it, which tells whose photo it is: "CEN   Ada
    Lund"."""
    return before.text.isupper() and word.start - before.end >= _APART


_APART = 2
"""Blanks that part a photo's credit from its caption."""


def _is_said(tokens: Sequence[Token], at: int) -> bool:
    """Whether "Said" is a surname there: "Omar Said denied it", "Omar Said, the coach,"."""
    if tokens[at].text != "Said" or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    given = before.is_capital and before.lower in given_names()
    return given and (after.text in (",", "'s") or _acts(after))


def is_given(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name starts with a word that mostly starts a question or a source: "Will Orr was
    hurt", "the minister, Per Lund"; but "Will Acme sell?", "Per Reuters, it was sold"."""
    if tokens[at].text not in ("Will", "Per") or at + 1 >= len(tokens):
        return False
    stop = at + 1
    while stop < len(tokens) and tokens[stop].is_capital and tokens[stop].text.isalpha():
        stop += 1
    if stop == at + 1 or is_outlet(" ".join(token.text for token in tokens[at + 1 : stop])):
        return False
    return at > 0 or (stop < len(tokens) and _acts(tokens[stop])) or _is_told_of(tokens, stop)


def _acts(token: Token) -> bool:
    """Whether a verb stands behind a name, as behind one who does or tells something."""
    verbs = load_lexicon().verbs
    known = token.lower in word_set("cues_auxiliaries") or any(
        token.lower in verbs[group] for group in ("affirm", "deny", "confirm", "doubt", "decline")
    )
    return known and token.text.islower()


def _is_told_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name is followed by what its bearer is: "Per Lund, a spokesman for"."""
    behind = tokens[at : at + 2]
    return (
        len(behind) > 1 and behind[0].text == "," and behind[1].lower in ("a", "an", "the", "who")
    )


def is_compounded(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a run of capitals goes on in a word that tells of what it names: "New York-based"."""
    if stop >= len(tokens) or not tokens[stop].is_capital:
        return False
    return tokens[stop].text.endswith(COMPOUNDS) and tokens[stop - 1].is_capital


def hearer_end(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where in a run of capitals an outlet ends that is told something, and who it is told of
    starts: "told Reuters (Kim was ill)". ``first`` where the run is one name."""
    told = first - 2 if first > 1 and tokens[first - 1].lower == "the" else first - 1
    acts = stop < len(tokens) and tokens[stop].lower in word_set("cues_auxiliaries")
    if told < 0 or tokens[told].lower not in _TOLD or not acts:
        return first
    ends = (at for at in range(stop - 1, first, -1) if not is_time_at(tokens, at))
    outlets = (at for at in ends if is_outlet(" ".join(t.text for t in tokens[first:at])))
    return next(outlets, first)


_TOLD = frozenset(["told", "tells", "telling"])


def heads_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether it starts to be told there who heads or speaks for the body named before: "Acme (CEO)
    Tim Orr", "Acme (Chief Executive) Tim Orr"."""
    if tokens[at].lower in word_set("names_of_bodies"):
        return True
    ends = [token.lower for token in tokens[at + 1 : at + 3]]
    if tokens[at].text == "Managing":
        return ends[:1] == ["director"]
    return tokens[at].text == "Chief" and (ends[:1] == ["executive"] or ends[1:] == ["officer"])


def seat_end(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where in a run of capitals a seat of power or a known body ends, and somebody's titles and
    name follow: "(Pentagon) Press Secretary Rear Adm. John Orr"; ``first`` where none does."""
    for at in range(first + 1, min(first + _SEAT, stop - 2) + 1):
        if tokens[at].lower not in word_set("entities_of_roles") | word_set("titles"):
            continue
        rest = [token.lower for token in tokens[at : stop - 1]]
        titled = any(word in _SPEAKING for word in rest) and "of" not in rest
        name = " ".join(token.text for token in tokens[first:at])
        return at if titled and _is_seat(name) else first
    return first


def _is_seat(name: str) -> bool:
    known = name.lower() in metonyms() or is_known_body(name)
    return known and name.lower() not in states() | nationalities()


_SEAT = 3
"""Words of a known body's name before its spokesman's title, at most."""
_SPEAKING = frozenset(["secretary", "adviser", "advisor", "director", "commissioner", "envoy"])
"""Titles of those who speak for the body that is named before them."""


def is_chief_executive(tokens: Sequence[Token], at: int) -> bool:
    """Whether "Executive" ends a title there."""
    return tokens[at].text == "Executive" and at > 0 and tokens[at - 1].text == "Chief"


def is_numbered(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number ends a broadcaster's name: "Channel 10", "Radio 4", "NBC 5 (reported)"."""
    if not tokens[at].text.isdigit():
        return False
    before = tokens[at - 1].text
    if before in ("Channel", "Radio", "TV"):
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    ends = after is None or after.text in (",", ".", "News") or _acts(after)
    station = before.isupper() or before == "Fox"
    return ends and station and len(tokens[at].text) < _YEAR and is_outlet(before)


_YEAR = 3
"""Digits that no station's number has."""


def goes_on_oddly(tokens: Sequence[Token], first: int, at: int) -> int:
    """How many tokens from ``at`` on a name takes in that is written with a mark inside: "Re/view",
    "That's Gentham"; none where it has no such mark there."""
    if at + 1 >= len(tokens):
        return 0
    mark, after = tokens[at], tokens[at + 1]
    tight = tokens[at - 1].end == mark.start and mark.end == after.start
    if mark.text == "/" and tight and after.text.islower() and first + 1 == at:
        return 2
    return 2 if mark.lower == "'s" and first + 1 == at and opens_title(tokens, first) else 0


def opens_with_article(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name starts there with a small article behind a mark or word: ", al Sabah,", or
    a paper's with one of its tongue: "the newspaper A Bola"."""
    if tokens[at].text == "A" and 0 < at < len(tokens) - 1:
        return tokens[at - 1].lower in word_set("coref_outlets") and tokens[at + 1].is_capital
    if tokens[at].text not in ("al", "el") or at == 0 or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].is_capital and not tokens[at - 1].is_capital


def opens_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether a magazine's name starts with a word and its verb: "(says) That's Gentham"."""
    if at == 0 or tokens[at].text not in _TITLES_OPEN or at + 2 >= len(tokens):
        return False
    told = tokens[at - 1].lower in ("to", "by", "from", "magazine")
    return told and tokens[at + 1].lower == "'s" and tokens[at + 2].is_capital


_TITLES_OPEN = frozenset(["That", "What", "Who", "Let", "It"])


def opens_force(tokens: Sequence[Token], at: int) -> bool:
    """Whether a force's name starts with what it is, and ends with whose: "Police Scotland"."""
    if tokens[at].text != "Police" or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].is_capital and tokens[at + 1].lower in states()


def is_time_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a day's or a month's name there: not the "Jan" of "Jan Orr"."""
    if tokens[at].text != "Jan" or at + 1 >= len(tokens):
        return is_time(tokens[at])
    return not (tokens[at + 1].is_capital or is_particle(tokens[at + 1]))


def opens_trade(tokens: Sequence[Token], first: int) -> bool:
    """Whether a sentence starts with what a body is: "Drugmaker Velora"."""
    return first == 0 and tokens[first].lower in word_set("names_trades")


_AT_HOME = frozenset(["gran", "nan", "grandad", "grandma", "grandpa"])
"""What somebody is called at home, and by papers before a whole name: "Gran Ada Orr"."""


def only_tells(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether the first word of a run only tells what who is named is: "Teacher Amy Dunn",
    "Australian Amy Dunn", "Thirty-year-old Dunn", "Drugmaker Velora"."""
    lower = tokens[first].lower
    if lower.endswith("-year-old") or opens_trade(tokens, first):
        return stop - first > 1
    if stop - first <= 2 or not all(map(is_name_word, tokens[first + 1 : first + 3])):
        return False
    if lower in word_set("person_roles") or lower in _AT_HOME:
        return True
    given = tokens[first + 1].lower
    if given not in word_set("male") and given not in word_set("female"):
        aged = stop + 1 < len(tokens) and tokens[stop].text == ","
        return lower in _TOLD_SO and aged and tokens[stop + 1].text.isdigit()
    return lower in _TOLD_SO or lower in nationalities()
