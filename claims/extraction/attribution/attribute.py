"""First pass: every cue with its source resolved, every quotation with its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed, Attribution, SentenceReading
from claims.extraction.attribution.blocks import find_signed
from claims.extraction.attribution.bounds import content_bounds, fronted_subject
from claims.extraction.attribution.charges import find_accused
from claims.extraction.attribution.clause_starts import PLACE_STARTS
from claims.extraction.attribution.content import Content, find_content, skip_minor
from claims.extraction.attribution.going_on import find_gone_on
from claims.extraction.attribution.headlines import beside_titles, subject_of_headline
from claims.extraction.attribution.inserted import is_inserted, part_quotation
from claims.extraction.attribution.quotes import assign_block, assign_quotes, assign_rest
from claims.extraction.attribution.rejoinder import Rejoinder
from claims.extraction.attribution.rejoinders import find_rejoinders
from claims.extraction.attribution.relatives import (
    charge_on,
    end_beside,
    end_of_relative,
    split_relative,
    subject_before,
    told_of,
)
from claims.extraction.attribution.subjects import first_subject, plain_subject
from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.cues.deeds import tells_deed
from claims.extraction.cues.done_to import is_done_to
from claims.extraction.cues.find import find_cues, negate_cue
from claims.extraction.cues.refusing import refuses_at
from claims.extraction.names.entities import Register
from claims.extraction.position import CONTESTED, HEADLINE, NOBODY
from claims.extraction.sources.citing import Citation, find_citations, may_be_cited
from claims.extraction.sources.coref import Discourse
from claims.extraction.sources.fitting import takes_up
from claims.extraction.sources.nobody import is_hearer, is_nobody, may_speak, names_outing
from claims.extraction.sources.phrase import Phrase
from claims.extraction.sources.span import SourceSpan, find_source
from claims.extraction.sources.voices import resolve_voices
from claims.extraction.text.asides import QUOTE_MARKS
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Page, Sentence, Token
from claims.extraction.voice import Voice
from claims.model import Stance

_LONG_QUOTE = 4
"""Words from which a quotation is speech and no mere quoted term."""
_CLAUSAL = word_set("attribution_clausal")
_EXTENDED = frozenset({"accuse", "blame", "describe", "call", "dub", "cite", "quote"})


def attribute(page: Page, outlet: str | None = None) -> Attributed:
    """Resolve every cue and quotation of a page, in reading order."""
    register = Register(page)
    signed = find_signed(page)
    done = Attributed(page, register, Discourse(register), [], {}, signed, {}, outlet)
    for sentence in page.sentences:
        reading = _mask(page, sentence)
        _attribute_sentence(done, reading)
        done.sentences.append(reading)
        assign_quotes(done, reading)
        assign_block(done, reading)
    assign_rest(done)
    return done


def _mask(page: Page, sentence: Sentence) -> SentenceReading:
    if not page.has_quote(sentence.start, sentence.end):
        count = len(sentence.tokens)
        return SentenceReading(sentence, (False,) * count, (None,) * count)
    quoted, quote_of = [], []
    for token in sentence.tokens:
        found = page.quote_at(token.start)
        if found is not None and not _is_speech(page, found):
            found = None
        quote_of.append(found)
        quoted.append(found is not None)
    return SentenceReading(sentence, tuple(quoted), tuple(quote_of))


def _is_speech(page: Page, index: int) -> bool:
    quote = page.quotes[index]
    if quote.inner_end - quote.inner_start > 60:
        return True
    return page.text.count(" ", quote.inner_start, quote.inner_end) >= _LONG_QUOTE - 1


def _attribute_sentence(done: Attributed, reading: SentenceReading) -> None:
    tokens = reading.sentence.tokens
    citations = find_citations(tokens, reading.quoted)
    cues = [cue for cue in find_cues(tokens) if not reading.quoted[cue.main]]
    reading.rejoinders = find_rejoinders(tokens, cues, reading.quoted)
    asides: list[Citation | Rejoinder] = [*citations, *reading.rejoinders]
    cues = [cue for cue in cues if not any(c.first < cue.main < c.last for c in asides)]
    cues = [c for c in cues if c.group != "deny" or not _refuses(done, tokens, c)]
    cues = [c for c in cues if not is_done_to(tokens, c)]
    kept = _with_sources(tokens, cues, reading.quoted)
    kept = beside_titles(done.register, done.discourse, reading.sentence, reading.quoted, kept)
    for number, (found, own) in enumerate(kept):
        cue = found
        start, stop = content_bounds(tokens, kept, number)
        source = own or fronted_subject(tokens, kept, number)
        if source is None:
            source = subject_of_headline(done.page, reading.sentence, cue)
            cue = cue if source is None else replace(cue, mark=HEADLINE)
        begun, stop = _beside_citations(tokens, cue, stop, asides)
        content = find_content(tokens, begun, source, stop, start, reading.quoted)
        content = _to_semicolon(tokens, content, reading.quoted)
        beside = split_relative(tokens, cue, source)
        noun = told_of(tokens, cue, beside, content)
        if (charge := charge_on(tokens, cue, beside)) is not None:
            source, noun, content = charge
        elif (parted := part_quotation(tokens, cue, source)) is not None:
            noun, content = parted[0], Content(*parted[1], "right", False, False)
        elif noun is not None and content is not None:
            source = beside
            if beside is None or not is_inserted(tokens, cue, beside, content.first):
                content = replace(content, last=end_of_relative(tokens, noun, content))
        if _is_beside(tokens, cue, source, content) and content is not None:
            content = replace(content, last=end_beside(tokens, content))
        voices, inherited = _voices(done, reading, cue, source)
        if noun is not None and source is not None:
            voices = _beside_noun(done, reading, source, noun) or voices
        if noun is not None and source is not None:
            voices = [v for v in voices if not _is_document_on(tokens, source, noun, v)]
        told = source is not None and source.last - source.first == 1  # "it", of "the hospital"
        voices = [v for v in voices if not v.guessed or (told and v.pronoun) or may_speak(v)]
        voices = [v for v in voices if not names_outing(v)]
        reading.attributions.append(Attribution(cue, source, voices, content, inherited, noun=noun))
        for voice in voices:
            done.discourse.note(voice, reading.sentence.index, cue.first)
    _nest(reading)
    reading.attributions = _without_denied_by_nobody(reading)
    for attribution in reading.attributions:
        if attribution.voices and attribution.nested_in is None:
            done.paragraph_voice[reading.sentence.paragraph] = attribution.voices[0]
    reading.attributions.extend(find_gone_on(reading))
    _add_cited(done, reading, citations)


def _is_document_on(
    tokens: Sequence[Token], source: SourceSpan, noun: tuple[int, int], voice: Voice
) -> bool:
    """Whether a document is taken for the word of whom it tells: "Orr, the statement said, had"."""
    document = tokens[source.last - 1].lower in word_set("source_documents")
    return document and any(token.text in voice.name.split() for token in tokens[slice(*noun)])


def _is_beside(
    tokens: Sequence[Token], cue: Cue, source: SourceSpan | None, content: Content | None
) -> bool:
    """Whether a content stands in a clause behind "who", "a man who says he built it has left", or
    on -ing behind what a sentence opens with: "A post claiming that she is ill has spread"."""
    if source is None or content is None or content.side != "right" or cue.first < 1:
        return False
    if cue.shape is Shape.GERUND and source.relation == "subject" and source.last == cue.first:
        return source.first == 0 and "," not in [token.text for token in tokens[: cue.first]]
    return source.relation == "relative" and tokens[cue.first - 1].lower in ("who", "which", "that")


def _refuses(done: Attributed, tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a cue of denial tells that something was asked for or offered, in vain."""
    return refuses_at(done.page.text, tokens[cue.main].start, tokens[cue.main].end)


