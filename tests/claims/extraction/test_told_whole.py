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
            "A friend of the jockey said she was well.",
            [("A friend of the jockey", "alleges", "The friend of the jockey was well.")],
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
    ],
)  # fmt: skip
def test_what_is_found(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found
