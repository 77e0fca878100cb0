"""Second pass: from attributions and hedges to positions on worded claims, in text order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.extraction.attribution import Attributed, Attribution, SentenceReading
from claims.extraction.checkable import is_checkable
from claims.extraction.content import Content
from claims.extraction.cues import Cue, Shape, find_cues
from claims.extraction.hedges import Hedge, find_hedges
from claims.extraction.judge import judge
from claims.extraction.segment import Sentence, Token
from claims.extraction.sentence import finish, state_nominal, unwrap_report, word_claim
from claims.extraction.voice import Voice
from claims.model import UNATTRIBUTED, Commitment, Mode, Stance

CONTESTED = frozenset(
    {
        Stance.DENIES,
        Stance.DOUBTS,
        Stance.NEITHER,
        Stance.DECLINES,
        Stance.CONFIRMS,
        Stance.NO_RESPONSE,
    }
)
NOBODY = Voice(UNATTRIBUTED, None, (), anonymous=True, confidence=0.6, vague=True)
_POINTERS = re.compile(
    r"^\W*(?:(?:any|all|both|the|these|those|this|that|such|his|her|its|their|a|further|of the) )*(?:\w+ ){0,2}?"
    r"(?:it|that|this|so|them|claims?|reports?|rumou?rs?|allegations?|accusations?|stor(?:y|ies)|suggestions?|"
    r"assertions?|charges?|speculation|news|matter|issue|case|situation|incident|details?|information|thing|"
    r"hoax|comment|comments|nothing|anything|questions?|claim|figure|one|same)\b\W*(?:\w+\W*){0,2}$",
    re.I,
)
_POSSIBLE = re.compile(r"\b(?:may|might|could|possibly|perhaps|potentially)\b", re.I)
_PROBABLE = re.compile(
    r"\b(?:likely|probably|presumably|appears? to|seems? to|believed to)\b", re.I
)
_OPINION_CUES = frozenset(
    "believe think suspect speculate surmise estimate predict expect suggest".split()
)
_SPLIT = re.compile(
    r",? and that |, and (?=[A-Z]\w+ (?:is|are|was|were|has|had|have|will|would|won't|did)\b)|, and (?=(?:he|she|they|it|we|i|the|a|an|his|her|their|its)\b(?! \w+ing))|; (?=\w)"
)


@dataclass(slots=True)
class Position:
    """A voice's stance with its worded claim; ``points`` when it is on an earlier claim."""

    sentence: int
    start: int
    end: int
    voice: Voice
    stance: Stance
    claim: str
    points: bool
    mode: Mode
    commitment: Commitment
    confidence: float
    reasons: list[str] = field(default_factory=list)
    key: str = ""
    """What tells the claim apart, where the wording repeats another claim."""


def read_positions(done: Attributed) -> list[Position]:
    """Every position of a document, in text order."""
    found: list[Position] = []
    for reading in done.sentences:
        found.extend(_read_sentence(done, reading))
    return found


def _read_sentence(done: Attributed, reading: SentenceReading) -> list[Position]:
    found: list[Position] = []
    paragraph = reading.sentence.paragraph
    if paragraph in done.block_voice and not reading.attributions:
        return _read_speech(
            done, reading, done.block_voice[paragraph], 0, len(reading.sentence.tokens)
        )
    for attribution in reading.attributions:
        if attribution.voices and not _is_outdone(reading, attribution):
            found.extend(_read_attribution(done, reading, attribution))
    for voice, first, last in _speech_parts(done, reading):
        found.extend(_read_speech(done, reading, voice, first, last))
    found.extend(_read_hedges(done, reading))
    return found


def _is_outdone(reading: SentenceReading, outer: Attribution) -> bool:
    """Whether a contested cue inside the content tells the position better.

    "said it had not confirmed ..." is the ministry's refusal, and no allegation.
    """
    at = reading.attributions.index(outer)
    for inner in reading.attributions:
        if inner.nested_in != at:
            continue
        own = inner.inherited or _same(inner.voices, outer.voices)
        if own and inner.cue.shape is not Shape.GERUND and inner.cue.stance in CONTESTED:
            return outer.cue.stance is Stance.ALLEGES
        if not own and outer.content is not None and inner.source is not None:
            if inner.source.first <= outer.content.first + 2:
                return outer.cue.stance is Stance.ALLEGES
    if outer.nested_in is not None and (outer.inherited or outer.cue.shape is Shape.GERUND):
        parent = reading.attributions[outer.nested_in]
        contested = parent.cue.stance in CONTESTED
        return contested or outer.cue.stance is Stance.ALLEGES
    return False


