"""Names in a source that are not who speaks: whose they are, where they are, what they tell of."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.weighing.pointing import Pointed
from claims.extraction.names.mentions import ADJECTIVE, ORGANISATION, PLACE
from claims.extraction.names.owners import was_once
from claims.extraction.names.words import is_firm, is_known_body
from claims.extraction.sources.bodies import PARTNERS
from claims.extraction.sources.documents import is_forged, only_from
from claims.extraction.sources.phrase import ARTICLES, LINKS
from claims.extraction.sources.span import SEEING
from claims.extraction.sources.taking import voice_of
from claims.extraction.sources.voices import stand_elsewhere
from claims.extraction.text.lexicon import answers_claim, body_words, load_lexicon, word_set
from claims.extraction.text.verb_groups import BE, is_telling
from claims.extraction.voice import POSSESSIVES, Voice

_AT_HOME = frozenset([",", "of", "from", "in", "near"])
_SPEAKING = word_set("spokes_roles") | word_set("client_roles") | word_set("client_bodies")
_TELLING = _SPEAKING | word_set("source_documents") | word_set("report_nouns") | {"pr"}
"""Nouns of those who speak for whom they belong to, and of what these told."""


def is_none_of_it(source: Pointed | None, party: Pointed) -> bool:
    """Whether a party stands in or beside a source and is not who speaks there."""
    if source is None or source.sentence.index != party.sentence.index:
        return False
    return (
        _is_beside(source, party)
        or _is_owner(source, party)
        or _is_home(source, party)
        or _is_less(source, party)
        or _is_matter(source, party)
        or _is_employer(source, party)
        or (source.holds(party) and is_forged(source.sentence.tokens[source.first : party.first]))
    )


def _is_employer(source: Pointed, party: Pointed) -> bool:
    """Whether the party is a body of which somebody speaks who does not speak for it: "A Kellmark
    driver", not "a Kellmark official"."""
    tokens = source.sentence.tokens
    if not source.holds(party) or party.person is not None or party.entity is None:
        return False
    role = tokens[party.last].lower if party.last < source.last else ""
    return party.last == source.last - 1 and role in _WORKERS


_WORKERS = frozenset(
    ["captain", "pilot", "driver", "employee", "worker", "engineer", "nurse", "teacher", "guard",
     "passenger", "customer", "user", "insider", "fan", "student", "resident", "player", "striker"]
)  # fmt: skip


def _is_matter(source: Pointed, party: Pointed) -> bool:
    """Whether the party is only what people know of: "sources close to the inquiry", "close to
    the couple"."""
    tokens = source.sentence.tokens
    if not source.holds(party) or party.entity is not None or party.first <= source.first:
        return False
    people = word_set("anonymous_heads") | word_set("plural_people")
    bodies = body_words() | word_set("org_roles") | people
    close = [token.lower for token in tokens[max(0, party.first - 2) : party.first]]
    if close != ["close", "to"]:
        bodies |= word_set("person_roles")
    linked = tokens[party.first - 1].lower in ("to", "with", "of", "about", "in", "on", "into")
    told = any(token.lower in people for token in tokens[source.first : party.first])
    return linked and told and party.head not in bodies


def is_whence(source: Pointed) -> bool:
    """Whether a source is only where reports come from that nobody is told to have made: "reports
    in Peru", or the "Peru" of them."""
    entity, tokens = source.entity, source.sentence.tokens
    if entity is None or entity.sort != PLACE:
        return False
    opens = next((at for at in range(source.first, source.last) if tokens[at].is_capital and at), 0)
    first = opens - 2
    while first > 0 and tokens[first - 1].is_word and opens - first < _BEFORE_WHENCE:
        if tokens[first - 1].lower == "to":
            break  # "according to reports in Peru"
        first -= 1
    return any(only_from(tokens, at, opens) for at in range(max(0, first), max(0, opens - 1)))


_BEFORE_WHENCE = 4
"""Words of "several unconfirmed reports from", at most."""


