"""Who speaks through a verb, where that is not the noun right before it."""

from __future__ import annotations

import pytest

from claims.extraction.attribution.attribute import attribute
from claims.extraction.text.segment import segment


def tellers(text: str) -> list[str]:
    """The party of each attribution, in the order of the text."""
    sentences = attribute(segment(text)).sentences
    return [a.voices[0].party for s in sentences for a in s.attributions if a.voices]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        # whoever something is done to is not who goes on to speak
        ("The governor praised Ada Orr and said she was right.", "The governor"),
        ("The bank sold Kellmark last year and denied that it had lost money.", "The bank"),
        ("The army blamed Peru and said that the dam had been shelled.", "The army"),
        ("The ministry met envoys from Lima on Monday and said the dam held.", "The ministry"),
        ("A spokeswoman for Kellmark left Lima and said the dam held.", "Kellmark"),
        ("He runs Kellmark. Kellmark sold the dam in Lima and said that it held.", "Kellmark"),
        ("Ada Orr praised the governor and said he was right.", "Ada Orr"),
        ("She praised the governor and said he was right.", ""),
    ],
)
def test_who_goes_on_to_speak(text: str, party: str) -> None:
    assert tellers(text) == [party] * bool(party)


@pytest.mark.parametrize("verb", ["said", "noted", "added", "warned", "explained", "argued"])
def test_who_stands_behind_the_verb_at_the_end(verb: str) -> None:
    text = f"It comes within the framework of stronger trade with Peru, {verb} envoy Otto Brandt."
    assert tellers(text) == ["Otto Brandt"]
    assert tellers(f'{text}\n\n"The dam will hold for years to come," he {verb}.')[1:] == (
        ["Otto Brandt"]
    )


def test_no_heading_is_he() -> None:
    text = "Conal Lund left the mill.\n\nCUTTING THE CORD\n\nHe said that the dam held."
    assert tellers(text) == ["Conal Lund"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru has not confirmed the truce and there have been five attacks since.", "the truce"),
        ("The bank denied the breach and it has hired a firm to look into it.", "the breach"),
        ("The bank denied the breach, and it has hired a firm to look into it.", "the breach"),
        ("The bank denies any theft and is at home in Lima.", "any theft"),
        ("The mayor denied taking bribes and resigned.", "taking bribes"),
        ("The mayor denied taking bribes and closed her shop.", "taking bribes"),
        ("Lima denied that the dam was unsafe and ordered an inquiry.", "the dam was unsafe"),
        ("Orr denied that he took it and hid it.", "he took it and hid it"),
        ("The bank denied the theft and the fraud.", "the theft and the fraud"),
        ("The bank denied that it fell and it has lost.", "it fell and it has lost"),
    ],
)
def test_what_is_denied_by_a_noun_ends_where_another_clause_begins(text: str, told: str) -> None:
    (reading,) = attribute(segment(text)).sentences
    content = reading.attributions[0].content
    assert content is not None
    tokens = reading.sentence.tokens[content.first : content.last]
    assert text[tokens[0].start : tokens[-1].end] == told
