"""``/docs``: the API's routes on one plain page, made from OpenAPI, with no script at all.

FastAPI's own page loads its scripts from elsewhere, which a record must not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from fastapi import FastAPI
from fastapi.responses import HTMLResponse


def register_guide(app: FastAPI) -> None:
    """Serve the page at ``/docs``."""

    def show_guide() -> HTMLResponse:
        return HTMLResponse(write_guide(app.openapi()))

    app.add_api_route("/docs", show_guide, include_in_schema=False)


def write_guide(openapi: dict[str, Any]) -> str:
    """The page as HTML."""
    info = openapi["info"]
    about = "".join(f"<p>{escape(part)}</p>" for part in info["description"].split("\n\n"))
    schemas = openapi.get("components", {}).get("schemas", {})
    routes = "".join(_write_routes(openapi["paths"], schemas))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(info['title'])} API</title></head><body><main>"
        f"<h1>{escape(info['title'])} API {escape(info['version'])}</h1>{about}"
        f'<p>Machine-readable: <a href="/api/v1/openapi.json">OpenAPI</a></p>{routes}'
        "</main></body></html>"
    )


def _write_routes(paths: dict[str, Any], schemas: dict[str, Any]) -> Iterator[str]:
    for path, operations in paths.items():
        for method, told in operations.items():
            address = escape(path)
            plain = "{" in path or method != "get"
            name = address if plain else f'<a href="{address}">{address}</a>'
            yield f"<h2>{method.upper()} {name}</h2>"
            yield f"<p><strong>{escape(told['summary'])}.</strong> "
            yield f"{escape(told.get('description', ''))}</p>"
            yield from _write_parameters(told.get("parameters", []))
            yield from _write_body(told.get("requestBody", {}), schemas)


def _write_parameters(parameters: list[dict[str, Any]]) -> Iterator[str]:
    if parameters:
        yield "<dl>"
        for parameter in parameters:
            needed = " (required)" if parameter.get("required") else ""
            yield f"<dt><code>{escape(parameter['name'])}</code>{needed}</dt>"
            yield f"<dd>{escape(parameter.get('description', ''))}</dd>"
        yield "</dl>"


def _write_body(body: dict[str, Any], schemas: dict[str, Any]) -> Iterator[str]:
    """The example of what is sent."""
    for media_type, told in body.get("content", {}).items():
        named = told["schema"].get("$ref", "").rpartition("/")[2]
        for example in schemas.get(named, {}).get("examples", []):
            yield f"<p>Send as <code>{escape(media_type)}</code>, for example:</p>"
            yield f"<pre><code>{escape(json.dumps(example, indent=2))}</code></pre>"
