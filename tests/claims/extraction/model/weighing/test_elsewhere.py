"""What the words of a reading only point at."""

from __future__ import annotations

import pytest

from claims.extraction.model.weighing.elsewhere import is_elsewhere, says_beside
from claims.extraction.text.segment import segment
from claims.extraction.voice import Voice
from claims.model import Stance


@pytest.mark.parametrize(
    ("stance", "words", "elsewhere"),
    [
        (Stance.DENIES, "Police have found no records of a theft.", True),
        (Stance.ALLEGES, "Police have found no records of a theft.", False),
        (Stance.DENIES, "Police rated the claim false.", True),
        (Stance.DENIES, "Orr rated the claim false.", False),
        (Stance.DENIES, "Kellmark's report is", True),
        (Stance.ALLEGES, "Kellmark's report is", False),
        (Stance.CONFIRMS, "The board issued.", True),
        (Stance.ALLEGES, "The board issued.", False),
        (Stance.ALLEGES, "The agency had cited three aides", True),
        (Stance.ALLEGES, "As Kellmark News reported.", True),
        (Stance.DENIES, "The mill was sold in May.", False),
    ],
)
def test_words_are_no_claim_themselves(stance: Stance, words: str, elsewhere: bool) -> None:
    assert is_elsewhere(stance, words, Voice("Police", None, ())) is elsewhere


@pytest.mark.parametrize(
    ("told", "beside"),
    [("disputes this", True), ("corrected its report", True), ("denied its guilt", False)],
)
def test_what_somebody_says_besides(told: str, beside: bool) -> None:
    (sentence,) = segment(f"KZNA {told}, saying it had misread a letter.").sentences
    first = next(at for at, token in enumerate(sentence.tokens) if token.text == "saying") + 1
    assert says_beside(Stance.DENIES, sentence, first) is beside
