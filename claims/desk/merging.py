"""What merges mean for the desk: claims as they count, and parties by their merged key."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sqlmodel import Session, select

from claims.parties import Catalogue
from claims.store.facts import Party, PartyMerge
from claims.store.merges import load_claim_forest, resolve_parties
from claims.store.reading import pick, read_rows
from claims.store.tables import table_of

PARTY = table_of(Party)


def effective_claims(session: Session, claim_ids: Iterable[int]) -> list[int]:
    """The claims under which those count now, ascending, each once."""
    wanted = list(dict.fromkeys(claim_ids))
    roots = load_claim_forest(session, wanted, None).roots
    return sorted({roots[claim_id].claim_id for claim_id in wanted})


def effective_claim(session: Session, claim_id: int) -> int:
    """The claim under which that one counts now: itself where it is not merged."""
    return effective_claims(session, [claim_id])[0]


def merged_catalogue(session: Session, catalogue: Catalogue) -> Catalogue:
    """The catalogue with the record's party merges, so that a merged party is its other self."""
    merged = {row for row in session.exec(select(PartyMerge.party_id)) if row is not None}
    if not merged:
        return catalogue
    homes = resolve_parties(session, merged)
    found = read_rows(session, pick(PARTY, "id", "key"), PARTY.c.id, {*homes, *homes.values()})
    keys = {row.id: row.key for row in found}
    pairs = ((keys[child], keys[home]) for child, home in homes.items() if child != home)
    return _with_merges(catalogue, tuple(sorted(pairs)))


@lru_cache(maxsize=8)
def _with_merges(catalogue: Catalogue, pairs: tuple[tuple[str, str], ...]) -> Catalogue:
    return catalogue.with_merges(dict(pairs))
