"""Nobody is told to put forward what they say nothing of.

Positions are put on one claim by how much alike they are, each with some of the others, and the
first may have little in common with the last: "the offices are part of a park, they said" is not
told by "Kelso bought six offices". Whoever tells something else in words of their own has a claim
of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from claims.extraction.model.linking.linked import Linked
from claims.extraction.model.telling.choosing import reports
from claims.extraction.position import NOBODY
from claims.extraction.text.broken import is_broken
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import sentence_quality, split_subject
from claims.extraction.voice import POSSESSIVES
from claims.extraction.wording.joining import DraftClaim, claim_key
from claims.model import Stance

_THIRD = 3
"""A claim that holds no more than a third of somebody's words tells another thing."""
_BEYOND = 4
"""A quarter of a claim's words stands in no quote of who only tells them in another form."""
_WHOLE = 0.5
_HEAD = 3
"""Words of a subject among which is what it is: "the latest reports of ..."."""
_FEWEST = 3
"""Words of a claim, but for names, from which on it can be held against another."""
_CENTRAL = 0.6
"""The comparer's log-odds from which on somebody tells what the text turns on, in other words."""
_OF_NOBODY = re.compile(
    r"(?:This|It) (?:is|was) the (?:first|last|second|latest) time\b|"
    r"It (?:is|was) (?:\w+ )?(?:likely|unlikely|possible|probable) that\b"
)
"""What opens with a pronoun, and needs nobody to stand for it."""
_CLAIMS_TO = re.compile(
    r"\bclaim(?:s|ed)? to\b|\b(?:was|were|been) (?:told|informed|notified|advised|warned)\b"
)
_POINTS = frozenset(
    ["it", "he", "she", "they", "this", "that", "these", "those", "there", "here", "such",
     "another", "which"]
)  # fmt: skip


def part_untold(
    linked: Sequence[Linked], groups: Sequence[int], drafts: Mapping[int, DraftClaim]
) -> list[int]:
    """The groups, each without whoever puts something else forward than the claim that it came
    to; those of one group who tell the same stay together."""
    found = list(groups)
    parted: dict[int, list[int]] = {}
    for at, (each, number) in enumerate(zip(linked, groups, strict=True)):
        draft = drafts.get(number)
        if draft is None or len(draft.keys) < _TWO or not _tells_else(each, draft.text):
            continue
        like = next((n for n in parted.get(number, []) if _alike(each, linked[n])), None)
        found[at] = found[like] if like is not None else len(groups) + at
        parted.setdefault(number, []).append(at)
    return found


_TWO = 2


def _tells_else(each: Linked, told: str) -> bool:
    """Whether somebody puts forward, in a sentence of their own, hardly anything of what is told,
    and that holds what they do not say."""
    position = each.position
    if each.compared_central >= _CENTRAL:
        return False
    if reports(position.claim) or _CLAIMS_TO.search(position.claim):
        return False  # what somebody was told, or claims to know
    if each.central is None and position.voice.party == NOBODY.party:
        return False  # a hedge that the reader did not see
    if position.stance is not Stance.ALLEGES or not each.holds_true or len(each.things) < _FEWEST:
        return False
    words = claim_key(told)
    if _THIRD * len(each.things & words) > len(each.things) or not each.verb.isdisjoint(words):
        return False
    if _BEYOND * len(words - each.quote) < len(words):
        return False
    return _is_sentence(position.claim, told)


def _is_sentence(claim: str, told: str) -> bool:
    """Whether a claim tells something by itself: not of "he", but of "his father" where nobody's is
    ``told`` of."""
    subject = split_subject(claim)[0].lower().split(" ")
    of_kin = subject[-1] in word_set("kin") and subject[-1] not in told.lower().split(" ")
    owned = subject[0] in POSSESSIVES
    whole = f"The {claim.partition(' ')[2]}" if owned and of_kin else claim
    if sentence_quality(whole) < _WHOLE or is_broken(whole) or (owned and not of_kin):
        return False
    if not word_set("report_nouns").isdisjoint(subject[:_HEAD]):
        return False  # "rumours of his death first circulated in May" tell that he has died
    return subject[0] not in _POINTS or _OF_NOBODY.match(claim) is not None


def _alike(a: Linked, b: Linked) -> bool:
    return 2 * len(a.things & b.things) >= min(len(a.things), len(b.things))
