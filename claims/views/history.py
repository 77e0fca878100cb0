"""Everything that ever happened to a claim: who, when, what, why. Read from the facts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from pydantic import AwareDatetime
from sqlalchemy import BindParameter, bindparam, union
from sqlalchemy import select as core_select
from sqlmodel import Session, col, select

from claims.model import Value
from claims.store.facts import (
    ActKind,
    Assessment,
    Claim,
    ClaimMerge,
    Decision,
    Document,
    Evidence,
    Party,
    Proposal,
    ProposalAnswer,
    Publication,
    StageMove,
    StanceMove,
    StanceRow,
    StatusChange,
    Withdrawal,
)

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


class Asked(NamedTuple):
    """Of which claims, up to which ledger entry, how many of the newest, and which questions
    have an answer at all."""

    claim_ids: Collection[int]
    cut: int | None
    latest: int | None
    held: Collection[Question]


Question = tuple[Any, ...]
"""How a statement is written, and what for: its function and the function's arguments."""
Told = tuple[str, str, str, str]
"""kind, who, what, why"""
Written = tuple[type[Any], Any]
"""The fact that a statement lists, and the statement for the claims of ``_IDS``."""


def read_history(
    session: Session, claim_ids: Collection[int], cut: int | None, latest: int | None = None
) -> tuple[HistoryEntry, ...]:
    """The history of claims (one, and those merged into it), oldest first.

    ``cut``: what later ledger entries hold is left out. ``latest``: only so many
    of the newest entries, found without reading the others.
    """
    asked = Asked(claim_ids, cut, latest, _find_held(session, claim_ids))
    entries = [*_read_simple(session, asked), *_read_joined(session, asked)]
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


_SIMPLE: tuple[tuple[type[Any], str, str, Callable[[Any], Told]], ...] = (
    (Claim, "id", "opened_at", _tell_opened),
    (ClaimMerge, "claim_id", "at", _tell_merge),
    (ClaimMerge, "into_id", "at", _tell_merge),
    (Evidence, "claim_id", "recorded_at", _tell_evidence),
    (Proposal, "claim_id", "at", _tell_proposal),
    (Proposal, "other_claim_id", "at", _tell_proposal),
    (Assessment, "claim_id", "at", _tell_assessment),
    (Decision, "claim_id", "at", _tell_decision),
    (StageMove, "claim_id", "at", _tell_stage),
    (StatusChange, "claim_id", "at", _tell_status),
    (Publication, "claim_id", "at", _tell_publication),
)
"""Facts that name their claim themselves: table, column, moment, how to tell it."""

_ORDER: tuple[type[Any], ...] = (
    Claim,
    StanceRow,
    Evidence,
    ClaimMerge,
    StanceMove,
    Withdrawal,
    Proposal,
    ProposalAnswer,
    Assessment,
    Decision,
    StageMove,
    StatusChange,
    Publication,
)
"""Within one transaction a cause stands before its effect."""

_RANKS: dict[str, int] = {str(table.__tablename__): rank for rank, table in enumerate(_ORDER)}


def _read_simple(session: Session, asked: Asked) -> Iterator[HistoryEntry]:
    seen: set[str] = set()
    for table, column, moment, tell in _SIMPLE:
        for row in _ask(session, asked, _write_simple, table, column):
            entry = _enter(row, getattr(row, moment), getattr(row, column), tell(row))
            if entry.ref not in seen:
                seen.add(entry.ref)
                yield entry


# A claim's page asks all of these each time, and to write one takes longer than to have it
# answered: each is written once, and asked with the claims of the page.
_IDS: BindParameter[Any] = bindparam("claim_ids", expanding=True)
_CUT: BindParameter[int] = bindparam("cut")
_LATEST: BindParameter[int] = bindparam("latest")


@cache
def _bound(write: Callable[..., Written], what: tuple[Any, ...], *, cut: bool, latest: bool) -> Any:
    fact, statement = write(*what)
    statement = statement.order_by(col(fact.id).desc())
    if cut:
        statement = statement.where(col(fact.seq) <= _CUT)
    return statement.limit(_LATEST) if latest else statement


def _find_held(session: Session, claim_ids: Collection[int]) -> set[Question]:
    """The questions that have an answer: most claims were never merged, moved or withdrawn
    from, and to hear that from each table by itself takes half of the time of a page."""
    statement, questions = _write_held()
    found = session.execute(statement, {"claim_ids": list(claim_ids)}).one()
    return {question for question, held in zip(questions, found, strict=True) if held}


@cache
def _write_held() -> tuple[Any, list[Question]]:
    """One statement that asks of every question whether it has an answer."""
    questions: list[Question] = [
        *((_write_simple, table, column) for table, column, _, _ in _SIMPLE),
        (_write_stances,),
        (_write_moves,),
        *((_write_withdrawals, what, table) for what, table in _WITHDRAWN),
        (_write_answers,),
    ]
    return core_select(*(write(*what)[1].exists() for write, *what in questions)), questions


