"""Sources told of by a role, and for whom who holds it speaks: "a spokesman for the Met", "his
lawyer, Eva Lind,", "the mayor's agent"."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.names.entity import Entity, Place
from claims.extraction.names.governments import government_beside, government_of_page
from claims.extraction.names.mentions import (
    ADJECTIVE,
    ORGANISATION,
    possess,
)
from claims.extraction.names.owners import NO_LONGER
from claims.extraction.names.words import TRADES
from claims.extraction.sources.bodies import (
    INDEFINITE,
    PARTNERS,
    apposed_name,
    body_voice,
    is_title,
)
from claims.extraction.sources.owning import is_state, is_sure, last_body, only_teller
from claims.extraction.sources.phrase import (
    ARTICLES,
    NO_CLIENTS,
    Phrase,
    for_whom,
    others,
)
from claims.extraction.text.lexicon import (
    SPOKESMEN,
    agent_words,
    body_words,
    near_words,
    word_set,
)
from claims.extraction.voice import POSSESSIVES, Voice

_HIDDEN = frozenset(
    ["source", "sources", "official", "officials", "employee", "executive", "executives"]
)
SEVERAL = frozenset(["family", "couple", "parents"])
"""Roles that one person does not hold."""


def told_by_name(phrase: Phrase) -> Voice:
    """Who has no name, and is told of by another's: "the Corbin police force", "a Fox trainee"."""
    if phrase.head not in body_words():
        return role_voice(phrase)
    names = tuple(phrase.entity(place).name for place in phrase.named)
    party = phrase.bare if phrase.start in ARTICLES - INDEFINITE else phrase.surface
    return Voice(
        party, None, others((phrase.surface, *names), party), confidence=0.6, mention=phrase.surface
    )


def appended_person(phrase: Phrase) -> Voice | None:
    """``Nelson's manager, Jean-Pierre Henraux,``: the name stands in the apposition."""
    head = phrase.head
    if phrase.apposition is None or not (head in word_set("person_roles") or _is_described(phrase)):
        return None
    for place in phrase.register.in_tokens(phrase.sentence.index, *phrase.apposition):
        entity = phrase.entity(place)
        if [t.lower for t in phrase.sentence.tokens[place.last : place.last + 1]] == ["'s"]:
            continue  # "a spokesman for GX5, Valia's security agency,"
        opening = phrase.sentence.tokens[phrase.apposition[0] + 1 : place.first]
        whole = all(map(is_title, opening)) or place == apposed_name(phrase)
        if entity.sort in (ADJECTIVE, ORGANISATION) or not whole:
            continue
        if head in PARTNERS and not entity.is_person and place.last - place.first == 1:
            continue  # "its partner, Kellmark,"
        if _is_anothers(phrase):
            return _told_by_whose(phrase, entity)
        voice = phrase.entity_voice(entity)
        owner = _for_whom_named(phrase)
        if owner is not None and owner.party != phrase.surface:
            names = (*owner.aliases, *voice.aliases, entity.name)
            if owner.entity != entity.index and _stays_so(phrase, owner):
                # who speaks for it stays so: "The Orsk spokesman, Orr,"
                entity.institution = entity.institution or owner.party
            return replace(
                owner, speaker=entity.name, aliases=others(names, owner.party),
                person=True, gender=entity.gender, entity=entity.index, guessed=False,
            )  # fmt: skip
        return replace(voice, speaker=voice.speaker or entity.name, person=True)
    return None


def _for_whom_named(phrase: Phrase) -> Voice | None:
    """Whom somebody speaks for whose name the apposition tells, by the words before it."""
    if _is_former(phrase):
        return None
    if phrase.head == "minister" and phrase.start == "the":
        state = only_teller(phrase.discourse, phrase.sentence, phrase.first)
        if state is not None and is_state(phrase.register, state):
            return state
    if phrase.head in word_set("spokes_roles"):
        return _told_before(phrase) or role_voice(phrase)
    return owner_voice(phrase) if is_officer(phrase) else None


def is_officer(phrase: Phrase) -> bool:
    """Whether it tells of who leads a body: "its chief technology officer"."""
    words = [token.lower for token in phrase.tokens]
    return words[-1:] == ["officer"] and "chief" in words[-_CHARGE:-1]


_CHARGE = 4
"""Words of "chief human resources officer", at most."""


