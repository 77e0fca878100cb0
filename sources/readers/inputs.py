"""From what a person names on the command line to captures.

Success leaves a Capture whose digest is that of its bytes. Failure raises
InputError, which names the input; nothing half-read is handed on.
"""

from __future__ import annotations

import glob
import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from sources.model import Capture
from sources.readers.caps import MAX_CAPTURE_BYTES, MIB
from sources.readers.decode import make_storable
from sources.readers.media import tell_media_type


class InputError(ValueError):
    """An input cannot be taken: the message names it, the reason and what to do."""


NO_FETCH = "fetching URLs is not there yet: save the page to a file and name the file"


@dataclass(frozen=True)
class Stdin:
    """The standard input, written ``-`` on the command line."""

    name: str = "<stdin>"


def find_inputs(paths: Sequence[str]) -> list[Path | Stdin]:
    """Every file that ``paths`` name, in their order, each once.

    A path is a file, a folder (all files below it, sorted, hidden ones left
    out), a glob pattern (``**`` goes into folders) or ``-``. Raises InputError
    for a path that is not there, a folder or pattern without files, a URL.
    """
    found: dict[Path | Stdin, None] = {}
    for path in paths:
        for each in _find_one(path):
            found[each] = None
    return list(found)


def capture_file(path: Path | str) -> Capture:
    """Capture of one file. Raises InputError when it cannot be read or is too big."""
    path = Path(path)
    try:
        size = path.stat().st_size
        if size > MAX_CAPTURE_BYTES:
            raise InputError(_say_too_big(str(path)))
        return capture_bytes(path.read_bytes(), str(path))
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from error


def capture_stdin(stream: BinaryIO | None = None, name: str = "<stdin>") -> Capture:
    """Capture of everything on ``stream`` (the standard input if none is given)."""
    source = stream if stream is not None else sys.stdin.buffer
    data = source.read(MAX_CAPTURE_BYTES + 1)
    if len(data) > MAX_CAPTURE_BYTES:
        raise InputError(_say_too_big(name))
    return capture_bytes(data, name)


def capture_bytes(
    data: bytes, name: str, url: str | None = None, media_type: str | None = None
) -> Capture:
    """Capture of bytes at hand. The media type is told from ``url``, ``name`` and the bytes."""
    if len(data) > MAX_CAPTURE_BYTES:
        raise InputError(_say_too_big(name))
    return Capture(
        sha256=hashlib.sha256(data).hexdigest(),
        name=make_storable(name),  # file names may be bytes that are no UTF-8
        media_type=media_type or tell_media_type(data, name),
        data=data,
        url=url,
        captured_at=datetime.now(UTC),
    )


def _find_one(path: str) -> Iterator[Path | Stdin]:
    if path == "-":
        yield Stdin()
    elif path.startswith(("http://", "https://")):
        raise InputError(f"{path}: {NO_FETCH}")
    elif Path(path).is_dir():
        yield from _require_some(_list_folder(Path(path)), path, "holds no files to read")
    elif Path(path).exists():
        yield Path(path)
    elif glob.has_magic(path):
        matches = (Path(match) for match in sorted(glob.glob(path, recursive=True)))
        files = [match for match in matches if match.is_file()]
        yield from _require_some(files, path, "matches no files")
    else:
        raise InputError(f"{path} does not exist: check the spelling and the current folder")


def _list_folder(folder: Path) -> list[Path]:
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def _require_some(files: list[Path], path: str, complaint: str) -> list[Path]:
    if not files:
        raise InputError(f"{path} {complaint}")
    return files


def _say_too_big(name: str) -> str:
    return f"{name} is bigger than {MAX_CAPTURE_BYTES // MIB} MiB: split it into smaller files"
