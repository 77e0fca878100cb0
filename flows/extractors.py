"""Which extractor reads: the one that a request or the settings name, behind one seam."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

from claims.model import Document
from claims.settings import ExtractorChoice, Settings
from flows.extraction_pool import Outcome, open_pool
from flows.llm_endpoint import Endpoint
from flows.llm_reading import EndpointReaders


class Extractor(Protocol):
    """Whatever reads documents. ``extractor`` is its name as it stands on the record."""

    extractor: str

    def extract_all(self, documents: Iterable[Document]) -> Iterator[Outcome]:
        """The outcome of each document, in their order."""


@contextmanager
def open_extractor(
    settings: Settings, choice: ExtractorChoice | None = None
) -> Iterator[Extractor]:
    """The extractor of ``choice``, else of the settings; its processes end with the block.

    SettingsError for ``llm`` where the settings name no endpoint.
    """
    chosen = choice or settings.extractor
    processes, seconds = settings.processes, settings.extraction_timeout_seconds
    if chosen != "llm":
        with open_pool(processes, seconds, chosen) as pool:
            yield pool
        return
    endpoint = Endpoint(settings)
    with open_pool(processes, seconds) as pool:
        yield EndpointReaders(endpoint, settings, pool)
