"""Paragraphs, sentences, tokens and quotations of a text, all with exact offsets.

Everything here is linear in the length of the text: sentences are cut at
``MAX_SENTENCE`` characters, so that whatever works within one sentence is bounded.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from claims.extraction.text.abbreviations import ends_behind
from claims.extraction.text.labels import find_label

MAX_SENTENCE = 1500
"""Characters after which a sentence without an end is cut (real ones are under 600)."""

SITE = r"\w[\w-]+\.(?:co\.)?(?:com|org|net|uk|tv|info|gov|edu|io|eu|fr|de|es|nl|ru|cn|jp|ca|au|br)"
"""The address of a site, which is one word: "telmark-herald.com"."""
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[-‐‑]\w+)*"  # U.S., U.S.-led
    r"|\bN(?:o\.?|umber) 10\b(?! ?(?:%|per))"  # Downing Street
    rf"|(?<![\w./@-])(?!www\.|pic\.){SITE}\b(?![/@])"
    r"|['’]s\b"  # the possessive and 'is' as tokens of their own
    r"|[@#]\w+"
    r"|\d+(?:[.,:]\d+)*\w*(?:[-‐‑][^\W_]+)*"
    r"|\w+(?:[-‐‑&]\w+)*(?:['’](?!s\b)\w+)*"
    r"|--+|\.\.\.+|\S"
)
_BREAK = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[\n\r]+|(?<=\w)[ \t\xa0]{3,}(?=[A-Z])")
"""Where a sentence may end: at a mark, a line's end, or a run of blanks before a capital, as stands
between a photograph's credit and the text that it has run into: "PRESSFOTO   Ada Orr said"."""
_LAST_WORD = re.compile(r"(\S+)$")
_DOUBLE_OPEN, _DOUBLE_CLOSE, _DOUBLE_ANY = "“„«‟", "”»", '"'
_QUOTE_MARK = re.compile(r"[\"“”„«»‟‘’'`]")
_SINGLE_CLOSER = re.compile(r"(?<=\S)['’](?!\w)")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_FILED_ON = rf"(?:, ?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)"
_AGENCY = r"(?: ?\([A-Z][\w .&/-]{1,40}\) ?|,? /[A-Z][\w ]{1,20}/ )"
_AGENCIES = (
    r"(?:AFP|ANI|ANSA|AP|BBC|Bloomberg|CNN|DPA|dpa|EFE|IANS|Kyodo|PTI|Reuters|TASS|UPI|"
    r"Xinhua|Yonhap)"
)
_DASH = r"[-–—]{1,2}\s+"
_REGION = r"(?:, ?[A-Z][\w.]*(?: [A-Z][\w.]*)?(?: \d{1,2})?){0,2}"  # , Texas; , Oct. 9
_DATELINE = re.compile(
    r"(?:"
    rf"(?=[A-Z]{{3}})[A-Z]+(?:[ /'’-]{{1,2}}[A-Z]+){{0,3}}{_REGION}"  # TEXAS CITY; BEIJING/SEOUL
    rf"(?:{_FILED_ON}?{_AGENCY}|(?:{_FILED_ON}|(?<=[\w.]{{4}})) {{1,2}}){_DASH}"  # (UPI) -- or --
    # a place in small letters is one only with a day or an agency: "Lima, March 3 (AFP) – "
    rf"|[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}(?:, [A-Z][a-z]+)?"
    rf"(?:{_FILED_ON}(?:{_AGENCY}| )| ?\({_AGENCIES}\) ?){_DASH}"
    rf"|\([A-Z][A-Za-z]+\) ?{_DASH}"  # (CNN) --
    r")(?=[\w\"“‘'])"
    r"|[A-Z]{3,}(?:[ -][A-Z]+){0,2}, [A-Z][a-z]+(?: [A-Z][a-z]+)?: (?=[A-Z\"“‘'])"  # ABA, Chad:
)
"""Where and by whom a dispatch was filed, at the head of a paragraph: no part of a sentence."""
_ELISIONS = ("em ", "til ", "cause ", "tis ", "twas ", "n ")


