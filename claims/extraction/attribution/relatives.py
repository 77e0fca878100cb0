"""What is told of a noun in a relative clause: "the ship, which it says is sinking, ..." is told as
"The ship is sinking"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.content import Content
from claims.extraction.attribution.inserted import BEFORE, is_inserted, lacks_subject, noun_before
from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.cues.deeds import is_accusing
from claims.extraction.sources.nobody import PERSONAL
from claims.extraction.sources.span import SourceSpan
from claims.extraction.sources.starts import CLAUSE, DETERMINERS, LINKS
from claims.extraction.text.asides import STOPS
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.listed import is_in_list
from claims.extraction.text.quality import is_finite, may_be_finite
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import BE
from claims.model import Stance

_WHO = frozenset(["which", "who", "that", "whom"])
_SHOWN = word_set("source_documents") | frozenset(
    ["photo", "photos", "photograph", "photographs", "picture", "pictures", "image", "images",
     "videos", "clips", "recordings", "letters", "messages", "maps", "drawings", "screenshots"]
)  # fmt: skip
"""What "they" cannot be, who say of something what it shows."""
_FEW = 9
"""Tokens that the subject of a sentence may take."""
_LONGEST = 10
"""Tokens that the noun's phrase may take."""


def split_relative(
    tokens: Sequence[Token], cue: Cue, source: SourceSpan | None
) -> SourceSpan | None:
    """The source without the noun it is told beside: "prosecutors" of "a man who prosecutors say
    led it"; as it is where "who" is followed by a verb, "a man who lives there said"."""
    if source is None or source.relation != "subject" or cue.shape is not Shape.FINITE:
        return source
    who = next((at for at in range(source.first + 1, source.last - 1) if _is_who(tokens, at)), None)
    if who is None or any(map(_may_be_verb, tokens[who + 1 : source.last])):
        return source
    return replace(source, first=who + 1)


