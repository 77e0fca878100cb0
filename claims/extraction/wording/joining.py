"""Which findings of one document speak of the same claim.

Two wordings join when their content words overlap enough, words that run
through the whole document counting less; event nouns ("the reports", "the
accusation of ...") point back to an earlier claim.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain

import yaml
from Stemmer import Stemmer

from claims.extraction.text.lexicon import word_set
from claims.extraction.text.main_clause import main_clause
from claims.extraction.text.sought import Sought
from claims.model import PartyKind
from claims.parties import NameSort, load_catalogue

JOIN_AT = 0.4
"""Overlap from which two wordings are one claim (tuned on the training articles)."""
OTHER_SUBJECT = 0.75
_CANDIDATES = 60
_WORDINGS = 4
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_STOP = word_set("joining_stop")
BUT_THAT = r"(?! (?:but|short of|less|more|other|if not)\b)"
"""What does not stand behind a "nothing" that negates: "nothing but a hoax" is one."""
_NEGATIVE = Sought(
    r"\b(?:nothing to do with|"
    rf"(?<!knew )(?<!know )(?<!knows )nothing{BUT_THAT}|(?<!so as )(?<!in order )not|"
    r"never|no longer|nowhere|nobody|none|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|"
    r"don't|doesn't|didn't|won't|wouldn't|can't|cannot|couldn't|no(?!\.? ?\d)|alive)\b|n't\b",
    re.I,
)
_stemmer = Stemmer("english")


@cache
def _synonyms() -> dict[str, str]:
    rows = yaml.safe_load(
        files("claims.extraction.wording").joinpath("synonyms.yaml").read_text("utf-8")
    )
    return {word: row.split()[0] for row in rows for word in row.split()}


@cache
def _capitals() -> dict[str, tuple[str, ...]]:
    """Capitals of one word, lower case, with the stems of their state's name."""
    found: dict[str, tuple[str, ...]] = {}
    for party in load_catalogue().parties:
        words = [word for word in party.name.lower().split() if word not in _STOP]
        for name in party.names if party.kind is PartyKind.STATE else ():
            if name.sort is NameSort.CAPITAL and " " not in name.text:
                found.setdefault(name.text.lower(), tuple(map(_stem, words)))
    return found


def is_capital(name: str) -> bool:
    """Whether a name is a state's capital, of one word, which stands for it."""
    return name.lower() in _capitals()


@lru_cache(maxsize=20000)
def _stem(word: str) -> str:
    known = _synonyms().get(word)
    return known if known is not None else str(_stemmer.stemWord(word))


@lru_cache(maxsize=20000)
def _stems(word: str) -> tuple[str, ...]:
    """What a word as it stands counts as; nothing where it says nothing.

    A capital counts as its state: "Pyongyang" is "North Korea".
    """
    lower = word.lower().replace("’", "'").removesuffix("'s")
    if lower in _STOP:
        return ()
    if word[0].isupper() and lower in _capitals():
        return _capitals()[lower]
    return (_stem(lower),)


def _read_stems(text: str) -> Iterator[str]:
    return chain.from_iterable(map(_stems, _WORD.findall(text)))


@lru_cache(maxsize=20000)
def stem_word(word: str) -> str:
    """The stem that ``document_words`` counts ``word`` by, the first of a compound's; "" for a word
    that says nothing."""
    return next(_read_stems(word), "")


@lru_cache(maxsize=4096)
def claim_key(text: str) -> frozenset[str]:
    """The content words of a wording, stemmed; synonyms made one, and a capital its state."""
    return frozenset(_read_stems(text))


def is_stop_word(stem: str) -> bool:
    """Whether a stem says nothing of what a text is about."""
    return stem in _STOP or len(stem) < 2


_SOME_OF = re.compile(
    r"^(?:at least |about |some )?(?:one|two|three|some|many|most|all|several|dozens|hundreds|both|"
    r"thousands|each|none) of (?:the |its |his |her |their )?",
    re.I,
)
"""How many of its subject a wording tells of."""


@lru_cache(maxsize=4096)
def name_key(text: str) -> frozenset[str]:
    """The words of a text that stand with a capital, as ``claim_key`` has them."""
    return claim_key(" ".join(_CAPITALISED.findall(text)))


_CAPITALISED = re.compile(r"\b[A-Z][\w'’-]*")


@lru_cache(maxsize=4096)
def subject_of(text: str) -> str:
    """The first content word of a wording, stemmed; "" where there is none."""
    for match in _WORD.finditer(_SOME_OF.sub("", text[:80])):
        word = match[0].lower().replace("’", "'").removesuffix("'s")
        if word not in _STOP:
            return _stem(word)
    return ""


