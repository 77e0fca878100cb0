"""A negative sentence as what it denies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.wording.affirm import affirm

CASES = [
    ("The mill is not closed and the workers are safe.", "The mill is closed."),
    ("She is not a nurse ― and the “boy” is a student.", "She is a nurse."),
    (
        "Orr was not in Lima and Quito when it was shut.",
        "Orr was in Lima and Quito when it was shut.",
    ),
    ("Velia had not mined the strait.", "Velia had mined the strait."),
    ("The ship had not dumped anything and that it was algae.", "The ship had dumped something."),
    ("The ship had not sailed and that it would not.", "The ship had sailed or it would."),
    ("The singer is very much alive.", "The singer is dead."),
    ("The general did not shoot down the plane.", "The general shot down the plane."),
    ("The firm did not deliberately pay.", "The firm did deliberately pay."),
    ("The firm does not own a mill.", "The firm owns a mill."),
    ("The firms do not own a mill.", "The firms own a mill."),
    ("It doesn't have a mill.", "It has a mill."),
    ("They did not even stop.", "They stopped."),
    ("He didn't carry arms or open fire.", "He did carry arms or open fire."),
    ("He did not.", "He did."),
    ("She was safe and well and not held by rebels.", "She was held by rebels."),
    ("She is unharmed and was not captured.", "She was captured."),
    ("She stayed in Lima and did not join the rebels.", "She joined the rebels."),
    ("The mill has not burned and was not sold.", "The mill has burned or was sold."),
    ("There is no way he was filmed in secret.", "He was filmed in secret."),
    ("The patient hadn’t died.", "The patient had died."),
    ("They won't leave.", "They will leave."),
    ("The firm cannot pay.", "The firm can pay."),
    ("The mill had clearly not burned.", "The mill had clearly burned."),
    ("He had never met her.", "He had met her."),
    ("He never met her.", "He met her."),
    ("There was no video, because the cameras were off.", "There was a video."),
    ("He was not fired because of his views.", "He was fired because of his views."),
    ("It has not yet sunk.", "It has sunk."),
    ("There was no bomb on the train.", "There was a bomb on the train."),
    ("There is no agreement.", "There is an agreement."),
    ("There were no ships.", "There were ships."),
    ("No ships were lost.", "Ships were lost."),
    ("The actor is alive and well.", "The actor is dead."),
    ("Nobody was hurt.", "Somebody was hurt."),
    ("Kellmark had paid nothing.", "Kellmark had paid something."),
    ("Nothing was stolen.", "Something was stolen."),
    ("It was nothing but a hoax.", "It was nothing but a hoax."),
    ("No such call had been made.", "Such a call had been made."),
    ("None of its ships had been lost.", "Its ships had been lost."),
    ("The bank had no client there.", "The bank had a client there."),
    ("It has received no offer.", "It has received an offer."),
    ("The army had lost no soldiers in it.", "The army had lost soldiers in it."),
    ("No aid trucks had left.", "Aid trucks had left."),
    ("No clinic was hit.", "A clinic was hit."),
    ("No such calls were made.", "Such calls were made."),
    ("There was no evidence of it.", "There was evidence of it."),
    ("There was no meeting ever planned.", "There was a meeting planned."),
    ("The general took no part in any air strikes.", "The general took part in air strikes."),
    ("It did not sign any deal.", "It signed a deal."),
    ("It had not sent any fuel at any point.", "It had sent fuel."),
    ("It left without any warning.", "It left without any warning."),
    (
        "No arrests were made and there is no threat.",
        "Arrests were made or there is a threat.",
    ),
    ("She was nowhere near the port.", "She was near the port."),
    (
        "He is most certainly not leaving for anywhere.",
        "He is most certainly leaving for somewhere.",
    ),
    ("The army had nothing to do with the blast.", "The army was involved in the blast."),
    ("He is no longer a member.", "He is no longer a member."),
    ("No one was hurt.", "Someone was hurt."),
    ("The mill burned.", "The mill burned."),
    ("It was not true that he was not there.", "It was not true that he was not there."),
    ("", ""),
]


@pytest.mark.parametrize(("claim", "affirmed"), CASES)
def test_what_is_denied(claim: str, affirmed: str) -> None:
    assert affirm(claim) == affirmed


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    assert affirm(affirm(text)) == affirm(text)
