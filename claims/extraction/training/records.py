"""Annotated articles in the gold form, and their offsets-only form without article text.

The gold form (``GUIDE.md`` beside the gold) holds a ``quote`` a stance; the form kept in
``annotations/`` holds ``start``/``end`` instead, with the text's SHA-256 to prove that the
offsets fit. Claim sentences are our own writing and are kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.extraction.model.network.shape import VALUES


@dataclass(frozen=True)
class Label:
    """One annotated stance at ``text[start:end]``. ``weight`` is 1 for a person's label."""

    claim: str
    party: str
    aliases: tuple[str, ...]
    speaker: str | None
    stance: str
    start: int
    end: int
    anonymous: bool = False
    hedged: bool = False
    weight: float = 1.0


@dataclass(frozen=True)
class Record:
    """One article with its labels. ``claims`` maps local ids to claim sentences.

    ``linked`` is False where nobody judged which labels share a claim.
    """

    doc: str
    text: str
    claims: dict[str, str]
    labels: tuple[Label, ...]
    linked: bool = True


class BadAnnotationError(ValueError):
    """An annotation that does not fit its article; the message names both."""


def read_gold(path: Path, texts: dict[str, str]) -> list[Record]:
    """Records from a file in the gold form. BadAnnotationError on a quote not in its text."""
    return [_from_gold(line, texts) for line in _lines(path)]


def read_offsets(path: Path, texts: dict[str, str]) -> list[Record]:
    """Records from a file in the offsets-only form. BadAnnotationError on another text."""
    return [_from_offsets(line, texts) for line in _lines(path)]


def write_offsets(records: Iterable[Record], path: Path) -> None:
    """Write ``records`` without any article text."""
    with path.open("w", encoding="utf-8") as out:
        for record in records:
            row = {
                "doc": record.doc,
                "sha256": digest(record.text),
                "claims": [{"id": k, "text": v} for k, v in record.claims.items()],
                "stances": [_label_row(label) for label in record.labels],
            }
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def digest(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_ids(path: Path) -> list[str]:
    """The document ids of a file in either form."""
    return [row["doc"] for row in _lines(path)]


def read_pool(path: Path) -> dict[str, str]:
    """Texts by document id from a JSON Lines file of ``{"doc", "text"}``."""
    return {row["doc"]: row["text"] for row in _lines(path)}


def read_texts(folder: Path) -> dict[str, str]:
    """Texts by document id from a folder of ``<id>.txt``."""
    return {p.stem: p.read_text("utf-8") for p in sorted(folder.glob("*.txt"))}


def _lines(path: Path) -> Iterator[Any]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _label_row(label: Label) -> dict[str, Any]:
    return {
        "claim": label.claim, "party": label.party, "aliases": list(label.aliases),
        "speaker": label.speaker, "stance": label.stance, "start": label.start,
        "end": label.end, "anonymous": label.anonymous, "hedged": label.hedged,
        "weight": label.weight,
    }  # fmt: skip


def _text_of(row: Any, texts: dict[str, str]) -> str:
    if row["doc"] not in texts:
        raise BadAnnotationError(f"no text for annotated document {row['doc']!r}")
    return texts[row["doc"]]


def _label(row: Any, stance: Any, start: int, end: int) -> Label:
    if stance["stance"] not in VALUES:
        raise BadAnnotationError(f"{row['doc']}: unknown stance value {stance['stance']!r}")
    return Label(
        claim=stance["claim"], party=stance["party"],
        aliases=tuple(stance.get("aliases") or ()), speaker=stance.get("speaker") or None,
        stance=stance["stance"], start=start, end=end,
        anonymous=bool(stance.get("anonymous")), hedged=bool(stance.get("hedged")),
        weight=float(stance.get("weight", 1.0)),
    )  # fmt: skip


def _from_gold(row: Any, texts: dict[str, str]) -> Record:
    text = _text_of(row, texts)
    labels = []
    for stance in row["stances"]:
        start = text.find(stance["quote"])
        if start < 0:
            raise BadAnnotationError(f"{row['doc']}: quote not in the text: {stance['quote']!r}")
        labels.append(_label(row, stance, start, start + len(stance["quote"])))
    claims = {claim["id"]: claim["text"] for claim in row["claims"]}
    return Record(row["doc"], text, claims, tuple(labels))


def _from_offsets(row: Any, texts: dict[str, str]) -> Record:
    text = _text_of(row, texts)
    if digest(text) != row["sha256"]:
        raise BadAnnotationError(f"{row['doc']}: annotated on another text (SHA-256 differs)")
    labels = [_label(row, stance, stance["start"], stance["end"]) for stance in row["stances"]]
    claims = {claim["id"]: claim["text"] for claim in row["claims"]}
    return Record(row["doc"], text, claims, tuple(labels))
