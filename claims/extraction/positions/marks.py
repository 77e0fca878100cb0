"""What a position of an attribution rests on: its features, its span, its day and its reasons."""

from __future__ import annotations

from claims.extraction.attribution.attributed import Attribution, SentenceReading
from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.position import (
    ACCUSED_BY,
    ADDED,
    CALLED_FALSE,
    CHANGED,
    GOES_ON,
    OUTRIGHT,
    OWNED_UP,
    PUT_FORWARD,
    RATED,
    RELATIVE,
    SAID,
    SAID_TOO,
)
from claims.extraction.positions.accusing import names_both
from claims.extraction.positions.changing import changes_mind
from claims.extraction.positions.confidence import content_features, voice_features
from claims.extraction.positions.outright import owns_up, says_outright
from claims.extraction.positions.said_too import says_too
from claims.extraction.text.dates import words_about_time
from claims.extraction.voice import Voice
from claims.model import Mode, Stance


def mark_features(
    reading: SentenceReading, attribution: Attribution, voice: Voice, stance: Stance, mode: Mode
) -> tuple[str, ...]:
    """The features of a position that an attribution tells, on which its confidence rests."""
    cue, content = attribution.cue, attribution.content
    relation = attribution.source.relation if attribution.source is not None else "none"
    found = [
        f"mode={mode.value}",
        f"stance={stance.value}",
        f"lemma={cue.lemma}",
        f"shape={cue.shape.value}",
        f"relation={relation}",
        *voice_features(voice),
    ]
    # "he", taken for a body that has no name for who speaks, may be anybody
    named = voice.person or voice.speaker is not None or voice.pronoun not in ("he", "she")
    marks = {
        "inherited": attribution.inherited,
        "weak": cue.weak,
        "nested": attribution.nested_in is not None,
        "judged": stance is not cue.stance,
        CALLED_FALSE: cue.until is not None and cue.mark != RATED and named,
        PUT_FORWARD: cue.group == Stance.ALLEGES.value,
        ACCUSED_BY: names_both(reading, attribution),
        SAID_TOO: stance is Stance.ALLEGES and says_too(reading, attribution),
        ADDED: stance is Stance.ALLEGES and _adds(attribution),
        "negated": cue.negated,
        GOES_ON: attribution.goes_on and not voice.guessed,
        RELATIVE: attribution.noun is not None,
        CHANGED: changes_mind(reading, attribution),
        OUTRIGHT: says_outright(reading, attribution) and not voice.guessed,
        OWNED_UP: owns_up(reading, attribution),
        **{said: stance is of and _says_plainly(reading, cue, voice) for said, of in SAID.items()},
    }
    found += [name for name, holds in marks.items() if holds]
    found += [cue.mark] if cue.mark and named else []
    if content is not None:
        found += [
            f"side={content.side}",
            f"introduced={content.introduced}",
            f"nominal={content.nominal}",
        ]
        tokens = reading.sentence.tokens[content.first : content.last]
        found += content_features(tokens, "indirect")
    return tuple(found)


def _says_plainly(reading: SentenceReading, cue: Cue, voice: Voice) -> bool:
    """Whether the words told say which stance it is, or the cue of who is named does: "Lima
    declined to comment"."""
    told = reading.sentence.tokens[cue.last].lower
    named = not (voice.note or voice.vague or voice.guessed) and cue.shape is Shape.FINITE
    return cue.stance is Stance.ALLEGES or (named and told in ("comment", "comments"))


def _adds(attribution: Attribution) -> bool:
    """Whether it is "added that P", and no "will add to the fears that P"."""
    cue, content = attribution.cue, attribution.content
    if cue.lemma != "add" or content is None:
        return False
    return content.introduced and 0 < content.first - cue.last <= 2


def span_of(reading: SentenceReading, attribution: Attribution) -> tuple[int, int]:
    """Source, cue and content together, as offsets into the text."""
    tokens = reading.sentence.tokens
    bounds = [attribution.cue.first, attribution.cue.last + 1, *(attribution.cue.until or ())]
    bounds += attribution.noun or ()
    for part in (attribution.source, attribution.content):
        if part is not None:
            bounds += [part.first, part.last]
    first, last = max(0, min(bounds)), min(len(tokens), max(bounds))
    return tokens[first].start, tokens[last - 1].end


def told_when(reading: SentenceReading, attribution: Attribution) -> tuple[str, ...]:
    """The words beside the cue that tell the day."""
    cue, source = attribution.cue, attribution.source
    left = source.last if source is not None and source.last <= cue.first else cue.first
    right = cue.last if source is None else max(cue.last, source.last - 1)
    return words_about_time(reading.sentence.tokens, left, cue.first, right)


def voice_reasons(attribution: Attribution, voice: Voice) -> list[str]:
    """Why it is that voice's, for a person to read."""
    found = []
    if voice.note:
        found.append(f"source {voice.note}")
    elif voice.mention:
        found.append(f"source '{voice.mention}'")
    if attribution.inherited:
        found.append("source carried over from the clause before")
    return found
