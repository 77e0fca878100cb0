"""In whose place the writer sets a subject: nobody but who speaks is "I", no person is "it", and
who "they are" is more than one.

The writer copies the words behind a subject as they stand, so that these tell where in the text
the subject was.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.names.entity import Entity
from claims.extraction.names.mentions import UNKNOWN
from claims.extraction.names.words import is_known_body, is_outlet
from claims.extraction.position import Position
from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.lexicon import body_words, given_names, word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token, tokenize
from claims.extraction.text.verb_groups import ADVERBS, AUXILIARIES
from claims.extraction.voice import GENDERS, POSSESSIVES, Voice
from claims.extraction.wording.expletive import is_expletive
from claims.extraction.wording.others_told import NEAR

_WORDS = 3
"""Words behind a verb that tell where in the text it stands."""
_FEWEST = 2
_MOST = 8
"""Words that a subject takes."""
_MINE = POSSESSIVES.keys() | {"my", "our"}
_MANY = frozenset(["are", "were", "have"])


def stands_for_another(
    done: Attributed, told: str, entity: Entity | None, position: Position, index: int
) -> bool:
    """Whether what a sentence opens with, an ``entity`` where that has a name, stands where the
    text has a word in the sentence ``index`` or beside it that is somebody else's."""
    sentences = done.page.sentences
    beside = sentences[max(0, index - 1)].start, sentences[min(len(sentences), index + 2) - 1].end
    if told in done.page.text[slice(*beside)]:
        return False
    words = tokenize(told, 0, len(told))
    verb, past = _first_verb(words)
    if entity is not None:
        verb, past = _behind_name(words, entity), False
    if verb is None:
        return False
    looked = [word.lower for word in words[verb:]]
    near = (n for n in (index, index - 1, index + 1) if 0 <= n < len(sentences))
    places = ((n, _subject_of(sentences[n].tokens, looked)) for n in near)
    place, at = next((each for each in places if each[1] is not None), (index, None))
    if at is None:
        return False
    tokens = sentences[place].tokens
    sub = tokens[at].lower.partition("'")[0]
    if sub == words[verb - 1].lower or (past and sub not in GENDERS):
        return False
    before = tokens[at - 1].lower if at else ""
    if before in _MINE and tokens[at].text.islower() and sub not in _PRONOUNS:
        return entity is not None and words[verb - 1].lower != "'s"  # "his ordeal will"
    if sub == "there" or (sub == "it" and is_expletive(tokens, at)):
        return True
    several = sub == "they" and words[verb].lower in _MANY and "and" not in told.split(" ")[:_MOST]
    if entity is None:
        said = told.lower().startswith(tuple(map(str.lower, position.voice.names)))
        singular = not words[verb - 1].lower.endswith("s") and not _are_many(words[:verb])
        head, owned = words[verb - 1].lower, any(word.lower == "'s" for word in words[:verb])
        whose = sub in GENDERS and (head in body_words() or (owned and head in NEAR))
        return (sub in ("i", "we") and not said) or (several and singular) or whose
    return _cannot_be(sub, entity, position.voice)


_PRONOUNS = frozenset(["i", "we", "he", "she", "it", "they", "there", "you", "this", "that"])


def _first_verb(words: Sequence[Token]) -> tuple[int | None, bool]:
    """Where the first verb is, and whether it only seems to be one: "suffered", "exposed"."""
    near = range(1, min(_MOST, len(words)))
    verb = next((n for n in near if _is_verb(words[n])), None)
    if verb is not None:
        return verb, False
    return next((n for n in near if may_be_past(words[n].lower)), None), True


def _is_verb(word: Token) -> bool:
    return word.lower in AUXILIARIES or word.lower.endswith("n't") or is_finite(word.lower)


def _are_many(words: Sequence[Token]) -> bool:
    """Whether a subject is several whose noun does not end so: "the police"."""
    several = word_set("plural_people") | {"people", "police"}
    return any(word.lower in several for word in words)


def _behind_name(words: Sequence[Token], entity: Entity) -> int | None:
    """Where the words behind the name of ``entity`` start."""
    first = 1 if words and words[0].lower == "the" else 0
    for size in range(min(_MOST, len(words) - first), 0, -1):
        if " ".join(word.text for word in words[first : first + size]) in entity.names:
            return first + size
    return None


def _subject_of(tokens: Sequence[Token], words: list[str]) -> int | None:
    """Where the subject ends of which the text tells what ``words`` tell."""
    start = next((n for n, word in enumerate(words) if not _is_beside(word)), len(words))
    looked = words[start : start + _WORDS]
    lower = [token.lower for token in tokens]
    if len(looked) < _FEWEST:
        return None
    at = next((n for n in range(1, len(lower)) if lower[n : n + len(looked)] == looked), 0) - 1
    while at > 0 and _is_beside(lower[at]):
        at -= 1
    return at if at >= 0 else None


def _is_beside(word: str) -> bool:
    helps = word in AUXILIARIES or word.endswith("n't") or word in ("not", "'s", "s", "'ll")
    return helps or word in ADVERBS or word.endswith("ly")


def _cannot_be(sub: str, entity: Entity, voice: Voice) -> bool:
    """Whether a word of the text is nobody of that sort, or somebody else: "it" is no person."""
    own = not set(entity.names).isdisjoint(voice.names)
    first = entity.name.split(" ", 1)[0].lower()
    named = entity.sort == UNKNOWN and " " in entity.name and first in given_names()
    person = entity.is_person or named or (entity.sort == UNKNOWN and entity.gender is not None)
    if sub == "i" or (sub == "we" and person):
        return not own
    if sub == "it":
        return person
    if sub in ("he", "she"):
        body = is_known_body(entity.name) or is_outlet(entity.name)
        return not person and (body or "." in entity.name)
    return sub == "they" and person
