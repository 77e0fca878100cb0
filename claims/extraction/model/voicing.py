"""Who holds a reading's stance: the model points at names, the register knows their kin."""

from __future__ import annotations

from bisect import bisect_right

from claims.extraction.attribution import Attributed
from claims.extraction.coref import voice_of
from claims.extraction.entities import Entity
from claims.extraction.model.decode import Reading, Span
from claims.extraction.position import NOBODY
from claims.extraction.voice import Voice

_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "we",
        "i",
        "who",
        "his",
        "her",
        "their",
        "its",
        "him",
        "them",
        "this",
        "that",
    ]
)
ANONYMOUS_FROM = 0.5


def voice_of_reading(done: Attributed, reading: Reading) -> Voice | None:
    """The voice of a reading; None when it points at nobody that has a name or description."""
    if reading.kind == "unattributed":
        return NOBODY
    party = _named(done, reading.party)
    speaker = _named(done, reading.speaker)
    source = _named(done, reading.source)
    names = [name for name in (party, source, speaker) if name is not None]
    if not names:
        return None
    text, entity = names[0]
    if entity is None and reading.source is not None and source is not None:
        text, entity = source if source[1] is not None and party is None else (text, entity)
    own = voice_of(done.register, entity) if entity is not None else Voice(text, None, ())
    aliases = dict.fromkeys([*own.aliases, *(n for name in names for n in _all_names(name))])
    aliases.pop(own.party, None)
    return Voice(
        party=own.party, speaker=own.speaker or (speaker[0] if speaker else None),
        aliases=tuple(aliases), anonymous=reading.anonymous >= ANONYMOUS_FROM,
        person=own.person, gender=own.gender, entity=own.entity,
        confidence=reading.party_probability, mention=source[0] if source else text,
    )  # fmt: skip


def _all_names(name: tuple[str, Entity | None]) -> list[str]:
    text, entity = name
    return [text, *(entity.names if entity is not None else [])]


def _named(done: Attributed, span: Span | None) -> tuple[str, Entity | None] | None:
    """The words of a span as a name, with the entity that its last words are, if any."""
    if span is None:
        return None
    text = " ".join(done.page.text[span[0] : span[1]].split()).strip(" ,;:.\"“”'‘’")
    if not text or text.lower() in _PRONOUNS:
        return None
    return text, _entity(done, span)


def _entity(done: Attributed, span: Span) -> Entity | None:
    """The entity whose place fills at least half of the span."""
    page = done.page
    index = bisect_right([s.start for s in page.sentences], span[0]) - 1
    if index < 0:
        return None
    tokens = page.sentences[index].tokens
    best: tuple[int, Entity] | None = None
    for place in done.register.places[index]:
        start, end = tokens[place.first].start, tokens[place.last - 1].end
        shared = min(end, span[1]) - max(start, span[0])
        if shared * 2 >= span[1] - span[0] and (best is None or shared > best[0]):
            best = (shared, done.register.entities[place.entity])
    return best[1] if best else None
