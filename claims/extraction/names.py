"""Names in a text: where capitalised names stand and what sort each one is.

No guess is made about who is meant; that is ``coref``'s part.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.extraction.lexicon import load_lexicon, word_set
from claims.extraction.nouns import ends_name
from claims.extraction.openings import looks_named
from claims.extraction.segment import SITE, Page, Sentence, Token
from claims.model import PartyKind
from claims.parties import NameSort, load_catalogue

PERSON, ORGANISATION, PLACE, ADJECTIVE, UNKNOWN = (
    "person", "organisation", "place", "adjective", "unknown",
)  # fmt: skip
_OF = frozenset({"of", "for", "on"})
_PARTICLES = word_set("names_particles")
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
        self._inner, self._lower = _count_words(page)

    def find(self, sentence: Sentence) -> list[NameMention]:
        """The names of one sentence, in order, non-overlapping."""
        tokens = sentence.tokens
        headline = _is_headline(tokens)
        found: list[NameMention] = []
        at = 0
        while at < len(tokens):
            stop = self._run_end(tokens, at, headline)
            if stop == at:
                at += 1
                continue
            for first, last in self._parts(tokens, at, stop):
                mention = self._mention(sentence, first, last)
                if mention is not None:
                    found.append(mention)
            at = stop
        return found

    @staticmethod
    def _parts(tokens: tuple[Token, ...], first: int, stop: int) -> list[tuple[int, int]]:
        """A body and who heads it or speaks for it apart: "Apple CEO Tim Cook"."""
        heads = word_set("names_of_bodies")
        for at in range(first + 1, stop - 1):
            if tokens[at].lower in heads and tokens[at - 1].is_word:
                return [(first, at), (at, stop)]
        return [(first, stop)]

    def _run_end(self, tokens: tuple[Token, ...], at: int, headline: bool) -> int:
        """The end of the capitalised run that starts at ``at``; ``at`` where none does."""
        if not self._may_start(tokens, at, headline):
            return at
        stop = at + 1
        while stop < len(tokens) and stop - at < _MOST_WORDS:
            token = tokens[stop]
            if (_is_name_word(token) and not _is_time(token)) or (
                token.text == "." and _is_shortened(tokens, stop)
            ):
                stop += 1
            elif stop == at + 1 and ends_name(tokens, stop):
                return stop + 1  # "McDonald's"
            elif self._joins(tokens, at, stop):
                stop += 2 if tokens[stop + 1].is_capital else 3
            else:
                break
        return stop

    def _joins(self, tokens: tuple[Token, ...], at: int, stop: int) -> bool:
        """Whether a small word carries the name on: "Department of", "Osama bin"."""
        lower = tokens[stop].lower
        if stop + 1 >= len(tokens):
            return False
        after = tokens[stop + 1]
        if lower in _PARTICLES or lower == "&":
            return _is_name_word(after)
        if lower == "'" and tokens[stop - 1].end == tokens[stop].start:
            owners = tokens[stop - 1].lower
            joined = owners.endswith("s") and owners not in _states() and after.is_capital
            return joined and after.lower in word_set("names_of_members")
        if lower == "and" and after.is_capital:
            pair = f"{tokens[stop - 1].text} and {after.text}"
            whole = " ".join(token.text for token in tokens[at : stop + 2])
            known = is_known_body(pair) or is_known_body(whole)
            return after.lower in ("company", "sons", "co") or known or _is_of_two(tokens, at, stop)
        if lower not in _OF or not _has_head(tokens, at, stop):
            return False
        if _is_name_word(after) and not _is_time(after):
            return True
        return after.lower == "the" and stop + 2 < len(tokens) and _is_name_word(tokens[stop + 2])

    def _may_start(self, tokens: tuple[Token, ...], at: int, headline: bool) -> bool:
        token = tokens[at]
        if not _is_name_word(token) or _is_time(token):
            return False
        lower = token.lower
        if lower in word_set("not_names"):
            return token.text in ("US", "WHO") and not headline
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is not None and following.text.islower() and _opens_role(lower):
            return False
        if lower == "former" and at == 0:
            return False  # "Former Telmark miner Otto Brandt"
        if lower in word_set("titles") and at + 2 < len(tokens) and tokens[at + 1].text == ".":
            return tokens[at + 2].is_capital  # "Mr. Lee Orr"
        if at > 0 and not headline and _is_inside(tokens, at):
            return True
        acronym = token.text.isupper() and len(token.text) > 1
        if acronym or token.text[0] in "@#" or _is_site(token.text):
            return True
        if self._inner[token.text] > 0:
            return True
        if lower in word_set("male") or lower in word_set("female"):
            return True
        if lower in load_lexicon().demonyms or lower in _metonyms() | _states():
            return True
        if following is not None and _is_name_word(following) and not headline:
            return self._lower[lower] == 0 or following.lower not in word_set("not_names")
        return self._lower[lower] == 0 and looks_named(tokens, at)

    def _mention(self, sentence: Sentence, first: int, stop: int) -> NameMention | None:
        tokens = sentence.tokens
        demonyms = load_lexicon().demonyms
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
        if text.lower() in demonyms and text not in ("US", "UK", "U.S."):
            sort = ADJECTIVE
        return NameMention(sentence.index, start, stop, text, sort, role, titled)


def possess(name: str) -> str:
    """``Peru's``, ``the physicians'``; "McDonald's" stays as it is."""
    if name.endswith(("'s", "’s")):
        return name
    last = name.rsplit(" ", 1)[-1]
    several = last.endswith("s") and (last.islower() or last.lower() in word_set("plural_people"))
    return f"{name}'" if several else f"{name}'s"


def _opens_role(lower: str) -> bool:
    """Whether a word before another without a capital only tells of who follows: "Former"."""
    return lower in word_set("role_openers") or lower.endswith(("-installed", "-backed", "-born"))


def _count_words(page: Page) -> tuple[Counter[str], Counter[str]]:
    inner: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for sentence in page.sentences:
        headline = _is_headline(sentence.tokens)
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


def _is_name_word(token: Token) -> bool:
    text = token.text
    if text.endswith(_COMPOUNDS):
        return False
    if text[0].isupper() or _is_site(text):
        return True
    if text[0] in "@#":
        return len(text) > 1
    if text[0].isdigit():
        return any(letter.isupper() for letter in text) and not text[-1].isdigit() and len(text) > 4
    inner = len(text) > 2 and text[0].islower() and text[1].isupper()
    return inner or text[:3] in ("al-", "el-") or _ELIDED.match(text) is not None


def _is_site(text: str) -> bool:
    return "." in text and _SITE.fullmatch(text) is not None


_SITE = re.compile(SITE)
_ELIDED = re.compile(r"(?:[dl]|dell|dall|nell|sull|all)['’][A-ZÀ-Þ]")
"""How "Corriere dell'Adriatico" and "Hydrocarbures de l'Égée" go on."""


def _is_shortened(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the full stop at ``at`` ends a title ("Dr.") or an initial ("Eva T. Lund")."""
    return tokens[at - 1].lower in word_set("titles") or is_initial(tokens, at)


