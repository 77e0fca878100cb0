"""Merging, splitting and moving: two claims are one, or one is two. All of it undoable.

Every act is a row of its own with actor and reason; undoing is another row.
The claims whose balance changes are assessed in the same transaction.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from claims.desk.assess import assess_in
from claims.desk.checks import REVIEWING, get_row, require_reason, require_role
from claims.desk.errors import RefusedInputError
from claims.desk.evidence import require_standing
from claims.desk.merging import effective_claim, effective_claims
from claims.desk.moves import (
    ANYTHING,
    Expected,
    ask,
    earlier_of,
    load_expected,
    write_moves,
)
from claims.desk.placing import open_claims
from claims.desk.state import load_state
from claims.model import Stage
from claims.status import Actor, MoveContext, check_move
from claims.store import Store, Transaction
from claims.store.facts import ActKind, Claim, ClaimMerge, StanceMove, StanceRow


def merge_claims(
    store: Store,
    actor: Actor,
    claim_id: int,
    into_id: int,
    reason: str,
    *,
    opposite: bool = False,
    expected: Expected = ANYTHING,
) -> None:
    """Let ``claim_id`` count under ``into_id`` from now on.

    ``opposite``: it is the negation, so that its positions count the other way
    round. Raises DeskError where one of them is merged already, or both are one.
    """
    require_role(actor, "merge claims", REVIEWING)
    said = require_reason(reason, "merge claims")
    with store.write(
        actor=actor.name, action="merge_claims", note=f"{claim_id} into {into_id}"
    ) as tx:
        merge_in(tx, actor, claim_id, into_id, said, opposite=opposite, expected=expected)
        assess_in(tx, [into_id])


def merge_in(
    tx: Transaction,
    actor: Actor,
    claim_id: int,
    into_id: int,
    reason: str,
    *,
    opposite: bool = False,
    expected: Expected = ANYTHING,
) -> None:
    """Merge inside a transaction; the caller assesses ``into_id``."""
    if claim_id == into_id:
        raise RefusedInputError(f"Claim {claim_id} cannot be merged into itself.")
    state = load_expected(tx, claim_id, expected)
    load_state(tx.session, into_id)
    for each in (claim_id, into_id):
        root = effective_claim(tx.session, each)
        if root != each:
            raise RefusedInputError(
                f"Claim {each} is merged into claim {root}: name that one, or unmerge it first."
            )
    context = MoveContext(rationale=reason, merged_into=into_id)
    moves = ask(lambda: (check_move(state.stage, Stage.MERGED, actor, context),))
    tx.add(
        ClaimMerge(
            claim_id=claim_id,
            into_id=into_id,
            opposite=opposite,
            act=ActKind.DO,
            actor=actor.name,
            reason=reason,
            at=tx.now,
        )
    )
    write_moves(tx, state, moves)


def unmerge_claims(
    store: Store, actor: Actor, claim_id: int, reason: str, expected: Expected = ANYTHING
) -> None:
    """Take a merge back: the claim stands for itself again, at the stage it had."""
    require_role(actor, "unmerge claims", REVIEWING)
    said = require_reason(reason, "unmerge claims")
    with store.write(actor=actor.name, action="unmerge_claims", note=f"claim {claim_id}") as tx:
        state = load_expected(tx, claim_id, expected)
        last = last_merge(tx, claim_id)
        if last is None:
            raise RefusedInputError(f"Claim {claim_id} is not merged: there is nothing to undo.")
        root = effective_claim(tx.session, claim_id)
        context = MoveContext(rationale=said, earlier=state.earlier)
        moves = ask(lambda: (check_move(state.stage, earlier_of(state), actor, context),))
        tx.add(
            ClaimMerge(
                claim_id=claim_id,
                into_id=last.into_id,
                opposite=last.opposite,
                act=ActKind.UNDO,
                actor=actor.name,
                reason=said,
                at=tx.now,
            )
        )
        write_moves(tx, state, moves)
        assess_in(tx, sorted({claim_id, root}))


def last_merge(tx: Transaction, claim_id: int) -> ClaimMerge | None:
    """The merge of a claim that holds, None where it stands for itself."""
    row = tx.session.exec(
        select(ClaimMerge)
        .where(col(ClaimMerge.claim_id) == claim_id)
        .order_by(col(ClaimMerge.id).desc())
    ).first()
    return row if row is not None and ActKind(row.act) is ActKind.DO else None


def split_claim(
    store: Store,
    actor: Actor,
    claim_id: int,
    text: str,
    stance_ids: Sequence[int],
    reason: str,
    expected: Expected = ANYTHING,
) -> int:
    """Open a claim of its own for some positions of another. Returns the new claim's id.

    Merging the new claim back undoes it. RefusedInputError where the new sentence is the
    old one, and for positions that do not count: those corrected or withdrawn.
    """
    require_role(actor, "split claims", REVIEWING)
    said = require_reason(reason, "split a claim")
    if not stance_ids:
        raise RefusedInputError("Name the positions that belong to the new claim, at least one.")
    sentence = " ".join(text.split())
    if not sentence:
        raise RefusedInputError("Give the new claim its sentence.")
    with store.write(actor=actor.name, action="split_claim", note=f"claim {claim_id}") as tx:
        state = load_expected(tx, claim_id, expected)
        if _words_of(sentence) == _words_of(state.text):
            raise RefusedInputError(
                f"Claim {claim_id} says that very sentence: say what the new claim says instead."
            )
        new_id = open_claims(tx, [sentence], split_from=claim_id)[0]
        _move(tx, actor, stance_ids, claim_id, new_id, said)
        assess_in(tx, [effective_claim(tx.session, claim_id), new_id])
        return new_id


def _words_of(sentence: str) -> str:
    """A sentence as it is compared: neither case nor its full stop makes another one."""
    return " ".join(sentence.casefold().split()).rstrip(".")


def move_stances(
    store: Store,
    actor: Actor,
    stance_ids: Sequence[int],
    source_id: int,
    target_id: int,
    reason: str,
) -> None:
    """Move positions from one claim to another; moving them back undoes it."""
    require_role(actor, "move positions", REVIEWING)
    said = require_reason(reason, "move positions")
    note = f"{len(stance_ids)} from claim {source_id} to {target_id}"
    with store.write(actor=actor.name, action="move_stances", note=note) as tx:
        get_row(tx, Claim, target_id, "claim")
        _move(tx, actor, stance_ids, source_id, target_id, said)
        assess_in(tx, effective_claims(tx.session, [source_id, target_id]))


def _move(
    tx: Transaction,
    actor: Actor,
    stance_ids: Sequence[int],
    source_id: int,
    target_id: int,
    reason: str,
) -> None:
    wanted = list(dict.fromkeys(stance_ids))
    elsewhere = [row_id for row_id in wanted if _claim_of(tx, row_id) != source_id]
    if elsewhere:
        raise RefusedInputError(
            f"Position {elsewhere[0]} is not one of claim {source_id}'s own: where it came"
            " through a merge, unmerge first."
        )
    for row_id in wanted:
        require_standing(tx, "stance", row_id)
    rows = [
        StanceMove(stance_id=row_id, claim_id=target_id, actor=actor.name, reason=reason, at=tx.now)
        for row_id in wanted
    ]
    tx.add_many(rows)


def _claim_of(tx: Transaction, stance_id: int) -> int:
    """The claim that a position was last put under, merges apart."""
    row = get_row(tx, StanceRow, stance_id, "position")
    moved = tx.session.exec(
        select(StanceMove.claim_id)
        .where(col(StanceMove.stance_id) == stance_id)
        .order_by(col(StanceMove.id).desc())
    ).first()
    return row.claim_id if moved is None else moved