def _with_sources(
    tokens: tuple[Token, ...], cues: list[Cue], quoted: Sequence[bool]
) -> list[tuple[Cue, SourceSpan | None]]:
    """Cues with their source phrases; weak ones only where content plainly follows."""
    kept: list[tuple[Cue, SourceSpan | None]] = []
    for cue in cues:
        barriers = frozenset(known.main for known, _ in kept if known.shape is not Shape.GERUND)
        source = find_source(tokens, cue, barriers, quoted)
        if source is not None and is_nobody(tokens, source.first):
            none_did = negate_cue(tokens, cue)
            if none_did is not None:
                kept.append((none_did, source))
            continue
        if cue.weak and not _weak_holds(tokens, cue, source, quoted):
            continue
        if cue.shape is Shape.PASSIVE and source is None:
            continue
        kept.append((cue, source))
    return kept


def _weak_holds(
    tokens: Sequence[Token], cue: Cue, source: SourceSpan | None, quoted: Sequence[bool]
) -> bool:
    if cue.shape is Shape.PASSIVE or cue.stance is Stance.NO_RESPONSE:
        return source is not None
    if cue.lemma == "find" and _is_state(tokens, cue.last + 1):
        return False
    if cue.lemma == "warn" and _names_thing(tokens, cue.last + 1):
        return False
    content = find_content(tokens, cue, source, len(tokens), 0, quoted)
    if content is None:
        return False
    if cue.group in ("deny", "doubt") or cue.stance is Stance.DOUBTS:
        joined = content.introduced and tokens[cue.first - 1].lower in ("and", "but")
        return source is not None or joined
    if content.introduced or (cue.lemma == "claim" and _is_owned(tokens, content)):
        return True
    if content.side == "right" and tokens[content.first].lower in PLACE_STARTS:
        return False  # "a crater found in the desert"
    if content.side == "left":
        return cue.lemma in _CLAUSAL or cue.lemma in ("add", "continue", "point", "recall", "reply")
    if cue.lemma in _EXTENDED:
        return tells_deed(tokens, cue.last + 1, cue.lemma)
    if cue.lemma == "expect":
        near = {token.lower for token in tokens[content.first : content.first + 4]}
        if near & {"child", "baby", "twins"}:
            return False
    if cue.lemma == "announce" and source is not None:
        return content.last - content.first >= 3
    return cue.lemma in _CLAUSAL and (not content.nominal or content.last - content.first > 8)


