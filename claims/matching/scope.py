"""How far a claim goes: bounds, quantities, before and after, inside and out.

Small words that carry no content and yet make another claim: "more than 100"
is not "fewer than 100", "before the war" not "after the war", "against
rebels" not "with rebels". They are read from the tables below; phrases in one
line say the same.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from claims.matching.names import TITLES
from claims.words import Quantity, Token, read_quantities

_BOUNDS = """
more than | more than, over, above, upwards of, upward of, in excess of, exceeding, greater than,
    higher than, beyond, topping
at least | at least, no fewer than, no less than, not less than, not fewer than, minimum of
fewer than | fewer than, less than, under, below, lower than, smaller than
at most | at most, up to, no more than, not more than, as many as, as much as, maximum of
almost | almost, nearly, close to, closer to, approaching, just under
"""
"""Before a figure, or a word that stands for one."""
_BOUNDS_BEHIND = """
at least | or more, or higher, or over, and more, plus
at most | or fewer, or less, or lower, at most
"""
"""Directly behind a figure and what it counts."""
_MARKS = """
all | all, every, each, everyone, everybody, always, entire, entirely,
    whole, wholly, fully, completely, totally, all of
most | most, mostly, mainly, largely, usually, majority of
some | some, certain, sometimes, some of
several | several, a few, a number of, handful of
many | many, numerous, countless, often, frequently, repeatedly
few | few, rarely, seldom, barely, scarcely
half | half
part | part of, parts of, portion of, partly, partially, in part
one | one of
both | both
third | third of, thirds of
quarter | quarter of, quarters of
scores | scores of, dozens, hundreds, thousands, millions, billions, hundred, thousand, million,
    billion, trillion
