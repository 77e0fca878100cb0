"""How one name goes on over a small word: "Department of", "Osama bin", "Health and Welfare"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extraction.names.words import (
    OF,
    is_known_body,
    is_name_word,
    is_particle,
    is_time,
    states,
)
from claims.extraction.text.lexicon import body_words, word_set
from claims.extraction.text.segment import Token


def joins(tokens: tuple[Token, ...], at: int, stop: int) -> bool:
    """Whether the small word at ``stop`` carries a name on that starts at ``at``."""
    lower = tokens[stop].lower
    if stop + 1 >= len(tokens):
        return False
    after = tokens[stop + 1]
    if is_particle(tokens[stop]) and is_particle(after):  # "Lotte van der Berg"
        return stop + 2 < len(tokens) and is_name_word(tokens[stop + 2])
    if is_particle(tokens[stop]) or lower == "&":
        return is_name_word(after)
    if lower == "'" and tokens[stop - 1].end == tokens[stop].start:
        owners = tokens[stop - 1].lower
        joined = owners.endswith("s") and owners not in states() and after.is_capital
        return joined and after.lower in word_set("names_of_members")
    if lower == "'s" and tokens[stop - 1].lower == "people":
        return after.text == "Republic"
    if lower == "," and after.is_capital:
        return _is_listed(tokens, at, stop)
    if lower == "and" and after.is_capital:
        pair = f"{tokens[stop - 1].text} and {after.text}"
        whole = " ".join(token.text for token in tokens[at : stop + 2])
        known = is_known_body(pair) or is_known_body(whole)
        known = known or f"{tokens[stop - 1].lower}+{after.lower}" in word_set("names_pairs")
        return after.lower in ("company", "sons", "co") or known or _is_of_two(tokens, at, stop)
    if lower == "to":
        return _goes_to(tokens, at, stop)
    if lower == "for" and _are_members(tokens, at, stop):
        return is_name_word(after) and not is_time(after)
    if lower == "on" and is_sunday_paper(tokens, stop - 1):
        return True
    if lower == "in":
        return after.lower in _CONTINENTS and _is_headed(tokens, at, stop)
    if lower == "of" and _is_called_so(tokens, at, stop):
        return after.is_capital or (
            after.lower == "the" and stop + 2 < len(tokens) and tokens[stop + 2].is_capital
        )
    if lower not in OF or not (_has_head(tokens, at, stop) or _is_part(tokens, at, stop)):
        return False
    if is_name_word(after) and not is_time(after):
        return True
    return after.lower == "the" and stop + 2 < len(tokens) and is_name_word(tokens[stop + 2])


_CONTINENTS = frozenset(["europe", "africa", "asia", "america"])
"""In what a body's name may end: "the Organization for Security and Cooperation in Europe"."""


def is_sunday_paper(tokens: Sequence[Token], at: int) -> bool:
    """Whether a paper's name stands there that comes out on Sundays: "the (Mail) on Sunday"."""
    behind = [token.text for token in tokens[at + 1 : at + 3]]
    if at < 0 or tokens[at].text not in _SUNDAY_PAPERS or behind != ["on", "Sunday"]:
        return False
    return tokens[at].text in ("Scotland", "Wales") or (at > 0 and tokens[at - 1].lower == "the")


_SUNDAY_PAPERS = frozenset(["Mail", "Independent", "Scotland", "Wales"])


def _is_called_so(tokens: tuple[Token, ...], first: int, stop: int) -> bool:
    """Whether a band is told to be called by a name of one word and the "of" at ``stop``: "a
    faction called Sword (of) the East", "a militant group, the Sons (of) the Dawn,"."""
    if stop != first + 1 or first < 2:
        return False
    at = first - 1 - (tokens[first - 1].lower == "the")
    if tokens[at].lower in _CALLED:
        return True
    return at > 0 and tokens[at].text == "," and tokens[at - 1].lower in _BANDS


_CALLED = frozenset(["called", "named", "dubbed", "itself", "themselves"])
_BANDS = frozenset(["group", "faction", "militia", "gang", "band", "cell", "movement"])


def _has_head(tokens: tuple[Token, ...], first: int, stop: int) -> bool:
    heads = word_set("org_heads_of")
    if tokens[stop - 1].lower in heads:
        return True
    held = tokens[first].lower in word_set("person_roles")  # "Commissioner Karl Orr of the RCMP"
    return tokens[first].lower in heads and not held


def _is_part(tokens: tuple[Token, ...], first: int, stop: int) -> bool:
    """Whether the "of" at ``stop`` is of what a body is for: "the Society for Prevention of"."""
    matter = _MATTER.search(tokens[stop - 1].text) is not None
    return matter and tokens[stop].lower == "of" and _is_headed(tokens, first, stop)


