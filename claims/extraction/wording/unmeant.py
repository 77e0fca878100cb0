"""Who cannot be "he" or "she" of a claim, however near they are named."""

from __future__ import annotations

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.names.entity import Entity
from claims.extraction.text.lexicon import roles_of
from claims.extraction.voice import GENDERS as SUBJECTS
from claims.extraction.voice import Voice

GENDERS = {**SUBJECTS, "his": SUBJECTS["he"], "her": SUBJECTS["she"]}
BACK = 2
"""Sentences before a claim in which somebody else may have been told of."""
FAR = 60
"""Sentences before a claim in which it is looked up what was told of somebody."""
_LEADING = frozenset(
    ["leader", "president", "king", "queen", "pope", "dictator", "minister", "senator"]
)
"""Who is told of by their office, rather than by name."""
_REPORTERS = frozenset(
    ["reporter", "journalist", "correspondent", "columnist", "anchor", "blogger"]
)
_OFTEN = 3
"""How often a text names a reporter of whom it may tell."""
_SELDOM, _MOST_TOLD = 12, 12
"""How often a text names a witness at most, and of how many who tell something in one sentence
it is looked up whether they are one."""
_OF = 3
"""Words before a name that may tell whose it is: "wife of (Roe)"."""


def cannot_be(
    done: Attributed, entity: Entity, voice: Voice, place: tuple[int, int], wanted: str
) -> bool:
    """Whether somebody named before a pronoun of a claim that ``voice`` tells is not meant by it.

    ``place`` is the sentence and the token where the claim starts, ``wanted`` the pronoun's
    gender. Who speaks for a body is not told of by it, nor who wrote down what was told; and
    another may have been told of since, of whom no name is given.
    """
    if entity.gender not in (None, wanted):
        return True
    if entity.institution is not None and entity.institution == voice.party:
        return True
    if entity.count < _OFTEN and entity.roles & _REPORTERS:
        return True
    return _only_speaks(done, entity, place) or _is_told_of_since(done, entity, place, wanted)


def _only_speaks(done: Attributed, entity: Entity, place: tuple[int, int]) -> bool:
    """Whether all that was told of somebody before a place is that they told something: a witness
    is not who another tells of. Looked up for who is named seldom."""
    if entity.count > _SELDOM:
        return False
    index, base = place
    found = False
    for n in range(max(0, index - FAR), index + 1):
        told = done.sentences[n].attributions[:_MOST_TOLD]
        for each in done.register.places[n]:
            if each.entity != entity.index or (n, each.first) >= (index, base):
                continue
            sources = [attribution.source for attribution in told if attribution.source is not None]
            if not any(
                s.first <= each.first < s.last or (n < index and s.holds(each.first))
                for s in sources
            ):
                return False
            found = True
    return found


def _is_told_of_since(
    done: Attributed, entity: Entity, place: tuple[int, int], wanted: str
) -> bool:
    """Whether another whom no name is given was told of after who is named last: "Mr. Roe was
    glad. The leader was ill, KZNA said. He had ...", "Roe's wife", "a wife of Roe", who is she."""
    index, base = place
    places = done.register.places
    last = max(
        ((n, p.last, p.first) for n in range(max(0, index - BACK), index + 1) for p in places[n]
         if p.entity == entity.index and (n, p.last) <= (index, base)), default=None,
    )  # fmt: skip
    for n in range(last[0] if last else max(0, index - BACK), index + 1):
        tokens = done.page.sentences[n].tokens
        begin = max(0, last[2] - _OF) if last and n == last[0] else 0
        end = base if n == index else len(tokens)
        for at in range(begin + 1, end):
            role = tokens[at].lower
            if role in _LEADING and role not in entity.roles and tokens[at - 1].lower == "the":
                return True
            if entity.gender is None and role in roles_of(wanted) - entity.roles:
                return True
    return False
