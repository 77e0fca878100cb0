"""What the machine proposes and waits for a person's answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlmodel import Session, col, func, or_, select

from claims.store import Store
from claims.store.among import among
from claims.store.facts import Claim, Proposal, ProposalAnswer
from claims.store.reading import find_by_keys
from claims.views.cells import chunk
from claims.views.moments import up_to
from claims.views.shapes import ProposalView

NEWEST = 5_000
"""Open proposals, the newest, among which the likeliest are looked for where all are asked
for: sorting every one of a large record takes seconds."""


def proposals(
    store: Store, claim_ids: Sequence[int] | None = None, limit: int = 1000
) -> tuple[ProposalView, ...]:
    """Proposals that nobody answered, the likeliest first; of some claims, or of all.

    Of all, only the ``NEWEST`` are looked at.
    """
    with store.read() as session:
        if claim_ids is None:
            return read_proposals(session, None, None, limit)
        found = {
            proposal.proposal_id: proposal
            for ids in chunk(list(claim_ids))
            for proposal in read_proposals(session, ids, None, limit)
        }
    ranked = sorted(found.values(), key=lambda found: (-found.score, found.proposal_id))
    return tuple(ranked[:limit])


def read_proposals(
    session: Session, claim_ids: Collection[int] | None, cut: int | None, limit: int | None = None
) -> tuple[ProposalView, ...]:
    """Proposals on these claims (None: on any) without an answer by ``cut``, likeliest first."""
    answered = (
        select(1)
        .where(ProposalAnswer.proposal_id == Proposal.id, up_to(ProposalAnswer, cut))
        .exists()
    )
    query = select(Proposal).where(up_to(Proposal, cut), ~answered)
    if claim_ids is not None:
        ends = (Proposal.claim_id, Proposal.other_claim_id)
        query = query.where(or_(*(among(col(end)) for end in ends)))
        found = {row.id: row for row in find_by_keys(session, query, claim_ids)}.values()
        rows = sorted(found, key=lambda row: (-row.score, row.id or 0))[:limit]
    else:
        newest = query.with_only_columns(col(Proposal.id)).order_by(col(Proposal.id).desc())
        query = select(Proposal).where(col(Proposal.id).in_(newest.limit(NEWEST)))
        query = query.order_by(col(Proposal.score).desc(), col(Proposal.id)).limit(limit)
        rows = list(session.exec(query))
    texts = _read_texts(session, rows)
    return tuple(_show(row, claim_ids or (), texts) for row in rows)


def proposal(store: Store, proposal_id: int) -> ProposalView | None:
    """One proposal, answered or not; None where there is none of that number."""
    with store.read(by_key=True) as session:
        row = session.get(Proposal, proposal_id)
        return None if row is None else _show(row, (), _read_texts(session, [row]))


def proposals_waiting(store: Store) -> int:
    """How many proposals nobody answered."""
    with store.read() as session:
        return count_proposals(session)


def count_proposals(session: Session) -> int:
    """How many proposals nobody answered: each is answered once at most."""
    made = session.exec(select(func.count()).select_from(Proposal)).one()
    return made - session.exec(select(func.count()).select_from(ProposalAnswer)).one()


def _read_texts(session: Session, rows: Sequence[Proposal]) -> dict[int, str]:
    ends = {end for row in rows for end in (row.claim_id, row.other_claim_id) if end is not None}
    texts: dict[int, str] = {}
    for ids in chunk(sorted(ends)):
        found = session.exec(select(Claim.id, Claim.text).where(col(Claim.id).in_(ids)))
        texts.update((claim_id or 0, text) for claim_id, text in found)
    return texts


def _show(row: Proposal, asked: Collection[int], texts: dict[int, str]) -> ProposalView:
    """The proposal as seen from the claims asked about: the other end is not one of them."""
    claim_id, other = row.claim_id, row.other_claim_id
    if other is not None and other in asked and claim_id not in asked:
        claim_id, other = other, claim_id
    return ProposalView(
        proposal_id=row.id or 0,
        kind=row.kind.value,
        claim_id=claim_id,
        text=texts[claim_id],
        other_claim_id=other,
        other_text=None if other is None else texts[other],
        opposite=row.opposite,
        document_id=row.document_id,
        exact=row.exact,
        relation=row.relation,
        score=row.score,
        reasons=tuple(row.reasons),
        at=row.at,
    )
