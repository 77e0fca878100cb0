"""Captures by digest, write-once.

A capture lies at ``ab/cd/<sha256>`` under the archive's folder. Its bytes are
written to a file beside it, flushed to the disk, then linked to the final
name: a reader sees the whole capture or none, and a kill at any instant leaves
at most a ``.part`` file that nothing reads. Nothing here overwrites.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

from sources.model import Capture

_DIGEST = re.compile(r"[0-9a-f]{64}")


class ArchiveError(RuntimeError):
    """The archive's bytes and their digest disagree, or a capture is not there."""


class CaptureArchive:
    """The folder of stored captures."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def locate(self, sha256: str) -> Path:
        """Where a capture with this digest lies or would lie."""
        if not _DIGEST.fullmatch(sha256):
            raise ArchiveError(f"{sha256!r} is not a SHA-256 digest in lower-case hex")
        return self.folder / sha256[:2] / sha256[2:4] / sha256

    def store(self, capture: Capture) -> Path:
        """Put the capture's bytes in place and return where they lie.

        Storing the same bytes again verifies the file that is there. Raises
        ArchiveError when the capture's digest is not that of its bytes, or
        when other bytes lie under the same digest.
        """
        path = self.locate(capture.sha256)
        if _digest(capture.data) != capture.sha256:
            raise ArchiveError(
                f"{capture.name}: its bytes do not have the digest {capture.sha256}: capture again"
            )
        if path.exists():
            self.load(capture.sha256)
            return path
        path.parent.mkdir(parents=True, exist_ok=True)
        part = _write_part(path.parent, capture.data)
        try:
            os.link(part, path)
        except FileExistsError:  # another process stored it in the meantime
            self.load(capture.sha256)
        finally:
            part.unlink()
        _flush_folder(path.parent)
        return path

    def load(self, sha256: str) -> bytes:
        """The bytes of a stored capture, checked against their digest.

        Raises ArchiveError when nothing is stored under it or the file changed.
        """
        path = self.locate(sha256)
        try:
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise ArchiveError(f"no capture {sha256} in {self.folder}") from error
        found = _digest(data)
        if found != sha256:
            raise ArchiveError(
                f"{path} was changed: its bytes have the digest {found}. "
                "Restore the file from a backup; it is never overwritten here"
            )
        return data


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _write_part(folder: Path, data: bytes) -> Path:
    """A flushed, read-only file with ``data`` in ``folder``, under a name of its own."""
    descriptor, name = tempfile.mkstemp(suffix=".part", prefix=".", dir=folder)
    with os.fdopen(descriptor, "wb") as part:
        part.write(data)
        part.flush()
        os.fsync(part.fileno())
        os.fchmod(part.fileno(), 0o444)
    return Path(name)


def _flush_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
