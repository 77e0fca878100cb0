"""A claim is told by the sentence that the others bear out, and never by its opposite."""

from dataclasses import replace

import pytest

from claims.extraction.model.linking.expecting import Expected
from claims.extraction.model.linking.link import prepare
from claims.extraction.model.linking.linked import Linked
from claims.extraction.model.linking.tellings import (
    choose_telling,
    list_tellings,
    tell,
)
from claims.extraction.model.network.decode import Reading
from claims.extraction.position import Position
from claims.extraction.positions.sides import Sides
from claims.extraction.text.segment import segment
from claims.extraction.voice import Voice
from claims.extraction.wording.joining import claim_key
from claims.model import Commitment, Mode, Stance


def position(claim: str, *, points: bool = False, key: str = "") -> Position:
    return Position(
        0, 0, 9, Voice("board", None, ()), Stance.ALLEGES, claim, points, Mode.INDIRECT,
        Commitment.CERTAIN, key=key,
    )  # fmt: skip


def linked(claim: str, told: str = "", likely: float = -0.3, *, points: bool = False) -> Linked:
    each = Linked(position(claim, points=points), claim_key(claim), frozenset(), claim, 0)
    each.told, each.told_words, each.likely = told, claim_key(told), likely
    return each


def test_a_claim_is_told_by_what_else_the_writer_found_where_that_is_expected() -> None:
    each = expecting(linked("It sank off Leith.", "Alba sank."), "ferry alba sank leith")
    other = "The ferry Alba sank off Leith."
    each.told_else = {other: claim_key(other)}
    assert [offer.text for offer in list_tellings([each], [0])][2:] == [other]
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


@pytest.mark.parametrize(
    ("told", "claim", "kept"),
    [
        ("Otto Brandt captured the shots", "It captured the shots.", False),
        ("The tape captured the shots", "It captured the shots.", True),
        ("Otto Brandt sold the mill", "She sold the mill.", False),
        ("Otto Brandt sold the mill", "He sold the mill.", True),
        ("James Orr sold the mill", "This sold the mill.", False),
        # who suffered it does not do it
        ("Otto Brandt killed the miller in May", "Otto Brandt had been killed.", False),
        ("Otto Brandt killed the miller in May", "Otto Brandt is dead.", False),
        ("Otto Brandt was killed in May", "Otto Brandt is dead.", True),
        # another is not the subject
        ("Otto Brandt is well cared for", "Lars Orr is well cared for.", False),
        ("The gun of Lars Orr went off", "The gun went off.", True),
        # nobody does to themselves what they do to "it"
        ("Lars Orr tried to hide Lars Orr", "Lars Orr tried to hide it.", False),
        ("Lars Orr tried to hide Lars Orr's boat", "Lars Orr tried to hide it.", True),
    ],
)
def test_a_sentence_tells_of_whom_the_words_tell(told: str, claim: str, kept: bool) -> None:
    assert bool(tell(told, position(claim))) is kept


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


@pytest.mark.parametrize("told", ["The ferry will a launch", "Ada Orr 've sold the ferry"])
def test_what_cannot_follow_on_is_not_told(told: str) -> None:
    assert tell(told, position("It was launched.")) == ""


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


@pytest.mark.parametrize(
    ("told", "claim", "points", "taken"),
    [
        ("the ferry Alba sank", "She sank.", False, "The ferry Alba sank."),
        ("the ferry Alba did not sink", "She sank.", False, ""),
        ("the ferry Alba did not sink", "She did not sink.", False, "The ferry Alba did not sink."),
        ("the ferry Alba did not sink", "It is not true.", True, ""),
        ("the ferry Alba sank", "It is not true.", True, "The ferry Alba sank."),
        ("", "She sank.", False, ""),
        ("the Alba sank the ferry", "Which ship sank the ferry.", False, ""),
        ("my ferry sank", "She sank.", False, ""),
        ("the board of hiding the wreck", "The board hid the wreck.", False, ""),
        ("Marta Bell hiding the wreck", "She hid the wreck.", False, ""),
        (
            "Marta Bell, of the board, is ill",
            "She is ill.",
            False,
            "Marta Bell, of the board, is ill.",
        ),
        ("the US ferry sank", "She sank.", False, "The US ferry sank."),
    ],
)
def test_no_sentence_says_the_opposite(told: str, claim: str, points: bool, taken: str) -> None:
    assert tell(told, position(claim, points=points)) == taken


