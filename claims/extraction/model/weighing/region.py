"""Which words of a reading's quote are the claim's: the stretch that holds most of them."""

from __future__ import annotations

import re
from itertools import accumulate

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.cues.cue import Shape
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.weighing.hearers import hearer_tokens
from claims.extraction.model.weighing.keeping import is_content
from claims.extraction.text.listed import is_in_list
from claims.extraction.text.nearby import overlaps
from claims.extraction.text.quality import may_be_finite
from claims.extraction.text.segment import Sentence

WORD_COST = 0.25
"""Probability from which a word is worth having in the claim (tuned on training articles)."""
TELLING_COST = 0.6
"""What each word of a source or a telling verb costs more."""
_OPENERS = frozenset(["that", ",", ":", ";", "“", '"', "‘", "—", "–", "--", "(", "”", "’"])
_CLOSERS = frozenset([",", ":", ";", "”", '"', "’", "—", "–", "--", ")", "which", "who", "but"])


def find_region(done: Attributed, reading: Reading) -> tuple[Sentence, int, int] | None:
    """The stretch between clause bounds that holds most of the claim's words, least else."""
    best: tuple[float, Sentence, int, int] | None = None
    sentences = done.page.sentences
    for index in range(max(0, reading.sentence - 1), min(len(sentences), reading.sentence + 2)):
        sentence = sentences[index]
        if sentence.end <= reading.quote[0] or sentence.start >= reading.quote[1]:
            continue
        inside = [
            at for at, token in enumerate(sentence.tokens)
            if token.end > reading.quote[0] and token.start < reading.quote[1]
        ]  # fmt: skip
        if not inside:
            continue
        found = _best_stretch(done, sentence, reading, inside[0], inside[-1] + 1)
        if found is not None and (best is None or found[0] > best[0]):
            best = (found[0], sentence, found[1], found[2])
    return None if best is None else best[1:]


def _best_stretch(
    done: Attributed, sentence: Sentence, reading: Reading, first: int, last: int
) -> tuple[float, int, int] | None:
    gains = _gains(done, sentence, reading)
    totals = [0.0, *accumulate(gains)]
    words = [0, *accumulate(token.is_word for token in sentence.tokens)]
    starts, ends = bounds(done, sentence, first, last)
    begun = told_from(sentence, reading)
    starts = sorted({*starts, begun}) if first < begun < last else starts
    best: tuple[float, int, int] | None = None
    for start in starts:
        for end in ends:
            if end <= start or words[end] == words[start]:
                continue
            score = totals[end] - totals[start]
            if best is None or score > best[0] + 1e-6:
                best = (score, start, end)
    return best


def bounds(
    done: Attributed, sentence: Sentence, first: int, last: int
) -> tuple[list[int], list[int]]:
    """Where a clause may start and end between two tokens."""
    tokens = sentence.tokens
    starts, ends = {first}, {last}
    for at in range(first, last):
        # half of "that's", "that of", or of "That mill was sold"
        half = at + 1 < last and tokens[at + 1].lower in ("'s", "of")
        half = half or tokens[at].text == "That"
        half = half or (tokens[at].text == "," and is_in_list(tokens, at))
        if tokens[at].lower in _OPENERS and not half:
            starts.add(at + 1)
        if tokens[at].lower in _CLOSERS:
            ends.add(at)
    for attribution in done.sentences[sentence.index].attributions:
        parts = [(attribution.cue.first, attribution.cue.last + 1)]
        for part in (attribution.source, attribution.content):
            if part is not None:
                parts.append((part.first, part.last))
        for begin, end in parts:
            starts |= {at for at in (begin, end) if first <= at < last}
            ends |= {at for at in (begin, end) if first < at <= last}
    return sorted(starts), sorted(ends)


