"""Who a source's noun phrase is: party, speaker, aliases, and how sure that is."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.names.entities import Register
from claims.extraction.names.entity import Place
from claims.extraction.names.mentions import ORGANISATION, PERSON, UNKNOWN, possess
from claims.extraction.names.words import is_outlet
from claims.extraction.sources.bodies import (
    anonymous_voice,
    apposed_body,
    apposed_name,
    body_voice,
)
from claims.extraction.sources.coref import Discourse
from claims.extraction.sources.documents import document_voice, told_author
from claims.extraction.sources.joint import opens_relative, speaks_for_owner, split_joint
from claims.extraction.sources.nobody import is_nobody, past_nobody
from claims.extraction.sources.one_of import one_of_them, opens_with_person
from claims.extraction.sources.pairs import told_pair
from claims.extraction.sources.phrase import LINKS, Phrase, for_whom, others
from claims.extraction.sources.roles import (
    appended_person,
    owned_person,
    owner_voice,
    role_voice,
    told_by_name,
)
from claims.extraction.sources.span import SourceSpan
from claims.extraction.sources.starts import PRONOUNS, TIES, feigns, is_posing
from claims.extraction.text.asides import TIME_WORDS
from claims.extraction.text.lexicon import body_words, load_lexicon, people_words, word_set
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.text.verb_groups import AUXILIARIES
from claims.extraction.voice import OBJECTS, POSSESSIVES, Voice

_DETERMINERS = frozenset(["the", "this", "that", "these", "those"])
_OF_ANOTHER = LINKS | frozenset(["to", "with", "about", "against", "between", "who"])
_ABOUT = frozenset(["of", "on", "about", "into", "against", "for"])
_AFTER_PERSON = LINKS - {"by", "on"} | frozenset(["with", ",", "("])


def resolve_voices(
    register: Register, discourse: Discourse, sentence: Sentence, span: SourceSpan
) -> list[Voice]:
    """The parties of one source phrase: several where it joins them with "and"."""
    start = _relative_start(register, sentence, span)
    start += opens_relative(sentence.tokens, start, span.last)
    if is_nobody(sentence.tokens, start):
        start = past_nobody(sentence.tokens, start, span.last)
        if start == span.last:
            return []
    whole = Phrase(register, discourse, sentence, start, span.last)
    pair = told_pair(whole)
    if pair is not None:
        return pair
    if sentence.tokens[start].lower == "both" and start + 1 < span.last:
        start += 1
    parts = split_joint(register, sentence, start, span.last)
    voices = []
    for number, (first, last) in enumerate(parts):
        apposition = span.apposition if number == len(parts) - 1 else None
        part = Phrase(register, discourse, sentence, first, last, apposition)
        if number and speaks_for_owner(part.start, part.head):
            continue
        voice = _resolve(part)
        if voice is not None and voice.supposed and len(parts) > 1:
            voice = _by_own_words(part)
        if voice is not None:
            voices.append(whole.surfaced(voice))
    return voices


def _by_own_words(part: Phrase) -> Voice:
    """Who is told of jointly with another, as the words stand: the reader, which sees both in one,
    could not correct whom they are supposed to mean."""
    body = for_whom(part.sentence.tokens, part.first, part.last)
    if body is None:
        return Voice(part.surface, None, (), confidence=0.5)
    party = replace(part, first=body, apposition=None).surface
    return Voice(party, None, (part.surface,), confidence=0.5)


def _relative_start(register: Register, sentence: Sentence, span: SourceSpan) -> int:
    """Where the phrase starts that "who said" is about: at the name right before it, or at the
    people from whom something is."""
    if span.relation != "relative":
        return span.first
    tokens = sentence.tokens
    for place in register.in_tokens(sentence.index, span.first, span.last):
        speaks = register.entities[place.entity].sort in (PERSON, ORGANISATION)
        if place.last == span.last and speaks:
            before = tokens[place.first - 1].lower if place.first > span.first else ""
            owned = before in ("of", "for") or (
                before in ("at", "from", "in") and _is_one(tokens[span.first : place.first - 1])
            )
            return span.first if owned else place.first
    if _tells_several(tokens[span.last - 1]) or _is_anybody(tokens[span.first : span.last]):
        froms = [at for at in range(span.first, span.last) if tokens[at].lower == "from"]
        return froms[-1] + 1 if froms else span.first
    return span.first


def _is_one(tokens: Sequence[Token]) -> bool:
    """Whether a person without a name is told of before where they are: "a student (at Orsk)"."""
    return bool(tokens) and tokens[-1].lower in people_words() and not tokens[-1].is_capital


def _is_anybody(tokens: Sequence[Token]) -> bool:
    """Whether a phrase ends in one person without a name, whom a call came from: "a call on Monday
    from a man"."""
    ends = [token.lower for token in tokens[-3:]]
    return len(ends) > 2 and ends[:2] in (["from", "a"], ["from", "an"]) and ends[2] in _ANYBODY


