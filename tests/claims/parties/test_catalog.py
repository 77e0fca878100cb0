"""What the shipped catalogue holds, and what it must never hold."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from claims.model import PartyKind
from claims.parties import Catalogue, NameSort, load_catalogue

NOT_MEMBERS = {"holy-see", "palestine", "taiwan", "kosovo"}
STATES = [party for party in load_catalogue().parties if party.kind is PartyKind.STATE]


def test_every_member_of_the_united_nations_is_there():
    ids = {party.id for party in STATES}
    assert len(ids - NOT_MEMBERS) == 193
    assert ids >= NOT_MEMBERS


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.id)
def test_a_state_resolves_by_every_name_that_is_not_listed_as_ambiguous(catalogue, state):
    ambiguous = {line.name for line in catalogue.vocabulary.ambiguities}
    for name in state.names:
        found = catalogue.resolve(name.text)
        if name.text in ambiguous:
            assert found.party_id in (None, state.id)
            assert found.reason
        else:
            assert found.party_id == state.id, f"{name.text}: {found.reason}"


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.id)
def test_a_state_has_a_capital_and_most_have_a_demonym(state):
    sorts = Counter(name.sort for name in state.names)
    assert sorts[NameSort.CAPITAL]
    assert sorts[NameSort.DEMONYM] or state.id == "holy-see"


def test_names_that_parties_share_are_listed_with_a_reason(catalogue):
    assert catalogue.index.shared() == {}, "list them in ambiguous.yaml"


def test_a_filled_institution_answers_to_its_derived_id(catalogue):
    for (state, key), party_id in catalogue.vocabulary.filled.items():
        if catalogue.get(state).kind is PartyKind.STATE:
            assert catalogue.get(f"{state}-{key}").id == party_id


@pytest.mark.parametrize(
    ("sort", "least"),
    [
        (PartyKind.PERSON, 300),
        (PartyKind.OUTLET, 150),
        (PartyKind.INSTITUTION, 90),
        (PartyKind.ORGANISATION, 150),
        (PartyKind.GROUP, 40),
    ],
)
def test_the_catalogue_is_of_some_size(catalogue, sort, least):
    assert sum(party.kind is sort for party in catalogue.parties) >= least


@pytest.mark.parametrize(
    ("organ", "owner"),
    [
        ("kcna", "north-korea"),
        ("tass", "russia"),
        ("ria-novosti", "russia"),
        ("rt", "russia"),
        ("xinhua", "china"),
        ("irna", "iran"),
        ("sana", "syria"),
        ("wafa", "palestinian-authority"),
    ],
)
def test_state_news_organs_have_an_owner(catalogue, organ, owner):
    party = catalogue.get(organ)
    assert party is not None
    assert party.kind is PartyKind.OUTLET
    assert party.organ_of == owner


@pytest.mark.parametrize(
    "party",
    [p for p in load_catalogue().parties if p.kind is PartyKind.PERSON],
    ids=lambda party: party.id,
)
def test_one_seat_is_not_held_twice_at_once_by_one_person(party):
    seen = set()
    for held in party.speaks_for:
        assert held not in seen
        seen.add(held)


SINGLE_SEATS = {
    "president",
    "prime minister",
    "foreign minister",
    "defence minister",
    "chancellor",
    "secretary-general",
    "pope",
}


def test_two_persons_do_not_hold_one_seat_for_more_than_a_day(catalogue: Catalogue):
    seats: dict[tuple[str, str], list] = {}
    for party in catalogue.parties:
        for held in party.speaks_for:
            if held.role in SINGLE_SEATS and held.since:
                seats.setdefault((held.party, held.role), []).append((held, party.id))
    overlaps = []
    for terms in seats.values():
        terms.sort(key=lambda term: term[0].since)
        for (one, first), (other, second) in pairwise(terms):
            if one.until is None or one.until > other.since:
                overlaps.append((one.party, one.role, first, second))
    assert overlaps == []


def test_owners_that_the_outlet_catalogue_names_are_parties_here(catalogue):
    folder = Path(__file__).parents[3] / "sources" / "catalog"
    for path in folder.glob("*.yaml"):
        outlet = yaml.safe_load(path.read_text(encoding="utf-8"))
        owner = outlet.get("organ_of")
        assert owner is None or catalogue.get(owner) is not None, f"{path.name}: {owner}"
        known = catalogue.get(outlet["id"])
        if owner is not None and known is not None and known.id != owner:
            assert catalogue.same_side(known.id, owner), f"{path.name}: {known.id} and {owner}"


def test_outlets_have_the_sites_that_the_outlet_catalogue_names(catalogue):
    folder = Path(__file__).parents[3] / "sources" / "catalog"
    for path in folder.glob("*.yaml"):
        outlet = yaml.safe_load(path.read_text(encoding="utf-8"))
        known = catalogue.get(outlet["id"])
        if known is not None and known.kind is PartyKind.OUTLET:
            assert list(known.domains) == outlet.get("domains", []), path.name


@pytest.mark.parametrize(
    ("host", "outlet"),
    [
        ("reuters.com", "reuters"),
        ("graphics.reuters.com", "reuters"),
        ("news.bbc.co.uk", "bbc"),
        ("factcheck.afp.com", "afp-fact-check"),
        ("notreuters.com", None),
        ("co.uk", None),
        ("", None),
    ],
)
def test_whose_site_a_host_belongs_to(catalogue, host, outlet):
    found = catalogue.by_domain(host)
    assert (found and found.id) == outlet
