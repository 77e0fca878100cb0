"""Commands by which people decide: stages, decisions, merges. Findings: ``findings``.

Every one commits to the record first. Where a flow comes next (publish after an
approval), it is triggered then, if a server runs; else the command says what to type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.model import Stage, Status
from claims.settings import Settings
from claims.status import Role
from flows.commands.context import (
    After,
    ArguedReason,
    AsJson,
    By,
    ClaimId,
    NeededReason,
    Rationale,
    Reason,
    hint,
    make_actor,
    numbered,
    open_record,
    out,
    pick_from,
    print_json,
    read_number,
)
from flows.commands.outcome import tell_outcome
from flows.commands.refusals import naming_commands
from flows.requests import count

if TYPE_CHECKING:
    from claims.desk import Moved
    from claims.store import Store

DESK = "The desk: people decide"

claims_app = typer.Typer(help="Merge and split claims; it can be undone.", no_args_is_help=True)
parties_app = typer.Typer(
    help="List parties, and merge them; it can be undone.", no_args_is_help=True
)


def register(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    for command in (
        triage, assign, decide, approve, challenge, park, unpark, reopen,
    ):  # fmt: skip
        app.command(rich_help_panel=DESK)(command)
    app.add_typer(claims_app, name="claims", rich_help_panel=DESK)
    app.add_typer(parties_app, name="parties", rich_help_panel=DESK)


def triage(claim: ClaimId, reason: Reason = "", by: By = None) -> None:
    """Say that a new claim is worth the desk's time."""
    from claims import desk

    _, store = open_record()
    with naming_commands(store, claim):
        _tell(desk.triage(store, make_actor(by, Role.REVIEWER), claim, reason))


def assign(
    claim: ClaimId,
    to: Annotated[str, typer.Option("--to", help="Who takes it.")],
    reason: Reason = "",
    by: By = None,
) -> None:
    """Give a claim to somebody."""
    from claims import desk

    _, store = open_record()
    with naming_commands(store, claim):
        _tell(desk.assign(store, make_actor(by, Role.REVIEWER), claim, to, reason))


def decide(
    claim: ClaimId,
    status: Annotated[Status, pick_from(Status, "How the claim stands, in your judgement.")],
    rationale: Rationale,
    by: By = None,
) -> None:
    """Decide how a claim stands. The machine suggests; this is a person's word.

    A second person approves it (onrecord approve); then it is published. With onrecord up
    running, the flow review follows, which lays the queue out anew.

    Example: onrecord decide 3 --status contested --rationale "Nobody else saw it."
    """
    from claims import desk
    from flows.requests import ReviewRequest

    settings, store = open_record()
    with naming_commands(store, claim):
        _tell(desk.decide(store, make_actor(by, Role.REVIEWER), claim, status, rationale))
    _go_on("review", ReviewRequest(), settings)
    who = "you or a second person" if settings.desk_of_one else "a second person"
    hint(f"next: {who} types onrecord approve {claim}")


def approve(claim: ClaimId, reason: Reason = "", by: By = None) -> None:
    """Approve a decision, as a second person; then the publish flow follows.

    With onrecord up running it is triggered at once; else this says what to type. Where a desk
    has one person, ONRECORD_DESK_OF_ONE=1 lets whoever decided approve.
    """
    from claims import desk
    from flows.requests import ClaimsRequest
    from flows.trigger import publish_key

    settings, store = open_record()
    actor = make_actor(by, Role.APPROVER)
    with naming_commands(store, claim):
        moved = desk.approve(store, actor, claim, reason, settings=settings)
    _tell(moved)
    if moved.target is not Stage.APPROVED:
        return
    key = publish_key(claim, moved.decision_id)
    if not _go_on("publish", ClaimsRequest(claims=[claim], actor=actor.name), settings, key):
        hint(f"next: onrecord run publish {claim}")


def challenge(claim: ClaimId, reason: ArguedReason, by: By = None) -> None:
    """Call an approved or published claim into question.

    What was published of it says so from the next onrecord run publish on; with onrecord up
    running that is triggered at once.
    """
    from claims import desk

    settings, store = open_record()
    with naming_commands(store, claim):
        moved = desk.challenge(store, make_actor(by, Role.REVIEWER), claim, reason)
    _tell(moved)
    _tell_published(store, moved, settings)


def park(claim: ClaimId, reason: ArguedReason, by: By = None) -> None:
    """Lay a claim aside."""
    from claims import desk

    _, store = open_record()
    with naming_commands(store, claim):
        _tell(desk.park(store, make_actor(by, Role.REVIEWER), claim, reason))


def unpark(claim: ClaimId, reason: Reason = "", by: By = None) -> None:
    """Take a parked claim back to where it was."""
    from claims import desk

    _, store = open_record()
    with naming_commands(store, claim):
        _tell(desk.unpark(store, make_actor(by, Role.REVIEWER), claim, reason))


def reopen(claim: ClaimId, reason: ArguedReason, by: By = None) -> None:
    """Take a decided, approved or challenged claim back into review.

    The decision is shown until a new one replaces it; what was published of it goes on
    standing, marked as under review.
    """
    from claims import desk

    settings, store = open_record()
    with naming_commands(store, claim):
        moved = desk.reopen(store, make_actor(by, Role.REVIEWER), claim, reason)
    _tell(moved)
    _tell_published(store, moved, settings)


