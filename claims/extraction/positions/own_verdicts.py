"""What whoever writes says of others' word in their own voice: "An article claiming that P is a
hoax", "The post says that P. That is false."

Nobody who is named says so, so the denial is nobody's; who is said to claim it alleges P alone, and
not that P is a hoax.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from claims.extraction.attribution.attributed import Attributed, Attribution, SentenceReading
from claims.extraction.position import NOBODY, OWN_VERDICT, Position, same_voice
from claims.extraction.positions.marks import span_of
from claims.extraction.sources.span import SourceSpan
from claims.extraction.sources.voices import resolve_voices
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import split_subject
from claims.extraction.text.segment import Sentence
from claims.extraction.text.sought import Sought
from claims.extraction.voice import Voice
from claims.extraction.wording.affirm import affirm
from claims.extraction.wording.checkable import is_checkable
from claims.extraction.wording.joining import claim_key, is_negative, name_key
from claims.extraction.wording.reword import reword
from claims.model import AFFIRMING, Commitment, Mode, Stance

_SURE = 0.7
"""Confidence in what is told in so many words, by nobody who is named."""
_NEAR = 1
"""Sentences before a verdict in which stands what it is on."""
_FALSE_WORDS = (
    r"(?:false|untrue|fake|a fake|bogus|fabricated|fictitious|fiction|made[ -]up|fake news|"
    r"(?:an? )?(?:[\w-]+ ){0,2}?(?:hoax(?:es)?|fabrications?|spoof)|satire|satirical|debunked|"
    r"(?:simply |just )?not (?:true|real|genuine)|pure invention|without foundation)"
)
_BE = (
    r"(?:(?:is|are|was|were|(?:ha[sd]|have) been)(?:n['’]t)?|(?:appear|seem)(?:s|ed)? to be|"
    r"(?:turn(?:s|ed) out|prove[sd]?)(?: to be)?)"
)
_HOW = (
    r"(?: (?:[a-z]+ly|all|just|also|in fact|of course|yet|another|nothing but|nothing more than|"
    r"not only))*"
)
_VERDICT = rf"{_BE}{_HOW} {_FALSE_WORDS}"
"""What says of a report that it is not so, from its verb on."""
_CLAIMING = (
    r"(?:(?:which|that) (?:\w+ly )?(?:claim|say|alleg|suggest|stat|assert|report)\w*|"
    r"(?:falsely |wrongly )?(?:claiming|saying|alleging|suggesting|stating|asserting|reporting|"
    r"purporting|insisting|announcing))"
)
_LEAD = r"\W*(?:(?:but|however|yet|so|and|no|in fact|unfortunately|sadly|luckily),? )?"
_DETERMINER = r"(?:the|an?|this|that|those|these|any|all|one|another|some|several|\w+)"


class _Verdict(NamedTuple):
    """The tokens of a ``document`` and of what is ``told`` in it, and where the verdict ends in the
    text."""

    document: tuple[int, int]
    told: tuple[int, int]
    end: int


def put_own_verdict(
    done: Attributed, reading: SentenceReading
) -> tuple[SentenceReading, list[Position]]:
    """The sentence without the word of a document that is called false there, and the positions on
    that: the document's, and the denial of whoever says so, or else of whoever writes."""
    sentence = reading.sentence
    if not _may_call(done.page.text[sentence.start : sentence.end]):
        return reading, []
    for teller in reading.attributions:
        content = teller.content
        if teller.voices and content is not None and teller.cue.stance in AFFIRMING:
            first = content.first if content.side == "right" else 0
            found = _verdict_in(done, sentence, first, content.last)
            if found is not None and not found.document[0] <= teller.cue.first < found.told[1]:
                return _called_false(done, reading, found, teller)
    found = _verdict_in(done, sentence, 0, len(sentence.tokens))
    if found is None or done.page.has_quote(sentence.tokens[found.told[1] - 1].end, sentence.end):
        return reading, []
    if any(a.voices and a.cue.first >= found.told[1] for a in reading.attributions):
        return reading, []
    return _called_false(done, reading, found, None)


