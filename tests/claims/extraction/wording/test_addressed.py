"""Who is addressed falls out of what is said; who is told of stays."""

import pytest

from claims.extraction import extract_by_rules
from claims.extraction.model.telling.mending import mend
from claims.extraction.wording.addressed import find_addressed
from claims.model import Document


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"I left that day, John, when your men came."', [", John,"]),
        ('"Because I asked the harbour board, Maria," he said.', [", Maria"]),
        ('"Yo, Peter, I sold the mill."', ["Yo, Peter, "]),
        ('"Well, John, we sold the mill."', ["Well, John, "]),
        ('"John, we sold the mill."', ["John, "]),
        ('"John, he\'s sold the mill."', []),
        ('"I told the guards, Mary, that it was late."', [", Mary,"]),
        # who somebody is, several, or who did it
        ('"My son, John, left with me."', []),
        ('"I saw my friend, John," he said.', []),
        ('"I met Ada, John, and Mary."', []),
        ('"John, I think, sold the mill."', []),
        ('"My boat, Mary, sank in May."', []),
        ('"My boat, Mary, was sold in May."', []),
        # nobody speaks
        ("The storm last year, Maria, of all storms.", []),
        ('"I saw Norland, Leith, of all towns."', []),
    ],
)
def test_who_is_addressed(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_addressed(text, 0, len(text))] == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'The mill stood in Leith. "I left the mill that day, John, when your guards closed '
            'it," Lars Orr said.',
            "Lars Orr left the mill that day when your guards closed it.",
        ),
        (
            '"Lima bought the barge because I asked the harbour board, Maria," Lars Orr said.',
            "Lima bought the barge because Lars Orr asked the harbour board.",
        ),
        (
            '"Well, Peter, they bought the barge in May," Lars Orr said.',
            "They bought the barge in May.",
        ),
        (
            '"I sold my son, Peter, the barge in May," Lars Orr said.',
            "Lars Orr sold his son, Peter, the barge in May.",
        ),
        (
            "The woman, who was called a baker, and the child were taken to Leith, Lars Orr said.",
            "The woman, who was called a baker, and the child were taken to Leith.",
        ),
        (
            "The board, along with the navy, are selling the barge, Lars Orr said.",
            "The board, along with the navy, are selling the barge.",
        ),
    ],
)
def test_rules_tell_it_without_them(text: str, told: str) -> None:
    assert told in [claim.text for claim in extract_by_rules(Document(text=text)).claims]


@pytest.mark.parametrize(
    ("told", "beside", "mended"),
    [
        (
            "Orr left that day, John when the men came",
            '"I left that day, John, when your men came."',
            "Orr left that day when the men came",
        ),
        (
            "Orr asked the board, Maria",
            '"I asked the board, Maria," he said.',
            "Orr asked the board",
        ),
        ("Orr met his son, John", '"I met my son, John," he said.', "Orr met his son, John"),
        # of two who did it together, one is no "they"
        ("The woman were seen", "The woman, a baker, and the child were seen.", ""),
        (
            "The woman was seen",
            "The woman, a baker, and the child were seen.",
            "The woman was seen",
        ),
        ("The board are selling it", "The board, along with Orr, are selling it.", ""),
        (
            "The board are selling it",
            "The board are selling it, and Orr left.",
            "The board are selling it",
        ),
        ("The women were seen", "The women, and a child were seen.", "The women were seen"),
    ],
)
def test_the_writer_too(told: str, beside: str, mended: str) -> None:
    assert mend(told, {}, beside) == mended
