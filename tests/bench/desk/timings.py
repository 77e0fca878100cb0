"""What was measured, as a line of a table."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import quantiles
from typing import NamedTuple

from tests.bench.desk.questions import Question


class Timing(NamedTuple):
    """How long a question took, in milliseconds."""

    question: str
    group: str
    asked: int
    middle: float
    slow: float
    """99 of 100 were no slower."""
    worst: float
    size: int
    """Bytes of the last answer."""
    failed: int

    def write(self, aim: float) -> str:
        """A line of the table, marked where it misses the aim that is set for it."""
        missed = "  over" if self.group and self.slow > aim else ""
        size = f"{self.size / 1000:7.1f} kB" if self.size else " " * 10
        failed = f"  {self.failed} FAILED" if self.failed else ""
        return (
            f"{self.question:32}{self.asked:6}{self.middle:8.1f}{self.slow:8.1f}{self.worst:8.1f}"
            f"{size}{missed}{failed}"
        )


HEADING = f"{'':32}{'asked':>6}{'p50 ms':>8}{'p99 ms':>8}{'worst':>8}{'answer':>10}"


def summarise(question: Question, seconds: Sequence[float], size: int, failed: int) -> Timing:
    """The timings of one question, asked at least once."""
    milliseconds = sorted(1000 * each for each in seconds)
    several = milliseconds if len(milliseconds) > 1 else milliseconds * 2
    cuts = quantiles(several, n=100, method="inclusive")
    return Timing(
        question.name,
        question.group,
        len(seconds),
        cuts[49],
        cuts[98],
        milliseconds[-1],
        size,
        failed,
    )
