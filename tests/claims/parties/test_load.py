"""What a catalogue folder must hold: every error names the file and the line's id."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.parties import CatalogueError
from claims.parties.load import KIND_OF_FILE, read_catalogue

PATTERNS = """
institutions:
  government: {name: Government, kind: government, phrases: [government]}
titles:
  president: {of: government, phrases: [president]}
"""
GOOD = {
    "states.yaml": "- {id: ruritania, name: Ruritania, demonyms: [Ruritanian], capitals: [Zenda]}",
    "institutions.yaml": "- {id: the-tower, name: Tower, part_of: ruritania, as: [government]}",
    "people.yaml": "- {id: rudolf, name: Rudolf, for: [[the-tower, president, 2020-01-01, null]]}",
}


def write_catalogue(folder: Path, **changed: str) -> Path:
    """A small sound catalogue, with some files replaced (dots in names written as "__")."""
    files = dict.fromkeys(KIND_OF_FILE, "[]") | GOOD
    files |= {"patterns.yaml": PATTERNS, "ambiguous.yaml": "[]"}
    files |= {name.replace("__", "."): text for name, text in changed.items()}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_sound_folder_reads(tmp_path):
    catalogue = read_catalogue(write_catalogue(tmp_path))
    assert catalogue.owners("rudolf") == ("rudolf", "the-tower", "ruritania")
    assert catalogue.resolve("the Ruritanian government").party_id == "the-tower"
    assert catalogue.resolve("the Ruritanians").party_id == "ruritania"


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (
            {"companies__yaml": "- {id: ruritania, name: Ruritania Inc}"},
            r"companies.yaml: party 'ruritania' is already in states.yaml",
        ),
        (
            {"companies__yaml": "- {id: acme, name: Acme, part_of: nowhere}"},
            r"companies.yaml: 'acme' names unknown party 'nowhere'",
        ),
        (
            {"outlets__yaml": "- {id: gazette, name: Gazette, organ_of: nowhere}"},
            r"outlets.yaml: 'gazette' names unknown party 'nowhere'",
        ),
        (
            {"people__yaml": "- {id: rudolf, name: R, for: [[nowhere, president, null, null]]}"},
            r"people.yaml: 'rudolf' names unknown party 'nowhere'",
        ),
        (
            {"people__yaml": "- {id: rudolf, name: R, for: [[ruritania, jester, null, null]]}"},
            r"people.yaml: 'rudolf' has unknown role 'jester'",
        ),
        (
            {
                "people__yaml": "- {id: rudolf, name: R, for: [[ruritania, president, "
                "2020-01-02, 2020-01-01]]}"
            },
            r"people.yaml: 'rudolf' does not fit: .*before 2020-01-02",
        ),
        (
            {"people__yaml": "- {id: rudolf, name: Rudolf, for: [[ruritania, president]]}"},
            r"people.yaml: 'rudolf' does not fit",
        ),
        (
            {"people__yaml": "- {id: rudolf, name: Rudolf, nickname: Rudi}"},
            r"people.yaml: 'rudolf' has unknown fields \['nickname'\]",
        ),
        (
            {"people__yaml": "- {id: Rudolf V, name: Rudolf}"},
            r"people.yaml: 'Rudolf V' does not fit",
        ),
        ({"people__yaml": "- {name: Rudolf}"}, r"people.yaml: .*does not fit: 'id'"),
        ({"people__yaml": "rudolf: {}"}, r"people.yaml: expected a list"),
        (
            {"institutions__yaml": "- {id: the-tower, name: Tower, part_of: ruritania, as: [zoo]}"},
            r"institutions.yaml: 'the-tower' fills 'zoo', which patterns.yaml lacks",
        ),
        (
            {"institutions__yaml": "- {id: the-tower, name: Tower, as: [government]}"},
            r"institutions.yaml: 'the-tower' fills 'government' of no state",
        ),
        (
            {
                "institutions__yaml": "- {id: the-tower, name: T, part_of: ruritania, as: "
                "[government]}\n- {id: other, name: O, part_of: ruritania, as: [government]}"
            },
            r"institutions.yaml: 'other' and 'the-tower' both fill 'government'",
        ),
        (
            {"ambiguous__yaml": "- {name: Rudi, readings: [rudi], why: two}"},
            r"ambiguous.yaml: 'Rudi' may be unknown party 'rudi'",
        ),
        (
            {"ambiguous__yaml": "- {name: Rudi, readings: [rudolf]}"},
            r"ambiguous.yaml does not fit: .*why",
        ),
        (
            {"patterns__yaml": "institutions: {}\ntitles: {president: {of: zoo, phrases: [x]}}"},
            r"fills 'government', which patterns.yaml lacks",
        ),
        (
            {"patterns__yaml": PATTERNS.replace("of: government", "of: zoo")},
            r"patterns.yaml: title 'president' is of unknown 'zoo'",
        ),
    ],
)
def test_an_unsound_folder_is_refused_by_file_and_reason(tmp_path, changed, message):
    with pytest.raises(CatalogueError, match=f"(?s){message}"):
        read_catalogue(write_catalogue(tmp_path, **changed))
