"""Whom the model points at as the party, and who is none by what the text says."""

from __future__ import annotations

import itertools

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.cues.deeds import is_accusing
from claims.extraction.model.weighing import owners
from claims.extraction.model.weighing.accused import is_object_accused
from claims.extraction.model.weighing.answering import answers_party
from claims.extraction.model.weighing.pointing import Pointed
from claims.extraction.model.weighing.received import is_asker
from claims.extraction.names.entity import Entity
from claims.extraction.names.mentions import UNKNOWN
from claims.extraction.names.owners import NO_LONGER
from claims.extraction.names.words import is_known_body, is_seat
from claims.extraction.sources.named import only_quoted
from claims.extraction.sources.phrase import NO_CLIENTS, for_whom
from claims.extraction.text.lexicon import agent_words, body_words, word_set
from claims.extraction.wording import unmeant

GENDERS = {**unmeant.GENDERS, "him": "m"}
_NEW = frozenset(["a", "an", "another"])


def is_ruled_out(
    done: Attributed, source: Pointed | None, party: Pointed, speaker: Pointed | None
) -> bool:
    """Whether the party that is pointed at cannot be the source's."""
    return (
        party.pronoun != ""
        or is_seat(party.text)
        or _tells_else(done, source, party)
        or is_later(source, party)
        or _is_elsewhere(source, party)
        or owners.is_none_of_it(source, party)
        or (source is not None and is_asker(source, party))
        or answers_party(done, source, party)
        or _has_its_own(source, party)
        or _speaks_for_a_body(source, party)
        or _speaks_no_more(source, party)
        or _speaks_for_him(source, party)
        or _is_somebody_new(source, party)
        or _is_of_another_gender(source, party, speaker)
        or _is_only_quoted(done, source, party)
        or _is_told_of_before(source, party)
        or _is_a_bare_noun(done, source, party)
        or _is_where(done, source, party)
        or _is_accused(done, source, party)
        or _was_accused(done, source, party, speaker)
        or _is_of_others(source, party)
        or _has_no_lawyer(source, party)
        or asks(party)
    )


def is_later(source: Pointed | None, pointed: Pointed) -> bool:
    """Whether somebody is named only after the pronoun that they would be meant by."""
    if source is None or not source.pronoun:
        return False
    entity = pointed.entity
    if source.pronoun in GENDERS and (entity is None or not entity.is_person):
        return pointed.sentence.index > source.sentence.index  # the body of who speaks next
    return entity is not None and entity.first > (source.sentence.index, source.first)


def is_named_later(source: Pointed, party: Pointed) -> bool:
    """Whether somebody else is named only after who speaks was told of, in another sentence."""
    later = party.sentence.index > source.sentence.index
    return later and not source.pronoun and (source.entity is None or source.entity != party.entity)


def _is_elsewhere(source: Pointed | None, party: Pointed) -> bool:
    """Whether a source has a person's name and the party is another, of another sentence; a body
    without a name only where a ruler speaks."""
    named = nameable(source)
    if source is None or named is None or source.sentence.index == party.sentence.index:
        return False
    return _governs(source) if party.entity is None else named is not party.entity


def _is_only_quoted(done: Attributed, source: Pointed | None, party: Pointed) -> bool:
    """Whether "he" would be somebody whom only what he says names: "'Ask Karl Orr,' he said"."""
    if source is None or source.pronoun not in ("he", "she") or party.entity is None:
        return False
    return party.entity.index in only_quoted(done.register, source.sentence, source.first)


def _is_told_of_before(source: Pointed | None, party: Pointed) -> bool:
    """Whether "he" would be somebody without a name of whom he told right before: "Reports that a
    second gunman had fled were untrue, he said"."""
    if source is None or source.pronoun not in ("he", "she") or party.entity is not None:
        return False
    if source.sentence.index != party.sentence.index or party.last > source.first:
        return False
    tokens, at = source.sentence.tokens, source.last
    ends = at + 1 >= len(tokens) or not tokens[at + 1].is_word
    return source.first > 0 and tokens[source.first - 1].text == "," and ends


def _is_a_bare_noun(done: Attributed, source: Pointed | None, party: Pointed) -> bool:
    """Whether "he" would be but a word, "gunman", where the rules know who by name it is."""
    if source is None or source.pronoun not in ("he", "she") or party.entity is not None:
        return False
    if party.last - party.first > 1 or not party.text.islower():
        return False
    told = done.sentences[source.sentence.index].attributions
    own = (each for each in told if each.source is not None and each.source.first == source.first)
    return any(voice.entity is not None for each in own for voice in each.voices)


