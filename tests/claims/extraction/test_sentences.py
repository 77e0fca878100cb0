"""Claims come out as whole sentences: names resolved, no attribution, short forms spelled out."""

import pytest

from claims.extraction import extract_by_rules
from claims.extraction.text.segment import tokenize
from claims.extraction.wording.sentence import finish, spell_out, state_nominal
from claims.extraction.wording.speakers import acts
from claims.model import Document


def claims(text: str) -> list[str]:
    found = extract_by_rules(Document(text=text))
    return [claim.text for claim in found.claims]


TOLD = [
    ("Otto Brandt said the mine had closed.", "The mine had closed."),
    ('"The boat was mine," Otto Brandt said.', "The boat was Otto Brandt's."),
    (
        "Rumours that the mill had closed were fuelled by a blog on Monday.",
        "The mill had closed.",
    ),
    (
        "Harbour police say today's collision happened near the lower lock.",
        "Today's collision happened near the lower lock.",
    ),
    (
        "Marta Bell accused them of stealing the harbour plans.",
        "They stole the harbour plans.",
    ),
    ('"I know that Kellmark bought the mill," Clara Dorn said.', "Kellmark bought the mill."),
    ("Clara Dorn denied claims she had sold the mill.", "Clara Dorn had sold the mill."),
    ("Kellmark denied arming the rebels, Clara Dorn said.", "Kellmark armed the rebels."),
    ("Clara Dorn admitted meeting Otto in May.", "Clara Dorn met Otto in May."),
    ("Clara Dorn confessed to losing the map.", "Clara Dorn lost the map."),
    ("Clara Dorn denied reports Kellmark has sold the mill.", "Kellmark has sold the mill."),
    ("Clara Dorn rejected claims the old mill was sold in May.", "The old mill was sold in May."),
    ("The ferry is said to carry lead.", "The ferry carries lead."),
    ("Clara Dorn accused Kellmark of secretly selling it.", "Kellmark secretly sold it."),
    ("Clara Dorn denied that any boat had sunk.", "A boat had sunk."),
    ("Clara Dorn denied anything was wrong with it.", "Something was wrong with it."),
    (
        "Clara Dorn denied that Otto Brandt knew anything of it.",
        "Otto Brandt knew something of it.",
    ),
    ("Clara Dorn denied any of the boats had sunk.", "Some of the boats had sunk."),
    ("Clara Dorn denied that Otto Brandt had ever seen it.", "Otto Brandt had seen it."),
    ("Clara Dorn denied ever having sold the mill.", "Clara Dorn has sold the mill."),
    ("Clara Dorn denied that it had sunk at all.", "It had sunk."),
    ("Rumours that the mill was sold have been doing the rounds.", "The mill was sold."),
    ("Kellmark denied that Despicable Me had been cancelled.", "Despicable Me had been cancelled."),
    ("Otto Dorn's father said his son had left Leith.", "Otto Dorn had left Leith."),
    ("A clerk conceded to Folha de Leith that the mill had closed.", "The mill had closed."),
    # an outlet tells of others
    ("The Times reported that it had lied about the mill.", "It had lied about the mill."),
    ("The ferries are said to carry lead.", "The ferries carry lead."),
    (
        "Rumours that Marta Bell has sold the mill have been circulating since May.",
        "Marta Bell has sold the mill.",
    ),
    ("Rumours that Marta Bell sold the mill swept Leith in May.", "Marta Bell sold the mill."),
    ("Rumours that Marta Bell had died have flourished online.", "Marta Bell had died."),
    ("Rumours that the whale surfaced in Leith went viral.", "The whale surfaced in Leith."),
    (
        '"I sold my boat and my nets to Kellmark," Mr Dorn said.',
        "Dorn sold his boat and his nets to Kellmark.",
    ),
    (
        "Clara Dorn said Mr Marks lost both of his boats.",
        "Mr Marks lost both of his boats.",
    ),
    ("Clara Dorn said there's never been a fire.", "There has never been a fire."),
    ("Clara Dorn said Otto's never seen a fire.", "Otto has never seen a fire."),
    # "we" are more than who says it, unless they speak for a body
    (
        '"We sold our boats to Kellmark," Clara Dorn said.',
        "Clara Dorn and others sold their boats to Kellmark.",
    ),
    (
        '"We\'ve sold the boats to Kellmark," Clara Dorn said.',
        "Clara Dorn and others have sold the boats to Kellmark.",
    ),
    (
        '"We sold our boats to Lars Orr," Kellmark spokeswoman Clara Dorn said.',
        "Kellmark sold its boats to Lars Orr.",
    ),
    # the name in a claim is its own: "she" says so, "he" is another
    ("Clara Dorn left. She said that he had sold the mill.", "He had sold the mill."),
    ("Clara Dorn said the mill isn't safe.", "The mill is not safe."),
    (
        "Clara Dorn neither confirmed nor denied that the guards fire blank rounds.",
        "The guards fire blank rounds.",
    ),
    (
        "Clara Dorn acknowledged that the mill belonged to Kellmark and said it was closed.",
        "The mill belonged to Kellmark.",
    ),
    ("Clara Dorn said that it too was closed.", "It too was closed."),
    ("Kellmark said it was closing the mill.", "Kellmark was closing the mill."),
    # whoever speaks would say "I", and who only has a role is no name to put in
    (
        'Clara Dorn opened the mill. "She sold two barges to Kellmark," Clara Dorn said.',
        "She sold two barges to Kellmark.",
    ),
    (
        "A harbour spokesman said the dam held. He is believed to have sold the mill.",
        "He has sold the mill.",
    ),
    # nor is he the one of the words quoted, she no "he", nor anybody his whose claim it is of
    (
        'Otto Brandt left. He added that the guards could "beat him or sell him".',
        "The guards could beat him or sell him.",
    ),
    ("Clara Dorn left. She also said that he had sold the mill.", "He had sold the mill."),
    ("Otto Brandt said a 40-year-old sold his mill.", "A 40-year-old sold his mill."),
    # what only tells of a noun, and ends where the noun's own verb stands
    ("The boat, said to be a gift from Norland, was sold.", "The boat is a gift from Norland."),
    ("Two boats thought to belong to Kellmark were seized.", "Two boats belong to Kellmark."),
    ("A woman believed to be in her thirties then died.", "A woman is in her thirties."),
    ("Guards are looking for a man believed to be armed.", "A man is armed."),
    ("The ship, thought to carry rifles, was left at sea.", "The ship carries rifles."),
    (
        "The page, believed to have been named 'Save Telmark', is gone.",
        "The page was named 'Save Telmark'.",
    ),
    (
        'A harbour spokesman said a guard fell. "They gave him a coat and some tea," he said.',
        "They gave him a coat and some tea.",
    ),
]


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Kellmark insists it was spying", True),
        ("The mayor calls the boat a trawler as Kellmark insists it was spying", False),
        ("The mayor calls the boat a trawler as Kellmark insists it had sunk the boat", True),
        ("Kellmark insists it too was hit", False),
    ],
)
def test_who_speaks_is_the_it_that_acts(text: str, speaks: bool) -> None:
    """Of two reports in one sentence the second may be about what the first tells of."""
    tokens = tuple(tokenize(text, 0, len(text)))
    assert acts(tokens, [token.text for token in tokens].index("it")) is speaks


