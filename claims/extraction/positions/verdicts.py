"""Fact-checks: the claim under its label, who told it, and the checker's verdict as a stance.

The forms are those of the houses that check facts: "CLAIM: P. AP'S ASSESSMENT: False.", a label
in a line of its own, a verdict in one, "FACT CHECK: No, ...", "We rate this claim False". What is
under no such form is read like any other text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib.resources import files

import yaml

from claims.extraction.attribution.attributed import Attributed, Attribution, SentenceReading
from claims.extraction.cues.cue import Shape
from claims.extraction.position import CHECKED, NOBODY, Position
from claims.extraction.positions.judge import judge
from claims.extraction.sources.span import SourceSpan
from claims.extraction.sources.taking import voice_of
from claims.extraction.sources.voices import resolve_voices
from claims.extraction.text.labels import Label, find_label
from claims.extraction.text.quality import has_finite
from claims.extraction.text.segment import Page, Sentence, trim
from claims.extraction.text.sought import Sought
from claims.extraction.voice import Voice
from claims.extraction.wording.affirm import affirm
from claims.extraction.wording.checkable import is_checkable, is_question
from claims.extraction.wording.joining import is_negative
from claims.extraction.wording.reword import reword
from claims.extraction.wording.targets import settle_target
from claims.model import Commitment, Mode, Stance

_SURE = 0.9
"""Confidence in what stands under a label that says what it is."""
_NEAR = 2
"""Sentences behind a claim in which a verdict needs no label."""
_UNNAMED = "fact-checkers"
"""Whose verdict it is where neither label, text nor outlet names them."""
_SUBJECT = (
    r"(?P<subject>(?:this|that|these|those|the|it|such)(?: [\w'’-]+){0,3}? "
    r"(?:is|are|was|were|has been) (?:\w+ly )?)?"
)
_LOUD_NOT = re.compile(r"\bNOT\b")
_LEADING_NO = re.compile(r"^no[,:]? ", re.I)
_NAMED = re.compile(
    r"\b(?!(?:By|The|Our|This|A) )(?P<who>[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,2}?)(?:['’]s?)? "
    r"(?i:fact[- ]?check(?:ing|ers?)?)\b"
)


@dataclass
class _Reader:
    """What was told so far of the claim under check."""

    done: Attributed
    found: list[Position] = field(default_factory=list)
    claim: str = ""
    told: int | None = None
    """The sentence that told the claim."""
    heard: bool = False
    """Whether anybody told anything yet that a verdict may be on."""
    checks: bool = False
    """Whether any label says that facts are checked here."""
    open: int | None = None
    """Which of ``found`` puts the claim forward, where nobody is named yet."""

    @cached_property
    def house(self) -> str:
        """Who checks facts, by the outlet or what the text says; "" where neither says."""
        return self.done.outlet or _name_house(self.done.page.text)


def read_verdicts(done: Attributed) -> list[Position]:
    """The positions that stand under the labels of a fact-check, in text order."""
    reader = _Reader(done)
    for reading in done.sentences:
        start, label = _label_before(done.page, reading.sentence)
        _read(reader, reading, label, start)
        reader.heard = reader.heard or any(each.voices for each in reading.attributions)
    return reader.found


def _label_before(page: Page, sentence: Sentence) -> tuple[int, Label | None]:
    """The last label between a sentence and the one before it, and where a quote of both starts."""
    text, label, quoted = page.text, None, sentence.start
    start = page.sentences[sentence.index - 1].end if sentence.index else 0
    if not text[start : sentence.start].strip():
        return sentence.start, None
    while True:
        begun, end = trim(text, start, sentence.start)
        found = find_label(text, begun, end)
        if found is None:
            break
        label, quoted, start = found, begun, found.end
    if label is None or "\n" in text[quoted : sentence.start]:
        return sentence.start, label
    return quoted, label


def _read(reader: _Reader, reading: SentenceReading, label: Label | None, start: int) -> None:
    kind = label.kind if label is not None else ""
    reader.checks = reader.checks or bool(kind)
    who = label.who if label is not None else ""
    if kind == "claim":
        _read_claim(reader, reading, start)
    elif kind == "by":
        _read_claimant(reader, reading)
    elif kind == "title":
        _read_title(reader, reading, who, start)
    elif kind == "verdict":
        _read_verdict(reader, reading, who, start)
    else:
        if not _read_bare(reader, reading):
            _read_rating(reader, reading)


def _read_claim(reader: _Reader, reading: SentenceReading, start: int) -> None:
    done, sentence = reader.done, reading.sentence
    reader.told, reader.open, reader.claim = sentence.index, None, ""
    told = next((a for a in reading.attributions if _tells_all(a)), None)
    if told is not None and told.content is not None:  # it is read there, as said by who says so
        inside = sentence.tokens[told.content.first : told.content.last]
        reader.claim = reword(
            done, sentence, inside, told.content.first, told.voices[0], direct=False
        )
        return
    words = reword(done, sentence, sentence.tokens, 0, NOBODY, direct=True)
    if is_checkable(words, spoken=False):
        reader.claim, reader.open = words, len(reader.found)
        _add(reader, sentence, start, sentence.end, NOBODY, Stance.ALLEGES, words, "under check")


def _tells_all(told: Attribution) -> bool:
    """Whether somebody tells all of a sentence: not "a photo shows a shark", "fled after
    testifying in May"."""
    if not told.voices or told.content is None or told.cue.shape is not Shape.FINITE:
        return False
    return not told.voices[0].guessed and told.cue.lemma not in ("show", "depict")


