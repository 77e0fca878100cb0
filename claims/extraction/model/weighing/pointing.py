"""What a span that the model points at stands for: its whole words, and whom they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.network.decode import Span
from claims.extraction.names.entity import Entity
from claims.extraction.names.mentions import ADJECTIVE, PLACE, UNKNOWN
from claims.extraction.names.platforms import only_hosts
from claims.extraction.sources.joint import speaks_for_owner, split_joint
from claims.extraction.sources.phrase import LINKS, find_head
from claims.extraction.sources.starts import DETERMINERS
from claims.extraction.sources.voices import is_named_by, stand_elsewhere
from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.lexicon import (
    body_words,
    load_lexicon,
    people_words,
    word_set,
)
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.text.verb_groups import BE, is_telling
from claims.extraction.text.whole_words import to_whole_words
from claims.extraction.wording.stating import ACCUSES

_PRONOUNS = word_set("pointing_pronouns")
_OWNING = frozenset(["the", "this", "that", "a", "an", "his", "her", "its", "their"])
_NAMERS = frozenset(["the", "this", "that"])


@dataclass(frozen=True, slots=True)
class Pointed:
    """Tokens ``first:last`` of a sentence, with the entity that they name, if they name one."""

    sentence: Sentence
    first: int
    last: int
    text: str
    entity: Entity | None

    @property
    def head(self) -> str:
        """The noun it is about: its last word, or the one before a preposition."""
        return find_head(self.sentence.tokens, self.first, self.last, LINKS)

    @property
    def pronoun(self) -> str:
        """The pronoun that it is, "" where it is none."""
        lower = self.text.lower()
        return lower if lower in _PRONOUNS and self.text not in ("US", "WHO") else ""

    @property
    def person(self) -> Entity | None:
        """The person it names."""
        return self.entity if self.entity is not None and self.entity.is_person else None

    @property
    def describes_one(self) -> bool:
        """Whether it is a definite description of one person: "the lawmaker", "her brother"."""
        if self.head not in word_set("person_roles") or self.head in word_set("plural_people"):
            return False
        tokens = self.sentence.tokens
        opening = (tokens[self.first].lower, tokens[max(0, self.first - 1)].lower)
        return not word_set("pointing_definite").isdisjoint(opening)

    def holds(self, other: Pointed) -> bool:
        """Whether the other stands inside it."""
        inside = self.first <= other.first and other.last <= self.last
        return self.sentence.index == other.sentence.index and inside

    def is_part_of(self, other: Pointed) -> bool:
        """Whether it is a part of a person's name or description."""
        return other.holds(self) and bool(other.person or other.head in word_set("person_roles"))


def point(done: Attributed, span: Span | None) -> Pointed | None:
    """What stands at a span, widened to the body's owner; None where no word stands there."""
    if span is None:
        return None
    index = done.page.sentence_at(span[0])
    if index is None:
        return None
    sentence = done.page.sentences[index]
    tokens = sentence.tokens
    inside = [
        at
        for at, token in enumerate(tokens)
        if token.start < span[1] and span[0] < token.end and (token.is_word or _is_handle(token))
    ]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    span = to_whole_words(done.page.text, span)
    if (ends := _actor_end(tokens, first, _pronoun_end(tokens, first, last))) < last:
        last, span = ends, (span[0], tokens[ends - 1].end)
    begun = _behind_a_clause(tokens, _whole_start(tokens, first, span[0]), last)
    begun = _behind_a_quote(tokens, begun, last)
    if begun != first:
        first, span = begun, (tokens[begun].start, span[1])
    if _holds_a_clause(tokens, first, last):
        return None
    ends = next((at for at in range(first + 1, last) if _tells(tokens, at, last)), last)
    if ends < last:
        last = ends
        span = (span[0], tokens[last - 1].end)
    if tokens[first].is_capital:
        while last - first > 1 and _is_when(tokens[last - 1]):
            last -= 1  # "Peru last year"
        span = (span[0], min(span[1], tokens[last - 1].end))
    wide = _with_owner(done, sentence, first, last)
    start = tokens[wide].start if wide < first else span[0]
    return _pointed(done, sentence, (wide, last), (start, span[1]))


def _actor_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where those end who are pointed at by all that they did before saying something: "(Lima)
    sacked Karl Orr, claiming that"."""
    tells = tokens[last + 1].lower if last + 1 < len(tokens) and tokens[last].text == "," else ""
    if not (tells.endswith("ing") and (is_telling(tells) or tells in ACCUSING)):
        return last
    acts = (
        at
        for at in range(first + 1, last - 1)
        if may_be_past(tokens[at].lower)
        and tokens[at].text.islower()
        and tokens[at + 1].lower not in LINKS
        and tokens[at - 1].lower not in _OF_WHOM | DETERMINERS | BE
    )
    return next(acts, last)