def _names_thing(tokens: Sequence[Token], at: int) -> bool:
    """Whether what others call a thing follows: "warn over 'miracle' drops"."""
    near = [token.text for token in tokens[at : at + 3]]
    return near[:1] != [] and near[0].lower() in _OF_THINGS and not QUOTE_MARKS.isdisjoint(near[1:])


_OF_THINGS = frozenset(["over", "about", "against", "of", "off"])


def _is_state(tokens: Sequence[Token], at: int) -> bool:
    """Whether how somebody was found follows: "a student found dead in the harbour"."""
    return at < len(tokens) and tokens[at].lower in _STATES


_STATES = frozenset(
    ["dead", "alive", "unconscious", "guilty", "innocent", "hanged", "murdered", "shot", "stabbed",
     "injured", "wounded", "safe", "unharmed", "buried", "hidden", "floating", "lying", "drowned"]
)  # fmt: skip


def _is_owned(tokens: Sequence[Token], content: Content) -> bool:
    """Whether what somebody claims is that they did it: "claimed responsibility for the blast"."""
    told = [token.lower for token in tokens[content.first : content.last][:3]]
    return "responsibility" in told[:2]


def _beside_citations(
    tokens: Sequence[Token], cue: Cue, stop: int, citations: Sequence[Citation | Rejoinder]
) -> tuple[Cue, int]:
    """The cue, and where its content ends, without the asides that cite somebody.

    Of a cue with such an aside right behind it the last token is the aside's.
    """
    for citation in citations:
        if cue.last < citation.first == skip_minor(tokens, cue.last + 1, citation.first):
            cue = replace(cue, last=citation.last - 1)
        elif cue.last < citation.first < stop:
            stop = citation.first
    return cue, stop


def _add_cited(done: Attributed, reading: SentenceReading, citations: Sequence[Citation]) -> None:
    """What a teller says who cites somebody is told by those, too."""
    own = list(reading.attributions)
    for citation in citations:
        teller = _citing(own, citation)
        if teller is None or not teller.voices or teller.cue.stance is not Stance.ALLEGES:
            continue
        span = citation.source
        if span is None or not may_be_cited(_phrase(done, reading, span)):
            continue
        found = resolve_voices(done.register, done.discourse, reading.sentence, span)
        voices = [replace(v, note="cited by who tells it") for v in found if not v.vague]
        reading.attributions.append(replace(teller, source=span, voices=voices, inherited=False))
        for voice in voices:  # behind its sentence, where no pronoun means them
            done.discourse.note(voice, reading.sentence.index, len(reading.sentence.tokens))


def _phrase(done: Attributed, reading: SentenceReading, span: SourceSpan) -> Phrase:
    return Phrase(done.register, done.discourse, reading.sentence, span.first, span.last)


def _citing(attributions: Sequence[Attribution], citation: Citation) -> Attribution | None:
    """Who cites: whose apposition the aside is, or whoever told something last before it."""
    for each in attributions:
        told = each.source.apposition if each.source is not None else None
        if told is not None and told[0] <= citation.first + 1 < told[1]:
            return each
    before = [each for each in attributions if each.cue.first < citation.first]
    return before[-1] if before else None


