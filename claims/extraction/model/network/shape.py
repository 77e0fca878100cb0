"""Sizes that the trained network and its reader agree on.

Outputs for a window of L pieces, in this order:
``labels`` (L, LABEL_COLUMNS): logits of each label, then of "more than one stance here",
then of "anonymous source" and "on the claim most spoken of"; ``asks`` and ``answers``
(L, len(LINKS) * LINK_SIZE): the two sides of each kind of link;
``hidden`` (L, WIDTH): what the writer of claim sentences and the comparer look at. In training
there is ``topics`` (L, TOPIC_SIZE), too: what a claim is about.
"""

from __future__ import annotations

VALUES = ("alleges", "confirms", "denies", "neither_confirms_nor_denies", "doubts")
"""Stance values in the order of the label axis."""

LABELS = 3 * len(VALUES)
"""0-4 a source piece with that value; 5-9 an unattributed slot; 10-14 a slot with its
source elsewhere."""

ANONYMOUS = 2 * LABELS
CENTRAL = 2 * LABELS + 1
LABEL_COLUMNS = 2 * LABELS + 2
"""Columns of the label axis: labels, "more" for each label, anonymous, central."""

LINKS = (
    "start", "end", "content", "party_start", "party_end", "speaker_start", "speaker_end",
)  # fmt: skip
"""Kinds of link from a hook piece: the quote's ends, the claim's words, two names' ends."""

LINK_SIZE = 64
TOPIC_SIZE = 96

FEATURES = 16
"""Distinct surface features of a piece: case (4) x quoted (2) x first in paragraph (2)."""

WIDTH = 384
"""Of the encoder's vectors, and of the writer's state."""
MEMORY_SIZE = 256
"""Of each vector that the writer makes of a piece: keys that it looks things up by, the values
that it finds, and what it copies."""

WORDS = (
    "the", "a", "an", "of", "to", "in", "on", "at", "for", "by", "with", "from", "and", "or",
    "is", "was", "are", "were", "be", "been", "being", "has", "have", "had", "will", "would",
    "could", "can", "did", "does", "do", "not", "no", "there", "that", "who", "it", "its", "his",
    "her", "their", "about", "than", "into", "near", "after", "before", "because", "as", "'s",
    "during", "over", "against", "between", "more", "other", "people", "shows", ",",
)  # fmt: skip
"""Words that the writer may set without copying them."""
START, END = len(WORDS), len(WORDS)
"""Before the first word, and behind the last (as a word to choose)."""
