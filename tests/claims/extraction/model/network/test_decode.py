"""Outputs to readings, on outputs made by hand."""

import numpy as np
import pytest
from tokenizers import Tokenizer

from claims.extraction.model.network.decode import Outputs, Reading, decode
from claims.extraction.model.network.shape import (
    LABEL_COLUMNS,
    LABELS,
    LINK_SIZE,
    LINKS,
    VALUES,
    WIDTH,
)
from claims.extraction.model.network.windows import Window, cut_windows
from claims.extraction.text.segment import segment

TEXT = "Ada Brook denied it. The mill burned, she said."
BY_LABEL = np.zeros((LABELS, len(LINKS) * LINK_SIZE), np.float32)


class Page:
    """A window with outputs in which nothing fires, and the means to make things fire."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.window: Window = next(cut_windows(segment(TEXT), tokenizer))
        size = len(self.window.ids)
        self.labels = np.full((size, LABEL_COLUMNS), -6.0, np.float32)
        self.asks = np.zeros((size, len(LINKS), LINK_SIZE), np.float32)
        self.answers = np.zeros((size, len(LINKS), LINK_SIZE), np.float32)
        self.used = 0

    def at(self, word: str) -> int:
        return int(np.flatnonzero(self.window.starts == TEXT.index(word))[0])

    def last(self, word: str) -> int:
        end = TEXT.index(word) + len(word)
        return int(np.flatnonzero(self.window.ends == end)[0])

    def slot(self, sentence: int) -> int:
        return int(np.flatnonzero(self.window.slot & (self.window.sentence == sentence))[0])

    def link(self, hook: int, name: str, piece: int) -> None:
        kind = LINKS.index(name)
        self.asks[hook, kind, self.used] = 30.0
        self.answers[piece, kind, self.used] = 30.0
        self.used += 1

    def read(self, floor: float = 0.5) -> list[Reading]:
        size = len(self.window.ids)
        outputs = Outputs(
            self.labels, self.asks.reshape(size, -1), self.answers.reshape(size, -1),
            np.zeros((size, WIDTH), np.float32),
        )  # fmt: skip
        return decode(self.window, outputs, BY_LABEL, [floor] * LABELS)


@pytest.fixture
def page(small_tokenizer: Tokenizer) -> Page:
    return Page(small_tokenizer)


def test_silence(page: Page) -> None:
    assert page.read() == []


def test_a_source_with_its_links(page: Page) -> None:
    hook, end = page.at("Ada"), page.last("Brook")
    page.labels[hook : end + 1, VALUES.index("denies")] = 4.0
    page.link(hook, "start", hook)
    page.link(hook, "end", page.last("it"))
    page.link(hook, "party_start", hook)
    page.link(hook, "party_end", end)
    found = page.read()
    assert [(r.value, r.kind, r.sentence) for r in found] == [("denies", "source", 0)]
    assert TEXT[slice(*found[0].quote)] == "Ada Brook denied it"
    assert found[0].source == found[0].party == (0, len("Ada Brook"))


def test_an_unattributed_slot_has_no_party(page: Page) -> None:
    hook = page.slot(1)
    page.labels[hook, len(VALUES) + VALUES.index("alleges")] = 3.0
    page.link(hook, "party_start", page.at("Ada"))
    found = page.read()
    assert [(r.kind, r.party, r.source) for r in found] == [("unattributed", None, None)]


def test_a_slot_points_elsewhere_for_its_party(page: Page) -> None:
    hook = page.slot(1)
    page.labels[hook, 2 * len(VALUES)] = 3.0
    page.link(hook, "party_start", page.at("Ada"))
    page.link(hook, "party_end", page.last("Brook"))
    (found,) = page.read()
    assert (found.kind, found.party) == ("elsewhere", (0, len("Ada Brook")))


def test_pointing_at_the_start_of_the_window_names_nobody(page: Page) -> None:
    hook = page.at("she")
    page.labels[hook, 0] = 3.0
    page.link(hook, "party_start", 0)
    (found,) = page.read()
    assert found.party is None


def test_two_mentions_apart_are_two_readings(page: Page) -> None:
    for word in ("Ada", "she"):
        page.labels[page.at(word), 0] = 3.0
    assert [r.sentence for r in page.read()] == [0, 1]


def test_a_quote_never_runs_backwards(page: Page) -> None:
    hook = page.at("she")
    page.labels[hook, 0] = 3.0
    page.link(hook, "start", page.at("said"))
    page.link(hook, "end", page.at("The"))
    (found,) = page.read()
    assert found.quote[0] < found.quote[1]


def test_a_span_is_as_likely_as_its_likeliest_piece(page: Page) -> None:
    hook = page.at("she")
    page.labels[hook, 0] = 6.0
    page.link(hook, "start", page.at("The"))
    page.link(hook, "end", page.last("burned"))
    page.link(hook, "content", page.at("mill"))
    (reading,) = page.read()
    words = [(TEXT.index(word), TEXT.index(word) + len(word)) for word in ("Ada", "The", "mill")]
    outside, other, content = reading.chances(words)
    assert outside == 0.0 < other < content
    assert reading.chances([reading.quote]) == [content]
