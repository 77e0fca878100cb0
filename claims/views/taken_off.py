"""Positions of a document that no longer count: what stood there, who took it off, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pydantic import AwareDatetime
from sqlmodel import Session, col, select

from claims.model import Commitment, Stance, Value
from claims.store import LedgerEntry, Store
from claims.store.facts import StanceRow, Withdrawal
from claims.views.cells import chunk, read_refs
from claims.views.values import PartyRef

BY_PEOPLE = frozenset({"correct_stance", "withdraw"})
"""Actions of the ledger by which people take a position off; a second reading has its own."""
NOTE = "Corrected by "
"""How the last reason of a corrected position begins (``claims.desk.corrections``)."""


class TakenOff(Value):
    """A position that counted once."""

    stance_id: int
    party: PartyRef
    speaker: PartyRef | None
    value: Stance
    commitment: Commitment
    start: int
    end: int
    exact: str
    confidence: float
    recorded_by: str
    by: str
    """Who took it off: a person, or the reader that read the document again."""
    by_person: bool
    reason: str
    at: AwareDatetime
    replaced_by: int | None
    """The stance that stands for it now; None where it was withdrawn."""


def taken_off(store: Store, document_id: int) -> tuple[TakenOff, ...]:
    """What was corrected or withdrawn in a document, in the order of the text, oldest first."""
    with store.read() as session:
        return read_taken_off(session, document_id)


def read_taken_off(session: Session, document_id: int) -> tuple[TakenOff, ...]:
    """The same inside a session."""
    rows = session.exec(
        select(StanceRow)
        .where(StanceRow.document_id == document_id)
        .order_by(col(StanceRow.start), col(StanceRow.id))
    ).all()
    newer: dict[int | None, StanceRow] = {
        row.supersedes: row for row in rows if row.supersedes is not None
    }
    gone = _read_withdrawals(session, [row.id or 0 for row in rows])
    off = [row for row in rows if row.id in newer or row.id in gone]
    actions = _read_actions(session, [each.seq for each in (*newer.values(), *gone.values())])
    refs = read_refs(
        session, {end for row in off for end in (row.party_id, row.speaker_id) if end is not None}
    )
    return tuple(_show(row, newer.get(row.id), gone.get(row.id or 0), actions, refs) for row in off)


def _read_withdrawals(session: Session, stance_ids: Sequence[int]) -> dict[int, Withdrawal]:
    found: dict[int, Withdrawal] = {}
    for ids in chunk(stance_ids):
        rows = session.exec(
            select(Withdrawal).where(
                col(Withdrawal.row_id).in_(ids), col(Withdrawal.what) == "stance"
            )
        )
        found.update((row.row_id, row) for row in rows)
    return found


def _read_actions(session: Session, entries: Iterable[int]) -> dict[int, str]:
    actions: dict[int, str] = {}
    for seqs in chunk(sorted(set(entries))):
        actions.update(
            session.exec(
                select(LedgerEntry.seq, LedgerEntry.action).where(col(LedgerEntry.seq).in_(seqs))
            ).all()
        )
    return actions


def _show(
    row: StanceRow,
    newer: StanceRow | None,
    gone: Withdrawal | None,
    actions: Mapping[int, str],
    refs: Mapping[int, PartyRef],
) -> TakenOff:
    if newer is not None:
        by, reason = newer.recorded_by, read_reason(newer)
        seq, at = newer.seq, newer.recorded_at
    else:
        assert gone is not None
        by, reason, seq, at = gone.actor, gone.reason, gone.seq, gone.at
    return TakenOff(
        stance_id=row.id or 0,
        party=refs[row.party_id],
        speaker=None if row.speaker_id is None else refs[row.speaker_id],
        value=row.value,
        commitment=row.commitment,
        start=row.start,
        end=row.end,
        exact=row.exact,
        confidence=row.confidence,
        recorded_by=row.recorded_by,
        by=by,
        by_person=actions[seq] in BY_PEOPLE,
        reason=reason,
        at=at,
        replaced_by=None if newer is None else newer.id,
    )


def read_reason(newer: StanceRow) -> str:
    """Why a row stands in the place of an earlier one, in the words of who put it there."""
    last = newer.reasons[-1] if newer.reasons else ""
    head = f"{NOTE}{newer.recorded_by}: "
    return last[len(head) :] if last.startswith(head) else f"read again by {newer.recorded_by}"
