"""Who takes no position, or sees no sign of what others tell: a passage, and all that is found."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell

SOLD = "KZNA said Kellmark had sold the mill. "
CLAIM = "Kellmark had sold the mill."
NEITHER, DECLINES = "neither_confirms_nor_denies", "declines_to_comment"


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("As ever, the council would not be drawn.", "the council", DECLINES),
        ("The council refused to be drawn on the sale.", "The council", DECLINES),
        ("Kellmark kept mum over the sale.", "Kellmark", NEITHER),
        ("Otto Brandt remained silent on the matter.", "Otto Brandt", NEITHER),
        ("The police won't say, though, whether Kellmark had sold the mill.", "The police",
         NEITHER),
        ("Asked on Monday whether it had sold the mill, Ada Lund wouldn't say.", "Ada Lund",
         NEITHER),
        ("Asked about the mill, a senior Dutch official smiled and said he never commented on "
         "rumours.", "senior Dutch official",
         NEITHER),
        ('Asked about the mill, Otto Brandt replied: "I am not going to get into that."',
         "Otto Brandt", DECLINES),
        ("Ada Lund said she could not recall any talk of a sale.", "Ada Lund", NEITHER),
        ("The price was confidential, said Kellmark.", "Kellmark", NEITHER),
        ("Kellmark refused to go into the circumstances of the sale.", "Kellmark", DECLINES),
        ("\"I'm not going to talk about what I knew,\" Otto Brandt said.", "Otto Brandt",
         DECLINES),
        ('"We have a theory, and we\'re keeping it to ourselves," said Otto Brandt.',
         "Otto Brandt", DECLINES),
    ],
)  # fmt: skip
def test_takes_no_position(text: str, party: str, stance: str) -> None:
    assert tell(SOLD + text) == [("KZNA", "alleges", CLAIM), (party, stance, CLAIM)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "KZNA said 12 people had died in the fire. The hospital said it did not know how many "
            "people had died.",
            [("KZNA", "alleges", "12 people had died in the fire."),
             ("The hospital", NEITHER, "12 people had died in the fire.")],
            id="does not know how many",
        ),
        pytest.param(
            "KZNA said monks had been hurt in the fire. The abbot, Otto Brandt, said he had not "
            "heard of any hurt monks.",
            [("KZNA", "alleges", "Monks had been hurt in the fire."),
             ("Otto Brandt", NEITHER, "Monks had been hurt in the fire.")],
            id="has not heard of any",
        ),
        pytest.param(
            "KZNA said a guard had been taken to hospital. The hospital said confidentiality "
            "prevented it from disclosing whether a guard had been admitted.",
            [("KZNA", "alleges", "A guard had been taken to hospital."),
             ("The hospital", NEITHER, "A guard had been admitted.")],
            id="is kept from telling",
        ),
        pytest.param(
            "A nurse said 31 patients had waited for a night, a figure which the trust said it "
            "could not verify.",
            [("A nurse", "alleges", "31 patients had waited for a night."),
             ("the trust", NEITHER, "31 patients had waited for a night.")],
            id="whose it says it cannot verify",
        ),
        pytest.param(
            "Quito silent on fate of missing general\n\nLima said on Monday Quito had arrested "
            "General Vega.",
            [("Quito", NEITHER, "Quito had arrested General Vega."),
             ("Lima", "alleges", "Quito had arrested General Vega.")],
            id="is silent on it by a headline",
        ),
        pytest.param(
            "KZNA said the deed was forged. The notary would say neither that the deed was genuine "
            "nor that it was forged.",
            [("KZNA", "alleges", "The deed was forged."),
             ("The notary", NEITHER, "The deed was genuine.")],
            id="says neither",
        ),
        pytest.param(
            "KZNA said a memo had been leaked. The company did not dispute that the memo was real.",
            [("KZNA", "alleges", "A memo had been leaked."),
             ("The company", NEITHER, "The memo was real.")],
            id="does not dispute it",
        ),
        pytest.param(
            "Lima said the mayor had sent balloons. Quito's ministry declined to say whether "
            'balloons had been sent. "We do not discuss the activities of civic groups," its '
            "spokeswoman, Ana Soto, said.",
            [("Lima", "alleges", "The mayor had sent balloons."),
             ("Quito's ministry", DECLINES, "The mayor had sent balloons."),
             ("Quito's ministry", DECLINES, "The mayor had sent balloons.")],
            id="says so again",
        ),
        pytest.param(
            "Lima said two jets had hit the camp. Vega said the patrol had not been able to "
            "establish that.",
            [("Lima", "alleges", "Two jets had hit the camp."),
             ("Vega", NEITHER, "Two jets had hit the camp.")],
            id="was not able to establish that",
        ),
        pytest.param(
            "KZNA said the fire was arson. The mayor, Ada Lund, said she had \"no information to "
            'suggest that the fire was arson".',
            [("KZNA", "alleges", "The fire was arson."),
             ("Ada Lund", "doubts", "The fire was arson.")],
            id="has no information to suggest it",
        ),
        pytest.param(
            "KZNA said Orr's account had been hacked. Telmark said it had found no sign of "
            "unauthorised access.",
            [("KZNA", "alleges", "Orr's account had been hacked."),
             ("Telmark", "doubts", "Orr's account had been hacked.")],
            id="has found no sign of it",
        ),
        pytest.param(
            "Rumours that Kellmark had sold the mill were described by the town council as \"not "
            'supported by anything we have seen".',
            [("town council", "doubts", CLAIM), ("unattributed", "alleges", CLAIM)],
            id="by whom rumours are called unsupported",
        ),
    ],
)  # fmt: skip
def test_leaves_open_or_doubts(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The bridge would not be drawn up before dawn. The winning ticket was not drawn.",
        "The law prevented them from releasing the prisoner, Ada Lund said.",
        "Ada Lund said she did not remember her father.",
        "The dog refused to go into the house. The boy refused to go into the cave.",
        "Ada Lund said the talks were confidential and useful.",
        "The club kept the ball to themselves for an hour, the coach said.",
        "Fans silent on way home\n\nLima said the game had ended.",
        "The economy shows no sign of slowing down, the bank said.",
    ],
)
def test_no_position_at_all(text: str) -> None:
    assert {stance for _, stance, _ in tell(text)} <= {"alleges"}
