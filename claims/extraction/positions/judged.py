"""The positions of those who judge what was told before them in the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed, SentenceReading
from claims.extraction.attribution.charges import find_accused, find_charged
from claims.extraction.attribution.rejoinder import Rejoinder
from claims.extraction.cues.cue import Cue
from claims.extraction.names.mentions import ADJECTIVE
from claims.extraction.position import REJOINDER, Position
from claims.extraction.positions.confidence import confidence_of, voice_features
from claims.extraction.sources.nobody import PERSONAL
from claims.extraction.sources.taking import voice_of
from claims.extraction.sources.voices import resolve_voices
from claims.extraction.text.segment import Sentence
from claims.extraction.voice import Voice
from claims.extraction.wording.affirm import affirm
from claims.extraction.wording.charged import state_charged
from claims.extraction.wording.checkable import is_checkable
from claims.extraction.wording.joining import is_negative
from claims.extraction.wording.reword import reword
from claims.model import AFFIRMING, Commitment, Mode, Stance


def read_rejoinders(
    done: Attributed, reading: SentenceReading, told: Sequence[Position]
) -> list[Position]:
    """The positions in ``reading.rejoinders``, on the last that was ``told`` before them."""
    found = []
    for rejoinder in reading.rejoinders:
        mark = reading.sentence.tokens[rejoinder.first].start
        before = [p for p in told if p.stance in AFFIRMING and p.end <= mark and p.claim]
        teller = before[-1].voice.party if before else ""
        for voice in _voices(done, reading, rejoinder, teller):
            claim = before[-1].claim if before else _clause(done, reading, rejoinder, voice)
            if claim and voice.party != teller and not voice.vague:
                found.append(_position(reading, rejoinder, voice, claim))
    return found


def _clause(done: Attributed, reading: SentenceReading, rejoinder: Rejoinder, voice: Voice) -> str:
    """What the sentence itself tells before the rejoinder."""
    tokens = reading.sentence.tokens[: rejoinder.first]
    words = reword(done, reading.sentence, tokens, 0, voice, direct=False)
    words = state_charged(words) or words
    return words if is_checkable(words, spoken=False) else ""


def _voices(
    done: Attributed, reading: SentenceReading, rejoinder: Rejoinder, teller: str
) -> list[Voice]:
    """Who judges: nobody but the teller, who is no company that rejects what they told."""
    source = rejoinder.source
    tokens = reading.sentence.tokens
    alone = source.last - source.first == 1 and tokens[source.first].lower in PERSONAL
    accusing = [a for a in reading.attributions if a.cue.lemma in ("accuse", "blame")]
    if alone and accusing and accusing[-1].cue.last < rejoinder.first:
        outer = accusing[-1]
        source = find_accused(tokens, outer.cue, outer.content, rejoinder.cue, source)
    elif alone:
        source = find_charged(tokens, rejoinder.cue, source, reading.quoted)
    found = resolve_voices(done.register, done.discourse, reading.sentence, source)
    words = tokens[source.first : source.last]
    if alone and [voice.party for voice in found] == [teller]:
        return _told_of(done, reading, rejoinder, words[0].lower, teller)
    if [voice.party for voice in found] == [teller] and words[0].lower not in PERSONAL:
        phrase = done.page.text[words[0].start : words[-1].end]
        return [Voice(phrase, None, (), mention=phrase, guessed=True)]
    return found


def _told_of(
    done: Attributed, reading: SentenceReading, rejoinder: Rejoinder, pronoun: str, teller: str
) -> list[Voice]:
    """Whom "it" or "she" means that is not the teller: the first who is told of."""
    person = pronoun in ("he", "she")
    for place in done.register.in_tokens(reading.sentence.index, 0, rejoinder.first):
        entity = done.register.entities[place.entity]
        fits = entity.is_person == person and entity.sort != ADJECTIVE
        if fits and entity.gender in (None, {"he": "m", "she": "f"}.get(pronoun)):
            voice = voice_of(done.register, entity)
            if teller not in voice.names:
                note = f"'{pronoun}' taken as {voice.name}"
                return [replace(voice, confidence=0.6, note=note, pronoun=pronoun)]
    return []


def _position(reading: SentenceReading, rejoinder: Rejoinder, voice: Voice, claim: str) -> Position:
    cue, stance = rejoinder.cue, rejoinder.cue.stance
    source = rejoinder.source
    span = (min(source.first, cue.first), max(source.last, cue.last + 1))
    told = affirm(claim) if is_negative(claim) and " that " not in claim else claim
    if stance is Stance.DENIES and told != claim:
        claim, stance = told, Stance.ALLEGES  # "no women were held, a claim that Lima disputes"
    return on_told_before(reading.sentence, cue, stance, voice, claim, span)


def on_told_before(
    sentence: Sentence,
    cue: Cue,
    stance: Stance,
    voice: Voice,
    claim: str,
    span: tuple[int, int],
    *marks: str,
) -> Position:
    """A position on what was told just before it, at the tokens of ``span``; ``marks`` are
    features besides."""
    features = (
        "mode=indirect", f"stance={stance.value}", f"lemma={cue.lemma}",
        f"shape={cue.shape.value}", "relation=subject", REJOINDER, *voice_features(voice), *marks,
    )  # fmt: skip
    reasons = [cue.reason, f"source '{voice.mention}'", "on what was told before it"]
    return Position(
        sentence.index, sentence.tokens[span[0]].start, sentence.tokens[span[1] - 1].end, voice,
        stance, claim, False, Mode.INDIRECT, Commitment.CERTAIN, confidence_of(features),
        features, reasons,
    )  # fmt: skip
