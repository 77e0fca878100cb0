"""Small words around a party's name in a mention, and what they say about whose word it is."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a line, as a set: how the lists here and beside are written."""
    return frozenset(words.split())


QUANTIFIERS = word_set(
    "the a an one two three another other some several many most various both all this that "
    "senior top high ranking level unnamed unidentified anonymous official chief deputy local "
    "federal"
)
"""Words that count or rank somebody, and say nothing of whose word it is."""

FORMER = frozenset({"former", "ex", "onetime", "retired", "ousted", "late"})
"""Words for somebody who has left: that person no longer speaks for the party."""

PREPOSITIONS = frozenset({"for", "of", "from", "at", "with", "in", "within", "inside", "to"})

PLACE_PREPOSITIONS = frozenset({"in", "within", "inside", "to", "from"})
"""Before a state's name these say where somebody is: "sources in Iraq" are not Iraq's."""

CLOSE_TO = frozenset({"close", "familiar", "briefed", "linked", "loyal", "opposed", "victims"})
"""Words for somebody near a party, who does not speak for it."""

SPEAKER_NOUNS = word_set(
    "spokesman spokeswoman spokesperson spokespeople spokesmen spokespersons representative "
    "representatives press statement statements lawyer lawyers attorney ambassador envoy "
    "official officials source sources officer officers diplomat diplomats insider insiders "
    "aide aides authorities delegation leadership leader leaders management executives "
    "executive negotiators negotiator"
)
"""Nouns for those whose word counts as the party's own."""

PARTY_NOUNS = word_set(
    "group movement militants militant fighters fighter rebels rebel insurgents jihadists "
    "terrorists extremists militia forces members group's organisation organization agency "
    "company site website newspaper network channel report reports inc corp corporation"
)
"""Nouns that follow a party's name and still mean the party."""

ANONYMOUS_NOUNS = word_set(
    "official officials source sources officer officers diplomat diplomats insider insiders "
    "aide aides executives executive member members militants fighters ministers lawmakers "
    "militant fighter senators mps negotiators negotiator soldiers troops"
)
"""Nouns for somebody inside the party whom nobody names."""


def join_names(names: list[str]) -> str:
    """ "A", "A or B", "A, B or C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} or {names[-1]}"
