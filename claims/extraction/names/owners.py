"""For whom a role word tells that somebody speaks: the body named before or behind it, unless they
did so once."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.names.entity import Entity, Place
from claims.extraction.names.mentions import ADJECTIVE, UNKNOWN, possess
from claims.extraction.names.mentions import PLACE as NAMED_PLACE
from claims.extraction.names.runs import heads_body
from claims.extraction.names.words import is_known_body
from claims.extraction.text.lexicon import body_words, word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import is_telling

_OFFICES = frozenset(["defence", "defense", "foreign", "interior", "finance", "health", "justice"])
_OF_ROLES = word_set("entities_of_roles")
_HEADS_MINISTRY = frozenset(["minister", "secretary", "ministry"])
"""Who or what stands for a ministry behind the word for its charge: "the migration minister"."""
_AGAINST_STATE = frozenset(["rebel", "guerrilla", "separatist", "insurgent", "militia", "protest"])
"""What a leader leads who speaks for no state: "Chad's rebel leader"."""
_STOPPERS = word_set("entities_stoppers")
LAWYERS = frozenset(["attorney", "lawyer", "solicitor", "barrister", "counsel"])
"""Roles that a town before them does not make anybody speak for."""
_LOCAL = frozenset(
    ["police", "attorney", "prosecutor", "council", "government", "department", "court",
     "university", "hospital", "airport", "mayor", "governor", "sheriff", "school", "board",
     "army", "navy", "military", "ministry", "embassy", "parliament", "coastguard"]
)  # fmt: skip
"""What a town or region has of its own: "Gentham police", "the Gentham district attorney"."""


def owner_before(
    entities: Sequence[Entity], places: Sequence[Place], tokens: tuple[Token, ...], at: int
) -> str | None:
    """The body named right before the role word at ``at``."""
    left = at - 1
    lowest = max(0, at - 5)
    while left >= lowest:
        for place in places:
            if place.last == left + 1 and place.first <= left:
                entity = entities[place.entity]
                between = {token.lower for token in tokens[place.last : at]}
                if _only_where(entity, place, tokens, at) or not between.isdisjoint(_AGAINST_STATE):
                    return None
                if entity.name == "Government":
                    return None  # whose, the page tells
                return _body(entity, place, tokens, at)
        token = tokens[left]
        goes_on = token.lower == "'s" or token.text.islower() or _is_of_head(tokens, left)
        goes_on = goes_on or token.lower in _OF_ROLES  # "Pentagon Press Secretary"
        if not goes_on or token.lower in _STOPPERS:
            break
        if is_telling(token.lower) and token.lower not in word_set("org_words"):
            break  # "the Gentham Post quoted government spokesman Orr"
        left -= 1
    if tokens[at].lower.startswith("spokes") and at > 1 and tokens[at - 1].lower == "'s":
        at -= 1  # "the ministry's spokesman"
    before = tokens[at - 1].lower if at > 0 else ""
    if before not in word_set("org_roles"):
        return None
    sort = tokens[at - 2].lower if at > 1 else ""
    return f"{sort} {before}" if before == "ministry" and _is_charge(sort, before) else before


def _owned_by(
    entities: Sequence[Entity], places: Sequence[Place], tokens: tuple[Token, ...], owner: Place
) -> str | None:
    """The body that one of a state has, and is named behind that: "the U.S. military's (Central
    Command)"."""
    behind = [token.lower for token in tokens[owner.last : owner.last + 2]]
    if behind[1:] != ["'s"] or behind[0] not in body_words():
        return None
    inner = next((place for place in places if place.first == owner.last + 2), None)
    return entities[inner.entity].name if inner is not None else None


