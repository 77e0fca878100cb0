"""Who may come in over HTTP: whose a secret is, and which tokens there are."""

from __future__ import annotations

from pydantic import AwareDatetime
from sqlmodel import col, select

from claims.model import Value, utcnow
from claims.status import Scope
from claims.store import Store
from claims.store.access import AccessToken, find_session, find_token, holds, scopes_of


class Bearer(Value):
    """Whom a secret lets in, and for what."""

    person: str
    scopes: frozenset[Scope]


class TokenView(Value):
    """A token without its secret."""

    token_id: int
    name: str
    person: str
    scopes: tuple[Scope, ...]
    one_use: bool
    """A log-in link."""
    made_by: str
    made_at: AwareDatetime
    expires_at: AwareDatetime | None
    revoked_at: AwareDatetime | None
    holds: bool
    """Whether it still lets anybody in."""


def bearer_of_token(store: Store, secret: str) -> Bearer | None:
    """Whose token that is, None where none holds. A log-in link is no token."""
    with store.glance() as session:
        row = find_token(session, secret, utcnow())
        if row is None or row.one_use:
            return None
        return Bearer(person=row.person, scopes=scopes_of(row))


def bearer_of_session(store: Store, secret: str) -> Bearer | None:
    """Whose session that is, None where it has ended."""
    with store.glance() as session:
        found = find_session(session, secret, utcnow())
        if found is None:
            return None
        return Bearer(person=found[1].person, scopes=scopes_of(found[1]))


def is_login_link(store: Store, secret: str) -> bool:
    """Whether that is the secret of a log-in link that can still be followed."""
    with store.glance() as session:
        row = find_token(session, secret, utcnow())
        return row is not None and row.one_use


def tokens(store: Store) -> list[TokenView]:
    """Every token ever made, the oldest first."""
    now = utcnow()
    with store.read() as session:
        return [
            TokenView(
                token_id=row.id or 0,
                name=row.name,
                person=row.person,
                scopes=tuple(Scope(name) for name in row.scopes),
                one_use=row.one_use,
                made_by=row.made_by,
                made_at=row.made_at,
                expires_at=row.expires_at,
                revoked_at=row.revoked_at,
                holds=holds(row, now) and row.used_at is None,
            )
            for row in session.exec(select(AccessToken).order_by(col(AccessToken.id)))
        ]


def has_token(store: Store) -> bool:
    """Whether anybody has a token that holds, log-in links apart."""
    return any(token.holds and not token.one_use for token in tokens(store))
