"""Ten papers running one wire are one origin."""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.evidence import (
    Fingerprint,
    KnownOrigin,
    assign_origin,
    bands,
    credited_origin,
    fingerprint,
    near_copy,
)
from claims.evidence.origins import COPY

WIRE = " ".join(
    f"On day {i} of the strike the harbour of Ostvik {verb} {i * 7} ships and {i + 3} cranes stood."
    for i, verb in enumerate(["counted", "lost", "moored", "turned away", "searched"] * 8, 1)
)
OTHER = " ".join(
    f"In week {i} the council of Varnholm {verb} its {i * 5} tram drivers a rise of {i} crowns."
    for i, verb in enumerate(["refused", "promised", "paid", "owed"] * 10, 1)
)
POOL = Path(__file__).resolve().parents[4] / "shared" / "data" / "pool" / "articles.jsonl"

CREDITS = [
    ("OSTVIK (AFP) - The dam broke.", "The dam broke", "Agence France-Presse"),
    ("OSTVIK, 3 May [Reuters] — The dam broke.", "The dam broke", "Reuters"),
    ("DELHI, Feb 20 (PTI): The dam broke.", "The dam broke", "Press Trust of India"),
    ("MOSCOW, February 20. /TASS/. The dam broke.", "The dam broke", "TASS"),
    ("The dam broke, the PA said.", "The dam broke", None),
    ("The dam broke, PA Media said.", "The dam broke", "PA Media"),
    ("The dam broke, KCNA said.", "The dam broke", "KCNA"),
    ("The dam broke, according to state news agency KCNA.", "The dam broke", "KCNA"),
    ("The mayor told the Ostvik Post that it broke.", "it broke", "Ostvik Post"),
    ("The mayor told Russia's RIA state news agency that it broke.", "it broke", "RIA Novosti"),
    ("Reuters reported that it broke. The AP said it held.", "it held", "Associated Press"),
    ("The dam broke, KCNA said. Moscow denies it.", "Moscow denies", None),
    ("OSTVIK (AFP) - It broke. The mayor told the Ostvik Post why.", "told", "Ostvik Post"),
    ("The dam broke on Monday.", "The dam broke", None),
    ("Reuters moved to a new building.", "new building", None),
    ("The Associated Pressmen said no.", "said no", None),
]


@pytest.mark.parametrize(("text", "quote", "expected"), CREDITS)
def test_whom_a_text_credits(text: str, quote: str, expected: str | None) -> None:
    start = text.index(quote)
    assert credited_origin(text, start, start + len(quote), ["Ostvik Post"]) == expected


def test_a_span_outside_the_text_is_named() -> None:
    with pytest.raises(ValueError, match="span 3:99 lies outside a text of 5 characters"):
        credited_origin("short", 3, 99)


def test_a_cut_copy_is_a_copy_either_way() -> None:
    cut = fingerprint(WIRE[: len(WIRE) // 3])
    whole = fingerprint(WIRE)
    assert near_copy(cut, whole) == near_copy(whole, cut) > 0.9
    assert set(bands(cut)) & set(bands(whole))


def test_layout_and_case_do_not_make_another_text() -> None:
    assert fingerprint(WIRE) == fingerprint(WIRE.upper().replace(" ", "\n"))


def test_other_texts_are_no_copies() -> None:
    assert near_copy(fingerprint(WIRE), fingerprint(OTHER)) == 0.0
    assert near_copy(fingerprint("Two words"), fingerprint("Two words more")) == 0.0
    assert near_copy(fingerprint(""), fingerprint("")) == 0.0


def test_a_paper_that_adds_its_own_half_is_still_a_copy() -> None:
    mixed = fingerprint(WIRE + " " + OTHER)
    assert near_copy(fingerprint(WIRE), mixed) > 0.9


def test_ten_copies_of_one_wire_are_one_origin() -> None:
    known: list[KnownOrigin] = []
    for number in range(10):
        text = f"Paper {number} brings you this. " + WIRE[number * 40 :]
        mark = fingerprint(text)
        origin = assign_origin(mark, outlet=f"paper-{number}", near=known)
        known.append(KnownOrigin(origin.name, mark))
    assert {each.origin for each in known} == {"paper-0"}


ASSIGNED = [
    ("a credited agency goes before the outlet", "paper", "Reuters", "Reuters"),
    ("an outlet's own reports are one origin", "paper", None, "paper"),
    ("a text of nobody known is its own", None, None, "document:7"),
]


@pytest.mark.parametrize(("sentence", "outlet", "credited", "expected"), ASSIGNED)
def test_assigned(sentence: str, outlet: str | None, credited: str | None, expected: str) -> None:
    mark = fingerprint(WIRE)
    unlike = [KnownOrigin("elsewhere", fingerprint(OTHER))]
    origin = assign_origin(mark, outlet, credited, unlike, document="7")
    assert origin.name == expected, sentence
    assert origin.reason


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_fingerprints_survive_the_store(text: str) -> None:
    mark = fingerprint(text)
    assert Fingerprint.from_bytes(mark.to_bytes()) == mark
    assert all(-(1 << 63) <= key < 1 << 63 for key in bands(mark))
    assert near_copy(mark, mark) == float(bool(mark.hashes))


@pytest.mark.parametrize("data", [b"", b"xx", b"FP0" + bytes(5), b"FP1" + bytes(6)])
def test_other_bytes_are_no_fingerprint(data: bytes) -> None:
    with pytest.raises(ValueError, match="no fingerprint"):
        Fingerprint.from_bytes(data)


@pytest.mark.shared
@pytest.mark.skipif(not POOL.exists(), reason="needs ../shared/data/pool")
def test_copies_in_real_news() -> None:
    """Every pair of copies shares a band or nearly so; groups as counted once by hand check."""
    marks = [fingerprint(json.loads(line)["text"]) for line in POOL.open(encoding="utf-8")]
    holders: dict[int, list[int]] = defaultdict(list)
    banded: dict[int, list[int]] = defaultdict(list)
    for i, mark in enumerate(marks):
        for key in mark.hashes:
            holders[key].append(i)
        for key in bands(mark):
            banded[key].append(i)
    candidates = {p for own in holders.values() if len(own) < 50 for p in combinations(own, 2)}
    copies = {(i, j) for i, j in candidates if near_copy(marks[i], marks[j]) >= COPY}
    found = {pair for own in banded.values() for pair in combinations(own, 2)} & copies
    assert 200 <= len(copies) <= 260
    assert len(found) >= 0.97 * len(copies)