class Token(NamedTuple):
    """One word or mark; ``lower`` has typographic apostrophes made plain."""

    text: str
    lower: str
    start: int
    end: int
    is_word: bool
    is_capital: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text[start:end]`` without surrounding blanks; ``index`` counts from 0."""

    index: int
    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks (``start:end``) and without (``inner``)."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    closed: bool
    continues: int | None = None
    """Index of the quote in the paragraph before that this one carries on."""


@dataclass(frozen=True, slots=True)
class Page:
    """A text cut up. Quotes are in order and never overlap."""

    text: str
    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    quote_starts: tuple[int, ...]

    def sentence_at(self, offset: int) -> int | None:
        """The index of the last sentence that begins at ``offset`` or before; None before all."""
        found = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return found if found >= 0 else None

    def has_quote(self, start: int, end: int) -> bool:
        """Whether a quotation overlaps ``text[start:end]``."""
        found = bisect_left(self.quote_starts, end) - 1
        return found >= 0 and self.quotes[found].end > start

    def quote_at(self, offset: int) -> int | None:
        """The index of the quotation that holds ``offset``, marks included."""
        found = bisect_right(self.quote_starts, offset) - 1
        if found >= 0 and self.quotes[found].start <= offset < self.quotes[found].end:
            return found
        return None


def segment(text: str) -> Page:
    """Cut ``text`` into paragraphs, sentences and quotations."""
    paragraphs = tuple(_paragraphs(text))
    sentences: list[Sentence] = []
    quotes: list[Quote] = []
    for number, (start, end) in enumerate(paragraphs):
        found = _quotes_in(text, start, end, number, paragraphs)
        if found and quotes and _carries_on(text, quotes[-1], found[0], start, number):
            first = found[0]
            found[0] = Quote(
                first.start, first.end, first.inner_start, first.inner_end,
                number, first.closed, len(quotes) - 1,
            )  # fmt: skip
        quotes.extend(found)
        for begin, stop in _sentences(text, start, end):
            tokens = tokenize(text, begin, stop)
            if tokens:
                sentences.append(Sentence(len(sentences), number, begin, stop, tokens))
    starts = tuple(quote.start for quote in quotes)
    return Page(text, paragraphs, tuple(sentences), tuple(quotes), starts)


def tokenize(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The words and marks of ``text[start:end]``.

    The mark of a name's possessive is "'s" in lower case, too, where the name ends in an "s":
    "Reyes' agent".
    """
    found: list[Token] = []
    owns = _owning_marks(text, start, end)
    for match in _TOKEN.finditer(text, start, end):
        word, lower, is_word, is_capital = _forms(match[0])
        first, last = match.span()
        if owns and first in owns:
            lower = "'s"
        # as Token(...) makes it, without a call of its own: a text has thousands
        found.append(_make(Token, (word, lower, first, last, is_word, is_capital)))
    return tuple(found)


_OWNED = re.compile(r"(?<![\w'’])[A-Z][\w-]*s(?=['’] \w)")
_OPENED, _CLOSED = re.compile(r"(?<!\w)['‘’](?=\w)"), re.compile(r"(?<=[\w.,!?])['’](?!\w)")


def _owning_marks(text: str, start: int, end: int) -> list[int]:
    """Where the marks stand behind names that own what follows, and close no quotation."""
    found: list[int] = []
    for match in _OWNED.finditer(text, start, end):
        opened = sum(1 for _ in _OPENED.finditer(text, start, match.end()))
        closed = sum(1 for _ in _CLOSED.finditer(text, start, match.end())) - len(found)
        if opened <= closed:
            found.append(match.end())
    return found


_make = tuple.__new__


@lru_cache(maxsize=1 << 15)
def _forms(word: str) -> tuple[str, str, bool, bool]:
    """What a token has of its word alone: one copy of it, as often as it stands in a text."""
    lower = word if word == _THE_BODY else word.lower().replace("’", "'")
    return word, lower, word[0].isalnum(), word[0].isupper()


