"""Parties that follow from a state and an institution, without a line in the catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.model import PartyKind
from claims.parties.party import NameSort, Party, PartyName
from claims.parties.vocabulary import NATIONAL_INSTITUTIONS, STATE_ITSELF, Vocabulary


def institution_id(state: str, key: str, vocabulary: Vocabulary) -> str:
    """The party that is this institution of the state: the catalogued one, or a derived id."""
    if key == STATE_ITSELF:
        return state
    return vocabulary.filled.get((state, key), f"{state}-{key}")


def institution_ids(
    candidates: Sequence[str], key: str, known: Mapping[str, Party], vocabulary: Vocabulary
) -> tuple[str, ...]:
    """This institution of every candidate that is a state.

    Empty where the name may mean something else that has the like: "Georgia police".
    """
    states = [c for c in candidates if c in known and known[c].kind is PartyKind.STATE]
    if len(states) < len(candidates) and key not in NATIONAL_INSTITUTIONS:
        return ()
    return tuple(institution_id(state, key, vocabulary) for state in states)


def split_derived(
    party_id: str, known: Mapping[str, Party], vocabulary: Vocabulary
) -> tuple[Party, str] | None:
    """Read "south-korea-foreign-ministry" as (South Korea, "foreign-ministry"), or None."""
    for key in vocabulary.patterns.institutions:
        if key == STATE_ITSELF or not party_id.endswith(f"-{key}"):
            continue
        state = known.get(party_id.removesuffix(f"-{key}"))
        if state is not None and state.kind is PartyKind.STATE:
            return state, key
    return None


def derive_party(state: Party, key: str, vocabulary: Vocabulary) -> Party:
    """The institution of the state as a party: part of it, or its organ."""
    institution = vocabulary.patterns.institutions[key]
    adjective = next((n.text for n in state.names if n.sort is NameSort.DEMONYM), state.name)
    name = f"{adjective} {institution.name}"
    return Party(
        id=f"{state.id}-{key}",
        name=name,
        kind=institution.kind,
        names=(PartyName(text=name),),
        part_of=None if institution.organ else state.id,
        organ_of=state.id if institution.organ else None,
    )
