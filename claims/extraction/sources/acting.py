"""Who is said to have done what somebody denies, or owns up to, having done."""

from __future__ import annotations

from claims.extraction.names.entities import Register
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.nouns import are_many
from claims.extraction.voice import Voice


def who_acted(register: Register, voice: Voice) -> str:
    """The name of the party where who speaks only speaks for it, else of the speaker: "Kellmark's
    spokesman, Karl Orr, denied taking part" is on Kellmark, and not on Orr."""
    speaker = voice.speaker or voice.party
    if speaker == voice.party:
        return _with_article(speaker)
    told = {*voice.mention.lower().split(), *speaker.lower().split()}
    if voice.entity is not None:
        told |= register.entities[voice.entity].roles
    return speaker if told.isdisjoint(_SPEAKING) else _with_article(voice.party)


def _with_article(name: str) -> str:
    """One body by its common name with the article that the text's own words for it have: "the post
    office"."""
    words = name.split(" ")
    bare = name.islower() and words[-1] in word_set("org_roles") and not name.endswith("s")
    known = words[0] in word_set("sources_determiners") or name in ("police", "parliament")
    return f"the {name}" if bare and not known and not are_many(name) else name


_SPEAKING = word_set("client_roles") - {"manager", "managers"}
"""What they are who speak for others only: the head of a body may deny what he did himself."""