def _is_who(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower in ("who", "whom", "which")


def _may_be_verb(token: Token) -> bool:
    lower = token.lower
    return may_be_finite(lower) or lower.endswith("ing")


def told_of(
    tokens: Sequence[Token], cue: Cue, source: SourceSpan | None, content: Content | None
) -> tuple[int, int] | None:
    """The tokens of the noun phrase that a content without a subject is about; None where it has
    a subject, or the phrase is not found."""
    if content is None or source is None or cue.stance is not Stance.ALLEGES:
        return None
    if (
        content.side != "right"
        or content.introduced
        or not lacks_subject(tokens, content.first, content.last)
    ):
        return None
    if is_inserted(tokens, cue, source, content.first):
        return noun_before(tokens, cue, source)
    if cue.shape is not Shape.FINITE or source.relation != "subject":
        return None
    end = source.first
    if end > 0 and tokens[end - 1].lower == "what":
        return None  # "waved what she said was a receipt"
    if end > 0 and tokens[end - 1].lower in _WHO:
        end -= 1
    elif tokens[source.first].lower not in PERSONAL:
        return None  # "a plot he said was hatched": others stand behind "that"
    if end > 0 and tokens[end - 1].text == ",":
        end -= 1
    first = _phrase_start(tokens, end)
    return (first, end) if first < end else None


def tells_what(
    tokens: Sequence[Token], cue: Cue, source: SourceSpan | None, content: Content | None
) -> bool:
    """Whether it is told what a thing is that somebody shows: "waved (what) she said was a
    receipt"."""
    if source is None or source.first == 0 or content is None or content.side != "right":
        return False
    alleges = cue.stance is Stance.ALLEGES and cue.shape is Shape.FINITE
    shown = tokens[source.first - 1].lower == "what" and tokens[content.first].lower in BE
    return alleges and shown


def charge_on(
    tokens: Sequence[Token], cue: Cue, source: SourceSpan | None
) -> tuple[SourceSpan, tuple[int, int], Content] | None:
    """Who accuses, the noun phrase of whom they do, and of what: "Orr, whom prosecutors accuse of
    taking bribes, left". None where a cue is no such accusation."""
    if source is None or not is_accusing(cue.lemma) or cue.shape is not Shape.FINITE:
        return None
    whom = next((at for at in (source.first - 1, source.first) if _is_whom(tokens, at)), None)
    first = cue.last + 1
    told = first + 1 < len(tokens) and tokens[first].lower in ("of", "for")
    if whom is None or whom + 1 >= source.last or not told:
        return None
    end = whom - (tokens[whom - 1].text == ",")
    noun = (_phrase_start(tokens, end), end)
    content = Content(first, len(tokens), "right", introduced=False, nominal=True)
    content = replace(content, last=end_of_relative(tokens, noun, content))
    return replace(source, first=whom + 1), noun, content


def _is_whom(tokens: Sequence[Token], at: int) -> bool:
    return at > 1 and tokens[at].lower in ("whom", "who", "which")


def subject_before(tokens: Sequence[Token], noun: tuple[int, int]) -> SourceSpan | None:
    """The subject of the sentence, whom a pronoun behind the noun means: "the army seeks a ship
    which it says is sinking". None where it is not a few words at the start."""
    if tokens[0].lower in CLAUSE:
        return None
    for at in range(1, min(noun[0], _FEW + 1)):
        several = tokens[at].lower in word_set("plural_people")
        if several and tokens[at + 1].is_word and tokens[at + 1].lower not in BEFORE | _WHO:
            return SourceSpan(0, at + 1, None, "subject")
        if tokens[at].lower in _SHOWN:
            return None
        before = tokens[at - 1].lower
        if not several and _may_be_verb(tokens[at]) and before not in DETERMINERS | LINKS:
            return SourceSpan(0, at, None, "subject")
        if not tokens[at].is_word:
            return None
    return None


def end_of_relative(tokens: Sequence[Token], noun: tuple[int, int], content: Content) -> int:
    """Where the clause ends: at the comma behind it where one stands before it, else before the
    verb that goes on with the sentence."""
    aside = tokens[noun[1]].text == ","
    for at in range(content.first + 1, content.last):
        if tokens[at].text == ",":
            if not aside and is_in_list(tokens, at):
                continue  # "can cure cancer, autism and malaria"
            return at
        before = tokens[at - 1]
        goes_on = not aside and is_finite(tokens[at].lower) and at > content.first + 1
        joined = before.lower in word_set("quality_open_ends") | _WHO | PERSONAL
        if goes_on and not joined and not is_finite(before.lower) and before.lower != "not":
            return at
    return content.last


def end_beside(tokens: Sequence[Token], content: Content) -> int:
    """Where a clause ends that somebody tells who is told of by it, and the sentence goes on: "a
    man who says (he built it) has left"; at the content's end where it does not."""
    told = tokens[content.first].lower in PERSONAL
    verb = content.first + 1 if told else None
    for at in range(content.first + 1, content.last):
        if tokens[at].text == ",":
            return at if verb is not None else content.last
        if not is_finite(tokens[at].lower):
            continue
        before = tokens[at - 1].lower
        joined = before in word_set("quality_open_ends") | _WHO | PERSONAL or before == "not"
        joined = joined or any(token.lower in _WHEN for token in tokens[at - 3 : at - 1])
        if verb is None:
            verb = at
        elif any(token.lower in _JOINS for token in tokens[verb:at]):
            return content.last
        elif at > verb + 1 and not joined and not is_finite(before):
            return at
    return content.last


_WHEN = frozenset(["time", "moment", "day", "night", "week", "year", "way", "reason"])
"""Nouns behind which a clause tells of them with no "when": "at the time (Orr was shot)"."""
_JOINS = _WHO | frozenset(["and", "but", "or", "that", "because", "when", "while", "as", "if"])


def _phrase_start(tokens: Sequence[Token], end: int) -> int:
    """Where the noun phrase starts that ends there."""
    first = end
    while first > 0 and end - first < _LONGEST:
        before = tokens[first - 1]
        if before.text in STOPS or not before.is_word:
            break
        if before.lower in word_set("sources_determiners") | {"this", "that", "these", "those"}:
            return first - 1
        if before.lower in BEFORE and not tokens[first].is_capital:
            if before.lower != "of":
                break
        elif is_finite(before.lower) or before.lower in PERSONAL | _WHO:
            break
        first -= 1
    return first