only | only, solely, exclusively, merely, alone
twice | twice, thrice
more | more, more than
less | less, fewer, less than, fewer than
almost | almost, nearly
before | before, prior to, ahead of, earlier than
until | until, till
after | after, following, in the wake of, later than
since | since
outside | outside
except | except, excluding, apart from, other than, barring
if | if, provided that, in case
unless | unless
despite | despite, in spite of
can | can, could, cannot, can't, couldn't, able to, capable of
may | may
must | must, should, ought, mustn't, shouldn't
accident | accidentally, mistakenly, inadvertently, unintentionally, by mistake, by accident
intent | deliberately, intentionally, knowingly, purposely, wilfully, willfully, on purpose
"""
_IDLE = """
as part of, each other, at all, after all, above all, not only, if only, all over, the other,
what if, even if
"""
"""Phrases whose words say nothing of the kind."""
_RELATORS = """
to | to, into, onto, toward, towards
from | from
in | in, at, inside, within, near, on
for | for
against | against
with | with, alongside
without | without
over | over, above
under | under, below, beneath
"""
_CLASH = frozenset(
    frozenset(pair.split())
    for pair in (
        *("from to", "from in", "from for", "from against", "from with", "against for"),
        *("against with", "with without", "over under"),
    )
)
"""Relators that, before the same word, make two claims; the others may be told either way."""
_PARTIAL = frozenset(
    {"all", "most", "some", "several", "many", "few", "half", "part"}
    | {"one", "both", "third", "quarter", "only"}
)
"""Marks of how many: the denial of "some did" is not "some did not"."""
_UNASKED = frozenset({"one", "both"})
"""Marks that say nothing against a side that has neither."""
_OTHER_OFFICE = frozenset(
    {"vice", "deputy", "acting", "former", "ex", "late", "interim", "assistant", "designate"}
)
_FILLERS = frozenset({"a", "an", "the", "another", "about", "around", "some", "total", "of", "by"})
_OBJECT_WORDS = 5
_MAX_PHRASE = 4


def _read_table(page: str) -> dict[tuple[str, ...], str]:
    lines = " ".join(page.split("\n    ")).strip().splitlines()
    rows = (line.split("|") for line in lines)
    return {tuple(phrase.split()): mark.strip() for mark, row in rows for phrase in row.split(",")}


_BOUND = _read_table(_BOUNDS)
_BOUND_BEHIND = _read_table(_BOUNDS_BEHIND)
_MARK = _read_table(_MARKS) | _read_table("|" + " ".join(_IDLE.split()))
_OPENING = {phrase[0] for table in (_BOUND, _BOUND_BEHIND, _MARK) for phrase in table} | {"just"}
_SCORES = frozenset(phrase[-1] for phrase, mark in _MARK.items() if mark == "scores")
_RELATOR = {phrase[0]: mark for phrase, mark in _read_table(_RELATORS).items()}


def read_marks(
    tokens: Sequence[Token], named: Container[int], dated: set[int]
) -> tuple[frozenset[str], set[int]]:
    """What a claim's small words restrict ("all", "before", "more than 100"), and their tokens.

    ``named`` and ``dated`` hold the tokens of names and of dates.
    """
    figures = {each.first: each for each in read_quantities(tokens) if not each.is_year}
    inside = {j for each in figures.values() for j in range(each.first, each.last + 1)}
    free = [i not in inside and i not in named and i not in dated for i in range(len(tokens))]
    marks: set[str] = set()
    used: set[int] = set()
    for i, end, mark in _find_phrases(tokens, figures, free):
        used.update(range(i, end))
        marks |= {mark} - {""}
    marks.update(_read_figure_relators(tokens, figures, dated, used))
    marks.update(_read_offices(tokens, named))
    return frozenset(marks), used


def marks_apart(a: frozenset[str], b: frozenset[str]) -> str:
    """The marks that only one side has, for people; "" where none tells them apart."""
    apart = a ^ b
    if apart <= _UNASKED and not (a & apart and b & apart):
        return ""
    return ", ".join(sorted(apart))


def counts_parts(marks: frozenset[str]) -> bool:
    """Whether it speaks of all, some or only some, so that a "not" may fall on the number."""
    return not _PARTIAL.isdisjoint(marks)


def read_ties(
    tokens: Sequence[Token], keys: Mapping[int, str], used: Container[int]
) -> dict[str, frozenset[str]]:
    """Relators ("to", "against") by the word that they lead to, "" for a pronoun or nothing.

    ``keys`` holds the key of each token that names or tells something, ``used``
    the tokens of marks.
    """
    ties: dict[str, set[str]] = {}
    for i, token in enumerate(tokens):
        relator = _RELATOR.get(token.lower)
        if relator is None or i in used or i in keys:
            continue
        for key in _led_to(tokens, keys, i) or [""]:
            ties.setdefault(key, set()).add(relator)
    return {key: frozenset(found) for key, found in ties.items()}


def ties_clash(a: Mapping[str, frozenset[str]], b: Mapping[str, frozenset[str]]) -> bool:
    """Whether the same word is led to by relators that make two claims of it."""
    return any(
        own.isdisjoint(b[key]) and any({x, y} in _CLASH for x in own for y in b[key])
        for key, own in a.items()
        if key in b
    )


def _find_phrases(
    tokens: Sequence[Token], figures: Mapping[int, Quantity], free: Sequence[bool]
) -> Iterator[tuple[int, int, str]]:
    """Phrases of the tables as (first token, token after the last, mark), the longest first."""
    i = 0
    while i < len(tokens):
        opens = free[i] and tokens[i].lower in _OPENING
        found = _phrase_at(tokens, figures, i, free) if opens else None
        if found is None:
            i += 1
            continue
        yield i, *found
        i = found[0]


def _phrase_at(
    tokens: Sequence[Token], figures: Mapping[int, Quantity], i: int, free: Sequence[bool]
) -> tuple[int, str] | None:
    for length in range(min(_MAX_PHRASE, len(tokens) - i), 0, -1):
        end = i + length
        phrase = tuple(token.lower for token in tokens[i:end])
        amount = _amount_at(tokens, figures, end)
        if phrase in _BOUND and amount:
            return end, f"{_BOUND[phrase]} {amount}"
        behind = _amount_behind(tokens, figures, i)
        if phrase in _BOUND_BEHIND and behind:
            return end, f"{_BOUND_BEHIND[phrase]} {behind}"
        if phrase in _MARK and all(free[i:end]):
            return end, _told(_MARK[phrase], tokens[i], amount)
    if tokens[i].lower == "just" and _amount_at(tokens, figures, i + 1):
        return i + 1, "only"
    return None


def _told(mark: str, token: Token, amount: str) -> str:
    """The mark, "" for "some 100", and each vague number by itself."""
    if mark == "some" and amount:
        return ""
    return token.lower if mark == "scores" else mark


def _amount_at(tokens: Sequence[Token], figures: Mapping[int, Quantity], i: int) -> str:
    """The figure, or the word for one, that begins at token ``i`` or a few small words on."""
    for j in range(i, min(i + 3, len(tokens))):
        if j in figures:
            return f"{figures[j].value:g}"
        if tokens[j].lower == "half" or tokens[j].lower in _SCORES:
            return tokens[j].lower
        if tokens[j].lower not in _FILLERS:
            break
    return ""


def _amount_behind(tokens: Sequence[Token], figures: Mapping[int, Quantity], i: int) -> str:
    return next((f"{each.value:g}" for each in figures.values() if 0 < i - each.last <= 2), "")


def _read_figure_relators(
    tokens: Sequence[Token], figures: Mapping[int, Quantity], dated: set[int], used: set[int]
) -> Iterator[str]:
    """ "Rose to 5" is not "rose by 5" or "rose 5"; "since 2014" and "by 2014" not "in 2014"."""
    for i, token in enumerate(tokens[:-1]):
        if i in used:
            continue
        j = next((j for j in range(i + 1, len(tokens)) if j not in used), i)
        if token.lower in {"from", "to"} and (amount := _amount_at(tokens, figures, j)):
            yield f"{token.lower} {amount}"
        elif i + 1 in dated and token.lower in {"from", "to", "by"}:
            yield "since" if token.lower == "from" else "until"


def _read_offices(tokens: Sequence[Token], named: Container[int]) -> Iterator[str]:
    """ "The vice president of Iran" is not its president; a name behind says who is meant."""
    for i, token in enumerate(tokens):
        if token.lower not in _OTHER_OFFICE or i in named:
            continue
        j = i + 1
        while j < len(tokens) and (tokens[j].lower in TITLES or tokens[j].lower in _OTHER_OFFICE):
            j += 1
        if j > i + 1 and j not in named:
            yield token.lower


def _led_to(tokens: Sequence[Token], keys: Mapping[int, str], i: int) -> list[str]:
    """The next two things named or told behind token ``i``, before another relator."""
    found: list[str] = []
    for j in range(i + 1, min(i + 1 + _OBJECT_WORDS, len(tokens))):
        if tokens[j].lower in _RELATOR or len(found) == 2:
            break
        if j in keys and keys[j] not in found:
            found.append(keys[j])
    return found