def _called_false(
    done: Attributed, reading: SentenceReading, found: _Verdict, teller: Attribution | None
) -> tuple[SentenceReading, list[Position]]:
    sentence, (first, last) = reading.sentence, found.told
    tokens = sentence.tokens
    claim = reword(done, sentence, tokens[first:last], first, NOBODY, direct=True)
    if not claim or not is_checkable(claim, spoken=False):
        return reading, []
    source = SourceSpan(*found.document, None, "subject")
    voices = resolve_voices(done.register, done.discourse, sentence, source)
    start = tokens[found.document[0]].start
    ends = (start, tokens[last - 1].end)
    voice = next((each for each in voices if not each.vague), NOBODY)
    if teller is not None and any(same_voice(voice, other) for other in teller.voices):
        phrase = done.page.text[start : tokens[found.document[1] - 1].end]
        voice = Voice(phrase, None, (), anonymous=True, mention=phrase)
    positions = [_position(sentence, ends, voice, Stance.ALLEGES, claim)]
    denied = span_of(reading, teller) if teller is not None else (start, found.end)
    deniers = teller.voices if teller is not None else [NOBODY]
    positions += [_position(sentence, denied, v, Stance.DENIES, claim) for v in deniers]
    kept = [
        a
        for a in reading.attributions
        if a is not teller and not found.document[0] <= a.cue.first < last
    ]
    return replace(reading, attributions=kept), positions


@cache
def _documents() -> str:
    words = word_set("source_documents") | word_set("report_nouns") | _SHOWN
    return "|".join(sorted((f"{word}s?" for word in words), key=lambda w: (-len(w), w)))


_SHOWN = frozenset(
    ["meme", "headline", "quote", "site", "website", "page", "clip", "posting", "footage",
     "caption", "entry"]
)  # fmt: skip
"""What else is shown or posted that claims something."""


@cache
def _called() -> Sought:
    return Sought(
        rf"{_LEAD}(?P<doc>(?:{_DETERMINER} (?:[\w'’-]+ ){{0,5}}?)?(?:{_documents()})"
        rf"(?: (?:on|in|from|by|at|of) [\w.'’ -]{{2,40}}?)?),? {_CLAIMING}(?: that)? (?!to )"
        rf"(?P<told>[^;:]{{8,240}}?),? (?P<verdict>{_VERDICT})"
        r"(?=\W*$|[,;.]| (?:and|but|because|–|—|-) )",
        re.I,
    )


def _verdict_in(done: Attributed, sentence: Sentence, first: int, last: int) -> _Verdict | None:
    """The document that the tokens ``first:last`` call false, with what it tells; None where they
    call none so."""
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    match = _called().match(done.page.text[start:end])
    if match is None or _ELSE.search(match["told"]):
        return None
    document, told = (_tokens(sentence, start, match.span(each)) for each in ("doc", "told"))
    return _Verdict(document, told, start + match.end())


_ELSE = re.compile(r"\b(?:who|which|because|although|while)\b")
"""What opens a clause in what is told, of which the verdict may be."""


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:false|untrue|fake|bogus|fabricat\w+|fictitious|fiction|made[ -]up|hoax\w*|spoof|"
        r"satir\w+|debunked|true|real|genuine|invention|foundation)\b"
    )


def _may_call(words: str) -> bool:
    return _signs().search(words) is not None


def _tokens(sentence: Sentence, base: int, span: tuple[int, int]) -> tuple[int, int]:
    """The tokens between two offsets from ``base`` on."""
    start, end = base + span[0], base + span[1]
    inside = [at for at, t in enumerate(sentence.tokens) if t.start >= start and t.end <= end]
    return inside[0], inside[-1] + 1