def _voices(
    done: Attributed, reading: SentenceReading, cue: Cue, source: SourceSpan | None
) -> tuple[list[Voice], bool]:
    if source is not None:
        if is_hearer(reading.sentence.tokens, source.last):
            return [NOBODY], False
        joint = _joint_pronoun(reading, source)
        if joint:
            return joint, False
        for outer in reading.attributions[-1:]:
            tokens = reading.sentence.tokens
            opens = outer.content is not None and outer.content.first == source.first
            told = tokens[source.first : source.last]
            if opens and takes_up(done.register, told, outer.voices):
                return outer.voices[:1], False
            alone = len(told) == 1 and told[0].lower in _PEOPLE
            if opens and alone and outer.source is not None and not outer.voices:
                return [], False  # "he" is who said so, and nobody that was told of before
            source = find_accused(tokens, outer.cue, outer.content, cue, source)
        found = resolve_voices(done.register, done.discourse, reading.sentence, source)
        return found, False
    for known in reversed(reading.attributions):
        if known.voices and known.cue.shape is not Shape.ACCORDING:
            return known.voices[:1], True
    if cue.shape is Shape.GERUND or cue.first > 0:
        subject = first_subject(done, reading, cue.first)
        if subject is None and cue.shape is Shape.GERUND and cue.stance in CONTESTED:
            subject = plain_subject(done, reading.sentence, cue.first)
        if subject is not None:
            return [subject], True
    return [], True


def _beside_noun(
    done: Attributed, reading: SentenceReading, source: SourceSpan, noun: tuple[int, int]
) -> list[Voice]:
    """Whom a pronoun means that tells of a noun: the subject, "a militia released (a video) that it
    said"."""
    tokens = reading.sentence.tokens
    pronoun = tokens[source.first].lower
    subject = subject_before(tokens, noun) if pronoun in _OF_SUBJECTS else None
    if subject is None:
        return []
    found = resolve_voices(done.register, done.discourse, reading.sentence, subject)
    return [
        v for v in found if v.plural == (pronoun == "they") and v.person == (pronoun in _PEOPLE)
    ]


_PEOPLE = frozenset(["he", "she"])
_OF_SUBJECTS = _PEOPLE | {"it", "they"}


def _joint_pronoun(reading: SentenceReading, source: SourceSpan) -> list[Voice]:
    """ "They" after two parties of the same sentence means both."""
    if source.last - source.first != 1:
        return []
    if reading.sentence.tokens[source.first].lower != "they" or not reading.attributions:
        return []
    before = reading.attributions[-1].voices
    return list(before) if len(before) > 1 else []


def _to_semicolon(
    tokens: Sequence[Token], content: Content | None, quoted: Sequence[bool]
) -> Content | None:
    """Reported speech up to a semicolon: what stands behind it is the text's own, unless another
    "that" goes on: "said forty had died; the town counted twelve"."""
    if content is None or content.side != "right":
        return content
    for at in range(content.first + 2, content.last - 1):
        follows = [token.lower for token in tokens[at + 1 : at + 3]]
        if tokens[at].text == ";" and not quoted[at] and "that" not in follows:
            return replace(content, last=at)
    return content


def _without_denied_by_nobody(reading: SentenceReading) -> list[Attribution]:
    """Without what another says that nobody denied: "Orr said that no one there had ever denied
    it" is Orr's word, and no silence of theirs."""
    tokens, told = reading.sentence.tokens, reading.attributions

    def is_others_word(each: Attribution) -> bool:
        nobody = each.source is not None and is_nobody(tokens, each.source.first)
        return nobody and each.nested_in is not None and each.cue.group == "deny"

    if not any(is_others_word(each) for each in told):
        return told
    kept = [each for each in told if not is_others_word(each)]
    places = {id(each): at for at, each in enumerate(kept)}
    for each in kept:
        if each.nested_in is not None:
            each.nested_in = places.get(id(told[each.nested_in]))
    return kept


def _nest(reading: SentenceReading) -> None:
    """Mark cues that stand inside another's content."""
    for inner_at, inner in enumerate(reading.attributions):
        for outer_at, outer in enumerate(reading.attributions):
            if outer_at == inner_at or outer.content is None:
                continue
            opening = inner.source.first if inner.source is not None else inner.cue.first
            inside = outer.content.first <= min(opening, inner.cue.first)
            if inside and inner.cue.last < outer.content.last:
                inner.nested_in = outer_at
