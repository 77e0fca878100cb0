"""The "it" of "it took years" stands for nobody, that of "it closed the lock" for somebody."""

import pytest

from claims.extraction.text.segment import tokenize
from claims.extraction.wording.expletive import is_expletive


@pytest.mark.parametrize(
    ("clause", "expletive"),
    [
        ("it took another nine years to drain the lake", True),
        ('it would be "some time" before the lake was drained', True),
        ("it was days before the lake was drained", True),
        ("it was discovered the pupils were ill", True),
        ("it will take a long time to drain the lake", True),
        ("it took the lake from its owners", False),
        ("it has taken nine hostages", False),
        ("it was not clear whether the dam would hold", True),
        ("it wasn't clear who had opened the lock", True),
        ("it is still possible that the dam fails", True),
        ("it would be wrong to open the lock", True),
        ("it was not involved", False),
        ("it was aware of the leak", False),
        ("it is believed that the dam failed", True),
        ("it is believed to have failed", False),
        ("it was something out of the ordinary", True),
        ("it could be a heron", True),
        ("it had been a mill", True),
        ("it had been watching the lock", False),
        ("it rained for six days", True),
        ("it seems the dam will fail", True),
        ("it closed the lock", False),
        ("it never closed the lock", False),
        ("it", False),
    ],
)
def test_it_stands_for_nobody(clause: str, expletive: bool) -> None:
    assert is_expletive(tokenize(clause, 0, len(clause)), 0) is expletive
