"""Unattributed statements: the clause around a hedge, worded without it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed, Attribution, SentenceReading
from claims.extraction.attribution.content import skip_minor
from claims.extraction.cues.cue import Shape
from claims.extraction.cues.hedges import Hedge, find_hedges
from claims.extraction.position import CONTESTED, NOBODY, RELATIVE, Position
from claims.extraction.positions.confidence import confidence_of, content_features
from claims.extraction.positions.hedged_asides import end_of_aside, state_aside
from claims.extraction.positions.hedged_clauses import (
    clause_around,
    is_reduced,
    reduced_clause,
)
from claims.extraction.positions.hedged_modifiers import (
    Modifier,
    find_modifier,
    state_modified,
)
from claims.extraction.positions.hedged_relatives import (
    ends_before_verb,
    relative_head,
    tells_of_last,
)
from claims.extraction.text.inflect import is_doing, tell_deed
from claims.extraction.text.leading import end_of_opening
from claims.extraction.text.quality import has_finite, is_finite
from claims.extraction.text.segment import Token
from claims.extraction.voice import Voice
from claims.extraction.wording.checkable import is_checkable
from claims.extraction.wording.reword import reword
from claims.extraction.wording.rumours import told_by_rumour
from claims.extraction.wording.sentence import finish, state_deed
from claims.extraction.wording.unhedged import tell_governed, without_second_hedge
from claims.model import Commitment, Mode, Stance

_AFTER_NOUN = re.compile(
    r"^(?:of|say|says|claim|claimed|about|have|has|said|suggest(?:ed)?|surfaced|emerged) (?:that )?"
)
_SPREADS = re.compile(
    r"(?<=[^ ] )(?:has|have|had|is|are|was|were)(?: \w+ly| also| now| long)?(?: been)?(?: \w+ly)? "
    r"(?:circulating|spreading|doing the rounds|making the rounds|rife|rampant|wide of the mark|"
    r"swirling|going around|surfaced|emerged|spread|denied|dismissed|debunked|false|untrue|"
    r"unconfirmed|flourished|circulated|swept|fuell?ed|stoked|sparked|prompted)\b.*$"
)
"""What a rumour does after it is told: "rumours that P have been circulating"."""
_MAY_SPREAD = re.compile(
    r"(?<=[^ ] )(?:swept|swirled|circulated|surfaced|resurfaced|abound(?:ed)?|persist(?:ed)?|"
    r"(?:first )?(?:began|started|originated|emerged|arose) (?=(?:on|in|with|when|after|last|to) )|"
    r"flourished|went viral|spread (?:on|across|through|online|quickly|like)|"
    r"flooded (?:the internet|social media|Twitter|Facebook))\b"
)
"""The same by a verb that may be the claim's own: "rumours that P swept Twitter"."""
_PLURAL = re.compile(r"(?<![us'’])s$|\b(?:men|women|people|children|police)$")


def read_hedges(done: Attributed, reading: SentenceReading) -> list[Position]:
    """The hedged positions of one sentence."""
    found = []
    for hedge in find_hedges(reading.sentence.tokens, reading.quoted):
        judged = any(each.first <= hedge.first < each.last for each in reading.rejoinders)
        if not judged and not _is_covered(reading, hedge):
            position = _read_hedge(done, reading, hedge)
            if position is not None:
                found.append(position)
    return found


def _is_covered(reading: SentenceReading, hedge: Hedge) -> bool:
    """Whether a named source answers for the hedged words ("..., according to the paper")."""
    for attribution in reading.attributions:
        cue, content = attribution.cue, attribution.content
        if _is_of_telling(reading, attribution, hedge):
            return True
        if cue.first <= hedge.first <= cue.main:
            told = cue.lemma in ("tell", "accuse") and hedge.kind == "passive"
            takes = cue.stance in CONTESTED and cue.stance is not Stance.CONFIRMS
            return (told or takes or cue.lemma in ("say", "write")) and bool(attribution.voices)
        if content is None or not attribution.voices or attribution.voices[0].vague:
            continue
        inside = content.first <= hedge.first < content.last
        if inside and hedge.kind == "impersonal" and content.side == "left":
            continue
        if inside and (hedge.kind != "adverb" or cue.stance is not Stance.ALLEGES):
            return True
        if inside and _is_of_all(reading.sentence.tokens, content.first, hedge):
            return True
    return False


