"""Cursors come back as they went out, and nothing else is taken for one."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.views.cursor import read_cursor, write_cursor
from claims.views.errors import CursorError

KEYS = st.tuples(st.integers(-(2**62), 2**62), st.integers(0, 2**62))


@given(keys=KEYS, shape=st.text())
def test_cursor_comes_back(keys: tuple[int, int], shape: str) -> None:
    cursor = write_cursor(keys, shape)
    assert read_cursor(cursor, shape, 2) == keys
    assert all(character.isalnum() or character in "-_" for character in cursor)


def test_cursor_of_other_filters_is_refused() -> None:
    with pytest.raises(CursorError, match="other filters"):
        read_cursor(write_cursor((1, 2), "a"), "b", 2)


def test_cursor_of_another_list_is_refused() -> None:
    with pytest.raises(CursorError, match="not one of this list"):
        read_cursor(write_cursor((1,), "a"), "a", 2)


@pytest.mark.parametrize(
    "body",
    ["", "!", "7", "{}", "null", "é", '["x",1,"00000000"]', "[1e400,1,2]", "[true,1,2]"],
)
def test_forged_cursor_is_refused(body: str) -> None:
    forged = base64.urlsafe_b64encode(body.encode()).decode()
    with pytest.raises(CursorError, match="cursor"):
        read_cursor(forged, "a", 2)


@given(text=st.text(max_size=60))
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(CursorError):
        read_cursor(text, "a", 2)


def test_keys_that_no_database_holds_are_refused() -> None:
    with pytest.raises(CursorError):
        read_cursor(write_cursor((2**70, 1), "a"), "a", 2)