def _same(a: list[Voice], b: list[Voice]) -> bool:
    return bool(a and b) and a[0].party == b[0].party


def _read_attribution(
    done: Attributed, reading: SentenceReading, attribution: Attribution
) -> list[Position]:
    cue, content = attribution.cue, attribution.content
    start, end = _span(reading, attribution)
    speech = content is not None and _is_speech(reading, content)
    found: list[Position] = []
    for voice in attribution.voices:
        if speech and cue.stance is Stance.ALLEGES:
            continue  # read as speech, sentence by sentence
        words = _words(done, reading.sentence, content, voice) if content is not None else ""
        for part in _parts(words) if cue.stance in (Stance.ALLEGES, Stance.CONFIRMS) else [words]:
            position = _judge_part(attribution, voice, part, start, end, reading)
            if position is not None:
                found.append(position)
    return found


def _judge_part(
    attribution: Attribution,
    voice: Voice,
    words: str,
    start: int,
    end: int,
    reading: SentenceReading,
) -> Position | None:
    cue = attribution.cue
    stance, claim, points = cue.stance, words, False
    reasons = [cue.reason, *_voice_reasons(attribution, voice)]
    verdict = judge(words) if stance in (Stance.ALLEGES, Stance.CONFIRMS) and words else None
    if verdict is not None:
        stance, claim = verdict.stance, verdict.target
        reasons.append(verdict.reason)
    if stance in CONTESTED:
        content = attribution.content
        nominal = content is None or content.nominal or verdict is not None
        claim, points = _settle_target(_first_clause(claim), voice, nominal)
    elif not is_checkable(words, spoken=False) or attribution.content is None:
        return None
    if cue.group == "affirm" and cue.lemma == "accuse":
        claim = _accusation(claim)
    if voice.vague:
        return _vague(reading, voice, stance, claim, points, start, end, reasons)
    if not claim and not points:
        return None
    return Position(
        reading.sentence.index, start, end, voice, stance, claim, points,
        Mode.INDIRECT, _commitment(words, cue.lemma), _confidence(attribution, voice, stance), reasons,
    )  # fmt: skip


def _vague(
    reading: SentenceReading, voice: Voice, stance: Stance, claim: str, points: bool,
    start: int, end: int, reasons: list[str],
) -> Position | None:  # fmt: skip
    if stance is not Stance.ALLEGES or not claim:
        return None
    return Position(
        reading.sentence.index, start, end, NOBODY, stance, claim, points, Mode.HEDGED,
        Commitment.PROBABLE, 0.45, [*reasons, f"'{voice.mention}' names nobody"],
    )  # fmt: skip


def _settle_target(words: str, voice: Voice, nominal: bool) -> tuple[str, bool]:
    """The claim that a contested stance is on: worded here, or an earlier one."""
    bare = words.strip(" .,;:\"“”'")
    rest = unwrap_report(bare)
    if rest is not None:
        bare = rest
    if not bare or (rest is None and _POINTERS.match(bare)):
        return bare, True
    if (
        nominal
        and (rest is None or len(rest.split()) < 9)
        and not re.search(r"\b(?:is|are|was|were|has|had|have|will|would|been|be)\b", bare)
    ):
        stated = state_nominal(bare, voice.speaker or voice.party)
        return stated, len(bare.split()) < 2 or stated.startswith("There is ")
    if bare.split(" ", 1)[0].lower() in ("being", "having"):
        return state_nominal(bare, voice.speaker or voice.party), False
    return finish(re.sub(r"^(?:that|whether|if|about|on|to) ", "", bare)), False


def _first_clause(words: str) -> str:
    """A contested content ends where another clause is joined on."""
    return re.split(
        r",? (?:but|though|although|while) |, and (?=(?:has|have|had|is|was|said|will)\b)|; ", words
    )[0]


def _accusation(claim: str) -> str:
    match = re.match(r"^(.{2,60}?) of (\w+ing\b.*)$", claim)
    return f"{match[1]} was {match[2]}" if match else claim


