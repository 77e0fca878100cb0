"""Whom the reader points at by other words than those that name them: "a baker from (Tarma)" by the
town, "the Daily Star, the (army's newspaper)," by what it is, "the Daily Star reported without
citing (a source)" by whom it does not tell of, "Lima sued (Kellmark), saying" by whom it sued, "the
trial, which enrolled (900 people), found" by what is told of it between."""

from __future__ import annotations

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.weighing.accused import is_object_accused, object_end
from claims.extraction.model.weighing.pointing import (
    ACCUSING,
    Pointed,
    point,
)
from claims.extraction.names.mentions import ADJECTIVE
from claims.extraction.sources.described import head_of
from claims.extraction.sources.phrase import ARTICLES
from claims.extraction.sources.served import SERVING
from claims.extraction.sources.starts import DETERMINERS, feigns
from claims.extraction.text.lexicon import people_words, word_set
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
    tokens = source.sentence.tokens
    at = object_end(source) if is_object_accused(source) else source.last
    tells = tokens[at + 1].lower if at + 1 < len(tokens) and tokens[at].text == "," else ""
    telling = tells.endswith("ing") and (is_telling(tells) or tells in ACCUSING)
    if not telling or source.first == 0:
        return []
    told = done.sentences[source.sentence.index].attributions
    own = any(each.source is not None and each.source.holds(source.first) for each in told)
    if own or tokens[source.first - 1].lower in ("by", "to"):
        return []
    behind = (each for each in told if each.cue.first == at + 1 and each.inherited)
    return next((each.voices for each in behind), [])


_CITING = frozenset(["citing", "naming", "quoting", "identifying"])


def who_tells_it(done: Attributed, source: Pointed, party: Pointed | None) -> list[Voice]:
    """Who tells what a pronoun opens that tells nothing itself, where the party is no person: "one
    of them said that (he) had a kit"; or a name that is the party: "said that (the agency) had
    failed and accused it of". Empty elsewhere."""
    named = source.entity is not None and party is not None and party.entity is source.entity
    person = party is not None and party.person is not None
    if not named and (source.pronoun not in _TOLD_OF or person):
        return []
    told = done.sentences[source.sentence.index].attributions
    tokens, at = source.sentence.tokens, source.first
    at -= named and tokens[at - 1].lower == "the"
    if any(each.source is not None and each.source.holds(source.first) for each in told):
        return []
    that = at > 0 and tokens[at - 1].lower == "that"
    for each in told:
        opens = each.content is not None and each.content.side == "right"
        if not opens or each.content is None or each.content.first not in (at, at - that):
            continue
        near = that if named else each.cue.last + 1 + that >= at
        people = all(v.entity is not None or _is_somebody(v.party) for v in each.voices)
        if near and people and all(v.person and not v.supposed for v in each.voices):
            return each.voices
    return []


def _is_somebody(party: str) -> bool:
    """Whether words are for people: "one of the three developers", not "his home"."""
    return head_of(party) in people_words() or party.split(" ", 1)[0] in ("one", "another")


_TOLD_OF = frozenset(["he", "she"])


def named_behind(done: Attributed, source: Pointed) -> Pointed | None:
    """Who speaks by name where the source only tells whose they are: "(Orsk)'s defence minister,
    Ada Lund,"; None where nobody is named so."""
    tokens, at = source.sentence.tokens, source.last
    if source.person is not None or at + 1 >= len(tokens) or tokens[at].lower != "'s":
        return None
    near = range(at + 1, min(len(tokens), at + _OFFICE))
    mark = next((n for n in near if tokens[n].text == ","), 0)
    if mark == 0 or tokens[mark - 1].lower not in word_set("spokes_roles"):
        return None
    for place in done.register.places[source.sentence.index]:
        named = mark < place.first <= mark + 2 and done.register.entities[place.entity].is_person
        if named and tokens[place.last : place.last + 1] and tokens[place.last].text == ",":
            return point(done, (tokens[place.first].start, tokens[place.last - 1].end))
    return None


_OFFICE = 6
"""Tokens of "'s deputy foreign minister,", at most."""


def whose_clause(done: Attributed, source: Pointed) -> list[Voice]:
    """Who says it where the source only stands in what is told of them between: "the trial, which
    enrolled (900 people), found", "an alliance representing (nurses and farmers) said"; empty where
    it does not."""
    tokens = source.sentence.tokens
    for each in done.sentences[source.sentence.index].attributions:
        told, end = each.source, each.cue.first
        if told is None or not told.last < source.last <= end:
            continue
        if not each.voices or any(voice.supposed for voice in each.voices):
            continue
        between = tokens[told.last : end]
        opens = between[0].lower if between[0].is_word else between[1:2] and between[1].lower
        if opens in SERVING:
            return each.voices
        inside = told.apposition is not None and told.apposition[0] < source.first
        unnamed = source.entity is None or feigns(tokens[: source.first])
        if inside and opens == "which" and unnamed:
            return each.voices
    return []


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
