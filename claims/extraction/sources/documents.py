"""Sources that are documents: the party is whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.names.entity import Place
from claims.extraction.names.mentions import ADJECTIVE, PLACE
from claims.extraction.names.platforms import only_hosts
from claims.extraction.sources.bodies import INDEFINITE, anonymous_voice, apposed_body
from claims.extraction.sources.phrase import ARTICLES, LINKS, Phrase, others
from claims.extraction.sources.roles import role_voice, told_by_name
from claims.extraction.sources.starts import TIES, feigns, is_posing
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token
from claims.extraction.voice import Voice

_MADE = frozenset(
    ["published", "filed", "written", "released", "issued", "signed", "commissioned", "prepared",
     "compiled", "posted", "produced", "authored", "conducted", "sent", "drafted", "uploaded",
     "ordered", "shared", "made", "recorded", "aired", "distributed", "circulated"]
)  # fmt: skip
"""What somebody did whose report it is."""
_BARE_PLURALS = frozenset(["reports", "posts", "stories", "tweets"])
_FORGED = frozenset(
    ["fake", "bogus", "phony", "phoney", "hoax", "forged", "spoof", "parody", "doctored", "hacked",
     "fabricated", "counterfeit"]
)  # fmt: skip


def is_forged(tokens: Sequence[Token]) -> bool:
    """Whether words tell of a document that is none of whose name it bears: "a fake tweet from"."""
    return any(token.lower in _FORGED for token in tokens[:_MAKE])


def poses(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a phrase is of a site or page that bears another's name or look: "a site posing as
    the Daily Star"."""
    known = word_set("source_documents") | word_set("coref_outlets") | _PAGES
    head = next((at for at in range(first, last) if tokens[at].lower in known), last)
    posing = (at for at in range(head + 1, last) if tokens[at].lower in ("as", "be"))
    return head < last and (
        any(is_posing(tokens, at) for at in posing) or feigns(tokens[head:last])
    )


_PAGES = frozenset(["page", "account", "profile", "channel", "feed"])


def only_from(tokens: Sequence[Token], first: int, name: int) -> bool:
    """Whether what stands at ``name`` only tells where several reports come from, in a phrase that
    starts at ``first``: "reports in Peru", "unconfirmed rumours from Peru"."""
    before = [token.lower for token in tokens[first:name]]
    if len(before) < 2 or before[-1] not in _WHENCE or before[-2] not in _RUMOURS:
        return False
    return len(before) <= _MAKE and _OF_RUMOURS.issuperset(before[:-2])


_WHENCE = frozenset(["in", "from", "across"])
_RUMOURS = frozenset(["reports", "rumours", "rumors"])
_OF_RUMOURS = frozenset(
    ["the", "some", "several", "unconfirmed", "recent", "earlier", "new", "latest", "multiple",
     "various", "other", "media", "press", "news", "local", "widespread"]
)  # fmt: skip
_MAKE = 4
"""Words in which it is told what a document is."""


