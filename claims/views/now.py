"""One claim as it stands today: what its page and the API both tell of it.

Read from the projections, and from the facts what these leave out. The words of the stances
and the matrix counted by day are read by whoever shows them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Row, select
from sqlmodel import Session

from claims.model import Flag, Stance
from claims.store.among import WANTED, among
from claims.store.merges import load_claim_forest
from claims.store.projections import Board, MatrixCell
from claims.store.reading import read_lines
from claims.store.tables import table_of
from claims.store.together import ask_together
from claims.views.balance import OriginGroup, group_by_origin
from claims.views.cells import PARTY
from claims.views.errors import NotOnRecord
from claims.views.history import HistoryEntry, tell_history, write_history
from claims.views.lineage import Lineage, tell_lineage, write_lineage
from claims.views.moments import HEAD
from claims.views.pieces import COUNTED, tell_counted
from claims.views.proposals import read_proposals
from claims.views.shapes import ProposalView
from claims.views.standing import Reasons, Standing, tell_reasons, write_reasons
from claims.views.values import PartyRef

BOARD = table_of(Board)
MATRIX = table_of(MatrixCell)


class Dot(NamedTuple):
    """One stance, without its words."""

    stance_id: int
    party_id: int
    value: Stance
    day: date
    document_id: int


class Now(NamedTuple):
    """One claim today, under the number that it counts under."""

    claim_id: int
    text: str
    opened_at: datetime
    last_change: datetime
    standing: Standing
    dots: tuple[Dot, ...]
    """Every stance that counts, in no particular order."""
    parties: dict[int, PartyRef]
    """Whoever took them."""
    evidence: tuple[OriginGroup, ...]
    lineage: Lineage
    proposals: tuple[ProposalView, ...]
    history: tuple[HistoryEntry, ...]
    head: int
    """The ledger's last entry, 0 on an empty record."""


_DOTS = (
    select(*(MATRIX.c[name] for name in Dot._fields), PARTY.c.key, PARTY.c.name)
    .join(PARTY, PARTY.c.id == MATRIX.c.party_id)
    .where(among(MATRIX.c.claim_id))
)
_REASONS = write_reasons(cut=False)
_LINEAGE = write_lineage(cut=False)
_ALWAYS = (_DOTS, COUNTED, HEAD, *_REASONS, *_LINEAGE)


def read_now(session: Session, claim_id: int, history: int | None = None) -> Now:
    """A claim, or the one that it is merged into. NotOnRecord for an unknown number.

    ``history``: how many of its newest entries, None for all.
    """
    forest = load_claim_forest(session, [claim_id], None)
    root = forest.roots[claim_id].claim_id
    members = forest.members[root]
    line = next(iter(read_lines(session, BOARD, [root])), None)
    if line is None:
        raise NotOnRecord("claim", claim_id)
    ids = [member.claim_id for member in members]
    asked = {WANTED: ids, "latest": history}
    questions = (*_ALWAYS, *write_history(cut=False, latest=history is not None))
    answers = iter(ask_together(session, questions, asked))
    dots, counted, (head,) = next(answers), next(answers), next(answers)
    reasons = tell_reasons(root, [next(answers) for _ in _REASONS])
    lineage = tell_lineage(root, members, [next(answers) for _ in _LINEAGE])
    return Now(
        claim_id=root,
        text=line.text,
        opened_at=line.opened_at,
        last_change=line.last_change,
        standing=_tell_standing(line, reasons),
        dots=tuple(Dot(*row[: len(Dot._fields)]) for row in dots),
        parties=_list_parties(dots),
        evidence=group_by_origin(tell_counted(counted)),
        lineage=lineage,
        # The line counts them: most claims have none.
        proposals=read_proposals(session, ids, None) if line.proposals else (),
        history=tell_history(list(answers), history),
        head=head.seq or 0,
    )


def _list_parties(dots: Sequence[Any]) -> dict[int, PartyRef]:
    named = {(row.party_id, row.key, row.name) for row in dots}
    return {number: PartyRef(id=number, key=key, name=name) for number, key, name in named}


def _tell_standing(line: Row[Any], reasons: Reasons) -> Standing:
    return Standing(
        status=line.status,
        basis=line.status_basis,
        stage=line.stage,
        assignee=line.assignee,
        flags=tuple(Flag(flag) for flag in line.flags),
        commitment=line.commitment,
        **reasons._asdict(),
    )