def quoted_reportedly(reading: SentenceReading) -> list[Voice]:
    """Who is quoted where all that is hedged in a sentence is that they said so: "Orr reportedly
    announced: 'We ...'"."""
    quoting = [each for each in reading.attributions if _quotes(reading, each)]
    if not quoting:
        return []
    hedges = find_hedges(reading.sentence.tokens, reading.quoted)
    tellers = [
        next((a.voices for a in quoting if _is_of_telling(reading, a, hedge)), [])
        for hedge in hedges
    ]
    return tellers[0] if tellers and all(tellers) else []


def _quotes(reading: SentenceReading, attribution: Attribution) -> bool:
    content = attribution.content
    return content is not None and content.introduced and reading.quoted[content.first]


def _is_of_telling(reading: SentenceReading, attribution: Attribution, hedge: Hedge) -> bool:
    """Whether an adverb is only of a named source's telling: "Orr apparently told the police",
    "Apparently visitors thought", "Orr reportedly announced: 'We ...'"."""
    cue, source = attribution.cue, attribution.source
    if hedge.kind != "adverb" or cue.shape is not Shape.FINITE or cue.stance is not Stance.ALLEGES:
        return False
    if source is None or not attribution.voices or attribution.voices[0].vague:
        return False
    alleged = reading.sentence.tokens[hedge.first].lower in ("allegedly", "purportedly")
    if alleged or not (cue.lemma in _TELLING or _quotes(reading, attribution)):
        return False  # "officers reportedly found him": what they did is what is told
    before = hedge.last <= source.first <= hedge.last + 1
    return before or cue.first <= hedge.first <= cue.main


_TELLING = frozenset(
    ["say", "tell", "write", "claim", "inform", "insist", "state", "argue", "explain", "assert",
     "maintain", "add", "note", "think", "testify", "contend", "allege"]
)  # fmt: skip


def _is_of_all(tokens: Sequence[Token], first: int, hedge: Hedge) -> bool:
    """Whether a hedge is of the clause that starts at ``first``: "the firm has reportedly closed,
    the Post says", not "men who reportedly fled" or "a video allegedly showing it"."""
    after = tokens[hedge.last].lower if hedge.last < len(tokens) else ""
    before = tokens[first : hedge.first]
    if _GERUND.search(after) and not (before and is_finite(before[-1].lower)):
        return False
    return not any(
        not token.is_word or token.lower in _CLAUSE_OPENERS or _GERUND.search(token.lower)
        for token in before
    )


_GERUND = re.compile(r"[a-z]{3,}ing$")
_CLAUSE_OPENERS = frozenset(
    ["who", "which", "that", "where", "when", "while", "after", "before", "because", "as", "if"]
)


_LAID_TO = frozenset(["accused", "suspected"])
_BEING = re.compile(
    r" (?:has|have|had|is|are|was|were|be|been|being|stands?|stood|also|now|since|later)"
    r"(?: (?:been|being|be|also|now|since|later|long|often|once|again|[a-z]+ly|"
    r"(?:him|her|it)self|themselves))*$"
)
"""What of the passive stands before "accused of"."""


