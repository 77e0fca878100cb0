"""Who a source is by the rules alone: party and speaker, a text a row."""

from __future__ import annotations

import pytest

from claims.extraction.rules import extract_by_rules
from claims.model import Document

LOWER = (
    "Peru's foreign ministry said the dam had burst. "
    "Ministry spokesperson Sanna Ilves said the mill had closed. "
)
HELD = "said the old mill by the river had closed."


def last(text: str) -> tuple[str, str | None]:
    found = extract_by_rules(Document(text=text)).findings
    finding = max(found, key=lambda each: each.span.start)
    return finding.party, finding.speaker


@pytest.mark.parametrize(
    ("text", "party", "speaker"),
    [
        (LOWER, "Peru's foreign ministry", "Sanna Ilves"),
        (f"{LOWER}Ilves {HELD}", "Peru's foreign ministry", "Sanna Ilves"),
        (f"{LOWER}She {HELD}", "Peru's foreign ministry", "Sanna Ilves"),
        (f"Ministry spokesperson Sanna Ilves {HELD}", "Ministry", "Sanna Ilves"),
        (f"On the day of the flood Peru's transport ministry {HELD}",
         "Peru's transport ministry", None),
        (f"Peru's air force {HELD}", "Peru's air force", None),
        (f"The South's state news agency KZNA {HELD}", "KZNA", None),
        (f"Kellmark opened in May. A spokesman for Otto Brandt {HELD}",
         "Otto Brandt", "spokesman for Otto Brandt"),
        (f"The sister of Otto Brandt {HELD}", "The sister of Otto Brandt", None),
        (f"Its spokesman, Brigadier General Otto Brandt, {HELD}", "Otto Brandt", "Otto Brandt"),
        (f"In Oslo, Kellmark spokesman Otto Brandt said the dam had burst. He {HELD}",
         "Kellmark", "Otto Brandt"),
    ],
)  # fmt: skip
def test_party_and_speaker(text: str, party: str, speaker: str | None) -> None:
    assert last(text) == (party, speaker)


def test_who_is_named_in_the_claim_stays_he() -> None:
    text = (
        "Kellmark spokesman Otto Brandt said the dam had burst. "
        "He said Mr. Orlov had liked the mill when he saw it last May."
    )
    claims = [claim.text for claim in extract_by_rules(Document(text=text)).claims]
    assert any("when he saw it" in claim for claim in claims)
