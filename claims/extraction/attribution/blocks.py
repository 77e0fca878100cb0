"""Paragraphs that are somebody's words with no quotation marks: who announces or signs them.

"Here's Orr:" or "From the Herald:" stands before them, and "— Ada Orr (@adaorr) May 3, 2024"
behind a post that a page shows as it was posted.
"""

from __future__ import annotations

import re

from claims.extraction.names.entities import Register
from claims.extraction.names.mentions import ADJECTIVE, PLACE
from claims.extraction.sources.taking import voice_of
from claims.extraction.text.segment import Page, Sentence
from claims.extraction.voice import Voice

_SIGNATURE = re.compile(
    r"\W{0,4}[—–-]{1,2} ?(?P<name>[^\n()]{2,60}?) ?\((?P<handle>@\w{2,30})\) ?"
    r"(?:on )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}),? \d{4}\W*"
)
"""Who posted it, by name and account, and when."""
_ANNOUNCING = frozenset(["per", "from", "via", "here", "here's"])
_GOING_ON = frozenset(["again", "writes", "wrote", "explains", "explained"])
"""What ends an announcement behind who is announced."""
_MOST = 8
"""Tokens that an announcement may take."""


def find_signed(page: Page) -> dict[int, Voice]:
    """By the numbers of paragraphs that stand before a signature, who signed them."""
    signed: dict[int, Voice] = {}
    for number, (start, end) in enumerate(page.paragraphs):
        match = _SIGNATURE.fullmatch(page.text, start, end)
        if match is not None and number > 0 and number - 1 not in signed:
            name = match["name"].strip()
            signed[number - 1] = Voice(
                name, name, (match["handle"],), person=True, confidence=0.7, mention=name
            )
    return signed


def announces(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence ends its paragraph with a colon."""
    return (
        sentence.tokens[-1].text == ":" and sentence.end == page.paragraphs[sentence.paragraph][1]
    )


def announced(register: Register, sentence: Sentence) -> Voice | None:
    """Who a short sentence with a colon announces: "Here's Orr:", "The Herald again:"."""
    tokens = sentence.tokens
    if not 1 < len(tokens) <= _MOST:
        return None
    opens, again = tokens[0].lower in _ANNOUNCING, tokens[-2].lower in _GOING_ON
    for place in register.places[sentence.index]:
        entity = register.entities[place.entity]
        ends = place.last == len(tokens) - 1 - again
        if entity.sort not in (PLACE, ADJECTIVE) and ends and (again or (opens and place.first)):
            return voice_of(register, entity)
    return None
