"""Forms that were sent when their session was over: what was typed is shown, and sent by a press.

The fields go along through the log-in, as hidden fields of its form. Nothing is sent by
itself: a stranger's page must not write by way of somebody's log-in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from fastapi import Request, Response
from starlette.datastructures import FormData, UploadFile

from claims.web.access.csrf import FIELD, read_form
from claims.web.pages.templating import render

PREFIX = "kept."
ADDRESS = "kept-for"
HAD_FILE = "kept-without-file"
HIDDEN = frozenset({"head", "stage"})
"""Fields that nobody typed: carried along, and not shown."""
WHOLE_PAGE: Mapping[str, str] = {"HX-Retarget": "body", "HX-Reswap": "innerHTML"}
"""Where htmx sent the form, the answer takes the place of the page and not of the form."""


class Kept(NamedTuple):
    """A form as it was sent."""

    address: str
    """Where it was sent to, a path of this site."""
    fields: tuple[tuple[str, str], ...]
    had_file: bool = False
    """A file cannot be kept: a browser fills in none."""

    @property
    def typed(self) -> list[tuple[str, str]]:
        """What a person chose or typed, each with the field's name as words."""
        return [
            (name.replace("_", " ").capitalize(), value)
            for name, value in self.fields
            if value.strip() and name not in HIDDEN
        ]


async def keep_form(request: Request) -> Kept | None:
    """The form of the request, None where there is none to keep."""
    if request.method != "POST" or lead_back(request.url.path) != request.url.path:
        return None
    form = await read_form(request)
    fields, had_file = [], False
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            had_file = had_file or bool(value.filename)
        elif name != FIELD:
            fields.append((name, value))
    return Kept(request.url.path, tuple(fields), had_file)


def read_kept(form: FormData) -> Kept | None:
    """What a log-in form carries along, None where it carries nothing."""
    address = form.get(ADDRESS)
    if not isinstance(address, str) or not address or lead_back(address) != address:
        return None
    fields = [
        (name.removeprefix(PREFIX), value)
        for name, value in form.multi_items()
        if name.startswith(PREFIX) and isinstance(value, str)
    ]
    return Kept(address, tuple(fields), HAD_FILE in form)


def show_again(request: Request, kept: Kept, status: int) -> Response:
    """The page that sends a kept form when its button is pressed."""
    headers = WHOLE_PAGE if "hx-request" in request.headers else {}
    return render(request, "again.html", {"kept": kept}, status=status, headers=headers)


def show_login_page(
    request: Request,
    wanted: str,
    refusal: str = "",
    status: int = 200,
    kept: Kept | None = None,
) -> Response:
    """The log-in, which leads to ``wanted`` or brings a kept form back."""
    context = {"next": lead_back(wanted), "refusal": refusal, "kept": kept}
    headers = WHOLE_PAGE if kept is not None and "hx-request" in request.headers else {}
    return render(request, "login.html", context, status=status, headers=headers)


def lead_back(wanted: str) -> str:
    """An address of this site, or ``/`` for any other: a log-in page leads nowhere else."""
    outside = ("//", "/\\", "/login", "/logout")
    inside = wanted.startswith("/") and not wanted.startswith(outside) and wanted.isprintable()
    return wanted if inside else "/"