def _is_where(done: Attributed, source: Pointed | None, party: Pointed) -> bool:
    """Whether "he" would be a name that is first told of as where something is: "above Tarn"."""
    entity = party.entity
    if source is None or source.pronoun not in ("he", "she") or entity is None:
        return False
    if entity.sort != UNKNOWN or entity.is_person or " " in entity.name:
        return False
    sentence, at = entity.first
    tokens = done.page.sentences[sentence].tokens
    return at > 0 and tokens[at - 1].lower in _WHERE


_WHERE = frozenset(
    ["above", "across", "around", "below", "beyond", "in", "inside", "near", "off", "outside",
     "throughout"]
)  # fmt: skip
"""Words behind which it is told where something is."""


def _is_of_another_gender(source: Pointed | None, party: Pointed, speaker: Pointed | None) -> bool:
    """Whether the party is a woman and the source "he", or the other way round.

    Unless somebody speaks for her, who may be the one that is meant.
    """
    entity = party.entity
    wanted = GENDERS.get(source.pronoun) if source is not None else None
    if wanted is None or entity is None or not entity.is_person or entity.gender in (None, wanted):
        return False
    if entity.name.split()[0].lower() in word_set("family_first"):
        return False
    other = speaker.entity if speaker is not None else None
    return other is None or other.roles.isdisjoint(word_set("client_roles"))


def _tells_else(done: Attributed, source: Pointed | None, party: Pointed) -> bool:
    """Whether the party tells something else in the sentence, and the source is another by name or
    description: "two officials said P, but the agency said that Q"."""
    if source is None or source.pronoun or source.sentence.index != party.sentence.index:
        return False
    if source.first <= party.first < source.last or party.first <= source.first < party.last:
        return False
    tellers = [
        each.source
        for each in done.sentences[party.sentence.index].attributions
        if each.source is not None
    ]
    own = any(each.first < source.last and source.first < each.last for each in tellers)
    return own and any(each.first <= party.first < each.last for each in tellers)


def _is_accused(done: Attributed, source: Pointed | None, party: Pointed) -> bool:
    """Whether the party is whom the source accuses: "she accused the ministry of hiding it"."""
    if source is None or source.sentence.index != party.sentence.index:
        return False
    return any(
        is_accusing(each.cue.lemma)
        and each.content is not None
        and source.last <= each.cue.first
        and (
            each.cue.last < each.content.first <= party.first < each.content.last
            or is_object_accused(party)
        )
        for each in done.sentences[party.sentence.index].attributions
    )


def _has_its_own(source: Pointed | None, party: Pointed) -> bool:
    """Whether the source is a name whose own campaign or office tells it, and the party another:
    "(Orr)'s campaign said"."""
    if source is None or source.entity is None or source.entity is party.entity:
        return False
    behind = [token.lower for token in source.sentence.tokens[source.last : source.last + 2]]
    other = source.sentence.index != party.sentence.index
    return other and behind[:1] == ["'s"] and behind[-1] in word_set("client_bodies")


def _was_accused(
    done: Attributed, source: Pointed | None, party: Pointed, speaker: Pointed | None
) -> bool:
    """Whether the speaker just accused the party, and speaks for it no more than for any other:
    "Orr accused Kellmark of lying. He said"."""
    if source is None or party.entity is None or speaker is None or speaker.entity is None:
        return False
    index, register = source.sentence.index, done.register
    return any(
        is_accusing(each.cue.lemma)
        and each.content is not None
        and any(voice.entity == speaker.entity.index for voice in each.voices)
        and any(
            place.entity == party.entity.index
            for place in register.in_tokens(at, each.content.first, each.content.last)
        )
        for at in range(max(0, index - _JUST), index)
        for each in done.sentences[at].attributions
    )


_JUST = 2
"""Sentences in which somebody was accused before."""


def _is_of_others(source: Pointed | None, party: Pointed) -> bool:
    """Whether the source is a body or somebody ("the airline", "the owner") and the party people
    told of before ("two passengers"), for whom neither speaks; or a body and the party a person."""
    if source is None or source.pronoun or source.sentence.index == party.sentence.index:
        return False
    if source.entity is not None or source.head in agent_words() | word_set("plural_people"):
        return False
    body = source.head in body_words()
    if party.person is not None:
        opening = source.sentence.tokens[max(0, source.first - 1) : source.first + 1]
        owned = any(t.lower == "'s" for t in source.sentence.tokens[source.first : source.last])
        told = owned or any(token.lower in ("the", *_NEW) for token in opening)
        return body and told and source.head not in _OF_PERSONS
    named = body or source.head in word_set("person_roles")
    return named and party.entity is None and party.head in word_set("plural_people")


