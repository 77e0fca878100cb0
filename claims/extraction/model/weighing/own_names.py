"""Names that are another speaker's body, and no other name of a party."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.position import Position
from claims.extraction.voice import Voice


def keep_names_apart(positions: Sequence[Position]) -> list[Position]:
    """The positions without those names of a voice that are the body of another speaker: the
    government's spokesman is not the aviation authority, whose head spoke before him."""
    speakers: dict[str, set[str]] = {}
    for position in positions:
        voice = position.voice
        if voice.speaker is not None:
            speakers.setdefault(voice.party, set()).add(voice.speaker)
    return [_with_own_names(position, speakers) for position in positions]


def _with_own_names(position: Position, speakers: dict[str, set[str]]) -> Position:
    voice = position.voice
    if voice.speaker is None:
        return position
    own = tuple(n for n in voice.aliases if voice.speaker in speakers.get(n, {voice.speaker}))
    return (
        replace(position, voice=replace(voice, aliases=own)) if own != voice.aliases else position
    )


def is_another_state(own: Voice, name: str) -> bool:
    """Whether a name can be none of a body that speaks and is told of by whose it is: "Velmaria" of
    "Tarsk's general staff"."""
    owned = _OWNED.match(own.party)
    if owned is None or own.speaker in (None, own.party) or not name[:1].isupper():
        return False
    return name not in own.names and set(name.split()).isdisjoint(_WORDS.findall(own.party))


_OWNED = re.compile(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*)*(?:['’]s|(?<=s)['’]) [a-z]")
_WORDS = re.compile(r"[\w.-]+")
