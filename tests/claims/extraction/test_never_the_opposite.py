"""Nobody is told to have said the opposite of their words: a text a row, by rules and reader."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document, Stance

A, D = Stance.ALLEGES, Stance.DENIES
Told = set[tuple[str, Stance, str]]


def told(text: str) -> Told:
    found = extract(Document(text=text))
    claims = {claim.id: claim.text for claim in found.claims}
    return {(f.party.removeprefix("The "), f.stance, claims[f.claim]) for f in found.findings}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # who calls others' word false holds to their own
        ("The health ministry said the vaccine was safe and that claims to the contrary were "
         "false.", {("health ministry", A, "The vaccine was safe.")}),
        # what is fake is told first, and then denied
        ("Her lawyers said the photographs were fake. Prosecutors disputed that.",
         {("Her lawyers", A, "The photographs were fake."),
          ("Prosecutors", D, "The photographs were fake.")}),
        # what others told is contrary to what follows
        ("Contrary to reports in Russian media, the bridge has not been destroyed, the governor "
         "wrote on Telegram.", {("Russian media", A, "The bridge has been destroyed."),
                                ("the governor", D, "The bridge has been destroyed.")}),
        # two who tell rival things of one ship
        ("Officials in Lima said the ship had been carrying grain, while Quito insisted that it "
         "had been carrying weapons.",
         {("Officials in Lima", A, "The ship had been carrying grain."),
          ("Quito", A, "The ship had been carrying weapons.")}),
        # what it would be wrong to say is denied
        ("The minister said it would be wrong to suggest that the government had lied.",
         {("minister", D, "The government had lied.")}),
        ("It is incorrect to say that the dam was sold, the ministry said.",
         {("the ministry", D, "The dam was sold.")}),
        # a plea tells what was done, or was not
        ("Prosecutors say Karl Orr stole the painting. He has pleaded not guilty to theft.",
         {("Prosecutors", A, "Karl Orr stole the painting."),
          ("Karl Orr", D, "Karl Orr stole the painting.")}),
        ("Karl Orr pleaded not guilty to stealing the painting.",
         {("Karl Orr", D, "Karl Orr stole the painting.")}),
        # to whom nothing of the sort is laid
        ("Red Dawn claimed responsibility for the attack in Orsk.",
         {("Red Dawn", A, "Red Dawn was responsible for the attack in Orsk.")}),
        ("No group has claimed responsibility for the attack in Orsk on Monday.", set()),
        # what stands behind a semicolon is the text's own
        ("Amnesty International said at least 40 people had been killed; the government put the "
         "toll at 12.", {("Amnesty International", A, "At least 40 people had been killed.")}),
    ],
)  # fmt: skip
def test_what_is_told(text: str, wanted: Told) -> None:
    assert told(text) == wanted


def test_each_of_two_who_tell_something_else_is_heard() -> None:
    text = (
        "Two U.S. officials said the strike killed four people, but the Syrian state news agency "
        "said that eleven civilians had died."
    )
    assert {party for party, _, _ in told(text)} == {
        "Two U.S. officials",
        "Syrian state news agency",
    }


def test_engineers_are_not_it() -> None:
    text = "The minister said the dam would hold. Engineers have warned that it could fail."
    assert not any("Engineers" in claim for _, _, claim in told(text))
