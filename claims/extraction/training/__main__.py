"""``python -m claims.extraction.training VERB ...``: see ``--help``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from claims.extraction.training.records import read_gold, read_pool, write_offsets

_FIT_NEXT = "now fit what stands beside it: python -m claims.extraction.training calibrate"


def main() -> None:
    """Make the model, fit or score it anew, or adopt annotations into ``annotations/``."""
    parser = argparse.ArgumentParser(prog="python -m claims.extraction.training")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    verbs = parser.add_subparsers(dest="verb", required=True)
    make = verbs.add_parser("make", help="train, calibrate and export the model")
    make.add_argument("--out", type=Path, default=Path("claims/extraction/model/weights"))
    make.add_argument("--threads", type=int, default=2)
    write = verbs.add_parser("write", help="train the writer anew over the shipped encoder")
    write.add_argument("--out", type=Path, default=Path("claims/extraction/model/weights"))
    write.add_argument("--threads", type=int, default=2)
    compare = verbs.add_parser("compare", help="train the comparer anew over the shipped encoder")
    compare.add_argument("--out", type=Path, default=Path("claims/extraction/model/weights"))
    compare.add_argument("--threads", type=int, default=2)
    fit = verbs.add_parser("calibrate", help="fit anew how rules and reader weigh (no torch)")
    fit.add_argument("--out", type=Path, default=Path("claims/extraction/model/weights"))
    score = verbs.add_parser("score", help="cross-fitted scores on the held-back articles")
    score.add_argument("--out", type=Path, default=Path("claims/extraction/model/weights"))
    adopt = verbs.add_parser("adopt", help="gold-form files of pool articles, without their text")
    adopt.add_argument("files", type=Path, nargs="+")
    adopt.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    if chosen.verb == "make":
        _make(chosen.shared, chosen.out, chosen.threads)
    elif chosen.verb == "write":
        _write(chosen.shared, chosen.out, chosen.threads)
    elif chosen.verb == "compare":
        _compare(chosen.shared, chosen.out, chosen.threads)
    elif chosen.verb == "calibrate":
        _calibrate(chosen.shared, chosen.out)
    elif chosen.verb == "score":
        _score(chosen.shared, chosen.out)
    else:
        pool = read_pool(chosen.shared / "data" / "pool" / "articles.jsonl")
        records = [record for path in chosen.files for record in read_gold(path, pool)]
        write_offsets(records, chosen.out)
        sys.stdout.write(f"{len(records)} articles into {chosen.out}\n")


def _make(shared: Path, out: Path, threads: int) -> None:
    from claims.extraction.training.make import Recipe, make_model

    make_model(shared, out, Recipe(threads=threads), _tell)


def _write(shared: Path, out: Path, threads: int) -> None:
    import torch

    from claims.extraction.model.network.reader import read_card
    from claims.extraction.training.make import Recipe, make_writer, with_contrasts
    from claims.extraction.training.material import gather_records, split

    torch.set_num_threads(threads)
    learned, _ = split(gather_records(shared), read_card(out)["seed"])
    recipe = Recipe()
    make_writer(with_contrasts(learned, recipe), out, recipe.writer, _tell)
    _tell(_FIT_NEXT)


def _compare(shared: Path, out: Path, threads: int) -> None:
    import torch

    from claims.extraction.model.network.reader import read_card
    from claims.extraction.training.comparer import ComparerPlan
    from claims.extraction.training.make import make_comparer
    from claims.extraction.training.material import gather_records, split

    torch.set_num_threads(threads)
    learned, _ = split(gather_records(shared), read_card(out)["seed"])
    make_comparer(learned, out, ComparerPlan(), _tell)
    _tell(_FIT_NEXT)


def _tell(line: str) -> None:
    print(line, flush=True)  # noqa: T201


def _calibrate(shared: Path, out: Path) -> None:
    from claims.extraction.model.network.reader import Reader
    from claims.extraction.training.calibrate import calibrate
    from claims.extraction.training.material import gather_records, split

    reader = Reader(out)
    learned, held = split(gather_records(shared), reader.card["seed"])
    calibrate(reader, held, learned, out)


def _score(shared: Path, out: Path) -> None:
    from claims.extraction.model.network.reader import Reader
    from claims.extraction.training.material import gather_records, split
    from claims.extraction.training.measure import measure, write_table

    reader = Reader(out)
    held = split(gather_records(shared), reader.card["seed"])[1]
    sys.stdout.write(write_table(measure(reader, held)))


if __name__ == "__main__":
    main()
