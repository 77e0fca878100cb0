"""Who admits something or bears it out: a passage of several parties, and all that is found."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell

SOLD = "KZNA said Kellmark had sold the mill. "
TOLD = ("KZNA", "alleges", "Kellmark had sold the mill.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            SOLD + "Otto Brandt conceded, when pressed, that the mill had no licence.",
            [TOLD, ("Otto Brandt", "confirms", "The mill had no licence.")],
            id="behind an aside, what was not so",
        ),
        pytest.param(
            SOLD + "Ada Lund acknowledged for the first time that two workers had died.",
            [TOLD, ("Ada Lund", "confirms", "Two workers had died.")],
            id="a that some words on",
        ),
        pytest.param(
            "Ada Lund told the court that the mill was safe. She admitted under questioning that "
            "she had never seen it.",
            [("Ada Lund", "alleges", "The mill was safe."),
             ("Ada Lund", "confirms", "Ada Lund had never seen it.")],
            id="she who spoke just before",
        ),
        pytest.param(
            SOLD + "The price had been too low, Ada Lund conceded.",
            [TOLD, ("Ada Lund", "confirms", "The price had been too low.")],
            id="told before it is said who concedes it",
        ),
        pytest.param(
            "Kellmark accepted that the fire had started in its boiler room.",
            [("Kellmark", "confirms", "The fire had started in its boiler room.")],
            id="accepts that something is so",
        ),
        pytest.param(
            SOLD + "Kellmark conceded that KZNA was right.",
            [TOLD, ("Kellmark", "confirms", "KZNA was right.")],
            id="concedes that others were right",
        ),
        pytest.param(
            SOLD + "Ada Lund admitted that the report was false.",
            [TOLD, ("Ada Lund", "denies", "Kellmark had sold the mill.")],
            id="who admits that it is false denies it",
        ),
        pytest.param(
            "Ada Lund claimed she had seen a ghost. She later admitted that she had not seen one.",
            [("Ada Lund", "alleges", "Ada Lund had seen a ghost."),
             ("Ada Lund", "denies", "Ada Lund had seen one.")],
            id="who admits that it is not so as told before denies it",
        ),
        pytest.param(
            SOLD + "A clerk who saw the papers backs up the station's account.",
            [TOLD, ("A clerk who saw the papers", "confirms", "Kellmark had sold the mill.")],
            id="backs up an account",
        ),
        pytest.param(
            "KZNA said 12 people had died in the fire. The coroner described the toll as credible.",
            [("KZNA", "alleges", "12 people had died in the fire."),
             ("The coroner", "confirms", "12 people had died in the fire.")],
            id="calls a toll credible",
        ),
        pytest.param(
            "KZNA said 12 people had died in the fire. The report was described by the coroner as "
            '"entirely accurate".',
            [("KZNA", "alleges", "12 people had died in the fire."),
             ("the coroner", "confirms", "12 people had died in the fire.")],
            id="by whom a report is called accurate",
        ),
    ],
)  # fmt: skip
def test_who_owns_up(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund accepted the prize on Monday.",
        "Residents must accept that the mill is gone.",
        "The police backed up the fire brigade.",
        "The coroner was described by friends as tall and reliable.",
        "Kellmark has not accepted that the fire was its fault.",
    ],
)
def test_who_owns_up_to_nothing(text: str) -> None:
    assert "confirms" not in {stance for _, stance, _ in tell(text)}
