"""What may be asked: query parameters, validated. An unknown parameter is refused by name."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Path
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from claims.model import BIGGEST_ID, Flag, Stage, Status
from claims.views import BoardFilters, Order

MAX_LIMIT = 200

Words = Annotated[
    str,
    StringConstraints(min_length=1, max_length=200, strip_whitespace=True, pattern=r"^[^\x00]*$"),
]
"""PostgreSQL refuses text with a NUL in it, so it is refused here by name."""

_AS_WRITTEN = re.compile(r"\d{4}-\d\d-\d\d")


def _require_day(given: Any) -> Any:
    """Pydantic would take ``0`` for a moment in seconds, and so for the first day of 1970."""
    if isinstance(given, date) or (isinstance(given, str) and _AS_WRITTEN.fullmatch(given)):
        return given
    raise PydanticCustomError("day", "a day is written as 2026-03-01")


Day = Annotated[date, BeforeValidator(_require_day)]

RowId = Annotated[int, Path(ge=1, le=BIGGEST_ID, description="Number of the row.", examples=[1])]


class Asked(BaseModel):
    """Base of every query: a parameter that a route does not know is a 422."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Nothing(Asked):
    """No parameter."""


class AsOf(Asked):
    """Which day's record."""

    as_of: Day | None = Field(
        default=None,
        description="The record as held at the end of that day (UTC), which is today or past.",
        examples=["2026-11-02"],
    )


class Paging(Asked):
    """Which page."""

    cursor: str | None = Field(
        default=None, max_length=200, description="`next` of the page before."
    )
    limit: int = Field(default=50, ge=1, le=MAX_LIMIT, description="Rows on a page.")


class BoardQuery(Paging, AsOf):
    """Which claims of the board."""

    status: list[Status] = Field(default=[], max_length=20, description="Any of these.")
    stage: list[Stage] = Field(
        default=[],
        max_length=20,
        description="Any of these. `merged`: claims that count under another one, named by their "
        "`merged_into`; no other filter shows them.",
    )
    flag: list[Flag] = Field(default=[], max_length=20, description="All of these.")
    party: Words | None = Field(
        default=None,
        description="Key or name of a party that took a position; case and accents do not count.",
        examples=["southland"],
    )
    outlet: Words | None = Field(
        default=None, description="Id or name of an outlet that told it.", examples=["reuters"]
    )
    words: Words | None = Field(
        default=None,
        description="Words of the sentence, all of them; a long one may be a beginning.",
        examples=["grain strait"],
    )
    since: Day | None = Field(default=None, description="Last changed on this day (UTC) or later.")
    until: Day | None = Field(
        default=None, description="Last changed on this day (UTC) or earlier."
    )

    def filters(self) -> BoardFilters:
        """The filters as the view takes them."""
        return BoardFilters(
            status=tuple(self.status),
            stage=tuple(self.stage),
            flag=tuple(self.flag),
            party=self.party,
            outlet=self.outlet,
            words=self.words,
            since=self.since,
            until=self.until,
        )


class ClaimsQuery(BoardQuery):
    """Which claims of the board, in which order."""

    order: Order = Field(
        default=Order.NEWEST,
        description="By last change, `newest` or `oldest` first; or by `id`, where no claim moves: "
        "to read every one while the desk works.",
    )


class DocumentsQuery(Paging):
    """Which documents."""

    outlet: Words | None = Field(default=None, description="Id or name of an outlet.")
    words: str = Field(
        default="",
        max_length=200,
        pattern=r"^[^\x00]*$",
        description="All of these stand in the text or the title, in any language; case and "
        "accents do not count, and a part of a word is enough.",
    )
    not_read: bool = Field(
        default=False, description="Only those that the last extractor did not read."
    )


class MatrixQuery(AsOf):
    """Which matrix, in which format."""

    format: Literal["json", "csv"] = Field(default="json", description="`csv`: a row a stance.")


class ReviewQuery(Asked):
    """Published, or as it stands."""

    draft: bool = Field(
        default=False, description="The present state of an unpublished claim, marked as a draft."
    )


class SearchQuery(Asked):
    """What to look for."""

    words: Words = Field(
        description="Words of a claim, or a part of a party's name; case and accents do not count.",
        examples=["northland"],
    )
    limit: int = Field(default=50, ge=1, le=MAX_LIMIT, description="Most claims, and parties.")


class TrendQuery(Asked):
    """Which days."""

    since: Day = Field(description="First day (UTC).", examples=["2026-03-01"])
    until: Day = Field(
        description="Last day (UTC), not after today; at most ten years after the first.",
        examples=["2026-03-31"],
    )