def owns_who_speaks(source: Pointed) -> bool:
    """Whether a source is a person to whom only belongs who speaks: "Orr's classmate, Ada Lund", or
    the "his" of "his lawyer, Ada Lund"; or the body of who spoke for it once: "Ada Lund, former
    editor of the Post,"."""
    tokens = source.sentence.tokens
    if source.entity is not None and source.person is None and tokens[source.last - 1].is_capital:
        return source.first > 1 and was_once(tokens, source.first - 1)
    if source.last - source.first == 1 and tokens[source.first].lower in POSSESSIVES:
        behind = tokens[source.last + 1 : source.last + _OWNED + 2]
        marks = [at for at, token in enumerate(behind[:-1]) if token.text == ","]
        return any(behind[at + 1].is_capital for at in marks)
    after = [token.lower for token in tokens[source.last : source.last + _OWNED]]
    if after[:1] in (["'s"], ["'"]) and _has_a_partner(source):
        return True
    if source.person is None or after[:1] not in (["'s"], ["'"]):
        return False
    if any(token.text == "," for token in tokens[source.first : source.last]):
        return False  # "Ada Lund, Orr" of "Ada Lund, Orr's classmate,"
    roles = word_set("person_roles") - _SPEAKING
    return any(word in roles for word in after[1:])


def _has_a_partner(source: Pointed) -> bool:
    """Whether who speaks is another by name, to whom the source is something: "(the bank)'s former
    partner, Kellmark,"."""
    tokens = source.sentence.tokens
    near = range(source.last + 1, min(len(tokens) - 2, source.last + _OWNED + 2))
    mark = next((at for at in near if tokens[at].text == ","), 0)
    return mark > 0 and tokens[mark - 1].lower in PARTNERS and tokens[mark + 1].is_capital


def is_doer(source: Pointed) -> bool:
    """Whether a source is only who did what is told of: "had been neglected by (the papers)", "was
    ordered by (the agency) to close"."""
    tokens, at = source.sentence.tokens, source.first
    at -= at > 0 and tokens[at - 1].lower in ARTICLES
    if at < _DONE_BY or tokens[at - 1].lower != "by":
        return False
    verb = tokens[at - 2].lower
    if not (verb.endswith("ed") or verb in _DONE) or verb in _MADE or answers_claim(verb):
        return False
    said = load_lexicon().verbs["affirm"]
    behind = [token.lower for token in tokens[source.last : source.last + _TELLS_ON]]
    if any(a in _RELATIVES and is_telling(b) for a, b in pairwise(behind)):
        return False  # "was fuelled by a report late last month that said"
    helped = any(token.lower in BE for token in tokens[max(0, at - _HELPED) : at - 2])
    return helped and verb not in said


_DONE_BY = 3
"""Tokens of "was ordered by" before who did it."""
_HELPED = 6
_TELLS_ON = 7
"""Tokens behind who did it in which they are told to say something."""
_RELATIVES = frozenset(["that", "who", "which"])
_DONE = frozenset(
    ["shot", "hit", "beaten", "taken", "held", "told", "given", "sent", "hurt", "paid"]
)
_MADE = frozenset(
    ["accompanied", "aired", "alleged", "authored", "backed", "branded", "called", "carried",
     "cited", "compiled", "conducted", "considered", "deemed", "described", "dubbed", "echoed",
     "exposed", "filmed", "identified", "issued", "labeled", "labelled", "leaked", "named",
     "obtained", "picked", "posted", "produced", "published", "quoted", "recorded", "regarded",
     "relayed", "released", "repeated", "revealed", "reviewed", "seen", "shared", "signed",
     "supported", "tweeted", "uploaded", "used", "verified", "viewed"]
)  # fmt: skip
"""What is done by who tells something by it."""


def only_sees(source: Pointed) -> bool:
    """Whether a source only sees who else tells something: "(Orr) first saw fans tweeting that"."""
    behind = [token.lower for token in source.sentence.tokens[source.last : source.last + _SEES]]
    saw = next((at for at, word in enumerate(behind[:2]) if word in SEEING), None)
    return saw is not None and any(w.endswith("ing") and is_telling(w) for w in behind[saw + 1 :])


_SEES = 8
"""Tokens of "first saw Front supporters only tweeting", at most."""


def owns_what_is_judged(source: Pointed) -> bool:
    """Whether a source is who told what another judges: "Kellmark's allegation is false"."""
    tokens = source.sentence.tokens
    after = [token.lower for token in tokens[source.last : source.last + _OWNED + 2]]
    if after[:1] not in (["'s"], ["'"]):
        return False
    nouns = word_set("report_nouns")
    return any(a in nouns and b in BE for a, b in pairwise(after[1:]))


