"""A reading that the rules did not find, as a position with a worded claim."""

from __future__ import annotations

from claims.extraction.attribution import Attributed
from claims.extraction.model.decode import Reading
from claims.extraction.position import NOBODY, Position
from claims.extraction.segment import Token
from claims.extraction.sentence import finish, word_claim
from claims.extraction.voice import Voice
from claims.model import Commitment, Mode, Stance

FEWEST_WORDS = 3
"""A claim of fewer content words is no sentence: the stance is on a claim told elsewhere."""


def word_reading(done: Attributed, reading: Reading, voice: Voice) -> Position | None:
    """The reading as a position. None when its quote holds no word."""
    stance = Stance(reading.value)
    tokens, base = _content_tokens(done, reading)
    if not tokens:
        return None
    words = finish(_reworded(done, reading, voice, tokens, base))
    few = sum(token.is_word for token in tokens) < FEWEST_WORDS
    points = few and stance is not Stance.ALLEGES
    hedged = voice.party == NOBODY.party
    quoted = sum(done.page.quote_at(t.start) is not None for t in tokens) * 2 > len(tokens)
    mode = Mode.HEDGED if hedged else Mode.DIRECT if quoted else Mode.INDIRECT
    return Position(
        sentence=reading.sentence, start=reading.quote[0], end=reading.quote[1], voice=voice,
        stance=stance, claim=words, points=points, mode=mode,
        commitment=Commitment.PROBABLE if hedged else Commitment.CERTAIN,
        confidence=reading.probability,
    )  # fmt: skip


def _content_tokens(done: Attributed, reading: Reading) -> tuple[list[Token], int]:
    """The tokens from the first to the last word of the claim, within one sentence."""
    spans = reading.content or (reading.quote,)
    sentences = done.page.sentences
    best: list[Token] = []
    base = 0
    near = range(max(0, reading.sentence - 1), min(len(sentences), reading.sentence + 2))
    for index in near:
        inside = [s for s in spans if s[0] < sentences[index].end and s[1] > sentences[index].start]
        if not inside:
            continue
        first, last = inside[0][0], inside[-1][1]
        tokens = sentences[index].tokens
        kept = [t for t in tokens if t.end > first and t.start < last]
        if len(kept) > len(best):
            best = kept
            base = next(i for i, t in enumerate(tokens) if t is kept[0])
    return best, base


def _reworded(
    done: Attributed, reading: Reading, voice: Voice, tokens: list[Token], base: int
) -> str:
    sentence = next(s for s in done.page.sentences if s.tokens and tokens[0] in s.tokens)

    def resolve(lower: str, at: int) -> str | None:
        subject = {"him": "he", "his": "he", "her": "she", "them": "they", "their": "they",
                   "its": "it"}.get(lower, lower)  # fmt: skip
        if subject in ("he", "she") and voice.person and voice.speaker:
            return voice.speaker
        if subject in ("it", "they") and lower in ("it", "they"):
            return None
        found = done.discourse.pronoun(subject, sentence, at)
        return None if found is None else (found.speaker or found.party)

    return word_claim(tokens, done.page.text, voice, resolve, base)
