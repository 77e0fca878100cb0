"""Chips and other small parts that stand hundreds of times on a page, written directly.

A template's macro costs about 20 µs a call, which made four fifths of the board's
time. Templates use these through ``macros.html`` like any other macro; everything
that comes from outside is escaped here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache, lru_cache

from jinja2.utils import url_quote
from markupsafe import Markup, escape

from claims.model import Commitment, Flag, Relation, Stage, Stance, Status
from claims.views import NOT_NAMED, FrontDay, FrontRow, PartyRef, Position
from claims.web.pages import words
from claims.web.pages.words import Look

CUT = 600
"""Characters of a sentence shown before "show all"."""
NAME_CHARS = 80
SHORT_CHARS = 40


def cut(text: str, chars: int = CUT) -> str:
    """The beginning of a text, with an ellipsis where more follows."""
    return text if len(text) <= chars else text[: chars - 1].rstrip() + "…"


@lru_cache(maxsize=4_000)
def write_day(day: date) -> str:
    """``3 Mar 2026``."""
    return f"{day.day} {day:%b} {day.year}"


def write_moment(moment: datetime) -> str:
    """``3 Mar 2026, 14:05 UTC``: what is read where no script turns it into local time."""
    utc = moment.astimezone(UTC)
    return f"{write_day(utc.date())}, {utc.hour:02}:{utc.minute:02} UTC"


def write_iso(moment: date | datetime) -> str:
    """For ``<time datetime>``."""
    return moment.astimezone(UTC).isoformat() if isinstance(moment, datetime) else str(moment)


@cache
def icon(name: str) -> Markup:
    """A shape of ``parts/icons``."""
    shape = escape(name)
    return Markup(
        f'<svg class="icon" aria-hidden="true" focusable="false"><use href="#i-{shape}"/></svg>'
    )


@lru_cache(maxsize=1_000)
def chip(look: Look, kind: str, label: str | None = None) -> Markup:
    """A word with its icon and tone."""
    return Markup(
        f'<span class="chip {escape(kind)} tone-{escape(look.tone)}" title="{escape(look.note)}">'
        f"{icon(look.icon)}<span>{escape(label or look.word)}</span></span>"
    )


def status(value: Status, basis: str | None = None) -> Markup:
    """``basis``: ``decided`` or ``suggested``."""
    return chip(words.STATUSES[value], "status suggested" if basis == "suggested" else "status")


def stage(value: Stage, assignee: str | None = None) -> Markup:
    """The stage, and who has the claim."""
    drawn = chip(words.STAGES[value], "stage")
    if not assignee:
        return drawn
    return drawn + Markup(' <span class="quiet"><bdi>{}</bdi></span>').format(
        cut(assignee, SHORT_CHARS)
    )


def stance(value: Stance, commitment: Commitment | str | None = None) -> Markup:
    """A stance, and how sure the party says it is where it is not certain."""
    drawn = chip(words.STANCES[value], "stance")
    if not commitment or commitment == Commitment.CERTAIN:
        return drawn
    return drawn + Markup(' <span class="quiet">{}</span>').format(commitment)


def relation(value: Relation) -> Markup:
    """How evidence bears on a claim."""
    return chip(words.RELATIONS[value], "relation")


@cache
def flag(value: Flag) -> Markup:
    """What a reader must know beside a status."""
    return Markup(f'<span class="flag">{escape(words.FLAGS[value])}</span>')


def party(ref: PartyRef) -> Markup:
    """A party by name, leading to its page."""
    name = escape(cut(ref.name, NAME_CHARS))
    told = f' <span class="quiet">({NOT_NAMED})</span>' if ref.is_unnamed else ""
    return Markup(
        f'<a class="party" href="/parties/{escape(url_quote(ref.key))}"><bdi>{name}</bdi>{told}</a>'
    )


def position(held: Position) -> Markup:
    """A party's latest word, as the board shows it: who, and what in shape, colour and word."""
    opening, shape, said = _write_stance(held.value, held.commitment)
    name, short = _write_name(held.party.name)
    word, day = words.STANCES[held.value].word, write_day(held.day)
    told = f" ({NOT_NAMED})" if held.party.is_unnamed else ""
    return Markup(f"{opening}{name}{told} {word}, {day}{shape}{short}{told}{said}")


