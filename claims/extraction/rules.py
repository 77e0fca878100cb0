"""The rules extractor: text in, claims and findings out. Orchestrates the parts beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claims.extraction.attribution.attribute import attribute
from claims.extraction.names.own_names import keep_own_names
from claims.extraction.position import Position, final_stance
from claims.extraction.positions.placing import affirm_implicated, place_positions
from claims.extraction.positions.readings import read_positions
from claims.extraction.positions.repeated import without_repeated
from claims.extraction.positions.sides import Sides
from claims.extraction.text.dates import resolve_day
from claims.extraction.text.segment import segment
from claims.extraction.wording.joining import ClaimPool, document_words
from claims.extraction.wording.whole import make_whole
from claims.model import ClaimDraft, Document, Extraction, Finding, Span, Stance

NAME = "rules/1"
KEEP_AT = 0.25
"""Confidence below which a finding is left out: there it is wrong three times in four."""
MOST_CLAIM = 600
"""Characters that a claim's sentence may hold."""


def extract_by_rules(document: Document) -> Extraction:
    """Find claims and stances. Any text gives an answer; nothing is raised."""
    done = attribute(segment(document.text), document.outlet_name)
    found = assemble(document, read_positions(done), NAME, KEEP_AT)
    return keep_own_names(found, done.register)


def assemble(
    document: Document, positions: Sequence[Position], extractor: str, keep_at: float
) -> Extraction:
    """Join positions into claims and write them up; those less sure than ``keep_at`` fall out.

    All positions take part in the joining, so that leaving one out moves no other.
    """
    text, sides = document.text, Sides(document.text)
    published = document.published_at.date() if document.published_at is not None else None
    pool = ClaimPool(document_words(text))
    placed = affirm_implicated(pool, sides, place_positions(pool, list(positions)))
    findings: list[Finding] = []
    local: dict[int, str] = {}
    quotes: dict[int, str] = {}
    sure = [each for each in placed if _is_sure(each[0], keep_at)]
    for position, claim, stance in without_repeated(sure):
        name = local.setdefault(claim.index, f"c{len(local) + 1}")
        quotes.setdefault(claim.index, text[position.start : position.end])
        findings.append(write_finding(text, position, name, stance, sides, published))
    claims = tuple(
        ClaimDraft(id=name, text=make_whole(pool.claims[index].text, quotes[index])[:MOST_CLAIM])
        for index, name in local.items()
    )
    return Extraction(extractor=extractor, claims=claims, findings=tuple(findings))


def _is_sure(position: Position, keep_at: float) -> bool:
    return position.start < position.end and position.confidence >= keep_at


def write_finding(
    text: str, position: Position, claim: str, stance: Stance, sides: Sides, published: date | None
) -> Finding:
    """A position on the claim with local id ``claim`` as a validated finding."""
    voice = sides.name_organ(position.voice)
    day = resolve_day(position.when, published) if published and position.when else None
    return Finding(
        claim=claim,
        span=Span.cut(text, position.start, position.end),
        party=voice.party,
        speaker=voice.speaker,
        aliases=tuple(dict.fromkeys((*voice.aliases, *sides.other_names(voice)))),
        stance=final_stance(position, stance),
        mode=position.mode,
        commitment=position.commitment,
        anonymous=voice.anonymous and not voice.vague,
        confidence=position.confidence,
        reasons=tuple(position.reasons),
        said_on=day,
    )


__all__ = ["KEEP_AT", "NAME", "assemble", "extract_by_rules", "write_finding"]
