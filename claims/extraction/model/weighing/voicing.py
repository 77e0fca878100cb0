"""Who holds a reading's stance: the model points at names, the text must bear them out.

A source that names a person has that person as its speaker. For a pronoun, and for a
description of one person, the model's speaker is taken where he or she may be meant; else
nobody speaks. Whoever the register knows to speak for a body speaks for that.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.weighing import owners
from claims.extraction.model.weighing.accused import is_object_accused
from claims.extraction.model.weighing.answering import body_that_spoke, who_answers
from claims.extraction.model.weighing.authors import AUTHOR, is_author, is_only_in_quote
from claims.extraction.model.weighing.far_off import without_far_off
from claims.extraction.model.weighing.own_names import is_another_state
from claims.extraction.model.weighing.passing import (
    is_him,
    passes_over,
    quotes_him,
    who_quotes_him,
)
from claims.extraction.model.weighing.persons_told import find_person
from claims.extraction.model.weighing.pointing import (
    Pointed,
    holds_a_verb,
    known_nouns,
    point,
    split_pointed,
)
from claims.extraction.model.weighing.received import (
    is_only_quoting,
    only_has_it,
    who_said_it,
    who_was_asked,
)
from claims.extraction.model.weighing.ruled_out import (
    GENDERS,
    asks,
    is_later,
    is_named_later,
    is_ruled_out,
)
from claims.extraction.model.weighing.speaking_for import is_body, speaks_for, speaks_for_itself
from claims.extraction.model.weighing.told_of import (
    is_of_a_charge,
    is_source_near,
    is_told_of,
    is_told_pair,
    opens_told,
)
from claims.extraction.model.weighing.voice_at import pair_at, voice_at
from claims.extraction.model.weighing.widened import (
    is_not_cited,
    named_behind,
    who_acted_before,
    who_cites_nobody,
    who_is_from,
    who_tells_it,
    whose_aside,
    whose_clause,
)
from claims.extraction.names.entity import Entity
from claims.extraction.names.mentions import ORGANISATION
from claims.extraction.position import NOBODY
from claims.extraction.positions.hedged import quoted_reportedly
from claims.extraction.sources.nobody import is_accused, is_hearer, is_nobody, was_told
from claims.extraction.sources.phrase import for_whom
from claims.extraction.sources.taking import voice_of
from claims.extraction.text.lexicon import agent_words, body_words, word_set
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.voice import Voice

ANONYMOUS_FROM = 0.5


def voices_of_reading(done: Attributed, reading: Reading) -> list[Voice] | None:
    """The voices of a reading: one for each of those who speak jointly.

    None when it points at nobody with a name or description; empty where two are told of as at
    odds, so that neither takes a stance on what the sentence tells.
    """
    if reading.kind == "unattributed":
        told = quoted_reportedly(done.sentences[reading.sentence])
        return told or owners.told_by_claims(done, reading) or [NOBODY]
    if reading.source is None and _is_checked_by_nobody(done.page.text[slice(*reading.quote)]):
        return [NOBODY]
    seen = _who_is_seen(done, reading)
    if seen is None:
        return []
    source, party, speaker = seen
    if source is not None and (owners.owns_who_speaks(source) or asks(source)):
        return []
    if source is not None and _is_nobody(source):
        return []
    if reading.value != "alleges" and source is not None:
        told_of = party if party is not None and party.holds(source) else source
        if owners.owns_what_is_judged(told_of):
            return []
    hears = source or party
    if hears is not None and owners.is_whence(hears):
        return [NOBODY]
    if hears is not None and is_hearer(hears.sentence.tokens, hears.last):
        return [NOBODY]
    alleged = hears if reading.value == "alleges" else None
    if alleged is not None and was_told(alleged.sentence.tokens, alleged.last):
        return [NOBODY]
    said = who_said_it(done, source) if source is not None else None
    if said is not None and reading.value == "alleges":
        return [_written(reading, own) for own in said]
    if source is not None and (actors := who_acted_before(done, source)):
        return [_written(reading, own) for own in actors]
    if source is not None and (
        said := whose_clause(done, source) or who_tells_it(done, source, party)
    ):
        return [_written(reading, own) for own in said]
    if source is not None and (pair := pair_at(done, source)):
        return pair
    if source is not None and (accused := who_answers(done, source)):
        return [_written(reading, own) for own in accused]
    if source is not None and (
        is_told_of(source)
        or (reading.value == "alleges" and is_accused(source.sentence.tokens, source.last))
        or is_of_a_charge(source)
        or owners.is_basis(source)
        or owners.only_sees(source)
        or is_object_accused(source)
        or (reading.value == "alleges" and owners.is_doer(source))
    ):  # fmt: skip
        return []
    if source is not None and (whose := _whom_it_tells_of(done, source)):
        return [_written(reading, own) for own in whose]
    parts = split_pointed(done, source) if source is not None else []
    if source is not None and len(parts) > 1:
        if _are_at_odds(source):
            return []
        each = [_party(done, part, None, speaker) for part in parts]
        return [_written(reading, own) for own in each if own is not None]
    source = parts[0] if parts else None
    own = _party(done, source, party, speaker)
    if source is not None and own is not None and _is_told_of_behind(done, source, own):
        own = done.discourse.pronoun(source.pronoun, source.sentence, source.first, speaks=True)
    if source is not None and own is not None and own.party.lower().startswith(_MINE):
        quoted = done.page.quote_at(source.sentence.tokens[source.first].start)
        return [] if quoted is not None else [_written(reading, own)]  # "our source" tells it
    return [_written(reading, own)] if own is not None else None


_MINE = ("my ", "our ")


def _who_is_seen(
    done: Attributed, reading: Reading
) -> tuple[Pointed | None, Pointed | None, Pointed | None] | None:
    """The source, party and speaker of a reading, without what is none of them; None where its
    source speaks for nobody."""
    source, party, speaker = (
        point(done, span) for span in (reading.source, reading.party, reading.speaker)
    )
    source, party, speaker = without_far_off(done, reading, source, party, speaker)
    if source is not None and speaker is not None and is_only_in_quote(done, source, speaker):
        party = None if party is not None and party.holds(source) else party
        source = None
    taken_up = source is not None and bool(who_tells_it(done, source, party))
    if source is not None and party is not None and opens_told(source) and not taken_up:
        here = source.sentence.index
        speaker = speaker if speaker is not None and speaker.sentence.index == here else None
        source = None
    source = named_behind(done, source) or source if source is not None else None
    if source is not None and is_only_quoting(source):
        return None
    if source is not None and (asked := who_was_asked(done, source, reading.value)) is not None:
        source, party, speaker = asked, None, None
    if source is not None and is_not_cited(source):
        source, party, speaker = who_cites_nobody(done, source), None, None
        if source is None:
            return None
    if source is not None and is_told_pair(source):
        return None
    if source is not None and party is not None and only_has_it(source, party, reading.value):
        party = None
    if party is not None and party is not source and holds_a_verb(party):
        party = None
    if source is not None and party is not None and is_named_later(source, party):
        party = None
    if source is not None and speaker is not None and owners.holds_an_office(speaker, source):
        source = speaker
        party = party if party is not None and speaker.holds(party) else None
    if party is not None:
        party = who_is_from(done, source, party) or whose_aside(done, party) or party
    if source is not None and party is not None:
        if source.is_part_of(party) or owners.tells_of(source, party):
            source = party  # the model saw a part of it
        elif owners.speaks_not_for(source, party):
            party = None
    return source, party, speaker


def _whom_it_tells_of(done: Attributed, source: Pointed) -> list[Voice]:
    """Who speaks where the source only tells what they are: "GX5, (Valia's security agency), said"
    is said by GX5, "One of them, (Ada Lund of the firm Norvest), said" by her alone."""
    for each in done.sentences[source.sentence.index].attributions:
        beside = each.source.apposition if each.source is not None else None
        if each.source is None or beside is None:
            continue
        opening = source.sentence.tokens[each.source.first].lower
        inside = beside[0] <= source.first and source.last <= beside[1]
        if opening in ("one", "another") and inside and any(v.person for v in each.voices):
            return each.voices
        if beside == (source.first, source.last) and source.person is None:
            return each.voices  # whose director a person is, the rules may not know
    return []


def _is_told_of_behind(done: Attributed, source: Pointed, own: Voice) -> bool:
    """Whether who is taken for "he" is named behind it: "he said Orr was fit" is not said by
    Orr."""
    if source.pronoun not in GENDERS or own.entity is None:
        return False
    sentence = source.sentence
    behind = done.register.in_tokens(sentence.index, source.last, len(sentence.tokens))
    return any(place.entity == own.entity for place in behind)


def _is_checked_by_nobody(quote: str) -> bool:
    """Whether nobody is told of who could not check it: "it could not be verified"."""
    return _UNCHECKED.search(quote) is not None


_UNCHECKED = re.compile(
    r"\b(?:could|can)(?: ?not|n['’]t)?(?: \w+ly)? be(?: \w+ly)? "
    r"(?:verified|confirmed|substantiated|corroborated|authenticated|checked)\b(?! by\b)|"
    r"\bno (?:independent|official|immediate) (?:confirmation|verification)\b(?! (?:from|by)\b)",
    re.I,
)


def _written(reading: Reading, own: Voice) -> Voice:
    """The voice with how sure the reading is of it."""
    unnamed = reading.anonymous >= ANONYMOUS_FROM or is_source_near(own)
    return replace(
        own, anonymous=unnamed and own.speaker is None, confidence=reading.party_probability
    )


def _is_nobody(source: Pointed) -> bool:
    """Whether the source is of those who did not: "no group has claimed responsibility"."""
    tokens = source.sentence.tokens
    return is_nobody(tokens, source.first) and tokens[source.first].lower != "neither"


def _are_at_odds(source: Pointed) -> bool:
    """Whether a joint source is told of as disputing with each other: "kept up their feud"."""
    after = [token.lower for token in source.sentence.tokens[source.last :]]
    pairs = list(itertools.pairwise(after))
    if ("each", "other") in pairs or ("one", "another") in pairs:
        return True
    return any(a == "their" and b in word_set("voicing_disputes") for a, b in pairs)


def _names(own: Voice, pointed: Pointed) -> list[str]:
    """What a span that is pointed at adds to the voice's names: nothing of somebody else."""
    entity = pointed.entity
    if entity is not None and entity.is_person and entity.name != own.speaker:
        return []
    if any(word.islower() and is_telling(word) for word in pointed.text.split()):
        return []  # "Lima rejected Quito" names nobody
    names = [pointed.text, *(entity.names if entity is not None else [])]
    return [name for name in names if not is_another_state(own, name)]


