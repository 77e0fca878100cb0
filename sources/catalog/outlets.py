"""Reads the outlet YAML files and answers: which outlet is this URL, this name?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from pydantic import Field, ValidationError, field_validator, model_validator

from sources.model import Value

CATALOG_FOLDER = Path(__file__).parent

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"


class CatalogueError(ValueError):
    """A catalogue file is wrong: the message names the file and what to change."""


class UnknownOutletError(ValueError):
    """No outlet of the catalogue has that id or name: says which come near."""


class OutletKind(StrEnum):
    """What sort of publisher an outlet is."""

    NEWSPAPER = "newspaper"
    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    STATE_MEDIA = "state_media"
    MINISTRY = "ministry"
    FACT_CHECKER = "fact_checker"
    MAGAZINE = "magazine"
    ONLINE = "online"
    TABLOID = "tabloid"
    SATIRE = "satire"


class Reliability(StrEnum):
    """Source reliability of the Admiralty code (NATO AJP-2.1)."""

    COMPLETELY_RELIABLE = "A"
    USUALLY_RELIABLE = "B"
    FAIRLY_RELIABLE = "C"
    NOT_USUALLY_RELIABLE = "D"
    UNRELIABLE = "E"
    CANNOT_BE_JUDGED = "F"


class Outlet(Value):
    """One publisher, as its YAML file states it."""

    id: str = Field(pattern=ID_PATTERN)
    name: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    """Registered names such as ``bbc.co.uk``; subdomains count with them."""
    country: str = Field(pattern=r"^[A-Z]{2}$")
    """ISO 3166-1 alpha-2 of the seat."""
    kind: OutletKind
    reliability: Reliability
    reliability_reason: str = Field(min_length=10)
    language: str = Field(pattern=r"^[a-z]{2}$")
    """ISO 639-1 of most of what it publishes."""
    organ_of: str | None = Field(default=None, pattern=ID_PATTERN)
    """Id of the party that speaks through it: state media, ministries."""
    agency: bool = False
    """Whether others carry its wire."""

    @field_validator("domains")
    @classmethod
    def _check_domains(cls, domains: tuple[str, ...]) -> tuple[str, ...]:
        for domain in domains:
            if not re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", domain):
                raise ValueError(f"{domain!r} is not a bare lower-case domain")
        return domains

    @model_validator(mode="after")
    def _check_organ(self) -> Outlet:
        speaks = self.kind in {OutletKind.STATE_MEDIA, OutletKind.MINISTRY}
        if speaks != (self.organ_of is not None):
            raise ValueError("organ_of goes with kind state_media or ministry, and only with them")
        return self


class OutletCatalogue(Mapping[str, Outlet]):
    """All outlets by id, with look-ups that answer only when sure."""

    def __init__(self, outlets: Iterable[tuple[str, Outlet]]) -> None:
        """``outlets`` pairs each outlet with the file it came from, for messages.

        Raises CatalogueError when two files share an id, a name or a domain.
        """
        self._outlets: dict[str, Outlet] = {}
        self._names: dict[str, str] = {}
        self._domains: dict[str, str] = {}
        files: dict[str, str] = {}
        for file, outlet in outlets:
            if outlet.id in files:
                raise _duplicate("id", outlet.id, files[outlet.id], file)
            files[outlet.id] = file
            self._outlets[outlet.id] = outlet
            for name in {fold_name(name) for name in (outlet.name, *outlet.aliases)}:
                if not name:
                    raise CatalogueError(f"{file}: an alias has no letters: remove it")
                if name in self._names:
                    raise _duplicate("name", name, files[self._names[name]], file)
                self._names[name] = outlet.id
            for domain in outlet.domains:
                if domain in self._domains:
                    raise _duplicate("domain", domain, files[self._domains[domain]], file)
                self._domains[domain] = outlet.id

    def __getitem__(self, outlet_id: str) -> Outlet:
        return self._outlets[outlet_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._outlets)

    def __len__(self) -> int:
        return len(self._outlets)

    def by_id(self, outlet_id: str) -> Outlet | None:
        """The outlet with this id."""
        return self._outlets.get(outlet_id)

    def by_domain(self, url: str) -> Outlet | None:
        """The outlet whose site a URL or bare domain belongs to, the longest domain first."""
        labels = _host(url).split(".")
        for start in range(len(labels) - 1):
            found = self._domains.get(".".join(labels[start:]))
            if found is not None:
                return self._outlets[found]
        return None

    def by_name(self, text: str) -> Outlet | None:
        """The outlet that is called exactly this, case, accents and a leading "the" aside."""
        found = self._names.get(fold_name(text))
        return self._outlets[found] if found is not None else None

    def find(self, text: str) -> Outlet | None:
        """The outlet that a person names, by id or name."""
        return self.by_id(text) or self.by_name(text)

    def list_near(self, text: str) -> list[str]:
        """Ids like ``text``, at most three, the nearest first."""
        return get_close_matches(text.casefold(), self._outlets, n=3)

    def require(self, text: str) -> Outlet:
        """The outlet that a person names, by id or name. UnknownOutletError for no such one."""
        found = self.find(text)
        if found is not None:
            return found
        near = self.list_near(text)
        hint = f"did you mean {' or '.join(near)}?" if near else "leave it out"
        raise UnknownOutletError(f"no outlet {text[:80]!r} is in the catalogue: {hint}")


def load_outlets() -> OutletCatalogue:
    """The catalogue shipped with the package, read once a process."""
    return _load_shipped()


@lru_cache(maxsize=1)
def _load_shipped() -> OutletCatalogue:
    return read_outlets(CATALOG_FOLDER)


def read_outlets(folder: Path) -> OutletCatalogue:
    """The catalogue of all ``*.yaml`` files in ``folder``.

    Raises CatalogueError, naming the file, when one does not validate, is not
    called after its id, or shares a name or domain with another.
    """
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise CatalogueError(f"{folder} holds no outlet files (*.yaml)")
    return OutletCatalogue((file.name, _read_outlet(file)) for file in files)


def fold_name(name: str) -> str:
    """A name as it is compared: no case, accents, punctuation or leading "the"."""
    decomposed = unicodedata.normalize("NFKD", name)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    words = re.findall(r"[^\W_]+", bare.casefold())
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _read_outlet(file: Path) -> Outlet:
    try:
        outlet = Outlet.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{file.name}: {error}") from error
    if outlet.id != file.stem:
        raise CatalogueError(f"{file.name}: its id is {outlet.id!r}: name the file after the id")
    return outlet


def _duplicate(what: str, value: str, first: str, second: str) -> CatalogueError:
    return CatalogueError(
        f"{what} {value!r} is claimed by both {first} and {second}: keep it in one of them"
    )


def _host(url: str) -> str:
    try:
        host = urlsplit(url if "://" in url else f"//{url}").hostname
    except ValueError:  # a broken IPv6 bracket, say: no site at all
        host = None
    return (host or "").rstrip(".").lower()
