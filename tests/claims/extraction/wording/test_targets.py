"""What a denial or a refusal is on: its own words as a sentence, or a claim told elsewhere."""

import pytest

from claims.extraction.wording.stating import (
    split_accusation,
    state_doing,
    state_naming,
)
from claims.extraction.wording.targets import runs_on, settle_target, split_clauses
from tests.claims.extraction.told import read_told


@pytest.mark.parametrize(
    ("words", "nominal", "claim", "points"),
    [
        pytest.param("that Chad sent arms", False, "Chad sent arms.", False, id="a clause"),
        pytest.param(
            "on reports that Chad sent arms", False, "Chad sent arms.", False, id="on reports"
        ),
        pytest.param(
            "on media reports that Chad sent arms",
            False,
            "Chad sent arms.",
            False,
            id="on reports of some sort",
        ),
        pytest.param(
            "to the Herald and others that Chad sent arms",
            False,
            "Chad sent arms.",
            False,
            id="whom it was told",
        ),
        pytest.param(
            "the identity of anyone", True, "the identity of anyone", True, id="nobody's name"
        ),
        pytest.param(
            "the story to the Herald", True, "the story to the Herald", True, id="the story"
        ),
        pytest.param(
            "the announcement, especially as nobody had seen it",
            True,
            "the announcement",
            True,
            id="an announcement, and why",
        ),
        pytest.param(
            "its authenticity: When I saw it, I laughed",
            True,
            "its authenticity: When I saw it, I laughed",
            True,
            id="its truth",
        ),
        pytest.param(
            "even when the first ships came",
            True,
            "even when the first ships came",
            True,
            id="when",
        ),
        pytest.param("that Chad sent any arms", False, "Chad sent arms.", False, id="any things"),
        pytest.param(
            "that there was any deal", False, "There was a deal.", False, id="any one thing"
        ),
        pytest.param(
            "any of the claims brought forth by Peru",
            True,
            "any of the claims brought forth by Peru",
            True,
            id="claims, and who made them",
        ),
        pytest.param(
            "the rumours circulating in Peru",
            True,
            "the rumours circulating in Peru",
            True,
            id="rumours, and where they are",
        ),
        pytest.param(
            "what Peru's envoy had said",
            False,
            "what Peru's envoy had said",
            True,
            id="what somebody said",
        ),
        pytest.param("what Peru sold", False, "What Peru sold.", False, id="what somebody did"),
        pytest.param("it belonged to Peru", True, "It belonged to Peru.", False, id="a pronoun"),
        pytest.param(
            "arms shipment to Peru", True, "There is arms shipment to Peru.", True, id="an event"
        ),
        pytest.param(
            "any wrongdoing in Peru",
            True,
            "Chad was involved in wrongdoing in Peru.",
            False,
            id="wrongdoing",
        ),
        pytest.param(
            "any role in the singer's death",
            True,
            "Chad was involved in the singer's death.",
            False,
            id="a part in a death",
        ),
        pytest.param(
            "its role in the coup was known",
            False,
            "Its role in the coup was known.",
            False,
            id="a clause on a part",
        ),
        pytest.param(
            "any links to arms", True, "There are links to arms.", False, id="any of many"
        ),
        pytest.param("any link to arms", True, "There is a link to arms.", True, id="any of one"),
        pytest.param(
            "nothing to do with the rocket fired on Monday",
            True,
            "Chad was involved in the rocket fired on Monday.",
            False,
            id="nothing to do with it",
        ),
        pytest.param(
            "Lima's drones had absolutely nothing to do with the blast",
            False,
            "Lima's drones were involved in the blast.",
            False,
            id="another has nothing to do with it",
        ),
        pytest.param("Arming rebels", True, "Chad armed rebels.", False, id="a doing"),
        pytest.param(
            "to a request for comment on whether Peru paid",
            False,
            "Peru paid.",
            False,
            id="what was asked",
        ),
        pytest.param("the report", True, "the report", True, id="what others told"),
        pytest.param(
            "the reports and blamed them on Peru", False, "the reports", True, id="and did else"
        ),
        pytest.param("over the claims, citing Peru", True, "over the claims", True, id="citing"),
        pytest.param(
            "the reports and Peru's mayor went home", False, "the reports", True, id="another did"
        ),
        pytest.param(
            "the report could not be confirmed", False, "the report", True, id="what became of it"
        ),
        pytest.param(
            "Asked if the mayor had paid", False, "The mayor had paid.", False, id="asked if"
        ),
        pytest.param(
            "to a question about a loan",
            True,
            "to a question about a loan",
            True,
            id="to a question",
        ),
        pytest.param("on whether Peru paid", False, "Peru paid.", False, id="on whether"),
        pytest.param("On whether Peru paid.", False, "Peru paid.", False, id="a finished one"),
        pytest.param("the report, but said it was old", False, "the report", True, id="but said"),
        pytest.param(
            "that Peru's reports and its maps were true",
            False,
            "Peru's reports and its maps were true.",
            False,
            id="a clause on a report",
        ),
    ],
)
def test_what_it_is_on(words: str, nominal: bool, claim: str, points: bool) -> None:
    assert settle_target(words, "Chad", nominal=nominal) == (claim, points)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Called the flight a breach of trust.", "The flight is a breach of trust."),
        ("called Peru's ships the worst", "Peru's ships are the worst."),
        ("described him as a liar", "He is a liar."),
        ("identified the dead as a Peruvian", "The dead is a Peruvian."),
        ("Identified the thief as Ann Orr, a clerk.", "The thief is Ann Orr, a clerk."),
        ("identified three thieves", "identified three thieves"),
        ("Seeing a man running from it.", "A man was running from it."),
        ("seeing ships burning at sea", "Ships were burning at sea."),
        ("seeing the evening papers", "seeing the evening papers"),
        ("Called for an end to it.", "Called for an end to it."),
        ("The flight was called a breach.", "The flight was called a breach."),
    ],
)
def test_what_is_called_something(words: str, told: str) -> None:
    assert state_naming(words) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Peru of hiding the wreck.", "Peru hid the wreck."),
        ("Have accused Peru of hiding and selling it.", "Peru hid and sold it."),
        ("repeatedly accusing Peru of lying about it", "Peru lied about it"),
        ("them of hiding it", "They hid it"),
        ("Peru of deliberately hiding it", "Peru deliberately hid it"),
        ("the board in a lawsuit of hiding it", "The board hid it"),
        ("Peru of hiding ships and failing to tell", "Peru hid ships and failed to tell"),
        ("Peru was tired of hiding it.", "Peru was tired of hiding it."),
        ("Peru of everything it stood for.", "Peru of everything it stood for."),
    ],
)
def test_what_somebody_is_accused_of(words: str, told: str) -> None:
    assert split_accusation(words) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("meeting the envoy twice in May", "Chad met the envoy twice in May."),
        ("to killing a guard", "Chad killed a guard."),
        ("ever failing to report it", "Chad failed to report it."),
        ("deliberately losing the map", "Chad deliberately lost the map."),
        ("knowing the books were forged", "Chad knew the books were forged."),
        ("hitting a man who was armed", "Chad hit a man who was armed."),
        # nobody's doing
        ("smoking was to blame", ""),
        ("advertising costs had risen", ""),
        ("during a hearing that it was sold", ""),
        ("anything was wrong", ""),
    ],
)
def test_what_somebody_admits_doing(words: str, told: str) -> None:
    assert state_doing(words, "Chad") == told
    if told:
        assert settle_target(words, "Chad", nominal=False, owned=True) == (told, False)


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("Orr stole the boat was jailed.", True),
        ("Orr stole the boat, has left.", True),
        ("Orr stole the boat and that it had sunk.", True),
        ("Orr stole the boat and that was all.", False),
        ("Orr stole the boat in May.", False),
        ("Orr stole the boat.", False),
        ("Lund stole the boat was jailed.", False),
    ],
)
def test_what_runs_on_behind_a_claim(words: str, on: bool) -> None:
    assert runs_on(words, "Orr stole the boat.") is on


