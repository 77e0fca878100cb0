"""What waits, what is proposed, and what came in: terminal tables."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from claims.views import DocumentRow, Page, ProposalView, QueueItem


def queue_table(rows: Sequence[QueueItem]) -> Table:
    """What waits for whom, the most urgent first."""
    table = Table(expand=True)
    table.add_column("to do", no_wrap=True)
    table.add_column("claim", justify="right", no_wrap=True)
    table.add_column("what", ratio=3, overflow="fold")
    table.add_column("waits for", ratio=1, overflow="fold")
    table.add_column("since", no_wrap=True)
    for row in rows:
        what = Text(row.text)
        what.append(f"\n{row.why}", style="dim")
        number = "" if row.claim_id is None else str(row.claim_id)
        if row.ref_id is not None:
            what.append(f" (number {row.ref_id})", style="dim")
        waits = row.waits_for + (f", not {row.not_for}" if row.not_for else "")
        table.add_row(row.act, number, what, waits, f"{row.since:%Y-%m-%d}")
    table.caption = "Nothing waits." if not rows else None
    return table


def proposals_table(rows: Sequence[ProposalView]) -> Table:
    """What the machine proposes, the likeliest first."""
    table = Table(expand=True, show_lines=True)
    table.add_column("id", justify="right", no_wrap=True)
    table.add_column("proposal", ratio=1, overflow="fold")
    table.add_column("score", justify="right", no_wrap=True)
    for row in rows:
        table.add_row(str(row.proposal_id), _tell_proposal(row), f"{row.score:.2f}")
    table.caption = "Nothing is proposed." if not rows else None
    return table


def documents_table(page: Page[DocumentRow]) -> Table:
    """Documents, the latest recorded first."""
    table = Table(expand=True)
    table.add_column("id", justify="right", no_wrap=True)
    table.add_column("document", ratio=3, overflow="fold")
    table.add_column("outlet", ratio=1, overflow="fold")
    table.add_column("published", no_wrap=True)
    table.add_column("claims", justify="right")
    table.add_column("stances", justify="right")
    for row in page.items:
        day = "" if row.published_at is None else f"{row.published_at:%Y-%m-%d}"
        outlet = Text(row.outlet or "not known")
        if row.origin != row.outlet:
            outlet.append(f"\nfrom {row.origin}", style="dim")
        name = row.title or row.name
        table.add_row(str(row.document_id), name, outlet, day, str(row.claims), str(row.stances))
    table.caption = "No documents yet: onrecord ingest FILE" if not page.items else None
    return table


def _tell_proposal(row: ProposalView) -> Text:
    text = Text(f"claim {row.claim_id}: {row.text}\n")
    if row.other_claim_id is not None:
        how = "the opposite of" if row.opposite else "the same as"
        text.append(how, style="bold").append(f" claim {row.other_claim_id}: {row.other_text}")
    else:
        text.append(row.relation or "evidence", style="bold")
        text.append(f" in document {row.document_id}: “{row.exact}”")
    if row.reasons:
        text.append(f"\n{'; '.join(row.reasons)}", style="dim")
    return text
