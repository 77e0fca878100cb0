"""Whom the reader gives a stance, and who only stands beside whoever takes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.extraction.attribution.attributed import Attributed, Attribution
from claims.extraction.cues.cue import Shape
from claims.extraction.cues.deeds import is_accusing
from claims.extraction.model.network.decode import Span
from claims.extraction.model.weighing.agreeing import gold_value
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.model.weighing.of_verdicts import names_verdict
from claims.extraction.model.weighing.seeming import tells_contrary
from claims.extraction.model.weighing.told_of import is_victim, reports_the_contrary
from claims.extraction.position import (
    CALLED_FALSE,
    CONTESTED,
    NOBODY,
    REJECTING,
    Position,
    same_voice,
)
from claims.extraction.positions.ellipsis import leaves_out
from claims.extraction.positions.labelled import says_of_reports
from claims.extraction.positions.lying import called_liar, is_meant, only_calls_liar, word_of_liar
from claims.extraction.text.nearby import overlaps
from claims.extraction.text.segment import Token
from claims.extraction.wording.joining import claim_key
from claims.model import Stance


def is_bystander(
    done: Attributed, candidate: Candidate, told: Sequence[Position], around: Sequence[Position]
) -> bool:
    """Whether only the reader sees the stance, at somebody who reports it, is told of or accused
    beside who takes it, who only made the statement that others call false, was asked it, said
    something of reports, or calls somebody a liar who has put nothing forward (of what is ``told``
    by the rules; ``around`` is what of that stands near)."""
    return not candidate.from_rule and (
        _only_reports(done, candidate)
        or _is_told_beside(done, candidate)
        or _is_only_told_of(done, candidate)
        or _only_stated(done, candidate)
        or _says_something_of_reports(done, candidate)
        or _calls_liar(done, candidate, told)
        or _is_only_asked(done, candidate)
        or _only_passes_on(done, candidate)
        or _is_accused(done, candidate)
        or _is_said_to_have(done, candidate)
        or _speaks_next(done, candidate)
        or _reports_what_is_left_open(done, candidate)
        or _scolds_who_says_so(done, candidate)
        or _calls_it_false(candidate, around)
        or _is_contradicted(done, candidate)
        or is_victim(done, candidate)
        or reports_the_contrary(done, candidate)
        or names_verdict(done, candidate, around)
    )


def _is_contradicted(done: Attributed, candidate: Candidate) -> bool:
    """Whether whom the reader sees put it forward is who is contradicted by it, or nobody: "said it
    was an accident, contradicting (the mayor)", "contradicting earlier reports that"."""
    reading, position = candidate.reading, candidate.position
    if reading is None or position.stance is not Stance.ALLEGES:
        return False
    if reading.source is None and position.voice.party != NOBODY.party:
        return False
    start, text = done.page.sentences[position.sentence].start, done.page.text
    end = reading.source[0] if reading.source is not None else reading.quote[1]
    cue = text.rfind(" contradict", start, end)
    told = claim_key(position.claim.partition(" contradict")[0])
    return cue > 0 and bool(told) and told <= claim_key(text[start:cue])


def _reports_what_is_left_open(done: Attributed, candidate: Candidate) -> bool:
    """Whether somebody only reports that another did not say whether it is so: "the firm did not
    say whether the mill was shut, the Post reported"."""
    reading, position = candidate.reading, candidate.position
    if reading is None or position.stance is not Stance.ALLEGES or position.points:
        return False
    match = _LEFT_OPEN.search(done.page.text, *reading.quote)
    return match is not None and claim_key(position.claim) <= claim_key(match["what"])


_LEFT_OPEN = re.compile(
    r"\b(?:not|n['’]t|never|refus\w+|declin\w+|without|no one|nobody|neither)\b"
    r"[^.;!?]{0,40}? whether (?P<what>[^.;!?]+)"
)


def _scolds_who_says_so(done: Attributed, candidate: Candidate) -> bool:
    """Whether somebody finds fault with those who say it: "slammed those who claimed that"."""
    reading, position = candidate.reading, candidate.position
    if reading is None or position.stance is not Stance.ALLEGES:
        return False
    match = _SCOLDS.search(done.page.text, position.start, reading.quote[1])
    return match is not None and (reading.source is None or reading.source[1] <= match.start())


