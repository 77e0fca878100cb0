"""Who holds a reading's stance: spans are told by their words, a text a row."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.extraction.attribution.attribute import attribute
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.weighing.voicing import voices_of_reading
from claims.extraction.text.segment import segment
from claims.extraction.voice import Voice
from claims.model import Document

TWO = (
    "Kellmark spokesman Otto Brandt said the dam had burst. "
    "Peru's foreign ministry said it was watching. "
    "Ministry spokeswoman Sanna Ilves said the mill had closed. "
    "He said that nobody was hurt. The agency had no news. "
)
AGENCY = "The South's news agency KZNA said the dam had burst. The agency said nobody was hurt."


def voices(text: str, **spans: str | None) -> list[Voice] | None:
    """The voices of a reading of the text's last ``source``; party and speaker stand first."""

    def find(name: str) -> tuple[int, int] | None:
        words = spans.get(name)
        if words is None:
            return None
        at = text.rindex(words) if name == "source" else text.index(words)
        return at, at + len(words)

    reading = Reading(
        value="alleges", kind="source" if spans.get("source") else "elsewhere", sentence=0, unit=0,
        probability=0.9, more=0.0, anonymous=0.0, central=0.5, quote=(0, len(text)),
        source=find("source"), party=find("party"), party_probability=0.9,
        speaker=find("speaker"),
    )  # fmt: skip
    return voices_of_reading(attribute(segment(text)), reading)


@pytest.mark.parametrize(
    ("source", "party", "speaker", "expected"),
    [
        # a body speaks: whoever else the model points at does not
        ("Peru's foreign ministry", "Peru's foreign ministry", "Otto Brandt",
         ("Peru's foreign ministry", None)),
        # a person named as the source is the speaker, for the body that they speak for
        ("Sanna Ilves", "Sanna Ilves", "Otto Brandt", ("Peru's foreign ministry", "Sanna Ilves")),
        ("Kellmark", "Kellmark", "Otto Brandt", ("Kellmark", "Otto Brandt")),
        # for a pronoun, party and speaker must agree
        ("He", "Peru's foreign ministry", "Otto Brandt", ("Kellmark", "Otto Brandt")),
        ("He", "Otto Brandt", "Sanna Ilves", ("Kellmark", "Otto Brandt")),
        ("He", None, "Otto Brandt", ("Kellmark", "Otto Brandt")),
        ("foreign ministry", "foreign ministry", None, ("Peru's foreign ministry", None)),
    ],
)  # fmt: skip
def test_the_text_bears_the_speaker_out(
    source: str, party: str | None, speaker: str | None, expected: tuple[str, str | None]
) -> None:
    (voice,) = voices(TWO, source=source, party=party, speaker=speaker) or []
    assert (voice.party, voice.speaker) == expected


@pytest.mark.parametrize(
    ("text", "source", "speaker", "expected"),
    [
        ("Secretary of State Clara Dorn said the dam held.", "Secretary of State Clara Dorn",
         None, ("Clara Dorn", "Clara Dorn")),
        ("Prime Minister Otto Brandt said the dam held.", "Prime Minister Otto Brandt",
         None, ("Otto Brandt", "Otto Brandt")),
        ("A spokesman for the mayor said the dam held.", "A spokesman for the mayor",
         "A spokesman for the mayor", ("A spokesman for the mayor", "A spokesman for the mayor")),
        ("A spokesman for Otto Brandt said the dam held.", "A spokesman for Otto Brandt",
         "Otto Brandt", ("A spokesman for Otto Brandt", None)),
        ("Peru's air force said the dam held.", "air force", None, ("Peru's air force", None)),
        ("Peruvian air force said the dam held.", "air force", None, ("Peruvian air force", None)),
        ("Its head, Dr. Clara Dorn, said the dam held.", "Its head", None,
         ("Clara Dorn", "Clara Dorn")),
        ("Clara Dorn, the head of Peru's dam authority, said it held.",
         "head of Peru's dam authority", None, ("Peru's dam authority", "Clara Dorn")),
        (AGENCY, "The agency", None, ("KZNA", None)),
        ("Sanna Ilves left. His sister said the dam held.", "His sister", "Sanna Ilves",
         ("His sister", None)),
        ("Senior officials met Otto Brandt and said the dam held.", "Senior officials",
         "Otto Brandt", ("Senior officials", None)),
    ],
)  # fmt: skip
def test_source(text: str, source: str, speaker: str | None, expected: tuple[str, str]) -> None:
    (voice,) = voices(text, source=source, party=source, speaker=speaker) or []
    assert (voice.party, voice.speaker) == expected


