"""How the record's words look on a page: the word, the icon's shape and the tone. Pure.

Colour never stands alone: every chip carries an icon of its own shape and its word.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from claims.model import Flag, Relation, Stage, Stance, Status
from claims.views import IN_WORDS
from claims.web.runs import RunState


class Look(NamedTuple):
    """A word on a page. ``tone`` and ``icon`` name a CSS class and a shape of ``parts/icons``."""

    word: str
    icon: str
    tone: str
    note: str
    """What the word means, for whoever asks."""


STANCES: Mapping[Stance, Look] = {
    Stance.ALLEGES: Look("alleges", "point", "affirm", "puts it forward as true"),
    Stance.CONFIRMS: Look("confirms", "check", "affirm", "affirms what others put forward"),
    Stance.DENIES: Look("denies", "cross", "deny", "says that it is false"),
    Stance.DOUBTS: Look("doubts", "query", "doubt", "attacks it without asserting the opposite"),
    Stance.NEITHER: Look(
        IN_WORDS[Stance.NEITHER], "half", "neither", "a recorded position that moves no status"
    ),
    Stance.DECLINES: Look("declines to comment", "dash", "silent", "was asked and says nothing"),
    Stance.NO_RESPONSE: Look("no response", "ring", "silent", "was asked and did not answer"),
    Stance.RETRACTS: Look("retracts", "back", "retract", "withdraws what it said"),
}

STATUSES: Mapping[Status, Look] = {
    Status.UNVERIFIED: Look("unverified", "ring", "silent", "nothing decides it yet"),
    Status.CONTESTED: Look(
        "contested", "facing", "doubt", "named parties contradict each other, nothing decides"
    ),
    Status.ACKNOWLEDGED: Look(
        "acknowledged", "quote", "neither", "those it implicates affirm it, none denies"
    ),
    Status.SUPPORTED: Look("supported", "check", "affirm", "strong evidence supports it"),
    Status.REFUTED: Look("refuted", "cross", "deny", "strong evidence undermines it"),
    Status.MISLEADING: Look("misleading", "warn", "retract", "set by a person only"),
    Status.UNVERIFIABLE: Look("unverifiable", "barred", "silent", "set by a person only"),
}

STAGES: Mapping[Stage, Look] = {
    Stage.NEW: Look("new", "step0", "plain", "nobody has looked at it"),
    Stage.TRIAGED: Look("triaged", "step1", "plain", "nobody has it"),
    Stage.ASSIGNED: Look("assigned", "step1", "plain", "somebody has it, not begun"),
    Stage.IN_REVIEW: Look("in review", "step2", "plain", "somebody works on it"),
    Stage.DECIDED: Look("decided", "step3", "plain", "waits for a second person"),
    Stage.APPROVED: Look("approved", "step4", "plain", "waits to be published"),
    Stage.PUBLISHED: Look("published", "step5", "done", "out, under its decision"),
    Stage.CHALLENGED: Look("challenged", "warn", "doubt", "called into question"),
    Stage.PARKED: Look("parked", "pause", "silent", "laid aside, with the reason"),
    Stage.MERGED: Look("merged", "back", "silent", "counts under another claim"),
}

FLAGS: Mapping[Flag, str] = {
    Flag.DENIED: "denied",
    Flag.UNATTRIBUTED_ONLY: "unattributed only",
    Flag.SINGLE_ORIGIN: "single origin",
    Flag.NO_POSITION_TAKEN: "no position taken",
    Flag.AGAINST_OWN_INTEREST: "against own interest",
    Flag.IN_OWN_INTEREST: "in own interest",
    Flag.HEDGED_ONLY: "hedged only",
}

RELATIONS: Mapping[Relation, Look] = {
    Relation.SUPPORTS: Look("supports", "check", "affirm", "speaks for the claim"),
    Relation.UNDERMINES: Look("undermines", "cross", "deny", "speaks against the claim"),
    Relation.CONTEXT: Look("context", "dash", "silent", "bears on it without deciding"),
}

RUN_STATES: Mapping[RunState, Look] = {
    RunState.WAITING: Look("waiting", "ring", "silent", "no worker has taken it yet"),
    RunState.RUNNING: Look("running", "point", "affirm", "a worker is at it"),
    RunState.COMPLETED: Look("completed", "check", "done", "it went through"),
    RunState.FAILED: Look("failed", "cross", "deny", "it ended early; nothing taken in is lost"),
}

RELIABILITIES: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""Admiralty code (NATO STANAG 2511): the source."""

CREDIBILITIES: Mapping[int, str] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
"""Admiralty code (NATO STANAG 2511): the item."""
