"""Made-up sentences with the statistics of real ones: few words everywhere, most words rarely.

Common words come by Zipf's law from one list, whatever the record's size; each
sentence also names a village, and villages are new in every copy of the base, as
names are in a growing record. So common words grow with the record and rare ones
stay rare.
"""

from __future__ import annotations

from itertools import accumulate
from random import Random

VOCABULARY = 3_000
VILLAGES = 400
STATES = 40
SUFFIX_CHARS = "bgkpvz"
"""Letters that no stemmer takes off a word's end."""
SUFFIX_LENGTH = 3
_ONSETS = (
    *("b", "br", "d", "dr", "f", "g", "gr", "k", "kl", "l", "m"),
    *("n", "p", "pr", "r", "s", "st", "t", "tr", "v", "z"),
)
_VOWELS = "aeiou"
_CODAS = ("", "l", "m", "n", "r", "k", "nd", "rt")
_VERBS = ("ships", "hides", "sends", "moves", "halts", "shells", "buys", "sells", "closes", "arms")


def write_suffix(copy: int) -> str:
    """The letters that mark the names of one copy, as long for each: offsets never shift."""
    letters = ""
    for _ in range(SUFFIX_LENGTH):
        copy, digit = divmod(copy, len(SUFFIX_CHARS))
        letters = SUFFIX_CHARS[digit] + letters
    if copy:
        raise ValueError(f"at most {len(SUFFIX_CHARS) ** SUFFIX_LENGTH} copies have a suffix")
    return letters


MARK = "ograd"
"""What every village's name holds before its suffix."""


class Words:
    """Sentences drawn with one random source."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.vocabulary = self._make_words(VOCABULARY, 2, 3)
        self.states = [name.title() + "ia" for name in self._make_words(STATES, 2, 2)]
        ending = MARK + write_suffix(0)
        self.villages = [name.title() + ending for name in self._make_words(VILLAGES, 1, 2)]
        self._weights = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))

    def draw(self, count: int) -> list[str]:
        """Words of the vocabulary, the first of the list most often (Zipf)."""
        return self._random.choices(self.vocabulary, cum_weights=self._weights, k=count)

    def write_claim(self) -> str:
        """A claim's sentence: a state, what it does, and where."""
        who = self._random.choice(self.states)
        first, second, third, fourth, *rest = self.draw(self._random.randint(5, 9))
        where = self._random.choice(self.villages)
        tail = f" and the {' '.join(rest)}" if rest else ""
        verb = self._random.choice(_VERBS)
        figure = f" {self._random.randint(2, 900)}" if self._random.random() < 0.3 else ""
        return (
            f"{who} {verb}{figure} {first} {second} to the {third} of {where} for {fourth}{tail}."
        )

    def write_filler(self) -> str:
        """A sentence that claims nothing."""
        words = self.draw(self._random.randint(8, 16))
        return f"The {' '.join(words)} near {self._random.choice(self.villages)}."

    def _make_words(self, count: int, least: int, most: int) -> list[str]:
        made: dict[str, None] = {}
        while len(made) < count:
            syllables = self._random.randint(least, most)
            word = "".join(
                self._random.choice(_ONSETS)
                + self._random.choice(_VOWELS)
                + self._random.choice(_CODAS)
                for _ in range(syllables)
            )
            made[word] = None
        return list(made)
