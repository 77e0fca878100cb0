"""Names in a text: where capitalised names stand and what sort each one is.

No guess is made about who is meant; that is ``coref``'s part.
"""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass

from claims.extraction.names.joins import joins
from claims.extraction.names.platforms import is_posted_on
from claims.extraction.names.runs import (
    SHORT_OFFICES,
    TAKING_SIDES,
    ends_run,
    goes_on_oddly,
    heads_body,
    hearer_end,
    is_chief_executive,
    is_compounded,
    is_given,
    is_numbered,
    is_time_at,
    only_tells,
    opens_force,
    opens_title,
    opens_trade,
    opens_with_article,
    seat_end,
)
from claims.extraction.names.words import (
    OF,
    is_name_word,
    is_particle,
    is_seat,
    is_shortened,
    is_site,
    metonyms,
    nationalities,
    states,
)
from claims.extraction.text.lexicon import given_names, word_set
from claims.extraction.text.nouns import ends_name
from claims.extraction.text.openings import looks_named
from claims.extraction.text.segment import Page, Sentence, Token

PERSON, ORGANISATION, PLACE, ADJECTIVE, UNKNOWN = (
    "person", "organisation", "place", "adjective", "unknown",
)  # fmt: skip
_MOST_WORDS = 9


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name at tokens ``first:last`` (exclusive) of a sentence, titles left off.

    ``role`` holds the words before the name inside the same capitalised run
    ("Israeli Defense Minister"), lower case.
    """

    sentence: int
    first: int
    last: int
    text: str
    sort: str
    role: str
    titled: bool


class NameFinder:
    """Finds names; learns from the page which words are capitalised in mid-sentence."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._headlines = {s.index for s in page.sentences if _is_headline(s.tokens)}
        self._inner, self._lower = _count_words(page, self._headlines)

    def find(self, sentence: Sentence) -> list[NameMention]:
        """The names of one sentence, in order, non-overlapping."""
        tokens = sentence.tokens
        headline = sentence.index in self._headlines
        found: list[NameMention] = []
        at = 0
        while at < len(tokens):
            stop = self._run_end(tokens, at, headline)
            if stop == at:
                at += 1
                continue
            if is_compounded(tokens, stop):
                at = stop + 1  # "New York-based"
                continue
            for first, last in self._parts(tokens, at, stop):
                mention = self._mention(sentence, first, last)
                if mention is not None:
                    found.append(mention)
            at = stop
        return found

    @staticmethod
    def _parts(tokens: tuple[Token, ...], first: int, stop: int) -> list[tuple[int, int]]:
        """A body and who heads it or speaks for it apart: "Apple CEO Tim Cook", "White House
        Deputy National Security Adviser Ben Orr"."""
        for at in range(first + 1, stop - 1):
            if heads_body(tokens, at) and tokens[at - 1].is_word:
                return [(first, at), (at, stop)]
        seat = seat_end(tokens, first, stop)
        if seat > first:
            return [(first, seat), (seat, stop)]
        heard = hearer_end(tokens, first, stop)
        if heard > first:
            return [(first, heard), (heard, stop)]
        if stop - first > 1 and is_posted_on(tokens, stop - 1):
            return [(first, stop - 1), (stop - 1, stop)]  # "the Orsk Tonight Facebook page"
        return [(first, stop)]

    def _run_end(self, tokens: tuple[Token, ...], at: int, headline: bool) -> int:
        """The end of the capitalised run that starts at ``at``; ``at`` where none does."""
        if not self._may_start(tokens, at, headline):
            return at
        stop = at + 1
        while stop < len(tokens) and stop - at < _MOST_WORDS:
            token = tokens[stop]
            if ends_run(tokens, at, stop):
                break
            if (is_name_word(token) and not is_time_at(tokens, stop)) or (
                token.text == "." and is_shortened(tokens, stop)
            ):
                stop += 1
            elif is_numbered(tokens, stop):
                stop += 1  # "Channel 10"
            elif odd := goes_on_oddly(tokens, at, stop):
                stop += odd
            elif stop == at + 1 and ends_name(tokens, stop):
                return stop + 1  # "McDonald's"
            elif joins(tokens, at, stop):
                stop += 2 if tokens[stop + 1].is_capital else 3
            else:
                break
        return stop

    def _may_start(self, tokens: tuple[Token, ...], at: int, headline: bool) -> bool:
        token = tokens[at]
        if opens_with_article(tokens, at):
            return True
        if not is_name_word(token) or ends_run(tokens, at, at) or is_seat(token.text):
            return False
        if is_time_at(tokens, at) and not _opens_title(tokens, at):
            return False
        lower = token.lower
        if lower in word_set("not_names"):
            if not headline and (is_given(tokens, at) or opens_title(tokens, at)):
                return True
            if opens_force(tokens, at):
                return True
            if token.text == "Jan" and not is_time_at(tokens, at):
                return True
            outlet = _opens_title(tokens, at)
            return (token.text in ("US", "WHO") or outlet) and not headline
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is not None and following.text.islower() and _opens_role(lower):
            return joins(tokens, at, at + 1)  # "the Health and Safety Executive"
        if is_particle(following) and at + 2 < len(tokens) and tokens[at + 2].is_capital:
            return True  # "Gazzetta dello Sport"
        if at == 0 and (lower in _ADDRESSING or self._tells_how(tokens)):
            return False  # "Former Telmark miner Otto Brandt", "Remember Telmark?"
        if lower in word_set("titles") and at + 2 < len(tokens) and tokens[at + 1].text == ".":
            return tokens[at + 2].is_capital  # "Mr. Lee Orr"
        if at > 0 and not headline and _is_inside(tokens, at):
            return True
        if lower in word_set("gerunds") and following is not None and following.is_capital:
            return False  # "Removing Orr from office was a loss"
        if token.text == "TV" and at > 0 and not (following is not None and following.is_capital):
            return False  # "state TV"
        acronym = token.text.isupper() and len(token.text) > 1
        if acronym or token.text[0] in "@#" or is_site(token.text):
            return True
        if self._inner[token.text] > 0:
            return True
        if lower in word_set("male") or lower in word_set("female"):
            return True
        if lower in nationalities() or lower in metonyms() | states():
            return True
        if following is not None and is_name_word(following) and not headline:
            return self._lower[lower] == 0 or following.lower not in word_set("not_names")
        return self._lower[lower] == 0 and looks_named(tokens, at)

    def _tells_how(self, tokens: tuple[Token, ...]) -> bool:
        """Whether a sentence's first word only tells how somebody is whose whole name the text
        has without it, too: "Lonely Ada Lund left"."""
        word = tokens[0].lower
        feels = word in word_set("names_moods")
        if (
            not (feels or word.endswith(_HOW))
            or self._inner[tokens[0].text]
            or word in given_names()
        ):
            return False
        stop = next((at for at in range(1, len(tokens)) if not is_name_word(tokens[at])), 1)
        if stop < _WHOLE_NAME - feels:
            return False  # "Angry Lund" may be Lund, "Jolly Lund" hardly
        text = self._page.text
        opening = text[:_LOOKED_AT]
        name = text[tokens[1].start : tokens[stop - 1].end]
        return opening.count(name) > opening.count(f"{tokens[0].text} {name}")

    def _mention(self, sentence: Sentence, first: int, stop: int) -> NameMention | None:
        tokens = sentence.tokens
        start, titled = _strip_office(tokens, first, stop)
        if not titled:
            start, titled = _strip_titles(tokens, first, stop)
        role = " ".join(token.lower for token in tokens[first:start])
        if start >= stop or (
            stop - first == 1 and tokens[first].lower in word_set("names_of_bodies")
        ):
            return None
        text = self._page.text[tokens[start].start : tokens[stop - 1].end]
        text = " ".join(text.split())
        sort = _sort_of(tokens[start:stop], titled)
        if sort == ORGANISATION and _is_apposed_person(tokens, start, stop):
            sort = PERSON  # "a spokeswoman for the bank, Isabelle Court,"
        if text.lower() in nationalities() and text not in ("US", "UK", "U.S."):
            sort = ADJECTIVE
        return NameMention(sentence.index, start, stop, text, sort, role, titled)