def _ask(session: Session, asked: Asked, write: Callable[..., Written], *what: Any) -> Any:
    """What ``write`` tells of the claims, newest first."""
    if (write, *what) not in asked.held:
        return ()
    cut, latest = asked.cut is not None, asked.latest is not None
    given = {"claim_ids": list(asked.claim_ids), "cut": asked.cut, "latest": asked.latest}
    return session.exec(_bound(write, what, cut=cut, latest=latest), params=given)


def _write_simple(table: type[Any], column: str) -> Written:
    return table, select(table).where(col(getattr(table, column)).in_(_IDS))


def _enter(row: Any, at: datetime, claim_id: int, told: Told) -> HistoryEntry:
    kind, who, what, why = told
    return HistoryEntry(
        seq=row.seq,
        at=at,
        kind=kind,
        who=who,
        what=what,
        why=why,
        claim_id=claim_id,
        ref=f"{row.__tablename__}:{row.id}",
    )


def _read_joined(session: Session, asked: Asked) -> Iterator[HistoryEntry]:
    yield from _read_stances(session, asked)
    yield from _read_moves(session, asked)
    yield from _read_withdrawals(session, asked)
    yield from _read_answers(session, asked)


def _write_stances() -> Written:
    return StanceRow, (
        select(StanceRow, Party.name, Document.title, Document.name)
        .join(Party, col(Party.id) == col(StanceRow.party_id))
        .join(Document, col(Document.id) == col(StanceRow.document_id))
        .where(col(StanceRow.claim_id).in_(_IDS))
    )


def _read_stances(session: Session, asked: Asked) -> Iterator[HistoryEntry]:
    for row, party, title, name in _ask(session, asked, _write_stances):
        said = row.value.value.replace("_", " ")
        what = f"{party} {said} on {row.said_on}, in “{title or name}”"
        kind = "stance"
        if row.supersedes is not None:
            kind, what = "corrected", f"{what} (corrects stance {row.supersedes})"
        told = (kind, row.recorded_by, what, "; ".join(row.reasons))
        yield _enter(row, row.recorded_at, row.claim_id, told)


def _write_moves() -> Written:
    # Two ways to a move, each by its own index: one condition over both tables reads every move.
    hither = select(StanceMove.id).where(col(StanceMove.claim_id).in_(_IDS))
    thence = (
        select(StanceMove.id)
        .join(StanceRow, col(StanceRow.id) == col(StanceMove.stance_id))
        .where(col(StanceRow.claim_id).in_(_IDS))
    )
    return StanceMove, (
        select(StanceMove, StanceRow.claim_id)
        .join(StanceRow, col(StanceRow.id) == col(StanceMove.stance_id))
        .where(col(StanceMove.id).in_(union(hither, thence)))
    )


def _read_moves(session: Session, asked: Asked) -> Iterator[HistoryEntry]:
    for row, first in _ask(session, asked, _write_moves):
        what = f"stance {row.stance_id}, recorded under claim {first}, moved to {row.claim_id}"
        yield _enter(row, row.at, row.claim_id, ("moved", row.actor, what, row.reason))


_WITHDRAWN: tuple[tuple[str, type[Any]], ...] = (("stance", StanceRow), ("evidence", Evidence))


def _write_withdrawals(what: str, table: type[Any]) -> Written:
    return Withdrawal, (
        select(Withdrawal, table.claim_id)
        .join(table, col(table.id) == col(Withdrawal.row_id))
        .where(Withdrawal.what == what, col(table.claim_id).in_(_IDS))
    )


def _read_withdrawals(session: Session, asked: Asked) -> Iterator[HistoryEntry]:
    for what, table in _WITHDRAWN:
        for row, claim_id in _ask(session, asked, _write_withdrawals, what, table):
            told = ("withdrawn", row.actor, f"{what} {row.row_id} withdrawn", row.reason)
            yield _enter(row, row.at, claim_id, told)


def _write_answers() -> Written:
    return ProposalAnswer, (
        select(ProposalAnswer, Proposal.claim_id)
        .join(Proposal, col(Proposal.id) == col(ProposalAnswer.proposal_id))
        .where(col(Proposal.claim_id).in_(_IDS) | col(Proposal.other_claim_id).in_(_IDS))
    )


def _read_answers(session: Session, asked: Asked) -> Iterator[HistoryEntry]:
    for row, claim_id in _ask(session, asked, _write_answers):
        answer = "accepted" if row.accepted else "refused"
        told = (answer, row.actor, f"proposal {row.proposal_id} {answer}", row.reason)
        yield _enter(row, row.at, claim_id, told)