def told_by_claims(done: Attributed, reading: Reading) -> list[Voice]:
    """Whose claims a reading is of that names no source, where they are told of so: "denied
    Peruvian claims that P", "dismissed Kellmark's allegations of P"; none where two are."""
    found = []
    tokens = done.page.sentences[reading.sentence].tokens
    for place in done.register.places[reading.sentence]:
        at = place.last + (place.last < len(tokens) and tokens[place.last].lower == "'s")
        noun, after = (tokens[n].lower if n < len(tokens) else "" for n in (at, at + 1))
        inside = tokens[place.first].start >= reading.quote[0]
        entity = done.register.entities[place.entity]
        owned = at > place.last or entity.sort == ADJECTIVE  # "Kellmark reports that P"
        if inside and owned and noun in _CLAIMS and after in ("that", "of"):
            found.append(entity)
    if len(found) != 1:
        return []
    voice = voice_of(done.register, found[0])
    state = load_lexicon().demonyms.get(found[0].name.lower())
    if found[0].sort == ADJECTIVE and state is not None:
        return [replace(voice, party=state, aliases=(found[0].name,))]
    return [] if found[0].sort == ADJECTIVE else [voice]


_CLAIMS = frozenset(
    ["claim", "claims", "report", "reports", "allegation", "allegations", "accusation",
     "accusations", "suggestion", "suggestions", "assertion", "assertions", "charges"]
)  # fmt: skip
_OWNED = 3
"""Tokens behind a name in which who belongs to them is told of: "'s former classmate"."""


def holds_an_office(speaker: Pointed, source: Pointed) -> bool:
    """Whether the source is a part of what tells of an attorney general, who speaks for no other:
    "the state's attorney general"."""
    words = [token.lower for token in speaker.sentence.tokens[speaker.first : speaker.last]]
    return ("attorney", "general") in pairwise(words) and speaker.holds(source)


def speaks_not_for(source: Pointed, party: Pointed) -> bool:
    """Whether the source cannot speak for the party: it names another, or is what the party has
    not."""
    return (
        _is_kin(source, party)
        or _is_of_a_state(source, party)
        or _is_a_partner(source, party)
        or _is_in_office(source, party)
        or _speaks_for_other(source, party)
    )


def _speaks_for_other(source: Pointed, party: Pointed) -> bool:
    """Whether the source names somebody else for whom it speaks: "a spokesman for Lima", "for the
    rebels"."""
    tokens = source.sentence.tokens[source.first : source.last]
    pairs = enumerate(pairwise(tokens), 2)
    roles = word_set("spokes_roles")
    at = next((n for n, (a, b) in pairs if a.lower in roles and b.lower == "for"), len(tokens))
    served = {token.lower for token in tokens[at:]}
    people = not served.isdisjoint(word_set("plural_people") | _BANDS)
    if not (people or any(token.is_capital for token in tokens[at:])):
        return _is_another_body(served, party)
    names = party.entity.names if party.entity is not None else (party.text,)
    return not any(served.intersection(name.lower().split()) for name in names)


def _is_another_body(served: set[str], party: Pointed) -> bool:
    """Whether "the ministry" that somebody speaks for is not the party, as the Pentagon may be."""
    entity = party.entity
    if entity is None or entity.is_person or is_known_body(party.text):
        return False
    told = set(" ".join(entity.names).lower().split()) | entity.roles
    public = served & word_set("coref_own_names")
    return bool(public) and public.isdisjoint(told)


def _is_a_partner(source: Pointed, party: Pointed) -> bool:
    """Whether the source is what another is to the party: "Skylark's owner, Kellmark,"."""
    tokens = source.sentence.tokens
    if party.holds(source) or (source.holds(party) and party.last == source.last):
        return False
    near = range(max(0, source.first - _BEFORE), source.last)
    return any(
        tokens[at].lower in PARTNERS and (at + 1 == source.last or tokens[at + 1].text == ",")
        for at in near
        if at + 1 < len(tokens)
    )


_BEFORE = 7
"""Tokens before a name in which it is told what its bearer is to another."""


def _is_in_office(source: Pointed, party: Pointed) -> bool:
    """Whether the source is of a state, and the party a firm: "a minister" speaks for none."""
    return is_business(party) and not party.holds(source) and source.head in OFFICES


def is_business(party: Pointed) -> bool:
    """Whether the party is a firm, by its name or by what is told of it."""
    entity = party.entity
    return entity is not None and is_firm(entity.name, entity.roles)


OFFICES = frozenset(
    ["minister", "senator", "mayor", "councillor", "lawmaker", "mp", "premier", "governor",
     "congressman", "congresswoman", "prosecutor", "judge", "ambassador", "diplomat"]
)  # fmt: skip
"""Offices whose holders speak for no firm."""


