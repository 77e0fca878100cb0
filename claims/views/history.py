"""Everything that ever happened to a claim: who, when, what, why. Read from the facts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import AwareDatetime
from sqlalchemy import BindParameter, Select, Table, bindparam, func, or_, select, union
from sqlmodel import Session

from claims.model import Value
from claims.store.among import WANTED, among
from claims.store.effective import DOCUMENT, EVIDENCE, MOVE, STANCE, WITHDRAWAL
from claims.store.facts import (
    ActKind,
    Assessment,
    Claim,
    ClaimMerge,
    Decision,
    Evidence,
    Party,
    Proposal,
    Publication,
    StageMove,
    StatusChange,
)
from claims.store.merges import CLAIM_MERGE
from claims.store.reading import pick
from claims.store.standing import (
    ANSWER,
    ASSESSMENT,
    CLAIM,
    DECISION,
    PROPOSAL,
    PUBLICATION,
    STAGE_MOVE,
    STATUS_CHANGE,
)
from claims.store.tables import table_of
from claims.store.together import ask_together

PARTY = table_of(Party)

POLICY = "policy"
"""Who suggests: named so in the history, since no person did."""


class HistoryEntry(Value):
    """One thing that happened. ``seq`` is the ledger entry that vouches for it."""

    seq: int
    at: AwareDatetime
    kind: str
    """``opened``, ``stance``, ``corrected``, ``withdrawn``, ``evidence``, ``suggested``, ..."""
    who: str
    what: str
    why: str = ""
    claim_id: int
    ref: str
    """The row: ``stance:12``."""


Question = tuple[Any, ...]
"""How a statement is written, and what for: its function and the function's arguments."""
Answers = Mapping[Question, Sequence[Any]]
"""The rows that each question found."""
Told = tuple[str, str, str, str]
"""kind, who, what, why"""
Written = tuple[Table, Select[Any]]
"""The facts that a statement lists, and the statement for the claims ``WANTED``."""


def read_history(
    session: Session, claim_ids: Collection[int], cut: int | None, latest: int | None = None
) -> tuple[HistoryEntry, ...]:
    """The history of claims (one, and those merged into it), oldest first.

    ``cut``: what later ledger entries hold is left out. ``latest``: only so many
    of the newest entries, found without reading the others.
    """
    statements = write_history(cut=cut is not None, latest=latest is not None)
    asked = {WANTED: list(claim_ids), "cut": cut, "latest": latest}
    return tell_history(ask_together(session, statements, asked), latest)


@cache
def write_history(*, cut: bool, latest: bool) -> tuple[Select[Any], ...]:
    """What ``read_history`` asks of the claims ``WANTED``: one statement for each question.

    ``cut`` and ``latest``: whether the parameters of that name are given.
    """
    return tuple(_bind(*write(*what), cut=cut, latest=latest) for write, *what in _QUESTIONS)


def tell_history(
    answers: Sequence[Sequence[Any]], latest: int | None = None
) -> tuple[HistoryEntry, ...]:
    """The history that the answers to ``write_history`` tell, as ``read_history`` gives it."""
    found = dict(zip(_QUESTIONS, answers, strict=True))
    entries = [*_tell_simple(found), *_tell_joined(found)]
    entries.sort(key=lambda entry: (entry.seq, entry.at, _rank(entry)))
    return tuple(entries[-latest:] if latest is not None else entries)


def _rank(entry: HistoryEntry) -> tuple[int, int]:
    name, _, number = entry.ref.partition(":")
    return (_RANKS[name], int(number))


def _tell_opened(row: Claim) -> Told:
    told_by = "" if row.document_id is None else f" from document {row.document_id}"
    split = "" if row.split_from is None else f", split from claim {row.split_from}"
    return ("opened", "", f"claim opened{told_by}{split}", "")


def _tell_merge(row: ClaimMerge) -> Told:
    undone = row.act is ActKind.UNDO
    how = " as its opposite" if row.opposite else ""
    what = f"claim {row.claim_id} {'separated again from' if undone else 'merged into'}"
    return ("unmerged" if undone else "merged", row.actor, f"{what} {row.into_id}{how}", row.reason)


def _tell_evidence(row: Evidence) -> Told:
    kind = "evidence" if row.supersedes is None else "corrected"
    grade = f"{row.reliability}{row.credibility}"
    name = row.title or row.url or row.exact or f"evidence {row.id}"
    what = f"{row.kind.value} that {_verb(row.relation.value)}, graded {grade}: {name}"
    return (kind, row.recorded_by, what, row.note or "; ".join(row.reasons))


