"""Commands by which people decide: stages, decisions, evidence, merges, corrections.

Every one commits to the record first. Where a flow comes next (publish after an
approval), it is triggered then, if a server runs; else the command says what to type.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.model import EvidenceKind, Relation, Reliability, Stage, Stance, Status
from claims.settings import Settings
from claims.status import Role
from flows.commands.context import (
    By,
    ClaimId,
    RefusedError,
    hint,
    make_actor,
    open_record,
    out,
    read_day,
)
from flows.requests import count

if TYPE_CHECKING:
    from claims.store import Store

DESK = "The desk: people decide"

Reason = Annotated[str, typer.Option("--reason", "-r", help="Why; goes on record.")]
NeededReason = Annotated[str, typer.Option("--reason", "-r", help="Why; goes on record. Needed.")]

claims_app = typer.Typer(help="Merge and split claims; it can be undone.", no_args_is_help=True)
parties_app = typer.Typer(help="Merge parties; it can be undone.", no_args_is_help=True)
evidence_app = typer.Typer(help="Attach evidence to a claim.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    for command in (
        triage, assign, decide, approve, challenge, park, unpark, reopen, accept, reject, correct,
        withdraw,
    ):  # fmt: skip
        app.command(rich_help_panel=DESK)(command)
    app.add_typer(claims_app, name="claims", rich_help_panel=DESK)
    app.add_typer(parties_app, name="parties", rich_help_panel=DESK)
    app.add_typer(evidence_app, name="evidence", rich_help_panel=DESK)


def triage(claim: ClaimId, reason: Reason = "", by: By = None) -> None:
    """Say that a new claim is worth the desk's time."""
    from claims import desk

    _, store = open_record()
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
    _tell(desk.assign(store, make_actor(by, Role.REVIEWER), claim, to, reason))


def decide(
    claim: ClaimId,
    status: Annotated[Status, typer.Option(help="How the claim stands, in your judgement.")],
    rationale: Annotated[str, typer.Option(help="Why, in a sentence or more; required.")],
    by: By = None,
) -> None:
    """Decide how a claim stands. The machine suggests; this is a person's word.

    A second person approves it (onrecord approve); then it is published.

    Example: onrecord decide 3 --status contested --rationale "Nobody else saw it."
    """
    from claims import desk
    from flows.requests import ReviewRequest

    settings, store = open_record()
    _tell(desk.decide(store, make_actor(by, Role.REVIEWER), claim, status, rationale))
    _go_on("review", ReviewRequest(), settings)
    who = "you or a second person" if settings.desk_of_one else "a second person"
    hint(f"next: {who} types onrecord approve {claim}")


def approve(claim: ClaimId, reason: Reason = "", by: By = None) -> None:
    """Approve a decision, as a second person; then the publish flow follows.

    With onrecord up running it is triggered at once; else this says what to type.
    """
    from claims import desk
    from flows.requests import ClaimsRequest
    from flows.trigger import publish_key

    settings, store = open_record()
    actor = make_actor(by, Role.APPROVER)
    moved = desk.approve(store, actor, claim, reason, settings=settings)
    _tell(moved)
    if moved.target is not Stage.APPROVED:
        return
    key = publish_key(claim, moved.decision_id)
    if not _go_on("publish", ClaimsRequest(claims=[claim], actor=actor.name), settings, key):
        hint(f"next: onrecord run publish {claim}")


def challenge(claim: ClaimId, reason: NeededReason, by: By = None) -> None:
    """Call a published claim into question."""
    from claims import desk

    _, store = open_record()
    _tell(desk.challenge(store, make_actor(by, Role.REVIEWER), claim, reason))


def park(claim: ClaimId, reason: NeededReason, by: By = None) -> None:
    """Lay a claim aside."""
    from claims import desk

    _, store = open_record()
    _tell(desk.park(store, make_actor(by, Role.REVIEWER), claim, reason))


def unpark(claim: ClaimId, reason: Reason = "", by: By = None) -> None:
    """Take a parked claim back to where it was."""
    from claims import desk

    _, store = open_record()
    _tell(desk.unpark(store, make_actor(by, Role.REVIEWER), claim, reason))


