"""Who is told of beside whoever denies something denies nothing."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document


@pytest.mark.parametrize(
    "text",
    [
        "Ken Ito, a former aide to President Yuki Mori, denied that he had bribed a clerk.",
        "Ken Ito, who worked for Mayor Ben Moss, denied that he had bribed a clerk.",
        "Ken Ito, 34, of Leeds, denies murdering his wife, Amy Dent, on 3 May.",
        "Mayor Ken Ito denied having an affair with his secretary, Beth Lang, and said he would"
        " sue the newspaper.",
        "Ken Ito, who accused Robert Fink of taking money, denied that he had forged a letter.",
    ],
)
def test_only_who_speaks_denies(text: str) -> None:
    assert {finding.party for finding in extract(Document(text=text)).findings} == {"Ken Ito"}