def _stays_so(phrase: Phrase, owner: Voice) -> bool:
    """Whether it is sure for whom somebody with a name speaks: a name or the client tells it, or
    "her" can be nobody else's."""
    if phrase.start in POSSESSIVES:
        owned = POSSESSIVES[phrase.start]
        return is_sure(phrase.discourse, owner, owned, phrase.sentence, phrase.first)
    if phrase.head in SPOKESMEN | {"minister"} and phrase.start in ("a", "an", "the"):
        return True  # nothing but a sure body was taken for theirs
    return bool(phrase.named) or (phrase.head in word_set("client_roles") and phrase.is_owned)


def _is_anothers(phrase: Phrase) -> bool:
    """Whether a name behind it is of whose the phrase is: "the family of the victim, Ada Orr", "a
    spokesman for Kellmark's partner, Renault"."""
    words = [token.lower for token in phrase.tokens]
    one = words[-1] in (PARTNERS | word_set("kin") | word_set("near_ones")) - _GROUPS
    if phrase.head in agent_words() and "for" in words and one:
        return True
    of, article, whose = ("", "", "", *words)[-3:]
    told = of == "of" and article in ARTICLES and whose in word_set("person_roles")
    return told and phrase.head in near_words()


_GROUPS = frozenset(["family", "relatives", "friends", "parents", "couple"])
"""Of whom nobody behind them is the name."""


def _told_by_whose(phrase: Phrase, entity: Entity) -> Voice:
    """Who speaks by whose they are: the client of a lawyer, "Ada Orr's family" of a family."""
    if phrase.head in agent_words():
        return replace(phrase.entity_voice(entity), speaker=None)
    party = f"{possess(entity.name)} {phrase.head}"
    return Voice(party, None, (phrase.surface,), confidence=0.6, mention=phrase.surface)


def _told_before(phrase: Phrase) -> Voice | None:
    """The body told of before that a role word means: "the ministry's spokesman", "an army
    spokesman"; None where the phrase names one."""
    known = word_set("org_roles")
    word = next((token.lower for token in phrase.tokens[:-1] if token.lower in known), None)
    if word is None or phrase.named:
        return None
    found = phrase.discourse.body(word, phrase.sentence, phrase.first)
    return None if found is None or found.person else found


def _is_described(phrase: Phrase) -> bool:
    """Whether "a former contractor, Lee Marsh," is nothing but a description and a name."""
    opens = phrase.start in INDEFINITE or phrase.start in ("the", "one")
    of_group = phrase.head == "member" and phrase.start in INDEFINITE
    if not opens or (phrase.named and not of_group) or phrase.head in body_words():
        return False
    place = apposed_name(phrase)
    return place is not None and place.last - place.first in (2, 3)


def owned_person(phrase: Phrase, place: Place) -> Voice | None:
    """``his lawyer Eva Lind``, ``Spokesman Eva Lind``: who is named speaks for somebody else.

    Whoever that is stays so for the rest of the document.
    """
    entity, known = phrase.entity(place), word_set("spokes_roles")
    before = phrase.sentence.tokens[phrase.first : place.first]
    roles = [token.lower for token in before if token.lower in known]
    if entity.institution is not None or not roles or _is_former(phrase):
        return None
    if [token.lower for token in before] == ["government", *roles]:
        register, sentence = phrase.register, phrase.sentence
        of_page = government_of_page(register) or government_beside(register, sentence)
        owner: Voice | None = Voice(of_page or _UNTOLD, None, (), confidence=0.6)
    elif phrase.start in SPOKESMEN:
        owner = last_body(phrase.discourse, phrase.sentence)
    else:
        owner = _owner(phrase, roles[-1])
    if owner is None or owner.entity == entity.index or owner.party == entity.name:
        return None
    entity.institution = owner.party
    voice = phrase.entity_voice(entity)
    names = (*voice.aliases, *owner.aliases)
    return replace(
        voice, aliases=others(names, voice.party), confidence=0.55,
        note=owner.note, pronoun=owner.pronoun,
    )  # fmt: skip


_UNTOLD = "Government"
"""Whom "Government spokesman Orr" speaks for where nothing tells whose that is."""


