"""Whoever puts something else forward than the claim that a group came to has one of their own."""

from __future__ import annotations

import pytest

from claims.extraction.model.linking.linked import Linked
from claims.extraction.model.linking.untold import part_untold
from claims.extraction.position import NOBODY, Position
from claims.extraction.voice import Voice
from claims.extraction.wording.joining import DraftClaim, claim_key
from claims.model import Commitment, Mode, Stance

BOUGHT = "Kelso bought six office buildings from Tarn Capital for 585 million dollars."


def linked(claim: str, *, central: float = -1.0, stance: Stance = Stance.ALLEGES) -> Linked:
    """A position of somebody named on a claim; ``central`` is what the comparer says of it."""
    position = Position(
        sentence=0, start=0, end=9, voice=Voice("The people", None, ()), stance=stance,
        claim=claim, points=False, mode=Mode.INDIRECT, commitment=Commitment.CERTAIN,
    )  # fmt: skip
    each = Linked(position, claim_key(claim), claim_key(claim), claim, 0)
    each.central, each.compared_central = 0.2, central
    return each


def part(*members: Linked, told: str = BOUGHT) -> list[int]:
    """The groups that the members of one are put in, which came to a claim."""
    keys = [each.wording for each in members]
    draft = DraftClaim(0, told, keys, negative=False, sentence=0, weight=len(members))
    return part_untold(members, [0] * len(members), {0: draft})


@pytest.mark.parametrize(
    ("claim", "parted"),
    [
        ("The properties are part of a park on the shore of Redwood.", True),
        ("This was the first time that rebels used chemical weapons there.", True),
        ("It was likely that dozens of others would reach the country by boat.", True),
        ("His father is a fighter of the same group in Tarn.", True),
        # the same, or no sentence by itself
        ("Kelso bought six buildings.", False),
        ("The office buildings of Tarn Capital went to a phone maker.", False),
        ("He was part of a park on the shore of Redwood.", False),
        ("Rumours of a sale first circulated in a newspaper on the coast.", False),
        ("The sister had been told by doctors that she would recover.", False),
        ("The mayor claimed to know the author of the letter.", False),
    ],
)
def test_who_tells_something_else(claim: str, *, parted: bool) -> None:
    found = part(linked(BOUGHT), linked(claim))
    assert (found[0] != found[1]) is parted


def test_who_tells_what_a_text_turns_on_stays_whatever_the_words() -> None:
    claim = "The properties are part of a park on the shore of Redwood."
    assert part(linked(BOUGHT), linked(claim, central=2.0)) == [0, 0]


def test_who_contests_it_stays() -> None:
    claim = "The properties are part of a park on the shore of Redwood."
    assert part(linked(BOUGHT), linked(claim, stance=Stance.DENIES)) == [0, 0]


def test_those_who_tell_the_same_stay_together() -> None:
    one = linked("The properties are part of a park on the shore of Redwood.")
    two = linked("The properties were part of the park at Redwood.")
    found = part(linked(BOUGHT), one, two)
    assert found[0] == 0
    assert found[1] == found[2] != 0


def test_a_hedge_that_the_reader_did_not_see_stays() -> None:
    each = linked("The properties are part of a park on the shore of Redwood.")
    each.position.voice, each.central = NOBODY, None
    assert part(linked(BOUGHT), each) == [0, 0]