@pytest.mark.parametrize(
    ("told", "claim", "points", "taken"),
    [
        ("the mayor closed the dock", "board closed the dock.", False, False),
        ("the harbour board closed the dock", "board closed the dock.", False, True),
        ("the mayor closed the dock", "The board closed the dock.", False, False),
        ("the mayor closed the dock", "board closed the dock.", True, True),
    ],
)
def test_who_tells_of_itself_is_not_told_as_others(
    told: str, claim: str, points: bool, taken: bool
) -> None:
    assert bool(tell(told, position(claim, points=points))) == bool(taken)


def test_part_of_a_body_s_name_is_not_the_body() -> None:
    each = position("Chad's Air Force watched the border.")
    each.voice = Voice("Chad's Air Force", None, ())
    assert tell("Chad watched the border", each) == ""
    assert tell("the Air Force watched the border", each) != ""


@pytest.mark.parametrize(
    ("told", "claim", "taken"),
    [
        ("Otto Brandt taken the money", "He had taken it.", "Otto Brandt had taken the money."),
        ("Otto Brandt offered the job", "He had been offered it.",
         "Otto Brandt had been offered the job."),
        ("the band broken up", "The band had broken up.", "The band had broken up."),
        ("Otto Brandt sold the mill", "He sold the mill.", "Otto Brandt sold the mill."),
    ],
)  # fmt: skip
def test_a_participle_keeps_what_makes_it_a_verb(told: str, claim: str, taken: str) -> None:
    assert tell(told, position(claim)) == taken


@pytest.mark.parametrize("party", ["Police", "Prosecutors", "One of the women", "the army"])
def test_several_or_a_body_are_not_who_he_is(party: str) -> None:
    each = position("He had stabbed his wife.")
    each.voice = Voice(party, None, ())
    assert tell(f"{party} stabbed his wife", each) == ""
    assert tell("Otto Brandt stabbed his wife", each) != ""


def test_it_too_is_what_was_told_of_before() -> None:
    each = position("It too was used for spying.")
    each.voice = Voice("Kellmark", None, ())
    assert tell("Kellmark was used for spying", each) == ""
    assert tell("the balloon was used for spying", each) != ""


def test_two_claims_of_a_document_are_told_by_two_sentences() -> None:
    each = linked("The ferry sank.", "The ferry of the cook sank")
    each.position.stance, each.position.features = Stance.DENIES, ("nominal=False",)
    expecting(each, "ferry cook sank")
    best = choose_telling([each], [0])
    other = choose_telling([each], [0], {claim_key(best)})
    assert {best, other} == {"The ferry sank.", each.told}
    assert choose_telling([each], [0], {best, other}) == best


def test_two_who_speak_are_not_the_one_they_speak_of() -> None:
    each = position("He knew of the payment.")
    each.voice = Voice("two aides", None, ())
    assert tell("two aides knew of the payment", each) == ""
    assert tell("Otto Brandt knew of the payment", each) != ""


def test_what_rules_tell_apart_keeps_its_words() -> None:
    assert tell("the ferry sank", position("The ferry sank.", key="use")) == ""


def test_many_positions_are_not_all_compared() -> None:
    members = [linked("The Alba sank off Leith.")] * 500
    assert len(list_tellings(members, range(500))) < 60


def test_no_name_stands_for_whom_another_position_only_describes() -> None:
    own = "The infamous artist was arrested in Leith during a raid on his studio."
    named = "Otto Brandt was arrested in Leith during a raid on his studio."
    members = [linked(own), linked("The news.", told=named, points=True)]
    for each in members:
        expecting(each, "otto brandt arrested leith raid studio")
    assert choose_telling(members, [0, 1]) == own
    assert choose_telling(members[1:], [0]) == named
