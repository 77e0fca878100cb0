"""Whose claim a denial is on: "denied claims by Nigeria's government that P" names the alleger, and
so does "denied that P, as the union has alleged"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.attribution.attributed import Attributed, Attribution, SentenceReading
from claims.extraction.position import PUT_FORWARD, Position, same_voice
from claims.extraction.positions.confidence import confidence_of, content_features, voice_features
from claims.extraction.sources.phrase import LINKS
from claims.extraction.sources.span import SourceSpan
from claims.extraction.sources.voices import resolve_voices
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.wording.boasts import find_boast
from claims.extraction.wording.checkable import is_checkable
from claims.extraction.wording.reword import reword
from claims.model import Commitment, Mode, Stance

_MOST = 14
"""Tokens that the alleger's name may take."""


def read_reported(
    done: Attributed, reading: SentenceReading, attribution: Attribution
) -> list[Position]:
    """The position of whoever put forward what is contested here, if they are named."""
    if attribution.content is None:
        return []
    tokens, sentence = reading.sentence.tokens, reading.sentence
    last = attribution.content.last
    boast = find_boast(done, sentence, attribution.content.first, last)
    found = _alleger(reading, attribution)
    if boast is not None:
        found = (boast[0], attribution.content.first, attribution.content.first)
    if found is None:
        return []
    source, first, begin = found
    positions = []
    reasons = [f"named as who put it forward ({attribution.cue.reason})"]
    for voice in resolve_voices(done.register, done.discourse, sentence, source):
        words = reword(done, sentence, tokens[first:last], first, voice, direct=False)
        words = boast[1] if boast is not None else words
        if voice.guessed and tokens[first].lower in _OPENS_WITH_PRONOUN:
            continue  # "the union's claim that (it) had cut wages": the mill had
        unknown = voice.guessed and not _is_owner(reading, source, begin)
        if voice.vague or unknown or not is_checkable(words, spoken=False):
            continue
        features = (
            "mode=indirect", "relation=reported", *voice_features(voice),
            *content_features(tokens[first:last], "indirect"),
        )  # fmt: skip
        positions.append(
            Position(
                sentence.index, tokens[begin].start, tokens[last - 1].end, voice,
                Stance.ALLEGES, words, False, Mode.INDIRECT, Commitment.CERTAIN,
                confidence_of(features), features, reasons,
            )
        )  # fmt: skip
    return positions


def read_as_claimed(
    done: Attributed,
    reading: SentenceReading,
    attribution: Attribution,
    denied: Sequence[Position],
) -> list[Position]:
    """The positions of who is told behind a denial to have put forward what is ``denied`` there."""
    cue, content = attribution.cue, attribution.content
    if cue.group != "deny" or content is None or content.side != "right":
        return []
    source = _as_claimed(reading, content.first)
    if source is None:
        return []
    tokens, positions = reading.sentence.tokens, []
    for voice in resolve_voices(done.register, done.discourse, reading.sentence, source):
        if voice.vague or any(same_voice(voice, each.voice) for each in denied):
            continue
        features = ("mode=indirect", "relation=reported", PUT_FORWARD, *voice_features(voice))
        positions += [
            Position(
                each.sentence, tokens[cue.first].start, tokens[source.last].end, voice,
                Stance.ALLEGES, each.claim, False, Mode.INDIRECT, Commitment.CERTAIN,
                confidence_of(features), features, ["named as who put it forward"],
            )
            for each in denied
            if each.stance is Stance.DENIES and not each.points
        ]  # fmt: skip
    return positions


