"""What the model says, held against the text: every stance counts only where it can be proved.

Of a stance: the quote stands in the part that was asked about, character for
character (curly and straight quotation marks count as the same, and what is kept is
the text's own); the party is named in the text, or the catalogue knows a name of it
that is; figures and names of the claim stand in the text, as most of its words do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pydantic import ValidationError

from claims.extraction.llm.answer import ToldClaim, ToldStance
from claims.extraction.llm.question import Part
from claims.extraction.positions.sides import Sides
from claims.extraction.text.segment import Page
from claims.extraction.voice import Voice
from claims.extraction.wording.joining import claim_key, document_words
from claims.model import UNATTRIBUTED, Finding, Mode, Span, Stance

QUOTE_CHARS = (8, 800)
"""Fewest and most characters of a quote (two sentences at most)."""
CLAIM_CHARS = (10, 600)
NAME_CHARS = 160
OWN_WORDS = 0.6
"""Share of a claim's content words that the text must hold: the rest may be rewording."""
NAMED_IN_QUOTE, NAMED_ELSEWHERE = 0.7, 0.5
"""Confidence of a stance by where its party is named. Set by hand: no endpoint is known here."""

_ALIKE = str.maketrans(
    {"’": "'", "‘": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\u202f": " "}
)
"""Characters that models swap, one for one, so that offsets hold."""
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


class RefusedStanceError(ValueError):
    """A stance that the text does not bear out; the message says in what."""


@dataclass(frozen=True, slots=True)
class _Words:
    folded: str
    stems: frozenset[str]
    figures: frozenset[str]


class Checker:
    """Holds what a model says of one page against it."""

    def __init__(self, page: Page, sides: Sides) -> None:
        self._page = page
        self._plain = page.text.translate(_ALIKE)
        self._sides = sides
        self._words = _Words(
            folded=" ".join(self._plain.casefold().split()),
            stems=frozenset(document_words(page.text)),
            figures=frozenset(_FIGURE.findall(page.text)),
        )

    def check_claim(self, claim: ToldClaim) -> str:
        """The claim's sentence, in one line. RefusedStanceError where the text lacks its words."""
        text = " ".join(claim.text.split())
        if not CLAIM_CHARS[0] <= len(text) <= CLAIM_CHARS[1] or not text.isprintable():
            raise RefusedStanceError("its claim is no sentence")
        if not self._words.figures.issuperset(_FIGURE.findall(text)):
            raise RefusedStanceError("its claim has a figure that the text lacks")
        for name in self._names_of(text):
            if not self._is_named(name):
                raise RefusedStanceError("its claim has a name that the text lacks")
        key = claim_key(text)
        if not key or len(key & self._words.stems) < OWN_WORDS * len(key):
            raise RefusedStanceError("its claim is not made of the text's words")
        return text

    def check_stance(self, raw: object, part: Part, claim_id: str, model: str) -> Finding:
        """The stance as a finding on ``claim_id``. RefusedStanceError says what is wrong."""
        told = read_stance(raw)
        start = self._find_quote(told, part)
        end = start + len(told.quote)
        party, voice = self._check_party(told)
        return Finding(
            claim=claim_id,
            span=Span.cut(self._page.text, start, end),
            party=party,
            speaker=self._check_speaker(told, party),
            aliases=self._sides.other_names(voice),
            stance=Stance(told.stance),
            mode=self._tell_mode(told, start, end),
            commitment=told.told_commitment,
            anonymous=told.anonymous and party != UNATTRIBUTED,
            confidence=self._weigh(told),
            reasons=(f"read by {model}; its quote stands in the text",),
        )

    def _find_quote(self, told: ToldStance, part: Part) -> int:
        """Where the quote starts: in the sentence named, else where it stands only once."""
        quote = told.quote.translate(_ALIKE)
        if not QUOTE_CHARS[0] <= len(quote) <= QUOTE_CHARS[1] or quote != quote.strip():
            raise RefusedStanceError("its quote is too short, too long or padded")
        if "\n" in quote or "\r" in quote:
            raise RefusedStanceError("its quote crosses a line break")
        sentences = self._page.sentences
        number = told.sentence - 1
        if part.first <= number < part.last:
            last = sentences[min(number + 1, part.last - 1)].end
            found = self._plain.find(quote, sentences[number].start, last)
            if 0 <= found <= sentences[number].end:
                return found
        first, last = sentences[part.first].start, sentences[part.last - 1].end
        found = self._plain.find(quote, first, last)
        if found < 0:
            raise RefusedStanceError("its quote does not stand in the text")
        if self._plain.find(quote, found + 1, last) >= 0:
            raise RefusedStanceError("its quote stands in several places, none of them named")
        return found

    def _check_party(self, told: ToldStance) -> tuple[str, Voice]:
        party = " ".join(told.party.split())
        if party.casefold() == UNATTRIBUTED:
            if told.told_mode is not Mode.HEDGED:
                raise RefusedStanceError("it names nobody and is not hedged")
            return UNATTRIBUTED, Voice(UNATTRIBUTED, None, (), vague=True)
        if not self._is_named(party):
            raise RefusedStanceError("its party is not named in the text")
        return party, Voice(party, None, ())

    def _check_speaker(self, told: ToldStance, party: str) -> str | None:
        """The speaker, where the text names one; the stance stands without."""
        speaker = " ".join((told.speaker or "").split())
        if party == UNATTRIBUTED or not speaker or not self._is_named(speaker):
            return None
        return speaker

    def _tell_mode(self, told: ToldStance, start: int, end: int) -> Mode:
        """Hedged is for nobody; direct only where quotation marks stand."""
        if told.party.strip().casefold() == UNATTRIBUTED:
            return Mode.HEDGED
        quoted = any(q.start < end and start < q.end for q in self._page.quotes)
        return Mode.DIRECT if told.told_mode is Mode.DIRECT and quoted else Mode.INDIRECT

    def _weigh(self, told: ToldStance) -> float:
        quote = told.quote.casefold()
        names = [name.casefold() for name in (told.party, told.speaker) if name]
        return NAMED_IN_QUOTE if any(name in quote for name in names) else NAMED_ELSEWHERE

    def _is_named(self, name: str) -> bool:
        """Whether the text names it: so, in two parts ("A's B"), or by another name it has."""
        if not 2 <= len(name) <= NAME_CHARS or not name.isprintable():
            return False
        plain = name.translate(_ALIKE)
        if self._stands(plain):
            return True
        owner, mark, own = plain.partition("'s ")
        if mark and self._stands(owner) and self._stands(own):
            return True
        return bool(self._sides.other_names(Voice(name, None, ())))

    def _stands(self, name: str) -> bool:
        bare = _ARTICLE.sub("", " ".join(name.casefold().split()))
        if len(bare) < 2:
            return False
        return re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", self._words.folded) is not None

    def _names_of(self, claim: str) -> list[str]:
        """Capitalised words after the first, runs of them together."""
        names: list[str] = []
        end = -2
        for match in _NAME_WORD.finditer(claim):
            word = match[0].translate(_ALIKE).removesuffix("'s").rstrip("'")
            if match.start() == 0 or not word[0].isupper():
                continue
            if match.start() == end + 1 and names:
                names[-1] += f" {word}"
            else:
                names.append(word)
            end = match.end()
        return [part for name in names for part in self._split(name)]

    def _split(self, name: str) -> list[str]:
        """A run of capitals as a whole where that is named, else each word for itself."""
        return [name] if self._is_named(name) else name.split()


def read_stance(raw: object) -> ToldStance:
    """A stance of the answer in its form. RefusedStanceError where it has another."""
    try:
        return ToldStance.model_validate(raw)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors(include_url=False)[0]["loc"])
        raise RefusedStanceError(f"its {where or 'form'} is not one of those asked for") from None
