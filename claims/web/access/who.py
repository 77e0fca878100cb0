"""Who asks, and what for: FastAPI dependencies that give a ``Person`` or refuse.

A bearer token in ``Authorization`` comes first, then the session of the cookie,
then the public where ``public_read`` is set. Who is not known gets 401 from the
API and the log-in page elsewhere; who is known and lacks the scope gets 403.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, Literal

from fastapi import Depends, Request
from fastapi.security import APIKeyCookie, HTTPAuthorizationCredentials, HTTPBearer
from starlette.exceptions import HTTPException

from claims import views
from claims.model import Value
from claims.settings import Settings
from claims.status import ROLE_OF, Actor, Scope
from claims.store import Store
from claims.views import Bearer
from claims.web.access.csrf import SESSION_COOKIE, check_header, csrf_token, make_proof
from claims.web.access.rates import count_write

_bearer = HTTPBearer(
    auto_error=False,
    description="A token from `onrecord tokens create`, or from `POST /api/v1/tokens`.",
)
_cookie = APIKeyCookie(
    name=SESSION_COOKIE,
    auto_error=False,
    description="The session of a browser that logged in; writes need `X-CSRF-Token` too.",
)


class Person(Value):
    """Who asks."""

    name: str
    scopes: frozenset[Scope]
    via: Literal["token", "session", "public"]

    def may(self, scope: Scope) -> bool:
        """Whether that scope is among theirs; ``admin`` holds every other."""
        return scope in self.scopes or Scope.ADMIN in self.scopes

    def acting(self, scope: Scope) -> Actor:
        """As the desk knows them, in the role that goes with the scope which was needed."""
        return Actor(name=self.name, role=ROLE_OF[scope])


PUBLIC = Person(name="", scopes=frozenset({Scope.READ}), via="public")


class NotLoggedIn(HTTPException):
    """Nobody, or a token that does not hold."""

    def __init__(self, detail: str) -> None:
        super().__init__(401, detail, {"WWW-Authenticate": 'Bearer realm="onrecord"'})


class NotInScope(HTTPException):
    """Somebody whose token is not good for this."""

    def __init__(self, detail: str) -> None:
        super().__init__(403, detail)


def identify(
    request: Request,
    _token: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)] = None,
    _session: Annotated[str | None, Depends(_cookie)] = None,
) -> Person | None:
    """Who asks, looked up once a request; None for nobody. NotLoggedIn for a token that
    does not hold: its bearer should hear of it, also where the public may read."""
    if not hasattr(request.state, "person"):
        person = _look_up(request)
        request.state.person = person
        logged_in = person is not None and person.via == "session"
        request.state.csrf = csrf_token(request) if logged_in else ""
    found: Person | None = request.state.person
    return found


Who = Annotated[Person | None, Depends(identify)]


def _look_up(request: Request) -> Person | None:
    store: Store = request.app.state.store
    settings: Settings = request.app.state.settings
    kind, _, secret = request.headers.get("authorization", "").partition(" ")
    if kind:
        bearer = views.bearer_of_token(store, secret.strip()) if kind.lower() == "bearer" else None
        if bearer is None:
            raise NotLoggedIn("this token does not hold: it is unknown, expired or revoked")
        return _name(bearer, "token")
    cookie = request.cookies.get(SESSION_COOKIE)
    known = views.bearer_of_session(store, cookie) if cookie else None
    if known is not None:
        return _name(known, "session")
    return PUBLIC if settings.public_read else None


def become(request: Request, secret: str) -> None:
    """Whoever asks is from now on the person of the session that was just opened."""
    bearer = views.bearer_of_session(request.app.state.store, secret)
    request.state.person = _name(bearer, "session") if bearer is not None else None
    request.state.csrf = make_proof(secret)


def _name(bearer: Bearer, via: Literal["token", "session"]) -> Person:
    return Person(name=bearer.person, scopes=bearer.scopes, via=via)


def require(person: Person | None, scope: Scope) -> Person:
    """The person, where they may. NotLoggedIn, NotInScope."""
    if person is not None and person.may(scope):
        return person
    if person is None or person.via == "public":
        raise NotLoggedIn(f"this takes a token with the scope {scope.value}")
    raise NotInScope(
        f"{person.name}'s token is not good for this: it takes the scope {scope.value}"
    )


async def reader(who: Who) -> Person:
    """Whoever may read: by scope, or the public where ``public_read`` is set."""
    return require(who, Scope.READ)


async def member(who: Who) -> Person:
    """Whoever may read and is known. What the desk has before it, who works on it, its runs
    and what failed is nobody else's, also where the public may read the record."""
    person = require(who, Scope.READ)
    if person.via == "public":
        raise NotLoggedIn("this takes a token with the scope read, also on a public record")
    return person


def needs(scope: Scope) -> Callable[..., Awaitable[Person]]:
    """A dependency that gives the person where they hold ``scope``."""

    async def check(who: Who) -> Person:
        return require(who, scope)

    return check


def writes(scope: Scope) -> Callable[..., Awaitable[Person]]:
    """``needs`` for a write of the API: a session must send its CSRF header, and it counts."""

    async def check(request: Request, who: Who) -> Person:
        person = require(who, scope)
        if person.via == "session":
            check_header(request)
        count_write(request, person.name)
        return person

    return check


def may_still(request: Request, scope: Scope) -> bool:
    """Whether who asked holds ``scope`` at this moment: for answers that take their time."""
    try:
        person = _look_up(request)
    except NotLoggedIn:
        return False
    return person is not None and person.may(scope)


def may(request: Request, scope: Scope) -> bool:
    """For templates: whether who asks holds ``scope`` (after ``reader`` or ``needs``)."""
    person: Person | None = getattr(request.state, "person", None)
    return person is not None and person.may(scope)
