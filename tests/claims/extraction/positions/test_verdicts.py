"""Fact-checks: the claim, who told it and the checker's verdict, a form a row."""

from __future__ import annotations

import pytest

from claims.extraction.positions import verdicts
from claims.extraction.rules import extract_by_rules
from claims.extraction.text.labels import find_label
from claims.model import Document
from tests.claims.extraction.told import read_told

NOBODY = ("alleges", "unattributed")
FALSE = ("denies", "fact-checkers")
SOLD = "The mayor of Leith sold the mill."


FORMS = [
    (f"CLAIM: {SOLD}\n\nKZNA'S ASSESSMENT: False. The mill stands.", [NOBODY, ("denies", "KZNA")]),
    (f"CLAIM: {SOLD} ASSESSMENT: Unproven.", [NOBODY, ("doubts", "fact-checkers")]),
    (f"The claim: {SOLD}\n\nOur rating: Mostly true", [NOBODY, ("confirms", "fact-checkers")]),
    (f"Claim: {SOLD}\n\nFALSE\n\nOrigins: In May a blog went online.", [NOBODY, FALSE]),
    (f"What was claimed\n\n{SOLD}\n\nOur verdict\n\nThis is not true.", [NOBODY, FALSE]),
    (f"Claim\n{SOLD}\nVerdict\nFake\nExplanation\nThe mill stands.", [NOBODY, FALSE]),
    (
        f"Claim: {SOLD}\nClaimed by: Otto Brandt\nRating by Snopes: Scam",
        [("alleges", "Otto Brandt"), ("denies", "Snopes")],
    ),
    (
        f"Claim: {SOLD}\nClaimed by: Facebook users\nRating: False",
        [("alleges", "Facebook users"), FALSE],
    ),
    (
        "CLAIM: Otto Brandt said the mayor of Leith sold the mill.\n\nVERDICT: Missing context.",
        [("alleges", "Otto Brandt"), ("doubts", "fact-checkers")],
    ),
    (f"CLAIM: {SOLD}\n\nVERDICT\n\nFalse.\n\nBy the Telmark Fact Check team", [
        NOBODY, ("denies", "Telmark"),
    ]),
    ("FACT CHECK: No, the mayor of Leith has not sold the mill.", [FALSE]),
    ("Fact Check: The mayor of Leith did NOT sell the mill", [FALSE]),
    ("Telmark Fact Check-Claim that the mayor of Leith sold the mill is false", [
        ("denies", "Telmark"),
    ]),
    (
        "Otto Brandt claimed that the mayor of Leith sold the mill. We rate it Pants on Fire!",
        [("alleges", "Otto Brandt"), FALSE],
    ),
    ("PolitiFact rated the claim that the mayor of Leith sold the mill as mostly true.", [
        ("confirms", "PolitiFact"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), FORMS)
def test_claim_and_verdict(text: str, found: list[tuple[str, str]]) -> None:
    got = read_told(text)
    assert [each[:2] for each in got] == found
    assert len({each[2] for each in got}) == 1


def test_the_outlet_gives_the_verdict_that_names_nobody() -> None:
    got = read_told(f"CLAIM: {SOLD}\n\nRATING: False.", "Telmark Herald")
    assert got == [("alleges", "unattributed", SOLD), ("denies", "Telmark Herald", SOLD)]


def test_each_verdict_is_on_the_claim_before_it() -> None:
    got = read_told(
        f"CLAIM: {SOLD} ASSESSMENT: False. CLAIM: The ferry sank in May. ASSESSMENT: True."
    )
    assert got == [
        ("alleges", "unattributed", SOLD),
        ("denies", "fact-checkers", SOLD),
        ("alleges", "unattributed", "The ferry sank in May."),
        ("confirms", "fact-checkers", "The ferry sank in May."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Fact check: Did the mayor of Leith sell the mill?",
        "Verdict: Moderately funny.",
        "Rating: 4 stars.",
        "VERDICT: False.",
        "This is false.",
        "We rate the chances of a deal as low.",
    ],
)
def test_what_is_no_verdict(text: str) -> None:
    assert read_told(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("CLAIM: The mill", "claim", ""),
        ("KZNA’S ASSESSMENT: False", "verdict", "KZNA"),
        ("Rating by Full Fact: False", "verdict", "Full Fact"),
        ("KZNA FACT CHECK: No", "title", "KZNA"),
        ("Fact Check-Photo of a mill", "title", ""),
        ("THE FACTS: The mill", "facts", ""),
        ("Verdict", "verdict", ""),
    ],
)
def test_labels(text: str, kind: str, who: str) -> None:
    label = find_label(text, 0, len(text))
    assert label is not None
    assert (label.kind, label.who) == (kind, who)


@pytest.mark.parametrize(
    "text", ["Claims: 3", "The claim was sold.", "By KZNA Fact Check", "Leith: "]
)
def test_what_is_no_label(text: str) -> None:
    assert find_label(text, 0, len(text)) is None


def test_who_checks_is_looked_for_once_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(verdicts, "_name_house", lambda text: str(asked.append(text) or ""))
    text = "CLAIM: A shark swam in Lund.\n\nOUR ASSESSMENT: False. It is old.\n\n" * 3
    assert extract_by_rules(Document(text=text)).findings
    assert len(asked) == 1
