"""``onrecord corrections export``: a JSON line a corrected document, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Type = Callable[..., Any]


def test_corrections_leave_as_json_lines(ingested: Path, onrecord: Type, tmp_path: Path) -> None:
    file = tmp_path / "corrections.jsonl"
    said = onrecord("corrections", "export", "--out", str(file))
    assert "0 documents with corrections" in said.out
    assert "nothing was corrected yet" in said.out
    onrecord("correct", 1, "--stance", "denies", "-r", "the cue is a denial")
    (line,) = map(json.loads, onrecord("corrections", "export").out.splitlines())
    assert [stance["stance"] for stance in line["stances"] if stance["corrected"]] == ["denies"]
    assert "1 document with corrections" in onrecord("corrections", "export", "--out", file).out
    assert json.loads(file.read_text(encoding="utf-8")) == line