_SCOLDS = re.compile(
    r"\b(?:slam|blast|condemn|denounc|critici[sz]|mock|rebuk|attack|scold|berat|ridicul)\w* "
    r"(?:\w+ )?(?:those|people|anyone|everyone|critics|users|media|outlets) who (?:\w+ )?"
    r"(?:speculat|claim|said|say|alleg|suggest|report|believ|insist|think|thought)\w*\b"
)


def _calls_it_false(candidate: Candidate, around: Sequence[Position]) -> bool:
    """Whether who the reader sees put something forward calls a report false there, by the rules:
    'the claim that he was shot was "false", police said'."""
    position = candidate.position
    if position.stance is not Stance.ALLEGES:
        return False
    span = (position.start, position.end)
    return any(
        CALLED_FALSE in each.features
        and each.stance is Stance.DENIES
        and overlaps((each.start, each.end), span)
        and same_voice(each.voice, position.voice)
        for each in around
        if each.sentence == position.sentence
    )


def _speaks_next(done: Attributed, candidate: Candidate) -> bool:
    """Whether whom the reader sees only speaks in what goes on behind the quote: "the Post could
    not verify it and (the army said it was unaware)"."""
    reading = candidate.reading
    if reading is None or reading.source is None or reading.source[0] < reading.quote[1]:
        return False
    return _GOES_ON.match(done.page.text, reading.quote[1], reading.source[1]) is not None


_GOES_ON = re.compile(r"[,;]?\s+(?:and|but|while|whereas)\s+(?:the |(?=[A-Z][\w’']))")
"""What stands before who speaks next and has a name, or is told of as known."""


def _is_said_to_have(done: Attributed, candidate: Candidate) -> bool:
    """Whether whom the reader sees is who did it by another's words: "Lima says Quito did"."""
    reading, position = candidate.reading, candidate.position
    if reading is None or reading.source is None:
        return False
    told = done.sentences[position.sentence]
    return any(
        each.content is not None
        and leaves_out(done, told, each)
        and _is_anothers(each, position)
        and overlaps(
            _chars(told.sentence.tokens, (each.content.first, each.content.last)), reading.source
        )
        for each in told.attributions
    )


def _is_accused(done: Attributed, candidate: Candidate) -> bool:
    """Whether whom the reader sees is accused there by another: "Orr accused Lund of lying"."""
    reading, position = candidate.reading, candidate.position
    if reading is None:
        return False
    tokens = done.page.sentences[position.sentence].tokens
    for each in done.sentences[position.sentence].attributions:
        content = each.content
        if not is_accusing(each.cue.lemma) or content is None or each.cue.shape is Shape.PASSIVE:
            continue
        if not _is_anothers(each, position) or not overlaps(
            _chars(tokens, (each.cue.first, each.cue.last + 1)), reading.quote
        ):
            continue
        accused = min(content.last, content.first + _ACCUSED)
        for place in done.register.in_tokens(position.sentence, content.first, accused):
            names = done.register.entities[place.entity].names
            if not set(names).isdisjoint(position.voice.names):
                return True
    return False


_ACCUSED = 5
"""Tokens behind "accused" that name whom."""


def _only_passes_on(done: Attributed, candidate: Candidate) -> bool:
    """Whether what the reader sees put forward is what another denies there: "officials said
    Lima had denied attacking the dam"."""
    position = candidate.position
    if position.stance is not Stance.ALLEGES or position.points:
        return False
    tokens = done.page.sentences[position.sentence].tokens
    for inner in done.sentences[position.sentence].attributions:
        if inner.nested_in is None or inner.content is None or inner.source is None:
            continue
        if inner.cue.group != "deny" or not _is_anothers(inner, position):
            continue
        words = tokens[min(inner.source.first, inner.content.first) : inner.content.last]
        told = claim_key(" ".join(token.text for token in words))
        if claim_key(position.claim) <= told:
            return True
    return False


