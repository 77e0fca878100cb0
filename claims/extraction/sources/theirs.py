"""Whose "their lawyer" is where a body told something of people: "the ministry said the men were
spies. Their lawyer denied it"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.sources.starts import DETERMINERS
from claims.extraction.text.lexicon import SPOKESMEN, word_set
from claims.extraction.text.quality import may_be_finite
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.text.verb_groups import AUXILIARIES
from claims.extraction.voice import Voice

_LAWYERS = frozenset(
    ["lawyer", "lawyers", "attorney", "attorneys", "solicitor", "solicitors", "barrister",
     "counsel", "family", "families", "relatives", "parents", "employer", "friends"]
)  # fmt: skip
"""Whom people have that a body tells of, rather than the body."""
_LEADERS = frozenset(["leader", "leaders", "commander", "commanders", "chief", "warlord"])
_BANDS = frozenset(
    ["rebels", "militants", "insurgents", "separatists", "guerrillas", "gunmen", "jihadists",
     "islamists", "hackers", "kidnappers", "pirates", "strikers", "protesters", "fighters"]
)  # fmt: skip
"""Who have a leader, whom a state has not told of as its own."""
_PEOPLE = frozenset(
    ["brothers", "sisters", "boys", "girls", "teenagers", "youths", "twins", "accused", "couple"]
)
_OFFICIALS = frozenset(
    ["police", "prosecutors", "authorities", "officials", "investigators", "detectives",
     "officers", "inspectors", "ministers", "regulators", "media", "outlets", "some", "many",
     "several", "lawyers", "others", "witnesses", "experts", "sources", "reporters", "journalists"]
)  # fmt: skip
"""Who tell of those who have a lawyer."""
_ROLES = word_set("person_roles") - {word.removesuffix("s") for word in _OFFICIALS}
"""What each of several people is who have a lawyer: "two directors"."""
_MOST = 4
"""Words of "the two young brothers", at most."""


def whose(before: Sentence | None, sentence: Sentence, token: int, head: str) -> Voice | None:
    """The people told of last before a "their" at ``token``, where its noun may be theirs; looks at
    the sentence itself and the one ``before``."""
    known = _known(head)
    if not known:
        return None
    for tokens in (sentence.tokens[:token], before.tokens if before is not None else ()):
        found = _people_in(tokens, known)
        if found is not None:
            first, last = found
            surface = " ".join(each.text for each in tokens[first:last])
            return Voice(
                surface, None, (), anonymous=True, plural=True, confidence=0.5, mention=surface
            )
    return None


def may_look_into(voice: Voice) -> bool:
    """Whether those who speak investigate others, or only tell of them: "prosecutors"."""
    return voice.party.lower().rsplit(" ", 1)[-1] in _OFFICIALS


def _known(head: str) -> frozenset[str]:
    if head in _LAWYERS:
        return (word_set("plural_people") | _PEOPLE | _BANDS) - _OFFICIALS
    return _BANDS if head in _LEADERS | SPOKESMEN else frozenset()


def _people_in(tokens: Sequence[Token], known: frozenset[str]) -> tuple[int, int] | None:
    """Where the last phrase for several people stands: "the two men"."""
    broken = known | AUXILIARIES
    for at in range(len(tokens) - 1, 0, -1):
        several = tokens[at].lower.endswith("s") and tokens[at].lower[:-1] in _ROLES
        if tokens[at].lower not in known and not (several and known >= _PEOPLE):
            continue
        opens = range(at - 1, max(-1, at - _MOST), -1)
        first = next((n for n in opens if tokens[n].lower in _OPENING), None)
        inside = tokens[first + 1 : at] if first is not None else ()
        if first is None or any(
            not each.is_word or each.lower in broken or may_be_finite(each.lower) for each in inside
        ):
            continue  # "the men were spies", "the union said workers"
        article = first > 0 and tokens[first - 1].lower == "the"
        return first - article, at + 1
    return None


_OPENING = DETERMINERS - {"a", "an", "their", "our", "my", "your"} | {
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both",
}  # fmt: skip
