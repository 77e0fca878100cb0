"""The outlet catalogue: shipped files valid, look-ups that answer only when sure."""

import re
from pathlib import Path

import pytest

from sources.catalog import (
    CatalogueError,
    OutletCatalogue,
    OutletKind,
    Reliability,
    UnknownOutletError,
    load_outlets,
    read_outlets,
)

GOOD = """
id: {id}
name: {name}
aliases: [{alias}]
domains: [{domain}]
country: KR
kind: newspaper
language: en
reliability: C
reliability_reason: An invented paper for a test.
"""


def write(folder: Path, outlet_id: str, name: str, alias: str, domain: str) -> None:
    text = GOOD.format(id=outlet_id, name=name, alias=alias, domain=domain)
    (folder / f"{outlet_id}.yaml").write_text(text)


def test_the_shipped_catalogue_is_read_once() -> None:
    assert len(load_outlets()) >= 60
    assert load_outlets() is load_outlets()


@pytest.mark.parametrize(
    ("url", "outlet_id"),
    [
        ("https://www.reuters.com/world/x-2024-02-20/", "reuters"),
        ("http://news.bbc.co.uk:80/1/hi.stm", "bbc"),
        ("BBC.com", "bbc"),
        ("https://factcheck.afp.com/doc.1", "afp-fact-check"),
        ("https://www.afp.com/en", "afp"),
        ("https://bbc.com.evil.example/", None),
        ("https://notbbc.com/", None),
        ("https://[broken", None),
        ("", None),
    ],
)
def test_outlets_by_domain(outlets: OutletCatalogue, url: str, outlet_id: str | None) -> None:
    found = outlets.by_domain(url)
    assert (found.id if found else None) == outlet_id


@pytest.mark.parametrize(
    ("name", "outlet_id"),
    [
        ("Reuters", "reuters"),
        ("REUTERS ", "reuters"),
        ("the guardian", "guardian"),
        ("Sun", "the-sun"),
        ("KCNA", "kcna"),
        ("مسبار", "misbar"),
        ("Suddeutsche Zeitung", "sueddeutsche-zeitung"),
        ("Reuters and others", None),
        ("The", None),
        ("", None),
    ],
)
def test_outlets_by_name(outlets: OutletCatalogue, name: str, outlet_id: str | None) -> None:
    found = outlets.by_name(name)
    assert (found.id if found else None) == outlet_id


@pytest.mark.parametrize(
    ("outlet_id", "party"),
    [
        ("kcna", "north-korea"),
        ("rodong-sinmun", "north-korea"),
        ("ria-novosti", "russia"),
        ("tass", "russia"),
        ("xinhua", "china"),
        ("irna", "iran"),
        ("sana", "syria"),
        ("kremlin-ru", "russia"),
        ("bbc", None),
    ],
)
def test_state_media_name_the_party_whose_organ_they_are(
    outlets: OutletCatalogue, outlet_id: str, party: str | None
) -> None:
    assert outlets[outlet_id].organ_of == party


def test_an_outlet_is_named_by_its_id_or_name(outlets: OutletCatalogue) -> None:
    assert [outlets.require(outlet_id).id for outlet_id in outlets] == list(outlets)
    assert outlets.require("The New York Times").id == "new-york-times"


@pytest.mark.parametrize(
    ("named", "hint"),
    [("reuterz", "did you mean reuters?"), ("Valley Courier of Nowhere", "leave it out")],
)
def test_an_outlet_that_nobody_lists_is_refused_with_what_comes_near(
    outlets: OutletCatalogue, named: str, hint: str
) -> None:
    with pytest.raises(UnknownOutletError, match=re.escape(hint)):
        outlets.require(named)


def test_no_state_medium_and_no_satire_counts_as_strong(outlets: OutletCatalogue) -> None:
    weak = {OutletKind.STATE_MEDIA, OutletKind.MINISTRY, OutletKind.SATIRE, OutletKind.TABLOID}
    strong = {Reliability.COMPLETELY_RELIABLE, Reliability.USUALLY_RELIABLE}
    assert [o.id for o in outlets.values() if o.kind in weak and o.reliability in strong] == []


@pytest.mark.parametrize(
    ("name", "alias", "domain", "message"),
    [
        ("Harbour Post", "HC", "post.example", "name 'hc'"),
        ("The Harbour Courier", "HP", "post.example", "name 'harbour courier'"),
        ("Harbour Post", "HP", "courier.example", r"domain 'courier\.example'"),
    ],
)
def test_what_two_outlets_share_names_both_files(
    tmp_path: Path, name: str, alias: str, domain: str, message: str
) -> None:
    write(tmp_path, "courier", "Harbour Courier", "HC", "courier.example")
    write(tmp_path, "post", name, alias, domain)
    with pytest.raises(CatalogueError, match=rf"{message}.*courier\.yaml and post\.yaml"):
        read_outlets(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: newspaper", "kind: blog", "courier.yaml"),
        ("kind: newspaper", "kind: state_media", "organ_of"),
        ("kind: newspaper", "kind: newspaper\norgan_of: russia", "organ_of"),
        ("reliability: C", "reliability: G", "courier.yaml"),
        ("id: courier", "id: other", "name the file after the id"),
        ("courier.example", "https://courier.example/", "not a bare"),
        ("language: en", "language: en\nmood: good", "mood"),
        ("aliases: [HC]", "aliases: [HC", "courier.yaml"),
        ("aliases: [HC]", "aliases: ['--']", "no letters"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    write(tmp_path, "courier", "Harbour Courier", "HC", "courier.example")
    file = tmp_path / "courier.yaml"
    file.write_text(file.read_text().replace(old, new))
    with pytest.raises(CatalogueError, match=message):
        read_outlets(tmp_path)


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="no outlet files"):
        read_outlets(tmp_path)
