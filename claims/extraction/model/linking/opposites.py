"""Nobody affirms a claim whose opposite they told.

Positions are put on one claim by how much alike they are, and "I did not take it" is much like
"he took it". Of what somebody tells as true, the claim that it came to must not say the reverse.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.extraction.model.linking.linked import Linked, looked_back
from claims.extraction.position import REJOINDER
from claims.extraction.text.main_clause import main_clause
from claims.extraction.wording.affirm import affirm
from claims.extraction.wording.joining import DraftClaim, claim_key, is_negative, subject_of
from claims.model import Stance


def _is_denied(each: Linked, claim: str) -> bool:
    """Whether what a position tells denies the claim: the same, or life, of the same."""
    told, words = each.position.claim, claim_key(claim)
    if _ALIVE.search(told):
        return "die" in words  # whoever it is that is alive, by the group it is that one
    same = subject_of(told) == subject_of(claim)
    return same and 2 * len(each.things & words) >= len(each.things)


_ALIVE = re.compile(r"\b(?:is|are|was|were)(?: \w+){0,2} alive\b", re.I)


def _says_not_p(each: Linked) -> bool:
    """Whether what is read as a denial says "not P", of which there is no P to deny."""
    told, denies = each.position.claim, each.position.stance is Stance.DENIES
    if not (denies and each.has_own_words) or each.calls_false:
        return False
    if REJOINDER in each.position.features:  # "..., a charge that Lima brushed aside"
        return False
    return _tells_none(told) and affirm(told) == told


def _tells_none(claim: str) -> bool:
    return is_negative(claim) or _NOTHING.search(main_clause(claim)) is not None


_NOTHING = re.compile(r"\bnothing\b", re.I)


def part_opposed(
    linked: Sequence[Linked], groups: Sequence[int], drafts: Mapping[int, DraftClaim]
) -> list[int]:
    """The groups, with nobody left to affirm a claim whose opposite they told.

    Who said "not P" of the same subject denies P; who said something else that is negative has
    a claim of their own. Who said "not P" of a claim that says so, too, tells it.
    """
    found = list(groups)
    for at, (each, number) in enumerate(zip(linked, groups, strict=True)):
        draft, position = drafts.get(number), each.position
        if draft is None:
            continue
        if _says_not_p(each) and _tells_none(draft.text):
            position = replace(position, stance=Stance.ALLEGES)
            each.take(position)
        if not each.holds_true or is_negative(position.claim) == draft.negative:
            continue
        if not draft.negative and _is_denied(each, draft.text):
            denied = affirm(position.claim)
            each.take(replace(position, stance=Stance.DENIES, claim=denied))
        else:
            found[at] = len(groups) + at
    return found


def calls_denial_false(
    linked: Sequence[Linked], groups: Sequence[int], at: int, claim: str
) -> bool:
    """Whether somebody says that what another just denied is so: "Orr said no arms were sent. Lind
    said that was a lie", or "disputed that", has Lind tell that they were. Of a denial in so many
    words, "denied this" is on what was denied. ``claim`` is what it came to."""
    each = linked[at]
    if each.position.stance is not Stance.DENIES:
        return False
    whatever = _THAT_IS_FALSE.search(each.words) is not None  # in what words it was denied
    if not whatever and _DENIES_THAT.search(each.words) is None:
        first = _DENIES_CLAIM.search(each.words) is not None and not any(
            groups[n] == groups[at] and linked[n].position.stance is Stance.ALLEGES
            for n in range(max(0, at - _LOOKED_AT), at)
        )
        if not first:
            return False
    for before in looked_back(at, _LOOKED_AT):
        other = linked[before]
        if each.position.sentence - other.position.sentence > 1:
            return False
        if other.position.voice.party != each.position.voice.party:
            words = each.wording or claim_key(claim)
            alike = 2 * len(words & other.wording) > len(words)
            same = groups[before] == groups[at] or alike
            denied = same and other.position.stance is Stance.DENIES
            return denied and (whatever or _DENIAL.search(other.words) is None)
    return False


_LOOKED_AT = 6
"""Positions before one that are looked at."""
_THAT_IS_FALSE = re.compile(
    r"\b(?:(?:that|this)(?: claim| denial| statement| account)? (?:was|is)"
    r"(?: (?:simply|just|all|an?|\w+ly))* "
    r"(?:lie|lies|false|untrue|wrong|nonsense|not true|incorrect|rubbish)"
    r"|(?:rejected|disputed|dismissed|denied|contradicted|challenged) "
    r"(?:(?:that|this|the|his|her|their|its) (?:denial|account|version|statement|explanation))"
    r"|(?:called|branded) (?:that|this|the) denial (?:an? )?(?:lie|false|untrue|nonsense))\W*$",
    re.I,
)
_DENIES_THAT = re.compile(
    r"^(?!.*\b(?:also|too|likewise|similarly|both|all|either)\b).*"
    r"\b(?:den(?:ied|ies)|disput(?:ed|es)|reject(?:ed|s)|contradict(?:ed|s)|challeng(?:ed|es)) "
    r"(?:that|this)(?: claim| assertion)?\W*$",
    re.I | re.S,
)
_DENIES_CLAIM = re.compile(
    r"^(?!.*\b(?:also|too|likewise|similarly|both|all|either)\b).*"
    r"\b(?:disput(?:ed|es)|reject(?:ed|s)|contradict(?:ed|s)|challeng(?:ed|es)|dismiss(?:ed|es)) "
    r"the (?:claim|assertion)\W*$",
    re.I | re.S,
)
"""What is on the denial itself, where nobody put forward before what was denied."""
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial|ials)|reject|dismiss|disput|refut|rubbish|scotch|disavow|"
    r"rul(?:e|es|ed|ing) out|false|untrue|lie|lies|nonsense|baseless|wrong|fake)"
)
"""Words that deny what others say, beside those that say "not P"."""
