"""What a refusal says at the command line: the commands that are open, where to look things up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claims.model import Stage
from flows.commands.context import RefusedError

if TYPE_CHECKING:
    from claims.store import Store


LEADS_TO: Mapping[Stage, str] = {
    Stage.TRIAGED: "triage {claim}",
    Stage.ASSIGNED: "assign {claim} --to NAME",
    Stage.IN_REVIEW: "reopen {claim} --reason ...",
    Stage.DECIDED: "decide {claim} --status ... --rationale ...",
    Stage.APPROVED: "approve {claim}",
    Stage.PUBLISHED: "run publish {claim}",
    Stage.CHALLENGED: "challenge {claim} --reason ...",
    Stage.PARKED: "park {claim} --reason ...",
    Stage.MERGED: "claims merge {claim} INTO --reason ...",
}
"""The command that leads a claim to a stage."""
DECIDABLE = frozenset({Stage.NEW, Stage.TRIAGED, Stage.ASSIGNED, Stage.IN_REVIEW, Stage.CHALLENGED})
"""From where onrecord decide goes the whole way, whatever lies between."""

LISTED_BY: Mapping[str, str] = {
    "claim": "board",
    "document": "documents",
    "failure": "failures",
    "evidence": "claim CLAIM",
    "party": "parties list",
    "position": "claim CLAIM",
    "proposal": "proposals",
    "token": "tokens list",
}
"""The command that lists what there is of a kind."""


@contextmanager
def naming_commands(store: Store, claim: int) -> Iterator[None]:
    """Where a move of the claim is refused in the block, tell the commands that are open."""
    from claims import views
    from claims.desk import MoveRefusedError

    try:
        yield
    except MoveRefusedError as refused:
        if not refused.allowed:
            raise
        stage = views.claim(store, claim).standing.stage
        targets = _list_open(stage, refused.allowed)
        commands = (f"onrecord {LEADS_TO[target].format(claim=claim)}" for target in targets)
        told = f"{refused.reason.rstrip('.')}. Open now: {', '.join(commands)}"
        raise RefusedError(told) from refused


def _list_open(stage: Stage, allowed: Sequence[Stage]) -> Iterator[Stage]:
    """The stages that a command leads to: a review is begun by deciding, taken up by reopening."""
    from claims.desk import REOPENED

    if stage in DECIDABLE and Stage.DECIDED not in allowed:
        yield Stage.DECIDED
    for target in allowed:
        if target is not Stage.IN_REVIEW or stage in REOPENED:
            yield target


def tell_unknown(kind: str, asked: object, told: str) -> str:
    """Nothing of that kind is on record: the same words whoever found out, and where to look."""
    listed = LISTED_BY.get(kind)
    told = told or f"no {kind} {asked} is on record"
    return told if listed is None else f"{told} (all of them: onrecord {listed})"