def _parts(words: str) -> list[str]:
    """Co-ordinated clauses one by one: "that P and that Q"."""
    parts = [part for part in _SPLIT.split(words) if len(part.split()) >= 3]
    return [finish(part) for part in parts] if len(parts) > 1 else [words]


def _words(done: Attributed, sentence: Sentence, content: Content, voice: Voice) -> str:
    tokens = sentence.tokens[content.first : content.last]
    return _reword(done, sentence, tokens, content.first, voice, direct=False)


def _reword(
    done: Attributed,
    sentence: Sentence,
    tokens: Sequence[Token],
    base: int,
    voice: Voice,
    *,
    direct: bool,
) -> str:
    def resolve(lower: str, at: int) -> str | None:
        subject = {
            "him": "he",
            "his": "he",
            "her": "she",
            "them": "they",
            "their": "they",
            "its": "it",
        }.get(lower.replace("self", "").replace("selves", ""), lower)
        if subject in ("he", "she") and not direct and voice.person and voice.speaker:
            wanted = "m" if subject == "he" else "f"
            if voice.gender in (None, wanted):
                return voice.speaker
        if (
            subject in ("it", "they")
            and not direct
            and not voice.person
            and not voice.vague
            and at <= base + 1
        ):
            return voice.party
        if subject in ("it", "they"):
            near = at <= base + 2 and not voice.person and not voice.vague
            return voice.party if near and lower in ("its", "their") else None
        found = done.discourse.pronoun(subject, sentence, at)
        return None if found is None else (found.speaker or found.party)

    return word_claim(tokens, done.page.text, voice, resolve, base)


def _is_personal(tokens: Sequence[Token], at: int) -> bool:
    """Whether "it" acts here ("it had seen", "it was monitoring"), rather than "it was X who"."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    then = tokens[at + 2].lower if at + 2 < len(tokens) else ""
    if after in ("is", "was", "'s"):
        return then.endswith(("ing", "ed")) or then in ("not", "aware", "also")
    return True


def _span(reading: SentenceReading, attribution: Attribution) -> tuple[int, int]:
    tokens = reading.sentence.tokens
    bounds = [attribution.cue.first, attribution.cue.last + 1]
    for part in (attribution.source, attribution.content):
        if part is not None:
            bounds += [part.first, part.last]
    first, last = max(0, min(bounds)), min(len(tokens), max(bounds))
    return tokens[first].start, tokens[last - 1].end


def _is_speech(reading: SentenceReading, content: Content) -> bool:
    inside = [reading.quoted[at] for at in range(content.first, content.last)]
    if not reading.sentence.tokens[content.first].is_word and len(inside) > 1:
        return inside[1] and sum(inside) >= 0.8 * len(inside)
    return bool(inside) and inside[0] and sum(inside) >= 0.8 * len(inside)


def _speech_parts(done: Attributed, reading: SentenceReading) -> list[tuple[Voice, int, int]]:
    """The stretches of direct speech of a sentence that are clauses of their own."""
    found: list[tuple[Voice, int, int]] = []
    at, tokens = 0, reading.sentence.tokens
    while at < len(tokens):
        quote = reading.quote_of[at]
        stop = at + 1
        while stop < len(tokens) and reading.quote_of[stop] == quote:
            stop += 1
        if quote is not None and quote in done.quote_voice:
            voice = done.quote_voice[quote]
            if not _is_continued_clause(reading, at):
                found.append((voice, at, stop))
        at = stop
    return found


def _is_continued_clause(reading: SentenceReading, at: int) -> bool:
    """Whether the quoted words finish the reporter's clause: said it was "safe and sound"."""
    for attribution in reading.attributions:
        content = attribution.content
        if (
            content is not None
            and content.first < at < content.last
            and not _is_speech(reading, content)
        ):
            return True
    return False


