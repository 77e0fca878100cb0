"""What breaks off or cannot follow on is no sentence; what only reads oddly is one."""

import pytest

from claims.extraction.text.broken import is_fragment, is_garbled


@pytest.mark.parametrize(
    "text",
    [
        "The mill's owner.",
        "A man who fled on Monday.",
        "A company whose ferry sank off Leith.",
        "The bridge they built.",
        "Rebels using gas near the mill.",
        "The baker, who was born in Perth.",
        "When the miller was having breakfast.",
        "Photos of a baker that the board had named.",
    ],
)
def test_fragment(text: str) -> None:
    assert is_fragment(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned.",
        "The man who fled was found.",
        "The bridge they built has collapsed.",
        "The girls that work there see the rats.",
        "The lights on it are linked to the fire.",
        "The miller fled while selling the mill.",
        "The board says that the man who fled owns the mill.",
        "The ferry sank when the cook slept.",
        "Millers want more.",
    ],
)
def test_sentence(text: str) -> None:
    assert not is_fragment(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry will a launch in May.",
        "The board will selling the mill.",
        "The miller is died of a cold.",
        "The ring are belong to the cook.",
        "The cook has took the ring.",
        "The mill of the of Perth burned.",
        "Ada Orr 've sold the mill.",
        "The mill mill burned.",
        "The board had met millers over the.",
        "The board has visited the mill and.",
    ],
)
def test_garbled(text: str) -> None:
    assert is_garbled(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry will, the board hopes, sail.",
        "The choir will sing in May.",
        "The board said that that was so.",
        "The miller had had enough.",
        "It is what the mill was built for.",
        "The cook has been known to sing.",
        "The will of the miller was read.",
        "The bill is a must-have.",
    ],
)
def test_not_garbled(text: str) -> None:
    assert not is_garbled(text)
