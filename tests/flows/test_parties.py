"""Who is on record is listed, and a name that is not says where the list is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Type = Callable[..., Any]


def test_parties_are_listed_page_by_page(ingested: Path, onrecord: Type) -> None:
    shown = onrecord("parties", "list", "--limit", 1).out
    (mark,) = (line.split()[-1] for line in shown.splitlines() if line.startswith("more: "))
    listed = json.loads(onrecord("parties", "list", "--json").out)["items"]
    names = [row["party"]["name"] for row in listed]
    assert {"North Korea", "Kremlin"} <= set(names)
    assert listed[0]["party"]["key"] in shown
    assert [name for name in names if name in " ".join(shown.split())] == names[:1]
    after = json.loads(onrecord("parties", "list", "--after", mark, "--json").out)["items"]
    assert after[0] == listed[1]


def test_a_name_that_is_not_on_record_says_where_the_list_is(
    ingested: Path, onrecord: Type
) -> None:
    said = onrecord("party", "Nobody-at-all")
    assert said.status == 1
    assert "onrecord parties list" in said.err
