"""What the words of a reading only point at: what was told elsewhere, or is no claim at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.text.broken import is_broken_off
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.text.sought import Sought
from claims.extraction.voice import Voice
from claims.extraction.wording.clauses import is_no_statement
from claims.model import Stance

_CITES = re.compile(
    r"(?:(?:The|Its?) )?(?:[\w'’.-]+ ){1,4}(?:(?:had|has) )?(?:cited|quoted|cites|quotes) "
    r"(?!.*\bas saying\b)"
)
"""What only tells whom a report has it from: "The agency had cited three aides"."""
_REPORTED_SO = re.compile(
    r"As [A-Z][\w.'’ -]{1,40} (?:reports?|reported|sa(?:ys?|id)|notes?|noted)\.?"
)
_IS_JUDGED = re.compile(r".{2,60} (?:is|are|was|were)\.?")


def is_elsewhere(stance: Stance, words: str, voice: Voice) -> bool:
    """Whether the words are no claim themselves: "saw no fire" and "rated the claim false" deny
    what others told, "Kellmark's report is" and "The board issued." break off, the rest asks or
    cites."""
    if stance is Stance.DENIES and _tells_of_itself(words, voice):
        return True
    if stance is not Stance.ALLEGES and (_IS_JUDGED.fullmatch(words) or is_broken_off(words)):
        return True
    return bool(is_no_statement(words) or cites(words) or _REPORTED_SO.fullmatch(words))


def only_declines(quote: str) -> bool:
    """Whether a quote ends in that somebody would not comment, and tells nothing of on what: "Ada
    Orr, a spokeswoman for the bank in Lima, declined to comment"."""
    return _DECLINES.search(quote) is not None


_DECLINES = re.compile(
    r"(?:^|[\w\"”’')], |\w )(?:ha(?:s|ve|d) )?(?:declined|refused) (?:to )?comment"
    r"(?: further)?(?: on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?[.\"”]*$"
)


def cites(words: str) -> bool:
    """Whether the words only tell whom a report has it from."""
    return _CITES.match(words) is not None


def says_beside(stance: Stance, sentence: Sentence, first: int) -> bool:
    """Whether the words from token ``first`` on stand behind what somebody says besides disputing
    "this", "it" or a report: "disputes this, saying the signals worked", "corrected its report,
    saying it had misread a document"."""
    if stance is not Stance.DENIES:
        return False
    before = [token.lower for token in sentence.tokens[max(0, first - 4) : first]]
    if before[-1:] == ["that"]:
        before.pop()
    says = before[-1:] and before[-1] in ("saying", "adding", "insisting", "arguing", "claiming")
    what, comma = before[-3:-1] if len(before) > 2 else ("", "")
    return bool(says) and comma == "," and (what in _THAT or what in word_set("source_documents"))


_THAT = frozenset(["this", "that", "it"])


def _tells_of_itself(words: str, voice: Voice) -> bool:
    """Whether who denies something only tells of themselves what they have not, or have not seen,
    as it was told or turned round ("Police have had (no) other complaints"), or that they call
    something false: "Snopes rated it false"."""
    rest = next((words[len(name) :] for name in voice.names if words.startswith(name)), "")
    return bool(_NOTHING.match(rest) or _RATED.match(rest))


_RATED = re.compile(
    r" (?:has |have |had )?(?:rated|called|labell?ed|deemed|branded|judged|declared|found) .*"
    r"\b(?:false|fake|untrue|hoax|wrong|nonsense|misleading|satire)\b",
    re.I,
)
_NOTHING = re.compile(
    r"(?: who [^,]{3,60}?)? (?:(?:have|has|had) (?:had |received |found |seen |heard )?|saw |"
    r"found |received |heard )(?:no|an?|any|some|other) (?:other )?(?:complaints?|records?|signs?|"
    r"reports?|traces?|evidence|fires?|smoke|damage|information|indications?|knowledge)\b",
    re.I,
)


def tells_no_price(quote: str) -> bool:
    """Whether somebody has not told yet what something costs, which leaves no claim open."""
    return _NO_PRICES.search(quote) is not None


_NO_PRICES = Sought(
    r"(?:n['’]t|\bnot|\byet to) (?:\w+ ){0,2}?(?:announce|reveal|disclose|release|give|provide|"
    r"publish)"
    r"[sd]? (?:(?:any|the|its|exact|final|official) )*(?:pricing|prices|availability|"
    r"specifications)\b"
)


def behind_denial(words: str) -> str:
    """The words without what another told before what is denied: "the boat was towed in but denied
    that (it leaked)"."""
    return _BEHIND_DENIAL.sub("", words)


_BEHIND_DENIAL = re.compile(
    r"^.+? but (?:denied|denies|rejected|disputed) that (?=\w+ \w+ \w)", re.S
)


def says_another(done: Attributed, tokens: Sequence[Token], voice: Voice) -> bool:
    """Whether "I" of a quotation is somebody's agent by name, as the rules know, and who speaks is
    taken to be the other: "'I know her,' said her manager, Tom Orr"."""
    if _I.isdisjoint(token.lower.partition("'")[0] for token in tokens):
        return False
    quote = done.page.quote_at(tokens[0].start)
    said = done.quote_voice.get(quote) if quote is not None else None
    if said is None or not said.person or said.speaker in (None, said.party):
        return False
    return voice.party == said.party and voice.speaker in (None, voice.party)


_I = frozenset(["i", "me", "my"])
