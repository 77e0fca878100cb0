"""Which annotated stance a finding matches, as ``gold/score.py`` counts full matches."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.model.combine import Candidate, gold_value, overlaps
from claims.extraction.training.records import Label, Record

_SMALL = frozenset({"the", "a", "an", "mr", "mrs", "ms", "dr"})


def match_labels(candidates: Sequence[Candidate], record: Record) -> dict[int, int]:
    """Which label each candidate fully matches, one to one; candidates without one are left out."""
    pairs = []
    for i, candidate in enumerate(candidates):
        position = candidate.position
        for j, label in enumerate(record.labels):
            span = (position.start, position.end)
            if gold_value(position.stance) != label.stance:
                continue
            if overlaps(span, (label.start, label.end)) and _same_party(candidate, label):
                shared = min(position.end, label.end) - max(position.start, label.start)
                whole = max(position.end, label.end) - min(position.start, label.start)
                pairs.append((shared / whole, -i, -j))
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if -i not in found and -j not in used:
            found[-i] = -j
            used.add(-j)
    return found


def _same_party(candidate: Candidate, label: Label) -> bool:
    voice = candidate.position.voice
    if label.party == "unattributed":
        return voice.party == "unattributed"
    wanted = [_key(n) for n in (label.party, label.speaker, *label.aliases) if n]
    given = [_key(n) for n in (voice.party, voice.speaker, *voice.aliases) if n]
    return any(a and b and (a <= b or b <= a) for a in wanted for b in given)


def _key(name: str) -> frozenset[str]:
    plain = name.lower().replace("'s", "").replace("’s", "")
    return frozenset("".join(c if c.isalnum() else " " for c in plain).split()) - _SMALL
