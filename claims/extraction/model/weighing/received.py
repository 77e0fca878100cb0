"""Whom the reader points at, and who only questioned whoever speaks, or has the memo that does: "a
docker questioned by (police) said", "a memo seen by (the Post) contradicts it"; or only
passes on what another said: '"...," Orr said, according to (the Post)'."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.attribution.attributed import Attributed, Attribution
from claims.extraction.cues.cue import Shape
from claims.extraction.model.weighing.pointing import Pointed, point
from claims.extraction.sources.phrase import ARTICLES
from claims.extraction.sources.span import QUOTED, RECEIVED
from claims.extraction.sources.starts import phrase_start, strip_openers
from claims.extraction.text.lexicon import people_words, word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import BE
from claims.extraction.voice import Voice

_ASKED = QUOTED | {"dismissed", "rejected", "sacked", "fired"}
_OF_PEOPLE = frozenset(["contacted", "interviewed", "surveyed"])
"""What is done to nobody but people."""


def is_asker(source: Pointed, party: Pointed) -> bool:
    """Whether the party only questioned the people that the source tells of: "villagers
    interviewed by (the Post)"."""
    if not source.holds(party) or party.first <= source.first:
        return False
    verb = _done_by(source.sentence.tokens, party.first)
    return verb > source.first and source.sentence.tokens[verb].lower in _ASKED


def only_has_it(source: Pointed, party: Pointed, value: str) -> bool:
    """Whether the party only has the document that contests something: "a memo seen by (the Post)".
    What it puts forward by that is its own report."""
    if value == "alleges" or source.sentence.index != party.sentence.index:
        return False
    verb = _done_by(source.sentence.tokens, party.first)
    return source.first < verb <= source.last and source.head in word_set("source_documents")


def who_was_asked(done: Attributed, source: Pointed, value: str) -> Pointed | None:
    """Who speaks where the source only questioned them, or has what speaks; None elsewhere.

    What a paper puts forward by a memo that it has seen is its own report.
    """
    tokens = source.sentence.tokens
    verb = _done_by(tokens, source.first)
    if verb < 1 or not tokens[verb - 1].is_word:
        return None
    relative = verb > 1 and tokens[verb - 1].lower in BE and tokens[verb - 2].lower == "who"
    head = tokens[verb - 3 if relative and verb > 2 else verb - 1].lower
    if tokens[verb].lower in _ASKED:
        known = head in people_words() or tokens[verb].lower in _OF_PEOPLE
    else:
        known = value != "alleges" and head in word_set("source_documents") | {"records"}
    if not known:
        return None
    end = source.last if relative else verb
    first = strip_openers(tokens, phrase_start(tokens, end, frozenset(), _NOT_QUOTED), end)
    return point(done, (tokens[first].start, tokens[end - 1].end)) if first < verb else None


_NOT_QUOTED = (False,) * 512


def is_only_quoting(source: Pointed) -> bool:
    """Whether the source is told of beside whoever speaks, as quoting them: "the minister, quoted
    by (the Post), said", "was quoted by (the Post) as saying"; or as having a copy of the document
    that does: "the report, a copy of which was seen by (the Post), says"."""
    tokens = source.sentence.tokens
    verb = _done_by(tokens, source.first)
    behind = [token.lower for token in tokens[source.last : source.last + 2]]
    if verb > 0 and tokens[verb].lower in ("quoted", "cited") and behind == ["as", "saying"]:
        return True
    copied = [token.lower for token in tokens[max(0, verb - 4) : verb]]
    if copied[-4:-1] == ["copy", "of", "which"] and behind[:1] == [","]:
        return True
    aside = verb > 0 and tokens[verb - 1].text == "," and tokens[verb].lower in _ASKED
    return aside and behind[:1] == [","]


def who_said_it(done: Attributed, source: Pointed) -> list[Voice] | None:
    """Who said in so many words what the source only passes on, by the rules: '"We are broke," the
    baker said, according to (the Post)'; empty where nobody is known, None where nobody did."""
    attributions = done.sentences[source.sentence.index].attributions
    for number, outer in enumerate(attributions):
        span = outer.source if outer.cue.shape is Shape.ACCORDING else None
        if span is None or source.first >= span.last or source.last <= span.first:
            continue
        for inner in attributions:
            if (
                inner.nested_in == number
                and inner.cue.group == "affirm"
                and _is_quote(done, source, inner)
            ):
                return inner.voices
    return None


def _is_quote(done: Attributed, source: Pointed, told: Attribution) -> bool:
    """Whether what somebody told is a quotation, from its first word to its last."""
    if told.content is None or told.inherited:
        return False
    tokens = source.sentence.tokens[told.content.first : told.content.last]
    words = [token for token in tokens if token.is_word]
    quotes = {done.page.quote_at(token.start) for token in words}
    return len(words) > _WORD and len(quotes) == 1 and None not in quotes


_WORD = 2
"""Words of a quotation that is no more than a phrase."""


def _done_by(tokens: Sequence[Token], first: int) -> int:
    """Where the participle stands of which an agent that starts at ``first`` is: "seen" of "seen by
    (the Post)"; -1 where it is none's."""
    at = first - 1
    while at > 0 and (tokens[at].lower in ARTICLES or tokens[at].lower in ("daily", "newspaper")):
        at -= 1
    if at < 1 or tokens[at].lower != "by":
        return -1
    return at - 1 if tokens[at - 1].lower in _ASKED | RECEIVED else -1
