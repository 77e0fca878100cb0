"""Two parties are one, or are not after all. By hand, with a reason, undoable."""

from __future__ import annotations

from sqlmodel import Session, col, select

from claims.desk.assess import assess_in
from claims.desk.checks import REVIEWING, get_row, require_reason, require_role
from claims.desk.errors import RefusedInputError
from claims.desk.merging import effective_claims
from claims.status import Actor
from claims.store import Store, Transaction
from claims.store.effective import MOVE, STANCE
from claims.store.facts import ActKind, Party, PartyMerge
from claims.store.merges import resolve_parties
from claims.store.reading import pick, read_rows


def merge_parties(store: Store, actor: Actor, party_id: int, into_id: int, reason: str) -> None:
    """Let ``party_id``'s positions count as ``into_id``'s from now on.

    The claims on which it took a position are assessed anew. Raises DeskError
    where one of the two is merged already, or both are one.
    """
    require_role(actor, "merge parties", REVIEWING)
    said = require_reason(reason, "merge parties")
    note = f"{party_id} into {into_id}"
    with store.write(actor=actor.name, action="merge_parties", note=note) as tx:
        if party_id == into_id:
            party = get_row(tx, Party, party_id, "party")
            raise RefusedInputError(
                f"{party.name} cannot be merged into itself: both names are that party's"
                f" ({party.key}) already. Where they should not be, correct its positions."
            )
        for each in (party_id, into_id):
            party = get_row(tx, Party, each, "party")
            root = resolve_parties(tx.session, [each])[each]
            if root != each:
                into = get_row(tx, Party, root, "party")
                raise RefusedInputError(
                    f"{party.name} is merged into {into.name} ({into.key}): name that one, or"
                    " unmerge it first."
                )
        _write(tx, actor, party_id, into_id, ActKind.DO, said)


def unmerge_parties(store: Store, actor: Actor, party_id: int, reason: str) -> None:
    """Take a party's merge back: its positions count as its own again."""
    require_role(actor, "unmerge parties", REVIEWING)
    said = require_reason(reason, "unmerge parties")
    with store.write(actor=actor.name, action="unmerge_parties", note=f"party {party_id}") as tx:
        party = get_row(tx, Party, party_id, "party")
        last = tx.session.exec(
            select(PartyMerge)
            .where(col(PartyMerge.party_id) == party_id)
            .order_by(col(PartyMerge.id).desc())
        ).first()
        if last is None or ActKind(last.act) is ActKind.UNDO:
            raise RefusedInputError(f"{party.name} is not merged: there is nothing to undo.")
        _write(tx, actor, party_id, last.into_id, ActKind.UNDO, said)


def _write(
    tx: Transaction, actor: Actor, party_id: int, into_id: int, act: ActKind, reason: str
) -> None:
    claim_ids = claims_of_party(tx.session, party_id)
    tx.add(
        PartyMerge(
            party_id=party_id,
            into_id=into_id,
            act=act,
            actor=actor.name,
            reason=reason,
            at=tx.now,
        )
    )
    assess_in(tx, claim_ids)


def claims_of_party(session: Session, party_id: int) -> list[int]:
    """Effective claims on which a party, or one merged into it, takes a position."""
    homes = resolve_parties(session, [party_id])
    ids = [each for each in homes if homes[each] == homes[party_id]]
    told = read_rows(session, pick(STANCE, "id", "claim_id"), STANCE.c.party_id, [party_id, *ids])
    moved = read_rows(session, [MOVE.c.claim_id], MOVE.c.stance_id, (row.id for row in told))
    return effective_claims(session, {row.claim_id for row in (*told, *moved)})
