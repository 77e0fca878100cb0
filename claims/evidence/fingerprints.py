"""Word-shingle fingerprints: is one text a copy, or a cut copy, of another?

A FracMinHash sketch (Irber et al. 2022, after Broder 1997): of all hashes of six-word
shingles keep those in the lowest quarter, so that the share of one text in
another can be estimated whatever their lengths.
"""

from __future__ import annotations

import hashlib
import re
import struct
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

SHINGLE_WORDS = 6
KEPT_SHARE = 4
"""One in this many hashes is kept of a text longer than ``FULL_SHINGLES``."""
FULL_SHINGLES = 256
"""Texts with up to so many shingles keep every hash."""
MIN_HASHES = 6
"""With fewer kept hashes in common scale, two texts that differ are not compared."""
BANDS = 16
"""Index keys a text: a copy that keeps 30% of a text misses all of them in 0.3% of cases."""
_LIMIT = (1 << 64) // KEPT_SHARE
_MAGIC = b"FP1"
_HEAD = struct.Struct("<3s?I")
_WORD = re.compile(r"[^\W_]+")
_PRIME = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The kept hashes of a text's shingles, sorted, unsigned 64-bit."""

    hashes: tuple[int, ...]
    shingles: int
    """How many different shingles the text has."""
    full: bool
    """Whether every hash is kept."""

    def to_bytes(self) -> bytes:
        """Serialise for the store: 8 bytes, and 8 more a hash."""
        head = _HEAD.pack(_MAGIC, self.full, self.shingles)
        return head + np.array(self.hashes, dtype="<u8").tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Fingerprint:
        """Read back what ``to_bytes`` wrote. ValueError on anything else."""
        if len(data) < _HEAD.size or (len(data) - _HEAD.size) % 8 or data[:3] != _MAGIC:
            raise ValueError(f"{len(data)} bytes are no fingerprint: write it with to_bytes")
        _, full, shingles = _HEAD.unpack_from(data)
        hashes = np.frombuffer(data, dtype="<u8", offset=_HEAD.size)
        return cls(hashes=tuple(hashes.tolist()), shingles=shingles, full=full)


def fingerprint(text: str) -> Fingerprint:
    """Fingerprint a text: words only, case folded, so that layout and punctuation do not count."""
    words = [found.group().casefold() for found in _WORD.finditer(text)]
    if not words:
        return Fingerprint(hashes=(), shingles=0, full=True)
    hashes = np.unique(_hash_shingles(words))
    full = len(hashes) <= FULL_SHINGLES
    kept = hashes if full else hashes[hashes < np.uint64(_LIMIT)]
    return Fingerprint(hashes=tuple(kept.tolist()), shingles=len(hashes), full=full)


def near_copy(a: Fingerprint, b: Fingerprint) -> float:
    """The share of the shorter text that stands in the longer, 0..1 (estimated).

    0.0 where either is too short to tell, unless both are the same.
    """
    if not a.hashes or not b.hashes:
        return 0.0
    if a.hashes == b.hashes:
        return 1.0
    left, right = _comparable(a, b), _comparable(b, a)
    shorter = min(len(left), len(right))
    if shorter < MIN_HASHES:
        return 0.0
    return len(left & right) / shorter


def bands(mark: Fingerprint) -> tuple[int, ...]:
    """Keys (signed 64-bit) for an inverted index: near copies share at least one.

    The lowest hashes; of a passage cut from a text, those that the text has
    among its lowest are the passage's lowest too.
    """
    return tuple(key - (1 << 64) if key >= 1 << 63 else key for key in mark.hashes[:BANDS])


def _comparable(own: Fingerprint, other: Fingerprint) -> frozenset[int]:
    if own.full and not other.full:
        return frozenset(key for key in own.hashes if key < _LIMIT)
    return frozenset(own.hashes)


def _hash_shingles(words: list[str]) -> NDArray[np.uint64]:
    size = min(SHINGLE_WORDS, len(words))
    codes = np.array([_hash_word(word) for word in words], dtype=np.uint64)
    windows = np.lib.stride_tricks.sliding_window_view(codes, size)
    mixed = np.zeros(len(windows), dtype=np.uint64)
    with np.errstate(over="ignore"):
        for column in range(size):
            mixed = _mix(mixed * np.uint64(_PRIME) + windows[:, column])
    return mixed


def _mix(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The finaliser of SplitMix64: every input bit reaches every output bit."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: NDArray[np.uint64] = values ^ (values >> np.uint64(31))
    return mixed


@lru_cache(maxsize=200_000)
def _hash_word(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")
