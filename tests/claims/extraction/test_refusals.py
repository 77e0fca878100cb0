"""Who refuses to speak of it, protests their innocence or is adamant, and who only asks."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.extraction.rules import extract_by_rules
from claims.model import Document

DECLINES = "declines_to_comment"
SOLD = "KZNA reported that Kellmark had sold the mill. "


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ('"I never talk about other mills," Otto Brandt said.', "Otto Brandt", DECLINES),
        ('Otto Brandt, reached by phone, said: "No comment."', "Otto Brandt", DECLINES),
        ("Kellmark would not be drawn on the mill.", "Kellmark", DECLINES),
        ("Kellmark would not be drawn on whether it had sold the mill.", "Kellmark", DECLINES),
        ("Kellmark refused to be drawn on the mill.", "Kellmark", DECLINES),
        ("Otto Brandt has protested his innocence.", "Otto Brandt", "denies"),
        ("Otto Brandt, who maintains his innocence, went home.", "Otto Brandt", "denies"),
        ("Kellmark is adamant that no mill was sold.", "Kellmark", "denies"),
        (
            'Kellmark said: "Suggestions that we had sold the mill are wrong. The mill stands."',
            "Kellmark",
            "denies",
        ),
    ],
)  # fmt: skip
def test_refuses_or_denies(text: str, party: str, stance: str) -> None:
    found = extract_by_rules(Document(text=SOLD + text)).findings
    assert (party, stance) in {(each.party, each.stance.value) for each in found}


@pytest.mark.parametrize(
    "text",
    [
        "Lawmakers questioned the minister for three hours.",
        "Police questioned two men in connection with the fire.",
        "Telmark spokesman Otto Brandt referred questions to the army.",
        "The ferry was drawn on Monday.",
        "The bridge would not be drawn.",
    ],
)
def test_takes_no_stance(text: str) -> None:
    assert extract(Document(text=text)).findings == ()
