"""What somebody is not aware of, told by a clause on -ing, as a sentence: "the army flying jets" as
"The army is flying jets"."""

from __future__ import annotations

import re

from claims.extraction.text.inflect import NO_DOINGS
from claims.extraction.text.nouns import are_many

_CLAUSE = re.compile(
    r"(?!(?:[Tt]he|[Aa]n?|[Aa]ny|[Tt]his|[Tt]hat|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Ss]uch|[Oo]ur) "
    r"[a-z]+ing\b)"
    r"(?P<whom>(?:[\w.-]+ ){0,5}?[\w.-]+)(?<!['’]s) "
    rf"(?P<doing>(?!(?:{'|'.join(sorted(NO_DOINGS))}|\w*thing)\b)[a-z]{{2,}}ing) (?P<rest>\S.*)$",
    re.S,
)


def state_gerund_clause(words: str) -> str:
    """The clause as an unfinished sentence; "" where the words are none."""
    match = _CLAUSE.match(words)
    if match is None:
        return ""
    whom, doing, rest = match["whom"], match["doing"], match["rest"]
    many = whom.rpartition(" ")[2].islower() and are_many(whom)
    if doing == "having":
        return f"{whom} {'have' if many else 'has'} {rest}"
    be = "are" if many else "is"
    return f"{whom} {be} {rest}" if doing == "being" else f"{whom} {be} {doing} {rest}"
