"""Who speaks in each quotation and block of quoted paragraphs."""

from __future__ import annotations

from claims.extraction.attribution.attributed import Attributed, Attribution, SentenceReading
from claims.extraction.attribution.blocks import announced, announces
from claims.extraction.text.segment import Page
from claims.extraction.voice import Voice
from claims.model import Stance


def assign_quotes(done: Attributed, reading: SentenceReading) -> None:
    """Give each quotation of the sentence to the nearest telling cue outside it."""
    for quote in {index for index in reading.quote_of if index is not None}:
        where = [at for at, index in enumerate(reading.quote_of) if index == quote]
        best: tuple[int, Voice] | None = None
        for attribution in reading.attributions:
            if not attribution.voices or not _may_have_said(reading, attribution):
                continue
            distance = min(
                abs(where[0] - attribution.cue.last), abs(where[-1] - attribution.cue.first)
            )
            if best is None or distance < best[0]:
                best = (distance, attribution.voices[0])
        if best is not None:
            done.quote_voice.setdefault(quote, best[1])


def _may_have_said(reading: SentenceReading, attribution: Attribution) -> bool:
    """Whether a quotation may be a cue's: of another's words only "X said, according to Y"."""
    outer = attribution.nested_in
    passed = reading.attributions[outer].content if outer is not None else None
    return outer is None or (passed is not None and passed.side == "left")


def assign_block(done: Attributed, reading: SentenceReading) -> None:
    """After "She writes:" at a paragraph's end, the next paragraph is hers."""
    sentence, last = reading.sentence, reading.attributions[-1:]
    if not announces(done.page, sentence):
        return
    voices = [v for each in last if each.cue.stance is Stance.ALLEGES for v in each.voices]
    voice = announced(done.register, sentence) if not last else next(iter(voices), None)
    if voice is not None:
        done.block_voice[sentence.paragraph + 1] = voice


def assign_rest(done: Attributed) -> None:
    """Quotations without a cue: carried on, of the same paragraph, or of the last speaker."""
    quotes = done.page.quotes
    last_in_paragraph: dict[int, Voice] = {}
    for index, quote in enumerate(quotes):
        voice = done.quote_voice.get(index)
        if voice is None and quote.paragraph in done.block_voice:
            voice = done.block_voice[quote.paragraph]
        if voice is None and quote.continues is not None:
            voice = done.quote_voice.get(quote.continues)
        if voice is None:
            voice = last_in_paragraph.get(quote.paragraph) or _same_paragraph_later(done, index)
        if voice is None and _opens_paragraph(done.page, index):
            voice = done.paragraph_voice.get(quote.paragraph - 1)
        if voice is not None:
            done.quote_voice[index] = voice
            last_in_paragraph[quote.paragraph] = voice


def _same_paragraph_later(done: Attributed, index: int) -> Voice | None:
    quotes = done.page.quotes
    for later in range(index + 1, min(len(quotes), index + 4)):
        if quotes[later].paragraph != quotes[index].paragraph:
            return None
        if later in done.quote_voice:
            return done.quote_voice[later]
    return None


def _opens_paragraph(page: Page, index: int) -> bool:
    quote = page.quotes[index]
    return page.paragraphs[quote.paragraph][0] >= quote.start - 1