def _verb(relation: str) -> str:
    return "gives context" if relation == "context" else relation


def _tell_proposal(row: Proposal) -> Told:
    if row.other_claim_id is not None:
        how = "the opposite of" if row.opposite else "the same as"
        what = f"claim {row.claim_id} may be {how} claim {row.other_claim_id}"
    else:
        what = f"a passage of document {row.document_id} may bear on it ({row.relation})"
    return ("proposed", "machine", f"{what}, score {row.score:.2f}", "; ".join(row.reasons))


def _tell_assessment(row: Assessment) -> Told:
    flags = f" ({', '.join(row.flags)})" if row.flags else ""
    what = f"{row.status.value}{flags}, by rule {row.rule}"
    # Reasons of the policy are sentences, those of other findings are phrases.
    return ("suggested", POLICY, what, " ".join(row.reasons))


def _tell_decision(row: Decision) -> Told:
    return ("decided", row.actor, row.status.value, row.rationale)


def _tell_stage(row: StageMove) -> Told:
    to_whom = f", to {row.assignee}" if row.assignee else ""
    alone = " (decided and approved by one person)" if row.desk_of_one else ""
    what = f"{row.source.value} → {row.target.value}{to_whom}{alone}"
    return ("stage", f"{row.actor} ({row.role})", what, row.reason)


def _tell_status(row: StatusChange) -> Told:
    before = "" if row.source is None else f"{row.source.value} → "
    return ("status", row.actor, f"{before}{row.target.value}, {row.basis}", row.reason)


def _tell_publication(row: Publication) -> Told:
    return ("published", row.actor, f"decision {row.decision_id} published", "")


_SIMPLE: tuple[tuple[Table, str, str, Callable[[Any], Told]], ...] = (
    (CLAIM, "id", "opened_at", _tell_opened),
    (CLAIM_MERGE, "claim_id", "at", _tell_merge),
    (CLAIM_MERGE, "into_id", "at", _tell_merge),
    (EVIDENCE, "claim_id", "recorded_at", _tell_evidence),
    (PROPOSAL, "claim_id", "at", _tell_proposal),
    (PROPOSAL, "other_claim_id", "at", _tell_proposal),
    (ASSESSMENT, "claim_id", "at", _tell_assessment),
    (DECISION, "claim_id", "at", _tell_decision),
    (STAGE_MOVE, "claim_id", "at", _tell_stage),
    (STATUS_CHANGE, "claim_id", "at", _tell_status),
    (PUBLICATION, "claim_id", "at", _tell_publication),
)
"""Facts that name their claim themselves: table, column, moment, how to tell it."""

_ORDER = (
    CLAIM, STANCE, EVIDENCE, CLAIM_MERGE, MOVE, WITHDRAWAL, PROPOSAL, ANSWER, ASSESSMENT, DECISION,
    STAGE_MOVE, STATUS_CHANGE, PUBLICATION,
)  # fmt: skip
"""Within one transaction a cause stands before its effect."""

_RANKS: dict[str, int] = {table.name: rank for rank, table in enumerate(_ORDER)}


def _tell_simple(found: Answers) -> Iterator[HistoryEntry]:
    seen: set[str] = set()
    for table, column, moment, tell in _SIMPLE:
        for row in found[_write_simple, table, column]:
            at, claim_id = getattr(row, moment), getattr(row, column)
            entry = _enter(table, row, at, claim_id, tell(row))
            if entry.ref not in seen:
                seen.add(entry.ref)
                yield entry


_CUT: BindParameter[int] = bindparam("cut")
_LATEST: BindParameter[int] = bindparam("latest")


def _bind(table: Table, statement: Select[Any], *, cut: bool, latest: bool) -> Select[Any]:
    statement = statement.order_by(table.c.id.desc())
    if cut:
        statement = statement.where(table.c.seq <= _CUT)
    return statement.limit(_LATEST) if latest else statement


def _write_simple(table: Table, column: str) -> Written:
    return table, select(table).where(among(table.c[column]))


def _enter(table: Table, row: Any, at: datetime, claim_id: int, told: Told) -> HistoryEntry:
    kind, who, what, why = told
    return HistoryEntry(
        seq=row.seq,
        at=at,
        kind=kind,
        who=who,
        what=what,
        why=why,
        claim_id=claim_id,
        ref=f"{table.name}:{row.id}",
    )


