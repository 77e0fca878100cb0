"""Run the shipped network on a page: windows in, readings out.

The weights travel inside the package, and their SHA-256 is checked before they are
loaded. One thread a session: work is spread over documents, not within one.
"""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import onnxruntime
from threadpoolctl import threadpool_limits
from tokenizers import Tokenizer

from claims.extraction.model.network.comparing import Comparer
from claims.extraction.model.network.decode import Outputs, Reading, decode
from claims.extraction.model.network.hooks import FloatArray
from claims.extraction.model.network.shape import LABELS
from claims.extraction.model.network.windows import Window, cut_windows
from claims.extraction.model.network.writing import Writer, Written
from claims.extraction.text.segment import Page

READER = "reader/5"
"""Name and version of the weights that this package ships; ``model.json`` must say the same."""
READ_FROM = 0.2
"""Label probability from which a reading is worth weighing (weighing decides later): of 640 less
likely ones that no rule agreed with, on annotated articles, none was kept."""

MOST_TOLD, TOLD_FROM = 40, 0.4
"""Readings of one window whose claims are written, the likeliest, and the label probability
that each must reach; a window of news has a dozen."""


class BadModelError(RuntimeError):
    """The model's files are missing or not the ones that were trained; names the file."""


class Encoder:
    """The network that reads, without those that go on from it. Not shared between threads."""

    def __init__(self, folder: Path, card: Mapping[str, Any]) -> None:
        """Load ``folder``'s ``encoder.onnx`` and ``tokenizer.json``; errors as ``Reader``'s."""
        self._session = _open_session(folder / "encoder.onnx", card)
        pieces = _checked(folder / "tokenizer.json", card)
        self.tokenizer = Tokenizer.from_str(pieces.decode("utf-8"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def read(self, page: Page) -> Iterator[tuple[Window, Outputs, list[Reading]]]:
        """Each of the page's windows with the network's outputs and the readings in it."""
        for window in cut_windows(page, self.tokenizer):
            outputs, by_label = self.run(window)
            yield window, outputs, decode(window, outputs, by_label, [READ_FROM] * LABELS)

    def run(self, window: Window) -> tuple[Outputs, FloatArray]:
        """The outputs for one window, and what ``decode`` asks by label."""
        *found, by_label = self._session.run(
            ["labels", "asks", "answers", "hidden", "by_label"],
            {"ids": window.ids[None], "features": window.features[None]},
        )
        return Outputs(*(each[0] for each in found)), by_label


class Reader:
    """Encoder, writer and comparer, loaded. Not shared between threads."""

    def __init__(self, folder: Path) -> None:
        """Load ``folder``'s ``model.json``, ``tokenizer.json`` and five ``.onnx`` files.

        BadModelError when a file is absent or its SHA-256 differs from ``model.json``.
        """
        self.card = read_card(folder)
        if self.card.get("name") != READER:
            raise BadModelError(f"{folder} holds {self.card.get('name')!r}, not {READER!r}")
        self._encoder = Encoder(folder, self.card)
        self._writer = Writer(
            _open_session(folder / "start.onnx", self.card),
            _open_session(folder / "step.onnx", self.card),
        )
        self.comparer = Comparer(
            _open_session(folder / "keys.onnx", self.card),
            _open_session(folder / "pairs.onnx", self.card),
        )

    def read(self, page: Page) -> list[Reading]:
        """Readings of the whole page in reading order. Linear in the page's length."""
        readings: list[Reading] = []
        for window, outputs, found in self._encoder.read(page):
            readings += self._tell(page.text, window, outputs, found)
        return sorted(readings, key=lambda r: (r.quote, r.value, r.kind))

    def _tell(
        self, text: str, window: Window, outputs: Outputs, readings: Sequence[Reading]
    ) -> list[Reading]:
        """The readings of one window, the likeliest ``MOST_TOLD`` with their claims written."""
        order = sorted(range(len(readings)), key=lambda n: -readings[n].probability)
        chosen = [n for n in order[:MOST_TOLD] if readings[n].probability >= TOLD_FROM]
        hooks = [hook for n in chosen if (hook := readings[n].hook) is not None]
        written = self._writer.write(text, window, outputs.hidden, hooks)
        told = {n: found for n, found in zip(chosen, written, strict=True) if found is not None}
        silent = Written("", 0.0)
        return [
            replace(
                reading, hook=None,
                told=told.get(n, silent).text, told_likely=told.get(n, silent).likely,
                told_else=told.get(n, silent).others,
            )
            for n, reading in enumerate(readings)
        ]  # fmt: skip


@cache
def shipped_reader() -> Reader:
    """The network that the package ships, loaded once a process.

    From then on numpy multiplies on one thread in the process, as the network does: what it
    multiplies here is small, and a second thread spins beside it, a twentieth of the time.
    """
    threadpool_limits(limits=1, user_api="blas")
    reader = Reader(Path(str(files("claims.extraction.model").joinpath("weights"))))
    # what is loaded by now stays: no need to look through it at every collection
    gc.freeze()
    return reader


def _open_session(path: Path, card: Mapping[str, Any]) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # ONNX Runtime's joined kernel of these takes several times as long as its parts
    return onnxruntime.InferenceSession(
        _checked(path, card), options, providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],
    )  # fmt: skip


def read_card(folder: Path) -> dict[str, Any]:
    """``folder``'s ``model.json``. BadModelError when there is none."""
    path = folder / "model.json"
    if not path.is_file():
        raise BadModelError(f"no {path}: reinstall the package, or train a model (make train)")
    card: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return card


def _checked(path: Path, card: Mapping[str, Any]) -> bytes:
    if not path.is_file():
        raise BadModelError(f"no {path}: reinstall the package, or train a model (make train)")
    raw = path.read_bytes()
    found, wanted = hashlib.sha256(raw).hexdigest(), card["sha256"][path.name]
    if found != wanted:
        raise BadModelError(f"{path} has SHA-256 {found}, model.json says {wanted}: do not use it")
    return raw
