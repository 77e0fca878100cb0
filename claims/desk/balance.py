"""What the policy reads for a claim: the stances and evidence that count for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from sqlmodel import Session, col, select

from claims.model import OPPOSING, PartyKind, Reliability
from claims.parties import Catalogue, normalise
from claims.policy import ClaimInput, EvidenceInput, StanceInput, read_sides
from claims.store.among import among
from claims.store.effective import (
    DOCUMENT,
    Changes,
    EvidenceState,
    StanceState,
    load_counting,
)
from claims.store.facts import Origin, Party
from claims.store.merges import load_claim_forest, resolve_parties
from claims.store.reading import find_by_keys, pick, read_rows

Named = TypeVar("Named", Party, Origin)

NOBODY = frozenset({PartyKind.UNATTRIBUTED, PartyKind.ANONYMOUS})
"""Kinds of party whose word is no named party's."""


@dataclass(slots=True)
class Balance:
    """The rows that count for one claim, oldest day first."""

    stances: list[StanceInput] = field(default_factory=list)
    evidence: list[EvidenceInput] = field(default_factory=list)


def load_balances(
    session: Session, catalogue: Catalogue, claim_ids: Sequence[int]
) -> dict[int, Balance]:
    """What counts now for each effective claim: by id, an empty balance where nothing does."""
    balances = {claim_id: Balance() for claim_id in claim_ids}
    forest = load_claim_forest(session, claim_ids, None)
    counting = load_counting(session, forest, Changes({}), None).values()
    stances = [each for own in counting for each in own.stances]
    for claim_id, stance in _load_stances(session, catalogue, stances):
        balances[claim_id].stances.append(stance)
    found = [each for own in counting for each in own.evidence]
    for claim_id, evidence in _load_evidence(session, found):
        balances[claim_id].evidence.append(evidence)
    return balances


def load_deniers(session: Session, claim_id: int, cut: int) -> frozenset[str]:
    """Keys of the named parties whose denial counted for a claim at ledger entry ``cut``.

    Parties are read as they count now, so that a later merge makes none of them a new one.
    """
    forest = load_claim_forest(session, [claim_id], cut)
    root = forest.roots[claim_id].claim_id
    counted = load_counting(session, forest, Changes({}), cut)[root].stances
    told = {s.told_party_id for s in counted if s.value in OPPOSING and not s.anonymous}
    homes = resolve_parties(session, told)
    parties = _load_by_id(session, Party, {homes[each] for each in told}).values()
    return frozenset(party.key for party in parties if PartyKind(party.kind) not in NOBODY)


def build_input(catalogue: Catalogue, text: str, balance: Balance) -> ClaimInput:
    """Everything that the policy may look at for one claim.

    Roles are read on the earliest day on which anybody took a position.
    """
    days = [stance.said_on for stance in balance.stances if stance.said_on]
    on = min(days) if days else None
    sides = read_sides(text, catalogue, on)
    return ClaimInput(
        text=text,
        implicated=sides.implicated,
        harmed=sides.harmed,
        stances=tuple(balance.stances),
        evidence=tuple(balance.evidence),
        names=sides.names,
    )


def _load_stances(
    session: Session, catalogue: Catalogue, states: Sequence[StanceState]
) -> Iterable[tuple[int, StanceInput]]:
    parties = _load_by_id(session, Party, {state.party_id for state in states})
    origins = _load_by_id(session, Origin, {state.origin_id for state in states})
    outlets = _load_outlets(session, {state.document_id for state in states})
    for state in states:
        party = parties[state.party_id]
        outlet_name, organ_of = outlets[state.document_id]
        own = outlet_name is not None and normalise(outlet_name) == normalise(party.name)
        organ = party.organ_of or (organ_of if own or party.key == state.outlet_id else None)
        origin = origins[state.origin_id].key
        yield state.claim_id, _read_stance(catalogue, state, party, origin, organ)


def _load_by_id(session: Session, table: type[Named], ids: Iterable[int]) -> dict[int, Named]:
    rows = find_by_keys(session, select(table).where(among(col(table.id))), ids)
    return {row.id: row for row in rows if row.id is not None}


def _load_outlets(session: Session, ids: Iterable[int]) -> dict[int, tuple[str | None, str | None]]:
    """Outlet name, and the party whose organ it is, of documents by id."""
    rows = read_rows(session, pick(DOCUMENT, "id", "outlet_name", "organ_of"), DOCUMENT.c.id, ids)
    return {row.id: (row.outlet_name, row.organ_of) for row in rows}


def _read_stance(
    catalogue: Catalogue, state: StanceState, party: Party, origin: str, organ_of: str | None
) -> StanceInput:
    return StanceInput(
        id=state.id,
        party=party.key,
        party_name=party.name,
        owners=find_owners(catalogue, party.key, state.day, organ_of),
        named=not state.anonymous and PartyKind(party.kind) not in NOBODY,
        stance=state.value,
        commitment=state.commitment,
        mode=state.mode,
        origin=origin,
        said_on=state.day,
    )


def find_owners(
    catalogue: Catalogue, key: str, on: date | None, organ_of: str | None
) -> tuple[str, ...]:
    """Everything that a party's word counts as, itself first; an organ's counts as its party's."""
    owners = dict.fromkeys(catalogue.owners(key, on))
    if organ_of:
        owners.update(dict.fromkeys(catalogue.owners(organ_of, on)))
    return tuple(owners)


def _load_evidence(
    session: Session, states: Sequence[EvidenceState]
) -> Iterable[tuple[int, EvidenceInput]]:
    origins = _load_by_id(session, Origin, {state.origin_id for state in states})
    for state in states:
        origin = origins[state.origin_id]
        yield (
            state.claim_id,
            EvidenceInput(
                id=state.id,
                relation=state.relation,
                reliability=Reliability(state.reliability),
                credibility=state.credibility,
                origin=origin.key,
                label=origin.name,
            ),
        )
