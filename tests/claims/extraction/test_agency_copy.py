"""Everyday turns of today's agency copy: a passage, and all that is found in it."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from claims.extraction import extract
from claims.extraction.wording.joining import claim_key, is_negative
from claims.model import Document
from tests.claims.extraction.told import tell

SAMPLES = sorted(Path("flows/samples").glob("*.txt"))


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
                ("Vasco Oil", "alleges", "Only fishing boats were moored there."),
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
                    "The Chilean Defense Ministry's air defenses destroyed 23 Peruvian drones.",
                ),
                (
                    "unattributed",
                    "neither_confirms_nor_denies",
                    "The Chilean Defense Ministry's air defenses destroyed 23 Peruvian drones.",
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
        pytest.param(
            "Kellmark's bank denied that it had run out of cash. \"That is simply not the "
            'case," Otto Brandt said.',
            [
                ("Kellmark's bank", "denies", "Kellmark's bank had run out of cash."),
                ("Otto Brandt", "denies", "Kellmark's bank had run out of cash."),
            ],
            id="simply not the case",
        ),
        pytest.param(
            "Contrary to what Mr Orr said, the bill does not mention Telmark, the Speaker's "
            "office said.",
            [
                ("Speaker's office", "denies", "The bill mentions Telmark."),
                ("Orr", "alleges", "The bill mentions Telmark."),
            ],
            id="contrary to what somebody said",
        ),
        pytest.param(
            'The king\'s doctor described him as "in excellent health", dismissing '
            "speculation that he had suffered a mini-stroke.",
            [
                ("The king's doctor", "denies", "The king had suffered a mini-stroke."),
                ("unattributed", "alleges", "The king had suffered a mini-stroke."),
            ],
            id="whose doctor",
        ),
        pytest.param(
            "Otto Orr's office denied that he had resigned.",
            [("Otto Orr's office", "denies", "Otto Orr had resigned.")],
            id="whose office",
        ),
        pytest.param(
            "The Chilean coast guard accused Peru of ramming its vessel. Lima said the "
            "Chilean ship had deliberately collided with a Peruvian vessel.",
            [
                ("The Chilean coast guard", "alleges", "Peru rammed its vessel."),
                (
                    "Lima",
                    "alleges",
                    "The Chilean ship had deliberately collided with a Peruvian vessel.",
                ),
            ],
            id="a seat of government answers a charge",
        ),
        pytest.param(
            "A Department of Health spokesperson said the figures were right.",
            [("Department of Health", "alleges", "The figures were right.")],
            id="a department's spokesman",
        ),
        pytest.param(
            'A spokesperson for Norvest said: "These allegations are simply not true. We '
            'have never sold customer recordings."',
            [("Norvest", "denies", "Norvest sold customer recordings.")],
            id="who speaks for a firm says we",
        ),
        pytest.param(
            "Peru's president says the ex-mayor of Lima ordered the killing.",
            [("Peru", "alleges", "The ex-mayor of Lima ordered the killing.")],
            id="a president and a former mayor of the capital",
        ),
        pytest.param(
            "The video shows a man on his knees who is allegedly Otto Orr.",
            [("unattributed", "alleges", "A man on his knees is Otto Orr.")],
            id="a man on his knees",
        ),
        pytest.param(
            "The mayor reminded residents that the dam was built in 1920.",
            [("The mayor", "alleges", "The dam was built in 1920.")],
            id="what somebody is reminded of",
        ),
        pytest.param(
            "The Pentagon said Omar Haidar was killed on Monday. The Front has not said "
            "whether Haidar survived the airstrike.",
            [
                ("Pentagon", "alleges", "Omar Haidar was killed on Monday."),
                ("Front", "neither_confirms_nor_denies", "Omar Haidar survived the airstrike."),
            ],
            id="who survived by nobody's word",
        ),
        pytest.param(
            "The man in the black mask who has seemed to have robbed several banks has been "
            "identified by the police as Mo Ali, a Briton from Lund.",
            [
                (
                    "the police",
                    "alleges",
                    "The man in the black mask who has seemed to have robbed several banks is Mo "
                    "Ali, a Briton from Lund.",
                )
            ],
            id="whom security services identified",
        ),
    ],
)
def test_all_that_is_found(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_no_claim_is_told_twice(sample: Path) -> None:
    texts = [claim.text for claim in extract(Document(text=sample.read_text("utf-8"))).claims]
    keys = [(claim_key(text), is_negative(text)) for text in texts]
    assert texts
    assert all(one != other for one, other in combinations(keys, 2))