@cache
def _write_stance(value: Stance, commitment: Commitment) -> tuple[str, str, str]:
    """What stands before, between and behind the names of a position."""
    look = words.STANCES[value]
    sure = commitment is Commitment.CERTAIN
    said = look.word if sure else f"{look.word}, {commitment.value}"
    return (
        f'<span class="position tone-{escape(look.tone)}" title="',
        f'">{icon(look.icon)}<bdi>',
        f'</bdi> <span class="said">{escape(said)}</span></span>',
    )


@lru_cache(maxsize=4_000)
def _write_name(name: str) -> tuple[str, str]:
    """A party's name as a title and as a chip shows it."""
    return str(escape(cut(name, NAME_CHARS))), str(escape(cut(name, SHORT_CHARS)))


def balance(supports: int, undermines: int, context: int) -> Markup:
    """Pieces of evidence for, against, and beside the claim."""
    counts = {"supports": supports, "undermines": undermines, "context": context}
    if not any(counts.values()):
        return Markup('<span class="quiet">none</span>')
    pieces = "".join(_weigh(Relation(name), n) for name, n in counts.items() if n)
    return Markup(f'<span class="balance">{pieces}</span>')


@lru_cache(maxsize=1_000)
def _weigh(relation: Relation, n: int) -> str:
    look = words.RELATIONS[relation]
    return (
        f'<span class="tone-{escape(look.tone)}" title="{n} {escape(look.word)}">{icon(look.icon)}'
        f'{n}<span class="unseen"> {escape(look.word)}</span></span>'
    )


def matrix_cells(row: FrontRow, days: Sequence[date], claim_id: int, as_of: date | None) -> Markup:
    """The cells of a party's line of the matrix, a chip a position, each opening the words of
    that day; empty where it was not heard of. ``as_of``: the past day that the page shows."""
    party = f"/claims/{claim_id}/quotes?party={row.party.id}&amp;day="
    then = f"&amp;as_of={as_of}" if as_of else ""
    cells = (_write_cell(row.days.get(day, ()), f"{party}{day}{then}") for day in days)
    return Markup("\n".join(cells))


def _write_cell(positions: Sequence[FrontDay], link: str) -> str:
    return f"<td>{''.join(_write_position(each, link) for each in positions)}</td>"


def _write_position(held: FrontDay, link: str) -> str:
    look, n = words.STANCES[held.value], held.stances
    turned = " turned" if held.turned else ""
    count = f'<b title="{n} passages">×{n}</b>' if n > 1 else ""
    return (
        f'<a class="cell tone-{look.tone}{turned}" href="{link}" hx-get="{link}"'
        f' hx-target="#quote-body" data-open="quote">{icon(look.icon)}<span>{look.word}</span>'
        f"{count}</a>"
    )


def time(moment: datetime) -> Markup:
    """A moment, which a script turns into local time."""
    told = write_moment(moment)
    return Markup(
        f'<time datetime="{escape(write_iso(moment))}" data-local title="{told}">{told}</time>'
    )


def day(value: date) -> Markup:
    """A day."""
    return Markup(f'<time datetime="{escape(write_iso(value))}">{write_day(value)}</time>')


def published(moment: datetime) -> Markup:
    """When something was published. Midnight UTC stands for a day whose hour is not known,
    which is the same day everywhere."""
    utc = moment.astimezone(UTC)
    return day(utc.date()) if utc.time() == datetime.min.time() else time(moment)


def text(value: object, chars: int = CUT) -> Markup:
    """Any text from outside: isolated against bidi controls, cut where it is very long."""
    return Markup(f'<bdi class="text">{escape(cut(str(value), chars))}</bdi>')
