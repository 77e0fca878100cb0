"""Word stems (Snowball: English, Arabic) and the words that carry no content."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock

from Stemmer import Stemmer

from claims.words.irregular import BASE_FORMS
from claims.words.tokens import Token, tokenise

_ENGLISH = Stemmer("english")
_ARABIC = Stemmer("arabic")
_ONE_AT_A_TIME = Lock()
"""Snowball stemmers hold the word they work on, so threads must take turns."""

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those it its he him his she her hers they them their theirs we us our
    i you your my me who whom whose which what where when why how there here
    of in on at to for from with by into onto over under about after before during against between
    among through as than then via per upon off up down out
    and or but nor so if whether while because although though
    is are was were be been being am has have had having do does did done doing will would shall
    should can could may might must ought
    also just only even very too really quite now still already again ever yet both each every any
    some all such other others another own same several more most much many less
    said says say saying told tells tell according reported reportedly allegedly apparently
    supposedly possibly probably likely perhaps maybe believed thought
    mr mrs ms dr s t
    not no never none neither without cannot n't don't doesn't didn't isn't aren't wasn't weren't
    hasn't haven't hadn't won't wouldn't can't couldn't shouldn't
    في من على إلى عن أن إن التي الذي هذا هذه ذلك تلك مع كان كانت قد لا لم لن ما
    هو هي و أو ثم بعد قبل بين
    """.split()  # noqa: SIM905 - a page of words reads better than a list of them
)
"""Words that say how, not what: never terms, never compared."""


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The Snowball stem of one lower-case word, irregular forms by their base form.

    Figures and words of other scripts stay as they are.
    """
    if "\u0600" <= word[:1] <= "\u06ff":
        with _ONE_AT_A_TIME:
            return str(_ARABIC.stemWord(word))
    if not word.isascii() or not word.isalpha():
        return word
    with _ONE_AT_A_TIME:
        return str(_ENGLISH.stemWord(BASE_FORMS.get(word, word)))


def stem_each(words: str) -> frozenset[str]:
    """Stems of a page of lower-case words, for word lists."""
    return frozenset(stem(word) for word in words.split())


def content_stems(text: str) -> list[str]:
    """Stems of the content words of ``text``, in order, repeated where they repeat."""
    return [stem(token.lower) for token in tokenise(text) if carries_content(token)]


def carries_content(token: Token) -> bool:
    """Whether a token is a content word or a figure; "US" and "IT" are, "us" and "it" are not."""
    if len(token.lower) > 1 and token.text.replace(".", "").isupper():
        return True
    return token.lower not in FUNCTION_WORDS and (len(token.lower) > 1 or token.numeric)
