"""Who does what a claim tells without a subject: "Haven't slept since", "Orr, ..., (had left)"."""

from __future__ import annotations

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.text.inflect import irregular_pasts
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Sentence
from claims.extraction.wording.meant import Meant

_BARE = frozenset(["haven't", "hadn't", "couldn't", "can't", "cannot", "wasn't"])
"""Words that open what somebody says of themself without an "I"."""
_OPEN = frozenset(["has", "had", "is", "was", "will", "would", "could", "does", "did"])
_SUBJECTS = frozenset(["he", "she", "they"])
_ASIDE = frozenset(["who", "which", "that", "whose", "where"])
_PASTS = frozenset(irregular_pasts().values())
_MARKS = frozenset([",", "“", '"', "‘"])


def find_left_out(done: Attributed, sentence: Sentence, base: int, meant: Meant) -> str:
    """The name, or the pronoun, for who does what the words from ``base`` on tell; "" where they
    have a subject, or nobody is sure to be it."""
    tokens, voice = sentence.tokens, meant.voice
    start = next((at for at in range(base, len(tokens)) if tokens[at].is_word), base)
    if start + 1 >= len(tokens):
        return ""
    word, before = tokens[start], tokens[start - 1] if start else None
    subjects = word_set("quality_subjects") | word_set("sources_determiners") | {"you"}
    if word.is_capital and word.lower in _BARE and tokens[start + 1].lower not in subjects:
        quoted = meant.direct or done.page.quote_at(word.start) is not None
        asked = any(token.text == "?" for token in tokens[-2:])
        return (voice.speaker or voice.party) if quoted and not asked and not voice.vague else ""
    if before is None or not _is_finite(word.text):
        return ""
    if before.lower in _SUBJECTS:
        return meant.resolve(before.lower, start - 1) or before.lower
    if before.text not in _MARKS or voice.vague:
        return ""
    return voice.name if _opens_with_voice(done, sentence, start, meant) else ""


def _is_finite(word: str) -> bool:
    """Whether a word is surely what somebody did."""
    return word in _OPEN or word in _PASTS or (len(word) > 4 and word.endswith("ed"))


def _opens_with_voice(done: Attributed, sentence: Sentence, end: int, meant: Meant) -> bool:
    """Whether the sentence opens with who speaks, and no other clause before ``end``."""
    tokens, voice = sentence.tokens, meant.voice
    places = done.register.in_tokens(sentence.index, 0, end)
    named = bool(places) and places[0].entity == voice.entity and places[0].first <= 1
    text = done.page.text[sentence.start : tokens[end].start].lstrip(' “"')
    if not (named or (voice.mention and text.startswith(voice.mention))):
        return False
    first = places[0].last if named else 0
    between = [token.lower for token in tokens[first : end - 1]]
    if not named:
        return text[len(voice.mention) :].strip(' ,“"') == ""
    apposed = not between or between[0] == ","
    return apposed and not any(_is_finite(word) or word in _ASIDE for word in between)
