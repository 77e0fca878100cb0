"""What somebody is charged with, convicted or cleared of, as what they are said to have done."""

from __future__ import annotations

import pytest

from claims.extraction.wording.charged import state_charged


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Elena Popa has been charged with taking bribes.", "Elena Popa took bribes."),
        ("The jury acquitted former councillor Neil Pruitt of fraud.",
         "Former councillor Neil Pruitt was guilty of fraud."),
        ("Ratko Orr was convicted of genocide.", "Ratko Orr was guilty of genocide."),
        ("Orsk arrested two men accused of spying for Valia.", "Two men were spying for Valia."),
        ("Police arrested Kizza Bwire on treason charges.", "Kizza Bwire was guilty of treason."),
        # no charge
        ("The shop charged customers for bags.", ""),
        ("Karl Orr was charged on Monday.", ""),
        ("Ada Lund found the child in bed.", ""),
        ("The dam had burst.", ""),
    ],
)  # fmt: skip
def test_state_charged(text: str, told: str) -> None:
    assert state_charged(text) == told