def _party(
    done: Attributed, source: Pointed | None, party: Pointed | None, speaker: Pointed | None
) -> Voice | None:
    """The voice, from whom the source names or may mean, with the names that it goes by there."""
    if party is not None and is_ruled_out(done, source, party, speaker):
        party = _for_whom(done, source) if source is not None else None
    if source is not None and source.person is None and (party or source).text == source.text:
        whom = _for_whom(done, source)
        party = whom if whom is not None and is_body(whom) else party
    if source is not None and is_author(done, source):
        return AUTHOR
    spoke = body_that_spoke(done, source, party) if source is not None else None
    if spoke is not None:
        return _called(spoke, source, None)
    if source is not None and source.pronoun and party is not None and _is_unnamed(party):
        speaker = None  # "a woman" is she, and not the minister who is named
    later = speaker is not None and is_later(source, speaker)
    if later or (speaker is not None and owners.is_none_of_it(source, speaker)):
        speaker = None
    if source is not None and quotes_him(done, source):
        teller = who_quotes_him(done, source)
        if teller is not None or party is None or is_him(done, source, party):
            return teller
    passed = source is not None and party is not None and passes_over(done, source, party, speaker)
    if source is not None and source.pronoun and (party is None or passed):
        found = _meant(done, source)
        here = speaker is not None and speaker.sentence is source.sentence
        unlike = here and source.pronoun in GENDERS  # beside a name, "she" is no weekly
        if found is not None and (found.person or not unlike):
            return found
    if source is not None and party is not None and _is_nobodys_body(source, party, speaker):
        found = _meant(done, source)
        if found is not None and found.person:
            return found
    person = find_person(done, source, party, speaker)
    if person is not None:
        return _called(_spoken(done, person, source, party), source, party)
    if source is None or not source.pronoun:
        pointed = source if _are_two(source, party) else party or source
        own = _told(voice_at(done, pointed), source, speaker) if pointed is not None else None
    else:
        own = voice_at(done, party) if party is not None else _meant(done, source)
    return _called(own, source, party) if own is not None else None


