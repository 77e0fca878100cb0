"""A document's words as the ground that positions stand on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.model.linking.backdrop import read_backdrop
from claims.extraction.text.segment import segment
from claims.extraction.wording.joining import claim_key

BACK = read_backdrop(
    segment(
        "The ferry Alba sank off Leith. The ferry carried tar and timber. Divers found the ferry. "
        "A mill burned in Perth."
    )
)
WORDS = ["ferry", "Alba", "sank", "tar", "divers", "mill", "Perth", "unheard"]


def test_what_runs_through_the_document_is_its_theme_and_tells_least() -> None:
    assert "ferri" in BACK.top
    assert BACK.rarity["ferri"] < BACK.rarity["alba"] < BACK.rarity["unheard"] == 1.0
    assert "divers" not in BACK.lead
    assert claim_key("tar") <= BACK.lead


@pytest.mark.parametrize(
    ("words", "new"),
    [("The ferry sank.", 0.0), ("A mill burned.", 1.0), ("", 0.0)],
)
def test_novelty(words: str, new: float) -> None:
    assert BACK.novelty(claim_key(words), BACK.lead) == pytest.approx(new, abs=1e-3)


@given(st.sets(st.sampled_from(WORDS)), st.sets(st.sampled_from(WORDS)))
def test_likeness_is_symmetric_and_bounded(a: set[str], b: set[str]) -> None:
    left, right = claim_key(" ".join(a)), claim_key(" ".join(b))
    for measure in (BACK.overlap, BACK.likeness):
        assert measure(left, right) == pytest.approx(measure(right, left))
        assert -1e-9 <= measure(left, right) <= 1.0 + 1e-9
    assert BACK.overlap(left, left) == pytest.approx(1.0 if left else 0.0)


def test_an_empty_page_has_an_empty_backdrop() -> None:
    assert read_backdrop(segment("")).sentences == ()
