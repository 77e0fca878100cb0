"""Words around names: institutions that every state has, titles, names of several readings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import Field

from claims.model import PartyKind, Value

STATE_ITSELF = "state"
"""Key of the institutions whose word is the state's own (ambassadors)."""
GOVERNMENT = "government"
SPOKESPERSON = "spokesperson"
CITY_INSTITUTIONS = frozenset({"police", "prosecutors", "embassy", "supreme-court"})
"""After a capital's name these are the city's, or another state's there: "Paris police"."""
NATIONAL_INSTITUTIONS = frozenset(
    {"foreign-ministry", "defence-ministry", "interior-ministry", "military", "navy", "air-force"}
    | {"intelligence", "embassy", "presidency", "prime-ministers-office", "border-guard"}
)
"""Only a state has these: "Georgia's army" is not that of the American state."""

Words = tuple[str, ...]


class Institution(Value):
    """An institution that a state may have, and the phrases that name it after the state."""

    name: str
    kind: PartyKind = PartyKind.INSTITUTION
    phrases: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    organ: bool = False
    """Whether it is the state's organ rather than a part of it."""


class Title(Value):
    """A role that a person holds, and the words for it. ``of``: the institution it speaks for."""

    phrases: tuple[str, ...]
    of: str | None = None


class Ambiguity(Value):
    """A name with more than one reading; accepted only where ``accept`` says so."""

    name: str
    readings: tuple[str, ...]
    other: tuple[str, ...] = ()
    why: str
    accept: bool = False


class Patterns(Value):
    """The file ``patterns.yaml`` as it stands."""

    institutions: dict[str, Institution] = Field(default_factory=dict)
    subject_phrases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    titles: dict[str, Title] = Field(default_factory=dict)
    honorifics: tuple[str, ...] = ()


@dataclass(frozen=True)
class PhraseTable:
    """Phrases by their casefolded words; the longest that fits at a place counts."""

    meaning: Mapping[Words, str]
    lengths: Mapping[str, Sequence[int]]
    """First word -> numbers of words of the phrases that start with it, longest first."""

    @classmethod
    def build(cls, phrases: Iterable[tuple[Words, str]]) -> PhraseTable:
        """Build from (words, meaning) pairs; of two equal phrases the first counts."""
        meaning: dict[Words, str] = {}
        lengths: dict[str, set[int]] = {}
        for words, value in phrases:
            meaning.setdefault(words, value)
            lengths.setdefault(words[0], set()).add(len(words))
        ordered = {first: sorted(sizes, reverse=True) for first, sizes in lengths.items()}
        return cls(meaning, ordered)

    def match(self, words: Sequence[str], at: int = 0) -> tuple[int, str] | None:
        """The longest phrase that starts at ``words[at]``: how many words, and its meaning."""
        if at >= len(words):
            return None
        for size in self.lengths.get(words[at], ()):
            found = self.meaning.get(tuple(words[at : at + size]))
            if found is not None and at + size <= len(words):
                return size, found
        return None


@dataclass(frozen=True)
class Vocabulary:
    """All that the catalogue knows beside the parties themselves."""

    patterns: Patterns = field(default_factory=Patterns)
    ambiguities: tuple[Ambiguity, ...] = ()
    filled: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(state, institution key) -> the catalogued party that fills it."""
    institution_phrases: PhraseTable = field(default_factory=lambda: PhraseTable({}, {}))
    title_phrases: PhraseTable = field(default_factory=lambda: PhraseTable({}, {}))
    honorific_phrases: PhraseTable = field(default_factory=lambda: PhraseTable({}, {}))
    adjectives: frozenset[str] = frozenset()


def split_words(phrase: str) -> Words:
    """The casefolded words of a phrase, without apostrophes and hyphens."""
    return tuple(phrase.casefold().replace("-", " ").replace("'", " ").split())


def make_vocabulary(
    patterns: Patterns,
    ambiguities: tuple[Ambiguity, ...],
    filled: Mapping[tuple[str, str], str],
) -> Vocabulary:
    """Spell the patterns out into tables of phrases."""
    institutions = (
        (split_words(phrase), key)
        for key, institution in patterns.institutions.items()
        for phrase in _spell_institution(institution, patterns.subject_phrases)
    )
    titles = (
        (split_words(phrase), role)
        for role, title in patterns.titles.items()
        for phrase in title.phrases
    )
    return Vocabulary(
        patterns=patterns,
        ambiguities=ambiguities,
        filled=filled,
        institution_phrases=PhraseTable.build(institutions),
        title_phrases=PhraseTable.build(titles),
        honorific_phrases=PhraseTable.build((split_words(w), w) for w in patterns.honorifics),
        adjectives=frozenset(w for a in patterns.adjectives for w in split_words(a)),
    )


def _spell_institution(institution: Institution, templates: Sequence[str]) -> list[str]:
    spelled = list(institution.phrases)
    for subject in institution.subjects:
        spelled += [template.replace("{s}", subject) for template in templates]
    return spelled