def _read_hedge(done: Attributed, reading: SentenceReading, hedge: Hedge) -> Position | None:
    if hedge.kind == "modal":
        return _read_consequence(done, reading, hedge)
    tokens = reading.sentence.tokens
    modifier = find_modifier(tokens, hedge)
    of_noun = _read_modifier(done, reading, hedge, modifier) if modifier is not None else None
    if of_noun is not None:
        return of_noun
    first, last = clause_around(tokens, hedge)
    last = min([last, *(each.first for each in reading.rejoinders if each.first >= hedge.last)])
    if is_reduced(hedge):
        first, last = reduced_clause(tokens, hedge, first, last)
    aside = end_of_aside(tokens, hedge, first)
    if hedge.kind == "apposed" and (not aside or any(each.voices for each in reading.attributions)):
        return None  # what whoever is told of says is rather on something else
    if hedge.kind in ("noun", "impersonal"):
        last = end_of_opening(tokens, first, (hedge.first, hedge.last), last, reading.quoted)
        begun = skip_minor(tokens, hedge.last, last)  # "was reported on Monday that"
        late = begun < last and tokens[begun].lower == "that"
        begun = begun + 1 if late else hedge.last
        kept = tokens[begun:last]
        words = reword(done, reading.sentence, kept, begun, NOBODY, direct=True)
        if hedge.kind == "noun":
            told = _SPREADS.sub("", _AFTER_NOUN.sub("", words[:1].lower() + words[1:]))
            many = tokens[hedge.first].lower.endswith("s")
            words = _told(told_by_rumour(told, many=many))
            words = words if has_finite(words) else state_deed(words)
        words = without_second_hedge(words)
    elif aside:
        last = aside
        kept = (*tokens[first : hedge.first - 1], *tokens[hedge.last : last])
        whom, told = _around(done, reading, hedge, first, last)
        words = finish(state_aside(whom.rstrip(" ,"), told))
    else:
        kept = (*tokens[first : hedge.first], *tokens[hedge.last : last])
        words = _without_hedge(done, reading, hedge, first, last)
    if sum(token.is_word for token in kept) < 3 or not is_checkable(words, spoken=False):
        return None
    position = _position(reading, hedge, first, last, words)
    told_of = bool(aside) or ends_before_verb(tokens, hedge) or tells_of_last(tokens, hedge)
    told_of |= is_reduced(hedge) and _hedged_again(tokens, last)
    return replace(position, features=(*position.features, RELATIVE)) if told_of else position


def _read_modifier(
    done: Attributed, reading: SentenceReading, hedge: Hedge, modifier: Modifier
) -> Position | None:
    """What a hedge tells of a noun alone; None where that is no claim."""
    tokens, sentence = reading.sentence.tokens, reading.sentence
    first, noun, last = modifier.first, modifier.noun, modifier.last
    begun, kept = hedge.last, [*tokens[hedge.last : last]]
    if modifier.whole:  # "in which", of which the "which" is the noun
        begun, kept = noun, [tokens[noun], *tokens[noun + 2 : hedge.first], *kept]
    whom = reword(done, sentence, tokens[first:noun], first, NOBODY, direct=True).rstrip(".")
    told = reword(done, sentence, kept, begun, NOBODY, direct=True).rstrip(".")
    if told and (modifier.whole or tokens[hedge.last].text.islower()):
        told = told[0].lower() + told[1:]
    words = finish(state_modified(whom, told, modifier)) if whom and told else ""
    if _POINTS.search(told) or _POINTS.match(words) or not is_checkable(words, spoken=False):
        return None
    begun = min(first, clause_around(tokens, hedge)[0])
    position = _position(reading, hedge, begun, last, words)
    return replace(position, features=(*position.features, RELATIVE))


_POINTS = re.compile(r"\b(?:its|his|her|their|he|she|it|they|him|them)\b", re.I)
"""Whom only the rest of the sentence tells."""


