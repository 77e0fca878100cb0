"""Which words of a sentence are what the source says: the claimed content.

The span of a finding holds source, cue and content; the content alone becomes
the claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.extraction.attribution.behind_cue import is_told_to, past_topic, tells_where
from claims.extraction.attribution.besides import accuses_in_turn, end_before_next
from claims.extraction.attribution.clause_starts import (
    PLACE_STARTS,
    late_that,
    past_aside,
    points_back,
)
from claims.extraction.attribution.inserted import is_inserted, lacks_subject
from claims.extraction.attribution.passives import find_whom, is_told_behind, told_around
from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.cues.deeds import find_deed, is_accusing
from claims.extraction.cues.idioms import POINTERS
from claims.extraction.cues.objecting import leaves_out
from claims.extraction.position import CONTESTED
from claims.extraction.sources.span import SourceSpan
from claims.extraction.text.asides import DASHES, TIME_WORDS
from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.leading import end_of_opening
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import is_verbal
from claims.model import Stance

ADDRESSED = frozenset(
    {"tell", "inform", "assure", "email", "e-mail", "warn", "remind", "accuse", "ask"}
)
"""Verbs behind which stands who is told, or accused."""
_SKIPPED = word_set("content_skipped")
_ENDS = frozenset(".?!")
_CLAUSE = 4
"""Tokens behind a "that" that make it the opening of a clause, not a pronoun."""


@dataclass(frozen=True, slots=True)
class Content:
    """Tokens ``first:last`` of the sentence. ``introduced`` tells a "that", a colon or a quote."""

    first: int
    last: int
    side: str
    introduced: bool
    nominal: bool
    """A noun phrase ("the claims") and no clause."""


def find_content(
    tokens: Sequence[Token],
    cue: Cue,
    source: SourceSpan | None,
    stop: int,
    start: int,
    quoted: Sequence[bool],
) -> Content | None:
    """The content of a cue between tokens ``start`` and ``stop``; None where it has none."""
    stop = stop if cue.until is None else min(stop, cue.until[0])
    if is_accusing(cue.lemma):
        turns = (at for at in range(cue.last + 1, stop) if accuses_in_turn(tokens, at))
        stop = next(turns, stop)
    if cue.shape is not Shape.PASSIVE and leaves_out(tokens, cue.group, cue.last + 1):
        return None
    if cue.shape is Shape.ACCORDING:
        return _around_according(tokens, cue, source, start, stop)
    if cue.shape is Shape.PASSIVE and not (source is not None and source.last <= cue.first):
        if is_accusing(cue.lemma):
            return _accusation(tokens, cue, stop, quoted)
        return _passive_subject(tokens, cue, source, (start, stop), quoted)
    if source is not None and source.relation == "inverted":
        left = _left(tokens, start, cue.first)
        return left if left is not None else _right(tokens, cue, source.last, stop, quoted)
    if source is not None and source.relation == "relative" and _is_comma(tokens, source.last):
        stop = next((at for at in range(cue.last + 2, stop) if tokens[at].text == ","), stop)
    opening = cue.first if source is None else source.first
    stop = end_of_opening(tokens, start, (opening, cue.last + 1), stop, quoted)
    right = _right(tokens, cue, cue.last + 1, stop, quoted)
    if source is not None and source.relation in ("subject", "relative"):
        left = _left(tokens, start, source.first)
        if (
            left is not None
            and _is_comma(tokens, source.first - 1)
            and (
                right is None
                or _is_broken_off(tokens, cue.last + 1, quoted)
                or (
                    quoted[left.last - 1]
                    and not right.introduced
                    and tells_where(tokens[right.first : right.last])
                )
                or (_is_adverbial(tokens, right) and not _is_of_report(tokens, cue, left, right))
            )
        ):
            return left
    return right


def _is_broken_off(tokens: Sequence[Token], at: int, quoted: Sequence[bool]) -> bool:
    """Whether a dash behind who says it opens what the writer adds: ", Orr said – but nobody saw
    it"."""
    dash = at + 1 < len(tokens) and tokens[at].text in DASHES
    return dash and not quoted[at + 1]


def _is_comma(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at].text in (",", '"', "”", "'", "’", "?", "!", "»")


def _left(tokens: Sequence[Token], start: int, end: int) -> Content | None:
    while end > start and tokens[end - 1].text in ",\"”'’»—–-:" + "?!.":
        end -= 1
    while start < end and not tokens[start].is_word and tokens[start].text not in "“\"'‘[@#$£€":
        start += 1
    words = [token.lower for token in tokens[start:end] if token.is_word]
    if len(words) < _FEWEST and words != ["no", "comment"]:
        return None
    return Content(start, end, "left", False, False)