def _goes_to(tokens: tuple[Token, ...], first: int, stop: int) -> bool:
    """Whether the "to" at ``stop`` is of a body's name: "the Committee to Protect Divers", "the
    Society for Prevention of Cruelty to Animals"."""
    after = tokens[stop + 1]
    if not after.is_capital or after.lower in states():
        return False
    if _is_headed(tokens, first, stop):
        return _MATTER.search(tokens[stop - 1].text) is not None or after.lower.endswith("s")
    further = tokens[stop + 2 : stop + 3]
    held = tokens[stop - 1].lower in ("committee", "campaign", "coalition", "council", "alliance")
    return held and bool(further) and further[0].is_capital


def _are_members(tokens: tuple[Token, ...], first: int, stop: int) -> bool:
    """Whether a run so far is of people who have joined: "Harbour Lawyers for Justice"."""
    last = tokens[stop - 1].lower
    own = stop - first > 1 or first > 0
    return own and (last in word_set("plural_people") or last in _MEMBERS)


_MEMBERS = frozenset(
    ["veterans", "workers", "students", "mothers", "fathers", "women", "farmers", "citizens",
     "americans", "republicans", "democrats", "muslims", "christians", "jews", "artists"]
)  # fmt: skip
_MATTER = re.compile(r"\w(?:ion|ment|ing|[ei]ty|ure|ics|[ae]nce|ail|oad|ry|ies|fare|[^su]s)$")
"""How nouns end that bodies are named after: "Health and Prevention", "Rail and Ports"."""


def _is_of_two(tokens: tuple[Token, ...], first: int, stop: int) -> bool:
    """Whether the "and" at ``stop`` is of one body's name: "the Animal and Plant Health Agency",
    "the Office of Rail and Road", "Avon and Somerset Police".

    Of two bodies the second has an article of its own, or no noun for a body.
    """
    end = stop + 1
    while end < len(tokens) and is_name_word(tokens[end]):
        end += 1
    if _is_headed(tokens, first, stop):
        if tokens[stop - 1].lower in states():
            return False  # "the Bank of Japan and Kellmark"
        people = end < len(tokens) and tokens[end].lower in word_set("plural_people")
        return end <= stop + 3 and not people and _is_matter(tokens[end - 1])
    body = tokens[end - 1].lower in word_set("org_words") | _LOCAL | _OFFICES and end > stop + 2
    if stop == first + 2 and tokens[first].lower in states():
        return body  # "the U.S. Food and Drug Administration"
    if stop == first + 2 and tokens[first].lower in _WHOLE_LAND:
        return tokens[end - 1].lower in _PUBLIC and tokens[stop - 1].lower not in body_words()
    lone = tokens[first].text
    if not body or stop != first + 1 or lone.lower() in states() or is_known_body(lone):
        return False
    local = tokens[end - 1].lower in _LOCAL and not lone.isupper()
    return local or (first > 0 and tokens[first - 1].lower == "the")


_WHOLE_LAND = frozenset(["national", "federal", "royal", "international", "european", "state"])
"""How a body's name starts that is for the whole of a land: "the National Fish and Game Board"."""
_PUBLIC = frozenset(
    ["board", "agency", "administration", "commission", "council", "service", "services",
     "authority", "department", "office", "institute", "bureau", "committee", "association"]
)  # fmt: skip
"""What such a body is."""
_LOCAL = frozenset(["police", "constabulary", "council", "trust"])
"""Bodies that are often named after two places."""
_OFFICES = frozenset(["executive", "ombudsman", "inspectorate", "directorate", "registry"])
"""Bodies that are named after two matters: "the Health and Safety Executive"."""


def _is_headed(tokens: tuple[Token, ...], first: int, stop: int) -> bool:
    """Whether a run so far is of what a body deals with: "the US Department of Health"."""
    heads = word_set("org_heads_of")
    return any(
        tokens[at].lower in ("of", "for") and tokens[at - 1].lower in heads
        for at in range(first + 1, stop)
    )


def _is_matter(token: Token) -> bool:
    if token.lower in _SERVED:
        return True
    known = token.lower in word_set("org_words") or is_known_body(token.text)
    return not known and _MATTER.search(token.text) is not None


_SERVED = frozenset(
    ["services", "affairs", "security", "defence", "defense", "rights", "sport", "zero"]
)
"""What a department is of, though it may be a body elsewhere."""


def _is_listed(tokens: tuple[Token, ...], first: int, stop: int) -> bool:
    """Whether the comma at ``stop`` is of one body's name: "the Department for Digital, Culture,
    Media and Sport"."""
    if not _is_headed(tokens, first, stop):
        return False
    item = at = stop + 1
    while at < min(len(tokens) - 1, stop + _MOST_LISTED):
        if tokens[at].lower in (",", "and") and at > item:
            if at - item > 2 or not tokens[at + 1].is_capital:
                return False
            if tokens[at].lower == "and":
                return _is_of_two(tokens, first, at)
            item = at + 1
        elif not is_name_word(tokens[at]):
            return False
        at += 1
    return False


_MOST_LISTED = 9
"""Tokens in which the "and" of a list must follow."""
