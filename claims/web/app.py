"""API and pages as one application: routes, errors, headers."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version

from fastapi import APIRouter, Depends, FastAPI
from starlette.routing import BaseRoute

from claims.settings import Settings
from claims.store import Store
from claims.views import Publisher
from claims.web import live, metrics
from claims.web.access import logins, reader
from claims.web.access.bodies import BodyLimit
from claims.web.access.rates import Rates
from claims.web.access.refusals import register_refusals
from claims.web.api import (
    claim_writes,
    claims,
    documents,
    finding_writes,
    health,
    intake,
    parties,
    record,
    tokens,
)
from claims.web.api.examples import register_examples
from claims.web.api.fields import register_fields
from claims.web.api.freshness import register_freshness
from claims.web.api.refusals import register_desk_refusals
from claims.web.api_guide import register_guide
from claims.web.head import AnswerHead
from claims.web.headers import SecurityHeaders
from claims.web.pages import assets, board, claim, claim_acts, document, party, queue, runs, sources
from claims.web.problems import register_problems
from claims.web.runs import Runner

API = "/api/v1"
ABOUT = """The record of contested claims: who says what, who denies it, who will neither confirm
nor deny it, what the evidence shows, and how sure we may be today.

* Lists answer `{items, next}`; `next` is the `cursor` of the following page, null on the last.
* `as_of` asks for the record as held at the end of a past day (UTC), or today so far; a day to
  come is a 422.
* Answers carry an `ETag`; send it back as `If-None-Match` and an unchanged answer is a 304.
* HEAD is answered wherever GET is, with the same headers.
* Every error is a problem document (RFC 9457, `application/problem+json`).
* Send a token as `Authorization: Bearer TOKEN`; `onrecord tokens create` makes one. Its scopes
  (`read`, `contribute`, `review`, `approve`, `admin`) say what it is good for.
* A write to a claim may say what it was looking at: `If-Match` with the claim's `ETag` (412 where
  the claim changed since), or `head` in the body (409). The problem's `changes` says what changed.
* A POST with an `Idempotency-Key` of your own may be sent again: it is done once.
"""


def create_app(store: Store, settings: Settings, runner: Runner | None = None) -> FastAPI:
    """The application over one record. The caller opens and closes ``store``."""
    app = FastAPI(
        title="onrecord",
        version=version("onrecord"),
        summary="The record of contested claims",
        description=ABOUT,
        openapi_url=f"{API}/openapi.json",
        # Their pages load scripts from elsewhere, which our policy forbids.
        docs_url=None,
        redoc_url=None,
    )
    app.state.store = store
    app.state.settings = settings
    app.state.publisher = Publisher.of(settings)
    app.state.runner = runner
    app.state.rates = Rates(settings)
    app.router.routes.extend(_all_routes())
    register_guide(app)
    register_problems(app)
    register_examples(app)
    register_fields(app)
    register_freshness(app)
    register_refusals(app)
    register_desk_refusals(app)
    metrics.measure(app)
    app.add_middleware(BodyLimit, most=settings.request_max_bytes)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(AnswerHead)
    return app


@cache
def _all_routes() -> tuple[BaseRoute, ...]:
    """Every route of API and pages, made once: they hold nothing of one application.

    Making them is nearly all of what an application costs (0.4 s and 6 MB).
    """
    whole = APIRouter()
    api = APIRouter(prefix=API)
    api.include_router(health.router)
    for part in (claims, parties, documents, record, live):
        api.include_router(part.router, dependencies=[Depends(reader)])
    for writing in (claim_writes, finding_writes, intake, tokens):
        api.include_router(writing.router)
    whole.include_router(api)
    for page in (
        assets,
        logins,
        board,
        claim,
        claim_acts,
        document,
        sources,
        party,
        queue,
        runs,
        metrics,
    ):
        whole.include_router(page.router)
    return tuple(whole.routes)
