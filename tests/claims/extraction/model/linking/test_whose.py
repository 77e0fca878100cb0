"""The writer's sentence tells of nobody else than the words of the position do."""

from __future__ import annotations

import pytest

from claims.extraction.model.linking.linked import Linked
from claims.extraction.model.linking.whose import drop_others
from claims.extraction.position import Position
from claims.extraction.voice import Voice
from claims.extraction.wording.joining import claim_key
from claims.model import Commitment, Mode, Stance

ORR = Voice("Karl Orr", "Karl Orr", ("Orr",), person=True, gender="m")
KELLMARK = Voice("Kellmark", None, ())


def told(claim: str, text: str, voice: Voice, mode: Mode) -> str:
    position = Position(0, 0, 9, voice, Stance.ALLEGES, claim, False, mode, Commitment.CERTAIN)
    each = Linked(position, claim_key(claim), frozenset(), claim, 0)
    each.told, each.told_else = text, {text: claim_key(text)}
    drop_others([each])
    assert list(each.told_else) == ([each.told] if each.told else [])
    assert each.told_words == claim_key(each.told)
    return each.told


@pytest.mark.parametrize(
    ("claim", "text", "voice", "mode"),
    [
        ("It was a heron.", "Kellmark was a heron.", KELLMARK, Mode.INDIRECT),
        ("It was a heron.", "The diver Karl Orr was a heron.", ORR, Mode.DIRECT),
        ("They left the lake.", "Kellmark left the lake.", KELLMARK, Mode.DIRECT),
        ("He left the lake.", "Karl Orr left the lake.", ORR, Mode.DIRECT),
        ("Karl Orr's boat sank.", "Karl Orr sank.", ORR, Mode.DIRECT),
        ("Karl Orr's boat sank.", "Her boat sank.", ORR, Mode.DIRECT),
        ("She left her boat.", "She left his boat.", KELLMARK, Mode.INDIRECT),
        ("Orsk asked them to leave.", "Orsk asked Orsk to leave.", KELLMARK, Mode.INDIRECT),
        (
            "They were arrested.",
            "The Peruvian army was arrested.",
            Voice("the army", None, ()),
            Mode.INDIRECT,
        ),
    ],
)
def test_what_tells_of_another_is_dropped(claim: str, text: str, voice: Voice, mode: Mode) -> None:
    assert told(claim, text, voice, mode) == ""


@pytest.mark.parametrize(
    ("claim", "text", "voice", "mode"),
    [
        ("He left the lake.", "Karl Orr left the lake.", ORR, Mode.INDIRECT),
        ("It was a heron.", "The bird was a heron.", KELLMARK, Mode.INDIRECT),
        ("Karl Orr's boat sank.", "His boat sank.", ORR, Mode.DIRECT),
        ("Karl Orr's boat sank.", "Karl Orr's boat sank off Orsk.", ORR, Mode.DIRECT),
        ("Karl Orr left the lake.", "Karl Orr left.", ORR, Mode.DIRECT),
        ("Orsk and Orsk Mills closed.", "Orsk and Orsk Mills closed.", KELLMARK, Mode.INDIRECT),
    ],
)
def test_what_tells_of_the_same_stays(claim: str, text: str, voice: Voice, mode: Mode) -> None:
    assert told(claim, text, voice, mode) == text


@pytest.mark.parametrize(
    ("claim", "text", "fits"),
    [
        ("Karl Orr attracts thieves.", "Karl Orr attract thieves.", "Karl Orr attracts thieves."),
        ("Karl Orr swims.", "Karl Orr is said to swim.", "Karl Orr is said to swim."),
        ("Divers attract thieves.", "Divers attract thieves.", "Divers attract thieves."),
    ],
)
def test_verbs_fit_as_the_words_have_them(claim: str, text: str, fits: str) -> None:
    assert told(claim, text, ORR, Mode.DIRECT) == fits
