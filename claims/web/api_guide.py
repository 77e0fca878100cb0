"""``/docs``: the API's routes on one plain page, made from OpenAPI, with no script at all.

FastAPI's own page loads its scripts from elsewhere, which a record must not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from fastapi import FastAPI
from fastapi.responses import HTMLResponse

from claims.web.pages.assets import asset_url

POLICY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src data:;"
    " frame-ancestors 'none'; base-uri 'none'"
}


def register_guide(app: FastAPI) -> None:
    """Serve the page at ``/docs``."""

    def show_guide() -> HTMLResponse:
        return HTMLResponse(write_guide(app.openapi()), headers=POLICY)

    app.add_api_route("/docs", show_guide, include_in_schema=False)


def write_guide(openapi: dict[str, Any]) -> str:
    """The page as HTML."""
    info = openapi["info"]
    about = "".join(map(_write_text, info["description"].split("\n\n")))
    schemas = openapi.get("components", {}).get("schemas", {})
    routes = "".join(_write_routes(openapi["paths"], schemas))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f'<link rel="stylesheet" href="{asset_url("vendor/pico-2.1.1.min.css")}">'
        f'<link rel="stylesheet" href="{asset_url("app.css")}">'
        f"<title>{escape(info['title'])} API</title></head><body><main>"
        '<p><a href="/">Board</a></p>'
        f"<h1>{escape(info['title'])} API {escape(info['version'])}</h1>{about}"
        f'<p>Machine-readable: <a href="/api/v1/openapi.json">OpenAPI</a></p>{routes}'
        "</main></body></html>"
    )


def _write_text(text: str) -> str:
    """A paragraph, or a list where its lines begin with asterisks."""
    if not text.startswith("* "):
        return f"<p>{_mark_code(text)}</p>"
    points = text.removeprefix("* ").split("\n* ")
    return "<ul>" + "".join(f"<li>{_mark_code(point)}</li>" for point in points) + "</ul>"


def _mark_code(text: str) -> str:
    """The text as HTML, what stands between backticks as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def _write_routes(paths: dict[str, Any], schemas: dict[str, Any]) -> Iterator[str]:
    for path, operations in paths.items():
        for method, told in operations.items():
            address = escape(path)
            plain = "{" in path or method != "get"
            name = address if plain else f'<a href="{address}">{address}</a>'
            yield f"<h2>{method.upper()} {name}</h2>"
            yield f"<p><strong>{escape(told['summary'])}.</strong> "
            yield f"{_mark_code(told.get('description', ''))}</p>"
            yield from _write_parameters(told.get("parameters", []))
            yield from _write_body(told.get("requestBody", {}), schemas)
            yield from _write_answer(told["responses"])


def _write_parameters(parameters: list[dict[str, Any]]) -> Iterator[str]:
    if parameters:
        yield "<dl>"
        for parameter in parameters:
            needed = " (required)" if parameter.get("required") else ""
            yield f"<dt><code>{escape(parameter['name'])}</code>{needed}</dt>"
            yield f"<dd>{_mark_code(parameter.get('description', ''))}</dd>"
        yield "</dl>"


def _write_body(body: dict[str, Any], schemas: dict[str, Any]) -> Iterator[str]:
    """The example of what is sent."""
    for media_type, told in body.get("content", {}).items():
        named = told["schema"].get("$ref", "").rpartition("/")[2]
        for example in schemas.get(named, {}).get("examples", []):
            yield f"<p>Send as <code>{escape(media_type)}</code>, for example:</p>"
            yield _write_code(json.dumps(example, indent=2))


def _write_answer(responses: dict[str, Any]) -> Iterator[str]:
    """The example of what comes back."""
    for status, told in responses.items():
        for media_type, content in told.get("content", {}).items() if status < "3" else ():
            example = content["example"]
            text = example if isinstance(example, str) else json.dumps(example, indent=2)
            yield f"<details><summary>Answers {status}, <code>{escape(media_type)}</code></summary>"
            yield f"{_write_code(text)}</details>"


def _write_code(text: str) -> str:
    """Code that may be wider than the page: the keyboard pushes it sideways, too."""
    return f'<pre tabindex="0"><code>{escape(text)}</code></pre>'
