"""Parties and proper names of a claim sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from claims.parties import Mention
from claims.words import Token
from claims.words.stems import FUNCTION_WORDS

TITLES = frozenset(
    """
    president minister senator governor king queen prince princess pope general colonel captain
    sir lord chancellor ambassador secretary judge justice professor chairman chief sheriff mayor
    sergeant lieutenant congressman congresswoman representative sgt gen sen gov rep prof jr sr
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december
    """.split()  # noqa: SIM905 - a page of words reads better than a list of them
)
"""Capitalised words that name nobody by themselves: titles, and days and months (read as dates)."""
ROLES = TITLES | frozenset(
    """
    leader spokesman spokeswoman spokesperson official officer former late ex rapper singer actor
    actress journalist photojournalist reporter footballer golfer swimmer militant militants soldier
    lawmaker politician dictator ruler activist businessman billionaire founder ceo boss director
    author writer artist teacher doctor scientist citizen co prime foreign deputy vice defence
    defense acting senior top
    """.split()  # noqa: SIM905 - a page of words reads better than a list of them
)
"""Words that may stand between a modifier and the name it modifies: "Cuban leader Fidel Castro"."""
_KIN = frozenset(
    {"born", "wife", "husband", "son", "daughter", "father", "mother", "brother", "sister"}
)
PLACE_WORDS = frozenset({"in", "near", "at", "off", "outside"})
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "bint", "van", "von", "der", "den", "du", "di"})
"""Small words inside a name: "Saja al-Dulaimi", "Osama bin Laden"."""
_NOT_IN_NAMES = frozenset(
    {"led", "run", "born", "made", "style", "like", "era", "wide", "free", "held", "built"}
)
"""What a hyphen joins to a name without being part of it: "Russian-made"."""


class Entity(NamedTuple):
    """A party or a proper name at its tokens."""

    keys: tuple[str, ...]
    """What it compares by: ``("@north-korea",)`` or ``("gill", "rosenberg")``."""
    tokens: tuple[int, ...]
    party: str | None
    """The party's id, where the catalogue knows exactly one."""

    modifies: bool = False
    """Whether it only says more about the name after it: "Cuban" before "leader Fidel Castro"."""

    @property
    def key(self) -> str:
        """The part that identifies it."""
        return self.keys[-1]


def find_entities(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Entity]:
    """Parties and runs of capitalised words, in order of the sentence.

    A lone capitalised word that begins the sentence is taken for an ordinary word.
    """
    found: list[Entity] = []
    taken: set[int] = set()
    starts = [token.start for token in tokens]
    for mention in mentions:
        if len(mention.candidates) != 1:
            continue
        first = bisect_left(starts, mention.start)
        inside = [i for i in range(first, len(tokens)) if tokens[i].start < mention.end]
        if inside and taken.isdisjoint(inside):
            taken.update(inside)
            party = mention.candidates[0]
            found.append(Entity((f"@{party}",), tuple(inside), party))
    found.extend(_names(tokens, taken))
    found.sort(key=lambda entity: entity.tokens)
    return [
        entity._replace(modifies=_leads_to(tokens, entity, after) or _adds(tokens, before, entity))
        for before, entity, after in zip([None, *found], found, [*found[1:], None], strict=False)
    ]


def _adds(tokens: Sequence[Token], before: Entity | None, entity: Entity) -> bool:
    """Whether it only says more about the name before it: "Abdullah of Jordan", "Kobani, Syria",
    "the World Food Programme (WFP)"."""
    if before is None:
        return False
    first, last = before.tokens[-1] + 1, entity.tokens[0]
    if last == first:
        return _abbreviates(tokens, before, entity) or _holds_place(tokens, before, entity)
    return last == first + 1 and tokens[first].lower == "of" and before.party != entity.party


def _abbreviates(tokens: Sequence[Token], before: Entity, entity: Entity) -> bool:
    initials = "".join(tokens[i].lower[:1] for i in before.tokens)
    return len(entity.tokens) == 1 and tokens[entity.tokens[0]].lower == initials


def _holds_place(tokens: Sequence[Token], before: Entity, entity: Entity) -> bool:
    """Whether a state follows, behind a comma, the place in it: "in Kobani, Syria".

    "To Russia, Iran and Syria" lists, and "In Kursk, Ukraine captured" begins anew.
    """
    led, last = before.tokens[0] - 1, entity.tokens[-1]
    if led < 0 or tokens[led].lower not in PLACE_WORDS or before.party or not entity.party:
        return False
    if last + 1 == len(tokens):
        return True
    parted = tokens[last + 1].start - tokens[last].end > 1
    return tokens[last + 1].lower not in {"and", "or"} and (led > 0 or parted)


def _leads_to(tokens: Sequence[Token], entity: Entity, after: Entity | None) -> bool:
    if after is None:
        return False
    between = tokens[entity.tokens[-1] + 1 : after.tokens[0]]
    if not between:
        return tokens[after.tokens[0]].start - tokens[entity.tokens[-1]].end <= 1
    return all(token.lower in ROLES or token.lower in _KIN for token in between)


def _names(tokens: Sequence[Token], taken: set[int]) -> list[Entity]:
    found: list[Entity] = []
    run: list[int] = []
    for i in range(len(tokens) + 1):
        if i < len(tokens) and i not in taken and _could_name(tokens, i, run):
            run.append(i)
            if not tokens[i].text.endswith(("'s", "’s")):
                continue
        if run and not _begins_plainly(tokens, run):
            found.append(Entity(tuple(tokens[j].lower for j in run), tuple(run), None))
        run = []
    return found


def _could_name(tokens: Sequence[Token], i: int, run: Sequence[int]) -> bool:
    token = tokens[i]
    if token.capital:
        return token.lower not in TITLES and (bool(run) or not _is_function(token))
    if run and token.lower in _PARTICLES:
        return i + 1 < len(tokens) and tokens[i + 1].capital
    return (
        bool(run)
        and run[-1] == i - 1
        and token.hyphened
        and token.text[0].isalpha()
        and not token.lower.endswith(("ed", "ing"))
        and token.lower not in _NOT_IN_NAMES
    )


def _is_function(token: Token) -> bool:
    return token.lower in FUNCTION_WORDS and not (len(token.text) > 1 and token.text.isupper())


def _begins_plainly(tokens: Sequence[Token], run: Sequence[int]) -> bool:
    """Whether the run is one word that is capitalised only because the sentence begins."""
    if len(run) > 1 or run[0] != 0:
        return False
    word = tokens[0].text
    return not (word.endswith(("'s", "’s")) or word[1:] != word[1:].lower())
