"""Of whom "one", "another" or "a third" is one, where the text told of several right before:
"Officials in Rome were blunter. One said" is said by an official in Rome; "One of them, Ada
Lund, said" by her."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.sources.coref import Discourse
from claims.extraction.sources.phrase import Phrase
from claims.extraction.sources.starts import LINKS
from claims.extraction.text.lexicon import people_words, word_set
from claims.extraction.text.quality import may_be_finite
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.text.verb_groups import AUXILIARIES
from claims.extraction.voice import Voice

_ORDINALS = frozenset(["second", "third", "fourth", "fifth"])
_COUNTS = frozenset(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "some",
     "many", "several", "both", "most", "others"]
)  # fmt: skip
_OPENERS = frozenset(["but", "yet", "and", "other", "the", "both", "several", "some", "many"])
_BACK = 4
"""Sentences back in which several may be told of."""
_MOST = 8
"""Words of "three people with knowledge of the matter", at most."""


def one_of_them(discourse: Discourse, sentence: Sentence, first: int, last: int) -> Voice | None:
    """Who is told of by "one" or "two of them" at tokens ``first:last``; None where the words are
    others, or nobody is sure to be meant."""
    words = [token.lower for token in sentence.tokens[first:last]]
    if words[1:2] == ["of"] and words[2:3] and words[2] in ("these", "those", "the"):
        return _of_people(discourse, sentence, first, last)
    partly = words[1:] in (["of", "them"], ["of", "those"])
    ordinal = words[:1] == ["a"] and words[1:] and words[1] in _ORDINALS
    alone = words in (["one"], ["another"]) or (ordinal and words[2:] == [])
    if not alone and not (partly and words[0] in _COUNTS | {"another"}):
        return None
    told = _several(discourse, sentence, partly=partly)
    if told is None:
        return None
    party = _party(words[: 2 if ordinal else 1], told, partly=partly)
    if party is None:
        return None
    surface = " ".join(token.text for token in sentence.tokens[first:last])
    plural = words[0] in _COUNTS - {"one"}
    return Voice(
        party, None, (surface,), anonymous=True, person=not plural, plural=plural,
        confidence=0.65, mention=surface,
    )  # fmt: skip


def opens_with_person(phrase: Phrase, first: int) -> bool:
    """Whether somebody's name stands right at a token: "One of them, (Ada Lund), said"."""
    return any(
        place.first == first and phrase.entity(place).is_person
        for place in phrase.register.places[phrase.sentence.index]
    )


def _of_people(discourse: Discourse, sentence: Sentence, first: int, last: int) -> Voice | None:
    """``one of these people`` of whom more was told before: "people familiar with the plans"."""
    words = [token.lower for token in sentence.tokens[first:last]]
    if words[0] not in _COUNTS | {"another"} or words[3:] != ["people"]:
        return None
    known = discourse.by_role("people", sentence, first)
    told = known.mention.lower().split() if known is not None and known.entity is None else []
    if "people" not in told:
        return None
    surface = " ".join(token.text for token in sentence.tokens[first:last])
    party = " ".join([words[0], "of", "the", *told[told.index("people") :]])
    return Voice(
        party, None, (surface,), anonymous=True, person=words[0] in ("one", "another"),
        confidence=0.65, mention=surface,
    )  # fmt: skip


def _party(count: list[str], told: list[str], *, partly: bool) -> str | None:
    """The party's words, of those of the several: "an official in Rome", "one of the two men"."""
    head = next((at for at, word in enumerate(told) if _is_several(word)), None)
    if head is None:
        return None
    if partly:
        known = told[0] == "the"
        return " ".join([*count, "of", *([] if known else ["the"]), *told])
    first = head
    while first > 0 and told[first - 1] not in _COUNTS | _OPENERS and not told[first - 1].isdigit():
        first -= 1
    one = _singular(told[head])
    rest = [*told[first:head], one, *told[head + 1 :]]
    if count == ["one"]:
        return " ".join(["an" if rest[0][0].lower() in "aeiou" else "a", *rest])
    return " ".join([*count, *rest])


def _singular(word: str) -> str:
    if word == "people":
        return "person"
    if word.endswith("men"):
        return f"{word[:-3]}man"
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def _several(discourse: Discourse, sentence: Sentence, *, partly: bool) -> list[str] | None:
    """The words for several people of whom the text told last: as a sentence's subject, or, where
    "of them" takes them up, as the only such people of the sentence before."""
    sentences = discourse.register.page.sentences
    for index in range(sentence.index - 1, max(-1, sentence.index - _BACK), -1):
        tokens = sentences[index].tokens
        opening = _opening(tokens)
        if opening is not None:
            return opening
        if partly:
            return _only_several(tokens)
        if tokens[0].lower not in ("one", "another") and sentences[index].index:
            return None
    return None


def _opening(tokens: Sequence[Token]) -> list[str] | None:
    """The plural subject that a sentence opens with: "Officials in Rome", "Two residents"."""
    first = next((at for at, t in enumerate(tokens[:3]) if t.lower not in ("but", "yet", "and")), 0)
    head = next(
        (at for at in range(first, min(first + 4, len(tokens))) if _is_head(tokens, at)), -1
    )
    plain = (t.is_word and not may_be_finite(t.lower) for t in tokens[first : max(head, first)])
    if head < 0 or not all(plain):
        return None
    return _phrase(tokens, first, head)


def _only_several(tokens: Sequence[Token]) -> list[str] | None:
    """The only people told of by a plural in a sentence, with their number or article."""
    heads = [at for at in range(1, len(tokens)) if _is_head(tokens, at)]
    if len(heads) != 1:
        return None
    first = heads[0]
    while first > 0 and _tells(tokens[first - 1]) and heads[0] - first < _BACK:
        first -= 1
    counted = tokens[first].lower in _COUNTS | {"the"} or tokens[first].text.isdigit()
    return _phrase(tokens, first, heads[0]) if counted else None


def _tells(token: Token) -> bool:
    lower = token.lower
    plain = token.is_word and lower not in LINKS | AUXILIARIES and not may_be_finite(lower)
    return lower in _COUNTS | {"the"} or (plain and lower not in ("that", "but", "he", "she"))


def _phrase(tokens: Sequence[Token], first: int, head: int) -> list[str]:
    """The words of a plural and of where or what they are: "officials in Rome"."""
    last = head + 1
    if last < len(tokens) and tokens[last].lower in ("in", "with", "at", "of", "from", "close"):
        while last < len(tokens) and last - first < _MOST and tokens[last].is_word:
            lower = tokens[last].lower
            if lower in AUXILIARIES or (last > head + 2 and may_be_finite(lower)):
                break
            last += 1
    words = [token.text for token in tokens[first:last]]
    known = tokens[first].is_capital and first == 0
    return [words[0].lower(), *words[1:]] if known else words


def _is_head(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text[1:].islower() and _is_several(tokens[at].lower)


def _is_several(word: str) -> bool:
    """Whether a noun is of several people: "officials", "guests"."""
    if word.lower() in _NOBODY:
        return False
    one = _singular(word.lower())
    return word.lower() in word_set("plural_people") or (one != word and one in people_words())


_NOBODY = frozenset(["authorities", "media", "outlets", "reports", "police", "families"])
