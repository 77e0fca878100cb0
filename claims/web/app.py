"""The read API as an application: routes, errors, headers. It writes nothing."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import APIRouter, FastAPI

from claims.settings import Settings
from claims.store import Store
from claims.views import Publisher
from claims.web import live
from claims.web.api import claims, documents, parties, record
from claims.web.api_guide import register_guide
from claims.web.headers import SecurityHeaders
from claims.web.pages import assets
from claims.web.problems import register_problems

API = "/api/v1"
ABOUT = """The record of contested claims: who says what, who denies it, who will neither confirm
nor deny it, what the evidence shows, and how sure we may be today. Read-only.

* Lists answer `{items, next}`; `next` is the `cursor` of the following page, null on the last.
* `as_of` asks for the record as held at the end of a past day (UTC).
* Answers carry an `ETag`; send it back as `If-None-Match` and an unchanged answer is a 304.
* Every error is a problem document (RFC 9457, `application/problem+json`).
"""


def create_app(store: Store, settings: Settings) -> FastAPI:
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
    app.state.publisher = Publisher.of(settings)
    api = APIRouter(prefix=API)
    for part in (claims, parties, documents, record, live):
        api.include_router(part.router)
    app.include_router(api)
    for page in (assets,):
        app.include_router(page.router)
    register_guide(app)
    register_problems(app)
    app.add_middleware(SecurityHeaders)
    return app