def _read_speech(
    done: Attributed, reading: SentenceReading, voice: Voice, first: int, last: int
) -> list[Position]:
    sentence = reading.sentence
    tokens = sentence.tokens[first:last]
    raw = done.page.text[tokens[0].start : tokens[-1].end]
    stance, reasons = Stance.ALLEGES, [f"said by {voice.speaker or voice.party} in quotation marks"]
    words = _reword(done, sentence, tokens, first, voice, direct=True)
    verdict = judge(raw)
    own = _first_person_cue(tokens)
    claim, points = words, False
    if own is not None:
        stance = own.stance
        content = Content(own.last + 1, len(tokens), "right", False, False)
        claim = _reword(
            done, sentence, tokens[content.first :], first + content.first, voice, direct=True
        )
        reasons.append(own.reason)
    elif verdict is not None:
        stance, claim = verdict.stance, verdict.target
        reasons.append(verdict.reason)
    if stance in CONTESTED:
        claim, points = _settle_target(claim, voice, True)
    elif not is_checkable(raw, spoken=True):
        return []
    if not claim and not points:
        return []
    span = _speech_span(reading, first, last)
    found = []
    for part in _parts(claim) if stance is Stance.ALLEGES else [claim]:
        found.append(
            Position(
                sentence.index, *span, voice, stance, part, points, Mode.DIRECT,
                _commitment(raw, ""), round(0.75 * voice.confidence, 3), list(reasons),
            )
        )  # fmt: skip
    return found


def _first_person_cue(tokens: Sequence[Token]) -> Cue | None:
    for cue in find_cues(tuple(tokens)):
        if cue.stance in CONTESTED and cue.first > 0 and tokens[cue.first - 1].lower in ("we", "i"):
            return cue
        if cue.stance in CONTESTED and tokens[cue.first].lower in ("we've", "i've", "i'm", "we're"):
            return cue
    return None


def _speech_span(reading: SentenceReading, first: int, last: int) -> tuple[int, int]:
    tokens = reading.sentence.tokens
    if first == 0 and last >= len(tokens) - 1:
        return tokens[0].start, tokens[-1].end
    for attribution in reading.attributions:
        bounds = [attribution.cue.first, attribution.cue.last + 1, first, last]
        if attribution.source is not None:
            bounds += [attribution.source.first, attribution.source.last]
        return tokens[min(bounds)].start, tokens[min(max(bounds), len(tokens)) - 1].end
    return tokens[first].start, tokens[last - 1].end


def _commitment(words: str, lemma: str) -> Commitment:
    if _POSSIBLE.search(words):
        return Commitment.POSSIBLE
    if _PROBABLE.search(words) or lemma in _OPINION_CUES:
        return Commitment.PROBABLE
    return Commitment.CERTAIN


def _confidence(attribution: Attribution, voice: Voice, stance: Stance) -> float:
    factor = 0.9 if stance is attribution.cue.stance else 0.75
    if attribution.inherited:
        factor -= 0.15
    if attribution.cue.weak:
        factor -= 0.1
    return round(max(0.1, voice.confidence * factor), 3)


def _voice_reasons(attribution: Attribution, voice: Voice) -> list[str]:
    found = []
    if voice.note:
        found.append(f"source {voice.note}")
    elif voice.mention:
        found.append(f"source '{voice.mention}'")
    if attribution.inherited:
        found.append("source carried over from the clause before")
    return found


def _read_hedges(done: Attributed, reading: SentenceReading) -> list[Position]:
    found = []
    for hedge in find_hedges(reading.sentence.tokens, reading.quoted):
        position = _read_hedge(done, reading, hedge)
        if position is not None:
            found.append(position)
    return found


def _read_hedge(done: Attributed, reading: SentenceReading, hedge: Hedge) -> Position | None:
    tokens = reading.sentence.tokens
    for attribution in reading.attributions:
        cue, content = attribution.cue, attribution.content
        if cue.first <= hedge.first <= cue.main:
            return None
        if content is not None and attribution.voices and not attribution.voices[0].vague:
            inside = content.first <= hedge.first < content.last
            if inside and (hedge.kind != "adverb" or cue.stance is not Stance.ALLEGES):
                return None
    first, last = _clause(reading, hedge)
    kept = [
        t for at, t in enumerate(tokens[first:last], first) if not hedge.first <= at < hedge.last
    ]
    if hedge.kind == "modal":
        return _read_consequence(done, reading, hedge)
    if hedge.kind == "noun":
        kept = list(tokens[hedge.last : last])
    elif hedge.kind == "impersonal":
        kept = list(tokens[hedge.last : last])
    if sum(token.is_word for token in kept) < 3:
        return None
    words = _reword_kept(done, reading, kept, hedge, first, last)
    if not is_checkable(words, spoken=False):
        return None
    return Position(
        reading.sentence.index, tokens[first].start, tokens[last - 1].end, NOBODY, Stance.ALLEGES,
        words, False, Mode.HEDGED, hedge.commitment, 0.55, [hedge.reason],
    )  # fmt: skip


