"""Words beside a name that show it to be part of another, unknown name.

"Chad" in "Chad Brewer", "Jordan" in "Michael Jordan" and "Moscow" in "Moscow
Airport Hotel" name no state. The rules only reject; what they let pass is
decided by resolving.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.parties.index import Entry
from claims.parties.party import NameSort
from claims.parties.phrases import word_set
from claims.parties.tokens import Token

_FIRST_PARTS = word_set(
    "Kim Park Lee Moon Wang Li Xi Mao Chad Jordan Georgia Israel Kenya India China Paris London "
    "Sofia Victoria Santiago Kingston Austin Vienna Roma Cuba Brazil Panama Ireland Cyprus "
    "Sydney Lima Rio Malta Wellington"
)
"""Names that also begin the names of other people: first names, and surnames put first."""
_SURNAMES = word_set(
    "Jordan Chad Ireland Holland France Israel London Washington Paris Berlin Georgia Wellington "
    "Cuba Guinea Victoria Apple Ford Disney Morocco Poland Germany England Britain Kingston "
    "Nassau Lebanon Lima Congo"
)
"""State names, capitals and companies that are also surnames."""
_NAME_TAILS = word_set(
    "Post Times Herald Tribune Journal Chronicle Gazette Mirror Standard Star Telegraph News "
    "University College School Academy Institute Museum Library Cathedral Church Hospital "
    "Airport Airlines Airways Station Street Road Avenue Square Bridge Park Tower Towers Hotel "
    "Bank Stadium Arena Marathon Olympics Festival Fashion Symphony Orchestra Zoo Nationals "
    "Redskins Capitals Wizards United City FC Dodgers Eye Underground Monument Heights Island "
    "Islands Stock Exchange Irving Peninsula Sea Bay Gulf River Desert Fed War Blackhawks"
)
"""Second words of names of places, papers, schools and clubs."""
_NOT_NAMES = word_set(
    "A An And But Or Nor So Yet When While If As For In On At By With From After Before Since "
    "Although Though However Meanwhile Because That The This These Those His Her Their Our My "
    "Your Its It He She They We I You Did Does Do Is Are Was Were Will Would Can Could Should "
    "May Might Must Has Have Had Why What Where How Who Which Whether Today Yesterday Tonight "
    "Tomorrow Last Then Now Even Still Only Both Like Unlike Under Over Despite Until According "
    "Says Say Said Asked Tells Told Accuses Denies Confirms Claims Reports Meet Meets Of To Not "
    "No Yes Later Earlier Once Also Again Instead Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday January February March April June July August September October November "
    "December About Against Among Between During Through Without Former Ex Late Current New Old "
    "Pro Anti Post Mr Mrs Ms Miss Dr Sir Dame Lord Lady King Queen Prince Princess Pope President "
    "Minister Premier Chancellor Secretary Senator Sen Rep Governor Gov Ambassador General Gen "
    "Colonel Col Major Maj Captain Capt Lieutenant Lt Admiral Adm Spokesman Spokeswoman "
    "Spokesperson Leader Chief Director Chairman Speaker Ayatollah Sheikh Imam Mullah Commander "
    "Marshal Attorney Justice Judge CEO Boss Founder Candidate Rival Ally Adviser Aide PM"
)
"""Capitalised words that are not first names: sentence openers, months, titles."""
_HEADLINE_VERBS = word_set(
    "Says Denies Confirms Claims Warns Rejects Accuses Admits Launches Fires Tests Is Has Will "
    "And Or To In On Over After For With As At By Vows Wants Calls Threatens Dismisses Hits Seeks "
    "Bans Backs Urges Reports Strikes Attacks Agrees Signs Sends Says"
)
"""Capitalised words after a name in headlines, which are not surnames."""
_CAPITAL_WORDS = frozenset({"WHO", "IS", "ICE", "SITE", "CAR", "TIME", "AU", "ANSA", "META"})
"""Acronyms that a line of capitals also holds as plain words."""


def is_part_of_another_name(
    text: str,
    tokens: Sequence[Token],
    first: int,
    stop: int,
    entry: Entry,
    hits: Sequence[tuple[int, int, tuple[str, ...], NameSort]],
) -> bool:
    """Whether the words ``tokens[first:stop]`` belong to a longer name that nobody listed."""
    word = tokens[first].key
    if word in _CAPITAL_WORDS and stop == first + 1:
        return _is_among_capitals(tokens, first)
    if entry.sort in (NameSort.DEMONYM, NameSort.ACRONYM, NameSort.COMPOUND) or stop > first + 1:
        return False
    follower = _word_at(text, tokens, stop, stop - 1)
    if follower is not None and follower not in _HEADLINE_VERBS and follower[:1].isupper():
        if follower in _NAME_TAILS:
            return True
        if word in _FIRST_PARTS:
            return not follower.isupper()
    if word not in _SURNAMES and entry.sort is not NameSort.SHORT:
        return False
    if hits and hits[-1][1] == first:
        return False
    leader = _word_at(text, tokens, first - 1, first)
    return leader is not None and _looks_like_first_name(leader)


def _word_at(text: str, tokens: Sequence[Token], at: int, beside: int) -> str | None:
    """The word ``tokens[at]``, where only one space parts it from its neighbour ``beside``."""
    if not (0 <= at < len(tokens) and 0 <= beside < len(tokens)):
        return None
    left, right = sorted((at, beside))
    return tokens[at].key if text[tokens[left].end : tokens[right].start] == " " else None


def _looks_like_first_name(word: str) -> bool:
    return word[:1].isupper() and word[1:].islower() and word not in _NOT_NAMES


def _is_among_capitals(tokens: Sequence[Token], at: int) -> bool:
    beside = [tokens[i].key for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    return bool(beside) and all(word.isupper() and len(word) > 1 for word in beside)
