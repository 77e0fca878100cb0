"""Checkpoints kept elsewhere give away what the ledger alone cannot."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claims.store import (
    CheckpointError,
    Store,
    default_key_path,
    load_key,
    load_public_key,
    read_checkpoints,
    verify_checkpoints,
    verify_ledger,
    write_checkpoint,
)

Tamper = Callable[..., None]


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A file on another machine, as it were."""
    return tmp_path / "elsewhere" / "checkpoints.jsonl"


@pytest.fixture
def signed(store: Store, scribe: Any, elsewhere: Path) -> Store:
    """A record with three entries and a checkpoint over the second and the third."""
    scribe.claim()
    scribe.claim()
    write_checkpoint(store, elsewhere)
    scribe.claim()
    write_checkpoint(store, elsewhere)
    return store


def check(store: Store, path: Path) -> Any:
    key = load_public_key(default_key_path(store).with_suffix(".pub"))
    return verify_checkpoints(store, read_checkpoints(path), key)


def test_an_honest_record_bears_them_out(signed: Store, elsewhere: Path, scribe: Any) -> None:
    scribe.claim()
    report = check(signed, elsewhere)
    assert (report.ok, report.checked, report.what) == (True, 2, "")


def test_a_tail_cut_off_cleanly_passes_the_ledger_and_fails_the_checkpoint(
    signed: Store, elsewhere: Path, tamper: Tamper
) -> None:
    tamper(signed, "DELETE FROM claim WHERE seq = 3", "DELETE FROM ledger_entry WHERE seq = 3")
    assert verify_ledger(signed).ok
    report = check(signed, elsewhere)
    assert (report.ok, report.checked) == (False, 1)
    assert "tail was cut off" in report.what


def test_a_ledger_written_anew_is_found(
    signed: Store, elsewhere: Path, tamper: Tamper, scribe: Any
) -> None:
    tamper(signed, "DELETE FROM claim WHERE seq = 3", "DELETE FROM ledger_entry WHERE seq = 3")
    scribe.claim("Something else is so.")
    assert verify_ledger(signed).ok
    assert "written anew" in check(signed, elsewhere).what


@pytest.mark.parametrize("field", ["seq", "entry_sha256", "at", "signature"])
def test_a_changed_checkpoint_is_found(signed: Store, elsewhere: Path, field: str) -> None:
    changed: dict[str, Any] = {
        "seq": 1,
        "entry_sha256": "0" * 64,
        "at": "2020",
        "signature": "AA==",
    }
    (first, _) = read_checkpoints(elsewhere)
    forged = replace(first, **{field: changed[field]})
    key = load_public_key(default_key_path(signed).with_suffix(".pub"))
    assert "not signed with this key" in verify_checkpoints(signed, [forged], key).what


def test_another_key_does_not_vouch(signed: Store, elsewhere: Path, tmp_path: Path) -> None:
    stranger = load_key(tmp_path / "stranger.pem").public_key()
    report = verify_checkpoints(signed, read_checkpoints(elsewhere), stranger)
    assert "not signed with this key" in report.what


def test_the_key_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "ledger.pem"
    key = load_key(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert load_key(path).private_bytes_raw() == key.private_bytes_raw()
    assert load_public_key(path.with_suffix(".pub")) == key.public_key()
    path.chmod(0o640)
    with pytest.raises(CheckpointError, match="chmod 600"):
        load_key(path)


def test_an_empty_ledger_has_nothing_to_sign(store: Store, elsewhere: Path) -> None:
    with pytest.raises(CheckpointError, match="empty"):
        write_checkpoint(store, elsewhere)


BROKEN = [
    ("no JSON", "line 1 is no checkpoint"),
    ("{}", "line 1 is no checkpoint"),
    (
        '{"seq": 1, "entry_sha256": "", "at": "", "signature": "", "format": "other/2"}',
        "other/2",
    ),
]


@pytest.mark.parametrize(("line", "what"), BROKEN)
def test_a_line_that_is_no_checkpoint_is_named(tmp_path: Path, line: str, what: str) -> None:
    path = tmp_path / "checkpoints.jsonl"
    path.write_text(line + "\n")
    with pytest.raises(CheckpointError, match=what):
        read_checkpoints(path)


@pytest.mark.parametrize("load", [load_key, load_public_key])
def test_a_file_that_is_no_key_is_named(tmp_path: Path, load: Callable[[Path], Any]) -> None:
    path = tmp_path / "key.pem"
    path.write_text("no key")
    path.chmod(0o600)
    with pytest.raises(CheckpointError, match="PEM form"):
        load(path)
