"""What only a headline tells: "Orr: bridge was mined", "Bridge was mined - army", "Lima silent on
mined bridge".

A mark stands there for "said". Many a headline opens with its subject, though ("Otto Orr: Telmark
jails captain", "Syria: clinic hit"), so that only a surname, somebody's role or a body of which
the word tells that it speaks is taken for who says it; others where they are quoted.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.names.entities import Register
from claims.extraction.names.words import is_outlet
from claims.extraction.sources.coref import Discourse
from claims.extraction.sources.phrase import Phrase
from claims.extraction.sources.span import SourceSpan
from claims.extraction.sources.voices import resolve_voices
from claims.extraction.text.lexicon import body_words, word_set
from claims.extraction.text.quality import is_finite, may_be_finite
from claims.extraction.text.segment import Page, Sentence, Token
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.voice import Voice
from claims.model import Stance

_FIRST = 2
"""Sentences among which the headline is."""
_LONGEST_SOURCE = 6
"""Tokens that who says it may take."""
_FEWEST = 3
"""Words that what is said must have."""
_MARKS = frozenset([":", "-", "–", "—"])
_ENDS = frozenset([".", "?", "!", "…"])


def is_headline(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence stands at the text's head, alone in its line, with no full stop."""
    if sentence.index >= _FIRST or sentence.tokens[-1].text in _ENDS:
        return False
    start, end = page.paragraphs[sentence.paragraph]
    return sentence.start == start and sentence.end == end


def beside_titles(
    register: Register,
    discourse: Discourse,
    sentence: Sentence,
    quoted: Sequence[bool],
    cues: list[tuple[Cue, SourceSpan | None]],
) -> list[tuple[Cue, SourceSpan | None]]:
    """The cues of a sentence with a headline's mark, where somebody beside it may say so."""
    if not is_headline(register.page, sentence):
        return cues
    silent = _silent(register, discourse, sentence)
    if silent is not None:
        return sorted([silent, *cues], key=lambda each: each[0].first)
    found = _title_cue(sentence.tokens, quoted)
    if found is None:
        return cues
    cue, span = found
    first, last = (cue.last + 1, len(quoted)) if span.first == 0 else (0, cue.first)
    said, rest = any(quoted[first : first + 2]), sentence.tokens[first:last]
    voices = resolve_voices(register, discourse, sentence, span)
    phrase = Phrase(register, discourse, sentence, span.first, span.last)
    if not _may_tell(phrase, voices, rest, said):
        return cues
    return sorted([found, *cues], key=lambda each: each[0].first)


def _silent(
    register: Register, discourse: Discourse, sentence: Sentence
) -> tuple[Cue, SourceSpan] | None:
    """Who is "silent on" something by a headline, which leaves their verb out."""
    tokens = sentence.tokens
    for at in range(1, min(_LONGEST_SOURCE + 1, len(tokens) - _FEWEST)):
        if tokens[at].lower in _SILENT and tokens[at + 1].lower in ("on", "over", "about"):
            span = SourceSpan(0, at, None, "subject")
            voices = resolve_voices(register, discourse, sentence, span)
            known = voices and all(voice.entity is not None for voice in voices)
            cue = _cue(tokens, at, Stance.NEITHER, at + 1)
            return (cue, span) if known else None
        if is_finite(tokens[at].lower) or not tokens[at].is_word:
            return None
    return None


_SILENT = frozenset(["silent", "mum", "tight-lipped", "coy"])


def subject_of_headline(page: Page, sentence: Sentence, cue: Cue) -> SourceSpan | None:
    """Who a headline is about, where they say more behind a comma: "Orr jailed, denies fraud"."""
    tokens = sentence.tokens
    if cue.shape is not Shape.FINITE or cue.first < 1 or tokens[cue.first - 1].text != ",":
        return None
    if not is_headline(page, sentence):
        return None
    roles = word_set("person_roles") | word_set("org_roles")
    last = 1
    while last < cue.first and (tokens[last].is_capital or tokens[last].lower in roles | {"of"}):
        last += 1
    return SourceSpan(0, last, None, "subject") if _is_verb(tokens[last]) else None


def _title_cue(tokens: tuple[Token, ...], quoted: Sequence[bool]) -> tuple[Cue, SourceSpan] | None:
    """The mark in a headline that stands for "said", with who may have said it."""
    count = len(tokens)
    for at in range(1, min(_LONGEST_SOURCE + 1, count - _FEWEST)):
        if tokens[at].text == ":":
            return _cue(tokens, at), SourceSpan(0, at, None, "title")
        if quoted[at] or is_finite(tokens[at].lower):
            break
    for at in range(count - 2, max(_FEWEST - 1, count - 2 - _LONGEST_SOURCE), -1):
        if tokens[at].text in _MARKS:
            return _cue(tokens, at), SourceSpan(at + 1, count, None, "inverted")
        if quoted[at] or not tokens[at].is_word:
            break
    return None


def _cue(
    tokens: tuple[Token, ...], at: int, stance: Stance = Stance.ALLEGES, last: int | None = None
) -> Cue:
    group = "affirm" if stance is Stance.ALLEGES else stance.value
    return Cue(
        stance, "title", group, at, at, at if last is None else last, Shape.FINITE, False, False,
        f"'{tokens[at].text}' in a headline",
    )  # fmt: skip


def _may_tell(phrase: Phrase, voices: Sequence[Voice], rest: Sequence[Token], quoted: bool) -> bool:
    """Whether who stands beside the mark says the ``rest``, and is not what it is about."""
    if not voices or any(voice.vague for voice in voices):
        return False
    if not quoted and not any(_is_verb(token) for token in rest):
        return False
    if rest[0].lower in word_set("quality_bad_starts"):
        return False  # "Orr: how she won"
    roles = word_set("spokes_roles") | word_set("org_roles") | word_set("person_roles")
    roles |= word_set("plural_people") | body_words()
    for voice in voices:
        if is_outlet(voice.party):
            return False
        surname = voice.person and len(phrase.tokens) == 1
        if not (surname or phrase.head in roles or (quoted and not voice.guessed)):
            return False
    return True


def _is_verb(token: Token) -> bool:
    """Whether a word may be the verb of what a headline says."""
    return may_be_finite(token.lower) or is_telling(token.lower)
