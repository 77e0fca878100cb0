"""How well rules, reader and both do on the held-back articles, and how far to trust them.

Everything fitted (weights, floors) is fitted on four fifths of the articles and measured on
the other fifth, in turn, so no article is measured with what was fitted on it. Full matches
are counted as ``gold/score.py`` counts them: span, value and party, one to one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.extraction.attribution.attribute import attribute
from claims.extraction.model.network.reader import Reader
from claims.extraction.model.network.shape import VALUES
from claims.extraction.model.together import placed_positions
from claims.extraction.model.weighing.agreeing import gold_value
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.model.weighing.combine import gather, weigh
from claims.extraction.text.segment import segment
from claims.extraction.training.calibrate import fit, hits
from claims.extraction.training.matching import match_labels
from claims.extraction.training.records import Record

FOLDS = 5
BINS = 10
SURE = 0.8
"""Confidence from which a finding is called sure in the card."""
LABELLED = tuple[list[Candidate], Record]


@dataclass
class Tally:
    """Counts by stance value, and each finding's confidence with whether it is right."""

    right: Counter[str] = field(default_factory=Counter)
    offered: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    sureness: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, kept: Sequence[Candidate], record: Record) -> None:
        """Count one article's findings against its labels."""
        kept = [c for c in kept if gold_value(c.position.stance) in VALUES]
        self.right.update(record.labels[j].stance for j in match_labels(kept, record).values())
        self.offered.update(gold_value(c.position.stance) for c in kept)
        self.wanted.update(label.stance for label in record.labels)
        chances = (c.probability for c in kept)
        self.sureness += zip(chances, hits(kept, record).astype(bool).tolist(), strict=True)

    def f1(self, values: Sequence[str] = VALUES) -> float:
        """F1 of full matches over ``values`` together."""
        right, offered, wanted = (
            sum(c[v] for v in values) for c in (self.right, self.offered, self.wanted)
        )
        return 2 * right / max(1, offered + wanted)

    def recall(self, value: str) -> float:
        """Share of the value's labels that are found."""
        return self.right[value] / max(1, self.wanted[value])

    def contested(self) -> float:
        """Mean F1 of the values other than ``alleges``."""
        return sum(self.f1([v]) for v in VALUES[1:]) / (len(VALUES) - 1)

    def calibration_error(self) -> float:
        """Expected calibration error over ``BINS`` equal bins (Naeini and others 2015)."""
        error = 0.0
        for at in range(BINS):
            inside = [s for s in self.sureness if min(int(s[0] * BINS), BINS - 1) == at]
            gap = sum(chance - right for chance, right in inside)
            error += abs(gap)
        return error / max(1, len(self.sureness))

    def sure(self) -> tuple[int, float]:
        """(findings of confidence ``SURE`` or more, share of them that is right)."""
        found = [right for chance, right in self.sureness if chance >= SURE]
        return len(found), sum(found) / max(1, len(found))


def measure(reader: Reader, held: Sequence[Record]) -> dict[str, Tally]:
    """Tallies of ``rules``, ``reader`` and ``both`` on ``held``, cross-fitted."""
    alone: list[LABELLED] = []
    both: list[LABELLED] = []
    rules = Tally()
    for record in held:
        done = attribute(segment(record.text))
        placed, readings = placed_positions(done), reader.read(done.page)
        rules.add([Candidate(p, None, True, probability=p.confidence) for p in placed], record)
        alone.append((gather(done, [], readings), record))
        both.append((gather(done, placed, readings), record))
    return {"rules": rules, "reader": _cross_fit(alone), "both": _cross_fit(both)}


def _cross_fit(sets: Sequence[LABELLED]) -> Tally:
    tally = Tally()
    for fold in range(FOLDS):
        weights, floors = fit([each for i, each in enumerate(sets) if i % FOLDS != fold])
        for candidates, record in sets[fold::FOLDS]:
            tally.add(weigh(candidates, weights, floors), record)
    return tally


def write_table(tallies: dict[str, Tally]) -> str:
    """The tallies as a Markdown table, a row a measure."""
    rows = [("", list(tallies)), ("---", ["---"] * len(tallies))]

    def row(name: str, figures: Sequence[float]) -> None:
        rows.append((name, [f"{figure:.3f}" for figure in figures]))

    found = list(tallies.values())
    row("full F1", [t.f1() for t in found])
    row("contested F1", [t.contested() for t in found])
    for value in VALUES:
        row(f"{value}, F1", [t.f1([value]) for t in found])
        row(f"{value}, recall", [t.recall(value) for t in found])
    row("calibration error", [t.calibration_error() for t in found])
    rows.append((f"findings of confidence {SURE}+", [str(t.sure()[0]) for t in found]))
    row("of these right", [t.sure()[1] for t in found])
    return "".join(f"| {name} | {' | '.join(cells)} |\n" for name, cells in rows)
