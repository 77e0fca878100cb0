"""Settings: read from ONRECORD_*, bounded, and loud about mistakes."""

import os
import warnings
from pathlib import Path

import pytest

from claims.settings import (
    PREFIX,
    Settings,
    SettingsError,
    UnknownSettingWarning,
    default_home,
    load_settings,
)


def test_home_follows_the_xdg_base_directories(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert load_settings().home == tmp_path / "onrecord" == default_home()


def test_everything_of_the_record_lies_in_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path))
    settings = load_settings()
    assert settings.resolved_database_url == f"sqlite:///{tmp_path}/record.sqlite"
    assert settings.archive_path == tmp_path / "archive"
    assert settings.checkpoint_key_path == tmp_path / "keys" / "ledger.pem"


def test_a_relative_home_becomes_absolute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_HOME", "somewhere")
    assert load_settings().home.is_absolute()


@pytest.mark.parametrize(
    ("host", "port", "public", "address"),
    [
        (None, None, None, "http://127.0.0.1:8420/"),
        (None, "8931", None, "http://127.0.0.1:8931/"),
        ("0.0.0.0", "8931", None, "http://127.0.0.1:8931/"),
        ("::1", "80", None, "http://[::1]/"),
        ("desk.lan", "8931", None, "http://desk.lan:8931/"),
        ("desk.lan", "8931", "https://record.example/", "https://record.example/"),
    ],
)
def test_links_lead_to_where_the_record_is_read(
    monkeypatch: pytest.MonkeyPatch,
    host: str | None,
    port: str | None,
    public: str | None,
    address: str,
) -> None:
    for name, value in (("LISTEN_HOST", host), ("LISTEN_PORT", port), ("PUBLIC_URL", public)):
        if value is not None:
            monkeypatch.setenv(PREFIX + name, value)
    assert str(load_settings().public_url) == address


def test_a_refusal_names_what_was_set_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_DATABASE_URL", "foo")
    with pytest.raises(SettingsError) as refused:
        load_settings()
    assert str(refused.value).startswith("ONRECORD_DATABASE_URL: the record is kept in SQLite")
    assert "PUBLIC_URL" not in str(refused.value)


@pytest.mark.parametrize(
    ("variable", "value", "why"),
    [
        ("DATABASE_URL", "mysql://x/y", "a database the store does not know"),
        ("BATCH_SIZE", "0", "a batch of nothing never ends"),
        ("BATCH_SIZE", "many", "a number is a number"),
        ("LISTEN_PORT", "70000", "no such port"),
        ("EXTRACTOR", "magic", "no such extractor"),
        ("LLM_BASE_URL", "http://me:key@127.0.0.1/v1", "addresses reach logs, keys must not"),
        ("LLM_BASE_URL", "http://127.0.0.1/v1?key=k", "neither by a query"),
        ("DESK_OF_ONE", "perhaps", "yes or no"),
        ("PUBLIC_URL", "not a url", "links out of feeds must work"),
    ],
)
def test_a_value_out_of_bounds_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, why: str
) -> None:
    monkeypatch.setenv(PREFIX + variable, value)
    with pytest.raises(SettingsError, match=PREFIX + variable):
        load_settings()


def test_an_llm_extractor_needs_its_endpoint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_EXTRACTOR", "llm")
    with pytest.raises(SettingsError, match="ONRECORD_LLM_BASE_URL"):
        load_settings()


def test_a_variable_nobody_reads_is_named_with_the_nearest_knob(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ONRECORD_DESK_OF_ON", "1")
    with pytest.warns(UnknownSettingWarning, match="ONRECORD_DESK_OF_ON.*ONRECORD_DESK_OF_ONE"):
        settings = load_settings()
    assert not settings.desk_of_one


def test_known_variables_raise_no_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_DESK_OF_ONE", "true")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert load_settings().desk_of_one is True


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    webhook = "c2VzYW1lIHNlc2FtZSBzZXNhbWUgc2VzYW1l"
    monkeypatch.setenv("ONRECORD_WEBHOOK_SECRET", f"whsec_{webhook}")
    monkeypatch.setenv("ONRECORD_LLM_API_KEY", "open sesame")
    shown = repr(load_settings())
    assert webhook not in shown
    assert "sesame" not in shown


def test_zero_processes_means_one_a_core() -> None:
    assert Settings(extraction_processes=0).processes == (os.cpu_count() or 1)
    assert Settings(extraction_processes=3).processes == 3


def test_every_knob_has_a_comment_above_it() -> None:
    source = Path(__file__).parents[2] / "claims" / "settings.py"
    lines = source.read_text().splitlines()
    for name in Settings.model_fields:
        at = next(i for i, line in enumerate(lines) if line.startswith(f"    {name}:"))
        while not lines[at - 1].strip().startswith("#"):
            at -= 1
            assert ":" in lines[at], f"{name} has no comment"
