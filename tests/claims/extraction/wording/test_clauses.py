"""What tells nothing by itself is no claim: a condition without its "if", "until P", a question,
a command, and what is told of a fact."""

import pytest

from claims.extraction import extract_by_rules
from claims.extraction.wording.clauses import (
    answer_known,
    is_no_statement,
    restore_opening,
)
from claims.extraction.wording.rumours import without_predicate
from claims.extraction.wording.sentence import finish
from claims.model import Document


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("if Lima has it, the port may close", "If Lima has it, the port may close."),
        ("so if Lima has it, the port may close", "If Lima has it, the port may close."),
        ("because it was late, Orr left", "Because it was late, Orr left."),
        ("although it was late, Orr stayed", "Although it was late, Orr stayed."),
        ("while it is open, Orr sells bread", "While it is open, Orr sells bread."),
        # no clause beside it: what was asked, or told in passing
        ("if the mill was sold", "The mill was sold."),
        ("if the mill, an old one, was sold", "The mill, an old one, was sold."),
        ("because it was late", "It was late."),
        ("because it was late, no matter what Orr says", "It was late, no matter what Orr says."),
        ("whether the mill was sold", "The mill was sold."),
        # "that" before a noun is no conjunction
        ("That mill was sold", "That mill was sold."),
        ("That the mill was sold", "The mill was sold."),
        ("that the mill was sold", "The mill was sold."),
        ("that rumour was false", "That rumour was false."),
    ],
)
def test_what_opens_a_sentence_stays_where_it_must(words: str, told: str) -> None:
    assert finish(words) == told


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("Until the mill is sold", True),
        ("Until the mill is sold, nobody works there", False),
        ("When Orr left", True),
        ("When Orr left, it was late", False),
        ("When the ship sank the crew was saved", False),
        ("Unless Orr pays", True),
        ("Is the mill sold?", True),
        ("Do not buy bread", True),
        ("Make sure nobody sees the mill", True),
        ("Add to this the loss of the mill", True),
        ("Don't buy bread", True),
        ("Take care is a firm", False),
        ("The mill was sold", False),
        ("Keep Kellmark out of Leith was their motto", False),
    ],
)
def test_what_tells_nothing(words: str, holds: bool) -> None:
    assert is_no_statement(words) is holds


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Don't you know the mill was sold in May?", "the mill was sold in May"),
        ("Do not you know that Orr left Leith?.", "Orr left Leith"),
        ("Did people realise that Orr left Leith?", "Orr left Leith"),
        ("Do you know if Orr left Leith?", "Do you know if Orr left Leith?"),
        ("Do you know who sold the mill?", "Do you know who sold the mill?"),
        ("Did Orr sell the mill?", "Did Orr sell the mill?"),
    ],
)
def test_what_a_question_tells_as_known(asked: str, told: str) -> None:
    assert answer_known(asked) == told


@pytest.mark.parametrize(
    ("told", "beside", "restored"),
    [
        (
            "Lima has it, the port may close",
            "In the event Lima has it, the port may close, Orr said.",
            "In the event Lima has it, the port may close",
        ),
        (
            "Lima has it, the port may close",
            "Orr said that if Lima has it, the port may close.",
            "if Lima has it, the port may close",
        ),
        (
            "Orr kept his boat, this was a theft",
            "“Regardless of the fact Orr kept his boat, this was a theft",
            "Regardless of the fact Orr kept his boat, this was a theft",
        ),
        ("Lima has it", "If Lima has it, the port may close.", ""),
        ("Lima has bought it", "It is not clear if Lima has bought it.", "Lima has bought it"),
        ("Lima has bought it", "Although Lima has bought it, it may close.", "Lima has bought it"),
        ("the port may close", "If Lima has it, the port may close.", "the port may close"),
    ],
)
def test_the_writer_leaves_no_condition_out(told: str, beside: str, restored: str) -> None:
    assert restore_opening(told, beside) == restored


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The fact that the mill was sold does not disturb me, Orr said.",
            "The mill was sold.",
        ),
        ("‘The fact that Lima is a port doesn’t disturb me, it is old.’", "Lima is a port."),
        ("Orr said the fact that Lima sank the barge means war.", "Lima sank the barge."),
        ("“The mere fact that Lima was armed has cost us a barge.", "Lima was armed."),
    ],
)
def test_what_is_told_of_a_fact_is_no_part_of_it(text: str, told: str) -> None:
    whole = text.split("fact that ", 1)[1]
    assert without_predicate(finish(whole), text, 0, len(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "If Lima has the barge, the port may close, Lars Orr said.",
            ["If Lima has the barge, the port may close."],
        ),
        ("Lars Orr said that until the mill is sold.", []),
        ("Lars Orr said that's where the mill was sold.", ["That is where the mill was sold."]),
        ("Lars Orr said the mill had closed and the", ["The mill had closed."]),
        ('"It\'s now been sold," Lars Orr said.', ["It has now been sold."]),
        ('"That rumour was based on a hoax," Lars Orr said.', ["That rumour was based on a hoax."]),
        ('"Don\'t drive on the pier," Lars Orr said.', []),
        ('"Make sure the mill is sold," Lars Orr said.', []),
        ("Lars Orr said: “Is the mill really sold?” He left.", []),
        ("Lars Orr refused to say if the mill was sold.", ["The mill was sold."]),
    ],
)
def test_rules_tell_only_what_is_stated(text: str, told: list[str]) -> None:
    assert [claim.text for claim in extract_by_rules(Document(text=text)).claims] == told


def test_a_verb_at_the_end_of_what_a_report_tells_stays() -> None:
    text = "The Herald reports that Orr paid for bread he did not have. It is closed."
    told = "Orr paid for bread he did not have."
    assert without_predicate(told, text, 0, len(text)) == told


def test_a_verb_that_is_told_of_a_report_goes() -> None:
    text = "A report that Orr has sold the barge has fuelled talk of a leak."
    told = without_predicate("Orr has sold the barge has fuelled talk.", text, 0, len(text))
    assert told == "Orr has sold the barge."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'A blogger left Leith. "As it was late, I sold the barge to Kellmark," the blogger '
            "said.",
            "As it was late, the blogger sold the barge to Kellmark.",
        ),
        (
            '"I sold the barge to Kellmark," a blogger said.',
            "A blogger sold the barge to Kellmark.",
        ),
    ],
)
def test_who_has_no_name_starts_small_inside_a_sentence(text: str, told: str) -> None:
    assert told in [claim.text for claim in extract_by_rules(Document(text=text)).claims]