def is_initial(tokens: Sequence[Token], at: int) -> bool:
    """Whether the full stop at ``at`` ends an initial inside a name."""
    before = tokens[at - 1]
    one = tokens[at].text == "." and len(before.text) == 1 and before.text.isupper()
    return one and at > 1 and at + 1 < len(tokens) and tokens[at + 1].is_capital


def _is_time(token: Token) -> bool:
    return token.text in _TIMES


_COMPOUNDS = tuple(f"-{word}" for word in word_set("names_compounds"))
_TIMES = word_set("names_times")


def _has_head(tokens: tuple[Token, ...], first: int, stop: int) -> bool:
    heads = word_set("org_heads_of")
    return tokens[stop - 1].lower in heads or tokens[first].lower in heads


_MATTER = re.compile(r"\w(?:ion|ment|ing|ity|ure|ics|[ae]nce|ail|oad|ry|ies|fare|[^su]s)$")
"""How nouns end that bodies are named after: "Health and Prevention", "Rail and Ports"."""


def _is_of_two(tokens: tuple[Token, ...], first: int, stop: int) -> bool:
    """Whether the "and" at ``stop`` is of one body's name: "the Animal and Plant Health Agency",
    "the Office of Rail and Road".

    Of two bodies the second has an article of its own, or no noun for a body.
    """
    end = stop + 1
    while end < len(tokens) and _is_name_word(tokens[end]):
        end += 1
    body = tokens[end - 1].lower in word_set("org_words")
    if any(token.lower == "of" for token in tokens[first:stop]):
        matter = _MATTER.search(tokens[stop + 1].text) is not None
        return tokens[first].lower in word_set("org_heads_of") and end == stop + 2 and matter
    after_article = first > 0 and tokens[first - 1].lower == "the"
    one = stop == first + 1 and tokens[first].lower not in _states()
    return (
        after_article and one and body and end > stop + 2 and not is_known_body(tokens[first].text)
    )


