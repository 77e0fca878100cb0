"""Whom the reader points at by other words than those that name them: "a baker from (Tarma)" by the
town, "the Daily Star, the (army's newspaper)," by what it is, "the Daily Star reported without
citing (a source)" by whom it does not tell of, "Lima sued (Kellmark), saying" by whom it sued."""

from __future__ import annotations

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.weighing.pointing import Pointed, point
from claims.extraction.names.mentions import ADJECTIVE
from claims.extraction.sources.phrase import ARTICLES
from claims.extraction.sources.starts import DETERMINERS
from claims.extraction.text.lexicon import people_words
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.voice import GENDERS, Voice


def is_not_cited(source: Pointed) -> bool:
    """Whether a source is none: "without citing (a source)"."""
    tokens, at = source.sentence.tokens, source.first - 1
    at -= at > 0 and tokens[at].lower in DETERMINERS
    return at > 0 and tokens[at].lower in _CITING and tokens[at - 1].lower == "without"


def who_cites_nobody(done: Attributed, source: Pointed) -> Pointed | None:
    """Who told something "without citing (a source)"."""
    tokens, at = source.sentence.tokens, source.first - 1
    for each in reversed(done.sentences[source.sentence.index].attributions):
        told = each.source
        if told is not None and told.last <= at and each.cue.last < at:
            return point(done, (tokens[told.first].start, tokens[told.last - 1].end))
    return None


def who_acted_before(done: Attributed, source: Pointed) -> list[Voice]:
    """Who says what stands behind a mark, where the source is but whom or what their deed before it
    was on: "Lima withdrew a report on (Kellmark), admitting that it was wrong". Empty elsewhere."""
    tokens, at = source.sentence.tokens, source.last
    tells = tokens[at + 1].lower if at + 1 < len(tokens) and tokens[at].text == "," else ""
    if not (tells.endswith("ing") and is_telling(tells)) or source.first == 0:
        return []
    told = done.sentences[source.sentence.index].attributions
    own = any(each.source is not None and each.source.holds(source.first) for each in told)
    if own or tokens[source.first - 1].lower in ("by", "to"):
        return []
    behind = (each for each in told if each.cue.first == at + 1 and each.inherited)
    return next((each.voices for each in behind), [])


_CITING = frozenset(["citing", "naming", "quoting", "identifying"])


_FROM = frozenset(["from", "in", "near", "outside"])
_MOST = 6
"""Tokens before a town in which it is told who is from there."""


def who_is_from(done: Attributed, source: Pointed | None, party: Pointed) -> Pointed | None:
    """Who has no name, and is told of by the town that is pointed at, where "he" or "she" speaks:
    no town does. None where nobody is told of so."""
    if source is None or source.pronoun not in GENDERS or party.person is not None:
        return None
    tokens, at = party.sentence.tokens, party.first - 1
    if at < 1 or tokens[at].lower not in _FROM or tokens[at - 1].lower not in people_words():
        return None
    for first in range(at - 1, max(-1, at - _MOST), -1):
        if not tokens[first].is_word:
            return None
        if tokens[first].lower in DETERMINERS:
            return point(done, (tokens[first].start, tokens[party.last - 1].end))
    return None


def whose_aside(done: Attributed, party: Pointed) -> Pointed | None:
    """The name right before the words pointed at, where these are but an aside on what its bearer
    is: "(the Daily Star), the army's newspaper, said". None where they are none."""
    tokens, first = party.sentence.tokens, party.first
    first -= first > 0 and tokens[first - 1].lower in ARTICLES
    closed = party.last < len(tokens) and tokens[party.last].text == ","
    if party.entity is not None or not closed or first < 1 or tokens[first - 1].text != ",":
        return None
    if tokens[first].lower not in ARTICLES or any(t.is_capital for t in tokens[first : party.last]):
        return None
    for place in done.register.places[party.sentence.index]:
        if place.last == first - 1 and done.register.entities[place.entity].sort != ADJECTIVE:
            return point(done, (tokens[place.first].start, tokens[place.last - 1].end))
    return None
