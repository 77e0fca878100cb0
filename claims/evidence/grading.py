"""Default Admiralty grades (NATO STANAG 2511) of a report, from outlet and basis."""

from __future__ import annotations

import re
from enum import StrEnum

from claims.model import Credibility, Reliability, Value


class Basis(StrEnum):
    """How the report knows what it says."""

    OFFICIAL_RECORD = "official_record"
    OWN_REPORTING = "own_reporting"
    SEVERAL_SOURCES = "several_sources"
    ONE_SOURCE = "one_source"
    ANONYMOUS = "anonymous"
    HEARSAY = "hearsay"


_CREDIBILITY: dict[Basis, tuple[Credibility, str]] = {
    Basis.OFFICIAL_RECORD: (2, "it shows a record"),
    Basis.OWN_REPORTING: (2, "it reports what it saw or established itself"),
    Basis.SEVERAL_SOURCES: (2, "it cites several sources"),
    Basis.ONE_SOURCE: (3, "it cites one source"),
    Basis.ANONYMOUS: (4, "its source is not named"),
    Basis.HEARSAY: (4, "it passes on what is said, without a source"),
}
_CANNOT_BE_JUDGED: Credibility = 6
_DOUBTFUL: Credibility = 4

_ANONYMOUS = re.compile(
    r"\b(?:anonymous(?:ly)?|anonymity|unnamed|not (?:be )?(?:named|identified)|unidentified"
    r"|(?:a|one|an)\s+(?:\w+\s+){0,3}(?:source|official|insider|diplomat)\b"
    r"|sources?\s+(?:\w+\s+){0,4}(?:said|say|told|claim))",
    re.IGNORECASE,
)
_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|rumou?rs?|rumou?red|purported(?:ly)?|supposedly"
    r"|(?:is|are|was|were)\s+(?:believed|thought|said|rumou?red|alleged)\s+to|unconfirmed)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:(?:two|three|four|five|several|multiple|many|both|numerous)\s+(?:\w+\s+){0,3}"
    r"(?:sources|officials|witnesses|people|agencies|residents|diplomats|reports|experts))\b",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\b(?:(?:court|shipping|police|company|tax|property|land|flight)\s+(?:records?|documents?"
    r"|filings?|papers|registers?)|satellite (?:images?|imagery|photos?)|death certificate"
    r"|official (?:statistics|figures|register)|indictment|birth certificate)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:said|says|told|according to|claimed|claims|stated|announced|wrote|tweeted|added"
    r"|reported|confirmed|denied|argued|insisted)\b",
    re.IGNORECASE,
)


class Grade(Value):
    """Reliability of the source, credibility of the item (1-6), and why."""

    reliability: Reliability
    credibility: Credibility
    reasons: tuple[str, ...]


def grade(reliability: Reliability | None, basis: Basis) -> Grade:
    """Default grades of evidence; a person may set others.

    ``None``: the outlet has no grade, which is F, and nothing it says can be
    judged (6). An unreliable outlet's item (E) is doubtful (4) at best.
    """
    credibility, why = _CREDIBILITY[basis]
    reasons = [f"credibility {credibility}: {why}"]
    if reliability is None or reliability is Reliability.F:
        reasons = ["the outlet's reliability cannot be judged (F), nor what it says (6)"]
        return Grade(
            reliability=Reliability.F, credibility=_CANNOT_BE_JUDGED, reasons=tuple(reasons)
        )
    if reliability is Reliability.E and credibility < _DOUBTFUL:
        credibility = _DOUBTFUL
        reasons.append("an unreliable outlet's word is doubtful (4) at best")
    reasons.insert(0, f"the outlet is graded {reliability}")
    return Grade(reliability=reliability, credibility=credibility, reasons=tuple(reasons))


def read_basis(passage: str, credited: str | None = None) -> Basis:
    """How a passage says it knows: the weakest basis that its words name.

    ``credited`` is the agency or outlet it passes on (``credited_origin``), if any.
    """
    if _HEARSAY.search(passage):
        return Basis.HEARSAY
    if _SEVERAL.search(passage):
        return Basis.SEVERAL_SOURCES
    if _ANONYMOUS.search(passage):
        return Basis.ANONYMOUS
    if _RECORD.search(passage):
        return Basis.OFFICIAL_RECORD
    if credited or _SOURCE.search(passage):
        return Basis.ONE_SOURCE
    return Basis.OWN_REPORTING
