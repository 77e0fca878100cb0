"""Annotated articles: what was read, by whom which position stands where, and their digest."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "gold"
"""Articles that are not ours to publish: beside the repository, where they are at hand."""
OWN = HERE / "own"
"""Articles of our own writing."""


class MaterialError(RuntimeError):
    """Articles that are absent or not what they should be; says what to do."""


@dataclass(frozen=True)
class Article:
    """One article with its annotation.

    ``stances`` are those of the annotation, each with ``start`` and ``end`` of its quote
    in ``text``; ``claims`` maps a claim's id to its sentence.
    """

    doc: str
    text: str
    claims: dict[str, str]
    stances: list[dict[str, Any]]


@dataclass(frozen=True)
class ArticleSet:
    """A set of annotated articles: ``folder`` holds ``<name>.jsonl`` and ``texts/``."""

    name: str
    folder: Path

    @property
    def annotations(self) -> Path:
        return self.folder / f"{self.name}.jsonl"

    def load(self) -> list[Article]:
        """Every article of the set. MaterialError where one is absent or a quote is not in it."""
        return [self._read(row) for row in self._rows()]

    def _read(self, row: dict[str, Any]) -> Article:
        text = self._text(row["doc"])
        stances = []
        for stance in row["stances"]:
            start = stance["start"] if "start" in stance else text.find(stance["quote"])
            end = start + len(stance["quote"])
            if start < 0 or text[start:end] != stance["quote"]:
                raise MaterialError(
                    f"{row['doc']}: the quote {stance['quote']!r} is not in its text"
                )
            stances.append({**stance, "start": start, "end": end})
        claims = {claim["id"]: claim["text"] for claim in row["claims"]}
        return Article(row["doc"], text, claims, stances)

    def digests(self) -> dict[str, str]:
        """SHA-256 of the annotations, and of the articles' texts one after another."""
        texts = hashlib.sha256()
        for row in self._rows():
            texts.update(self._path(row["doc"]).read_bytes() + b"\0")
        annotations = hashlib.sha256(self.annotations.read_bytes()).hexdigest()
        return {f"{self.name}.jsonl": annotations, f"{self.name} texts": texts.hexdigest()}

    def _rows(self) -> list[dict[str, Any]]:
        if not self.annotations.is_file():
            raise MaterialError(f"no annotated articles at {self.annotations}")
        lines = self.annotations.read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines if line.strip()]

    def _path(self, doc: str) -> Path:
        return self.folder / "texts" / f"{doc}.txt"

    def _text(self, doc: str) -> str:
        path = self._path(doc)
        if not path.is_file():
            raise MaterialError(f"no text of the annotated article {doc} at {path}")
        return path.read_text("utf-8")


SETS = {
    "dev": ArticleSet("dev", SHARED),
    "train": ArticleSet("train", SHARED),
    "own": ArticleSet("own", OWN),
}
