"""Run one extractor over articles, and what that cost.

The gate runs each in a process of its own, so that load time and memory are its own:
``python -m tests.gold run SET EXTRACTOR FILE``.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import cast

from tests.gold.articles import HERE, SETS, Article
from tests.gold.scoring import Prediction

USUAL_CHARS = 2_300
"""Characters of the article that speed is told in."""
ROUNDS = 3
"""The least disturbed counts, as of Python's timeit: what other work slows down is not ours."""
BY = {"model": "model", "rules": "rules", "both": "auto"}
"""Extractors as the gate calls them, and what ``extract`` does."""
WARM_UP = "A spokesman said on Monday that the ministry had denied the report."


@dataclass(frozen=True)
class Cost:
    """``load_seconds`` from the process's start to the first answer, CPU time; peak in MB."""

    articles_per_second: float
    load_seconds: float
    peak_mb: float


def predict(articles: Sequence[Article], extractor: str) -> tuple[list[Prediction], Cost]:
    """Every article's line, and the cost of this process so far."""
    from claims.extraction import By, as_gold_line, extract
    from claims.model import Document

    by = cast(By, BY[extractor])
    extract(Document(text=WARM_UP), by)
    loaded = time.process_time()
    lines = [
        as_gold_line(article.doc, extract(Document(text=article.text), by)) for article in articles
    ]
    spent = time.process_time() - loaded
    chars = sum(len(article.text) for article in articles)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return lines, Cost(chars / USUAL_CHARS / spent, loaded, peak)


def run_apart(set_name: str, extractor: str, folder: Path) -> tuple[list[Prediction], Cost]:
    """``predict`` in ``ROUNDS`` processes of its own, one after another, and what the fastest
    cost; leaves the lines in ``folder``."""
    out = folder / f"{set_name}-{extractor}.jsonl"
    command = [sys.executable, "-m", "tests.gold", "run", set_name, extractor, str(out)]
    costs = []
    for _ in range(ROUNDS):
        done = subprocess.run(command, cwd=HERE.parents[1], check=True, stdout=subprocess.PIPE)
        costs.append(Cost(**json.loads(done.stdout)))
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    return lines, max(costs, key=lambda cost: cost.articles_per_second)


def run_here(set_name: str, extractor: str, out: Path) -> None:
    """What ``run_apart`` starts: predictions to ``out``, the cost to standard output."""
    lines, cost = predict(SETS[set_name].load(), extractor)
    out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    sys.stdout.write(json.dumps(asdict(cost)))
