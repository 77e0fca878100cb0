"""Pages and their forms, sent what no browser sends: refused by name, and never broken.

``ONRECORD_TEST_EXAMPLES=500`` asks each page for more, and for other things at each run.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote_from_bytes, urlencode

from fastapi.testclient import TestClient

from claims.web.pages.acts import ACTS
from tests.claims.web.access.test_every_route import list_routes

ASKED = os.environ.get("ONRECORD_TEST_EXAMPLES")
EXAMPLES = int(ASKED or 8)

FIT: dict[str, bytes] = {
    "answer": b"accept", "assignee": b"Bo", "back": b"queue", "commitment": b"certain",
    "credibility": b"2", "document": b"1", "end": b"9", "head": b"99", "into": b"2",
    "kind": b"record", "merged": b"2", "next": b"/queue", "opposite": b"", "outlet": b"reuters",
    "party": b"Southland", "proposal": b"1", "published": b"2026-03-01",
    "quote": b"Southland denies it.", "rationale": b"Both lists show no grain.",
    "reason": b"It is so.", "relation": b"supports", "reliability": b"B", "source": b"Office",
    "stage": b"", "stances": b"1", "start": b"0", "status": b"refuted", "text": b"A new sentence.",
    "title": b"List", "url": b"https://harbour.example/list", "value": b"denies",
    "why": b"not_a_claim",
}  # fmt: skip
"""Every field of every form, each with something that a person could type."""

ASKED_FOR = (
    "as_of", "before", "after", "claim", "cursor", "day", "days", "flag", "history", "limit",
    "not_read", "outlet", "party", "since", "stage", "status", "token", "until", "words",
)  # fmt: skip

JUNK: tuple[bytes, ...] = (
    b"",
    b"\x00",
    b"\xff\xfe",
    b"\xed\xa0\x80",  # half of a surrogate pair
    b"-1",
    b"0",
    b"9" * 30,
    "\u0661".encode(),  # a digit, and none of ours
    b"1e9",
    b"<script>alert(1)</script>",
    "\u202e\u2066\u200f".encode(),
    b"' OR 1=1 --",
    b"%s{}${7*7}{{7*7}}",
    b"../../etc/passwd",
    b"javascript:alert(1)",
    b"9999-12-31",
    b"0001-01-01",
    b"x" * 30_000,
    b"a\r\nSet-Cookie: b=c",
)


def draw(dice: random.Random, path: str) -> tuple[str, dict[str, bytes]]:
    """An address of the route, and a form in which at least one field is junk."""
    form = {name: fit for name, fit in FIT.items() if dice.random() < 0.9}
    for name in dice.sample(sorted(FIT), dice.choice((1, 1, 2, 5))):
        form[name] = dice.choice(JUNK)
    placed = re.sub(
        r"\{[^}]*\}",
        lambda _: "1" if dice.random() < 0.7 else quote_from_bytes(dice.choice(JUNK[1:]), ""),
        path,
    )
    asked = {name: dice.choice(JUNK) for name in dice.sample(ASKED_FOR, dice.choice((0, 1, 2)))}
    return (f"{placed}?{urlencode(asked)}" if asked else placed), form


def list_pages(client: TestClient) -> Iterator[tuple[str, str]]:
    app: Any = client.app
    for method, path in sorted(set(list_routes(app))):
        if not path.startswith("/api/"):
            yield method, path.replace("acts/{name}", "acts/")


def test_no_form_breaks_a_page(client: TestClient) -> None:
    pages = [
        (method, path + name)
        for method, path in list_pages(client)
        for name in (ACTS if path.endswith("acts/") else ("",))
    ]
    assert len(pages) > 50
    done = set()
    for method, path in pages:
        dice = random.Random(None if ASKED else f"{method} {path}")
        for _ in range(EXAMPLES):
            address, form = draw(dice, path)
            answer = client.request(
                method,
                address,
                content=urlencode(form) if method == "POST" else None,
                headers={
                    "Accept": "text/html",
                    "Content-Type": "application/x-www-form-urlencoded",
                },
                follow_redirects=False,
            )
            told = f"{method} {address} {form}: {answer.status_code}"
            assert answer.status_code < 500, told
            assert "<script>alert" not in answer.text, told
            assert "set-cookie: b" not in str(answer.headers).lower(), told
            if answer.status_code == 303:
                done.add(path)
    assert len(done) > 8, f"hardly a form went through: {sorted(done)}"
