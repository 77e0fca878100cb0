"""Which parties a claim's sentence implicates: a sentence a row."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2024, 2, 20)


@pytest.mark.parametrize(
    ("claim", "parties"),
    [
        ("North Korea supplies ballistic missiles to Russia.", {"north-korea", "russia"}),
        ("Vladimir Putin gave Kim Jong Un a car.", {"vladimir-putin", "kim-jong-un"}),
        ("Russia fired North Korean missiles at Ukraine.", {"russia", "north-korea", "ukraine"}),
        ("The Iranians shot down a US drone.", {"iran", "united-states"}),
        ("Moscow's foreign ministry forged the letter.", {"russia-foreign-ministry"}),
        ("Officials in Pyongyang ordered it.", {"north-korea-government"}),
        ("The Russian president is ill.", {"vladimir-putin"}),
        ("Russian President Vladimir Putin is ill.", {"vladimir-putin"}),
        (
            "Georgia's army shelled Abkhazia on orders from Tbilisi.",
            {"georgia-military", "georgia"},
        ),
        ("CNN invented the story.", {"cnn"}),
        ("Islamic State fighters in Iraq and Syria took a town.", {"islamic-state"}),
        ("Iraq's oil minister in Baghdad resigned.", {"iraq-oil-ministry"}),
    ],
)
def test_implicates(catalogue, claim, parties):
    assert catalogue.implicated(claim, DAY) == parties


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        ("A bomb went off in Moscow.", "a place does not act"),
        ("A storm raged across northern Iraq and Syria.", "both are places"),
        ("He grew up in west London during the Iraq War.", "a place, and the name of a war"),
        ("A Russian tourist met a French chef.", "people are not their states"),
        ("A storm hit Georgia.", "an ambiguous name is left out"),
        ("The factory makes a Russian-made engine.", "an origin does not act"),
        ("", "an empty sentence names nobody"),
    ],
)
def test_implicates_nobody(catalogue, claim, why):
    assert catalogue.implicated(claim, DAY) == frozenset(), why