def _gains(done: Attributed, sentence: Sentence, reading: Reading) -> list[float]:
    """What having each token in the claim is worth."""
    told, behind = _telling(done, sentence, reading), _tellers_behind(done, sentence, reading)
    chances = reading.chances((token.start, token.end) for token in sentence.tokens)
    found = []
    for number, (token, chance) in enumerate(zip(sentence.tokens, chances, strict=True)):
        gain = chance - WORD_COST if is_content(token) else 0.0
        if number in told:
            gain -= TELLING_COST
        found.append(-TELLING_COST if number in behind else gain)
    return found


def _tellers_behind(done: Attributed, sentence: Sentence, seen: Reading) -> set[int]:
    """Tokens of who says what stands before them: "'I never sold it,' (Orr) said". That "I" is Orr
    makes their name a word of the claim, and none of its sentence."""
    found: set[int] = set()
    reading = done.sentences[sentence.index]
    for attribution in reading.attributions:
        content, source = attribution.content, attribution.source
        if content is None or source is None or content.side != "left":
            continue
        if content.last > source.first or reading.quoted[source.first]:
            continue
        span = (sentence.tokens[source.first].start, sentence.tokens[source.last - 1].end)
        if seen.source is not None and overlaps(span, seen.source):
            found.update(range(source.first, source.last))
    return found


def told_from(sentence: Sentence, reading: Reading) -> int:
    """The token behind the reading's source and its telling verb, of which the rules may know
    nothing: "Two guards who fled say (Orr fell)". 0 where no such verb follows the source."""
    if reading.source is None or not sentence.start <= reading.source[0] < sentence.end:
        return 0
    tokens = sentence.tokens
    behind = (at for at, token in enumerate(tokens) if token.start >= reading.source[1])
    verb = next(behind, len(tokens))
    if verb < len(tokens) and tokens[verb].lower in _WHERE:
        near = range(verb + 1, min(verb + _SOMEWHERE, len(tokens)))
        verb = next((at for at in near if _SAYS.fullmatch(tokens[at].lower)), verb)
    if verb + 1 >= len(tokens) or not _SAYS.fullmatch(tokens[verb].lower):
        return 0
    begun = verb + 1 + (tokens[verb + 1].lower == "that")
    clause = any(may_be_finite(token.lower) for token in tokens[begun + 1 : begun + _CLAUSE])
    return begun if clause and tokens[begun].lower not in _NO_CLAUSE else 0


_SAYS = re.compile(
    r"sa(?:y|ys|id)|add(?:s|ed)|announce[sd]?|insist(?:s|ed)?|believe[sd]?|maintain(?:s|ed)?|"
    r"argue[sd]?|warn(?:s|ed)?|state[sd]|explain(?:s|ed)|note[sd]|claim(?:s|ed)?|allege[sd]?"
)


_WHERE = frozenset(["in", "of", "from", "at", "near", "for"])
_SOMEWHERE = 6
"""Tokens in which it is told where a source is, and its verb follows: "Rebels in the east say"."""
_CLAUSE = 12
"""Tokens behind a telling verb in which the verb of what is told stands."""
_NO_CLAUSE = frozenset(["on", "to", "about", "of", "as", "in", "at", "with"])


def _telling(done: Attributed, sentence: Sentence, reading: Reading) -> set[int]:
    """Tokens of sources, of what they are, of telling verbs and of who is told."""
    found = set(hearer_tokens(done, sentence.index))
    if (begun := told_from(sentence, reading)) and reading.source is not None:
        tokens = sentence.tokens
        found.update(at for at in range(begun) if tokens[at].start >= reading.source[0])
    for attribution in done.sentences[sentence.index].attributions:
        if attribution.nested_in is None:
            found.update(range(attribution.cue.first, attribution.cue.last + 1))
            if attribution.source is not None:
                found.update(range(attribution.source.first, attribution.source.last))
                inverted = attribution.cue.last < attribution.source.first
                if inverted and attribution.cue.shape is not Shape.ACCORDING:
                    # "said Oakes, his chief of staff"
                    found.update(range(*(attribution.source.apposition or (0, 0))))
    return found
