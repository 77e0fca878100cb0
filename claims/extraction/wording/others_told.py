"""Whom a pronoun of a claim means by who stands beside whoever tells it.

"Orr's wife, Ada Lund, said he had been beaten" tells of Orr, "Lund rejected Orr's charge that she
stole it" of Lund, and "Lund said the king was well, denying that he had died" of the king.
"""

from __future__ import annotations

from itertools import pairwise

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.names.entity import Entity, Place
from claims.extraction.sources.roles import SEVERAL
from claims.extraction.text.lexicon import agent_words, near_words, roles_of_others, word_set
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.voice import GENDERS, POSSESSIVES, Voice
from claims.extraction.wording.of_oneself import (
    acts_on_another,
    find_telling,
    is_own_feeling,
    owns,
    owns_up,
)
from claims.extraction.wording.persons import gender_of
from claims.model import Stance

NEAR = near_words() | {
    "ex-wife", "ex-husband", "widower", "nephew", "niece", "fiancee", "fiance", "coach",
    "grandmother", "grandfather", "stepfather", "stepmother", "roommate", "close",
    "doctor", "physician", "surgeon", "office", "team", "camp", "campaign", "entourage", "estate",
    "flatmate", "housemate", "classmate", "schoolmate", "teammate", "workmate", "bandmate",
    "landlord", "landlady", "boss", "employer", "therapist", "trainer", "carer", "tutor", "teacher",
    "biographer", "widow",
}  # fmt: skip
"""Who is told of by whose they are, and tells of that one."""
_FOR = frozenset(["of", "to", "for"])
_REJECTING = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.DECLINES, Stance.NEITHER})
_CHARGES = frozenset(
    ["accusation", "accusations", "allegation", "allegations", "charge", "charges"]
)
_SUBJECT = 4
"""Tokens of a content in which whoever it is about is named."""


def of_whom_near_ones_tell(
    done: Attributed, sentence: Sentence, at: int, voice: Voice, gender: str
) -> str | None:
    """The person whose kin or friend tells of whom the pronoun at ``at`` means: Orr of "Orr's wife,
    Ada Lund,"; whoever owns up to it. "" for somebody whom nothing tells apart, as in what may be
    told of either, None where the words tell of nobody."""
    whose = _whose_near_ones(done, sentence, at, voice, gender)
    if whose is None or gender_of(voice) not in (None, gender):
        return whose
    telling = find_telling(done, sentence, at)
    source = telling.source if telling is not None else None
    role = sentence.tokens[source.first : source.last] if source is not None else ()
    if not agent_words().isdisjoint(token.lower for token in role):
        return whose
    if owns_up(done, sentence, at) or acts_on_another(sentence.tokens, at, gender):
        return voice.speaker if voice.speaker and voice.speaker[:1].isupper() else ""
    return "" if is_own_feeling(sentence.tokens, at) else whose


def _whose_near_ones(
    done: Attributed, sentence: Sentence, at: int, voice: Voice, gender: str
) -> str | None:
    attribution = find_telling(done, sentence, at)
    source = attribution.source if attribution is not None else None
    if source is None:  # "the king's doctor smiled, denying that he was ill"
        owner, _, near = voice.party.rpartition("'s ")
        return owner if attribution is not None and near in NEAR and owner else None
    opening = sentence.tokens[source.first].lower
    pronoun = POSSESSIVES.get(opening, "")
    if GENDERS.get(pronoun) == gender:
        role = {token.lower for token in sentence.tokens[source.first : source.last]}
        if not role.isdisjoint(NEAR):
            whose = done.discourse.pronoun(pronoun, sentence, source.first, owns=True)
            if whose is None or whose.entity is None or whose.name == voice.speaker:
                return ""
            return whose.name
    spans = [(source.first, source.last), *([source.apposition] if source.apposition else [])]
    for first, last in spans:
        for place in done.register.in_tokens(sentence.index, first, last):
            entity = done.register.entities[place.entity]
            himself = entity.name == (voice.speaker or voice.party)
            if himself or not _may_be(entity, gender):
                continue
            if _is_whose(sentence.tokens, place, first, last):
                return entity.name
    described = _described_owner(sentence.tokens, source.first, source.last, gender, voice.party)
    if described is None and _is_source_close_to(sentence.tokens, source.first, source.last):
        return ""  # "a source close to the inquiry said he had fled": nobody whom it tells
    return described


def _described_owner(
    tokens: tuple[Token, ...], first: int, last: int, gender: str, party: str
) -> str | None:
    """Whoever has no name and whose kin or agent a phrase names: "the actor" of "the actor's
    sister" and of "a source close to the actor", where nothing names the ``party``."""
    roles = word_set("person_roles") - word_set("plural_people") - SEVERAL
    roles -= roles_of_others(gender)
    for at in range(first + 1, last - 2):
        link, article, whose = (token.lower for token in tokens[at : at + 3])
        near = tokens[at - 1].lower in NEAR and link in _FOR and article == "the"
        if near and whose in roles and at + 3 == last and party.lower().endswith(f" the {whose}"):
            return f"the {whose}"
    for at in range(first + 2, last - 1):
        if tokens[at].lower != "'s" or tokens[at + 1].lower not in NEAR:
            continue
        article, whose = tokens[at - 2].lower, tokens[at - 1].lower
        if article == "the" and whose in roles:
            return f"the {whose}"
    return None


