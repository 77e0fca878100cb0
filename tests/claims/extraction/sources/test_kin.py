"""Whom "his son", "his client" and a spokesman's "he" mean, a text a row."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.extraction.rules import extract_by_rules
from claims.model import Document


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Otto Brandt's father said his son had been held in the old mill.",
         "Otto Brandt had been held in the old mill."),
        ("Otto Brandt's wife said her husband had been held in the old mill.",
         "Otto Brandt had been held in the old mill."),
        ("Otto Brandt's lawyer denied that his client had been held in the old mill.",
         "Otto Brandt had been held in the old mill."),
        # the son of a woman's mother is another, and so is the mother of a brother
        ("Ruth Orlov's mother said her son had been held in the old mill.",
         "Her son had been held in the old mill."),
        ("Otto Brandt's brother said his mother had been held in the old mill.",
         "His mother had been held in the old mill."),
        # who speaks for another tells of them
        ("Otto Brandt's manager, Sarn Orlov, said he had been held in the old mill.",
         "Otto Brandt had been held in the old mill."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("whole", [True, False])
def test_whom_kin_tell_of(text: str, claim: str, whole: bool) -> None:
    found = (extract if whole else extract_by_rules)(Document(text=text))
    assert [each.text for each in found.claims] == [claim]


def test_it_is_not_the_person_who_speaks() -> None:
    found = extract(
        Document(text="Brooke Orlov, managing editor of Snopes, thinks that it began in Telmark.")
    )
    assert all("Orlov" not in each.text for each in found.claims)


def test_he_is_no_court() -> None:
    text = "The court rejected his appeal. Prosecutors said he had stolen 4 million euros."
    claims = [each.text for each in extract(Document(text=text)).claims]
    assert "The court had stolen 4 million euros." not in claims


def test_the_spokesman_of_a_firm_speaks_for_it() -> None:
    found = extract(Document(text='"We don\'t sell your data," a Facebook spokesman said.'))
    assert {each.party for each in found.findings} == {"Facebook"}