_ANYBODY = frozenset(
    ["man", "woman", "boy", "girl", "person", "caller", "resident", "user", "reader", "neighbour",
     "neighbor", "witness", "passenger", "customer", "student", "teacher", "doctor", "nurse"]
)  # fmt: skip


def _resolve(phrase: Phrase) -> Voice | None:
    phrase = _told_apart(phrase)
    one = one_of_them(phrase.discourse, phrase.sentence, phrase.first, phrase.last)
    if one is not None and apposed_name(phrase) is None:
        return one
    pronoun = OBJECTS.get(phrase.start, phrase.start)
    if phrase.last - phrase.first == 1 and pronoun in PRONOUNS:
        speaks = phrase.start in ("he", "she")
        return phrase.discourse.pronoun(pronoun, phrase.sentence, phrase.first, speaks=speaks)
    owner = _name_before(phrase)
    if owner is not None:
        span = (phrase.first, phrase.last)
        described = Phrase(phrase.register, phrase.discourse, phrase.sentence, *span, span)
        return described.person_voice(owner)
    found = told_author(phrase) or document_voice(phrase)
    if found is not None:
        return found
    person = _speaking_person(phrase)
    if person is not None:
        return owned_person(phrase, person) or phrase.person_voice(person)
    return appended_person(phrase) or _by_sort(phrase)


def _told_apart(phrase: Phrase) -> Phrase:
    """``One of them, a trader,``, ``One of the men, Ada Lund,``: who that one is, the apposition
    tells."""
    words = [token.lower for token in phrase.tokens]
    if phrase.apposition is None or words[:1] not in (["one"], ["another"]):
        return phrase
    first, last = phrase.apposition
    if words[1:2] in ([], ["of"]) and opens_with_person(phrase, first):
        return replace(phrase, first=first, last=last, apposition=None)
    alone = words[1:] == [] or (words[1:2] == ["of"] and words[2:] in (["them"], ["those"]))
    told = replace(phrase, first=first, last=last, apposition=None)
    return told if alone and told.start in ("a", "an") and told.head in people_words() else phrase


def _by_sort(phrase: Phrase) -> Voice | None:
    """By what the head is: a body, a name, a role, a description, or none of these."""
    head, named = phrase.head, phrase.named
    apposed = apposed_body(phrase)
    if apposed is not None and head not in word_set("spokes_roles"):
        return apposed
    is_body = head in word_set("org_roles") or _is_owned_body(phrase)
    if is_body and not (named and named[-1].last == phrase.last):
        body = body_voice(phrase)
        if body is not None:
            return body
        if named and phrase.start in ("a", "an", "another", "one"):
            return role_voice(phrase)  # "a London court"
    if named and _head_is_name(phrase, named):
        return _named_voice(phrase, named)
    people = ("spokes_roles", "anonymous_heads", "person_roles")
    if any(head in word_set(name) for name in people) or (named and _tells_people(phrase)):
        return role_voice(phrase)
    new = phrase.start in ("a", "an", "another") or phrase.start in POSSESSIVES
    if not named and not new and (is_body or phrase.start in _DETERMINERS):
        described = phrase.described()
        if described is not None:
            return described
    if not named or _is_about(phrase, named[0]):
        own = owner_voice(phrase) if head in word_set("client_bodies") else None
        return own or anonymous_voice(phrase)
    if _is_owned_thing(phrase, named):
        return role_voice(phrase)
    if stand_elsewhere(phrase.tokens, named[0].first - phrase.first):
        return role_voice(phrase)
    if _tells_noun(phrase, named[-1]):
        return told_by_name(phrase)
    return _named_voice(phrase, named)