@claims_app.command("merge")
def merge_claims(
    claim: ClaimId,
    into: Annotated[int, numbered("INTO", "The claim that stays.")],
    reason: NeededReason,
    opposite: Annotated[
        bool,
        typer.Option("--opposite", help="The first says the opposite: its stances turn round."),
    ] = False,
    by: By = None,
) -> None:
    """Say that two claims are one. Undo: onrecord claims unmerge."""
    from claims import desk, views

    _, store = open_record()
    actor = make_actor(by, Role.REVIEWER)
    decision = views.claim(store, claim).standing.decision
    with tell_outcome(store):
        desk.merge_claims(store, actor, claim, into, reason, opposite=opposite)
        out.print(f"Claim {claim} now counts under claim {into}.")
    if decision is not None:
        hint(
            f"{decision.by} had decided claim {claim}: {decision.status.value}. Claim {into} does"
            " not take that over, and what was published of it stays as it is."
        )
    hint(f"to undo: onrecord claims unmerge {claim} --reason ...")


@claims_app.command("unmerge")
def unmerge_claims(claim: ClaimId, reason: NeededReason, by: By = None) -> None:
    """Take a merge back."""
    from claims import desk

    _, store = open_record()
    with tell_outcome(store):
        desk.unmerge_claims(store, make_actor(by, Role.REVIEWER), claim, reason)
        out.print(f"Claim {claim} stands by itself again.")


@claims_app.command("split")
def split_claim(
    claim: ClaimId,
    text: Annotated[str, typer.Option(help="The new claim's sentence.")],
    stances: Annotated[
        list[int],
        typer.Option(
            "--stance",
            parser=read_number,
            metavar="STANCE",
            help="A stance that moves to it, as onrecord claim shows it; may be repeated.",
        ),
    ],
    reason: NeededReason,
    by: By = None,
) -> None:
    """Open a new claim with some of this one's stances. Undo: merge it back."""
    from claims import desk

    _, store = open_record()
    actor = make_actor(by, Role.REVIEWER)
    with tell_outcome(store, claim):
        new = desk.split_claim(store, actor, claim, text, stances, reason)
        out.print(f"Claim {new} opened with {count(len(stances), 'stance')} of claim {claim}.")
    hint(f"to undo: onrecord claims merge {new} {claim} --reason ...")


@parties_app.command("list")
def list_parties(
    limit: Annotated[int, typer.Option(min=1, max=500, help="Parties on a page.")] = 20,
    after: After = None,
    as_json: AsJson = False,
) -> None:
    """Who took positions, those on the most claims first. One of them: onrecord party NAME."""
    from claims import views
    from flows.show.party import parties_list

    _, store = open_record()
    page = views.parties(store, after, limit)
    if as_json:
        print_json(page.model_dump(mode="json"))
        return
    if not page.items and not after:
        out.print("No party has taken a position yet: onrecord ingest FILE")
        return
    out.print(parties_list(page))
    if page.next:
        hint(f"more: the same command with --after {page.next}")


@parties_app.command("merge")
def merge_parties(
    party: Annotated[str, typer.Argument(metavar="PARTY", help="Name or key of the party.")],
    into: Annotated[
        str, typer.Argument(metavar="INTO", help="Name or key of the party that stays.")
    ],
    reason: NeededReason,
    by: By = None,
) -> None:
    """Say that two parties are one. Undo: onrecord parties unmerge."""
    from claims import desk, views

    _, store = open_record()
    here, there = views.party_id(store, party), views.party_id(store, into)
    with tell_outcome(store):
        desk.merge_parties(store, make_actor(by, Role.REVIEWER), here, there, reason)
        out.print(f"{party} now counts as {into}.")


@parties_app.command("unmerge")
def unmerge_parties(
    party: Annotated[
        str, typer.Argument(metavar="KEY", help="Key of the party, as parties list shows it.")
    ],
    reason: NeededReason,
    by: By = None,
) -> None:
    """Take a merge of parties back."""
    from claims import desk, views

    _, store = open_record()
    merged = views.party_id(store, party)
    with tell_outcome(store):
        desk.unmerge_parties(store, make_actor(by, Role.REVIEWER), merged, reason)
        out.print(f"{party} stands by itself again.")


def _tell(moved: Moved) -> None:
    out.print(f"Claim {moved.claim_id}: {moved.source.value} → {moved.target.value}.")
    for note in moved.notes:
        out.print(note)


def _tell_published(store: Store, moved: Moved, settings: Settings) -> None:
    """What stands published of a claim that was called into question, and how it is marked."""
    from claims import views
    from flows.requests import ClaimsRequest
    from flows.trigger import question_key

    if views.claim(store, moved.claim_id).standing.published is None:
        return
    key = question_key(moved.claim_id, moved.decision_id)
    if moved.source is Stage.PUBLISHED and _go_on("publish", ClaimsRequest(), settings, key):
        hint("it marks what was published of the claim as under review")
    else:
        hint(
            "What was published of it stands; once onrecord run publish has run, it says that it"
            " is under review, until a new decision is published."
        )


def _go_on(flow: str, request: Any, settings: Settings, key: str | None = None) -> bool:
    """Have the flow that comes next started, where ``onrecord up`` runs. Says so, or why not.

    What a person did before it stands either way.
    """
    from flows.trigger import RunError, trigger_if_up

    try:
        if not trigger_if_up(flow, request, settings, key):
            return False
    except RunError as error:
        hint(str(error))
        return False
    hint(f"the {flow} flow has been triggered")
    return True
