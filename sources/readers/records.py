"""JSON Lines: one document a line.

Each line is an object with at least ``text``. Picked up when there: ``doc`` or
``id`` (the item key), ``title``, ``url``, ``outlet``, ``published_at`` or
``date``, ``language``. A bad line is one problem and the others go on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from sources.model import Capture
from sources.readers.caps import MAX_JSON_LINE_BYTES
from sources.readers.dates import parse_date
from sources.readers.decode import decode_text, make_storable, normalise_newlines, tell_bom
from sources.readers.draft import Draft, Problem
from sources.readers.language import read_language_tag

KEYS = ("doc", "id")
DATES = ("published_at", "date")


def read_json_lines(capture: Capture) -> Iterator[Draft | Problem]:
    """Documents line by line, without holding more than one line parsed."""
    for number, line in _iterate_lines(capture.data):
        where = f"line {number}"
        if len(line) > MAX_JSON_LINE_BYTES:
            yield Problem(f"{where} is longer than {MAX_JSON_LINE_BYTES} bytes: split it", where)
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Problem(f"{where} is not valid JSON: {error}", where)
            continue
        yield draft_record(record, where)


def draft_record(record: object, where: str) -> Draft | Problem:
    """The document of one record; ``where`` is its key when it has none of its own."""
    if not isinstance(record, Mapping):
        return Problem(f'{where} is not a JSON object with a "text"', where)
    text = record.get("text")
    if not isinstance(text, str):
        return Problem(f'{where} has no "text" that is a string', where)
    keys = (str(record[key]) for key in KEYS if isinstance(record.get(key), str | int))
    item = make_storable(next(keys, ""))
    url = _read_string(record, "url")
    outlet = _read_string(record, "outlet")
    return Draft(
        text=normalise_newlines(text),
        item=item or where,
        title=_read_string(record, "title"),
        url=url or None,
        outlet_names=(outlet,) if outlet else (),
        language=read_language_tag(record.get("language")),
        published_at=next((date for key in DATES if (date := parse_date(record.get(key)))), None),
        is_plain=True,
    )


def _read_string(record: Mapping[str, object], key: str) -> str:
    value = record.get(key)
    return make_storable(value).strip() if isinstance(value, str) else ""


def _iterate_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Numbered lines that are not blank, from 1, cut out of ``data`` one by one."""
    bom = tell_bom(data)
    if bom is not None and bom[0] != "utf-8":
        data, start = decode_text(data).encode(), 0  # wide encodings hold newlines in halves
    else:
        start = bom[1] if bom is not None else 0
    number = 0
    while start < len(data):
        number += 1
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        line = data[start:end].strip()
        start = end + 1
        if line:
            yield number, line