def _pronoun_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where "he" ends who is pointed at by all that he did: "(he) described it as a draft"."""
    if tokens[first].lower not in _SUBJECTS or last - first <= _CLAUSE:
        return last
    verb = tokens[first + 1].lower
    return first + 1 if verb.endswith("ed") else last


ACCUSING = frozenset(["accusing", "blaming"])
"""What somebody says, by a deed, of whom it was done to: "sacked Karl Orr, accusing him of"."""
_CLAUSE = 2
"""Tokens that a clause has more of."""


def _is_handle(token: Token) -> bool:
    return token.text[0] == "@" and len(token.text) > 1


def _tells(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether a phrase is over there, and what it tells starts: "D-Ohio(, said that)", "Kellmark
    (and denied it)", "the minister (said she)"."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if tokens[at].lower in (",", "and"):
        return after in _told()
    if _answers(tokens[at].text) and tokens[at - 1].lower not in DETERMINERS | BE:
        alone = tokens[at - 1].lower in _PRONOUNS  # "he (denies)"
        return alone or at + 1 < last  # "the mayor (denied Orr)"
    if tokens[at].lower in BE and after in ("quoted", "cited"):
        return tokens[at - 1].lower != "who"  # "a spokesman (was quoted by the Post)"
    if at + 1 == last and after == "that" and tokens[at].lower in _REPORTING:
        return tokens[at - 1].lower in word_set("plural_people")  # "local media (report)"
    return tokens[at].lower in ("said", "says") and at + 2 == last and after in _SUBJECTS


_REPORTING = frozenset(["report", "claim"])


def _answers(word: str) -> bool:
    """Whether a word tells that somebody denies, confirms or withholds something."""
    verbs = load_lexicon().verbs
    forms = (verbs[group].get(word) for group in ("deny", "confirm", "decline"))
    return any(form is not None and form.sort in ("past", "third") for form in forms)


def _holds_a_clause(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words tell something rather than name somebody: "Orr asked the mayor whether the
    dam", "Kellmark fell after a report that it"."""
    opens = next((at for at in range(first + 1, last) if tokens[at].lower in _CLAUSES), first)
    if any(_says(tokens, at) for at in range(first + 1, last - 2)):
        return True
    before = (token.lower for token in tokens[first + 1 : opens])
    return any(word in _ASKED or word in _told() or is_finite(word) for word in before)


def holds_a_verb(party: Pointed) -> bool:
    """Whether what is pointed at goes on in what somebody did: "the mayor accused the senator"."""
    inside = [token.lower for token in party.sentence.tokens[party.first + 1 : party.last - 1]]
    return not ACCUSES.isdisjoint(inside) and _OF_WHOM.isdisjoint(inside)


_OF_WHOM = frozenset(["who", "which", "that", "by"])


def _whole_start(tokens: Sequence[Token], first: int, start: int) -> int:
    """Where a phrase begins that is pointed at from its "'s" on: "(the quarry)'s owner"."""
    if first < _OWNED or tokens[first - 1].lower != "'s" or start > tokens[first - 1].start:
        return first
    return first - 3 if tokens[first - 3].lower in _OWNING else first - 2


_OWNED = 3
"""Tokens before the word that belongs to somebody: "the quarry 's"."""


def _behind_a_clause(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where who speaks starts, behind what another told: "Orr claimed, the dam is safe, (the
    ministry)"; and behind whom they accuse: "Orr, whom (the ministry)"."""
    whom = next((at for at in range(first, last - 1) if tokens[at].lower == "whom"), None)
    if whom is not None:
        return whom + 1
    commas = [at for at in range(first + 1, last - 1) if tokens[at].lower == ","]
    told = (tokens[at - 1] for at in commas[:-1])
    return commas[-1] + 1 if any(t.lower in _told() and t.text.islower() for t in told) else first


