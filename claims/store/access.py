"""Who may come in over HTTP: tokens, sessions, and answers kept for requests sent again.

No facts: these rows expire and are deleted, and no ledger entry vouches for
them (``TokenChange`` keeps who let whom in). Secrets are 32 random bytes, of
which only the SHA-256 is kept: no stretching, since there is nothing to guess.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from sqlalchemy import Index, Text, UniqueConstraint, bindparam
from sqlmodel import Field, Session, col, func, select

from claims.status import Scope
from claims.store.columns import BIG, CanonicalJson, Row, moment

TOKEN_PREFIX = "onr_"
"""So that a token in a file or a log is known for what it is."""
SECRET_BYTES = 32


class AccessRow(Row):
    """Base of these tables: an id."""

    id: int | None = Field(
        default=None, primary_key=True, sa_type=BIG, sa_column_kwargs={"autoincrement": False}
    )


class AccessToken(AccessRow, table=True):
    """A secret that lets one person in, with what it is good for."""

    __table_args__ = (UniqueConstraint("secret_sha256"),)

    secret_sha256: str = Field(max_length=64)
    name: str = Field(sa_type=Text)
    person: str = Field(sa_type=Text)
    scopes: list[str] = Field(sa_type=CanonicalJson)
    one_use: bool = False
    """A log-in link: good for one session, and for nothing else."""
    made_by: str = Field(sa_type=Text)
    made_at: datetime = moment()
    expires_at: datetime | None = moment(nullable=True)
    used_at: datetime | None = moment(nullable=True)
    """When a log-in link was followed."""
    revoked_at: datetime | None = moment(nullable=True)


class AccessSession(AccessRow, table=True):
    """A browser that is logged in. It ends with its token, at its time, or by logging out."""

    __table_args__ = (
        UniqueConstraint("secret_sha256"),
        Index(None, "expires_at"),
        Index(None, "token_id"),
    )

    secret_sha256: str = Field(max_length=64)
    token_id: int = Field(foreign_key="access_token.id", sa_type=BIG)
    opened_at: datetime = moment()
    expires_at: datetime = moment()


class KeptAnswer(AccessRow, table=True):
    """The answer to a write with an ``Idempotency-Key``, for when it is sent again."""

    __table_args__ = (UniqueConstraint("person", "request_key"), Index(None, "at"))

    person: str = Field(sa_type=Text)
    request_key: str = Field(sa_type=Text)
    request_sha256: str = Field(max_length=64)
    """Over method, address and body."""
    status: int | None = None
    """None while the request is at work."""
    body: str | None = Field(default=None, sa_type=Text)
    at: datetime = moment()


# Every request asks one of these; to write it each time takes as long as to have it answered.
_TOKEN = select(AccessToken).where(col(AccessToken.secret_sha256) == bindparam("digest"))
_SESSION = (
    select(AccessSession, AccessToken)
    .join(AccessToken, col(AccessToken.id) == col(AccessSession.token_id))
    .where(col(AccessSession.secret_sha256) == bindparam("digest"))
)

ACCESS: tuple[type[AccessRow], ...] = (AccessToken, AccessSession, KeptAnswer)


def make_secret(prefix: str = "") -> str:
    """A new secret of 256 random bits."""
    return prefix + secrets.token_urlsafe(SECRET_BYTES)


def hash_secret(secret: str) -> str:
    """What is kept of a secret: SHA-256, hex."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def next_id(session: Session, table: type[AccessRow]) -> int:
    """The next id, inside the writer's turn."""
    return int(session.exec(select(func.max(table.id))).one() or 0) + 1


def find_token(session: Session, secret: str, now: datetime) -> AccessToken | None:
    """The token of that secret where it holds: not expired, revoked or used up."""
    digest = hash_secret(secret)
    row = session.exec(_TOKEN, params={"digest": digest}).first()
    if row is None or not secrets.compare_digest(row.secret_sha256, digest):
        return None
    return row if holds(row, now) and row.used_at is None else None


def find_session(
    session: Session, secret: str, now: datetime
) -> tuple[AccessSession, AccessToken] | None:
    """The session of that secret, with its token, where both hold."""
    digest = hash_secret(secret)
    found = session.exec(_SESSION, params={"digest": digest}).first()
    if found is None or not secrets.compare_digest(found[0].secret_sha256, digest):
        return None
    opened, token = found
    # A log-in link has its hour; the session that it opened has its own time.
    alive = token.revoked_at is None if token.one_use else holds(token, now)
    return (opened, token) if alive and now < opened.expires_at else None


def holds(token: AccessToken, now: datetime) -> bool:
    """Whether a token is neither revoked nor past its time."""
    return token.revoked_at is None and (token.expires_at is None or now < token.expires_at)


def scopes_of(token: AccessToken) -> frozenset[Scope]:
    """What a token is good for. ValueError for a scope that this version does not know."""
    return frozenset(Scope(name) for name in token.scopes)