def _is_source_close_to(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether an unnamed source is told of by whom they are close to."""
    words = [token.lower for token in tokens[first:last]]
    return not _SOURCES.isdisjoint(words) and ("close", "to") in pairwise(words)


_SOURCES = frozenset(["source", "sources", "insider", "insiders"])


def whom_a_charge_is_on(
    done: Attributed, sentence: Sentence, at: int, gender: str
) -> tuple[bool, str | None]:
    """Whether the pronoun at ``at`` opens what another's charge tells that somebody rejects, and
    whom it is on: Lund of "Lund rejected Orr's charge that (she)"."""
    tokens = sentence.tokens
    if at < 2 or tokens[at - 1].lower != "that":
        return False, None
    noun = at - 2
    known = word_set("report_nouns") | _CHARGES
    if tokens[noun].lower not in known:
        return False, None
    owner = next(
        (n for n in (noun - 1, noun - 2) if n > 0 and tokens[n].lower in ("'s", "'")), None
    )
    if owner is None:
        return False, None
    for attribution in done.sentences[sentence.index].attributions:
        cue = attribution.cue
        if cue.stance not in _REJECTING or not cue.last < owner or not attribution.voices:
            continue
        outer = attribution.voices[0]
        entity = None if outer.entity is None else done.register.entities[outer.entity]
        if entity is not None and _may_be(entity, gender) and outer.person:
            return True, outer.speaker if outer.speaker == outer.party else outer.name
        accused = tokens[noun].lower in _CHARGES
        return accused, None  # a body rejects it: who is meant, nothing here tells
    return False, None


def whom_it_goes_on_about(
    done: Attributed, sentence: Sentence, at: int, voice: Voice, gender: str
) -> tuple[bool, str | None]:
    """Whether the part of the sentence with the pronoun at ``at`` goes on behind another, which
    names others of that gender, and whom that is about: the king of "said the king was well,
    denying that (he) had died"."""
    attribution = find_telling(done, sentence, at)
    if attribution is None or not attribution.inherited:
        return False, None
    people = {
        place.entity
        for place in done.register.in_tokens(sentence.index, 0, attribution.cue.first)
        if place.entity != voice.entity and _is_known_person(done, place, gender)
    }
    if not people:
        return False, None
    for before in done.sentences[sentence.index].attributions:
        content = before.content
        told = content is not None and content.last <= attribution.cue.first
        if not told or content is None or before.voices != attribution.voices:
            continue
        opens = done.register.in_tokens(
            sentence.index, content.first, min(content.last, content.first + _SUBJECT)
        )
        about = [p.entity for p in opens if p.entity in people]
        if len(people) == 1 and about:
            return True, done.register.entities[about[0]].name
    return True, None


def whom_it_is_done_to(
    done: Attributed, sentence: Sentence, base: int, at: int, voice: Voice, gender: str
) -> str | None:
    """Who tells it, where something is done to "her" of which one other alone is named: "Lund said
    the doctor, Ben Orr, had touched (her)"."""
    tokens = sentence.tokens
    ends = tokens[at].lower != "her" or not owns(tokens, at)
    if not (ends and voice.person and voice.speaker and voice.gender == gender):
        return None
    places = list(done.register.in_tokens(sentence.index, base, at))
    people = {place.entity for place in places}
    roles = [n for n in range(base, at) if tokens[n].lower in word_set("person_roles")]
    apart = [n for n in roles if not any(p.first - _TITLE <= n < p.last + _TITLE for p in places)]
    if people and apart:
        return None  # "told of Orr that he met the officer and pushed him"
    if len(people) > 1 or len(roles) > 1 or not (people or roles) or voice.entity in people:
        return None
    return voice.name


_TITLE = 3
"""Tokens before or behind a name in which it is told what somebody is: "the doctor, (Ben Orr)"."""


def whom_it_told_of_before(
    done: Attributed, sentence: Sentence, base: int, voice: Voice, gender: str
) -> str | None:
    """The one person without a name of whom the voice told just before the token ``base``: "the
    man" of "said that a man was held but would not say whether (he) was armed"."""
    roles = word_set("person_roles") - word_set("plural_people") - SEVERAL
    roles -= roles_of_others(gender) | word_set("spokes_roles")
    found: set[str] = set()
    for each in done.sentences[sentence.index].attributions:
        content = each.content
        if content is None or content.last > base or voice not in each.voices:
            continue
        told = sentence.tokens[content.first : content.last]
        found |= {
            token.lower
            for before, token in pairwise(told)
            if token.lower in roles and (before.lower in _ONE or before.text.islower())
        }
    return f"the {found.pop()}" if len(found) == 1 else None


_ONE = frozenset(["a", "an", "the", "one"])


def _may_be(entity: Entity, gender: str) -> bool:
    return entity.seems_person and entity.gender in (None, gender)


def _is_known_person(done: Attributed, place: Place, gender: str) -> bool:
    entity = done.register.entities[place.entity]
    return entity.is_person and entity.gender in (None, gender)


def _is_whose(tokens: tuple[Token, ...], place: Place, first: int, last: int) -> bool:
    """Whether the phrase ``first:last`` is of somebody near to whom the name there is: "Orr's
    wife", "the wife of the blogger Orr"."""
    if place.last < last and tokens[place.last].lower in ("'s", "'"):
        return any(token.lower in NEAR for token in tokens[place.last + 1 : last])
    pairs = pairwise(tokens[first : place.first])
    return any(one.lower in NEAR for one, link in pairs if link.lower in _FOR)
