"""Keys that their owner alone may read: files of mode 0600, made whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def make_private(path: Path, content: bytes) -> bool:
    """Write a file that its owner alone may read. False where one is there already: it stays.

    Two processes at once end up with one: the file is linked in whole.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    finally:
        draft.unlink()
    return True


def others_may_use(path: Path) -> bool:
    """Whether somebody beside its owner may read or write it; False where files have no modes."""
    return os.name == "posix" and bool(path.stat().st_mode & 0o077)
