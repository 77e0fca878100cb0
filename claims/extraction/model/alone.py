"""The trained reader by itself: its readings at its own probabilities, without the rules' say."""

from __future__ import annotations

from claims.extraction.attribution.attribute import attribute
from claims.extraction.model.network.reader import Reader
from claims.extraction.model.telling.choosing import retell
from claims.extraction.model.together import write_kept
from claims.extraction.model.weighing.combine import FEATURES, gather, weigh
from claims.extraction.text.segment import segment
from claims.model import Document, Extraction

KEEP_AT = 0.5
"""Probability from which a reading is kept: more likely right than wrong."""
OWN_WORD = [float(feature == "model_logit") for feature in FEATURES]
"""Weights that give each candidate the reader's own probability."""


def extract_by_reader(document: Document, reader: Reader) -> Extraction:
    """Find claims and stances with ``reader`` alone. Any text gives an answer.

    What a source is called, and how a claim is worded, comes from the same
    register of names and the same grammar that the rules use.
    """
    done = attribute(segment(document.text))
    candidates = gather(done, [], reader.read(done.page))
    kept = weigh(candidates, OWN_WORD, (KEEP_AT, KEEP_AT))
    kept = retell(done, kept)
    return write_kept(document, done, kept, reader, reader.card["name"])
