"""The voices that others are taken for: a pronoun, a body for whom somebody spoke, who is named."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.names.entities import Register
from claims.extraction.names.entity import Entity
from claims.extraction.voice import GENDERS, Voice


def taken(voice: Voice, lower: str) -> Voice:
    """The voice as a pronoun is taken for it."""
    return replace(
        voice,
        confidence=min(voice.confidence, 0.6),
        gender=voice.gender or GENDERS.get(lower),
        note=f"'{lower}' taken as {voice.name}",
        pronoun=lower,
    )


def as_body(voice: Voice) -> Voice | None:
    """The voice without who spoke for it; None where nobody but a person is named."""
    if not voice.person:
        return voice
    if voice.speaker in (voice.party, None):
        return None
    aliases = tuple(name for name in voice.aliases if name != voice.speaker)
    return replace(voice, speaker=None, aliases=aliases, person=False, gender=None, entity=None)


def voice_of(register: Register, entity: Entity) -> Voice:
    """The voice of an entity, through the body it speaks for if it does."""
    others = tuple(name for name in entity.names if name != entity.name)
    if entity.is_person and entity.institution:
        body = register.find(entity.institution)
        more = tuple(body.names) if body is not None else ()
        aliases = tuple(dict.fromkeys((*more, *entity.names)))
        return Voice(
            entity.institution, entity.name, tuple(a for a in aliases if a != entity.institution),
            person=True, gender=entity.gender, entity=entity.index, confidence=0.7,
        )  # fmt: skip
    speaker = entity.name if entity.is_person else None
    return Voice(
        entity.name, speaker, others, person=entity.is_person, gender=entity.gender,
        entity=entity.index, confidence=0.7,
    )  # fmt: skip
