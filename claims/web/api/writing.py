"""What may be sent: the bodies of writes, validated. An unknown field is refused by name."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated, Any, Self

from fastapi import Depends, Header, Request
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from starlette.exceptions import HTTPException

from claims.desk import EvidenceDraft, Expected, StanceCorrection
from claims.model import (
    BIGGEST_ID,
    Commitment,
    Credibility,
    EvidenceKind,
    Mode,
    Relation,
    Reliability,
    Stage,
    Stance,
    Status,
    lies_ahead,
)
from claims.status import MIN_RATIONALE, MIN_REASON, Scope
from claims.store import Store
from claims.views import find_quote
from claims.web.api.asking import Day, RowId, Words
from claims.web.headers import name_answer

TEXT_CHARS = 2_000_000
"""Most characters of a document handed in; a longer one goes in as a file (`onrecord ingest`)."""
MAX_STANCES = 10_000
_NO_NUL = r"^[^\x00]*$"
_ETAG = re.compile(r'W/"(\d{1,18})-[0-9a-f]{16}"')

Note = Annotated[str, StringConstraints(max_length=10_000, strip_whitespace=True, pattern=_NO_NUL)]
Said = Annotated[
    str, StringConstraints(min_length=1, max_length=10_000, strip_whitespace=True, pattern=_NO_NUL)
]
Why = Annotated[
    str,
    StringConstraints(
        min_length=MIN_REASON, max_length=10_000, strip_whitespace=True, pattern=_NO_NUL
    ),
]
"""A reason as the desk takes it where the record changes."""
Argued = Annotated[
    str,
    StringConstraints(
        min_length=MIN_RATIONALE, max_length=10_000, strip_whitespace=True, pattern=_NO_NUL
    ),
]
"""A reason where people decide, or take a decision back."""
Sentence = Annotated[
    str, StringConstraints(min_length=1, max_length=2_000, strip_whitespace=True, pattern=_NO_NUL)
]
Url = Annotated[str, StringConstraints(max_length=2_000, pattern=r"^https?://[^\s\x00]+$")]
Number = Annotated[int, Field(ge=1, le=BIGGEST_ID)]
Place = Annotated[int, Field(ge=0, le=2**31 - 1)]


def refuse_to_come(moment: datetime) -> datetime:
    """ValueError for a day that has not begun."""
    if lies_ahead(moment.date()):
        raise ValueError(f"{moment.date()} lies ahead")
    return moment


def show(**example: Any) -> ConfigDict:
    """A body's configuration, with its example for OpenAPI."""
    return ConfigDict(extra="forbid", frozen=True, json_schema_extra={"examples": [example]})


class Fresh(BaseModel):
    """Base of the writes to one claim: what its page or answer showed, so that a stale one
    is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    head: int | None = Field(
        default=None, ge=0, le=BIGGEST_ID, description="`head` of the claim as you read it."
    )
    stage: Stage | None = Field(default=None, description="Its stage as you read it.")


class Move(Fresh):
    """A move that needs no reason."""

    model_config = show(reason="Told by two outlets.", head=41)
    reason: Note = Field(default="", description="Why; goes on record.")


class ReasonedMove(Fresh):
    """A change that needs a reason."""

    model_config = show(reason="It is another shipment.", head=41)
    reason: Why = Field(description="Why; goes on record.")


class ArguedMove(Fresh):
    """A move that needs a reason in a sentence."""

    model_config = show(reason="The ministry has published the cargo list.", head=41)
    reason: Argued = Field(description="Why; goes on record.")


class Assignment(Move):
    """Who takes a claim."""

    model_config = show(assignee="Ana", head=41)
    assignee: Words = Field(description="Who takes it.")


class DecisionMade(Fresh):
    """A person's word on how a claim stands."""

    model_config = show(
        status="refuted", rationale="Both cargo lists show no grain on that day.", head=41
    )
    status: Status = Field(description="How it stands.")
    rationale: Argued = Field(description="Why, in a sentence or more; it is published.")


class ClaimMerged(ReasonedMove):
    """Into which claim."""

    model_config = show(into=3, reason="The same shipment.", opposite=False, head=41)
    into: Number = Field(description="The claim that stays.")
    opposite: bool = Field(
        default=False, description="It says the opposite: its stances count the other way round."
    )


class ClaimSplit(ReasonedMove):
    """What becomes a claim of its own."""

    model_config = show(
        text="Northland ships coal through the strait.", stances=[12], reason="Another cargo."
    )
    text: Sentence = Field(description="The new claim's sentence.")
    stances: list[Number] = Field(
        min_length=1, max_length=MAX_STANCES, description="Stances that move to it."
    )


class StancesMoved(BaseModel):
    """Stances that belong to another claim."""

    model_config = show(stances=[12], to=3, reason="It speaks of the other shipment.")
    stances: list[Number] = Field(min_length=1, max_length=MAX_STANCES)
    to: Number = Field(description="The claim that they belong to.")
    reason: Why = Field(description="Why; goes on record.")


