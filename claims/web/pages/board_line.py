"""A claim's line of the board, written directly: as a template its fifty took half of the
time of a page. Everything that comes from outside is escaped by ``chips``."""

from __future__ import annotations

from markupsafe import Markup

from claims.views import BoardRow, MergedInto
from claims.web.pages import chips

SENTENCE_CHARS = 300
SHOWN_POSITIONS = 5
"""Parties shown on a line; the claim's page shows all."""


def write_line(row: BoardRow) -> Markup:
    """The line as a row of the board's table."""
    number = row.claim_id
    return Markup(
        f'<tr id="claim-{number}" data-row data-claim="{number}">\n'
        f'<th scope="row" class="sentence"><a href="/claims/{number}">'
        f'{chips.text(row.text, SENTENCE_CHARS)}</a> <span class="under">{_mark(row)}</span></th>\n'
        f'<td class="stands" data-label="Status">{chips.status(row.status, row.status_basis)}<br>'
        f"{chips.stage(row.stage, row.assignee)}</td>\n"
        f'<td class="says" data-label="Positions">{_list_positions(row)}</td>\n'
        '<td class="weighs" data-label="Evidence">'
        f"{chips.balance(row.supports, row.undermines, row.context)}</td>\n"
        f'<td class="when" data-label="Changed">{chips.time(row.last_change)}'
        f'<span class="quiet sources">{_count(row.documents, "doc")}, '
        f"{_count(row.origins, 'origin')}</span></td>\n</tr>\n"
    )


def _mark(row: BoardRow) -> str:
    """What a reader must know beside the status, and how much waits for an answer."""
    flags = "".join(map(chips.flag, row.flags))
    asks = f'<span class="flag asks">{row.open_proposals} to answer</span>'
    told = flags + asks if row.open_proposals else flags
    return told if row.merged_into is None else _lead_on(row.merged_into) + told


def _lead_on(into: MergedInto) -> str:
    """Where a merged claim counts."""
    opposite = ", as its opposite" if into.opposite else ""
    return (
        f'<span class="into">counts under <a href="/claims/{into.claim_id}">{into.claim_id}</a>'
        f"{opposite}: {chips.text(into.text, SENTENCE_CHARS)}</span>"
    )


def _list_positions(row: BoardRow) -> str:
    if not row.positions:
        return '<span class="quiet">nobody asked</span>'
    shown = "".join(map(chips.position, row.positions[:SHOWN_POSITIONS]))
    more = len(row.positions) - SHOWN_POSITIONS
    return f'{shown}<span class="quiet">+{more} more</span>' if more > 0 else shown


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
