"""What a wrong answer is wrong in: ten kinds of mistakes, counted by a program.

Kinds are told apart by rules over annotation and prediction, so a mistake with two
causes is counted under the first that fits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from claims.model import UNATTRIBUTED, PartyKind
from claims.parties import load_catalogue
from tests.gold.articles import Article
from tests.gold.scoring import (
    Prediction,
    Row,
    list_stances,
    match,
    name_key,
    names_of,
    overlap,
    same_party,
    same_value,
    same_value_and_party,
    word_overlap,
)

KINDS = {
    "missed: contested": "denials, doubts, admissions and no-comments not found",
    "missed: pronoun": "allegations not found, their source a pronoun or short name",
    "missed: anonymous": "allegations not found, their source described but not named",
    "missed: hedged": "allegations not found that nobody is named for (“reportedly”)",
    "missed: named": "allegations not found, their source named",
    "wrong value": "found, with the right party and another stance",
    "wrong party": "found, with the right stance and another party",
    "false find": "found where the annotators saw no position",
    "claims": "pairs of positions put on two claims (split) or on one (merged) wrongly",
    "wording": "claim sentences that share less than half of their words with the annotators'",
}
"""The ten kinds and what they mean, in the order of the README's page."""
POOR_WORDING = 0.5
"""Token F1 under which a claim's sentence counts as poor."""
_WORD = re.compile(r"[a-z0-9]+")


def count_mistakes(
    articles: Sequence[Article], predictions: Sequence[Prediction]
) -> dict[str, Counter[str]]:
    """For each kind, how often, by what sort of it ("" where a kind has no sorts)."""
    by_doc = {prediction["doc"]: prediction for prediction in predictions}
    counts = {kind: Counter[str]() for kind in KINDS}
    for article in articles:
        prediction = by_doc.get(article.doc, {"claims": [], "stances": []})
        _count_article(counts, article, prediction)
    return counts


def _count_article(
    counts: dict[str, Counter[str]], article: Article, prediction: Prediction
) -> None:
    predicted, annotated = list_stances(prediction), article.stances
    full = match(predicted, annotated, same_value_and_party)
    _count_claims(counts, article, prediction, predicted, full)
    own = [row for i, row in enumerate(predicted) if i not in {i for i, _ in full}]
    gold = [row for j, row in enumerate(annotated) if j not in {j for _, j in full}]
    own, gold, _ = _take_pairs(own, gold, counts["wrong value"], by_value=True)
    own, gold, _ = _take_pairs(own, gold, counts["wrong party"], by_value=False)
    for row in gold:
        counts[tell_miss(row)][""] += 1
    for row in own:
        counts["false find"][_sort_false_find(row, annotated)] += 1


def _take_pairs(
    own: list[Row], gold: list[Row], count: Counter[str], *, by_value: bool
) -> tuple[list[Row], list[Row], int]:
    """Count pairs at the same place that agree in the other respect; what is left of both."""
    pairs = match(own, gold, same_party if by_value else same_value)
    for i, j in pairs:
        count[gold[j]["stance"] if by_value else sort_wrong_party(own[i], gold[j])] += 1
    taken_own, taken_gold = {i for i, _ in pairs}, {j for _, j in pairs}
    return (
        [row for i, row in enumerate(own) if i not in taken_own],
        [row for j, row in enumerate(gold) if j not in taken_gold],
        len(pairs),
    )


def _count_claims(
    counts: dict[str, Counter[str]],
    article: Article,
    prediction: Prediction,
    predicted: list[Row],
    full: list[tuple[int, int]],
) -> None:
    texts = {claim["id"]: claim["text"] for claim in prediction["claims"]}
    for i, j in full:
        wanted = article.claims[article.stances[j]["claim"]]
        if word_overlap(texts.get(predicted[i]["claim"], ""), wanted) < POOR_WORDING:
            counts["wording"][""] += 1
    for (i, j), (k, m) in combinations(full, 2):
        ours = predicted[i]["claim"] == predicted[k]["claim"]
        theirs = article.stances[j]["claim"] == article.stances[m]["claim"]
        if ours != theirs:
            counts["claims"]["merged" if ours else "split"] += 1


def tell_miss(gold: Row) -> str:
    """The kind of a stance that was not found at all."""
    if gold["stance"] != "alleges":
        return "missed: contested"
    if gold["party"] == UNATTRIBUTED:
        return "missed: hedged"
    if gold.get("anonymous"):
        return "missed: anonymous"
    return "missed: named" if is_named_there(gold) else "missed: pronoun"


def is_named_there(gold: Row) -> bool:
    """Whether the quote holds a whole name of its party, so that no pronoun stands for it."""
    words = frozenset(_WORD.findall(gold["quote"].lower()))
    return any(key and key <= words for key in map(name_key, names_of(gold)))


def sort_wrong_party(own: Row, gold: Row) -> str:
    """Why another party may have been taken."""
    if gold["party"] == UNATTRIBUTED or own["party"] == UNATTRIBUTED:
        return "nobody"
    catalogue = load_catalogue()
    mine, theirs = (catalogue.resolve(row["party"]).party_id for row in (own, gold))
    if mine is not None and theirs is not None and catalogue.same_side(mine, theirs):
        return "metonym"
    found = [catalogue.get(party) for party in (mine, theirs) if party is not None]
    if any(party is not None and party.kind is PartyKind.OUTLET for party in found):
        return "outlet or inner source"
    return "other" if is_named_there(gold) else "pronoun"


def _sort_false_find(own: Row, annotated: Sequence[Row]) -> str:
    if any(overlap(own, gold) for gold in annotated):
        return "beside another"
    return "narration" if own["party"] == UNATTRIBUTED else "not checkable"
