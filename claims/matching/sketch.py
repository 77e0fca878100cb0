"""A claim sentence as a sketch that compares fast.

Everything that costs time (stems, parties, figures, who does it) happens here,
once a claim; ``compare`` then only intersects small sets. A sketch is cheap to
rebuild from the sentence, so it is not stored; its ``terms`` are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from claims.matching.figures import read_dates, read_numbers
from claims.matching.names import ROLES, Entity, find_entities
from claims.matching.roles import read_roles
from claims.matching.tone import (
    find_negators,
    is_symmetric,
    lacks_subject,
    read_modality,
    speaks_of_future,
)
from claims.parties import Mention
from claims.words import concept_of, stem, stem_each, tokenise
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
earlier recent recently around near several many report claim video news local whole entire
actually alleged suspected supposed own personal against made done set case term fact reach carry
""")


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


def sketch(text: str, catalogue: Mentions | None = None) -> ClaimSketch:
    """Sketch one claim sentence. Without a catalogue, parties are matched by name only."""
    tokens = tokenise(text)
    mentions = catalogue.find_mentions(text) if catalogue else ()
    entities = find_entities(tokens, mentions)
    dates, dated = read_dates(tokens)
    numbers, counted = read_numbers(tokens, dated)
    negators = find_negators(text, tokens)
    taken = (
        negators.main
        | negators.side
        | dated
        | counted
        | {i for entity in entities for i in entity.tokens}
    )
    agent, order = read_roles(tokens, entities)
    content: dict[str, float] = {}
    poles: dict[str, int] = {}
    for i, token in enumerate(tokens):
        if i in taken or not carries_content(token):
            continue
        stemmed = stem(token.lower)
        concept = concept_of(stemmed)
        weak = stemmed in _WEAK or token.lower in ROLES
        content.setdefault(concept.name, WEAK_WEIGHT if weak else 1.0)
        if concept.pole:
            poles.setdefault(concept.name, concept.pole)
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
        symmetric=is_symmetric(tokens),
        agent=agent,
        order=order,
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
