"""Who judges a report that is named behind what it tells."""

import pytest

from claims.extraction.rules import extract_by_rules
from claims.model import Document, Stance
from tests.claims.extraction.told import read_told

BURNED = "The mill had burned."


@pytest.mark.parametrize(
    ("judged", "parties"),
    [
        ('a charge Kellmark called "absurd"', ["Kellmark"]),
        ("a claim that Kellmark has since described as pure fiction", ["Kellmark"]),
        ("an account disputed by Kellmark and by two witnesses", ["Kellmark", "two witnesses"]),
        ("an account disputed by the man's family", ["the man's family"]),
        ("a claim foreign diplomats privately dispute", ["foreign diplomats"]),
        ("a tale Kellmark laughed off", ["Kellmark"]),
        ("a claim of some weight", []),
        ("a charge Kellmark called a day later", []),
        ("a story told by two witnesses", []),
    ],
)
def test_who_judges_it(judged: str, parties: list[str]) -> None:
    told = read_told(f"Ada Orr said the mill had burned, {judged}.")
    denied = [(party, claim) for stance, party, claim in told if stance == "denies"]
    assert denied == [(party, BURNED) for party in parties]


def test_who_questions_it_doubts_it() -> None:
    text = "Ada Orr said the mill had burned, a claim questioned by Kellmark."
    found = extract_by_rules(Document(text=text)).findings
    assert {(f.party, f.stance) for f in found} == {
        ("Ada Orr", Stance.ALLEGES),
        ("Kellmark", Stance.DOUBTS),
    }