@pytest.mark.parametrize(
    ("words", "clauses"),
    [
        (
            "The mill had closed, but that it was safe.",
            ["The mill had closed.", "The mill was safe."],
        ),
        ("The mill had closed and that was all.", ["The mill had closed and that was all."]),
        (
            "Orr Mills has not made an offer, and Orr Mills has not spoken to Hull.",
            ["Orr Mills has not made an offer.", "Orr Mills has not spoken to Hull."],
        ),
        (
            "It was sold with Orr Mills, and Hull Docks before the war.",
            ["It was sold with Orr Mills, and Hull Docks before the war."],
        ),
    ],
)
def test_two_contents_of_one_verb(words: str, clauses: list[str]) -> None:
    assert split_clauses(words) == clauses


@pytest.mark.parametrize(
    ("told", "claim"),
    [
        ("using city money to pay for a trip, after a rival published the invoices",
         "Ada Orr used city money to pay for a trip."),
        ("using city money, hours after the paper had told of it", "Ada Orr used city money."),
        ("that she had used city money", "Ada Orr had used city money."),
    ],
)  # fmt: skip
def test_when_somebody_denies_it_is_no_part_of_it(told: str, claim: str) -> None:
    assert ("denies", "Ada Orr", claim) in read_told(f"Ada Orr has denied {told}.")