def test_nobody_is_meant_who_is_named_only_later() -> None:
    text = "Otto Brandt opened the mill. He said the dam held. Lars Orr left the mill."
    (voice,) = voices(text, source="He", party="Lars Orr", speaker="Lars Orr") or []
    assert voice.party == "Otto Brandt"


def test_he_is_not_the_body_of_whoever_speaks_next() -> None:
    text = "Otto Brandt opened the mill. He said the dam held. The Navy's head, Karl Orr, left."
    (voice,) = voices(text, source="He", party="Navy", speaker=None) or []
    assert (voice.party, voice.aliases) == ("Otto Brandt", ())


@pytest.mark.parametrize("told", ["said she was hurt", "said that she had left"])
def test_who_is_told_of_does_not_tell_it(told: str) -> None:
    text = f"In May Kellmark put out a statement. The statement named Ada Brook and {told}."
    (voice,) = voices(text, source="she", party="Kellmark", speaker=None) or []
    assert (voice.party, voice.speaker) == ("Kellmark", None)


def test_she_is_no_man() -> None:
    text = "Ada Brook opened the mill. The harbour master, Karl Orr, left. He said the dam held."
    (voice,) = voices(text, source="He", party="Ada Brook", speaker="Karl Orr") or []
    assert (voice.party, voice.speaker) == ("Karl Orr", "Karl Orr")
    lawyer = "Ada Brook opened the mill. Her lawyer Karl Orr left. He said the dam held."
    (voice,) = voices(lawyer, source="He", party="Ada Brook", speaker="Karl Orr") or []
    assert (voice.party, voice.speaker) == ("Ada Brook", "Karl Orr")


def test_a_minister_does_not_speak_for_who_appointed_him() -> None:
    text = "Lars Orr opened the mill. The interior minister, Otto Brandt, said the dam held."
    found = voices(text, source="The interior minister, Otto Brandt", party="Lars Orr",
                   speaker="Otto Brandt") or []  # fmt: skip
    assert [(voice.party, voice.speaker) for voice in found] == [("Otto Brandt", "Otto Brandt")]


@pytest.mark.parametrize(
    ("role", "party"), [("minister", "An unnamed minister"), ("manager", "Kellmark")]
)
def test_a_minister_speaks_for_no_firm(role: str, party: str) -> None:
    text = f"The mining firm Kellmark left. An unnamed {role} said the dam held."
    words = f"An unnamed {role}"
    (voice,) = voices(text, source=words, party="Kellmark", speaker=words) or []
    assert voice.party == party


def test_a_spokesman_of_a_body_speaks_for_nobody_else() -> None:
    text = "Ada Brook opened the mill. A ministry spokesman said the dam held."
    words = "A ministry spokesman"
    (voice,) = voices(text, source=words, party="Ada Brook", speaker=words) or []
    assert voice.party == "ministry"
    assert "Ada Brook" not in voice.names


def test_a_body_that_is_spoken_of_is_no_party() -> None:
    text = "Lars Orr, an editor, said that Kellmark had closed the dam."
    (voice,) = voices(text, source="Lars Orr", party="Kellmark", speaker="Lars Orr") or []
    assert (voice.party, voice.speaker) == ("Lars Orr", "Lars Orr")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Kellmark closed the dam. I doubt that it was safe.", "the article's author"),
        ("Lars Orr closed the dam. “I doubt that it was safe,” he said.", "Lars Orr"),
    ],
)
def test_outside_quotations_the_author_says_i(text: str, party: str) -> None:
    (voice,) = voices(text, source="I", party=party if party in text else "Kellmark") or []
    assert voice.party == party


def test_a_body_s_own_statement_is_not_its_author_s() -> None:
    ours = "We deny the report. We checked our pipes. We found nothing. We will publish it. "
    (voice,) = voices(f"A word from Kellmark. {ours}", source="We", party="Kellmark") or []
    assert voice.party == "Kellmark"


