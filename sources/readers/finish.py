"""From a reader's drafts to documents: language, outlet, dates, unique item keys."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from pydantic import ValidationError

from sources.catalog import Outlet, OutletCatalogue
from sources.model import NOTHING_GIVEN, Capture, Given, ReadFailure, SourceDocument
from sources.readers.caps import MAX_DOCUMENT_CHARS
from sources.readers.dates import find_dateline
from sources.readers.decode import UNSTORABLE
from sources.readers.draft import Draft, Problem
from sources.readers.inputs import NO_FETCH
from sources.readers.language import tell_language
from sources.readers.plain import find_headline, find_wire_credit

MAX_KEY_CHARS = 1000
MAX_KEY_BYTES = 2500
"""A longer key, in characters or in UTF-8, becomes its digest: PostgreSQL's index takes
2,704 bytes, the capture's digest and a ``#2`` among them."""
MAX_TITLE_CHARS = 500
"""A longer title is cut: it is shown in lists, and the text keeps every word."""
MAX_NAME_CHARS = 200

_NAME_PARTS = re.compile(r"\s+[|\-–—:»•·]\s+|\s*[|»]\s*|:\s+")


def finish_drafts(
    capture: Capture,
    drafts: Iterable[Draft | Problem],
    outlets: OutletCatalogue,
    given: Given = NOTHING_GIVEN,
) -> Iterator[SourceDocument | ReadFailure]:
    """Documents and failures in the drafts' order, one at a time.

    An item key that comes twice in a capture gets ``#2``, ``#3`` ... in order.
    """
    seen: Counter[str] = Counter()
    for draft in drafts:
        if isinstance(draft, Problem):
            yield fail(capture, draft)
            continue
        key = key_by_content(draft.item) if _is_too_long(draft.item) else draft.item
        seen[key] += 1
        item = key if seen[key] == 1 else f"{key}#{seen[key]}"
        yield _finish(capture, _fill_in(draft, given), item, outlets)


def fail(capture: Capture, problem: Problem) -> ReadFailure:
    """The failure that tells a person about ``problem``."""
    return ReadFailure(
        name=_name(capture, problem.item),
        item=problem.item,
        reason=problem.reason,
        capture_sha256=capture.sha256,
        failed_at=datetime.now(UTC),
    )


def key_by_content(*parts: str | None) -> str:
    """An item key for what carries no id of its own: 16 hex digits of SHA-256."""
    joined = "\x1f".join(part or "" for part in parts)
    return hashlib.sha256(joined.encode(errors="replace")).hexdigest()[:16]


def _is_too_long(key: str) -> bool:
    return len(key) > MAX_KEY_CHARS or len(key.encode(errors="replace")) > MAX_KEY_BYTES


def find_outlet(draft: Draft, outlets: OutletCatalogue) -> Outlet | None:
    """The outlet by URL, by declared site, by declared name, then by wire credit."""
    for site in (draft.url, *draft.outlet_sites):
        found = outlets.by_domain(site) if site else None
        if found is not None:
            return found
    for name in draft.outlet_names:
        found = _outlet_by_name(name, outlets)
        if found is not None:
            return found
    if draft.url or draft.outlet_names:
        return None  # somebody else published it, known to the catalogue or not
    return outlets.by_name(find_wire_credit(draft.text)) if draft.is_plain else None


def _outlet_by_name(name: str, outlets: OutletCatalogue) -> Outlet | None:
    """By the id or whole name, else by the one outlet that its parts name ("BBC News - World")."""
    if len(name) > MAX_NAME_CHARS:
        return None
    whole = outlets.by_id(name) or outlets.by_name(name)
    if whole is not None:
        return whole
    parts = {
        found.id: found for part in _NAME_PARTS.split(name) if (found := outlets.by_name(part))
    }
    return next(iter(parts.values())) if len(parts) == 1 else None


def _fill_in(draft: Draft, given: Given) -> Draft:
    return replace(
        draft,
        title=draft.title or given.title,
        url=draft.url or given.url,
        published_at=draft.published_at or given.published_at,
    )


def _finish(
    capture: Capture, draft: Draft, item: str, outlets: OutletCatalogue
) -> SourceDocument | ReadFailure:
    complaint = _complain(draft.text)
    if not complaint and draft.is_plain and _is_list_of_urls(draft.text):
        complaint = f"it holds nothing but URLs; {NO_FETCH}"
    if complaint:
        return fail(capture, Problem(complaint, item))
    outlet = find_outlet(draft, outlets)
    plain = draft.text if draft.is_plain else ""
    credit = "" if draft.url else find_wire_credit(plain)
    declared = draft.outlet_names[0] if draft.outlet_names else None
    try:
        return SourceDocument(
            capture_sha256=capture.sha256,
            item=item,
            kind=draft.kind,
            name=_name(capture, item),
            text=draft.text,
            title=(draft.title or find_headline(plain))[:MAX_TITLE_CHARS],
            outlet_id=outlet.id if outlet else None,
            outlet_name=declared or (outlet.name if outlet else credit or None),
            language=draft.language or tell_language(draft.text) or draft.language_hint,
            published_at=draft.published_at or find_dateline(plain),
            url=draft.url,
            reviews=draft.reviews,
        )
    except (ValidationError, UnicodeEncodeError) as error:
        reason = f"its title, names or URL are not valid: {' '.join(str(error).split())[:200]}"
        return fail(capture, Problem(reason, item))


def _complain(text: str) -> str:
    """What makes a text unfit for the record, or ""."""
    if not text.strip():
        return "it holds no text"
    if len(text) > MAX_DOCUMENT_CHARS:
        return (
            f"its text has {len(text):,} characters, and at most {MAX_DOCUMENT_CHARS:,} are kept:"
            " split it"
        )
    if UNSTORABLE.search(text):
        return "its text holds NUL or half a surrogate pair, which no database keeps: repair it"
    return ""


def _is_list_of_urls(text: str) -> bool:
    return all(word.startswith(("http://", "https://")) for word in text.split())


def _name(capture: Capture, item: str) -> str:
    return f"{capture.name} [{item}]" if item else capture.name