def _behind_a_quote(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where who speaks starts, behind the end of what they said: '"it sank," (an official)'."""
    ends = (at for at in range(first + 1, last - 1) if tokens[at].text in _CLOSING)
    closed = next((at for at in ends if tokens[at - 1].text in _ENDS), None)
    return first if closed is None else closed + 1


_CLOSING = frozenset(['"', "”", "''"])
_ENDS = frozenset([",", ".", "?", "!"])
"""Marks with which what somebody said ends before the quotation mark."""


def _says(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody says something there: not in "a man who says he saw it"."""
    before = tokens[at - 1].lower
    return tokens[at].lower in ("said", "says") and before not in ("who", "which", "that")


_CLAUSES = frozenset(["whether", "that", "if"])
_ASKED = frozenset(["asked", "asks"])
_SUBJECTS = frozenset(["he", "she", "they", "it"])


@cache
def _told() -> frozenset[str]:
    """Finite forms of the verbs that tell something, or deny or confirm it."""
    verbs = load_lexicon().verbs
    groups = (verbs[group] for group in ("affirm", "confirm", "deny"))
    return frozenset(
        form for group in groups for form, each in group.items() if each.sort in ("past", "third")
    )


def _is_when(token: Token) -> bool:
    """Whether a word only tells of the time: "Peru last year" is Peru."""
    return token.text.islower() and token.lower in word_set("sources_time_words")


def _pointed(
    done: Attributed, sentence: Sentence, place: tuple[int, int], span: Span
) -> Pointed | None:
    text = " ".join(done.page.text[span[0] : span[1]].split()).strip(" ,;:.\"“”'‘’")
    return Pointed(sentence, *place, text, _entity(done, sentence, *place)) if text else None


def split_pointed(done: Attributed, pointed: Pointed) -> list[Pointed]:
    """Each of those whom a phrase joins by "and", without who speaks for the first; the phrase
    itself where it joins none."""
    tokens = pointed.sentence.tokens
    parts = split_joint(done.register, pointed.sentence, pointed.first, pointed.last)
    if len(parts) == 1:
        return [pointed]
    found: list[Pointed] = []
    for first, last in parts:
        span = (tokens[first].start, tokens[last - 1].end)
        part = _pointed(done, pointed.sentence, (first, last), span)
        opening = tokens[first].lower
        if part is not None and not (found and speaks_for_owner(opening, part.head)):
            found.append(part)
    return found or [pointed]


def _with_owner(done: Attributed, sentence: Sentence, first: int, last: int) -> int:
    """Where a body's words start with whose it is: "Peru's air force", "Peruvian air force"."""
    tokens = sentence.tokens
    if first < 1 or tokens[last - 1].lower not in body_words():
        return first
    if tokens[first - 1].lower == "state":
        first -= 1  # "state TV"
    places = done.register.places[sentence.index]
    owned = first > 0 and tokens[first - 1].lower == "'s"
    end = first - 1 if owned else first
    for place in places:
        if place.last == end and (owned or done.register.entities[place.entity].sort == ADJECTIVE):
            return place.first
    if not owned:
        return first
    return end - 2 if end > 1 and tokens[end - 2].lower in _OWNING else end - 1


def _entity(done: Attributed, sentence: Sentence, first: int, last: int) -> Entity | None:
    """Whom tokens ``first:last`` name: who stands first, before more about them, or last."""
    register, tokens = done.register, sentence.tokens
    places = [
        p
        for p in register.places[sentence.index]
        if p.first < last and first < p.last and not only_hosts(tokens, first, p.first)
    ]
    if not places:
        return None
    place, entity = places[0], register.entities[places[0].entity]
    if entity.sort == ADJECTIVE and place.last < last:
        if len(places) == 1:
            return None  # "North Korean state media"
        place, entity = places[-1], register.entities[places[-1].entity]
    if place.first <= first and (place.last >= last or _goes_on(tokens, place.last, last, entity)):
        return entity
    place, entity = places[-1], register.entities[places[-1].entity]
    rest = {token.lower for token in tokens[place.last : last]}
    if rest:
        named = entity.sort not in (PLACE, ADJECTIVE) and not entity.is_person
        return entity if named and rest <= word_set("voices_generic") else None
    if entity.is_person:
        return entity if is_named_by(tokens, first, place.first) else None
    if stand_elsewhere(tokens[first:last], place.first - first):
        return None
    if place.first > first and tokens[place.first - 1].lower in word_set("org_roles"):
        return entity  # "Orr's former club Kellmark"
    return entity if 2 * (place.last - place.first) >= last - first else None


def _goes_on(tokens: tuple[Token, ...], at: int, last: int, entity: Entity) -> bool:
    """Whether the token ``at``, behind a name in a phrase that ends at ``last``, starts what is
    told of it: ", the head of", "of Acme".

    A bare form of a verb is a noun's but at the end: "Orsk state television".
    """
    after = tokens[at]
    verb = load_lexicon().verbs["affirm"].get(after.lower)
    if after.text == "," or (verb is not None and (verb.sort != "base" or at + 1 == last)):
        return True
    may_be_person = entity.is_person or (entity.sort == UNKNOWN and " " in entity.name)
    return after.lower in LINKS and may_be_person


def known_nouns() -> frozenset[str]:
    """Nouns for people and bodies: what is none of them may be the name of an account."""
    return people_words() | body_words() | word_set("source_documents")
