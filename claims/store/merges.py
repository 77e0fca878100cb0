"""Which claims and which parties are one, at a moment.

The latest row of a claim in ``claim_merge`` holds: ``do`` puts it into another
one, ``undo`` lets it stand alone again. Merges chain, and two opposite merges
cancel out. Parties follow the same rule without opposites.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Table
from sqlalchemy.orm import Session

from claims.store.errors import RecordError
from claims.store.facts import ActKind, ClaimMerge, PartyMerge
from claims.store.reading import read_rows
from claims.store.tables import table_of

CLAIM_MERGE = table_of(ClaimMerge)
PARTY_MERGE = table_of(PartyMerge)


@dataclass(frozen=True, slots=True)
class Member:
    """A claim inside another one. ``opposite``: it is the negation of it."""

    claim_id: int
    opposite: bool


@dataclass(frozen=True, slots=True)
class ClaimForest:
    """Claims with the ones they are merged into."""

    roots: dict[int, Member]
    """For each claim the one it counts as: itself, or what it is merged into."""
    members: dict[int, tuple[Member, ...]]
    """For each root its claims, itself among them, in order of id."""
    changed: dict[int, datetime]
    """For each root the last moment at which a merge of its claims was done or undone."""

    def without(self, gone: AbstractSet[int]) -> ClaimForest:
        """The forest without some of its roots and their claims."""
        return ClaimForest(
            {claim: root for claim, root in self.roots.items() if root.claim_id not in gone},
            {root: claims for root, claims in self.members.items() if root not in gone},
            {root: at for root, at in self.changed.items() if root not in gone},
        )


@dataclass(frozen=True, slots=True)
class _Merge:
    child: int
    into: int
    opposite: bool
    done: bool
    at: datetime


def load_claim_forest(session: Session, claim_ids: Iterable[int], cut: int | None) -> ClaimForest:
    """The merges around some claims. RecordError where merges run in a circle."""
    asked = set(claim_ids)
    merges = _load_component(session, CLAIM_MERGE, CLAIM_MERGE.c.claim_id, asked, cut)
    parents = _read_parents(merges)
    everyone = asked | {end for merge in merges for end in (merge.child, merge.into)}
    roots = {claim: _climb(claim, parents) for claim in everyone}
    wanted = {roots[claim].claim_id for claim in asked}
    members: dict[int, list[Member]] = {root: [] for root in wanted}
    for claim in sorted(everyone):
        root = roots[claim]
        if root.claim_id in wanted:
            members[root.claim_id].append(Member(claim, root.opposite))
    changed: dict[int, datetime] = {}
    for merge in merges:
        for end in (merge.child, merge.into):
            root_id = roots[end].claim_id
            changed[root_id] = max(merge.at, changed.get(root_id, merge.at))
    return ClaimForest(
        roots=roots,
        members={root: tuple(claims) for root, claims in members.items()},
        changed={root: at for root, at in changed.items() if root in wanted},
    )


@dataclass(frozen=True, slots=True)
class PartyHomes:
    """Parties with the ones they count as."""

    homes: dict[int, int]
    """For each party, and each one ever merged with it, the party it counts as."""
    changed: dict[int, datetime]
    """The last moment at which a party, or one that it was ever merged into, was merged or
    unmerged; parties that never were are left out."""


def load_party_homes(session: Session, party_ids: Iterable[int], cut: int | None) -> PartyHomes:
    """The merges around some parties."""
    asked = set(party_ids)
    merges = _load_component(session, PARTY_MERGE, PARTY_MERGE.c.party_id, asked, cut)
    parents = _read_parents(merges)
    everyone = asked | {end for merge in merges for end in (merge.child, merge.into)}
    return PartyHomes(
        homes={party: _climb(party, parents).claim_id for party in everyone},
        changed=_read_changes(merges),
    )


def resolve_parties(
    session: Session, party_ids: Iterable[int], cut: int | None = None
) -> dict[int, int]:
    """For each party, and each one ever merged with it, the party it counts as."""
    return load_party_homes(session, party_ids, cut).homes


def _read_changes(merges: Sequence[_Merge]) -> dict[int, datetime]:
    last = {merge.child: merge.at for merge in merges}
    above: dict[int, set[int]] = {}
    for merge in merges:
        above.setdefault(merge.child, set()).add(merge.into)
    changed = {}
    for party in last:
        seen: set[int] = set()
        pending = {party}
        while pending:
            seen |= pending
            pending = {each for one in pending for each in above.get(one, ())} - seen
        changed[party] = max(last[each] for each in seen & last.keys())
    return changed


def _load_component(
    session: Session, table: Table, child: Any, ids: set[int], cut: int | None
) -> list[_Merge]:
    """Every merge, done or undone, that is linked with some ids. Oldest first."""
    opposite = [table.c.opposite] if "opposite" in table.c else []
    columns = [table.c.id, child, table.c.into_id, table.c.act, table.c.at, *opposite]
    found: dict[int, _Merge] = {}
    seen: set[int] = set()
    pending = ids
    while pending:
        seen |= pending
        for row in read_rows(session, columns, [child, table.c.into_id], pending, cut):
            found[row[0]] = _Merge(
                child=row[1],
                into=row[2],
                done=row[3] is ActKind.DO,
                at=row[4],
                opposite=bool(opposite) and row[5],
            )
        pending = {end for merge in found.values() for end in (merge.child, merge.into)} - seen
    return [found[key] for key in sorted(found)]


def _read_parents(merges: Iterable[_Merge]) -> dict[int, _Merge]:
    """For each merged one the merge that holds: its latest, unless that undid it."""
    latest = {merge.child: merge for merge in merges}
    return {child: merge for child, merge in latest.items() if merge.done}


def _climb(start: int, parents: dict[int, _Merge]) -> Member:
    path = [start]
    opposite = False
    while (merge := parents.get(path[-1])) is not None:
        opposite ^= merge.opposite
        if merge.into in path:
            circle = " into ".join(map(str, [*path, merge.into]))
            raise RecordError(f"merges run in a circle ({circle}): undo one of them first")
        path.append(merge.into)
    return Member(path[-1], opposite)
