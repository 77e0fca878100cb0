"""What a person can do with a claim: the fields of each form, and who may send it when. Pure.

The desk checks everything again; this table only spares people a refusal.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from claims.model import EvidenceKind, Relation, Reliability, Stage, Status
from claims.status import MIN_RATIONALE, MIN_REASON, MoveContext, MoveRefused, Scope, check_move
from claims.views import ClaimFront
from claims.web.access import Person
from claims.web.pages import words

Options = tuple[tuple[str, str], ...]


class Field(NamedTuple):
    """One field of a form. ``kind``: ``line``, ``area``, ``number``, ``check``, ``choice``,
    ``url``, ``stances``."""

    name: str
    label: str
    kind: str = "line"
    required: bool = False
    options: Options = ()
    hint: str = ""
    least: int = 0
    """Characters that it must have at least."""


class Act(NamedTuple):
    """One thing to do with a claim."""

    label: str
    button: str
    scope: Scope
    stages: frozenset[Stage]
    """Stages of the claim in which it makes sense."""
    target: Stage | None = None
    """Where the claim goes, None where it stays."""
    fields: tuple[Field, ...] = ()
    own_page: bool = False
    """Whether the form has a page of its own, since it is long."""


_WORKING = frozenset({Stage.NEW, Stage.TRIAGED, Stage.ASSIGNED, Stage.IN_REVIEW, Stage.CHALLENGED})
_STANDING = frozenset(Stage) - {Stage.MERGED}
_REASON = Field("reason", "Reason (optional)")
_WHY = Field(
    *("reason", "Reason", "area", True),
    hint=f"At least {MIN_REASON} characters: it goes on record.",
    least=MIN_REASON,
)
_ARGUED = Field(
    *("reason", "Reason", "area", True),
    hint=f"At least {MIN_RATIONALE} characters: it goes on record.",
    least=MIN_RATIONALE,
)
_GRADES: tuple[Field, ...] = (
    Field(
        "reliability",
        "How reliable the source is",
        "choice",
        True,
        tuple((each.value, f"{each.value} · {words.RELIABILITIES[each]}") for each in Reliability),
    ),
    Field(
        "credibility",
        "How credible this item is",
        "choice",
        True,
        tuple((str(number), f"{number} · {told}") for number, told in words.CREDIBILITIES.items()),
    ),
)
RELATION = Field(
    "relation",
    "How it bears on the claim",
    "choice",
    True,
    tuple((each.value, words.RELATIONS[each].word) for each in Relation),
)
EVIDENCE_KINDS: Options = (
    (EvidenceKind.RECORD.value, "a record elsewhere (its address)"),
    (EvidenceKind.FACT_CHECK.value, "a published fact-check (its address)"),
    (EvidenceKind.SPAN.value, "a passage of a document here (its number and words)"),
)

ACTS: Mapping[str, Act] = {
    "triage": Act(
        "Triage", "Worth a look", Scope.REVIEW, frozenset({Stage.NEW}), Stage.TRIAGED, (_REASON,)
    ),
    "assign": Act(
        "Assign",
        "Assign",
        Scope.REVIEW,
        frozenset({Stage.NEW, Stage.TRIAGED, Stage.ASSIGNED, Stage.IN_REVIEW}),
        Stage.ASSIGNED,
        (Field("assignee", "To whom", required=True), _REASON),
    ),
    "review": Act(
        "Start review",
        "Start review",
        Scope.REVIEW,
        frozenset({Stage.NEW, Stage.TRIAGED, Stage.ASSIGNED}),
        Stage.IN_REVIEW,
        (_REASON,),
    ),
    "decide": Act(
        "Decide",
        "Decide",
        Scope.REVIEW,
        _WORKING,
        Stage.DECIDED,
        (
            Field(
                "status",
                "Status",
                "choice",
                True,
                tuple((each.value, words.STATUSES[each].word) for each in Status),
            ),
            Field(
                "rationale",
                "Rationale",
                "area",
                True,
                hint=f"At least {MIN_RATIONALE} characters: it is published with the decision.",
                least=MIN_RATIONALE,
            ),
        ),
    ),
    "approve": Act(
        "Approve",
        "Approve",
        Scope.APPROVE,
        frozenset({Stage.DECIDED}),
        Stage.APPROVED,
        (_REASON,),
    ),
    "publish": Act(
        "Publish",
        "Publish",
        Scope.APPROVE,
        frozenset({Stage.APPROVED}),
        Stage.PUBLISHED,
        (_REASON,),
    ),
    "reopen": Act(
        "Back to review",
        "Take back to review",
        Scope.REVIEW,
        frozenset({Stage.DECIDED, Stage.APPROVED, Stage.CHALLENGED}),
        Stage.IN_REVIEW,
        (_ARGUED,),
    ),
    "challenge": Act(
        "Challenge",
        "Challenge",
        Scope.REVIEW,
        frozenset({Stage.APPROVED, Stage.PUBLISHED}),
        Stage.CHALLENGED,
        (_ARGUED,),
    ),
    "park": Act("Park", "Lay aside", Scope.REVIEW, _WORKING, Stage.PARKED, (_ARGUED,)),
    "unpark": Act(
        "Take up again",
        "Take up again",
        Scope.REVIEW,
        frozenset({Stage.PARKED}),
        None,
        (_REASON,),
    ),
    "evidence": Act(
        "Attach evidence",
        "Attach",
        Scope.CONTRIBUTE,
        _STANDING,
        None,
        (
            RELATION,
            Field("kind", "What it is", "choice", True, EVIDENCE_KINDS),
            Field("url", "Address", "url"),
            Field("document", "Document number", "number"),
            Field("quote", "The passage, word for word", "area"),
            Field("title", "Title"),
            Field("source", "Who stands behind it", hint="The origin it counts under."),
            Field("note", "What it shows", "area"),
            *_GRADES,
        ),
    ),
    "merge": Act(
        "Merge",
        "Merge",
        Scope.REVIEW,
        frozenset(Stage) - {Stage.PARKED, Stage.MERGED},
        Stage.MERGED,
        (
            Field("into", "Into claim number", "number", True),
            Field("opposite", "It says the opposite: its positions count the other way", "check"),
            _WHY,
        ),
    ),
    "split": Act(
        "Split",
        "Split",
        Scope.REVIEW,
        _STANDING,
        None,
        (
            Field("text", "The new claim's sentence", "area", True),
            Field("stances", "Positions that belong to it", "stances", True),
            _WHY,
        ),
        own_page=True,
    ),
}


UNMERGE = Act(
    "Unmerge",
    "Unmerge",
    Scope.REVIEW,
    frozenset(Stage),
    fields=(Field("merged", "Merged claim number", "number", True), _WHY),
)
"""Offered beside each claim that counts under this one, not among what to do."""

NEXT: Mapping[Stage, str] = {
    Stage.NEW: "triage",
    Stage.TRIAGED: "assign",
    Stage.ASSIGNED: "review",
    Stage.IN_REVIEW: "decide",
    Stage.DECIDED: "approve",
    Stage.APPROVED: "publish",
    Stage.CHALLENGED: "reopen",
    Stage.PARKED: "unpark",
}
"""The act that a claim in a stage waits for: its form is open."""


class Offer(NamedTuple):
    """An act as offered to a person on a claim's page; ``why_not`` is empty where they may."""

    name: str
    act: Act
    why_not: str


