"""Who tells of themselves, though "he" might be another: a doctor who "had counted 15 bodies",
a son who admits "that he was the owner", a nurse "who feared for her job"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.attribution.attributed import Attributed, Attribution
from claims.extraction.names.entity import Entity
from claims.extraction.sources.phrase import ARTICLES
from claims.extraction.text.articles import put_article
from claims.extraction.text.asides import QUOTE_MARKS
from claims.extraction.text.inflect import forms_of
from claims.extraction.text.lexicon import agent_words, near_words, roles_of_others, word_set
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.text.verb_groups import ADVERBS, AUXILIARIES
from claims.extraction.voice import POSSESSIVES, Voice
from claims.extraction.wording.persons import head_of

_DEEDS = frozenset(
    ["seen", "saw", "heard", "spoken", "spoke", "aware", "unaware", "told", "received", "know",
     "knew", "known", "asked", "expected", "believed", "thought", "no", "unable", "read"]
)  # fmt: skip
_WITNESSED = frozenset(
    ["seen", "saw", "see", "heard", "hear", "counted", "count", "witnessed", "watched", "smelled",
     "smelt", "noticed", "spotted", "treated", "examined", "photographed", "filmed", "overheard"]
)  # fmt: skip
_FEELS = frozenset(
    ["sorry", "proud", "pleased", "glad", "sad", "saddened", "delighted", "disappointed", "shocked",
     "devastated", "grateful", "confident", "sure", "certain", "convinced", "satisfied", "hoped",
     "believed", "thought", "feared", "loved", "missed", "wanted", "wished", "knew", "felt"]
)  # fmt: skip
"""What whoever tells of another may say of themselves as well."""
_OWNING_UP = frozenset(["admit", "acknowledge", "confess", "concede", "own up", "apologise"])
_OF = {"m": frozenset(["he", "his", "him"]), "f": frozenset(["she", "her"])}
_MET = frozenset(["met", "meet", "visited", "called", "told", "asked", "begged", "warned", "found"])
_WHEN = frozenset(["last", "first", "personally", "himself", "herself", "clearly", "very"])
_NOBODYS = frozenset(["doctor", "neighbour", "neighbor", "colleague"])
"""Who is near to somebody only where it is told to whom."""
_PEOPLE = ("man", "woman", "master", "keeper", "owner", "guard")
_BEHIND = 5
"""Tokens behind a pronoun in which its verb stands."""


def does(tokens: Sequence[Token], at: int) -> str:
    """What the pronoun at a token does: "seen" of "he had also seen it"."""
    behind = (token.lower for token in tokens[at + 1 : at + _BEHIND])
    return next((word for word in behind if word not in AUXILIARIES | ADVERBS | _WHEN), "")


def is_own_deed(tokens: Sequence[Token], at: int) -> bool:
    """Whether what "he" at a token did is what a spokesman may tell of himself: "had seen it"."""
    return does(tokens, at) in _DEEDS


def is_own_feeling(tokens: Sequence[Token], at: int) -> bool:
    """Whether what "she" at a token feels or saw may be her friend's who tells it: "her friend said
    she was sorry", "had last seen her in May"."""
    return does(tokens, at) in _FEELS | _WITNESSED


def acts_on_another(tokens: Sequence[Token], at: int, gender: str) -> bool:
    """Whether "she" at a token met another "her": "her sister said she had seen her"."""
    near = range(at + 2, min(at + _BEHIND + 2, len(tokens)))
    him = (n for n in near if tokens[n].lower == ("him" if gender == "m" else "her"))
    seen = is_own_feeling(tokens, at) or does(tokens, at) in _DEEDS | _MET
    return seen and any(tokens[n].lower == "him" or not owns(tokens, n) for n in him)


def is_witness(sentence: Sentence, at: int, voice: Voice) -> bool:
    """Whether one person without a name tells what "he" at a token saw, who is nobody's agent or
    kin: "a doctor said he had counted six"."""
    if voice.speaker is not None or voice.entity is not None or voice.plural:
        return False
    head = head_of(voice.party)
    if head in (agent_words() | near_words()) - _NOBODYS or " close to " in voice.party:
        return False
    one = head in word_set("person_roles") or head.endswith(_PEOPLE)
    return one and does(sentence.tokens, at) in _WITNESSED


