"""Claims told whole, and of whom they are, told anew: a passage, and all that is found in it."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Kyiv dismissed Moscow's claim that it had captured Lyman.",
            [("Kyiv", "denies", "Moscow had captured Lyman."),
             ("Moscow", "alleges", "Moscow had captured Lyman.")],
            id="whose feat a claim is",
        ),
        pytest.param(
            "The junta rejected the rebels' claim that they had shot down a helicopter.",
            [("The junta", "denies", "The rebels had shot down a helicopter.")],
            id="whose feat a claim by several is",
        ),
        pytest.param(
            "The mill rejected the union's claim that it had cut wages.",
            [("The mill", "denies", "The mill had cut wages.")],
            id="a claim of what the denier did",
        ),
        pytest.param(
            "Chad's claim to have retaken the port was rejected by Sudan.",
            [("Chad", "alleges", "Chad had retaken the port."),
             ("Sudan", "denies", "Chad had retaken the port.")],
            id="a claim to have done it",
        ),
        pytest.param(
            "Poland dismissed Russian claims to have destroyed ten tanks.",
            [("Poland", "denies", "Russian claims to have destroyed ten tanks."),
             ("unattributed", "alleges", "Russian claims to have destroyed ten tanks.")],
            id="claims of a nationality to have done it",
        ),
        pytest.param(
            "A source close to the drummer told Echo that he has quit the band.",
            [("A source close to the drummer", "alleges", "The drummer has quit the band.")],
            id="whom a source is close to",
        ),
        pytest.param(
            "A friend of the actress said she was well.",
            [("A friend of the actress", "alleges", "The actress was well.")],
            id="whom a friend tells of",
        ),
        pytest.param(
            "Friends of the couple insist that they have married.",
            [("Friends of the couple", "alleges", "The couple have married.")],
            id="the couple whose friends tell of them",
        ),
        pytest.param(
            "A source close to the inquiry said he had fled to Peru.",
            [("A source close to the inquiry", "alleges", "He had fled to Peru.")],
            id="nobody whom a source tells",
        ),
        pytest.param(
            "A police spokesman said that a girl was missing but would not say whether she was a"
            " pupil.",
            [("police", "alleges", "A girl was missing."),
             ("police", "neither_confirms_nor_denies", "The girl was a pupil.")],
            id="of whom a spokesman told before",
        ),
        pytest.param(
            "A woman in Texas says she was stung by a wasp in a boot.",
            [("A woman in Texas", "alleges", "A woman in Texas was stung by a wasp in a boot.")],
            id="done to a woman from somewhere",
        ),
        pytest.param(
            "Doctors ruled out cholera after tests came back negative.",
            [("Doctors", "denies", "It was cholera.")],
            id="what is ruled out before it is told when",
        ),
        pytest.param(
            "Detectives ruled out arson.",
            [("Detectives", "denies", "There was arson.")],
            id="a crime that is ruled out",
        ),
        pytest.param(
            "The ministry said tests had ruled out anthrax as the cause of the deaths.",
            [("The ministry", "denies", "Anthrax was the cause of the deaths.")],
            id="what tests ruled out as the cause",
        ),
        pytest.param(
            "Reports that the dam had cracked spread across Malta on Sunday.",
            [("unattributed", "alleges", "The dam had cracked.")],
            id="rumours that spread somewhere",
        ),
        pytest.param(
            "Police said Ada Quist had fled. Ned Farr said he had seen her board a ferry.",
            [("Police", "alleges", "Ada Quist had fled."),
             ("Ned Farr", "alleges", "Ned Farr had seen Ada Quist board a ferry.")],
            id="whom somebody saw do something",
        ),
        pytest.param(
            "Carla Dunn said that she had warned the mayor, who denies it.",
            [("Carla Dunn", "alleges", "Carla Dunn had warned the mayor."),
             ("the mayor", "denies", "Carla Dunn had warned the mayor.")],
            id="who denies it is no part of it",
        ),
        pytest.param(
            "Council president Ada Quist said it was the first confirmed case of vote rigging.",
            [("Council", "alleges", "It was the first confirmed case of vote rigging.")],
            id="a subject that the writer leaves out",
        ),
        pytest.param(
            "Iran claimed that it had detained five sailors. The Pentagon confirmed that a sailor"
            ' was being held. "Any claims of US involvement are false," a spokesperson said.',
            [("Iran", "alleges", "Iran had detained five sailors."),
             ("Pentagon", "confirms", "A sailor was being held."),
             ("Pentagon", "denies", "Iran had detained five sailors.")],
            id="a party that tells of itself",
        ),
        pytest.param(
            "Officials initially blamed a candle for the blaze, but now believe it was caused by"
            " lightning.",
            [("Officials", "alleges", "A candle was responsible for the blaze.")],
            id="who believes another thing now",
        ),
        pytest.param(
            "Echo reported that the singer was ill. Her manager denied rumours sparked by a"
            " cancelled show.",
            [("Echo", "alleges", "The singer was ill."),
             ("Her manager", "denies", "The singer was ill.")],
            id="rumours that something sparked",
        ),
    ],
)  # fmt: skip
def test_what_is_found(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found