_THE_BODY = "WHO"
"""The World Health Organization, and no pronoun: its lower case stays as it is."""


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks at either end (may come out empty)."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _paragraphs(text: str) -> list[tuple[int, int]]:
    found = []
    for match in re.finditer(r"[^\n\r]+", text):
        start, end = trim(text, match.start(), match.end())
        filed = _DATELINE.match(text, start, end)
        if filed is not None:
            start = filed.end()
        if start < end:
            found.append((start, end))
    return found


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = []
    for match in _BREAK.finditer(text, start, end):
        if _ends_sentence(text, match.start(), match.end(), end):
            cuts.append(match.end())
    cuts.append(end)
    found = []
    begin = start
    for cut in cuts:
        while cut - begin > MAX_SENTENCE:
            blank = text.rfind(" ", begin + MAX_SENTENCE // 2, begin + MAX_SENTENCE)
            stop = blank if blank > 0 else begin + MAX_SENTENCE
            found.append(trim(text, begin, stop))
            begin = stop
        found.append(trim(text, begin, cut))
        begin = cut
    found = [(_past_label(text, begin, stop), stop) for begin, stop in found]
    return [(begin, stop) for begin, stop in found if begin < stop]


def _past_label(text: str, start: int, end: int) -> int:
    """Where a sentence starts behind the label of a fact-check, if it has one."""
    label = find_label(text, start, end)
    return label.end if label is not None else start


def _ends_sentence(text: str, mark: int, after: int, limit: int) -> bool:
    follow = after
    while follow < limit and text[follow].isspace():
        follow += 1
    if follow >= limit:
        return False
    next_char = text[follow]
    if next_char.islower() or next_char in ",;:)]—–-":
        return False
    if text[mark] != "." or text[mark : mark + 2] == "..":
        return True
    word = _LAST_WORD.search(text, max(0, mark - 20), mark)
    return word is None or ends_behind(word[1], text, follow)


def _quotes_in(
    text: str, start: int, end: int, number: int, paragraphs: tuple[tuple[int, int], ...]
) -> list[Quote]:
    """The quotations of one paragraph, in any style; an unclosed one runs to its end."""
    found: list[Quote] = []
    opened: int | None = None
    single = False
    singles_pair = _next_starts_single(text, number, paragraphs)
    closers = _single_closers(text, start, end)
    may_close = frozenset(closers)
    for match in _QUOTE_MARK.finditer(text, start, end):
        at, mark = match.start(), match[0]
        if opened is None:
            if _opens_double(text, at, mark):
                opened, single = at, False
            elif _opens_single(text, at, mark, start) and (
                (closers and closers[-1] > at) or singles_pair
            ):
                opened, single = at, True
        elif single:
            if at in may_close and not _is_plural_possessive(text, at, closers):
                found.append(Quote(opened, at + 1, opened + 1, at, number, True))
                opened = None
        elif mark in _DOUBLE_CLOSE or mark == '"' or (mark == "“" and text[opened] == "„"):
            found.append(Quote(opened, at + 1, opened + 1, at, number, True))
            opened = None
    if opened is not None and end > opened + 1 and _is_meant(text, opened, number, paragraphs):
        found.append(Quote(opened, end, opened + 1, end, number, False))
    return [quote for quote in found if quote.inner_end > quote.inner_start]


def _is_meant(text: str, opened: int, number: int, paragraphs: tuple[tuple[int, int], ...]) -> bool:
    """Whether an unclosed quote is speech: it follows a colon or goes on in the next paragraph."""
    before = text[max(paragraphs[number][0], opened - 3) : opened].rstrip()
    if before.endswith((":", ",")):
        return True
    if number + 1 < len(paragraphs):
        return text[paragraphs[number + 1][0]] in "\"“„«‘'"
    return False


def _opens_double(text: str, at: int, mark: str) -> bool:
    if mark in _DOUBLE_OPEN:
        return True
    if mark != _DOUBLE_ANY:
        return False
    return at + 1 < len(text) and not text[at + 1].isspace()


def _opens_single(text: str, at: int, mark: str, start: int) -> bool:
    if mark not in "‘'":
        return False
    if at > start and (text[at - 1].isalnum() or text[at - 1] in ".,)"):
        return False
    follow = text[at + 1 : at + 7]
    if not follow or not (follow[0].isalpha() or follow[0] in "[(…#“"):
        return False
    return not follow.lower().startswith(_ELISIONS)


def _single_closers(text: str, start: int, end: int) -> list[int]:
    return [match.start() for match in _SINGLE_CLOSER.finditer(text, start, end)]


def _is_plural_possessive(text: str, at: int, closers: list[int]) -> bool:
    """``the girls' home``: an s, the mark, a small word, and a better closer later."""
    if text[at - 1] != "s" or at >= closers[-1]:
        return False
    return bool(re.match(r" [a-z]", text[at + 1 : at + 3]))


def _next_starts_single(text: str, number: int, paragraphs: tuple[tuple[int, int], ...]) -> bool:
    if number + 1 >= len(paragraphs):
        return False
    return text[paragraphs[number + 1][0]] in "‘'"


def _carries_on(text: str, before: Quote, quote: Quote, start: int, number: int) -> bool:
    """Whether a paragraph that opens with a quote carries on the unclosed one before it."""
    return not before.closed and before.paragraph == number - 1 and quote.start == start