def _is_apposed_person(tokens: tuple[Token, ...], first: int, stop: int) -> bool:
    """Whether a first name and a word stand behind what one person is, between commas."""
    if stop - first != 2 or first < 2 or tokens[first - 1].text != ",":
        return False
    if tokens[first].lower not in given_names() or tokens[stop : stop + 1] == ():
        return False
    before = [token.lower for token in tokens[max(0, first - _ROLE) : first - 1]]
    start = len(before) - before[::-1].index(",") if "," in before else 0
    closes = tokens[stop].text in (",", ".")
    return closes and not word_set("person_roles").isdisjoint(before[start:])


_ROLE = 8
"""Tokens that tell before a comma what somebody is."""


def _opens_title(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether an outlet's name starts with a word that starts none: "Us Weekly", "Sunday Times"."""
    if at > 0 and tokens[at - 1].lower in _BEFORE_DAYS:
        return False  # "on Friday Gentham Times said"
    after = [token for token in tokens[at + 1 : at + 3] if token.is_capital]
    media = any(token.lower in word_set("coref_media_words") for token in after)
    opens = tokens[at].lower in word_set("sources_clause") | _OPENING
    return media and not opens and tokens[at + 1].is_capital


_BEFORE_DAYS = frozenset(["on", "last", "this", "since", "until"])
_OPENING = frozenset(
    ["the", "a", "and", "or", "on", "in", "at", "for", "from", "with", "by", "per"]
)


_HOW = ("ed", "y", "ful", "ous", "less", "ive", "ish")
"""Ends of words that tell how somebody is: "lonely"."""
_LOOKED_AT = 100_000
"""Characters of a text in which such a name is counted: no article is longer."""
_WHOLE_NAME = 3
"""Words of such a one and of a name in full."""
_ADDRESSING = frozenset(
    ["former", "remember", "recall", "imagine", "forget", "blame", "consider", "ask", "thank",
     "rival", "fellow"]
)  # fmt: skip
"""What opens a sentence before a name, and is no part of it."""
_PEOPLE = ("tors", "hors", "sors", "ists", "ians", "wyers")
"""Ends of what several people are by their trade: "the Authors' Alliance"."""


def possess(name: str) -> str:
    """``Peru's``, ``the physicians'``; "McDonald's" stays as it is."""
    if name.endswith(("'s", "’s")):
        return name
    last = name.rsplit(" ", 1)[-1]
    people = last.lower() in word_set("plural_people") or last.endswith(_PEOPLE)
    people = people or last.removesuffix("s").lower() in word_set("person_roles")  # "Joint Chiefs"
    several = last.endswith("s") and (last.islower() or people)
    return f"{name}'" if several else f"{name}'s"


def _opens_role(lower: str) -> bool:
    """Whether a word before another without a capital only tells of who follows: "Former"."""
    return lower in word_set("role_openers") or lower.endswith(("-installed", "-backed", "-born"))


def _count_words(page: Page, headlines: set[int]) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands with a capital inside a sentence, and how often without one."""
    inner: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for sentence in page.sentences:
        headline = sentence.index in headlines
        for at, token in enumerate(sentence.tokens):
            if not token.is_capital:
                lower[token.text] += 1
            elif at > 0 and not headline and _is_inside(sentence.tokens, at):
                inner[token.text] += 1
    return inner, lower


def _is_inside(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a capital here is no mere sentence start: a word stands right before."""
    before = tokens[at - 1]
    return before.is_word or before.lower in ("'s", ",", "&", "(", "'", "/", "-", "’")


def _is_headline(tokens: tuple[Token, ...]) -> bool:
    words = [token for token in tokens if token.is_word and len(token.text) > 3]
    return len(words) >= 4 and sum(token.is_capital for token in words) > 0.85 * len(words)


def _strip_titles(tokens: tuple[Token, ...], first: int, stop: int) -> tuple[int, bool]:
    """Where the name proper starts after its titles ("Defense Minister Moshe ...")."""
    titles = word_set("titles")
    start = first
    for at in range(first, stop - 1):
        token = tokens[at]
        titled = token.lower in titles or token.text in SHORT_OFFICES
        titled = titled or is_chief_executive(tokens, at)
        if titled and tokens[at + 1].lower not in OF and token.text != ".":
            start = at + 1
            if tokens[start].text == "." and start + 1 < stop:
                start += 1
    if start == first and only_tells(tokens, first, stop):
        if opens_trade(tokens, first):
            return first + 1, False
        start = first + 1  # "Teacher Amy Dunn"
    if start > first and any(token.lower in word_set("org_words") for token in tokens[start:stop]):
        return first, False
    return start, start > first


def _strip_office(tokens: tuple[Token, ...], first: int, stop: int) -> tuple[int, bool]:
    """Where a name starts after a title of several words: "Secretary of State Antony ...".

    "Of" may stand in the run or right before it; what an office is of are words of state
    ("Defense", "Foreign Affairs", "Staff").
    """
    at = begin = _office_start(tokens, first, stop)
    while at < stop and (tokens[at].lower in word_set("names_offices") or tokens[at].text == "&"):
        at += 1
    rest = [token.lower for token in tokens[at:stop] if token.is_word]
    if at == begin or len(rest) < 2 or not word_set("org_words").isdisjoint(rest):
        return first, False
    return at, True


def _office_start(tokens: tuple[Token, ...], first: int, stop: int) -> int:
    """Where the words after "Secretary of [the]" start; ``stop`` where there are none."""
    before = first - 1 if first > 0 and tokens[first - 1].lower == "the" else first
    for at in itertools.chain([before - 1], range(first + 1, stop - 1)):
        if at < 1 or tokens[at].lower not in OF:
            continue
        if tokens[at - 1].lower not in word_set("titles"):
            return stop
        article = at >= first and tokens[at + 1].lower == "the"
        return max(first, at + 2 if article else at + 1)
    return stop


_GIVEN = 2
"""Words of a first name and a surname."""
_SURNAMES = frozenset(["court", "church", "banks", "house", "temple", "post", "board", "field"])
"""Words for bodies that are surnames as well: "Ada Court"."""


def _sort_of(tokens: tuple[Token, ...], titled: bool) -> str:
    words = [token for token in tokens if token.is_word]
    lowers = [token.lower for token in words]
    if not words:
        return UNKNOWN
    if tokens[0].text[0] == "@":
        return PERSON
    if lowers and lowers[0].startswith(TAKING_SIDES):
        return ADJECTIVE  # "pro-Telmark"
    if " ".join(lowers) in states():
        return PLACE
    if " ".join(lowers) in metonyms():
        return ORGANISATION
    if (
        len(words) == len(tokens) == _GIVEN
        and lowers[1] in _SURNAMES
        and lowers[0] in given_names()
    ):
        return PERSON
    if any(lower in word_set("org_words") for lower in lowers) or "of" in lowers:
        return PERSON if titled and len(words) <= 2 else ORGANISATION
    if titled:
        return PERSON
    if lowers[0] in word_set("male") or lowers[0] in word_set("female"):
        return PERSON if len(words) > 1 else UNKNOWN
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 1:
        return ORGANISATION
    return UNKNOWN
