"""How a party stands that said several things: the board's line and the policy's say the same."""

from __future__ import annotations

from typing import Any

from claims.model import AFFIRMING, Stance
from claims.policy import ClaimInput, StanceInput
from claims.policy.positions import read_positions
from claims.store import ClaimState, Store, load_claims
from claims.store.summarise import latest_words, party_lines

Said = list[tuple[int, Stance]]

TABLE: list[tuple[str, Said, list[Stance]]] = [
    ("It denies, and admits on a later day", [(1, Stance.DENIES), (2, Stance.CONFIRMS)],
     [Stance.CONFIRMS]),
    ("A later report tells of an earlier day", [(2, Stance.CONFIRMS), (1, Stance.DENIES)],
     [Stance.CONFIRMS]),
    ("Both on one day: neither is the later", [(1, Stance.DENIES), (1, Stance.CONFIRMS)],
     [Stance.CONFIRMS, Stance.DENIES]),
    ("In whatever order they came on record", [(1, Stance.CONFIRMS), (1, Stance.DENIES)],
     [Stance.DENIES, Stance.CONFIRMS]),
    ("Both on one day, and a later word",
     [(1, Stance.DENIES), (1, Stance.ALLEGES), (3, Stance.DENIES)],
     [Stance.DENIES]),
    ("Said twice on one day", [(1, Stance.ALLEGES), (1, Stance.CONFIRMS)], [Stance.CONFIRMS]),
    ("It takes back what it said that day", [(1, Stance.RETRACTS), (1, Stance.ALLEGES)],
     [Stance.RETRACTS]),
    ("It denies to one paper and is silent to another", [(1, Stance.DENIES), (1, Stance.DECLINES)],
     [Stance.DENIES]),
    ("It never says more than nothing", [(1, Stance.NO_RESPONSE), (2, Stance.DECLINES)],
     [Stance.DECLINES]),
]  # fmt: skip


def read_as_policy(state: ClaimState) -> list[Stance]:
    """The standing words as the policy reads the same stances."""
    rows = tuple(
        StanceInput(id=each.id, party="north", stance=each.value, said_on=each.day)
        for each in state.stances
    )
    read = read_positions(ClaimInput(text="x", stances=rows))
    return [*(row.stance for row in read.affirming), *(row.stance for row in read.denying)]


def test_the_board_shows_the_words_that_the_policy_counts(store: Store, scribe: Any) -> None:
    document, north = scribe.document(), scribe.party("northland")
    for sentence, said, stands in TABLE:
        claim = scribe.claim(sentence)
        for day, value in said:
            scribe.stance(claim, north, document, value, day=day)
        with store.read() as session:
            state = load_claims(session, [claim])[claim]
        assert [word.value for word in latest_words(state)] == stands, sentence
        (line,) = party_lines(state)
        assert (line["value"], line["stances"]) == (stands[0], len(said)), sentence
        sides = {v in AFFIRMING for v in stands if v in AFFIRMING or v is Stance.DENIES}
        assert {v in AFFIRMING for v in read_as_policy(state)} == sides, sentence
