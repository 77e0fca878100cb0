"""What commands say to a number that cannot be one, and to one that is not on record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Type = Callable[..., Any]


@pytest.mark.parametrize(
    "words",
    [
        "claim {}", "claims merge 1 {} -r same", "accept {}", "give-up {}", "tokens revoke {}",
        "correct {} --stance denies -r why", "withdraw stance {} -r why", "proposals --claim {}",
        "claims split 1 --text New --stance {} -r why", "run publish 1 {}", "run assess {}",
        "evidence attach 1 --relation supports --reliability A --credibility 1 --document {}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("number", ["0", "-1", "1.5", "one", "9223372036854775808", "9" * 5000])
def test_what_cannot_be_a_number_is_wrong_usage(
    home: Path, onrecord: Type, words: str, number: str
) -> None:
    said = onrecord(*words.format(number).split())
    assert (said.status, said.out) == (2, "")
    assert "Traceback" not in said.err
    told = " ".join(said.err.replace("│", " ").split())
    assert number == "-1" or "is no number that the record gives" in told


def test_the_biggest_number_is_one_that_the_record_does_not_hold(
    home: Path, onrecord: Type
) -> None:
    for words in ("claim", "proposals --claim", "run publish"):
        told = f"onrecord: no claim {2**63 - 1} is on record (all of them: onrecord board)"
        said = onrecord(*words.split(), 2**63 - 1)
        assert (said.status, said.err) == (1, f"{told}\n")


@pytest.mark.parametrize("flow", ["publish", "assess", "gather_evidence"])
def test_a_flow_over_an_unknown_claim_is_refused_before_prefect_is_started(
    ingested: Path, onrecord: Type, monkeypatch: pytest.MonkeyPatch, flow: str
) -> None:
    def start(*_: object, **__: object) -> None:
        raise AssertionError("no flow may start")

    monkeypatch.setattr("flows.running.run_flow", start)

    said = onrecord("run", flow, 1, 999)

    assert (said.status, said.out) == (1, "")
    assert said.err == "onrecord: no claim 999 is on record (all of them: onrecord board)\n"
