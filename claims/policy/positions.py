"""Who stands where: the rows that still count, read once for all rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from claims.model import TAKES_NO_POSITION, Relation, Stance
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
    replace the Kremlin's. A row without a date neither replaces nor is replaced.
    A retraction ends the party's earlier position and takes no other.
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
            if row.id in later and _side(later[row.id]) != _side(row)
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
    own: dict[str, StanceInput] = {}
    under: dict[str, StanceInput] = {}
    for row in named:
        if row.said_on is None:
            continue
        own[row.party] = _later(own.get(row.party), row)
        for side in row.counts_as:
            under[side] = _later(under.get(side), row)
    later: dict[int, StanceInput] = {}
    for row in named:
        if row.said_on is None:
            continue
        over = [own[side] for side in row.counts_as if side in own]
        over.append(under[row.party])
        last = max(over, key=_recency)
        if _recency(last)[:2] > _recency(row)[:2]:
            later[row.id] = last
    return later


def _recency(row: StanceInput) -> tuple[date, bool, int]:
    """Later days last; on one day a retraction comes after what it takes back."""
    return row.said_on or date.min, row.stance is Stance.RETRACTS, -row.id


def _side(row: StanceInput) -> Stance:
    return Stance.ALLEGES if row.affirms else row.stance


def _later(known: StanceInput | None, row: StanceInput) -> StanceInput:
    return row if known is None or _recency(row) > _recency(known) else known


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
