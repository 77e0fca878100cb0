"""Who takes the position: mention -> party, and whose word counts as whose. Pure.

Finding never guesses; resolving accepts only when one candidate remains.
"""

from claims.parties.catalogue import Catalogue
from claims.parties.load import load_catalogue
from claims.parties.names import normalise, slug
from claims.parties.party import (
    CatalogueError,
    Mention,
    NameSort,
    Party,
    PartyName,
    Resolution,
    SpeaksFor,
)

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Mention",
    "NameSort",
    "Party",
    "PartyName",
    "Resolution",
    "SpeaksFor",
    "load_catalogue",
    "normalise",
    "slug",
]
