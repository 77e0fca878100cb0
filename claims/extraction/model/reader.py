"""Run the shipped network on a page: windows in, readings out.

The weights travel inside the package, and their SHA-256 is checked before they are
loaded. One thread a session: work is spread over documents, not within one.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from claims.extraction.model.decode import FloatArray, Outputs, Reading, decode
from claims.extraction.model.shape import LABELS
from claims.extraction.model.windows import Window, cut_windows
from claims.extraction.segment import Page

READER = "reader/2"
"""Name and version of the weights that this package ships; ``model.json`` must say the same."""
READ_FROM = 0.1
"""Label probability from which a reading is worth weighing (weighing decides later)."""


class BadModelError(RuntimeError):
    """The model's files are missing or not the ones that were trained; names the file."""


class Reader:
    """One loaded network. Not shared between threads."""

    def __init__(self, folder: Path) -> None:
        """Load ``folder``'s ``model.json``, ``tokenizer.json`` and ``encoder.onnx``.

        BadModelError when a file is absent or its SHA-256 differs from ``model.json``.
        """
        self.card = _read_card(folder)
        if self.card.get("name") != READER:
            raise BadModelError(f"{folder} holds {self.card.get('name')!r}, not {READER!r}")
        weights = _checked(folder / "encoder.onnx", self.card)
        pieces = _checked(folder / "tokenizer.json", self.card)
        self._tokenizer = Tokenizer.from_str(pieces.decode("utf-8"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            weights, options, providers=["CPUExecutionProvider"]
        )
        self.scale: FloatArray = np.asarray(self.card["scale"], dtype=np.float32)

    def read(self, page: Page) -> list[Reading]:
        """Readings of the whole page in reading order. Linear in the page's length."""
        readings: list[Reading] = []
        floors = [READ_FROM] * LABELS
        for window in self.cut(page):
            outputs, by_label = self.run(window)
            readings += decode(window, outputs, by_label, floors)
        return sorted(readings, key=lambda r: (r.quote, r.value, r.kind))

    def cut(self, page: Page) -> list[Window]:
        """The page's windows in this network's word pieces."""
        return cut_windows(page, self._tokenizer)

    def run(self, window: Window) -> tuple[Outputs, FloatArray]:
        """The network's outputs for one window, and its label vectors (see ``decode``)."""
        found = self._session.run(
            ["labels", "asks", "answers", "topics", "by_label"],
            {"ids": window.ids[None], "features": window.features[None]},
        )
        return Outputs(found[0][0], found[1][0], found[2][0], found[3][0]), found[4]


@cache
def shipped_reader() -> Reader:
    """The network that the package ships, loaded once a process."""
    return Reader(Path(str(files("claims.extraction.model").joinpath("weights"))))


def _read_card(folder: Path) -> dict[str, Any]:
    path = folder / "model.json"
    if not path.is_file():
        raise BadModelError(f"no {path}: reinstall the package, or train a model (make train)")
    card: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return card


def _checked(path: Path, card: dict[str, Any]) -> bytes:
    if not path.is_file():
        raise BadModelError(f"no {path}: reinstall the package, or train a model (make train)")
    raw = path.read_bytes()
    found, wanted = hashlib.sha256(raw).hexdigest(), card["sha256"][path.name]
    if found != wanted:
        raise BadModelError(f"{path} has SHA-256 {found}, model.json says {wanted}: do not use it")
    return raw