_OF_PERSONS = frozenset(["team", "campaign", "office", "camp", "estate", "foundation", "party"])
"""Bodies that a person may speak by: "the campaign said"."""


def _has_no_lawyer(source: Pointed | None, party: Pointed) -> bool:
    """Whether the source is "his lawyer" or "a spokesman" and the party a judge without a name, or
    people who only saw something."""
    agent = source is not None and source.head in agent_words()
    return agent and party.entity is None and party.head in NO_CLIENTS | _ONLOOKERS


_ONLOOKERS = frozenset(
    ["witness", "witnesses", "eyewitnesses", "onlookers", "bystanders", "neighbours", "neighbors",
     "passers-by", "experts", "analysts", "observers", "commentators", "critics"]
)  # fmt: skip


def asks(pointed: Pointed) -> bool:
    """Whether who is pointed at only asks: "A reporter asked whether it sank. 'No,' he said"."""
    tokens = pointed.sentence.tokens
    behind = [token.lower for token in tokens[pointed.last :]]
    when = [token.lower for token in tokens[max(0, pointed.first - 2) : pointed.first]]
    if "when" in when and behind[:1] and behind[0] in _REACHES:
        return True  # "When the Post reached Ada Orr she wrote that"
    return behind[:1] in (["asked"], ["asks"]) and not {"whether", "if"}.isdisjoint(behind)


_REACHES = frozenset(
    ["reached", "reaches", "contacted", "contacts", "approached", "emailed", "phoned", "called"]
)


def _speaks_for_a_body(source: Pointed | None, party: Pointed) -> bool:
    """Whether the source is "a ministry spokesman" or "a spokesman for the ministry", and the party
    somebody else, a person."""
    if source is None or party.person is None or source.holds(party):
        return False
    tokens = source.sentence.tokens
    words = [token.lower for token in tokens[source.first : source.last]]
    roles, bodies = word_set("spokes_roles"), word_set("org_roles")
    if any(b in roles and a in bodies for a, b in itertools.pairwise(words)):
        return True
    begun = for_whom(tokens, source.first, source.last)
    return begun is not None and not bodies.isdisjoint(words[begun - source.first + 1 :])


def _speaks_no_more(source: Pointed | None, party: Pointed) -> bool:
    """Whether the source is "the former army spokesman Karl Orr" and the party a body, for which he
    need not speak."""
    if source is None or party.person is not None or party.holds(source):
        return False
    tokens = source.sentence.tokens
    begin = next((at + 1 for at in range(source.first - 1, -1, -1) if not tokens[at].is_word), 0)
    opening = tokens[max(begin, source.first - _TITLE) : source.last]
    return any(token.lower in NO_LONGER for token in opening)


def _speaks_for_him(source: Pointed | None, party: Pointed) -> bool:
    """Whether the source is "his solicitor" and the party a body, which is no "he"."""
    if source is None or party.person is not None or source.pronoun:
        return False
    tokens = source.sentence.tokens
    whose = {token.lower for token in tokens[max(0, source.first - 1) : source.first + 1]}
    is_body = is_known_body(party.text) or party.head in body_words()
    return is_body and not whose.isdisjoint(("his", "her"))


def _governs(source: Pointed) -> bool:
    """Whether the source is a ruler, who speaks for no body: "US President Karl Orr"."""
    title = source.sentence.tokens[max(0, source.first - 2) : source.last]
    return not _RULERS.isdisjoint(token.lower for token in title)


_RULERS = frozenset(["president", "premier", "chancellor", "king", "queen", "pope", "senator"])
_TITLE = 4
"""Words before a name that tell what somebody is: "former presidential spokesman"."""


def _is_somebody_new(source: Pointed | None, party: Pointed) -> bool:
    """Whether "a boy" speaks, of whom nothing was told, and the party is somebody by name."""
    if source is None or party.person is None or source.holds(party):
        return False
    known = word_set("client_roles") | word_set("source_documents")  # "a tweet" is its author's
    tokens = source.sentence.tokens
    opening = tokens[max(0, source.first - 1) : source.first + 1]
    new = any(token.lower in _NEW for token in opening)
    return new and not any(t.lower in known for t in tokens[source.first : source.last])


def may_be_person(entity: Entity) -> bool:
    """Whether an entity is a person or may be one, for all that the text says."""
    return entity.is_person or (entity.sort == UNKNOWN and not is_known_body(entity.name))


def nameable(pointed: Pointed | None) -> Entity | None:
    """The person that is pointed at, or whose sort the text leaves open."""
    if pointed is None or pointed.entity is None:
        return None
    entity = pointed.entity
    return entity if entity.is_person or (" " in entity.name and may_be_person(entity)) else None