def document_voice(phrase: Phrase) -> Voice | None:
    """``a report by Haaretz``, ``the carmaker's website``: the party is whose document it is."""
    head, tokens = phrase.head, phrase.sentence.tokens
    if phrase.named and poses(tokens, phrase.first, phrase.last):
        return Voice(
            phrase.surface, None, (), anonymous=True, confidence=0.5, mention=phrase.surface
        )  # fmt: skip
    if head not in word_set("source_documents"):
        return None
    if head in _BARE_PLURALS and not phrase.places:
        return None
    owners = phrase.named
    where = all(phrase.entity(place).sort == PLACE for place in owners)
    if owners and where and only_from(tokens, phrase.first, owners[0].first):
        return anonymous_voice(replace(phrase, last=owners[0].first - 1))
    if is_forged(tokens[phrase.first : phrase.last]):
        return Voice(
            phrase.surface, None, (), anonymous=True, confidence=0.5, mention=phrase.surface
        )
    author = _told_behind_by(phrase)
    if author is not None:
        return author
    if owners and _is_tied(tokens, phrase.first, owners[-1]):
        return Voice(
            phrase.surface, None, (), anonymous=True, confidence=0.5, mention=phrase.surface
        )
    owners = [p for p in owners if not _is_topic(tokens, phrase.first, p)] or owners
    if owners:
        owner = owners[-1] if owners[-1].first > phrase.first + 1 else owners[0]
        owner = next((place for place in owners if _is_maker(tokens, place)), owner)
        voice = phrase.entity_voice(phrase.entity(owner))
        return replace(voice, confidence=voice.confidence - 0.05)
    possessor = phrase.possessor()
    if possessor is not None:
        return possessor
    mark = next((i for i in range(phrase.first + 1, phrase.last) if tokens[i].lower == "'s"), None)
    hosted = any(only_hosts(tokens, phrase.first, place.first) for place in phrase.places)
    if mark is not None and (hosted or phrase.start == "the"):
        known = phrase.discourse.by_role(tokens[mark - 1].lower, phrase.sentence, phrase.first)
        if known is not None:
            return replace(known, aliases=(*known.aliases, phrase.surface), confidence=0.5)
        return Voice(phrase.surface, None, (), confidence=0.5, mention=phrase.surface)
    if hosted:  # "a message shared in a WhatsApp group"
        return apposed_body(phrase) or role_voice(phrase)
    return phrase.described(head) if phrase.start in ("the", "this", "that") else None


def _is_topic(tokens: tuple[Token, ...], first: int, place: Place) -> bool:
    """Whether a name only tells what a document is on: "a Kellmark report on (Peru)"."""
    before = place.first - (tokens[place.first - 1].lower in ARTICLES) - 1
    return before > first and tokens[before].lower in ("on", "about", "into", "regarding")


def _is_tied(tokens: tuple[Token, ...], first: int, owner: Place) -> bool:
    """Whether a document is only told of by whom it is close to: "a blog linked to the Front"."""
    before = [token.lower for token in tokens[first : owner.first] if token.lower not in ARTICLES]
    return len(before) > 2 and before[-1] == "to" and before[-2] in TIES


def _told_behind_by(phrase: Phrase) -> Voice | None:
    """Whose document it is where they have no name: "a clip uploaded by a group loyal to Orsk"."""
    tokens = phrase.sentence.tokens
    inside = range(phrase.first + 1, phrase.last - 1)
    by = next((i for i in inside if tokens[i].lower == "by" and tokens[i - 1].lower in _MADE), None)
    if by is None:
        return None
    author = replace(phrase, first=by + 1, apposition=None)
    if not author.places or author.start not in INDEFINITE | ARTICLES:
        owned = any(tokens[p.last].lower == "'s" for p in author.places if p.last < phrase.last)
        return told_by_name(author) if owned else None
    place = author.places[0]
    between = {token.lower for token in tokens[author.first : place.first]}
    tied = not between.isdisjoint(LINKS | {"to", "with"})
    return told_by_name(author) if tied else None


def _is_maker(tokens: tuple[Token, ...], place: Place) -> bool:
    """Whether a name stands behind "by": "a paper by Kellmark in Nature"."""
    before = tokens[max(0, place.first - 2) : place.first]
    words = [token.lower for token in before if token.lower not in ARTICLES]
    return words[-1:] == ["by"]


def told_author(phrase: Phrase) -> Voice | None:
    """``The report, published by the weekly Prizma,``: whose it is stands in the apposition."""
    if phrase.apposition is None or phrase.named:
        return None
    first, last = phrase.apposition
    tokens = phrase.sentence.tokens
    by = next((at for at in range(first, min(first + 3, last)) if tokens[at].lower == "by"), None)
    if by is None or tokens[by - 1].lower not in _MADE or by + 1 >= last:
        return None
    for place in phrase.register.in_tokens(phrase.sentence.index, by + 1, last):
        entity = phrase.entity(place)
        if place.last == last and entity.sort != ADJECTIVE:
            return replace(phrase.entity_voice(entity), mention=phrase.surface)
    author = replace(phrase, first=by + 1, last=last, apposition=None)
    return Voice(
        author.bare, None, others((author.surface,), author.bare), anonymous=True,
        plural=author.head in word_set("plural_people"), confidence=0.5, mention=phrase.surface,
    )  # fmt: skip
