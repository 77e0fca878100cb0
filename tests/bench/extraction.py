"""``extract`` alone: speed, load time, memory, and what a long text costs.

Each measurement runs in a process of its own. CPU time is told beside wall time: on a
busy machine the second says little.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.growth import HOSTILE

PARTS = (4, 2, 1)
"""The long document is read in a quarter, in half and whole."""
SENTENCE = "A spokesman said on Monday that the ministry had denied the report."
ARTICLES = 100
"""Articles that speed and memory are told for."""
USUAL_CHARS = 2_300
"""Characters of the article that speed is told in."""


def tell_extraction(texts: list[str], folder: Path, most: int) -> Iterator[str]:
    """A line for each measurement, as it is done; the long document has ``most`` characters."""
    yield _tell_articles(_run(texts[:ARTICLES], folder))
    long = make_long(texts, most)
    before = 0.0
    for part in PARTS:
        length = most // part
        found = _run([long[:length]], folder)
        each = found["cpu"] / length * 1e6
        grown = f", {each / before - 1:+.0%} a character" if before else ""
        yield (
            f"extract of {length:,} characters: {found['cpu']:.1f} CPU-s{grown},"
            f" {found['found']:,.0f} findings, peak memory {found['peak']:.0f} MB"
        )
        before = each
    for unit, copies in HOSTILE:
        half, whole = (_run([unit * times], folder)["cpu"] for times in (copies // 2, copies))
        yield (
            f"extract of {unit[:24]!r} {copies:,} times: {whole:.2f} CPU-s,"
            f" {whole / half:.1f} times as much as half of it"
        )


def make_long(texts: list[str], length: int) -> str:
    """Articles one after another, over again where they do not suffice."""
    joined = "\n\n".join(texts)
    return (joined * (length // len(joined) + 1))[:length]


def _tell_articles(found: dict[str, float]) -> str:
    speed = found["chars"] / USUAL_CHARS / found["cpu"]
    return (
        f"extract: {speed:.1f} articles of {USUAL_CHARS} characters per CPU-second; ready in"
        f" {found['load_wall']:.1f} s ({found['load']:.1f} CPU-s); peak memory"
        f" {found['peak']:.0f} MB"
    )


def _run(texts: list[str], folder: Path) -> dict[str, float]:
    material = folder / "texts.json"
    material.write_text(json.dumps(texts), "utf-8")
    command = [sys.executable, "-m", "tests.bench.extraction", str(material), str(time.time())]
    done = subprocess.run(command, check=True, capture_output=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure(material: Path, started: float) -> dict[str, float]:
    """Read every text in this process; seconds, MB and counts."""
    from claims.extraction import extract
    from claims.model import Document

    extract(Document(text=SENTENCE))
    load, load_wall = time.process_time(), time.time() - started
    texts: list[str] = json.loads(material.read_text("utf-8"))
    began, found = time.process_time(), 0
    for text in texts:
        found += len(extract(Document(text=text)).findings)
    return {
        "load": load,
        "load_wall": load_wall,
        "cpu": time.process_time() - began,
        "chars": sum(map(len, texts)),
        "found": found,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), float(sys.argv[2]))))