def call_before_false(
    done: Attributed, reading: SentenceReading, told: Sequence[Position]
) -> list[Position]:
    """The denial of what was ``told`` last, in a sentence that says nothing but that it is not so:
    "This is false.", "That report, however, is a hoax."."""
    sentence = reading.sentence
    words = done.page.text[sentence.start : sentence.end]
    if not _may_call(words) or any(each.voices for each in reading.attributions):
        return []
    match = _THIS_IS_FALSE.match(words)
    if match is None or done.page.has_quote(sentence.start, sentence.end):
        return []
    before = [p for p in told if p.claim and not p.points and p.stance in AFFIRMING][-1:]
    near = before and sentence.index - before[0].sentence <= _NEAR
    if not near or before[0].voice.party == done.outlet:
        return []
    span = (sentence.start, sentence.start + match.end())
    return [_position(sentence, span, NOBODY, Stance.DENIES, before[0].claim)]


_THIS_IS_FALSE = re.compile(
    rf"{_LEAD}(?:this|that|it|these|those|(?:the|this|that|those|these)(?: [\w-]+)? "
    r"(?:story|stories|reports?|claims?|rumou?rs?|articles?|posts?|tale|news|allegations?))"
    rf"(?:, (?:however|though|of course|as it turns out),)?"
    rf"(?:{_HOW[:-1]})?(?:['’]s| {_BE}){_HOW} {_FALSE_WORDS}"
    r"(?:\W*$| (?:–|—|-) |[;:] |, (?:and|but) )",
    re.I,
)


def turn_out_false(
    done: Attributed, reading: SentenceReading, told: Sequence[Position]
) -> list[Position]:
    """The denial of what was ``told`` last, in a sentence that tells that it turned out not to be
    so: "However, it turned out the pope had not said it."."""
    sentence = reading.sentence
    words = done.page.text[sentence.start : sentence.end]
    match = _TURNED_OUT.match(words)
    if match is None or not is_negative(match["told"]) or "\n" in match["told"]:
        return []
    if any(each.voices for each in reading.attributions):
        return []
    subject = claim_key(split_subject(match["told"])[0]) | name_key(match["told"][1:])
    things = claim_key(affirm(match["told"])) - subject
    for before in reversed(told[-_LOOKED_AT:]):
        if sentence.index - before.sentence > _BACK or before.voice.party == done.outlet:
            return []
        if before.points or before.stance not in AFFIRMING or is_negative(before.claim):
            continue
        if things & claim_key(before.claim) or _SAID_SO.search(match["told"]):
            span = (sentence.start + match.start("told"), sentence.start + match.end())
            return [_position(sentence, span, NOBODY, Stance.DENIES, before.claim)]
    return []


_BACK, _LOOKED_AT = 2, 6
"""Sentences back, and positions, among which is what turned out not to be so."""
_TURNED_OUT = Sought(
    rf"{_LEAD}(?:(?:later|then|eventually),? )?(?:as )?it (?:(?:later|soon|then|eventually|now|"
    r"has|had|since|has since) )*turn(?:s|ed) out,?(?: that)? (?P<told>[^;:]{4,160}?)\W*$",
    re.I,
)
_SAID_SO = re.compile(
    r"\b(?:not|never|n['’]t) (?:actually |in fact )?(?:(?:made|make|uttered|said|say|written|told|"
    r"posted|done|did|do) (?:the |that |this |those |these |any |any such |such |it|so|that|this)"
    r"(?:comments?|remarks?|statements?|claims?|quotes?|words?|posts?|thing)?|(?:he|she|it|they)?)\W*$|"
    r"\b(?:had|has|was|were|did|is|are)(?: not|n['’]t)\W*$",
    re.I,
)
"""What is nothing but "it", or "the comment", of what was told."""


def in_own_voice(sentence: Sentence, span: tuple[int, int], stance: Stance, claim: str) -> Position:
    """The stance of whoever writes, at ``span``."""
    return _position(sentence, span, NOBODY, stance, claim)


def _position(
    sentence: Sentence, span: tuple[int, int], voice: Voice, stance: Stance, claim: str
) -> Position:
    hedged = voice is NOBODY
    features = (OWN_VERDICT, f"stance={stance.value}", "introduced=True", "nominal=False")
    return Position(
        sentence.index, *span, voice, stance, claim, False,
        Mode.HEDGED if hedged else Mode.INDIRECT,
        Commitment.PROBABLE if hedged else Commitment.CERTAIN,
        _SURE, features, ["whoever writes says that it is not so"],
    )  # fmt: skip
