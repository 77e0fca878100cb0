"""Who does what a claim tells without a subject: who speaks, or who the sentence opens with."""

from __future__ import annotations

import pytest

from claims.extraction.attribution.attribute import attribute
from claims.extraction.text.segment import segment
from claims.extraction.voice import Voice
from claims.extraction.wording.reword import reword

ORR = Voice("Karl Orr", "Karl Orr", ("Orr",), person=True, gender="m", entity=0)
LANTERN = Voice("Orsk Lantern", None, (), entity=0)
DIVERS = Voice("Two divers", None, (), plural=True, mention="Two divers")


def claim(text: str, opening: str, voice: Voice) -> str:
    done = attribute(segment(text))
    sentence = done.page.sentences[0]
    base = next(at for at, t in enumerate(sentence.tokens) if text.startswith(opening, t.start))
    return reword(done, sentence, sentence.tokens[base:], base, voice, direct=False)


@pytest.mark.parametrize(
    ("text", "opening", "voice", "told"),
    [
        ("“Haven't seen my boat since May.” ", "Haven't", ORR,
         "Karl Orr has not seen his boat since May."),
        ("“Couldn't find my boat in May.” ", "Couldn't", ORR,
         "Karl Orr could not find his boat in May."),
        ("“Haven't you seen my boat since May?” ", "Haven't", ORR,
         "Have not you seen Karl Orr's boat since May?."),
        ("Haven't seen boats since May.", "Haven't", ORR, "Have not seen boats since May."),
        ("The Orsk Lantern, carried three letters to divers.", "carried", LANTERN,
         "Orsk Lantern carried three letters to divers."),
        ("Karl Orr, a member of the board, had promised to open the dam.", "had", ORR,
         "Karl Orr had promised to open the dam."),
        ("Karl Orr, who sold the boat, had promised to open the dam.", "had", ORR,
         "Had promised to open the dam."),
        ("The dam, Karl Orr said, had been opened in May.", "had", ORR,
         "Had been opened in May."),
        ('Two divers "had no idea" what had opened the dam.', "had", DIVERS,
         "Two divers had no idea what had opened the dam."),
        ("Karl Orr told divers he felt the boat had sunk.", "felt", ORR,
         "Karl Orr felt the boat had sunk."),
    ],
)  # fmt: skip
def test_who_is_left_out(text: str, opening: str, voice: Voice, told: str) -> None:
    assert claim(text, opening, voice) == told
