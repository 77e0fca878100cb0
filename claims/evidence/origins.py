"""Where a report really comes from: near copies, credited agencies, one origin for one wire."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A sketch of a text's word shingles: the smallest hashes, sorted."""

    hashes: tuple[int, ...]
    shingles: int
    """How many different shingles the text has."""

    def to_bytes(self) -> bytes:
        """Serialise for the store."""
        return b""

    @classmethod
    def from_bytes(cls, data: bytes) -> Fingerprint:
        """Read back what ``to_bytes`` wrote. ValueError on anything else."""
        return cls(hashes=(), shingles=len(data))


@dataclass(frozen=True, slots=True)
class KnownOrigin:
    """A document the store already holds, as a candidate for being the same wire."""

    origin: str
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class Origin:
    """The origin assigned to a document or a span, with the rule that chose it."""

    name: str
    reason: str


def fingerprint(text: str) -> Fingerprint:
    """Fingerprint a document's text."""
    return Fingerprint(hashes=(), shingles=len(text))


def near_copy(a: Fingerprint, b: Fingerprint) -> float:
    """Containment of the shorter text in the longer, 0..1: a cut wire copy scores high."""
    return float(bool(a.hashes) and a == b)


def bands(mark: Fingerprint) -> tuple[int, ...]:
    """Keys (signed 64-bit) for an inverted index: near copies share at least one."""
    return mark.hashes


def credited_origin(
    text: str, span_start: int, span_end: int, outlet_names: Iterable[str] = ()
) -> str | None:
    """Name of the agency or outlet that the text credits for ``text[span_start:span_end]``.

    Reads datelines ("(Reuters) -") and credits near the span ("according to KCNA", "told AFP").
    """
    return None


def assign_origin(
    mark: Fingerprint,
    outlet: str,
    credited: str | None = None,
    near: Sequence[KnownOrigin] = (),
    document: str = "",
) -> Origin:
    """Decide the origin of a report: a near copy shares its twin's, a credited agency comes
    next, the outlet's own reporting (one origin per ``document``) last."""
    return Origin(name=credited or outlet, reason="own reporting")
