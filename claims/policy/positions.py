"""Who stands where: the rows that still count, read once for all rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.model import TAKES_NO_POSITION, Relation, Stance
from claims.policy.latest import Rank, position_of, rank
from claims.policy.values import ClaimInput, EvidenceInput, StanceInput


@dataclass(frozen=True, slots=True)
class Positions:
    """The claim's rows sorted by what they do. All in order of id."""

    affirming: tuple[StanceInput, ...]
    """Named parties that put the claim forward as true, by their latest word."""
    denying: tuple[StanceInput, ...]
    """Named parties that call it false, by their latest word."""
    doubting: tuple[StanceInput, ...]
    unnamed: tuple[StanceInput, ...]
    """Affirmations by nobody in particular: unattributed and anonymous."""
    overtaken: tuple[tuple[StanceInput, StanceInput], ...]
    """Earlier words with the later ones that replaced them, where the two differ."""
    silent: tuple[str, ...]
    """Implicated parties that were asked, or spoke, and took no position."""
    supporting: tuple[EvidenceInput, ...]
    undermining: tuple[EvidenceInput, ...]
    """Strong evidence only; one row an origin and relation."""

    def affirmed_by(self, side: str) -> tuple[StanceInput, ...]:
        """Standing affirmations that count as ``side``'s own word."""
        return tuple(row for row in self.affirming if side in row.counts_as)

    def denied_by(self, side: str) -> tuple[StanceInput, ...]:
        """Standing denials that count as ``side``'s own word."""
        return tuple(row for row in self.denying if side in row.counts_as)


def read_positions(claim: ClaimInput) -> Positions:
    """Sort the claim's rows. Order and repetition of the input make no difference.

    A later word replaces an earlier one of the same party, of a party that
    speaks for it, and of one that it speaks for: Russia's replaces the
    Kremlin's, KCNA's replaces North Korea's; the foreign ministry's does not
    replace the Kremlin's. ``rank`` says which word is later. A row without a date neither
    replaces nor is replaced. A retraction ends the party's earlier position and takes no other.
    """
    rows = _one_each(_asked_for(claim))
    named = [row for row in rows if row.named and row.takes_position]
    later = _later_words(named)
    standing = [row for row in named if row.id not in later]
    return Positions(
        affirming=tuple(row for row in standing if row.affirms),
        denying=tuple(row for row in standing if row.stance is Stance.DENIES),
        doubting=tuple(row for row in standing if row.stance is Stance.DOUBTS),
        unnamed=tuple(row for row in rows if not row.named and row.affirms),
        overtaken=tuple(
            (row, later[row.id])
            for row in named
            if row.id in later and position_of(later[row.id].stance) != position_of(row.stance)
        ),
        silent=_silent(claim.implicated, rows, named),
        supporting=_strong(claim.evidence, Relation.SUPPORTS),
        undermining=_strong(claim.evidence, Relation.UNDERMINES),
    )


def _asked_for(claim: ClaimInput) -> Iterable[StanceInput]:
    if claim.on is None:
        return claim.stances
    day = claim.on
    return (row for row in claim.stances if row.said_on is None or row.said_on <= day)


def _one_each(rows: Iterable[StanceInput]) -> list[StanceInput]:
    """One row for what one party says on one day through one origin: the lowest id."""
    kept: dict[tuple[object, ...], StanceInput] = {}
    for row in sorted(rows, key=lambda row: row.id):
        key = (row.party, row.named, row.stance, row.commitment, row.origin, row.said_on)
        kept.setdefault(key, row)
    return list(kept.values())


def _later_words(named: Sequence[StanceInput]) -> dict[int, StanceInput]:
    """For each overtaken row's id the latest row that overtook it. Linear in rows."""
    dated = [(row, rank(row.said_on, row.stance)) for row in named if row.said_on is not None]
    own: dict[str, _Ranked] = {}
    under: dict[str, _Ranked] = {}
    for row, held in dated:
        own[row.party] = _later(own.get(row.party), (row, held))
        for side in row.counts_as:
            under[side] = _later(under.get(side), (row, held))
    later: dict[int, StanceInput] = {}
    for row, held in dated:
        last = under[row.party]
        for side in row.counts_as & own.keys():
            last = _later(last, own[side])
        if last[1] > held:
            later[row.id] = last[0]
    return later


_Ranked = tuple[StanceInput, Rank]


def _later(known: _Ranked | None, told: _Ranked) -> _Ranked:
    """The one of higher rank; of one rank that with the lower id."""
    if known is None or (told[1], -told[0].id) > (known[1], -known[0].id):
        return told
    return known


def _silent(
    implicated: frozenset[str], rows: Sequence[StanceInput], named: Sequence[StanceInput]
) -> tuple[str, ...]:
    spoke = frozenset().union(*(row.counts_as for row in named))
    asked = frozenset().union(
        *(row.counts_as for row in rows if row.named and row.stance in TAKES_NO_POSITION)
    )
    return tuple(sorted((implicated & asked) - spoke))


def _strong(evidence: Iterable[EvidenceInput], relation: Relation) -> tuple[EvidenceInput, ...]:
    kept: dict[str, EvidenceInput] = {}
    for row in sorted(evidence, key=lambda row: row.id):
        if row.strong and row.relation is relation:
            kept.setdefault(row.origin, row)
    return tuple(kept.values())
