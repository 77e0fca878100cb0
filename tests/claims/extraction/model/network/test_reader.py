"""The shipped reader: checked at load, quick, and the same on every run."""

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from threadpoolctl import threadpool_info

from claims.extraction.model.network.reader import READER, BadModelError, Reader, shipped_reader
from claims.extraction.text.segment import segment
from tests.growth import grows_in_line

WEIGHTS = Path(str(files("claims.extraction.model").joinpath("weights")))
FILES = [
    "encoder.onnx", "start.onnx", "step.onnx", "keys.onnx", "pairs.onnx", "tokenizer.json",
]  # fmt: skip
TEXT = (
    "The harbour board denied on Monday that the ferry Alba had sunk.\n"
    "“She is moored in Leith,” said Ada Brook, a spokeswoman for the board.\n"
    "The ferry is believed to have left port on Sunday night."
)


def test_shipped_files_are_the_trained_ones() -> None:
    assert set(shipped_reader().card["sha256"]) == set(FILES)
    assert sum(path.stat().st_size for path in WEIGHTS.glob("*.onnx")) <= 40_000_000


@pytest.mark.parametrize("name", FILES)
def test_other_bytes_are_refused(tmp_path: Path, name: str) -> None:
    for path in WEIGHTS.iterdir():
        shutil.copy(path, tmp_path / path.name)
    with (tmp_path / name).open("ab") as out:
        out.write(b" ")
    with pytest.raises(BadModelError, match=rf"{name} has SHA-256"):
        Reader(tmp_path)


def test_missing_weights_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BadModelError, match="reinstall the package"):
        Reader(tmp_path)
    (tmp_path / "model.json").write_text(json.dumps({"name": READER, "sha256": {}}))
    with pytest.raises(BadModelError, match=r"encoder\.onnx"):
        Reader(tmp_path)


def test_another_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text(json.dumps({"name": "reader/0", "sha256": {}}))
    with pytest.raises(BadModelError, match="'reader/0', not 'reader/5'"):
        Reader(tmp_path)


def test_numpy_multiplies_on_one_thread() -> None:
    shipped_reader()
    assert {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"} == {1}


def test_reads_the_same_twice() -> None:
    page = segment(TEXT)
    first, second = shipped_reader().read(page), shipped_reader().read(page)
    assert [(r.quote, r.value, r.probability) for r in first] == [
        (r.quote, r.value, r.probability) for r in second
    ]


def test_spans_lie_in_the_text() -> None:
    for reading in shipped_reader().read(segment(TEXT)):
        spans = [reading.quote, reading.source, reading.party]
        assert all(0 <= s[0] < s[1] <= len(TEXT) for s in spans if s is not None)


@pytest.mark.parametrize(
    "text", ["", "\n", "…", "word " * 3000, "“" * 500, "\u200b\u00ad", "a" * 9000]
)
def test_any_text_is_read(text: str) -> None:
    found = shipped_reader().read(segment(text))
    assert all(0 <= each.quote[0] < each.quote[1] <= len(text) for each in found)


def test_reading_grows_in_line_with_the_text() -> None:
    reader = shipped_reader()
    assert grows_in_line(lambda copies: reader.read(segment("\n".join([TEXT] * copies))), 10, 80)
