"""What the writer tells stands for a position, unless it tells something else."""

import pytest

from claims.extraction.model.linking.checking import tell
from claims.extraction.voice import Voice
from claims.model import Stance
from tests.claims.extraction.model.linking.positions import position


@pytest.mark.parametrize(
    ("told", "claim", "kept"),
    [
        ("Otto Brandt captured the shots", "It captured the shots.", False),
        ("The tape captured the shots", "It captured the shots.", True),
        ("Otto Brandt sold the mill", "She sold the mill.", False),
        ("Otto Brandt sold the mill", "He sold the mill.", True),
        ("James Orr sold the mill", "This sold the mill.", False),
        ("Renzo Calvi is one for the board", "That is one for the board.", False),
        ("The offer is one for the board", "That is one for the board.", True),
        # who suffered it does not do it
        ("Otto Brandt killed the miller in May", "Otto Brandt had been killed.", False),
        ("Otto Brandt killed the miller in May", "Otto Brandt is dead.", False),
        ("Otto Brandt was killed in May", "Otto Brandt is dead.", True),
        # whom she believes she is not, and a figure is whole
        ("Ada Lund is the premier", "Ada Lund believed the premier.", False),
        ("The check took 1. seconds", "The check took 1.2 seconds.", False),
        ("The vaccine maker shot is safe", "Vaccine maker's shot is safe.", False),
        ("The firm pills were unsafe", "The firm's pills were unsafe.", False),
        ("Otto Brandt received in 1998", "A letter had been received in 1998.", False),
        ("The forces taken the city", "The forces had it.", False),
        # nor is "it" balloons, shadows or teas, or a missile impossible
        ("The shadows in the clip was made with a computer", "It was made with a computer.", False),
        ("Herbal teas paid the miller", "It had paid the miller.", False),
        # and who only cites somebody puts nothing forward
        ("The site cited a member of its staff", "The mill was sold.", False),
        ("The Chinese balloons was on a flight", "It was on a flight.", False),
        ("The missile was impossible for a missile to hit", "A missile had hit it.", False),
        # half of the words beside as many others tell something else
        ("The missiles fell outside the waters off Leith", "One missile failed.", False),
        # nor is somebody dead who is hurt, or a report or a death killed
        ("Otto Brandt was killed in May", "Otto Brandt is badly injured.", False),
        ("Reports of his death were killed in Leith", "He had been killed in Leith.", False),
        ("The death of the miller was killed in Leith", "He had been killed in Leith.", False),
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


@pytest.mark.parametrize(
    ("told", "kept"),
    [("Ada Orr perverted the course of justice", False), ("Ada Orr deleted her messages", True)],
)
def test_nobody_owns_up_to_what_they_do_not_tell(told: str, kept: bool) -> None:
    owns_up = position("Ada Orr deleted messages from her own.")
    owns_up.stance = Stance.CONFIRMS
    assert bool(tell(told, owns_up)) is kept


@pytest.mark.parametrize("told", ["The ferry will a launch", "Ada Orr 've sold the ferry"])
def test_what_cannot_follow_on_is_not_told(told: str) -> None:
    assert tell(told, position("It was launched.")) == ""


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


def test_two_who_speak_are_not_the_one_they_speak_of() -> None:
    each = position("He knew of the payment.")
    each.voice = Voice("two aides", None, ())
    assert tell("two aides knew of the payment", each) == ""
    assert tell("Otto Brandt knew of the payment", each) != ""


def test_what_rules_tell_apart_keeps_its_words() -> None:
    assert tell("the ferry sank", position("The ferry sank.", key="use")) == ""
