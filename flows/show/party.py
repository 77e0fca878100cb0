"""One party as a terminal page: its positions, where it turned, who speaks, who contradicts."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from claims.views import IN_WORDS, Page, PartyPage, PartyPosition, PartyRow
from flows.requests import count
from flows.show.symbols import legend, sign, stance_words, status_words

SHOWN = 30
"""Positions listed before the rest are only counted."""


def party_report(page: PartyPage) -> RenderableType:
    """The party's page. Long lists end in a count of what is left out."""
    parts: list[RenderableType] = [_head(page), _tell_positions(page)]
    left_out = len(page.positions) - SHOWN
    if left_out > 0:
        parts.append(Text(f"{left_out} older positions left out", style="dim"))
    if page.changes_of_mind:
        parts.append(Text("\nWhere it turned", style="bold underline"))
        parts += [_tell_turn(position) for position in page.changes_of_mind]
    if page.speakers:
        parts.append(Text("\nWho spoke for it", style="bold underline"))
        parts += [
            Text(f"  {spoke.speaker.name}: {spoke.stances}, {spoke.first_day} to {spoke.last_day}")
            for spoke in page.speakers
        ]
    if page.contradicted_by:
        parts.append(Text("\nWho contradicts it", style="bold underline"))
        parts += [
            Text(
                f"  {other.party.name}: on {other.claims}"
                f" ({', '.join(str(claim_id) for claim_id in other.claim_ids[:10])})"
            )
            for other in page.contradicted_by
        ]
    return Group(*parts, legend())


def parties_list(page: Page[PartyRow]) -> RenderableType:
    """The list of parties, each with its key on a line of its own, where it can be copied."""
    parts: list[RenderableType] = []
    for row in page.items:
        line = Table.grid(padding=(0, 2), expand=True)
        line.add_column(ratio=1, overflow="fold")
        for _ in range(2):
            line.add_column(no_wrap=True)
        last = "" if row.last_day is None else f"last {row.last_day}"
        told = f"{count(row.claims, 'claim')}, {count(row.stances, 'stance')}"
        line.add_row(Text(row.party.name, style="bold"), told, last)
        kind = row.kind.value + ("" if row.catalogued else " *")
        key = Text(row.party.key).append(f"  {kind}", style="dim")
        parts += [line, Padding(key, (0, 0, 0, 2))]
    return Group(*parts, Text("* not in the catalogue: read from documents", style="dim"))


def _head(page: PartyPage) -> Panel:
    lines = [Text(page.party.called, style="bold")]
    about = [page.kind.value, f"key {page.party.key}"]
    if page.part_of:
        about.append(f"part of {page.part_of}")
    if page.organ_of:
        about.append(f"organ of {page.organ_of}")
    if not page.catalogued:
        about.append("not in the catalogue")
    lines.append(Text(", ".join(about)))
    if page.names:
        lines.append(Text(f"also named: {', '.join(page.names)}", style="dim"))
    if page.merged:
        joined = ", ".join(party.name for party in page.merged)
        lines.append(Text(f"found to be the same: {joined}", style="dim"))
    if page.note:
        lines.append(Text(page.note, style="yellow"))
    day = f" as held at the end of {page.as_of} (UTC)" if page.as_of else ""
    return Panel(Group(*lines), title=f"party{day}", title_align="left")


def _tell_positions(page: PartyPage) -> RenderableType:
    if not page.positions:
        return Text("No position of this party is on record.")
    table = Table(expand=True, show_lines=True)
    table.add_column("claim", ratio=4, overflow="fold")
    table.add_column("its position", ratio=2)
    table.add_column("day", no_wrap=True)
    table.add_column("status", no_wrap=True, min_width=12)
    for position in page.positions[:SHOWN]:
        value = stance_words(position.value)
        if position.commitment.value != "certain":
            value.append(f" ({position.commitment.value})")
        if position.stances > 1:
            value.append(f"\nlast word of {position.stances}", style="dim")
        table.add_row(
            f"{position.claim_id}: {position.text}",
            value,
            position.day.isoformat(),
            status_words(position.status, position.status_basis),
        )
    return table


def _tell_turn(position: PartyPosition) -> Text:
    text = Text(f"  {position.claim_id}: {position.text}  ")
    steps = [Text.assemble(sign(value), " ", IN_WORDS[value]) for value in position.path]
    return text.append_text(Text(" → ").join(steps))