def was_once(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at`` is of a post that somebody held once: "former UK (ambassador)",
    "a former (Kellmark) and Orsk chief", but not "a former general and (head) of the bank"."""
    for here in range(at, max(-1, at - _POST), -1):
        word = tokens[here].lower
        if word in NO_LONGER or word.startswith("ex-"):
            return True
        held = word == "and" and here > 0 and tokens[here - 1].lower in word_set("person_roles")
        if held or word in _STILL or not (tokens[here].is_word or word in ("'s", ".", "-")):
            return False
    return False


NO_LONGER = frozenset(["former", "ex", "erstwhile", "onetime", "one-time", "retired", "formerly"])
_STILL = frozenset(["now", "current", "currently", "who", "which", "is", "said", "says", "with"])
_POST = 9
"""Tokens of "former British army and Orsk head of chemical weapons", at most."""


def _is_of_head(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is "Chief", or what comes behind it before "Officer"."""
    return heads_body(tokens, at) or (at > 0 and heads_body(tokens, at - 1))


def _is_charge(word: str, role: str) -> bool:
    """Whether a word before a role tells of which ministry somebody is: "defence spokesman",
    "migration minister", but not "migration researcher"."""
    if word in _OFFICES:
        return True
    return role in _HEADS_MINISTRY and word in word_set("names_portfolios")


def owner_behind(
    entities: Sequence[Entity], places: Sequence[Place], tokens: tuple[Token, ...], at: int
) -> str | None:
    """The body named behind the role word at ``at``."""
    for here in range(at + 1, min(len(tokens), at + 5)):
        if is_telling(tokens[here].lower) and tokens[here].lower not in word_set("org_words"):
            return None  # "Chad's president says the ex-mayor of Lima"
        if tokens[here].lower in ("for", "of", "at", "from", "with"):
            for place in places:
                if here < place.first <= here + 3:
                    between = tokens[here + 1 : place.first]
                    if any(is_telling(token.lower) for token in between):
                        return None  # "the director of communications told the Herald"
                    inner = _owned_by(entities, places, tokens, place)
                    return inner or _body_of(entities[place.entity], place, tokens)
            return None
    return None


def owner_around(
    entities: Sequence[Entity], places: Sequence[Place], tokens: tuple[Token, ...], at: int
) -> str | None:
    """The body named behind the role word at ``at``, or before it: of an envoy the first is only
    the land that is dealt with, "the U.S. envoy for Peru"."""
    before = owner_before(entities, places, tokens, at)
    if tokens[at].lower in _SENT and before is not None:
        return before
    return owner_behind(entities, places, tokens, at) or before


_SENT = frozenset(["envoy", "ambassador", "negotiator", "representative", "delegate", "emissary"])


def _only_where(entity: Entity, place: Place, tokens: Sequence[Token], role_at: int) -> bool:
    """Whether a name only tells where somebody works: "Ohio attorney", not "Kellmark's"."""
    if place.last != role_at or tokens[role_at].lower not in LAWYERS:
        return False
    return entity.sort in (UNKNOWN, NAMED_PLACE) and not is_known_body(entity.name)


def _body_of(entity: Entity, place: Place, tokens: tuple[Token, ...]) -> str:
    """The name at a place, or the body told of right after it as its: "Iran's air force"."""
    owned = place.last < len(tokens) and tokens[place.last].lower == "'s"
    known = body_words() | _OWNED
    if not owned and entity.sort != ADJECTIVE and not _looks_national(entity.name):
        if entity.sort not in (UNKNOWN, NAMED_PLACE):
            return entity.name
        known = _LOCAL
    end = at = place.last + owned
    while at < min(len(tokens), end + 5) and tokens[at].is_word:
        if tokens[at].lower in _STOPPERS:
            break
        at += 1
        general = tokens[at - 1].lower == "general" and tokens[at - 2].lower == "attorney"
        if tokens[at - 1].lower in known or (general and end == at - 1):
            end = at
    words = [token.text for token in tokens[place.last + owned : end]]
    return (
        " ".join([possess(entity.name) if owned else entity.name, *words]) if words else entity.name
    )


def _looks_national(name: str) -> bool:
    """Whether a name of one word is built as those of nations are: "Ketrian"."""
    return name.isalpha() and name.endswith(_NATIONAL)


_NATIONAL = ("ian", "ish", "ese", "ean")
_OWNED = frozenset(["staff", "delegation", "mission", "side"])
"""What a state or body has that speaks for it, and no name bears: "Peru's general staff"."""


def _body(entity: Entity, place: Place, tokens: tuple[Token, ...], role_at: int) -> str:
    """A body's name; a nationality becomes the government or ministry named with it."""
    words = [t.text for t in tokens[place.last : role_at] if t.lower != "'s"]
    between: list[str] = [word for word in words if word.lower() not in _OF_ROLES]
    owned = place.last < role_at and tokens[place.last].lower == "'s"
    owner = possess(entity.name) if owned else entity.name
    role = tokens[role_at].lower
    charge = between[-1].lower() if between else ""
    if _is_charge(charge, role if entity.sort == ADJECTIVE else ""):
        # nobody speaks for "Chad defence"
        owner = entity.name if entity.sort == ADJECTIVE else possess(entity.name)
        return " ".join([owner, *between, "ministry"])
    if between[-1:] == ["affairs"] and role.startswith("spokes"):
        return entity.name  # "the party's foreign affairs spokesman"
    if between and between[-1].lower() == "district" and tokens[role_at].lower == "attorney":
        return " ".join([owner, *between, "attorney"])
    org_words = word_set("org_words") | {"opposition"}
    if entity.sort == ADJECTIVE and role in ("minister", "secretary") and charge not in org_words:
        between = []  # nobody speaks for "British home"
    if entity.sort == ADJECTIVE or (between and str.lower(between[-1]) in org_words):
        return " ".join([owner, *(between or ["government"])])
    return entity.name
