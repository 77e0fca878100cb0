"""Windows cover every sentence exactly once as a target, and never outgrow the encoder."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from claims.extraction.model.network import windows as cut
from claims.extraction.model.network.shape import FEATURES
from claims.extraction.model.network.windows import MAX_PIECES, cut_windows
from claims.extraction.text.segment import segment

LINE = "The harbour board denied that the ferry had sunk.\n"
SENTENCE = st.sampled_from(
    [
        "The harbour board denied it.",
        "“We sold nothing,” said Ada Brook.",
        "It is believed that the mill burned down in March after a long dispute over its owner.",
        "word " * 300 + ".",
    ]
)


@settings(max_examples=40)
@given(st.lists(SENTENCE, max_size=40))
def test_every_piece_is_target_once(small_tokenizer: Tokenizer, sentences: list[str]) -> None:
    text = "\n".join(sentences)
    windows = list(cut_windows(segment(text), small_tokenizer))
    covered = [
        (int(window.starts[i]), int(window.ends[i]))
        for window in windows
        for i in np.flatnonzero(window.target & ~window.slot)
    ]
    wanted = small_tokenizer.encode(text, add_special_tokens=False).offsets
    assert covered == wanted
    assert all(len(window.ids) <= MAX_PIECES for window in windows)
    assert all(window.features.max(initial=0) < FEATURES for window in windows)


def test_cost_grows_in_line(small_tokenizer: Tokenizer) -> None:
    short = sum(len(w.ids) for w in cut_windows(segment(LINE * 50), small_tokenizer))
    long = sum(len(w.ids) for w in cut_windows(segment(LINE * 500), small_tokenizer))
    assert long < 11 * short


@given(st.lists(st.sampled_from([LINE, "It sank — “no”. ", "word ", "longwordwithoutend"])))
def test_pieces_are_the_same_in_parts(small_tokenizer: Tokenizer, texts: list[str]) -> None:
    page = segment("".join(texts))
    whole = small_tokenizer.encode(page.text, add_special_tokens=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cut, "PART_CHARS", 30)
        ids, starts, ends = cut._cut_pieces(page, small_tokenizer)
    assert ids.tolist() == whole.ids
    assert list(zip(starts.tolist(), ends.tolist(), strict=True)) == whole.offsets


def test_nothing_to_read(small_tokenizer: Tokenizer) -> None:
    assert list(cut_windows(segment(" \n "), small_tokenizer)) == []


@pytest.mark.parametrize(
    ("text", "word", "feature"),
    [
        ("The mill burned.", "The", 1 + 8),
        ("The mill burned.", "mill", 0 + 8),
        ("It burned. NATO came.", "NATO", 2),
        ("It burned. On 7 May it rained.", "7", 3),
        ("It burned. “We came home very late,” she said.", "came", 4),
    ],
)
def test_surface(small_tokenizer: Tokenizer, text: str, word: str, feature: int) -> None:
    window = next(cut_windows(segment(text), small_tokenizer))
    at = int(np.flatnonzero(window.starts == text.index(word))[0])
    # one-letter pieces: only the first of a word may look like a capital of its own
    assert int(window.features[at]) in (feature, feature - 2 + 1 if feature == 2 else feature)


def test_tokenizer_of_another_model() -> None:
    from tokenizers.models import WordLevel

    other = Tokenizer(WordLevel({"a": 0}, unk_token="a"))
    with pytest.raises(ValueError, match=r"no piece \[CLS\]"):
        next(cut_windows(segment("A mill burned."), other))


SURFACE = st.sampled_from(
    [LINE, "It sank — “no”. ", "NATO said 12 ships, ", '"Yes," she said.\n', "the 1st İ ǅ ", "\n\n"]
)


@given(st.lists(SURFACE, max_size=12))
def test_surface_features(small_tokenizer: Tokenizer, texts: list[str]) -> None:
    page = segment("".join(texts))
    first_of = {s.paragraph: s.index for s in reversed(page.sentences)}
    leads = {s.index for s in page.sentences if first_of[s.paragraph] == s.index}
    for window in cut_windows(page, small_tokenizer):
        for at in np.flatnonzero(window.starts >= 0).tolist():
            start, end = int(window.starts[at]), int(window.ends[at])
            word, feature = page.text[start:end], int(window.features[at])
            capitals = 2 if word.isupper() and len(word) > 1 else int(word[:1].isupper())
            assert feature % 4 == (3 if word[:1].isdigit() and not capitals else capitals)
            assert bool(feature & 4) == (page.quote_at(start) is not None)
            assert bool(feature & 8) == (int(window.sentence[at]) in leads)
