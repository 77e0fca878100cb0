"""What the annotations say about the text's characters: sources, names, content.

The annotations give a quote and names, no offsets of source or content. So for each label
this finds the mention that acts as the source within the quote's sentences (the name, or a
pronoun, that stands nearest to a verb of saying outside quotation marks), every mention of
the party and of its speaker, and the words of the quote that the claim's sentence repeats.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extraction.text.segment import Page, Token
from claims.extraction.training.records import Label, Record

CharSpan = tuple[int, int]

_CUES = re.compile(
    r"(sa(y|ys|id|ying)|t(ell|ells|old|elling)|claim(s|ed|ing)?|den(y|ies|ied|ying|ial)|"
    r"confirm(s|ed|ing|ation)?|accord(ing)?|report(s|ed|ing|edly)?|state(s|d|ment|ments)?|"
    r"announc\w+|add(s|ed|ing)?|wr(ote|ite|ites|iting|itten)|tweet\w*|post(s|ed|ing)?|"
    r"believ\w+|alleg\w+|accus\w+|reveal\w*|admit\w*|acknowledg\w*|insist\w*|refus\w+|"
    r"declin\w+|comment\w*|reject\w*|dismiss\w*|disput\w*|doubt\w*|question\w*|suggest\w*|"
    r"argu\w+|explain\w*|recall\w*|not(es|ed|ing)|describ\w+|warn\w*|estimat\w+|think\w*|"
    r"thought|know\w*|expect\w*|call(s|ed|ing)?|found|find\w*|show(s|ed|ing)?|quot\w+|cit\w+|"
    r"releas\w+|publish\w*|boast\w*|vow\w*|plan(s|ned|ning)?|learn\w*|hear\w*|respon\w+|"
    r"speak\w*|spoke\w*|maintain\w*|assert\w*|contend\w*|declar\w+|verif\w+|debunk\w*|"
    r"inform\w*|testif\w+|allud\w+|hint\w*|clarif\w+|comment\w*|concede\w*|promis\w+)$"
)
_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i"])
_STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "by",
        "with",
        "from",
        "and",
        "or",
        "its",
        "his",
        "her",
        "their",
        "that",
        "this",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "been",
        "be",
        "as",
        "it",
        "he",
        "she",
        "they",
        "not",
    ]
)


@dataclass(frozen=True)
class Anchor:
    """Where a label hangs. ``mention`` is None for a slot of ``sentence``.

    ``rivals`` are further mentions of the party in the same sentences, neither right nor
    wrong as a source. ``content`` are spans of words that the claim repeats.
    """

    label: Label
    sentence: int
    mention: CharSpan | None
    rivals: tuple[CharSpan, ...]
    party: tuple[CharSpan, ...]
    speaker: tuple[CharSpan, ...]
    content: tuple[CharSpan, ...]
    scope: CharSpan
    """The sentences that the quote touches: where ``content`` was looked for."""


def supervise(page: Page, record: Record) -> list[Anchor]:
    """One anchor a label, in the order of the labels. Linear in labels times names."""
    return [_anchor(page, record, label) for label in record.labels]


def _anchor(page: Page, record: Record, label: Label) -> Anchor:
    touched = _touched(page, label)
    scope = (page.sentences[touched[0]].start, page.sentences[touched[-1]].end)
    main = max(touched, key=lambda i: _overlap(page, i, label))
    content = _content(page, label, record.claims.get(label.claim, ""), touched)
    if label.party == "unattributed":
        return Anchor(label, main, None, (), (), (), content, scope)
    party, speaker = _mentions(page.text, label)
    inside = [m for m in {*party, *speaker} if scope[0] <= m[0] and m[1] <= scope[1]]
    mention = _choose(page, label, touched, inside)
    rivals = tuple(m for m in inside if m != mention)
    if mention is not None:
        main = page.sentence_at(mention[0]) or 0
    return Anchor(label, main, mention, rivals, party, speaker, content, scope)


def _touched(page: Page, label: Label) -> list[int]:
    found = [s.index for s in page.sentences if s.start < label.end and label.start < s.end]
    best = [i for i in found if _overlap(page, i, label) > 3]
    if not (best or found):
        raise ValueError(f"no sentence at {label.start}:{label.end}")
    return best or found


def _overlap(page: Page, index: int, label: Label) -> int:
    sentence = page.sentences[index]
    return min(sentence.end, label.end) - max(sentence.start, label.start)


def _mentions(text: str, label: Label) -> tuple[tuple[CharSpan, ...], tuple[CharSpan, ...]]:
    """Every mention of the party, and of the speaker where another than the party."""
    party = _find(text, label.party)
    others = [n for n in label.aliases if n.lower() not in _PRONOUNS]
    aliases = [span for name in others for span in _find(text, name)]
    speaker = _find(text, label.speaker) if label.speaker else []
    if label.speaker and not speaker and len(label.speaker.split()) > 1:
        speaker = _find(text, label.speaker.split()[-1])
    own = party or aliases
    if not own and not speaker:
        own = _find(text, label.party.split()[-1]) if len(label.party.split()) > 1 else []
    people = {*speaker}
    return tuple(dict.fromkeys([*own, *aliases])), tuple(people - {*party})


def _find(text: str, name: str) -> list[CharSpan]:
    if not name or len(name) < 2:
        return []
    flags = 0 if name[0].isupper() else re.IGNORECASE
    pattern = r"(?<!\w)" + re.escape(name).replace(r"\ ", r"\s+") + r"(?!\w)"
    return [match.span() for match in re.finditer(pattern, text, flags)]


def _choose(
    page: Page, label: Label, touched: list[int], inside: list[CharSpan]
) -> CharSpan | None:
    """The cheapest mention; a pronoun only right beside a cue, and clearly nearer to one."""
    named: list[tuple[float, CharSpan]] = []
    pronouns: list[tuple[float, CharSpan]] = []
    for index in touched:
        tokens = page.sentences[index].tokens
        cues = [i for i, t in enumerate(tokens) if _CUES.match(t.lower)]
        cues = [i for i in cues if page.quote_at(tokens[i].start) is None] or cues
        for at, token in enumerate(tokens):
            for mention in inside:
                if mention[0] <= token.start < mention[1]:
                    named.append((_cost(page, label, token, at, cues), mention))
            if token.lower in _PRONOUNS:
                cost = _cost(page, label, token, at, cues)
                if cost <= 2.0:
                    pronouns.append((cost, (token.start, token.end)))
    best = min(named, default=None)
    nearest = min(pronouns, default=None)
    if nearest and (best is None or best[0] > nearest[0] + 4.0):
        return nearest[1]
    return best[1] if best else None


def _cost(page: Page, label: Label, token: Token, at: int, cues: list[int]) -> float:
    distance = min((abs(at - cue) for cue in cues), default=9)
    quoted = page.quote_at(token.start) is not None
    outside = not (label.start <= token.start < label.end)
    return distance + 8.0 * quoted + 5.0 * outside


def _content(page: Page, label: Label, claim: str, touched: list[int]) -> tuple[CharSpan, ...]:
    wanted = {stem(w) for w in re.findall(r"\w+", claim.lower()) if w not in _STOP}
    found = []
    for index in touched:
        for token in page.sentences[index].tokens:
            if token.start < label.start or token.end > label.end:
                continue
            if token.is_word and token.lower not in _STOP and stem(token.lower) in wanted:
                found.append((token.start, token.end))
    return tuple(found)


def stem(word: str) -> str:
    for tail in ("ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(tail) and len(word) - len(tail) >= 3:
            return word[: -len(tail)]
    return word