def _read_claimant(reader: _Reader, reading: SentenceReading) -> None:
    """Who told the claim, where a label says so."""
    if reader.open is None:
        return
    done, sentence = reader.done, reading.sentence
    last = len(sentence.tokens) - (not sentence.tokens[-1].is_word)
    span = SourceSpan(0, max(last, 1), None, "subject")
    voices = resolve_voices(done.register, done.discourse, sentence, span)
    if voices and not voices[0].vague:
        mode = Mode.HEDGED if voices[0].anonymous else Mode.INDIRECT
        claim = reader.found[reader.open]
        reader.found[reader.open] = replace(
            claim, voice=voices[0], mode=mode, commitment=Commitment.CERTAIN
        )
    reader.open = None


def _read_title(reader: _Reader, reading: SentenceReading, who: str, start: int) -> None:
    """``FACT CHECK: No, P is not so``: a denial of P; what asks tells nothing."""
    done, sentence = reader.done, reading.sentence
    text = _LOUD_NOT.sub("not", done.page.text[sentence.start : sentence.end])
    if is_question(text) or any(_tells_all(a) for a in reading.attributions):
        return
    said = judge(text)
    words = reword(done, sentence, sentence.tokens, 0, NOBODY, direct=True)
    words = _LEADING_NO.sub("", _LOUD_NOT.sub("not", words))
    stance, claim, points = Stance.ALLEGES, words, False
    if said is not None and said.target:
        stance = said.stance
        claim, points = settle_target(said.target, "", nominal=True)
    elif is_negative(words):
        stance, claim = Stance.DENIES, affirm(words)
        if claim == words:
            return
    plain = stance is Stance.ALLEGES and not has_finite(claim)
    if points or plain or not is_checkable(claim, spoken=False):
        return
    voice = _checker(reader, who)
    _add(reader, sentence, start, sentence.end, voice, stance, claim, "in a fact-check's title")
    if not reader.claim and stance is not Stance.ALLEGES:
        reader.claim = claim


def _read_verdict(reader: _Reader, reading: SentenceReading, who: str, start: int) -> None:
    done, sentence = reader.done, reading.sentence
    text = done.page.text[sentence.start : sentence.end]
    match = _opening().match(text)
    if match is not None:
        end = sentence.start + match.end("v")
        _add_verdict(reader, sentence, (start, end), _checker(reader, who), match["v"])
        return
    said = judge(text)
    if said is not None:
        voice = _checker(reader, who)
        _add(reader, sentence, start, sentence.end, voice, said.stance, reader.claim, said.reason)


def _read_bare(reader: _Reader, reading: SentenceReading) -> bool:
    """Whether the sentence is nothing but a verdict on the claim before it, which is then read."""
    sentence = reading.sentence
    match = _opening().match(reader.done.page.text[sentence.start : sentence.end])
    if match is None or match["rest"].strip(" .!"):
        return False
    near = reader.told is not None and sentence.index - reader.told <= _NEAR
    if not (near or (reader.checks and match["subject"])):
        return False
    span = (sentence.start, sentence.end)
    _add_verdict(reader, sentence, span, _checker(reader, ""), match["v"])
    return True