@lru_cache(maxsize=4096)
def is_negative(text: str) -> bool:
    """Whether the wording's main clause is negated (an even number of negations is none)."""
    begun = text.replace("’", "'")[:160]
    if _NEGATIVE.search(begun) is None:
        return False  # most are
    return len(_NEGATIVE.findall(main_clause(begun))) % 2 == 1


class WordWeights(dict[str, float]):
    """What words weigh, and whole keys of them; each is worked out once."""

    def __init__(self, weigh: Callable[[str], float]) -> None:
        super().__init__()
        self._weigh = weigh
        self._keys: dict[frozenset[str], float] = {}

    def __missing__(self, word: str) -> float:
        self[word] = found = self._weigh(word)
        return found

    def total(self, words: Iterable[str]) -> float:
        """The summed weight of words."""
        return sum(map(self.__getitem__, words))

    def of_key(self, key: frozenset[str]) -> float:
        """The summed weight of a key that is asked for again and again."""
        found = self._keys.get(key)
        if found is None:
            self._keys[key] = found = self.total(key)
        return found

    def overlap(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Weighted overlap of two keys, from 0 to 1 (mean of Jaccard and containment)."""
        common = a & b
        if not common:
            return 0.0
        shared, left, right = self.total(common), self.of_key(a), self.of_key(b)
        return 0.5 * shared / (left + right - shared) + 0.5 * shared / min(left, right)


def rarity(document_words: Mapping[str, int]) -> WordWeights:
    """How telling a word is of one claim: what runs through the document counts less."""
    return WordWeights(lambda word: 1.0 / (1.0 + 0.25 * math.log1p(document_words.get(word, 0))))


@dataclass(slots=True)
class DraftClaim:
    """A claim while the document is being read."""

    index: int
    text: str
    keys: list[frozenset[str]]
    """Content words of its wordings, a few of them."""
    negative: bool
    sentence: int
    weight: int = 1


def tells_beside(text: str, sentence: int, claim: DraftClaim) -> bool:
    """Whether a wording tells of whom a claim of the same sentence names, and something else:
    "Orr, whom Lund accuses of theft, says he was in Lima"."""
    if claim.sentence != sentence:
        return False
    key, names = claim_key(text), name_key(text)
    return all(key & known <= names and key - known and known - key for known in claim.keys)


class ClaimPool:
    """The claims of a document so far; joining looks at a bounded number of them."""

    def __init__(self, document_words: Counter[str], join_at: float = JOIN_AT) -> None:
        self.join_at = join_at
        self.claims: list[DraftClaim] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self.similarity = rarity(document_words).overlap
        """How much two keys overlap, from 0 to 1."""

    def nearest(self, key: frozenset[str], subject: str = "") -> tuple[DraftClaim | None, float]:
        """The most similar claim so far and how similar it is.

        Where ``subject``, the first content word of the wording, is nowhere in the
        other claim, somebody else acts: that counts against it.
        """
        counts: Counter[int] = Counter()
        for word in key:
            for index in self._by_word[word][-_CANDIDATES:]:
                counts[index] += 1
        best, score = None, 0.0
        for index, _ in counts.most_common(_CANDIDATES):
            claim = self.claims[index]
            found = max(self.similarity(key, known) for known in claim.keys)
            if subject and not any(subject in known for known in claim.keys):
                found *= OTHER_SUBJECT
            if found > score:
                best, score = claim, found
        return best, score

    def add(
        self, text: str, sentence: int, is_another: Callable[[DraftClaim], bool] | None = None
    ) -> DraftClaim:
        """Join ``text`` to the claim it tells again, or start one: also where the most similar
        ``is_another`` for all their words."""
        key = claim_key(text)
        best, score = self.nearest(key)
        if best is None or score < self.join_at or tells_beside(text, sentence, best):
            return self.start(text, key, is_negative(text), sentence)
        if is_another is not None and is_another(best):
            return self.start(text, key, is_negative(text), sentence)
        best.weight += 1
        if len(best.keys) < _WORDINGS:
            best.keys.append(key)
            for word in key:
                if self._by_word[word][-1:] != [best.index]:
                    self._by_word[word].append(best.index)
        return best

    def start(self, text: str, key: frozenset[str], negative: bool, sentence: int) -> DraftClaim:
        """A new claim."""
        claim = DraftClaim(len(self.claims), text, [key], negative, sentence)
        self.claims.append(claim)
        for word in key:
            self._by_word[word].append(claim.index)
        return claim


@lru_cache(maxsize=4)
def document_words(text: str) -> Counter[str]:
    """How often each stem stands in the text (the first 200,000 characters).

    Several parts of the extractor ask for one text's: they share the answer.
    """
    return Counter(_read_stems(text[:200_000]))
