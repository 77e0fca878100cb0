"""The names of all parties in one text: what is found is what looking at each would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.views.party_names import PartyNames
from claims.words import fold

NAMES = st.lists(
    st.tuples(st.text("abß\u0301 \0", max_size=4).map(fold), st.integers(1, 5)), max_size=12
)


@given(NAMES, NAMES, st.text("aAbßS\u0301á\0", max_size=3), st.integers(1, 4))
def test_a_part_of_a_name_is_found_wherever_it_stands(
    first: list[tuple[str, int]], then: list[tuple[str, int]], part: str, limit: int
) -> None:
    names = PartyNames()
    names.add(first)
    names.add(then)
    folded = fold(part)
    asks = folded and "\0" not in folded
    holding = [party for name, party in first + then if asks and folded in name]
    assert names.list_holding(part, limit) == list(dict.fromkeys(holding))[:limit]


def test_a_name_is_borne_in_whatever_case() -> None:
    names = PartyNames()
    names.add([("mali", 3), ("mali", 2), ("malin", 7)])
    assert names.list_bearers("MALI") == [2, 3]
    assert names.list_bearers("Peru") == []


def test_a_name_is_borne_with_or_without_its_accents() -> None:
    names = PartyNames()
    names.add([(fold("Recep Tayyip Erdoğan"), 4)])
    for name in ("RECEP TAYYIP ERDOGAN", "recep tayyip erdoğan", "Recep Tayyip Erdog\u0306an"):
        assert names.list_bearers(name) == [4], name
    assert names.list_holding("erdogan", 9) == names.list_holding("ERDOĞ", 9) == [4]
    assert names.list_holding("\u0306", 9) == [], "an accent alone is no part of a name"
