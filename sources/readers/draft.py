"""What a format's reader yields before the common finish.

A reader knows its format; language, outlet and unique item keys are the same
work for all of them and are done once, in :mod:`sources.readers.finish`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sources.model import Capture, DocumentKind, PublishedReview


@dataclass(frozen=True)
class Draft:
    """One document as its reader found it; empty fields are unknown."""

    text: str
    item: str = ""
    kind: DocumentKind = DocumentKind.ARTICLE
    title: str = ""
    url: str | None = None
    outlet_names: tuple[str, ...] = ()
    """Names of the outlet as the material gives them, surest first."""
    outlet_sites: tuple[str, ...] = ()
    """URLs or domains that tell the outlet, besides ``url``."""
    language: str | None = None
    """As declared by an editor or an API: wins over detection."""
    language_hint: str | None = None
    """As declared by a page or feed template, often wrong: used if detection cannot tell."""
    published_at: datetime | None = None
    reviews: tuple[PublishedReview, ...] = ()
    is_plain: bool = False
    """Title and date may be read from the first lines of the text."""


@dataclass(frozen=True)
class Problem:
    """One input or item that could not be read: one plain sentence, and what to do."""

    reason: str
    item: str = ""


Reader = Callable[[Capture], Iterator[Draft | Problem]]
