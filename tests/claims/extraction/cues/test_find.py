"""Where cues may stand."""

from pathlib import Path

import pytest

from claims.extraction.cues import find
from claims.extraction.text.segment import segment

TEXTS = Path(__file__).parents[3] / "gold" / "own" / "texts"


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.txt")), ids=lambda path: path.stem)
def test_no_cue_stands_at_a_word_that_is_passed_over(path: Path) -> None:
    words = find._cue_words()
    passed = 0
    for sentence in segment(path.read_text("utf-8")).sentences:
        for at, token in enumerate(sentence.tokens):
            if token.lower not in words:
                assert find._cue_at(sentence.tokens, at, token.lower) is None, token
                passed += 1
    assert passed > 0


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Experts, however, say it is a pike.", ["say"]),
        ("Experts say it is a pike but deny it is old.", ["say", "deny"]),
        ("A rider who agreed to speak claimed that it was sold.", ["claim"]),
        ("A rider agreed that it was sold.", ["agree"]),
        ("Have your say.", []),
    ],
)
def test_what_tells_something(text: str, cues: list[str]) -> None:
    (sentence,) = segment(text).sentences
    assert [cue.lemma for cue in find.find_cues(sentence.tokens)] == cues