@pytest.mark.parametrize(("text", "claim"), TOLD)
def test_a_claim_stands_on_its_own(text: str, claim: str) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("that the ferry sank", "The ferry sank."),
        ("That was his boat", "That was his boat."),
        ("it was also reported that the ferry sank", "The ferry sank."),
        ("instead, the ferry sank", "The ferry sank."),
        ("no ferry sank", "No ferry sank."),
        ("the ferry sank, according to the harbour office", "The ferry sank."),
        ("the ferry sank, he added", "The ferry sank."),
        ("the ferry also sank", "The ferry sank."),
        ("they'd be glad of it", "They would be glad of it."),
        ("Telmark Mills 'd rather stay", "Telmark Mills would rather stay."),
        ("he’d never sold it", "He had never sold it."),
        ("Bell’s taken it home", "Bell has taken it home."),
        ("the ferry was called 'Alba'", "The ferry was called 'Alba'."),
        ("'the ferry sank.'", "The ferry sank."),
        ("they call it 'a wreck.'", "They call it 'a wreck'."),
        ("Marta Bell who has left the board", "Marta Bell has left the board."),
        ("the “old ferry sank", "The old ferry sank."),
        ("", ""),
    ],
)
def test_finish(words: str, sentence: str) -> None:
    assert finish(words) == sentence


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("it isn't there", "it is not there"),
        ("it won't sink", "it will not sink"),
        ("it can't sink", "it cannot sink"),
        ("there's a leak", "there is a leak"),
        ("it’s been sold", "it has been sold"),
        ("Bell's been sold out", "Bell has been sold out"),
        ("Bell's boat", "Bell's boat"),
        ("they've left", "they have left"),
    ],
)
def test_short_forms_are_spelled_out(short: str, whole: str) -> None:
    assert spell_out(short) == whole


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Marta Bell has been accused of stealing the money.", "Marta Bell stole the money."),
        ("Marta Bell is also accused of having sold it.", "Marta Bell has sold it."),
        ("Marta Bell, who reportedly owns a mill, is away.", "Marta Bell owns a mill."),
        ("Marta Bell, who allegedly stole it, denied all.", "Marta Bell stole it."),
        ("The man who allegedly fired the shot was held.", "The man fired the shot."),
        ("Marta Bell was accused of fraud in May.", "Marta Bell committed fraud in May."),
    ],
)
def test_what_nobody_named_accuses_somebody_of(text: str, claim: str) -> None:
    (found,) = extract_by_rules(Document(text=text)).claims
    assert found.text == claim


@pytest.mark.parametrize(
    ("nominal", "claim"),
    [
        ("murder", "Clara Dorn committed murder."),
        ("all wrongdoing", "Clara Dorn was involved in wrongdoing."),
        ("having sold the mill", "Clara Dorn has sold the mill."),
        ("the death of Otto Brandt", "Otto Brandt is dead."),
    ],
)
def test_a_noun_phrase_is_stated(nominal: str, claim: str) -> None:
    assert state_nominal(nominal, "Clara Dorn") == claim
