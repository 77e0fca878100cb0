"""What the model is asked: a part of the text as numbered sentences, and the form of the answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from claims.extraction.llm.answer import answer_schema
from claims.extraction.text.segment import Page
from claims.model import ClaimDraft

CONTEXT_SENTENCES = 4
"""Sentences before a part that are shown with it, so that its pronouns have somebody."""
CLAIMS_SHOWN = 40
"""Claims of earlier parts, the latest, that a later part may speak of again."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: chat messages (role, content) and the JSON schema of the answer."""

    system: str
    user: str
    schema: dict[str, Any]


Ask = Callable[[Question], Awaitable[str]]
"""Puts a question and gives the answer's text. Raises what its transport raises."""


@dataclass(frozen=True, slots=True)
class Part:
    """Sentences ``first`` to ``last`` (not included) of a page, asked about together."""

    first: int
    last: int


def cut_parts(page: Page, most_chars: int) -> Iterator[Part]:
    """The page in parts of whole sentences, each of at most ``most_chars`` characters.

    A sentence is at most ``segment.MAX_SENTENCE`` long, so every part holds one.
    """
    first = length = 0
    for number, sentence in enumerate(page.sentences):
        own = sentence.end - sentence.start
        if number > first and length + own > most_chars:
            yield Part(first, number)
            first, length = number, 0
        length += own
    if first < len(page.sentences):
        yield Part(first, len(page.sentences))


def make_question(page: Page, part: Part, told: Sequence[ClaimDraft]) -> Question:
    """The question about one part. ``told`` are the claims of earlier parts.

    A sentence holds no line break, so that nothing in a text can pass for a line of ours.
    """
    lines: list[str] = []
    if told:
        lines.append("Claims of the text so far (use their ids again; new ones go on from there):")
        lines += [f"{claim.id}: {claim.text}" for claim in told[-CLAIMS_SHOWN:]]
    if part.first:
        lines.append("Context only, give no stance from these sentences:")
        lines += _number(page, max(0, part.first - CONTEXT_SENTENCES), part.first)
    lines.append("The sentences to annotate:")
    lines += _number(page, part.first, part.last)
    return Question(_instructions(), "\n".join(lines), answer_schema())


def _number(page: Page, first: int, last: int) -> list[str]:
    return [
        f"[{number + 1}] {' '.join(page.text[sentence.start : sentence.end].splitlines())}"
        for number, sentence in enumerate(page.sentences[first:last], start=first)
    ]


@cache
def _instructions() -> str:
    return files("claims.extraction.llm").joinpath("prompt.md").read_text("utf-8")
