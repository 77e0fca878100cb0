"""How likely a finding is right in all its parts, from what it rests on.

A logistic regression over yes/no features (the cue, how the source was found,
the make of the content), fitted on the training articles against "same span,
stance and party as the annotators" (``tests/bench/fit_confidence.py`` fits and
writes ``confidence.yaml``). Features without a weight count nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

import yaml

from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token
from claims.extraction.voice import Voice


@cache
def load_weights() -> dict[str, float]:
    """Feature -> weight, with the constant under ``bias``."""
    text = files("claims.extraction.positions").joinpath("confidence.yaml").read_text("utf-8")
    weights: dict[str, float] = yaml.safe_load(text)
    return weights


def confidence_of(features: Iterable[str]) -> float:
    """Probability, 0.02 to 0.98, that a finding with these features is right."""
    weights = load_weights()
    total = weights.get("bias", 0.0) + sum(weights.get(name, 0.0) for name in set(features))
    return round(min(0.98, max(0.02, 1.0 / (1.0 + math.exp(-total)))), 3)


def voice_features(voice: Voice) -> tuple[str, ...]:
    """What is known of the source."""
    found = [f"voice={_sort(voice)}"]
    if voice.note:
        word = voice.note.split("'")[1].split(" ")[0] if "'" in voice.note else ""
        found += ["resolved", f"resolved={word}"]
    if voice.anonymous:
        found.append("anonymous")
    words = len(voice.mention.split())
    found.append(f"mention={min(words, 7)}")
    return tuple(found)


def _sort(voice: Voice) -> str:
    if voice.vague:
        return "vague"
    if voice.guessed:
        return "guessed"
    if voice.person:
        return "spokesperson" if voice.speaker != voice.party else "person"
    return "named" if voice.entity is not None else "described"


def content_features(tokens: Sequence[Token], mode: str) -> tuple[str, ...]:
    """The make of a content, kept apart by mode: what counts in speech differs."""
    words = [token for token in tokens if token.is_word]
    lowers = {token.lower for token in words}
    found = [f"{mode}:length={min(len(words) // 4, 10)}"]
    if words:
        found.append(f"{mode}:first={words[0].lower}")
    checks = {
        "number": any(token.text[0].isdigit() for token in words),
        "name": any(token.is_capital and token.text != "I" for token in words[1:]),
        "past": any(token.lower.endswith("ed") for token in words) or bool(lowers & _PAST),
        "present": bool(lowers & {"is", "are", "has", "have", "'s", "it's"}),
        "future": bool(lowers & {"will", "would", "won't", "'ll", "going"}),
        "modal": bool(lowers & {"can", "could", "may", "might", "should", "must", "can't"}),
        "i": bool(lowers & {"i", "my", "me", "i'm", "i've"}),
        "we": bool(lowers & {"we", "our", "us", "we're", "we've"}),
        "you": bool(lowers & {"you", "your", "you're"}),
        "negative": bool(lowers & {"not", "never", "no"}) or any(w.endswith("n't") for w in lowers),
        "opinion": bool(lowers & _OPINION),
        "very": bool(lowers & {"very", "so", "really", "just", "too", "quite", "all"}),
        "because": bool(lowers & {"because", "if", "when", "although", "but"}),
    }
    found += [f"{mode}:{name}" for name, holds in checks.items() if holds]
    return tuple(found)


_PAST = frozenset(
    [
        "was",
        "were",
        "had",
        "did",
        "went",
        "came",
        "made",
        "took",
        "got",
        "saw",
        "gave",
        "left",
        "found",
    ]
)
_OPINION = word_set("confidence_opinion")