_FEWEST = 3
"""Words of what stands before who says it."""


_MEANWHILE = frozenset(
    ["while", "until", "because", "since", "as", "before", "pending", "given", "but"]
)
"""What tells when or why somebody holds back, or what else they do, and not of what."""
_OWN_DEED = frozenset(["has", "have", "had", "will", "is", "are", "was", "were"])


def _before_own_deed(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where behind a noun phrase the source's own next verb comes: "could not verify the date of
    the tape (and has asked for help)"; ``stop`` where none does."""
    for at in range(first, stop - 1):
        if is_verbal(tokens[at]):
            return stop
        following = tokens[at + 1].lower
        if tokens[at].lower == "and" and (following in _OWN_DEED or _is_past(tokens, at + 1, stop)):
            return at
    return stop


def _is_past(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a verb with an object stands there: "rejected the result and (claimed victory)"."""
    lower = tokens[at].lower
    told = tokens[at].text.islower() and may_be_past(lower)
    return told and at + 1 < stop and tokens[at + 1].is_word and tokens[at - 2].lower != lower


def _right(
    tokens: Sequence[Token], cue: Cue, first: int, stop: int, quoted: Sequence[bool]
) -> Content | None:
    at, introduced = first, False
    if cue.lemma == "tell" and cue.shape is Shape.FINITE and is_told_to(tokens, at, stop):
        return None
    if cue.lemma == "quote" and cue.shape is Shape.PASSIVE:
        near = range(first, min(stop, first + 12))
        at = next((here + 1 for here in near if tokens[here].lower == "saying"), first)
    if cue.lemma in ADDRESSED and not (cue.lemma == "accuse" and _is_accusation(tokens, at, stop)):
        at = _skip_addressee(tokens, at, stop, quoted)
    at = skip_minor(tokens, at, stop)
    if at + 1 < stop and tokens[at].lower in _ONLY and tokens[at + 1].lower == "that":
        at += 1  # "would say only that"
    at = past_aside(tokens, past_topic(tokens, at, stop, quoted), stop)
    if cue.stance is Stance.NEITHER and at < stop and tokens[at].lower == "neither":
        at += 1
        stop = next((here for here in range(at, stop) if tokens[here].lower == "nor"), stop)
    if at < stop and tokens[at].text == ";":
        return None  # "the mayor told the radio; the hospital ..."
    if at < stop and tokens[at].lower in ("that", ":", ",") and not points_back(tokens, at, stop):
        introduced = tokens[at].lower != ","
        at += 1
    elif cue.lemma in ("point", "find") and at + 1 < stop and tokens[at].lower == "out":
        at += 2 if tokens[at + 1].lower == "that" else 1
    else:
        that = late_that(tokens, at, stop, quoted)
        if that is not None and cue.group in ("affirm", "confirm"):
            at, introduced = that + 1, True
    introduced = introduced or (at < stop and quoted[at])
    if cue.stance is Stance.DECLINES and at < stop and tokens[at].lower in _MEANWHILE:
        return None  # "would not comment while an inquiry was under way"
    if cue.stance is Stance.NEITHER and at < stop and tokens[at].lower == "but":
        return None  # "has not commented but is suspended"
    stop = _before_own_deed(tokens, at, stop) if cue.group != "affirm" else stop
    last = _without_marks(tokens, end_before_next(tokens, cue, at, stop))
    if last <= at:
        return None
    return Content(at, last, "right", introduced, _is_nominal(tokens, at, last, cue.last + 1))


def _without_marks(tokens: Sequence[Token], last: int) -> int:
    """Where the words end before ``last``, or a mark that closes what is said."""
    while last > 0 and not tokens[last - 1].is_word and tokens[last - 1].text not in "”\"'’»)]%°":
        last -= 1
    return last


def _skip_addressee(tokens: Sequence[Token], at: int, stop: int, quoted: Sequence[bool]) -> int:
    """Step over who was told: "told the Associated Press today", "informed her"."""
    if at < stop and tokens[at].lower in ("me", "him", "her", "them", "us", "it", "you"):
        return at + 1
    begin = at
    for here in range(at + 1, min(stop, at + 13)):
        if quoted[here] or tokens[here].text in ",;:" or is_verbal(tokens[here]):
            break
        if tokens[here].lower == "that":
            return here
    if at < stop and tokens[at].lower in ("a", "an", "the"):
        heard = range(at + 1, min(stop, at + _GATHERING))
        held = next((here + 1 for here in heard if tokens[here].lower in _GATHERINGS), None)
        if held is not None:
            return held  # "told a hastily arranged news conference"
    while at < stop and at - begin < 14 and not quoted[at]:
        token = tokens[at]
        if token.lower in ("that", ":", ",", ";"):
            return at
        if at > begin and token.lower in _CLAUSE_STARTS and tokens[at - 1].lower not in _LINKS:
            return at
        lone = token.is_capital or token.lower in _ADDRESS_WORDS or token.lower in TIME_WORDS
        if not lone:
            known = token.lower in word_set("anonymous_heads") | word_set("org_roles") | word_set(
                "person_roles"
            )
            if not known and at > begin and tokens[at - 1].is_capital:
                return at
        at += 1
    return min(at, stop) if at < stop and quoted[at] else begin + 1


def _is_accusation(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether "X of stealing Y" follows: whom the claim is about must stay."""
    return any(token.lower == "of" for token in tokens[at + 1 : min(stop, at + _WHOM)])


_WHOM = 20
"""Tokens that who is accused may take, and where or how."""
_ONLY = frozenset(["only", "merely", "simply", "just"])
_CLAUSE_STARTS = word_set("content_clause_starts")
_LINKS = frozenset(["of", "for", "from", "by", "with", "in", "at", "on", "to", "and", "a", "the"])
_GATHERINGS = frozenset(["conference", "briefing", "rally", "hearing", "gathering", "inquest"])
_GATHERING = 7
"""Tokens that who gathers to hear something may take."""
_ADDRESS_WORDS = word_set("content_address_words")


def skip_minor(tokens: Sequence[Token], at: int, stop: int) -> int:
    """Step over "on Thursday", "also", "in a statement" after the verb."""
    while at < stop:
        lower = tokens[at].lower
        following = tokens[at + 1].lower if at + 1 < stop else ""
        if following == "'s" or (lower == "this" and following not in TIME_WORDS):
            break  # "today's incident", "could not confirm this but"
        if (
            lower in _SKIPPED
            or lower in TIME_WORDS
            or (lower.isdigit() and at > 1 and _ends_month(tokens, at - 1))
        ):
            at += 1
        elif lower in ("on", "in", "at", "late", "early") and following in TIME_WORDS:
            at += 2
        elif lower == "in" and following in ("a", "an") and _names_medium(tokens, at + 2, stop):
            at += 3
        elif lower == "." and at > 0 and tokens[at - 1].lower in TIME_WORDS:
            at += 1
        else:
            break
    return at


def _ends_month(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of time ends there, or its full stop: "Dec."."""
    return tokens[at - (tokens[at].text == ".")].lower in TIME_WORDS


_MEDIA = word_set("content_media")


def _names_medium(tokens: Sequence[Token], at: int, stop: int) -> bool:
    return at < stop and tokens[at].lower in _MEDIA


def _is_nominal(tokens: Sequence[Token], first: int, last: int, after: int) -> bool:
    """Whether tokens ``first:last``, told by a cue that ends before ``after``, hold no clause."""
    if first > after and tokens[first - 1].lower == "that" and last - first >= _CLAUSE:
        return False  # "that Russian forces fire shells": a verb that may be a noun elsewhere
    return not any(is_verbal(token) for token in tokens[first : min(last, first + 30)])


_UNITS = frozenset(
    f"{unit}{ending}"
    for unit in ("minute", "hour", "day", "week", "month", "year", "moment", "decade")
    for ending in ("", "s")
) | {"shortly", "just", "soon", "long", "immediately"}


def _is_of_report(tokens: Sequence[Token], cue: Cue, left: Content, right: Content) -> bool:
    """Whether what is denied stands behind the cue, and before it only when or where: "In a letter
    read out by its lawyer, the firm denied the report"; "In some such cases, it has admitted
    fault"."""
    if cue.stance not in CONTESTED or tokens[left.first].lower not in _WHEN_OR_WHERE:
        return False
    object_of = [token.lower for token in tokens[right.first : right.first + _MOMENT]]
    if not _REPORTS.isdisjoint(object_of):
        return True
    first = tokens[right.first]
    beside = first.lower in _BESIDE_IT or first.lower in ("and", "but")
    return right.nominal and first.text.islower() and not beside


_REPORTS = word_set("report_nouns") | POINTERS
_WHEN_OR_WHERE = PLACE_STARTS | _UNITS | frozenset(["when", "while", "as", "asked", "speaking"])


def _is_adverbial(tokens: Sequence[Token], content: Content) -> bool:
    """Whether the words after a final "said" are only where, when or to whom."""
    first = tokens[content.first].lower
    if content.introduced:
        return False
    after_comma = content.first > 0 and tokens[content.first - 1].text == ","
    if after_comma and first.endswith("ing") and len(first) > 4:
        return True
    short = content.last - content.first <= 4
    if first in _BESIDE_IT:
        return True
    near = [token.lower for token in tokens[content.first : content.first + _MOMENT]]
    if after_comma and any(unit in _UNITS and at in _APART for unit, at in pairwise(near)):
        return True  # ", hours before she was due to run"
    return (short and content.nominal) or (first in ("and", "but"))


_MOMENT = 4
"""Tokens that tell how long before or after: "three days after"."""
_APART = frozenset(["before", "after", "ahead", "ago", "earlier", "later"])
_BESIDE_IT = (
    PLACE_STARTS
    | TIME_WORDS
    | frozenset(["when", "while", "as", "adding", "of", "contrary", "unlike", "despite"])
)
"""What opens no claim behind a "said": "'He is ill,' said Orr of Lund"."""


def _around_according(
    tokens: Sequence[Token], cue: Cue, source: SourceSpan | None, start: int, stop: int
) -> Content | None:
    if source is not None and is_inserted(tokens, cue, source, source.last + 1):
        end = next((at for at in range(source.last + 1, stop) if tokens[at].text in _ENDS), stop)
        right = Content(source.last + 1, end, "right", False, False)
        if end > right.first and lacks_subject(tokens, right.first, right.last):
            return right
    left = _left(tokens, start, cue.first)
    if left is not None and sum(t.is_word for t in tokens[left.first : left.last]) >= 4:
        return left
    if source is None:
        return left
    at = (
        source.apposition[1]
        if source.apposition and source.apposition[1] < stop - 6
        else source.last
    )
    if source.apposition and _has_verb(tokens, source.apposition):
        at = source.last
    while at < stop and tokens[at].text in ",;:":
        at += 1
    at = _past_relative(tokens, at, stop)
    last = stop
    while last > at and tokens[last - 1].text in _ENDS:
        last -= 1
    if last - at < 3:
        return left
    return Content(at, last, "right", False, False)


def _past_relative(tokens: Sequence[Token], at: int, stop: int) -> int:
    """Behind what is told of the source: "according to an official, who asked not to be named, (the
    deal) is dead"; ``at`` where there is none, or it does not end."""
    if at >= stop or tokens[at].lower not in ("who", "which", "whose"):
        return at
    commas = (n + 1 for n in range(at, stop - 2) if tokens[n].text == ",")
    return next((n for n in commas if tokens[n].lower not in _NO_CLAUSE), at)


_NO_CLAUSE = frozenset(["and", "or", "but", "who", "which", "whose", "because", "as", "since"])
"""Words behind a comma that go on with a relative clause."""


def _has_verb(tokens: Sequence[Token], span: tuple[int, int]) -> bool:
    return any(is_verbal(token) for token in tokens[span[0] : span[1]])


def _passive_subject(
    tokens: Sequence[Token],
    cue: Cue,
    source: SourceSpan | None,
    between: tuple[int, int],
    quoted: Sequence[bool],
) -> Content | None:
    start, stop = between
    if cue.first - start < 1:
        return None
    if not is_told_behind(tokens, cue, source, stop):
        return Content(start, cue.first, "left", False, True)
    whole = told_around(tokens, cue, source, stop, quoted)
    if whole is None:
        return None
    return Content(whole[0], _without_marks(tokens, whole[1]), "left", False, False)


def _accusation(
    tokens: Sequence[Token], cue: Cue, stop: int, quoted: Sequence[bool]
) -> Content | None:
    """Who is accused and of what, with the verb between them; to the comma that ends an aside."""
    whom = find_whom(tokens, cue, quoted)
    deed = find_deed(tokens, cue.last + 1, cue.lemma)
    if whom is None or deed is None:
        return None
    if tokens[whom.last].text == ",":
        stop = next((at for at in range(deed, stop) if tokens[at].text == ","), stop)
    return Content(whom.first, _without_marks(tokens, stop), "left", False, False)
