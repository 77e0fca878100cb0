"""How well claims are matched, on material that nobody wrote for it. Floors never drop silently.

Gold pairs: claims of the training gold that two documents share or nearly share,
read by a person (``claim_pairs.tsv`` holds ids only); the thresholds were tuned
on them. Claims of one document are different claims by the gold's own rule.
Tweets against verified claims (CLEF-2020 CheckThat! task 2) measure the search
for candidates, and how often a text of another kind is joined wrongly.
"""

from __future__ import annotations

import csv
import json
import math
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from claims.matching import ClaimSketch, Verdict, compare, join_within, sketch, terms
from claims.parties import load_catalogue

SHARED = Path(__file__).resolve().parents[3] / "shared"
PAIRS = Path(__file__).with_name("claim_pairs.tsv")
CANDIDATES = 20
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="needs the gold and data of ../shared"),
]


@pytest.fixture(scope="module")
def gold() -> dict[str, list[tuple[str, str]]]:
    """Documents of the training gold: (claim id, text) of each."""
    lines = (SHARED / "gold" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    return {
        row["doc"]: [(claim["id"], claim["text"]) for claim in row["claims"]]
        for row in map(json.loads, lines)
    }


def test_pairs_of_two_documents(gold: dict[str, list[tuple[str, str]]]) -> None:
    texts = {f"{doc}:{id}": text for doc, claims in gold.items() for id, text in claims}
    counts: Counter[tuple[str, Verdict]] = Counter()
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        a, b, label = line.split("\t")
        catalogue = load_catalogue()
        counts[
            label, compare(sketch(texts[a], catalogue), sketch(texts[b], catalogue)).verdict
        ] += 1
    wrong, right = counts["different", Verdict.SAME], counts["same", Verdict.SAME]
    alike = sum(count for (label, _), count in counts.items() if label == "same")
    print(f"same: precision {right / (right + wrong):.3f}, recall {right / alike:.3f} of {alike}")
    assert wrong == 0
    assert right / alike >= 0.64
    assert counts["same", Verdict.DIFFERENT] <= 4


def test_claims_of_one_document_stay_apart(gold: dict[str, list[tuple[str, str]]]) -> None:
    catalogue = load_catalogue()
    pairs = joined = merged = 0
    for claims in gold.values():
        sketches = [sketch(text, catalogue) for _, text in claims]
        for a, b in combinations(sketches, 2):
            pairs += 1
            joined += compare(a, b).verdict is Verdict.SAME
        heads = join_within([text for _, text in claims], catalogue)
        merged += sum(head != i for i, head in enumerate(heads))
    print(f"{pairs} pairs of different claims: {joined} joined, {merged} merged by join_within")
    assert joined <= 2
    assert merged <= 3


def test_candidates_for_tweets() -> None:
    folder = SHARED / "data" / "claim_matching"
    claims = {row[0]: row[1] for row in _rows(folder / "verified_claims.docs.tsv")}
    tweets = {row[0]: row[1] for row in _rows(folder / "dev" / "tweets.queries.tsv")}
    qrels = (folder / "dev" / "tweet-vclaim-pairs.qrels").read_text(encoding="utf-8")
    wanted = {line.split()[0]: line.split()[2] for line in qrels.splitlines()}
    catalogue = load_catalogue()
    sketches = {id: sketch(text, catalogue) for id, text in claims.items()}
    index: dict[str, list[str]] = defaultdict(list)
    for id, own in sketches.items():
        for term in terms(own):
            index[term].append(id)
    found = wrong = 0
    for id, answer in wanted.items():
        tweet = sketch(tweets[id], catalogue)
        nearest = _search(tweet, sketches, index)
        found += answer in nearest
        same = {each for each in nearest if compare(tweet, sketches[each]).verdict is Verdict.SAME}
        wrong += len(same - {answer})
    print(
        f"recall@{CANDIDATES} {found / len(wanted):.3f} of {len(wanted)}, joined wrongly: {wrong}"
    )
    assert found / len(wanted) >= 0.84
    assert wrong == 0


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))[1:]


def _search(
    tweet: ClaimSketch, sketches: dict[str, ClaimSketch], index: dict[str, list[str]]
) -> list[str]:
    scores: Counter[str] = Counter()
    for term in terms(tweet):
        holders = index.get(term, [])
        for id in holders if len(holders) < 0.2 * len(sketches) else []:
            scores[id] += math.log(len(sketches) / len(holders))
    lengths = {id: 4 + len(sketches[id].content) + len(sketches[id].entities) for id in scores}
    ranked = sorted(scores, key=lambda id: -scores[id] / lengths[id] ** 0.5)
    return ranked[:CANDIDATES]
