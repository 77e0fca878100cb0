"""An extraction as one line of the annotation format that the scorer reads."""

from __future__ import annotations

from typing import Any

from claims.model import Extraction


def as_gold_line(doc: str, extraction: Extraction) -> dict[str, Any]:
    """``{"doc", "claims": [{"id", "text"}], "stances": [{"claim", "start", "end", ...}]}``.

    Offsets count code points of the document's text; ``doc`` is the file name without ``.txt``.
    """
    return {
        "doc": doc,
        "claims": [{"id": claim.id, "text": claim.text} for claim in extraction.claims],
        "stances": [
            {
                "claim": finding.claim,
                "start": finding.span.start,
                "end": finding.span.end,
                "quote": finding.span.exact,
                "party": finding.party,
                "speaker": finding.speaker,
                "aliases": list(finding.aliases),
                "stance": finding.stance.value,
                "mode": finding.mode.value,
                "commitment": finding.commitment.value,
                "anonymous": finding.anonymous,
                "hedged": finding.mode.value == "hedged",
                "confidence": finding.confidence,
            }
            for finding in extraction.findings
        ],
    }
