"""One JSON value in a file: fact-checks or articles, told apart by its shape."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from sources.model import Capture
from sources.readers.caps import MAX_JSON_BYTES
from sources.readers.decode import decode_text
from sources.readers.draft import Draft, Problem
from sources.readers.factchecks import find_claim_reviews, read_api_claim, read_claim_review
from sources.readers.records import draft_record, read_json_lines

SHAPES = (
    'a Fact Check Tools answer ("claims"), ClaimReview JSON-LD (alone, in a list, "@graph" or '
    '"dataFeedElement"), or article objects with a "text"'
)


def read_json_file(capture: Capture) -> Iterator[Draft | Problem]:
    """Documents of a JSON file; one problem when its shape is none of SHAPES."""
    if len(capture.data) > MAX_JSON_BYTES:
        yield Problem(
            f"it is JSON of more than {MAX_JSON_BYTES} bytes: split it, or use JSON Lines"
        )
        return
    try:
        data = json.loads(decode_text(capture.data))
    except (ValueError, RecursionError) as error:
        if _is_json_lines(capture.data):
            yield from read_json_lines(capture)
        else:
            yield Problem(f"it is not valid JSON: {error}")
        return
    yield from _read_value(data)


def _read_value(data: object) -> Iterator[Draft | Problem]:
    entries = _find_api_claims(data)
    if entries is not None:
        for number, entry in enumerate(entries, start=1):
            yield read_api_claim(entry, f"claim {number}")
        return
    reviews = list(find_claim_reviews(data))
    if reviews or (isinstance(data, Mapping) and "dataFeedElement" in data):
        for number, review in enumerate(reviews, start=1):
            yield read_claim_review(review, f"ClaimReview {number}")
        return
    records = data if isinstance(data, list) else [data]
    if any(isinstance(record, Mapping) and "text" in record for record in records):
        for number, record in enumerate(records, start=1):
            yield draft_record(record, f"record {number}")
        return
    yield Problem(f"its JSON has none of the shapes that are read: {SHAPES}")


def _find_api_claims(data: object) -> list[object] | None:
    """The ``claims`` of an answer, or a bare list with reviewed claims in it."""
    if isinstance(data, Mapping):
        listed = data.get("claims")
        return listed if isinstance(listed, list) else None
    if isinstance(data, list) and any(isinstance(e, Mapping) and "claimReview" in e for e in data):
        return data
    return None


def _is_json_lines(data: bytes) -> bool:
    """Whether the first line alone is an object: JSON Lines under the name ``.json``."""
    first = data.lstrip().split(b"\n", 1)[0]
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False
