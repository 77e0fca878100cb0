"""No measure under its floor: on our own articles always, on the shared ones where they lie."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.gold import __main__ as gate
from tests.gold import articles, floors
from tests.gold.articles import OWN, SETS, SHARED, ArticleSet, MaterialError
from tests.gold.floors import EXTRACTORS, check_pins, list_shortfalls, load_floors
from tests.gold.run import predict
from tests.gold.scoring import score

HERE_TOO = pytest.mark.skipif(not SHARED.is_dir(), reason=f"no annotated articles at {SHARED}")


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_our_own_articles(extractor: str) -> None:
    own = SETS["own"].load()
    lines, cost = predict(own, extractor)
    measures = score(own, lines).measures()
    assert list_shortfalls(load_floors(), ("own", extractor), measures) == []
    assert cost.articles_per_second > 0


def test_our_own_articles_are_those_that_the_floors_were_set_on() -> None:
    assert check_pins(load_floors(), SETS["own"].digests()) == []


def test_our_own_articles_show_every_stance_and_kind_of_source() -> None:
    stances = [stance for article in SETS["own"].load() for stance in article.stances]
    assert {"alleges", "confirms", "denies", "doubts", "neither_confirms_nor_denies"} == {
        stance["stance"] for stance in stances
    }
    assert {stance["mode"] for stance in stances} == {"direct", "indirect", "hedged"}
    assert any(stance["anonymous"] for stance in stances)
    assert any(stance["speaker"] not in (None, stance["party"]) for stance in stances)


@pytest.mark.shared
@HERE_TOO
@pytest.mark.parametrize("key", [("train", "rules"), ("dev", "both")], ids=" ".join)
def test_shared_articles(key: floors.Key, tmp_path: Path) -> None:
    found = SETS[key[0]].load()
    assert check_pins(load_floors(), SETS[key[0]].digests()) == []
    lines, _ = predict(found, key[1])
    assert list_shortfalls(load_floors(), key, score(found, lines).measures()) == []


@pytest.mark.shared
@HERE_TOO
def test_our_scoring_says_what_the_scorer_beside_the_articles_says(tmp_path: Path) -> None:
    outcome = gate.measure(("dev", "rules"), tmp_path)  # MaterialError where they differ
    assert outcome.tally.annotated == 327


def test_without_the_shared_articles_the_gate_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(gate, "SHARED", tmp_path / "gone")
    assert gate.main([]) == 0
    assert "nothing to measure" in capsys.readouterr().out


def test_other_articles_than_the_pinned_ones_end_the_gate(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(gate, "SHARED", tmp_path)
    monkeypatch.setattr(gate, "find_digests", lambda: {"dev.jsonl": "0" * 64})
    assert gate.main([]) == 2
    assert "dev.jsonl is not what the floors were set on" in capsys.readouterr().out


def test_the_small_gate_by_hand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gate, "EXTRACTORS", ("rules",))
    assert gate.main(["--own"]) == 0
    assert "rules full" in capsys.readouterr().out
    held = floors.read_floors(
        '[[floors]]\nday = 2026-11-24\nset = "own"\nextractor = "rules"\nfull = 1.0\n'
    )
    monkeypatch.setattr(gate, "load_floors", lambda: held)
    assert gate.main(["--own"]) == 1
    assert "own, rules: full is" in capsys.readouterr().out


def test_a_quote_that_is_not_in_its_text_is_named(tmp_path: Path) -> None:
    shutil.copytree(OWN, tmp_path / "own")
    copy = ArticleSet("own", tmp_path / "own")
    text = tmp_path / "own" / "texts" / "ferry-alba.txt"
    before = copy.digests()
    text.write_text(text.read_text("utf-8").replace("sank", "went down"), "utf-8")
    with pytest.raises(MaterialError, match="ferry-alba: the quote"):
        copy.load()
    assert copy.digests()["own texts"] != before["own texts"]
    text.unlink()
    with pytest.raises(MaterialError, match="no text of the annotated article ferry-alba"):
        copy.load()


def test_absent_annotations_are_named(tmp_path: Path) -> None:
    with pytest.raises(MaterialError, match="no annotated articles"):
        articles.ArticleSet("dev", tmp_path).load()


def test_digests_are_of_the_bytes() -> None:
    raw = (OWN / "own.jsonl").read_bytes()
    assert SETS["own"].digests()["own.jsonl"] == hashlib.sha256(raw).hexdigest()
