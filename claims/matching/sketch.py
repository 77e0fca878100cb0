"""A claim sentence as a sketch that compares fast.

Everything that costs time (stems, parties, figures, who does it) happens here,
once a claim; ``compare`` then only intersects small sets. A sketch is cheap to
rebuild from the sentence, so it is not stored; its ``terms`` are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from claims.matching.extent import happens_once, read_joined, read_places
from claims.matching.figures import read_dates, read_numbers
from claims.matching.names import ROLES, Entity, find_entities
from claims.matching.roles import read_roles, read_sequence
from claims.matching.scope import read_marks, read_ties
from claims.matching.tone import (
    find_negators,
    is_symmetric,
    lacks_subject,
    read_modality,
    speaks_of_future,
)
from claims.parties import Mention
from claims.words import Concept, Token, concept_of, stem, stem_each, tokenise
from claims.words.stems import carries_content

ENTITY_WEIGHT = 2.0
FORENAME_WEIGHT = 0.6
NUMBER_WEIGHT = 1.2
DATE_WEIGHT = 0.5
WEAK_WEIGHT = 0.35
_WEAK = stem_each("""
people person thing new year month week day time make take get give come go see know use part
group member official leader president minister spokesman spokeswoman government state country
city area region town province called naming named including last first former current later
earlier recent recently around near report claim video news information story local authorities
actually alleged suspected supposed own personal against made done set case term fact reach carry
""")
_RELEASE = stem("release")
_MEDIA = stem_each("""
video footage film movie photo photograph picture image recording tape album book magazine trailer
statement report letter list transcript document figure data
""")
_BESIDE = 3


class Mentions(Protocol):
    """What matching needs of the party catalogue (``claims.parties.Catalogue`` has it)."""

    def find_mentions(self, text: str) -> Sequence[Mention]:
        """Mentions of catalogued parties in ``text``."""

    def owners(self, party_id: str) -> Sequence[str]:
        """The party and everything its word counts as, nearest first."""


@dataclass(frozen=True, slots=True, eq=False)
class ClaimSketch:
    """One claim, precomputed for ``compare``."""

    text: str
    content: Mapping[str, float]
    """Concepts of the content words, names and figures apart, with their weights."""
    entities: Mapping[str, float]
    """Parties (``@north-korea``) and name words (``rosenberg``), with their weights."""
    sides: Mapping[str, str]
    """For each party among ``entities`` the state or body it belongs to at last."""
    poles: Mapping[str, int]
    """For concepts with an opposite, the pole: "alive" +1, "dead" -1."""
    numbers: Mapping[str, frozenset[float]]
    """Figures by what they count ("" when unknown); dates are not among them."""
    dates: frozenset[str]
    """Parts of dates: ``year:2014``, ``month:2``, ``day:18``, ``weekday:0``."""
    negated: bool
    denies_parts: int
    """Negators in clauses, which turn only a part of the claim round."""
    subjectless: bool
    """Whether a pronoun stands where the claim should say whom it is about."""
    future: bool
    modality: frozenset[str]
    """Stems that change what is said to have happened: plans, tries, threatens."""
    symmetric: bool
    """Whether the predicate says the same of both sides (agree, meet, between)."""
    agent: str | None
    """The entity that does it, where the order of the sentence tells."""
    order: tuple[str, ...]
    """Keys of the entities in the order of an active sentence: who does it first."""
    sequence: tuple[str, ...]
    """Keys of everything named or told, in the order of an active sentence."""
    passive: str | None
    """The key of what is told in the passive."""
    marks: frozenset[str]
    """How far it goes: "all", "before", "more than 100"."""
    ties: Mapping[str, frozenset[str]]
    """Relators ("to", "against") by the key that they lead to."""
    joined: frozenset[str]
    """Keys of what "and" or "or" joins."""
    places: frozenset[str]
    """Keys of the places where it happened."""
    once: bool
    """Whether it tells what befalls somebody named but once."""


def sketch(text: str, catalogue: Mentions | None = None) -> ClaimSketch:
    """Sketch one claim sentence. Without a catalogue, parties are matched by name only."""
    tokens = tokenise(text)
    mentions = catalogue.find_mentions(text) if catalogue else ()
    entities = find_entities(tokens, mentions)
    dates, dated = read_dates(tokens)
    numbers, counted = read_numbers(tokens, dated)
    negators = find_negators(text, tokens)
    keys = {i: entity.key for entity in entities for i in entity.tokens}
    marks, marked = read_marks(tokens, frozenset(keys), dated)
    taken = negators.main | negators.side | dated | counted | marked | keys.keys()
    agent, order = read_roles(tokens, entities)
    places = read_places(tokens, entities)
    content: dict[str, float] = {}
    poles: dict[str, int] = {}
    told: list[int] = []
    for i, token in enumerate(tokens):
        if i in taken or not carries_content(token):
            continue
        stemmed = stem(token.lower)
        concept = _read_concept(tokens, i, stemmed)
        weak = stemmed in _WEAK or token.lower in ROLES
        content.setdefault(concept.name, WEAK_WEIGHT if weak else 1.0)
        if concept.pole:
            poles.setdefault(concept.name, concept.pole)
        keys[i] = concept.name
        if not weak:
            told.append(i)
    sequence, passive = read_sequence(tokens, keys)
    return ClaimSketch(
        text=text,
        content=content,
        entities=_weigh(entities),
        sides=_sides(entities, catalogue),
        poles=poles,
        numbers=numbers,
        dates=dates,
        negated=len(negators.main) % 2 == 1,
        denies_parts=len(negators.side),
        subjectless=lacks_subject(tokens),
        future=speaks_of_future(tokens),
        modality=read_modality(tokens),
        symmetric=is_symmetric(tokens, told),
        agent=agent,
        order=order,
        sequence=sequence,
        passive=passive,
        marks=marks,
        ties=read_ties(tokens, keys, marked),
        joined=read_joined(tokens, keys),
        places=places,
        once=happens_once(tokens, entities, agent, places),
    )


def terms(claim: ClaimSketch) -> tuple[str, ...]:
    """Tokens for an inverted index, sorted; the store picks the rarest few.

    Parties as ``@id``, names and concepts as stems, figures as ``#5``. Claims
    that match share some of the rarer ones.
    """
    figures = {f"#{value:g}" for values in claim.numbers.values() for value in values}
    words = {concept for concept, weight in claim.content.items() if weight > WEAK_WEIGHT}
    sides = {f"@{side}" for side in claim.sides.values()}
    return tuple(sorted(words | figures | sides | set(claim.entities)))


def _read_concept(tokens: Sequence[Token], i: int, stemmed: str) -> Concept:
    """The concept of token ``i``; who releases a video publishes it, and frees nobody."""
    if stemmed == _RELEASE:
        beside = tokens[max(0, i - _BESIDE) : i + _BESIDE + 1]
        if any(stem(token.lower) in _MEDIA for token in beside):
            return concept_of(stem("publish"))
    return concept_of(stemmed)


def _weigh(entities: Sequence[Entity]) -> dict[str, float]:
    """A name's last word identifies; forenames and modifiers only help."""
    weights: dict[str, float] = {}
    for entity in entities:
        *before, last = entity.keys
        for key in before:
            weights.setdefault(key, FORENAME_WEIGHT)
        weight = FORENAME_WEIGHT if entity.modifies else ENTITY_WEIGHT
        weights[last] = max(weights.get(last, 0.0), weight)
    return weights


def _sides(entities: Sequence[Entity], catalogue: Mentions | None) -> dict[str, str]:
    if catalogue is None:
        return {}
    return {entity.key: catalogue.owners(entity.party)[-1] for entity in entities if entity.party}
