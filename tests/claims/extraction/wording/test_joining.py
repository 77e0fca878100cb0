"""Wordings of one claim have words in common: inflected, by synonym, by the capital of a state."""

import pytest

from claims.extraction.wording.joining import claim_key, document_words, rarity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Two ferries sank.", "Two ferry sank", id="inflection"),
        pytest.param("Chad shipped rockets.", "Chad sent arms.", id="synonyms"),
        pytest.param("Pyongyang sent arms.", "North Korea sent arms.", id="a capital is its state"),
        pytest.param("Lima's ships", "the ships of Peru", id="possessives and small words aside"),
    ],
)
def test_two_wordings_have_one_key(one: str, other: str) -> None:
    assert claim_key(one) == claim_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("a lima bean", "a Peru bean", id="a capital is a name, not any word"),
        pytest.param("Seoul sent arms", "Pyongyang sent arms", id="two states of like names"),
    ],
)
def test_two_wordings_have_other_keys(one: str, other: str) -> None:
    assert claim_key(one) != claim_key(other)


def test_words_of_a_document_count_under_their_keys() -> None:
    counts = document_words("Lima denied it. Peru's ships were there, said the minister.")
    assert counts["peru"] == 2
    assert "the" not in counts


def test_what_runs_through_a_document_weighs_less_in_an_overlap() -> None:
    weights = rarity(document_words("The ferry sank. The ferry burned. A ferry sailed to Lima."))
    key = claim_key("the ferry sank")
    assert weights["ferri"] < weights["sank"] < weights["unheard"] == 1.0
    assert weights.overlap(key, claim_key("the ferry left")) < weights.overlap(
        key, claim_key("the trawler sank")
    )
    assert weights.overlap(key, key) == pytest.approx(1.0)
    assert weights.overlap(key, frozenset()) == 0.0


def test_a_key_weighs_what_its_words_weigh() -> None:
    weights = rarity(document_words("The ferry sank."))
    key = claim_key("the ferry sank off Leith")
    assert weights.of_key(key) == weights.of_key(key) == pytest.approx(weights.total(key))
