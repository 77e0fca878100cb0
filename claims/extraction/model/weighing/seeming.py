"""What only sounds like a denial or a confirmation of something told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.cues.called import is_called
from claims.extraction.cues.demanded import DEMANDED
from claims.extraction.cues.laying_claim import claims_in_vain
from claims.extraction.cues.refusing import DOUBTED, REFUSES
from claims.extraction.cues.saying_no_more import without_left_open
from claims.extraction.cues.supposing import only_supposes
from claims.extraction.cues.taking_back import TAKEN_BACK
from claims.extraction.model.network.decode import Reading
from claims.extraction.position import (
    OUTRIGHT,
    OWNED_UP,
    REJECTING,
    REJOINDER,
    WITHHELD,
    Position,
    is_verdict,
)
from claims.extraction.positions.judge import NO_EVIDENCE, SAYS
from claims.extraction.text.segment import tokenize
from claims.extraction.text.sought import Sought
from claims.extraction.voice import Voice
from claims.extraction.wording.affirm import affirm
from claims.extraction.wording.joining import claim_key, is_negative
from claims.model import Stance

_TAKEN = frozenset({Stance.CONFIRMS, Stance.DENIES})
_NO_DENIAL = re.compile(
    r"\b(?:apologi[sz]\w*|apology|apologies|regret(?:s|ted)?|sorry)\b"
    r"(?:\s+to\b[^,;.]*?)?(?:\s+(?:for|over|about|after|that)\b[^,;.]*)?|"
    r"\b(?:no ?body|no[ -]one|none|neither)\b[^,;.]{0,48}?"
    r"\b(?:den(?:y|ies|ied)|disput(?:es?|ed)|reject(?:s|ed)?)\b|"
    r"\b(?:repeat|reiterat|restat|renew)\w* (?:[\w'’-]+ ){0,2}?(?:false|debunked|baseless|"
    r"unfounded|discredited|untrue|bogus) (?:claims?|allegations?|assertions?|accusations?)\b|"
    r"\b(?:repeat|reiterat|restat|echo)\w* (?:it|this|that)\b|"
    r"\b(?:(?:do|does|did) not|(?:do|does|did)n['’]t|without) repeat(?:ing)?\b[^,;.]*|"
    r"\b(?:far from|rather than|instead of|without) denying\b[^,;.]*|"
    r"\bhop(?:e|es|ed|ing) (?:that )?[^,;.]*?(?:n['’]t|\bnot|\bfalse|\buntrue|\bwrong)\b[^,;.]*|"
    r"\b(?:speciali[sz]\w*|dedicated|devoted|known|famous|experts?|adept) (?:in|to|for|at) "
    r"(?:debunking|denying|dismissing|refuting|disproving)\b[^;.]*|"
    r"(?:\b(?:not|never|yet to|refus\w+ to|declin\w+ to)|n['’]t) (?:yet |\w+ly )?"
    r"(?:retract|withdr[ae]w(?!\w* from\b)|recant|apologi[sz]|take back)\w*\b[^,;.]*|"
    r"\bno (?:good |real )?reason to (?:doubt|question|believe|think|suspect)\b[^,;.]*?"
    r"(?:n['’]t|\bnot|\botherwise|\b(?:doubt|question) [^,;.]*)|"
    r"\b(?:is|was|are|were)(?: not|n['’]t)(?: yet| \w+ly)? (?:known|clear|certain)\b[^,;.]*|"
    rf"{REFUSES}",
    re.I,
)
"""What only sounds like a denial of something told: what is not known yet, an apology with what it
is for, what nobody disputes, what somebody is "far from denying", has not retracted, what is not
given them, and what they say again that others call false, and what there is no reason to doubt."""
_NO_DOUBT = re.compile(
    r"\bquestion(?:s|ed|ing)? (?:[\w'’-]+ ){1,5}?"
    r"(?:for (?:[\w-]+ ){0,3}?(?:hours?|days?|minutes?|weeks?)|in connection with|on suspicion|"
    r"under caution|under oath|as an? (?:witness|suspect))\b|"
    r"\bsuspect(?:s|ed)? (?=(?:an?|the|that|his|her|their) )|"
    r"\brefer(?:s|red|ring)? (?:[\w'’-]+ ){0,3}?(?:questions?|inquir(?:y|ies)|enquir(?:y|ies)|"
    rf"quer(?:y|ies)|calls?|requests?)\b|{DOUBTED}",
    re.I,
)
"""Who is questioned for hours, to whom questions are referred, and whose methods are doubted:
nothing that was told is."""
_DOUBT = re.compile(
    r"\b(?:doubt\w*|question\w*|s[ck]eptic\w*|unlikely|unproven|unverified|unconfirmed|unclear|"
    r"evidence|proof|prove[dn]?|suspicious|dubious|unconvinced|not|no|never|hardly|may|might|"
    r"could)\b|n['’]t\b",
    re.I,
)
_NO_CONFIRMATION = re.compile(
    r"\b(?:no ?body|no[ -]one|none|neither)\b[^,;.]{0,48}?"
    r"\b(?:confirm(?:s|ed)?|admit(?:s|ted)?|acknowledged?s?|conceded?s?)\b|"
    r"\b(?:withdr[ae]w|retract|recant)\w* (?:[\w'’-]+ ){0,3}?(?:confession|admission|plea)\b",
    re.I,
)
_IF_TRUE = Sought(
    r"\bif (?:it|this|that|(?:the|these|those|such|any|his|her|its|their) (?:[\w'’-]+ ){1,3}?)"
    r"['’ ]?(?:is|are|was|were|s|proves?|proved|turns? out)\b[^,.;]{0,24}?"
    r"\b(?:true|so|right|correct|accurate|confirmed|genuine|real|authentic)\b",
    re.I,
)
_BEARS_OUT = re.compile(r"\b(?:confirm(?:s|ing)?|admit\w*|acknowledg\w*|conced\w*)\b", re.I)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|retract\w*|withdr[ae]w\w*|false\w*|"
    r"untrue|wrong\w*|hoax\w*|fake\w*|bogus|fabricat\w*|not|never|no)\b|n['’]t\b",
    re.I,
)
_OF_A_DENIAL = Sought(
    r"\b(?:doubt|question|reject|dismiss|disput|disbeliev|believ|contradict|scoff|sceptical|skeptical|"
    r"unconvinced|challeng|withdraw|withdrew|retract|recant|abandon|take|took)\w*\b"
    r"(?: [\w.'’-]+){0,6}? denials?\b",
    re.I,
)
"""Who doubts a denial, or takes it back, does not doubt or deny what was denied."""
_CONTRARY = re.compile(
    rf"{_DENIAL.pattern}|\b(?:nor|none|nothing|nobody|nowhere|without|hardly|cannot|alive|safe|fine|"
    r"unrelated|unconnected|unharmed|unhurt|accounted for|"
    r"contrary|negat\w*|contradict\w*|refut\w*|rebut\w*|debunk\w*|disput\w*|dispel\w*|disavow\w*|"
    r"recant\w*|rubbish\w*|nonsense|ridiculous|absurd|myth|invent\w*|embellish\w*|lies?|lied|"
    r"lying|refus\w*|instead|rather|actually|in fact|errors|inaccura\w*|misleading|"
    r"overblown|speculation)\b",
    re.I,
)
"""Some word of a denial, or of what is told against something."""


_WITHHELD = re.compile(
    r"\b(?:no|not|never|nor|neither|none|nothing|nobody|cannot|without|declin\w*|refus\w*|whether|if|"
    r"verif\w*|confirm\w*|authenticat\w*|determin\w*|comment\w*|clarif\w*|await\w*|"
    r"seek\w*|sought|check\w*|aware|unaware|un\w+ed|unclear|unknown|unable|decide\w*|"
    r"may|might|could|possib\w*|yet|rule[sd]?|ruling|silen\w*|mum|tight-lipped|fail\w*|too early|"
    r"reports?|video|footage|confirmation|assess\w*)\b|n['’]t\b|\?",
    re.I,
)
"""Some word of who takes no position, or says why: who only "was looking into it" tells that."""

_UNNAMED = re.compile(
    r"\b(?:ask|wish|want|request|prefer|declin|refus|insist)\w* (?:not )?(?:to be|on not being) "
    r"(?:named|identified|quoted)\b[^,;.\"”]*|"
    r"\b(?:condition of|ask\w* for|request\w*) anonymity\b[^,;.\"”]*|"
    r"(?:\bnot|n['’]t) (?:been )?(?:authori[sz]ed|allowed|permitted|cleared|supposed) to "
    r"(?:speak|talk|discuss|comment|brief|be (?:named|identified|quoted))\b[^,;.\"”]*",
    re.I,
)
"""Why somebody who tells something is not named: no word on what is told."""


_TOLD_SO = {
    Stance.DENIES.value: _CONTRARY,
    Stance.NEITHER.value: _WITHHELD,
    Stance.DOUBTS.value: re.compile(
        rf"{_DOUBT.pattern}|{_CONTRARY.pattern}|\b(?:if|whether|odd|strange|curious|bizarre|claims?|"
        r"propaganda|caution\w*|wary|careful|hard|difficult|unusual|rumou?rs?|hoax)\b|\?",
        re.I,
    ),
}
"""What some word of a quote tells that takes such a stance."""
_CONFIRMED = re.compile(r"\b(?:confirm|admit|acknowledg|conced|indeed|yes)\w*", re.I)
_BORNE_OUT = re.compile(
    rf"{_CONFIRMED.pattern}|\b(?:verif|authenticat|corroborat|assur|believ|agree|echo|recogni|identif|"
    r"accept|apologi|regret|guilt|plead|pled|boast|claimed responsibility)\w*|"
    r"\b(?:true|truth|correct|right|real|genuine|legitimate|accurate|did|does|do|really|sorry|sad|"
    r"clean|same|also|too|already|of course|certainly|definitely|sure|fact|reveal\w*|own\w*)\b",
    re.I,
)
"""Some word of who bears out what others told: who only says something puts it forward."""
_MAINTAINS = re.compile(r"\b(?:maintain|insist|contend|assert|argu)(?:s|es|ed)?\b", re.I)
"""Who does so puts something forward, and confirms nothing."""


def only_sounds_so(done: Attributed, position: Position) -> bool:
    """Whether a denial or confirmation is none of what was told: who is sorry, or denied entry; or
    whoever laid claim to what was not so; or a refusal, of who only does not say how it was."""
    text = done.page.text
    if claims_in_vain(text, position.start, position.end):
        return True
    if TAKEN_BACK in position.features:
        return False  # "apologised for reporting that P"
    tokens, takes = done.page.sentences[position.sentence].tokens, position.stance in _TAKEN
    if takes and only_supposes(tokens, position.start, position.end):
        return True
    if position.stance in _TAKEN and DEMANDED.search(text, position.start, position.end):
        return not position.features  # of what the rules see, they have seen who is to say it
    if position.stance is Stance.CONFIRMS:
        words = text[position.start : position.end]
        return _follows_from_it(words, _BEARS_OUT) or _NO_CONFIRMATION.search(words) is not None
    if position.stance in WITHHELD:
        words = text[position.start : position.end]
        less = without_left_open(words)
        return less != words and _WITHHELD.search(less) is None
    if position.stance not in REJECTING:
        return False
    if _OF_A_DENIAL.search(text, position.start, position.end):
        return True
    if _follows_from_it(text[position.start : position.end], _DENIAL):
        return True
    before = min(position.start, done.page.sentences[position.sentence].start)
    if position.stance is Stance.DOUBTS:
        words, found = _NO_DOUBT.subn("", text[before : position.end])
        return found > 0 and _DOUBT.search(words) is None
    words, found = _NO_DENIAL.subn("", text[before : position.end])
    return found > 0 and _DENIAL.search(words) is None


def tells_doubt(words: str) -> bool:
    """Whether some word tells a doubt, or something against what others say."""
    return _TOLD_SO[Stance.DOUBTS.value].search(words) is not None


def tells_contrary(words: str) -> bool:
    """Whether some word tells something against what others say."""
    return _CONTRARY.search(words) is not None


def _follows_from_it(words: str, position: re.Pattern[str]) -> bool:
    """Whether words tell what follows if something is true, and hold no word of a position on it:
    "if the report is true, he must go"."""
    return _IF_TRUE.search(words) is not None and position.search(words) is None


def as_put_forward(
    done: Attributed, rules: Sequence[Position], here: Iterable[int], reading: Reading, voice: Voice
) -> int | None:
    """Which of the positions ``here`` of ``rules`` puts forward what is read as a denial, and
    denies nothing ("Orr's lawyers say he is too ill to attend"), as no comment, and withholds
    nothing ("I do know that it sank"), or as a doubt of what is "probably genuine"; or is a verdict
    that is read as something told."""
    outright = _in_so_many_words(done, rules, here, reading, voice)
    if outright is not None:
        return outright
    if reading.value == Stance.DENIES.value:
        turned = _at_one(rules, here, reading, voice, _is_answered)
        if turned is not None:
            return turned
    if reading.value == Stance.ALLEGES.value:
        called = is_called(tokenize(reading.told, 0, len(reading.told)))
        return _at_one(rules, here, reading, voice, lambda p: _is_verdict(p, called=called))
    told_false = _TOLD_FALSE.get(reading.value)
    besides = _BUT in done.page.text[slice(*reading.quote)]  # "confirmed P, but did not say why"
    if told_false is not None and not besides:
        found = _at_one(rules, here, reading, voice, told_false)
        if found is not None:
            return found
    before = min(reading.quote[0], done.page.sentences[reading.sentence].start)
    told_so = _TOLD_SO.get(reading.value)
    if reading.value == Stance.CONFIRMS.value:
        maintains = _MAINTAINS.search(done.page.text, before, reading.quote[1])
        told_so = _CONFIRMED if maintains is not None else _BORNE_OUT
    if told_so is None:
        return None
    end = done.page.text.find(";", (reading.source or reading.quote)[0], reading.quote[1])
    words = done.page.text[before : reading.quote[1] if end < 0 else end]
    words = _FALSE_THINGS.sub("", words) if told_so is _CONTRARY else words
    if told_so.search(_UNNAMED.sub("", words) if told_so is _WITHHELD else words):
        return None
    return _at_one(rules, here, reading, voice, lambda other: other.stance is Stance.ALLEGES)


_BUT = ", but "
_FALSE_THINGS = re.compile(
    r"\b(?:spread|publish|disseminat|circulat|giv|provid|submit|fil|us|mak|post|shar)\w* "
    r"(?:false|fake|forged|misleading) (?:information|news|reports?|statements?|rumou?rs?|"
    r"documents?|testimony|evidence|names?|papers|passports?|accusations?|claims?|details)\b|"
    r"\b(?:label|flag|mark|tag)\w* [^,;.]{1,40}? (?:as )?(?:potentially |partly )?misleading\b|"
    r"\bmisled\b|, contradicting [^,;.]*|"
    r",? contrary to (?:[\w'’-]+ ){1,4}?(?:reports?|claims?|rumou?rs?|posts)\b|"
    r"\b(?:the|this|that|an?) (?:[\w-]+ )?(?:hoax|prank) (?=(?:was|is|had|has|began|started)\b)",
    re.I,
)
"""What somebody is told to have done with what is false, whom they contradict by what they tell,
and a hoax of which something is told: that denies nothing."""


def _is_answered(position: Position) -> bool:
    """Whether somebody rejects that something was not so, "a claim disputed by Lima", or is told to
    have put forward what another rejects: "rejected Lima's claim that"."""
    told = not {REJOINDER, "relation=reported"}.isdisjoint(position.features)
    return position.stance is Stance.ALLEGES and told


def _is_unproven(position: Position) -> bool:
    """Whether a party says that there is no evidence: a doubt, by the annotation guide."""
    return position.stance is Stance.DOUBTS and not NO_EVIDENCE.isdisjoint(position.reasons)


def told_alike(position: Position, told: str) -> bool:
    """Whether the writer tells nothing but what there is no sign of: what else it tells is what was
    done to find it."""
    if not _is_unproven(position) or not position.claim.startswith("There "):
        return True
    return claim_key(told) <= claim_key(position.claim)


def _is_said_otherwise(position: Position) -> bool:
    """Whether what a party says of what was told, in so many words, is that it is false, unproven
    or unknown: "admitted that the story was wrong", "confirmed that it could not verify it"."""
    otherwise = position.stance in (Stance.DENIES, Stance.DOUBTS, Stance.NEITHER)
    return otherwise and any(reason.startswith(SAYS) for reason in position.reasons)


def _is_verdict(position: Position, *, called: bool) -> bool:
    """Whether the rules see nothing but a verdict on what was told; or, where the reader takes the
    verdict for what is told (``called``), that "the figure is inflated"."""
    if not position.points or position.stance not in REJECTING:
        return False
    return is_verdict(position) or (
        called and any(reason.startswith(SAYS) for reason in position.reasons)
    )


_TOLD_FALSE = {
    Stance.DENIES.value: _is_unproven,
    Stance.NEITHER.value: _is_unproven,
    Stance.CONFIRMS.value: _is_said_otherwise,
}
"""What the rules see in so many words where the reader sees such a stance."""


def _in_so_many_words(
    done: Attributed,
    rules: Sequence[Position],
    here: Iterable[int],
    reading: Reading,
    voice: Voice,
) -> int | None:
    """Which position admits or leaves open in so many words what is read as put forward or denied:
    "conceded that the file held no licence", "said he had not heard of any injured monks".

    Who admits that something was not so denies it only where others put it forward.
    """
    if reading.value not in _MISREAD:
        return None

    def is_meant(other: Position) -> bool:
        if not _tell_alike(done.page.text, reading, other):
            return False
        if other.stance in _OPEN:
            plain = not {OUTRIGHT, "said=declines"}.isdisjoint(other.features)
            return plain and other.stance.value != reading.value
        if OWNED_UP not in other.features or reading.value == Stance.DOUBTS.value:
            return False
        if reading.value == Stance.ALLEGES.value or not is_negative(other.claim):
            return True
        key = claim_key(affirm(other.claim))
        told = (each for each in rules if each.stance is Stance.ALLEGES)
        return not any(_are_alike(key, claim_key(each.claim)) for each in told)

    return _at_one(rules, here, reading, voice, is_meant)


_MISREAD = frozenset({Stance.ALLEGES.value, Stance.DENIES.value, Stance.DOUBTS.value})
_OPEN = frozenset({Stance.NEITHER, Stance.DECLINES, Stance.DOUBTS})
_ALIKE = 0.6
"""Share of the words of the shorter that two must have in common to tell the same."""


def _tell_alike(text: str, reading: Reading, position: Position) -> bool:
    """Whether the reader is on the very words of a position, as far as it tells what it is on."""
    before = text[reading.quote[0] : position.start]
    opens = len(before) <= _SAID or _SAYS_IT.search(before) is not None
    if opens and reading.quote[1] <= position.end + _MARKS:
        return True
    return bool(reading.told) and _are_alike(claim_key(reading.told), claim_key(position.claim))


_SAID = 40
"""Characters of who "said that" they could not say."""
_SAYS_IT = re.compile(r"^(?:(?! (?:and|but) ).)*\b(?:said|says|adds|added)(?: that)? $")
"""Who says, with what is told of them, and nothing else."""
_MARKS = 2


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= _ALIKE * shorter


def _at_one(
    rules: Sequence[Position],
    here: Iterable[int],
    reading: Reading,
    voice: Voice,
    fits: Callable[[Position], bool],
) -> int | None:
    """The first of the positions ``here`` that ``fits``, of the reading's voice and words."""
    for at in here:
        other = rules[at]
        meets = other.start < reading.quote[1] and reading.quote[0] < other.end
        denies = reading.value == Stance.DENIES.value
        one = (
            _are_one(other.voice, voice)
            or _is_called_so(other.voice, voice)
            or (denies and _speak_as_one(other.voice, voice))
            or _opens_alike(other, reading)
        )
        if fits(other) and meets and one:
            return at
    return None


def _opens_alike(other: Position, reading: Reading) -> bool:
    """Whether both see the same clause, which tells who speaks by a description and by name: "One
    of them, Ada Orr, said"."""
    one = other.voice.mention.lower().startswith("one of ")
    return one and other.start == reading.quote[0] and other.end <= reading.quote[1]


def _speak_as_one(one: Voice, other: Voice) -> bool:
    """Whether the same person speaks: "her agent, Ada Orr," by either name."""
    return one.speaker is not None and one.speaker == other.speaker


def _is_called_so(one: Voice, other: Voice) -> bool:
    """Whether the rules only suppose whom "the company" means that the reader takes for itself."""
    return one.supposed and one.mention.lower() == other.party.lower()


def _are_one(one: Voice, other: Voice) -> bool:
    """Whether both are told of by the same words, or the one by the first of the other's."""
    a, b = (voice.party.removeprefix("The ").removeprefix("the ") for voice in (one, other))
    return a == b or a.startswith(f"{b} ") or b.startswith(f"{a} ")
