"""What a content says of a claim by itself, a content a row."""

from __future__ import annotations

import pytest

from claims.extraction.positions.judge import calls_genuine, judge
from claims.model import Stance

NEITHER, DOUBTS, DENIES = Stance.NEITHER, Stance.DOUBTS, Stance.DENIES
CONFIRMS = Stance.CONFIRMS


@pytest.mark.parametrize(
    ("content", "stance", "target"),
    [
        ("It was unclear if Orr had been killed.", NEITHER, "Orr had been killed"),
        (
            "Reports that Orr fled were an inflammatory fabrication.",
            DENIES,
            "Reports that Orr fled",
        ),
        ('Claims that Orr fled are "a vicious smear".', DENIES, "Claims that Orr fled"),
        ("Claims that Orr fled are mischievous and unfounded.", DENIES, "Claims that Orr fled"),
        ("It is still not clear whether Orr left Leith.", NEITHER, "Orr left Leith"),
        ("it's not immediately known if Orr left", NEITHER, "Orr left"),
        ("They were not sure whether Orr had left.", NEITHER, "Orr had left"),
        ("We could not confirm that Orr left.", NEITHER, "Orr left"),
        ("The board has not made a public statement.", NEITHER, ""),
        ("Orr did not release an official statement on the sale", NEITHER, "the sale"),
        ("Orr has yet to give any comment regarding the sale", NEITHER, "the sale"),
        ("Orr hasn't spoken one way or the other about the sale", NEITHER, "the sale"),
        ("The board had yet to comment", NEITHER, ""),
        ("They hadn't heard about this", NEITHER, "this"),
        ('There has been "no official word" from Lima that Orr left', NEITHER, "Orr left"),
        ("We have no information on that", NEITHER, "that"),
        ("There is no evidence that Orr left Leith.", DOUBTS, "Orr left Leith"),
        ("There is no sign that Orr left Leith.", DOUBTS, "Orr left Leith"),
        ("We have no independent confirmation that Orr left.", NEITHER, "Orr left"),
        ("We don't have any confirmation.", NEITHER, ""),
        ("There is no reason to believe Orr left Leith.", DOUBTS, "Orr left Leith"),
        ("There is no reason to believe that it's not.", CONFIRMS, ""),
        ("We have no reason to doubt it.", CONFIRMS, ""),
        ("They weren't sure whether Orr had left", NEITHER, "Orr had left"),
        ("We can't confirm that Orr left", NEITHER, "Orr left"),
        ("Police could not rule that out", NEITHER, ""),
        ("We can't rule anything in or out", NEITHER, ""),
        ("I rule nothing out", NEITHER, ""),
        ("Police had seen nothing to support that", DOUBTS, ""),
        ("There was nothing to indicate that Orr left", DOUBTS, "Orr left"),
        ("They didn't find anything to suggest foul play", DOUBTS, "foul play"),
        ("She was not persuaded that Orr left", DOUBTS, "Orr left"),
        ("The board isn't convinced", DOUBTS, ""),
        ("She is far from convinced", DOUBTS, ""),
        ("It never believed a word of it", DOUBTS, ""),
        ("We don't have any reason to doubt it", CONFIRMS, ""),
        ("She had nothing to do with the theft", DENIES, "nothing to do with the theft"),
        (
            "Her brother had nothing to do with the theft",
            DENIES,
            "Her brother had nothing to do with the theft",
        ),
        ("It is not true that Orr left Leith.", DENIES, "Orr left Leith"),
        ("The claims of Orr's sale were true.", CONFIRMS, "The claims of Orr's sale"),
        ("Reports that Orr left are indeed accurate", CONFIRMS, "Reports that Orr left"),
        ("That never happened.", DENIES, ""),
        ("No, it is not true.", DENIES, ""),
        ("Almost none of it is true.", DENIES, ""),
        ('Reports that Orr left were "premature"', DENIES, "Reports that Orr left"),
        ("The drink-drive report is 'nonsense'", DENIES, "The drink-drive report"),
        ('It "strongly disagrees" with the idea that Orr left.', DENIES, "the idea that Orr left"),
        ("İ has no evidence that Orr left.", DOUBTS, "orr left"),  # lower case is longer
    ],
)
def test_stance_and_target_in_its_own_letters(content: str, stance: Stance, target: str) -> None:
    found = judge(content)
    assert found is not None
    assert (found.stance, found.target) == (stance, target)


@pytest.mark.parametrize(
    "content",
    [
        "There was no sign of the boy.",
        "Orr left Leith on Monday.", "It is clear that Orr left.", "",
        "I can't say any more.", "He had nothing to support his family with.",
    ],
)  # fmt: skip
def test_what_says_nothing_of_a_claim(content: str) -> None:
    assert judge(content) is None


@pytest.mark.parametrize(
    ("words", "genuine"),
    [
        ("insisted it was genuine", True),
        ("said the letter was real", True),
        ("confirmed it was not genuine", False),
        ("said the letter isn't authentic", False),
        ("denied that it was real", False),
        ("said it was no forgery but genuine", None),
        ("did not share it, and said it was a week ago that it was found genuine", None),
        ("said it was written in May", None),
    ],
)
def test_what_is_called_genuine(words: str, genuine: bool | None) -> None:
    assert calls_genuine(words) is genuine