def _tells_noun(phrase: Phrase, place: Place) -> bool:
    """Whether a name only tells of a noun behind it: "the Corbin police force", "a Fox trainee"."""
    rest = phrase.sentence.tokens[place.last : phrase.last]
    if not 1 <= len(rest) <= 3 or not all(token.is_word and token.text.islower() for token in rest):
        return False
    words = [token.lower for token in rest]
    verbs = load_lexicon().verbs["affirm"]
    told = any(w in verbs and (verbs[w].sort != "base" or w == words[-1]) for w in words)
    if told or any(w in _NO_NOUNS or w.endswith(("ly", "ed")) for w in words):
        return False
    entity, last = phrase.entity(place), words[-1]
    if last in word_set("voices_generic"):
        return entity.sort != ORGANISATION and not {*words} <= word_set("voices_generic")
    named = is_outlet(entity.name) or entity.sort == ORGANISATION
    published = last in word_set("voices_published") and named
    return not (published or last.endswith("ing"))


def stand_elsewhere(tokens: Sequence[Token], name: int) -> bool:
    """Whether a few words tell of others by the name in them: "villagers in Mali".

    Not of a body that is its own ("the government of Mali"), of who speaks for another, or of
    what it published ("a report in", "a film by").
    """
    posing = (at for at in range(1, name) if tokens[at].lower in ("to", "as"))
    if any(is_posing(tokens, at) for at in posing) or feigns(tokens[:name]):
        return True  # "a caller claiming to be from the Front"
    if any(tokens[at].lower == "to" and tokens[at - 1].lower in _LINKED for at in range(2, name)):
        return True  # "accounts linked to the Front"
    if len(tokens) > _FEW:
        return False
    for head, link in itertools.pairwise(token.lower for token in tokens[:name]):
        if link == "to" and head in TIES - word_set("spokes_roles") and head != tokens[0].lower:
            return True  # "a group loyal to the front"
        if link == "close":
            continue  # "a source close to Orr"
        if link in _WHERE:
            own = link == "by" or (link == "of" and head in body_words())
            return not (own or head in word_set("spokes_roles") or head in _DOCUMENTS)
    return False


_LINKED = frozenset(["linked", "tied", "connected", "loyal", "sympathetic"])
_FEW = 7
"""Words that a phrase may have which tells of somebody by where they are."""
_DOCUMENTS = word_set("source_documents")
_NO_NOUNS = (
    LINKS | TIME_WORDS | AUXILIARIES
    | frozenset(["himself", "herself", "itself", "themselves", "online", "alone", "almost"])
    | frozenset(["never", "to", "and"])
)  # fmt: skip
_WHERE = LINKS | {"near", "close", "inside", "outside", "across", "around"}


def _tells_people(phrase: Phrase) -> bool:
    """Whether a plural behind a name is of people who have none: "U.S. prosecutors"."""
    few = len(phrase.tokens) <= _FEW and not any(t.lower in LINKS for t in phrase.tokens)
    return few and _tells_several(phrase.tokens[-1])


def _tells_several(head: Token) -> bool:
    """Whether a noun is of several people: "prosecutors", "miners"."""
    known = head.lower in word_set("plural_people") or _SEVERAL.search(head.lower) is not None
    return known and head.text.islower()


_SEVERAL = re.compile(r"(?:[^p]er|or|ist|ian|ee|ant)s$|(?:wo)?men$")
"""How nouns for several people end; "papers" do not."""


def _is_about(phrase: Phrase, place: Place) -> bool:
    """Whether the phrase is of something about a person: "an autopsy on Mr. Orr"."""
    tokens = phrase.sentence.tokens
    before = [token.lower for token in tokens[phrase.first : place.first]]
    return phrase.entity(place).is_person and not _ABOUT.isdisjoint(before[1:])


def _is_owned_body(phrase: Phrase) -> bool:
    """``Peru's air force``: a body's word after a name and "'s"."""
    tokens = phrase.sentence.tokens
    owned = any(p.last < phrase.last and tokens[p.last].lower == "'s" for p in phrase.named)
    return owned and phrase.head in word_set("org_words") and not tokens[phrase.last - 1].is_capital


def _is_owned_thing(phrase: Phrase, named: list[Place]) -> bool:
    """Whether who speaks is told of by whom they belong to: "India's drug regulator"."""
    tokens, last = phrase.sentence.tokens, named[-1].last
    owned = last < phrase.last and tokens[last].lower == "'s"
    rest = tokens[last + 1 : phrase.last]
    plain = len(rest) in (1, 2) and all(token.is_word and token.text.islower() for token in rest)
    things = word_set("report_nouns") | word_set("source_documents")
    return owned and plain and phrase.head not in things


