"""Who may come in over HTTP: tokens made and revoked, sessions opened and closed.

Making and revoking a token are ledger entries (who, for whom, which scopes;
never the secret). Sessions come and go without one, like every look at a page.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, select

from claims.desk.errors import NotOnRecordError, RefusedInputError
from claims.model import Value, utcnow
from claims.status import Scope, fold_name, is_machine_name
from claims.store import Store, Transaction
from claims.store.access import (
    TOKEN_PREFIX,
    AccessSession,
    AccessToken,
    find_token,
    hash_secret,
    make_secret,
    next_id,
)
from claims.store.facts import TokenChange

LINK_HOURS = 1
"""How long a log-in link may be followed."""


class NewToken(Value):
    """A token just made. Its secret is told here once, and kept nowhere."""

    token_id: int
    secret: str
    name: str
    person: str
    scopes: tuple[Scope, ...]
    expires_at: datetime | None


class NewSession(Value):
    """A session just opened. Its secret goes into the browser's cookie."""

    secret: str
    person: str
    expires_at: datetime


def find_person(store: Store, name: str) -> str:
    """The name as tokens bear it, however it is written (``fold_name``); as it is where none
    does."""
    with store.read() as session:
        persons = session.exec(select(AccessToken.person).distinct()).all()
    alike = sorted(person for person in persons if fold_name(person) == fold_name(name))
    return name if name in alike or not alike else alike[0]


def make_token(
    store: Store,
    by: str,
    name: str,
    person: str,
    scopes: Collection[Scope],
    days: float | None = None,
    *,
    one_use: bool = False,
) -> NewToken:
    """Make a token for ``person``; ``days`` until it expires, None for never.

    ``one_use`` makes a log-in link instead: good for ``LINK_HOURS`` and one session.
    RefusedInputError where name, person or scopes say nothing, and for a name of the machine's.
    """
    name, person = " ".join(name.split()), " ".join(person.split())
    if not name or not person:
        raise RefusedInputError("Give the token a name, and say whose it is.")
    if is_machine_name(person):
        raise RefusedInputError(f"{person} is the machine's name: a token is a person's.")
    if not scopes:
        known = ", ".join(scope.value for scope in Scope)
        raise RefusedInputError(f"Say what the token is good for, at least one of: {known}.")
    granted = tuple(scope for scope in Scope if scope in scopes)
    lasts = timedelta(hours=LINK_HOURS) if one_use else days and timedelta(days=days)
    secret = make_secret(TOKEN_PREFIX)
    note = f"{name}, for {person}: {', '.join(granted)}"
    with store.write(actor=by, action="make_token", note=note) as tx:
        row = AccessToken(
            id=next_id(tx.session, AccessToken),
            secret_sha256=hash_secret(secret),
            name=name,
            person=person,
            scopes=[scope.value for scope in granted],
            one_use=one_use,
            made_by=by,
            made_at=tx.now,
            expires_at=tx.now + lasts if lasts else None,
        )
        _note_change(tx, row, "made")
        made = NewToken(
            token_id=row.id or 0,
            secret=secret,
            name=name,
            person=person,
            scopes=granted,
            expires_at=row.expires_at,
        )
        tx.session.add(row)
        tx.session.flush()
        return made


def revoke_token(store: Store, by: str, token_id: int) -> None:
    """End a token, and every session that it opened. NotOnRecordError for an unknown one."""
    with store.write(actor=by, action="revoke_token", note=f"token {token_id}") as tx:
        row = tx.session.get(AccessToken, token_id)
        if row is None:
            raise NotOnRecordError("token", token_id)
        if row.revoked_at is not None:
            raise RefusedInputError(f"Token {token_id} was revoked before.")
        _note_change(tx, row, "revoked")
        row.revoked_at = tx.now
        tx.session.add(row)
        tx.session.execute(delete(AccessSession).where(col(AccessSession.token_id) == token_id))
        tx.session.flush()


def open_session(store: Store, secret: str, hours: float) -> NewSession | None:
    """Exchange a token for a session; a log-in link is used up by it. None where none holds.

    The session ends after ``hours``, or with its token where that comes first.
    """
    now = utcnow()
    with store.begin() as session:
        token = find_token(session, secret, now)
        if token is None or token.id is None:
            return None
        end = now + timedelta(hours=hours)
        if token.one_use:
            token.used_at = now
            session.add(token)
        elif token.expires_at is not None:
            end = min(end, token.expires_at)
        opened = NewSession(secret=make_secret(), person=token.person, expires_at=end)
        _forget_expired(session, now)
        session.add(
            AccessSession(
                id=next_id(session, AccessSession),
                secret_sha256=hash_secret(opened.secret),
                token_id=token.id,
                opened_at=now,
                expires_at=end,
            )
        )
        session.flush()
        return opened


def close_session(store: Store, secret: str) -> None:
    """Log out. A session that is not there is closed already."""
    digest = hash_secret(secret)
    with store.begin() as session:
        session.execute(delete(AccessSession).where(col(AccessSession.secret_sha256) == digest))


def _note_change(tx: Transaction, row: AccessToken, act: str) -> None:
    """The fact that a token was made or revoked, which the ledger vouches for."""
    tx.add(
        TokenChange(
            token_id=row.id or 0,
            act=act,
            name=row.name,
            person=row.person,
            scopes=list(row.scopes),
            expires_at=row.expires_at,
            one_use=row.one_use,
            actor=tx.actor,
            at=tx.now,
        )
    )


def _forget_expired(session: Session, now: datetime) -> None:
    session.execute(delete(AccessSession).where(col(AccessSession.expires_at) <= now))
