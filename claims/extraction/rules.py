"""The rules extractor: text in, claims and findings out. Orchestrates the parts beside it."""

from __future__ import annotations

from claims.extraction.attribution import attribute
from claims.extraction.joining import ClaimPool, document_words
from claims.extraction.placing import affirm_implicated, place_positions
from claims.extraction.position import Position
from claims.extraction.readings import read_positions
from claims.extraction.segment import segment
from claims.extraction.sides import Sides
from claims.model import ClaimDraft, Document, Extraction, Finding, Span, Stance

NAME = "rules/1"
KEEP_AT = 0.25
"""Confidence below which a finding is left out: there it is wrong three times in four."""
_MOST_CLAIM = 600
"""Characters that a claim's sentence may hold."""


def extract_by_rules(document: Document) -> Extraction:
    """Find claims and stances. Any text gives an answer; nothing is raised."""
    text = document.text
    done = attribute(segment(text))
    positions = read_positions(done)
    pool = ClaimPool(document_words(text))
    findings: list[Finding] = []
    used: dict[int, str] = {}
    seen: set[tuple[int, str, Stance, int, int]] = set()
    sides = Sides(text)
    placed = affirm_implicated(pool, sides, place_positions(pool, positions))
    for position, claim, stance in placed:
        start, end = position.start, position.end
        key = (claim.index, position.voice.party, stance, start, end)
        if key in seen or start >= end or position.confidence < KEEP_AT:
            continue
        seen.add(key)
        local = used.setdefault(claim.index, f"c{len(used) + 1}")
        findings.append(_finding(text, position, local, stance, sides))
    claims = tuple(
        ClaimDraft(id=local, text=pool.claims[index].text[:_MOST_CLAIM])
        for index, local in used.items()
    )
    return Extraction(extractor=NAME, claims=claims, findings=tuple(findings))


def _finding(text: str, position: Position, local: str, stance: Stance, sides: Sides) -> Finding:
    voice = position.voice
    return Finding(
        claim=local,
        span=Span.cut(text, position.start, position.end),
        party=voice.party,
        speaker=voice.speaker,
        aliases=tuple(dict.fromkeys((*voice.aliases, *sides.other_names(voice)))),
        stance=stance,
        mode=position.mode,
        commitment=position.commitment,
        anonymous=voice.anonymous and not voice.vague,
        confidence=position.confidence,
        reasons=tuple(position.reasons),
    )


__all__ = ["NAME", "extract_by_rules"]
