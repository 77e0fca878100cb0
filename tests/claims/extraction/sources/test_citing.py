"""Whom a report goes back to tells it, too: "the paper said, citing two officials"."""

from __future__ import annotations

import pytest

from claims.extraction.rules import extract_by_rules
from claims.model import Document

MILL = "The mill had closed."


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The mill had closed, the Herald reported, citing two officials.",
         {"Herald", "two officials"}),
        ("The Herald reported on Monday, citing sources in Telmark, that the mill had closed.",
         {"Herald", "sources in Telmark"}),
        ("The Herald, quoting two people familiar with the matter, said the mill had closed.",
         {"Herald", "two people familiar with the matter"}),
        ("The Herald said the mill had closed, citing a security official and a witness.",
         {"Herald", "a security official", "a witness"}),
        ("The Herald reported that the mill had closed, attributing the news to an official.",
         {"Herald", "an official"}),
        ("The Herald reported that the mill had closed, quoting Telmark Radio.",
         {"Herald", "Telmark Radio"}),
        # what is cited and is nobody
        ("The Herald, citing a leaked memo, said the mill had closed.", {"Herald"}),
        ("The Herald said the mill had closed, citing security concerns.", {"Herald"}),
    ],
)  # fmt: skip
def test_who_is_cited(text: str, parties: set[str]) -> None:
    found = extract_by_rules(Document(text=text))
    assert {each.party for each in found.findings} == parties
    assert {claim.text for claim in found.claims} == {MILL}
    for each in found.findings:
        assert each.span.exact in text


def test_who_denies_is_cited_by_nobody() -> None:
    text = (
        "The Herald said the mill had closed. Kellmark denied it, citing an official, "
        "who said that the mill was open."
    )
    found = extract_by_rules(Document(text=text)).findings
    assert ("an official", "denies") not in {(each.party, each.stance.value) for each in found}


def test_no_pronoun_means_who_is_cited_in_its_sentence() -> None:
    text = "Otto Brandt is away. The Herald reported, citing an official, that he had sold a boat."
    claims = {claim.text for claim in extract_by_rules(Document(text=text)).claims}
    assert claims == {"Otto Brandt had sold a boat."}
