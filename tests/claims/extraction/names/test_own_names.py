"""Which other names a party keeps, a text a row."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.extraction.rules import extract_by_rules
from claims.model import Document

TEXT = (
    "Peru's spokesman Paul Reed said Telmark had shelled the mill on Monday.\n\n"
    "Foreign Minister Petra Lukacs of Telmark denied that the mill had closed.\n\n"
    "Sarn Orlov, a miner, said in Orsk that Telmark had fired on it."
)


@pytest.mark.parametrize("whole", [True, False])
def test_no_name_of_another_is_a_partys_other_name(whole: bool) -> None:
    found = (extract if whole else extract_by_rules)(Document(text=TEXT)).findings
    names = {each.party: set(each.aliases) for each in found}
    assert {"Peru", "Petra Lukacs", "Sarn Orlov"} <= names.keys()
    for aliases in names.values():
        assert aliases.isdisjoint({"Telmark", "Orsk"})


@pytest.mark.parametrize(
    ("text", "party", "lost", "kept"),
    [
        ("Villagers in Mali said the mill had closed.", "Villagers in Mali", "Mali", ()),
        ("Orsk's foreign ministry said the mill had closed. Orsk has a port.",
         "Orsk's foreign ministry", "Orsk", ()),
        ("Russia said the mill had closed. Moscow said it was sorry.",
         "Russia", "Peru", ("Moscow",)),
    ],
)  # fmt: skip
def test_where_somebody_is_is_no_name_of_theirs(
    text: str, party: str, lost: str, kept: tuple[str, ...]
) -> None:
    found = extract_by_rules(Document(text=text)).findings
    names = {name for each in found if each.party == party for name in each.aliases}
    assert lost not in names
    assert names >= set(kept)