def _are_two(source: Pointed | None, party: Pointed | None) -> bool:
    """Whether who speaks is told of by another role than the party, of another sentence, and
    neither has a name: "the warden" is not "a guard"."""
    if source is None or party is None or source.sentence.index == party.sentence.index:
        return False
    named = source.entity is not None or party.entity is not None
    roles = {source.head, party.head}
    return not named and len(roles) == 2 and roles <= word_set("person_roles")


def _is_nobodys_body(source: Pointed, party: Pointed, speaker: Pointed | None) -> bool:
    """Whether "she" would be a body for which nobody speaks whom she may be."""
    wanted = GENDERS.get(source.pronoun)
    entity = party.entity
    body = party.head in body_words() if entity is None else entity.sort == ORGANISATION
    if wanted is None or not body:
        return False
    person = speaker.person if speaker is not None else None
    return person is None or person.gender not in (None, wanted)


def _is_unnamed(party: Pointed) -> bool:
    """Whether it is somebody who has no name, and speaks for nobody: "a woman"."""
    people = word_set("person_roles") | word_set("anonymous_heads")
    opens = party.sentence.tokens[party.first].lower in ("a", "an", "one", "another")
    plain = party.head in people and party.head not in agent_words()
    return party.entity is None and opens and plain


def _for_whom(done: Attributed, source: Pointed) -> Pointed | None:
    """The body of "a spokesman for the studio"."""
    tokens = source.sentence.tokens
    first = for_whom(tokens, source.first, source.last)
    return point(done, (tokens[first].start, tokens[source.last - 1].end)) if first else None


