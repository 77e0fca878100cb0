"""Everyday turns of today's agency copy: a passage, and all that is found in it."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Lima's navy said it had struck a Vasco Oil depot inside the port. Vasco Oil "
            "rejected the allegation, saying only fishing boats were moored there.",
            [
                (
                    "Lima's navy",
                    "alleges",
                    "Lima's navy had struck a Vasco Oil depot inside the port.",
                ),
                (
                    "Vasco Oil",
                    "denies",
                    "Lima's navy had struck a Vasco Oil depot inside the port.",
                ),
            ],
            id="it did itself what another rejects",
        ),
        pytest.param(
            "Peru said that it had shot down two drones - something Chile disputed in June.",
            [
                ("Peru", "alleges", "Peru had shot down two drones."),
                ("Chile", "denies", "Peru had shot down two drones."),
            ],
            id="it did itself what another disputed before",
        ),
        pytest.param(
            "Norvest disputes that it shares user data with the state, and the Chadian "
            "government has repeatedly said it has never asked the company for such data.",
            [
                ("Norvest", "denies", "Norvest shares user data with the state."),
                ("Chadian government", "denies", "Norvest shares user data with the state."),
            ],
            id="who disputes that it does something",
        ),
        pytest.param(
            "Peru's air force said Sunday that Chile launched 145 drones overnight. The "
            "Chilean Defense Ministry said its air defenses destroyed 23 Peruvian drones. "
            "Neither claim could be independently verified.",
            [
                ("Peru's air force", "alleges", "Chile launched 145 drones overnight."),
                (
                    "Chilean Defense Ministry",
                    "alleges",
                    "Chilean Defense Ministry's air defenses destroyed 23 Peruvian drones.",
                ),
                (
                    "unattributed",
                    "neither_confirms_nor_denies",
                    "Chilean Defense Ministry's air defenses destroyed 23 Peruvian drones.",
                ),
                (
                    "unattributed",
                    "neither_confirms_nor_denies",
                    "Chile launched 145 drones overnight.",
                ),
            ],
            id="two forces with figures of their own",
        ),
        pytest.param(
            "According to two people familiar with the talks, who spoke on condition of "
            "anonymity because they were not authorized to discuss them, the deal would be "
            "signed next week.",
            [
                (
                    "two people familiar with the talks",
                    "alleges",
                    "The deal would be signed next week.",
                )
            ],
            id="why a source has no name",
        ),
        pytest.param(
            "According to a senior official, who asked not to be named, the deal would be "
            "signed next week.",
            [("a senior official", "alleges", "The deal would be signed next week.")],
            id="a source told of between commas",
        ),
        pytest.param(
            "According to Norvest, which owns the ship, no oil was spilled.",
            [("Norvest", "alleges", "No oil was spilled.")],
            id="an owner told of between commas",
        ),
        pytest.param(
            "The Clarion has approached Norvest for comment. Hale, who died in 2023, always "
            "denied the allegations.",
            [],
            id="who is asked for comment",
        ),
        pytest.param(
            "Two former employees said that managers had ordered them to delete the files. "
            'The company, which is based in Lund, described the claims as "entirely without '
            'foundation".',
            [
                (
                    "Two former employees",
                    "alleges",
                    "Managers had ordered them to delete the files.",
                ),
                ("The company", "denies", "Managers had ordered them to delete the files."),
            ],
            id="a report described as baseless",
        ),
        pytest.param(
            "Nurses say the ward was closed. The trust described the claims as serious.",
            [("Nurses", "alleges", "The ward was closed.")],
            id="what is only called serious",
        ),
        pytest.param(
            "The rebels' chief spokesman, Omar Haidar, said that no women had been "
            "arrested, a claim disputed by doctors at the hospital.",
            [
                ("rebels", "denies", "Women had been arrested."),
                ("doctors at the hospital", "alleges", "Women had been arrested."),
            ],
            id="who disputes that none were",
        ),
        pytest.param(
            "The army said that it had not shelled the school, which the rebels dispute.",
            [
                ("The army", "denies", "The army had shelled the school."),
                ("the rebels", "alleges", "The army had shelled the school."),
            ],
            id="who disputes what an army did not do",
        ),
        pytest.param(
            "The singer's publicist told TMZ she is not pregnant.",
            [("The singer's publicist", "denies", "The singer is pregnant.")],
            id="an outlet that is told of her",
        ),
        pytest.param(
            "The bank said prices rose by 20%, and the mayor denied it.",
            [
                ("The bank", "alleges", "Prices rose by 20%."),
                ("the mayor", "denies", "Prices rose by 20%."),
            ],
            id="a share",
        ),
    ],
)
def test_all_that_is_found(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found
