"""What somebody lays claim to by a noun, as a sentence: a victory, responsibility for a deed."""

from __future__ import annotations

import re

from claims.extraction.text.nouns import are_many
from claims.extraction.wording.sentence import finish

CLAIMED_WHERE = re.compile(
    r",? (?:(?:in|on|via|through|by) (?:an?|its|their|his|her|the) (?:[\w-]+ ){0,3}?"
    r"(?:statement|forum|videos?|posts?|messages?|channel|website|site|blog|account|call|page|note|"
    r"letter|recording|communiqu[eé]|interview|magazine|agency)\b|"
    r"(?:on|via) (?:Telegram|Twitter|X|Facebook|WhatsApp|Instagram|social media)\b|"
    r"(?:late )?(?:last|this) (?:week|month|year|night|spring|summer|autumn|winter)\.?$).*$"
)
"""Where and when somebody lays claim to a deed, which is no part of it."""


def state_claimed(words: str, subject: str) -> str:
    """ "Responsibility in a video for the blast" as "The Front was responsible for the blast"; ""
    where nothing follows for which."""
    match = _CLAIMED_FOR.match(words)
    if match is None:
        return ""
    what = CLAIMED_WHERE.sub("", match["what"])
    return finish(f"{subject} {'were' if are_many(subject) else 'was'} responsible for {what}")


_CLAIMED_FOR = re.compile(
    r"(?:[a-z]+ ){0,2}?responsibility\b[^,;]*? for (?P<what>.+)$", re.I | re.S
)


def state_won(words: str, subject: str) -> str:
    """ "Victory in the vote on Sunday" as "Clara won the vote", after "claimed", "victory over the
    rebels" as "Clara defeated the rebels", and "victory late on Sunday" as "Clara won"; "" of
    anything else."""
    match = _WON.match(words)
    if match is None:
        return ""
    whom = match["whom"] or ""
    if not whom:
        return finish(f"{subject} won")
    return finish(f"{subject} {'won' if match['in'].lower() in _IN else 'defeated'} {whom}")


_IN = frozenset(["in", "at"])
_WON = re.compile(
    r"(?:(?:an?|the|outright|early|overall|narrow|clear|total|their|his|her|its) )*victory"
    r"(?: (?P<in>in|at|over|against) (?P<whom>(?!(?:an?|his|her|its|their|public) "
    r"(?:speech|statement|address|interview|televised)\b|the (?:early|small|morning)\b)"
    r"(?!\w+day\b)[^,;]+?))?"
    r"(?=\.?$|[,;]| (?:late|early|on|in|after|before|shortly|with|last|this|and|but|as|when|while|"
    r"hours|from|at)\b)",
    re.I,
)
