"""A claim's sentence as steps: words copied where they follow each other, small words set."""

import pytest
from tokenizers import Tokenizer

from claims.extraction.model.network.shape import END, WORDS
from claims.extraction.model.network.windows import Window, cut_windows
from claims.extraction.text.segment import segment
from claims.extraction.training.copying import Step, copy_steps, read_words

TEXT = (
    "The ferry Alba left Leith on Friday. "
    "Its owners denied that she had been carrying arms, the harbour board's spokesman said. "
    "Mr Bell is 41."
)
QUOTE = "Its owners denied that she had been carrying arms"


@pytest.fixture
def window(small_tokenizer: Tokenizer) -> Window:
    return next(cut_windows(segment(TEXT), small_tokenizer))


def pieces(window: Window, words: str) -> range:
    start = TEXT.index(words)
    inside = [i for i, at in enumerate(window.starts) if start <= at < start + len(words)]
    return range(inside[0], inside[-1] + 1)


def steps_of(window: Window, claim: str) -> list[Step] | None:
    return copy_steps(claim, read_words(window, TEXT), window, pieces(window, QUOTE))


def spelled(window: Window, steps: list[Step]) -> str:
    """What the steps say, set words in angle brackets."""
    parts = []
    for step in steps[:-1]:
        if step.source < 0:
            parts.append(f"<{WORDS[step.word]}>")
        else:
            parts.append(TEXT[window.starts[step.source] : window.ends[step.source]])
    return "".join(parts)


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("The ferry Alba had been carrying arms.", "TheferryAlbahadbeencarryingarms"),
        ("The ferry Alba was carrying arms.", "TheferryAlba<was>carryingarms"),
        ("Bell is 41.", "Bellis41"),
        ("Alba's owners carry arms.", "Alba<'s>ownerscarryingarms"),
    ],
)
def test_sentences_are_copied(window: Window, claim: str, said: str) -> None:
    steps = steps_of(window, claim)
    assert steps is not None
    assert spelled(window, steps).replace("'s", "<'s>").replace("<<'s>>", "<'s>") == said
    assert steps[-1] == Step(-1, END, ())


@pytest.mark.parametrize("claim", ["", "It is not.", "Kestrels nest in the northern quarry."])
def test_what_the_window_lacks_is_not_learned(window: Window, claim: str) -> None:
    assert steps_of(window, claim) is None


def test_words_in_the_quote_go_before_others(window: Window) -> None:
    steps = steps_of(window, "The ferry Alba had been carrying arms.")
    assert steps is not None
    inside = pieces(window, QUOTE)
    assert all(step.source in inside for step in steps[-5:-1])


def test_a_word_may_be_copied_from_wherever_it_stands(small_tokenizer: Tokenizer) -> None:
    text = "Alba sank. Alba burned. The board said that she sank."
    window = next(cut_windows(segment(text), small_tokenizer))
    quote = range(len(window.ids) - 12, len(window.ids) - 2)
    steps = copy_steps("Alba sank.", read_words(window, text), window, quote)
    assert steps is not None
    assert [int(window.starts[at]) for at in steps[0].right] == [0, text.index("Alba burned")]