def _tell_joined(found: Answers) -> Iterator[HistoryEntry]:
    yield from _tell_stances(found)
    yield from _tell_moves(found)
    yield from _tell_withdrawals(found)
    yield from _tell_answers(found)


_STANCE = (
    "id", "seq", "claim_id", "value", "said_on", "supersedes", "reasons", "recorded_by",
    "recorded_at",
)  # fmt: skip


def _write_stances() -> Written:
    names = (PARTY.c.name.label("party"), DOCUMENT.c.title, DOCUMENT.c.name)
    return STANCE, (
        select(*pick(STANCE, *_STANCE), *names)
        .join(PARTY, PARTY.c.id == STANCE.c.party_id)
        .join(DOCUMENT, DOCUMENT.c.id == STANCE.c.document_id)
        .where(among(STANCE.c.claim_id))
    )


def _tell_stances(found: Answers) -> Iterator[HistoryEntry]:
    for row in found[_write_stances,]:
        said = row.value.value.replace("_", " ")
        what = f"{row.party} {said} on {row.said_on}, in “{row.title or row.name}”"
        kind = "stance"
        if row.supersedes is not None:
            kind, what = "corrected", f"{what} (corrects stance {row.supersedes})"
        told = (kind, row.recorded_by, what, "; ".join(row.reasons))
        yield _enter(STANCE, row, row.recorded_at, row.claim_id, told)


def _write_moves() -> Written:
    # Two ways to a move, each by its own index: one condition over both tables reads every move.
    hither = select(MOVE.c.id).where(among(MOVE.c.claim_id))
    thence = (
        select(MOVE.c.id)
        .join(STANCE, STANCE.c.id == MOVE.c.stance_id)
        .where(among(STANCE.c.claim_id))
    )
    return MOVE, (
        select(MOVE, STANCE.c.claim_id.label("first"))
        .join(STANCE, STANCE.c.id == MOVE.c.stance_id)
        .where(MOVE.c.id.in_(union(hither, thence)))
    )


def _tell_moves(found: Answers) -> Iterator[HistoryEntry]:
    for row in found[_write_moves,]:
        what = f"stance {row.stance_id}, recorded under claim {row.first}, moved to {row.claim_id}"
        told = ("moved", row.actor, what, row.reason)
        yield _enter(MOVE, row, row.at, row.claim_id, told)


_WITHDRAWN = (("stance", STANCE), ("evidence", EVIDENCE))


def _write_withdrawals(what: str, table: Table) -> Written:
    told = select(table.c.id).where(among(table.c.claim_id))
    moved = select(MOVE.c.stance_id).where(among(MOVE.c.claim_id))
    home = (
        select(MOVE.c.claim_id)
        .where(MOVE.c.stance_id == table.c.id)
        .order_by(MOVE.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    own = table is EVIDENCE  # evidence is never moved
    claim_id = table.c.claim_id if own else func.coalesce(home, table.c.claim_id)
    stood = told if own else union(told, moved)
    return WITHDRAWAL, (
        select(WITHDRAWAL, claim_id.label("claim_id"))
        .join(table, table.c.id == WITHDRAWAL.c.row_id)
        .where(WITHDRAWAL.c.what == what, WITHDRAWAL.c.row_id.in_(stood))
    )


def _tell_withdrawals(found: Answers) -> Iterator[HistoryEntry]:
    for what, table in _WITHDRAWN:
        for row in found[_write_withdrawals, what, table]:
            told = ("withdrawn", row.actor, f"{what} {row.row_id} withdrawn", row.reason)
            yield _enter(WITHDRAWAL, row, row.at, row.claim_id, told)


def _write_answers() -> Written:
    ends = (PROPOSAL.c.claim_id, PROPOSAL.c.other_claim_id)
    return ANSWER, (
        select(ANSWER, PROPOSAL.c.claim_id)
        .join(PROPOSAL, PROPOSAL.c.id == ANSWER.c.proposal_id)
        .where(or_(*(among(end) for end in ends)))
    )


def _tell_answers(found: Answers) -> Iterator[HistoryEntry]:
    for row in found[_write_answers,]:
        answer = "accepted" if row.accepted else "refused"
        told = (answer, row.actor, f"proposal {row.proposal_id} {answer}", row.reason)
        yield _enter(ANSWER, row, row.at, row.claim_id, told)


_QUESTIONS: tuple[Question, ...] = (
    *((_write_simple, table, column) for table, column, _, _ in _SIMPLE),
    (_write_stances,),
    (_write_moves,),
    *((_write_withdrawals, what, table) for what, table in _WITHDRAWN),
    (_write_answers,),
)
