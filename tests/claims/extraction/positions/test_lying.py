"""Who is called a liar, and on whose word that is."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.extraction.positions.lying import called_liar, only_calls_liar
from claims.model import Document, Stance

ALLEGES, DENIES = Stance.ALLEGES, Stance.DENIES


@pytest.mark.parametrize(
    ("words", "liar"),
    [
        ("Burke has called Kerr a liar", "Kerr"),
        ("Hale accused Nina Ortiz of lying", "Nina Ortiz"),
        ("Moss said he was lying", "he"),
        ("Orr made it all up", "Orr"),
        ("Orr made a cake", ""),
        ("the lie of the land", ""),
    ],
)
def test_who_is_called_so(words: str, liar: str) -> None:
    assert called_liar(words) == liar


@pytest.mark.parametrize(("claim", "so"), [("She made it up.", True), ("Orr was lying.", False)])
def test_what_tells_of_nobody_with_a_name(claim: str, so: bool) -> None:
    assert only_calls_liar(claim) is so


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ('"She made it up," Hale said.', DENIES),
        ('"Ortiz is a liar," Hale said.', DENIES),
        ("Hale said Ortiz was lying.", DENIES),
        ("Hale has called Ortiz a liar.", DENIES),
        ("Hale denied it. Ortiz said he was lying.", ALLEGES),
    ],
)
def test_on_whose_word_it_is(answer: str, stance: Stance) -> None:
    text = f"Nina Ortiz said Governor Todd Hale hid a loan. {answer}"
    found = extract(Document(text=text))
    (claim,) = found.claims
    assert claim.text.endswith("Todd Hale hid a loan.")
    assert found.findings[-1].stance is stance


def test_who_told_nothing_is_no_source_of_what_others_told() -> None:
    text = (
        "Mayor Dan Cole ordered the demolition, the Herald reported. Councilwoman Jean Ridley said"
        " Cole was lying to voters."
    )
    assert all(finding.stance is ALLEGES for finding in extract(Document(text=text)).findings)


def test_another_name_is_another_claim() -> None:
    text = "France says Mali killed the hostages. Mali says France did."
    found = extract(Document(text=text))
    assert [finding.party for finding in found.findings] == ["France", "Mali"]
    assert [c.text for c in found.claims] == [
        "Mali killed the hostages.",
        "France killed the hostages.",
    ]
