"""Sources that are no plain names: bodies, and people with no name."""

from __future__ import annotations

from claims.extraction.names.entity import Place
from claims.extraction.names.mentions import (
    ORGANISATION,
    PERSON,
    PLACE,
    UNKNOWN,
)
from claims.extraction.sources.phrase import ARTICLES, LINKS, Phrase, others
from claims.extraction.text.asides import TIME_WORDS
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token
from claims.extraction.voice import POSSESSIVES, Voice

_GENERIC = word_set("voices_generic")
_VAGUE = word_set("voices_vague")
INDEFINITE = frozenset(["a", "an", "another", "some", "several", "many"])


def is_title(token: Token) -> bool:
    return token.text == "." or token.lower in word_set("titles") or token.lower.isdigit()


def body_voice(phrase: Phrase) -> Voice | None:
    """``the ministry`` is one told of before; ``the Iraqi defence ministry`` names itself."""
    if phrase.start in POSSESSIVES:
        return None
    words = [token.lower for token in phrase.tokens if token.lower not in ARTICLES]
    if len(words) == 1 and phrase.start in ("the", "this", "that"):
        return phrase.described()
    named = phrase.named
    if phrase.start in INDEFINITE or (
        named and not _is_of_charge(phrase) and any(token.lower in LINKS for token in phrase.tokens)
    ):
        return None
    if len(named) == 1 and _only_names_sort(phrase):
        return phrase.entity_voice(phrase.entity(named[0]))
    names = [phrase.entity(place).name for place in named]
    return Voice(
        phrase.bare, None, others((phrase.surface, *names), phrase.bare), confidence=0.7,
        mention=phrase.surface, plural=phrase.head.endswith("s"),
    )  # fmt: skip


def _is_of_charge(phrase: Phrase) -> bool:
    """Whether it is somebody's ministry told of with its charge: "Peru's ministry of health"."""
    tokens, place = phrase.sentence.tokens, phrase.named[0]
    rest = [token.lower for token in tokens[place.last : phrase.last]]
    plain = all(token.text.islower() for token in tokens[place.last + 1 : phrase.last])
    whose = place.first == phrase.first + (phrase.start == "the") and rest[:1] == ["'s"]
    return whose and plain and rest[1:3] in (["ministry", "of"], ["department", "of"])


def apposed_body(phrase: Phrase) -> Voice | None:
    """``The bank, Volgaprom,``: the apposition is nothing but the body's name."""
    place = apposed_name(phrase)
    owned = (phrase.named or phrase.is_owned) and phrase.head not in PARTNERS | _OUTLETS
    if place is None or owned:
        return None
    entity = phrase.entity(place)
    return phrase.entity_voice(entity) if entity.sort in (ORGANISATION, UNKNOWN) else None


_OUTLETS = word_set("coref_outlets")
"""What a state may have that bears a name of its own: "Peru's official newspaper, Prizma,"."""
PARTNERS = frozenset(
    ["shareholder", "owner", "rival", "partner", "supplier", "parent", "subsidiary", "investor",
     "lender", "backer", "sponsor", "competitor", "customer", "insurer", "publisher", "operator",
     "club", "employer", "manufacturer", "maker", "contractor", "label", "landlord", "builder"]
)  # fmt: skip
"""What a body is to another, and speaks for itself: "its rival, Kellmark,"."""


def apposed_name(phrase: Phrase) -> Place | None:
    """The name that is all of the apposition, but for what it is: "the singer Eva Lind"."""
    if phrase.apposition is None:
        return None
    first, last = phrase.apposition
    first = _past_known_as(phrase.sentence.tokens, first, last)
    places = phrase.register.in_tokens(phrase.sentence.index, first, last)
    named = next((p for p in places if p.last == last), None)
    if named is None or named.first - first > _MOST_TOLD:
        return None
    told = phrase.sentence.tokens[first : named.first]
    return named if all(_only_tells(token) for token in told) else None


def _past_known_as(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Where a name starts behind "known only as" or "which calls itself", if an apposition opens
    so."""
    words = [token.lower for token in tokens[first : min(last, first + 6)]]
    if words[:1] in (["which"], ["who"]):
        if (
            words[1:2] in (["calls"], ["call"])
            and words[2:3]
            and words[2].endswith(("self", "ves"))
        ):
            return first + 3
        if words[1:3] in (["goes", "by"], ["go", "by"]):
            named = words[3:5] == ["the", "name"]
            return first + 3 + 2 * named + (named and words[5:6] == ["of"])
        if words[1:4] == ["is", "known", "as"]:
            return first + 4
    if words[:1] == ["known"] or words[:1] == ["identified"] or words[:1] == ["named"]:
        opens = [word for word in words[1:] if word not in ("only", "just")]
        if opens[:1] == ["as"]:
            return first + 1 + words[1:].index("as") + 1
    return first


def _only_tells(token: Token) -> bool:
    """Whether a word before a name may be no more than what who is named is: "the", "retired"."""
    tells = token.is_word and token.text.islower() and token.lower not in _LINKING
    return tells or is_title(token)


_MOST_TOLD = 6
"""Words before a name that only tell what it is."""
_LINKING = LINKS | {"and", "or", "with", "to", "who", "which", "that", "like", "as", "than"}


def _only_names_sort(phrase: Phrase) -> bool:
    """Whether the words beside the name only tell what it is: "official KCNA news agency"."""
    place = phrase.named[0]
    if phrase.entity(place).sort in (PLACE, PERSON):
        return False
    tokens = phrase.sentence.tokens
    outside = (*range(phrase.first, place.first), *range(place.last, phrase.last))
    rest = {tokens[at].lower for at in outside}
    return rest <= _GENERIC and tokens[place.last - 1].lower != phrase.head


def anonymous_voice(phrase: Phrase) -> Voice:
    """Somebody of whom the text gives only a description, or nobody at all ("some", "rumours")."""
    apposed = apposed_name(phrase)
    if apposed is not None and phrase.entity(apposed).is_person:
        return phrase.entity_voice(phrase.entity(apposed))
    head = phrase.head
    one = head == "report" and phrase.start != head  # "the report", "a report in a daily"
    one = one and not any(t.text.isdigit() or t.lower in TIME_WORDS for t in phrase.tokens)
    if head in _VAGUE and not one:
        return Voice(
            "unattributed", None, (), anonymous=True, mention=phrase.surface, vague=True
        )  # fmt: skip
    return Voice(
        phrase.surface, None, (), anonymous=True, plural=head.endswith(("s", "men", "people")),
        confidence=0.4, mention=phrase.surface, guessed=True,
    )  # fmt: skip
