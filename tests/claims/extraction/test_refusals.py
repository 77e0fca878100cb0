"""Who refuses to speak of it, protests their innocence or is adamant, and who only asks."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.extraction.rules import extract_by_rules
from claims.model import Document

DECLINES, NEITHER = "declines_to_comment", "neither_confirms_nor_denies"
SOLD = "KZNA reported that Kellmark had sold the mill. "


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ('"I never talk about other mills," Otto Brandt said.', "Otto Brandt", DECLINES),
        ('Otto Brandt, reached by phone, said: "No comment."', "Otto Brandt", DECLINES),
        ("Kellmark would not be drawn on the mill.", "Kellmark", DECLINES),
        ("Kellmark would not be drawn on whether it had sold the mill.", "Kellmark", DECLINES),
        ("Kellmark refused to be drawn on the mill.", "Kellmark", DECLINES),
        ("Asked about the mill, Otto Brandt would not be drawn.", "Otto Brandt", DECLINES),
        ("When asked about it, Kellmark declined to be drawn.", "Kellmark", DECLINES),
        ('When asked if it had closed, Otto Brandt said: "No comment."', "Otto Brandt", DECLINES),
        ('"No comment," Kellmark said.', "Kellmark", DECLINES),
        ("Kellmark had nothing to add.", "Kellmark", DECLINES),
        ("A spokesman for Kellmark said it would not comment.", "Kellmark", DECLINES),
        ("A Kellmark spokesman said it had nothing further to say.", "Kellmark", DECLINES),
        ("Kellmark has made no comment on the report.", "Kellmark", DECLINES),
        ("Kellmark refrained from commenting.", "Kellmark", DECLINES),
        ("Kellmark has yet to comment.", "Kellmark", NEITHER),
        ("Kellmark chose not to comment on the report.", "Kellmark", NEITHER),
        ("Kellmark kept quiet about the report.", "Kellmark", NEITHER),
        ("There was no immediate comment from Kellmark.", "Kellmark", "no_response"),
        ("No comment was available from Kellmark.", "Kellmark", "no_response"),
        ("Kellmark could not say for certain that it had sold the mill.", "Kellmark", NEITHER),
        ("Kellmark said it had no way of knowing whether the mill was sold.", "Kellmark", NEITHER),
        ("Kellmark has not ruled out that the mill was sold.", "Kellmark", NEITHER),
        ("Kellmark has ruled out that the mill was sold.", "Kellmark", "denies"),
        ("Kellmark poured cold water on the claim.", "Kellmark", "denies"),
        ("Otto Brandt remained sceptical.", "Otto Brandt", "doubts"),
        ("Kellmark dismissed it as mere speculation.", "Kellmark", "denies"),
        ("The report was dismissed as gossip by Kellmark.", "Kellmark", "denies"),
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
    for found in (
        extract(Document(text=SOLD + text)),
        extract_by_rules(Document(text=SOLD + text)),
    ):
        assert (party, stance) in {(f.party, f.stance.value) for f in found.findings}
        assert "asked" not in " ".join(claim.text for claim in found.claims)


def test_nobody_has_a_mill_for_not_speaking_of_it() -> None:
    text = "KZNA reported that the mill had closed. There was no comment from Kellmark."
    assert [claim.text for claim in extract(Document(text=text)).claims] == ["The mill had closed."]


def test_what_it_was_dismissed_as_is_no_part_of_it() -> None:
    text = "The mayor dismissed reports that the mill had closed as speculation."
    for found in (extract(Document(text=text)), extract_by_rules(Document(text=text))):
        assert [claim.text for claim in found.claims] == ["The mill had closed."]


@pytest.mark.parametrize(
    "text",
    [
        "Lawmakers questioned the minister for three hours.",
        "Police questioned two men in connection with the fire.",
        "Telmark spokesman Otto Brandt referred questions to the army.",
        "The ferry was drawn on Monday.",
        "The bridge would not be drawn.",
        "Staff were told not to comment.",
        "There was no comment on the matter.",
    ],
)
def test_takes_no_stance(text: str) -> None:
    assert extract(Document(text=text)).findings == ()


def test_who_is_named_and_declines_to_comment_is_heard_in_any_company() -> None:
    told = "Peru said on Friday that Bolivia had moved troops to the lake."
    beside = "Bolivia neither confirmed nor denied that it had moved troops to the lake."
    last = "A spokesman for the Organization of American States declined to comment on the report."
    found = extract(Document(text="\n\n".join([told, beside, last]))).findings
    assert ("Organization of American States", DECLINES, "c1") in [
        (f.party, f.stance.value, f.claim) for f in found
    ]