def _read_rating(reader: _Reader, reading: SentenceReading) -> None:
    """``We rate this claim False``, ``Snopes rated the report as mostly true``."""
    done, sentence = reader.done, reading.sentence
    text = done.page.text[sentence.start : sentence.end]
    match = _rated().search(text)
    if match is None:
        return
    voice = _checker(reader, match["who"] or "")
    claim, points = settle_target(match["what"], voice.party, nominal=True)
    span = (sentence.start + match.start(), sentence.start + match.end("v"))
    _add_verdict(reader, sentence, span, voice, match["v"], reader.claim if points else claim)


def _add_verdict(
    reader: _Reader,
    sentence: Sentence,
    span: tuple[int, int],
    voice: Voice,
    verdict: str,
    claim: str | None = None,
) -> None:
    stance = _verdicts()[verdict.lower()]
    _add(
        reader, sentence, *span, voice, stance, reader.claim if claim is None else claim,
        f"verdict '{verdict}'", rather=verdict.split()[0].lower() in _table()["rather"].split(),
    )  # fmt: skip


def _add(
    reader: _Reader,
    sentence: Sentence,
    start: int,
    end: int,
    voice: Voice,
    stance: Stance,
    claim: str,
    reason: str,
    *,
    rather: bool = False,
) -> None:
    if not claim and not reader.heard:
        return
    hedged = voice is NOBODY
    reader.found.append(
        Position(
            sentence.index, start, end, voice, stance, claim, not claim,
            Mode.HEDGED if hedged else Mode.INDIRECT,
            Commitment.PROBABLE if hedged or rather else Commitment.CERTAIN,
            _SURE, (CHECKED,), [f"a fact-check: {reason}"],
        )
    )  # fmt: skip


def _checker(reader: _Reader, who: str) -> Voice:
    """Whose verdict it is: the label's, the outlet's, who the text says checks facts."""
    name = who or reader.house
    if not name:
        return Voice(_UNNAMED, None, (), anonymous=True, plural=True, mention=_UNNAMED)
    entity = reader.done.register.find(name)
    if entity is not None:
        return voice_of(reader.done.register, entity)
    return Voice(name, None, (), confidence=0.8, mention=name)


def _name_house(text: str) -> str:
    """Who checks facts, by what the text says; "" where it says nothing."""
    found = _houses().search(text) or _NAMED.search(text)
    return found["who"] if found is not None else ""


@cache
def _table() -> Mapping[str, str]:
    text = files("claims.extraction.positions").joinpath("verdicts.yaml").read_text("utf-8")
    found: dict[str, str] = yaml.safe_load(text)
    return found


@cache
def _verdicts() -> Mapping[str, Stance]:
    return {
        word.strip(): stance
        for stance in (Stance.DENIES, Stance.DOUBTS, Stance.CONFIRMS)
        for word in _table()[stance.value].split("|")
    }


def _alternatives(words: Mapping[str, Stance] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _opening() -> re.Pattern[str]:
    """A verdict that opens a sentence: "False. ...", "This claim is mostly false: ..."."""
    verdict = _alternatives(_verdicts())
    return re.compile(
        rf"^\W*{_SUBJECT}(?P<v>{verdict})(?=\W*$|[.,;:!]| ?[–—-] | because )(?P<rest>.*)$",
        re.I | re.S,
    )


@cache
def _rated() -> Sought:
    verdict = _alternatives(_verdicts())
    return Sought(
        r"(?:\bwe\b[^.,;]{0,20}?|\b(?-i:(?P<who>[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}))) rat(?:e|es|ed) "
        rf"(?P<what>[^;]{{2,160}}?)[ ,](?:as |to be )?[\"“‘']?(?P<v>{verdict})"
        r"\b(?=\W*$|[.,;:!”\"’'])",
        re.I,
    )


@cache
def _houses() -> re.Pattern[str]:
    names = [name.strip() for name in _table()["checkers"].split("|")]
    return re.compile(rf"\b(?P<who>{_alternatives(names)})(?![\w-])")
