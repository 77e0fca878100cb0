"""Who may stand for a pronoun: a wrong name in a claim is worse than none."""

from __future__ import annotations

import pytest

from claims.extraction.attribution import attribute
from claims.extraction.segment import segment

TEXT = (
    "Otto Brandt opened the mill. Otto Brandt ran it for years. Karl Orr, a miller, left. "
    "Ada Brook kept the books. Lars Dorn, a driver, came in May. It closed."
)


@pytest.mark.parametrize(
    ("name", "stands_out"),
    [
        ("Otto Brandt", True),  # named most often
        ("Karl Orr", False),
        ("Lars Dorn", True),  # named last
        ("Ada Brook", True),  # the only woman
    ],
)
def test_who_stands_out(name: str, stands_out: bool) -> None:
    done = attribute(segment(TEXT))
    entity = done.register.find(name)
    assert entity is not None
    last = done.page.sentences[-1]
    assert done.discourse.stands_out(entity, last, 0) is stands_out
