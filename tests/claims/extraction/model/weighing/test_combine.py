"""Rules and reader weighed: who agrees, who excludes whom, which floor counts."""

from dataclasses import replace

import numpy as np
import pytest

from claims.extraction.attribution.attribute import attribute
from claims.extraction.model.together import placed_positions
from claims.extraction.model.weighing.agreeing import ALONE_FROM, worth_weighing
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.model.weighing.combine import FEATURES, describe, gather, settled, weigh
from claims.extraction.position import NOBODY, OUTRIGHT, Position, same_voice
from claims.extraction.text.nearby import overlaps
from claims.extraction.text.segment import segment
from claims.extraction.voice import Voice
from claims.model import Stance
from tests.claims.extraction.model.weighing.given import BOARD, position, reading

BY_CONFIDENCE = [0.0] * len(FEATURES)
BY_CONFIDENCE[FEATURES.index("rule_alone")] = 1.0


@pytest.mark.parametrize(
    ("text", "value", "stance"),
    [
        ("The harbour board said the ferry Alba sank.", "denies", Stance.ALLEGES),
        ("The harbour board said the ferry Alba is safe.", "denies", Stance.DENIES),
        ("The harbour board said the ferry Alba never sank.", "denies", Stance.DENIES),
        ("The harbour board said the ferry Alba sank.", "alleges", Stance.ALLEGES),
    ],
)
def test_no_denial_without_a_word_that_denies(text: str, value: str, stance: Stance) -> None:
    """Where the rules see what is put forward, and no word tells against anything."""
    done = attribute(segment(text))
    (told,) = (p for p in placed_positions(done) if p.stance is Stance.ALLEGES)
    start, end = text.index("the ferry"), len(text) - 1
    seen = replace(
        reading(), value=value, quote=(start, end), source=(0, 17), party=(0, 17), vector=None
    )
    found = gather(done, [told], [seen])
    assert stance in {each.position.stance for each in found if each.reading is not None}
    assert len(found) == 1 + (stance is Stance.DENIES)


@pytest.mark.parametrize(("speaker", "voices"), [("Ada Brook", 1), ("Orr", 2)])
def test_where_a_speaker_works_is_no_second_voice(speaker: str, voices: int) -> None:
    """Where one reading points at the speaker, and another at where that speaker works."""
    text = "Ada Brook, a historian at the Harbour Board, told Orr that the ferry Alba sank."

    def span(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    seen = replace(reading(), quote=span("the ferry Alba sank"), vector=None)
    herself, board = span("Ada Brook"), span("Harbour Board")
    own = replace(seen, source=herself, party=herself, speaker=herself)
    other = replace(seen, source=board, party=board, speaker=span(speaker))
    found = gather(attribute(segment(text)), [], [own, other])
    assert len({each.position.voice.party for each in found}) == voices


@pytest.mark.parametrize(
    ("a", "b", "shared"),
    [
        ((0, 10), (5, 15), True),
        ((0, 10), (6, 16), False),
        ((0, 100), (40, 50), True),
        ((0, 10), (10, 20), False),
    ],
)
def test_overlap_is_half_of_the_shorter(
    a: tuple[int, int], b: tuple[int, int], shared: bool
) -> None:
    assert overlaps(a, b) is overlaps(b, a) is shared


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (Voice("the harbour board", None, ()), True),
        (Voice("Brook", None, ()), True),
        (Voice("ferry company", None, ("Alba Lines",)), False),
        (Voice("a retired harbour board captain", None, ()), False),
        (Voice("a harbour board captain", None, ()), True),
        (NOBODY, False),
    ],
)
def test_voices_share_a_name(other: Voice, same: bool) -> None:
    assert same_voice(BOARD, other) is same_voice(other, BOARD) is same


