"""Routes on who may come in: who you are, and for admins the tokens."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from pydantic import AwareDatetime

from claims import desk, views
from claims.model import Value
from claims.views import TokenView
from claims.web.access import Person, Scope, needs, writes
from claims.web.access.who import NotLoggedIn, Who
from claims.web.api.answering import TheStore, answer_json
from claims.web.api.asking import Nothing, RowId
from claims.web.api.examples import ANSWERS, TOKEN_MADE, give_example
from claims.web.api.refusals import WRITE_PROBLEMS
from claims.web.api.writing import TokenAsked

UNKEPT = {"Cache-Control": "no-store"}

# No Idempotency-Key here: the answer holds a secret, and answers are kept.
router = APIRouter(tags=["access"], responses=WRITE_PROBLEMS)

Admin = Annotated[Person, Depends(writes(Scope.ADMIN))]


class TokenMade(Value):
    """A token just made. ``token`` is told this once."""

    token_id: int
    token: str
    person: str
    scopes: tuple[Scope, ...]
    expires_at: AwareDatetime | None


@router.get(
    "/me",
    summary="Who you are",
    response_model=Person,
    responses=give_example(ANSWERS["me"]),
)
def show_me(who: Who, asked: Annotated[Nothing, Query()]) -> Response:
    """Your name and scopes, as your token or session has them."""
    if who is None:
        raise NotLoggedIn("nobody is logged in")
    return answer_json(who, UNKEPT)


@router.get(
    "/tokens",
    summary="Tokens",
    response_model=list[TokenView],
    responses=give_example(ANSWERS["tokens"]),
    dependencies=[Depends(needs(Scope.ADMIN))],
)
def list_tokens(store: TheStore, asked: Annotated[Nothing, Query()]) -> Response:
    """Every token ever made, without its secret. Scope: admin."""
    return answer_json(views.tokens(store), UNKEPT)


@router.post(
    "/tokens",
    summary="Make a token",
    status_code=201,
    response_model=TokenMade,
    responses=give_example(TOKEN_MADE, status=201),
)
def make_token(person: Admin, store: TheStore, asked: TokenAsked) -> Response:
    """Make a token for somebody. It is told once; the record keeps its hash. Scope: admin."""
    made = desk.make_token(
        store, person.name, asked.name, asked.person, asked.scopes, asked.expires_days
    )
    told = TokenMade(token=made.secret, **made.model_dump(exclude={"secret", "name"}))
    return answer_json(told, UNKEPT, status=201)


@router.post("/tokens/{token_id}/revoke", summary="Revoke a token", status_code=204)
def revoke_token(person: Admin, token_id: RowId, store: TheStore) -> Response:
    """End a token, and every session that was opened with it. Scope: admin."""
    desk.revoke_token(store, person.name, token_id)
    return Response(status_code=204)