def _as_claimed(reading: SentenceReading, first: int) -> SourceSpan | None:
    """Who stands behind ", as" before "has claimed" or "reported", from ``first`` on."""
    tokens = reading.sentence.tokens
    for at in range(first + 1, len(tokens) - 2):
        if tokens[at].lower != "as" or tokens[at - 1].text != ",":
            continue
        for verb in range(at + 2, min(len(tokens), at + _MOST)):
            lower = tokens[verb].lower
            if tokens[verb].text in ",;:" or lower in ("to", "that", "and", "well"):
                break
            if lower in _CLAIMED:
                last = verb
                while last > at + 1 and tokens[last - 1].lower in _HELPING:
                    last -= 1
                named = last > at + 1 and tokens[at + 1].lower not in _ITSELF
                return SourceSpan(at + 1, last, None, "reported") if named else None
    return None


_ITSELF = frozenset(
    ["it", "he", "she", "they", "we", "i", "some", "many", "others", "was", "is", "has", "had"]
)
_CLAIMED = frozenset(
    ["claimed", "alleged", "reported", "suggested", "asserted", "insisted", "contended",
     "maintained", "claims", "alleges", "suggests", "asserts", "contends", "maintains"]
)  # fmt: skip
_HELPING = frozenset(
    ["has", "have", "had", "also", "repeatedly", "previously", "earlier", "recently", "first",
     "initially", "originally", "since", "wrongly", "falsely", "once"]
)  # fmt: skip


def _alleger(
    reading: SentenceReading, attribution: Attribution
) -> tuple[SourceSpan, int, int] | None:
    """The alleger's phrase, where their claim starts, and where the words begin that show both."""
    content = attribution.content
    if content is None:
        return None
    tokens = reading.sentence.tokens
    for at in range(content.first, min(content.last - 3, content.first + 12)):
        noun = tokens[at].lower
        if noun not in word_set("report_nouns") and noun not in _ARGUED:
            continue
        if tokens[at + 1].lower == "by" or (tokens[at + 1].lower == "from" and noun not in _SENT):
            that = _that_after(reading, at + 2, content.last)
            if that is not None:
                begin = content.first if at - content.first <= _BEFORE_NOUN else at
                source = SourceSpan(at + 2, that, None, "reported")
                return source, _past_telling(reading, that + 1), begin
        first = content.first + (tokens[content.first].lower in LINKS)  # "by Baker's story that"
        if tokens[at + 1].lower == "that" and at - 1 > first and tokens[at - 1].lower == "'s":
            return SourceSpan(first, at - 1, None, "reported"), at + 2, first
    return None


_OPENS_WITH_PRONOUN = frozenset(
    ["it", "he", "she", "they", "its", "his", "her", "their", "this", "that"]
)


def _is_owner(reading: SentenceReading, source: SourceSpan, begin: int) -> bool:
    """Whether a claim is told as theirs: "(the defence)'s claim that P"; no report's."""
    tokens = reading.sentence.tokens
    owns = begin == source.first and tokens[source.last].lower == "'s"
    opens = tokens[source.first].lower in ("the", "a", "an")
    head = tokens[source.last - 1].lower
    return owns and opens and head not in word_set("source_documents")


_ARGUED = frozenset(["argument", "arguments", "contention", "contentions"])
"""What somebody puts forward by reasoning, beside what is reported."""


def _past_telling(reading: SentenceReading, first: int) -> int:
    """Where what is told starts behind "that (said)" of a report that said so."""
    tokens = reading.sentence.tokens
    if not is_telling(tokens[first].lower):
        return first
    return first + 1 + (tokens[first + 1].lower == "that")


_SENT = frozenset(["report", "reports", "news", "word", "rumour", "rumours", "rumor", "rumors"])
"""What comes from a place: "reports from Orsk that" tell where, "claims from Orsk" tell who."""
_BEFORE_NOUN = 4
"""Words before the noun that belong to it: "an earlier, false claim"."""


def _that_after(reading: SentenceReading, first: int, last: int) -> int | None:
    tokens = reading.sentence.tokens
    for at in range(first + 1, min(last, first + _MOST)):
        if tokens[at].lower == "that":
            return at
        if tokens[at].text in ",;:":
            return None
    return None
