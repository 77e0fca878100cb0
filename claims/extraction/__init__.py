"""Text to findings with exact spans, behind one seam: ``extract``. Pure.

Rules today; a trained model joins behind the same seam.
"""

from claims.extraction.gold_form import as_gold_line
from claims.extraction.rules import NAME, extract_by_rules
from claims.model import Document, Extraction

__all__ = ["EXTRACTOR", "as_gold_line", "extract"]

EXTRACTOR = NAME
"""Name and version of what ``extract`` runs: a document read by it is not read again."""


def extract(document: Document) -> Extraction:
    """Find the claims of a document and every party's stance on them.

    Any text gives an answer and nothing is raised. A document in a language
    other than English comes back empty, with ``skipped`` saying so.
    """
    if document.language is not None and document.language.lower().split("-")[0] != "en":
        return Extraction(
            extractor=EXTRACTOR,
            skipped=f"language {document.language!r} is not English; only English is read",
        )
    return extract_by_rules(document)
