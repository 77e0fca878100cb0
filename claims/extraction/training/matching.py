"""Which annotated stance a finding matches, as ``gold/score.py`` counts full matches."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.model.weighing.agreeing import gold_value
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.text.nearby import overlaps
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
                pairs.append((_shared(span, label), -i, -j))
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if -i not in found and -j not in used:
            found[-i] = -j
            used.add(-j)
    return found


def label_at(span: tuple[int, int], value: str, record: Record) -> int | None:
    """The number of the label that lies most on ``span``, whatever its party; an allegation's for
    an allegation alone, another's for any other stance."""
    best: tuple[float, int] | None = None
    for number, label in enumerate(record.labels):
        if (label.stance == "alleges") != (value == "alleges"):
            continue
        if not overlaps(span, (label.start, label.end)):
            continue
        share = _shared(span, label)
        if best is None or share > best[0]:
            best = (share, number)
    return best[1] if best else None


def _shared(span: tuple[int, int], label: Label) -> float:
    """The part of what either covers that both do, 0 to 1."""
    shared = min(span[1], label.end) - max(span[0], label.start)
    return shared / (max(span[1], label.end) - min(span[0], label.start))


def _same_party(candidate: Candidate, label: Label) -> bool:
    voice = candidate.position.voice
    if label.party == "unattributed":
        return voice.party == "unattributed"
    wanted = [_key(n) for n in (label.party, label.speaker, *label.aliases) if n]
    given = [_key(name) for name in voice.names]
    return any(a and b and (a <= b or b <= a) for a in wanted for b in given)


def _key(name: str) -> frozenset[str]:
    plain = name.lower().replace("'s", "").replace("’s", "")
    return frozenset("".join(c if c.isalnum() else " " for c in plain).split()) - _SMALL