def tells_more_of_oneself(done: Attributed, sentence: Sentence, at: int, gender: str) -> bool:
    """Whether a clause behind who tells it has "his" or "her" of that one: "a nurse, who feared for
    her job, said that she"."""
    telling = find_telling(done, sentence, at)
    source = telling.source if telling is not None else None
    if telling is None or source is None or telling.cue.first > at:
        return False
    tokens = sentence.tokens[source.first : telling.cue.first]
    opens = [n for n, t in enumerate(tokens[:-1]) if t.text == "," and tokens[n + 1].lower == "who"]
    ends = bool(tokens) and (tokens[-1].text == "," or not tokens[-1].is_word)
    return bool(opens) and ends and any(t.lower in _OF[gender] for t in tokens[opens[0] :])


def owns_up(done: Attributed, sentence: Sentence, at: int) -> bool:
    """Whether the pronoun at a token stands in what somebody owns up to: "his son admitted that
    (he) was the owner"."""
    telling = find_telling(done, sentence, at)
    return telling is not None and telling.cue.lemma in _OWNING_UP


def find_telling(done: Attributed, sentence: Sentence, at: int) -> Attribution | None:
    """The attribution whose content holds the token ``at``; the nearest of several."""
    found = [
        each
        for each in done.sentences[sentence.index].attributions
        if each.content is not None and each.content.first <= at < each.content.last
    ]
    return max(found, key=lambda each: each.cue.first, default=None)


def owns(tokens: Sequence[Token], at: int) -> bool:
    """Whether the "her" at ``at`` may be whose the word behind it is."""
    at += at + 1 < len(tokens) and tokens[at + 1].text in QUOTE_MARKS  # 'her "bad luck"'
    behind = tokens[at + 1 : at + 2]
    then = [token.lower for token in tokens[at + 2 : at + 3]]
    if at and tokens[at - 1].lower in SEEING and then and then[0] in _OPENS_OBJECT:
        return False  # "had seen her board a train"
    return bool(behind) and behind[0].is_word and behind[0].lower not in _BEHIND_OBJECT


SEEING = frozenset(
    form for verb in ("see", "hear", "watch", "let", "make", "help") for form in forms_of(verb)
) | {"seen"}  # fmt: skip
_OPENS_OBJECT = ARTICLES | POSSESSIVES.keys()
_BEHIND_OBJECT = frozenset(
    ["and", "or", "in", "on", "at", "to", "with", "for", "from", "by", "after", "before", "when",
     "while", "during", "that", "of", "about", "into", "off", "out", "up", "down", "twice", "again",
     "last", "because", "as", "over", "without"]
)  # fmt: skip
"""What stands behind a "her" that owns nothing."""


def agent_before(done: Attributed, sentence: Sentence, gender: str) -> str:
    """The one person without a name by whom something was done in the sentence before, where it
    names nobody: "were warned by a guard. '(He) told us to run,' one said"."""
    if sentence.index == 0:
        return ""
    before = done.page.sentences[sentence.index - 1]
    entities = done.register.entities
    named = any(entities[p.entity].is_person for p in done.register.places[before.index])
    if named or before.paragraph != sentence.paragraph:
        return ""
    roles = word_set("person_roles") - word_set("plural_people") - roles_of_others(gender)
    tokens = [token.lower for token in before.tokens]
    found = [
        role
        for by, article, role in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if by in ("by", "from") and article in ("a", "an")
        and (role in roles or (role.endswith(_PEOPLE) and role not in roles_of_others(gender)))
    ]  # fmt: skip
    return put_article(found[0]) if len(found) == 1 else ""


def is_own_kin(done: Attributed, sentence: Sentence, entity: Entity, gender: str) -> bool:
    """Whether somebody was told of just before as whose widow speaks, and another of that gender is
    told of besides: "Orr's widow wept. '(He) lied,' she said" may be of whoever killed Orr."""
    own = False
    others: set[int] = set()
    for index in range(max(0, sentence.index - _BACK), sentence.index + 1):
        tokens = done.page.sentences[index].tokens
        for place in done.register.places[index]:
            other = done.register.entities[place.entity]
            if place.entity != entity.index and other.is_person and other.gender in (None, gender):
                others.add(place.entity)
            owned = [token.lower for token in tokens[place.last : place.last + 2]]
            kin = owned[:1] in (["'s"], ["'"]) and owned[-1] in _LEFT_BEHIND
            own |= place.entity == entity.index and kin and index + 2 > sentence.index
    return own and bool(others)


_LEFT_BEHIND = word_set("kin") | {"widow", "widower", "family", "friend", "fiancee", "partner"}
_BACK = 12
"""Sentences before a quotation in which another may be told of."""
