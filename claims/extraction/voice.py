"""Who takes a position, as resolved inside one document."""

from __future__ import annotations

from dataclasses import dataclass

GENDERS = {"he": "m", "she": "f"}
"""Of the pronouns of one person, as subjects."""
POSSESSIVES = {"his": "he", "her": "she", "their": "they", "its": "it"}
OBJECTS = {"him": "he", "her": "she", "them": "they"}
"""Pronouns behind a verb or preposition, by what they are as subjects."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A party and its speaker, with every other name the document uses for it."""

    party: str
    speaker: str | None
    aliases: tuple[str, ...]
    anonymous: bool = False
    person: bool = False
    plural: bool = False
    gender: str | None = None
    entity: int | None = None
    confidence: float = 0.5
    mention: str = ""
    """The words of the text that stand for the party here."""
    note: str = ""
    """How those words were resolved, where they are not the name itself."""
    pronoun: str = ""
    """The pronoun that was resolved to the party, as "she"."""
    supposed: bool = False
    """The words are taken for who was told of last, whom the text does not call so."""
    vague: bool = False
    """Nobody is named: "some", "rumours"."""
    guessed: bool = False
    """The phrase is no known sort of source."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the party and its speaker."""
        return tuple(name for name in (self.party, self.speaker, *self.aliases) if name)

    def opens(self, text: str) -> bool:
        """Whether a text opens with one of the names, with or without an article."""
        return _bare(text).startswith(tuple(map(_bare, self.names)))

    @property
    def name(self) -> str:
        """Who "he" or "she" is told by: the speaker, or whose agent "her agent" is."""
        speaker = self.speaker or self.party
        return self.party if speaker.split(" ", 1)[0].lower() in POSSESSIVES else speaker


@dataclass(frozen=True, slots=True)
class Spoken:
    """That a voice told something, by a verb at a token of a sentence."""

    sentence: int
    token: int
    voice: Voice


def _bare(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")


def is_one_of_two(voice: Voice) -> bool:
    """Whether the words that stand for a party name another as well: "the bank and the mayor"."""
    return " and " in voice.mention and " and " not in voice.party
