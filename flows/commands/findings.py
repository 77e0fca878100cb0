"""Commands on what was found: proposals answered, stances corrected, evidence attached.

Each says what became of the claims that it bears on.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.model import EvidenceKind, Relation, Reliability, Stance
from claims.status import Role
from flows.commands.context import (
    By,
    ClaimId,
    NeededReason,
    Reason,
    RefusedError,
    hint,
    make_actor,
    numbered,
    open_record,
    out,
    pick_from,
    read_day,
    read_number,
)
from flows.commands.deskwork import DESK
from flows.commands.outcome import describe_stance, tell_outcome

if TYPE_CHECKING:
    from claims.settings import Settings
    from claims.store import Store

evidence_app = typer.Typer(help="Attach evidence to a claim.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    for command in (accept, reject, correct, withdraw):
        app.command(rich_help_panel=DESK)(command)
    app.add_typer(evidence_app, name="evidence", rich_help_panel=DESK)


ProposalId = Annotated[int, numbered("PROPOSAL", "Number from onrecord proposals.")]


def accept(
    proposal: ProposalId,
    reason: Reason = "",
    relation: Annotated[
        Relation | None, pick_from(Relation, "How it bears on the claim, if not as proposed.")
    ] = None,
    reliability: Annotated[
        Reliability | None, pick_from(Reliability, "Of the source: A best, F unknown.")
    ] = None,
    credibility: Annotated[
        int | None,
        typer.Option(help="Of the item: 1 confirmed ... 6 cannot be judged.", min=1, max=6),
    ] = None,
    by: By = None,
) -> None:
    """Accept a proposal: the merge is made, or the evidence attached.

    onrecord proposals lists them, with the reasons. Evidence is graded as its outlet is;
    of an outlet without a grade that is F6, which moves no status: give its grades here.
    """
    grades = {"relation": relation, "reliability": reliability, "credibility": credibility}
    _answer(proposal, True, reason, by, grades)


def reject(proposal: ProposalId, reason: Reason = "", by: By = None) -> None:
    """Reject a proposal; it is not made again."""
    _answer(proposal, False, reason, by, {})


def _answer(
    proposal: int, accepted: bool, reason: str, by: str | None, grades: dict[str, Any]
) -> None:
    from claims import desk

    _, store = open_record()
    actor = make_actor(by, Role.REVIEWER)
    with tell_outcome(store):
        desk.answer_proposal(store, actor, proposal, accepted=accepted, reason=reason, **grades)
        out.print(f"Proposal {proposal} {'accepted' if accepted else 'rejected'}.")


def correct(
    stance: Annotated[int, numbered("STANCE", "Number of the stance, as onrecord claim shows it.")],
    reason: NeededReason,
    party: Annotated[str | None, typer.Option(help="The right party.")] = None,
    value: Annotated[Stance | None, pick_from(Stance, "The right stance.", "--stance")] = None,
    day: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day on which it was said.")
    ] = None,
    by: By = None,
) -> None:
    """Correct what the machine found: the new row supersedes the old one.

    Example: onrecord correct 28 --stance denies --reason "The cue is 'rejects'."
    """
    from claims import desk, views

    if party is None and value is None and day is None:
        raise RefusedError("say what is right: give --party, --stance, --day or several")

    _, store = open_record()
    correction = desk.StanceCorrection(party=party, value=value, said_on=read_day(day))
    near = None if party is None else views.names_near_new(store, party)
    with tell_outcome(store) as since:
        new = desk.correct_stance(store, make_actor(by, Role.REVIEWER), stance, correction, reason)
        told = describe_stance(store, since, new)
        out.print(f"Stance {stance} is superseded by {new}: {told}.", soft_wrap=True)
        if near is not None:
            others = f"; near it: {', '.join(near)}" if near else ""
            hint(f"{party} is a party new to the record{others}")
            hint(f"not meant: onrecord correct {new} --party NAME --reason ...")


def withdraw(
    what: Annotated[str, typer.Argument(metavar="stance|evidence", help="Which of the two.")],
    row: Annotated[int, numbered("NUMBER", "Its number, as onrecord claim shows it.")],
    reason: NeededReason,
    by: By = None,
) -> None:
    """Take a stance ("not a claim") or a piece of evidence off the balance."""
    from claims import desk

    _, store = open_record()
    with tell_outcome(store):
        desk.withdraw(store, make_actor(by, Role.REVIEWER), what, row, reason)
        out.print(f"{what.capitalize()} {row} withdrawn; it stays in the journal.")


@evidence_app.command("attach")
def attach(
    claim: ClaimId,
    relation: Annotated[Relation, pick_from(Relation, "How it bears on the claim.")],
    reliability: Annotated[
        Reliability, pick_from(Reliability, "Of the source: A best, F unknown.")
    ],
    credibility: Annotated[
        int, typer.Option(help="Of the item: 1 confirmed ... 6 cannot be judged.", min=1, max=6)
    ],
    url: Annotated[str | None, typer.Option(help="Where it is, with --note for its text.")] = None,
    file: Annotated[Path | None, typer.Option(help="A file; its bytes are archived.")] = None,
    document: Annotated[
        int | None,
        typer.Option(
            parser=read_number,
            metavar="DOCUMENT",
            help="A document by its number (onrecord documents) ...",
        ),
    ] = None,
    quote: Annotated[str | None, typer.Option(help="... and the exact quote in it.")] = None,
    title: Annotated[str, typer.Option(help="What it is.")] = "",
    note: Annotated[str, typer.Option(help="What it says.")] = "",
    source: Annotated[
        str | None,
        typer.Option(help="Who stands behind it: its origin, found by itself where left out."),
    ] = None,
    by: By = None,
) -> None:
    """Attach a quote of a document, a file or a URL to a claim.

    It counts under the origin found now, and keeps that whatever rules and outlets become: to
    put one right, withdraw the piece and attach it anew.

    Example: onrecord evidence attach 3 --relation supports --reliability B
    --credibility 2 --document 1 --quote "words that stand in it once"
    """
    from claims import desk

    settings, store = open_record()
    given = _say_what(store, settings, url=url, file=file, document=document, quote=quote)
    given |= {"url": url, "title": title, "note": note, "source": source}
    draft = desk.EvidenceDraft(
        relation=relation, reliability=reliability, credibility=credibility, **given
    )
    with tell_outcome(store):
        evidence = desk.attach_evidence(store, make_actor(by, Role.CONTRIBUTOR), claim, draft)
        out.print(f"Evidence {evidence} attached to claim {claim}.")
        told_before = _find_lead(store, claim, evidence)
        if told_before is not None:
            hint(
                f"it tells again what evidence {told_before} does: the two count as one. Not meant:"
                f" onrecord withdraw evidence {evidence} --reason ..."
            )


def _say_what(
    store: Store,
    settings: Settings,
    *,
    url: str | None,
    file: Path | None,
    document: int | None,
    quote: str | None,
) -> dict[str, Any]:
    """What the evidence is, as a draft takes it. RefusedError where nothing says so."""
    if document is not None and quote:
        return _locate_quote(store, document, quote) | {"kind": EvidenceKind.SPAN}
    if file is not None:
        from flows.intake import archive_file

        return {"capture": archive_file(file, settings), "kind": EvidenceKind.FILE}
    if url:
        return {"kind": EvidenceKind.RECORD}
    raise RefusedError("say what the evidence is: --document with --quote, --file or --url")


def _find_lead(store: Store, claim: int, evidence: int) -> int | None:
    """The piece that counts for the one just attached; None where that counts itself."""
    from claims import views

    for group in views.claim(store, claim).evidence:
        for piece in group.pieces:
            if evidence in {copy.evidence_id for copy in piece.copies}:
                return piece.lead.evidence_id
    return None


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