def list_offers(
    page: ClaimFront, person: Person | None, desk_of_one: bool
) -> tuple[list[Offer], list[Offer]]:
    """The acts that this person may take on this claim now, and the others with the reason."""
    offers = [
        Offer(name, act, explain_refusal(act, page, person, desk_of_one))
        for name, act in ACTS.items()
    ]
    return [o for o in offers if not o.why_not], [o for o in offers if o.why_not]


def explain_refusal(act: Act, page: ClaimFront, person: Person | None, desk_of_one: bool) -> str:
    """Why this person may not take the act on this claim; empty where they may."""
    stage = page.standing.stage
    if page.as_of is not None:
        return "this is the record of a past day"
    if stage not in act.stages:
        fitting = " or ".join(words.STAGES[each].word for each in Stage if each in act.stages)
        return f"takes a claim that is {fitting}; this one is {words.STAGES[stage].word}"
    if person is None or person.via == "public":
        return "log in first"
    if not person.may(act.scope):
        return f"takes a token with the scope {act.scope.value}"
    if act.target is Stage.APPROVED:
        return _check_second_person(act, page, person, desk_of_one)
    return ""


def _check_second_person(act: Act, page: ClaimFront, person: Person, desk_of_one: bool) -> str:
    decision = page.standing.decision
    context = MoveContext(
        decided_by=decision.by if decision else None,
        desk_of_one=desk_of_one,
    )
    try:
        check_move(page.standing.stage, Stage.APPROVED, person.acting(act.scope), context)
    except MoveRefused as refusal:
        told = str(refusal).partition(". From ")[0]
        return told.partition(": ")[2] or told
    return ""
