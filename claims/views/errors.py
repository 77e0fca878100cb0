"""What a read can refuse, each naming the input."""

from __future__ import annotations

from collections.abc import Sequence


class ViewError(Exception):
    """Base of every refusal of a read: one sentence for a person."""


class NotOnRecord(ViewError, LookupError):  # noqa: N818 - it reads as the answer it is
    """Nothing of that kind is on record under that name. ``near`` holds likely names."""

    def __init__(self, kind: str, asked: object, near: Sequence[str] = (), note: str = "") -> None:
        self.kind = kind
        self.asked = asked
        self.near = tuple(near)
        message = f"no {kind} {asked!r} is on record"
        if note:
            message += f" {note}"
        if self.near:
            message += f"; near it: {', '.join(self.near)}"
        super().__init__(message)


class CursorError(ViewError, ValueError):
    """A page cursor that this record did not hand out, or not for these filters."""


class RangeError(ViewError, ValueError):
    """An input out of order or out of bounds. ``where`` names the parameters or fields at fault."""

    def __init__(self, message: str, *where: str) -> None:
        self.where = where
        super().__init__(message)