def _name_before(phrase: Phrase) -> Place | None:
    """``Jess Smith, a student at Canterbury who claims``: the name stands before its apposition."""
    tokens, first = phrase.sentence.tokens, phrase.first
    if first < 2 or tokens[first - 1].text != "," or tokens[phrase.last - 1].lower in PRONOUNS:
        return None
    article = phrase.start in ("a", "an", "the")
    roles = word_set("person_roles")
    if not article and not any(token.lower in roles for token in phrase.tokens):
        return None
    if tokens[first].is_capital and not article:
        return None
    at = first - 1
    while at >= 2 and tokens[at - 1].text.isdigit() and tokens[at - 2].text == ",":
        at -= 2
    return next(
        (p for p in phrase.register.places[phrase.sentence.index] if _leads(phrase, p, at)), None
    )


def _leads(phrase: Phrase, place: Place, end: int) -> bool:
    """Whether a person's name opens the sentence and ends at token ``end``."""
    entity = phrase.entity(place)
    named = entity.is_person or (entity.sort == UNKNOWN and place.last - place.first in (2, 3))
    return place.last == end and named and place.first <= 3


def _speaking_person(phrase: Phrase) -> Place | None:
    """The person of the phrase, where the phrase ends in their name."""
    tokens = phrase.sentence.tokens
    for place in reversed(phrase.named):
        if not phrase.entity(place).is_person:
            continue
        if not is_named_by(tokens, phrase.first, place.first):
            continue
        if place.last == phrase.last or _after_is_link(tokens, place.last):
            rest = tokens[place.last : phrase.last]
            if not rest or rest[0].lower != "'s":
                return place
    return None


def is_named_by(tokens: Sequence[Token], first: int, name: int) -> bool:
    """Whether tokens before a name are its titles, and no noun that is of it or for it."""
    commas = [at for at in range(first, name) if tokens[at].text == ","]
    start = commas[-1] + 1 if commas else first
    links = [at for at in range(start, name) if tokens[at].text in _OF_ANOTHER]
    if not links:
        return True
    subjects = word_set("names_offices") | {"the"}
    office = all(token.lower in subjects for token in tokens[links[-1] + 1 : name])
    return office and links[-1] + 1 < name


def _after_is_link(tokens: tuple[Token, ...], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in _AFTER_PERSON


def _head_is_name(phrase: Phrase, named: list[Place]) -> bool:
    """Whether the phrase's head is a name: it ends in one, or one stands before a preposition."""
    tokens = phrase.sentence.tokens
    if any(place.last == phrase.last for place in named):
        inside = tokens[phrase.first : named[0].first]
        if any(token.lower == "who" for token in inside):
            return False  # "a man who joined the fight against the Front"
        tied = stand_elsewhere(phrase.tokens, named[0].first - phrase.first)
        return not (tied or any(token.lower in _WHERE for token in inside))
    return named[0].last < phrase.last and tokens[named[0].last].lower in LINKS


def _is_owner(phrase: Phrase, owner: Place, owned: Place) -> bool:
    """Whether a body is told of as another's: "Peru's Foreign Ministry", not "Peru's KLM"."""
    between = phrase.sentence.tokens[owner.last : owned.first]
    if not between or between[0].lower != "'s" or any(t.lower in LINKS for t in between):
        return False
    return not body_words().isdisjoint(phrase.entity(owned).name.lower().split())


def _named_voice(phrase: Phrase, named: list[Place]) -> Voice:
    """The first name of the phrase, or "South Korea's Foreign Ministry" from two."""
    if len(named) > 1 and _is_owner(phrase, named[-2], named[-1]):
        owner, entity = phrase.entity(named[-2]), phrase.entity(named[-1])
        party = f"{possess(owner.name)} {entity.name}"
        return Voice(
            party, None, others((phrase.surface, entity.name, *entity.names), party),
            entity=entity.index, confidence=0.8, mention=phrase.surface,
        )  # fmt: skip
    named = named[-1:] if _is_apposed(phrase, named) else named
    if phrase.entity(named[0]).is_person:
        return phrase.person_voice(named[0])
    return phrase.entity_voice(phrase.entity(named[0]))


def _is_apposed(phrase: Phrase, named: list[Place]) -> bool:
    """Whether a name follows what it is: "the North's news agency KCNA", "AI company Nexhora"."""
    tokens, last = phrase.sentence.tokens, named[-1]
    ends = all(token.text.isdigit() for token in tokens[last.last : phrase.last])
    if len(named) < 2 or not ends:
        return False
    between = tokens[named[-2].last : last.first]
    if not between or any(t.lower in LINKS for t in between):
        return False
    told = between[-1].lower in word_set("org_roles") and not phrase.entity(last).is_person
    return between[0].lower == "'s" or told
