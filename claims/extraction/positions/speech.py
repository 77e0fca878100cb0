"""Direct speech: one position for each checkable sentence between quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.attribution.attributed import Attributed, SentenceReading
from claims.extraction.attribution.content import Content
from claims.extraction.cues.cue import Cue
from claims.extraction.cues.find import find_cues
from claims.extraction.cues.idioms import POINTERS
from claims.extraction.position import (
    CALLED_FALSE,
    CONTESTED,
    OUTRIGHT,
    SAID,
    Position,
    commitment_of,
)
from claims.extraction.positions.confidence import confidence_of, content_features, voice_features
from claims.extraction.positions.ellipsis import on_question
from claims.extraction.positions.judge import NO_EVIDENCE, clears, judge, says_no_such_thing
from claims.extraction.sources.acting import who_acted
from claims.extraction.text.asides import TIME_WORDS
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.voice import Voice
from claims.extraction.wording.checkable import is_checkable
from claims.extraction.wording.reword import reword
from claims.extraction.wording.ruled_out import state_unproven
from claims.extraction.wording.targets import settle_target, split_clauses
from claims.model import Mode, Stance


def read_speech(done: Attributed, reading: SentenceReading) -> list[Position]:
    """The positions of a sentence's direct speech, if it holds any."""
    paragraph = reading.sentence.paragraph
    if paragraph in done.block_voice and not reading.attributions:
        voice = done.block_voice[paragraph]
        return _read_part(done, reading, voice, 0, len(reading.sentence.tokens))
    found: list[Position] = []
    for voice, first, last in _parts(done, reading):
        found.extend(_read_part(done, reading, voice, first, last))
    return found


def is_speech(reading: SentenceReading, content: Content) -> bool:
    """Whether a content is wholly between quotation marks, from its first word on."""
    inside = reading.quoted[content.first : content.last]
    if not inside:
        return False
    at = 0 if reading.sentence.tokens[content.first].is_word or len(inside) < 2 else 1
    return inside[at] and sum(inside) >= 0.8 * len(inside)


def _parts(done: Attributed, reading: SentenceReading) -> list[tuple[Voice, int, int]]:
    """The stretches of speech that are clauses of their own, with who speaks."""
    found: list[tuple[Voice, int, int]] = []
    at, count = 0, len(reading.quote_of)
    while at < count:
        quote = reading.quote_of[at]
        stop = at + 1
        while stop < count and reading.quote_of[stop] == quote:
            stop += 1
        if quote is not None and quote in done.quote_voice and not _goes_on(reading, at):
            found.append((done.quote_voice[quote], at, stop))
        at = stop
    return found


def _goes_on(reading: SentenceReading, at: int) -> bool:
    """Whether the quoted words finish the reporter's clause: said it was "safe and sound", called
    the report "a fairy tale for children", "The mill," Orr said, "is unsafe"."""
    for attribution in reading.attributions:
        content, until = attribution.content, attribution.cue.until
        noun = attribution.noun
        if content is not None and noun is not None and at + 1 in (noun[0], content.first):
            return True
        if until is not None and until[0] <= at < until[1]:
            return True  # dismissed as "made up by people we know"
        inside = content is not None and content.first < at < content.last
        if content is not None and inside and not is_speech(reading, content):
            return True
    return False


def _read_part(
    done: Attributed, reading: SentenceReading, voice: Voice, first: int, last: int
) -> list[Position]:
    sentence = reading.sentence
    tokens = sentence.tokens[first:last]
    raw = done.page.text[tokens[0].start : tokens[-1].end]
    stance, claim, reasons = _stance(done, reading, voice, first, last)
    points = False
    if stance in CONTESTED:
        told = claim
        claim, points = settle_target(told, who_acted(done.register, voice), nominal=True)
        if points and not NO_EVIDENCE.isdisjoint(reasons) and (thing := state_unproven(told)):
            claim, points = thing, False
    elif not is_checkable(raw, spoken=True):
        return []
    if not claim and not points:
        return []
    start, end = _span(reading, first, last)
    features = (
        "mode=direct",
        f"stance={stance.value}",
        *(said for said, of in SAID.items() if stance is of),
        *([CALLED_FALSE] if stance is Stance.DENIES and _denies_plainly(raw, points) else []),
        *([OUTRIGHT] if stance is Stance.DOUBTS and not NO_EVIDENCE.isdisjoint(reasons) else []),
        "speech=whole" if reading.wholly_quoted else "speech=part",
        *voice_features(voice),
        *content_features(tokens, "direct"),
    )
    said = [
        Position(
            sentence.index, start, end, voice, stance, part, points, Mode.DIRECT,
            commitment_of(raw, ""), confidence_of(features), features, list(reasons),
        )
        for part in (split_clauses(claim) if stance is Stance.ALLEGES else [claim])
    ]  # fmt: skip
    return [on_question(done, reading, each) for each in said]


