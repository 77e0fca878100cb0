"""Everything a flow run would otherwise load for itself: imported once by the fork server.

Catalogues, lexicons and the language model take 1-2 s; a forked run finds them in memory.
"""

from __future__ import annotations

from claims.parties import load_catalogue
from flows.deployed import FLOWS
from flows.extraction_ready import SENTENCE
from sources.catalog import load_outlets
from sources.readers.language import tell_language


def load_everything() -> int:
    """Fill every cache. Returns how many flows are ready."""
    load_catalogue()
    load_outlets()
    tell_language(SENTENCE)
    return len(FLOWS)


load_everything()
