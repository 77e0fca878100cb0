"""An outlet that a person names to read the record by: as the record has it, else the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from flows.commands.context import RefusedError

if TYPE_CHECKING:
    from claims.store import Store

Read = TypeVar("Read")


def read_by_outlet(store: Store, asked: str | None, read: Callable[[str | None], Read]) -> Read:
    """What ``read`` gives for the outlet.

    RefusedError where nothing on record came from it, which says whether the catalogue lists
    it, and which names are near.
    """
    from claims.views import NotOnRecord

    try:
        return read(asked)
    except NotOnRecord as unknown:
        if unknown.kind != "outlet" or asked is None:
            raise
        return _read_by_catalogue(store, asked, read, unknown)


def _read_by_catalogue(
    store: Store, asked: str, read: Callable[[str | None], Read], unknown: Exception
) -> Read:
    from claims.views import NotOnRecord
    from sources.catalog import load_outlets

    outlets = load_outlets()
    listed = outlets.find(asked)
    if listed is None:
        raise RefusedError(_describe_unknown(store, asked, outlets.list_near(asked))) from unknown
    try:
        return read(listed.id)
    except NotOnRecord as nothing:
        if nothing.kind != "outlet":
            raise
        raise RefusedError(f"nothing from {listed.name} ({listed.id}) is on record yet") from None


def _describe_unknown(store: Store, asked: str, listed: list[str]) -> str:
    """Why claims cannot be found by an outlet that the catalogue does not list."""
    from claims import views

    try:
        views.documents(store, outlet=asked, limit=1)
    except views.NotOnRecord as unknown:
        names = {name.casefold(): name for name in (*listed, *unknown.near)}
        near = f"; near it: {', '.join(names.values())}" if names else ""
        return f"no outlet {asked!r} is on record, nor in the catalogue{near}"
    return (
        f"{asked} is not in the catalogue, and the board finds claims by the catalogue's outlets"
        f" alone: its documents are listed by onrecord documents --outlet '{asked}'"
    )
