"""How an answer is written: JSON straight from the view's value, with its freshness.

Dependencies that ask no database are coroutines, here and in ``claims.web.access``: FastAPI
sends each plain function to a thread, which costs more than what the function does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from fastapi import Depends, Header, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, TypeAdapter

from claims.settings import Settings
from claims.store import Store
from claims.views import Publisher, ledger_head
from claims.web.headers import check_fresh


async def get_store(request: Request) -> Store:
    """The record that this application reads."""
    store: Store = request.app.state.store
    return store


TheStore = Annotated[Store, Depends(get_store)]


async def get_publisher(request: Request) -> Publisher:
    """Who stands behind what goes out."""
    publisher: Publisher = request.app.state.publisher
    return publisher


def get_freshness(
    request: Request,
    store: TheStore,
    if_none_match: Annotated[
        str | None,
        Header(description="The `ETag` of the answer that you hold: where it is unchanged, 304."),
    ] = None,
) -> dict[str, str]:
    """Headers of a cacheable answer; ends the request with 304 where the client is up to date.

    Costs one look at the ledger's head, and nothing is computed for a client
    that holds the answer already. The head is read before the data: an answer
    may be newer than its tag, and is then asked for once more, never kept too long.
    """
    return check_fresh(request, ledger_head(store))


async def get_settings(request: Request) -> Settings:
    """The settings that this application was made with."""
    settings: Settings = request.app.state.settings
    return settings


TheSettings = Annotated[Settings, Depends(get_settings)]
ThePublisher = Annotated[Publisher, Depends(get_publisher)]
Freshness = Annotated[dict[str, str], Depends(get_freshness)]

_ANY: TypeAdapter[Any] = TypeAdapter(Any)


def answer_json(
    value: BaseModel | Mapping[str, Any] | list[Any] | tuple[Any, ...],
    headers: Mapping[str, str],
    media_type: str = "application/json",
    status: int = 200,
) -> Response:
    """A value as JSON. Models were validated when made, so they are not validated again."""
    body = value.model_dump_json() if isinstance(value, BaseModel) else _ANY.dump_json(value)
    return Response(content=body, status_code=status, headers=dict(headers), media_type=media_type)


def answer_stream(
    pieces: Iterable[str], headers: Mapping[str, str], media_type: str, name: str
) -> Response:
    """Text as it is drawn, for a browser to keep under ``name``."""
    kept = {**headers, "Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(
        (piece.encode() for piece in pieces), headers=kept, media_type=media_type
    )
