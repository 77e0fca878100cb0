"""In whose place the writer sets a subject: nobody but who speaks is "I", no person is "it", and
who "they are" is more than one.

The writer copies the words behind a subject as they stand, so that these tell where in the text
the subject was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.names.entity import Entity
from claims.extraction.names.mentions import PLACE, UNKNOWN
from claims.extraction.names.words import is_known_body, is_outlet
from claims.extraction.position import Position
from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.lexicon import PREPOSITIONS, body_words, given_names, word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token, tokenize
from claims.extraction.text.verb_groups import ADVERBS, AUXILIARIES
from claims.extraction.voice import GENDERS, OBJECTS, POSSESSIVES, Voice
from claims.extraction.wording.expletive import is_expletive
from claims.extraction.wording.others_told import NEAR
from claims.model import Mode

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
    if entity is not None and _is_only_where(words, verb, position.claim):
        return True
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
    if entity is not None and sub in _OTHERS and done.page.quote_at(tokens[at].start) is not None:
        named = (entity.name, *entity.names)
        if any(
            name == own or own.startswith(f"{name}'s ")
            for own in position.voice.names
            for name in named
        ):
            return True  # "'He lied,' Orr said": nobody tells of themselves so
    behind = entity is not None and sub in _OTHERS and not position.claim.startswith(entity.name)
    if behind and entity is not None and _is_named_behind(done, place, at, entity):
        return True  # "he was taught by a man named Orr"
    if entity is not None and sub == "they" and _are_persons(done, place, at, entity):
        return True
    if entity is not None and sub in GENDERS:
        # a clerk, whom the claim tells of by what he is; or whoever is told of by who speaks next
        later = position.points and place > index
        if later or _is_told_of_other(entity, looked, position.claim):
            return True
    if entity is not None and sub in _TOLD and before in _ARTICLES:
        return True  # "Orr is a stunt" of "the hoax is a stunt"
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


def _is_named_behind(done: Attributed, index: int, at: int, entity: Entity) -> bool:
    """Whether somebody stands by name behind a pronoun in its own clause: they are not meant."""
    tokens = done.page.sentences[index].tokens
    ends = (n for n in range(at, len(tokens)) if tokens[n].text in _CLAUSE_ENDS)
    end = next(ends, len(tokens))
    places = done.register.in_tokens(index, 0, end)
    found = [place.first for place in places if place.entity == entity.index]
    return bool(found) and min(found) > at


_CLAUSE_ENDS = frozenset([",", ";", ":", ".", '"', "“", "”", "–", "—", "-", "("])


def _are_persons(done: Attributed, index: int, at: int, entity: Entity) -> bool:
    """Whether a quotation's "they" are persons told of before it as several, and no state: "'They
    spied,' she said" of two envoys."""
    tokens = done.page.sentences[index].tokens
    if entity.sort != PLACE or done.page.quote_at(tokens[at].start) is None or index == 0:
        return False
    before = [token.lower for token in done.page.sentences[index - 1].tokens]
    several = word_set("plural_people") | {"pair", "duo", "couple"}
    return not several.isdisjoint(before)


def _is_told_of_other(entity: Entity, words: Sequence[str], claim: str) -> bool:
    """Whether the claim tells the same of somebody else than the ``entity``."""
    opening = claim.partition(" ")[0].lower()
    if opening in _PRONOUNS or opening in _MINE or claim.startswith(tuple(entity.names)):
        return False
    start = next((n for n, word in enumerate(words) if not _is_beside(word)), len(words))
    before, told, _ = claim.lower().partition(" ".join(words[start : start + _FEWEST]))
    subject = next((word for word in reversed(before.split()) if not _is_beside(word)), "")
    return bool(told) and subject not in _PRONOUNS


_OTHERS = frozenset(["he", "she", "it", "they"])
_ARTICLES = frozenset(["the", "this", "that"])
_TOLD = word_set("report_nouns") | word_set("coref_written")


def _is_only_where(words: Sequence[Token], verb: int, claim: str) -> bool:
    """Whether the claim has the name that a sentence opens with only behind what it tells of:
    "WhatsApp was filmed" of "a video on WhatsApp, which was shared, was filmed"."""
    named = " ".join(word.text for word in words[:verb]).removeprefix("The ").removeprefix("the ")
    opening, at = claim.partition(" ")[0], claim.find(f" {named}")
    if at < 0 or opening.lower() not in _DESCRIBED or verb >= len(words):
        return False
    link = claim[:at].rpartition(" ")[2]
    goes_on = claim[at + 1 + len(named) :].lstrip().startswith(words[verb].text)
    return link in PREPOSITIONS and not goes_on and named not in claim[at + len(named) :]


_DESCRIBED = frozenset(["a", "an", "the"])
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


def puts_wrong_object(done: Attributed, told: str, position: Position) -> bool:
    """Whether a sentence names another for "him" than whom the text told of last: "talked to Orr"
    of "a fisherman, Tom Lund, spoke. Police said they had talked to him"."""
    match = _OBJECT.match(position.claim.rstrip("."))
    if match is None or position.mode is not Mode.INDIRECT:
        return False
    before, behind = f"{match['before']} ", match["behind"]
    if not told.lower().startswith(before.lower()) or not told.rstrip(".").endswith(behind):
        return False
    name = told.rstrip(".")[len(before) :].removesuffix(behind)
    entity = done.register.find(name)
    sentence = done.page.sentences[position.sentence]
    lower = match["it"].lower()
    spots = (
        at
        for at, token in enumerate(sentence.tokens)
        if token.start >= position.start and token.lower == lower
    )
    at = next(spots, None)
    if entity is None or at is None:
        return False
    meant = done.discourse.pronoun(OBJECTS[lower], sentence, at)
    return meant is not None and meant.entity not in (None, entity.index)


_OBJECT = re.compile(r"(?P<before>.+) (?P<it>him|her)(?P<behind>(?: [a-z].*)?)$", re.S)