def _hedged_again(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is told of a noun is followed by what else is: "a strike thought to be Lima's
    (is said to have)"."""
    behind = [token.lower for token in tokens[at : at + 4]]
    return "to" in behind and bool(behind) and is_finite(behind[0])


def _told(words: str) -> str:
    """What a rumour tells, up to the first verb of its own spreading that leaves a statement."""
    cuts = (finish(words[: match.start()]) for match in _MAY_SPREAD.finditer(words))
    return next((cut for cut in cuts if is_checkable(cut, spoken=False)), finish(words))


def _position(
    reading: SentenceReading, hedge: Hedge, first: int, last: int, words: str, key: str = ""
) -> Position:
    tokens = reading.sentence.tokens
    word = tokens[hedge.first].lower if hedge.kind != "passive" else tokens[hedge.last - 2].lower
    features = (
        "mode=hedged",
        f"hedge={hedge.kind}",
        f"hedge={word}",
        *content_features(tokens[first:last], "hedged"),
    )
    return Position(
        reading.sentence.index, tokens[first].start, tokens[last - 1].end, NOBODY, Stance.ALLEGES,
        words, False, Mode.HEDGED, hedge.commitment, confidence_of(features), features,
        [hedge.reason], key=key,
    )  # fmt: skip


def _read_consequence(done: Attributed, reading: SentenceReading, hedge: Hedge) -> Position | None:
    """``P, in what could be a violation of Q``: the claim is that P is a violation of Q."""
    tokens, sentence = reading.sentence.tokens, reading.sentence
    main = next((a.content for a in reading.attributions if a.content is not None), None)
    stop = max(0, hedge.first - 2)
    first, last = 0, stop
    if main is not None and main.last <= stop + 1:
        first, last = main.first, main.last
    left = reword(done, sentence, tokens[first:last], first, NOBODY, direct=True).rstrip(".")
    right = reword(done, sentence, tokens[hedge.last :], hedge.last, NOBODY, direct=True).rstrip(
        "."
    )
    if not left or not right:
        return None
    tail = right[0].lower() + right[1:]
    hedge = Hedge(hedge.first, hedge.last, hedge.kind, Commitment.POSSIBLE, hedge.reason)
    return _position(reading, hedge, stop, len(tokens), f"{left}, which is {tail}.", tail)


def _without_hedge(
    done: Attributed, reading: SentenceReading, hedge: Hedge, first: int, last: int
) -> str:
    """The clause with the hedge cut out; "is believed to be" becomes "is"."""
    tokens = reading.sentence.tokens
    left, right = _around(done, reading, hedge, first, last)
    if tokens[hedge.first].lower in _LAID_TO:
        return finish(f"{_BEING.sub('', left)} {_accused_of(right)}")
    if hedge.kind == "passive" and not is_reduced(hedge):
        left = _ALSO_HEDGED.sub("", left)
    if hedge.kind == "passive":
        forms = [token.lower for token in tokens[hedge.first : hedge.last]]
        if is_reduced(hedge):
            left = left.rstrip(" ,")
            forms.insert(0, "are" if _PLURAL.search(left) else "is")
        right = tell_governed(right, forms, left) if forms[-1] == "to" else right
    if hedge.kind == "figure":
        left = _HAS_BEEN.sub(lambda has: "is" if has[1] == "has" else "are", left)
    return finish(f"{left} {right}")


_ALSO_HEDGED = re.compile(
    r",? (?:believed|thought|said|reported|alleged|suspected|understood|rumou?red) to [^,;]+,?$"
)
"""What else is hedged of whom it is told: "a strike (thought to be Lima's) is said to have"."""
_HAS_BEEN = re.compile(r"\b(has|have) been(?: \w+ly)?$")


def _around(
    done: Attributed, reading: SentenceReading, hedge: Hedge, first: int, last: int
) -> tuple[str, str]:
    """What stands before the hedge and behind it, in the clause of tokens ``first:last``."""
    tokens, sentence = reading.sentence.tokens, reading.sentence
    left_tokens: Sequence[Token] = tokens[first : hedge.first]
    if relative_head(tokens, hedge) is not None:
        left_tokens = [t for t in left_tokens if t.lower not in ("which", "who", "that", ",")]
    left = reword(done, sentence, left_tokens, first, NOBODY, direct=True).rstrip(".")
    right = reword(done, sentence, tokens[hedge.last : last], hedge.last, NOBODY, direct=True)
    right = right.rstrip(".")
    if right and tokens[hedge.last].text[0].islower():
        right = right[0].lower() + right[1:]
    return left, right


def _accused_of(words: str) -> str:
    """What who is accused of it is said to have done: "of killing him" as "killed him"."""
    deed = words.removeprefix("of ")
    if is_doing(deed):
        return tell_deed(deed)
    if _TIES.match(deed):
        return f"had {deed}"
    return f"committed {_ACCUSER.sub('', deed)}"


_ACCUSER = re.compile(r" by (?!means\b|\w+ing\b)[^,;]{3,60}$")
"""Who accuses somebody of it: "of theft by two clerks"."""
_TIES = re.compile(r"(?:[a-z]+ )?(?:ties|links|connections|contacts?|dealings)\b")
