"""The board as a terminal table."""

from __future__ import annotations

from datetime import date

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from claims.model import Stage
from claims.views import BoardRow, MergedInto, Page
from flows.show.symbols import balance_line, flag_words, legend, position_line, status_words

WIDE = 110
"""Columns from which the board also shows stage, documents and the last change."""
POSITIONS_SHOWN = 4


def board_table(page: Page[BoardRow], width: int | None = None) -> Table:
    """The claims of one page; fits 80 columns, and shows more from ``WIDE`` on.

    ``width`` is the terminal's, in columns; None asks the terminal.
    """
    wide = (width or Console().width) >= WIDE
    table = Table(expand=True, show_lines=True, title=_name(page))
    table.add_column("id", justify="right", no_wrap=True)
    table.add_column("claim", ratio=5, overflow="fold")
    table.add_column("status", no_wrap=True, min_width=12)
    table.add_column("positions", ratio=3, overflow="fold")
    table.add_column("evidence" if wide else "ev.", no_wrap=True)
    if wide:
        table.add_column("stage", no_wrap=True)
        table.add_column("docs / origins", justify="right", no_wrap=True)
        table.add_column("last change", no_wrap=True)
    for row in page.items:
        table.add_row(*_cells(row, wide))
    return table


def board_page(
    page: Page[BoardRow], width: int | None = None, begins: date | None = None
) -> RenderableType:
    """The table with its legend, or a line where nothing fits the filters; ``begins`` is the day
    of the first claim, before which nothing could."""
    if not page.items and page.as_of is not None and begins is not None and page.as_of < begins:
        return Text(
            f"No claim was on record yet on {page.as_of}: the first came on {begins}. A past day"
            " shows what the record held then, not what was said by then."
        )
    if not page.items:
        return Text("No claim fits these filters.")
    return Group(board_table(page, width), legend())


def _name(page: Page[BoardRow]) -> str | None:
    return None if page.as_of is None else f"as held at the end of {page.as_of} (UTC)"


def _call_into_question(row: BoardRow) -> str:
    """What speaks against a person's decision; empty where nothing does."""
    told = ["challenged"] if row.stage is Stage.CHALLENGED else []
    if row.status_basis == "decided" and row.suggestion not in (None, row.status):
        told.append(f"the policy suggests {row.suggestion}")
    return "; ".join(told)


def _lead_on(into: MergedInto) -> Text:
    """Where a merged claim counts."""
    opposite = ", as its opposite" if into.opposite else ""
    return Text(f"→ counts under {into.claim_id}{opposite}: {into.text}", style="yellow")


def _cells(row: BoardRow, wide: bool) -> list[RenderableType]:
    claim = Text(row.text)
    if row.merged_into is not None:
        claim.append("\n").append_text(_lead_on(row.merged_into))
    if row.flags:
        claim.append("\n").append_text(flag_words(row.flags))
    if called := _call_into_question(row):
        claim.append(f"\n⚠ {called}", style="yellow")
    if row.open_proposals:
        claim.append(f"\n◇ {row.open_proposals} to answer", style="dim")
    cells: list[RenderableType] = [
        str(row.claim_id),
        claim,
        status_words(row.status, row.status_basis),
        position_line(row.positions, POSITIONS_SHOWN),
        balance_line(row.supports, row.undermines, row.context),
    ]
    if wide:
        stage = Text(row.stage.value)
        if row.assignee:
            stage.append(f"\n{row.assignee}", style="dim")
        cells += [
            stage,
            f"{row.documents} / {row.origins}",
            f"{row.last_change:%Y-%m-%d %H:%M}",
        ]
    return cells
