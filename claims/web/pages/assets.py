"""``/static``: scripts, styles and fonts of the package, kept by browsers for a year.

Every file is read once and named with a digest of its bytes
(``/static/app.css?v=1f3a...``), so a changed file has a new address.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fastapi import APIRouter, HTTPException, Request, Response

SERVED = frozenset({".css", ".js", ".svg", ".png", ".ico", ".woff2"})
"""Endings that are served; licences and lists beside them are not."""
KEPT = "public, max-age=31536000, immutable"
"""A year, the longest that RFC 9111's practice knows."""
WORTH_PACKING = 1_000
"""Bytes from which a file is also held as gzip."""

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it goes out."""

    body: bytes
    packed: bytes
    media_type: str
    digest: str


@cache
def load_assets() -> dict[str, Asset]:
    """Every served file of the package by its path under ``static``."""
    top = files("claims.web").joinpath("static")
    found: dict[str, Asset] = {}
    folders = [("", top)]
    for prefix, folder in folders:
        for entry in folder.iterdir():
            name = prefix + entry.name
            if entry.is_dir():
                folders.append((f"{name}/", entry))
            elif "." + entry.name.rpartition(".")[2] in SERVED:
                found[name] = _load(name, entry.read_bytes())
    return found


def asset_url(name: str) -> str:
    """The address of a file with its digest. KeyError for a file that is not there."""
    return f"/static/{name}?v={load_assets()[name].digest}"


@router.get("/static/{name:path}")
def send_asset(name: str, request: Request) -> Response:
    """One file; for a year where the address names its digest."""
    asset = load_assets().get(name)
    if asset is None:
        raise HTTPException(404, f"no file {name[:200]!r} belongs to the pages")
    current = request.query_params.get("v") == asset.digest
    headers = {"Cache-Control": KEPT if current else "no-cache", "Vary": "Accept-Encoding"}
    body = asset.body
    if asset.packed and "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        body = asset.packed
    return Response(body, headers=headers, media_type=asset.media_type)


def _load(name: str, body: bytes) -> Asset:
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    packs = len(body) >= WORTH_PACKING and media_type.startswith(("text/", "image/svg"))
    return Asset(
        body=body,
        packed=gzip.compress(body, compresslevel=6, mtime=0) if packs else b"",
        media_type=media_type,
        digest=hashlib.sha256(body).hexdigest()[:12],
    )
