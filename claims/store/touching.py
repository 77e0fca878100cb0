"""Which claims a fact is about: those whose projections its transaction must refresh.

Read after the fact was added. The writer need not say it: a forgotten claim
would show yesterday's status until the next rebuild.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from claims.store.effective import EVIDENCE, MOVE, STANCE
from claims.store.merges import CLAIM_MERGE, resolve_parties
from claims.store.reading import read_rows
from claims.store.standing import PROPOSAL

Values = Sequence[Mapping[str, Any]]

_NAMES_CLAIMS = frozenset({"claim_id", "into_id", "other_claim_id"})
_CLAIMS_OF = {
    "assessment",
    "claim_merge",
    "decision",
    "evidence",
    "proposal",
    "publication",
    "stage_move",
    "stance",
    "stance_move",
    "status_change",
}


def find_touched(session: Session, added: Mapping[str, Values]) -> set[int]:
    """The claims that the added rows (by table, ``{column: value}`` each) are about."""
    touched: set[int] = {row["id"] for row in added.get("claim", ())}
    for table in _CLAIMS_OF & added.keys():
        for row in added[table]:
            touched.update(row[name] for name in _NAMES_CLAIMS & row.keys() if row[name])
    touched |= _earlier_targets(session, added.get("claim_merge", ()))
    touched |= _stance_homes(session, _stance_ids(added))
    touched |= _evidence_claims(session, added)
    touched |= _proposal_claims(session, added.get("proposal_answer", ()))
    touched |= _party_claims(session, added.get("party_merge", ()))
    return touched


def _stance_ids(added: Mapping[str, Values]) -> set[int]:
    ids = {row["stance_id"] for row in added.get("stance_move", ())}
    ids |= {row["supersedes"] for row in added.get("stance", ()) if row["supersedes"]}
    return ids | _withdrawn(added, "stance")


def _withdrawn(added: Mapping[str, Values], what: str) -> set[int]:
    return {row["row_id"] for row in added.get("withdrawal", ()) if row["what"] == what}


def _stance_homes(session: Session, stance_ids: Iterable[int]) -> set[int]:
    """Every claim under which the stances ever stood."""
    ids = set(stance_ids)
    if not ids:
        return set()
    told = read_rows(session, [STANCE.c.claim_id], STANCE.c.id, ids)
    moved = read_rows(session, [MOVE.c.claim_id], MOVE.c.stance_id, ids)
    return {row[0] for row in (*told, *moved)}


def _evidence_claims(session: Session, added: Mapping[str, Values]) -> set[int]:
    ids = {row["supersedes"] for row in added.get("evidence", ()) if row["supersedes"]}
    ids |= _withdrawn(added, "evidence")
    return {row[0] for row in read_rows(session, [EVIDENCE.c.claim_id], EVIDENCE.c.id, ids)}


def _proposal_claims(session: Session, answers: Values) -> set[int]:
    ids = {row["proposal_id"] for row in answers}
    columns = [PROPOSAL.c.claim_id, PROPOSAL.c.other_claim_id]
    ends = read_rows(session, columns, PROPOSAL.c.id, ids)
    return {end for row in ends for end in row if end is not None}


def _earlier_targets(session: Session, merges: Values) -> set[int]:
    """What the merged claims were merged into before."""
    ids = {row["claim_id"] for row in merges}
    targets = read_rows(session, [CLAIM_MERGE.c.into_id], CLAIM_MERGE.c.claim_id, ids)
    return {row[0] for row in targets}


def _party_claims(session: Session, merges: Values) -> set[int]:
    """Every claim on which a party of the merges, or one ever merged with it, has a stance."""
    if not merges:
        return set()
    ends = {row[name] for row in merges for name in ("party_id", "into_id")}
    parties = resolve_parties(session, ends)
    columns = [STANCE.c.id]
    stances = read_rows(session, columns, STANCE.c.party_id, parties)
    return _stance_homes(session, (row[0] for row in stances))