def _called(own: Voice, source: Pointed | None, party: Pointed | None) -> Voice:
    """The voice with the names by which source and party call it."""
    named = [each for each in (source, party) if each is not None and not each.pronoun]
    if source is not None and own.speaker == own.party and speaks_for_itself(source):
        # the Kremlin is no name of "Kremlin critic Ada Orr"
        return replace(own, aliases=(*own.aliases, source.text), mention=source.text)
    aliases = dict.fromkeys([*own.aliases, *(n for each in named[::-1] for n in _names(own, each))])
    aliases.pop(own.party, None)
    return replace(own, aliases=tuple(aliases), mention=named[0].text if named else own.party)


def _meant(done: Attributed, source: Pointed) -> Voice | None:
    """Who a pronoun stands for by the rules."""
    outside = done.page.quote_at(source.sentence.tokens[source.first].start) is None
    one = outside and source.pronoun in GENDERS
    return done.discourse.pronoun(source.pronoun, source.sentence, source.first, speaks=one)


def _told(voice: Voice, source: Pointed | None, speaker: Pointed | None) -> Voice:
    """A voice with whom the source tells of by a role alone ("a spokesman"), or an account."""
    if speaker is None or source is None or not source.holds(speaker):
        return voice
    one = speaker.head in word_set("spokes_roles") - word_set("plural_people")
    last = source.first < speaker.first and source.last == speaker.last
    handle = speaker.entity is None and last and speaker.last - speaker.first == 1
    told = one or (handle and speaker.head not in known_nouns())
    return replace(voice, speaker=speaker.text) if told and speaker.person is None else voice


def _spoken(
    done: Attributed, person: Entity, source: Pointed | None, party: Pointed | None
) -> Voice:
    """The voice of a person, for the body that the register or the model knows of."""
    own = replace(voice_of(done.register, person), speaker=person.name, person=True)
    if own.party != person.name or party is None or party.entity is person:
        return own
    if not speaks_for(person, source, party):
        return own
    body = voice_at(done, party)
    names = dict.fromkeys((*body.aliases, *own.aliases, person.name))
    names.pop(body.party, None)
    return replace(own, party=body.party, aliases=tuple(names))
