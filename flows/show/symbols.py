"""Signs and colours of the terminal pages. A colour never stands alone: a sign says the same."""

from __future__ import annotations

from rich.text import Text

from claims.model import Commitment, Stance, Status
from claims.views import IN_WORDS, Position

SIGNS: dict[Stance, str] = {
    Stance.ALLEGES: "✓",
    Stance.CONFIRMS: "✓",
    Stance.DENIES: "✗",
    Stance.DOUBTS: "≈",
    Stance.NEITHER: "∅",
    Stance.DECLINES: "–",
    Stance.NO_RESPONSE: "…",
    Stance.RETRACTS: "↩",
}

STYLES: dict[Stance, str] = {
    Stance.ALLEGES: "green",
    Stance.CONFIRMS: "bold green",
    Stance.DENIES: "red",
    Stance.DOUBTS: "yellow",
    Stance.NEITHER: "cyan",
    Stance.DECLINES: "dim",
    Stance.NO_RESPONSE: "dim",
    Stance.RETRACTS: "magenta",
}

STATUS_STYLES: dict[Status, str] = {
    Status.UNVERIFIED: "dim",
    Status.CONTESTED: "bold yellow",
    Status.ACKNOWLEDGED: "bold cyan",
    Status.SUPPORTED: "bold green",
    Status.REFUTED: "bold red",
    Status.MISLEADING: "bold magenta",
    Status.UNVERIFIABLE: "dim italic",
}

UNSURE = "?"
"""Follows the sign of a stance that is less than certain."""


def sign(value: Stance, commitment: Commitment = Commitment.CERTAIN) -> Text:
    """The sign of a stance, ``?`` after it where the party is not certain."""
    unsure = "" if commitment is Commitment.CERTAIN else UNSURE
    return Text(SIGNS[value] + unsure, style=STYLES[value])


def stance_words(value: Stance) -> Text:
    """``✗ denies``"""
    return Text(f"{SIGNS[value]} {IN_WORDS[value]}", style=STYLES[value])


def status_words(status: Status, basis: str) -> Text:
    """``contested`` over ``suggested``: the word first, then on whose word it rests."""
    text = Text(status.value, style=STATUS_STYLES[status])
    text.append(f"\n{basis}", style="bold" if basis == "decided" else "dim")
    return text


def position_line(positions: tuple[Position, ...], most: int) -> Text:
    """The parties with their signs, one a line, at most ``most`` lines."""
    lines = [
        Text.assemble(sign(position.value, position.commitment), " ", position.party.called)
        for position in positions[:most]
    ]
    if len(positions) > most:
        lines.append(Text(f"+{len(positions) - most} more", style="dim"))
    return Text("\n").join(lines)


def balance_line(supports: int, undermines: int, context: int) -> Text:
    """``+2 −1 ·3``: how much supports, undermines, gives context."""
    if not supports + undermines + context:
        return Text("none", style="dim")
    parts = []
    if supports:
        parts.append(Text(f"+{supports}", style="green"))
    if undermines:
        parts.append(Text(f"−{undermines}", style="red"))
    if context:
        parts.append(Text(f"·{context}", style="dim"))
    return Text(" ").join(parts)


def flag_words(flags: tuple[str, ...]) -> Text:
    """``⚑ denied, single origin``"""
    words = ", ".join(str(flag).replace("_", " ") for flag in flags)
    return Text(f"⚑ {words}" if words else "", style="yellow")


def legend() -> Text:
    """What the signs mean, in one or two lines."""
    shown = {
        Stance.CONFIRMS: "affirms",
        Stance.DENIES: "denies",
        Stance.DOUBTS: "doubts",
        Stance.NEITHER: "neither confirms nor denies",
        Stance.DECLINES: "declines to comment",
        Stance.NO_RESPONSE: "no response",
        Stance.RETRACTS: "retracts",
    }
    parts = [
        Text.assemble((SIGNS[value], STYLES[value]), f" {words}") for value, words in shown.items()
    ]
    parts.append(Text(f"{UNSURE} less than certain"))
    text = Text("  ").join(parts)
    text.append("\nevidence (ev.): ").append("+", "green").append(" supports  ")
    text.append("−", "red").append(" undermines  · context   ⚑ flags   ◇ proposals to answer")
    text.stylize("dim", 0)
    return text
