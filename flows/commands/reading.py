"""Commands that read the record: board, claim, party, queue, proposals, documents, export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claims.model import Flag, Stage, Status
from flows.commands.context import (
    After,
    AsJson,
    AsOf,
    ClaimId,
    RefusedError,
    err,
    hint,
    open_record,
    out,
    pick_from,
    print_json,
    read_day,
    read_number,
)
from flows.commands.outlets import read_by_outlet

READING = "Reading"


def register(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    for command in (board, claim, party, queue, proposals, documents, export):
        app.command(rich_help_panel=READING)(command)


def board(
    words: Annotated[
        list[str] | None, typer.Argument(help="Words of the claim.", metavar="WORD...")
    ] = None,
    status: Annotated[list[Status] | None, pick_from(Status, "May be repeated.")] = None,
    stage: Annotated[list[Stage] | None, pick_from(Stage, "May be repeated.")] = None,
    flag: Annotated[list[Flag] | None, pick_from(Flag, "May be repeated; all must be set.")] = None,
    party: Annotated[str | None, typer.Option(help="A party that took a position.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Id or name of an outlet.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Changed since.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Changed until.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=500, help="Claims on a page.")] = 20,
    after: After = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """The claims: status, stances by party, evidence, flags; last changed first.

    A claim that was merged into another one counts there and has no line of its own; --stage
    merged lists such claims, each with the one that it counts under, whose status it shows.

    Examples: onrecord board missiles; onrecord board --status contested --party Kremlin
    """
    from claims import views
    from claims.store import describe_database
    from flows.show.board import board_page

    settings, store = open_record()
    filters = views.BoardFilters(
        status=tuple(status or ()),
        stage=tuple(stage or ()),
        flag=tuple(flag or ()),
        party=party,
        words=" ".join(words) if words else None,
        since=read_day(since),
        until=read_day(until),
    )
    day = read_day(as_of)
    page = read_by_outlet(
        store,
        outlet,
        lambda named: views.board(
            store, filters.model_copy(update={"outlet": named}), after, day, limit
        ),
    )
    if as_json:
        print_json(page.model_dump(mode="json"))
        return
    if not page.items and filters == views.BoardFilters() and not (outlet or after or as_of):
        out.print("No claims on record yet.")
        hint(f"looked at: {describe_database(settings)}")
        hint("next: onrecord ingest FILE, or onrecord demo to see how it looks")
        return
    begins = views.first_day(store) if as_of and not page.items else None
    out.print(board_page(page, out.width, begins))
    if page.next:
        hint(f"more: the same command with --after {page.next}")


def claim(
    claim: ClaimId,
    history: Annotated[bool, typer.Option("--history", help="The whole history.")] = False,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """One claim: who says what and when, the quotes, evidence, why it stands so, history."""
    from claims import views
    from flows.show.claim import claim_report

    _, store = open_record()
    page = views.claim(store, claim, read_day(as_of))
    if as_json:
        print_json(page.model_dump(mode="json"))
    else:
        out.print(claim_report(page, history))


def party(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A party's name or key: 'North Korea', kremlin.")
    ],
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """One party: its positions, its changes of mind, who speaks for it, who contradicts it."""
    from claims import views
    from flows.show.party import party_report

    _, store = open_record()
    page = views.party(store, name, read_day(as_of))
    if as_json:
        print_json(page.model_dump(mode="json"))
    else:
        out.print(party_report(page))


def queue(
    limit: Annotated[int, typer.Option(min=1, max=500, help="Most of each kind.")] = 20,
    as_json: AsJson = False,
) -> None:
    """What waits for whom: triage, review, approval, publication, proposals.

    A proposal's number is what onrecord accept and reject ask for, a failure's what
    onrecord give-up does. Where more waits than is shown, the command is named that lists all
    of its kind, page after page.
    """
    from claims import views
    from flows.show.queue import queue_table

    _, store = open_record()
    rows = views.queue_groups(store, limit=limit)
    if as_json:
        print_json([row.model_dump(mode="json") for row in rows])
    else:
        out.print(queue_table(rows))


def proposals(
    claim: Annotated[
        int | None,
        typer.Option(
            "--claim", parser=read_number, metavar="CLAIM", help="Only those of one claim."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """What the machine proposes and did not do. Answer: onrecord accept ID, reject ID."""
    from claims import views
    from flows.show.queue import proposals_table

    _, store = open_record()
    if claim is not None:
        views.require_claims(store, [claim])
    rows = views.proposals(store, None if claim is None else [claim])
    if as_json:
        print_json([row.model_dump(mode="json") for row in rows])
    else:
        out.print(proposals_table(rows))


def documents(
    words: Annotated[
        list[str] | None, typer.Argument(help="Words of the text.", metavar="WORD...")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Id or name of an outlet.")] = None,
    not_read: Annotated[
        bool,
        typer.Option(
            "--not-read",
            help="Only what was kept unread: another language, or longer than is read."
            " What could not even be kept so is in onrecord failures.",
        ),
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=500, help="Documents on a page.")] = 20,
    after: After = None,
    as_json: AsJson = False,
) -> None:
    """What came in: documents with outlet, day, who read them and what was found."""
    from claims import views
    from flows.show.queue import documents_table

    _, store = open_record()
    page = read_by_outlet(
        store,
        outlet,
        lambda named: views.documents(
            store,
            outlet=named,
            words=" ".join(words or ()),
            not_read=not_read,
            cursor=after,
            limit=limit,
        ),
    )
    if as_json:
        print_json(page.model_dump(mode="json"))
        return
    if not page.items and (words or outlet or not_read):
        out.print("No such documents.")
        return
    out.print(documents_table(page))
    if page.next:
        hint(f"more: the same command with --after {page.next}")


def export(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Folder to write to; made where missing.")
    ],
) -> None:
    """Write the whole board, every stance and the evidence as JSON and CSV, and the Atom feed.

    They hold claims that nobody reviewed, too, with the machine's suggestion.
    """
    from flows.publish import tell_what_goes_out, write_exports

    if folder.exists() and not folder.is_dir():
        raise RefusedError(f"{folder} is a file: name a folder to write to")
    settings, store = open_record()
    for name in write_exports(store, settings, folder):
        out.print(name, soft_wrap=True)
    if settings.name_placeholders():
        err.print(tell_what_goes_out(settings)[-1], soft_wrap=True)
