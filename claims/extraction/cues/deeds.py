"""Where the words of an accusation stand: what somebody is accused of, and by whom."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.text.asides import TIME_WORDS
from claims.extraction.text.lexicon import body_words, word_set
from claims.extraction.text.segment import Token

_JOINS = {"accuse": "of", "blame": "for"}
"""The verbs of accusing, and what joins the deed to them."""
_NEAR, _FAR = 9, 30
"""Tokens behind the verb that may hold its "by", where that is near and where a deed is told
before it."""
_STOPS = frozenset(".;:")
_NO_AGENT = frozenset(["that", "to"])


def is_accusing(lemma: str) -> bool:
    """Whether a verb lays a deed to somebody."""
    return lemma in _JOINS


def find_deed(tokens: Sequence[Token], at: int, lemma: str) -> int | None:
    """Where the deed starts behind a verb that ends before ``at``: "using" in "accused by Lima of
    using gas"; of "blamed on Lima" where Lima does. None where none is told."""
    join = _JOINS.get(lemma)
    if lays_on(tokens, at, lemma):
        return at + 1
    of: list[int] = []
    for here in range(at, min(len(tokens) - 1, at + _FAR)):
        if tokens[here].text in _STOPS:
            break
        if tokens[here].lower == join:
            if here == at or _is_doing(tokens, here + 1) or lemma == "blame":
                return here + 1
            of.append(here + 1)
    return of[0] if len(of) == 1 else None  # "by the head of the board of fraud": which "of"?


def lays_on(tokens: Sequence[Token], at: int, lemma: str) -> bool:
    """Whether what was done stands before the verb, and who did it behind: "was blamed on Lima"."""
    on = lemma == "blame" and at + 1 < len(tokens) and tokens[at].lower == "on"
    return on and tokens[at + 1].lower not in TIME_WORDS


def _is_doing(tokens: Sequence[Token], at: int) -> bool:
    """Whether "hiding", "deliberately hiding" or "not hiding" stands there."""
    if (tokens[at].lower.endswith("ly") or tokens[at].lower == "not") and at + 1 < len(tokens):
        at += 1
    return tokens[at].text.endswith("ing") and len(tokens[at].text) > _SHORT


_SHORT = 4
"""Letters of a word on -ing that is no form of a verb: "king", "ring"."""


def find_by(
    tokens: Sequence[Token], main: int, lemma: str, *, affirms: bool = False
) -> tuple[int, int] | None:
    """The "by" of a passive verb at ``main``, and where whoever did it ends at the latest; of "no
    comment" and "met with doubt" the "from"."""
    joins = ("from",) if lemma == "comment" else ("by", "from") if " with " in lemma else ("by",)
    deed = find_deed(tokens, main + 1, lemma) if is_accusing(lemma) else None
    told_before = deed == main + 2
    laid = lays_on(tokens, main + 1, lemma)  # "on Orr by Lima", but not "on errors by pilots"
    for at in range(main + 1, min(len(tokens), main + (_FAR if told_before else _NEAR))):
        if tokens[at].text in _STOPS:
            return None
        ends = tokens[at].lower in _NO_AGENT or (affirms and tokens[at].lower == "as")
        if ends and not told_before:
            return None
        if tokens[at].lower in joins and (
            not told_before or (tokens[main + 2].is_capital if laid else _is_accuser(tokens, at))
        ):
            return at, deed - 1 if deed is not None and deed > at else len(tokens)
    return None


def _is_accuser(tokens: Sequence[Token], by: int) -> bool:
    """Whether people or a body follow, and no verb stands before: "accused of hiding losses by
    auditors", but "of hiding losses made by traders"."""
    before = tokens[by - 1].lower
    if before.endswith(("ed", "en")) or before in word_set("hedges_participles"):
        return False
    known = (
        word_set("anonymous_heads") | word_set("person_roles") | word_set("plural_people")
        | body_words()
    )  # fmt: skip
    near = tokens[by + 1 : by + 6]
    return any(token.lower in known for token in near)


def charge_start(tokens: Sequence[Token], at: int) -> int:
    """Where the aside starts in which somebody at ``at`` answers what was just told: "a charge" of
    ", a charge the army denies", else ``at``."""
    if at < 3 or tokens[at - 1].lower not in word_set("report_nouns"):
        return at
    first = at - 1 - (tokens[at - 2].lower in ("a", "an", "any", "all", "the"))
    return first if tokens[first - 1].text == "," else at


def tells_deed(tokens: Sequence[Token], at: int, lemma: str) -> bool:
    """Whether a verb lays a deed to somebody: "blamed Lima for it", "blamed it on Lima"."""
    if lemma != "blame":
        return is_accusing(lemma)
    if find_deed(tokens, at, lemma) is not None:
        return True
    near = range(at + 1, min(len(tokens) - 1, at + _FAR))
    return any(tokens[here].lower == "on" for here in near)
