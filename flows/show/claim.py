"""One claim as a terminal page: how it stands, who says what, what the evidence shows."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from claims.model import Commitment, Mode
from claims.views import Cell, ClaimPage, EvidenceItem, MatrixRow, OriginGroup, Standing
from flows.show.symbols import (
    STATUS_STYLES,
    balance_line,
    flag_words,
    legend,
    stance_words,
)

HISTORY_SHOWN = 12
WHAT_IFS_SHOWN = 6
QUOTES_SHOWN = 8
"""Quotes of one party before the rest are only counted."""
_INDENT = (0, 0, 0, 2)


def claim_report(page: ClaimPage, whole_history: bool = False) -> RenderableType:
    """The claim's page. Long lists end in a count of what is left out, the history unless
    the whole of it is asked for."""
    parts: list[RenderableType] = [_head(page)]
    parts += _section("Why", _explain(page.standing))
    parts += _section("Who says what", [_tell_party(row) for row in page.matrix.rows])
    parts += _section("Evidence by origin", _tell_evidence(page))
    parts += _section("Counted under this claim", _tell_merged(page))
    parts += _section("Waits for an answer", _tell_proposals(page))
    parts += _section("History", [_tell_history(page, whole_history)])
    return Group(*parts, legend())


def _section(name: str, body: list[RenderableType]) -> list[RenderableType]:
    if not body:
        return []
    heading = Text(f"\n{name}", style="bold underline")
    return [heading, *(Padding(part, _INDENT) for part in body)]


def _head(page: ClaimPage) -> Panel:
    standing = page.standing
    line = Text()
    line.append(standing.status.value, style=STATUS_STYLES[standing.status])
    line.append(f" ({_basis(standing)})  stage {standing.stage.value}")
    if standing.assignee:
        line.append(f", with {standing.assignee}")
    if standing.commitment and standing.commitment != Commitment.CERTAIN.value:
        line.append(f"  affirmed as {standing.commitment}")
    body = [Text(page.text, style="bold"), line]
    if standing.flags:
        body.append(flag_words(standing.flags))
    if page.asked_id != page.claim_id:
        body.append(Text(f"claim {page.asked_id} was merged into this one", style="yellow"))
    day = f" as held at the end of {page.as_of} (UTC)" if page.as_of else ""
    return Panel(Group(*body), title=f"claim {page.claim_id}{day}", title_align="left")


def _basis(standing: Standing) -> str:
    if standing.basis == "decided" and standing.decision is not None:
        return f"decided by {standing.decision.by}"
    return "suggested by the policy, no person decided"


def _explain(standing: Standing) -> list[RenderableType]:
    lines: list[RenderableType] = []
    decision, suggestion = standing.decision, standing.suggestion
    if decision is not None:
        lines.append(Text(f"{decision.by}, {decision.at:%Y-%m-%d}: {decision.rationale}"))
        then = decision.suggested_then
        if then not in (None, decision.status):
            lines.append(Text(f"decided against the suggestion {then}", style="dim"))
    if suggestion is None:
        return lines or [Text("The policy has not looked at it yet.", style="dim")]
    if standing.disputed:
        lines.append(Text(f"! the policy now suggests {suggestion.status.value}", style="yellow"))
    lines += [Text(f"• {reason}") for reason in suggestion.reasons]
    if suggestion.rests_on:
        lines.append(Text(f"rests on {', '.join(suggestion.rests_on[:10])}", style="dim"))
    if suggestion.would_change:
        lines.append(Text("What would change it:"))
    for what_if in suggestion.would_change[:WHAT_IFS_SHOWN]:
        change = Text(f"  {what_if.change} → ")
        lines.append(change.append(what_if.status.value, style=STATUS_STYLES[what_if.status]))
    return lines


def _tell_party(row: MatrixRow) -> RenderableType:
    name = Text.assemble((row.party.called, "bold"), "  ", stance_words(row.latest))
    if len(row.path) > 1:
        name.append(f"   turned: {row.path_in_words}", style="yellow")
    cells = [cell for day in row.days for cell in day.cells]
    quotes = [_tell_cell(cell) for cell in cells[-QUOTES_SHOWN:]]
    left_out = len(cells) - len(quotes)
    if left_out:
        quotes.insert(0, Text(f"{left_out} earlier ones left out", style="dim"))
    return Group(name, Padding(Group(*quotes), _INDENT))


def _tell_cell(cell: Cell) -> Text:
    text = Text.assemble((f"{cell.day} ", "dim"), stance_words(cell.value))
    notes = [] if cell.commitment is Commitment.CERTAIN else [cell.commitment.value]
    if cell.mode is not Mode.INDIRECT:
        notes.append(cell.mode.value)
    if cell.anonymous:
        notes.append("source not named")
    if notes:
        text.append(f" ({', '.join(notes)})")
    if cell.speaker is not None and cell.speaker.id != cell.party.id:
        text.append(f", through {cell.speaker.name}")
    text.append(f": “{cell.span.exact}”")
    where = cell.outlet or cell.title or f"document {cell.document_id}"
    text.append(f"  {where} [stance {cell.stance_id}, {cell.confidence:.0%}]", style="dim")
    return text


def _tell_evidence(page: ClaimPage) -> list[RenderableType]:
    if not page.evidence:
        return []
    balance = page.balance
    sums = Text("origins: ")
    sums.append_text(balance_line(balance.supports, balance.undermines, balance.context))
    sums.append(
        f"   strong: +{balance.strong_supports} −{balance.strong_undermines}"
        f"   pieces: {balance.items}"
    )
    return [sums, *(_tell_origin(group) for group in page.evidence)]


def _tell_origin(group: OriginGroup) -> RenderableType:
    lines: list[RenderableType] = [Text(group.origin, style="bold")]
    for piece in group.pieces:
        line = _tell_item(piece.lead)
        if piece.copies:
            copies = ", ".join(str(copy.evidence_id) for copy in piece.copies)
            line.append(f"  (copies of it: evidence {copies})", style="dim")
        lines.append(Padding(line, _INDENT))
    return Group(*lines)


def _tell_item(item: EvidenceItem) -> Text:
    sides = {"supports": ("+", "green"), "undermines": ("−", "red"), "context": ("·", "dim")}
    mark, style = sides[item.relation.value]
    text = Text.assemble((f"{mark} {item.relation.value}", style))
    text.append(f" {item.reliability}{item.credibility} {item.kind.value}")
    text.append(f" {item.title or item.url or ''}".rstrip())
    if item.exact:
        text.append(f": “{item.exact}”")
    if item.note:
        text.append(f" ({item.note})")
    text.append(f"  [evidence {item.evidence_id}, {item.recorded_by}]", style="dim")
    return text


def _tell_merged(page: ClaimPage) -> list[RenderableType]:
    return [
        Text(
            f"{merged.claim_id}: {merged.text}{' (as its opposite)' if merged.opposite else ''}"
            f"  {merged.by}: {merged.reason}"
        )
        for merged in page.merged
    ]


def _tell_proposals(page: ClaimPage) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for proposal in page.proposals:
        what = proposal.other_text or proposal.exact or ""
        how = "opposite of" if proposal.opposite else proposal.relation or "same as"
        lines.append(
            Text(f"proposal {proposal.proposal_id}: {how} “{what}” ({proposal.score:.2f})")
        )
    return lines


def _tell_history(page: ClaimPage, whole: bool) -> RenderableType:
    table = Table(box=None, show_header=False, pad_edge=False, expand=True)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    shown = page.history if whole else page.history[-HISTORY_SHOWN:]
    for entry in shown:
        why = f" — {entry.why}" if entry.why else ""
        who = f" ({entry.who})" if entry.who else ""
        table.add_row(f"{entry.at:%Y-%m-%d %H:%M}", entry.kind, f"{entry.what}{who}{why}")
    left_out = len(page.history) - len(shown)
    if left_out > 0:
        told = f"{left_out} earlier entries left out: onrecord claim {page.claim_id} --history"
        return Group(Text(told, style="dim"), table)
    return table