def reopen(claim: ClaimId, reason: NeededReason, by: By = None) -> None:
    """Take a decided, approved or challenged claim back into review."""
    from claims import desk

    _, store = open_record()
    _tell(desk.reopen(store, make_actor(by, Role.REVIEWER), claim, reason))


ProposalId = Annotated[int, typer.Argument(help="Number from onrecord proposals.", min=1)]


def accept(proposal: ProposalId, reason: Reason = "", by: By = None) -> None:
    """Accept a proposal: the merge is made, or the evidence attached.

    onrecord proposals lists them, with the reasons.
    """
    _answer(proposal, True, reason, by)


def reject(proposal: ProposalId, reason: Reason = "", by: By = None) -> None:
    """Reject a proposal; it is not made again."""
    _answer(proposal, False, reason, by)


def _answer(proposal: int, accepted: bool, reason: str, by: str | None) -> None:
    from claims import desk

    _, store = open_record()
    actor = make_actor(by, Role.REVIEWER)
    desk.answer_proposal(store, actor, proposal, accepted=accepted, reason=reason)
    out.print(f"Proposal {proposal} {'accepted' if accepted else 'rejected'}.")


def correct(
    stance: Annotated[
        int, typer.Argument(help="Number of the stance, as onrecord claim shows it.")
    ],
    reason: NeededReason,
    party: Annotated[str | None, typer.Option(help="The right party.")] = None,
    value: Annotated[Stance | None, typer.Option("--stance", help="The right stance.")] = None,
    day: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day on which it was said.")
    ] = None,
    by: By = None,
) -> None:
    """Correct what the machine found: the new row supersedes the old one.

    Example: onrecord correct 28 --stance denies --reason "The cue is 'rejects'."
    """
    from claims import desk

    if party is None and value is None and day is None:
        raise RefusedError("say what is right: give --party, --stance, --day or several")

    _, store = open_record()
    correction = desk.StanceCorrection(party=party, value=value, said_on=read_day(day))
    new = desk.correct_stance(store, make_actor(by, Role.REVIEWER), stance, correction, reason)
    out.print(f"Stance {stance} is superseded by {new}.")


def withdraw(
    what: Annotated[str, typer.Argument(help="stance or evidence")],
    row: Annotated[int, typer.Argument(help="Its number.", min=1)],
    reason: NeededReason,
    by: By = None,
) -> None:
    """Take a stance ("not a claim") or a piece of evidence off the balance."""
    from claims import desk

    _, store = open_record()
    desk.withdraw(store, make_actor(by, Role.REVIEWER), what, row, reason)
    out.print(f"{what.capitalize()} {row} withdrawn; it stays in the journal.")


@claims_app.command("merge")
def merge_claims(
    claim: ClaimId,
    into: Annotated[int, typer.Argument(help="The claim that stays.", min=1)],
    reason: NeededReason,
    opposite: Annotated[
        bool, typer.Option(help="The first says the opposite: its stances turn round.")
    ] = False,
    by: By = None,
) -> None:
    """Say that two claims are one. Undo: onrecord claims unmerge."""
    from claims import desk

    _, store = open_record()
    actor = make_actor(by, Role.REVIEWER)
    desk.merge_claims(store, actor, claim, into, reason, opposite=opposite)
    out.print(f"Claim {claim} now counts under claim {into}.")
    hint(f"to undo: onrecord claims unmerge {claim} --reason ...")


@claims_app.command("unmerge")
def unmerge_claims(claim: ClaimId, reason: NeededReason, by: By = None) -> None:
    """Take a merge back."""
    from claims import desk

    _, store = open_record()
    desk.unmerge_claims(store, make_actor(by, Role.REVIEWER), claim, reason)
    out.print(f"Claim {claim} stands by itself again.")


@claims_app.command("split")
def split_claim(
    claim: ClaimId,
    text: Annotated[str, typer.Option(help="The new claim's sentence.")],
    stances: Annotated[list[int], typer.Option("--stance", help="Stances that move to it.")],
    reason: NeededReason,
    by: By = None,
) -> None:
    """Open a new claim with some of this one's stances. Undo: merge it back."""
    from claims import desk

    _, store = open_record()
    new = desk.split_claim(store, make_actor(by, Role.REVIEWER), claim, text, stances, reason)
    out.print(f"Claim {new} opened with {count(len(stances), 'stance')} of claim {claim}.")
    hint(f"to undo: onrecord claims merge {new} {claim} --reason ...")


