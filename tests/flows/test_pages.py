"""Text of strangers stays text in the Markdown of Prefect's pages."""

from __future__ import annotations

import pytest

from claims import views
from claims.model import Stance
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


@pytest.mark.parametrize(
    ("party", "value", "flag"),
    [
        pytest.param("North Korea", Stance.DENIES, "denied", id="the supply of arms"),
        pytest.param("Kremlin", Stance.NEITHER, "no_position_taken", id="their use"),
    ],
)
def test_a_page_says_status_reasons_and_who_says_what(
    ingested: object, held: Store, party: str, value: Stance, flag: str
) -> None:
    (row,) = [
        row
        for row in views.board(held, limit=100).items
        if any((each.party.name, each.value) == (party, value) for each in row.positions)
    ]

    page = assessment_page(views.claim(held, row.claim_id))

    assert f"### Claim {row.claim_id}: " in page
    assert "**unverified** (suggested), stage new" in page
    assert flag in page
    assert "What would change it:" in page
    assert f"| {party} | {value.value.replace('_', ' ')} |" in page
