"""Dates as the material writes them, to aware UTC times.

A date without a year, month or day is no date; a time without a zone is taken
as UTC. Both rules keep a guess from looking like a fact.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from dateutil import parser as dateutil_parser

HOUR = 3600
ZONES = {
    "UTC": 0,
    "GMT": 0,
    "Z": 0,
    "WET": 0,
    "WEST": HOUR,
    "BST": HOUR,
    "CET": HOUR,
    "CEST": 2 * HOUR,
    "EET": 2 * HOUR,
    "EEST": 3 * HOUR,
    "MSK": 3 * HOUR,
    "IST": 5 * HOUR + HOUR // 2,
    "SGT": 8 * HOUR,
    "HKT": 8 * HOUR,
    "KST": 9 * HOUR,
    "JST": 9 * HOUR,
    "AEST": 10 * HOUR,
    "AEDT": 11 * HOUR,
    "EST": -5 * HOUR,
    "EDT": -4 * HOUR,
    "ET": -5 * HOUR,
    "CST": -6 * HOUR,
    "CDT": -5 * HOUR,
    "MST": -7 * HOUR,
    "MDT": -6 * HOUR,
    "PST": -8 * HOUR,
    "PDT": -7 * HOUR,
}
"""Zone letters of datelines, in seconds. IST is India's, whose papers print it in
every dateline; CST is the United States'. Other letters leave the time at UTC."""

FIRST_YEAR, LAST_YEAR = 1900, 2100
MAX_DATE_CHARS = 100  # dateutil tokenises in quadratic time

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2})"
)
_TIME = r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?)"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)(?:day)?\.?,?\s+)?"
_RFC_822 = re.compile(
    r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC|[+-]\d{4})"
)
"""As feeds write dates. python-dateutil reads it too, but takes forty times as long."""
_WHEN = (
    rf"(?i:{_WEEKDAY}(?P<day>{_DAY})"
    rf"(?:[,\sT]+(?:at\s+)?(?P<time>{_TIME})(?:\s*(?P<zone>[A-Z]{{1,4}})\b)?)?)"
)
_DATELINE = re.compile(
    r"^(?:(?:first\s+)?(?:published|posted|updated|last updated|date)(?:\s+(?:on|at))?\s*:?\s*)?"
    rf"{_WHEN}(?P<rest>.*)$",
    re.IGNORECASE,
)
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_FILED = re.compile(
    r"^(?!(?:On|By|In|At|As|Since|Until|Before|After|Between|From)\b)"
    rf"{_CAPITAL}[\w.'’]*"  # GENEVA/PARIS; SPRINGFIELD, Mo.; Rio de Janeiro
    rf"(?:[ /,-]{{1,2}}(?:{_CAPITAL}[\w.'’]*|de|da|do|del|la|al|el|of|on|upon)){{0,7}}?"
    rf"(?:,| [-–—]) {_WHEN}(?P<rest>)"
    r"(?: ?(?:\([^()\n]{1,60}\)|/[^/\n]{1,40}/)\.?)?"  # (Reuters); /TASS/.
    rf"\s*(?:(?<=\.)|[-–—]{{1,2}})(?:$|\s+[\"“‘'«(\[]?(?:{_CAPITAL}|\d))"
)
"""Where and when a story was filed, at the head of its first paragraph."""
_REST = re.compile(r"^\s*(?:$|[|\-–—/•·(,]|(?:last\s+)?updated\b)", re.IGNORECASE)
_ZONE_LATER = re.compile(r"\b(?:" + "|".join(z for z in ZONES if len(z) > 2) + r")\b")

MAX_DATELINE_CHARS = 160
DATELINE_LINES = 6


def parse_date(value: object) -> datetime | None:
    """UTC time of a date as APIs, pages and feeds write it, or None if it is not one.

    Takes ISO 8601 and RFC 822 first, then what python-dateutil reads with year,
    month and day all given. Years outside 1900-2100 are placeholders, not dates.
    """
    if not isinstance(value, str):
        return None
    value = value.strip()
    if not value or len(value) > MAX_DATE_CHARS:
        return None
    read_strictly = parsedate_to_datetime if _RFC_822.fullmatch(value) else datetime.fromisoformat
    try:
        return _to_utc(read_strictly(value))
    except ValueError:
        return _parse_loosely(value)


def is_dateline(line: str) -> bool:
    """Whether a line says when the text was published, alone or ahead of the story."""
    return read_dateline(line) is not None


def read_dateline(line: str) -> datetime | None:
    """UTC time of a dateline: ``February 20, 2024 12:20 pm | Updated 12:20 pm IST`` and nothing
    else, or ``GENEVA, March 3, 2026 (Reuters) -`` with the story behind it."""
    line = line.strip()
    match = _FILED.match(line) or _match_alone(line)
    if match is None:
        return None
    if not match["time"]:
        return parse_date(match["day"])
    zone = (match["zone"] or "").upper()
    if zone not in ZONES:
        later = _ZONE_LATER.search(match["rest"])
        zone = later.group() if later else "UTC"
    time = re.sub(r"(\d)\.(\d)", r"\1:\2", match["time"]).replace(".", "")
    return parse_date(f"{match['day']} {time} {zone}")


def _match_alone(line: str) -> re.Match[str] | None:
    if not line or len(line) > MAX_DATELINE_CHARS or line.endswith("."):
        return None
    match = _DATELINE.match(line)
    return match if match is not None and _REST.match(match["rest"]) else None


def find_dateline(text: str) -> datetime | None:
    """UTC time of the first dateline within the first lines of a plain text."""
    for line in text[: 4 * MAX_DATELINE_CHARS * DATELINE_LINES].split("\n")[:DATELINE_LINES]:
        found = read_dateline(line)
        if found is not None:
            return found
    return None


def _parse_loosely(value: str) -> datetime | None:
    # Two defaults that share nothing: a field that dateutil filled in differs.
    defaults = (datetime(2000, 1, 1), datetime(2011, 12, 28))
    zones = {name: timezone(timedelta(seconds=offset)) for name, offset in ZONES.items()}
    try:
        first, second = (
            dateutil_parser.parse(value, default=default, tzinfos=zones) for default in defaults
        )
        return _to_utc(first) if first == second else None
    except (ValueError, OverflowError, ArithmeticError, TypeError):
        return None


def _to_utc(moment: datetime) -> datetime | None:
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return moment.astimezone(UTC)
