"""How likely each word of a first wording belongs in the claim: a logistic regression.

It adds to the reader's own probability what the reader cannot see: how often the document
uses the word, where in the wording it stands, what comes before it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from claims.extraction.model import logistic
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token
from claims.extraction.wording.joining import stem_word

KEEP_FEATURES = (
    "always", "reader", "reader_before", "reader_after", "reader_mean", "unread", "from_start",
    "from_end", "capital", "number", "in_document", "parts_before", "in_clause", "adverb",
    "gerund", "participle", "length", "after_mark", "after_place", "direct", "hedged", "time",
    "short", "common",
)  # fmt: skip
"""The order of the weights in ``model.json``."""
UNREAD = 0.5
"""Stands for the reader's probability of a word that is not in the quote."""
FUNCTION_WORDS = word_set("claim_function_words")
"""Words that tell no claim from another."""
_MARKS = frozenset([",", ";", ":", "-", "–", "—", "--", "("])
_CLAUSES = frozenset(
    ["which", "who", "after", "before", "when", "while", "because", "as", "but", "and", "with",
     "where", "since", "although", "including"]
)  # fmt: skip


def is_content(token: Token) -> bool:
    """Whether a token is a word that tells one claim from another."""
    return token.is_word and token.lower not in FUNCTION_WORDS


def describe_words(
    tokens: Sequence[Token], chances: Mapping[str, float], document: Counter[str], mode: str
) -> list[list[float]]:
    """A row of features in the order of ``KEEP_FEATURES`` for each content word."""
    at = [number for number, token in enumerate(tokens) if is_content(token)]
    read = [chances.get(tokens[number].lower, UNREAD) for number in at]
    mean = sum(read) / max(1, len(read))
    direct, hedged = float(mode == "direct"), float(mode == "hedged")
    times, stop_words = word_set("sources_time_words"), word_set("joining_stop")
    share, count = min(len(at), 25) / 25.0, len(at)
    rows: list[list[float]] = []
    parts, clause, seen = 0, False, 0
    for rank, number in enumerate(at):
        for between in tokens[seen:number]:
            parts += between.text in _MARKS
            clause = clause or between.lower in _CLAUSES
        seen = number
        token, before = tokens[number], tokens[number - 1].lower if number else ""
        lower, chance = token.lower, min(max(read[rank], 0.02), 0.98)
        rows.append([
            1.0, math.log(chance / (1.0 - chance)), read[rank - 1] if rank else mean,
            read[rank + 1] if rank + 1 < count else mean, mean, float(lower not in chances),
            rank / 12.0, (count - rank) / 12.0, float(token.is_capital),
            float(token.text[0].isdigit()), math.log1p(document.get(stem_word(lower), 0)),
            min(parts, 4) / 4.0, float(clause), float(lower.endswith("ly")),
            float(lower.endswith("ing")), float(lower.endswith("ed")), share,
            float(before in _MARKS), float(before in ("in", "on", "at")), direct, hedged,
            float(lower in times), float(len(lower) <= 3),
            float(lower in stop_words),
        ])  # fmt: skip
    return rows


def keep_chances(
    tokens: Sequence[Token],
    chances: Mapping[str, float],
    document: Counter[str],
    mode: str,
    weights: Sequence[float],
) -> list[float]:
    """The probability of each token to be in the claim; 0 for marks and function words."""
    likely = iter(logistic.chances(describe_words(tokens, chances, document, mode), weights))
    return [next(likely) if is_content(token) else 0.0 for token in tokens]