def _stance(
    done: Attributed, reading: SentenceReading, voice: Voice, first: int, last: int
) -> tuple[Stance, str, list[str]]:
    """What the speech says of its own accord ("we deny that ..."), else that it is so."""
    sentence = reading.sentence
    tokens = sentence.tokens[first:last]
    reasons = [f"said by {voice.speaker or voice.party} in quotation marks"]
    if voice.note:
        reasons.append(f"source {voice.note}")
    own = _first_person_cue(tokens)
    if own is not None:
        rest = tokens[own.last + 1 :]
        if rest and points_back(rest):
            return own.stance, rest[0].text, [*reasons, own.reason]
        words = reword(done, sentence, rest, first + own.last + 1, voice, direct=True)
        return own.stance, words, [*reasons, own.reason]
    raw = done.page.text[tokens[0].start : tokens[-1].end]
    verdict = judge(raw)
    if verdict is not None:
        told = _target(done, sentence, voice, first, last, verdict.target)
        return verdict.stance, told, [*reasons, verdict.reason]
    return Stance.ALLEGES, reword(done, sentence, tokens, first, voice, direct=True), reasons


def _denies_plainly(raw: str, points: bool) -> bool:
    """Whether the words say of what they are on that it is not so, or was not said."""
    return not points or clears(raw) or says_no_such_thing(raw)


def points_back(tokens: Sequence[Token]) -> bool:
    """Whether a content is nothing but a pronoun, or that and when or what else: "it", "it for a
    week", "that, and I hope it is not so"."""
    behind = [token.lower for token in tokens[1:3]]
    alone = not behind or behind[0] in _BEHIND | TIME_WORDS
    alone = alone or behind in ([",", "and"], [",", "but"])
    return alone and (tokens[0].lower in POINTERS or tokens[0].lower == "so")


_BEHIND = frozenset(
    ["on", "in", "at", "for", "until", "during", "since", "when", "to", "and", "but"]
)


def _target(
    done: Attributed, sentence: Sentence, voice: Voice, first: int, last: int, words: str
) -> str:
    """What the ``words`` of a speech tell that are judged there, as one that is not who speaks
    would tell it: "I was arrested" as "Orr was arrested"."""
    tokens = sentence.tokens
    at = done.page.text.find(words, tokens[first].start, tokens[last - 1].end) if words else -1
    inside = [n for n in range(first, last) if at <= tokens[n].start < at + len(words)]
    if at < 0 or not inside or not _OWN.intersection(t.lower for t in tokens[inside[0] : last]):
        return words
    own = tokens[inside[0] : inside[-1] + 1]
    return reword(done, sentence, own, inside[0], voice, direct=True)


_OWN = frozenset(["i", "we", "my", "our", "me", "us"])


def _first_person_cue(tokens: Sequence[Token]) -> Cue | None:
    """A contested cue whose subject is "we" or "I"."""
    for cue in find_cues(tuple(tokens)):
        if cue.stance not in CONTESTED:
            continue
        opening = tokens[cue.first].lower
        if opening in ("we've", "i've", "i'm", "we're"):
            return cue
        if cue.first > 0 and tokens[cue.first - 1].lower in ("we", "i"):
            return None if _gives_up(tokens, cue) else cue
    return None


def _gives_up(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether "concede" tells of no admission, but of an election: "I did not concede, and"."""
    after = tokens[cue.last + 1 : cue.last + 2]
    return cue.lemma == "concede" and (not after or not after[0].is_word)


def _span(reading: SentenceReading, first: int, last: int) -> tuple[int, int]:
    """The quoted words with the first cue and source of their sentence."""
    tokens = reading.sentence.tokens
    if first == 0 and last >= len(tokens) - 1:
        return tokens[0].start, tokens[-1].end
    bounds = [first, last]
    for attribution in reading.attributions[:1]:
        bounds += [attribution.cue.first, attribution.cue.last + 1]
        if attribution.source is not None:
            bounds += [attribution.source.first, attribution.source.last]
    return tokens[min(bounds)].start, tokens[min(max(bounds), len(tokens)) - 1].end
