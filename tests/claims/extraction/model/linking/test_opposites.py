"""Who says "not P" denies P or has a claim of their own, and never alleges P."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.extraction.model.linking.linked import Linked
from claims.extraction.model.linking.opposites import part_opposed
from claims.extraction.position import Position
from claims.extraction.voice import Voice
from claims.extraction.wording.joining import DraftClaim, claim_key, is_negative
from claims.model import Commitment, Document, Mode, Stance

TOLD = "Clara Dorn took 200 euros from Kellmark."


def linked(claim: str, stance: Stance) -> Linked:
    position = Position(
        0, 0, 9, Voice("Clara Dorn", "Clara Dorn", ()), stance, claim, False, Mode.INDIRECT,
        Commitment.CERTAIN,
    )  # fmt: skip
    return Linked(position, claim_key(claim), claim_key(claim), claim, 0)


def draft(text: str) -> DraftClaim:
    return DraftClaim(0, text, [claim_key(text)], is_negative(text), 0, 1)


@pytest.mark.parametrize(
    ("claim", "stance", "told", "becomes", "stays"),
    [
        # the same of the same: a denial
        ("Clara Dorn did not take 200 euros.", Stance.ALLEGES, TOLD, Stance.DENIES, True),
        ("Clara Dorn never took 200 euros.", Stance.CONFIRMS, TOLD, Stance.DENIES, True),
        # who lives is not dead, by whatever name
        (
            "The star is very much alive.",
            Stance.ALLEGES,
            "Clara Dorn is dead.",
            Stance.DENIES,
            True,
        ),
        ("She left the mill alive.", Stance.ALLEGES, "Clara Dorn is dead.", Stance.ALLEGES, False),
        # something else that is negative: its own claim
        ("Clara Dorn had not told the mayor.", Stance.CONFIRMS, TOLD, Stance.CONFIRMS, False),
        ("Nobody was hurt at the mill.", Stance.ALLEGES, TOLD, Stance.ALLEGES, False),
        # P on "not P": nothing is denied in so many words
        (TOLD, Stance.ALLEGES, "Clara Dorn did not take 200 euros.", Stance.ALLEGES, False),
        # what agrees, and what contests, stays
        (TOLD, Stance.ALLEGES, TOLD, Stance.ALLEGES, True),
        ("Clara Dorn did not take it.", Stance.DOUBTS, TOLD, Stance.DOUBTS, True),
    ],
)
def test_no_opposite_is_affirmed(
    claim: str, stance: Stance, told: str, becomes: Stance, stays: bool
) -> None:
    each = linked(claim, stance)
    (group,) = part_opposed([each], [0], {0: draft(told)})
    assert (each.position.stance, group == 0) == (becomes, stays)
    assert is_negative(each.position.claim) == (is_negative(claim) and becomes is stance)


@pytest.mark.parametrize(
    "text",
    [
        '"I did not take a single cent from Kellmark," Clara Dorn told the court. Prosecutors say '
        "Mayor Clara Dorn took 20,000 euros from Kellmark.",
        "The Herald said the ferry had been stolen in Leith. The Post confirmed that the ferry had "
        "not been stolen.",
        "The union said the bank had warned its clerks. Its director, Ada Brook, admitted that the "
        "bank had not warned its clerks.",
    ],
)
def test_in_a_whole_text(text: str) -> None:
    found = extract(Document(text=text))
    claims = {claim.id: claim.text for claim in found.claims}
    for finding in found.findings:
        says_no = " not " in text[finding.span.start : finding.span.end]
        affirms = finding.stance in (Stance.ALLEGES, Stance.CONFIRMS)
        assert not (says_no and affirms) or is_negative(claims[finding.claim])
