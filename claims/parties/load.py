"""Read the catalogue from the YAML files of this package."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from claims.model import PartyKind
from claims.parties.catalogue import Catalogue
from claims.parties.party import CatalogueError, NameSort, Party, PartyName, SpeaksFor
from claims.parties.vocabulary import Ambiguity, Patterns, Vocabulary, make_vocabulary

CATALOG = Path(__file__).parent / "catalog"

KIND_OF_FILE = {
    "states.yaml": PartyKind.STATE,
    "institutions.yaml": PartyKind.INSTITUTION,
    "organisations.yaml": PartyKind.ORGANISATION,
    "companies.yaml": PartyKind.ORGANISATION,
    "outlets.yaml": PartyKind.OUTLET,
    "people.yaml": PartyKind.PERSON,
    "people_world.yaml": PartyKind.PERSON,
}
"""Every file of parties, with the kind of its lines that name none."""

SORT_OF_FIELD = {
    "also": NameSort.NAME,
    "acronyms": NameSort.ACRONYM,
    "demonyms": NameSort.DEMONYM,
    "capitals": NameSort.CAPITAL,
    "metonyms": NameSort.METONYM,
    "short": NameSort.SHORT,
    "titles": NameSort.LEADER_TITLE,
}
_FIELDS = {"id", "name", "long", "kind", "part_of", "organ_of", "for", "as", "domains"} | set(
    SORT_OF_FIELD
)
_NO_PLURAL = re.compile(r"(?:ese|ish|[cs]h|s|x|z|man|woman|Swiss|Thai|-\w+)$")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it: ten times faster, the same result."""


@cache
def load_catalogue() -> Catalogue:
    """The catalogue shipped with the package, read once."""
    return read_catalogue(CATALOG)


def read_catalogue(folder: Path) -> Catalogue:
    """Read and check every file of a catalogue folder.

    CatalogueError naming the file where a line does not fit, an id comes
    twice, or a party, institution or role is named that nobody describes.
    """
    parties: dict[str, tuple[Party, str]] = {}
    filled: dict[tuple[str, str], str] = {}
    for filename, kind in KIND_OF_FILE.items():
        for row in _read_rows(folder / filename):
            party = _make_party(row, kind, filename)
            if party.id in parties:
                raise CatalogueError(
                    f"{filename}: party {party.id!r} is already in {parties[party.id][1]}; keep one"
                )
            parties[party.id] = (party, filename)
            for key in row.get("as", ()):
                filled[_filled_place(party, key, filled, filename)] = party.id
    vocabulary = _read_vocabulary(folder, filled)
    _check_institutions(vocabulary, parties)
    catalogue = Catalogue((party for party, _ in parties.values()), vocabulary)
    _check_references(catalogue, parties)
    return catalogue


def _read_rows(path: Path) -> list[dict[str, Any]]:
    rows = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise CatalogueError(f"{path.name}: expected a list of mappings, one a line")
    return rows


def _make_party(row: dict[str, Any], kind: PartyKind, filename: str) -> Party:
    unknown = set(row) - _FIELDS
    if unknown:
        raise CatalogueError(f"{filename}: {row.get('id')!r} has unknown fields {sorted(unknown)}")
    try:
        return Party(
            id=row["id"],
            name=row["name"],
            kind=PartyKind(row.get("kind", kind)),
            names=tuple(_names_of(row)),
            part_of=row.get("part_of"),
            organ_of=row.get("organ_of"),
            speaks_for=tuple(
                SpeaksFor(party=party, role=role, since=since, until=until)
                for party, role, since, until in row.get("for", ())
            ),
            domains=row.get("domains", ()),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise CatalogueError(f"{filename}: {row.get('id', row)!r} does not fit: {error}") from error


def _names_of(row: dict[str, Any]) -> Iterator[PartyName]:
    seen: set[str] = set()
    for text, sort in _texts_of(row):
        if text not in seen:
            seen.add(text)
            yield PartyName(text=text, sort=sort)


def _texts_of(row: dict[str, Any]) -> Iterator[tuple[str, NameSort]]:
    yield row["name"], NameSort.NAME
    if "long" in row:
        yield row["long"], NameSort.NAME
    for field, sort in SORT_OF_FIELD.items():
        for text in row.get(field, ()):
            yield text, sort
            if sort is NameSort.DEMONYM and not _NO_PLURAL.search(text):
                yield f"{text}s", sort


def _filled_place(
    party: Party, key: str, filled: dict[tuple[str, str], str], filename: str
) -> tuple[str, str]:
    if party.part_of is None:
        raise CatalogueError(
            f"{filename}: {party.id!r} fills {key!r} of no state; give its part_of"
        )
    if (party.part_of, key) in filled:
        raise CatalogueError(
            f"{filename}: {party.id!r} and {filled[party.part_of, key]!r} both fill {key!r}"
        )
    return party.part_of, key


def _read_vocabulary(folder: Path, filled: dict[tuple[str, str], str]) -> Vocabulary:
    filename = "patterns.yaml"
    try:
        raw = yaml.load((folder / filename).read_text(encoding="utf-8"), Loader=_Loader)
        patterns = Patterns.model_validate(raw)
        filename = "ambiguous.yaml"
        rows = TypeAdapter(tuple[Ambiguity, ...]).validate_python(_read_rows(folder / filename))
    except ValidationError as error:
        raise CatalogueError(f"{filename} does not fit: {error}") from error
    return make_vocabulary(patterns, rows, filled)


def _check_institutions(vocabulary: Vocabulary, parties: dict[str, tuple[Party, str]]) -> None:
    known = vocabulary.patterns.institutions
    for (_, key), party_id in vocabulary.filled.items():
        if key not in known:
            raise CatalogueError(
                f"{parties[party_id][1]}: {party_id!r} fills {key!r}, which patterns.yaml lacks"
            )
    for role, title in vocabulary.patterns.titles.items():
        if title.of is not None and title.of not in known:
            raise CatalogueError(f"patterns.yaml: title {role!r} is of unknown {title.of!r}")


def _check_references(catalogue: Catalogue, parties: dict[str, tuple[Party, str]]) -> None:
    titles = catalogue.vocabulary.patterns.titles
    for party, filename in parties.values():
        named = [party.part_of, party.organ_of, *(held.party for held in party.speaks_for)]
        for other in named:
            if other is not None and catalogue.get(other) is None:
                raise CatalogueError(f"{filename}: {party.id!r} names unknown party {other!r}")
        for held in party.speaks_for:
            if held.role not in titles:
                raise CatalogueError(f"{filename}: {party.id!r} has unknown role {held.role!r}")
    for ambiguity in catalogue.vocabulary.ambiguities:
        for reading in ambiguity.readings:
            if catalogue.get(reading) is None:
                raise CatalogueError(
                    f"ambiguous.yaml: {ambiguity.name!r} may be unknown party {reading!r}"
                )
