"""Documents read through an endpoint, several at a time; each that fails is read by ``auto``.

What an endpoint does wrong costs the document in hand its reading by the model, and
nothing else: rules and trained reader stand in, the extraction says so, and the rest
goes on. An endpoint that fails many documents in a row is not asked again in this run.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Iterator
from functools import partial

import httpx

from claims.extraction import why_unread
from claims.extraction.llm import BadAnswerError, name_reader, read_document
from claims.model import Document, Extraction
from claims.settings import Settings
from flows.extraction_pool import ExtractionPool, Outcome
from flows.llm_endpoint import Endpoint, EndpointError

MOST_FAILURES = 5
"""Documents in a row that the endpoint may fail before it is not asked any more."""


class EndpointReaders:
    """Reads through an endpoint; ``stand_in`` takes what that fails on."""

    def __init__(self, endpoint: Endpoint, settings: Settings, stand_in: ExtractionPool) -> None:
        self.extractor = name_reader(endpoint.model)
        self._endpoint = endpoint
        self._settings = settings
        self._stand_in = stand_in
        self._failures = 0
        """Documents that the endpoint failed in a row (an answer sets it to 0)."""
        self._last = ""
        self._log = logging.getLogger(__name__)

    def extract_all(self, documents: Iterable[Document]) -> Iterator[Outcome]:
        """The outcome of each document, in their order. Not from inside an event loop."""
        waiting = list(documents)
        found = asyncio.run(self._read_all(waiting))
        left = [document for document, read in zip(waiting, found, strict=True) if _failed(read)]
        stood_in = self._stand_in.extract_all(left)
        for read in found:
            yield read if isinstance(read, Extraction) else self._note(next(stood_in), read)

    async def _read_all(self, documents: list[Document]) -> list[Extraction | str]:
        """For each document the model's reading, or why there is none."""
        turns = asyncio.Semaphore(self._settings.llm_concurrency)

        async with self._endpoint.open_client() as client:

            async def read_in_turn(document: Document) -> Extraction | str:
                async with turns:
                    return await self._read(document, client)

            return list(await asyncio.gather(*map(read_in_turn, documents)))

    async def _read(self, document: Document, client: httpx.AsyncClient) -> Extraction | str:
        unread = why_unread(document)
        if unread is not None:
            return Extraction(extractor=self.extractor, skipped=unread)
        if self._failures >= MOST_FAILURES:
            return f"not asked after {MOST_FAILURES} failures in a row ({self._last})"
        seconds = self._settings.llm_document_seconds
        ask = partial(self._endpoint.ask, client=client)
        part_chars = self._settings.llm_window_chars
        try:
            async with asyncio.timeout(seconds):
                told = await read_document(document, ask, self._endpoint.model, part_chars)
        except TimeoutError:
            return self._count_failure(f"no reading within {seconds:g} s")
        except EndpointError as error:
            return self._count_failure(str(error))
        except BadAnswerError as error:  # the endpoint works: it is the answer that does not
            self._failures = 0
            return str(error)
        except Exception as error:  # noqa: BLE001 - one document must not stop a batch
            return self._count_failure(f"reading failed: {type(error).__name__}")
        self._failures = 0
        for reason, times in sorted(told.refused.items()):
            self._log.warning("%s: %d stances left out: %s", self.extractor, times, reason)
        return told.extraction

    def _count_failure(self, reason: str) -> str:
        self._failures += 1
        self._last = reason
        return reason

    def _note(self, outcome: Outcome, reason: str) -> Outcome:
        """What stood in, with why it had to."""
        self._log.warning("%s: read by %s: %s", self.extractor, self._stand_in.extractor, reason)
        if not isinstance(outcome, Extraction):
            return outcome
        return outcome.model_copy(update={"fell_back": f"{self.extractor}: {reason}"})


def _failed(read: Extraction | str) -> bool:
    return isinstance(read, str)
