"""Unannotated articles labelled by rules and a trained network together, each label weighed.

Self-training: what both see in an article becomes its labels, and the calibrated
probability that a label is right becomes its weight (a soft target), so that the student
learns from three times as many articles how they talk, and how sure to be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.extraction.attribution import attribute
from claims.extraction.model.combine import Candidate, gold_value, weigh
from claims.extraction.model.reader import Reader
from claims.extraction.model.shape import VALUES
from claims.extraction.model.together import find_candidates
from claims.extraction.segment import segment
from claims.extraction.training.calibrate import fit
from claims.extraction.training.records import Label, Record

LEAST = 0.15
"""A label less probable than this is left out."""


def label_pool(texts: Mapping[str, str], reader: Reader, held: Sequence[Record]) -> list[Record]:
    """Records of ``texts`` with weighed labels; how to weigh is fitted on ``held``."""
    weights, _ = fit([(_candidates(record.text, reader), record) for record in held])
    records = []
    for doc, text in sorted(texts.items()):
        candidates = _candidates(text, reader)
        weigh(candidates, weights, (LEAST, LEAST))
        records.append(_record(doc, text, candidates))
    return records


def _candidates(text: str, reader: Reader) -> list[Candidate]:
    return find_candidates(attribute(segment(text)), reader)


def _record(doc: str, text: str, candidates: Sequence[Candidate]) -> Record:
    claims, labels = {}, []
    for number, candidate in enumerate(candidates):
        position, voice = candidate.position, candidate.position.voice
        value = gold_value(position.stance)
        if candidate.probability < LEAST or value not in VALUES:
            continue
        claims[f"p{number}"] = position.claim
        labels.append(
            Label(
                f"p{number}", voice.party, voice.aliases, voice.speaker, value,
                position.start, position.end, voice.anonymous, voice.party == "unattributed",
                round(candidate.probability, 3),
            )
        )  # fmt: skip
    return Record(doc, text, claims, tuple(labels), linked=False)
