"""What somebody claims to have achieved, where another denies it: "Lima rejected Quito's claim that
it had captured the port" and "Quito's claim to have captured the port" tell of Quito."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.names.mentions import ADJECTIVE
from claims.extraction.sources.span import SourceSpan
from claims.extraction.text.lexicon import load_lexicon, word_set
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.text.verb_groups import ADVERBS, AUXILIARIES

BOASTS = frozenset(["claim", "claims", "assertion", "assertions", "boast", "boasts"])
_OWNS = frozenset(["'s", "'", "’s", "’"])
_LONGEST = 5
"""Tokens of a phrase that names who claims it."""
_OBJECT = 6
"""Tokens behind a verb in which stands what it was done to."""


def who_boasts(done: Attributed, sentence: Sentence, it: int) -> str | None:
    """Whose claim it is that the "it" at a token opens, where they claim a feat of their own; None
    where what they tell is rather laid to another: "Quito's claim that it had hidden losses"."""
    tokens = sentence.tokens
    if it < 3 or tokens[it - 1].lower != "that" or tokens[it - 2].lower not in BOASTS:
        return None
    span = _owner(done, sentence, it - 2) if _is_feat(tokens, it + 1) else None
    return _name(done, sentence, span) if span is not None else None


def find_boast(
    done: Attributed, sentence: Sentence, first: int, last: int
) -> tuple[SourceSpan, str] | None:
    """Whose claim to have done something the tokens ``first:last`` name, and what they did: "Quito
    captured the port" of "Quito's claim to have captured the port"; None of anything else."""
    tokens = sentence.tokens
    near = range(first, min(last - 3, first + _LONGEST + 2))
    noun = next((at for at in near if tokens[at].lower in BOASTS), None)
    if noun is None:
        return None
    to = noun + 1
    if tokens[to].lower == "by":
        ends = (at for at in range(noun + 3, min(last, noun + _LONGEST)) if _goes_on(tokens, at))
        to = next(ends, to)
    if not _goes_on(tokens, to) or to + 3 >= last:
        return None
    named = SourceSpan(noun + 2, to, None, "reported")
    span = named if to > noun + 1 else _owner(done, sentence, noun)
    name = _name(done, sentence, span) if span is not None else ""
    if span is None or not name:
        return None
    told = done.page.text[tokens[to + 2].start : tokens[last - 1].end]
    return span, f"{name[:1].upper()}{name[1:]} had {told.rstrip('.')}."


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    return [token.lower for token in tokens[at : at + 2]] == ["to", "have"]


def state_boast(done: Attributed, sentence: Sentence, first: int, last: int) -> str:
    """What ``find_boast`` finds told, "" where it finds nothing."""
    found = find_boast(done, sentence, first, last)
    return found[1] if found is not None else ""


def _name(done: Attributed, sentence: Sentence, span: SourceSpan) -> str:
    """What a claim calls whoever stands there: "Peru" of "Peruvian", "the rebels" as they stand."""
    places = done.register.places[sentence.index]
    place = next((p for p in places if (p.first, p.last) == (span.first, span.last)), None)
    if place is None:
        tokens = sentence.tokens
        return done.page.text[tokens[span.first].start : tokens[span.last - 1].end]
    name = done.register.entities[place.entity].name
    return load_lexicon().demonyms.get(name.lower(), name)


def _owner(done: Attributed, sentence: Sentence, noun: int) -> SourceSpan | None:
    """Whose claim a noun is: "Quito" of "Quito's latest claim" and "the rebels' claim"."""
    tokens, index = sentence.tokens, sentence.index
    end = noun
    while end > 1 and tokens[end - 1].text.islower() and tokens[end - 1].lower not in _OWNS:
        end -= 1
    owned = tokens[end - 1].lower in _OWNS
    end -= owned
    place = next((p for p in done.register.places[index] if p.last == end), None)
    if place is not None:
        entity = done.register.entities[place.entity]
        adjective = entity.sort == ADJECTIVE
        known = entity.name.lower() in load_lexicon().demonyms if adjective else owned
        return SourceSpan(place.first, end, None, "reported") if known else None
    for at in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        if not owned or not tokens[at].is_word:
            return None
        if tokens[at].lower == "the":
            return SourceSpan(at, end, None, "reported")
    return None


def _is_feat(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb from a token on is a feat, of which its doer tells: "had won", "had captured
    the town", "had destroyed two tanks"; but not "had shelled the town"."""
    while at < len(tokens) and tokens[at].lower in AUXILIARIES | ADVERBS:
        at += 1
    object_at = at + 1 + (tokens[at + 1 : at + 2] != () and tokens[at + 1].lower == "down")
    behind = [token.lower for token in tokens[object_at : object_at + _OBJECT]]
    if at >= len(tokens) or not word_set("boasts_victims").isdisjoint(behind):
        return False
    verb = tokens[at].lower
    if verb in word_set("boasts_feats"):
        return True
    place = tokens[object_at : object_at + 2]  # "had seized Bakmut"
    named = bool(place) and place[0].is_capital and not (len(place) > 1 and place[1].text.isalpha())
    took = verb in ("seized", "taken") and named
    struck = verb in word_set("boasts_struck") or object_at == at + 2
    return took or (struck and not word_set("boasts_arms").isdisjoint(behind))