def _read_consequence(done: Attributed, reading: SentenceReading, hedge: Hedge) -> Position | None:
    """``P, in what could be a violation of Q``: the claim is that P is a violation of Q."""
    tokens, sentence = reading.sentence.tokens, reading.sentence
    main = next((a.content for a in reading.attributions if a.content is not None), None)
    stop = hedge.first - 2
    first, last = (
        (main.first, main.last) if main is not None and main.last <= stop + 1 else (0, stop)
    )
    left = _reword(done, sentence, tokens[first:last], first, NOBODY, direct=True).rstrip(".")
    right = _reword(done, sentence, tokens[hedge.last :], hedge.last, NOBODY, direct=True).rstrip(
        "."
    )
    if not left or not right:
        return None
    tail = right[0].lower() + right[1:]
    return Position(
        sentence.index, tokens[max(0, stop)].start, tokens[-1].end, NOBODY, Stance.ALLEGES,
        f"{left}, which is {tail}.", False, Mode.HEDGED, hedge.commitment, 0.5, [hedge.reason], key=tail,
    )  # fmt: skip


def _reword_kept(
    done: Attributed,
    reading: SentenceReading,
    kept: Sequence[Token],
    hedge: Hedge,
    first: int,
    last: int,
) -> str:
    """The clause without its hedge; "is believed to be" becomes "is"."""
    tokens = reading.sentence.tokens
    sentence = reading.sentence
    if hedge.kind in ("noun", "impersonal"):
        return _reword(done, sentence, kept, hedge.last, NOBODY, direct=True)
    left = _reword(done, sentence, tokens[first : hedge.first], first, NOBODY, direct=True).rstrip(
        "."
    )
    right_tokens = tokens[hedge.last : last]
    right = _reword(done, sentence, right_tokens, hedge.last, NOBODY, direct=True).rstrip(".")
    right = right[:1].lower() + right[1:]
    if hedge.kind == "passive":
        be = next(
            (
                t.lower
                for t in tokens[hedge.first : hedge.last]
                if t.lower in ("is", "are", "was", "were")
            ),
            "is",
        )
        right = re.sub(r"^be\b", be, right)
        right = re.sub(r"^have been\b", "was", right)
        right = re.sub(r"^have\b", "has", right)
    return finish(f"{left} {right}")


def _relative_head(tokens: Sequence[Token], hedge: Hedge) -> int | None:
    """The noun phrase that a relative clause with a hedge is about: "vehicles, which are likely ..."."""
    for at in range(hedge.first - 1, max(0, hedge.first - 5), -1):
        if tokens[at].lower not in ("which", "who"):
            continue
        head = at - 1 if tokens[at - 1].text == "," else at
        start = head
        while start > 0 and head - start < 6:
            before = tokens[start - 1]
            if not before.is_word or before.lower in (
                "of",
                "in",
                "with",
                "by",
                "to",
                "from",
                "has",
                "had",
                "is",
                "was",
            ):
                break
            start -= 1
        return start if start < head else None
    return None


def _clause(reading: SentenceReading, hedge: Hedge) -> tuple[int, int]:
    """The clause around a hedge: up to clause marks that a relative or a comma opens."""
    tokens = reading.sentence.tokens
    first, last = hedge.first, hedge.last
    while first > 0:
        before = tokens[first - 1]
        if before.text in (";", ":", "—", "–") or before.lower in (
            "but",
            "because",
            "although",
            "while",
        ):
            break
        first -= 1
    relative = _relative_head(tokens, hedge)
    if relative is not None:
        first = relative
    while last < len(tokens) and tokens[last].text not in (";", "—"):
        after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
        if (
            hedge.kind == "passive"
            and tokens[last].lower == "and"
            and after in ("has", "is", "was", "had", "are")
        ):
            break
        if (
            tokens[last].text == ","
            and last + 1 < len(tokens)
            and tokens[last + 1].lower in ("but", "according", "although")
        ):
            break
        last += 1
    return first, last


__all__ = ["CONTESTED", "Position", "read_positions"]
