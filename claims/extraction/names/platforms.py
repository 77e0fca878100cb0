"""Names of sites where anybody may post: who posted there speaks, and not the site."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token

_PLATFORMS = word_set("platforms")
_ON = frozenset(["on", "in", "to", "via", "through", "across", "over"])
_ARTICLES = frozenset(["a", "an", "the"])


def only_hosts(tokens: Sequence[Token], first: int, name: int) -> bool:
    """Whether the name at token ``name`` of a phrase that starts at ``first`` is a site's where
    something was put: "a video on Facebook", "a WhatsApp group", "a Facebook post"."""
    if tokens[name].lower not in _PLATFORMS:
        return False
    if is_posted_on(tokens, name):
        return True
    before = name - 2 if tokens[name - 1].lower in _ARTICLES else name - 1
    return before > first and tokens[before].lower in _ON


def is_posted_on(tokens: Sequence[Token], name: int) -> bool:
    """Whether a site's name tells only where something was put: "a Facebook post"."""
    posted = name + 1 < len(tokens) and tokens[name + 1].lower in word_set("platforms_posted")
    return posted and tokens[name].lower in _PLATFORMS