def _is_kin(source: Pointed, party: Pointed) -> bool:
    """Whether the source is of somebody's family, and the party a body: "his brother" speaks for
    none."""
    opening = source.sentence.tokens[source.first].lower
    own = opening in ("his", "her", "their") and source.head in _FAMILY
    return own and party.person is None


def _is_of_a_state(source: Pointed, party: Pointed) -> bool:
    """Whether the source is what a state has, and the party none: "its foreign ministry" is not the
    White House's."""
    opening = source.sentence.tokens[source.first].lower
    state = party.entity is None or party.entity.sort in (PLACE, ADJECTIVE)
    return opening in ("its", "their") and source.head in _OF_STATES and not state


_OF_STATES = frozenset(["ministry", "government", "army", "military", "parliament", "embassy"])
_FAMILY = word_set("kin") - {"client", "clients", "boss"}
_BANDS = frozenset(["rebels", "insurgents", "militants", "separatists", "extremists", "jihadists"])


def _is_beside(source: Pointed, party: Pointed) -> bool:
    """Whether the party only tells where the source is: "villagers in Mali", "close to KLM"."""
    if not source.holds(party) or source.entity is not None:
        return False
    tokens = source.sentence.tokens[source.first : source.last]
    return stand_elsewhere(tokens, party.first - source.first)


def _is_owner(source: Pointed, party: Pointed) -> bool:
    """Whether the source only belongs to the party: "Orr's aunt", "one of Orr's sources"."""
    tokens = source.sentence.tokens
    owned = party.last < source.last and tokens[party.last].lower in ("'s", "'")
    if not (owned and source.holds(party)) or party.first - source.first > 2:
        return False
    if source.person is not None and party.person is None:
        return False  # "Kellmark's Ada Orr" speaks for it
    nouns = {token.lower for token in tokens[party.last : source.last]}
    return nouns.isdisjoint(_TELLING) or tokens[source.first].lower == "one"


def _is_home(source: Pointed, party: Pointed) -> bool:
    """Whether a person named as the source only comes from there: "Ada Orr, of Gentham"."""
    entity = party.entity
    if source.person is None or entity is None or entity is source.entity or entity.is_person:
        return False
    if entity.sort == ORGANISATION or is_known_body(entity.name):
        return False
    between = [token.lower for token in source.sentence.tokens[source.last : party.first]]
    return len(between) > 1 and set(between) <= _AT_HOME


def _is_less(source: Pointed, party: Pointed) -> bool:
    """Whether the party is a word or two of a source that is nobody by name: "chip" of "the owner
    registered to the chip", "tweet" of "a bogus tweet", "Chadian" of "the Chadian general"."""
    whole = party.first == source.first and party.last == source.last
    if not source.holds(party) or whole:
        return False
    if party.entity is not None:
        return party.entity.sort == ADJECTIVE and party.text == party.entity.name
    tokens = source.sentence.tokens
    one = party.last - party.first == 1 and party.text.islower()
    if party.last == source.last and one and party.head not in body_words():
        return all(token.is_word for token in tokens[source.first : source.last])
    before = [token.lower for token in tokens[source.first : party.first]]
    before = [word for word in before if word not in ARTICLES]
    behind = len(before) > 1 and before[-1] in LINKS - {"by", "from"} | {"to", "with"}
    return behind and _TELLING.isdisjoint(before)


def tells_of(source: Pointed, party: Pointed) -> bool:
    """Whether a source is a clause about the party, who speaks: "Ada Orr recalled a doctor"."""
    if not source.holds(party) or party.last != source.last or party.first - source.first < 2:
        return False
    between = source.sentence.tokens[source.first : party.first]
    plain = all(token.is_word for token in between)  # not "Ada Orr, the alleged thief"
    return plain and is_telling(between[-1].lower)


def is_role(party: Pointed) -> bool:
    """Whether a party is only what a person is: "Ohio attorney", not "for the prosecutor"."""
    tokens = party.sentence.tokens
    if party.entity is not None or party.head != tokens[party.last - 1].lower:
        return False
    before = [token.lower for token in tokens[max(0, party.first - 2) : party.first]]
    served = any(word in LINKS for word in before)
    return party.head in word_set("person_roles") - body_words() and not served


def is_basis(source: Pointed) -> bool:
    """Whether a document is only what a rumour rests on: "based on a hoax page"."""
    tokens = source.sentence.tokens
    before = [token.lower for token in tokens[max(0, source.first - 3) : source.first]]
    before = [word for word in before if word not in ("a", "an", "the")]
    return before[-2:] in (["based", "on"], ["based", "upon"])
