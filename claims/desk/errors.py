"""What the desk refuses, in one family. Every message says what to do instead."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Stage


class DeskError(Exception):
    """Base of every refusal of the desk: one sentence for a person. Nothing was written."""


class NotOnRecordError(DeskError):
    """A row was named that the record does not hold."""

    def __init__(self, what: str, row_id: int | str) -> None:
        super().__init__(
            f"The record holds no {what} {row_id}: check the number on the page or list"
            " that it came from."
        )
        self.what = what
        self.row_id = row_id


class StaleClaimError(DeskError):
    """The claim changed after the page was read that this request comes from."""

    def __init__(self, claim_id: int, changes: Sequence[str]) -> None:
        super().__init__(
            f"Claim {claim_id} changed since you read it: {'; '.join(changes)}."
            " Read it again, then send your change once more."
        )
        self.claim_id = claim_id
        self.changes = tuple(changes)


class MoveRefusedError(DeskError):
    """The claim may not move there now, or not by this actor.

    ``reason`` is what speaks against it, without where else it may go (``allowed``).
    """

    def __init__(self, message: str, allowed: Sequence[Stage] = (), reason: str = "") -> None:
        hint = (
            f" Allowed now: {', '.join(stage.value for stage in allowed)}."
            if allowed and "may go to" not in message and "llowed" not in message
            else ""
        )
        super().__init__(message + hint)
        self.allowed = tuple(allowed)
        self.reason = reason or message


class RefusedInputError(DeskError):
    """What was handed in contradicts itself or the record."""


class AlreadyAnsweredError(DeskError):
    """Somebody answered this before."""

    def __init__(self, what: str, row_id: int, answer: str) -> None:
        super().__init__(
            f"{what.capitalize()} {row_id} was answered before ({answer}): look at the queue again."
        )


class NotAllowedError(DeskError):
    """This actor's role does not allow it."""

    def __init__(self, actor: str, role: str, act: str, needed: Sequence[str]) -> None:
        super().__init__(
            f"{actor} ({role}) may not {act}: ask somebody who is {' or '.join(needed)}."
        )