class EvidenceGiven(BaseModel):
    """Evidence: a passage of a document on record, or something published elsewhere."""

    model_config = show(
        relation="undermines",
        reliability="B",
        credibility=2,
        url="https://harbour.example/lists/2026-03-01",
        title="Cargo list of 1 March",
        note="No grain among the cargo.",
        source="Harbour office",
    )
    relation: Relation
    reliability: Reliability = Field(description="Of the source (Admiralty code).")
    credibility: Credibility = Field(description="Of the item (Admiralty code).")
    document: Number | None = Field(default=None, description="A document on record, and ...")
    quote: Said | None = Field(default=None, description="... its words, which stand there once,")
    start: Place | None = Field(default=None, description="... or the offsets of the passage.")
    end: Place | None = None
    url: Url | None = Field(default=None, description="Where it is published, if elsewhere.")
    fact_check: bool = Field(default=False, description="It is a published fact-check.")
    title: Note = ""
    note: Note = Field(default="", description="What it says.")
    source: Words | None = Field(default=None, description="Who stands behind it: its origin.")

    @model_validator(mode="after")
    def _names_one_place(self) -> Self:
        passage = self.quote is not None or (self.start is not None and self.end is not None)
        if (self.document is not None) is not passage or (
            self.quote is not None and (self.start, self.end) != (None, None)
        ):
            raise ValueError("a passage takes document, and either quote or start and end")
        if self.document is None and self.url is None:
            raise ValueError("say where the evidence is: document with quote, or url")
        return self

    def draft(self, store: Store) -> EvidenceDraft:
        """As the desk takes it. RangeError where the quote does not stand in the document once."""
        start, end = self.start, self.end
        if self.document is not None and self.quote is not None:
            start, end = find_quote(store, self.document, self.quote)
        kind = EvidenceKind.RECORD if self.document is None else EvidenceKind.SPAN
        return EvidenceDraft(
            kind=EvidenceKind.FACT_CHECK if self.fact_check else kind,
            document_id=self.document,
            start=start,
            end=end,
            **self.model_dump(
                include={
                    *("relation", "reliability", "credibility", "url", "title", "note", "source")
                }
            ),
        )


class Reasoned(BaseModel):
    """A reason alone."""

    model_config = show(reason="It is an opinion, and nothing that could be checked.")
    reason: Why = Field(description="Why; goes on record.")


class Correction(Reasoned):
    """What is right instead. A field left out stays as it was."""

    model_config = show(party="Southland", value="denies", reason="The spokesman is Southland's.")
    party: Words | None = Field(default=None, description="Key or name of the right party.")
    value: Stance | None = None
    mode: Mode | None = None
    commitment: Commitment | None = None
    anonymous: bool | None = None
    said_on: Day | None = Field(default=None, description="The day it was said; none to come.")
    start: Place | None = None
    end: Place | None = None

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        self.correction()
        return self

    def correction(self) -> StanceCorrection:
        """As the desk takes it. ValueError where nothing is corrected."""
        return StanceCorrection(**self.model_dump(exclude={"reason"}))


class ProposalAnswered(BaseModel):
    """Yes or no to what the machine proposes."""

    model_config = show(accepted=True, reason="The same shipment.")
    accepted: bool
    reason: Note = Field(default="", description="Why; goes on record.")
    relation: Relation | None = Field(default=None, description="In place of the machine's.")
    reliability: Reliability | None = Field(default=None, description="In place of the machine's.")
    credibility: Credibility | None = Field(default=None, description="In place of the machine's.")


class PartyMerged(Reasoned):
    """Into which party."""

    model_config = show(into="southland", reason="Its foreign ministry speaks for the state.")
    into: Words = Field(description="Key or name of the party that stays.")


class DocumentGiven(BaseModel):
    """A text to be read for claims."""

    model_config = show(
        text="The harbour master of Southland denied on Monday that grain was shipped.",
        title="No grain, says harbour",
        outlet="reuters",
        published_at="2026-03-02T08:00:00Z",
    )
    text: Annotated[
        str, StringConstraints(min_length=1, max_length=TEXT_CHARS, pattern=r"^[^\x00]*\S[^\x00]*$")
    ]
    title: Note = ""
    outlet: Note = Field(
        default="", description="Id or name of an outlet of the catalogue.", max_length=200
    )
    url: Url | None = Field(default=None, description="Where it was published; it is not fetched.")
    published_at: Annotated[AwareDatetime, AfterValidator(refuse_to_come)] | None = Field(
        default=None, description="Dates its positions; without one, a dateline in the text does."
    )


class TokenAsked(BaseModel):
    """A token to be made."""

    model_config = show(name="Grafana", person="dashboards", scopes=["read"], expires_days=365)
    name: Words = Field(description="What it is for.")
    person: Words = Field(description="Whose it is: who acts, in the record's words.")
    scopes: list[Scope] = Field(min_length=1, max_length=len(Scope))
    expires_days: int | None = Field(
        default=90, ge=1, le=3650, description="Days that it holds; null: until it is revoked."
    )


async def read_tag(
    request: Request,
    claim_id: RowId,
    if_match: Annotated[
        str | None,
        Header(max_length=2_000, description="The claim's `ETag`, as `GET` of it gave it."),
    ] = None,
) -> int | None:
    """The ledger's head when the client read the claim, by its ``If-Match``; None does not ask.

    412 for a tag that is not one of that claim's.
    """
    tags = [tag.strip() for tag in ("*" if if_match is None else if_match).split(",")]
    if "*" in tags:
        return None
    path = f"{request.url.path.rpartition('/claims/')[0]}/claims/{claim_id}"
    for tag in tags:
        found = _ETAG.fullmatch(tag)
        if found and name_answer(request, int(found[1]), path) == tag:
            return int(found[1])
    raise HTTPException(412, f"If-Match holds no ETag of {path}: read the claim again")


Seen = Annotated[int | None, Depends(read_tag)]


def expect(seen: int | None, asked: Fresh) -> Expected:
    """What the desk compares with the claim as it is."""
    return Expected(seq=asked.head if seen is None else seen, stage=asked.stage)