@pytest.mark.parametrize(
    ("probability", "rules", "weighed"),
    [
        (ALONE_FROM, [], True),
        (0.3, [], False),
        (0.3, [position()], True),
        (0.3, [position(Stance.DENIES)], False),
        (0.3, [position(start=60)], False),
    ],
)
def test_what_is_hardly_seen_is_weighed_where_a_rule_agrees(
    probability: float, rules: list[Position], weighed: bool
) -> None:
    seen = reading(probability)
    assert worth_weighing(rules, [seen]) == ([seen] if weighed else [])


def test_features_have_their_names() -> None:
    both = Candidate(position(), reading(), True)
    found = dict(zip(FEATURES, describe(both), strict=True))
    assert found["both"] == found["model"] == found["rule"] == 1.0
    assert found["contested"] == 0.0
    assert found["model_logit"] == pytest.approx(np.log(4.0), rel=1e-6)


def test_floors_differ_by_value() -> None:
    weights = [0.0] * len(FEATURES)  # every probability is 0.5
    candidates = [
        Candidate(position(), None, True),
        Candidate(position(Stance.DENIES, start=80), None, True),
    ]
    kept = weigh(candidates, weights, (0.6, 0.4))
    assert [c.position.stance for c in kept] == [Stance.DENIES]
    assert weigh(candidates, weights, (0.6, 0.6)) == []


def test_one_party_does_not_allege_and_deny_in_one_breath() -> None:
    candidates = [
        Candidate(position(Stance.ALLEGES, 0.2), None, True),
        Candidate(position(Stance.DENIES, 0.9), None, True),
    ]
    kept = weigh(candidates, BY_CONFIDENCE, (0.1, 0.1))
    assert [c.position.stance for c in kept] == [Stance.DENIES]


@pytest.mark.parametrize(
    ("stance", "stays"),
    [
        (Stance.DENIES, True),
        (Stance.DOUBTS, True),
        (Stance.ALLEGES, False),
        (Stance.NEITHER, False),
        (Stance.DECLINES, False),
    ],
)
def test_a_rumour_stays_beside_who_refuses_it(stance: Stance, stays: bool) -> None:
    """ "Laughed off claims that P" puts P forward for nobody; "may have P, Orr said" does not."""
    rumour = replace(position(), voice=NOBODY)
    candidates = [
        Candidate(position(stance, 0.9), None, True),
        Candidate(rumour, reading(), False),
    ]
    kept = weigh(candidates, BY_CONFIDENCE, (0.0, 0.0))
    assert (NOBODY in [c.position.voice for c in kept]) is stays


def test_one_party_tells_two_things_where_the_rules_tell_them_apart() -> None:
    said = replace(position(confidence=0.9), claim="The harbour is shut.")
    alike = Candidate(said, None, True), Candidate(position(Stance.DOUBTS, 0.8, 5), None, True)
    assert len(weigh(list(alike), BY_CONFIDENCE, (0.0, 0.0))) == 2


def test_more_confidence_never_lowers_the_probability() -> None:
    chances = []
    for confidence in (0.1, 0.5, 0.9):
        candidate = Candidate(position(confidence=confidence), None, True)
        weigh([candidate], BY_CONFIDENCE, (0.0, 0.0))
        chances.append(candidate.probability)
    assert chances == sorted(chances)


def test_what_is_left_open_outright_stays_whatever_the_weights_say() -> None:
    leaves = position(Stance.NEITHER, 0.6)
    for features, stays in ((("shape=finite",), False), ((OUTRIGHT,), True)):
        left = Candidate(replace(leaves, features=features), None, True)
        assert bool(weigh([left], [-9.0] * len(FEATURES), (0.5, 0.5))) is stays


def test_settled_says_who_saw_it() -> None:
    candidate = replace(Candidate(position(), reading(), True), probability=0.7312)
    found = settled(candidate)
    assert found.confidence == 0.731
    assert any("trained reader" in reason for reason in found.reasons)


def test_no_answer_stays_whatever_the_weights_say() -> None:
    silent = Candidate(position(Stance.NO_RESPONSE, 0.6), None, True)
    assert weigh([silent], [-9.0] * len(FEATURES), (0.9, 0.9)) == [silent]
    assert silent.probability == 0.6
