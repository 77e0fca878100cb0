"""What the first pass finds: a document's sentences with their cues, each with who speaks."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.extraction.attribution.content import Content
from claims.extraction.attribution.rejoinder import Rejoinder
from claims.extraction.cues.cue import Cue
from claims.extraction.names.entities import Register
from claims.extraction.sources.coref import Discourse
from claims.extraction.sources.span import SourceSpan
from claims.extraction.text.segment import Page, Sentence
from claims.extraction.voice import Voice


@dataclass(slots=True)
class Attribution:
    """One cue of a sentence with who speaks and what is said."""

    cue: Cue
    source: SourceSpan | None
    voices: list[Voice]
    content: Content | None
    inherited: bool = False
    nested_in: int | None = None
    noun: tuple[int, int] | None = None
    """The tokens of the noun phrase that a content with no subject is about."""
    carried: tuple[int, int] | None = None
    """The same where that is told of in what was said before."""
    goes_on: bool = False
    """Who said what stands before them tells this behind it (``going_on``)."""


@dataclass(slots=True)
class SentenceReading:
    """A sentence with its attributions; ``quoted`` marks tokens in speech."""

    sentence: Sentence
    quoted: tuple[bool, ...]
    quote_of: tuple[int | None, ...]
    attributions: list[Attribution] = field(default_factory=list)
    rejoinders: list[Rejoinder] = field(default_factory=list)

    @property
    def wholly_quoted(self) -> bool:
        return all(
            inside or not token.is_word
            for inside, token in zip(self.quoted, self.sentence.tokens, strict=True)
        )


@dataclass(slots=True)
class Attributed:
    """The whole document after the first pass."""

    page: Page
    register: Register
    discourse: Discourse
    sentences: list[SentenceReading]
    quote_voice: dict[int, Voice]
    block_voice: dict[int, Voice]
    """Paragraphs that stand as a block quotation after a colon."""
    paragraph_voice: dict[int, Voice]
    """Who spoke last in each paragraph."""
    outlet: str | None = None
    """Who publishes the text."""
