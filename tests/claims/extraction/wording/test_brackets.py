"""An editor's brackets: remarks go, explanations go or name the pronoun, the rest is told."""

import pytest

from claims.extraction import extract_by_rules
from claims.extraction.wording.brackets import settle_brackets
from claims.extraction.wording.sentence import finish
from claims.model import Document


@pytest.mark.parametrize(
    ("words", "settled"),
    [
        # a remark on the words
        ("a smal [sic] boat sank", "a smal boat sank"),
        ("the firm closed […] in May", "the firm closed in May"),
        # who the pronoun is
        ("They [the guards] left", "the guards left"),
        ("“They [the guards] left", "“the guards left"),
        ("we saw them [the guards] leave", "we saw the guards leave"),
        ("it [Kellmark] closed", "Kellmark closed"),
        ("his [Orr's] boat sank", "Orr's boat sank"),
        ("they [should] leave", "they should leave"),
        # what explains the word before it
        ("Orr left yesterday [Sunday]", "Orr left yesterday"),
        ("Orr left last week [May 3]", "Orr left last week"),
        ("Orr [the mayor] left", "Orr left"),
        ("the IFC [Inland Ferry Company] closed", "the IFC closed"),
        # words in place of others
        ("[Orr] left", "Orr left"),
        ("But [the mayor] left", "But the mayor left"),
        ("In Leith [the mayor] left", "In Leith the mayor left"),
        ("we can get [Lars Orr] on board", "we can get Lars Orr on board"),
        ("the people in [Norland] left", "the people in Norland left"),
        ("the entire [town] left", "the entire town left"),
        ("President [Orr] left", "President Orr left"),
        ("two came to [the town of] Leith", "two came to the town of Leith"),
        ("[I will not let this be] a loss", "I will not let this be a loss"),
        # it may be either
        ("a lugger [sailing boat] sank", "a lugger [sailing boat] sank"),
    ],
)
def test_brackets(words: str, settled: str) -> None:
    assert settle_brackets(words) == settled


def test_a_bracket_that_is_half_cut_off_goes() -> None:
    assert finish("the mill] and the barn burned") == "The mill and the barn burned."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'The town burned in May. "They [the raiders] came yesterday [Friday] from the hills," '
            "Lars Orr said. He left.",
            "The raiders came yesterday from the hills.",
        ),
        ('"She [the mayor] has sold the mill," Lars Orr said.', "The mayor has sold the mill."),
        ('Lars Orr said the mill was "bady [sic] built".', "The mill was bady built."),
    ],
)
def test_rules_tell_it_without(text: str, told: str) -> None:
    assert told in [claim.text for claim in extract_by_rules(Document(text=text)).claims]