@parties_app.command("merge")
def merge_parties(
    party: Annotated[str, typer.Argument(help="Name or key of the party.")],
    into: Annotated[str, typer.Argument(help="Name or key of the party that stays.")],
    reason: NeededReason,
    by: By = None,
) -> None:
    """Say that two parties are one. Undo: onrecord parties unmerge."""
    from claims import desk, views

    _, store = open_record()
    here, there = views.party_id(store, party), views.party_id(store, into)
    desk.merge_parties(store, make_actor(by, Role.REVIEWER), here, there, reason)
    out.print(f"{party} now counts as {into}.")


@parties_app.command("unmerge")
def unmerge_parties(
    party: Annotated[str, typer.Argument(help="Key of the party.")],
    reason: NeededReason,
    by: By = None,
) -> None:
    """Take a merge of parties back."""
    from claims import desk, views

    _, store = open_record()
    desk.unmerge_parties(store, make_actor(by, Role.REVIEWER), views.party_id(store, party), reason)
    out.print(f"{party} stands by itself again.")


@evidence_app.command("attach")
def attach(
    claim: ClaimId,
    relation: Annotated[Relation, typer.Option(help="How it bears on the claim.")],
    reliability: Annotated[Reliability, typer.Option(help="Of the source: A best, F unknown.")],
    credibility: Annotated[
        int, typer.Option(help="Of the item: 1 confirmed ... 6 cannot be judged.", min=1, max=6)
    ],
    url: Annotated[str | None, typer.Option(help="Where it is, with --note for its text.")] = None,
    file: Annotated[Path | None, typer.Option(help="A file; its bytes are archived.")] = None,
    document: Annotated[int | None, typer.Option(help="A document on record ...")] = None,
    quote: Annotated[str | None, typer.Option(help="... and the exact quote in it.")] = None,
    title: Annotated[str, typer.Option(help="What it is.")] = "",
    note: Annotated[str, typer.Option(help="What it says.")] = "",
    source: Annotated[str | None, typer.Option(help="Who stands behind it: its origin.")] = None,
    by: By = None,
) -> None:
    """Attach a quote of a document, a file or a URL to a claim.

    Example: onrecord evidence attach 3 --relation supports --reliability B
    --credibility 2 --document 1 --quote "words that stand in it once"
    """
    from claims import desk

    settings, store = open_record()
    given: dict[str, Any] = {"url": url, "title": title, "note": note, "source": source}
    if document is not None and quote:
        given |= _locate_quote(store, document, quote) | {"kind": EvidenceKind.SPAN}
    elif file is not None:
        from flows.intake import archive_file

        given |= {"capture": archive_file(file, settings), "kind": EvidenceKind.FILE}
    elif url:
        given |= {"kind": EvidenceKind.RECORD}
    else:
        raise RefusedError("say what the evidence is: --document with --quote, --file or --url")
    draft = desk.EvidenceDraft(
        relation=relation, reliability=reliability, credibility=credibility, **given
    )
    evidence = desk.attach_evidence(store, make_actor(by, Role.CONTRIBUTOR), claim, draft)
    out.print(f"Evidence {evidence} attached to claim {claim}; the suggestion is up to date.")


def _locate_quote(store: Store, document_id: int, quote: str) -> dict[str, int]:
    """Where a quote stands in a document; it must stand there exactly once."""
    from claims import views

    text = views.document(store, document_id).text
    found = text.count(quote)
    if found != 1:
        how = "nowhere" if found == 0 else f"{found} times"
        raise RefusedError(
            f"document {document_id} holds this quote {how}: give a passage that stands in it once"
        )
    start = text.index(quote)
    return {"document_id": document_id, "start": start, "end": start + len(quote)}


def _tell(moved: Any) -> None:
    out.print(f"Claim {moved.claim_id}: {moved.source.value} → {moved.target.value}.")
    for note in moved.notes:
        out.print(note)


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
