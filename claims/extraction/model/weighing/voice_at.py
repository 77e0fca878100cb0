"""The voice of what the model points at, taken by itself: by name, or by what the text told."""

from __future__ import annotations

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.weighing.pointing import Pointed
from claims.extraction.sources.described import only_holder
from claims.extraction.sources.one_of import one_of_them
from claims.extraction.sources.pairs import told_pair
from claims.extraction.sources.phrase import Phrase
from claims.extraction.sources.roles import owner_voice, role_voice
from claims.extraction.sources.taking import voice_of
from claims.extraction.text.lexicon import SPOKESMEN, word_set
from claims.extraction.voice import POSSESSIVES, Voice

_NAMERS = frozenset(["the", "this", "that"])


def pair_at(done: Attributed, pointed: Pointed) -> list[Voice]:
    """The two whom "both men" stands for; empty where the words do not, or nobody is known."""
    before = pointed.sentence.tokens[max(0, pointed.first - 1)]
    first = pointed.first - (before.lower in ("both", "neither", "either"))
    span = (pointed.sentence, max(0, first), pointed.last)
    pair = told_pair(Phrase(done.register, done.discourse, *span))
    return pair if pair is not None and len(pair) > 1 else []


def voice_at(done: Attributed, pointed: Pointed) -> Voice:
    """The voice of what is pointed at, taken by itself."""
    if pointed.entity is not None:
        return voice_of(done.register, pointed.entity)
    return _described(done, pointed) or Voice(pointed.text, None, ())


def _described(done: Attributed, pointed: Pointed) -> Voice | None:
    """Who "the agency" or "her lawyer" is, where the text told of one before."""
    tokens = pointed.sentence.tokens
    words = [token.lower for token in tokens[pointed.first : pointed.last]]
    clients = word_set("spokes_roles") | word_set("client_bodies")
    one = one_of_them(done.discourse, pointed.sentence, pointed.first, pointed.last)
    if one is not None:
        return one
    if words[0] in POSSESSIVES and pointed.head in clients:
        span = (pointed.sentence, pointed.first, pointed.last)
        return owner_voice(Phrase(done.register, done.discourse, *span))
    if pointed.head in SPOKESMEN and tokens[pointed.last - 1].lower == pointed.head:
        span = (pointed.sentence, pointed.first, pointed.last)
        spoken = role_voice(Phrase(done.register, done.discourse, *span))
        if spoken.speaker is not None:
            return spoken
    if words[0] not in _NAMERS:
        at = pointed.first - 1
        if at < 0 or tokens[at].lower not in _NAMERS:
            return None
    else:
        words = words[1:]
    if len(words) == 1 and tokens[pointed.last - 2].lower == "the":
        holder = only_holder(done.register, words[0], pointed.sentence)
        if holder is not None:
            return voice_of(done.register, holder)
    if words == ["report"]:
        told = done.discourse.description("report", pointed.sentence, pointed.first, "the")
        return None if told is None or told.supposed else told
    if len(words) != 1 or words[0] not in word_set("org_roles"):
        return None
    if words[0] in word_set("coref_own_names"):
        return None
    known = done.discourse.body(words[0], pointed.sentence, pointed.first)
    return known or done.discourse.only_firm(words[0], pointed.sentence, pointed.first)
