"""Who denies and admits one thing in one sentence takes two positions on it: a sentence a row."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document, Stance

BOTH = {Stance.DENIES, Stance.CONFIRMS}
CHANGED = [
    ("Ada Orr initially denied that the mill had closed, but has now admitted it.", "Ada Orr"),
    ("Kellmark at first denied that the mill had closed but later admitted it.", "Kellmark"),
    ("After first denying that the mill had closed, Kellmark has admitted it did.", "Kellmark"),
    ("Having denied the claim that the mill had closed, Kellmark later admitted it.", "Kellmark"),
    ("Despite having denied that the mill had closed, Kellmark confirmed it.", "Kellmark"),
    ("Kellmark admitted that the mill had closed after first denying it.", "Kellmark"),
    ("Kellmark denied that the mill had closed, before confirming it on Sunday.", "Kellmark"),
    ("The army, which had earlier denied that the mill had closed, admitted it.", "The army"),
]


@pytest.mark.parametrize(("text", "party"), CHANGED)
@pytest.mark.parametrize("by", ["auto", "rules"])
def test_denies_and_confirms(text: str, party: str, by: str) -> None:
    found = extract(Document(text=text), by)
    assert sorted((f.party, f.stance) for f in found.findings) == sorted(
        (party, stance) for stance in BOTH
    )
    assert len(found.claims) == 1


def test_it_is_who_denies() -> None:
    text = "Having denied the claim that it had dumped oil, Kellmark later admitted it."
    found = extract(Document(text=text), "rules")
    assert [claim.text for claim in found.claims] == ["Kellmark had dumped oil."]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Kellmark would neither confirm nor deny that the mill had closed.", {Stance.NEITHER}),
        ("Kellmark denied having confirmed that the mill had closed.", {Stance.DENIES}),
        ("Kellmark denied that the mill had closed.", {Stance.DENIES}),
    ],
)
def test_one_position(text: str, stances: set[Stance]) -> None:
    assert {f.stance for f in extract(Document(text=text)).findings} == stances


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        # what somebody told before
        ("The ministry said Orr was dead, then withdrew its statement.",
         {("The ministry", "Orr was dead.")}),
        ("The mill had no comment. Orr's lawyer first blamed the fire on a lamp, then withdrew "
         "his claim.", {("Orr", "A lamp was responsible for the fire.")}),
        # what they told is not told here: it is not what another told
        ("The Herald said a missile had hit the mill. Norland's embassy put the fire down to a "
         "lamp, then withdrew its statement.", set()),
    ],
)  # fmt: skip
@pytest.mark.parametrize("by", ["auto", "rules"])
def test_what_is_taken_back_is_ones_own(text: str, taken: set[tuple[str, str]], by: str) -> None:
    found = extract(Document(text=text), by)
    told = {claim.id: claim.text for claim in found.claims}
    back = {(f.party, told[f.claim]) for f in found.findings if f.stance is Stance.RETRACTS}
    assert back == taken
