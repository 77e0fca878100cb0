"""What was asked for or offered, in vain, is refused and not denied."""

import pytest

from claims.extraction.cues.refusing import refuses_at


@pytest.mark.parametrize(
    ("text", "verb", "refused"),
    [
        ("The judge denied bail to Orr.", "denied", True),
        ("The judge denied Karl Orr a visa.", "denied", True),
        ("Lima rejected the latest offer of talks.", "rejected", True),
        ("The court turned down his appeal.", "turned down", True),
        ("His appeal was rejected by the court.", "rejected", True),
        ("The deal was rejected.", "rejected", True),
        # a deal may be denied, too, and so may whatever is told of it
        ("The deal was denied by Orr.", "denied", False),
        ("Lima denied a deal.", "denied", False),
        ("Lima denied having access to the dam.", "denied", False),
        ("Lima denied a request had been made.", "denied", False),
        ("Lima rejected claims of a deal.", "rejected", False),
        ("The ministry denied that access was blocked.", "denied", False),
    ],
)
def test_refusals(text: str, verb: str, refused: bool) -> None:
    start = text.index(verb)
    assert refuses_at(text, start, start + len(verb)) is refused
