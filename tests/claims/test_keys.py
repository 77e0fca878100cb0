"""A key is made once, whole, and for its owner alone."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claims.keys import make_private, others_may_use


def test_of_many_who_make_it_at_once_one_does(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "some"
    contents = [f"{number}".encode() * 1000 for number in range(8)]

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda content: make_private(path, content), contents))

    assert sum(made) == 1
    assert path.read_bytes() == contents[made.index(True)]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("mode", "shared"),
    [(0o600, False), (0o400, False), (0o640, True), (0o604, True), (0o620, True)],
)
def test_who_may_use_it(tmp_path: Path, mode: int, shared: bool) -> None:
    path = tmp_path / "some"
    make_private(path, b"secret")
    path.chmod(mode)

    assert others_may_use(path) is shared
