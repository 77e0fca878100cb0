"""Text to findings with exact spans, behind one seam: ``extract``. Pure.

Rules and a trained reader see the text side by side (``claims.extraction.model``);
``extract_by_rules`` is the rules alone, which need no weights.
"""

from claims.extraction.gold_form import as_gold_line
from claims.extraction.model.reader import READER, shipped_reader
from claims.extraction.model.together import extract_together
from claims.extraction.rules import NAME, extract_by_rules
from claims.model import Document, Extraction

__all__ = ["EXTRACTOR", "as_gold_line", "extract", "extract_by_rules"]

EXTRACTOR = f"{NAME}+{READER}"
"""Name and version of what ``extract`` runs: a document read by it is not read again."""


def extract(document: Document) -> Extraction:
    """Find the claims of a document and every party's stance on them.

    Any text gives an answer. A document in a language other than English comes
    back empty, with ``skipped`` saying so. ``BadModelError`` when the shipped
    weights are missing or not the ones that were trained.
    """
    if document.language is not None and document.language.lower().split("-")[0] != "en":
        return Extraction(
            extractor=EXTRACTOR,
            skipped=f"language {document.language!r} is not English; only English is read",
        )
    return extract_together(document, shipped_reader())
