"""What waits, what is proposed, and what came in, for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from claims.views import STEPS, DocumentRow, Page, ProposalView, QueueGroup

NUMBERS = {"answer proposal": ("proposal", "claim"), "look at failure": ("failure",)}
"""Numbers shown of each act, the one first that its command asks for; of others the claim's."""
ANSWERS = {
    "answer challenge": "reopen CLAIM --reason ...",
    "publish": "run publish",
    "approve": "approve CLAIM",
    "decide": "decide CLAIM --status ... --rationale ...",
    "review": "decide CLAIM --status ... --rationale ...",
    "assign": "assign CLAIM --to NAME",
    "triage": "triage CLAIM",
    "answer proposal": "accept PROPOSAL, or reject PROPOSAL",
    "look at failure": "retry, or give-up FAILURE",
}
"""What somebody types who takes up what waits for each act."""
LISTS = {"answer proposal": "proposals", "look at failure": "failures"} | {
    step.act: f"board --stage {stage.value}" for stage, step in STEPS.items()
}
"""The command that lists everything of an act."""


def queue_table(groups: Sequence[QueueGroup]) -> RenderableType:
    """What waits for whom, the most urgent first."""
    if not groups:
        return Text("Nothing waits.")
    parts: list[RenderableType] = []
    for group in groups:
        numbers = NUMBERS.get(group.act, ("claim",))
        named = f"{group.act}: {group.waiting}  (onrecord {ANSWERS[group.act]})"
        table = Table(title=named, expand=True)
        table.title_justify = "left"
        for name in numbers:
            table.add_column(name, no_wrap=True)
        table.add_column("what", ratio=1, overflow="fold")
        table.add_column("waits for")
        for item in group.items:
            waits = item.waits_for + (f", not {item.not_for}" if item.not_for else "")
            what = Text(item.text)
            if group.act in NUMBERS:
                what.append(f"\n{item.why}", style="dim")
            told = [item.claim_id if name == "claim" else item.ref_id for name in numbers]
            table.add_row(*map(str, told), what, waits)
        if group.waiting > len(group.items):
            left_out = group.waiting - len(group.items)
            table.caption = f"and {left_out} more: --limit N, or onrecord {LISTS[group.act]}"
        parts.append(table)
    return Group(*parts)


def proposals_table(rows: Sequence[ProposalView]) -> RenderableType:
    """Proposals with their reasons; answered by ``onrecord accept`` and ``reject``."""
    if not rows:
        return Text("No proposals wait for an answer.")
    table = Table("id", "claim", "proposal", show_lines=True, expand=True)
    table.columns[2].ratio = 1
    for row in rows:
        if row.kind == "same_claim":
            relation = "may say the opposite of" if row.opposite else "may be the same as"
            what = Text(f"{relation} claim {row.other_claim_id}: {row.other_text}")
        else:
            what = Text(f"{row.relation}: “{row.exact}” (document {row.document_id})")
        what.append("\n" + "; ".join(row.reasons), style="dim")
        table.add_row(str(row.proposal_id), str(row.claim_id), what)
    return table


def documents_table(page: Page[DocumentRow]) -> RenderableType:
    """Documents with where they come from, who read them and how much was found in them."""
    if not page.items:
        return Text("No documents yet: onrecord ingest FILE")
    table = Table("id", "document", "outlet", "day", "stances", expand=True)
    table.columns[1].ratio, table.columns[2].ratio = 3, 2
    for row in page.items:
        day = f"{row.published_at:%Y-%m-%d}" if row.published_at else ""
        title = Text(row.title or row.name, overflow="ellipsis", no_wrap=True)
        about = row.not_read or (f"read by {row.read_by}" if row.read_by else "")
        stances = "not read" if row.not_read else str(row.stances)
        if about:
            title = Text(f"{title.plain}\n").append(about, style="dim")
        table.add_row(str(row.document_id), title, row.outlet or "", day, stances)
    return table