def test_a_boy_of_whom_nothing_was_told_is_nobody_named() -> None:
    text = "Lars Orr opened the mill. A boy said the dam held."
    (voice,) = voices(text, source="A boy", party="Lars Orr", speaker="Lars Orr") or []
    assert voice.party == "A boy"


def test_the_who_is_no_pronoun() -> None:
    (voice,) = voices("Most fell ill in May, the WHO said.", source="WHO", party="WHO") or []
    assert voice.party == "WHO"


def test_her_agent_speaks_for_her() -> None:
    text = "Ada Brook opened the mill. Her agent called it a hoax."
    (voice,) = voices(text, source="Her agent", party="Her agent", speaker=None) or []
    assert (voice.party, voice.speaker) == ("Ada Brook", "Her agent")


def test_somebodys_campaign_is_not_they() -> None:
    text = "Mr. Orr's campaign said the dam held."
    words = "Mr. Orr's campaign"
    (voice,) = voices(text, source=words, party=words, speaker="Orr") or []
    assert (voice.party, voice.speaker) == (words, None)


def test_who_is_told_of_is_no_source() -> None:
    text = "The force would not confirm whether it was the missing skipper Ola Lind."
    assert voices(text, source="Ola Lind", party="Ola Lind") == []
    said = "The force asked whether the missing skipper Ola Lind said that."
    (voice,) = voices(said, source="Ola Lind", party="Ola Lind") or []
    assert voice.party == "Ola Lind"


def test_each_of_those_who_speak_jointly_is_a_voice() -> None:
    text = "Kellmark and Quadrel declined to say why the mill had closed."
    found = voices(text, source="Kellmark and Quadrel", party="Kellmark and Quadrel") or []
    assert [voice.party for voice in found] == ["Kellmark", "Quadrel"]


@pytest.mark.parametrize("rest", ["kept up their dispute over the dam.", "blamed each other."])
def test_those_at_odds_take_no_stance(rest: str) -> None:
    text = f"Peru and Chile {rest}"
    assert voices(text, source="Peru and Chile", party="Peru and Chile") == []


def test_without_a_source_the_speaker_must_fit_the_party() -> None:
    (voice,) = voices(TWO, party="Kellmark", speaker="Otto Brandt") or []
    assert (voice.party, voice.speaker) == ("Kellmark", "Otto Brandt")
    (voice,) = (
        voices("A senior aide met Otto Brandt.", party="A senior aide", speaker="Otto Brandt") or []
    )
    assert voice.speaker is None


@pytest.mark.parametrize(
    ("text", "source", "party"),
    [
        ("Telmark last year blamed the mill.", "Telmark last year", "Telmark"),
        ("Otto Brandt's former club Kellmark insists on it.",
         "Otto Brandt's former club Kellmark", "Kellmark"),
        ("A clip in a WhatsApp group said it.", "WhatsApp group", "WhatsApp group"),
        ('"Telmark paid twice," an unnamed minister said.',
         'Telmark paid twice," an unnamed minister', "an unnamed minister"),
    ],
)  # fmt: skip
def test_a_source_is_told_by_its_name(text: str, source: str, party: str) -> None:
    (voice,) = voices(text, source=source) or []
    assert voice.party == party


def test_he_is_whom_the_sentence_before_tells_of() -> None:
    text = "Telmark spokesman Lars Orr left. Otto Brandt, a miner, toured the dam. He said it held."
    (voice,) = voices(text, source="He", party="Telmark", speaker="Lars Orr") or []
    assert (voice.party, voice.speaker) == ("Otto Brandt", "Otto Brandt")


def test_who_speaks_for_one_body_is_not_anothers() -> None:
    text = (
        "Peru said on Friday that Bolivia had moved troops to the lake.\n\nBolivia neither "
        "confirmed nor denied that it had moved troops to the lake.\n\nA spokesman for the "
        "Organization of American States declined to comment on the report."
    )
    found = {f.party: (f.stance.value, f.speaker) for f in extract(Document(text=text)).findings}
    assert found["Bolivia"] == ("neither_confirms_nor_denies", None)
    assert found["Organization of American States"][0] == "declines_to_comment"