def _is_only_asked(done: Attributed, candidate: Candidate) -> bool:
    """Whether what the reader sees put forward is what somebody was asked: "asked if Orr had been
    fired, the firm said he had resigned"."""
    position = candidate.position
    if position.stance is not Stance.ALLEGES:
        return False
    sentence = done.page.sentences[position.sentence]
    asked = _ASKED.match(done.page.text, sentence.start, sentence.end)
    return asked is not None and claim_key(position.claim) - _ASKING <= claim_key(asked["what"])


_ASKING = claim_key("asked pressed questioned if whether")
_ASKED = re.compile(
    r"(?:When |After being |On being )?(?:asked|pressed|questioned)\b[^,]*? (?:if|whether) "
    r"(?P<what>[^,]+),",
    re.I,
)


def _calls_liar(done: Attributed, candidate: Candidate, told: Sequence[Position]) -> bool:
    """Whether the reader sees a denial at who is called a liar, at who called so themselves what
    they put forward, or on the word of somebody who put nothing forward."""
    position = candidate.position
    if position.stance not in REJECTING:
        return position.stance is Stance.ALLEGES and only_calls_liar(position.claim)
    liar = called_liar(done.page.text[position.start : position.end])
    if not liar:
        return False
    if is_meant(liar, position.voice) and liar.lower() not in ("he", "she", "they", "him", "her"):
        return True
    before = [each for each in told if each.end <= position.start]
    answer = word_of_liar(liar, position.voice, before)
    return answer is None or answer[1] is not Stance.DENIES


def _only_stated(done: Attributed, candidate: Candidate) -> bool:
    """Whether whom the reader sees denying made the statement that is called false: "Orr's claim
    that she paid was false"."""
    source = candidate.reading.source if candidate.reading is not None else None
    if source is None or candidate.position.stance not in REJECTING:
        return False
    return _STATED.match(done.page.text, source[1]) is not None


_STATED = re.compile(
    r"['’]s? (?:[\w-]+ ){0,2}?(?:statement|claim|account|report|allegation|accusation|assertion|"
    r"story|version|suggestion|insistence|denial)s? [^.;\"“]{0,120}?"
    r"\b(?:is|are|was|were|had been|has been) (?:\w+ly |a |an )?(?:false|untrue|wrong|baseless|"
    r"unfounded|incorrect|inaccurate|lies?|misleading|not true|fabricated|nonsense)\b"
)


def _says_something_of_reports(done: Attributed, candidate: Candidate) -> bool:
    """Whether what the reader sees put forward is what others reported."""
    position = candidate.position
    words = done.page.text[position.start : done.page.sentences[position.sentence].end]
    start = done.page.sentences[position.sentence].start
    before = done.page.text[start : position.start] if start < position.start else ""
    told = position.stance is Stance.ALLEGES and position.voice.party != NOBODY.party
    return told and says_of_reports(before + words)


def _only_reports(done: Attributed, candidate: Candidate) -> bool:
    """Whether the reader gives the stance to who reports it: "The boy admitted it, Orr said"."""
    reading, position = candidate.reading, candidate.position
    if reading is None or reading.source is None:
        return False
    if position.stance not in CONTESTED:
        return False
    tokens = done.page.sentences[reading.sentence].tokens
    attributions = done.sentences[reading.sentence].attributions
    for inner in attributions:
        if inner.nested_in is None or gold_value(inner.cue.stance) != reading.value:
            continue
        outer = attributions[inner.nested_in]
        if outer.source is None or inner.source is None or outer.cue.stance is not Stance.ALLEGES:
            continue
        reports, holds = (
            overlaps(reading.source, (tokens[span.first].start, tokens[span.last - 1].end))
            for span in (outer.source, inner.source)
        )
        other = inner.voices and not any(same_voice(v, position.voice) for v in inner.voices)
        if reports and other and not holds:
            return True
    return False


