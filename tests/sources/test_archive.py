"""Captures by digest, write-once."""

import hashlib
import os
from pathlib import Path

import pytest

from sources.archive import ArchiveError, CaptureArchive
from sources.readers import capture_bytes


@pytest.fixture
def archive(tmp_path: Path) -> CaptureArchive:
    return CaptureArchive(tmp_path / "archive")


def test_a_stored_capture_is_loaded_by_its_digest(archive: CaptureArchive) -> None:
    capture = capture_bytes(b"Seoul denied it.", "a.txt")
    path = archive.store(capture)
    sha = hashlib.sha256(b"Seoul denied it.").hexdigest()
    assert path == archive.folder / sha[:2] / sha[2:4] / sha
    assert archive.load(sha) == b"Seoul denied it."


def test_storing_again_leaves_the_first_file_in_place(archive: CaptureArchive) -> None:
    capture = capture_bytes(b"same bytes", "a.txt")
    before = archive.store(capture).stat()
    after = archive.store(capture_bytes(b"same bytes", "b.txt")).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_nothing_but_the_capture_is_left_in_the_folder(archive: CaptureArchive) -> None:
    path = archive.store(capture_bytes(b"one", "a.txt"))
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert path.stat().st_mode & 0o222 == 0


def test_another_text_under_the_same_digest_is_loud_and_kept(archive: CaptureArchive) -> None:
    capture = capture_bytes(b"as captured", "a.txt")
    path = archive.store(capture)
    os.chmod(path, 0o644)
    path.write_bytes(b"tampered")
    with pytest.raises(ArchiveError, match="was changed"):
        archive.load(capture.sha256)
    with pytest.raises(ArchiveError, match="never overwritten"):
        archive.store(capture)
    assert path.read_bytes() == b"tampered"


def test_a_capture_whose_digest_is_wrong_is_refused(archive: CaptureArchive) -> None:
    capture = capture_bytes(b"as captured", "a.txt").model_copy(update={"data": b"other"})
    with pytest.raises(ArchiveError, match=r"a\.txt.*capture again"):
        archive.store(capture)
    assert not archive.locate(capture.sha256).exists()


def test_a_file_put_there_by_another_process_in_the_meantime_is_verified(
    archive: CaptureArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    capture = capture_bytes(b"raced", "a.txt")
    path = archive.locate(capture.sha256)
    link = os.link

    def link_second(source: Path, target: Path) -> None:
        path.write_bytes(b"raced")
        link(source, target)

    monkeypatch.setattr(os, "link", link_second)
    assert archive.store(capture) == path
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("digest", ["", "abc", "../../etc/passwd", "A" * 64])
def test_only_a_digest_finds_a_capture(archive: CaptureArchive, digest: str) -> None:
    with pytest.raises(ArchiveError, match="not a SHA-256"):
        archive.load(digest)


def test_a_missing_capture_is_named(archive: CaptureArchive) -> None:
    with pytest.raises(ArchiveError, match="no capture 0000"):
        archive.load("0" * 64)
