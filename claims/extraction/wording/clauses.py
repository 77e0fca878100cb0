"""Clauses that tell nothing by themselves: "if P, Q" tells neither that P nor, without its "if",
anything at all; "until P" alone, a question and a command are no claims."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, pairwise

from claims.extraction.text.quality import is_finite

_OPENING = r"if|because|while|although|(?:even )?though"
_CONDITION = r"if|unless|in case|in the event(?: that)?|provided(?: that)?|assuming(?: that)?"
_OPENS = re.compile(rf"(?:{_OPENING})\b", re.I)
_ALONE = re.compile(r"(?:until|unless|when|whenever|as soon as|in case|in the event)\b", re.I)
_ASIDE = re.compile(
    r"(?:who|which|whose|where|when|that(?! [a-z]+ (?:of|is|was|were|are|had|has|would|will)\b)|"
    r"and|"
    r"or|but|no matter|\w{2,}ing|of|in|at|on)\b",
    re.I,
)
_NEAR = 8
"""Words of a clause within which its verb stands."""
_WORD = re.compile(r"[\w'’-]+")
_COMMAND = re.compile(
    r"(?:(?:do not|don['’]t|please|let us|let['’]s|let (?:them|him|her|me|it)|make sure|be sure|"
    r"see you)\b"
    r"|(?:add|pick|choose|imagine|consider|avoid|enjoy|ensure|take|keep|join|tell|ask) "
    r"(?:to )?(?:the|an?|this|that|these|those|any|one|your|him|her|them|me|us)\b)",
    re.I,
)
_QUESTION = re.compile(r"\?[\"'”’»\s.]*$")
_KNOWN = re.compile(
    r"(?:but |and )?(?:do|did)(?:n['’]t| not)? (?:you|they|we|people|anybody|anyone)(?: not)? "
    r"(?:know|knew|realise|realize|see|understand|remember|hear)(?: that)? "
    r"(?P<told>(?!(?:if|whether|what|who|how|why|when|where|which|it|that|him|her|them|any)\b)"
    r"(?:\S+ ){2,}\S+?)\?",
    re.I,
)
"""What is told as known: "Don't you know the mill was sold?"."""


def has_main_clause(words: str) -> bool:
    """Whether a clause follows behind a comma: the words open with one beside it."""
    return any(map(_is_clause, words.split(", ")[1:]))


def _is_clause(words: str) -> bool:
    parts = [word.lower().replace("’", "'") for word in _WORD.findall(words)[:_NEAR]]
    if not parts or _ASIDE.match(words) or is_finite(parts[0]):
        return False
    return any(
        is_finite(word) or (word.endswith("ed") and len(word) > len("shed")) for word in parts[1:]
    )


def opens_beside(words: str) -> bool:
    """Whether the "if" or "because" that opens the words belongs to them: "if P, Q"."""
    return _OPENS.match(words) is not None and has_main_clause(words)


def is_no_statement(words: str) -> bool:
    """Whether the words ask, command or only tell when, "Until P", or how a source wants to be
    told of: "(asked that) his name be withheld"."""
    if _QUESTION.search(words) or _COMMAND.match(words) or _WITHHELD.match(words):
        return True
    if not _ALONE.match(words) or has_main_clause(words):
        return False
    finite = [is_finite(word.lower()) for word in _WORD.findall(words)]
    return sum(one and not before for before, one in pairwise((False, *finite))) < _TWO


_WITHHELD = re.compile(
    r"(?:[\w.-]+ ){0,3}?(?:[\w.-]+['’]s? |his |her |their )?(?:real |full )?"
    r"(?:names?|identit(?:y|ies))(?: should)?(?: not)? be "
    r"(?:withheld|used|published|revealed|printed|disclosed|kept|given|changed|protected|concealed)\b",
    re.I,
)


def binding_opening(words: str) -> str:
    """The opening without which words tell something else: a condition, "When the dam breaks,",
    what makes a wish of them, "It is vital that", or when it is that they come true, "This will be
    the year that"; "" where they open with none."""
    wish = _WISHED.match(words)
    match = _HOLDS_UNDER.match(words) if wish is None else None
    if match is None:
        return wish[0] if wish is not None else ""
    sure = match["sure"] is not None or _TO_COME.search(words, match.end()) is not None
    return match[0] if sure else ""


_HOLDS_UNDER = re.compile(
    r"(?:(?P<sure>if(?! (?:not|anything|ever|possible|necessary)\b)|unless|provided|assuming|"
    r"in the event|in case|without (?!warning\b|doubt\b|question\b))|when|whenever|once|"
    r"in [^,]{0,30}cases?)\b[^,]{2,100},",
    re.I,
)
_TO_COME = re.compile(r"\b(?:will|would|can|could|may|might|must|should)\b")
"""What makes a rule or a forecast of what is told under "when"."""
_WHEN_IT_IS = (
    r"(?:this|that|it|today|tomorrow|next \w+|20\d\d) (?:is|was|will be|would be|could be|may be) "
    r"the (?:\w+ ){0,2}(?:year|month|week|day|time|moment|place) (?:that|when|where)\b"
)
"""What tells when or where a thing is so, which is the news of it."""
_WISHED = re.compile(
    rf"{_WHEN_IT_IS}|"
    r"it(?:['’]s| is| was| would be| will be) (?:\w+ ){0,2}?(?:vital|essential|important|crucial|"
    r"imperative|critical|necessary|desirable|preferable|paramount|best|better) that\b",
    re.I,
)


_TWO = 2
"""Verb groups of a clause and of what it stands beside."""


def answer_known(words: str) -> str:
    """What a question tells as known, the words themselves where it tells nothing."""
    match = _KNOWN.match(words.strip(" \"'“”‘’"))
    return match["told"] if match is not None else words


def restore_opening(told: str, beside: str) -> str:
    """The writer's sentence with the "if" of the text ``beside`` it; "" where it tells no more
    than the condition."""
    parts = [word.lower() for word in _WORD.findall(told)[:_SAME]]
    if len(parts) < _SAME:
        return told
    opening = next((found for found, words in _openings(beside) if words == parts), None)
    if opening is None:
        return told
    if has_main_clause(told):
        return f"{opening} {told}"
    return "" if re.fullmatch(_CONDITION, opening, re.I) else told


@lru_cache(maxsize=16)
def _openings(text: str) -> tuple[tuple[str, list[str]], ...]:
    """What opens clauses of a text, "if" and its like, each with the words that follow."""
    return tuple(
        (match["opening"], [m[0].lower() for m in islice(_WORD.finditer(text, match.end()), _SAME)])
        for match in _OPENED.finditer(text)
    )


_OPENED = re.compile(
    r"(?:^|[\"“‘'(,.:;—–-]|\b(?:that|and|but)\b) ?"
    rf"(?P<opening>{_CONDITION}|{_OPENING}|after|(?-i:Had)|"
    r"(?:regardless of|despite|given) the fact(?: that)?) ",
    re.I,
)
_SAME = 3
"""Words by which a sentence is found again in the text."""
