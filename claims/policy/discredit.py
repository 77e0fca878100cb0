"""Does a claim put the parties it names in a bad light?

A word list and the order of the sentence, nothing more: it only tells the
flag ``against_own_interest`` from ``in_own_interest``. Whoever stands before a
discrediting verb did it; in a passive it is whoever follows "by". Where the
sentence names nobody as the doer, nobody is discredited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_DEEDS = (
    r"abduct\w*|abus(?:e|es|ed|ing)|annex\w*|assassinat\w*|assault\w*|attack\w*|behead\w*"
    r"|block(?:s|ed|ing)? (?:aid|food|relief)|bomb(?:s|ed|ing)?|breach\w*|brib\w*|bug(?:s|ged|ging)"
    r"|cheat\w*|conceal\w*|cover(?:s|ed|ing)? up|deport\w*|detain\w*|dop(?:e|es|ed|ing)"
    r"|embezzl\w*|enslav\w*|execut(?:e|es|ed|ing)|explo(?:it|its|ited|iting)|fabricat\w*|fak(?:e|es|ed|ing)"
    r"|falsif\w*|forc(?:ed|es|ing)|forg(?:e|es|ed|ing)|hack\w*|harass\w*|hid(?:es?|ing|den)"
    r"|infiltrat\w*|interfer\w*|invad\w*|jail\w*|kidnap\w*|kill\w*|launder\w*|leak\w*|lied|lies|lying"
    r"|loot\w*|manipulat\w*|massacr\w*|meddl\w*|mislead\w*|misled|molest\w*|murder\w*|overcharg\w*"
    r"|persecut\w*|plagiari[sz]\w*|plott?(?:s|ed|ing)|poison\w*|pollut\w*|rap(?:e|es|ed|ing)|rigg(?:ed|ing)"
    r"|rigs|sabotag\w*|shell(?:s|ed|ing)|shoots? down|shot down|smuggl\w*|spied|spies|spy|spying"
    r"|steal\w*|stole\w*|torch(?:ed|es|ing)|tortur\w*|traffick\w*|violat\w*|wiretap\w*"
    r"|raid(?:s|ed|ing)?|fir(?:es?|ed|ing) (?:at|into|on|upon)|(?:struck|strik(?:es?|ing)"
    r"|hit(?:s|ting)?)(?! (?:\S+ ){0,3}?(?:deals?|bargains?|agreements?|balance|targets?)\b)"
    r"|(?:suppl(?:y|ies|ied|ying)|sell(?:s|ing)?|sold|send(?:s|ing)?|sent|ship(?:s|ped|ping)?"
    r"|deliver(?:s|ed|ing)?|provid(?:e|es|ed|ing)|transfer(?:s|red|ring)?|smuggl\w*"
    r"|buy(?:s|ing)?|bought|us(?:e|es|ed|ing)|deploy(?:s|ed|ing)?|fir(?:es?|ed|ing)"
    r"|launch(?:es|ed|ing)?)\s(?:\S+\s){0,6}?"
    r"(?:arms|weapons?|weaponry|missiles?|rockets|artillery|ammunition|shells|munitions|warheads"
    r"|mines|landmines|chemical weapons?|nerve agent|sarin|chlorine|troops|mercenaries|drones)"
)
_FAILINGS = (
    r"fail(?:s|ed|ing)?\b|los(?:es?|t|ing)\b|retreat\w*|surrender\w*|defect(?:s|ed|ing)\b|collaps\w*"
    r"|(?:guilty|corrupt|responsible for|involved in|complicit|behind the|to blame)\b"
)
_DEED = re.compile(rf"\b(?:{_DEEDS})\b", re.IGNORECASE)
_FAILING = re.compile(rf"\b(?:{_FAILINGS})", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be|gets?|got)(?:\s\w+ly)?\s*$", re.IGNORECASE
)
_BY = re.compile(r"\bby\b", re.IGNORECASE)


def discredits(claim_text: str) -> bool:
    """Whether the claim's predicate puts somebody in a bad light (kills, smuggles, violates)."""
    return bool(_DEED.search(claim_text) or _FAILING.search(claim_text))


def discredited(claim_text: str, mentions: Iterable[tuple[str, int, int]]) -> frozenset[str]:
    """Those of ``mentions`` (party id, start, end in ``claim_text``) whom the claim discredits."""
    found = list(mentions)
    harmed: set[str] = set()
    for pattern in (_DEED, _FAILING):
        verb = pattern.search(claim_text)
        if verb is None:
            continue
        start, end = verb.span()
        if pattern is _DEED and _PASSIVE.search(claim_text, 0, start):
            by = _BY.search(claim_text, end)
            harmed |= {party for party, first, _ in found if by and first >= by.end()}
        else:
            harmed |= {party for party, _, last in found if last <= start}
    return frozenset(harmed)
