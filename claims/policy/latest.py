"""Which of a party's words on a claim hold: one rule for policy, board and matrix. Pure."""

from __future__ import annotations

from datetime import date

from claims.model import AFFIRMING, Stance

SILENT = frozenset({Stance.DECLINES, Stance.NO_RESPONSE})
"""Saying nothing is no new position: whoever denied and then declines still denies."""

Rank = tuple[date, bool, bool]


def rank(day: date, stance: Stance) -> Rank:
    """A word of a higher rank overtakes the party's words of a lower one; words of one rank hold
    together.

    The day is all that is known of when a word was said: of a denial and an admission on one
    day neither is the later one, in whatever order they came on record. A retraction takes back
    what was said that day; silence says nothing beside a word.
    """
    return day, stance not in SILENT, stance == Stance.RETRACTS


def order_words(day: date, stance: Stance, stance_id: int) -> tuple[Rank, int]:
    """The order in which stances were taken; of one rank, the last recorded is the last."""
    return rank(day, stance), stance_id


def position_of(stance: Stance) -> str:
    """What counts as one position: *alleges* and *confirms* are the same."""
    return "affirms" if stance in AFFIRMING else stance.value
