"""Extraction straight from files, with no record: what ``onrecord extract`` prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from claims.model import Document, Extraction
from claims.settings import ExtractorChoice, load_settings
from flows.extraction_pool import ExtractionFailed, ExtractionPool, extract_safely
from flows.extractors import open_extractor
from flows.intake import read_files

AT_ONCE = 64
"""Documents handed to the pool together."""
IN_THIS_PROCESS = 4
"""Up to so many documents, starting worker processes costs more than it gains."""


def extract_files(
    paths: Sequence[str], extractor: ExtractorChoice | None = None
) -> Iterator[tuple[str, Extraction | str]]:
    """Each document's name with what was found in it, or with why nothing could be.

    ``extractor`` None: the one that the settings name.
    """
    settings = load_settings()
    found = read_files(paths)
    with open_extractor(settings, extractor) as pool:
        while batch := list(islice(found, AT_ONCE)):
            documents = [document for _, document in batch if isinstance(document, Document)]
            if isinstance(pool, ExtractionPool) and len(documents) <= IN_THIS_PROCESS:
                by = pool.by
                outcomes = iter([extract_safely(document, by) for document in documents])
            else:
                outcomes = pool.extract_all(documents)
            for name, document in batch:
                if isinstance(document, str):
                    yield name, document
                    continue
                outcome = next(outcomes)
                yield name, outcome.reason if isinstance(outcome, ExtractionFailed) else outcome
