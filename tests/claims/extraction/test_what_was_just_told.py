"""Whoever only points, in a story of several disputes, is on what stands just before them."""

import pytest

from claims.extraction import extract
from claims.model import Document, Stance

WATER = (
    "LISSA - The mayor of Lissa, Petra Holm, denied on Monday that she had sold the town's water to"
    " a brewery. The Lissa Herald reported last week that Holm had signed the sale in secret.\n\n"
    "The brewery, Kellmark, confirmed that it had bought the water. Opposition leader Jan Moor said"
    " Holm had sold the water for far too little.\n\n"
)
CONTESTED = frozenset([Stance.DENIES, Stance.NEITHER, Stance.DECLINES, Stance.DOUBTS])


@pytest.mark.parametrize(
    ("told", "party", "words"),
    [
        ("Ada Lund, who runs the town pool, told Radio Nord that chlorine had leaked twice in May."
         " The pool's owner, Karl Orr, laughed it off.", "Karl Orr", "chlorine"),
        ("A retired navy captain, Otto Brandt, wrote on his blog that the ferry had been hit by a"
         " rocket. The post has been read two million times. \"Utter nonsense,\" said navy"
         " spokeswoman Faye Rask.", "navy", "rocket"),
        ("A senior security official said the accounts that spread it were run from Kesh. The"
         " Keshite embassy called the suggestion \"laughable\".", "Keshite", "accounts"),
        ("A waiter at the Golden Carp said the minister came in most Fridays. He asked not to be"
         " named because he feared for his job. The restaurant's owner disputed that.", "owner",
         "Fridays"),
        ("A sports daily, El Balon, claimed that the two clubs had shaken hands on a fee.\n\n"
         "Harbour boss Mick Dunn gave that short shrift.", "Dunn", "fee"),
        ("She added that the ward was fully staffed on the night. That was disputed by a nurse who"
         " was on duty but would not be named for fear of her job.", "nurse", "staffed"),
        ("The airline's chief pilot, Nuria Sebo, said the plane flew into a storm that was on no"
         " chart. The weather service disagreed, saying its bulletin had warned of storms all along"
         " the route.", "weather service", "chart"),
    ],
)  # fmt: skip
def test_who_only_points(told: str, party: str, words: str) -> None:
    found = extract(Document(text=WATER + told))
    claims = {claim.id: claim.text for claim in found.claims}
    on = [
        claims[f.claim]
        for f in found.findings
        if party in f"{f.party} {f.speaker}" and f.stance in CONTESTED
    ]
    assert on
    assert all(words.lower() in claim.lower() for claim in on)


@pytest.mark.parametrize(
    ("asked", "claim"),
    [
        ("Asked whether the drones had been armed, Ada Orr declined to answer.",
         "The drones had been armed."),
        ("Ada Orr could not say whether the drones had been filmed.",
         "The drones had been filmed."),
        ("Asked whether it had shot down two drones, Ada Orr declined to answer.",
         "Nordany had shot down two drones."),
    ],
)  # fmt: skip
def test_what_is_asked_is_left_open_and_not_what_else_was_told(asked: str, claim: str) -> None:
    found = extract(Document(text=f"Nordany said it had shot down two drones. {asked}"))
    claims = {each.id: each.text for each in found.claims}
    assert [claims[f.claim] for f in found.findings if f.party == "Ada Orr"] == [claim]


def test_who_had_no_part_in_it_denies_nothing_of_what_was_found() -> None:
    found = extract(
        Document(
            text="Traces of an explosive were found on the pipe, the security service said. Others"
            " were less coy. Lethia accused Drovia of carrying out the attack. Drovia says it had"
            " nothing to do with the explosion."
        )
    )
    claims = {each.id: each.text for each in found.claims}
    denied = [claims[f.claim] for f in found.findings if f.stance is Stance.DENIES]
    assert denied
    assert all("Drovia" in claim for claim in denied)


def test_who_doubts_a_thing_need_not_mean_what_was_told_last() -> None:
    told = "A clerk at the land office told Radio Nord that the papers bore two signatures."
    doubter = " Lawyer Tom Reyk said there was no proof of a sale."
    found = extract(Document(text=WATER + told + doubter))
    claims = {claim.id: claim.text for claim in found.claims}
    (on,) = [claims[f.claim] for f in found.findings if f.stance is Stance.DOUBTS]
    assert "sale" in on