def _strip_titles(tokens: tuple[Token, ...], first: int, stop: int) -> tuple[int, bool]:
    """Where the name proper starts after its titles ("Defense Minister Moshe ...")."""
    titles = word_set("titles")
    start = first
    for at in range(first, stop - 1):
        token = tokens[at]
        if token.lower in titles and tokens[at + 1].lower not in _OF and token.text != ".":
            start = at + 1
            if tokens[start].text == "." and start + 1 < stop:
                start += 1
    role = tokens[first].lower in word_set("person_roles") and stop - first > 2
    if start == first and role and all(map(_is_name_word, tokens[first + 1 : first + 3])):
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
        if at < 1 or tokens[at].lower not in _OF:
            continue
        if tokens[at - 1].lower not in word_set("titles"):
            return stop
        article = at >= first and tokens[at + 1].lower == "the"
        return max(first, at + 2 if article else at + 1)
    return stop


@lru_cache(4096)
def is_known_body(name: str) -> bool:
    """Whether the catalogue of parties knows a name for something that is no person."""
    catalogue = load_catalogue()
    known = catalogue.resolve(name).party_id
    party = catalogue.get(known) if known is not None else None
    return party is not None and party.kind is not PartyKind.PERSON


@cache
def _states() -> frozenset[str]:
    """States, their capitals and other names of them, lower case."""
    states = {state.lower() for state in load_lexicon().demonyms.values()}
    places = {NameSort.NAME, NameSort.SHORT, NameSort.CAPITAL}
    for party in load_catalogue().parties:
        if party.kind is PartyKind.STATE:
            states |= {name.text.lower() for name in party.names if name.sort in places}
    return frozenset(states | {"u.s.", "us", "u.k.", "england"})


@cache
def _metonyms() -> frozenset[str]:
    """Names that stand for whoever governs from there: "Downing Street", lower case."""
    return frozenset(
        name.text.lower().removeprefix("the ")
        for party in load_catalogue().parties
        for name in party.names
        if name.sort is NameSort.METONYM
    )


def _sort_of(tokens: tuple[Token, ...], titled: bool) -> str:
    words = [token for token in tokens if token.is_word]
    lowers = [token.lower for token in words]
    if not words:
        return UNKNOWN
    if tokens[0].text[0] == "@":
        return PERSON
    if " ".join(lowers) in _states():
        return PLACE
    if " ".join(lowers) in _metonyms():
        return ORGANISATION
    if any(lower in word_set("org_words") for lower in lowers) or "of" in lowers:
        return PERSON if titled and len(words) <= 2 else ORGANISATION
    if titled:
        return PERSON
    if lowers[0] in word_set("male") or lowers[0] in word_set("female"):
        return PERSON if len(words) > 1 else UNKNOWN
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 1:
        return ORGANISATION
    return UNKNOWN
