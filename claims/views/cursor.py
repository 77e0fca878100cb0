"""Keyset cursors: where the last page ended, opaque to the client.

A page is found by ``(last_change, claim_id) < cursor``, never by OFFSET (125 ms
against 0.2 ms at 100,000 rows). A claim that changes while somebody pages moves
to the front: nobody meets it twice, no unchanged claim is left out, and it may be
missed itself. From the oldest on it moves to the end: it may be met twice, never missed.
By number none moves.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from datetime import datetime

from claims.store.columns import from_micros
from claims.views.errors import CursorError


def write_cursor(keys: tuple[int, ...], shape: str) -> str:
    """Write the sort keys of a page's last row; ``shape`` stands for the filters."""
    body = json.dumps([*keys, digest_shape(shape)], separators=(",", ":"))
    return base64.urlsafe_b64encode(body.encode()).decode().rstrip("=")


def read_cursor(cursor: str, shape: str, length: int) -> tuple[int, ...]:
    """Read the ``length`` sort keys back. CursorError for anything we did not write."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        body = json.loads(base64.b64decode(padded.encode(), altchars=b"-_", validate=True))
    except (binascii.Error, UnicodeError, ValueError) as error:
        raise CursorError(f"cursor {cursor[:40]!r} is not one of ours: ask for page one") from error
    if not isinstance(body, list) or len(body) != length + 1:
        raise CursorError(f"cursor {cursor[:40]!r} is not one of this list: ask for page one")
    *keys, mark = body
    if mark != digest_shape(shape):
        raise CursorError(
            f"cursor {cursor[:40]!r} belongs to other filters: ask for page one of these"
        )
    if not all(type(key) is int and abs(key) < 2**63 for key in keys):
        raise CursorError(f"cursor {cursor[:40]!r} is not one of ours: ask for page one")
    return tuple(keys)


def read_moment(micros: int) -> datetime:
    """A sort key that is a moment. CursorError where no calendar has it: somebody made it up."""
    try:
        return from_micros(micros)
    except OverflowError as error:
        raise CursorError("this cursor is not one of ours: ask for page one") from error


def digest_shape(shape: str) -> str:
    """Eight hex digits that tell one set of filters from another."""
    return hashlib.sha256(shape.encode()).hexdigest()[:8]
