"""Which label lies on a span of text."""

import pytest

from claims.extraction.training.matching import label_at
from claims.extraction.training.records import Label, Record

TEXT = "Peru said Lima sank it. Lima denied that it sank anything at all."
LABELS = (
    Label("c1", "Peru", (), None, "alleges", 0, 22),
    Label("c2", "Lima", (), None, "denies", 24, 64),
    Label("c3", "Lima", (), None, "doubts", 24, 40),
)


@pytest.mark.parametrize(
    ("span", "value", "claim"),
    [
        ((0, 22), "alleges", "c1"),
        pytest.param((0, 22), "denies", None, id="an allegation is no denial"),
        pytest.param((24, 64), "alleges", None, id="nor a denial an allegation"),
        pytest.param((24, 64), "confirms", "c2", id="whatever else it contests"),
        pytest.param((24, 44), "confirms", "c3", id="the one that shares most"),
        pytest.param((60, 64), "alleges", None, id="beside it"),
    ],
)
def test_a_label_on_the_same_words(span: tuple[int, int], value: str, claim: str | None) -> None:
    found = label_at(span, value, Record("d", TEXT, {}, LABELS))
    assert (None if found is None else LABELS[found].claim) == claim
