"""Whom "he" and "her" mean by who stands beside whoever tells it, a text a row."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document


def claims_of(text: str) -> list[str]:
    found = extract(Document(text=text))
    claims = {claim.id: claim.text for claim in found.claims}
    return [claims[finding.claim] for finding in found.findings]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Max Cross's ex-wife, Mia Dunn, said he hit her.", "Max Cross hit Mia Dunn."),
        ("Asad Khan's family said he had been tortured.", "Asad Khan had been tortured."),
        (
            "Iker Soler's agent, Pablo Rey, said that he had not signed for Chelsea.",
            "Iker Soler had signed for Chelsea.",
        ),
        (
            "Enas Nasser, wife of jailed blogger Raif Nasser, said he had been beaten in jail.",
            "Raif Nasser had been beaten in jail.",
        ),
        (
            "President Lopez rejected Senator Quispe's claim that he had bought votes.",
            "Lopez had bought votes.",
        ),
        (
            "Kremlin spokesman Dmitry Peskov said President Vladimir Putin was well, denying"
            " rumours that he had cancer.",
            "Vladimir Putin had cancer.",
        ),
        (
            "Chairman Otis Bell praised manager Carlo Vitti and denied that he would be sacked.",
            "He would be sacked.",
        ),
        (
            "Nurse Ada Moss said the doctor, Ben Dunn, had touched her.",
            "The doctor, Ben Dunn, had touched Ada Moss.",
        ),
        (
            "Michael Brown killed a man. Peter Lang denies driving him to the scene.",
            "Peter Lang drove him to the scene.",
        ),
        (
            "Doctor Sven Falk denied striking his wife, Greta Falk, with a chair.",
            "Sven Falk struck his wife, Greta Falk.",
        ),
    ],
)
def test_whom_it_is_about(text: str, claim: str) -> None:
    assert claims_of(text)[-1] == claim
