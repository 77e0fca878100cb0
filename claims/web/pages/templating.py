"""Templates: compiled once, escaping everything, failing on a name that nobody gave.

``render`` is the one way from a router to a page: it adds what every page
shows (who reads, the message of the page before, the policy for browsers).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from claims.web.pages import chips, words
from claims.web.pages.assets import asset_url
from claims.web.pages.chips import CUT, cut, write_day, write_iso, write_moment
from claims.web.pages.flash import forget_flash, read_flash

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none';"
    " base-uri 'none'"
)
"""Content-Security-Policy of every page: nothing inline, nothing from elsewhere."""

NAV = (
    ("board", "/", "Board"),
    ("parties", "/parties", "Parties"),
    ("queue", "/queue", "Queue"),
    ("runs", "/runs", "Runs"),
    ("sources", "/sources", "Sources"),
)

OF_THE_DESK = frozenset({"queue", "runs"})
"""Entries of it that only ``member`` may open."""


@cache
def load_templates() -> Environment:
    """The environment, made once in a process."""
    environment = Environment(
        loader=PackageLoader("claims.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.filters.update(
        day=write_day,
        moment=write_moment,
        iso=write_iso,
        cut=cut,
        number=write_number,
        web=keep_web_address,
        exact=write_exact,
    )
    environment.globals.update(static=asset_url, words=words, chips=chips, CUT=CUT)
    return environment


def load_every_template() -> None:
    """Compile them all: the first reader of a page would wait 0.1 s for it."""
    environment = load_templates()
    for name in environment.list_templates(extensions=["html"]):
        environment.get_template(name)


def render(
    request: Request,
    template: str,
    context: Mapping[str, Any],
    *,
    page: str = "",
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    """Fill a template. ``page`` names the entry of ``NAV`` that the reader stands in."""
    flash = read_flash(request)
    person = getattr(request.state, "person", None)
    is_public = person is not None and person.via == "public"
    frame = {
        "request_path": request.url.path,
        "page": page,
        "nav": [entry for entry in NAV if not (is_public and entry[0] in OF_THE_DESK)],
        "person": person,
        "csrf": getattr(request.state, "csrf", ""),
        "flash": flash,
        "publisher": request.app.state.publisher.name,
    }
    text = load_templates().get_template(template).render({**frame, **context})
    answer = HTMLResponse(text, status_code=status, headers=dict(headers or {}))
    answer.headers["Content-Security-Policy"] = POLICY
    answer.headers.setdefault("Cache-Control", "no-store")
    if flash is not None:
        forget_flash(answer)
    return answer


def write_number(number: int) -> str:
    """``12 345``, with narrow spaces that do not break."""
    return f"{number:,}".replace(",", "\u202f")


def keep_web_address(address: str | None) -> str:
    """An address from outside where it leads to the web, else nothing: ``javascript:`` is none."""
    if address is not None and address.lower().startswith(("https://", "http://")):
        return address
    return ""


def write_exact(text: str) -> Markup:
    """Text whose characters can be counted in the browser: a bare CR would become a line feed
    there (HTML, "preprocessing the input stream"), a character reference to it stays one."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))
