"""A claim is told by the sentence that the others bear out, and never by its opposite."""

from dataclasses import replace

import pytest

from claims.extraction.model.linking.expecting import Expected
from claims.extraction.model.linking.link import prepare
from claims.extraction.model.linking.linked import Linked
from claims.extraction.model.linking.tellings import (
    choose_telling,
    offer_tellings,
)
from claims.extraction.model.network.decode import Reading
from claims.extraction.positions.sides import Sides
from claims.extraction.text.segment import segment
from claims.extraction.wording.joining import claim_key
from claims.model import Stance
from tests.claims.extraction.model.linking.positions import position


def linked(claim: str, told: str = "", likely: float = -0.3, *, points: bool = False) -> Linked:
    each = Linked(position(claim, points=points), claim_key(claim), frozenset(), claim, 0)
    each.told, each.told_words, each.likely = told, claim_key(told), likely
    return each


def test_a_claim_is_told_by_what_else_the_writer_found_where_that_is_expected() -> None:
    each = expecting(linked("It sank off Leith.", "Alba sank."), "ferry alba sank leith")
    other = "The ferry Alba sank off Leith."
    each.told_else = {other: claim_key(other)}
    assert [offer.text for offer in offer_tellings([each], [0])][2:] == [other]
    assert choose_telling([each], [0]) == other


def expecting(each: Linked, words: str) -> Linked:
    each.expected = Expected(dict.fromkeys(words.split(), 0.9))
    return each


@pytest.mark.parametrize(
    ("claim", "other", "kept"),
    [
        ("The mill burned in Perth.", "The mill in Perth burned on Friday", True),
        ("The mill burned in Perth.", "The ferry burned in Perth", False),
        ("The mill burned in Perth.", "The mill was sold to a Leith baker", False),
        ("It burned in Perth.", "The mill burned on Friday in Perth", True),
        ("", "The mill was sold to a Leith baker", True),
        ("", "The ferry burned", False),
    ],
)
def test_what_else_is_found_tells_the_same_of_the_same(claim: str, other: str, kept: bool) -> None:
    page = segment("The mill burned in Perth on Friday, the board said.")
    reading = Reading(
        "alleges", "source", 0, 0, 0.9, 0.0, 0.0, 0.0, (0, 9), None, None, 1.0, None,
        told="The mill burned", told_else=(other,),
    )  # fmt: skip
    (found,) = prepare(page, [position(claim, points=not claim)], [reading], Sides(page.text))
    assert list(found.told_else) == [f"{other}."] * kept


def test_the_sentence_that_fits_all_positions_best() -> None:
    members = [
        expecting(linked("The ferry of the cook sank."), "ferry cook sank"),
        expecting(linked("The ferry sank."), "ferry sank"),
        expecting(linked("The ferry sank off Leith."), "ferry sank"),
    ]
    assert choose_telling(members, [0, 1, 2]) == "The ferry sank."
    assert choose_telling(members, [0]) == "The ferry of the cook sank."


@pytest.mark.parametrize(
    ("words", "quote", "chosen"),
    [
        ("ferry alba sank", "The ferry Alba sank.", "The ferry Alba sank."),
        ("cook sank", "The ferry Alba sank.", "The cook sank."),
        # what the writer tells of something else must be expected so much the more
        ("ferry cook sank", "She is gone.", "The cook sank."),
        ("ferry alba sank leith", "She is gone.", "The ferry Alba sank."),
    ],
)
def test_the_writers_sentence_is_on_offer(words: str, quote: str, chosen: str) -> None:
    each = expecting(linked("The cook sank.", "The ferry Alba sank."), words)
    each.quote = claim_key(quote)
    assert choose_telling([each], [0]) == chosen


def test_a_sentence_beats_a_fragment_of_its_words() -> None:
    each = expecting(linked("The ferry Alba sinking.", "The ferry Alba is sinking."), "alba ferry")
    each.quote = claim_key("The ferry Alba is sinking.")
    assert choose_telling([each], [0]) == "The ferry Alba is sinking."


def test_a_sentence_beats_one_that_breaks_off() -> None:
    told = "The ferry Alba sank off Leith."
    each = expecting(linked("A ferry of the board, which.", told), "ferry board alba")
    each.quote = claim_key(told)
    assert choose_telling([each], [0]) == told


def test_a_phrase_is_told_as_the_sentence_it_stands_for() -> None:
    assert choose_telling([linked("Rebels using gas near Leith.")], [0]) == (
        "Rebels used gas near Leith."
    )


def test_nothing_on_offer() -> None:
    assert choose_telling([linked("There is Insisted.", points=True)], [0]) == ""
    named = "There is a breach of data."
    assert choose_telling([linked(named, points=True)], [0]) == named
    for none in (
        "There is the senator's statement on data.",
        "There is To questions about data.",
        "To requests for comment on data",
        "Why the senator left Leith",
    ):
        assert choose_telling([linked(none, points=True)], [0]) == ""


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("There is the call with Peru.", "There was a call with Peru."),
        ("There is the arrest.", "There was an arrest."),
        ("There is the talks in Peru.", "There were talks in Peru."),
        ("There is the report on Peru.", ""),
        ("There is its call with Peru.", ""),
    ],
)
def test_what_is_confirmed_by_its_name(named: str, told: str) -> None:
    each = linked(named, points=True)
    each.position = replace(each.position, stance=Stance.CONFIRMS)
    assert choose_telling([each], [0]) == told


def test_two_claims_of_a_document_are_told_by_two_sentences() -> None:
    each = linked("The ferry sank.", "The ferry of the cook sank")
    each.position.stance, each.position.features = Stance.DENIES, ("nominal=False",)
    expecting(each, "ferry cook sank")
    best = choose_telling([each], [0])
    other = choose_telling([each], [0], {claim_key(best)})
    assert {best, other} == {"The ferry sank.", each.told}
    assert choose_telling([each], [0], {best, other}) == best


def test_many_positions_are_not_all_compared() -> None:
    members = [linked("The Alba sank off Leith.")] * 500
    assert len(list(offer_tellings(members, range(500)))) < 60


def test_no_name_stands_for_whom_another_position_only_describes() -> None:
    own = "The infamous artist was arrested in Leith during a raid on his studio."
    named = "Otto Brandt was arrested in Leith during a raid on his studio."
    members = [linked(own), linked("The news.", told=named, points=True)]
    for each in members:
        expecting(each, "otto brandt arrested leith raid studio")
    assert choose_telling(members, [0, 1]) == own
    assert choose_telling(members[1:], [0]) == named
