"""Who may stand for a pronoun: a wrong name in a claim is worse than none."""

from __future__ import annotations

import pytest

from claims.extraction.attribution.attribute import attribute
from claims.extraction.sources.fitting import stands_out
from claims.extraction.text.segment import segment

TEXT = (
    "Otto Brandt opened the mill. Otto Brandt ran it for years. Karl Orr, a miller, left. "
    "Ada Brook kept the books. Lars Dorn, a driver, came in May. It closed."
)


@pytest.mark.parametrize(
    ("name", "so"),
    [
        ("Otto Brandt", True),  # named most often
        ("Karl Orr", False),
        ("Lars Dorn", True),  # named last
        ("Ada Brook", True),  # the only woman
    ],
)
def test_who_stands_out(name: str, so: bool) -> None:
    done = attribute(segment(TEXT))
    entity = done.register.find(name)
    assert entity is not None
    last = done.page.sentences[-1]
    assert stands_out(done.register, entity, last, 0) is so


def test_who_was_she_once_is_no_he() -> None:
    text = (
        "Orlu Besk, a miller, said the mill had closed. She said that it was old. "
        "Karl Orr ran it. Besk said it was his."
    )
    done = attribute(segment(text))
    besk = done.register.find("Orlu Besk")
    assert besk is not None
    assert besk.gender == "f"
    last = done.page.sentences[-1]
    found = done.discourse.pronoun("he", last, len(last.tokens))
    assert found is not None
    assert found.party == "Karl Orr"


@pytest.mark.parametrize(
    ("told", "head", "party"),
    [
        pytest.param("The plane had burned, police said.", "airline", None, id="police"),
        pytest.param("The coach had left, players said.", "club", None, id="players"),
        pytest.param("It was over, Dunmoor United said.", "club", "Dunmoor United", id="a name"),
        pytest.param("Two websites said Karl Orr had left.", "club", None, id="two of them"),
        pytest.param("A hacker group calling itself Red Lamp said so.", "bank", None, id="a group"),
        pytest.param("The firm Kellmark said so.", "airline", "Kellmark", id="a firm"),
        pytest.param("The website Orsk Daily said so.", "company", None, id="a website"),
        pytest.param("Red Lamp said it robbed Norbank.", "bank", "Norbank", id="Norbank"),
        pytest.param("The Orsk Herald said Dalby FC had left.", "club", "Dalby FC", id="an FC"),
        pytest.param("Lima said Orsk Airways had left.", "airline", "Orsk Airways", id="airways"),
        pytest.param("Karl Burbank said it was over.", "bank", None, id="a surname"),
    ],
)
def test_a_body_is_none_of_those_who_bear_no_name(told: str, head: str, party: str | None) -> None:
    done = attribute(segment(f"{told} The {head} denied it."))
    found = done.discourse.description(head, done.page.sentences[-1], 0, "the")
    assert (found and found.party) == party


@pytest.mark.parametrize(
    ("text", "pronoun", "party"),
    [
        # the sentence before is on nobody else
        ("Lima's harbour authority said so. It said no more. Orsk Lines was fined. In 2016 it "
         "admitted a spill.", "it", "Orsk Lines"),
        ("Lima's harbour authority said so. Orr was there. In 2016 it admitted a spill.", "it",
         "Lima's harbour authority"),
        # an employee of whom nothing is known told of a woman
        ("An employee said the firm had paid the mother; she denied it.", "she", "the mother"),
        ("Ada Orr said the firm had paid the mother; she denied it.", "she", "Ada Orr"),
        # and nobody of whom nothing tells that is a gunman or a girl
        ("Karl Orr spoke. The gunman said so.", "the gunman", None),
        ("Karl Orr spoke. The girl said so.", "the girl", None),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, pronoun: str, party: str | None) -> None:
    done = attribute(segment(text))
    last = done.page.sentences[-1]
    words = [token.lower for token in last.tokens]
    head = pronoun.removeprefix("the ")
    at = len(words) - 1 - words[::-1].index(head)
    if head != pronoun:
        found = done.discourse.description(head, last, at, "the")
    else:
        found = done.discourse.pronoun(head, last, at, speaks=True)
    assert (found and found.party) == party


def test_nobody_is_the_group_who_is_named_only_later() -> None:
    text = (
        "A hacker group claimed the theft. The group, which calls itself Blackgull, said it had the"
        " data. The consumer group Bankwatch accused Nordhaven of hiding the breach."
    )
    tellers = [a.voices[0].party for s in attribute(segment(text)).sentences
               for a in s.attributions if a.voices]  # fmt: skip
    assert tellers.count("Bankwatch") == 1
