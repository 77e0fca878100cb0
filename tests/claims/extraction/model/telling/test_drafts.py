"""Shorter wordings stay sentences, and are parts of the first one in its order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.model.telling.drafts import Draft, make_draft, shorten, tokens_of


def draft(text: str) -> Draft:
    tokens = tokens_of(text)
    return make_draft(text, "rule", tokens, [0.5] * len(tokens))


def shorter(text: str) -> set[str]:
    return {offer.words() for offer in shorten(draft(text).whole)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The ferry Alba, which carried lead, sank off Leith.",
            "The ferry Alba sank off Leith.",
        ),
        ("The ferry Alba (built in 1911) sank off Leith.", "The ferry Alba sank off Leith."),
        (
            "The ferry Alba sank off Leith, the harbour office says.",
            "The ferry Alba sank off Leith.",
        ),
        ("The ferry Alba sank off Leith after a storm.", "The ferry Alba sank off Leith."),
        ("This spring, the ferry Alba sank off Leith.", "The ferry Alba sank off Leith."),
        ("Bell told them that the ferry Alba sank off Leith.", "The ferry Alba sank off Leith."),
    ],
)
def test_a_part_may_go(text: str, wanted: str) -> None:
    assert wanted in shorter(text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        (
            "The ferry Alba carried lead, tin, and copper.",
            "The ferry Alba carried lead and copper.",
        ),
        ("The ferry Alba sinks if the lower lock opens.", "The ferry Alba sinks."),
        ("That ferry sank off Leith in May.", "Ferry sank off Leith in May."),
        ("When the lock opened, the ferry Alba sank off Leith.", "When the lock opened."),
        ("If the lock opens, the ferry Alba will sink.", "The lock opens."),
        ("The lock keeper who had sold the plans left.", "The lock keeper."),
        ("Bell, Marks and Dorn sold the mill.", "Marks and Dorn sold the mill."),
        ("The old ferry sank.", "The old."),
    ],
)
def test_what_must_stay(text: str, unwanted: str) -> None:
    assert unwanted not in shorter(text)


@given(st.text(alphabet="ab ,.(-)that which and sank", max_size=120))
def test_a_shorter_wording_holds_no_new_word(text: str) -> None:
    words = [token.lower for token in tokens_of(text) if token.is_word]
    if not words:
        return
    for offer in shorten(draft(text).whole):
        kept = [t.lower for a, b in offer.kept for t in offer.draft.tokens[a:b] if t.is_word]
        rest = iter(words)
        assert all(word in rest for word in kept)
        assert len(kept) < len(words) or offer.kept != draft(text).whole.kept
