"""Predicted positions against annotated ones.

A prediction matches one annotated stance at most, and the other way round: their spans
overlap by half of the shorter one or more. ``located`` asks for no more, ``stance`` for
the same value too, ``full`` for the party as well. ``claims`` is the pairwise F1, within
an article, of "on the same claim" among fully matched stances; ``wording`` the mean token
F1 of their claims' sentences; ``contested`` the mean full F1 of all values but alleges.
The figures are those of the ``score.py`` that comes with the annotations (a test says so);
this module also tells which prediction matched what.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from tests.gold.articles import Article

Row = dict[str, Any]
Prediction = dict[str, Any]
"""One line as ``claims.extraction.as_gold_line`` gives it."""

VALUES = ("alleges", "confirms", "denies", "neither_confirms_nor_denies", "doubts")
AS_GOLD = {"declines_to_comment": "neither_confirms_nor_denies", "retracts": "denies"}
"""Finer values of ours, and what the annotations have for them."""
MEASURES = ("full", "contested", "claims", "wording")
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "the a an of to in on at for by with from and or its his her their that this is are was"
        " were has have had been be as it",
    )
)
_NO_NAME = frozenset(["the", "a", "an", "mr", "mrs", "ms", "dr"])


@dataclass(frozen=True)
class Ratio:
    """Precision, recall and F1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Tally:
    """Counts over articles, from which every measure comes."""

    articles: int = 0
    predicted: int = 0
    annotated: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    """Matches by ``located``, ``stance``, ``full``."""
    by_value: dict[str, Counter[str]] = field(
        default_factory=lambda: {v: Counter() for v in VALUES}
    )
    pairs: Counter[str] = field(default_factory=Counter)
    """Pairs of fully matched stances: ``both``, ``predicted``, ``annotated`` on one claim."""
    wordings: list[float] = field(default_factory=list)

    def ratio(self, kind: str) -> Ratio:
        """Of ``located``, ``stance``, ``full`` or ``claims``."""
        if kind == "claims":
            pairs = self.pairs
            return make_ratio(pairs["both"], pairs["predicted"], pairs["annotated"])
        return make_ratio(self.hits[kind], self.predicted, self.annotated)

    def value_ratio(self, value: str) -> Ratio:
        """Full matches of one stance value."""
        count = self.by_value[value]
        return make_ratio(count["hits"], count["predicted"], count["annotated"])

    def measures(self) -> dict[str, float]:
        """The four that floors are set for."""
        others = [v for v in VALUES if v != "alleges" and self.by_value[v]["annotated"]]
        contested = [self.value_ratio(value).f1 for value in others]
        return {
            "full": self.ratio("full").f1,
            "contested": sum(contested) / len(contested) if contested else 0.0,
            "claims": self.ratio("claims").f1,
            "wording": sum(self.wordings) / len(self.wordings) if self.wordings else 0.0,
        }


def make_ratio(hits: int, predicted: int, annotated: int) -> Ratio:
    """Of counts; 0 where there is nothing to count."""
    return Ratio(hits / predicted if predicted else 0.0, hits / annotated if annotated else 0.0)


def score(articles: Sequence[Article], predictions: Sequence[Prediction]) -> Tally:
    """Count every article's matches. An article without a prediction counts as nothing found."""
    by_doc = {prediction["doc"]: prediction for prediction in predictions}
    tally = Tally()
    for article in articles:
        predicted = by_doc.get(article.doc, {"claims": [], "stances": []})
        _count(tally, article, predicted)
    return tally


def list_stances(prediction: Prediction) -> list[Row]:
    """The predicted stances with the annotations' values."""
    return [
        {**row, "stance": AS_GOLD.get(row["stance"], row["stance"])}
        for row in prediction["stances"]
        if row["stance"] != "no_response"
    ]


def _count(tally: Tally, article: Article, prediction: Prediction) -> None:
    predicted, annotated = list_stances(prediction), article.stances
    tally.articles += 1
    tally.predicted += len(predicted)
    tally.annotated += len(annotated)
    tally.hits["located"] += len(match(predicted, annotated, lambda p, g: True))
    tally.hits["stance"] += len(match(predicted, annotated, same_value))
    full = match(predicted, annotated, same_value_and_party)
    tally.hits["full"] += len(full)
    for row in predicted:
        tally.by_value[row["stance"]]["predicted"] += 1
    for row in annotated:
        tally.by_value[row["stance"]]["annotated"] += 1
    for _, gold in full:
        tally.by_value[annotated[gold]["stance"]]["hits"] += 1
    texts = {claim["id"]: claim["text"] for claim in prediction["claims"]}
    for own, gold in full:
        worded = texts.get(predicted[own]["claim"], "")
        tally.wordings.append(word_overlap(worded, article.claims[annotated[gold]["claim"]]))
    for (i, j), (k, m) in combinations(full, 2):
        ours = predicted[i]["claim"] == predicted[k]["claim"]
        theirs = annotated[j]["claim"] == annotated[m]["claim"]
        tally.pairs.update(both=ours and theirs, predicted=ours, annotated=theirs)


def match(
    predicted: Sequence[Row], annotated: Sequence[Row], fits: Callable[[Row, Row], bool]
) -> list[tuple[int, int]]:
    """Pairs (prediction, annotation), one to one, the best fitting first."""
    pairs = []
    for i, own in enumerate(predicted):
        for j, gold in enumerate(annotated):
            shared = overlap(own, gold)
            if shared and fits(own, gold):
                agreed = same_value(own, gold) + same_party(own, gold)
                whole = max(own["end"], gold["end"]) - min(own["start"], gold["start"])
                pairs.append((agreed, shared / whole, -i, -j))
    used_own: set[int] = set()
    used_gold: set[int] = set()
    found = []
    for _, _, i, j in sorted(pairs, reverse=True):
        if i not in used_own and j not in used_gold:
            used_own.add(i)
            used_gold.add(j)
            found.append((-i, -j))
    return found


def overlap(a: Row, b: Row) -> int:
    """Characters that two spans share; 0 where that is under half of the shorter one."""
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    shorter = min(a["end"] - a["start"], b["end"] - b["start"])
    return max(shared, 0) if shorter > 0 and shared >= 0.5 * shorter else 0


def same_value(own: Row, gold: Row) -> bool:
    """Whether both have the same stance value."""
    return bool(own["stance"] == gold["stance"])


def same_value_and_party(own: Row, gold: Row) -> bool:
    """What a full match asks for beside the span."""
    return same_value(own, gold) and same_party(own, gold)


def same_party(own: Row, gold: Row) -> bool:
    """Whether a name of one is, or holds, or is held by, a name of the other."""
    if gold["party"] == "unattributed":
        return (own.get("party") or "unattributed") == "unattributed"
    return any(a and b and (a <= b or b <= a) for a in _keys(gold) for b in _keys(own))


def names_of(row: Row) -> list[str]:
    """Party, aliases and speaker."""
    return [name for name in (row["party"], *row.get("aliases", []), row.get("speaker")) if name]


def name_key(name: str) -> frozenset[str]:
    """The words that tell a name."""
    return frozenset(_words(re.sub(r"['’]s\b", "", name))) - _NO_NAME


def _keys(row: Row) -> list[frozenset[str]]:
    return [name_key(name) for name in names_of(row)]


def word_overlap(a: str, b: str) -> float:
    """Token F1 of two sentences without their commonest words, 0 to 1."""
    left, right = (Counter(w for w in _words(text) if w not in _COMMON) for text in (a, b))
    common = (left & right).total()
    return 2 * common / (left.total() + right.total()) if common else 0.0


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())
