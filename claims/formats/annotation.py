"""One stance as a W3C Web Annotation: the quote can be found again and proved.

Model: https://www.w3.org/TR/annotation-model/ (2017). The target carries both
selectors: the position for the text we keep, the quote for any other copy of it.
"""

from __future__ import annotations

from typing import Any

from pydantic import AwareDatetime, Field

from claims.model import Commitment, Mode, Span, Stance, Value

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


class Quote(Value):
    """A stance with its place. ``source`` is the URL of the document it was read in."""

    id: str = Field(min_length=1)
    """URL of the annotation."""
    source: str = Field(min_length=1)
    claim_url: str = Field(min_length=1)
    claim: str
    party: str
    speaker: str | None = None
    stance: Stance
    mode: Mode
    commitment: Commitment
    span: Span
    recorded_at: AwareDatetime
    recorded_by: str


def write_annotation(quote: Quote) -> dict[str, Any]:
    """The annotation as a JSON-LD dictionary; offsets count Unicode code points."""
    return {
        "@context": CONTEXT,
        "id": quote.id,
        "type": "Annotation",
        "motivation": "classifying",
        "created": quote.recorded_at.isoformat().replace("+00:00", "Z"),
        "creator": {
            "type": "Software" if "/" in quote.recorded_by else "Person",
            "name": quote.recorded_by,
        },
        "body": [
            {"type": "SpecificResource", "purpose": "classifying", "source": quote.claim_url},
            {
                "type": "TextualBody",
                "purpose": "tagging",
                "format": "text/plain",
                "value": quote.stance.value,
            },
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "text/plain",
                "value": describe_stance(quote),
            },
        ],
        "target": {"source": quote.source, "selector": _select(quote.span)},
    }


def describe_stance(quote: Quote) -> str:
    """One line for a reader: who takes which position on what, and how surely."""
    who = quote.party if quote.speaker is None else f"{quote.party} ({quote.speaker})"
    position = quote.stance.value.replace("_", " ")
    return f"{who} {position} ({quote.mode.value}, {quote.commitment.value}): {quote.claim}"


def _select(span: Span) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.exact,
            "prefix": span.prefix,
            "suffix": span.suffix,
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
