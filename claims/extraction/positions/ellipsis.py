"""What somebody says of what was just told, in a clause that leaves it out: "he says he didn't",
"police say otherwise", "the firm says that is not so".

The clause stands for the last claim told before it that it can stand for. Whoever says it affirms
that claim where both are negative or neither is, and denies it where one of them is. Who says
"otherwise", or that it is not so, says so of all that was told, its negation with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed, Attribution, SentenceReading
from claims.extraction.attribution.content import Content
from claims.extraction.position import CHANGED, LEFT_OUT, Position, same_voice
from claims.extraction.positions.changing import changes_mind
from claims.extraction.positions.judged import on_told_before
from claims.extraction.positions.lying import LYING, word_of_liar
from claims.extraction.text.asides import QUOTE_MARKS
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import split_subject
from claims.extraction.text.verb_groups import QUESTIONED
from claims.extraction.voice import Voice
from claims.extraction.wording.affirm import affirm
from claims.extraction.wording.joining import claim_key, is_negative
from claims.extraction.wording.reword import reword
from claims.extraction.wording.sentence import finish, spell_out
from claims.model import AFFIRMING, Stance

_BACK = 2
"""Sentences back in which the claim is sought."""
_LOOKED_AT = 12
"""Positions before the clause that are looked at."""
_FAR = 40
"""Tokens that what was asked may take."""
_MOST = 8
"""Tokens that such a clause may take."""
_BE, _MODAL = "is|are|was|were", "will|would|can|could|may|might"
_SUBJECT = (
    r"(?:he|she|it|they|there|this|that|we|i|(?:the|his|her|its|their) [\w-]+(?: [\w-]+)?|"
    r"(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+){0,2})"
)
_NAMED = r"(?P<named>(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+){0,2}|the [\w-]+(?: [\w-]+)?)"
_LEFT_OUT = re.compile(
    rf"(?:that )?(?:{_NAMED}|{_SUBJECT}) (?P<never>never )?"
    rf"(?:(?P<be>{_BE})|(?P<modal>{_MODAL})|has|have|had|do|does|did|(?P<can>can)(?=not))"
    r"(?P<not> ?not)?(?: so| it)?|"
    r"(?:to )?(?:(?:having )?done|doing) (?:so|it|that|this)|"
    rf"{_SUBJECT} (?P<no>(?:has|have|had|did|does|do)(?: done)? (?:no such thing|"
    r"nothing of the (?:sort|kind)))",
    re.I,
)
_SAID_OF_IT = re.compile(
    r"(?P<not>otherwise|(?:quite |just )?the (?:opposite|contrary|reverse))|"
    rf"it (?:was|had been) {_NAMED}(?: who (?:did|had)(?: so| it)?)?|"
    rf"(?P<false>(?:this|that) (?:{_BE})(?: \w+ly| all| a| an| complete| pure)*? "
    rf"(?:{'|'.join(sorted(word_set('hoax_words')))}))|{LYING}|"
    rf"(?:this|that|it|such)(?: simply| just)? (?:{_BE})(?: simply| just)?(?P<no> not)?(?: quite)? "
    r"(?:so|the case|true|correct|right|what happened|how it happened)",
    re.I,
)
_ANSWER = re.compile(
    r"(?P<no>no|nope|never|not at all|(?:absolutely|certainly|definitely|of course) not)|"
    r"yes|absolutely|certainly|definitely|of course|correct|"
    r"(?:that|it)(?:'s| is) (?:right|correct|true)",
    re.I,
)
_SEVERAL = frozenset(["were", "are", "have", "do"])
"""Verbs of several, which need not be who is named instead."""
_TOLD_BY_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b", re.I)
_TOLD_BY_MODAL = re.compile(r"\b(?:will|would|can|could|may|might|to)\b", re.I)


def leaves_out(done: Attributed, reading: SentenceReading, attribution: Attribution) -> bool:
    """Whether what somebody says is nothing but such a clause, and means nothing without a claim
    before it."""
    return _match(done, reading, attribution) is not None


def read_ellipsis(
    done: Attributed,
    reading: SentenceReading,
    attribution: Attribution,
    told: Sequence[Position],
) -> list[Position]:
    """The positions of whoever says so, on what was ``told`` before; none where nothing was."""
    match = _match(done, reading, attribution)
    if match is None or any(voice.vague for voice in attribution.voices):
        return []
    found = []
    liar = match.groupdict().get("liar")
    for voice in attribution.voices:
        if liar:
            answer = word_of_liar(liar, voice, told[-_LOOKED_AT:])
            if answer is not None:
                found.append(_position(reading, attribution, voice, answer[1], answer[0]))
            continue
        claim, others, key = _antecedent(done, reading, attribution, voice, told, match)
        if claim:
            negative = _is_negative_clause(match)
            if match.re is _SAID_OF_IT:
                last = next((p for p in reversed(told) if p.claim == claim), None)
                affirms = negative == (last is not None and last.stance is Stance.DENIES)
            else:
                affirms = negative == is_negative(claim)
            if attribution.cue.stance is Stance.DENIES:
                affirms = not affirms
            confirms = others or attribution.cue.stance is Stance.CONFIRMS
            stance = Stance.CONFIRMS if confirms else Stance.ALLEGES
            stance = stance if affirms else Stance.DENIES
            if not affirms and match.re is _SAID_OF_IT and is_negative(claim):
                stance, claim = Stance.ALLEGES, affirm(claim)
            turned = any(p.claim == claim and same_voice(p.voice, voice) for p in told)
            position = _position(reading, attribution, voice, stance, claim, turned=turned)
            found.append(replace(position, key=key))
    return found


def _match(
    done: Attributed, reading: SentenceReading, attribution: Attribution
) -> re.Match[str] | None:
    """How the clause leaves out what it stands for; None where it is no such clause."""
    content, cue = attribution.content, attribution.cue
    content = content and replace(content, last=_end_before_though(reading, content))
    if content is None or content.last - content.first > _MOST:
        return None
    if content.side != "right":  # "He is lying," she said
        quoted = all(reading.quoted[content.first : content.last])
        words = _words_of(done, reading, content.first, content.last) if quoted else ""
        lying = _LYING.fullmatch(words) if cue.stance is Stance.ALLEGES else None
        return lying if lying is None or lying["liar"].lower() not in ("i", "we") else None
    if cue.stance not in AFFIRMING | {Stance.DENIES}:
        return None
    tokens = reading.sentence.tokens
    behind = tokens[content.last : content.last + 1]
    opens = any(token.text in QUOTE_MARKS for token in behind)
    if opens or any(reading.quoted[content.last : content.last + 2]):
        return None  # "said the story was" before a quoted word
    first = content.first - (tokens[content.first - 1].lower in ("that", "this"))
    words = _words_of(done, reading, first, content.last)
    found = _SAID_OF_IT.fullmatch(words) or _LEFT_OUT.fullmatch(words)
    if found is None and asked_before(reading, attribution) is not None:
        return _ANSWER.fullmatch(words)
    return found


def _end_before_though(reading: SentenceReading, content: Content) -> int:
    """Where a content ends before what is so all the same: "doing so(, though it was seen)"."""
    tokens = reading.sentence.tokens
    for at in range(content.first + 1, min(content.last - 1, content.first + _MOST)):
        if tokens[at].text == ",":
            return at if tokens[at + 1].lower in _ALL_THE_SAME else content.last
    return content.last


_ALL_THE_SAME = frozenset(["though", "although", "despite", "but", "even", "while"])
_LYING = re.compile(LYING, re.I)


def _words_of(done: Attributed, reading: SentenceReading, first: int, last: int) -> str:
    tokens = reading.sentence.tokens
    words = done.page.text[tokens[first].start : tokens[last - 1].end]
    return spell_out(" ".join(words.split()).strip(' .,;:"“”'))


def _antecedent(
    done: Attributed,
    reading: SentenceReading,
    attribution: Attribution,
    voice: Voice,
    told: Sequence[Position],
    match: re.Match[str],
) -> tuple[str, bool, str]:
    """The claim that the clause stands for ("" where there is none), whether others told it, and
    what tells it apart from theirs."""
    asked = asked_before(reading, attribution)
    if asked is not None:
        first, last = asked
        tokens = reading.sentence.tokens[first:last]
        return reword(done, reading.sentence, tokens, first, voice, direct=False), False, ""
    # who admits it may have denied it, and who "later said it was not" have said that it was
    own = attribution.cue.group != "affirm" or _is_later(reading, attribution)
    for position in _recent(reading, told):
        if same_voice(position.voice, voice) and not (own and _turns(match, position)):
            continue
        if match.re is _SAID_OF_IT and _is_several(position.claim):
            return "", False, ""
        if _fits(match, position, voice):
            return position.claim, position.stance in AFFIRMING, ""
        if claim := _of_another(match, position, voice):
            return claim, False, claim
    return "", False, ""


def _is_several(claim: str) -> bool:
    """Whether a claim tells of two things, of which one is not so, or by itself of nothing: "this
    is not it"."""
    return not claim_key(claim) or (is_negative(claim) and " and " in claim)


