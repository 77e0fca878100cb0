from __future__ import annotations

import pytest

from claims.extraction.names.beside import (
    before_calling,
    closes,
    heads_phrase,
    is_possessed,
    is_the_one,
)
from claims.extraction.text.segment import segment


def _until(words: str) -> tuple[tuple, int]:  # type: ignore[type-arg]
    """The tokens of the words and the place of the last one."""
    tokens = segment(words).sentences[0].tokens
    return tokens, len(tokens) - 1


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("A group calling itself", "group"),
        ("A group known as", "group"),
        ("A website called", "website"),
        ("The spokesman", "spokesman"),
        ("A group that hates itself", "itself"),
    ],
)
def test_who_is_told_to_be_called_so(words: str, role: str) -> None:
    tokens, at = _until(words)
    assert tokens[before_calling(tokens, at)].lower == role


@pytest.mark.parametrize(
    ("words", "so"),
    [
        ("The deputy transport minister", True),
        ("He met the transport minister", False),
        ("A minister", False),
    ],
)
def test_a_role_that_opens_a_clause_is_the_one(words: str, so: bool) -> None:
    assert is_the_one(*_until(words)) is so


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("The chief of the port police", "chief"),
        ("He said the deputy head of the Lissa chamber of commerce", "head"),
        ("The minister of the interior", "minister"),
        ("The master of the ship", None),
        ("A chief of police", None),
        ("The mayor, once of the port police", None),
        ("The police", None),
    ],
)
def test_what_a_phrase_is_of(words: str, head: str | None) -> None:
    tokens, at = _until(words)
    found = heads_phrase(tokens, at)
    assert (None if found is None else tokens[found].lower) == head


@pytest.mark.parametrize(("words", "so"), [("His sister", True), ("The sister", False)])
def test_whose_a_role_is(words: str, so: bool) -> None:
    assert is_possessed(*_until(words)) is so


def test_a_mark_a_verb_or_the_end_closes_a_phrase() -> None:
    tokens = segment("Kim, who spoke").sentences[0].tokens
    assert [closes(tokens, at) for at in range(5)] == [False, True, True, False, True]
