"""Names to parties: one candidate links, none opens a party, several stay unresolved."""

from datetime import date

import pytest

from claims.desk.linking import (
    NameUse,
    keys_by_name,
    link_name,
    link_names,
    names_properly,
    new_aliases,
)
from claims.model import UNATTRIBUTED, PartyKind
from claims.parties import load_catalogue

CATALOGUE = load_catalogue()
DAY = date(2024, 2, 20)


@pytest.mark.parametrize(
    ("use", "key", "kind", "why"),
    [
        (NameUse("Pyongyang"), "north-korea", PartyKind.STATE, "a capital stands for its state"),
        (NameUse("KCNA"), "kcna", PartyKind.OUTLET, "an acronym of the catalogue"),
        (NameUse("Harbour Watch"), "harbour-watch", PartyKind.UNKNOWN, "a name of its own"),
        (
            NameUse("Ines Valdoria", is_speaker=True),
            "ines-valdoria",
            PartyKind.PERSON,
            "whoever speaks is a person",
        ),
        (
            NameUse("a harbour guard", anonymous=True),
            "anonymous:harbour-guard",
            PartyKind.ANONYMOUS,
            "nobody is named",
        ),
        (NameUse("Georgia"), "unresolved:georgia", PartyKind.UNKNOWN, "a state, or a US state"),
        (
            NameUse("the foreign ministry"),
            "unresolved:foreign-ministry",
            PartyKind.UNKNOWN,
            "whose, the name does not say",
        ),
        (NameUse(UNATTRIBUTED), UNATTRIBUTED, PartyKind.UNATTRIBUTED, "nobody at all"),
    ],
)
def test_a_name_becomes_a_party(use: NameUse, key: str, kind: PartyKind, why: str) -> None:
    link = link_name(CATALOGUE, use, DAY)
    assert (link.key, link.kind) == (key, kind), why


@pytest.mark.parametrize("name", ["Georgia", "the foreign ministry"])
def test_an_unresolved_party_says_why(name: str) -> None:
    assert link_name(CATALOGUE, NameUse(name), DAY).note


def test_a_clear_name_of_the_document_settles_an_unclear_one() -> None:
    uses = [NameUse("Georgia"), NameUse("Tbilisi"), NameUse("South Ossetia")]
    links = link_names(CATALOGUE, uses, DAY)
    assert links[NameUse("Georgia")].key == "georgia"


def test_an_official_of_a_party_is_the_party_anonymously() -> None:
    link = link_name(CATALOGUE, NameUse("a Pentagon official"), DAY)
    assert (link.key, link.anonymous) == ("pentagon", True)


def test_the_same_unknown_name_leads_to_the_same_party() -> None:
    spellings = ("Harbour Watch", "the Harbour Watch", "“Harbour Watch”")
    assert {link_name(CATALOGUE, NameUse(name)).key for name in spellings} == {"harbour-watch"}


@pytest.mark.parametrize(
    ("alias", "proper"),
    [
        ("Moscow", True),
        ("the Kremlin", True),
        ("Ministry of Foreign Affairs", True),
        ("al-Shabaab", True),
        ("وزارة الخارجية", True),
        ("he", False),
        ("They", False),
        ("the company", False),
        ("official media", False),
        ("official KCNA news agency", False),
        ("", False),
        ("X", False),
        ("A" * 81, False),
    ],
)
def test_an_alias_is_kept_when_it_names_by_itself(alias: str, proper: bool) -> None:
    assert names_properly(alias) is proper


def test_only_names_new_to_the_catalogue_are_kept() -> None:
    link = link_name(CATALOGUE, NameUse("Harbour Watch"))
    told = ("Harbour  Watch", "HW Alliance", "it", "Moscow", "the group", "HW Alliance")
    assert new_aliases(CATALOGUE, link, told) == ["HW Alliance"]


def test_a_name_of_another_party_or_speaker_of_the_text_is_no_alias() -> None:
    uses = [NameUse("Harbour Watch"), NameUse("Vestria"), NameUse("Ann Orr", is_speaker=True)]
    links = link_names(CATALOGUE, uses)
    told = ("Vestria", "HW Alliance", "Ann Orr", "Harbour Watch")
    kept = new_aliases(CATALOGUE, links[uses[0]], told, keys_by_name(links))
    assert kept == ["HW Alliance"]
