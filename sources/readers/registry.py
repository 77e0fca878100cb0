"""Which reader reads which media type, and the one way from capture to documents."""

from __future__ import annotations

from collections.abc import Iterator

from sources.catalog import OutletCatalogue
from sources.model import NOTHING_GIVEN, Capture, Given, ReadFailure, SourceDocument
from sources.readers.decode import UndecodableError
from sources.readers.draft import Draft, Problem, Reader
from sources.readers.feed import read_feed
from sources.readers.finish import fail, finish_drafts
from sources.readers.json_file import read_json_file
from sources.readers.media import FEED, HTML, JSON, JSON_LINES, PDF, PLAIN, WARC
from sources.readers.page import read_page
from sources.readers.plain import read_plain
from sources.readers.records import read_json_lines

READERS: dict[str, Reader] = {
    PLAIN: read_plain,
    HTML: read_page,
    "application/xhtml+xml": read_page,
    FEED: read_feed,
    "application/atom+xml": read_feed,
    JSON: read_json_file,
    "application/ld+json": read_json_file,
    JSON_LINES: read_json_lines,
}
"""Media type to reader. A new format is a module with a Reader and a line here."""

NOT_THERE_YET = {
    PDF: "PDF",
    WARC: "WARC and WACZ",
}
"""Formats that people expect and no reader reads yet."""

FORMATS_READ = (
    "plain text, HTML, RSS and Atom, JSON Lines, Fact Check Tools JSON and ClaimReview JSON-LD"
)


def read_capture(
    capture: Capture, outlets: OutletCatalogue, given: Given = NOTHING_GIVEN
) -> Iterator[SourceDocument | ReadFailure]:
    """The documents of a capture, lazily and in order; failures in place of what is bad.

    ``given`` is taken before anything is guessed from the first lines of a text. Never
    raises for bad content. The same bytes, name and URL give the same
    documents with the same item keys.
    """
    reader = READERS.get(capture.media_type)
    if not capture.data.strip():
        yield fail(capture, Problem("it is empty: hand in a file with text"))
    elif reader is None:
        yield fail(capture, Problem(_say_unread(capture.media_type)))
    else:
        yield from finish_drafts(capture, _guard(reader, capture), outlets, given)


def _guard(reader: Reader, capture: Capture) -> Iterator[Draft | Problem]:
    """A reader's drafts; bytes that are no text end them with a problem."""
    try:
        yield from reader(capture)
    except UndecodableError as error:
        yield Problem(str(error))


def _say_unread(media_type: str) -> str:
    if media_type in NOT_THERE_YET:
        return (
            f"reading {NOT_THERE_YET[media_type]} is not there yet: "
            f"save its text as .txt or .html. What is read: {FORMATS_READ}"
        )
    return f"it is {media_type}, which is not read. What is read: {FORMATS_READ}"
