"""A claim as its tokens stand in the text, for whoever asks what a word of it means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Sentence
from claims.extraction.voice import Voice


@dataclass(frozen=True)
class InClaim:
    """The claim that the tokens ``span`` of a sentence state, told by ``voice``."""

    done: Attributed
    sentence: Sentence
    span: tuple[int, int]
    voice: Voice
    kin: frozenset[str]
    """Who stands in the claim by name where it tells of "her client"."""
    direct: bool
    """Whether the words are quoted."""

    @cached_property
    def comes_first(self) -> bool:
        """Whether what is told stands before who tells it: "he was drunk, Orr said" tells of
        another."""
        base, attributions = self.span[0], self.done.sentences[self.sentence.index].attributions
        return any(
            each.content is not None and each.content.side == "left"
            and each.content.first <= base < each.content.last and self.voice in each.voices
            for each in attributions
        )  # fmt: skip

    @cached_property
    def told_of_by_another(self) -> str:
        """Of whom another just told in the same sentence: "the pilot" of "Lima said the pilot was
        dead, but Quito said he was free"; "" where nobody did, or a name is told of."""
        tokens, base = self.sentence.tokens, self.span[0]
        sentences = self.done.sentences
        if self.sentence.index >= len(sentences):
            return ""
        before = [
            each
            for each in sentences[self.sentence.index].attributions
            if each.content is not None and each.content.last <= base
        ]
        content = before[-1].content if before else None
        if content is None or content.side != "right" or self.voice in before[-1].voices:
            return ""
        words: list[str] = []
        for token in tokens[content.first : min(content.last, content.first + _LONGEST)]:
            if len(words) > 1 and is_finite(token.lower):
                return " ".join(words) if words[0].lower() == "the" and words[-1].islower() else ""
            words.append(token.text)
        return ""


_LONGEST = 4
"""Tokens in which a subject stands with the verb behind it."""
