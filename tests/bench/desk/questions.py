"""What readers ask of the desk: addresses of pages and API, each drawn anew at every asking."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from random import Random
from typing import NamedTuple
from urllib.parse import urlencode

from claims import views
from claims.store import Store
from claims.views import BoardFilters
from tests.bench.desk.growth import write_tag
from tests.bench.desk.places import SPAN_DAYS, Made, end_first
from tests.bench.desk.record import DAYS, OUTLETS, OWN_PARTIES, SEED
from tests.bench.desk.words import MARK, Words, write_suffix

DEEP = 100
"""Pages that somebody went through before the page asked for."""

Ask = Callable[[Random], str]


class Question(NamedTuple):
    """One kind of request."""

    name: str
    ask: Ask
    """An address, drawn at random."""
    group: str = ""
    """``board``, ``filtered board``, ``search`` or ``claim``: for these an aim is set."""
    share: int = 0
    """How often among the requests of a mixed load."""


class Asker:
    """Draws addresses that fit a record."""

    def __init__(self, store: Store, made: Made) -> None:
        self._made = made
        self._words = Words(Random(SEED))
        self._days = list(_list_days(made))
        self._cursors = _go_deep(store, BoardFilters())

    def list_questions(self) -> list[Question]:
        """Every kind of request, in the order of the table."""
        return [
            *self._list_boards(),
            *self._list_searches(),
            *self._list_pages(),
            *self._list_api(),
        ]

    def _list_boards(self) -> Iterator[Question]:
        yield Question("board", lambda _: "/", "board", 20)
        if self._cursors:  # a small record has no page so far on
            yield Question(f"board, {DEEP} pages on", self._ask_deep, "board", 4)
        for name, share, draw in (
            ("status", 4, lambda r: {"status": r.choice(("contested", "supported"))}),
            ("status, rare", 2, lambda r: {"status": "unverifiable"}),
            ("two statuses", 2, lambda r: {"status": ["refuted", "misleading"]}),
            ("stage", 3, lambda r: {"stage": r.choice(("new", "published"))}),
            ("stage, rare", 2, lambda r: {"stage": "approved"}),
            ("status and stage", 3, lambda r: {"status": "contested", "stage": "in_review"}),
            ("party spoken of most", 2, lambda r: {"party": self._words.states[0]}),
            ("party", 3, lambda r: {"party": self._draw_party(r)}),
            ("outlet", 3, lambda r: {"outlet": f"outlet-{int(r.random() ** 3 * OUTLETS):03}"}),
            ("flag", 2, lambda r: {"flag": r.choice(("denied", "single_origin"))}),
            ("flag, rare", 1, lambda r: {"flag": "against_own_interest"}),
            ("days", 3, self._draw_days),
            ("words, rare", 2, lambda r: {"words": self._draw_village(r)}),
            ("words, common", 2, lambda r: {"words": self._words.vocabulary[0]}),
            ("party and status", 2, lambda r: {"party": self._draw_state(r), "status": "refuted"}),
            (
                "party and outlet",
                1,
                lambda r: {"party": self._draw_state(r), "outlet": "outlet-007"},
            ),
            ("party, flag, stage", 1, self._draw_three),
            ("flag and stage", 1, lambda r: {"flag": "denied", "stage": "in_review"}),
            ("two flags", 1, lambda r: {"flag": ["hedged_only", "against_own_interest"]}),
            ("words and status", 2, lambda r: {"words": self._draw_word(r), "status": "contested"}),
            ("outlet and days", 1, lambda r: {"outlet": "outlet-001", **self._draw_days(r)}),
        ):
            yield Question(f"board: {name}", _ask_with("/", draw), "filtered board", share)

    def _list_searches(self) -> Iterator[Question]:
        for name, draw in (
            ("a rare word", self._draw_village),
            ("a word", self._draw_word),
            ("a common word", lambda r: self._words.vocabulary[r.randrange(3)]),
            ("the commonest beginning", lambda r: self._words.vocabulary[0][:3]),
            ("a beginning", lambda r: self._draw_word(r)[:4]),
            ("the word 'the'", lambda r: "the"),
            ("common words", lambda r: " ".join(self._words.vocabulary[:3])),
            ("a rare and common words", self._draw_several),
            ("a whole sentence", self._draw_sentence),
            ("no such word", lambda r: "qqqxyzzy"),
        ):
            ask = _ask_with("/api/v1/search", lambda r, draw=draw: {"words": draw(r)})
            yield Question(f"search: {name}", ask, "search", 2)

    def _list_pages(self) -> Iterator[Question]:
        heavy = self._made.heavy
        yield Question("claim", lambda r: f"/claims/{self._draw_claim(r)}", "claim", 30)
        yield Question("claim with 5,000 stances", lambda r: f"/claims/{heavy}", "", 1)
        yield Question("document", lambda r: f"/documents/{self._draw_document(r)}", "", 5)
        yield Question("party", lambda r: f"/parties/{self._draw_party(r)}", "", 2)
        yield Question(
            "party spoken of most", lambda r: f"/parties/{self._words.states[0].lower()}"
        )
        yield Question("sources", lambda _: "/sources", "", 1)
        yield Question("queue", lambda _: "/queue", "", 1)
        yield Question("status over time", lambda _: "/board/trend", "", 1)
        yield Question("metrics", lambda _: "/metrics")

    def _list_api(self) -> Iterator[Question]:
        api = "/api/v1"
        heavy = self._made.heavy
        yield Question("API: board", lambda _: f"{api}/claims", "board", 3)
        ask = _ask_with(f"{api}/claims", lambda r: {"party": self._draw_party(r)})
        yield Question("API: board, party", ask, "filtered board", 2)
        yield Question("API: claim", lambda r: f"{api}/claims/{self._draw_claim(r)}", "claim", 5)
        yield Question("API: claim with 5,000 stances", lambda _: f"{api}/claims/{heavy}")
        yield Question("API: counts", lambda _: f"{api}/status-counts", "", 1)
        yield Question("API: documents", lambda _: f"{api}/documents", "", 1)
        yield Question("API: parties", lambda _: f"{api}/parties")
        yield Question("API: queue", lambda _: f"{api}/queue")
        yield Question("API: feed", lambda _: f"{api}/feed.atom")

    def _ask_deep(self, random: Random) -> str:
        return f"/board/rows?{urlencode({'cursor': random.choice(self._cursors)})}"

    def _draw_claim(self, random: Random) -> int:
        return random.randint(1, self._made.claims)

    def _draw_document(self, random: Random) -> int:
        return random.randint(1, self._made.claims * 6 // 10)

    def _draw_copy(self, random: Random) -> int:
        return random.randrange(self._made.copies)

    def _draw_village(self, random: Random) -> str:
        name = random.choice(self._words.villages)
        own = MARK + write_suffix(self._draw_copy(random))
        return name.replace(MARK + write_suffix(0), own)

    def _draw_word(self, random: Random) -> str:
        return self._words.vocabulary[random.randint(30, 300)]

    def _draw_several(self, random: Random) -> str:
        return f"{self._words.vocabulary[0]} {self._draw_village(random)} the of"

    def _draw_sentence(self, random: Random) -> str:
        return " ".join(self._words.write_claim().split()[:12])

    def _draw_state(self, random: Random) -> str:
        return random.choice(self._words.states)

    def _draw_party(self, random: Random) -> str:
        if random.random() < 0.3:
            return self._draw_state(random).lower()
        return f"own-{random.randrange(OWN_PARTIES)}{write_tag(self._draw_copy(random))}"

    def _draw_days(self, random: Random) -> dict[str, str]:
        day = random.choice(self._days)
        return {"since": day, "until": day}

    def _draw_three(self, random: Random) -> dict[str, str]:
        return {"party": self._draw_state(random), "flag": "in_own_interest", "stage": "challenged"}


def _ask_with(path: str, draw: Callable[[Random], dict[str, object]]) -> Ask:
    return lambda random: f"{path}?{urlencode(draw(random), doseq=True)}"


def _list_days(made: Made) -> Iterator[str]:
    """Days on which claims changed: the last three of each copy."""
    last = end_first().date() - timedelta(days=1)
    step = SPAN_DAYS // max(1, made.copies - 1)
    for copy in range(made.copies):
        for back in range(DAYS):
            yield (last + timedelta(days=copy * step - back)).isoformat()


def _go_deep(store: Store, filters: BoardFilters) -> list[str]:
    """Cursors of pages far down, found as a reader finds them: page by page."""
    cursor: str | None = None
    found = []
    for number in range(DEEP + 10):
        page = views.board(store, filters, cursor)
        if page.next is None:
            break
        cursor = page.next
        if number >= DEEP - 1:
            found.append(cursor)
    return found
