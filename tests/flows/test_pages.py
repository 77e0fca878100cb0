"""Text of strangers stays text in the Markdown of Prefect's pages."""

from __future__ import annotations

import pytest

from claims import views
from claims.store import Store
from flows.pages import _plain, assessment_page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("**loud**", r"\*\*loud\*\*", id="no bold"),
        pytest.param("[here](http://x)", r"\[here\](http://x)", id="no link"),
        pytest.param("<script>x</script>", r"\<script\>x\</script\>", id="no HTML"),
        pytest.param("a | b", r"a \| b", id="no further column"),
        pytest.param("# one\n# two", r"\# one \# two", id="no heading, and one line"),
        pytest.param("`rm`", r"\`rm\`", id="no code"),
        pytest.param("back\\slash", r"back\\slash", id="a backslash stays one"),
    ],
)
def test_markup_is_escaped(text: str, shown: str) -> None:
    assert _plain(text) == shown


def test_a_page_says_status_reasons_and_who_says_what(ingested: object, held: Store) -> None:
    (row,) = [
        row
        for row in views.board(held, limit=100).items
        if any(position.value.value == "neither_confirms_nor_denies" for position in row.positions)
        and any(position.party.name == "North Korea" for position in row.positions)
    ]

    page = assessment_page(views.claim(held, row.claim_id))

    assert f"### Claim {row.claim_id}: " in page
    assert "**unverified** (suggested), stage new" in page
    assert "What would change it:" in page
    assert "| Kremlin | neither confirms nor denies |" in page
    assert "| North Korea | denies |" in page