def role_voice(phrase: Phrase) -> Voice:
    """``a spokesman for the Met``, ``the official``, ``Apple officials``, ``Woods' agent``."""
    head = phrase.head
    plural = head in word_set("plural_people") or (head.endswith("s") and not head.endswith("ss"))
    if head in word_set("spokes_roles"):
        spoken = _spokes_voice(phrase, head, plural=plural)
        if spoken is not None:
            return spoken
    if phrase.start in ("the", "this", "that") and not phrase.named and not phrase.is_owned:
        found = phrase.described()
        if found is not None and not _tells_apart(phrase, found):
            return found
    names = tuple(phrase.entity(place).name for place in phrase.named)
    return Voice(
        phrase.surface, None, others(names, phrase.surface), anonymous=True,
        person=not plural and head not in SEVERAL | _FIRMS | _BODIES, plural=plural,
        confidence=0.65, mention=phrase.surface,
    )  # fmt: skip


_FIRMS = frozenset(["label", "manufacturer", "maker", "insurer", "lender", "club", "subsidiary"])
"""What somebody has that is nobody."""
_BODIES = word_set("org_roles")


def _tells_apart(phrase: Phrase, found: Voice) -> bool:
    """Whether two who have no name are told apart: "the man in the mask" is not "the kneeling
    man"."""
    if found.entity is not None:
        return False
    beside = ARTICLES | {phrase.head}
    own = set(phrase.surface.lower().split()) - beside
    other = set(found.mention.lower().partition(" claiming to be ")[0].split()) - beside
    return bool(own) and bool(other) and own.isdisjoint(other)


def _spokes_voice(phrase: Phrase, head: str, *, plural: bool) -> Voice | None:
    """Somebody who speaks for a body or a client named beside the role."""
    told = [token.lower for token in phrase.tokens if token.lower not in ARTICLES]
    if told == ["government", head]:
        government = government_of_page(phrase.register)
        if government is not None:
            return _for_body(phrase, government, hidden=head in _HIDDEN, plural=plural)
    if phrase.places and not _is_former(phrase):
        tokens = phrase.sentence.tokens
        inside = range(phrase.first, phrase.last)
        at = next((i for i in inside if tokens[i].lower == head), phrase.last - 1)
        register = phrase.register
        body = register.owner_of(phrase.sentence, at)
        owner = register.find(body) if body is not None else None
        theirs = owner is not None and owner.is_person and head not in word_set("client_roles")
        if body is not None and not theirs:  # "the president's adviser" has a mind of their own
            hidden = head in _HIDDEN and tokens[at - 1].lower != "chief"
            return _for_body(phrase, body, hidden=hidden, plural=plural)
    if head in SPOKESMEN and told[1:] == [head] and not phrase.named:
        spoken = _of_that_sort(phrase, told[0], plural=plural)
        if spoken is not None:
            return spoken
    if head in SPOKESMEN and told == [head] and phrase.start in ("a", "an"):
        teller = only_teller(phrase.discourse, phrase.sentence, phrase.first)
        if teller is not None:
            names = others((*teller.aliases, phrase.surface), teller.party)
            return replace(teller, speaker=phrase.surface, aliases=names, mention=phrase.surface)
    return _for_whom(phrase) or _for_client(phrase) or owner_voice(phrase)


def _of_that_sort(phrase: Phrase, body: str, *, plural: bool) -> Voice | None:
    """``a police spokesman`` speaks for the police, by the name that the text has for them."""
    if body not in word_set("coref_own_names") - _OF_STATES:
        return _of_firm(phrase, body)
    known = phrase.discourse.body(body, phrase.sentence, phrase.first)
    party, names = (known.party, known.aliases) if known and not known.person else (body, ())
    return Voice(
        party, phrase.bare, others((*names, body, phrase.surface), party), person=not plural,
        plural=plural, confidence=0.7, mention=phrase.surface,
    )  # fmt: skip


def _of_firm(phrase: Phrase, word: str) -> Voice | None:
    """``a company spokesman`` speaks for the company, where the text told of one by that word, or
    of one alone in business."""
    if word not in TRADES | {"company", "firm"}:
        return None
    where = (phrase.sentence, phrase.first)
    known = phrase.discourse.body(word, *where) or phrase.discourse.only_firm(word, *where)
    if known is None or known.person or known.entity is None:
        return None
    names = others((*known.aliases, phrase.surface), known.party)
    surface = phrase.surface
    return replace(known, speaker=surface, aliases=names, confidence=0.6, mention=surface)


