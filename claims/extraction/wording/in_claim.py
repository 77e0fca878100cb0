"""A claim as its tokens stand in the text, for whoever asks what a word of it means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from claims.extraction.attribution.attributed import Attributed
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
