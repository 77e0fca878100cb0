"""From what a person names to captures."""

import hashlib
import io
import os
from pathlib import Path

import pytest

from sources.readers import (
    InputError,
    Stdin,
    capture_bytes,
    capture_file,
    capture_stdin,
    find_inputs,
    inputs,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.html", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("text")
    return tmp_path


def test_a_folder_is_read_sorted_and_without_hidden_files(folder: Path) -> None:
    assert find_inputs([str(folder)]) == [
        folder / "a.txt",
        folder / "b.txt",
        folder / "sub" / "c.html",
    ]


def test_inputs_keep_their_order_and_come_once(folder: Path) -> None:
    given = [str(folder / "b.txt"), "-", str(folder / "*.txt"), "-"]
    assert find_inputs(given) == [folder / "b.txt", Stdin(), folder / "a.txt"]


def test_a_pattern_goes_into_folders(folder: Path) -> None:
    assert find_inputs([str(folder / "**" / "*.html")]) == [folder / "sub" / "c.html"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.txt", r"missing\.txt does not exist"),
        ("*.pdf", r"\*\.pdf matches no files"),
        (".git/empty", "holds no files"),
    ],
)
def test_what_is_not_there_is_named(folder: Path, name: str, message: str) -> None:
    (folder / ".git" / "empty").mkdir()
    with pytest.raises(InputError, match=message):
        find_inputs([str(folder / name)])


def test_a_url_is_refused_with_what_to_do_instead() -> None:
    with pytest.raises(InputError, match=r"paper\.example/x: fetching URLs is not there yet"):
        find_inputs(["https://paper.example/x"])


def test_a_hidden_file_named_by_itself_is_taken(folder: Path) -> None:
    assert find_inputs([str(folder / ".hidden.txt")]) == [folder / ".hidden.txt"]


def test_a_capture_has_the_digest_of_its_bytes(folder: Path) -> None:
    capture = capture_file(folder / "a.txt")
    assert capture.sha256 == hashlib.sha256(b"text").hexdigest()
    assert (capture.name, capture.media_type) == (str(folder / "a.txt"), "text/plain")
    assert capture.captured_at.utcoffset() is not None


def test_the_standard_input_is_captured_under_its_name() -> None:
    capture = capture_stdin(io.BytesIO(b"<html><p>Yes</p></html>"))
    assert (capture.name, capture.media_type) == ("<stdin>", "text/html")


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        capture_file(folder / "gone.txt")


def test_a_file_name_that_is_no_utf8_still_names_its_capture(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("text")
    assert capture_file(path).name.endswith("/caf\ufffd.txt")


def test_too_big_an_input_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MAX_CAPTURE_BYTES", 3)
    for take in (
        lambda: capture_file(folder / "a.txt"),
        lambda: capture_stdin(io.BytesIO(b"text")),
        lambda: capture_bytes(b"text", "a.txt"),
    ):
        with pytest.raises(InputError, match="is bigger than"):
            take()
