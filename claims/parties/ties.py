"""Whose word counts as whose, and which reading the rest of a document points to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from claims.parties.party import CatalogueError, Party


def follow_owners(
    party_id: str,
    on: date | None,
    get: Callable[[str], Party | None],
    merged: Callable[[str], str],
) -> tuple[str, ...]:
    """The party and everything above it, nearest first; every party once.

    Goes up ``part_of``, ``organ_of`` and the roles held on that day; every
    step answers with the party that stands for a merged one.
    """
    found = [merged(party_id)]
    for current in found:
        party = get(current)
        if party is None:
            continue
        above = [held.party for held in party.speaks_for if held.holds(on)]
        above += [other for other in (party.part_of, party.organ_of) if other is not None]
        found += [other for other in dict.fromkeys(map(merged, above)) if other not in found]
    return tuple(found)


def supporter_of(
    candidate: str,
    context: Iterable[str],
    owners: Callable[[str], tuple[str, ...]],
) -> str | None:
    """The party of the document that points to this candidate: above it, below it, or itself."""
    above = owners(candidate)
    for other in context:
        if other in above or candidate in owners(other):
            return other
    return None


def close_merges(merges: Mapping[str, str]) -> dict[str, str]:
    """Every merged id -> the id that stands for it in the end.

    CatalogueError where the mapping runs in a circle, naming the ids on it.
    """
    closed: dict[str, str] = {}
    for start in merges:
        path = [start]
        while path[-1] in merges:
            following = merges[path[-1]]
            if following in path:
                circle = " -> ".join([*path, following])
                raise CatalogueError(f"merges run in a circle: {circle}; unmerge one of them")
            path.append(following)
        closed[start] = path[-1]
    return closed