def _is_later(reading: SentenceReading, attribution: Attribution) -> bool:
    """Whether it is told there that somebody says so after what they said before."""
    cue = attribution.cue
    before = reading.sentence.tokens[max(0, cue.first - _BY_WHEN) : cue.main]
    return any(token.lower in _LATER for token in before)


_BY_WHEN = 6
"""Tokens before a cue in which it is told when."""
_LATER = word_set("sources_time_words") | {
    "later", "then", "now", "since", "subsequently", "eventually", "finally",
}  # fmt: skip


def _turns(match: re.Match[str], told: Position) -> bool:
    """Whether the clause is negative where what was told is not, or the other way round."""
    denied = told.stance is Stance.DENIES
    if match.re is _SAID_OF_IT:
        return _is_negative_clause(match) != denied
    return _is_negative_clause(match) != (is_negative(told.claim) != denied)


def _is_negative_clause(match: re.Match[str]) -> bool:
    return any(match.groupdict().get(name) for name in ("not", "no", "never", "false"))


def _of_another(match: re.Match[str], told: Position, voice: Voice) -> str:
    """The same of somebody else: "Quito shelled it", of "Lima shelled it. Lima says Quito did", or,
    of the accused alone, "says it was Quito"; "" where nothing of the kind is said."""
    groups = match.groupdict()
    named, (subject, rest) = groups.get("named"), split_subject(told.claim)
    if not (named and subject and rest) or told.stance not in AFFIRMING:
        return ""
    if is_negative(match[0]) or is_negative(told.claim) or not _suits(groups, told.claim):
        return ""
    accused, accuser = _names(voice, subject), _names(told.voice, named)
    if not (accused if match[0].lower().startswith("it ") else accused or _is_name(subject)):
        return ""
    if rest.split()[0].lower() in _SEVERAL or not (accuser or _is_name(named)):
        return ""
    return "" if claim_key(named) & claim_key(told.claim) else finish(f"{named} {rest}")


