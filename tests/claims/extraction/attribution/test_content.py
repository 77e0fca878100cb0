"""Which words of a sentence a cue tells of, seen by what the rules make of them."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document, Stance

LEAD = (
    "LISSA - The daily Herald reported on Monday that the Lissa firm Kellmark had paid a ransom for"
    " its engineer.\n\n"
)


@pytest.mark.parametrize(
    "told",
    [
        "In a statement read on state television, the ministry called the report a fabrication.",
        "In a statement carried by state media, the ministry denied the report.",
        "Hours after the paper was sold out, the ministry dismissed it.",
    ],
)
def test_when_and_where_something_is_denied_is_not_what_is_denied(told: str) -> None:
    found = extract(Document(text=LEAD + told), "rules")
    claims = {claim.id: claim.text for claim in found.claims}
    (on,) = [claims[f.claim] for f in found.findings if f.stance is Stance.DENIES]
    assert "ransom" in on


def test_what_is_told_in_front_is_what_is_confirmed() -> None:
    told = "In Lissa money had changed hands twice, the ministry confirmed on Monday."
    found = extract(Document(text=LEAD + told), "rules")
    claims = {claim.id: claim.text for claim in found.claims}
    (on,) = [claims[f.claim] for f in found.findings if f.stance is Stance.CONFIRMS]
    assert "changed hands" in on


@pytest.mark.parametrize(
    "told",
    [
        ["The army blamed the rebels for the attack", ", and the rebels blamed the army."],
        [
            "The ministry first denied that the ship had sunk",
            ", ",
            "then admitted that two sailors were missing",
            ".",
        ],
    ],
)
def test_what_is_said_next_is_not_in_it(told: list[str]) -> None:
    found = extract(Document(text="".join(told)), "rules")
    assert [finding.span.exact for finding in found.findings] == told[::2]