_OF_STATES = frozenset(["government", "administration", "regime"])
"""Bodies of which each state has one."""


def _for_whom(phrase: Phrase) -> Voice | None:
    """``a spokesman for the studio`` speaks for it, whether or not the text told of it before."""
    first = for_whom(phrase.sentence.tokens, phrase.first, phrase.last)
    body = replace(phrase, first=first, apposition=None) if first is not None else None
    if body is None or body.head not in body_words():
        return None
    voice = body.described() or body_voice(body)
    voice = voice or Voice(body.surface, None, (), confidence=0.5)  # "the ministry", told by itself
    if voice.person:
        return None
    names = others((*voice.aliases, phrase.surface), voice.party)
    return replace(voice, aliases=names, mention=phrase.surface)


def _for_client(phrase: Phrase) -> Voice | None:
    """``the mayor's lawyer``, ``an agent for the singer``: whoever has no name speaks by them."""
    if phrase.head not in word_set("client_roles") or phrase.named or _is_former(phrase):
        return None
    client = _client(phrase)
    people = word_set("person_roles") | word_set("plural_people")
    if client is None or client.start != "the" or client.head not in people - NO_CLIENTS:
        return None
    plural = client.head in word_set("plural_people")
    voice = client.described() if client.head not in _ANYBODY else None
    if voice is None or voice.entity is None or not voice.person or voice.supposed:
        voice = Voice(
            client.surface, None, (), anonymous=True, person=not plural, plural=plural,
            confidence=0.5,
        )  # fmt: skip
    names = others((*voice.aliases, phrase.surface), voice.party)
    return replace(voice, speaker=phrase.surface, aliases=names, mention=phrase.surface)


_ANYBODY = frozenset(["man", "woman", "boy", "girl", "teenager", "teen", "person"])
"""Words by which a text tells of anybody, whom it may name elsewhere or not."""


def _client(phrase: Phrase) -> Phrase | None:
    """Whose the agent or lawyer of a phrase is, by the words of the phrase."""
    first = for_whom(phrase.sentence.tokens, phrase.first, phrase.last)
    if first is not None:
        return replace(phrase, first=first, apposition=None)
    marks = [at for at, token in enumerate(phrase.tokens) if token.lower in ("'s", "'")]
    if len(marks) != 1 or marks[0] != len(phrase.tokens) - 2:
        return None
    return replace(phrase, last=phrase.first + marks[0], apposition=None)


def owner_voice(phrase: Phrase) -> Voice | None:
    """``her representative`` speaks for her, whoever she is."""
    owner = _owner(phrase, phrase.head)
    if owner is None:
        return None
    names = (*owner.aliases, phrase.surface)
    return replace(owner, speaker=phrase.surface, aliases=names, confidence=0.55)


def _owner(phrase: Phrase, head: str) -> Voice | None:
    """Whom "his lawyer" speaks for; of "his rival's lawyer" nothing is known."""
    if phrase.is_owned:
        return None
    owner = phrase.possessor()
    if owner is None or _speaks_for_itself(phrase, head, owner):
        return None
    return owner


def _is_former(phrase: Phrase) -> bool:
    """Whether it tells of who somebody was: "Orr's former lawyer" speaks for no Orr."""
    return any(token.lower in NO_LONGER for token in phrase.tokens)


def _speaks_for_itself(phrase: Phrase, head: str, owner: Voice) -> bool:
    """Whether "her minister" or "its former head" is no voice of whom they belong to."""
    if _is_former(phrase):
        return True
    person = owner.person or phrase.start in ("his", "her")
    if [token.lower for token in phrase.tokens[-2:]] == ["press", "secretary"]:
        return False
    return person and head not in word_set("client_roles") | word_set("client_bodies")


def _for_body(phrase: Phrase, body: str, *, hidden: bool, plural: bool) -> Voice:
    known = phrase.register.find(body)
    names = (body, phrase.surface, *(known.names if known else ()))
    party = phrase.bare if hidden else body
    return Voice(
        party, None if hidden else phrase.bare, others(names, party), anonymous=hidden,
        person=not plural, plural=plural, entity=known.index if known else None,
        confidence=0.75, mention=phrase.surface,
    )  # fmt: skip