def _names(voice: Voice, words: str) -> bool:
    """Whether some of the words are of a name of the voice's."""
    return any(claim_key(words) & claim_key(name) for name in voice.names)


def _is_name(words: str) -> bool:
    """Whether it is nothing but a name."""
    return not words.lower().startswith(("the ", "a ", "an ")) and words[0].isupper()


def _recent(reading: SentenceReading, told: Sequence[Position]) -> Iterator[Position]:
    for position in reversed(told[-_LOOKED_AT:]):
        if reading.sentence.index - position.sentence > _BACK:
            return
        if position.claim and not position.points:
            yield position


def _fits(match: re.Match[str], told: Position, voice: Voice) -> bool:
    """Whether the clause may stand for the claim: its verb, and who did it."""
    groups = match.groupdict()
    named, subject = groups.get("named") or "", split_subject(told.claim)[0]
    another = bool(named) and claim_key(named).isdisjoint(claim_key(subject))
    if another and (_is_name(named) or (_names(voice, subject) and _names(told.voice, named))):
        return False  # "Lima says Quito did", of "Lima shelled it": another claim
    return _suits(groups, told.claim)


def _suits(groups: Mapping[str, str | None], claim: str) -> bool:
    """Whether "is" or "will" is a verb of the claim's."""
    if groups.get("be"):
        return _TOLD_BY_BE.search(claim) is not None
    return not groups.get("modal") or _TOLD_BY_MODAL.search(claim) is not None


_BY_WHOM = 6
"""Tokens between who was "asked" and "whether": "by reporters on Monday"."""


def asked_before(reading: SentenceReading, attribution: Attribution) -> tuple[int, int] | None:
    """The tokens of what somebody was asked in the same sentence: "asked if P, Orr said no"."""
    tokens = reading.sentence.tokens
    end = attribution.source.first if attribution.source is not None else attribution.cue.first
    if end < 1 or tokens[end - 1].text != ",":
        return None
    for at in range(end - 2, max(0, end - _FAR), -1):
        if tokens[at].lower in ("whether", "if"):
            asked = any(t.lower in QUESTIONED for t in tokens[max(0, at - _BY_WHOM) : at])
            return (at + 1, end - 1) if asked else None
    return None


def on_question(done: Attributed, reading: SentenceReading, position: Position) -> Position:
    """A position that only points at a claim, put on what who takes it was asked in the same
    sentence: "asked whether it had sunk, the army had no comment"."""
    if not position.points:
        return position
    questions = (
        asked_before(reading, each)
        for each in reading.attributions
        if position.voice in each.voices and not leaves_out(done, reading, each)
    )
    asked = next((each for each in questions if each is not None), None)
    if asked is None:
        return position
    tokens = reading.sentence.tokens[slice(*asked)]
    claim = reword(done, reading.sentence, tokens, asked[0], position.voice, direct=False)
    start = min(position.start, tokens[0].start)
    return replace(position, claim=claim, points=False, start=start) if claim else position


def _position(
    reading: SentenceReading,
    attribution: Attribution,
    voice: Voice,
    stance: Stance,
    claim: str,
    *,
    turned: bool = False,
) -> Position:
    """The position on ``claim``; ``turned`` where who takes it told something else before."""
    cue, ends = attribution.cue, [attribution.cue.first, attribution.cue.last + 1]
    for part in (attribution.source, attribution.content):
        ends += [part.first, part.last] if part is not None else []
    if changes_mind(reading, attribution):
        marks = [CHANGED]
    else:
        marks = [LEFT_OUT] * (stance is Stance.DENIES) + [CHANGED] * turned
    span = (min(ends), max(ends))
    return on_told_before(reading.sentence, cue, stance, voice, claim, span, *marks)
