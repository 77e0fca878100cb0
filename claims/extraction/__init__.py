"""Text to findings with exact spans, behind one seam: ``extract``. Pure.

Rules and a trained reader see the text side by side (``claims.extraction.model``);
either also works alone. A language model behind an endpoint answers at the same
seam (``claims.extraction.llm``), where what it says is checked against the text.
"""

from typing import Literal

from claims.extraction.gold_form import as_gold_line
from claims.extraction.model.alone import extract_by_reader
from claims.extraction.model.network.reader import READER, shipped_reader
from claims.extraction.model.together import extract_together
from claims.extraction.rules import NAME, extract_by_rules
from claims.model import Document, Extraction

__all__ = [
    "EXTRACTOR",
    "By",
    "as_gold_line",
    "extract",
    "extract_by_rules",
    "name_extractor",
    "why_unread",
]

By = Literal["auto", "rules", "model"]
"""Who reads: rules and reader together, the rules alone, the reader alone."""

EXTRACTOR = f"{NAME}+{READER}"
"""Name and version of what ``extract`` runs: a document read by it is not read again."""

_NAMES: dict[By, str] = {"auto": EXTRACTOR, "rules": NAME, "model": READER}


def name_extractor(by: By) -> str:
    """Name and version of an extractor, as it stands on the record."""
    return _NAMES[by]


def extract(document: Document, by: By = "auto") -> Extraction:
    """Find the claims of a document and every party's stance on them.

    Any text gives an answer. A document in a language other than English comes
    back empty, with ``skipped`` saying so. ``BadModelError`` when the shipped
    weights are missing or not the ones that were trained (``rules`` need none).
    """
    unread = why_unread(document)
    if unread is not None:
        return Extraction(extractor=name_extractor(by), skipped=unread)
    if by == "rules":
        return extract_by_rules(document)
    if by == "model":
        return extract_by_reader(document, shipped_reader())
    return extract_together(document, shipped_reader())


def why_unread(document: Document) -> str | None:
    """Why a document is not read for claims: its language. None where it is read."""
    if document.language is None or document.language.lower().split("-")[0] == "en":
        return None
    return f"language {document.language!r} is not English; only English is read"