def _is_told_beside(done: Attributed, candidate: Candidate) -> bool:
    """Whether whom the reader sees is named in what is told of the one who speaks, or in what that
    one denies: "Orr, who worked for Ada Lund, denied it", "Orr denied killing Ada Lund"."""
    reading = candidate.reading
    if reading is None or reading.source is None:
        return False
    tokens = done.page.sentences[reading.sentence].tokens
    attributions = done.sentences[reading.sentence].attributions
    found = False
    for each in attributions:
        cue = _chars(tokens, (each.cue.first, each.cue.last + 1))
        if gold_value(each.cue.stance) != reading.value or not overlaps(cue, reading.quote):
            continue
        if not _is_anothers(each, candidate.position):
            return False
        beside = (_chars(tokens, span) for span in _beside(tokens, each, attributions))
        found |= any(a <= reading.source[0] and reading.source[1] <= b for a, b in beside)
    return found


def _is_only_told_of(done: Attributed, candidate: Candidate) -> bool:
    """Whether whom the reader sees denying something is who another tells of, and nothing else
    stands in the quote: "(said Orr had sent troops)"."""
    reading, position = candidate.reading, candidate.position
    if reading is None or position.stance is not Stance.DENIES:
        return False
    tokens = done.page.sentences[position.sentence].tokens
    attributions = done.sentences[position.sentence].attributions
    for each in attributions:
        content = each.content
        if each.cue.stance is not Stance.ALLEGES or content is None or content.side != "right":
            continue
        start, end = _chars(tokens, (each.cue.first, content.last))
        inside = any(content.first <= other.cue.first < content.last for other in attributions)
        opens = start <= reading.quote[0] <= tokens[content.first].start
        if inside or not opens or reading.quote[1] > end + 1:
            continue
        told = " ".join(token.text for token in tokens[content.first : content.last])
        if _is_anothers(each, position) and not tells_contrary(told):
            return True
    return False


def _is_anothers(each: Attribution, position: Position) -> bool:
    """Whether others speak there for certain, and the position's voice does not."""
    named = all(voice.mention and not voice.note for voice in each.voices)
    return named and not any(same_voice(voice, position.voice) for voice in each.voices)


def _beside(
    tokens: Sequence[Token], each: Attribution, attributions: Sequence[Attribution]
) -> Iterator[Span]:
    """The tokens of what is told of who speaks, of what is contested, and of what the same one
    told or contested before."""
    source = each.source
    aside = range(source.last, each.cue.first) if source is not None else range(0)
    speaks = any(tokens[at].text in _SPEAKS_FOR for at in aside)
    if source is not None and aside and _opens(tokens, source.last) and not speaks:
        yield source.last, each.cue.first
    told = [each] if each.cue.stance in _TAKEN else []
    if each.inherited and tokens[each.cue.first - 1].lower in ("and", "but"):
        told += [other for other in attributions if other.voices == each.voices]
    told += [other for other in attributions if other.inherited and _goes_on(each, other)]
    for other in told:
        content = other.content
        if content is not None and other.cue.last < content.first:
            yield content.first, content.last


def _goes_on(each: Attribution, other: Attribution) -> bool:
    """Whether the same one goes on to tell something: "the bank denied it and said Orr left"."""
    return other.voices == each.voices and other.cue.first > each.cue.last


_TAKEN = frozenset({Stance.DENIES, Stance.CONFIRMS})


_SPEAKS_FOR = frozenset(
    ["heads", "leads", "runs", "chairs", "represents", "manages", "directs", "owns", "founded",
     "behalf", "spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "solicitor",
     "representative", "chairman", "chairwoman", "president", "director", "head", "chief", "ceo"]
)  # fmt: skip
"""What somebody is who speaks for whom is named behind it."""


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is told there who somebody is: "Orr, a friend of", "Orr, who"; not "several
    papers, including"."""
    told = tokens[at : at + 2]
    words = [token.lower for token in told]
    return words[0] == "who" or (words[0] == "," and words[-1] in _TOLD_OF)


_TOLD_OF = frozenset(["a", "an", "the", "who", "whose", "his", "her", "its", "one", "then", "now"])


def _chars(tokens: Sequence[Token], span: Span) -> Span:
    return tokens[span[0]].start, tokens[span[1] - 1].end
