"""Every knob of ``onrecord``: its environment variable, its bounds, what it is for.

A knob ``name`` is read from ``ONRECORD_NAME``. A value out of bounds raises
``SettingsError`` with the variable's name; a variable that no knob has is
reported by name (``UnknownSettingWarning``), with the nearest known one, so
that a typing mistake never silently leaves a default in force.
"""

from __future__ import annotations

import os
import warnings
from base64 import b64decode
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import (
    AnyHttpUrl,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "ONRECORD_"

SIGNS_WHAT_GOES_OUT = ("organisation_name", "organisation_url", "public_url")
"""The knobs that say in reviews and feed whose they are, and where the record is read."""

FOLLOWS_FROM_ANOTHER = "default_factory_not_called"
"""What pydantic says of a default that is made of other values, where one of those is faulty."""

ExtractorChoice = Literal["auto", "rules", "model", "llm"]
"""Which extractor reads: rules and trained reader, the rules, the reader, or an endpoint."""


def name_listening(given: Mapping[str, Any]) -> AnyHttpUrl:
    """The address that ``listen_host`` and ``listen_port`` are reached at on this machine.

    Where either is faulty itself, that is what is told; then any address will do.
    """
    host, port = given.get("listen_host", ""), given.get("listen_port", 8420)
    if host in ("", "0.0.0.0", "::"):
        host = "127.0.0.1"
    return AnyHttpUrl(f"http://{f'[{host}]' if ':' in host else host}:{port}/")


class SettingsError(ValueError):
    """A setting that cannot be used: names the variable, the value and the bound."""


class UnknownSettingWarning(UserWarning):
    """An ``ONRECORD_*`` variable that nothing reads."""


def default_home() -> Path:
    """``$XDG_DATA_HOME/onrecord``, or ``~/.local/share/onrecord`` (XDG base directories)."""
    base = os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "onrecord"


class Settings(BaseSettings):
    """All knobs. Paths are absolute after validation; times are in the unit their name ends in."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="forbid", env_ignore_empty=True
    )

    # -- where things lie -------------------------------------------------
    # The folder that holds the database, the archive of captures and the keys.
    home: Path = Field(default_factory=default_home)
    # SQLAlchemy URL of the record. None: SQLite in `home`. SQLite and
    # PostgreSQL (psycopg 3) are the two that the store knows.
    database_url: str | None = None
    # Seconds a writer waits for another one before it gives up.
    database_wait_seconds: float = Field(default=60.0, gt=0, le=3600)

    # Who acts at the command line (`--by`). None: the login name.
    by: str | None = None

    # -- the organisation -------------------------------------------------
    # Author of published ClaimReviews: who stands behind a decision.
    organisation_name: str = Field(default="On the Record", min_length=1)
    # The organisation's own site (ClaimReview `author.url`).
    organisation_url: AnyHttpUrl = AnyHttpUrl("https://example.org/")
    # A desk of one person: the one who decided may also approve, and the
    # record then says so. Off: approval takes a second person.
    desk_of_one: bool = False

    # -- finding claims and positions --------------------------------------
    # Which extractor reads documents: `auto` is rules and shipped reader together,
    # `rules` the rules alone (no model), `model` the reader alone, `llm` the endpoint below.
    extractor: ExtractorChoice = "auto"
    # Worker processes for extraction. 0: as many as this machine has cores.
    extraction_processes: int = Field(default=0, ge=0, le=256)
    # One document that takes longer is kept as failed, and the rest goes on.
    extraction_timeout_seconds: float = Field(default=120.0, gt=0, le=3600)
    # Longest text worked through, in characters; a longer one is recorded
    # with the reason why it was not read.
    max_document_chars: int = Field(default=400_000, ge=1_000)
    # An OpenAI-compatible endpoint, only used by `extractor=llm`.
    llm_base_url: AnyHttpUrl | None = None
    llm_model: str | None = None
    llm_api_key: SecretStr | None = None
    # Seconds for one answer of that endpoint.
    llm_timeout_seconds: float = Field(default=60.0, gt=0, le=600)
    # Seconds for one document, all its windows, attempts and pauses together;
    # past them `auto` reads it.
    llm_document_seconds: float = Field(default=180.0, gt=0, le=3600)
    # Attempts of one question that failed for a passing reason (429, 5xx, no answer).
    llm_attempts: int = Field(default=3, ge=1, le=10)
    # Documents asked about at the same time.
    llm_concurrency: int = Field(default=4, ge=1, le=64)
    # Most characters of a document in one question; a longer one is asked about in parts.
    llm_window_chars: int = Field(default=8_000, ge=2_000, le=200_000)
    # Most bytes of one answer.
    llm_answer_max_bytes: int = Field(default=1_000_000, ge=1_000)
    # Sampling temperature sent along; -1 sends none, for models that refuse it.
    llm_temperature: float = Field(default=0.0, ge=-1, le=2)

    # -- same claim? same text? --------------------------------------------
    # Candidates fetched per claim from the term index before the decision.
    match_candidates: int = Field(default=20, ge=1, le=200)

    # -- batches and time limits -------------------------------------------
    # Documents in one Prefect task: 10-60 s of work (a task costs 30-39 ms of
    # server CPU afterwards, so it must not be small).
    batch_size: int = Field(default=50, ge=1, le=5_000)
    # Tasks in one flow run; Prefect's task records are lossy in bursts.
    max_batches_per_run: int = Field(default=500, ge=1, le=500)
    # Attempts of a batch that failed for a passing reason, and the pause between.
    task_retries: int = Field(default=2, ge=0, le=10)
    task_retry_delay_seconds: float = Field(default=5.0, ge=0, le=600)
    # A batch, and a flow run, that takes longer is ended and marked failed.
    task_timeout_seconds: float = Field(default=900.0, gt=0)
    flow_timeout_seconds: float = Field(default=6 * 3600.0, gt=0)
    # Seconds between the heartbeats of a flow run (a dead one is noticed after three).
    heartbeat_seconds: int = Field(default=30, ge=30, le=3600)
    # How often a running `onrecord up` looks for work it was told of.
    poll_seconds: float = Field(default=0.3, ge=0.1, le=60)

    # -- material from outside ---------------------------------------------
    # One fetch: total seconds from connect to last byte, and most bytes taken.
    fetch_timeout_seconds: float = Field(default=30.0, gt=0, le=600)
    fetch_max_bytes: int = Field(default=20_000_000, ge=10_000)
    # One file handed in: most bytes read.
    input_max_bytes: int = Field(default=500_000_000, ge=10_000)
    # Days after which a published claim is looked at again.
    recheck_after_days: int = Field(default=30, ge=1, le=3650)

    # -- who may come in ---------------------------------------------------
    # Whether anybody may read pages and API without a token. Writing always takes one, and
    # so do the desk's own work (queue, runs, failures) and /metrics.
    public_read: bool = False
    # Hours after which a browser must log in again.
    session_hours: float = Field(default=12.0, gt=0, le=24 * 90)
    # Most log-ins of one address, and most writes of one person, as the library
    # `limits` writes them: "10/minute", "300/hour; 20/minute".
    login_rate: str = "10/minute"
    write_rate: str = "240/minute"
    # Most bytes of one request's body.
    request_max_bytes: int = Field(default=20_000_000, ge=10_000)

    # -- what goes out -----------------------------------------------------
    # Where the read API and dashboard listen.
    listen_host: str = "127.0.0.1"
    listen_port: int = Field(default=8420, ge=1, le=65535)
    # Where this record is read from outside: the base of claim URLs in feeds and
    # ClaimReviews. Where it is not set, the address that pages and API listen at.
    public_url: AnyHttpUrl = Field(default_factory=name_listening)
    # Where events of the outbox are also posted as JSON. None: nowhere.
    webhook_url: AnyHttpUrl | None = None
    # Shared secret that signs those posts as Standard Webhooks has it: `whsec_` and at
    # least 24 bytes in base64. None: unsigned.
    webhook_secret: SecretStr | None = None
    # Private Ed25519 key (PEM) for ledger checkpoints. None: `home/keys/ledger.pem`.
    checkpoint_key: Path | None = None

    @field_validator("home", "checkpoint_key")
    @classmethod
    def _make_absolute(cls, path: Path | None) -> Path | None:
        return None if path is None else path.expanduser().absolute()

    @field_validator("database_url")
    @classmethod
    def _check_database(cls, url: str | None) -> str | None:
        if url is not None and not url.startswith(
            ("sqlite:", "postgresql+psycopg:", "postgresql:")
        ):
            raise ValueError(
                "the record is kept in SQLite (sqlite:///path) or PostgreSQL"
                " (postgresql+psycopg://user@host/name)"
            )
        return url

    @field_validator("webhook_secret")
    @classmethod
    def _check_secret(cls, secret: SecretStr | None) -> SecretStr | None:
        text = "" if secret is None else secret.get_secret_value().removeprefix("whsec_")
        try:
            long_enough = secret is None or len(b64decode(text, validate=True)) >= 24
        except ValueError:
            long_enough = False
        if not long_enough:
            raise ValueError(
                "a webhook's secret is whsec_ and at least 24 random bytes in base64:"
                " echo whsec_$(openssl rand -base64 32)"
            )
        return secret

    @field_validator("login_rate", "write_rate")
    @classmethod
    def _check_rate(cls, rate: str) -> str:
        from limits import parse_many  # only where a rate is set: the import takes a while

        parse_many(rate)
        return rate

    @field_validator("llm_base_url")
    @classmethod
    def _check_endpoint(cls, url: AnyHttpUrl | None) -> AnyHttpUrl | None:
        if url is not None and (url.username or url.password or url.query):
            raise ValueError("addresses reach logs: the key belongs in ONRECORD_LLM_API_KEY")
        return url

    @model_validator(mode="after")
    def _check_llm(self) -> Self:
        if self.extractor == "llm":
            self.name_endpoint()
        return self

    def name_endpoint(self) -> tuple[str, str]:
        """Base URL and model of the endpoint. SettingsError where either is not set."""
        if self.llm_base_url is None or not self.llm_model:
            raise SettingsError("extractor=llm needs ONRECORD_LLM_BASE_URL and ONRECORD_LLM_MODEL")
        return str(self.llm_base_url), self.llm_model

    def name_placeholders(self) -> list[str]:
        """The variables that nobody set of those that sign what goes out, with what stands in."""
        return [
            f"{PREFIX}{name.upper()} ({getattr(self, name)})"
            for name in SIGNS_WHAT_GOES_OUT
            if name not in self.model_fields_set
        ]

    @property
    def archive_path(self) -> Path:
        """Folder of the raw captures, by digest."""
        return self.home / "archive"

    @property
    def database_path(self) -> Path:
        """The SQLite file used where no ``database_url`` is set."""
        return self.home / "record.sqlite"

    @property
    def resolved_database_url(self) -> str:
        """``database_url``, or the SQLite file in ``home``."""
        return self.database_url or f"sqlite:///{self.database_path}"

    @property
    def checkpoint_key_path(self) -> Path:
        """The private key that signs ledger checkpoints."""
        return self.checkpoint_key or self.home / "keys" / "ledger.pem"

    @property
    def processes(self) -> int:
        """Worker processes for extraction, with 0 resolved to the number of cores."""
        return self.extraction_processes or os.cpu_count() or 1


def load_settings() -> Settings:
    """The settings as the environment gives them now.

    Raises:
        SettingsError: a value is out of bounds; every such variable is named.

    Warns:
        UnknownSettingWarning: an ``ONRECORD_*`` variable that no knob has.
    """
    _warn_of_unknown()
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError(_describe(error)) from error


def _warn_of_unknown() -> None:
    known = [PREFIX + name.upper() for name in Settings.model_fields]
    for variable in os.environ:
        if variable.upper().startswith(PREFIX) and variable.upper() not in known:
            near = get_close_matches(variable.upper(), known, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            warnings.warn(
                f"{variable} is set, but no setting has that name.{hint}",
                UnknownSettingWarning,
                stacklevel=3,
            )


def _describe(error: ValidationError) -> str:
    lines = []
    for problem in error.errors(include_url=False):
        if problem["type"] == FOLLOWS_FROM_ANOTHER:
            continue
        where = PREFIX + str(problem["loc"][0]).upper() if problem["loc"] else "settings"
        lines.append(f"{where}: {problem['msg'].removeprefix('Value error, ')}")
    return "; ".join(lines)
